//! The scribe thread owns the book: everything that touches the database goes through it, in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::event::Post;
use super::{export, helper, target};
use crate::app::effect::Care;
use crate::app::news::News;
use crate::app::state::LATELY;
use crate::domain::batch::Batch;
use crate::domain::foretold::{Foretold, KeptFit};
use crate::domain::network::Network;
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
    /// Write the user's own copy of what the screens show.
    Export(PathBuf, Box<Network>),
    /// Fetch the newest lines of the history.
    Lately,
    /// See whether another instance wrote.
    Look,
    /// The screens show the network that was given to them as this one in the row.
    CaughtUp(u64),
    /// Keep a fit, and what was foretold with it.
    KeepFit(KeptFit, Vec<Foretold>),
    /// Fetch what was foretold so far.
    Foretold,
    /// Panic, to try the promise that the terminal is restored.
    Panic,
}

/// Works until nobody sends any more: whatever the screens have come to, what they sent is saved.
pub fn work(mut scribe: Scribe, jobs: &Receiver<(Job, Now)>, to: &Post) {
    while let Ok((job, now)) = jobs.recv() {
        for news in scribe.fulfil(job, now) {
            // A large book is whole now; the first search should find its index ready.
            if let News::Whole(network) = &news {
                helper::index(Network::clone(network), scribe.given, to);
            }
            to.send(news);
        }
    }
}

/// Who owns the book.
#[derive(Debug)]
pub struct Scribe {
    /// The book.
    pub book: Book,
    /// Where copies of it go.
    copies: PathBuf,
    // How many networks were given to the screens: only who shows the last one is caught up.
    given: u64,
}

impl Scribe {
    /// With this book; its copies go to a folder.
    pub fn new(book: Book, copies: PathBuf) -> Self {
        Self { book, copies, given: 0 }
    }

    /// Does one job, and has something to tell, or not.
    pub fn fulfil(&mut self, job: Job, now: Now) -> Vec<News> {
        let adds = matches!(job, Job::Load | Job::Save(..) | Job::Lately);
        let mut told = self.told(job, now);
        // Where the journal cannot be read, something else tells so.
        if (adds || told.iter().any(|news| matches!(news, News::Elsewhere(_))))
            && let Ok(lines) = self.book.log(LATELY.into())
        {
            told.push(News::Lately(lines));
        }
        self.given += told.iter().filter(|news| gives_network(news)).count() as u64;
        told
    }

    fn told(&mut self, job: Job, now: Now) -> Vec<News> {
        let book = &mut self.book;
        let told = match job {
            Job::Load => {
                return vec![match book.load() {
                    Ok(network) => News::Whole(Box::new(network)),
                    Err(error) => News::Unreadable(error.to_string()),
                }];
            }
            Job::Save(batch, care) => return save(book, &batch, care, now, &self.copies),
            Job::NewestToUndo => book.newest_to_undo().map(News::ToUndo),
            Job::NewestToRedo => book.newest_to_redo().map(News::ToRedo),
            Job::Lately => return Vec::new(),
            Job::Log => book.log(LOG_LINES).map(News::Log),
            Job::Backup(path) => {
                if let Err(not) = target::check(&path, Existing::Refuse, book.path()) {
                    return vec![News::Trouble(not.to_string())];
                }
                book.back_up(&path, Existing::Refuse)
                    .map(|()| News::Said(format!("backup written to {}", path.display())))
            }
            Job::Export(path, network) => {
                return vec![match export::to_file(&network, now, &path, Existing::Refuse, book.path()) {
                    Ok(()) => News::Said(format!("your own copy is in {}", path.display())),
                    Err(not) => News::Trouble(not.to_string()),
                }];
            }
            Job::Look => match book.changed_elsewhere() {
                Ok(None) => return Vec::new(),
                Ok(Some(network)) => Ok(News::Elsewhere(Box::new(network))),
                Err(error) => Err(error),
            },
            Job::CaughtUp(taken) => {
                // A newer network may be on its way to them: what they made before it comes is still checked.
                if taken == self.given {
                    book.caught_up();
                }
                return Vec::new();
            }
            // It can be made anew: where it cannot be kept, nobody has to hear of it.
            Job::KeepFit(fit, foretold) => {
                let _ = book.keep_fit(&fit, &foretold);
                return Vec::new();
            }
            Job::Foretold => book.foretold().map(News::Foretold),
            Job::Panic => panic!("asked to, by --panic scribe"),
        };
        vec![told.unwrap_or_else(|error| News::Trouble(error.to_string()))]
    }
}

fn gives_network(news: &News) -> bool {
    matches!(news, News::Whole(_) | News::Rebased(..) | News::Elsewhere(_) | News::NotSaved(_, _, Some(_)))
}

fn save(book: &mut Book, batch: &Arc<Batch>, care: Care, now: Now, copies: &Path) -> Vec<News> {
    let care = match care {
        Care::Full => store::Care::Full,
        Care::Import => {
            // The copy is a second net: undo takes an import back, this one also where the undo is no longer wanted.
            if let Err(error) = book.safe_copy(copies, "import", now.at) {
                // What is wrong is the folder of copies, not the book.
                return vec![News::NotSaved(Arc::clone(batch), error.to_string(), None)];
            }
            store::Care::Repeatable
        }
        Care::Typing => store::Care::Typed,
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
