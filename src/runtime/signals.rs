//! Signals and the end of the terminal, watched on threads of their own.

use std::io::{self, stdin};
use std::sync::mpsc::Sender;
use std::thread;

use nix::unistd::{getpgrp, getppid, getsid};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::event::Event;

/// Watches for signals that ask to end or to stop for a while, and tell of the return from a stop or of another size.
///
/// # Errors
/// Where the system does not let us.
pub fn watch(to: &Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let signal_to = to.clone();
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Continued,
                SIGWINCH => Event::Resized,
                signal => Event::Stop(signal),
            };
            if signal_to.send(event).is_err() {
                return;
            }
        }
    })?;
    // The reader of keys may spin or sleep for ever on a terminal that is gone; this one notices.
    let gone = to.clone();
    thread::Builder::new().name("hang-up".into()).spawn(move || {
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
    })?;
    Ok(())
}

/// Whether a shell is there that sees us stop and can let us go on: the parent is in our session, and we are a job of
/// it. Where the terminal runs nothing but us, nobody could ever wake us again.
pub fn shell_waits() -> bool {
    // Asked of nix: in a container, what was begun outside has the number 0, which rustix 1.1 takes to be impossible.
    let (parent, ours) = (getppid(), getsid(None).ok());
    parent.as_raw() != 0 && ours.is_some() && ours == getsid(Some(parent)).ok() && ours != Some(getpgrp())
}

/// Stops this process with its whole job, a script around it and the editor included; returns when it goes on.
pub fn stop_here() {
    // Not TSTP, which we watch for ourselves.
    let _ = kill_current_process_group(Signal::STOP);
}
