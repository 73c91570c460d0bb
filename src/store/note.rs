//! The table of notes.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::note::Note;

impl Stored for Note {
    statements!("note", "contact, text, at", "?2, ?3, ?4");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get(0)?, contact: row.get(1)?, text: row.get(2)?, at: row.get(3)? })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![self.id, self.contact, self.text, self.at])
    }
}
