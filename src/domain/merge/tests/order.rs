//! Exports in any order: an older one after a newer one is put in its place and changes nothing newer.

use super::{Book, day, export};
use crate::domain::arrival::Arrival;
use crate::domain::merge::ChangedCounts;

fn january() -> Arrival {
    export("2026-01-10")
        .connections("ana | Ana Ruiz | 2025-01-01 | Faro | Engineer\nben | Ben Oyu | 2025-01-01")
        .invitations(
            "sent | cem | Cem Kaya | 2026-01-02
             sent | dan | Dan Levi | 2026-01-02
             sent | eva | Eva Holm | 2026-01-02",
        )
}

fn march() -> Arrival {
    export("2026-03-10")
        .connections("ana | Ana Ruiz | 2025-01-01 | Tidal | Data Lead\ncem | Cem Kaya | 2026-02-20")
        .invitations("sent | dan | Dan Levi | 2026-01-02")
}

#[test]
fn an_older_export_adds_what_it_alone_knows_and_changes_nothing_newer() {
    let mut book = Book::default();
    book.import(&march());
    let report = book.import(&january());
    assert_eq!(
        book.requests(),
        [
            "Cem Kaya sent 2026-01-02 accepted 2026-02-20 imported",
            "Dan Levi sent 2026-01-02 pending imported",
            "Eva Holm sent 2026-01-02 no_longer_listed 2026-03-10 inferred",
        ]
    );
    assert_eq!(book.person("Ana Ruiz").place(), "Data Lead, Tidal");
    assert_eq!(book.person("Ana Ruiz").gone_on, None);
    assert_eq!(book.person("Ben Oyu").gone_on, Some(day("2026-03-10")), "the first later export without him");
    let dan = book.network.requests_of(book.person("Dan Levi").id).next().expect("a request");
    assert_eq!(dan.confirmed_on, Some(day("2026-03-10")));
    assert_eq!(report.changed, ChangedCounts::default());
    assert!(report.background.warnings[0].contains("it only adds what was missing"), "{report:?}");
}

#[test]
fn the_order_of_exports_does_not_matter() {
    let february = export("2026-02-10")
        .connections("ana | Ana Ruiz | 2025-01-01 | Sisu | Engineer\nben | Ben Oyu | 2025-01-01")
        .invitations("sent | cem | Cem Kaya | 2026-01-02\nsent | dan | Dan Levi | 2026-01-02");
    let exports = [january(), february, march()];
    let outcome = |order: [usize; 3]| {
        let mut book = Book::default();
        for at in order {
            book.import(&exports[at]);
        }
        let mut people: Vec<_> =
            book.network.contacts.iter().map(|c| (c.name(), c.place(), c.connected_on, c.gone_on)).collect();
        people.sort();
        let last_pending = |name: &str| {
            let mut requests = book.network.requests_of(book.person(name).id);
            requests.next().expect("a request").confirmed_on
        };
        (book.requests(), people, ["Cem Kaya", "Dan Levi", "Eva Holm"].map(last_pending))
    };
    let expected = outcome([0, 1, 2]);
    // Cem accepted after February, Eva was in January's table only.
    assert_eq!(expected.2, ["2026-02-10", "2026-03-10", "2026-01-10"].map(|text| Some(day(text))));
    assert_eq!(expected.0[2], "Eva Holm sent 2026-01-02 no_longer_listed 2026-02-10 inferred");
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(outcome(order), expected, "{order:?}");
    }
}

#[test]
fn an_export_with_nothing_new_but_a_newer_day_is_a_run_and_confirms_what_is_pending() {
    let mut book = Book::default();
    book.import(&january());
    let mut later = january();
    later.as_of = day("2026-01-20");
    let report = book.import(&later);
    assert_eq!(book.network.runs.len(), 2);
    assert!(book.network.requests.iter().all(|request| request.confirmed_on == Some(day("2026-01-20"))));
    assert!(!report.background.nothing_new);
}

#[test]
fn the_same_export_under_another_name_changes_nothing() {
    let mut book = Book::default();
    book.import(&january());
    let mut again = january();
    again.path = "again (1).zip".into();
    assert!(book.import(&again).background.nothing_new);
    assert_eq!(book.network.runs.len(), 1);
}

#[test]
fn a_hole_of_more_than_170_days_between_tables_of_invitations_is_said() {
    let first = || export("2026-01-01").invitations("sent | cem | Cem Kaya | 2025-12-30");
    let next = |days: i64| {
        let as_of = day("2026-01-01").plus(days);
        export(&as_of.to_string()).invitations("sent | dan | Dan Levi | 2026-01-02")
    };
    for (days, said) in [(169, false), (170, false), (171, true)] {
        for turned in [false, true] {
            let mut book = Book::default();
            let (one, other) = if turned { (next(days), first()) } else { (first(), next(days)) };
            book.import(&one);
            let report = book.import(&other);
            let hole = (day("2026-01-01"), day("2026-01-01").plus(days));
            assert_eq!(report.background.holes, if said { vec![hole] } else { vec![] }, "{days} {turned}");
            let line = "Between 1 Jan and 21 Jun nothing is known: export at least every five months";
            assert_eq!(report.lines().iter().any(|text| text == line), said, "{:?}", report.lines());
        }
    }
    // An export without the table closes no hole, and one in the middle does.
    let mut book = Book::default();
    book.import(&first());
    book.import(&export("2026-03-01").connections("ana | Ana Ruiz | 2025-01-01"));
    assert_eq!(book.import(&next(171)).background.holes.len(), 1);
    assert_eq!(book.import(&next(80)).background.holes, []);
}
