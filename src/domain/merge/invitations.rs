//! The invitations table: which known request a row is, or that it is a new one.

use std::collections::{BTreeSet, HashMap};

use super::draft::Beside;
use super::people::Heard;
use super::{Merge, names};
use crate::domain::arrival::InvitationRow;
use crate::domain::contact::{Contact, Origin, split_name};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Direction, Evidence, Request};
use crate::domain::run::TableKind;
use crate::domain::same_request::{DAYS_APART, attempts, sent_as_listed, waits_for_its_row};
use crate::domain::time::{Day, Moment};

/// When a row was sent: what rows are put in order by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sent {
    utc_day: Day,
    at: Option<Moment>,
    pacific_day: Day,
}

impl Sent {
    fn of(row: &InvitationRow) -> Option<Self> {
        Some(Self { utc_day: row.utc_day()?, at: row.sent_at, pacific_day: row.pacific_day()? })
    }
}

/// What rows are known again by.
struct Known {
    /// Requests of exports, by person and Pacific day: a spreadsheet that saved a table again may have kept the day only,
    /// and that is the day in the file.
    of_person: HashMap<(ContactId, Direction, Day), RequestId>,
    /// The same by name, where somebody has no address.
    of_name: HashMap<(Direction, String, Day), Vec<RequestId>>,
    /// Requests written down by hand that no export has listed yet.
    by_hand: HashMap<(ContactId, Direction), Vec<RequestId>>,
}

impl<'a> Merge<'a> {
    pub(super) fn read_invitations(&mut self) {
        let arrival = self.arrival;
        let rows = arrival.invitations.iter().filter(|row| !self.is_owner(&row.slug));
        let (mut addressed, mut by_name, mut undated) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            match Sent::of(row) {
                None => undated.push(row),
                Some(sent) if row.slug.is_empty() => by_name.push((sent, row)),
                Some(sent) => addressed.push((sent, row)),
            }
        }
        // The oldest first, so that nothing depends on the order of the file.
        addressed.sort_by(|(sent, one), (other_sent, other)| {
            sent.cmp(other_sent).then_with(|| (&one.slug, &one.name).cmp(&(&other.slug, &other.name)))
        });
        by_name.sort_by(|(sent, one), (other_sent, other)| {
            sent.cmp(other_sent).then_with(|| one.name.cmp(&other.name))
        });

