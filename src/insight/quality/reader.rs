//! Whom a message goes to, what the sender knows of them, and what they wrote to others.

use super::evidence::Span;
use crate::domain::fact::FactKind;

/// Whom a message goes to, as far as is known; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Company.
    pub company: String,
    /// Role.
    pub role: String,
    /// What else is known of them, and what the sender has to offer.
    pub known: Vec<Known>,
}

/// Something that is known and that a message can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// How it is known.
    pub source: Source,
    /// In words.
    pub text: String,
}

/// How something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// It was noted as a fact; an offer is the sender's.
    Fact(FactKind),
    /// A tag.
    Tag,
    /// A note or a touch, which speaks of many things.
    Told,
}

impl Source {
    /// Whether naming it says how sender and reader know each other.
    pub fn tells_how(self) -> bool {
        match self {
            Source::Fact(FactKind::Offer | FactKind::Interest) | Source::Tag => false,
            Source::Fact(FactKind::Work | FactKind::Mutual | FactKind::Event | FactKind::Group)
            | Source::Told => true,
        }
    }
}

/// What a message is like that was sent to somebody else.
#[derive(Clone, Debug, PartialEq)]
pub struct Echo {
    /// How much alike they are, 0 to 1.
    pub share: f64,
    /// To whom it went.
    pub to: String,
    /// When, in words.
    pub when: String,
    /// The words that only this message has.
    pub only_here: Vec<Span>,
}
