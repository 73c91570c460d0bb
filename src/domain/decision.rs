//! "To decide": what an import could not know and only the user can say.

use serde::{Deserialize, Serialize};

use super::id::{ContactId, DecisionId, RequestId};
use super::record::record;
use super::request::{Standing, tokens};
use super::time::Day;

/// A question that an import left open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The number.
    pub id: DecisionId,
    /// What kind of question.
    pub kind: DecisionKind,
    /// The contact it is about (for two people: the one that came with the import).
    pub contact: ContactId,
    /// The other contact, where the question is whether two are one.
    pub other: Option<ContactId>,
    /// The request, where the question is about its standing.
    pub request: Option<RequestId>,
    /// What the export says the standing is, where that contradicts the user.
    pub standing: Option<Standing>,
    /// The day that goes with that standing.
    pub on: Option<Day>,
    /// The question in words, without a question mark at the end where it is a statement.
    pub text: String,
    /// The day of the export that raised it.
    pub raised_on: Day,
    /// The user has answered.
    pub settled: bool,
}

impl Decision {
    /// An open question about one contact, so far without another contact or a request.
    pub fn about(
        id: DecisionId,
        kind: DecisionKind,
        contact: ContactId,
        text: String,
        raised_on: Day,
    ) -> Self {
        Self {
            id,
            kind,
            contact,
            other: None,
            request: None,
            standing: None,
            on: None,
            text,
            raised_on,
            settled: false,
        }
    }
}

record!(
    Decision,
    DecisionId {
        id: "id",
        kind: "kind",
        contact: "contact",
        other: "other contact",
        request: "request",
        standing: "standing",
        on: "day",
        text: "text",
        raised_on: "day of the export",
        settled: "answer",
    }
);

tokens! {
    /// What kind of question an import left open.
    DecisionKind {
        /// A row without an address fits a known name: the same person?
        SameName = "same_name",
        /// A new address while a known one of that name vanished: the same person?
        NewAddress = "new_address",
        /// The export contradicts what the user said of a request.
        Contradiction = "contradiction",
    }
}
