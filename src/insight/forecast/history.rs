//! From a network, or from lines of an exchange, to the rows that the model learns from and speaks of.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::contact::Origin;
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::request::{Direction, Evidence, Request, Standing};
use crate::domain::run::TableKind;
use crate::domain::sign::{Sign, SignKind};
use crate::domain::time::{Day, Moment};

use super::age::When;
use super::case::{Case, LeftOut};
use super::listing::{self, Listed, Part};
use super::signs::Hint;

/// A level of a factor: `("source", "event")`.
pub type Level = (Cow<'static, str>, Cow<'static, str>);

/// A tag counts as a factor from so many requests on.
const LEAST_TAGGED: usize = 5;
/// So many tags at most, the most used ones.
const MOST_TAGS: usize = 30;
/// A profile view is recent for so many days.
const RECENT: i64 = 7;

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is known of it, or why it is left out.
    pub case: Result<Case, LeftOut>,
    /// Its known levels.
    pub levels: Vec<Level>,
    /// Its signs.
    pub hints: Vec<Hint>,
}

/// Everything that a network tells.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Every sent request, in the order of the numbers.
    pub rows: Vec<(RequestId, Row)>,
    /// The complete parts of the exports, oldest first.
    pub parts: Vec<Part>,
}

/// The number of a day.
pub fn number(day: Day) -> i32 {
    day.number()
}

/// A moment as a day and its fraction.
pub fn instant(at: Moment) -> When {
    let into = at.minutes().rem_euclid(24 * 60);
    When::At(f64::from(at.day().number()) + into as f64 / (24.0 * 60.0))
}

/// When a request was sent.
pub fn sent(request: &Request) -> When {
    request.sent_at.map_or(When::Day(request.sent_on.number()), instant)
}

/// What is known of a request that waits: enough for its own chance.
pub fn waiting(request: &Request) -> Case {
    let by_hand = request.origin == Origin::Hand;
    let verified = if by_hand { None } else { request.confirmed_on.map(number) };
    Case { sent: Some(sent(request)), verified, ..Case::default() }
}

/// The levels that a request has of itself, whether or not they count: message, source, channel, template, attempt.
pub fn own_levels(request: &Request) -> impl Iterator<Item = (&'static str, &str)> {
    let message = if request.message.is_empty() { "no" } else { "yes" };
    let attempt = if request.attempt > 1 { "later" } else { "first" };
    [
        ("message", message),
        ("source", request.source.as_str()),
        ("channel", request.channel.token()),
        ("template", request.template.as_str()),
        ("attempt", attempt),
    ]
    .into_iter()
    .filter(|(_, level)| !level.is_empty())
}

/// The first day on which a sign can be about a request: where it was sent by an export's calendar, that may be a day
/// ahead of the user's.
pub fn first_day(request: &Request) -> Day {
    if request.sent_at.is_some() { request.sent_on.plus(-1) } else { request.sent_on }
}

/// The hints that signs give on a day; those from before the request are ignored.
pub fn hints<'a>(signs: impl Iterator<Item = &'a Sign>, sent_on: Day, day: Day) -> Vec<Hint> {
    signs
        .filter(|sign| sign.on >= sent_on)
        .map(|sign| match sign.kind {
            SignKind::PublicPostsOnly => Hint::PublicPostsOnly,
            SignKind::ViewedProfile if day.since(sign.on) <= RECENT => Hint::ViewedRecent,
            SignKind::ViewedProfile => Hint::ViewedOld,
            SignKind::Reacted => Hint::Reacted,
            SignKind::ActiveElsewhere => Hint::ActiveElsewhere,
            SignKind::InactiveAccount => Hint::InactiveAccount,
            SignKind::ToldYes => Hint::ToldYes,
            SignKind::ToldNo => Hint::ToldNo,
        })
        .collect()
}

impl History {
    /// What a network tells on a day.
    pub fn of(network: &Network, today: Day) -> Self {
        let exports = Exports::of(network);
        let requests: Vec<&Request> = network
            .requests
            .iter()
            .map(AsRef::as_ref)
            .filter(|r: &&Request| r.direction == Direction::Sent && r.standing != Standing::Draft)
            .collect();
        let listed: Vec<Listed> = requests.iter().map(|request| exports.listed(network, request)).collect();
        let parts = listing::parts(&exports.days, &listed);
        let factors = Factors::of(network, &requests);
        let rows = requests
            .into_iter()
            .zip(&listed)
            .map(|(request, listed)| {
                let case = exports.case(request, listed, &parts);
                let until = if request.pending() { today } else { request.settled_on.unwrap_or(today) };
                let signs = network.signs_of(request.id).map(AsRef::as_ref);
                let hints = hints(signs, first_day(request), until);
                (request.id, Row { case, levels: factors.levels(network, request), hints })
            })
            .collect();
        Self { rows, parts }
    }
}

/// The imports that read a table of invitations.
struct Exports {
    /// Their days, in order.
    days: Vec<i32>,
    on: BTreeMap<RequestId, Vec<usize>>,
}

