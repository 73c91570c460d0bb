//! Signals and the end of the terminal, watched on threads of their own.

use std::io::stdin;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::event::Event;

/// Watches for signals that ask to end, and for the return from a stop.
///
/// # Errors
/// Where the system refuses.
pub fn watch(to: &Sender<Event>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    let signal_to = to.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = if signal == SIGCONT { Event::Continued } else { Event::Stop(signal) };
            if signal_to.send(event).is_err() {
                return;
            }
        }
    });
    // The reader of keys may spin or sleep for ever on a terminal that is gone; this one notices.
    let gone = to.clone();
    thread::spawn(move || {
        let input = stdin();
        loop {
            let mut watched = [PollFd::new(&input, PollFlags::empty())];
            match poll(&mut watched, None) {
                Ok(_)
                    if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) =>
                {
                    let _ = gone.send(Event::Gone);
                    return;
                }
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(_) => return,
            }
        }
    });
    Ok(())
}

/// Stops this process as Ctrl-Z does; returns when it goes on.
pub fn stop_here() {
    let _ = kill_process(getpid(), Signal::TSTP);
}
