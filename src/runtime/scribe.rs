//! The scribe thread owns the book: everything that touches the database goes through it, in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use super::event::Event;
use crate::app::effect::Care;
use crate::app::news::News;
use crate::domain::batch::Batch;
use crate::domain::time::Now;
use crate::store::{self, Book, Existing, NotSaved};

/// How many lines of the history are shown.
const LOG_LINES: usize = 500;

/// Work for the scribe.
#[derive(Debug)]
pub enum Job {
    /// Save a batch.
    Save(Arc<Batch>, Care),
    /// Fetch the newest batch that can be undone.
    NewestToUndo,
    /// Fetch the newest undo that can be redone.
    NewestToRedo,
    /// Fetch the history.
    Log,
    /// Write a backup.
    Backup(PathBuf),
    /// See whether another instance wrote.
    Look,
    /// The screens show what was last given to them.
    CaughtUp,
    /// Panic, to try the promise that the terminal is restored.
    Panic,
}

/// Works until nobody sends any more.
pub fn work(mut book: Book, jobs: &Receiver<(Job, Now)>, to: &Sender<Event>, copies: &Path) {
    while let Ok((job, now)) = jobs.recv() {
        if let Some(news) = fulfil(&mut book, job, now, copies) {
            // Where nobody listens any more, what was sent before is still saved.
            let _ = to.send(Event::News(news));
        }
    }
}

/// Does one job, and has something to tell, or not.
pub fn fulfil(book: &mut Book, job: Job, now: Now, copies: &Path) -> Option<News> {
    let trouble = |error: store::StoreError| Some(News::Trouble(error.to_string()));
    match job {
        Job::Save(batch, care) => Some(save(book, &batch, care, now, copies)),
        Job::NewestToUndo => match book.newest_to_undo() {
            Ok(batch) => Some(News::ToUndo(batch)),
            Err(error) => trouble(error),
        },
        Job::NewestToRedo => match book.newest_to_redo() {
            Ok(batch) => Some(News::ToRedo(batch)),
            Err(error) => trouble(error),
        },
        Job::Log => match book.log(LOG_LINES) {
            Ok(lines) => Some(News::Log(lines)),
            Err(error) => trouble(error),
        },
        Job::Backup(path) => match book.back_up(&path, Existing::Refuse) {
            Ok(()) => Some(News::Said(format!("backup written to {}", path.display()))),
            Err(error) => trouble(error),
        },
        Job::Look => match book.changed_elsewhere() {
            Ok(network) => network.map(|network| News::Elsewhere(Box::new(network))),
            Err(error) => trouble(error),
        },
        Job::CaughtUp => {
            book.caught_up();
            None
        }
        Job::Panic => panic!("asked to, by --panic scribe"),
    }
}

fn save(book: &mut Book, batch: &Arc<Batch>, care: Care, now: Now, copies: &Path) -> News {
    let care = match care {
        Care::Full => store::Care::Full,
        Care::Import => {
            // The copy is a second net: undo takes an import back, this one also where the undo is no longer wanted.
            if let Err(error) = book.safe_copy(copies, "import", now.at) {
                return News::NotSaved(Arc::clone(batch), error.to_string(), None);
            }
            store::Care::Repeatable
        }
    };
    match book.save(Batch::clone(batch), care) {
        Ok(saved) => match saved.rebased {
            None => News::Saved(batch.key.clone()),
            Some((network, batch)) => News::Rebased(network, Arc::new(batch)),
        },
        Err(NotSaved::Refused { refusal, network }) => {
            News::NotSaved(Arc::clone(batch), refusal.to_string(), Some(network))
        }
        Err(NotSaved::Store(error)) => News::NotSaved(Arc::clone(batch), error.to_string(), None),
    }
}
