//! The demo network shows every word of the product, keeps its rules, and is the same on any day.

use std::collections::HashSet;

use super::*;
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::contact::Fit;
use crate::domain::fact::FactKind;
use crate::domain::network::Network;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::sign::SignKind;

fn now(day: &str) -> Now {
    let today = Day::parse(day).expect("a day");
    Now { today, at: at(today, 0) }
}

fn network(now: Now) -> Network {
    network_of(demo(now), now)
}

fn network_of(changes: Vec<Change>, now: Now) -> Network {
    let mut network = Network::default();
    let batch = Batch {
        key: BatchKey("demo".into()),
        at: now.at,
        by: "demo".into(),
        what: "made-up people".into(),
        undoes: None,
        changes,
    };
    network.apply(batch).expect("the demo fits an empty book");
    network
}

fn today() -> Now {
    now("2026-11-22")
}

/// The requests of the year before.
fn past(network: &Network) -> Vec<&Request> {
    network.requests.iter().map(AsRef::as_ref).filter(|r| r.contact.0 as usize > PEOPLE.len()).collect()
}

/// How many of these were accepted, and of how many.
fn accepted<'a>(
    requests: impl IntoIterator<Item = &'a Request>,
    counts: impl Fn(&Request) -> bool,
) -> (usize, usize) {
    let counted: Vec<_> = requests.into_iter().filter(|r| counts(r)).collect();
    (counted.iter().filter(|r| r.standing == Standing::Accepted).count(), counted.len())
}

