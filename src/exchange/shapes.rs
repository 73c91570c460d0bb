//! The documented JSON shapes: what `export` writes and what commands print with `--json`. Stable: a field is added at
//! the end, never renamed. What is not known is null.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::contact::{Contact, Fit};
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
}

/// A sign.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct SignShape {
    pub request: String,
    pub sign: SignKind,
    pub on: Day,
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
    pub signs: Vec<SignShape>,
    pub facts: [(); 0],
    pub imports: Vec<ImportShape<'a>>,
    pub templates: [(); 0],
    pub rules: BTreeMap<&'static str, i64>,
}

fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

impl<'a> From<&'a Contact> for ContactShape<'a> {
    fn from(contact: &'a Contact) -> Self {
        Self {
            id: contact.id.to_string(),
            first_name: known(&contact.first_name),
            last_name: known(&contact.last_name),
            slug: known(&contact.slug),
            url: contact.address(),
            company: known(&contact.company),
            role: known(&contact.role),
            email: known(&contact.email),
            connected_on: contact.connected_on,
            purpose: known(&contact.purpose),
            fit: contact.fit,
            tags: &contact.tags,
            archived: contact.archived,
        }
    }
}

impl<'a> From<&'a Request> for RequestShape<'a> {
    fn from(request: &'a Request) -> Self {
        Self {
            id: request.id.to_string(),
            contact: request.contact.to_string(),
            direction: request.direction,
            channel: request.channel,
            source: known(&request.source),
            attempt: request.attempt,
            sent_on: request.sent_on,
            sent_at: request.sent_at,
            message: known(&request.message),
            standing: request.standing,
            settled_on: request.settled_on,
            settled_at: request.settled_at,
            evidence: request.evidence,
            snoozed_until: request.snoozed_until,
        }
    }
}

impl<'a> From<&'a Note> for NoteShape<'a> {
    fn from(note: &'a Note) -> Self {
        Self { id: note.id.to_string(), contact: note.contact.to_string(), text: &note.text, at: note.at }
    }
}

impl<'a> From<&'a Touch> for TouchShape<'a> {
    fn from(touch: &'a Touch) -> Self {
        Self {
            id: touch.id.to_string(),
            contact: touch.contact.map(|id| id.to_string()),
            kind: touch.kind,
            text: known(&touch.text),
            on: touch.on,
            at: touch.at,
        }
    }
}

impl From<&Sign> for SignShape {
    fn from(sign: &Sign) -> Self {
        Self { request: sign.request.to_string(), sign: sign.kind, on: sign.on }
    }
}

impl<'a> From<&'a Run> for ImportShape<'a> {
    fn from(run: &'a Run) -> Self {
        Self {
            id: run.id.to_string(),
            path: &run.path,
            as_of: run.as_of,
            at: run.at,
            owner: known(&run.owner),
            tables: &run.tables,
            listed: run.listed.iter().map(ToString::to_string).collect(),
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
            rules: RuleKey::ALL.iter().map(|key| (key.token(), network.rules.get(*key))).collect(),
        }
    }
}
