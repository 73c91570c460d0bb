//! When two records are one request, and what they are as one.

use std::collections::HashMap;

use super::contact::Origin;
use super::id::RequestId;
use super::request::{Evidence, Request, Standing};
use super::time::{Day, Moment};

/// A request written down by hand and a row this many days apart are the same request: the platform lets nobody ask
/// the same person twice within three weeks, and memory is not exact.
pub const DAYS_APART: i64 = 20;

/// Whether a request was written down by hand and no export has listed it yet.
pub fn waits_for_its_row(request: &Request) -> bool {
    request.on_platform() && request.origin == Origin::Hand && request.sent_raw.is_empty()
}

/// Takes over from a row when a request was sent.
pub fn sent_as_listed(request: &mut Request, utc_day: Day, at: Option<Moment>, raw: &str) {
    // The user's day can be a day off from UTC; further off, the platform knows better.
    if request.origin == Origin::Export || request.sent_on.since(utc_day).abs() > 1 {
        request.sent_on = utc_day;
    }
    request.sent_at = at;
    raw.clone_into(&mut request.sent_raw);
}

/// The requests of two people, who turn out to be one, that are the same: first rows that are one row, then rows that
/// were also written down by hand. Each request is in one pair at most.
pub fn pairs<'a>(ours: &[&'a Request], theirs: &[&'a Request]) -> Vec<(&'a Request, &'a Request)> {
    let mut pairs: Vec<(&Request, &Request)> = Vec::new();
    let taken = |pairs: &[(&Request, &Request)], request: &Request| {
        pairs.iter().any(|(one, other)| [one.id, other.id].contains(&request.id))
    };
    for one in ours {
        let row = theirs.iter().find(|other| same_row(one, other) && !taken(&pairs, other));
        pairs.extend(row.map(|other| (*one, *other)));
    }
    for (rows, by_hand) in [(theirs, ours), (ours, theirs)] {
        let mut rows: Vec<&Request> = rows.iter().copied().filter(|request| is_row(request)).collect();
        rows.sort_by_key(|row| (row.utc_day(), row.sent_at, row.id));
        for row in rows {
            let days = |hand: &&Request| hand.sent_on.since(row.utc_day()).abs();
            let nearest = by_hand
                .iter()
                .copied()
                .filter(|hand| waits_for_its_row(hand) && hand.direction == row.direction)
                .filter(|hand| days(hand) <= DAYS_APART && !taken(&pairs, hand) && !taken(&pairs, row))
                .min_by_key(days);
            pairs.extend(nearest.map(|hand| (hand, row)));
        }
    }
    pairs
}

fn is_row(request: &Request) -> bool {
    request.on_platform() && !request.sent_raw.is_empty()
}

/// A spreadsheet may have dropped the time of one of them.
fn same_row(one: &Request, other: &Request) -> bool {
    let same_time = match (one.sent_at, other.sent_at) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => one.pacific_day() == other.pacific_day(),
    };
    is_row(one) && is_row(other) && one.direction == other.direction && same_time
}

/// Two records of one request as one: the one by hand, or the older one, with all that either knows. Where they stand
/// apart, the more telling standing stays.
#[must_use]
pub fn together(one: &Request, other: &Request) -> Request {
    let key = |request: &Request| (!waits_for_its_row(request), request.id);
    let (lead, rest) = if key(one) <= key(other) { (one, other) } else { (other, one) };
    let telling = if weight(rest) > weight(lead) { rest } else { lead };
    let mut joined = Request {
        standing: telling.standing,
        settled_on: telling.settled_on,
        settled_at: telling.settled_at,
        evidence: telling.evidence,
        by_name: telling.by_name,
        opened: telling.opened,
        snoozed_until: None,
        recorded_on: lead.recorded_on.min(rest.recorded_on),
        ..lead.clone()
    };
    if lead.standing == rest.standing && lead.settled_on == rest.settled_on {
        joined.settled_at = lead.settled_at.or(rest.settled_at);
        joined.opened = lead.opened || rest.opened;
    }
    if joined.pending() {
        joined.snoozed_until = lead.snoozed_until.or(rest.snoozed_until);
    }
    let confirmed = [lead.confirmed_on, rest.confirmed_on].into_iter().flatten();
    joined.confirmed_on =
        confirmed.filter(|day| joined.settled_on.is_none_or(|settled| *day < settled)).max();
    for (to, from) in [
        (&mut joined.message, &rest.message),
        (&mut joined.source, &rest.source),
        (&mut joined.against, &rest.against),
    ] {
        if to.is_empty() {
            to.clone_from(from);
        }
    }
    if lead.sent_raw.is_empty() || (lead.sent_at.is_none() && rest.sent_at.is_some()) {
        sent_as_listed(&mut joined, rest.utc_day(), rest.sent_at, &rest.sent_raw);
    }
    joined
}

