//! A terminal that is gone: a window that was closed, a connection that broke.

use std::time::{Duration, Instant};

use crate::books;
use crate::home::{Home, PROGRAM, TODAY};
use crate::pty::Terminal;

const SOON: Duration = Duration::from_secs(2);

#[test]
fn a_closed_terminal_ends_it_after_what_was_done_is_saved() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("2w").shows("noted: Priya N. withdrawn");
    program.close();
    program.ends_within(SOON);
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
    assert!(!home.data().join("fault.txt").exists(), "that is no fault of the program");
}

#[test]
fn a_note_that_is_being_written_is_kept() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("3mmet at the port").shows("met at the port");
    program.close();
    program.ends_within(SOON);
    assert!(books::read(&home.demo()).notes.iter().any(|note| note.text == "met at the port"));
}

/// Without a signal: the terminal is not the one that the program's session belongs to.
#[test]
#[cfg(target_os = "linux")]
fn it_also_ends_where_no_signal_tells_of_it() {
    let home = Home::new();
    let script = r#"trap '' HUP; exec 3<&0; setsid "$@" <&3 & echo $! > "$PID_FILE"; wait"#;
    let program = ["-c", script, "sh", PROGRAM, "--today", TODAY, "demo"];
    let mut program = Terminal::start(home.command("sh", &program));
    program.shows("[1 Today").types("2w").shows("noted: Priya N. withdrawn");
    let process = format!("/proc/{}/exe", home.pid());
    assert!(std::fs::read_link(&process).is_ok());
    program.close();
    let end = Instant::now() + SOON;
    while std::fs::read_link(&process).is_ok() {
        assert!(Instant::now() < end, "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
}
