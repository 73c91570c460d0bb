//! The invitations table: which known request a row is, or that it is a new one.

use std::collections::{BTreeSet, HashMap};

use super::names::{self, index};
use super::people::Heard;
use super::{Merge, history};
use crate::domain::arrival::InvitationRow;
use crate::domain::contact::{Contact, Origin, split_name};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::run::TableKind;
use crate::domain::time::Moment;

/// A request written down by hand and a row this many days apart are the same request: the platform lets nobody ask
/// the same person twice within three weeks, and memory is not exact.
const SAME_REQUEST: i64 = 20;

/// Requests from exports by direction and name, for rows without addresses.
type Named = HashMap<(Direction, String), Vec<RequestId>>;

impl<'a> Merge<'a> {
    pub(super) fn read_invitations(&mut self) {
        let mut named = self.named_requests();
        let arrival = self.arrival;
        let mut rows: Vec<&InvitationRow> =
            arrival.invitations.iter().filter(|row| !self.is_owner(&row.slug)).collect();
        // Oldest first, so that nothing depends on the order of the file; undated ones see all others.
        rows.sort_by_key(|row| (row.sent_at.is_none(), row.sent_at));
        let mut grown = BTreeSet::new();
        for row in rows {
            let Some(sent_at) = row.sent_at else {
                self.listed.extend(self.undated(row, &named));
                continue;
            };
            let id = if let Some(id) = self.known_request(row, sent_at, &named) {
                self.meet_again(id, row, sent_at);
                id
            } else {
                let id = self.add_request(row, sent_at);
                grown.insert((self.requests.get(id).contact, row.direction));
                if self.unaddressed {
                    named.entry((row.direction, names::key(&row.name))).or_default().push(id);
                }
                id
            };
            self.listed.insert(id);
            self.hear_invitation(self.requests.get(id).contact, row);
        }
        for key in grown {
            self.number_attempts(key);
        }
    }

    /// Requests that came from an export, by direction and name.
    pub(super) fn named_requests(&self) -> Named {
        if !self.unaddressed {
            return Named::new();
        }
        let imported = self.requests.iter().filter(|request| !request.sent_raw.is_empty());
        index(imported.flat_map(|request| {
            names::keys_of(self.contacts.get(request.contact))
                .map(move |name| ((request.direction, name), request.id))
        }))
    }

    fn with(&self, contact: ContactId, direction: Direction) -> impl Iterator<Item = &Request> {
        let ids = self.of.get(&(contact, direction)).map_or(&[][..], Vec::as_slice);
        ids.iter()
            .map(|id| self.requests.get(*id))
            .filter(|request| request.channel == Channel::LinkedIn && request.standing != Standing::Draft)
    }

    fn known_request(&self, row: &InvitationRow, sent_at: Moment, named: &Named) -> Option<RequestId> {
        if let Some(contact) = self.by_slug.get(row.slug.as_str()) {
            let with = || self.with(*contact, row.direction);
            let by_hand = || {
                with()
                    .filter(|request| request.origin == Origin::Hand && request.sent_raw.is_empty())
                    .filter(|request| !self.listed.contains(&request.id))
                    .map(|request| (request.sent_on.since(sent_at.day()).abs(), request.id))
                    .filter(|(days, _)| *days <= SAME_REQUEST)
                    .min()
            };
            let found = with()
                .find(|request| is_exactly(request, row, sent_at))
                .or_else(|| with().find(|request| is_of_the_day(request, sent_at)))
                .map(|request| request.id)
                .or_else(|| by_hand().map(|(_, id)| id));
            if found.is_some() {
                return found;
            }
        }
        if !self.unaddressed {
            return None;
        }
        let same_name = named.get(&(row.direction, names::key(&row.name)))?;
        let mut same_name = same_name.iter().map(|id| self.requests.get(*id));
        if row.slug.is_empty() {
            same_name
                .clone()
                .find(|request| is_exactly(request, row, sent_at))
                .or_else(|| same_name.find(|request| is_of_the_day(request, sent_at)))
        } else {
            // Now it has an address: the request of before, when nobody had one.
            same_name.find(|request| {
                self.contacts.get(request.contact).slug.is_empty() && is_exactly(request, row, sent_at)
            })
        }
        .map(|request| request.id)
    }

