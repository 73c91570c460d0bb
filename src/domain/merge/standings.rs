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

/// The days on which the next requests to the same person, in the same direction, were sent.
#[derive(Clone, Copy, Debug, Default)]
struct Later {
    /// On any channel: a connection after it is not the answer to a request made elsewhere than on the platform.
    anywhere: Option<Day>,
    /// On the platform: a connection after it is not the answer to one before it.
    on_platform: Option<Day>,
    /// On the platform, and known from it: that nobody can be asked twice at a time shows that the one before was
    /// over. What the user alone says of a request does not, while the export goes on listing the one before.
    shown_to_follow: Option<Day>,
}

impl Later {
    fn note(&mut self, request: &Request) {
        let day = Some(request.utc_day());
        if request.standing != Standing::Draft {
            self.anywhere = day;
        }
        if request.on_platform() {
            self.on_platform = day;
            if !request.sent_raw.is_empty() || request.standing == Standing::Accepted {
                self.shown_to_follow = day;
            }
        }
    }
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
        let mut requests = Vec::new();
        for (contact, direction) in self
            .of
            .ids()
            .flat_map(|contact| Direction::ALL.iter().map(move |direction| (contact, *direction)))
        {
            requests.clear();
            requests.extend(self.with(contact, direction).map(|r| (r.utc_day(), r.sent_at, r.id)));
            requests.sort_unstable();
            let mut later = Later::default();
            for (_, _, id) in requests.iter().rev().copied() {
                let shown = self.shown(id, contact, later, &by_name);
                let request = self.requests.get(id);
                let verdict = match verdict(request, &shown) {
                    Verdict::Contradicts(Standing::Accepted, day)
                        if self.explained_by_later(contact, request, day) =>
                    {
                        Verdict::Stays
                    }
                    verdict => verdict,
                };
                self.carry_out(id, &verdict, &shown);
                later.note(self.requests.get(id));
            }
        }
    }

    fn shown(
        &self,
        id: RequestId,
        contact: ContactId,
        later: Later,
        by_name: &HashMap<RequestId, Day>,
    ) -> Shown {
        let request = self.requests.get(id);
        let on_platform = request.channel == Channel::LinkedIn;
        let next_sent = if on_platform { later.on_platform } else { later.anywhere };
        let person = self.contacts.get(contact);
        let sent = earliest_utc_day(request);
        let days = [self.connected.get(contact).copied().flatten(), person.connected_on];
        let own = days.into_iter().flatten().filter(|day| *day >= sent).min();
        // Of several requests the newest one sent not after the connection was accepted.
        let own = own.filter(|day| next_sent.is_none_or(|next| next > *day));
        let accepted_on = own.or_else(|| by_name.get(&id).copied());

        let listed_on = self.listed.get(id).is_some_and(|here| *here).then_some(self.arrival.as_of);
        let from_export = !request.sent_raw.is_empty() || !person.slug.is_empty();
        let can_be_missed = on_platform && from_export;
        Shown {
            accepted_on,
            by_name: own.is_none(),
            superseded_on: later.shown_to_follow.filter(|_| on_platform && !request.sent_raw.is_empty()),
            listed_on,
            missing_on: self.missing_on(request, listed_on).filter(|_| can_be_missed),
        }
    }

    /// The first export after the request was last listed, or known to be pending. What was written down by hand and never
    /// listed is looked for in this export only: earlier ones were asked when they came.
    fn missing_on(&self, request: &Request, listed_on: Option<Day>) -> Option<Day> {
        let listed_before = self.history.listed_last(request.id);
        if let Some(day) = request.confirmed_on.max(listed_on).max(listed_before) {
            return self.history.first_after(TableKind::Invitations, day);
        }
        let as_of = self.arrival.as_of;
        let was_read = history::holds(&self.arrival.tables, TableKind::Invitations);
        (was_read && latest_utc_day(request) < as_of).then_some(as_of)
    }

    /// Whether a connection against the user's word came from a later request, of either side and on any channel.
    fn explained_by_later(&self, contact: ContactId, request: &Request, connected_on: Day) -> bool {
        let both = Direction::ALL.iter().flat_map(|direction| self.with(contact, *direction));
        both.filter(|other| other.id != request.id && other.standing != Standing::Draft).any(|other| {
            let sent = other.utc_day();
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
                    .map(|name| (name, request.direction, request.utc_day(), request.id))
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
            // The user's word that it still waits, also where an export that came after it no longer lists it.
            let still = |next| {
                let after = |day: Day| by_user || request.settled_on.is_some_and(|settled| settled > day);
                request.confirmed_on.is_some_and(|day| day > next && after(day))
            };
            let superseded_on = shown.superseded_on.filter(|next| !still(*next));
            let over_on = superseded_on.into_iter().chain(shown.missing_on).min();
            let listed_after = |settled| shown.listed_on.filter(|listed| *listed > settled);
            match (over_on, request.settled_on) {
                (None, None) => Verdict::Stays,
                (Some(over), None) => Verdict::NoLongerListed(over),
                (None, Some(settled)) => listed_after(settled).map_or(Verdict::Stays, Verdict::PendingAgain),
                // An export between two others can show that it was over earlier, or waited longer.
                (Some(over), Some(settled)) => {
                    let otherwise = over < settled || (over > settled && listed_after(settled).is_some());
                    let inferred = request.standing == Standing::NoLongerListed;
                    if inferred && otherwise { Verdict::NoLongerListed(over) } else { Verdict::Stays }
                }
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

/// The earliest UTC day on which it can have been sent: east of UTC, a user's day can be one ahead.
fn earliest_utc_day(request: &Request) -> Day {
    match request.sent_at {
        Some(at) => at.day(),
        // A Pacific day, from a table without times: it begins on the same day in UTC.
        None if !request.sent_raw.is_empty() => request.sent_on,
        None => request.sent_on.plus(-1),
    }
}

/// The latest UTC day on which it can have been sent: west of UTC, a day can be one behind.
fn latest_utc_day(request: &Request) -> Day {
    request.sent_at.map_or_else(|| request.sent_on.plus(1), Moment::day)
}
