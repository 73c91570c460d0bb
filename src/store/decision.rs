//! The table of items to decide.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::decision::Decision;

impl Stored for Decision {
    statements!(
        "decision",
        "kind, contact, other, request, standing, day, text, raised_on, settled",
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
    );

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            kind: row.get(1)?,
            contact: row.get(2)?,
            other: row.get(3)?,
            request: row.get(4)?,
            standing: row.get(5)?,
            on: row.get(6)?,
            text: row.get(7)?,
            raised_on: row.get(8)?,
            settled: row.get(9)?,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![
            self.id,
            self.kind,
            self.contact,
            self.other,
            self.request,
            self.standing,
            self.on,
            self.text,
            self.raised_on,
            self.settled,
        ])
    }
}
