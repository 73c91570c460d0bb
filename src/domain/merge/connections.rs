//! The connections table: who is connected since when, what they do now, and who is no longer in the list.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::names;
use super::people::Heard;
use super::{Merge, history};
use crate::domain::arrival::ConnectionRow;
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::run::TableKind;
use crate::domain::time::Day;

/// A whole name and a day of connection: what is left to go by without addresses.
type NameAndDay = (String, Day);

/// People and rows by name and day, where one of them has no address.
struct ByNameAndDay {
    people: HashMap<NameAndDay, Namesakes>,
    rows: HashMap<NameAndDay, usize>,
}

/// People of one name and day: those without an address first, then in the order of where they work. A hostile table
/// can make all of its rows namesakes, so none is looked for by going through all.
#[derive(Default)]
struct Namesakes(BTreeSet<(bool, String, String, ContactId)>);

impl Namesakes {
    fn put(&mut self, contact: &Contact) {
        let addressed = !contact.slug.is_empty();
        self.0.insert((addressed, contact.company.clone(), contact.role.clone(), contact.id));
    }

    /// The one of whom a row without an address most likely speaks: without an address rather than with one, and
    /// working there rather than elsewhere. Each row is somebody of their own: who was found is not found again.
    fn take(&mut self, row: &ConnectionRow) -> Option<ContactId> {
        let (first, place) = (ContactId(0), (row.company.clone(), row.role.clone()));
        let found = [false, true].into_iter().find_map(|addressed| {
            let from = |company: &str, role: &str| {
                let start = (addressed, company.to_owned(), role.to_owned(), first);
                self.0.range(start..).next().filter(|person| person.0 == addressed)
            };
            let there =
                from(&place.0, &place.1).filter(|person| (&person.1, &person.2) == (&place.0, &place.1));
            there.or_else(|| from("", "")).cloned()
        })?;
        self.0.remove(&found);
        Some(found.3)
    }

    /// The only one.
    fn only(&self) -> Option<ContactId> {
        self.0.first().filter(|_| self.0.len() == 1).map(|person| person.3)
    }
}

impl<'a> Merge<'a> {
    pub(super) fn read_connections(&mut self) {
        let arrival = self.arrival;
        let rows = arrival.connections.iter().filter(|row| !self.is_owner(&row.slug));
        let (addressed, mut by_name): (Vec<_>, Vec<_>) = rows.partition(|row| !row.slug.is_empty());
        // The same row twice is one, whatever the order of the file.
        by_name.sort_unstable_by(|one, other| content(one).cmp(&content(other)));
        by_name.dedup_by(|one, other| content(one) == content(other));
        for rows in [&addressed, &by_name] {
            let mut index = self.by_name_and_day(rows);
            let mut people: Vec<(ContactId, Day, &ConnectionRow)> = Vec::with_capacity(rows.len());
            for row in rows {
                if let Some(day) = row.connected_on {
                    people.push((self.person_of(row, day, index.as_mut()), day, row));
                }
            }
            // The same person twice: the later connection is the one that holds, whatever the order of the file.
            people.sort_by_key(|(id, day, row)| (*id, Reverse(*day), &row.first_name, &row.last_name));
            people.dedup_by_key(|(id, _, _)| *id);
            for (id, day, row) in people {
                if self.connected.at(id).is_none() {
                    *self.connected.at(id) = Some(day);
                    self.hear_connection(id, row, day);
                }
            }
        }
        let undated = addressed.iter().filter(|row| row.connected_on.is_none());
        let undated = undated.filter_map(|row| self.by_slug.get(row.slug.as_str()).copied()).collect();
        self.find_gone(&undated);
    }

    /// Only needed where these rows have no address, or somebody who is known to be connected has none.
    fn by_name_and_day(&self, rows: &[&ConnectionRow]) -> Option<ByNameAndDay> {
        let by_name = rows.first().is_some_and(|row| row.slug.is_empty());
        if !by_name && !self.network.contacts.iter().any(|contact| waits_for_address(contact)) {
            return None;
        }
        let mut index = ByNameAndDay { people: HashMap::new(), rows: HashMap::new() };
        for contact in self.contacts.iter().filter(|contact| by_name || waits_for_address(contact)) {
            if let Some(day) = contact.connected_on {
                for name in names::keys_of(contact) {
                    index.people.entry((name, day)).or_default().put(contact);
                }
            }
        }
        for row in rows {
            if let Some(day) = row.connected_on {
                *index.rows.entry((name(row), day)).or_default() += 1;
            }
        }
        Some(index)
    }

