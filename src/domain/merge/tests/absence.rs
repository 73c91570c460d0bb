//! What it means that a row is missing, and where it means nothing.

use super::{Book, day, export};
use crate::domain::request::Channel;

#[test]
fn a_pending_request_that_is_gone_is_no_longer_listed_on_the_day_of_the_later_export() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").invitations("sent | ana | Ana Ruiz | 2026-01-02"));
    assert_eq!(book.request().confirmed_on, Some(day("2026-01-10")));
    book.import(&export("2026-02-10").invitations("sent | ana | Ana Ruiz | 2026-01-02"));
    assert_eq!(book.request().confirmed_on, Some(day("2026-02-10")));
    let report = book.import(&export("2026-03-10").invitations("received | cem | Cem Kaya | 2026-03-01"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-01-02 no_longer_listed 2026-03-10 inferred");
    assert_eq!(report.requests.no_longer_listed, 1);
}

#[test]
fn no_longer_listed_becomes_pending_again_when_a_newer_export_lists_it() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").invitations("sent | ana | Ana Ruiz | 2026-01-02"));
    book.import(&export("2026-02-10").invitations("sent | cem | Cem Kaya | 2026-02-01"));
    book.import(&export("2026-03-10").invitations("sent | ana | Ana Ruiz | 2026-01-02"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-01-02 pending imported");
    let ana = book.person("Ana Ruiz").id;
    let request = book.network.requests_of(ana).next().expect("a request");
    assert_eq!(request.confirmed_on, Some(day("2026-03-10")));
}

#[test]
fn absence_counts_only_in_a_table_that_was_present_and_read() {
    let mut book = Book::default();
    book.import(
        &export("2026-01-10")
            .connections("ben | Ben Oyu | 2025-01-01")
            .invitations("sent | ana | Ana Ruiz | 2026-01-02"),
    );
    // No table at all, and tables without a single row: those were not read.
    book.import(&export("2026-02-10").messages("sent | ben | Ben Oyu | 2026-02-01 | Hi"));
    book.import(&export("2026-03-10").connections("").invitations(""));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-01-02 pending imported"]);
    assert_eq!(book.person("Ben Oyu").gone_on, None);
}

#[test]
fn a_row_left_out_for_a_bad_date_still_counts_as_listed() {
    let mut book = Book::default();
    book.import(
        &export("2026-01-10")
            .connections("ben | Ben Oyu | 2025-01-01")
            .invitations("sent | ana | Ana Ruiz | 2026-01-02"),
    );
    book.import(
        &export("2026-02-10")
            .connections("ben | Ben Oyu | soon\ncem | Cem Kaya | 2025-01-01\ndan | Dan Levi | soon")
            .invitations("sent | ana | Ana Ruiz | soon\nsent | eva | Eva Holm | soon"),
    );
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-01-02 pending imported"]);
    assert_eq!(book.request().confirmed_on, Some(day("2026-02-10")));
    assert_eq!(book.person("Ben Oyu").gone_on, None);
    let run = book.network.runs.iter().last().expect("a run");
    assert_eq!(run.listed, [book.request().id]);
    assert_eq!(book.network.contacts.len(), 3, "a row without a date makes nobody");
}

#[test]
fn a_request_by_hand_is_no_longer_listed_only_on_linkedin_with_an_address_and_sent_before_the_export() {
    let mut book = Book::default();
    for (name, slug, on) in [
        ("Ana Ruiz", "ana", "2026-11-10"),
        ("Ben Oyu", "ben", "2026-11-10"),
        ("Cem Kaya", "", "2026-11-10"),
        ("Dan Levi", "dan", "2026-11-20"),
        ("Eva Holm", "eva", "2026-11-10"),
    ] {
        let id = book.write_down(name, slug);
        book.sent(id, on);
    }
    book.edit_request("Ben Oyu", |request| request.channel = Channel::Event);
    book.import(&export("2026-11-20").invitations("sent | eva | Eva Holm | 2026-11-09T12:00Z"));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-11-10 no_longer_listed 2026-11-20 inferred",
            "Ben Oyu sent 2026-11-10 pending seen",
            "Cem Kaya sent 2026-11-10 pending seen",
            "Dan Levi sent 2026-11-20 pending seen",
            "Eva Holm sent 2026-11-10 pending seen",
        ]
    );
}

#[test]
fn a_request_by_hand_and_a_row_far_apart_are_two() {
    let mut book = Book::default();
    let ana = book.write_down("Ana Ruiz", "ana");
    book.sent(ana, "2026-10-01");
    book.import(&export("2026-11-20").invitations("sent | ana | Ana Ruiz | 2026-11-10"));
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-10-01 no_longer_listed 2026-11-20 inferred",
            "Ana Ruiz sent 2026-11-10 pending imported",
        ]
    );
    let attempts: Vec<u32> = book.network.requests.iter().map(|request| request.attempt).collect();
    assert_eq!(attempts, [1, 2]);
}

#[test]
fn a_connection_that_is_gone_is_no_longer_in_the_list_until_it_is_back() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2026-01-10"));
    let report = book.import(&export("2026-02-10").connections("ben | Ben Oyu | 2026-01-10"));
    assert_eq!(report.connections_gone, 1);
    assert_eq!(report.background.gone, ["Ana Ruiz"]);
    let ana = book.person("Ana Ruiz");
    assert_eq!((ana.connected_on, ana.gone_on), (Some(day("2025-01-01")), Some(day("2026-02-10"))));
    let report = book.import(&export("2026-03-10").connections("ben | Ben Oyu | 2026-01-10"));
    assert_eq!(report.connections_gone, 0);
    book.import(&export("2026-04-10").connections("ana | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2026-01-10"));
    assert_eq!(book.person("Ana Ruiz").gone_on, None);
}

#[test]
fn nobody_is_gone_whose_connection_is_known_by_hand() {
    let mut book = Book::default();
    book.write_down("Ana Ruiz", "ana");
    book.edit_person("Ana Ruiz", |contact| contact.connected_on = Some(day("2026-01-01")));
    book.import(&export("2026-01-10").invitations("sent | ben | Ben Oyu | 2026-01-02"));
    book.edit_person("Ben Oyu", |contact| contact.connected_on = Some(day("2026-01-20")));
    book.import(&export("2026-02-10").connections("cem | Cem Kaya | 2026-01-01"));
    assert_eq!((book.person("Ana Ruiz").gone_on, book.person("Ben Oyu").gone_on), (None, None));
}
