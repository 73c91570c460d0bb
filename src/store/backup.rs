//! Copies of a book: on demand, before something that cannot be repeated, and of these at most ten.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::book::Book;
use super::error::{Cause, StoreError};
use super::{ground, open};
use crate::domain::time::Moment;

/// How many safe copies are kept.
const KEPT: usize = 10;

/// What to do with a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and that is an error.
    Refuse,
    /// It is replaced.
    Overwrite,
}

impl Book {
    /// Copies the book to a file of its own, whole or not at all.
    ///
    /// # Errors
    /// Where there is a file already, or it cannot be written.
    pub fn back_up(&self, to: &Path, existing: Existing) -> Result<(), StoreError> {
        let copy = || {
            if ground::same_file(to, &self.path) {
                return Err(Cause::SameFile);
            }
            to_file(&self.connection, to, existing)
        };
        copy().map_err(|cause| StoreError::new("back up to", to, cause.of_a_copy()))
    }

    /// Copies the book into this folder before something big, and removes the oldest such copies beyond ten.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn safe_copy(&self, folder: &Path, why: &str, now: Moment) -> Result<PathBuf, StoreError> {
        safe_copy(&self.connection, folder, why, now)
            .map_err(|cause| StoreError::new("lay a safe copy into", folder, cause.of_a_copy()))
    }
}

/// The newest database in a folder of backups, by the time it was written; what a restore moved away as damaged is none.
pub fn newest_backup(folder: &Path) -> Option<PathBuf> {
    let found = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    found
        .filter(|path| path.extension().is_some_and(|extension| extension == "db"))
        .filter(|path| !path.file_name().unwrap_or_default().to_string_lossy().starts_with("damaged-"))
        .filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
}

pub(super) fn safe_copy(from: &Connection, folder: &Path, why: &str, now: Moment) -> Result<PathBuf, Cause> {
    ground::create_private_folder(folder)?;
    let path = free_name(folder, why, now);
    to_file(from, &path, Existing::Refuse)?;
    // The one just made stays, whatever a clock that was moved back says.
    for old in safe_copies(folder)?.iter().rev().filter(|old| **old != path).skip(KEPT - 1) {
        fs::remove_file(old)?;
    }
    sweep(folder, &path);
    Ok(path)
}

/// Removes what copies that were cut short have left behind. One that has not grown for a day is not being written.
fn sweep(folder: &Path, newest: &Path) {
    let modified = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let Some(now) = modified(newest) else { return };
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let partial = name.starts_with(".safe-") && name.contains(".partial");
        let age = modified(&path).and_then(|then| now.duration_since(then).ok());
        if partial && age.is_some_and(|age| age.as_secs() > 24 * 60 * 60) {
            // It is litter; the next copy tries again.
            let _ = fs::remove_file(&path);
        }
    }
}

/// `safe-2026-11-22T0814Z-01-import.db`.
fn free_name(folder: &Path, why: &str, now: Moment) -> PathBuf {
    let time = now.to_string().replace(':', "");
    let why = why.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    (1..=u32::MAX)
        .map(|count| folder.join(format!("safe-{time}-{count:02}-{why}.db")))
        .find(|path| ground::with_companions(path).all(|file| !file.exists()))
        .expect("a folder does not hold every number")
}

/// The oldest first, by the time at which they were written.
fn safe_copies(folder: &Path) -> Result<Vec<PathBuf>, Cause> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("safe-") && name.ends_with(".db") {
            copies.push(path);
        }
    }
    copies
        .sort_by_cached_key(|path| (fs::metadata(path).and_then(|meta| meta.modified()).ok(), path.clone()));
    Ok(copies)
}

/// Writes a copy under another name, syncs it, and gives it its name: a copy that can be seen is whole.
pub(super) fn to_file(from: &Connection, to: &Path, existing: Existing) -> Result<(), Cause> {
    if existing == Existing::Refuse && ground::with_companions(to).any(|file| file.exists()) {
        return Err(Cause::Exists);
    }
    let partial = Partial::beside(to)?;
    let mut target = Connection::open(&partial.path)?;
    open::quiet(&mut target)?;
    // Synced once, at the end.
    target.pragma_update(None, "synchronous", "OFF")?;
    copy(from, &mut target)?;
    // A copy is one file, with no log beside it.
    target.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    target.close().map_err(|(_, error)| error)?;
    fs::File::open(&partial.path)?.sync_all()?;
    match existing {
        Existing::Refuse => ground::rename_to_free(&partial.path, to)?,
        Existing::Overwrite => {
            // The log of what is replaced would be played over the copy.
            ground::remove_companions(to)?;
            fs::rename(&partial.path, to)?;
        }
    }
    ground::sync_folder_of(to);
    Ok(())
}

/// Copies page by page what is saved in one database over what is in another.
pub(super) fn copy(from: &Connection, to: &mut Connection) -> Result<(), Cause> {
    match Backup::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(Cause::Locked),
    }
}

/// A file that is being written; it goes with its owner.
struct Partial {
    path: PathBuf,
}

impl Partial {
    fn beside(to: &Path) -> Result<Self, Cause> {
        let name = to.file_name().ok_or(Cause::Missing)?.to_string_lossy().into_owned();
        let path = to.with_file_name(format!(".{name}.{}.partial", std::process::id()));
        // What an earlier process of this number left behind.
        let _ = fs::remove_file(&path);
        ground::create_private(&path)?;
        Ok(Self { path })
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        for file in ground::with_companions(&self.path) {
            let _ = fs::remove_file(file);
        }
    }
}
