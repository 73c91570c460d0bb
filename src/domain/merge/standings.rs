//! What follows for each request: accepted, still pending, or no longer listed. And what does not follow, because the
//! user said otherwise.

use std::collections::HashMap;

use super::names::{self, ByName};
use super::questions::Contradiction;
use super::{Merge, history};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::run::TableKind;
use crate::domain::time::{Day, Moment};

/// The platform drops a pending request after this many days; no acceptance was ever later.
const LONGEST_WAIT: i64 = 180;

/// News of an acceptance is news for this many days.
const NEWS: i64 = 14;

/// What the exports show of one request.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    /// The day of the connection that belongs to it.
    accepted_on: Option<Day>,
    /// That connection was found by the name alone.
    by_name: bool,
    /// The day the next request to the same person was sent, which shows that this one was over.
    superseded_on: Option<Day>,
    /// The day of the export that lists it, if this one does.
    listed_on: Option<Day>,
    /// The day of the first export that should list it and does not.
    missing_on: Option<Day>,
}

#[derive(Debug, PartialEq)]
enum Verdict {
    Stays,
    Accepted(Day),
    NoLongerListed(Day),
    PendingAgain(Day),
    Contradicts(Standing, Day),
}

impl Merge<'_> {
    pub(super) fn judge_requests(&mut self) {
        let by_name = self.accepted_by_name();
        let mut requests: Vec<_> = self
            .requests
            .iter()
            .map(|request| {
                (request.contact, request.direction, sent_day(request), request.sent_at, request.id)
            })
            .collect();
        requests.sort_unstable();
        for requests in requests.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
            let mut next_sent = None;
            for (contact, direction, _, _, id) in requests.iter().rev().copied() {
                let shown = self.shown(id, contact, next_sent, &by_name);
                let request = self.requests.get(id);
                if request.on_platform() {
                    next_sent = Some(sent_day(request));
                }
                let verdict = match verdict(request, &shown) {
                    Verdict::Contradicts(Standing::Accepted, day)
                        if self.explained_by_other(contact, direction, request, day) =>
                    {
                        Verdict::Stays
                    }
                    verdict => verdict,
                };
                self.carry_out(id, &verdict, &shown);
            }
        }
    }

    fn shown(
        &self,
        id: RequestId,
        contact: ContactId,
        next_sent: Option<Day>,
        by_name: &HashMap<RequestId, Day>,
    ) -> Shown {
        let request = self.requests.get(id);
        let next_sent = next_sent.filter(|_| request.channel == Channel::LinkedIn);
        let person = self.contacts.get(contact);
        let sent = earliest_utc_day(request);
        let days = [self.connected.get(contact).copied().flatten(), person.connected_on];
        let own = days.into_iter().flatten().filter(|day| *day >= sent).min();
        // Of several requests the newest one sent not after the connection was accepted.
        let own = own.filter(|day| next_sent.is_none_or(|next| next > *day));
        let accepted_on = own.or_else(|| by_name.get(&id).copied());

        let listed_on = self.listed.get(id).is_some_and(|here| *here).then_some(self.arrival.as_of);
        let from_export = !request.sent_raw.is_empty() || !person.slug.is_empty();
        let can_be_missed = request.channel == Channel::LinkedIn && from_export;
        Shown {
            accepted_on,
            by_name: own.is_none(),
            superseded_on: next_sent.filter(|_| !request.sent_raw.is_empty()),
            listed_on,
            missing_on: self.missing_on(request, listed_on).filter(|_| can_be_missed),
        }
    }

    /// The first export after the request was last known to be pending. What was written down by hand and never
    /// listed is looked for in this export only: earlier ones were asked when they came.
    fn missing_on(&self, request: &Request, listed_on: Option<Day>) -> Option<Day> {
        if let Some(day) = request.confirmed_on.max(listed_on) {
            return self.history.first_after(TableKind::Invitations, day);
        }
        let as_of = self.arrival.as_of;
        let was_read = history::holds(&self.arrival.tables, TableKind::Invitations);
        (was_read && request.sent_on < as_of).then_some(as_of)
    }

    /// Whether a connection against the user's word came from a later request of the other side.
    fn explained_by_other(
        &self,
        contact: ContactId,
        direction: Direction,
        request: &Request,
        connected_on: Day,
    ) -> bool {
        let other = match direction {
            Direction::Sent => Direction::Received,
            Direction::Received => Direction::Sent,
        };
        self.with(contact, other).any(|crossing| {
            let sent = sent_day(crossing);
            request.settled_on.is_none_or(|settled| sent >= settled) && sent <= connected_on
        })
    }

    fn carry_out(&mut self, id: RequestId, verdict: &Verdict, shown: &Shown) {
        let is_new = self.requests.is_new(id);
        match *verdict {
            Verdict::Stays => {}
            Verdict::Accepted(day) => {
                let evidence = if shown.by_name { Evidence::Inferred } else { Evidence::Imported };
                let today = self.now.today;
                let request = self.requests.edit(id);
                request.settle(Standing::Accepted, day, evidence);
                request.by_name = shown.by_name;
                request.opened = today.since(day) > NEWS;
                if !is_new {
                    self.report.note_accepted(request.direction, self.contacts.get(request.contact));
                }
            }
            Verdict::NoLongerListed(day) => {
                let request = self.requests.edit(id);
                let was_pending = request.pending();
                request.settle(Standing::NoLongerListed, day, Evidence::Inferred);
                if shown.missing_on == Some(day) {
                    self.vanished.insert(request.contact);
                }
                if was_pending && !is_new {
                    self.report.note_no_longer_listed(request.direction);
                }
            }
            Verdict::PendingAgain(day) => {
                self.requests.edit(id).settle(Standing::Pending, day, Evidence::Imported);
            }
            Verdict::Contradicts(standing, on) => {
                self.contradict(Contradiction { request: id, standing, on });
            }
        }
        let request = self.requests.get(id);
        if let Some(day) = shown.listed_on
            && request.standing != Standing::Draft
            && request.settled_on.is_none_or(|settled| day < settled)
            && request.confirmed_on.is_none_or(|known| known < day)
        {
            self.requests.edit(id).confirmed_on = Some(day);
        }
    }

    /// Requests of people without an address to whose name exactly one connection fits in time.
    fn accepted_by_name(&self) -> HashMap<RequestId, Day> {
        let mut found = HashMap::new();
        let unaddressed = self.requests.iter().filter(|request| {
            let person = self.contacts.get(request.contact);
            !request.sent_raw.is_empty() && person.slug.is_empty() && person.connected_on.is_none()
        });
        let mut requests: Vec<_> = unaddressed
            .flat_map(|request| {
                names::keys_of(self.contacts.get(request.contact))
                    .map(|name| (name, request.direction, sent_day(request), request.id))
            })
            .collect();
        if requests.is_empty() {
            return found;
        }
        requests.sort_unstable();
        let mut connections = ByName::of(requests.iter().map(|(name, ..)| name.clone()));
        for contact in self.contacts.iter() {
            if let Some(day) = contact.connected_on {
                connections.put(contact, &day);
            }
        }
        for same in requests.chunk_by(|one, next| (&one.0, one.1) == (&next.0, next.1)) {
            let Some(days) = connections.get_mut(&same[0].0) else { continue };
            days.sort_unstable();
            for (at, (_, _, sent, id)) in same.iter().enumerate() {
                let in_time = &days[days.partition_point(|day| day < sent)..];
                let in_time = &in_time[..in_time.partition_point(|day| day.since(*sent) <= LONGEST_WAIT)];
                let next = same.get(at + 1).map(|(_, _, next, _)| next);
                if let [day] = in_time
                    && next.is_none_or(|next| next > day)
                {
                    found.insert(*id, *day);
                }
            }
        }
        found
    }
}

