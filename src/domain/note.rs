//! What the user wrote down about a contact: private, Markdown.

use serde::{Deserialize, Serialize};

use super::id::{ContactId, NoteId};
use super::record::record;
use super::time::{Day, Moment};

/// A private note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The number.
    pub id: NoteId,
    /// About whom.
    pub contact: ContactId,
    /// Markdown.
    pub text: String,
    /// When it was first written.
    pub at: Moment,
}

impl Note {
    /// The UTC day on which it was written, but at most today: west of it, it can be the user's tomorrow.
    pub fn on(&self, today: Day) -> Day {
        self.at.day().min(today)
    }
}

record!(Note, NoteId { id: "id", contact: "contact", text: "text", at: "moment" });
