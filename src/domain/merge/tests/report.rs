//! What the user is told.

use super::{Book, export};
use crate::domain::merge::Report;

fn model_day() -> Report {
    let mut book = Book::default();
    book.import(
        &export("2026-03-03")
            .connections("ana | Ana Ruiz | 2025-01-01 | Faro | Engineer\nben | Ben Oyu | 2025-01-01")
            .invitations(
                "sent | jon | Jonas Berg  | 2026-03-01
                 sent | kei | Keiko Tanaka| 2026-03-01
                 sent | tom | Tom Okafor  | 2026-03-01
                 sent | viv | Viv Olsen   | 2026-03-01",
            ),
    );
    let mut book_by_hand = book;
    let sofia = book_by_hand.write_down("Sofia Marin", "");
    book_by_hand.sent(sofia, "2026-10-31");
    let mut arrival = export("2026-11-20")
        .connections(
            "ana | Ana Ruiz     | 2025-01-01 | Tidal | Data Lead
             jon | Jonas Berg   | 2026-03-05
             kei | Keiko Tanaka | 2026-03-06
             sof | Sofia Marin  | 2026-11-18
             vic | Vic\u{1b}[31m Tor | 2026-11-18",
        )
        .invitations("sent | viv | Viv Olsen | 2026-03-01\nreceived | ine | Ines Costa | 2026-11-18")
        .left_out("Connections.csv", 7, "could not read the date \"soon\" in Connected On");
    arrival.hidden = 14;
    book_by_hand.import(&arrival)
}

#[test]
fn the_report_says_the_good_news_first_and_what_to_decide_last() {
    assert_eq!(
        model_day().lines(),
        [
            "2 of your requests were accepted: Jonas Berg, Keiko Tanaka",
            "4 new connections",
            "1 new request to you",
            "people: 3 new, 3 updated, 1 as before",
            "1 person changed jobs: Ana Ruiz, now Data Lead, Tidal",
            "1 of your requests is no longer listed; nobody can tell why",
            "1 person is no longer in your list: Ben Oyu",
            "14 connections show only a date, with the profile hidden or closed",
            "Between 3 Mar and 20 Nov nothing is known: export at least every five months",
            "left out: Connections.csv, line 7: could not read the date \"soon\" in Connected On",
            "to decide: Sofia Marin (sof) and Sofia Marin (no address known): the same person?",
        ]
    );
}

#[test]
fn the_report_serialises_as_import_json_without_batch_and_dry_run() {
    let report = serde_json::to_value(model_day()).expect("a report serialises");
    assert_eq!(
        report,
        serde_json::json!({
            "path": "export of 2026-11-20",
            "as_of": "2026-11-20",
            "owner": "Olga Own",
            "tables": [
                {"file": "Connections.csv", "kind": "connections", "rows": 5},
                {"file": "Invitations.csv", "kind": "invitations", "rows": 2},
            ],
            "contacts": {"new": 3, "updated": 3, "unchanged": 1},
            "requests": {"new": 1, "accepted_since": 2, "no_longer_listed": 1},
            "changed": {"company": 1, "role": 1, "name": 0},
            "connections_gone": 1,
            "left_out": [{
                "file": "Connections.csv",
                "line": 7,
                "reason": "could not read the date \"soon\" in Connected On",
            }],
            "to_decide": [{
                "kind": "same_name",
                "contact": "c8",
                "text": "Sofia Marin (sof) and Sofia Marin (no address known): the same person?",
            }],
        })
    );
}

#[test]
fn an_export_that_says_nothing_new_says_so() {
    let arrival = export("2026-11-20").connections("ana | Ana Ruiz | 2025-01-01");
    let mut book = Book::default();
    book.import(&arrival);
    assert_eq!(book.import(&arrival).lines(), ["Nothing new: all of this export is known already"]);
}

#[test]
fn another_owner_is_said() {
    let mut book = Book::default();
    book.import(&export("2026-11-19").connections("ana | Ana Ruiz | 2025-01-01"));
    let mut other = export("2026-11-20").connections("ana | Ana Ruiz | 2025-01-01");
    let owner = other.owner.as_mut().expect("an owner");
    owner.name = "Olga Own-Lind".into();
    assert!(book.import(&other).background.warnings.is_empty(), "a new name at the same address");
    let mut foreign = export("2026-11-21").connections("ana | Ana Ruiz | 2025-01-01");
    foreign.owner = Some(crate::domain::arrival::Owner { name: "Rita Rose".into(), slug: "rita".into() });
    let report = book.import(&foreign);
    assert!(report.background.warnings[0].starts_with("This is the export of Rita Rose"), "{report:?}");
}

#[test]
fn nothing_from_a_file_steers_the_terminal() {
    let mut arrival = export("2026-11-20").connections("ana | Ana Ruiz | 2025-01-01");
    arrival.warnings.push("in the \u{1b}[2Jfile".into());
    let lines = Book::default().import(&arrival).lines();
    assert!(lines.contains(&"in the ␛[2Jfile".to_owned()), "{lines:?}");
}
