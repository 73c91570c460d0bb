//! What can go wrong with a book: what was being done, to which file, why, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::domain::visible;

/// Something could not be done with a book. Its text is one sentence for the user.
#[derive(Debug)]
pub struct StoreError {
    /// What was being done, to follow "could not": `open`, `save to`.
    pub doing: &'static str,
    /// The file.
    pub file: PathBuf,
    /// Why not.
    pub cause: Cause,
    /// The newest backup, where the caller knows of one; shown where the file is damaged.
    pub newest_backup: Option<PathBuf>,
}

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Another program writes, and did not finish while we waited.
    Locked,
    /// Not a database any more, or one that contradicts itself.
    Damaged(String),
    /// A database, but of another program.
    Foreign,
    /// A book of a newer inroads.
    Newer {
        /// The first version that can read it.
        needs: String,
    },
    /// No room on the disk.
    Full,
    /// The file, its folder or its disk cannot be written to.
    ReadOnly,
    /// There is a file already, and it was not to be replaced.
    Exists,
    /// The two files that were named are one.
    SameFile,
    /// There is no such file or folder.
    Missing,
    /// The permissions do not allow it.
    Forbidden,
    /// Anything else, in the words of the system.
    Other(String),
}

impl StoreError {
    pub(super) fn new(doing: &'static str, file: &Path, cause: impl Into<Cause>) -> Self {
        Self { doing, file: file.to_owned(), cause: cause.into(), newest_backup: None }
    }

    /// Names the newest backup, so that somebody with a damaged book knows where to go.
    #[must_use]
    pub fn with_backup(mut self, backup: Option<PathBuf>) -> Self {
        self.newest_backup = backup;
        self
    }
}

impl Cause {
    /// The same where a copy or another file of the user's was to be written: the book itself is well then.
    #[must_use]
    pub fn of_a_copy(self) -> Self {
        match self {
            Cause::Full => Cause::Other("the disk is full; make room and try again".into()),
            Cause::Locked
            | Cause::Damaged(_)
            | Cause::Foreign
            | Cause::Newer { .. }
            | Cause::ReadOnly
            | Cause::Exists
            | Cause::SameFile
            | Cause::Missing
            | Cause::Forbidden
            | Cause::Other(_) => self,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |path: &Path| visible::line(&path.to_string_lossy()).into_owned();
        write!(f, "could not {} {}: {}", self.doing, shown(&self.file), self.cause)?;
        if !matches!(self.cause, Cause::Damaged(_)) {
            return Ok(());
        }
        match &self.newest_backup {
            Some(backup) => {
                write!(f, "; the newest backup is {0}, `inroads restore {0}` brings it back", shown(backup))
            }
            None => f.write_str("; `inroads restore FILE` brings a backup back"),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Locked => f.write_str(
                "another inroads is writing to it, perhaps an import is running; try again in a moment",
            ),
            Cause::Damaged(how) => write!(f, "it is damaged and was left as it is ({})", visible::line(how)),
            Cause::Foreign => f.write_str(
                "it belongs to another program and was left as it is; name another file with --db",
            ),
            Cause::Newer { needs } => write!(
                f,
                "it was written by a newer inroads; version {} or later can read it",
                visible::line(needs)
            ),
            Cause::Full => {
                f.write_str("the disk is full; the file is as it was, make room and start inroads again")
            }
            Cause::ReadOnly => f.write_str(
                "it cannot be written to: the file, its folder or its disk is read only; make it writable or \
                     name another file",
            ),
            Cause::Exists => f.write_str("there is a file of this name already; name another one"),
            Cause::SameFile => f.write_str("it is the same file as the book itself; name another one"),
            Cause::Missing => f.write_str("there is no such file or folder; check the path"),
            Cause::Forbidden => {
                f.write_str("its permissions do not allow it; change them or name another file")
            }
            Cause::Other(how) => f.write_str(&visible::line(how)),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for Cause {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Cause::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Cause::Damaged(error.to_string()),
            Some(ErrorCode::DiskFull) => Cause::Full,
            Some(ErrorCode::ReadOnly) => Cause::ReadOnly,
            Some(ErrorCode::PermissionDenied) => Cause::Forbidden,
            Some(ErrorCode::SystemIoFailure) => Cause::Other(format!(
                "the disk did not do it ({error}); look whether there is room on it and whether it is well"
            )),
            Some(ErrorCode::CannotOpen) => Cause::Other(
                "it could not be opened; is there such a folder, and may you write there?".into(),
            ),
            Some(_) => Cause::Other(error.to_string()),
            None => match error {
                // A value that no inroads writes: a word that is none, a text that is not UTF-8.
                E::FromSqlConversionFailure(..)
                | E::IntegralValueOutOfRange(..)
                | E::InvalidColumnType(..)
                | E::Utf8Error(..) => Cause::Damaged(error.to_string()),
                E::StatementChangedRows(_) => {
                    Cause::Other("it holds something else than was expected; nothing was changed".into())
                }
                other => Cause::Other(other.to_string()),
            },
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Cause::Full
            }
            io::ErrorKind::ReadOnlyFilesystem => Cause::ReadOnly,
            io::ErrorKind::PermissionDenied => Cause::Forbidden,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Cause::Missing,
            io::ErrorKind::AlreadyExists => Cause::Exists,
            _ => Cause::Other(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for Cause {
    /// Only the journal is JSON, and only inroads writes it.
    fn from(error: serde_json::Error) -> Self {
        Cause::Damaged(format!("the journal: {error}"))
    }
}
