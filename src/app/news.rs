//! What the world tells the state.

use std::sync::Arc;

use crate::domain::batch::{Batch, BatchKey, LogLine};
use crate::domain::change::Change;
use crate::domain::foretold::Foretold;
use crate::domain::network::Network;
use crate::domain::time::Now;

use super::effect::EditFor;
use super::outlook::Learned;
use super::search::Index;

/// Something that happened outside.
#[derive(Debug)]
pub enum News {
    /// The clock moved on.
    Now(Now),
    /// The terminal has this many columns and rows.
    Sized(u16, u16),
    /// Everything in a large book was read.
    Whole(Box<Network>),
    /// The rest of a large book could not be read.
    Unreadable(String),
    /// The page that is scrolled cannot be scrolled further than to this line.
    Scrolled(usize),
    /// A batch is safe.
    Saved(BatchKey),
    /// A batch is safe, on top of what another instance wrote meanwhile.
    Rebased(Box<Network>, Arc<Batch>),
    /// A batch could not be saved; the network is as it was without it, where it was read anew.
    NotSaved(Arc<Batch>, String, Option<Box<Network>>),
    /// Another instance wrote.
    Elsewhere(Box<Network>),
    /// The newest batch that can be undone, if there is one.
    ToUndo(Option<Batch>),
    /// The newest undo that can be redone, if there is one.
    ToRedo(Option<Batch>),
    /// The history, newest first.
    Log(Vec<LogLine>),
    /// The newest lines of the history, newest first.
    Lately(Vec<LogLine>),
    /// The search index is ready.
    Indexed(Index, u64),
    /// What is expected of the requests that wait was learned.
    Learned(Box<Learned>),
    /// What was foretold so far.
    Foretold(Vec<Foretold>),
    /// Nothing was typed for a moment.
    Paused,
    /// Much was typed without a pause.
    TypedLong,
    /// Text came back from `$EDITOR`.
    Edited(EditFor, String),
    /// An export is being read: what, how far, of how much, since how many milliseconds.
    Reading(&'static str, u64, u64, u64),
    /// An export was read: what it would change.
    Plan(Box<ImportPlan>),
    /// Paths that begin as asked.
    Paths(Vec<String>),
    /// Something was done, in words.
    Said(String),
    /// The export could not be read, in words.
    NotRead(String),
    /// Something could not be done, in words.
    Trouble(String),
    /// The book can only be read, and why.
    ReadOnly(String),
}

/// What an import would do, as shown before it is done.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// Name of the export.
    pub name: String,
    /// The report, line by line.
    pub lines: Vec<String>,
    /// The changes; none where it brings nothing new.
    pub changes: Vec<Change>,
    /// In words that can follow "noted: ".
    pub what: String,
}
