//! Archives as LinkedIn sends them and as people keep them: what is inside, and of which day.

use std::ops::ControlFlow;

use super::desk::{CONNECTIONS, INVITATIONS, read_all, read_zip, zip};
use inroads::domain::arrival::AsOf;
use inroads::domain::run::TableKind;
use inroads::exchange::linkedin::{self, Progress, Unreadable};

const NAME: &str = "Basic_LinkedInDataExport_11-20-2026.zip";

fn both(prefix: &str, day: u8) -> Vec<u8> {
    let (connections, invitations) = (format!("{prefix}Connections.csv"), format!("{prefix}Invitations.csv"));
    zip(&[(&connections, CONNECTIONS.as_bytes()), (&invitations, INVITATIONS.as_bytes())], day)
}

#[test]
fn the_tables_of_an_archive_are_read_with_their_own_day() {
    for (day, as_of, from) in [
        (19, "2026-11-19", AsOf::Table),
        (20, "2026-11-20", AsOf::Table),
        (17, "2026-11-20", AsOf::Name),
        (22, "2026-11-20", AsOf::Name),
    ] {
        let arrival = read_zip(NAME, &both("", day)).unwrap();
        assert_eq!((arrival.as_of.to_string().as_str(), arrival.as_of_from), (as_of, from), "{day}");
        assert_eq!(arrival.path, NAME);
        assert_eq!(
            arrival.tables.iter().map(|table| table.kind).collect::<Vec<_>>(),
            [TableKind::Connections, TableKind::Invitations]
        );
        assert!(arrival.warnings.is_empty(), "{:?}", arrival.warnings);
    }
}

#[test]
fn a_name_without_a_date_leaves_the_newest_day_in_the_data() {
    let arrival = read_zip("export.zip.zip", &both("", 19)).unwrap();
    assert_eq!((arrival.as_of.to_string().as_str(), arrival.as_of_from), ("2024-07-24", AsOf::Newest));
}

#[test]
fn a_folder_packed_again_is_read_by_the_name_of_the_folder() {
    let arrival = read_zip("export.zip", &both("Complete_LinkedInDataExport_11-20-2026/", 22)).unwrap();
    assert_eq!((arrival.as_of.to_string().as_str(), arrival.as_of_from), ("2026-11-20", AsOf::Name));
    assert_eq!(arrival.left_out.len(), 0);
    assert_eq!(arrival.tables[0].file, "Connections.csv");
}

#[test]
fn what_the_system_left_in_an_archive_is_passed_over() {
    let arrival = read_zip(
        NAME,
        &zip(
            &[
                ("__MACOSX/._Connections.csv", INVITATIONS.as_bytes()),
                ("x/.Invitations.csv", INVITATIONS.as_bytes()),
                ("x/Connections.csv", CONNECTIONS.as_bytes()),
                ("x/picture.jpg", INVITATIONS.as_bytes()),
            ],
            20,
        ),
    )
    .unwrap();
    assert_eq!(arrival.tables.len(), 1);
}

#[test]
fn an_archive_of_the_profile_only_says_to_wait() {
    let archive = zip(
        &[("Profile.csv", b"First Name,Last Name,Headline\nMara,Lind,x\n"), ("Email Addresses.csv", b"")],
        20,
    );
    let error = read_zip(NAME, &archive).unwrap_err();
    assert!(matches!(error, Unreadable::NoTable { .. }));
    assert!(
        error.to_string().starts_with("Basic_LinkedInDataExport_11-20-2026.zip holds no Connections,"),
        "{error}"
    );
}

#[test]
fn the_same_export_as_archive_and_as_files_is_the_same() {
    let from_zip = read_zip(NAME, &both("", 17)).unwrap();
    let from_files = read_all(
        NAME,
        &[("Invitations.csv", INVITATIONS.as_bytes()), ("Connections.csv", CONNECTIONS.as_bytes())],
    )
    .unwrap();
    assert_eq!(from_zip, from_files);
}

#[test]
fn progress_is_told_and_can_stop_the_reading() {
    let table = CONNECTIONS.to_owned() + &"Ana,Ruiz,,,,,24 Jul 2024\n".repeat(10_000);
    let archive = zip(&[("Connections.csv", table.as_bytes())], 20);
    let mut told: Vec<Progress> = Vec::new();
    let mut read = |last: usize| {
        told.clear();
        let arrival = linkedin::read_zip(NAME, std::io::Cursor::new(&archive), &mut |progress| {
            told.push(progress);
            if told.len() == last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        (arrival.map(|arrival| arrival.connections.len()), told.clone())
    };
    let (rows, told) = read(usize::MAX);
    assert_eq!(rows.unwrap(), 10_001);
    assert_eq!(told.len(), 4);
    assert!(told.is_sorted_by_key(|progress| progress.done));
    let of = table.len() as u64;
    assert_eq!(told.last(), Some(&Progress { doing: "reading connections", done: of, of }));
    assert!(matches!(read(2).0, Err(Unreadable::Cancelled)));
}
