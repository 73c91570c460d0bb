//! The table of facts.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::fact::Fact;

impl Stored for Fact {
    statements!("fact", "contact, kind, text, day", "?2, ?3, ?4, ?5");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            contact: row.get(1)?,
            kind: row.get(2)?,
            text: row.get(3)?,
            on: row.get(4)?,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![self.id, self.contact, self.kind, self.text, self.on])
    }
}
