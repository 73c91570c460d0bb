//! What an import starts: nothing but records. And what it keeps, so that a plan for the first week can start from the
//! second import on, and the forecast from the first.

use super::{Book, Conversations, TODAY, day, export, now, plan};
use crate::domain::change::Change;
use crate::domain::contact::Origin;
use crate::domain::id::RequestId;
use crate::domain::request::{Request, Standing};

fn october() -> crate::domain::arrival::Arrival {
    export("2026-10-20")
        .connections("old | Old Friend | 2020-01-01\neva | Eva Holm | 2026-10-18")
        .invitations(
            "sent     | ana | Ana Ruiz | 2026-10-01
         sent     | ben | Ben Oyu  | 2026-10-01
         sent     | cem | Cem Kaya | 2026-10-01
         sent     | eva | Eva Holm | 2026-10-01
         received | dan | Dan Levi | 2026-10-01",
        )
}

fn november() -> crate::domain::arrival::Arrival {
    export("2026-11-20")
        .connections(
            "old | Old Friend | 2020-01-01
             eva | Eva Holm   | 2026-10-18
             ana | Ana Ruiz   | 2026-11-08
             ben | Ben Oyu    | 2026-11-07
             dan | Dan Levi   | 2026-11-19
             fay | Fay Moss   | 2026-11-15",
        )
        .invitations("sent | cem | Cem Kaya | 2026-10-01\nsent | fay | Fay Moss | 2026-11-11")
}

fn request<'a>(book: &'a Book, name: &str) -> &'a Request {
    book.network.requests_of(book.person(name).id).next().expect("a request")
}

#[test]
fn an_import_makes_records_and_starts_nothing() {
    for arrival in [october(), november()] {
        let book = Book::default();
        for change in plan(&book.network, &arrival, Conversations::Keep, now()).changes {
            match change {
                Change::Contact(edit) => {
                    let contact = edit.after.expect("an addition");
                    assert_eq!((contact.ask_again_on, contact.purpose.as_str()), (None, ""));
                    assert!(contact.tags.is_empty() && !contact.archived);
                }
                Change::Request(edit) => assert_eq!(edit.after.expect("an addition").snoozed_until, None),
                Change::Run(_) => {}
                other @ (Change::Sign(_)
                | Change::Touch(_)
                | Change::Note(_)
                | Change::Decision(_)
                | Change::Fact(_)
                | Change::Draft(_)
                | Change::Profile { .. }
                | Change::Mute { .. }
                | Change::Rule { .. }) => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn no_old_acceptance_is_news_in_any_import() {
    let mut book = Book::default();
    book.import(&october());
    assert!(request(&book, "Eva Holm").opened, "of the first import, 35 days old");
    book.import(&november());
    let opened = ["Eva Holm", "Ana Ruiz", "Ben Oyu", "Dan Levi", "Fay Moss"]
        .map(|name| (name, request(&book, name).standing, request(&book, name).opened));
    let accepted = Standing::Accepted;
    assert_eq!(
        opened,
        [
            ("Eva Holm", accepted, true),
            ("Ana Ruiz", accepted, false), // 14 days ago
            ("Ben Oyu", accepted, true),   // 15
            ("Dan Levi", accepted, false),
            ("Fay Moss", accepted, false),
        ]
    );
}

/// A plan for the first week may begin for acceptances of the last 14 days that an import from the second on brought.
#[test]
fn it_is_kept_which_acceptances_an_import_from_the_second_on_brought() {
    let mut book = Book::default();
    book.import(&october());
    book.import(&november());
    let first = book.network.runs.iter().next().expect("a run");
    let brought_later = |request: &Request| {
        let settled_by_first = first.listed.contains(&request.id) && request.confirmed_on.is_none();
        request.standing == Standing::Accepted && !settled_by_first
    };
    let recent = |request: &Request| request.settled_on.is_some_and(|on| day(TODAY).since(on) <= 14);
    let mut names: Vec<_> = book
        .network
        .requests
        .iter()
        .filter(|request| brought_later(request) && recent(request))
        .map(|request| book.network.contact(request.contact).expect("a contact").name())
        .collect();
    names.sort();
    assert_eq!(names, ["Ana Ruiz", "Dan Levi", "Fay Moss"]);
    assert_eq!(
        request(&book, "Ana Ruiz").confirmed_on,
        Some(day("2026-10-20")),
        "pending until then at least"
    );
    assert_eq!(request(&book, "Eva Holm").confirmed_on, None, "never known as pending");
}

#[test]
fn the_day_of_writing_down_is_todays_for_a_row_and_stays_for_what_was_written_by_hand() {
    let mut book = Book::default();
    let ana = book.write_down("Ana Ruiz", "ana");
    book.sent(ana, "2026-11-10");
    book.edit_request("Ana Ruiz", |request| request.recorded_on = day("2026-11-12"));
    let rows = "sent | ana | Ana Ruiz | 2026-11-10\nsent | ben | Ben Oyu | 2026-06-01";
    for as_of in ["2026-11-15", "2026-11-20"] {
        book.import(&export(as_of).connections("ana | Ana Ruiz | 2026-11-14").invitations(rows));
        let [by_hand, imported] = ["Ana Ruiz", "Ben Oyu"].map(|name| request(&book, name));
        assert_eq!((by_hand.recorded_on, by_hand.origin), (day("2026-11-12"), Origin::Hand));
        assert_eq!((imported.recorded_on, imported.origin), (day(TODAY), Origin::Export));
        assert_eq!(imported.sent_raw, "2026-06-01");
    }
}

#[test]
fn every_run_keeps_its_day_its_tables_and_which_rows_it_listed() {
    let mut book = Book::default();
    book.import(&october());
    book.import(&november());
    let runs: Vec<_> = book
        .network
        .runs
        .iter()
        .map(|run| {
            let tables: Vec<_> = run.tables.iter().map(|table| (table.kind.token(), table.rows)).collect();
            (run.as_of.to_string(), run.at, tables, run.listed.clone())
        })
        .collect();
    let of = |names: &[&str]| -> Vec<RequestId> {
        let mut ids: Vec<_> = names.iter().map(|name| request(&book, name).id).collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(
        runs,
        [
            (
                "2026-10-20".to_owned(),
                now().at,
                vec![("connections", 2), ("invitations", 5)],
                of(&["Ana Ruiz", "Ben Oyu", "Cem Kaya", "Eva Holm", "Dan Levi"])
            ),
            (
                "2026-11-20".to_owned(),
                now().at,
                vec![("connections", 6), ("invitations", 2)],
                of(&["Cem Kaya", "Fay Moss"])
            ),
        ]
    );
}
