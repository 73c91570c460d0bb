//! The journal: every batch that was saved, in order, and which of them are still in force.
//!
//! A batch that takes another one back is an `undo`, one that takes an undo back a `redo`. Saving either marks its
//! target as undone, what the target had taken back as not undone, and so on down the line.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::book::Book;
use super::error::{Cause, StoreError};
use crate::domain::batch::{Batch, BatchKey, LogLine};
use crate::domain::change::Change;
use crate::domain::refusal::Refusal;

/// How many changes stand in one text: an import as one text would be in memory three times while it is written.
const PIECE: usize = 1_000;

const DO: &str = "do";
const UNDO: &str = "undo";
const REDO: &str = "redo";

impl Book {
    /// The newest lines of the journal, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn log(&self, limit: usize) -> Result<Vec<LogLine>, StoreError> {
        lines(&self.connection, limit).map_err(|error| self.error("read the journal of", error))
    }

    /// The newest batch that is neither undone nor itself an undo or a redo.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn newest_to_undo(&self) -> Result<Option<Batch>, StoreError> {
        self.one(
            "SELECT key, at, maker, what, undoes, number, changes FROM journal
             WHERE kind = 'do' AND undone = 0 ORDER BY number DESC LIMIT 1",
        )
    }

    /// The newest undo that is still in force, unless something new was done after it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn newest_to_redo(&self) -> Result<Option<Batch>, StoreError> {
        self.one(
            "SELECT key, at, maker, what, undoes, number, changes FROM journal
             WHERE kind = 'undo' AND undone = 0
               AND number > (SELECT coalesce(max(number), 0) FROM journal WHERE kind = 'do')
             ORDER BY number DESC LIMIT 1",
        )
    }

    fn one(&self, sql: &str) -> Result<Option<Batch>, StoreError> {
        let find = || -> Result<Option<Batch>, Cause> {
            let found = self.connection.query_row(sql, [], read).optional()?;
            let Some((batch, number, first)) = found else { return Ok(None) };
            let mut changes = Vec::new();
            for_each(&self.connection, number, &first, |change| changes.push(change))?;
            Ok(Some(Batch { changes, ..batch }))
        };
        find().map_err(|cause| self.error("read the journal of", cause))
    }
}

fn lines(book: &Connection, limit: usize) -> rusqlite::Result<Vec<LogLine>> {
    let mut statement = book.prepare_cached(
        "SELECT number, at, maker, what, undone, kind = 'undo' FROM journal ORDER BY number DESC LIMIT ?1",
    )?;
    let lines = statement.query_map(params![i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
        Ok(LogLine {
            batch: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            what: row.get(3)?,
            undone: row.get(4)?,
            is_undo: row.get(5)?,
        })
    })?;
    lines.collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Batch, i64, String)> {
    let batch = Batch {
        key: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        what: row.get(3)?,
        undoes: row.get(4)?,
        changes: Vec::new(),
    };
    Ok((batch, row.get(5)?, row.get(6)?))
}

/// The changes of a line, one after the other; the first of them stand in the line itself.
pub(super) fn for_each(
    book: &Connection,
    number: i64,
    first: &str,
    mut take: impl FnMut(Change),
) -> Result<(), Cause> {
    let mut parse = |changes: &str| -> Result<(), Cause> {
        serde_json::from_str::<Vec<Change>>(changes)?.into_iter().for_each(&mut take);
        Ok(())
    };
    parse(first)?;
    let mut statement =
        book.prepare_cached("SELECT changes FROM journal_more WHERE number = ?1 ORDER BY place")?;
    let mut more = statement.query(params![number])?;
    while let Some(row) = more.next()? {
        parse(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
    }
    Ok(())
}

/// What a batch is to be called. One whose name is taken is refused, since that names it for good; so is an undo of what
/// is undone already, or was never saved: two instances may take back the same thing.
pub(super) fn kind(book: &Connection, batch: &Batch) -> Result<Result<&'static str, Refusal>, Cause> {
    if book.prepare_cached("SELECT 1 FROM journal WHERE key = ?1")?.exists(params![batch.key])? {
        return Ok(Err(Refusal::new("it is written down already")));
    }
    let Some(key) = &batch.undoes else { return Ok(Ok(DO)) };
    let target: Option<(String, bool)> = book
        .prepare_cached("SELECT kind, undone FROM journal WHERE key = ?1")?
        .query_row(params![key], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match target {
        None => Err(Refusal::new("it was never saved, so there is nothing to take back")),
        Some((_, true)) => Err(Refusal::new("it was taken back already")),
        Some((kind, false)) => Ok(if kind == UNDO { REDO } else { UNDO }),
    })
}

/// Writes the line of a batch, and marks what it takes back. Gives back its number.
pub(super) fn write(book: &Connection, batch: &Batch, kind: &str) -> Result<i64, Cause> {
    let mut pieces = batch.changes.chunks(PIECE);
    let first = serde_json::to_string(pieces.next().unwrap_or_default())?;
    book.prepare_cached(
        "INSERT INTO journal (key, at, maker, what, kind, undoes, undone, changes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7)",
    )?
    .execute(params![batch.key, batch.at, batch.by, batch.what, kind, batch.undoes, first])?;
    let number = book.last_insert_rowid();
    for (place, piece) in (1_i64..).zip(pieces) {
        book.prepare_cached("INSERT INTO journal_more VALUES (?1, ?2, ?3)")?.execute(params![
            number,
            place,
            serde_json::to_string(piece)?
        ])?;
    }
    let (mut next, mut above, mut undone) = (batch.undoes.clone(), number, true);
    while let Some(key) = next {
        // Only ever downward: a damaged journal cannot send us round in a circle.
        let found: Option<(i64, Option<BatchKey>)> = book
            .prepare_cached(
                "UPDATE journal SET undone = ?3 WHERE key = ?1 AND number < ?2 RETURNING number, undoes",
            )?
            .query_row(params![key, above, undone], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((number, undoes)) = found else { break };
        (next, above, undone) = (undoes, number, !undone);
    }
    Ok(number)
}
