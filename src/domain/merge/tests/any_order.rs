//! Any exports in any order come to the same.

use proptest::prelude::*;

use super::{Book, day, export};
use crate::domain::arrival::Arrival;
use crate::domain::time::Day;

/// Who is in a world: when they were asked, if they were, and since when they are connected, if they are.
#[derive(Clone, Debug)]
struct Person {
    asked: Vec<i64>,
    connected: Option<i64>,
}

/// What an export holds of the world at its day: for each person whether the tables list them.
#[derive(Clone, Debug)]
struct Seen {
    on: i64,
    connections: Vec<bool>,
    invitations: Vec<bool>,
    company: u8,
}

const PEOPLE: usize = 4;

fn person() -> impl Strategy<Value = Person> {
    let asked = proptest::collection::btree_set(0..40_i64, 0..3);
    (asked, proptest::option::of(0..120_i64)).prop_map(|(asked, connected)| {
        // An acceptance is never taken back, so whom of two requests a connection answers hangs on what is known then.
        let most = if connected.is_some() { 1 } else { 2 };
        Person { asked: asked.into_iter().take(most).map(|weeks| weeks * 3).collect(), connected }
    })
}

fn seen() -> impl Strategy<Value = Seen> {
    let here = || proptest::collection::vec(any::<bool>(), PEOPLE);
    (0..150_i64, here(), here(), 0..3_u8).prop_map(|(on, connections, invitations, company)| Seen {
        on,
        connections,
        invitations,
        company,
    })
}

fn date(days: i64) -> Day {
    day("2026-01-01").plus(days)
}

fn arrival(people: &[Person], seen: &Seen) -> Arrival {
    let (mut connections, mut invitations) = (Vec::new(), Vec::new());
    for (n, person) in people.iter().enumerate() {
        let connected = person.connected.filter(|on| *on <= seen.on);
        if let Some(on) = connected.filter(|_| seen.connections[n]) {
            connections.push(format!("slug-{n} | Name {n} | {} | Company {}", date(on), seen.company));
        }
        for on in person.asked.iter().filter(|on| **on <= seen.on && seen.invitations[n]) {
            invitations.push(format!("sent | slug-{n} | Name {n} | {}", date(*on)));
        }
    }
    // A row of somebody else, so that both tables are there.
    connections.push("other | Other One | 2025-01-01".to_owned());
    invitations.push("received | other-2 | Other Two | 2025-12-31".to_owned());
    export(&date(seen.on).to_string())
        .connections(&connections.join("\n"))
        .invitations(&invitations.join("\n"))
}

fn outcome<'a>(exports: impl Iterator<Item = &'a Arrival>) -> (Vec<String>, Vec<String>) {
    let mut book = Book::default();
    for export in exports {
        book.import(export);
    }
    let person = |c: &crate::domain::contact::Contact| {
        format!("{} {} {:?} {:?}", c.name(), c.place(), c.connected_on, c.gone_on)
    };
    let mut people: Vec<String> = book.network.contacts.iter().map(|contact| person(contact)).collect();
    people.sort();
    (book.requests(), people)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_any_exports_does_not_matter(
        people in proptest::collection::vec(person(), PEOPLE),
        (exports, shuffled) in proptest::collection::vec(seen(), 2..6).prop_flat_map(|mut exports| {
            exports.sort_by_key(|seen| seen.on);
            exports.dedup_by_key(|seen| seen.on);
            (Just(exports.clone()), Just(exports).prop_shuffle())
        }),
    ) {
        let read = |exports: &[Seen]| exports.iter().map(|seen| arrival(&people, seen)).collect::<Vec<_>>();
        prop_assert_eq!(outcome(read(&shuffled).iter()), outcome(read(&exports).iter()));
    }
}
