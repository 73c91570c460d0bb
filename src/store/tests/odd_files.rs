//! Files that are no book, or not a whole one, or cannot be written to; and who may read those that are.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

#[cfg(unix)]
use super::is_without_umask;
use super::{Desk, add, batch, person};
use crate::store::ground::{self, Ground};
use crate::store::schema::MIGRATIONS;
use crate::store::{Book, Care, Cause, NotSaved, Remark, StoreError, mend_permissions};

fn refusal(path: &Path) -> StoreError {
    Book::open(path).expect_err("it is not a book")
}

#[test]
fn another_programs_database_is_left_as_it_is() {
    let desk = Desk::new();
    for sql in ["CREATE TABLE a (b)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"] {
        let _ = fs::remove_file(&desk.path);
        Connection::open(&desk.path).and_then(|other| other.execute_batch(sql)).expect("made");
        let before = desk.bytes();
        let error = refusal(&desk.path);
        assert_eq!(error.cause, Cause::Foreign, "{sql}");
        assert!(error.to_string().contains("book.db: it belongs to another program"), "{error}");
        assert_eq!(desk.bytes(), before);
    }
}

#[test]
fn a_newer_book_says_which_version_reads_it() {
    let desk = Desk::with_ana();
    let newer = Connection::open(&desk.path).expect("opens");
    newer.execute_batch("PRAGMA user_version = 99; UPDATE book SET needs = '7.1.0'").expect("written");
    drop(newer);
    let error = refusal(&desk.path);
    assert!(error.to_string().contains("version 7.1.0 or later can read it"), "{error}");
}

#[test]
fn what_is_no_database_is_not_written_to() {
    let desk = Desk::new();
    for text in ["x", "Dear Ana,\n", &"SQLite format 4\0".repeat(99)] {
        fs::write(&desk.path, text).expect("written");
        let error = refusal(&desk.path).with_backup(Some("old.db".into()));
        assert!(matches!(error.cause, Cause::Damaged(_)), "{error}");
        assert!(error.to_string().contains("`inroads restore old.db` brings it back"), "{error}");
        assert_eq!(desk.bytes(), text.as_bytes());
    }
}

#[test]
fn an_empty_file_becomes_a_book() {
    let desk = Desk::new();
    fs::write(&desk.path, "").expect("written");
    assert!(desk.open().network.contacts.is_empty());
}

#[test]
fn a_folder_and_a_missing_folder_are_named() {
    let desk = Desk::new();
    assert!(refusal(desk.folder.path()).to_string().contains("it is a folder"));
    let error = refusal(&desk.folder.path().join("nowhere/book.db"));
    assert_eq!(error.cause, Cause::Missing);
}

#[test]
fn a_damaged_book_gives_an_error_or_its_records_and_stays_byte_for_byte() {
    let desk = Desk::with_ana();
    desk.open().does(batch("more", (2..200).map(|id| add(person(id, "Somebody"))).collect()));
    let (network, whole) = (desk.open().network, desk.bytes());
    let pages = whole.len() / 4096;
    let mut damaged = 0;
    let spots = (0..pages).flat_map(|page| [page * 4096 + 5, page * 4096 + 101, page * 4096 + 4090]);
    let cuts = (1..pages).map(|page| (page * 4096 + 50, true));
    for (spot, cut) in spots.map(|spot| (spot, false)).chain(cuts) {
        let mut bytes = whole.clone();
        if cut {
            bytes.truncate(spot);
        } else {
            bytes[spot] ^= 0x55;
        }
        fs::write(&desk.path, &bytes).expect("written");
        match Book::open(&desk.path) {
            Err(_) => damaged += 1,
            // Some flips no reader can notice: a letter of a name, an unused byte. All that was there is there.
            Ok(opened) => {
                let (here, before) = (&opened.network.contacts, &network.contacts);
                assert_eq!(here.len(), before.len(), "byte {spot}");
                let other = before.iter().filter(|contact| here.get(contact.id) != Some(*contact));
                assert!(other.count() <= 1, "byte {spot}: one letter is of one contact");
            }
        }
        assert_eq!(desk.bytes(), bytes, "byte {spot}");
        for log in ["-wal", "-shm"] {
            let _ = fs::remove_file(ground::companion(&desk.path, log));
        }
    }
    assert!(damaged > pages, "most damage is noticed: {damaged} of {}", 4 * pages);
}

