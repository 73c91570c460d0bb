//! Dates that have not come yet.

use super::{Book, TODAY, day, export};
use crate::domain::arrival::AsOf;

#[test]
fn an_export_of_the_future_is_one_of_today_and_those_after_it_count() {
    let mut book = Book::default();
    let report = book.import(&export("2062-01-01").invitations("sent | ana | Ana Ruiz | 2026-11-01"));
    assert_eq!(report.as_of, day(TODAY));
    assert!(report.background.warnings[0].contains("2062-01-01, which has not come yet"));
    assert_eq!(book.request().confirmed_on, Some(day(TODAY)));
    // A clock may be ahead by a day; this one is the newest, and what is missing in it is missing.
    book.import(&export("2026-11-23").invitations("sent | ben | Ben Oyu | 2026-11-02"));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-11-01 no_longer_listed 2026-11-23 inferred",
            "Ben Oyu sent 2026-11-02 pending imported"
        ]
    );
}

#[test]
fn a_single_date_of_the_future_does_not_move_an_export_to_today() {
    let mut arrival = export("2062-01-01").connections(
        "ana | Ana Ruiz | 2026-02-01
         ben | Ben Oyu  | 2062-01-01",
    );
    arrival.as_of_from = AsOf::Newest;
    assert_eq!(Book::default().import(&arrival).as_of, day("2026-02-01"));
}