        let mut grown = BTreeSet::new();
        let mut heard = Beside::new();
        for rows in [addressed, by_name] {
            let mut known = self.known_requests(&rows);
            for (sent, row) in rows {
                let contact = self.read_invitation(row, sent, &mut known, &mut grown);
                *heard.at(contact) = Some(row);
            }
        }
        // One word on each person, that of their newest row: two names in one table would change places for ever.
        for (contact, row) in heard.iter() {
            if let Some(row) = row {
                self.hear_invitation(contact, row);
            }
        }
        for row in undated {
            self.list_undated(row);
        }
        for (contact, direction) in grown {
            let attempts = attempts(self.with(contact, direction));
            for (id, attempt) in attempts.collect::<Vec<_>>() {
                if self.requests.get(id).attempt != attempt {
                    self.requests.edit(id).attempt = attempt;
                }
            }
        }
    }

    fn known_requests(&self, rows: &[(Sent, &InvitationRow)]) -> Known {
        let mut known = Known { of_person: HashMap::new(), of_name: HashMap::new(), by_hand: HashMap::new() };
        let Some((_, first)) = rows.first() else { return known };
        known.of_person.reserve(self.network.requests.len().max(rows.len()));
        let by_name = first.slug.is_empty();
        for request in self.requests.iter().filter(|request| request.on_platform()) {
            let (person, direction) = (request.contact, request.direction);
            if waits_for_its_row(request) {
                known.by_hand.entry((person, direction)).or_default().push(request.id);
            }
            if request.sent_raw.is_empty() {
                continue;
            }
            let day = request.pacific_day();
            known.of_person.entry((person, direction, day)).or_insert(request.id);
            let person = self.contacts.get(person);
            if by_name || person.slug.is_empty() {
                for name in names::keys_of(person) {
                    known.of_name.entry((direction, name, day)).or_default().push(request.id);
                }
            }
        }
        known
    }

    fn read_invitation(
        &mut self,
        row: &'a InvitationRow,
        sent: Sent,
        known: &mut Known,
        grown: &mut BTreeSet<(ContactId, Direction)>,
    ) -> ContactId {
        let person = self.by_slug.get(row.slug.as_str()).copied();
        let (id, contact) = if let Some(id) = self.known_request(row, person, sent, known) {
            self.meet_again(id, row, person, sent);
            (id, self.requests.get(id).contact)
        } else {
            // Without an address each row is somebody of its own until the user says otherwise: two people may have
            // one name, and what was thrown together cannot be told apart again.
            let contact = person.unwrap_or_else(|| self.add_person(&row.slug, &row.name));
            let id = self.add_request(row, contact, sent);
            if self.with(contact, row.direction).nth(1).is_some() {
                grown.insert((contact, row.direction));
            }
            (id, contact)
        };
        if row.slug.is_empty() {
            let key = (row.direction, names::key(&row.name), sent.pacific_day);
            known.of_name.entry(key).or_default().push(id);
        } else {
            known.of_person.entry((contact, row.direction, sent.pacific_day)).or_insert(id);
        }
        *self.listed.at(id) = true;
        self.mention(contact)
    }

    fn known_request(
        &self,
        row: &InvitationRow,
        person: Option<ContactId>,
        sent: Sent,
        known: &mut Known,
    ) -> Option<RequestId> {
        let day = sent.pacific_day;
        if let Some(person) = person {
            let same_day = known.of_person.get(&(person, row.direction, day)).copied();
            if same_day.is_some() {
                return same_day;
            }
            if let Some(by_hand) = known.by_hand.get_mut(&(person, row.direction)) {
                let days = |id: &RequestId| self.requests.get(*id).sent_on.since(sent.utc_day).abs();
                let nearest = (0..by_hand.len()).min_by_key(|at| days(&by_hand[*at]));
                if let Some(nearest) = nearest.filter(|at| days(&by_hand[*at]) <= DAYS_APART) {
                    return Some(by_hand.swap_remove(nearest));
                }
            }
        }
        if known.of_name.is_empty() {
            return None;
        }
        let same_name = known.of_name.get(&(row.direction, names::key(&row.name), day))?;
        let addressed = |id: RequestId| !self.contacts.get(self.requests.get(id).contact).slug.is_empty();
        let exactly = same_name.iter().copied().filter(|id| {
            let request = self.requests.get(*id);
            let same = request.sent_at == row.sent_at || request.sent_raw == row.sent_raw;
            // A row with an address can be a request of before, when nobody had one; never one of another address.
            same && (row.slug.is_empty() || !addressed(*id))
        });
        // A row without an address is first that of somebody without one: who has an address may have come to this name
        // by the same table, and the row would be another's request the second time.
        let exactly = exactly.min_by_key(|id| addressed(*id));
        if exactly.is_some() || !row.slug.is_empty() {
            return exactly;
        }
        // Two people of one name may be asked on one day: only a row or a request without a time is known by its day.
        same_name
            .iter()
            .copied()
            .filter(|id| row.sent_at.is_none() || self.requests.get(*id).sent_at.is_none())
            .min_by_key(|id| self.listed.get(*id).is_some_and(|here| *here))
    }

    /// A row without a readable date lists the newest request of its person.
    fn list_undated(&mut self, row: &InvitationRow) {
        let Some(person) = self.by_slug.get(row.slug.as_str()) else { return };
        let newest = self
            .with(*person, row.direction)
            .filter(|request| request.on_platform())
            .max_by_key(|request| (request.sent_on, request.sent_at, request.id));
        if let Some(id) = newest.map(|request| request.id) {
            *self.listed.at(id) = true;
        }
    }

    /// Completes a known request with what only the row knows.
    fn meet_again(&mut self, id: RequestId, row: &'a InvitationRow, person: Option<ContactId>, sent: Sent) {
        let request = self.requests.get(id);
        let contact = request.contact;
        let better_known =
            request.sent_raw.is_empty() || (request.sent_at.is_none() && row.sent_at.is_some());
        if better_known || (request.message.is_empty() && !row.message.is_empty()) {
            let request = self.requests.edit(id);
            if better_known {
                sent_as_listed(request, sent.utc_day, row.sent_at, &row.sent_raw);
            }
            if request.message.is_empty() {
                row.message.clone_into(&mut request.message);
            }
        }
        match person {
            Some(person) => _ = self.mention(person),
            None if self.contacts.get(contact).slug.is_empty() => self.give_slug(contact, &row.slug),
            None => {}
        }
    }

    fn add_request(&mut self, row: &InvitationRow, contact: ContactId, sent: Sent) -> RequestId {
        let today = self.now.today;
        let id = self.requests.add(|id| Request {
            sent_at: row.sent_at,
            sent_raw: row.sent_raw.clone(),
            message: row.message.clone(),
            evidence: Evidence::Imported,
            origin: Origin::Export,
            ..Request::new(id, contact, row.direction, sent.utc_day, today)
        });
        self.of.at(contact).push(id);
        self.report.note_new_request(row.direction);
        id
    }

    /// The newest word on the name of somebody of whom no connections table spoke.
    fn hear_invitation(&mut self, id: ContactId, row: &InvitationRow) {
        let contact = self.contacts.get(id);
        if contact.connected_on.is_some()
            || (contact.imported() && is_called(contact, row.name.trim()))
            || !self.history.is_newest(TableKind::Invitations, self.arrival.as_of)
        {
            return;
        }
        let (first_name, last_name) = split_name(&row.name);
        let heard = Heard { first_name: &first_name, last_name: &last_name, company: "", role: "" };
        let is_new = self.contacts.is_new(id);
        let contact = self.contacts.edit(id);
        let differs = heard.tell(contact);
        if !is_new {
            self.report.note_differences(contact, differs);
        }
    }
}

/// The same name, put together without an allocation a row.
fn is_called(contact: &Contact, name: &str) -> bool {
    let (first, last) = (contact.first_name.as_str(), contact.last_name.as_str());
    match name.strip_prefix(first) {
        Some(rest) if last.is_empty() => rest.is_empty(),
        Some(rest) => rest.starts_with(char::is_whitespace) && rest.trim_start() == last,
        None => false,
    }
}
