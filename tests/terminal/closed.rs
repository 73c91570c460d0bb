//! A terminal that is gone: a window that was closed, a connection that broke.

use crate::books;
use crate::home::{Home, PROGRAM, TODAY};
use crate::pty::Terminal;

#[test]
fn a_closed_terminal_ends_it_after_what_was_done_is_saved() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("2w").shows("noted: Priya N. withdrawn");
    program.close();
    program.ends();
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
    assert!(!home.data().join("fault.txt").exists(), "that is no fault of the program");
}

#[test]
fn a_note_that_is_being_written_is_kept() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("3mmet at the port").shows("met at the port");
    program.close();
    program.ends();
    assert!(books::read(&home.demo()).notes.iter().any(|note| note.text == "met at the port"));
}

/// Without a signal: the terminal is not the one that the program's session belongs to.
#[test]
#[cfg(target_os = "linux")]
fn it_also_ends_where_no_signal_tells_of_it() {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::process::{PidfdFlags, pidfd_open};
    let home = Home::new();
    let script = r#"trap '' HUP; exec 3<&0; setsid "$@" <&3 & echo $! > "$PID_FILE"; wait"#;
    let program = ["-c", script, "sh", PROGRAM, "--today", TODAY, "demo"];
    let mut program = Terminal::start(home.command("sh", &program));
    program.shows("[1 Today").types("2w").shows("noted: Priya N. withdrawn");
    let process = pidfd_open(home.pid(), PidfdFlags::empty()).unwrap();
    let mut end = [PollFd::new(&process, PollFlags::IN)];
    assert_eq!(poll(&mut end, Some(&Timespec::default())).unwrap(), 0, "it runs");
    program.close();
    let patience = Timespec { tv_sec: 20, tv_nsec: 0 };
    assert_eq!(poll(&mut end, Some(&patience)).unwrap(), 1, "it goes on without a terminal");
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
}
