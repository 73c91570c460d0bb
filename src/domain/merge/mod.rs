//! What an export changes: compares its rows with the network and plans one batch, which nothing else decides about.
//!
//! Nothing is ever deleted here, and nothing that the user said is overruled: what contradicts them becomes a
//! question. Absence counts only in a table that was present and read. The same export planned twice plans nothing.
//!
//! ```text
//! connections ─► people, days of connection ─┐
//! invitations ─► people, requests, listed ───┼─► standings ─► questions ─► changes, report
//! messages ────► partners, touches, minutes ─┘
//! ```

mod connections;
mod conversations;
mod draft;
mod headline;
mod history;
mod invitations;
mod names;
mod people;
mod questions;
mod report;
mod standings;
#[cfg(test)]
mod tests;
mod words;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::arrival::{Arrival, AsOf, InvitationRow};
use super::change::{Change, Edit};
use super::contact::Contact;
use super::decision::Decision;
use super::id::{ContactId, RequestId};
use super::network::Network;
use super::request::{Direction, Request};
use super::run::{Run, TableRead};
use super::time::{Day, Now};
use super::touch::Touch;
use draft::{Beside, Draft};
use history::History;
use questions::Asked;
pub use report::{Background, ChangedCounts, ContactCounts, Question, Report, RequestCounts};

/// What becomes of the messages in an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversations {
    /// Each becomes a touch, and its partner a contact.
    Keep,
    /// They are left aside, and so are people who appear nowhere else.
    Skip,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The changes, in an order in which they can be applied; none when the export says nothing new.
    pub changes: Vec<Change>,
    /// What the user is told.
    pub report: Report,
}

/// Compares an export with the network and plans the changes.
pub fn plan(network: &Network, arrival: &Arrival, conversations: Conversations, now: Now) -> Plan {
    let arrival = &*not_ahead(arrival, now.today);
    let mut merge = Merge::new(network, arrival, now);
    merge.read_connections();
    merge.read_invitations();
    merge.judge_requests();
    if conversations == Conversations::Keep {
        merge.read_messages();
    }
    merge.ask();
    merge.finish()
}

/// An export of a day that has not come yet would be the newest for years. A clock may be a day ahead of the user's.
fn not_ahead(arrival: &Arrival, today: Day) -> Cow<'_, Arrival> {
    let latest = today.plus(1);
    if arrival.as_of <= latest {
        return Cow::Borrowed(arrival);
    }
    let as_of = match arrival.as_of_from {
        AsOf::Table | AsOf::Name => today,
        AsOf::Newest => {
            let connected = arrival.connections.iter().filter_map(|row| row.connected_on);
            let sent = arrival.invitations.iter().filter_map(InvitationRow::utc_day);
            let written = arrival.messages.iter().map(|row| row.at.day());
            connected.chain(sent).chain(written).filter(|day| *day <= latest).max().unwrap_or(today)
        }
    };
    let mut arrival = arrival.clone();
    let taken = if as_of == today { "today".to_owned() } else { as_of.to_string() };
    arrival.warnings.push(format!(
        "the export says that it is of {}, which has not come yet: it was taken as of {taken}",
        arrival.as_of
    ));
    arrival.as_of = as_of;
    Cow::Owned(arrival)
}

/// The import in the making.
struct Merge<'a> {
    network: &'a Network,
    arrival: &'a Arrival,
    now: Now,
    history: History,
    contacts: Draft<'a, Contact>,
    requests: Draft<'a, Request>,
    touches: Draft<'a, Touch>,
    decisions: Draft<'a, Decision>,
    /// Who has this key, or had it.
    by_slug: HashMap<&'a str, ContactId>,
    /// Requests with a person, in no order.
    of: Beside<Vec<RequestId>>,
    /// People in any row.
    mentioned: Beside<bool>,
    /// The day of connection in this export.
    connected: Beside<Option<Day>>,
    /// Requests in the invitations table.
    listed: Beside<bool>,
    /// People whose connection or request is missing in this export.
    vanished: HashSet<ContactId>,
    asked: HashSet<Asked>,
    report: Report,
}

impl<'a> Merge<'a> {
    fn new(network: &'a Network, arrival: &'a Arrival, now: Now) -> Self {
        let mut of: Beside<Vec<_>> = Beside::new();
        for request in &network.requests {
            of.at(request.contact).push(request.id);
        }
        let history = History::new(network, arrival);
        let mut report = Report::of(arrival, now.today);
        report.background.warnings.extend(history::warnings(network, arrival));
        report.background.holes = history.holes(arrival);
        Self {
            network,
            arrival,
            now,
            history,
            contacts: Draft::new(&network.contacts),
            requests: Draft::new(&network.requests),
            touches: Draft::new(&network.touches),
            decisions: Draft::new(&network.decisions),
            by_slug: people::by_slug(network, arrival.connections.len()),
            of,
            mentioned: Beside::new(),
            connected: Beside::new(),
            listed: Beside::new(),
            vanished: HashSet::new(),
            asked: questions::asked(network),
            report,
        }
    }

    /// Whether a row is about the owner of the export: nobody is their own contact.
    fn is_owner(&self, slug: &str) -> bool {
        !slug.is_empty() && self.arrival.owner.as_ref().is_some_and(|owner| owner.slug == slug)
    }

    /// Requests with a person in a direction, in no order.
    fn with(&self, contact: ContactId, direction: Direction) -> impl Iterator<Item = &Request> {
        let ids = self.of.get(contact).map_or(&[][..], Vec::as_slice);
        ids.iter().map(|id| self.requests.get(*id)).filter(move |request| request.direction == direction)
    }

    fn finish(mut self) -> Plan {
        let people = self.mentioned.iter().filter(|(_, here)| **here).map(|(id, _)| id);
        for id in people {
            let counts = &mut self.report.contacts;
            if self.contacts.is_new(id) {
                counts.new += 1;
            } else if self.contacts.is_changed(id) {
                counts.updated += 1;
            } else {
                counts.unchanged += 1;
            }
        }

        let mut changes: Vec<Change> = self.contacts.into_edits().map(Change::Contact).collect();
        changes.extend(self.requests.into_edits().map(Change::Request));
        changes.extend(self.touches.into_edits().map(Change::Touch));
        changes.extend(self.decisions.into_edits().map(Change::Decision));

        let arrival = self.arrival;
        let run = Run {
            id: self.network.runs.fresh(0),
            path: arrival.path.clone(),
            as_of: arrival.as_of,
            at: self.now.at,
            owner: arrival.owner.as_ref().map_or_else(String::new, |owner| owner.name.clone()),
            owner_slug: arrival.owner.as_ref().map_or_else(String::new, |owner| owner.slug.clone()),
            tables: arrival.tables.clone(),
            listed: self.listed.iter().filter(|(_, here)| **here).map(|(id, _)| id).collect(),
        };
        let known = self.network.runs.iter().any(|before| says_the_same(before, &run));
        if !changes.is_empty() || !known {
            changes.push(Change::Run(Edit::add(run)));
        }
        self.report.background.nothing_new = changes.is_empty();
        Plan { changes, report: self.report }
    }
}

/// The same day, tables and rows, whatever the file is called.
fn says_the_same(one: &Run, other: &Run) -> bool {
    let tables = |run: &Run| -> Vec<_> {
        run.tables.iter().map(|TableRead { file: _, kind, rows }| (*kind, *rows)).collect()
    };
    one.as_of == other.as_of && one.listed == other.listed && tables(one) == tables(other)
}
