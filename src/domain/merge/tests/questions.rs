//! What is left to decide about people.

use super::{Book, export};
use crate::domain::decision::DecisionKind;

fn kinds(book: &Book) -> Vec<DecisionKind> {
    book.network.decisions.iter().map(|decision| decision.kind).collect()
}

#[test]
fn a_row_without_an_address_that_fits_a_known_name_is_a_question() {
    let mut book = Book::default();
    book.import(&export("2024-01-01").connections("ana | Ana Ruiz | 2021-01-01 | Faro"));
    let report = book.import(&export("2023-07-20").invitations("sent | - | ana  ruiz | 2023-06-01"));
    assert_eq!(kinds(&book), [DecisionKind::SameName]);
    assert_eq!(report.to_decide[0].contact, "c2");
    assert_eq!(
        report.to_decide[0].text,
        "ana ruiz (no address known) and Ana Ruiz (Faro, ana): the same person?"
    );
}

#[test]
fn somebody_by_hand_without_an_address_who_fits_a_row_is_a_question() {
    let mut book = Book::default();
    let ana = book.write_down("Ana Ruiz", "");
    book.sent(ana, "2026-11-10");
    let arrival = export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-12");
    book.import(&arrival);
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-11-10 pending seen"]);
    assert_eq!(kinds(&book), [DecisionKind::SameName]);
    let mut later = arrival;
    later.as_of = later.as_of.plus(1);
    assert_eq!(book.import(&later).to_decide, [], "raised once");
}

#[test]
fn a_new_address_while_a_known_one_of_that_name_vanished_is_a_question() {
    let mut book = Book::default();
    book.import(
        &export("2026-01-10")
            .connections("ana | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2025-01-01")
            .invitations("sent | cem | Cem Kaya | 2026-01-02\nsent | dan | Dan Levi | 2026-01-02"),
    );
    let report = book.import(
        &export("2026-02-10")
            .connections(
                "ana-gil | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2025-01-01\nben-2 | Ben Oyu | 2026-02-02",
            )
            .invitations("sent | cem-k | Cem Kaya | 2026-01-02\nsent | dan | Dan Levi | 2026-01-02"),
    );
    assert_eq!(kinds(&book), [DecisionKind::NewAddress, DecisionKind::NewAddress]);
    assert_eq!(
        report.to_decide[0].text,
        "Ana Ruiz came with a new address (ana-gil) while ana is gone: the same person?"
    );
    assert!(report.to_decide[1].text.starts_with("Cem Kaya came with a new address (cem-k)"), "{report:?}");
}

#[test]
fn a_name_that_many_share_raises_no_question() {
    let rows: Vec<String> = (1..=9).map(|n| format!("sent | - | Sam Same | 2023-06-0{n}")).collect();
    let mut book = Book::default();
    book.import(
        &export("2023-07-20").connections("sam | Sam Same | 2020-01-01").invitations(&rows.join("\n")),
    );
    assert_eq!(book.network.contacts.len(), 10);
    assert_eq!(kinds(&book), []);
}
