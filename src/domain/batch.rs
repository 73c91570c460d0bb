//! A batch: the changes that one key press, one command or one import makes, undone as one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::time::Moment;

/// What names a batch for good, across instances: the instance that made it, and a counter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BatchKey(pub String);

impl fmt::Display for BatchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Changes that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Its name.
    pub key: BatchKey,
    /// When it was made.
    pub at: Moment,
    /// By which command or screen: `import`, `screen`.
    pub by: String,
    /// What it does, in words that can follow "noted: ".
    pub what: String,
    /// The batch that this one takes back, where it is an undo (or the undo that it takes back: a redo).
    pub undoes: Option<BatchKey>,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Batch {
    /// Whether it only keeps a draft as it is typed.
    pub fn is_typing(&self) -> bool {
        self.undoes.is_none() && self.what.is_empty() && matches!(&self.changes[..], [Change::Draft(_)])
    }

    /// The batch that takes this one back, under a name of its own.
    #[must_use]
    pub fn inverse(&self, key: BatchKey, at: Moment, by: &str) -> Self {
        Self {
            key,
            at,
            by: by.to_owned(),
            what: self.what.clone(),
            undoes: Some(self.key.clone()),
            changes: self.changes.iter().rev().map(Change::inverse).collect(),
        }
    }
}

/// A line of the journal: a batch without its changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogLine {
    /// Its number in the journal, counting up.
    pub batch: i64,
    /// When.
    pub at: Moment,
    /// By which command or screen.
    pub by: String,
    /// What it did.
    pub what: String,
    /// Whether it was taken back since.
    pub undone: bool,
    /// Whether it took another one back.
    #[serde(skip)]
    pub is_undo: bool,
}
