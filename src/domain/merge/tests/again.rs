//! Asked again: which of several requests to one person an export speaks of.

use super::{Book, day, export};
use crate::domain::request::{Channel, Standing};

#[test]
fn a_later_request_by_hand_does_not_end_one_that_the_newest_export_lists() {
    let mut book = Book::default();
    book.import(&export("2026-09-20").invitations("sent | ana | Ana Ruiz | 2026-09-01"));
    let ana = book.person("Ana Ruiz").id;
    book.sent(ana, "2026-10-20");
    let november = export("2026-11-20").invitations("sent | ana | Ana Ruiz | 2026-09-01");
    book.import(&november);
    let expected = [
        "Ana Ruiz sent 2026-09-01 pending imported",
        "Ana Ruiz sent 2026-10-20 no_longer_listed 2026-11-20 inferred",
    ];
    assert_eq!(book.requests(), expected);
    let mut later = november;
    later.as_of = day("2026-11-21");
    book.import(&later);
    assert_eq!(book.requests(), expected);
}

#[test]
fn a_later_request_by_hand_takes_the_connection_that_followed_it() {
    let mut book = Book::default();
    book.import(&export("2026-09-20").invitations("sent | ana | Ana Ruiz | 2026-09-01"));
    let ana = book.person("Ana Ruiz").id;
    book.sent(ana, "2026-10-20");
    // No table lists the older one any more, or one does though it must be over.
    for listed in ["sent | ben | Ben Oyu | 2026-11-01", "sent | ana | Ana Ruiz | 2026-09-01"] {
        let mut book = Book { network: book.network.clone() };
        book.import(&export("2026-11-20").connections("ana | Ana Ruiz | 2026-10-21").invitations(listed));
        assert_eq!(
            book.requests()[..2],
            [
                "Ana Ruiz sent 2026-09-01 no_longer_listed 2026-10-20 inferred",
                "Ana Ruiz sent 2026-10-20 accepted 2026-10-21 imported",
            ],
            "{listed}"
        );
    }
}

/// Asked by e-mail or at an event, and again on the platform on 10 November.
fn asked_elsewhere(channel: Channel) -> Book {
    let mut book = Book::default();
    let ana = book.write_down("Ana Ruiz", "ana");
    book.sent(ana, "2026-11-01");
    book.edit_request("Ana Ruiz", |request| request.channel = channel);
    book
}

#[test]
fn a_no_on_one_channel_is_not_contradicted_by_a_yes_on_another() {
    let mut book = asked_elsewhere(Channel::Email);
    book.says("Ana Ruiz", Standing::Declined, "2026-11-05");
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-12")
            .invitations("sent | ana | Ana Ruiz | 2026-11-10"),
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2026-11-01 declined 2026-11-05 told",
            "Ana Ruiz sent 2026-11-10 accepted 2026-11-12 imported",
        ]
    );
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn a_later_request_on_any_channel_explains_a_connection_against_the_users_word() {
    for (again, asked) in [("2026-11-09", 0), ("2026-11-13", 1)] {
        let mut book = Book::default();
        book.import(&export("2026-10-01").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
        book.says("Ana Ruiz", Standing::Withdrawn, "2026-10-10");
        let ana = book.person("Ana Ruiz").id;
        book.sent(ana, again);
        book.edit_request("Ana Ruiz", |request| request.channel = Channel::Event);
        book.import(&export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-12"));
        assert_eq!(book.questions().len(), asked, "asked again on {again}");
    }
}

#[test]
fn what_was_asked_elsewhere_is_not_accepted_by_the_connection_of_a_later_request() {
    let mut book = asked_elsewhere(Channel::Event);
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-12")
            .invitations("sent | ana | Ana Ruiz | 2026-11-10"),
    );
    // The platform's row is a request of its own: what was asked elsewhere is in no table.
    assert_eq!(
        book.requests(),
        ["Ana Ruiz sent 2026-11-01 pending seen", "Ana Ruiz sent 2026-11-10 accepted 2026-11-12 imported",]
    );
}

#[test]
fn a_request_by_hand_is_missed_from_the_second_day_on_since_the_users_day_can_be_one_behind() {
    for (as_of, standing) in [
        ("2026-11-11", "Ana Ruiz sent 2026-11-10 pending seen"),
        ("2026-11-12", "Ana Ruiz sent 2026-11-10 no_longer_listed 2026-11-12 inferred"),
    ] {
        let mut book = Book::default();
        let ana = book.write_down("Ana Ruiz", "ana");
        book.sent(ana, "2026-11-10");
        book.import(&export(as_of).invitations("sent | ben | Ben Oyu | 2026-11-01"));
        assert_eq!(book.requests()[0], standing, "the export of {as_of}");
    }
}

#[test]
fn an_export_between_two_others_can_show_that_a_request_waited_longer() {
    let (listed, missing) = ("sent | ana | Ana Ruiz | 2026-01-02", "sent | ben | Ben Oyu | 2026-01-03");
    let mut book = Book::default();
    for (as_of, rows) in
        [("2026-01-10", listed), ("2026-02-10", missing), ("2026-04-10", missing), ("2026-03-10", listed)]
    {
        book.import(&export(as_of).invitations(rows));
    }
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-01-02 no_longer_listed 2026-04-10 inferred");
}

#[test]
fn a_row_is_accepted_whatever_was_asked_elsewhere_after_it() {
    let mut book = Book::default();
    let row = "sent | ana | Ana Ruiz | 2026-11-01";
    book.import(&export("2026-11-05").invitations(row));
    let ana = book.person("Ana Ruiz").id;
    book.sent(ana, "2026-11-10");
    book.edit_request("Ana Ruiz", |request| request.channel = Channel::Event);
    book.import(&export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-12").invitations(row));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-11-01 accepted 2026-11-12 imported");
}

#[test]
fn a_row_without_a_time_is_accepted_from_its_own_day_on() {
    for (connected, standing) in [("2026-11-14", Standing::Pending), ("2026-11-15", Standing::Accepted)] {
        let mut book = Book::default();
        book.import(
            &export("2026-11-20")
                .connections(&format!("ana | Ana Ruiz | {connected}"))
                .invitations("sent | ana | Ana Ruiz | on 2026-11-15"),
        );
        assert_eq!(book.request().standing, standing, "connected on {connected}");
    }
}
