//! The documented shapes of what commands print with `--json`, beside those of [`super::shapes`].

use std::sync::Arc;

use serde::Serialize;

use super::shapes::{
    ContactShape, DecisionShape, DraftShape, FactShape, NoteShape, RequestShape, RuleValue, SignShape,
    TouchShape,
};
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::draft::Draft;
use crate::domain::id::ContactId;
use crate::domain::merge::Report;
use crate::domain::network::Network;
use crate::domain::time::Day;

/// `list`: a contact, with whole name and the ids of its requests.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Listed<'a> {
    #[serde(flatten)]
    pub contact: ContactShape<'a>,
    pub name: String,
    pub requests: Vec<String>,
}

impl<'a> Listed<'a> {
    /// A contact as it is listed.
    pub fn of(network: &'a Network, contact: &'a Contact) -> Self {
        Self {
            contact: contact.into(),
            name: contact.name(),
            requests: network.requests_of(contact.id).map(|request| request.id.to_string()).collect(),
        }
    }
}

/// `show WHO`: everything about a contact.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Whole<'a> {
    #[serde(flatten)]
    pub contact: ContactShape<'a>,
    pub name: String,
    pub requests: Vec<RequestShape<'a>>,
    pub notes: Vec<NoteShape<'a>>,
    pub touches: Vec<TouchShape<'a>>,
    pub signs: Vec<SignShape<'a>>,
    pub facts: Vec<FactShape<'a>>,
    pub decisions: Vec<DecisionShape<'a>>,
}

impl<'a> Whole<'a> {
    /// Everything about a contact.
    pub fn of(network: &'a Network, contact: &'a Contact) -> Self {
        let id: ContactId = contact.id;
        let signs = network.requests_of(id).flat_map(|request| network.signs_of(request.id));
        let about = |decision: &&Arc<Decision>| decision.contact == id || decision.other == Some(id);
        Self {
            contact: contact.into(),
            name: contact.name(),
            requests: network.requests_of(id).map(|request| (&**request).into()).collect(),
            notes: network.notes_of(id).map(|note| (&**note).into()).collect(),
            touches: network.touches_of(id).map(|touch| (&**touch).into()).collect(),
            signs: signs.map(|sign| (&**sign).into()).collect(),
            facts: network.facts_of(id).map(|fact| (&**fact).into()).collect(),
            decisions: network.decisions.iter().filter(about).map(|d| (&**d).into()).collect(),
        }
    }
}

/// `due`, and the rows of `show today`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Due {
    pub kind: &'static str,
    pub contact: Option<String>,
    pub request: Option<String>,
    pub on: Option<Day>,
    pub text: String,
}

/// `status`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Status {
    pub waiting: usize,
    pub stale: usize,
    pub received: usize,
    pub due: usize,
    pub week: Budget,
    pub messages: Budget,
}

/// Used and allowed; null where there is no limit.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Budget {
    pub used: i64,
    pub of: Option<i64>,
}

/// A row of `show pending`, `sent`, `received` or `snoozed`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Waiting<'a> {
    #[serde(flatten)]
    pub request: RequestShape<'a>,
    pub name: String,
    pub age: i64,
    pub stage: &'static str,
}

/// A row of `show you`: a rule.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct RuleRow {
    pub rule: &'static str,
    pub label: &'static str,
    pub value: RuleValue,
    pub default: RuleValue,
    pub source: &'static str,
}

/// What a verb or `undo` wrote down: the number of its batch, in words, the ids of what was added.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Noted<'a> {
    pub batch: i64,
    pub what: &'a str,
    pub added: Vec<String>,
}

/// `import`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Imported<'a> {
    #[serde(flatten)]
    pub report: &'a Report,
    pub batch: Option<i64>,
    pub dry_run: bool,
    pub warnings: Vec<String>,
    pub hidden: usize,
}

impl<'a> Imported<'a> {
    /// What an import found, and the batch that it became where it was written down.
    pub fn of(report: &'a Report, batch: Option<i64>, dry_run: bool) -> Self {
        Self { report, batch, dry_run, warnings: report.warnings(), hidden: report.background.hidden }
    }
}

/// A line of `doctor`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Examined<'a> {
    pub check: &'static str,
    pub health: &'static str,
    pub text: &'a str,
}

/// What `export FILE`, `backup` and `restore` wrote, and where `restore` keeps what it replaced.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Written {
    pub path: String,
    pub kept: Option<String>,
}

/// `draft`: a message that is being written, with the name of its reader.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct DraftRow<'a> {
    #[serde(flatten)]
    pub draft: DraftShape<'a>,
    pub name: String,
}

impl<'a> DraftRow<'a> {
    /// A draft as it is listed.
    pub fn of(network: &Network, draft: &'a Draft) -> Self {
        let name = network.contact(draft.contact).map_or_else(String::new, |contact| contact.name());
        Self { draft: draft.into(), name }
    }
}

/// `profile`: an item of the user's own profile.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct ProfileRow {
    pub item: &'static str,
    pub label: &'static str,
    pub on: Option<Day>,
    pub in_order: bool,
}
