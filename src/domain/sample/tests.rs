//! The demo network shows every word of the product, keeps its rules, and is the same on any day.

use std::collections::HashSet;

use super::*;
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::fact::FactKind;
use crate::domain::network::Network;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::sign::SignKind;

fn now(day: &str) -> Now {
    let today = Day::parse(day).expect("a day");
    Now { today, at: at(today, 0) }
}

fn network(now: Now) -> Network {
    let mut network = Network::default();
    let batch = Batch {
        key: BatchKey("demo".into()),
        at: now.at,
        by: "demo".into(),
        what: "made-up people".into(),
        undoes: None,
        changes: demo(now),
    };
    network.apply(batch).expect("the demo fits an empty book");
    network
}

fn today() -> Now {
    now("2026-11-22")
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
    assert_eq!(network.contacts.len(), 60);
    assert_eq!(network.contacts.iter().filter(|c| c.archived).count(), 2);
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
        assert_eq!(listed, [true, false], "{}: listed once, then no longer", request.id);
    }
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
    let words = format!("{:?}", demo(today())).to_lowercase();
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
