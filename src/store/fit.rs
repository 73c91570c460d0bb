//! The last fit and what was foretold: beside the journal, since they follow from what is in it.

use rusqlite::{Connection, OptionalExtension, params};

use super::book::Book;
use super::error::{Cause, StoreError};
use crate::domain::foretold::{Foretold, KeptFit};
use crate::domain::id::RequestId;
use crate::domain::rules::Rules;

impl Book {
    /// Keeps a fit in the place of the last one, and adds what was foretold. What was foretold of a request at an age
    /// before stays; of a request that is gone nothing is kept.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep_fit(&mut self, fit: &KeptFit, foretold: &[Foretold]) -> Result<(), StoreError> {
        if self.read_only {
            return Err(self.error("save to", Cause::ReadOnly));
        }
        keep(&mut self.connection, fit, foretold).map_err(|error| self.error("save to", error))
    }

    /// The last fit, where there is one.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn kept_fit(&self) -> Result<Option<KeptFit>, StoreError> {
        let read = |row: &rusqlite::Row| {
            Ok(KeptFit { day: row.get(0)?, quiet: row.get(1)?, stale: row.get(2)?, body: row.get(3)? })
        };
        self.connection
            .query_row("SELECT day, quiet, stale, body FROM fit", [], read)
            .optional()
            .map_err(|error| self.error("read", error))
    }

    /// Everything that was foretold, by request and age.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn foretold(&self) -> Result<Vec<Foretold>, StoreError> {
        read_foretold(&self.connection).map_err(|error| self.error("read", error))
    }
}

fn keep(book: &mut Connection, fit: &KeptFit, foretold: &[Foretold]) -> rusqlite::Result<()> {
    let book = book.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    book.execute(
        "INSERT OR REPLACE INTO fit (one, day, quiet, stale, body) VALUES (1, ?1, ?2, ?3, ?4)",
        params![fit.day, fit.quiet, fit.stale, fit.body],
    )?;
    {
        let mut add = book.prepare_cached(
            "INSERT OR IGNORE INTO foretold (request, age, day, chance) \
             SELECT id, ?2, ?3, ?4 FROM request WHERE id = ?1",
        )?;
        for Foretold { request, age, on, chance } in foretold {
            add.execute(params![request, age, on, chance])?;
        }
    }
    book.commit()
}

fn read_foretold(book: &Connection) -> rusqlite::Result<Vec<Foretold>> {
    let mut statement =
        book.prepare("SELECT request, age, day, chance FROM foretold ORDER BY request, age")?;
    let rows = statement.query_map([], |row| {
        let request: RequestId = row.get(0)?;
        Ok(Foretold { request, age: row.get(1)?, on: row.get(2)?, chance: row.get(3)? })
    })?;
    rows.collect()
}

/// Tells the rules what the last fit learned.
pub(super) fn teach(book: &Connection, rules: &mut Rules) -> rusqlite::Result<()> {
    let ages = book.query_row("SELECT quiet, stale FROM fit", [], |row| Ok((row.get(0)?, row.get(1)?)));
    if let Some((quiet, stale)) = ages.optional()? {
        rules.learn(quiet, stale);
    }
    Ok(())
}
