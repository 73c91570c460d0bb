//! Fulfils wishes that need neither the book nor the terminal; the rest is the loop's.

use std::path::PathBuf;

use super::screens::End;
use super::scribe::Job;
use super::{kept, outside, paths};
use crate::app::effect::{EditFor, Effect};
use crate::app::news::News;
use crate::app::state::State;

/// How many paths are offered at once.
const PATHS: usize = 40;

/// What becomes of a wish.
pub enum Done {
    /// It is fulfilled, with something to tell or not.
    News(Option<News>),
    /// It is work for the scribe.
    Job(Job),
    /// It needs the terminal, a thread, or an end.
    Errand(Errand),
}

/// What only somebody with a terminal and threads can do.
pub enum Errand {
    /// Have a text changed in the user's editor.
    Edit(EditFor, String),
    /// Read an export and plan the import.
    Read(PathBuf),
    /// Stop reading.
    StopReading,
    /// Clear the screen and draw everything anew.
    Redraw,
    /// Hand the terminal back to the shell.
    Suspend,
    /// Leave this book.
    Leave(End),
}

/// Fulfils a wish, or says whose it is.
pub fn fulfil(effect: Effect, state: &State) -> Done {
    let told = |result: Result<String, String>| {
        Done::News(Some(match result {
            Ok(said) => News::Said(said),
            Err(why) => News::Trouble(why),
        }))
    };
    match effect {
        Effect::Save(batch, care) => Done::Job(Job::Save(batch, care)),
        Effect::NewestToUndo => Done::Job(Job::NewestToUndo),
        Effect::NewestToRedo => Done::Job(Job::NewestToRedo),
        Effect::Log => Done::Job(Job::Log),
        Effect::CaughtUp(taken) => Done::Job(Job::CaughtUp(taken)),
        Effect::Foretold => Done::Job(Job::Foretold),
        Effect::KeepFit(outlook, foretold) => match kept::kept(&outlook) {
            Some(fit) => Done::Job(Job::KeepFit(fit, foretold)),
            None => Done::News(None),
        },
        Effect::Backup(path) => Done::Job(Job::Backup(PathBuf::from(paths::expand(&path)))),
        Effect::Copy(text, said) => Done::News(match outside::copy(&text) {
            Ok(()) => (!said.is_empty()).then_some(News::Said(said)),
            Err(error) => Some(News::Trouble(format!("could not copy: {error}"))),
        }),
        Effect::Open(address) => told(outside::open(&address).map(|()| format!("opened {address}"))),
        Effect::Paths(typed) => Done::News(Some(News::Paths(paths::beginning(&typed, PATHS)))),
        Effect::Export(path) => {
            let path = PathBuf::from(paths::expand(&path));
            Done::Job(Job::Export(path, Box::new(state.network.clone())))
        }
        Effect::Edit(purpose, text) => Done::Errand(Errand::Edit(purpose, text)),
        Effect::ReadExport(path) => Done::Errand(Errand::Read(PathBuf::from(paths::expand(&path)))),
        Effect::CancelRead => Done::Errand(Errand::StopReading),
        Effect::Redraw => Done::Errand(Errand::Redraw),
        Effect::Suspend => Done::Errand(Errand::Suspend),
        Effect::Quit => Done::Errand(Errand::Leave(End::Quit)),
        Effect::Abandon(why) => Done::Errand(Errand::Leave(End::Unreadable(why))),
        Effect::Switch(kind) => Done::Errand(Errand::Leave(End::Switch(kind))),
        Effect::Restore(path) => {
            Done::Errand(Errand::Leave(End::Restore(PathBuf::from(paths::expand(&path)))))
        }
    }
}
