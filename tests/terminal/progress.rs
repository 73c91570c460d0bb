//! A long import on the command line says what it is at, and leaves nothing of that behind.

use std::fmt::Write;

use crate::home::Home;
use crate::pty::Terminal;

/// A table of so many rows.
fn table(home: &Home, rows: usize) {
    let mut text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n".to_owned();
    for n in 0..rows {
        writeln!(text, "P{n},Q,https://www.linkedin.com/in/p-{n},,Faro,PM,20 Nov 2026").unwrap();
    }
    std::fs::write(home.path().join("Connections.csv"), text).unwrap();
}

#[test]
fn what_has_to_do_with_many_rows_is_said_and_taken_away_again() {
    let home = Home::new();
    table(&home, 50_000);
    let mut program = Terminal::start(home.program(&["import", "Connections.csv"]));
    assert!(program.ends().success());
    let raw = String::from_utf8(program.raw()).unwrap();
    for step in
        ["\rcomparing 50,000 rows with what is known (", "\rcopying the book aside (", "\rsaving 50,00"]
    {
        assert!(raw.contains(step), "{step:?} in {raw:?}");
    }
    let left = program.text();
    assert!(left.contains("50000 new connections") && !left.contains("comparing"), "{left}");
}