/// What follows for a request from what is shown of it.
fn verdict(request: &Request, shown: &Shown) -> Verdict {
    let by_user = matches!(request.evidence, Evidence::Seen | Evidence::Told);
    match request.standing {
        Standing::Draft | Standing::Accepted => Verdict::Stays,
        Standing::Declined | Standing::Withdrawn | Standing::Reported | Standing::Ignored => {
            against_the_user(request, shown)
        }
        Standing::NoLongerListed | Standing::Expired if by_user => against_the_user(request, shown),
        Standing::Pending | Standing::NoLongerListed | Standing::Expired => {
            if let Some(day) = shown.accepted_on {
                return Verdict::Accepted(day);
            }
            if let Some(next) = shown.superseded_on {
                let still = by_user && request.confirmed_on.is_some_and(|day| day > next);
                let over = request.pending() && !still;
                return if over { Verdict::NoLongerListed(next) } else { Verdict::Stays };
            }
            match (shown.missing_on, shown.listed_on, request.settled_on) {
                (Some(missing), _, None) => Verdict::NoLongerListed(missing),
                // An export between two others can show that it was missing earlier.
                (Some(missing), _, Some(settled))
                    if request.standing == Standing::NoLongerListed && missing < settled =>
                {
                    Verdict::NoLongerListed(missing)
                }
                (None, Some(listed), Some(settled)) if listed > settled => Verdict::PendingAgain(listed),
                _ => Verdict::Stays,
            }
        }
    }
}

/// The user's word holds; where the export has another, that is a question.
fn against_the_user(request: &Request, shown: &Shown) -> Verdict {
    if let Some(day) = shown.accepted_on {
        return Verdict::Contradicts(Standing::Accepted, day);
    }
    // A request that was declined, reported or let be can stay in the list; one that was taken back cannot.
    let leaves_the_list = match request.standing {
        Standing::Withdrawn | Standing::Expired | Standing::NoLongerListed => true,
        Standing::Draft
        | Standing::Pending
        | Standing::Accepted
        | Standing::Declined
        | Standing::Reported
        | Standing::Ignored => false,
    };
    match (shown.listed_on, request.settled_on) {
        (Some(listed), Some(settled))
            if leaves_the_list && listed > settled && shown.superseded_on.is_none() =>
        {
            Verdict::Contradicts(Standing::Pending, listed)
        }
        _ => Verdict::Stays,
    }
}

/// The UTC day of `Sent At`, else the user's day.
pub(super) fn sent_day(request: &Request) -> Day {
    request.sent_at.map_or(request.sent_on, Moment::day)
}

/// The earliest UTC day on which it can have been sent: a user's day can be one ahead.
fn earliest_utc_day(request: &Request) -> Day {
    request.sent_at.map_or_else(|| request.sent_on.plus(-1), Moment::day)
}
