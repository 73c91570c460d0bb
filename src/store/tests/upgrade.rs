//! A book of an older schema: copied aside, then brought up to date.

use super::{Desk, add, batch, person};
use crate::store::ground::Ground;
use crate::store::schema::{MIGRATIONS, Migration};
use crate::store::{Book, Cause, Remark};

fn with_one_more(sql: &'static str) -> Vec<Migration> {
    let known = MIGRATIONS.iter().map(|step| Migration { sql: step.sql, needs: step.needs });
    known.chain([Migration { sql, needs: "9.0.0" }]).collect()
}

// The copy that is made before the step after the newest.
fn copy(desk: &Desk, end: &str) -> std::path::PathBuf {
    desk.folder.path().join(format!("book-schema-{}{end}.db", MIGRATIONS.len()))
}

#[test]
fn an_older_book_is_copied_aside_and_brought_up_to_date() {
    let desk = Desk::with_ana();
    let known = with_one_more("ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0");
    let opened = Book::open_on(&desk.path, Ground::Local, &known).expect("upgraded");
    let copy = copy(&desk, "");
    assert_eq!(opened.remarks, [Remark::Upgraded { copy: copy.clone() }]);
    assert_eq!(opened.network.contacts.len(), 1);
    drop(opened);
    assert_eq!(Book::open(&copy).expect("the copy is as before").network.contacts.len(), 1);
    let newer = Book::open(&desk.path).expect_err("this version does not know its schema");
    assert_eq!(newer.cause, Cause::Newer { needs: "9.0.0".into() });
    assert!(Book::open_on(&desk.path, Ground::Local, &known).expect("once").remarks.is_empty());
}

#[test]
fn the_copy_of_an_earlier_upgrade_stays() {
    let desk = Desk::with_ana();
    let old = desk.bytes();
    let known = with_one_more("ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0");
    Book::open_on(&desk.path, Ground::Local, &known).expect("upgraded");
    std::fs::write(&desk.path, &old).expect("the old one is brought back by hand");
    let mut before = desk.open();
    before.does(batch("bo", vec![add(person(2, "Bo"))]));
    drop(before);
    let opened = Book::open_on(&desk.path, Ground::Local, &known).expect("upgraded again");
    let newest = copy(&desk, "-2");
    assert_eq!(opened.remarks, [Remark::Upgraded { copy: newest.clone() }]);
    let people = |path: &std::path::Path| Book::open(path).expect("opens").network.contacts.len();
    assert_eq!((people(&copy(&desk, "")), people(&newest)), (1, 2));
}

#[test]
fn a_step_that_cannot_be_taken_leaves_the_book_as_it_was() {
    let desk = Desk::with_ana();
    let known = with_one_more("CREATE TABLE half (a); CREATE TABLE note (a)");
    for _ in 0..2 {
        Book::open_on(&desk.path, Ground::Local, &known).expect_err("there is a table of this name");
    }
    let names =
        std::fs::read_dir(desk.folder.path()).expect("read").map(|entry| entry.expect("read").file_name());
    assert_eq!(
        names.filter(|name| name.to_string_lossy().contains("schema")).count(),
        0,
        "no copies pile up"
    );
    let mut here = desk.open();
    here.does(batch("bo", vec![add(person(2, "Bo"))]));
    let half = here.book.connection.prepare("SELECT * FROM half").is_ok();
    assert!(!half, "all of a step or nothing");
}
