//! Opening a book: whose file it is, whether it can be written, which kind of log its disk allows.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::backup;
use super::book::{Book, Extent, Opened};
use super::error::{Cause, StoreError};
use super::first;
use super::ground::{self, Ground};
use super::remark::Remark;
use super::schema::{self, Migration, Schema};
use crate::domain::time::Day;

/// How long to sleep before asking again for a book that another one is writing to. SQLite's own naps grow to a tenth of
/// a second, in which a busy neighbour saves many times and wins every time.
const NAP: Duration = Duration::from_millis(2);

/// How many naps to take before saying so: about four seconds, since people wait five and not more.
const NAPS: i32 = 1_900;

/// `synchronous`: FULL, and where the log is a journal that is removed, its folder is synced as well.
pub(super) const CAREFUL: &str = "EXTRA";

impl Book {
    /// Opens the book in this file and reads it; makes one where there is none. The folder has to be there.
    ///
    /// # Errors
    /// Where the file is damaged, of another program, of a newer inroads, locked, or cannot be read.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        Self::open_on(path, ground::of(path), schema::MIGRATIONS)
    }

    /// The same, but of a large book only what the first screen of this day needs; [`Self::load`] reads the rest.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_first(path: &Path, today: Day) -> Result<Opened, StoreError> {
        let (mut book, remarks) = Self::ready(path, ground::of(path), schema::MIGRATIONS)?;
        let first = first::network(&book.connection, today, first::LARGE)
            .map_err(|cause| book.error("read", cause))?;
        let (network, extent) = match first {
            Some(network) => (network, Extent::First),
            None => (book.read("read")?, Extent::Whole),
        };
        Ok(Opened { book, network, extent, remarks })
    }

    pub(super) fn open_on(path: &Path, ground: Ground, known: &[Migration]) -> Result<Opened, StoreError> {
        let (mut book, remarks) = Self::ready(path, ground, known)?;
        let network = book.read("read")?;
        Ok(Opened { book, network, extent: Extent::Whole, remarks })
    }

    /// A book whose log is the one that its disk allows, not read yet.
    fn ready(path: &Path, ground: Ground, known: &[Migration]) -> Result<(Self, Vec<Remark>), StoreError> {
        let (mut book, mut remarks) =
            prepare(path, known).map_err(|cause| StoreError::new("open", path, cause))?;
        if book.read_only {
            remarks.push(Remark::ReadOnly);
        } else if has_other_log(&book.connection, ground).map_err(|error| book.error("open", error))? {
            // Only a book that could be read is written to, and another log is a write.
            book.read("read")?;
            take_log(&book.connection, ground).map_err(|cause| book.error("open", cause))?;
        }
        if ground == Ground::Network {
            remarks.push(Remark::NetworkDisk);
        }
        if let Some(mode) = ground::wider_than_owner(path) {
            remarks.push(Remark::WidePermissions { file: path.to_owned(), mode });
        }
        Ok((book, remarks))
    }
}

fn prepare(path: &Path, known: &[Migration]) -> Result<(Book, Vec<Remark>), Cause> {
    if !path.exists() {
        match ground::create_private(path) {
            // Another instance was faster.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            made => made?,
        }
    }
    let (mut connection, schema) = connect(path, known)?;
    let read_only = connection.is_readonly("main")?;
    let mut remarks = Vec::new();
    match schema {
        Schema::Ours(schema) if schema == known.len() => {}
        Schema::Empty | Schema::Ours(_) if read_only => return Err(Cause::ReadOnly),
        Schema::Empty => schema::migrate(&mut connection, known)?,
        Schema::Ours(schema) => {
            if let Some(fault) = fault(&connection)? {
                return Err(Cause::Damaged(fault));
            }
            let copy = keep_aside(&connection, path, schema, known)?;
            if let Err(cause) = schema::migrate(&mut connection, known) {
                // Where no step was taken the book is as it was, and each start would lay one more copy beside it.
                let as_it_was =
                    matches!(schema::identify(&connection, known), Ok(Schema::Ours(now)) if now == schema);
                if let Some(copy) = copy.filter(|_| as_it_was) {
                    let _ = fs::remove_file(copy);
                }
                return Err(cause);
            }
            remarks.extend(copy.map(|copy| Remark::Upgraded { copy }));
        }
    }
    Ok((Book { connection, path: path.to_owned(), read_only, seen: None, ahead: None }, remarks))
}