impl Exports {
    fn of(network: &Network) -> Self {
        let mut runs: Vec<_> = network
            .runs
            .iter()
            .filter(|run| {
                run.tables.iter().any(|table| table.kind == TableKind::Invitations && table.rows > 0)
            })
            .collect();
        runs.sort_by_key(|run| (run.as_of, run.id));
        // Two exports of one day are one.
        let mut days: Vec<i32> = Vec::new();
        let mut on: BTreeMap<RequestId, Vec<usize>> = BTreeMap::new();
        for run in runs {
            if days.last() != Some(&run.as_of.number()) {
                days.push(run.as_of.number());
            }
            let at = days.len() - 1;
            for id in &run.listed {
                let places = on.entry(*id).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        Self { days, on }
    }

    fn listed(&self, network: &Network, request: &Request) -> Listed {
        let accepted = (request.standing == Standing::Accepted)
            .then(|| accepted(request).map_or(request.sent_on.number(), When::day));
        let key = |r: &Request| (r.sent_on, r.sent_at, r.id);
        let later = network
            .requests_of(request.contact)
            .filter(|other| other.direction == Direction::Sent && other.on_platform())
            .filter(|other| key(other) > key(request))
            .map(|other| sent(other).day())
            .min();
        Listed {
            id: request.id.to_string(),
            sent: sent(request).day(),
            accepted,
            on: self.on.get(&request.id).cloned().unwrap_or_default(),
            superseded: later,
            confirmed: request.confirmed_on.map(number),
        }
    }

    fn case(&self, request: &Request, listed: &Listed, parts: &[Part]) -> Result<Case, LeftOut> {
        let mut case = waiting(request);
        case.known_since = if request.origin == Origin::Hand {
            // By the user's own calendar, whatever an export says of the hour.
            (request.recorded_on > request.sent_on).then(|| request.recorded_on.number())
        } else {
            listing::known_since(listed, parts)?
        };
        let settled = request.settled_on.map(number);
        match request.standing {
            Standing::Draft | Standing::Pending => {}
            Standing::Accepted => case.accepted = accepted(request),
            Standing::Declined | Standing::Reported => case.declined = settled,
            Standing::Withdrawn => {
                case.withdrawn = settled;
                case.verified = None;
            }
            Standing::Expired | Standing::Ignored => case.verified = settled,
            Standing::NoLongerListed => {
                // Nobody can tell when it went: halfway between the last sight of it and the day it was missed.
                let inferred = matches!(request.evidence, Evidence::Inferred | Evidence::Imported);
                let gone = listing::gone_on(listed, &self.days).filter(|_| inferred);
                let last = request.confirmed_on.map_or(listed.sent, number);
                let missed = settled.map(|day| last + (day - last).max(0).div_euclid(2));
                let gone = gone.or(missed);
                // That somebody was asked again shows that the request before was over.
                let next = listed.superseded.filter(|next| gone.is_none_or(|gone| *next < gone));
                case.verified = next.or(gone);
            }
        }
        Ok(case)
    }
}

fn accepted(request: &Request) -> Option<When> {
    request.settled_at.map(instant).or(request.settled_on.map(|day| When::Day(day.number())))
}

/// Which levels tell requests apart.
struct Factors {
    /// Beside message and source: those with two levels or more.
    told_apart: Vec<&'static str>,
    tags: Vec<String>,
}

impl Factors {
    fn of(network: &Network, requests: &[&Request]) -> Self {
        let mut seen: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
        let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
        for request in requests {
            for (factor, level) in own_levels(request) {
                let levels = seen.entry(factor).or_default();
                if levels.len() < 2 && !levels.contains(&level) {
                    levels.push(level);
                }
            }
            for tag in network.contact(request.contact).into_iter().flat_map(|contact| &contact.tags) {
                *tags.entry(tag).or_default() += 1;
            }
        }
        let told_apart =
            seen.into_iter().filter(|(_, levels)| levels.len() > 1).map(|(factor, _)| factor).collect();
        let all = requests.len();
        let mut tags: Vec<(&str, usize)> =
            tags.into_iter().filter(|(_, count)| (LEAST_TAGGED..all).contains(count)).collect();
        tags.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let tags = tags.into_iter().take(MOST_TAGS).map(|(tag, _)| tag.to_owned()).collect();
        Self { told_apart, tags }
    }

    fn levels(&self, network: &Network, request: &Request) -> Vec<Level> {
        let counts =
            |factor: &str| matches!(factor, "message" | "source") || self.told_apart.contains(&factor);
        let own = own_levels(request)
            .filter(|(factor, _)| counts(factor))
            .map(|(factor, level)| (Cow::Borrowed(factor), Cow::Owned(level.to_owned())));
        let contact = network.contact(request.contact);
        let has = |tag: &String| contact.is_some_and(|contact| contact.tags.contains(tag));
        let tags = self.tags.iter().map(|tag| {
            let level = if has(tag) { "yes" } else { "no" };
            (Cow::Owned(format!("tag:{tag}")), Cow::Borrowed(level))
        });
        own.chain(tags).collect()
    }
}
