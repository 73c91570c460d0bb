//! What the user said is not overruled.

use super::{Book, day, export};
use crate::domain::arrival::Arrival;
use crate::domain::request::{Evidence, Standing};

fn pending() -> Book {
    let mut book = Book::default();
    book.import(&export("2026-10-01").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
    book
}

fn connected() -> Arrival {
    export("2026-11-20").connections("ana | Ana Ruiz | 2026-11-02")
}

#[test]
fn what_the_user_said_is_not_overruled_by_a_connection() {
    use Standing::{Declined, Expired, NoLongerListed, Reported, Withdrawn};
    for standing in [Withdrawn, Declined, Reported, Expired, NoLongerListed] {
        let mut book = pending();
        book.says("Ana Ruiz", standing, "2026-10-10");
        let before = book.requests();
        let report = book.import(&connected());
        assert_eq!(book.requests(), before);
        assert_eq!(report.to_decide.len(), 1, "{standing:?}");
        let question = book.network.decisions.iter().next().expect("a question");
        assert_eq!(question.request, Some(book.request().id));
        assert_eq!((question.standing, question.on), (Some(Standing::Accepted), Some(day("2026-11-02"))));
    }
}

#[test]
fn a_request_that_the_user_let_be_is_not_overruled_by_a_connection_and_may_stay_listed() {
    let row = "received | ana | Ana Ruiz | 2026-09-20";
    let mut book = Book::default();
    book.import(&export("2026-10-01").invitations(row));
    book.says("Ana Ruiz", Standing::Ignored, "2026-10-10");
    let ignored = ["Ana Ruiz received 2026-09-20 ignored 2026-10-10 seen"];
    book.import(&export("2026-10-20").invitations(row));
    assert_eq!((book.requests(), book.questions()), (ignored.map(String::from).into(), vec![]));
    let report = book.import(&connected().invitations(row));
    assert_eq!(book.requests(), ignored);
    assert_eq!(report.to_decide.len(), 1);
    assert_eq!(
        book.questions(),
        ["You noted the request of Ana Ruiz as ignored; the export says that you have been connected since \
          2026-11-02"]
    );
    book.import(&export("2026-11-21").invitations("sent | ben | Ben Oyu | 2026-11-02"));
    assert_eq!(book.requests()[0], ignored[0], "nor by its absence");
}

#[test]
fn a_question_that_was_raised_is_not_raised_again() {
    let mut book = pending();
    book.says("Ana Ruiz", Standing::Withdrawn, "2026-10-10");
    book.import(&connected());
    let mut later = connected();
    later.as_of = day("2026-11-21");
    assert_eq!(book.import(&later).to_decide, []);
    assert_eq!(
        book.questions(),
        [
            "You noted your request to Ana Ruiz as withdrawn; the export says that you have been connected since \
          2026-11-02"
        ]
    );
}

#[test]
fn a_connection_through_a_later_request_of_the_other_side_contradicts_nobody() {
    let mut book = pending();
    book.says("Ana Ruiz", Standing::Withdrawn, "2026-10-10");
    book.import(&connected().invitations("received | ana | Ana Ruiz | 2026-11-01"));
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn a_withdrawn_request_that_a_later_export_still_lists_is_a_question() {
    let row = "sent | ana | Ana Ruiz | 2026-09-20";
    let mut book = pending();
    book.says("Ana Ruiz", Standing::Withdrawn, "2026-10-10");
    book.import(&export("2026-10-10").invitations(row));
    assert_eq!(book.questions(), [""; 0], "an export of the same day may be older");
    book.import(&export("2026-11-20").invitations(row));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-09-20 withdrawn 2026-10-10 seen"]);
    assert_eq!(
        book.questions(),
        ["You noted your request to Ana Ruiz as withdrawn; the export of 2026-11-20 still lists it"]
    );
}

#[test]
fn a_declined_request_may_well_stay_listed() {
    let mut book = pending();
    book.says("Ana Ruiz", Standing::Declined, "2026-10-10");
    book.import(&export("2026-11-20").invitations("sent | ana | Ana Ruiz | 2026-09-20"));
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-09-20 declined 2026-10-10 told"]);
    assert_eq!(book.questions(), [""; 0]);
}

#[test]
fn still_pending_by_the_user_is_not_undone_by_an_older_day() {
    let mut book = pending();
    book.edit_request("Ana Ruiz", |r| r.settle(Standing::Pending, day("2026-11-21"), Evidence::Seen));
    book.import(&export("2026-11-20").invitations("sent | ben | Ben Oyu | 2026-11-19"));
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-09-20 pending seen");
}

#[test]
fn an_acceptance_that_the_user_saw_keeps_its_day() {
    let mut book = pending();
    book.says("Ana Ruiz", Standing::Accepted, "2026-11-03");
    let report = book.import(&connected());
    assert_eq!(book.requests(), ["Ana Ruiz sent 2026-09-20 accepted 2026-11-03 seen"]);
    assert_eq!((report.requests.accepted_since, report.to_decide.len()), (0, 0));
}

#[test]
fn details_that_the_user_changed_stay_and_what_the_export_says_is_kept_beside() {
    let mut book = Book::default();
    book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01 | Faro | Engineer"));
    book.edit_person("Ana Ruiz", |contact| {
        contact.first_name = "Anita".into();
        contact.company = "Faro Labs".into();
    });
    let report =
        book.import(&export("2026-02-10").connections("ana | Ana Ruiz-Gil | 2025-01-01 | Tidal | Data Lead"));
    let anita = book.person("Anita Ruiz");
    assert_eq!((anita.company.as_str(), anita.role.as_str()), ("Faro Labs", "Data Lead"));
    let listed = anita.listed.as_deref().expect("the export's words");
    assert_eq!(
        (listed.last_name.as_str(), listed.company.as_str(), listed.role.as_str()),
        ("Ruiz-Gil", "Tidal", "Data Lead")
    );
    assert_eq!((report.changed.company, report.changed.role, report.changed.name), (1, 1, 1));
}

#[test]
fn somebody_written_down_by_hand_keeps_their_details_and_gets_what_is_missing() {
    let mut book = Book::default();
    book.write_down("Anita Ruiz", "ana");
    book.edit_person("Anita Ruiz", |contact| contact.company = "Faro Labs".into());
    let report =
        book.import(&export("2026-01-10").connections("ana | Ana Ruiz | 2025-01-01 | Faro | Engineer"));
    let anita = book.person("Anita Ruiz");
    assert_eq!((anita.company.as_str(), anita.role.as_str()), ("Faro Labs", "Engineer"));
    assert_eq!(anita.connected_on, Some(day("2025-01-01")));
    assert_eq!((report.contacts.new, report.contacts.updated), (0, 1));
    assert_eq!((report.changed.company, report.changed.name), (0, 0));
    book.import(&export("2026-02-10").connections("ana | Ana Ruiz | 2025-01-01 | Tidal | Data Lead"));
    let anita = book.person("Anita Ruiz");
    assert_eq!((anita.company.as_str(), anita.role.as_str()), ("Faro Labs", "Data Lead"));
}
