//! The connections table: who is connected since when, what they do now, and who is no longer in the list.

use std::collections::{HashMap, HashSet};

use super::names::{self, index};
use super::people::Heard;
use super::{Merge, history};
use crate::domain::arrival::ConnectionRow;
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::run::TableKind;
use crate::domain::time::Day;

/// People and rows by name and day of connection, for tables without addresses.
#[derive(Default)]
struct Unaddressed {
    people: HashMap<(String, Day), Vec<ContactId>>,
    rows: HashMap<(String, Day), usize>,
}

impl<'a> Merge<'a> {
    pub(super) fn read_connections(&mut self) {
        let mut unaddressed = self.unaddressed_connections();
        let mut undated = HashSet::new();
        for row in &self.arrival.connections {
            if self.is_owner(&row.slug) {
                continue;
            }
            let Some(day) = row.connected_on else {
                undated.extend(self.by_slug.get(row.slug.as_str()));
                continue;
            };
            let id = self.person_of(row, day, &mut unaddressed);
            // The same address twice: the later connection is the one that holds.
            if self.connected.get(&id).is_none_or(|known| *known < day) {
                self.connected.insert(id, day);
                self.hear_connection(id, row, day);
            }
        }
        self.find_gone(&undated);
    }

    fn unaddressed_connections(&self) -> Unaddressed {
        if !self.unaddressed {
            return Unaddressed::default();
        }
        let people = self.network.contacts.iter().flat_map(|contact| {
            let day = contact.connected_on;
            names::keys_of(contact).filter_map(move |name| Some(((name, day?), contact.id)))
        });
        let mut rows = HashMap::new();
        for row in &self.arrival.connections {
            if let Some(day) = row.connected_on {
                *rows.entry((names::key(&name(row)), day)).or_default() += 1;
            }
        }
        Unaddressed { people: index(people), rows }
    }

    /// The person of a row: by address, else by whole name and day of connection where that leaves only one.
    fn person_of(&mut self, row: &'a ConnectionRow, day: Day, unaddressed: &mut Unaddressed) -> ContactId {
        if let Some(id) = self.by_slug.get(row.slug.as_str()).copied() {
            self.mentioned.insert(id);
            return id;
        }
        if !self.unaddressed {
            return self.new_connection(row);
        }
        let key = (names::key(&name(row)), day);
        let same = unaddressed.people.get(&key).map_or(&[][..], Vec::as_slice);
        let found = if row.slug.is_empty() {
            same.iter().find(|id| self.contacts.get(**id).slug.is_empty()).or(same.first())
        } else {
            // Only a person from an export whose address was not known can turn out to have this one.
            let waits = |contact: &Contact| contact.slug.is_empty() && contact.origin == Origin::Export;
            same.first()
                .filter(|id| same.len() == 1 && unaddressed.rows[&key] == 1 && waits(self.contacts.get(**id)))
        };
        if let Some(id) = found.copied() {
            self.mentioned.insert(id);
            if self.contacts.get(id).slug.is_empty() {
                self.give_slug(id, &row.slug);
            }
            return id;
        }
        let id = self.new_connection(row);
        unaddressed.people.entry(key).or_default().push(id);
        id
    }

    fn new_connection(&mut self, row: &'a ConnectionRow) -> ContactId {
        let id = self.add_person(&row.slug, "");
        let contact = self.contacts.edit(id);
        row.first_name.clone_into(&mut contact.first_name);
        row.last_name.clone_into(&mut contact.last_name);
        id
    }

    fn hear_connection(&mut self, id: ContactId, row: &ConnectionRow, day: Day) {
        let as_of = self.arrival.as_of;
        let newest = self.history.is_newest(TableKind::Connections, as_of);
        let contact = self.contacts.get(id);
        let first_heard = contact.connected_on.is_none();
        // An older table has the word only on people of whom no newer one spoke.
        if !newest && !first_heard && !self.contacts.is_new(id) {
            return;
        }
        let heard = Heard {
            first_name: &row.first_name,
            last_name: &row.last_name,
            company: &row.company,
            role: &row.role,
        };
        let gone_on = if newest { None } else { self.history.first_after(TableKind::Connections, as_of) };
        if heard.is_known(contact)
            && contact.connected_on == Some(day)
            && contact.gone_on == gone_on
            && (row.email.is_empty() || !contact.email.is_empty())
        {
            return;
        }
        let is_new = self.contacts.is_new(id);
        let contact = self.contacts.edit(id);
        let differs = heard.tell(contact);
        contact.connected_on = Some(day);
        contact.gone_on = gone_on;
        if contact.email.is_empty() {
            row.email.clone_into(&mut contact.email);
        }
        if first_heard {
            self.report.background.new_connections += 1;
        }
        if !is_new {
            let contact = self.contacts.get(id);
            self.report.note_differences(contact, differs);
        }
    }

    /// Connections from exports that this one, with nothing newer known, no longer lists.
    fn find_gone(&mut self, undated: &HashSet<ContactId>) {
        let as_of = self.arrival.as_of;
        if !history::holds(&self.arrival.tables, TableKind::Connections)
            || !self.history.is_newest(TableKind::Connections, as_of)
        {
            return;
        }
        // A table without addresses cannot say that an address is missing.
        let has_addresses = self.arrival.connections.iter().any(|row| !row.slug.is_empty());
        for contact in &self.network.contacts {
            let imported = contact.origin == Origin::Export || contact.listed.is_some();
            if imported
                && contact.connected_on.is_some_and(|day| day < as_of)
                && contact.gone_on.is_none()
                && (has_addresses || contact.slug.is_empty())
                && !self.connected.contains_key(&contact.id)
                && !undated.contains(&contact.id)
            {
                self.contacts.edit(contact.id).gone_on = Some(as_of);
                self.vanished.insert(contact.id);
                self.report.note_gone(contact);
            }
        }
    }
}

fn name(row: &ConnectionRow) -> String {
    format!("{} {}", row.first_name, row.last_name)
}