#[test]
fn a_book_whose_records_hang_in_the_air_is_damaged() {
    for sql in [
        "DELETE FROM contact",
        "PRAGMA ignore_check_constraints = 1; UPDATE contact SET origin = 'rumour'",
        "PRAGMA ignore_check_constraints = 1; UPDATE note SET at = '2026-02-30T00:00Z'",
    ] {
        let desk = Desk::with_ana();
        let other = Connection::open(&desk.path).expect("opens");
        other
            .execute_batch("INSERT INTO note (contact, text, at) VALUES (1, '', '2026-02-28T00:00Z')")
            .and_then(|()| other.execute_batch("PRAGMA foreign_keys = 0"))
            .and_then(|()| other.execute_batch(sql))
            .expect("written");
        drop(other);
        assert!(matches!(refusal(&desk.path).cause, Cause::Damaged(_)), "{sql}");
    }
}

#[test]
fn a_read_only_file_can_be_read_and_says_so_when_saving() {
    let desk = Desk::with_ana();
    let mut permissions = fs::metadata(&desk.path).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&desk.path, permissions).expect("set");
    let mut opened = Book::open(&desk.path).expect("it can be read");
    assert!(opened.book.read_only() && opened.remarks.contains(&Remark::ReadOnly));
    assert_eq!(opened.network.contacts.len(), 1);
    let error = opened.book.save(batch("bo", vec![add(person(2, "Bo"))]), Care::Full).expect_err("read only");
    assert!(matches!(&error, NotSaved::Store(error) if error.cause == Cause::ReadOnly), "{error}");
    drop(opened);
    let beside: Vec<_> = fs::read_dir(desk.folder.path()).expect("there").flatten().collect();
    assert_eq!(beside.len(), 1, "nothing was laid beside it: {beside:?}");
}

/// A copy of a book that is in use, with its newest changes in the log beside it.
fn copy_in_use(desk: &Desk) -> std::path::PathBuf {
    let mut here = desk.open();
    here.does(batch("bo", vec![add(person(2, "Bo"))]));
    let folder = desk.folder.path().join("copy");
    fs::create_dir(&folder).expect("made");
    let copy = folder.join("book.db");
    for log in ["", "-wal"] {
        fs::copy(ground::companion(&desk.path, log), ground::companion(&copy, log)).expect("copied");
    }
    let mut permissions = fs::metadata(&copy).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&copy, permissions).expect("set");
    copy
}

#[test]
fn a_read_only_book_with_a_log_that_can_be_read_shows_the_newest_changes() {
    let desk = Desk::with_ana();
    let copy = copy_in_use(&desk);
    let opened = Book::open(&copy).expect("it can be read");
    assert!(opened.book.read_only());
    assert_eq!(opened.network.contacts.len(), 2, "what is in the log is part of the book");
}

#[test]
#[cfg(unix)]
fn a_read_only_book_whose_log_cannot_be_read_is_not_shown_without_its_newest_changes() {
    let desk = Desk::with_ana();
    let copy = copy_in_use(&desk);
    // What readers share of the log would have to be laid beside it. In a folder that is read only it cannot be, and for
    // root, whom no permission stops, not where a link leads nowhere.
    let shared = ground::companion(&copy, "-shm");
    std::os::unix::fs::symlink("nowhere", &shared).expect("made");
    let before = ["", "-wal"].map(|log| fs::read(ground::companion(&copy, log)).expect("read"));
    let error = refusal(&copy);
    let said = "it is on a read-only disk and its newest changes are still in the log beside it; copy both to \
                another folder";
    assert!(error.to_string().ends_with(said), "{error}");
    let after = ["", "-wal"].map(|log| fs::read(ground::companion(&copy, log)).expect("read"));
    assert!(before == after, "both are left as they are");
    fs::remove_file(shared).expect("removed");
    assert_eq!(Book::open(&copy).expect("opens").network.contacts.len(), 2);
}

