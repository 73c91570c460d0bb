//! The borders of the rules, each from both sides.

use super::{Book, day, export};
use crate::domain::request::{Evidence, Standing};

#[test]
fn a_word_by_hand_and_a_row_are_one_request_up_to_twenty_days_apart() {
    for (row, requests) in [("2026-10-12", 1), ("2026-10-11", 2), ("2026-11-21", 1), ("2026-11-22", 2)] {
        let mut book = Book::default();
        let ana = book.write_down("Ana Ruiz", "ana");
        book.sent(ana, "2026-11-01");
        book.import(&export("2026-11-23").invitations(&format!("sent | ana | Ana Ruiz | {row}")));
        assert_eq!(book.network.requests.len(), requests, "a row of {row}");
    }
}

#[test]
fn a_connection_by_name_is_the_acceptance_from_the_day_of_sending_to_the_180th_after() {
    for (connected, standing) in [
        ("2022-12-31", Standing::Pending),
        ("2023-01-01", Standing::Accepted),
        ("2023-06-30", Standing::Accepted),
        ("2023-07-01", Standing::Pending),
    ] {
        let mut book = Book::default();
        book.import(
            &export("2023-07-20")
                .connections(&format!("ana | Ana Ruiz | {connected}"))
                .invitations("sent | - | Ana Ruiz | 2023-01-01"),
        );
        assert_eq!(book.request().standing, standing, "connected on {connected}");
    }
}

#[test]
fn by_name_a_connection_on_the_day_of_the_next_request_belongs_to_that_one() {
    for (next, first) in [("2023-03-01", Standing::NoLongerListed), ("2023-03-02", Standing::Accepted)] {
        let mut book = Book::default();
        let rows = "sent | - | Ana Ruiz | 2023-01-01";
        book.import(&export("2023-01-20").invitations(rows));
        book.import(
            &export("2023-07-20")
                .connections("ana | Ana Ruiz | 2023-03-01")
                .invitations(&format!("sent | - | Ana Ruiz | {next}")),
        );
        let standing = book.network.requests.iter().next().expect("the first request").standing;
        assert_eq!(standing, first, "the next one of {next}");
    }
}

#[test]
fn what_the_user_says_still_waits_after_the_next_request_does_so() {
    for (confirmed, first) in [
        ("2026-11-02", "Ana Ruiz sent 2026-09-20 pending seen"),
        ("2026-11-01", "Ana Ruiz sent 2026-09-20 no_longer_listed 2026-11-01 inferred"),
    ] {
        let mut book = Book::default();
        book.import(&export("2026-10-01").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
        book.says("Ana Ruiz", Standing::Pending, confirmed);
        book.import(&export("2026-11-02").invitations(
            "sent | ana | Ana Ruiz | 2026-09-20
             sent | ana | Ana Ruiz | 2026-11-01",
        ));
        assert_eq!(book.requests()[0], first, "confirmed on {confirmed}");
    }
}

#[test]
fn what_a_user_said_still_waits_was_there_until_an_export_misses_it_and_the_same_export_again_changes_nothing()
 {
    let mut book = Book::default();
    book.import(&export("2026-10-01").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
    book.says("Ana Ruiz", Standing::Pending, "2026-11-01");
    book.import(&export("2026-10-02").invitations(
        "sent | ana | Ana Ruiz | 2026-09-20
         sent | ana | Ana Ruiz | 2026-09-21",
    ));
    let without = export("2026-11-02").invitations("sent | bo | Bo Berg | 2026-09-20");
    for time in ["once", "twice"] {
        book.import(&without);
        let gone = "Ana Ruiz sent 2026-09-20 no_longer_listed 2026-11-02 inferred";
        assert_eq!(book.requests()[0], gone, "{time}");
    }
}

#[test]
fn only_a_user_can_say_that_an_older_request_still_waits() {
    let mut book = Book::default();
    book.import(&export("2026-11-02").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
    book.edit_request("Ana Ruiz", |request| {
        request.settle(Standing::Pending, day("2026-11-02"), Evidence::Imported);
    });
    book.import(&export("2026-11-03").invitations("sent | ana | Ana Ruiz | 2026-11-01"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-09-20 no_longer_listed 2026-11-01 inferred");
}

#[test]
fn a_withdrawn_request_that_is_still_listed_is_no_question_once_the_next_one_was_sent() {
    let withdrawn = "sent | ana | Ana Ruiz | 2026-09-20";
    for (rows, questions) in [
        (withdrawn.to_owned(), 1),
        (format!("{withdrawn}\nreceived | ana | Ana Ruiz | 2026-11-01"), 1),
        (format!("{withdrawn}\nsent | ana | Ana Ruiz | 2026-11-01"), 0),
    ] {
        let mut book = Book::default();
        book.import(&export("2026-10-01").invitations(withdrawn));
        book.says("Ana Ruiz", Standing::Withdrawn, "2026-10-10");
        book.import(&export("2026-11-20").invitations(&rows));
        assert_eq!(book.questions().len(), questions, "{rows}");
    }
}

#[test]
fn a_hole_between_two_exports_is_said_from_171_days_on() {
    let rows = "sent | ana | Ana Ruiz | 2026-01-01";
    for (later, holes) in [("2026-06-21", 0), ("2026-06-22", 1)] {
        let mut book = Book::default();
        book.import(&export("2026-01-02").invitations(rows));
        let report = book.import(&export(later).invitations(rows));
        assert_eq!(report.background.holes.len(), holes, "{later}");
    }
}
