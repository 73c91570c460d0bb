//! The words of a filter: `anna company:acme is:stale -tag:vip age:>21`.
//!
//! Bare words are matched fuzzily against name, company, role and tags; `key:value` narrows; `-` negates; quotes keep
//! blanks. What cannot be read is marked at its spot and does not narrow.

mod matching;
#[cfg(test)]
mod tests;

pub use matching::Subject;

use std::ops::Range;

use crate::domain::dates::{self, Toward};
use crate::domain::time::Day;

use super::action::Screen;
use super::nearest::nearest;
use super::search::fold;
use super::state::State;

/// A filter, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Bare words, folded.
    pub words: Vec<String>,
    /// The rest.
    pub terms: Vec<Term>,
    /// What could not be read.
    pub errors: Vec<Mistake>,
}

/// A part of a filter that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The bytes of the filter that it concerns.
    pub span: Range<usize>,
    /// What is wrong and what would do.
    pub why: String,
}

/// A term, perhaps negated.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Everything but what it says.
    pub negated: bool,
    /// What it says.
    pub what: What,
}

/// What a term asks.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A word that is not to be there.
    Word(String),
    /// `is:`
    Is(Is),
    /// `tag:`
    Tag(String),
    /// `company:`
    Company(String),
    /// `role:`
    Role(String),
    /// `purpose:`
    Purpose(String),
    /// `source:`
    Source(String),
    /// `note:`
    Note(String),
    /// `age:`, in days
    Age(Compare, i64),
    /// `before:`, by the day it was sent
    Before(Day),
    /// `after:`, by the day it was sent
    After(Day),
    /// `has:message`
    HasMessage,
}

/// How an age is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `>`
    Over,
    /// `>=`
    AtLeast,
    /// `<`
    Under,
    /// `<=`
    AtMost,
    /// nothing, or `=`
    Exactly,
}

macro_rules! is_words {
    ($($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// What `is:` can ask.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Is { $($(#[$doc])* $variant),+ }

        impl Is {
            /// Every one with its word.
            pub const ALL: &'static [(&'static str, Is)] = &[$(($word, Is::$variant)),+];
        }
    };
}

is_words! {
    /// A request waits.
    Pending = "pending",
    /// A request was sent.
    Sent = "sent",
    /// A request was received.
    Received = "received",
    /// A request was accepted.
    Accepted = "accepted",
    /// They said no.
    Declined = "declined",
    /// The user took it back.
    Withdrawn = "withdrawn",
    /// It expired.
    Expired = "expired",
    /// It was reported.
    Reported = "reported",
    /// The user let it be.
    Ignored = "ignored",
    /// Gone from the export.
    NoLongerListed = "no_longer_listed",
    /// A request is new or fresh.
    Fresh = "fresh",
    /// A request is quiet.
    Quiet = "quiet",
    /// A request is stale.
    Stale = "stale",
    /// A request is off the list for now.
    Snoozed = "snoozed",
    /// In the list of connections.
    Connected = "connected",
    /// Put away.
    Archived = "archived",
    /// Closed for good.
    Closed = "closed",
    /// No longer in the list of connections.
    Gone = "gone",
}

const KEYS: [&str; 11] =
    ["is", "tag", "company", "role", "purpose", "source", "age", "before", "after", "has", "note"];

impl Query {
    /// Reads a filter.
    pub fn parse(text: &str, today: Day) -> Self {
        let mut query = Self::default();
        for span in parts(text) {
            let part = &text[span.clone()];
            let (negated, body) = match part.strip_prefix('-') {
                // What is still being typed is no mistake.
                Some("") => continue,
                Some(rest) => (true, rest),
                None => (false, part),
            };
            match term(body, today) {
                Ok(What::Word(word)) if !negated => query.words.push(word),
                Ok(what) => query.terms.push(Term { negated, what }),
                Err(why) if why.is_empty() => {}
                Err(why) => query.errors.push(Mistake { span, why }),
            }
        }
        query
    }

    /// Whether it narrows nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.terms.is_empty()
    }

    /// Whether it asks for this.
    pub fn asks(&self, is: Is) -> bool {
        self.terms.iter().any(|term| !term.negated && term.what == What::Is(is))
    }
}

impl State {
    /// The filter of the screen that is shown, where it has one.
    pub fn query(&self) -> Option<&Query> {
        match self.screen {
            Screen::Pending => Some(&self.pending.query),
            Screen::Contacts => Some(&self.contacts.query),
            Screen::Today | Screen::Compose | Screen::Insights | Screen::You => None,
        }
    }
}

/// The parts between blanks; quotes keep blanks together.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut quoted) = (None, false);
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
            start.get_or_insert(at);
        } else if c.is_whitespace() && !quoted {
            if let Some(from) = start.take() {
                found.push(from..at);
            }
        } else {
            start.get_or_insert(at);
        }
    }
    if let Some(from) = start {
        found.push(from..text.len());
    }
    found
}

fn term(body: &str, today: Day) -> Result<What, String> {
    let plain = |text: &str| fold(&text.replace('"', ""));
    let Some((key, value)) = body.split_once(':').filter(|_| !body.starts_with('"')) else {
        let word = plain(body);
        return if word.is_empty() { Err(String::new()) } else { Ok(What::Word(word)) };
    };
    let key = key.to_lowercase();
    if !KEYS.contains(&key.as_str()) {
        return Err(match nearest(&key, KEYS) {
            Some(known) => format!("no such word {key}:, did you mean {known}:?"),
            None => format!("no such word {key}:, there is {}", KEYS.map(|k| format!("{k}:")).join(" ")),
        });
    }
    let value = plain(value);
    if value.is_empty() {
        return Err(String::new());
    }
    match key.as_str() {
        "tag" => Ok(What::Tag(value)),
        "company" => Ok(What::Company(value)),
        "role" => Ok(What::Role(value)),
        "purpose" => Ok(What::Purpose(value)),
        "source" => Ok(What::Source(value)),
        "note" => Ok(What::Note(value)),
        "has" if value == "message" => Ok(What::HasMessage),
        "has" => Err("has: knows only has:message".into()),
        "before" | "after" => {
            let day = dates::parse(&value, today, Toward::Past).map_err(|refusal| refusal.to_string())?;
            Ok(if key == "before" { What::Before(day) } else { What::After(day) })
        }
        "age" => age(&value).ok_or_else(|| format!("age: takes days, such as age:>21, not {value}")),
        _ => is(&value),
    }
}

fn is(value: &str) -> Result<What, String> {
    let value = value.replace(['-', ' '], "_");
    let words = || Is::ALL.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
    Is::ALL.iter().find(|(word, _)| *word == value).map(|(_, is)| What::Is(*is)).ok_or_else(|| match nearest(
        &value,
        Is::ALL.iter().map(|(word, _)| *word),
    ) {
        Some(word) => format!("is: does not know {value}, did you mean is:{word}?"),
        None => format!("is: does not know {value}, there is {}", words()),
    })
}

fn age(value: &str) -> Option<What> {
    let signs = [
        (">=", Compare::AtLeast),
        ("<=", Compare::AtMost),
        (">", Compare::Over),
        ("<", Compare::Under),
        ("=", Compare::Exactly),
        ("", Compare::Exactly),
    ];
    let (sign, compare) = signs.into_iter().find(|(sign, _)| value.starts_with(sign))?;
    let days = value[sign.len()..].trim_end_matches('d').parse().ok()?;
    Some(What::Age(compare, days))
}
