//! The table of imports, with the tables that each read and the requests that each listed.

use rusqlite::{Connection, Row, Statement, params};

use super::error::Cause;
use super::row::{self, Parts, Stored, statements};
use crate::domain::id::RequestId;
use crate::domain::run::{Run, TableRead};
use crate::domain::table::Table;

impl Stored for Run {
    statements!("import_run", "path, as_of, at, owner, owner_slug", "?2, ?3, ?4, ?5, ?6");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            path: row.get(1)?,
            as_of: row.get(2)?,
            at: row.get(3)?,
            owner: row.get(4)?,
            owner_slug: row.get(5)?,
            tables: Vec::new(),
            listed: Vec::new(),
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![self.id, self.path, self.as_of, self.at, self.owner, self.owner_slug])
    }

    fn write_parts(&self, before: Option<&Self>, book: &Connection) -> rusqlite::Result<()> {
        let (tables, listed) = before.map_or((&[][..], &[][..]), |b| (&b.tables[..], &b.listed[..]));
        if tables != self.tables {
            book.prepare_cached("DELETE FROM import_table WHERE run = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO import_table VALUES (?1, ?2, ?3, ?4, ?5)")?;
            for (place, table) in self.tables.iter().enumerate() {
                insert.execute(params![self.id, place as i64, table.file, table.kind, table.rows as i64])?;
            }
        }
        if listed != self.listed {
            book.prepare_cached("DELETE FROM listing WHERE run = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO listing VALUES (?1, ?2, ?3)")?;
            for (place, request) in self.listed.iter().enumerate() {
                insert.execute(params![self.id, place as i64, request])?;
            }
        }
        Ok(())
    }
}

pub(super) fn read_all(book: &Connection) -> Result<Table<Run>, Cause> {
    let by_owner = "SELECT run, file, kind, rows FROM import_table ORDER BY run, place";
    let mut tables = Parts::read(book, "import_table", by_owner, |row| {
        let rows: u32 = row.get(3)?;
        Ok(TableRead { file: row.get(1)?, kind: row.get(2)?, rows: rows as usize })
    })?;
    let by_owner = "SELECT run, request FROM listing ORDER BY run, place";
    let mut listed = Parts::read(book, "listing", by_owner, |row| row.get::<_, RequestId>(1))?;
    let runs = row::read_all(book, |run: &mut Run| {
        run.tables = tables.of(run.id);
        run.listed = listed.of(run.id);
        Ok(())
    })?;
    tables.end()?;
    listed.end()?;
    Ok(runs)
}