#[test]
fn a_full_book_says_so_takes_nothing_and_takes_it_again_where_there_is_room() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let limit = |here: &super::Instance, pages: u32| {
        let set = format!("PRAGMA max_page_count = {pages}");
        here.book.connection.query_row(&set, [], |row| row.get::<_, u32>(0)).expect("set")
    };
    limit(&here, 1); // as many as there are: SQLite never goes below
    let before = here.network.clone();
    let many = || batch("many", (2..900).map(|id| add(person(id, "Somebody with a name"))).collect());
    let error = here.book.save(many(), Care::Full).expect_err("no room");
    assert!(matches!(&error, NotSaved::Store(error) if error.cause == Cause::Full), "{error}");
    assert!(error.to_string().contains("the disk is full; the file is as it was"), "{error}");
    assert!(desk.open().network == before, "all of it or nothing");
    limit(&here, u32::MAX);
    here.does(many());
    assert_eq!(desk.open().network.contacts.len(), 899);
}

#[test]
fn a_name_that_means_something_in_a_uri_is_only_a_name() {
    let desk = Desk::with_ana();
    let odd = desk.folder.path().join("a?b#c%20d.db");
    fs::rename(&desk.path, &odd).expect("renamed");
    let mut permissions = fs::metadata(&odd).expect("there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&odd, permissions).expect("set");
    assert_eq!(Book::open(&odd).expect("opens").network.contacts.len(), 1);
}

#[test]
fn a_network_disk_gets_another_log_and_a_remark() {
    let desk = Desk::with_ana();
    let log = |desk: &Desk, ground| {
        let opened = Book::open_on(&desk.path, ground, MIGRATIONS).expect("opens");
        let log: String =
            opened.book.connection.query_row("PRAGMA journal_mode", [], |row| row.get(0)).expect("asked");
        (log, opened.remarks, opened.network.contacts.len())
    };
    assert_eq!(log(&desk, Ground::Local), ("wal".into(), vec![], 1));
    assert_eq!(log(&desk, Ground::Network), ("delete".into(), vec![Remark::NetworkDisk], 1));
    let saved = desk.open().does(batch("bo", vec![add(person(2, "Bo"))]));
    assert!(saved.rebased.is_none(), "another log is no other writer");
}

#[test]
#[cfg(unix)]
fn every_file_of_a_book_is_its_owners_alone_whatever_the_umask() {
    if !is_without_umask(module_path!(), "every_file_of_a_book_is_its_owners_alone_whatever_the_umask") {
        return;
    }
    let desk = Desk::new();
    let backups = desk.folder.path().join("backups");
    let mut here = desk.open();
    here.does(batch("bo", vec![add(person(1, "Bo"))]));
    let copied = here.book.safe_copy(&backups, "import", super::noon()).expect("copied");
    let log = ground::companion(&desk.path, "-wal");
    assert!(log.exists(), "it is open");
    for file in ground::with_companions(&desk.path).chain([copied.clone()]) {
        assert_eq!(ground::wider_than_owner(&file), None, "{file:?}");
    }
    assert_eq!(ground::wider_than_owner(&backups), None);
    drop(here);
}

#[test]
#[cfg(unix)]
fn wide_permissions_are_remarked_and_mended_on_consent() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_ana();
    fs::set_permissions(&desk.path, PermissionsExt::from_mode(0o644)).expect("set");
    let opened = Book::open(&desk.path).expect("opens");
    assert_eq!(opened.remarks, [Remark::WidePermissions { file: desk.path.clone(), mode: 0o644 }]);
    assert_eq!(ground::wider_than_owner(&desk.path), Some(0o644), "only on consent");
    mend_permissions(&desk.path).expect("mended");
    assert_eq!(ground::wider_than_owner(&desk.path), None);
}