    /// The person of a row: by address, else by whole name and day of connection where that leaves only one.
    fn person_of(&mut self, row: &'a ConnectionRow, day: Day, index: Option<&mut ByNameAndDay>) -> ContactId {
        let known = self.by_slug.get(row.slug.as_str()).copied();
        let (None, Some(index)) = (known, index) else {
            return match known {
                Some(id) => self.mention(id),
                None => self.new_connection(row),
            };
        };
        let key = (name(row), day);
        let alone = index.rows[&key] == 1;
        let found = index.people.get_mut(&key).and_then(|same| {
            if row.slug.is_empty() {
                same.take(row)
            } else {
                // Only somebody from an export whose address was not known can turn out to have this one.
                same.only().filter(|id| alone && waits_for_address(self.contacts.get(*id)))
            }
        });
        let Some(id) = found else {
            return self.new_connection(row);
        };
        if self.contacts.get(id).slug.is_empty() {
            self.give_slug(id, &row.slug);
        }
        self.mention(id)
    }

    fn new_connection(&mut self, row: &'a ConnectionRow) -> ContactId {
        let id = self.contacts.add(|id| Contact::named(id, "", "", Origin::Export));
        self.give_slug(id, &row.slug);
        self.mention(id)
    }

    fn hear_connection(&mut self, id: ContactId, row: &ConnectionRow, day: Day) {
        let as_of = self.arrival.as_of;
        let contact = self.contacts.get(id);
        let first_heard = contact.connected_on.is_none();
        // An older table has the word only on people of whom no newer one spoke.
        if self.last_listed(contact).is_some_and(|last| last > as_of) {
            return;
        }
        let heard = Heard {
            first_name: &row.first_name,
            last_name: &row.last_name,
            company: &row.company,
            role: &row.role,
        };
        let gone_on = self.history.first_after(TableKind::Connections, as_of);
        if heard.is_known(contact)
            && contact.was_listed()
            && contact.connected_on == Some(day)
            && contact.gone_on == gone_on
            && (row.email.is_empty() || !contact.email.is_empty())
        {
            return;
        }
        if first_heard {
            self.report.background.new_connections += 1;
        }
        let is_new = self.contacts.is_new(id);
        let contact = self.contacts.edit(id);
        contact.connected_on = Some(day);
        if !contact.was_listed() {
            contact.listed_on = Some(as_of);
        }
        contact.gone_on = gone_on;
        if contact.email.is_empty() {
            row.email.clone_into(&mut contact.email);
        }
        if is_new {
            heard.introduce(contact);
        } else {
            let differs = heard.tell(contact);
            self.report.note_differences(contact, differs);
        }
    }

    /// The day of the newest table so far that listed the connection. It is in every table up to the one
    /// that no longer has it, so that its own day need not be written down with each import.
    fn last_listed(&self, contact: &Contact) -> Option<Day> {
        contact.was_listed().then(|| self.history.last_connections(contact.gone_on)).flatten()
    }

    /// Connections that a table listed and this one, the first after that, does not.
    fn find_gone(&mut self, undated: &HashSet<ContactId>) {
        if !history::holds(&self.arrival.tables, TableKind::Connections) {
            return;
        }
        let as_of = self.arrival.as_of;
        // A table without addresses cannot say that an address is missing.
        let has_addresses = self.arrival.connections.iter().any(|row| !row.slug.is_empty());
        for contact in &self.network.contacts {
            // What no table has listed is known from the user, whom no table overrules.
            if contact.was_listed()
                && self.last_listed(contact).is_none_or(|last| last < as_of)
                && contact.gone_on.is_none_or(|gone| as_of < gone)
                && (has_addresses || contact.slug.is_empty())
                && self.connected.get(contact.id).is_none_or(Option::is_none)
                && !undated.contains(&contact.id)
            {
                self.contacts.edit(contact.id).gone_on = Some(as_of);
                self.vanished.insert(contact.id);
                if contact.gone_on.is_none() {
                    self.report.note_gone(contact);
                }
            }
        }
    }
}

fn content(row: &ConnectionRow) -> impl Ord {
    let ConnectionRow { line: _, first_name, last_name, slug, email, company, role, connected_on } = row;
    (first_name, last_name, connected_on, company, role, email, slug)
}

fn name(row: &ConnectionRow) -> String {
    names::key_of_parts(&row.first_name, &row.last_name)
}

fn waits_for_address(contact: &Contact) -> bool {
    contact.slug.is_empty() && contact.origin == Origin::Export && contact.connected_on.is_some()
}