/// How much a standing tells: the user's word most, then a connection (one by its address more than one by the name),
/// then whatever is known of the later day, and of one day that it waits.
fn weight(request: &Request) -> impl Ord {
    let by_user = matches!(request.evidence, Evidence::Seen | Evidence::Told);
    let word = match request.standing {
        Standing::Declined | Standing::Withdrawn | Standing::Reported | Standing::Ignored => 2,
        Standing::Accepted | Standing::Expired | Standing::NoLongerListed if by_user => 2,
        Standing::Accepted => 1,
        Standing::Draft | Standing::Pending | Standing::Expired | Standing::NoLongerListed => 0,
    };
    let known_on = request.settled_on.or(request.confirmed_on).unwrap_or(request.sent_on);
    (word, !request.by_name, known_on, request.pending())
}

/// Numbers the attempts in each direction anew, the oldest request first.
pub fn number_attempts<'a>(requests: impl IntoIterator<Item = &'a mut Request>) {
    let requests: Vec<&mut Request> = requests.into_iter().collect();
    let numbers: HashMap<RequestId, u32> = attempts(requests.iter().map(|request| &**request)).collect();
    for request in requests {
        request.attempt = numbers[&request.id];
    }
}

/// Which attempt each request is in its direction, the oldest being the first.
pub fn attempts<'a>(
    requests: impl IntoIterator<Item = &'a Request>,
) -> impl Iterator<Item = (RequestId, u32)> {
    let mut requests: Vec<&Request> = requests.into_iter().collect();
    requests
        .sort_unstable_by_key(|request| (request.direction, request.sent_on, request.sent_at, request.id));
    let mut last = None;
    requests.into_iter().map(move |request| {
        let number = match last {
            Some((direction, number)) if direction == request.direction => number + 1,
            Some(_) | None => 1,
        };
        last = Some((request.direction, number));
        (request.id, number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ContactId;
    use crate::domain::request::{Channel, Direction};

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn by_hand(id: u32, on: &str) -> Request {
        Request::new(RequestId(id), ContactId(1), Direction::Sent, day(on), day(on))
    }

    fn row(id: u32, on: &str) -> Request {
        let sent_at = Moment::parse(&format!("{on}T12:00Z"));
        let sent_raw = format!("{on} noon");
        let evidence = Evidence::Imported;
        Request { sent_at, sent_raw, origin: Origin::Export, evidence, ..by_hand(id, on) }
    }

    fn paired(ours: &[Request], theirs: &[Request]) -> Vec<(u32, u32)> {
        let (ours, theirs): (Vec<&Request>, Vec<&Request>) = (ours.iter().collect(), theirs.iter().collect());
        pairs(&ours, &theirs).into_iter().map(|(one, other)| (one.id.0, other.id.0)).collect()
    }

    #[test]
    fn a_word_by_hand_and_a_row_are_one_up_to_twenty_days_apart_before_and_after() {
        let hand = [by_hand(1, "2026-11-01")];
        for (on, one) in
            [("2026-10-12", true), ("2026-10-11", false), ("2026-11-21", true), ("2026-11-22", false)]
        {
            assert_eq!(paired(&hand, &[row(2, on)]).len(), usize::from(one), "{on}");
            assert_eq!(paired(&[row(2, on)], &hand).len(), usize::from(one), "{on}");
        }
    }

    #[test]
    fn only_requests_on_the_platform_and_of_one_direction_are_one() {
        let near = row(2, "2026-11-02");
        let with = |change: fn(&mut Request)| {
            let mut hand = by_hand(1, "2026-11-01");
            change(&mut hand);
            paired(&[hand], std::slice::from_ref(&near)).len()
        };
        assert_eq!(with(|_| ()), 1);
        assert_eq!(with(|hand| hand.channel = Channel::Event), 0);
        assert_eq!(with(|hand| hand.direction = Direction::Received), 0);
        assert_eq!(with(|hand| hand.standing = Standing::Draft), 0);
        assert_eq!(with(|hand| hand.sent_raw = "another row".into()), 0);
    }

    #[test]
    fn each_request_is_in_one_pair_and_the_nearest_are_together() {
        let ours = [by_hand(1, "2026-11-01"), by_hand(2, "2026-11-09"), row(3, "2026-08-01")];
        let theirs =
            [row(4, "2026-11-10"), row(5, "2026-11-12"), row(6, "2026-08-01"), by_hand(7, "2026-08-02")];
        assert_eq!(paired(&ours, &theirs), [(3, 6), (2, 4), (1, 5)]);
    }

    #[test]
    fn rows_are_one_by_their_minute_or_by_their_day_where_one_has_no_minute() {
        let timed = row(1, "2026-11-01");
        let mut later = row(2, "2026-11-01");
        later.sent_at = Moment::parse("2026-11-01T12:01Z");
        assert_eq!(paired(std::slice::from_ref(&timed), &[later.clone()]), []);
        later.sent_at = None;
        assert_eq!(paired(std::slice::from_ref(&timed), &[later.clone()]), [(1, 2)]);
        let same_day = Request { id: RequestId(3), ..timed.clone() };
        assert_eq!(paired(&[timed.clone(), later.clone()], &[same_day]), [(1, 3)], "each is in one pair");
        let joined = together(&later, &timed);
        assert_eq!((joined.id, joined.sent_at), (RequestId(1), timed.sent_at));
    }

    /// The standing of two as one, in either order of their numbers and of the arguments.
    fn stands(one: &Request, other: &Request) -> String {
        let line = |r: Request| {
            let day = r.settled_on.or(r.confirmed_on).map_or_else(String::new, |day| format!(" {day}"));
            format!("{}{day}", r.standing.token())
        };
        let turned = Request { id: other.id, ..one.clone() };
        let (there, back) = (line(together(one, other)), line(together(other, one)));
        assert_eq!(there, back);
        assert_eq!(there, line(together(&turned, &Request { id: one.id, ..other.clone() })));
        there
    }

    #[test]
    fn the_more_telling_standing_stays() {
        let settled = |standing, on: &str, evidence| {
            let mut request = row(1, "2026-10-01");
            request.settle(standing, day(on), evidence);
            request
        };
        let pending = |on: &str| Request { confirmed_on: Some(day(on)), ..row(2, "2026-10-01") };
        let gone = settled(Standing::NoLongerListed, "2026-11-10", Evidence::Inferred);
        let accepted = settled(Standing::Accepted, "2026-11-05", Evidence::Imported);
        let by_name =
            Request { by_name: true, ..settled(Standing::Accepted, "2026-11-06", Evidence::Inferred) };
        let expired = settled(Standing::Expired, "2026-11-01", Evidence::Seen);
        let told = settled(Standing::Declined, "2026-10-20", Evidence::Told);
        let other = |request: &Request| Request { id: RequestId(2), ..request.clone() };
        assert_eq!(stands(&gone, &pending("2026-11-09")), "no_longer_listed 2026-11-10");
        assert_eq!(stands(&gone, &pending("2026-11-10")), "pending 2026-11-10");
        assert_eq!(stands(&gone, &other(&accepted)), "accepted 2026-11-05");
        assert_eq!(stands(&by_name, &other(&accepted)), "accepted 2026-11-05");
        assert_eq!(stands(&expired, &other(&accepted)), "expired 2026-11-01", "the user saw it");
        assert_eq!(stands(&told, &other(&accepted)), "declined 2026-10-20");
        assert_eq!(stands(&told, &pending("2026-11-20")), "declined 2026-10-20");
        assert_eq!(together(&told, &pending("2026-11-20")).confirmed_on, None, "settled by then");
        assert_eq!(stands(&told, &other(&expired)), "expired 2026-11-01", "the later word");
    }

    #[test]
    fn what_either_knows_stays() {
        let mut hand = by_hand(7, "2026-11-03");
        hand.source = "event".into();
        hand.snoozed_until = Some(day("2026-12-01"));
        let mut listed = row(3, "2026-11-01");
        listed.message = "Hi Ana".into();
        listed.against = "one at a time".into();
        listed.confirmed_on = Some(day("2026-11-20"));
        let joined = together(&listed, &hand);
        assert_eq!((joined.id, joined.origin), (RequestId(7), Origin::Hand), "the user's own record");
        assert_eq!((joined.message.as_str(), joined.source.as_str()), ("Hi Ana", "event"));
        assert_eq!(joined.against, "one at a time");
        assert_eq!((joined.sent_on, joined.sent_at), (listed.sent_on, listed.sent_at), "two days off");
        assert_eq!(joined.sent_raw, listed.sent_raw);
        assert_eq!((joined.snoozed_until, joined.confirmed_on), (hand.snoozed_until, listed.confirmed_on));
        assert_eq!(joined.recorded_on, day("2026-11-01"), "the first that was known of it");
        let near = together(&row(3, "2026-11-02"), &hand);
        assert_eq!(near.sent_on, hand.sent_on, "the user's day can be one off");
    }

    #[test]
    fn an_acceptance_keeps_its_minute_and_that_its_news_was_opened() {
        let accepted = |id| {
            let mut request = row(id, "2026-10-01");
            request.settle(Standing::Accepted, day("2026-10-05"), Evidence::Imported);
            request
        };
        let timed = Request { settled_at: Moment::parse("2026-10-05T08:14Z"), ..accepted(2) };
        let opened = Request { opened: true, ..accepted(1) };
        let joined = together(&opened, &timed);
        assert_eq!((joined.settled_at, joined.opened), (timed.settled_at, true));
    }
}