    /// The requests that a row without a readable date lists.
    fn undated(&self, row: &InvitationRow, named: &Named) -> Vec<RequestId> {
        let same_raw = |request: &&Request| !row.sent_raw.is_empty() && request.sent_raw == row.sent_raw;
        let Some(contact) = self.by_slug.get(row.slug.as_str()) else {
            let same_name = named.get(&(row.direction, names::key(&row.name))).into_iter().flatten();
            let found = same_name.map(|id| self.requests.get(*id)).filter(same_raw);
            return found.map(|request| request.id).collect();
        };
        let with = || self.with(*contact, row.direction);
        let found = with().find(same_raw).or_else(|| with().max_by_key(|r| (r.sent_on, r.sent_at, r.id)));
        found.map(|request| request.id).into_iter().collect()
    }

    /// Completes a known request with what only the row knows.
    fn meet_again(&mut self, id: RequestId, row: &'a InvitationRow, sent_at: Moment) {
        let request = self.requests.get(id);
        let contact = request.contact;
        let moment = request.sent_at.is_none() && request.sent_on.since(sent_at.day()).abs() <= 1;
        let raw = request.sent_raw.is_empty() && !row.sent_raw.is_empty();
        let message = request.message.is_empty() && !row.message.is_empty();
        if moment || raw || message {
            let request = self.requests.edit(id);
            if moment {
                request.sent_at = Some(sent_at);
            }
            if raw {
                row.sent_raw.clone_into(&mut request.sent_raw);
            }
            if message {
                row.message.clone_into(&mut request.message);
            }
        }
        self.mentioned.insert(contact);
        match self.by_slug.get(row.slug.as_str()) {
            Some(known) => {
                self.mentioned.insert(*known);
            }
            None if self.contacts.get(contact).slug.is_empty() => self.give_slug(contact, &row.slug),
            None => {}
        }
    }

    fn add_request(&mut self, row: &'a InvitationRow, sent_at: Moment) -> RequestId {
        // Without an address each row is somebody of its own until the user says otherwise: two people may have
        // one name, and what was thrown together cannot be told apart again.
        let contact = if row.slug.is_empty() {
            self.add_person("", &row.name)
        } else {
            self.person(&row.slug, &row.name)
        };
        let today = self.now.today;
        let id = self.requests.add(|id| {
            let mut request = Request::new(id, contact, row.direction, sent_at.day(), today);
            request.sent_at = Some(sent_at);
            row.sent_raw.clone_into(&mut request.sent_raw);
            row.message.clone_into(&mut request.message);
            request.evidence = Evidence::Imported;
            request.origin = Origin::Export;
            request
        });
        self.of.entry((contact, row.direction)).or_default().push(id);
        self.report.note_new_request(row.direction);
        id
    }

    /// The newest word on the name of somebody of whom no connections table spoke.
    fn hear_invitation(&mut self, id: ContactId, row: &InvitationRow) {
        let contact = self.contacts.get(id);
        let unconnected = contact.connected_on.is_none() && !self.connected.contains_key(&id);
        if !unconnected || !self.history.is_newest(TableKind::Invitations, self.arrival.as_of) {
            return;
        }
        let (first_name, last_name) = split_name(&row.name);
        let heard = Heard { first_name: &first_name, last_name: &last_name, company: "", role: "" };
        if is_named(contact, &row.name) && (contact.origin == Origin::Export || contact.listed.is_some()) {
            return;
        }
        let is_new = self.contacts.is_new(id);
        let differs = heard.tell(self.contacts.edit(id));
        if !is_new {
            self.report.note_differences(self.contacts.get(id), differs);
        }
    }

    fn number_attempts(&mut self, key: (ContactId, Direction)) {
        let mut ids = self.of[&key].clone();
        ids.sort_by_key(|id| {
            let request = self.requests.get(*id);
            (request.sent_on, request.sent_at, *id)
        });
        for (attempt, id) in (1..).zip(ids) {
            if self.requests.get(id).attempt != attempt {
                self.requests.edit(id).attempt = attempt;
            }
        }
    }

    /// Whether absence from this export's invitations says something.
    pub(super) fn reads_invitations(&self) -> bool {
        history::holds(&self.arrival.tables, TableKind::Invitations)
    }
}

fn is_exactly(request: &Request, row: &InvitationRow, sent_at: Moment) -> bool {
    request.sent_at == Some(sent_at) || (!row.sent_raw.is_empty() && request.sent_raw == row.sent_raw)
}

// A spreadsheet that saved the table again may have kept the day only.
fn is_of_the_day(request: &Request, sent_at: Moment) -> bool {
    !request.sent_raw.is_empty() && request.sent_at.is_some_and(|known| known.day() == sent_at.day())
}

fn is_named(contact: &Contact, name: &str) -> bool {
    contact.name() == name.trim()
}
