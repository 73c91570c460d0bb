//! The journal played from its beginning: where every record that it speaks of should be by now.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::sync::Arc;

use rusqlite::Connection;

use super::error::Cause;
use super::journal;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::fact::Fact;
use crate::domain::network::Network;
use crate::domain::note::Note;
use crate::domain::profile::ProfileItem;
use crate::domain::record::Record;
use crate::domain::request::Request;
use crate::domain::rules::RuleKey;
use crate::domain::run::Run;
use crate::domain::sign::Sign;
use crate::domain::table::Table;
use crate::domain::time::Day;
use crate::domain::touch::Touch;

/// The last thing that the journal says of each record: the record, or that it is gone.
#[derive(Default)]
pub(super) struct Replay {
    contacts: Last<Contact>,
    requests: Last<Request>,
    signs: Last<Sign>,
    touches: Last<Touch>,
    notes: Last<Note>,
    decisions: Last<Decision>,
    runs: Last<Run>,
    facts: Last<Fact>,
    profile: BTreeMap<ProfileItem, Option<Day>>,
    muted: BTreeSet<String>,
    rules: BTreeMap<RuleKey, Option<i64>>,
}

impl Replay {
    pub(super) fn of(book: &Connection) -> Result<Self, Cause> {
        let mut replay = Self::default();
        let mut statement = book.prepare("SELECT number, changes FROM journal ORDER BY number")?;
        let mut lines = statement.query([])?;
        while let Some(line) = lines.next()? {
            let first = line.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            journal::for_each(book, line.get(0)?, first, |change| replay.take(change))?;
        }
        Ok(replay)
    }

    fn take(&mut self, change: Change) {
        match change {
            Change::Contact(edit) => self.contacts.take(edit),
            Change::Request(edit) => self.requests.take(edit),
            Change::Sign(edit) => self.signs.take(edit),
            Change::Touch(edit) => self.touches.take(edit),
            Change::Note(edit) => self.notes.take(edit),
            Change::Decision(edit) => self.decisions.take(edit),
            Change::Run(edit) => self.runs.take(edit),
            Change::Fact(edit) => self.facts.take(edit),
            // The journal says when one came or went, and not what was typed.
            Change::Draft(_) => {}
            Change::Profile { item, before: _, after } => {
                self.profile.insert(item, after);
            }
            Change::Mute { tip, before: _, after: true } => {
                self.muted.insert(tip);
            }
            Change::Mute { tip, before: _, after: false } => {
                self.muted.remove(&tip);
            }
            Change::Rule { key, before: _, after } => {
                self.rules.insert(key, after);
            }
        }
    }

    /// The records that are not as the journal left them, by number, and those of which it knows nothing.
    pub(super) fn against(&self, network: &Network) -> Vec<String> {
        let mut found = Vec::new();
        self.contacts.against(&network.contacts, &mut found);
        self.requests.against(&network.requests, &mut found);
        self.signs.against(&network.signs, &mut found);
        self.touches.against(&network.touches, &mut found);
        self.notes.against(&network.notes, &mut found);
        self.decisions.against(&network.decisions, &mut found);
        self.runs.against(&network.runs, &mut found);
        self.facts.against(&network.facts, &mut found);
        let checked = |item: &ProfileItem| self.profile.get(item).copied().flatten();
        let items = ProfileItem::ALL.iter().filter(|item| network.profile.checked(**item) != checked(item));
        found.extend(items.map(|item| format!("the profile item {}", item.token())));
        let muted = self.muted.symmetric_difference(&network.muted);
        found.extend(muted.map(|tip| format!("the tip {tip}")));
        let said = |key: &RuleKey| self.rules.get(key).copied().flatten();
        let rules = RuleKey::ALL.iter().filter(|key| network.rules.changed(**key) != said(key));
        found.extend(rules.map(|key| format!("the rule {}", key.token())));
        found
    }
}

struct Last<T> {
    records: BTreeMap<u32, Option<Arc<T>>>,
    /// Of which a change expected something else than the one before had left.
    torn: BTreeSet<u32>,
}

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), torn: BTreeSet::new() }
    }
}

impl<T: Record> Last<T>
where
    T::Id: Display,
{
    fn take(&mut self, edit: Edit<T>) {
        let Some(id) = edit.after.as_ref().or(edit.before.as_ref()).map(|any| any.id()) else { return };
        let found = self.records.insert(id.into(), edit.after).flatten();
        if found != edit.before {
            self.torn.insert(id.into());
        }
    }

    fn against(&self, table: &Table<T>, found: &mut Vec<String>) {
        let numbers = self.records.iter().map(|(number, record)| (T::Id::from(*number), record));
        let differ = numbers
            .filter(|(id, record)| table.get(*id) != record.as_ref() || self.torn.contains(&(*id).into()));
        found.extend(differ.map(|(id, _)| id.to_string()));
        let unknown = table.iter().filter(|row| !self.records.contains_key(&row.id().into()));
        found.extend(unknown.map(|row| row.id().to_string()));
    }
}
