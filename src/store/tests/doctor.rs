//! What `doctor` finds in a book.

use rusqlite::Connection;

use super::{Desk, batch, turn};
use crate::store::{Check, Health, check};

fn health(desk: &Desk, of: Check) -> Health {
    let findings = check(&desk.path);
    let found = findings.iter().find(|finding| finding.check == of);
    found.unwrap_or_else(|| panic!("{of:?} was looked at: {findings:?}")).health
}

fn behind_its_back(desk: &Desk, sql: &str) {
    Connection::open(&desk.path)
        .and_then(|other| {
            other.execute_batch("PRAGMA foreign_keys = 0").and_then(|()| other.execute_batch(sql))
        })
        .expect("written");
}

#[test]
fn a_sound_book_is_well_in_every_respect() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let beta = turn(&here.network, 1, |ana| ana.tags = vec!["beta".into()]);
    here.does(batch("beta", vec![beta]));
    drop(here);
    let findings = check(&desk.path);
    assert_eq!(findings.len(), 6);
    assert!(findings.iter().all(|finding| finding.health == Health::Well), "{findings:?}");
}

#[test]
fn a_row_that_the_journal_does_not_lead_to_is_found() {
    for sql in [
        "UPDATE contact SET company = 'Elsewhere'",
        "DELETE FROM contact",
        "INSERT INTO contact_tag VALUES (1, 0, 'friend')",
    ] {
        let desk = Desk::with_ana();
        behind_its_back(&desk, sql);
        assert_eq!(health(&desk, Check::Journal), Health::Broken, "{sql}");
        let named = check(&desk.path).into_iter().any(|finding| finding.text.ends_with("the first is c1"));
        assert!(named, "{sql}");
    }
}

#[test]
fn a_row_of_which_the_journal_knows_nothing_is_found() {
    for (sql, named) in [
        (
            "CREATE TEMP TABLE copy AS SELECT * FROM contact; UPDATE copy SET id = 7;
             INSERT INTO contact SELECT * FROM copy",
            "c7",
        ),
        ("INSERT INTO note (id, contact, text, at) VALUES (4, 1, 'x', '2026-11-22T08:14Z')", "n4"),
        ("INSERT INTO rule VALUES ('week_aim', 7)", "the rule week_aim"),
    ] {
        let desk = Desk::with_ana();
        behind_its_back(&desk, sql);
        assert_eq!(health(&desk, Check::Journal), Health::Broken, "{sql}");
        let first = format!("the first is {named}");
        assert!(check(&desk.path).into_iter().any(|finding| finding.text.ends_with(&first)), "{sql}");
    }
}

#[test]
fn a_journal_that_contradicts_itself_is_found() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    for tag in ["beta", "gamma"] {
        let change = turn(&here.network, 1, |ana| ana.tags = vec![tag.into()]);
        here.does(batch(tag, vec![change]));
    }
    drop(here);
    behind_its_back(&desk, "DELETE FROM journal WHERE number = 2");
    assert_eq!(health(&desk, Check::Journal), Health::Broken);
}

#[test]
fn rows_that_belong_to_nothing_and_broken_pages_are_found() {
    let desk = Desk::with_ana();
    behind_its_back(
        &desk,
        "INSERT INTO sign (request, kind, day, text) VALUES (9, 'reacted', '2026-11-22', '')",
    );
    assert_eq!(health(&desk, Check::Reading), Health::Broken);
    let desk = Desk::with_ana();
    behind_its_back(&desk, "CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA wal_checkpoint(TRUNCATE)");
    let mut bytes = desk.bytes();
    let last = bytes.len() - 4096;
    bytes[last] = 99;
    std::fs::write(&desk.path, &bytes).expect("written");
    assert_eq!(health(&desk, Check::Integrity), Health::Broken);
    assert_eq!(desk.bytes(), bytes, "looking changes nothing");
}

#[test]
fn what_cannot_be_opened_is_a_finding_too() {
    let desk = Desk::new();
    std::fs::write(&desk.path, "no book").expect("written");
    assert_eq!(health(&desk, Check::Reading), Health::Broken);
}

#[test]
#[cfg(unix)]
fn permissions_for_others_are_found() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_ana();
    std::fs::set_permissions(&desk.path, PermissionsExt::from_mode(0o640)).expect("set");
    assert_eq!(health(&desk, Check::Permissions), Health::Mind);
}
