//! What the user wrote down about a contact: private, Markdown.

use serde::{Deserialize, Serialize};

use super::id::{ContactId, NoteId};
use super::record::record;
use super::time::Moment;

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

record!(Note, NoteId { id: "id", contact: "contact", text: "text", at: "moment" });
