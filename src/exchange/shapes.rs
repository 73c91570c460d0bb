//! The documented JSON shapes: what `export` writes and what commands print with `--json`. Stable: a field is added at
//! the end, never renamed. What is not known is null.
//!
//! Each record is taken apart by name, so that one with a new field does not compile until its shape says what becomes
//! of it: an export is the user's own copy of everything.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::contact::{Contact, Fit, Listed, Origin};
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::network::Network;
use crate::domain::note::Note;
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::run::{Run, TableRead};
use crate::domain::sign::{Sign, SignKind};
use crate::domain::time::{Day, Moment, Now};
use crate::domain::touch::{Touch, TouchKind};

/// A contact.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct ContactShape<'a> {
    pub id: String,
    pub first_name: Option<&'a str>,
    pub last_name: Option<&'a str>,
    pub slug: Option<&'a str>,
    pub url: Option<String>,
    pub company: Option<&'a str>,
    pub role: Option<&'a str>,
    pub email: Option<&'a str>,
    pub connected_on: Option<Day>,
    pub purpose: Option<&'a str>,
    pub fit: Option<Fit>,
    pub tags: &'a [String],
    pub archived: bool,
    pub former_slugs: &'a [String],
    pub former_names: &'a [String],
    pub listed_on: Option<Day>,
    pub gone_on: Option<Day>,
    pub ask_again_on: Option<Day>,
    pub listed: Option<&'a Listed>,
    pub origin: Origin,
}

/// A request.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct RequestShape<'a> {
    pub id: String,
    pub contact: String,
    pub direction: Direction,
    pub channel: Channel,
    pub source: Option<&'a str>,
    pub attempt: u32,
    pub sent_on: Day,
    pub sent_at: Option<Moment>,
    pub message: Option<&'a str>,
    pub standing: Standing,
    pub settled_on: Option<Day>,
    pub settled_at: Option<Moment>,
    pub evidence: Evidence,
    pub snoozed_until: Option<Day>,
    pub sent_raw: Option<&'a str>,
    pub recorded_on: Day,
    pub confirmed_on: Option<Day>,
    pub by_name: bool,
    pub against: Option<&'a str>,
    pub opened: bool,
    pub origin: Origin,
}

/// A note.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct NoteShape<'a> {
    pub id: String,
    pub contact: String,
    pub text: &'a str,
    pub at: Moment,
}

/// A touch.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct TouchShape<'a> {
    pub id: String,
    pub contact: Option<String>,
    pub kind: TouchKind,
    pub text: Option<&'a str>,
    pub on: Day,
    pub at: Option<Moment>,
    pub direction: Direction,
    pub origin: Origin,
}

/// A sign.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct SignShape<'a> {
    pub request: String,
    pub sign: SignKind,
    pub on: Day,
    pub text: Option<&'a str>,
    pub id: String,
    pub channel: Option<Channel>,
}

/// A question that an import left open, or that was answered.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct DecisionShape<'a> {
    pub id: String,
    pub kind: DecisionKind,
    pub contact: String,
    pub other: Option<String>,
    pub request: Option<String>,
    pub standing: Option<Standing>,
    pub on: Option<Day>,
    pub text: &'a str,
    pub raised_on: Day,
    pub settled: bool,
}

/// An import.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct ImportShape<'a> {
    pub id: String,
    pub path: &'a str,
    pub as_of: Day,
    pub at: Moment,
    pub owner: Option<&'a str>,
    pub tables: &'a [TableRead],
    pub listed: Vec<String>,
    pub owner_slug: Option<&'a str>,
}

/// Everything: what `export` writes. Facts and templates have no rooms of their own yet.
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
    pub facts: [(); 0],
    pub imports: Vec<ImportShape<'a>>,
    pub templates: [(); 0],
    pub rules: BTreeMap<&'static str, RuleValue>,
    pub decisions: Vec<DecisionShape<'a>>,
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

