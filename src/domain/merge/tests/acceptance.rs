//! When a request counts as accepted.

use super::{Book, day, export};
use crate::domain::contact::Contact;
use crate::domain::request::{Channel, Evidence, Standing};
use crate::domain::time::Moment;

#[test]
fn a_connection_not_before_the_utc_day_of_sending_is_the_acceptance() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections(
                "ana | Ana Ruiz | 2026-11-15
                 ben | Ben Oyu  | 2026-11-14
                 cem | Cem Kaya | 2026-11-18",
            )
            .invitations(
                "sent     | ana | Ana Ruiz | 2026-11-15T23:59Z
                 sent     | ben | Ben Oyu  | 2026-11-15T00:00Z
                 sent     | dan | Dan Levi | 2026-11-15
                 received | cem | Cem Kaya | 2026-11-10
                 received | eva | Eva Holm | 2026-11-10",
            ),
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-11-15 accepted 2026-11-15 imported",
            "Ben Oyu sent 2026-11-15 pending imported",
            "Cem Kaya received 2026-11-10 accepted 2026-11-18 imported",
            "Dan Levi sent 2026-11-15 pending imported",
            "Eva Holm received 2026-11-10 pending imported",
        ]
    );
    assert_eq!(book.person("Ben Oyu").connected_on, Some(day("2026-11-14")));
}

#[test]
fn a_pending_request_is_accepted_by_a_later_export_even_when_no_table_lists_it_any_more() {
    let mut book = Book::default();
    book.import(
        &export("2026-03-01").invitations("sent | ana | Ana Ruiz | 2026-02-10\nsent|b|B B|2026-02-11"),
    );
    let report = book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-03-05")
            .invitations("sent | b | B B | 2026-02-11"),
    );
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-02-10 accepted 2026-03-05 imported");
    assert_eq!(report.requests.accepted_since, 1);
    assert_eq!(report.requests.no_longer_listed, 0);
}

#[test]
fn without_a_connections_table_requests_are_matched_with_known_connections() {
    let mut book = Book::default();
    book.import(&export("2026-11-01").connections("ana | Ana Ruiz | 2026-10-20"));
    let report = book.import(&export("2026-11-20").invitations("sent | ana | Ana Ruiz | 2026-10-10"));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-10-10 accepted 2026-10-20 imported"]);
    assert!(report.background.warnings.is_empty());
}

#[test]
fn without_any_connections_there_is_a_warning() {
    let report =
        Book::default().import(&export("2026-11-20").invitations("sent | ana | Ana Ruiz | 2026-10-10"));
    assert!(report.background.warnings[0].starts_with("No connections are known"), "{report:?}");
}

#[test]
fn two_requests_to_one_address_with_a_connection_the_newest_before_it_is_accepted() {
    let mut book = Book::default();
    book.import(&export("2026-11-20").connections("ana | Ana Ruiz | 2026-05-03").invitations(
        "sent | ana | Ana Ruiz | 2026-06-01
         sent | ana | Ana Ruiz | 2026-05-01
         sent | ana | Ana Ruiz | 2026-01-01",
    ));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-01-01 no_longer_listed 2026-05-01 inferred",
            "Ana Ruiz sent 2026-05-01 accepted 2026-05-03 imported",
            "Ana Ruiz sent 2026-06-01 pending imported",
        ]
    );
    let attempts: Vec<_> = book.network.requests.iter().map(|r| (r.sent_on.ymd().1, r.attempt)).collect();
    assert_eq!(attempts, [(1, 1), (5, 2), (6, 3)]);
}

#[test]
fn two_requests_to_one_address_without_a_connection_the_newest_is_pending() {
    let mut book = Book::default();
    book.import(&export("2026-11-20").invitations(
        "sent     | ana | Ana Ruiz | 2026-05-01
         sent     | ana | Ana Ruiz | 2026-11-01
         received | ana | Ana Ruiz | 2026-11-02",
    ));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz received 2026-11-02 pending imported",
            "Ana Ruiz sent 2026-05-01 no_longer_listed 2026-11-01 inferred",
            "Ana Ruiz sent 2026-11-01 pending imported",
        ]
    );
}

#[test]
fn rows_that_cross_with_one_connection_are_both_accepted() {
    let mut book = Book::default();
    book.import(&export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-03").invitations(
        "sent     | ana | Ana Ruiz | 2026-11-01
         received | ana | Ana Ruiz | 2026-11-02",
    ));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz received 2026-11-02 accepted 2026-11-03 imported",
            "Ana Ruiz sent 2026-11-01 accepted 2026-11-03 imported",
        ]
    );
}

