//! Bringing a backup back, and keeping what it replaces.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::{Cause, StoreError};
use super::schema::{self, Schema};
use super::{backup, ground, open};
use crate::domain::time::Moment;

/// Puts the book in `backup` in the place of the one in `over`, and says where in `keep_in` the latter is now.
///
/// A book that can be read is overwritten as a database, in one transaction: other instances that have it open see the
/// new one, and its log cannot be taken for the new one's. A damaged one is moved away, its log with it.
///
/// # Errors
/// Where the backup is not a whole book that this version can read, and where `over` belongs to somebody else.
pub fn restore(
    backup: &Path,
    over: &Path,
    keep_in: &Path,
    now: Moment,
) -> Result<Option<PathBuf>, StoreError> {
    let source = whole_book(backup).map_err(|cause| StoreError::new("restore", backup, cause))?;
    let put = || -> Result<Option<PathBuf>, Cause> {
        if ground::same_file(backup, over) {
            return Err(Cause::SameFile);
        }
        if ground::size(over) == 0 {
            // A log without its book would be played over the restored one, and may be all that is left.
            let orphaned = ground::with_companions(over).any(|file| ground::size(&file) > 0);
            let kept = if orphaned { Some(move_away(over, keep_in, now)?) } else { None };
            backup::to_file(&source, over, backup::Existing::Overwrite)?;
            return Ok(kept);
        }
        match open::connect(over, schema::MIGRATIONS) {
            Ok((target, _)) => {
                let keep = || {
                    let (book, _) = open::connect(over, schema::MIGRATIONS)?;
                    backup::safe_copy(&book, keep_in, "restore", now)
                };
                over_book(&source, target, keep).map(Some)
            }
            Err(Cause::Damaged(_)) => {
                let kept = move_away(over, keep_in, now)?;
                backup::to_file(&source, over, backup::Existing::Refuse)?;
                Ok(Some(kept))
            }
            Err(other) => Err(other),
        }
    };
    put().map_err(|cause| StoreError::new("restore a backup over", over, cause))
}

/// Whether this file is a whole book that can be restored.
///
/// # Errors
/// Where it is none, or cannot be read.
pub fn restorable(backup: &Path) -> Result<(), StoreError> {
    whole_book(backup).map(drop).map_err(|cause| StoreError::new("restore", backup, cause))
}

pub(super) fn whole_book(path: &Path) -> Result<Connection, Cause> {
    let (book, schema) = open::connect(path, schema::MIGRATIONS)?;
    if schema == Schema::Empty {
        return Err(Cause::Damaged("it is empty".into()));
    }
    match open::fault(&book)? {
        None => Ok(book),
        Some(fault) => Err(Cause::Damaged(fault)),
    }
}

/// Copies a book over another, after what is in that one was kept. From there on nobody writes to it: what another
/// instance saved is in the copy, or it waits and hears that the book has changed.
pub(super) fn over_book(
    source: &Connection,
    mut target: Connection,
    keep: impl FnOnce() -> Result<PathBuf, Cause>,
) -> Result<PathBuf, Cause> {
    if target.is_readonly("main")? {
        return Err(Cause::ReadOnly);
    }
    let log: String = target.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let kept = if log == "wal" {
        let copy = Backup::new(source, &mut target)?;
        // The first page takes the right to write; with this log, others go on reading what was there before.
        step(&copy, 1)?;
        let kept = keep()?;
        step(&copy, -1)?;
        kept
    } else {
        // Without it nobody could read while we write, we neither.
        let kept = keep()?;
        backup::copy(source, &mut target)?;
        kept
    };
    open::tidy_when_closed(&target)?;
    Ok(kept)
}

fn step(copy: &Backup<'_, '_>, pages: i32) -> Result<(), Cause> {
    match copy.step(pages)? {
        StepResult::Done | StepResult::More => Ok(()),
        _ => Err(Cause::Locked),
    }
}

fn move_away(path: &Path, folder: &Path, now: Moment) -> Result<PathBuf, Cause> {
    ground::create_private_folder(folder)?;
    let kept = folder.join(format!("damaged-{}.db", now.to_string().replace(':', "")));
    if kept.exists() {
        return Err(Cause::Exists);
    }
    let mut last = kept.clone();
    for suffix in ["-wal", "-shm", "-journal", ""] {
        let from = ground::companion(path, suffix);
        if from.exists() {
            let to = ground::companion(&kept, suffix);
            fs::rename(&from, &to).or_else(|_| fs::copy(&from, &to).and_then(|_| fs::remove_file(&from)))?;
            last = to;
        }
    }
    // The file itself, unless only its log was there.
    Ok(last)
}