impl<'a> From<&'a Contact> for ContactShape<'a> {
    fn from(contact: &'a Contact) -> Self {
        let Contact {
            id,
            first_name,
            last_name,
            slug,
            former_slugs,
            former_names,
            listed_on,
            url: _, // the address is this one or made of the slug
            email,
            company,
            role,
            purpose,
            fit,
            tags,
            connected_on,
            gone_on,
            ask_again_on,
            archived,
            origin,
            listed,
        } = contact;
        Self {
            id: id.to_string(),
            first_name: known(first_name),
            last_name: known(last_name),
            slug: known(slug),
            url: contact.address(),
            company: known(company),
            role: known(role),
            email: known(email),
            connected_on: *connected_on,
            purpose: known(purpose),
            fit: *fit,
            tags,
            archived: *archived,
            former_slugs,
            former_names,
            listed_on: *listed_on,
            gone_on: *gone_on,
            ask_again_on: *ask_again_on,
            listed: listed.as_deref(),
            origin: *origin,
        }
    }
}

impl<'a> From<&'a Request> for RequestShape<'a> {
    fn from(request: &'a Request) -> Self {
        let Request {
            id,
            contact,
            direction,
            channel,
            source,
            attempt,
            sent_on,
            sent_at,
            sent_raw,
            message,
            standing,
            settled_on,
            settled_at,
            evidence,
            snoozed_until,
            origin,
            recorded_on,
            confirmed_on,
            by_name,
            against,
            opened,
        } = request;
        Self {
            id: id.to_string(),
            contact: contact.to_string(),
            direction: *direction,
            channel: *channel,
            source: known(source),
            attempt: *attempt,
            sent_on: *sent_on,
            sent_at: *sent_at,
            message: known(message),
            standing: *standing,
            settled_on: *settled_on,
            settled_at: *settled_at,
            evidence: *evidence,
            snoozed_until: *snoozed_until,
            sent_raw: known(sent_raw),
            recorded_on: *recorded_on,
            confirmed_on: *confirmed_on,
            by_name: *by_name,
            against: known(against),
            opened: *opened,
            origin: *origin,
        }
    }
}

impl<'a> From<&'a Note> for NoteShape<'a> {
    fn from(note: &'a Note) -> Self {
        let Note { id, contact, text, at } = note;
        Self { id: id.to_string(), contact: contact.to_string(), text, at: *at }
    }
}

impl<'a> From<&'a Touch> for TouchShape<'a> {
    fn from(touch: &'a Touch) -> Self {
        let Touch { id, contact, kind, direction, text, on, at, origin } = touch;
        Self {
            id: id.to_string(),
            contact: contact.map(|id| id.to_string()),
            kind: *kind,
            text: known(text),
            on: *on,
            at: *at,
            direction: *direction,
            origin: *origin,
        }
    }
}

impl<'a> From<&'a Sign> for SignShape<'a> {
    fn from(sign: &'a Sign) -> Self {
        let Sign { id, request, kind, on, text, channel } = sign;
        let (request, id) = (request.to_string(), id.to_string());
        Self { request, sign: *kind, on: *on, text: known(text), id, channel: *channel }
    }
}

impl<'a> From<&'a Decision> for DecisionShape<'a> {
    fn from(decision: &'a Decision) -> Self {
        let Decision { id, kind, contact, other, request, standing, on, text, raised_on, settled } = decision;
        Self {
            id: id.to_string(),
            kind: *kind,
            contact: contact.to_string(),
            other: other.map(|id| id.to_string()),
            request: request.map(|id| id.to_string()),
            standing: *standing,
            on: *on,
            text,
            raised_on: *raised_on,
            settled: *settled,
        }
    }
}

impl<'a> From<&'a Run> for ImportShape<'a> {
    fn from(run: &'a Run) -> Self {
        let Run { id, path, as_of, at, owner, owner_slug, tables, listed } = run;
        Self {
            id: id.to_string(),
            path,
            as_of: *as_of,
            at: *at,
            owner: known(owner),
            tables,
            listed: listed.iter().map(ToString::to_string).collect(),
            owner_slug: known(owner_slug),
        }
    }
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
            facts: [],
            imports: network.runs.iter().map(|r| ImportShape::from(&**r)).collect(),
            templates: [],
            rules: RuleKey::ALL
                .iter()
                .map(|key| (key.token(), RuleValue::of(*key, network.rules.get(*key))))
                .collect(),
            decisions: network.decisions.iter().map(|d| DecisionShape::from(&**d)).collect(),
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
