//! A book that is open: reading it, and noticing that somebody else wrote.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::ahead::Ahead;
use super::error::{Cause, StoreError};
use super::remark::Remark;
use super::{load, open, schema};
use crate::domain::network::Network;

/// The faithful book behind the network in memory. One thread owns it; a process opens a file once.
#[derive(Debug)]
pub struct Book {
    pub(super) connection: Connection,
    /// The file, or `:memory:`.
    pub(super) path: PathBuf,
    pub(super) read_only: bool,
    /// SQLite's counter of what others wrote, when the book was last read; nothing where that is not to be trusted.
    pub(super) seen: Option<i64>,
    /// What the book holds, kept while the caller's network may be another.
    pub(super) ahead: Option<Ahead>,
}

/// How much of a book was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Whole,
    /// What the first screen needs: [`Book::load`] reads the rest before anything is saved.
    First,
}

/// A book that was opened, and what is in it.
#[derive(Debug)]
pub struct Opened {
    /// The book.
    pub book: Book,
    /// Everything it holds, or what the first screen needs of it.
    pub network: Network,
    /// Whether that is everything.
    pub extent: Extent,
    /// What its user should hear.
    pub remarks: Vec<Remark>,
}

impl Book {
    /// An empty book that is gone at the end.
    ///
    /// # Errors
    /// Only where there is no memory.
    pub fn in_memory() -> Result<Opened, StoreError> {
        let path = PathBuf::from(":memory:");
        let make = || -> Result<Connection, Cause> {
            let mut connection = Connection::open_in_memory()?;
            open::quiet(&mut connection)?;
            schema::migrate(&mut connection, schema::MIGRATIONS)?;
            Ok(connection)
        };
        let connection = make().map_err(|cause| StoreError::new("make a book in", &path, cause))?;
        let mut book = Self { connection, path, read_only: false, seen: None, ahead: None };
        let network = book.read("read")?;
        Ok(Opened { book, network, extent: Extent::Whole, remarks: Vec::new() })
    }

    /// A copy of this book that is gone at the end, journal and all; saving to it leaves this one alone.
    ///
    /// # Errors
    /// Where this book cannot be read.
    pub fn copy_in_memory(&self) -> Result<Self, StoreError> {
        let mut copy = Self::in_memory()?.book;
        super::backup::copy(&self.connection, &mut copy.connection)
            .map_err(|cause| self.error("read", cause))?;
        copy.read("read")?;
        Ok(copy)
    }

    /// Reads everything. What is saved from now on is checked against it until [`Self::caught_up`].
    ///
    /// # Errors
    /// Where the file cannot be read or contradicts itself.
    pub fn load(&mut self) -> Result<Network, StoreError> {
        let network = self.read("read")?;
        Ahead::renew(&mut self.ahead, network.clone());
        Ok(network)
    }

    /// The network, if another connection wrote since the book was last read. Cheap when none did.
    ///
    /// # Errors
    /// Where the file cannot be read or contradicts itself.
    pub fn changed_elsewhere(&mut self) -> Result<Option<Network>, StoreError> {
        let version = data_version(&self.connection).map_err(|error| self.error("read", error))?;
        if self.seen == Some(version) { Ok(None) } else { self.load().map(Some) }
    }

    /// Says that the caller's network is the one that was last given back, and that nothing is on its way that was
    /// made before it. Until then each save is checked against the book, and gives the network back.
    pub fn caught_up(&mut self) {
        self.ahead = None;
    }

    /// Whether nothing can be saved.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// The file, or `:memory:`.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn read(&mut self, doing: &'static str) -> Result<Network, StoreError> {
        let (version, network) = read(&mut self.connection).map_err(|cause| self.error(doing, cause))?;
        self.seen = Some(version);
        // It could be read, so it is whole enough to be written to.
        open::tidy_when_closed(&self.connection).map_err(|error| self.error(doing, error))?;
        Ok(network)
    }

    pub(super) fn error(&self, doing: &'static str, cause: impl Into<Cause>) -> StoreError {
        StoreError::new(doing, &self.path, cause)
    }
}

fn read(connection: &mut Connection) -> Result<(i64, Network), Cause> {
    let moment = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let version = data_version(&moment)?;
    Ok((version, load::network(&moment)?))
}

/// Moves whenever another connection has committed, never by what this one does.
pub(super) fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}
