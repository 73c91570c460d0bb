//! Numbers that name things: `c42` is a contact, `r17` a request. They never change and are never reused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;

macro_rules! id {
    ($name:ident, $letter:literal, $what:literal) => {
        #[doc = concat!("The number of ", $what, ", written `", $letter, "42`.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $letter, self.0)
            }
        }

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u32 {
            fn from(id: $name) -> u32 {
                id.0
            }
        }

        impl FromStr for $name {
            type Err = Refusal;

            fn from_str(text: &str) -> Result<Self, Refusal> {
                text.strip_prefix($letter)
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| Refusal::new(format!("{text:?} is not the id of {}", $what)))
            }
        }
    };
}

id!(ContactId, "c", "a contact");
id!(RequestId, "r", "a request");
id!(SignId, "s", "a sign");
id!(TouchId, "t", "a touch");
id!(NoteId, "n", "a note");
id!(DecisionId, "d", "an item to decide");
id!(RunId, "i", "an import");
id!(FactId, "f", "a fact");
id!(DraftId, "m", "a draft");
