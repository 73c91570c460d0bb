//! What the seven tables of records have in common: one list of columns each, from which every statement follows.

use std::iter::Peekable;
use std::sync::Arc;
use std::vec;

use rusqlite::{Connection, OptionalExtension, Row, Statement, ToSql, params};

use super::error::Cause;
use crate::domain::change::Edit;
use crate::domain::record::Record;
use crate::domain::table::Table;

/// A record that has a table. Numbered parameters: `?1` is the number, the others follow the columns.
pub(super) trait Stored: Record {
    const TABLE: &'static str;
    const COLUMNS: &'static str;
    const SELECT: &'static str;
    const INSERT: &'static str;
    const UPDATE: &'static str;
    const DELETE: &'static str;

    /// The record of a row; what other tables hold of it is left empty.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Runs [`Self::INSERT`] or [`Self::UPDATE`] with this record, and says how many rows it met.
    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize>;

    /// Writes what other tables hold of it, where that differs from what it was.
    fn write_parts(&self, before: Option<&Self>, book: &Connection) -> rusqlite::Result<()> {
        let _ = (before, book);
        Ok(())
    }
}

/// The statements of a table, from its columns and their parameters.
macro_rules! statements {
    ($table:literal, $columns:literal, $values:literal) => {
        const TABLE: &'static str = $table;
        const COLUMNS: &'static str = $columns;
        const SELECT: &'static str = concat!("SELECT id, ", $columns, " FROM ", $table, " ORDER BY id");
        const INSERT: &'static str =
            concat!("INSERT INTO ", $table, " (id, ", $columns, ") VALUES (?1, ", $values, ")");
        const UPDATE: &'static str =
            concat!("UPDATE ", $table, " SET (", $columns, ") = (", $values, ") WHERE id = ?1");
        const DELETE: &'static str = concat!("DELETE FROM ", $table, " WHERE id = ?1");
    };
}
pub(super) use statements;

/// Writes an edit. The row has to be there, or not to be there, as the edit expects.
pub(super) fn write<T: Stored>(book: &Connection, edit: &Edit<T>) -> rusqlite::Result<()> {
    let met = match (edit.before.as_deref(), edit.after.as_deref()) {
        (None, None) => return Ok(()),
        (Some(before), None) => {
            let id: u32 = before.id().into();
            book.prepare_cached(T::DELETE)?.execute(params![id])?
        }
        (before, Some(after)) => {
            let sql = if before.is_some() { T::UPDATE } else { T::INSERT };
            let met = after.run(&mut *book.prepare_cached(sql)?)?;
            after.write_parts(before, book)?;
            met
        }
    };
    if met == 1 { Ok(()) } else { Err(rusqlite::Error::StatementChangedRows(met)) }
}

/// Reads a whole table; `complete` adds what other tables hold of each record.
pub(super) fn read_all<T: Stored>(
    book: &Connection,
    complete: impl FnMut(&mut T) -> Result<(), Cause>,
) -> Result<Table<T>, Cause> {
    read(book, T::SELECT, &[], complete)
}

/// Reads the rows for which a condition holds, with its named parameters.
pub(super) fn read_where<T: Stored>(
    book: &Connection,
    condition: &'static str,
    parameters: &[(&str, &dyn ToSql)],
    complete: impl FnMut(&mut T) -> Result<(), Cause>,
) -> Result<Table<T>, Cause> {
    let sql = format!("SELECT id, {} FROM {} WHERE {condition} ORDER BY id", T::COLUMNS, T::TABLE);
    read(book, &sql, parameters, complete)
}

/// The highest number that was ever given in a table.
pub(super) fn last_number(book: &Connection, table: &str) -> rusqlite::Result<u32> {
    let last = book
        .prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = ?1")?
        .query_row(params![table], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or_default())
}

fn read<T: Stored>(
    book: &Connection,
    sql: &str,
    parameters: &[(&str, &dyn ToSql)],
    mut complete: impl FnMut(&mut T) -> Result<(), Cause>,
) -> Result<Table<T>, Cause> {
    let mut table = Table::from_sorted(Vec::new(), last_number(book, T::TABLE)?);
    let mut statement = book.prepare(sql)?;
    let mut rows = statement.query(parameters)?;
    while let Some(row) = rows.next()? {
        let mut record = T::read(row)?;
        complete(&mut record)?;
        table.put(Arc::new(record));
    }
    Ok(table)
}

/// Rows of a table of parts, in the order of their owners, handed out owner by owner.
pub(super) struct Parts<V> {
    rows: Peekable<vec::IntoIter<(u32, V)>>,
    of: &'static str,
}

impl<V> Parts<V> {
    /// Runs a query whose first column is the owner and whose order is the owners'.
    pub(super) fn read(
        book: &Connection,
        of: &'static str,
        sql: &str,
        part: impl Fn(&Row<'_>) -> rusqlite::Result<V>,
    ) -> rusqlite::Result<Self> {
        let mut statement = book.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, part(row)?)))?;
        Ok(Self { rows: rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().peekable(), of })
    }

    /// The parts of this owner; owners come in the order of their numbers.
    pub(super) fn of(&mut self, owner: impl Into<u32>) -> Vec<V> {
        let owner = owner.into();
        let mut parts = Vec::new();
        while let Some((_, part)) = self.rows.next_if(|(of, _)| *of == owner) {
            parts.push(part);
        }
        parts
    }

    /// Everything has to have found its owner.
    pub(super) fn end(mut self) -> Result<(), Cause> {
        match self.rows.next() {
            None => Ok(()),
            Some((owner, _)) => {
                Err(Cause::Damaged(format!("a row of {} belongs to {owner}, which is not there", self.of)))
            }
        }
    }
}
