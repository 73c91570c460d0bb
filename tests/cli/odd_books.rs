//! Books that cannot be used: one message, exit code 4, and the file as it was.

use std::os::unix::fs::PermissionsExt;

use rusqlite::Connection;

use crate::home::Home;

/// Every way to open a book.
const EACH: [&[&str]; 8] = [
    &["list"],
    &["status"],
    &["due"],
    &["log"],
    &["add", "Mei Lin"],
    &["undo"],
    &["backup", "b.db"],
    &["--keys", ""],
];

fn each_ends_with_4(home: &Home, word: &str) {
    let before = std::fs::read(home.book()).unwrap();
    for args in EACH {
        let said = home.no(4, args);
        assert!(said.contains(word) && said.lines().count() == 1, "{args:?}: {said}");
    }
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database() {
    let home = Home::new();
    home.write("book.db", vec![7; 8192]);
    each_ends_with_4(&home, "it is damaged and was left as it is");
    let run = home.run(&["doctor"]);
    assert_eq!(run.code, 4);
    assert!(run.out.contains("broken  reading"), "{}", run.out);
}

#[test]
fn a_database_that_was_damaged_names_the_newest_backup() {
    let home = Home::with_two();
    home.ok(&["backup"]);
    let mut bytes = std::fs::read(home.book()).unwrap();
    let middle = bytes.len() / 4;
    bytes[middle..].fill(0xa5);
    home.write("book.db", bytes);
    let said = home.no(4, &["list"]);
    assert!(said.contains("inroads-2026-11-22.db"), "{said}");
    let backup = home.path("book.db-backups/inroads-2026-11-22.db");
    home.ok(&["restore", backup.to_str().unwrap(), "--force"]);
    assert_eq!(home.json(&["list"]).len(), 2);
}

#[test]
fn a_database_of_another_program() {
    let home = Home::new();
    Connection::open(home.book())
        .unwrap()
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    each_ends_with_4(&home, "belongs to another program");
}

#[test]
fn a_book_of_a_newer_inroads() {
    let home = Home::with_two();
    let book = Connection::open(home.book()).unwrap();
    book.execute_batch("PRAGMA user_version = 99; UPDATE book SET needs = '7.0.0'").unwrap();
    drop(book);
    each_ends_with_4(&home, "version 7.0.0 or later can read it");
}

#[test]
fn what_cannot_be_done_makes_no_book() {
    let home = Home::new();
    for args in [
        &["undo"][..],
        &["redo"],
        &["sent", "zzz"],
        &["received", "zzz"],
        &["settle", "zzz", "accepted"],
        &["snooze", "zzz", "3d"],
        &["sign", "zzz", "reacted"],
        &["edit", "zzz", "--role", "x"],
        &["tag", "zzz", "+x"],
        &["note", "zzz", "x"],
        &["touch", "zzz", "call"],
        &["touch", "me", "call", "--on", "2027-01-01"],
        &["archive", "zzz"],
        &["add", " "],
        &["show", "zzz"],
    ] {
        home.no(1, args);
        assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0, "{args:?}");
    }
    home.ok(&["touch", "me", "call"]);
    assert!(home.book().exists());
}

#[test]
fn a_folder_and_a_place_that_is_not_there() {
    let home = Home::new();
    std::fs::create_dir(home.book()).unwrap();
    assert!(home.no(4, &["list"]).contains("it is a folder"));
    let mut command = home.bare(&["list", "--db", "no/such/book.db"]);
    assert_eq!(command.output().unwrap().status.code(), Some(4));
    assert!(!home.path("no").exists());
}

#[test]
fn a_name_that_means_something_to_sqlite_is_a_file_like_any_other() {
    let home = Home::new();
    for _ in 0..2 {
        home.bare(&["add", "Mei Lin", "--db", ":memory:"]).output().unwrap();
    }
    let run = crate::home::finish(home.bare(&["list", "--db", ":memory:"]));
    assert_eq!(run.out, "c1  Mei Lin\nc2  Mei Lin\n");
    home.bare(&["add", "Mei Lin", "--db", "file:x.db"]).output().unwrap();
    assert!(home.path("file:x.db").exists() && !home.path("x.db").exists());
    home.ok(&["restore", "file:x.db", "--force"]);
    assert_eq!(home.json(&["list"]).len(), 1);
}

#[test]
fn a_book_that_can_only_be_read_is_read_and_not_written() {
    let home = Home::with_two();
    let lock = |mode| std::fs::set_permissions(home.book(), std::fs::Permissions::from_mode(mode)).unwrap();
    lock(0o400);
    let before = std::fs::read(home.book()).unwrap();
    assert_eq!(home.json(&["list"]).len(), 2);
    assert_eq!(home.ok(&["status"]).lines().count(), 1);
    for args in [&["add", "Mei Lin"][..], &["tag", "ana", "+x"], &["undo"]] {
        let said = home.no(4, args);
        assert!(said.contains("read only") && said.lines().count() == 1, "{said}");
    }
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
    lock(0o600);
}

#[test]
fn a_book_that_another_program_holds() {
    let home = Home::with_two();
    let other = Connection::open(home.book()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(home.json(&["list"]).len(), 2, "reading goes on");
    let said = home.no(4, &["add", "Mei Lin"]);
    assert!(said.contains("another inroads is writing to it"), "{said}");
    other.execute_batch("ROLLBACK").unwrap();
    home.ok(&["add", "Mei Lin"]);
}
