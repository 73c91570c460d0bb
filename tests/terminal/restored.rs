//! The terminal is given back on every way out, and taken again after a stop.

use std::os::unix::fs::PermissionsExt;

use rustix::process::{Pid, Signal, kill_process};

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

/// The demo, with somebody withdrawn a moment ago that may not be on the disk yet.
fn busy(home: &Home) -> (Terminal, Pid) {
    let mut program = Terminal::start(home.in_shell(&["demo"]));
    program.shows("[1 Today").types("2w").shows("noted: Priya N. withdrawn");
    (program, home.pid())
}

#[track_caller]
fn it_was_saved(home: &Home) {
    let network = books::read(&home.demo());
    assert_eq!(books::withdrawn(&network), books::withdrawn(&books::demo()) + 1);
}

#[test]
fn a_signal_ends_it_in_order_after_what_was_done_is_saved() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)] {
        let home = Home::new();
        let (mut program, pid) = busy(&home);
        kill_process(pid, signal).unwrap();
        program.shows(&format!("ended with {code}.")).is_restored();
        it_was_saved(&home);
    }
}

#[test]
fn a_panic_in_any_thread_gives_the_terminal_back_and_leaves_a_report() {
    for thread in ["main", "scribe", "helper"] {
        let home = Home::new();
        let mut program = Terminal::start(home.in_shell(&["demo", "--panic", thread]));
        program.shows("ended with 101.").is_restored();
        let said = program.unwrapped();
        assert_eq!(said.matches("inroads met a fault of its own").count(), 1, "{said}");
        assert!(said.contains("What was saved is safe."), "{said}");
        let report = home.data().join("fault.txt");
        assert!(said.contains(report.to_str().unwrap()), "{said}");
        assert_eq!(std::fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o600);
        let report = std::fs::read_to_string(&report).unwrap();
        assert!(report.contains("src/runtime/"), "{report}");
        assert!(!report.contains(home.path().to_str().unwrap()), "{report}");
        books::read(&home.demo());
    }
}

/// Of a large book the first screen is shown while the rest is still read.
#[test]
fn a_book_whose_rest_cannot_be_read_gives_the_terminal_back_and_is_left_as_it_is() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let book = rusqlite::Connection::open(home.book()).unwrap();
    book.execute_batch(
        "PRAGMA foreign_keys = 0; UPDATE sqlite_sequence SET seq = 5000 WHERE name = 'contact';
         INSERT INTO note (contact, text, at) VALUES (4000, 'of nobody', '2026-11-20T00:00Z')",
    )
    .unwrap();
    drop(book);
    let before = std::fs::read(home.book()).unwrap();
    let mut program = Terminal::start(home.in_shell(&[]));
    program.shows("ended with 4.").is_restored();
    let said = program.unwrapped();
    assert_eq!(said.matches("inroads: ").count(), 1, "{said}");
    assert!(said.contains("belongs to c4000, which is not there"), "{said}");
    assert!(std::fs::read(home.book()).unwrap() == before, "it is left as it is");
}

#[test]
fn ctrl_z_stops_it_and_fg_brings_it_back() {
    let home = Home::new();
    let (mut program, _) = busy(&home);
    program.types("\x1a").shows("ended with 147.").is_restored();
    // The shell hears of the size, not we.
    program.resize(120, 40).types("\r").until("the screens", vt100::Screen::alternate_screen);
    program.until("the last line", |screen| {
        screen.rows(0, 120).last().is_some_and(|line| line.contains("all keys"))
    });
    program.shows("[Sent 17]").types("u").shows("[Sent 18]").types("q");
    program.shows("ended with 0.").is_restored();
}

#[test]
fn a_stop_from_outside_is_the_same() {
    let home = Home::new();
    let (mut program, pid) = busy(&home);
    kill_process(pid, Signal::TSTP).unwrap();
    program.shows("ended with 147.").is_restored();
    program.types("\r").until("the screens", vt100::Screen::alternate_screen);
    program.shows("[Sent 17]").types("q").shows("ended with 0.").is_restored();
}

#[test]
fn after_a_stop_that_cannot_be_noticed_everything_is_drawn_anew() {
    let home = Home::new();
    let (mut program, pid) = busy(&home);
    program.rests();
    kill_process(pid, Signal::STOP).unwrap();
    program.until("the shell", |screen| screen.contents().contains("ended with 147."));
    // The line is still raw, where Return is no end of a line.
    program.types("reset\n").hides("ended with").shows("[Sent 17]").types("u").shows("[Sent 18]");
}

#[test]
fn where_no_shell_waits_ctrl_z_does_not_stop_it_for_ever() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("\x1a").shows("there is no shell here").types("2").shows("[Sent 18]");
    kill_process(Pid::from_raw(program.pid() as i32).unwrap(), Signal::TSTP).unwrap();
    program.types("3").shows("[3 Contacts]").types("q");
    assert_eq!(program.ends().exit_code(), 0);
}

#[test]
fn ctrl_l_draws_everything_anew() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").rests();
    let before = program.bytes();
    program.types("\x0c").rests();
    let drawn = String::from_utf8_lossy(&program.raw()[before..]).into_owned();
    assert!(drawn.contains("\x1b[2J") && drawn.contains("Jonas Berg"), "{drawn:?}");
    program.types("2").shows("[Sent 18]");
}
