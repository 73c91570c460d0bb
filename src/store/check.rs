//! A look at the health of a book, for `doctor`. Nothing is written.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::error::{Cause, StoreError};
use super::replay::Replay;
use super::schema::Schema;
use super::{ground, load, open, schema};

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It opens, and every record can be read.
    Reading,
    /// SQLite's own check of every page.
    Integrity,
    /// What a row belongs to is there.
    References,
    /// The journal leads to what the tables hold.
    Journal,
    /// Nobody but the owner may open its files.
    Permissions,
    /// There is room on the disk.
    Room,
}

/// How it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// As it should be.
    Well,
    /// It works, and should be mended.
    Mind,
    /// Something is lost or about to be.
    Broken,
}

/// What one check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// How it was found.
    pub health: Health,
    /// In words.
    pub text: String,
}

/// Looks at everything that can be looked at without changing it.
pub fn check(path: &Path) -> Vec<Finding> {
    let mut findings = match open::connect(path, schema::MIGRATIONS) {
        Ok((book, Schema::Ours(_))) => inside(&book, path),
        Ok((_, Schema::Empty)) => vec![finding(Check::Reading, Health::Mind, "there is nothing in it yet")],
        Err(cause) => vec![unreadable(path, cause)],
    };
    findings.push(permissions(path));
    findings.extend(room(path));
    findings
}

fn finding(check: Check, health: Health, text: impl Into<String>) -> Finding {
    Finding { check, health, text: text.into() }
}

fn unreadable(path: &Path, cause: Cause) -> Finding {
    finding(Check::Reading, Health::Broken, StoreError::new("read", path, cause).to_string())
}

fn inside(book: &Connection, path: &Path) -> Vec<Finding> {
    let integrity = integrity(book);
    let mut findings = match contents(book) {
        Ok(findings) => findings,
        Err(cause) => vec![unreadable(path, cause)],
    };
    let sound = integrity.health == Health::Well && findings.iter().all(|found| found.health == Health::Well);
    findings.push(integrity);
    // A sound book is tidied when it is closed, another one is left as it is.
    if sound {
        let _ = open::tidy_when_closed(book);
    }
    findings
}

fn contents(book: &Connection) -> Result<Vec<Finding>, Cause> {
    let moment = book.unchecked_transaction()?;
    let network = load::network(&moment)?;
    let counts = format!("{} contacts, {} requests", network.contacts.len(), network.requests.len());
    let mut findings = vec![finding(Check::Reading, Health::Well, counts), references(&moment)?];
    let differences = Replay::of(&moment)?.against(&network);
    findings.push(match differences.as_slice() {
        [] => finding(Check::Journal, Health::Well, "the journal leads to what the book holds"),
        [first, ..] => finding(
            Check::Journal,
            Health::Broken,
            format!("the journal and the book differ in {} records, the first is {first}", differences.len()),
        ),
    });
    Ok(findings)
}

fn integrity(book: &Connection) -> Finding {
    let found: rusqlite::Result<String> = book.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
    match found {
        Ok(found) if found == "ok" => finding(Check::Integrity, Health::Well, "every page is sound"),
        Ok(found) => finding(Check::Integrity, Health::Broken, found),
        Err(error) => finding(Check::Integrity, Health::Broken, error.to_string()),
    }
}

fn references(book: &Connection) -> Result<Finding, Cause> {
    let hanging: i64 =
        book.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    Ok(if hanging == 0 {
        finding(Check::References, Health::Well, "every record's contact is there")
    } else {
        finding(Check::References, Health::Broken, format!("{hanging} rows belong to nothing"))
    })
}

fn permissions(path: &Path) -> Finding {
    let wide: Vec<PathBuf> =
        ground::with_companions(path).filter(|file| ground::wider_than_owner(file).is_some()).collect();
    match wide.first() {
        None => finding(Check::Permissions, Health::Well, "only you can open its files"),
        Some(file) => finding(
            Check::Permissions,
            Health::Mind,
            format!("others on this machine may open {}", file.to_string_lossy()),
        ),
    }
}

/// As much again as the book is large has to fit, for a backup, and something to work with.
fn room(path: &Path) -> Option<Finding> {
    const WORK: u64 = 16 << 20;
    let free = ground::room(path)?;
    let needed = ground::size(path) + WORK;
    let text = format!("{} MiB free on its disk", free >> 20);
    Some(finding(Check::Room, if free < needed { Health::Mind } else { Health::Well }, text))
}

/// Takes the permissions of a book's files from everybody but their owner.
///
/// # Errors
/// Where they are not the user's own.
pub fn mend_permissions(path: &Path) -> Result<(), StoreError> {
    for file in ground::with_companions(path) {
        if ground::wider_than_owner(&file).is_some() {
            ground::close_to_others(&file)
                .map_err(|error| StoreError::new("close to others", &file, error))?;
        }
    }
    Ok(())
}
