//! The two made-up networks in their book: begun, begun anew, removed.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::home::{Home, finish};

fn demo_of(home: &Home) -> PathBuf {
    home.path(".local/share/inroads/demo.db")
}

/// Starts the screens on the demo and ends them again.
fn demo(home: &Home, more: &[&str]) {
    let run = finish(home.bare(&[&["demo", "--keys", "", "--write"], more].concat()));
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{more:?}");
}

/// The lines that a command has to say of a book.
fn lines(home: &Home, book: &Path, args: &[&str]) -> Vec<Value> {
    let mut command = home.bare(args);
    command.arg("--json").arg("--db").arg(book);
    let run = finish(command);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn people(home: &Home, book: &Path) -> usize {
    lines(home, book, &["list"]).len()
}

#[test]
fn the_past_of_the_demo_is_in_no_list_but_the_archive() {
    let home = Home::new();
    demo(&home, &[]);
    let book = demo_of(&home);
    assert_eq!(people(&home, &book), 58);
    assert_eq!(lines(&home, &book, &["list", "is:archived"]).len(), 122);
    assert_eq!(lines(&home, &book, &["show", "sent"]).len(), 18);
    let status = &lines(&home, &book, &["status"])[0];
    assert_eq!((&status["messages"]["used"], &status["week"]["used"]), (&3.into(), &6.into()));
}

#[test]
fn a_fresh_demo_has_five_people_and_takes_the_place_of_the_one_that_is_there() {
    let home = Home::new();
    demo(&home, &["--fresh"]);
    let book = demo_of(&home);
    assert_eq!((people(&home, &book), lines(&home, &book, &["show", "pending"]).len()), (5, 3));
    assert_eq!(lines(&home, &book, &["draft"]).len(), 1);
    assert_eq!(lines(&home, &book, &["log"])[0]["what"], "a few made-up people");
    assert_eq!(finish(home.bare(&["demo", "--remove"])).code, 0);

    demo(&home, &[]);
    let backup = finish({
        let mut command = home.bare(&["backup"]);
        command.arg("--db").arg(&book);
        command
    });
    assert_eq!((backup.code, people(&home, &book)), (0, 58));
    lines(&home, &book, &["add", "Bea Holt"]);
    demo(&home, &["--fresh"]);
    assert_eq!(people(&home, &book), 5);
    assert!(!home.path(".local/share/inroads/demo.db-backups").exists(), "nothing of the other is left");
}

#[test]
fn a_fresh_demo_stays_one_and_moves_on_to_another_day_while_nobody_changes_it() {
    let mut home = Home::new();
    demo(&home, &["--fresh"]);
    let book = demo_of(&home);
    demo(&home, &[]);
    assert_eq!(people(&home, &book), 5);
    home.on("2026-12-24");
    demo(&home, &[]);
    assert_eq!(people(&home, &book), 5);
    let ages: Vec<Value> =
        lines(&home, &book, &["show", "sent"]).iter().map(|line| line["age"].clone()).collect();
    assert_eq!(ages, [4, 1]);
    lines(&home, &book, &["add", "Bea Holt"]);
    home.on("2026-12-27");
    demo(&home, &[]);
    assert_eq!(people(&home, &book), 6, "what somebody changed stays");
}

#[test]
fn a_fresh_demo_takes_no_file_away_that_was_named_and_none_where_it_cannot_be_shown() {
    let home = Home::with_two();
    let before = std::fs::read(home.book()).unwrap();
    let said = home.no(2, &["demo", "--fresh", "--keys", ""]);
    assert!(said.contains("is yours to remove first"), "{said}");
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
    std::fs::remove_file(home.book()).unwrap();
    assert_eq!(home.run(&["demo", "--fresh", "--keys", "", "--write"]).code, 0);
    assert_eq!(people(&home, &home.book()), 5);
    assert_eq!(finish(home.bare(&["demo", "--fresh", "--remove"])).code, 2, "one or the other");

    demo(&home, &[]);
    // There is no terminal here.
    assert_eq!(finish(home.bare(&["demo", "--fresh"])).code, 2);
    assert_eq!(people(&home, &demo_of(&home)), 58);
}
