//! The shapes of what belongs to people: notes, touches, signs, facts, drafts, questions, imports.

use serde::Serialize;

use super::known;
use crate::domain::contact::Origin;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::draft::{Draft, Version};
use crate::domain::fact::{Fact, FactKind};
use crate::domain::note::Note;
use crate::domain::request::{Channel, Direction, Standing};
use crate::domain::run::{Run, TableRead};
use crate::domain::sign::{Sign, SignKind};
use crate::domain::time::{Day, Moment};
use crate::domain::touch::{Touch, TouchKind};

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

/// A fact about a contact, or an offer of the user's own.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct FactShape<'a> {
    pub contact: Option<String>,
    pub kind: FactKind,
    pub text: &'a str,
    pub on: Option<Day>,
    pub id: String,
}

/// A message that is being written.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct DraftShape<'a> {
    pub id: String,
    pub contact: String,
    pub text: &'a str,
    pub at: Moment,
    pub template: Option<&'a str>,
    pub later: Option<Day>,
    pub off: &'a [String],
    pub versions: &'a [Version],
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

impl<'a> From<&'a Fact> for FactShape<'a> {
    fn from(fact: &'a Fact) -> Self {
        let Fact { id, contact, kind, text, on } = fact;
        Self { contact: contact.map(|id| id.to_string()), kind: *kind, text, on: *on, id: id.to_string() }
    }
}

impl<'a> From<&'a Draft> for DraftShape<'a> {
    fn from(draft: &'a Draft) -> Self {
        let Draft { id, contact, text, template, off, later, at, versions } = draft;
        Self {
            id: id.to_string(),
            contact: contact.to_string(),
            text,
            at: *at,
            template: known(template),
            later: *later,
            off,
            versions,
        }
    }
}
