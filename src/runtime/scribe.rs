//! The scribe thread owns the book: everything that touches the database goes through it, in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::event::Post;
use crate::app::effect::Care;
use crate::app::news::News;
use crate::domain::batch::Batch;
use crate::domain::time::Now;
use crate::store::{self, Book, Cause, Existing, NotSaved};

/// How many lines of the history are shown.
const LOG_LINES: usize = 500;

/// Work for the scribe.
#[derive(Debug)]
pub enum Job {
    /// Read the rest of a large book.
    Load,
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

/// Works until nobody sends any more: whatever the screens have come to, what they sent is saved.
pub fn work(mut book: Book, jobs: &Receiver<(Job, Now)>, to: &Post, copies: &Path) {
    while let Ok((job, now)) = jobs.recv() {
        for news in fulfil(&mut book, job, now, copies) {
            to.send(news);
        }
    }
}

/// Does one job, and has something to tell, or not.
pub fn fulfil(book: &mut Book, job: Job, now: Now, copies: &Path) -> Vec<News> {
    let told = match job {
        Job::Load => {
            return vec![match book.load() {
                Ok(network) => News::Whole(Box::new(network)),
                Err(error) => News::Unreadable(error.to_string()),
            }];
        }
        Job::Save(batch, care) => return save(book, &batch, care, now, copies),
        Job::NewestToUndo => book.newest_to_undo().map(News::ToUndo),
        Job::NewestToRedo => book.newest_to_redo().map(News::ToRedo),
        Job::Log => book.log(LOG_LINES).map(News::Log),
        Job::Backup(path) => book
            .back_up(&path, Existing::Refuse)
            .map(|()| News::Said(format!("backup written to {}", path.display()))),
        Job::Look => match book.changed_elsewhere() {
            Ok(None) => return Vec::new(),
            Ok(Some(network)) => Ok(News::Elsewhere(Box::new(network))),
            Err(error) => Err(error),
        },
        Job::CaughtUp => {
            book.caught_up();
            return Vec::new();
        }
        Job::Panic => panic!("asked to, by --panic scribe"),
    };
    vec![told.unwrap_or_else(|error| News::Trouble(error.to_string()))]
}

fn save(book: &mut Book, batch: &Arc<Batch>, care: Care, now: Now, copies: &Path) -> Vec<News> {
    let care = match care {
        Care::Full => store::Care::Full,
        Care::Import => {
            // The copy is a second net: undo takes an import back, this one also where the undo is no longer wanted.
            if let Err(error) = book.safe_copy(copies, "import", now.at) {
                return not_saved(batch, &error.cause);
            }
            store::Care::Repeatable
        }
    };
    match book.save(&**batch, care) {
        Ok(saved) => vec![match saved.rebased {
            None => News::Saved(batch.key.clone()),
            Some((network, batch)) => News::Rebased(network, Arc::new(batch)),
        }],
        Err(NotSaved::Refused { refusal, network }) => {
            vec![News::NotSaved(Arc::clone(batch), refusal.to_string(), Some(network))]
        }
        Err(NotSaved::Store(error)) => not_saved(batch, &error.cause),
    }
}

/// Where nothing more can be written, nothing more is to be typed in vain.
fn not_saved(batch: &Arc<Batch>, cause: &Cause) -> Vec<News> {
    let mut news = vec![News::NotSaved(Arc::clone(batch), cause.to_string(), None)];
    match cause {
        Cause::Full | Cause::ReadOnly => news.push(News::ReadOnly(cause.to_string())),
        Cause::Locked
        | Cause::Damaged(_)
        | Cause::Foreign
        | Cause::Newer { .. }
        | Cause::Exists
        | Cause::SameFile
        | Cause::Missing
        | Cause::Forbidden
        | Cause::Other(_) => {}
    }
    news
}
