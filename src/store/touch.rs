//! The table of touches.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::touch::Touch;

impl Stored for Touch {
    statements!("touch", "contact, kind, direction, text, day, at, origin", "?2, ?3, ?4, ?5, ?6, ?7, ?8");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            contact: row.get(1)?,
            kind: row.get(2)?,
            direction: row.get(3)?,
            text: row.get(4)?,
            on: row.get(5)?,
            at: row.get(6)?,
            origin: row.get(7)?,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![
            self.id,
            self.contact,
            self.kind,
            self.direction,
            self.text,
            self.on,
            self.at,
            self.origin,
        ])
    }
}