fn every<T: Copy + std::fmt::Debug + PartialEq>(all: &[T], found: impl Iterator<Item = T>) {
    let found: Vec<T> = found.collect();
    let missing: Vec<&T> = all.iter().filter(|each| !found.contains(each)).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn the_demo_shows_every_word() {
    let network = network(today());
    let requests = || network.requests.iter();
    // A message that is being written is a draft of its own, and no request yet.
    let standings: Vec<Standing> =
        Standing::ALL.iter().copied().filter(|standing| *standing != Standing::Draft).collect();
    every(
        &standings,
        requests()
            .filter(|r| r.direction == Direction::Sent || r.standing == Standing::Ignored)
            .map(|r| r.standing),
    );
    every(
        &[
            Standing::Pending,
            Standing::Accepted,
            Standing::Ignored,
            Standing::Reported,
            Standing::NoLongerListed,
        ],
        requests().filter(|r| r.direction == Direction::Received).map(|r| r.standing),
    );
    every(FactKind::ALL, network.facts.iter().map(|fact| fact.kind));
    every(Channel::ALL, requests().map(|r| r.channel));
    every(Evidence::ALL, requests().map(|r| r.evidence));
    every(SignKind::ALL, network.signs.iter().map(|s| s.kind));
    every(TouchKind::ALL, network.touches.iter().map(|t| t.kind));
    every(TableKind::ALL, network.runs.iter().flat_map(|run| &run.tables).map(|table| table.kind));
    assert!(network.touches.iter().any(|t| t.contact.is_none()), "an own post");
}

#[test]
fn the_demo_has_sixty_people_and_a_full_list() {
    let now = today();
    let network = network(now);
    assert_eq!(PEOPLE.len(), 60);
    assert_eq!(network.contacts.iter().filter(|c| !c.archived).count(), 58);
    assert_eq!(network.decisions.len(), 2);
    let waiting = |direction, snoozed| {
        let waits = |r: &Request| r.pending() && r.direction == direction && r.snoozed(now.today) == snoozed;
        network.requests.iter().filter(|r| waits(r)).count()
    };
    assert_eq!((waiting(Direction::Sent, false), waiting(Direction::Received, false)), (18, 6));
    assert_eq!(waiting(Direction::Sent, true) + waiting(Direction::Received, true), 3);
    assert!(network.requests.iter().filter(|r| r.standing.settled()).count() >= 25);
    for day in [now.today, now.today.plus_months(9)] {
        assert!(network.contacts.iter().any(|c| c.ask_again_on == Some(day)), "ask again on {day}");
    }
    assert!(network.requests.iter().any(|r| r.snoozed_until == Some(now.today)), "one comes back today");
}

#[test]
fn every_stage_is_among_those_that_wait() {
    let network = network(today());
    let ages = || network.requests.iter().filter(|r| r.pending()).map(|r| r.age(today().today));
    let rules = Rules::default();
    let (quiet, stale) = (rules.get(RuleKey::QuietAge), rules.get(RuleKey::StaleAge));
    for (least, most) in [(0, 1), (2, quiet), (quiet + 1, stale), (stale + 1, 180), (181, 365)] {
        assert!(ages().any(|age| (least..=most).contains(&age)), "an age of {least} to {most}");
    }
}

#[test]
fn a_standing_fits_its_direction_and_its_day() {
    let network = network(today());
    for request in &network.requests {
        let contact = network.contact(request.contact).expect("the contact").name();
        assert!(request.standing.fits(request.direction), "{contact}");
        assert_eq!(request.standing.settled(), request.settled_on.is_some(), "{contact}");
        assert!(
            request.settled_on.is_none_or(|on| request.sent_on <= on && on <= today().today),
            "{contact}"
        );
        assert!(request.recorded_on >= request.sent_on, "{contact}");
    }
    // Nobody has two requests of one direction waiting at once.
    let waiting: Vec<_> =
        network.requests.iter().filter(|r| r.pending()).map(|r| (r.contact, r.direction)).collect();
    assert_eq!(waiting.iter().collect::<HashSet<_>>().len(), waiting.len());
}

#[test]
fn the_demo_keeps_the_rules_but_where_it_says_so() {
    let network = network(today());
    let rules = Rules::default();
    let sent: Vec<_> = network.requests.iter().filter(|r| r.direction == Direction::Sent).collect();
    let within = |days: i64, what: &dyn Fn(&Request) -> bool| {
        let count = |from: Day| {
            let span = from.plus(-days + 1)..=from;
            sent.iter().filter(|r| span.contains(&r.sent_on) && what(r)).count() as i64
        };
        sent.iter().map(|r| count(r.sent_on)).max().unwrap_or_default()
    };
    assert!(within(7, &|_| true) <= rules.get(RuleKey::WeekAim));
    let spends = |r: &Request| {
        r.channel == Channel::LinkedIn && !r.message.is_empty() && r.standing != Standing::Draft
    };
    assert!(within(31, &spends) <= rules.get(RuleKey::MessagesAMonth));
    for request in &sent {
        assert!(
            request.message.encode_utf16().count() as i64 <= rules.message_limit(),
            "{}",
            request.message
        );
        assert!(i64::from(request.attempt) <= rules.get(RuleKey::Attempts));
        let withdrawn = sent.iter().filter(|r| {
            r.contact == request.contact && r.id < request.id && r.standing == Standing::Withdrawn
        });
        let waited = withdrawn.filter_map(|r| r.settled_on).map(|on| request.sent_on.since(on)).min();
        let too_soon = waited.is_some_and(|days| days < rules.get(RuleKey::WaitAfterWithdrawal));
        assert_eq!(too_soon, !request.against.is_empty(), "{}", request.id);
    }
    assert!(sent.iter().any(|r| !r.against.is_empty()), "one went against a rule");
    assert!(sent.iter().any(|r| r.attempt == 2), "one is a second attempt");
}

#[test]
fn an_import_lists_what_waited_and_what_was_accepted_lately() {
    let network = network(today());
    assert_eq!(network.runs.len(), 2);
    for run in &network.runs {
        assert!(!run.listed.is_empty());
        for request in run.listed.iter().map(|id| network.requests.get(*id).expect("a request")) {
            assert_eq!(request.channel, Channel::LinkedIn);
            assert!(request.sent_on <= run.as_of);
            let settled = request.settled_on.filter(|on| *on <= run.as_of);
            assert!(settled.is_none() || request.standing == Standing::Accepted, "{}", request.id);
        }
    }
    for request in network.requests.iter().filter(|r| r.standing == Standing::NoLongerListed) {
        let listed: Vec<bool> = network.runs.iter().map(|run| run.listed.contains(&request.id)).collect();
        // What was sent after the first import was looked for in the second one.
        let known_before = request.sent_on <= ago(today().today, IMPORTS[0]);
        assert_eq!(listed, [known_before, false], "{}: listed once, then no longer", request.id);
    }
}

#[test]
fn an_import_lists_all_of_the_past_that_an_export_of_its_day_would() {
    let network = network(today());
    for (run, days) in network.runs.iter().zip(IMPORTS) {
        for request in past(&network).into_iter().filter(|r| r.channel == Channel::LinkedIn) {
            let settled = request.settled_on.expect("nothing of the past waits");
            let waited = request.sent_on <= run.as_of && settled > run.as_of;
            let lately = settled <= run.as_of && run.as_of.since(settled) <= 180;
            let lists = waited || request.standing == Standing::Accepted && lately;
            assert_eq!(run.listed.contains(&request.id), lists, "{} {days} days ago", request.id);
        }
    }
}

#[test]
fn the_past_stands_behind_the_others_whose_numbers_stay() {
    let network = network(today());
    assert_eq!((network.contacts.len(), network.requests.len()), (180, REQUESTS.len() + 120));
    for (contact, person) in network.contacts.iter().zip(PEOPLE) {
        assert_eq!(contact.name(), person.name);
    }
    for (request, row) in network.requests.iter().zip(REQUESTS) {
        assert_eq!(network.contact(request.contact).map(|c| c.name()).as_deref(), Some(row.who));
    }
    let names: HashSet<String> = network.contacts.iter().map(|c| c.name()).collect();
    assert_eq!(names.len(), 179, "two have one name, and on purpose");
}

#[test]
fn nothing_of_the_past_waits() {
    let network = network(today());
    for contact in network.contacts.iter().skip(PEOPLE.len()) {
        let (id, name) = (contact.id, contact.name());
        assert!(contact.archived && contact.ask_again_on.is_none() && contact.purpose.is_empty(), "{name}");
        assert_eq!(network.requests_of(id).count(), 1, "{name}");
        let more = network.touches_of(id).count() + network.notes_of(id).count();
        assert_eq!(more + network.facts_of(id).count() + network.drafts_of(id).count(), 0, "{name}");
        assert!(network.decisions.iter().all(|d| d.contact != id && d.other != Some(id)), "{name}");
    }
    for request in past(&network) {
        let id = request.id;
        assert!(request.direction == Direction::Sent && request.standing.settled(), "{id}");
        assert!(request.opened || request.standing != Standing::Accepted, "{id}");
        assert!(network.signs_of(id).next().is_none() && request.snoozed_until.is_none(), "{id}");
        assert!((33..=265).contains(&request.age(today().today)), "{id}");
    }
}

#[test]
fn the_past_came_with_the_first_export_or_was_written_down_on_its_day() {
    let network = network(today());
    let first = ago(today().today, IMPORTS[0]);
    for request in past(&network) {
        let by_export = request.channel == Channel::LinkedIn && request.sent_on <= first;
        let (origin, recorded) =
            if by_export { (Origin::Export, first) } else { (Origin::Hand, request.sent_on) };
        assert_eq!((request.origin, request.recorded_on), (origin, recorded), "{}", request.id);
        assert_eq!(request.sent_at.is_some(), by_export, "{}", request.id);
        if by_export {
            assert!(network.runs.iter().any(|run| run.listed.contains(&request.id)), "{}", request.id);
        }
    }
}

#[test]
fn the_past_has_something_to_say() {
    let network = network(today());
    let past = past(&network);
    let of = |counts: &dyn Fn(&Request) -> bool| accepted(past.iter().copied(), counts);
    let (with, without) = (of(&|r| !r.message.is_empty()), of(&|r| r.message.is_empty()));
    assert_eq!((with, without), ((30, 52), (17, 68)));
    let (high, low) = (of(&|r| r.score > Some(75)), of(&|r| r.score.is_some_and(|score| score <= 75)));
    assert_eq!((high, low), ((18, 26), (12, 26)));
    let source = |source: &str| of(&|r| r.source == source);
    assert_eq!((source("event"), source("referral"), source("search")), ((14, 24), (11, 17), (10, 44)));
    let mut waits: Vec<i64> = past
        .iter()
        .filter(|r| r.standing == Standing::Accepted)
        .filter_map(|r| Some(r.settled_on?.since(r.sent_on)))
        .collect();
    waits.sort_unstable();
    let within = |days: i64| waits.iter().filter(|wait| **wait <= days).count();
    assert_eq!((within(1), within(14), within(29), waits.len()), (25, 43, 43, 47));
    let standings = |standing| past.iter().filter(|r| r.standing == standing).count();
    assert_eq!(
        (standings(Standing::Declined), standings(Standing::Withdrawn), standings(Standing::NoLongerListed)),
        (3, 28, 42)
    );
    let all: Vec<i64> = past.iter().map(|r| r.age(today().today)).collect();
    for month in 1..8 {
        let span = 34 + (month - 1) * 30..34 + month * 30;
        assert!(all.iter().filter(|age| span.contains(*age)).count() >= 10, "{span:?} days ago");
    }
}

#[test]
fn the_past_has_enough_of_each_tag_fit_and_template() {
    let network = network(today());
    let contacts = || network.contacts.iter().skip(PEOPLE.len());
    for tag in ["rust", "databases", "sre", "community"] {
        assert!(contacts().filter(|c| c.tags.iter().any(|each| each == tag)).count() >= 8, "{tag}");
    }
    for fit in Fit::ALL {
        assert!(contacts().filter(|c| c.fit == Some(*fit)).count() >= 20, "{fit:?}");
    }
    let past = past(&network);
    for template in ["en/event", "en/work", "en/mutual"] {
        assert!(past.iter().filter(|r| r.template == template).count() >= 5, "{template}");
    }
    for request in past {
        let bare = request.message.is_empty();
        assert_eq!(request.score.is_none(), bare, "{}", request.id);
        assert!(request.template.is_empty() || !bare, "{}", request.id);
        assert!(request.score.is_none_or(|score| (35..=92).contains(&score)), "{}", request.id);
        assert!(!request.message.contains(['{', '}']), "{}", request.message);
    }
}

#[test]
fn the_second_demo_is_nearly_empty() {
    let now = today();
    let network = network_of(fresh(now), now);
    assert_eq!((network.contacts.len(), network.requests.len(), network.drafts.len()), (5, 4, 1));
    let others = [network.signs.len(), network.touches.len(), network.notes.len(), network.facts.len()];
    assert_eq!((others, network.runs.len(), network.decisions.len()), ([0; 4], 0, 0));
    let mut shapes: Vec<_> = network
        .requests
        .iter()
        .map(|r| (r.direction, r.standing, r.age(now.today), r.message.is_empty()))
        .collect();
    shapes.sort_unstable();
    assert_eq!(
        shapes,
        [
            (Direction::Sent, Standing::Pending, 1, true),
            (Direction::Sent, Standing::Pending, 4, false),
            (Direction::Sent, Standing::Accepted, 7, true),
            (Direction::Received, Standing::Pending, 2, false),
        ]
    );
    let accepted = network.requests.iter().find(|r| r.standing == Standing::Accepted).expect("one");
    assert_eq!(accepted.settled_on, Some(ago(now.today, 6)));
    for request in &network.requests {
        assert_eq!((request.origin, request.recorded_on), (Origin::Hand, request.sent_on), "{}", request.id);
        assert_eq!((request.evidence, request.confirmed_on), (Evidence::Seen, None), "{}", request.id);
    }
    assert!(network.contacts.iter().all(|c| !c.archived && c.origin == Origin::Hand));
}

#[test]
fn slugs_and_tags_have_their_form() {
    let network = network(today());
    let mut slugs = HashSet::new();
    for contact in &network.contacts {
        assert_eq!(slug::normal(&contact.slug), contact.slug);
        assert!(contact.slug.is_empty() || slugs.insert(&contact.slug), "{} twice", contact.slug);
        assert!(contact.address().is_some(), "{}", contact.name());
        assert!(contact.tags.is_sorted(), "{:?}", contact.tags);
    }
}

#[test]
fn names_come_from_many_scripts() {
    let network = network(today());
    let names: String = network.contacts.iter().map(|c| c.name()).collect();
    let scripts = [
        ("accents", 'à'..='ÿ'),
        ("Cyrillic", 'А'..='я'),
        ("Greek", 'Α'..='ω'),
        ("Arabic", 'ا'..='ي'),
        ("Hebrew", 'א'..='ת'),
        ("Devanagari", 'अ'..='ह'),
        ("Thai", 'ก'..='ฮ'),
        ("Han", '一'..='鿿'),
        ("Hangul", '가'..='힣'),
        ("Georgian", 'ა'..='ჰ'),
        ("a combining mark", '\u{300}'..='\u{36f}'),
        ("a joined emoji", '\u{200d}'..='\u{200d}'),
    ];
    for (script, letters) in scripts {
        assert!(names.chars().any(|c| letters.contains(&c)), "{script}");
    }
}

#[test]
fn the_demo_speaks_kindly() {
    let words = format!("{:?} {:?}", demo(today()), fresh(today())).to_lowercase();
    for word in ["rejected", "refused", "ignored you", "ghosted", "failed", "loser"] {
        assert!(!words.contains(word), "{word}");
    }
}

#[test]
fn the_demo_is_the_same_on_any_day() {
    let shape = |now: Now| -> Vec<String> {
        let age = |day: Option<Day>| day.map(|day| now.today.since(day));
        let network = network(now);
        let requests = network.requests.iter().map(|r| {
            format!(
                "{} {:?} {:?} {:?}",
                r.age(now.today),
                r.standing,
                age(r.settled_on),
                age(r.snoozed_until)
            )
        });
        let contacts = network.contacts.iter().map(|c| format!("{} {:?}", c.name(), age(c.connected_on)));
        let touches = network.touches.iter().map(|t| format!("{:?} {:?}", t.kind, age(Some(t.on))));
        let runs = network.runs.iter().map(|run| format!("{:?} {:?}", run.listed, run.tables));
        requests.chain(contacts).chain(touches).chain(runs).collect()
    };
    let usual = shape(today());
    for day in ["2028-02-29", "2026-12-31", "2027-01-01", "2026-03-29"] {
        assert_eq!(shape(now(day)), usual, "{day}");
    }
}
