//! The table of signs.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::sign::Sign;

impl Stored for Sign {
    statements!("sign", "request, kind, day, text, channel", "?2, ?3, ?4, ?5, ?6");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            request: row.get(1)?,
            kind: row.get(2)?,
            on: row.get(3)?,
            text: row.get(4)?,
            channel: row.get(5)?,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![self.id, self.request, self.kind, self.on, self.text, self.channel])
    }
}