#[test]
fn the_same_row_twice_is_one() {
    let mut book = Book::default();
    let report = book.import(&export("2026-11-20").invitations(
        "sent | ana | Ana Ruiz | 2026-11-01 | Hi Ana
         sent | ana | Ana Ruiz | 2026-11-01 | Hi Ana",
    ));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-11-01 pending imported"]);
    assert_eq!((report.contacts.new, report.requests.new), (1, 1));
}

#[test]
fn inferred_no_longer_listed_and_expired_become_accepted_when_a_connection_is_later() {
    let mut book = Book::default();
    book.import(
        &export("2026-01-10").invitations("sent|ana|Ana Ruiz|2026-01-02\nsent|ben|Ben Oyu|2026-01-02"),
    );
    book.edit_request("Ben Oyu", |r| r.settle(Standing::Expired, day("2026-02-01"), Evidence::Inferred));
    book.import(&export("2026-02-10").invitations("sent | cem | Cem Kaya | 2026-02-09"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-01-02 no_longer_listed 2026-02-10 inferred");
    let report = book
        .import(&export("2026-03-10").connections("ana | Ana Ruiz | 2026-02-20\nben | Ben Oyu | 2026-02-21"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-01-02 accepted 2026-02-20 imported");
    assert_eq!(book.requests()[1], "Ben Oyu sent 2026-01-02 accepted 2026-02-21 imported");
    assert_eq!(report.requests.accepted_since, 2);
}

#[test]
fn accepted_stays_accepted_when_the_connection_goes() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-01")
            .connections("ana | Ana Ruiz | 2026-10-20\nben | Ben Oyu | 2020-01-01")
            .invitations("sent | ana | Ana Ruiz | 2026-10-10"),
    );
    book.import(
        &export("2026-11-20")
            .connections("ben | Ben Oyu | 2020-01-01")
            .invitations("sent | c | C C | 2026-11-19"),
    );
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-10-10 accepted 2026-10-20 imported");
    assert_eq!(book.person("Ana Ruiz").gone_on, Some(day("2026-11-20")));
}

#[test]
fn a_request_written_down_by_hand_takes_its_acceptance_from_an_export() {
    let mut book = Book::default();
    let ana = book.write_down("Ana Ruiz", "ana");
    book.sent(ana, "2026-11-12");
    let ben = book.write_down("Ben Oyu", "ben");
    book.sent(ben, "2026-11-12");
    book.edit_request("Ben Oyu", |request| request.channel = Channel::Event);
    // The user's day can be a day ahead of the UTC day.
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-11\nben | Ben Oyu | 2026-11-18")
            .invitations("sent | ana | Ana Ruiz | 2026-11-11T22:30Z | Hi Ana"),
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-11-12 accepted 2026-11-11 imported",
            "Ben Oyu sent 2026-11-12 accepted 2026-11-18 imported",
        ]
    );
    let request = book.network.requests_of(ana).next().expect("a request");
    assert_eq!((request.sent_raw.as_str(), request.message.as_str()), ("2026-11-11T22:30Z", "Hi Ana"));
    assert_eq!(request.sent_at, Moment::parse("2026-11-11T22:30Z"));
}

#[test]
fn an_acceptance_of_long_ago_is_no_news() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-08\nben | Ben Oyu | 2026-11-07")
            .invitations("sent | ana | Ana Ruiz | 2026-11-01\nsent | ben | Ben Oyu | 2026-11-01"),
    );
    let opened = |name: &str| {
        let Contact { id, .. } = book.person(name);
        book.network.requests_of(*id).next().expect("a request").opened
    };
    assert_eq!((opened("Ana Ruiz"), opened("Ben Oyu")), (false, true));
}

#[test]
fn days_in_the_future_do_no_harm() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 9999-12-31")
            .invitations("sent | ana | Ana Ruiz | 9999-12-30\nreceived | ben | Ben Oyu | 2027-01-01"),
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 9999-12-30 accepted 9999-12-31 imported",
            "Ben Oyu received 2027-01-01 pending imported",
        ]
    );
}

#[test]
fn a_long_message_is_kept() {
    let message = "words ".repeat(200);
    let mut book = Book::default();
    book.import(
        &export("2026-11-20").invitations(&format!("sent | ana | Ana Ruiz | 2026-11-01 | {message}")),
    );
    assert_eq!(book.request().message, message.trim());
}
