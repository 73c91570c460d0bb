//! The documented JSON shapes: what `export` writes and what commands print with `--json`. Stable: a field is added at
//! the end, never renamed. What is not known is null.
//!
//! Each record is taken apart by name, so that one with a new field does not compile until its shape says what becomes
//! of it: an export is the user's own copy of everything.

mod people;
mod records;

pub use people::{ContactShape, RequestShape};
pub use records::{DecisionShape, DraftShape, FactShape, ImportShape, NoteShape, SignShape, TouchShape};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;
use crate::domain::time::{Day, Moment, Now};

/// Everything: what `export` writes. Templates are files, and stay where they are.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct BookShape<'a> {
    pub format: u32,
    pub exported_at: Moment,
    pub as_of: Option<Day>,
    pub contacts: Vec<ContactShape<'a>>,
    pub requests: Vec<RequestShape<'a>>,
    pub notes: Vec<NoteShape<'a>>,
    pub touches: Vec<TouchShape<'a>>,
    pub signs: Vec<SignShape<'a>>,
    pub facts: Vec<FactShape<'a>>,
    pub imports: Vec<ImportShape<'a>>,
    pub templates: [(); 0],
    pub rules: BTreeMap<&'static str, RuleValue>,
    pub decisions: Vec<DecisionShape<'a>>,
    pub drafts: Vec<DraftShape<'a>>,
    pub profile: BTreeMap<&'static str, Option<Day>>,
    pub muted: Vec<&'a str>,
}

/// The value of a rule: a number, or the word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RuleValue {
    /// Characters, days, requests.
    Number(i64),
    /// `free`, `premium` or `off`.
    Word(&'static str),
}

impl RuleValue {
    /// As it is written.
    pub fn of(key: RuleKey, value: i64) -> Self {
        key.value_word(value).map_or(Self::Number(value), Self::Word)
    }
}

fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

impl<'a> BookShape<'a> {
    /// The network in its documented shape, everything in the order of its numbers.
    pub fn of(network: &'a Network, now: Now) -> Self {
        Self {
            format: 1,
            exported_at: now.at,
            as_of: network.runs.iter().map(|run| run.as_of).max(),
            contacts: network.contacts.iter().map(|c| ContactShape::from(&**c)).collect(),
            requests: network.requests.iter().map(|r| RequestShape::from(&**r)).collect(),
            notes: network.notes.iter().map(|n| NoteShape::from(&**n)).collect(),
            touches: network.touches.iter().map(|t| TouchShape::from(&**t)).collect(),
            signs: network.signs.iter().map(|s| SignShape::from(&**s)).collect(),
            facts: network.facts.iter().map(|f| FactShape::from(&**f)).collect(),
            imports: network.runs.iter().map(|r| ImportShape::from(&**r)).collect(),
            templates: [],
            rules: RuleKey::ALL
                .iter()
                .map(|key| (key.token(), RuleValue::of(*key, network.rules.get(*key))))
                .collect(),
            decisions: network.decisions.iter().map(|d| DecisionShape::from(&**d)).collect(),
            drafts: network.drafts.iter().map(|d| DraftShape::from(&**d)).collect(),
            profile: ProfileItem::ALL
                .iter()
                .map(|item| (item.token(), network.profile.checked(*item)))
                .collect(),
            muted: network.muted.iter().map(String::as_str).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_printed_as_the_user_reads_it() {
        let printed = |key, value| serde_json::to_string(&RuleValue::of(key, value)).expect("written");
        assert_eq!(printed(RuleKey::Account, 0), "\"free\"");
        assert_eq!(printed(RuleKey::Account, 1), "\"premium\"");
        for key in [RuleKey::ExpiresAfter, RuleKey::WaitAfterWithdrawal] {
            assert_eq!((printed(key, 0).as_str(), printed(key, 7).as_str()), ("\"off\"", "7"));
        }
        assert_eq!(printed(RuleKey::WeekAim, 0), "0");
    }
}
