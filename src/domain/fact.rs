//! Something known that a message can use: a piece of their work, an interest, an event, a group, a mutual contact; and
//! what the user has to offer.

use serde::{Deserialize, Serialize};

use super::id::{ContactId, FactId};
use super::record::record;
use super::request::tokens;
use super::time::Day;

/// A fact about a contact, or an offer of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The number.
    pub id: FactId,
    /// About whom; nobody where it is an offer of the user's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    /// What kind of thing it is.
    pub kind: FactKind,
    /// The thing in a few words, as a message would name it.
    pub text: String,
    /// When it was, where that is known: the day of the post, the talk, the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
}

record!(Fact, FactId { id: "id", contact: "contact", kind: "kind", text: "text", on: "day" });

tokens! {
    /// What kind of thing a fact is; what most sources ask for first stands first.
    FactKind {
        /// A post, a talk, a paper, a project of theirs.
        Work = "work",
        /// What both care about.
        Interest = "interest",
        /// Somebody whom both know.
        Mutual = "mutual",
        /// An event where both were or will be.
        Event = "event",
        /// A group, a school, a former employer that both belong to.
        Group = "group",
        /// What the user has to give.
        Offer = "offer",
    }
}

impl FactKind {
    /// The question that a missing fact of this kind answers.
    pub fn question(self) -> &'static str {
        match self {
            FactKind::Work => "what did you read, hear or use of theirs?",
            FactKind::Interest => "what do both of you care about?",
            FactKind::Mutual => "whom do both of you know?",
            FactKind::Event => "where did you meet, or where will you?",
            FactKind::Group => "which group, school or employer do you share?",
            FactKind::Offer => "what could you give: a review, a tool, an answer?",
        }
    }
}
