//! A change, with what it expects to find: the one value that is applied, saved, kept in the journal and undone.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::decision::Decision;
use super::draft::Draft;
use super::fact::Fact;
use super::note::Note;
use super::profile::ProfileItem;
use super::request::Request;
use super::rules::RuleKey;
use super::run::Run;
use super::sign::Sign;
use super::time::Day;
use super::touch::Touch;

/// One thing added, edited or removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A contact.
    Contact(Edit<Contact>),
    /// A request.
    Request(Edit<Request>),
    /// A sign.
    Sign(Edit<Sign>),
    /// A touch.
    Touch(Edit<Touch>),
    /// A note.
    Note(Edit<Note>),
    /// An item to decide.
    Decision(Edit<Decision>),
    /// An import.
    Run(Edit<Run>),
    /// A fact, or an offer of the user's own.
    Fact(Edit<Fact>),
    /// A message that is being written.
    Draft(Edit<Draft>),
    /// An item of the user's own profile.
    Profile {
        /// Which.
        item: ProfileItem,
        /// When it had been found in order, if it had.
        before: Option<Day>,
        /// When it was; nothing where it is not.
        after: Option<Day>,
    },
    /// A tip of the coach is switched off for good, or on again.
    Mute {
        /// Its id.
        tip: String,
        /// Whether it was off.
        before: bool,
        /// Whether it is.
        after: bool,
    },
    /// A rule.
    Rule {
        /// Which.
        key: RuleKey,
        /// What the user had changed it to before, if they had.
        before: Option<i64>,
        /// What it is changed to; nothing gives the default back.
        after: Option<i64>,
    },
}

/// What a record was and what it becomes: nothing before is an addition, nothing after a removal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit<T> {
    /// What the change expects to find.
    pub before: Option<Arc<T>>,
    /// What it leaves.
    pub after: Option<Arc<T>>,
}

impl<T> Edit<T> {
    /// Adds a record.
    pub fn add(record: T) -> Self {
        Self { before: None, after: Some(Arc::new(record)) }
    }

    /// Removes a record.
    pub fn remove(record: &Arc<T>) -> Self {
        Self { before: Some(Arc::clone(record)), after: None }
    }

    /// Edits a record.
    pub fn turn(before: &Arc<T>, after: T) -> Self {
        Self { before: Some(Arc::clone(before)), after: Some(Arc::new(after)) }
    }

    /// The same way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

impl Change {
    /// The same way back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Change::Contact(edit) => Change::Contact(edit.inverse()),
            Change::Request(edit) => Change::Request(edit.inverse()),
            Change::Sign(edit) => Change::Sign(edit.inverse()),
            Change::Touch(edit) => Change::Touch(edit.inverse()),
            Change::Note(edit) => Change::Note(edit.inverse()),
            Change::Decision(edit) => Change::Decision(edit.inverse()),
            Change::Run(edit) => Change::Run(edit.inverse()),
            Change::Fact(edit) => Change::Fact(edit.inverse()),
            Change::Draft(edit) => Change::Draft(edit.inverse()),
            Change::Profile { item, before, after } => {
                Change::Profile { item: *item, before: *after, after: *before }
            }
            Change::Mute { tip, before, after } => {
                Change::Mute { tip: tip.clone(), before: *after, after: *before }
            }
            Change::Rule { key, before, after } => Change::Rule { key: *key, before: *after, after: *before },
        }
    }
}
