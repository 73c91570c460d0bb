//! A file that the user names to be written: looked at before anything is written.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use crate::store::{Cause, Existing};

/// Why nothing was written, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// It is there already, and was not to be replaced.
    There(String),
    /// It is not to be: it is the book.
    Unwanted(String),
    /// It cannot be.
    Impossible(String),
}

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotWritten::There(why) | NotWritten::Unwanted(why) | NotWritten::Impossible(why) => {
                f.write_str(why)
            }
        }
    }
}

impl NotWritten {
    /// That it is there already.
    pub fn exists(file: &Path) -> Self {
        NotWritten::There(format!("{} is there already: choose another name", file.display()))
    }

    /// That the system does not take it. Its own words may name a file of ours, which means nothing to the user.
    pub fn because(file: &Path, error: &io::Error) -> Self {
        let cause = Cause::from(io::Error::from(error.kind())).of_a_copy();
        NotWritten::Impossible(format!("could not write {}: {cause}", file.display()))
    }
}

/// Looks at a file that is to be written, beside the book that it must not be.
///
/// # Errors
/// Why it cannot be that one.
pub fn check(file: &Path, existing: Existing, book: &Path) -> Result<(), NotWritten> {
    let name = file.display();
    let impossible = |why: &str| Err(NotWritten::Impossible(format!("could not write {name}: {why}")));
    let like_a_folder = file.as_os_str().as_encoded_bytes().ends_with(b"/");
    if like_a_folder || file.is_dir() {
        return impossible("it is a folder, name a file in it");
    }
    if file.is_symlink() {
        return impossible("it is a link, name the file that it leads to");
    }
    match fs::metadata(file) {
        Ok(there) if !there.is_file() => return impossible("it is no ordinary file, name one that is"),
        Ok(_) if same(file, book) => {
            let why = format!("{name} is the same file as the book itself: name another one");
            return Err(NotWritten::Unwanted(why));
        }
        Ok(_) if existing == Existing::Refuse => return Err(NotWritten::exists(file)),
        Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(NotWritten::because(file, &error));
        }
        Ok(_) | Err(_) => {}
    }
    let folder = folder_of(file);
    if folder.is_dir() {
        return Ok(());
    }
    let what = if folder.exists() { "is no folder" } else { "is not there" };
    impossible(&format!("{} {what}, make the folder first or name another file", folder.display()))
}

/// The folder in which a file lies.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_true_of_a_new_file_and_at_every_door() {
        let file = Path::new("mine.json");
        let full = NotWritten::because(file, &io::ErrorKind::StorageFull.into());
        assert_eq!(full.to_string(), "could not write mine.json: the disk is full; make room and try again");
        assert_eq!(NotWritten::exists(file).to_string(), "mine.json is there already: choose another name");
    }
}
