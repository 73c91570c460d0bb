//! Who was in a connections table, who is gone from it, and under which names somebody was in one.

use super::{Book, day, export};
use crate::domain::time::Day;

fn gone_on(book: &Book, name: &str) -> Option<Day> {
    book.person(name).gone_on
}

#[test]
fn nobody_is_gone_whom_no_table_listed_however_many_there_were() {
    let mut book = Book::default();
    book.write_down("Ana Ruiz", "ana");
    book.edit_person("Ana Ruiz", |contact| contact.connected_on = Some(day("2026-01-01")));
    book.import(&export("2026-01-10").invitations("sent | ben | Ben Oyu | 2026-01-02"));
    book.edit_person("Ben Oyu", |contact| contact.connected_on = Some(day("2026-01-20")));
    for as_of in ["2026-02-10", "2026-03-10", "2026-04-10"] {
        book.import(&export(as_of).connections("cem | Cem Kaya | 2026-01-01"));
    }
    assert_eq!((gone_on(&book, "Ana Ruiz"), gone_on(&book, "Ben Oyu")), (None, None));
    // Listed once, they can be missed.
    book.import(&export("2026-05-10").connections("ana | Ana Ruiz | 2026-01-01\nben | Ben Oyu | 2026-01-20"));
    book.import(&export("2026-06-10").connections("cem | Cem Kaya | 2026-01-01"));
    assert_eq!(gone_on(&book, "Ana Ruiz"), Some(day("2026-06-10")));
}

#[test]
fn who_was_gone_and_accepted_anew_by_the_users_word_is_not_missed_before_a_table_had_them_again() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2025-01-01"));
    book.import(&export("2026-02-10").connections("ben | Ben Oyu | 2025-01-01"));
    book.edit_person("Ana Ruiz", |contact| {
        contact.gone_on = None;
        contact.connected_on = Some(day("2026-03-01"));
    });
    book.import(&export("2026-04-10").connections("ben | Ben Oyu | 2025-01-01"));
    assert_eq!(gone_on(&book, "Ana Ruiz"), None);
}

#[test]
fn a_table_between_two_others_shows_an_earlier_end_or_a_later_one() {
    let (with, without) =
        ("ana | Ana Ruiz | 2025-01-01\nben | Ben Oyu | 2025-01-01", "ben | Ben Oyu | 2025-01-01");
    for (between, end) in [(with, "2026-04-10"), (without, "2026-03-10")] {
        let mut book = Book::default();
        book.import(&export("2026-01-10").connections(with));
        book.import(&export("2026-04-10").connections(without));
        let report = book.import(&export("2026-03-10").connections(between));
        assert_eq!(report.connections_gone, 0, "that she is gone was said before");
        assert_eq!(gone_on(&book, "Ana Ruiz"), Some(day(end)));
        // And one from before all that changes nothing.
        book.import(&export("2025-12-10").connections(without));
        assert_eq!(gone_on(&book, "Ana Ruiz"), Some(day(end)));
        // One after the end, which has them again, ends it, or moves the end.
        book.import(&export("2026-06-10").connections(without));
        book.import(&export("2026-05-10").connections(with));
        assert_eq!(gone_on(&book, "Ana Ruiz"), Some(day("2026-06-10")));
    }
}

#[test]
fn what_a_person_does_comes_from_the_last_table_that_had_them_in_any_order() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01 | Faro | Engineer"));
    book.import(&export("2026-04-10").connections("ben | Ben Oyu | 2025-01-01"));
    book.import(&export("2026-03-10").connections("ana | Ana Ruiz | 2025-01-01 | Tidal | CTO"));
    assert_eq!(book.person("Ana Ruiz").place(), "CTO, Tidal");
    book.import(&export("2026-02-10").connections("ana | Ana Ruiz | 2025-01-01 | Sisu | Lead"));
    assert_eq!(book.person("Ana Ruiz").place(), "CTO, Tidal");
}

#[test]
fn an_old_table_without_addresses_knows_a_person_by_a_former_name() {
    let old = export("2023-11-01")
        .connections("- | Ben Oyu | 2021-01-01")
        .invitations("sent | - | Ana Ruiz | 2023-10-20");
    let mut book = Book::default();
    book.import(&old);
    book.import(
        &export("2024-04-01")
            .connections("ben | Ben Oyu | 2021-01-01")
            .invitations("sent | ana | Ana Ruiz | 2023-10-20"),
    );
    book.import(
        &export("2024-05-01")
            .connections("ben | Ben Oyu-Lind | 2021-01-01")
            .invitations("sent | ana | Ana Gil | 2023-10-20"),
    );
    assert_eq!(book.person("Ana Gil").former_names, ["Ana Ruiz"]);
    assert_eq!(book.person("Ben Oyu-Lind").former_names, ["Ben Oyu"]);
    let report = book.import(&old);
    assert_eq!((report.contacts.new, report.requests.new), (0, 0));
    assert_eq!(book.network.contacts.len(), 2);
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn of_several_of_one_name_and_day_a_row_without_an_address_is_the_likeliest() {
    let name = "Ana Ruiz | 2021-01-01";
    let two = format!("ana | {name} | Faro\nana-2 | {name} | Tidal");
    for (company, slug) in [("Faro", "ana"), ("Tidal", "ana-2"), ("Zbruch", "ana")] {
        let mut book = Book::default();
        book.import(&export("2024-01-01").connections(&two));
        book.import(&export("2024-02-01").connections(&format!("- | {name} | {company}")));
        assert_eq!(book.network.contacts.len(), 2, "{company}");
        assert_eq!(book.person(slug).company, company, "who works there, else the first");
    }
    // Somebody without an address comes before those with one, wherever they work.
    let mut book = Book::default();
    book.import(&export("2023-01-01").connections(&format!("- | {name} | Sisu\n- | {name} | Kora")));
    book.import(&export("2024-01-01").connections(&two));
    book.import(&export("2024-02-01").connections(&format!("- | {name} | Faro\n- | {name} | Sisu")));
    let mut companies: Vec<&str> = book.network.contacts.iter().map(|c| c.company.as_str()).collect();
    companies.sort_unstable();
    assert_eq!(companies, ["Faro", "Faro", "Sisu", "Tidal"]);
}

#[test]
fn two_tables_of_one_day_do_not_miss_whom_the_other_listed() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01"));
    book.import(&export("2026-01-10").connections("ben | Ben Oyu | 2025-01-01"));
    assert_eq!((gone_on(&book, "Ana Ruiz"), gone_on(&book, "Ben Oyu")), (None, None));
}
