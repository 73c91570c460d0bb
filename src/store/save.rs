//! Saving a batch: rows and journal in one transaction, fitted to what others wrote meanwhile.

use std::borrow::Borrow;
use std::fmt;

use rusqlite::{Connection, TransactionBehavior};

use super::ahead::Ahead;
use super::book::{Book, data_version};
use super::error::{Cause, StoreError};
use super::{journal, load, open, profile, row, rule};
use crate::domain::batch::Batch;
use crate::domain::change::Change;
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;

/// How much has to survive a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What was saved stays saved: for what the user did.
    Full,
    /// The book stays whole, but the last batch may be lost: for an import, which can be repeated.
    Repeatable,
    /// What was saved stays saved, without a line in the journal: for a draft as it is typed.
    Typed,
}

/// A batch that was saved.
#[derive(Debug)]
pub struct Saved {
    /// Its number in the journal; 0 where it has no line there.
    pub number: i64,
    /// Where others wrote meanwhile: the network as it is now, and the batch as it came to pass in it.
    pub rebased: Option<(Box<Network>, Batch)>,
}

/// A batch that was not saved; the book is as before.
#[derive(Debug)]
pub enum NotSaved {
    /// It no longer fits what the book holds.
    Refused {
        /// What does not fit, in the user's words.
        refusal: Refusal,
        /// What the book holds.
        network: Box<Network>,
    },
    /// The book could not be written.
    Store(StoreError),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSaved::Refused { refusal, .. } => refusal.fmt(f),
            NotSaved::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotSaved {}

impl Book {
    /// Saves a batch that the caller has applied to its network, all of it or nothing.
    ///
    /// Where nobody else wrote, the rows are written as they come. Else the batch is applied to what the book holds
    /// now, and what comes of that is written; see [`Saved::rebased`] and [`Self::caught_up`].
    ///
    /// # Errors
    /// Where it does not fit any more, and where the file cannot be written.
    pub fn save(&mut self, batch: impl Borrow<Batch>, care: Care) -> Result<Saved, NotSaved> {
        let batch = batch.borrow();
        let saved = match care {
            Care::Full => self.save_as_one(batch, Journal::Line),
            Care::Repeatable => self.hurried(|book| book.save_as_one(batch, Journal::Line)),
            Care::Typed => self.save_as_one(batch, Journal::None),
        };
        saved.map_err(|failure| match failure {
            Failure::Refused(refusal, network) => NotSaved::Refused { refusal, network },
            Failure::Store(cause) => {
                // What was applied to the truth did not come to pass, and neither will what builds on it.
                self.seen = None;
                NotSaved::Store(self.error("save to", cause))
            }
        })
    }

    fn save_as_one(&mut self, batch: &Batch, line: Journal) -> Result<Saved, Failure> {
        if self.read_only {
            return Err(Failure::Store(Cause::ReadOnly));
        }
        let book = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version = data_version(&book)?;
        let moved = self.seen != Some(version);
        if moved {
            Ahead::renew(&mut self.ahead, load::network(&book)?);
            self.seen = Some(version);
        }
        let kind = match journal::kind(&book, batch)? {
            Ok(kind) => kind,
            Err(refusal) => {
                if self.ahead.is_none() {
                    Ahead::renew(&mut self.ahead, load::network(&book)?);
                }
                return Err(refused(refusal, self.ahead.as_ref()));
            }
        };
        let fitted = match self.ahead.as_mut().map(|ahead| ahead.fit(batch, moved)).transpose() {
            Ok(fitted) => fitted,
            Err(refusal) => return Err(refused(refusal, self.ahead.as_ref())),
        };
        let done = fitted.as_ref().unwrap_or(batch);
        for change in &done.changes {
            write(&book, change)?;
        }
        let number = match line {
            Journal::Line => journal::write(&book, done, kind)?,
            Journal::None => 0,
        };
        book.commit()?;
        let network = self.ahead.as_ref().map(|ahead| Box::new(ahead.network.clone()));
        Ok(Saved { number, rebased: network.zip(fitted) })
    }

    fn hurried(&mut self, save: impl FnOnce(&mut Self) -> Result<Saved, Failure>) -> Result<Saved, Failure> {
        self.connection.pragma_update(None, "synchronous", "NORMAL")?;
        let saved = save(self);
        self.connection.pragma_update(None, "synchronous", open::CAREFUL)?;
        saved
    }
}

/// Whether a batch has a line in the journal.
#[derive(Clone, Copy)]
enum Journal {
    Line,
    None,
}

fn write(book: &Connection, change: &Change) -> rusqlite::Result<()> {
    match change {
        Change::Contact(edit) => row::write(book, edit),
        Change::Request(edit) => row::write(book, edit),
        Change::Sign(edit) => row::write(book, edit),
        Change::Touch(edit) => row::write(book, edit),
        Change::Note(edit) => row::write(book, edit),
        Change::Decision(edit) => row::write(book, edit),
        Change::Run(edit) => row::write(book, edit),
        Change::Fact(edit) => row::write(book, edit),
        Change::Draft(edit) => row::write(book, edit),
        Change::Profile { item, before: _, after } => profile::write(book, *item, *after),
        Change::Mute { tip, before: _, after } => profile::mute(book, tip, *after),
        Change::Rule { key, before: _, after } => rule::write(book, *key, *after),
    }
}

enum Failure {
    Refused(Refusal, Box<Network>),
    Store(Cause),
}

fn refused(refusal: Refusal, ahead: Option<&Ahead>) -> Failure {
    let network = ahead.map(|ahead| ahead.network.clone()).unwrap_or_default();
    Failure::Refused(refusal, Box::new(network))
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        Failure::Store(cause)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Store(error.into())
    }
}
