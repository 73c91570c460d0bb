//! Asleep while nothing happens: not a byte, not a wake-up.

use std::time::Duration;

use crate::home::{Home, PROGRAM};
use crate::pty::Terminal;

/// How often the threads of a process went to sleep, which is how often they woke up.
#[cfg(target_os = "linux")]
fn wake_ups(process: u32) -> Vec<(String, u64)> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let mut counts: Vec<(String, u64)> = tasks
        .map(|task| {
            let status = std::fs::read_to_string(task.unwrap().path().join("status")).unwrap();
            let field = |name: &str| {
                let line = status.lines().find(|line| line.starts_with(name)).unwrap();
                line[name.len()..].trim().to_owned()
            };
            let wakes = field("voluntary_ctxt_switches:").parse::<u64>().unwrap();
            (format!("{} {}", field("Name:"), field("Pid:")), wakes)
        })
        .collect();
    counts.sort();
    counts
}

#[cfg(not(target_os = "linux"))]
fn wake_ups(_: u32) -> Vec<(String, u64)> {
    Vec::new()
}

#[test]
fn for_two_seconds_nothing_is_written_and_no_thread_wakes_up() {
    let home = Home::new();
    // With a clock that runs, as every day.
    let mut program = Terminal::start(home.command(PROGRAM, &["demo"]));
    program.shows("[1 Today").types("2w").shows("· u takes it back").rests();
    // What follows from it is learned in the rest after it.
    program.writes_within(Duration::from_secs(2));
    let before = wake_ups(program.pid());
    assert!(!program.writes_within(Duration::from_secs(2)), "nothing happened, yet it drew");
    assert_eq!(wake_ups(program.pid()), before);
}
