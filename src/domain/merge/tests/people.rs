//! Who the rows of an export are about.

use super::{Book, day, export};
use crate::domain::contact::Origin;
use crate::domain::merge::Conversations;

#[test]
fn contacts_come_from_connections_invitations_and_conversation_partners() {
    let arrival = export("2026-11-20")
        .connections("ana | Ana Ruiz | 2026-11-15 | Faro | Data Lead")
        .invitations("received | ben | Ben Maria Oyu | 2026-11-15")
        .messages("sent | cem | Cem Kaya | 2026-11-16 | Hello");
    let mut book = Book::default();
    let report = book.import(&arrival);
    assert_eq!(report.contacts.new, 3);
    let ana = book.person("Ana Ruiz");
    assert_eq!((ana.place().as_str(), ana.connected_on), ("Data Lead, Faro", Some(day("2026-11-15"))));
    assert_eq!(ana.origin, Origin::Export);
    let ben = book.person("ben");
    assert_eq!((ben.first_name.as_str(), ben.last_name.as_str()), ("Ben", "Maria Oyu"));

    let mut book = Book::default();
    let report = book.import_with(&arrival, Conversations::Skip);
    assert_eq!((report.contacts.new, book.network.touches.len()), (2, 0));
}

#[test]
fn a_person_is_known_by_their_address_of_now_and_of_before() {
    let mut book = Book::default();
    book.write_down("Ana Ruiz", "ana");
    book.edit_person("Ana Ruiz", |contact| contact.set_address("https://www.linkedin.com/in/ana-ruiz"));
    book.write_down("Ben Oyu", "ana-2");
    book.edit_person("Ben Oyu", |contact| contact.former_slugs.push("ana-ruiz".into()));
    book.import(
        &export("2026-11-20")
            .connections("ana-ruiz | Ana Ruiz | 2026-11-15")
            .invitations("sent | ana | Ana Ruiz | 2026-11-14"),
    );
    assert_eq!(book.network.contacts.len(), 2);
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-11-14 accepted 2026-11-15 imported"]);
    assert_eq!(book.person("Ana Ruiz").slug, "ana-ruiz");
}

#[test]
fn two_addresses_are_two_people_whatever_their_names() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-15\nana-2 | Ana Ruiz | 2026-11-15")
            .invitations("sent | ana-3 | Ana Ruiz | 2026-11-14"),
    );
    assert_eq!(book.network.contacts.len(), 3);
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn nobody_is_their_own_contact() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections("olga-own | Olga Own | 2026-11-15\nana | Ana Ruiz | 2026-11-15")
            .invitations("sent | olga-own | Olga Own | 2026-11-14")
            .messages("sent | olga-own | Olga Own | 2026-11-14 | to myself"),
    );
    assert_eq!(book.network.contacts.len(), 1);
}

#[test]
fn a_row_of_the_same_address_twice_is_one_person_with_the_later_connection() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-15\nana | Ana Ruiz | 2020-01-01"),
    );
    assert_eq!(book.person("Ana Ruiz").connected_on, Some(day("2026-11-15")));
}

#[test]
fn changed_jobs_and_names_are_counted_and_an_empty_cell_changes_nothing() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections(
        "ana | Ana Ruiz | 2025-01-01 | Faro  | Engineer
         ben | Ben Oyu  | 2025-01-01 | Tidal | SRE
         cem | Cem Kaya | 2025-01-01 | -     | -",
    ));
    let report = book.import(&export("2026-02-10").connections(
        "ana | Ana Ruiz-Gil | 2025-01-01 | Sisu | Engineer
         ben | Ben Oyu      | 2025-01-01 | -    | -
         cem | Cem Kaya     | 2025-01-01 | Acme | CTO",
    ));
    assert_eq!((report.changed.company, report.changed.role, report.changed.name), (1, 0, 1));
    assert_eq!((report.contacts.updated, report.contacts.unchanged), (2, 1));
    assert_eq!(report.background.moved, ["Ana Ruiz-Gil, now Engineer, Sisu"]);
    assert_eq!(book.person("Ben Oyu").place(), "SRE, Tidal");
    assert_eq!(book.person("Cem Kaya").place(), "CTO, Acme");
}

#[test]
fn a_new_name_of_somebody_who_is_not_connected_comes_from_the_newest_invitations() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").invitations("sent | ana | Ana Ruiz | 2026-01-02"));
    book.import(&export("2026-03-10").invitations("sent | ana | Ana Gil | 2026-01-02"));
    book.import(&export("2026-02-10").invitations("sent | ana | Ana Ruiz-Gil | 2026-01-02"));
    assert_eq!(book.network.contacts.len(), 1);
    assert_eq!(book.person("ana").name(), "Ana Gil");
}
