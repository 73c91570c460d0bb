//! Exports of the years without addresses.

use super::{Book, day, export};

#[test]
fn exactly_one_connection_of_that_name_within_180_days_is_the_acceptance_by_name() {
    let mut book = Book::default();
    book.import(
        &export("2023-07-20")
            .connections(
                "ana  | Ana Ruiz | 2023-07-01
                 ben  | Ben Oyu  | 2023-05-31
                 cem1 | Cem Kaya | 2023-07-01
                 cem2 | Cem Kaya | 2023-07-02
                 dan  | Dan Levi | 2023-06-30
                 eva  | Eva Holm | 2023-06-29",
            )
            .invitations(
                "sent     | - | Ana Ruiz  | 2023-06-01
                 sent     | - | Ben Oyu   | 2023-06-01
                 sent     | - | Cem Kaya  | 2023-06-01
                 sent     | - | Dan Levi  | 2023-01-01
                 received | - | Eva  Holm | 2022-12-31",
            ),
    );
    assert_eq!(
        book.requests(),
        [
            "Ana Ruiz sent 2023-06-01 accepted 2023-07-01 inferred by name",
            "Ben Oyu sent 2023-06-01 pending imported",
            "Cem Kaya sent 2023-06-01 pending imported",
            "Dan Levi sent 2023-01-01 accepted 2023-06-30 inferred by name",
            "Eva Holm received 2022-12-31 accepted 2023-06-29 inferred by name",
        ]
    );
    assert_eq!(book.network.contacts.len(), 6 + 5, "contacts stay separate until merged");
}

#[test]
fn a_row_without_an_address_is_known_again_by_direction_name_and_raw_date() {
    let rows = "sent | - | Ana Ruiz | 2023-06-01\nreceived | - | Ana Ruiz | 2023-06-01";
    let mut book = Book::default();
    book.import(&export("2023-07-01").invitations(rows));
    let report = book.import(&export("2023-08-01").invitations(rows));
    assert_eq!((report.contacts.new, report.requests.new), (0, 0));
    assert_eq!(book.network.requests.len(), 2);
    assert!(book.network.requests.iter().all(|request| request.confirmed_on == Some(day("2023-08-01"))));
}

#[test]
fn two_people_of_one_name_who_were_asked_on_one_day_stay_two() {
    let rows = "sent | - | Ana Ruiz | 2023-06-01T10:00Z\nsent | - | Ana Ruiz | 2023-06-01T14:30Z";
    let mut book = Book::default();
    book.import(&export("2023-07-01").invitations(rows));
    assert_eq!((book.network.contacts.len(), book.network.requests.len()), (2, 2));
    // A spreadsheet kept the days only.
    let days = "sent | - | Ana Ruiz | on 2023-06-01\nsent | - | Ana Ruiz | on 2023-06-01";
    let report = book.import(&export("2023-08-01").invitations(days));
    assert_eq!((report.requests.new, report.requests.no_longer_listed), (0, 0));
    assert!(book.network.requests.iter().all(|request| request.confirmed_on == Some(day("2023-08-01"))));
}

#[test]
fn a_row_is_known_again_when_an_address_comes() {
    let mut book = Book::default();
    book.import(&export("2023-11-01").invitations("sent | - | Ana Ruiz | 2023-10-20"));
    book.import(&export("2024-04-01").invitations("sent | ana | Ana Ruiz | 2023-10-20"));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2023-10-20 pending imported"]);
    assert_eq!(book.person("Ana Ruiz").slug, "ana");
    book.import(&export("2023-12-01").invitations("sent | - | Ana Ruiz | 2023-10-20"));
    assert_eq!(book.network.contacts.len(), 1, "and known by name to an older export");
}

#[test]
fn a_request_of_before_is_accepted_by_the_connection_with_an_address() {
    let mut book = Book::default();
    book.import(&export("2023-11-01").invitations("sent | - | Ana Ruiz | 2023-10-20"));
    book.import(&export("2023-12-01").connections("ana | Ana Ruiz | 2023-11-11"));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2023-10-20 accepted 2023-11-11 inferred by name"]);
    assert_eq!(book.questions(), ["Ana Ruiz (ana) and Ana Ruiz (no address known): the same person?"]);
}

#[test]
fn a_connection_without_an_address_is_known_again_by_name_and_day() {
    let mut book = Book::default();
    book.import(&export("2022-01-01").connections(
        "- | Ana Ruiz | 2021-01-01 | Faro
         - | Ana Ruiz | 2021-02-02 | Tidal",
    ));
    assert_eq!(book.network.contacts.len(), 2);
    book.import(&export("2024-01-01").connections(
        "ana  | Ana Ruiz | 2021-01-01 | Faro
         ana2 | Ana Ruiz | 2021-02-02 | Tidal",
    ));
    assert_eq!(book.network.contacts.len(), 2);
    assert_eq!(
        (book.person("ana").company.as_str(), book.person("ana2").company.as_str()),
        ("Faro", "Tidal")
    );
    book.import(&export("2022-06-01").connections("- | Ana Ruiz | 2021-01-01 | Faro"));
    assert_eq!(book.network.contacts.len(), 2);
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn two_rows_of_one_name_and_day_are_two_people_and_the_same_row_twice_is_one() {
    let mut book = Book::default();
    for rows in [
        "- | Ana Ruiz | 2021-01-01 | Faro
         - | Ana Ruiz | 2021-01-01 | Tidal
         - | Ana Ruiz | 2021-01-01 | Faro",
        "- | Ana Ruiz | 2021-01-01 | Tidal
         - | Ana Ruiz | 2021-01-01 | Faro",
        "- | Ana Ruiz | 2021-01-01 | Zbruch
         - | Ana Ruiz | 2021-01-01 | Tidal",
    ] {
        let day = ["2022-01-01", "2022-02-01", "2022-03-01"][book.network.runs.len()];
        book.import(&export(day).connections(rows));
        assert_eq!(book.network.contacts.len(), 2, "{rows}");
    }
    let companies: Vec<&str> = book.network.contacts.iter().map(|person| person.company.as_str()).collect();
    assert_eq!(companies, ["Zbruch", "Tidal"]);
}

#[test]
fn a_table_without_addresses_cannot_say_that_an_address_is_gone() {
    let mut book = Book::default();
    book.import(&export("2024-01-01").connections("ana | Ana Ruiz | 2021-01-01"));
    let report = book.import(&export("2024-02-01").connections("- | Ben Oyu | 2021-01-01"));
    assert_eq!(report.connections_gone, 0);
}

#[test]
fn a_row_without_an_address_stays_that_of_somebody_without_one() {
    // Whoever is "ana" comes to the name of the other row by the same table. A book that reads it twice shows whether
    // anything changed: the import itself does that.
    let rows = "received | -   | Dan Levi | 2026-03-07T02:00Z
                sent     | ana | Dan Levi | 2026-03-07T02:00Z
                received | ana | Ana Ruiz | 2026-03-07T02:00Z | hello";
    let mut book = Book::default();
    book.import(&export("2026-09-04").invitations(rows));
    assert_eq!((book.network.contacts.len(), book.network.requests.len()), (2, 3));
    let nameless = book.network.contacts.iter().find(|contact| contact.slug.is_empty()).expect("Dan").id;
    assert_eq!(book.network.requests_of(nameless).count(), 1);
}
