//! A message that is being written, with earlier versions of it.

use serde::{Deserialize, Serialize};

use super::id::{ContactId, DraftId};
use super::record::record;
use super::time::{Day, Moment};

/// A message that is being written. What is typed is kept as it is typed, without a line in the journal for each word:
/// what it was before stands in its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The number.
    pub id: DraftId,
    /// To whom.
    pub contact: ContactId,
    /// The message so far.
    pub text: String,
    /// The template that it was begun with; empty where there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// The ids of the tips that are switched off for this message, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// The day on which it is to come back; nothing where it was not put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<Day>,
    /// When it was last written.
    pub at: Moment,
    /// What it was before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
}

/// What a message was at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was written.
    pub at: Moment,
    /// The message.
    pub text: String,
}

record!(
    Draft,
    DraftId {
        id: "id",
        contact: "contact",
        text: "text",
        template: "template",
        off: "tips that are switched off",
        later: "day it comes back",
        at: "moment",
        versions: "versions",
    }
);

impl Draft {
    /// How many earlier versions are kept.
    pub const VERSIONS: usize = 20;

    /// An empty one.
    pub fn new(id: DraftId, contact: ContactId, at: Moment) -> Self {
        Self {
            id,
            contact,
            text: String::new(),
            template: String::new(),
            off: Vec::new(),
            later: None,
            at,
            versions: Vec::new(),
        }
    }

    /// Keeps the text as a version, unless it is empty or the newest version already; the oldest goes where there are
    /// too many.
    pub fn keep_version(&mut self) {
        let known = self.versions.last().is_some_and(|version| version.text == self.text);
        if self.text.trim().is_empty() || known {
            return;
        }
        self.versions.push(Version { at: self.at, text: self.text.clone() });
        let over = self.versions.len().saturating_sub(Self::VERSIONS);
        self.versions.drain(..over);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_kept_once_and_not_without_end() {
        let mut draft = Draft::new(DraftId(1), ContactId(1), Moment::from_minutes(0));
        draft.keep_version();
        assert!(draft.versions.is_empty(), "nothing was written yet");
        for n in 0..30 {
            draft.text = format!("text {n}");
            draft.keep_version();
            draft.keep_version();
        }
        assert_eq!(draft.versions.len(), Draft::VERSIONS);
        assert_eq!(draft.versions.first().map(|version| version.text.as_str()), Some("text 10"));
    }
}