/// Connects to a file that is there, for writing where that is possible, and finds out whose it is.
pub(super) fn connect(path: &Path, known: &[Migration]) -> Result<(Connection, Schema), Cause> {
    let meta = fs::metadata(path)?;
    if meta.is_dir() {
        return Err(Cause::Other("it is a folder".into()));
    }
    // SQLite takes anything shorter than a page for an empty database, and would fill it.
    if (1..512).contains(&meta.len()) {
        return Err(Cause::Damaged("it is too short for a database".into()));
    }
    // A file that its owner closed to writing stays as it is, also for somebody who could (root).
    if meta.permissions().readonly() {
        return connect_to_read(path, known);
    }
    let mut connection =
        Connection::open_with_flags(as_file(path), flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
    let schema = quietly_identify(&mut connection, known);
    // The disk or the folder cannot be written to, perhaps.
    if connection.is_readonly("main")?
        || matches!(schema, Err(Cause::ReadOnly | Cause::Forbidden | Cause::Other(_)))
    {
        return connect_to_read(path, known);
    }
    Ok((connection, schema?))
}

fn connect_to_read(path: &Path, known: &[Migration]) -> Result<(Connection, Schema), Cause> {
    let unfinished = ["-wal", "-journal"].iter().any(|log| ground::size(&ground::companion(path, log)) > 0);
    let mut connection = if unfinished {
        Connection::open_with_flags(as_file(path), flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?
    } else {
        // Without a log beside it the file is all there is, and nothing has to be laid beside it to read it.
        let uri = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(immutable(path), flags(uri))?
    };
    match quietly_identify(&mut connection, known) {
        Err(Cause::Other(_) | Cause::ReadOnly) if unfinished => Err(Cause::Other(
            "it is on a read-only disk and its newest changes are still in the log beside it; copy both to another folder"
                .into(),
        )),
        schema => Ok((connection, schema?)),
    }
}

fn quietly_identify(connection: &mut Connection, known: &[Migration]) -> Result<Schema, Cause> {
    quiet(connection)?;
    schema::identify(connection, known)
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

// To SQLite `file:x.db` names a file called `x.db`.
fn as_file(path: &Path) -> PathBuf {
    let special = path.as_os_str().as_encoded_bytes().starts_with(b"file:");
    if special { Path::new(".").join(path) } else { path.to_owned() }
}

// The path as SQLite's URI, in which `?`, `#` and `%` mean something.
fn immutable(path: &Path) -> PathBuf {
    let mut uri = std::ffi::OsString::from("file:");
    let text = path.to_string_lossy();
    uri.push(text.replace('%', "%25").replace('?', "%3f").replace('#', "%23"));
    uri.push("?immutable=1");
    uri.into()
}

/// What every connection is told before it reads anything.
pub(super) fn quiet(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.busy_handler(Some(|naps| {
        std::thread::sleep(NAP);
        naps < NAPS
    }))?;
    connection.set_prepared_statement_cache_capacity(64);
    // A damaged file is not even tidied; this is taken back once the book was read.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    // A book has neither; a file that brings some does not get to run them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "synchronous", CAREFUL)
}

/// Lets the last connection to a book that is known to be whole fold its log into the file.
pub(super) fn tidy_when_closed(connection: &Connection) -> rusqlite::Result<bool> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
}

/// The first fault that SQLite finds in the pages.
pub(super) fn fault(connection: &Connection) -> Result<Option<String>, Cause> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((found != "ok").then_some(found))
}

/// The log that the disk allows: the write-ahead log needs memory that two processes share.
fn wanted_log(ground: Ground) -> &'static str {
    match ground {
        Ground::Local => "wal",
        Ground::Network => "delete",
    }
}

fn has_other_log(connection: &Connection, ground: Ground) -> rusqlite::Result<bool> {
    let has: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    Ok(has != wanted_log(ground))
}

/// Takes the log that the disk allows. What SQLite counts of other writers begins anew with it.
fn take_log(connection: &Connection, ground: Ground) -> Result<(), Cause> {
    match connection.pragma_update_and_check(None, "journal_mode", wanted_log(ground), |_| Ok(())) {
        // Another instance has it open. What it has goes for us too, until somebody opens it alone.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        changed => Ok(changed?),
    }
}

/// Keeps the book of an older schema beside the one that it becomes: `book.db` of schema 1 as `book-schema-1.db`. A copy
/// of an earlier upgrade stays; nothing where another instance has upgraded the book by now.
fn keep_aside(
    book: &Connection,
    path: &Path,
    schema: usize,
    known: &[Migration],
) -> Result<Option<PathBuf>, Cause> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut names = std::iter::once(format!("{stem}-schema-{schema}.db"))
        .chain((2..).map(|count| format!("{stem}-schema-{schema}-{count}.db")))
        .map(|name| path.with_file_name(name));
    let copy = loop {
        let Some(copy) = names.next() else { return Err(Cause::Exists) };
        match backup::to_file(book, &copy, backup::Existing::Refuse) {
            Err(Cause::Exists) => {}
            Err(other) => return Err(other),
            Ok(()) => break copy,
        }
    };
    let copied = Connection::open_with_flags(&copy, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    if schema::identify(&copied, known)? == Schema::Ours(schema) {
        return Ok(Some(copy));
    }
    drop(copied);
    fs::remove_file(&copy)?;
    Ok(None)
}
