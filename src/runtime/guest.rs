//! The user's editor as a guest: it has the terminal, and what happens meanwhile waits or is passed on to it.

use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, getpid, kill_process};
use signal_hook::consts::SIGINT;

use super::event::Event;
use super::outside::Draft;
use super::screens::Screens;
use super::{signals, terminal};

/// How long an editor may take to end once it was asked to.
const PATIENCE: Duration = Duration::from_secs(2);

/// Lets the editor change a text; nothing where it was left as it was.
///
/// # Errors
/// Says why there is no text.
pub(super) fn edit(screens: &mut Screens, text: &str) -> Result<Option<String>, String> {
    // One that ends badly may leave the line in its own modes, and those are not what the shell gets in the end.
    let modes = terminal::modes();
    let edited = wait_for(screens, text);
    terminal::set_modes(modes);
    edited
}

fn wait_for(screens: &mut Screens, text: &str) -> Result<Option<String>, String> {
    let (draft, mut editor) = Draft::open(&screens.setup.editor, text)?;
    let (pid, to) = (Pid::from_child(&editor), screens.to.clone());
    thread::spawn(move || {
        let _ = to.send(Event::EditorEnded(editor.wait()));
    });
    let mut patience = None;
    loop {
        match screens.wait_for_guest(patience) {
            Some(Event::EditorEnded(ended)) => {
                signals_of_then(screens);
                return if patience.is_none() { draft.close(ended) } else { draft.take() };
            }
            // Ctrl-C in the editor is meant for the editor, which has it from the terminal already.
            Some(Event::Stop(SIGINT) | Event::Continued) => {}
            Some(Event::Suspend) => {
                if signals::shell_waits() {
                    signals::stop_here();
                }
            }
            Some(end @ (Event::Stop(_) | Event::Gone)) => {
                let _ = kill_process(pid, Signal::TERM);
                patience = Some(PATIENCE);
                screens.keep(end);
            }
            Some(other @ (Event::News(..) | Event::Input(_) | Event::Resized)) => screens.keep(other),
            // It did not end in time; what it has written by now is kept.
            None => return draft.take(),
        }
    }
}

/// Takes the signals that came before the editor ended and are still on their way: one that we send ourselves now comes
/// after them.
fn signals_of_then(screens: &mut Screens) {
    if kill_process(getpid(), Signal::CONT).is_err() {
        return;
    }
    loop {
        match screens.wait_for_guest(Some(PATIENCE)) {
            Some(Event::Continued) | None => return,
            Some(Event::Stop(SIGINT)) => {}
            Some(other) => screens.keep(other),
        }
    }
}
