//! Something done for or with a contact.

use serde::{Deserialize, Serialize};

use super::contact::Origin;
use super::id::{ContactId, TouchId};
use super::record::record;
use super::request::{Direction, tokens};
use super::time::{Day, Moment};

/// Something done for or with a contact; an own post or talk has no contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// The number.
    pub id: TouchId,
    /// With whom; nothing for an own post or talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    /// What.
    pub kind: TouchKind,
    /// Who acted: `sent` is the user, `received` the contact.
    pub direction: Direction,
    /// The first words, or what it was about; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The day.
    pub on: Day,
    /// The moment, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// Where the record comes from.
    pub origin: Origin,
}

record!(
    Touch,
    TouchId {
        id: "id",
        contact: "contact",
        kind: "kind",
        direction: "direction",
        text: "text",
        on: "day",
        at: "moment",
        origin: "origin",
    }
);

tokens! {
    /// What a touch was.
    TouchKind {
        /// Liked something of theirs.
        Like = "like",
        /// Commented on something of theirs.
        Comment = "comment",
        /// Shared something of theirs.
        Share = "share",
        /// Followed them.
        Follow = "follow",
        /// Wrote, or was written to.
        Message = "message",
        /// Talked by voice.
        Call = "call",
        /// Met.
        Met = "met",
        /// Introduced to somebody.
        Introduction = "introduction",
        /// Helped them.
        HelpGiven = "help_given",
        /// Was helped by them.
        HelpReceived = "help_received",
        /// Something came of it.
        Opportunity = "opportunity",
        /// Anything else.
        Other = "other",
    }
}
