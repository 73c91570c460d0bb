//! The table of drafts, with their versions.

use rusqlite::{Connection, Row, Statement, params};

use super::error::Cause;
use super::row::{self, Parts, Stored, statements};
use crate::domain::draft::{Draft, Version};
use crate::domain::table::Table;

impl Stored for Draft {
    statements!("draft", "contact, text, template, off, later, at", "?2, ?3, ?4, ?5, ?6, ?7");

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let off: String = row.get(4)?;
        Ok(Self {
            id: row.get(0)?,
            contact: row.get(1)?,
            text: row.get(2)?,
            template: row.get(3)?,
            off: off.split_whitespace().map(str::to_owned).collect(),
            later: row.get(5)?,
            at: row.get(6)?,
            versions: Vec::new(),
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        let off = self.off.join(" ");
        statement.execute(params![self.id, self.contact, self.text, self.template, off, self.later, self.at])
    }

    fn write_parts(&self, before: Option<&Self>, book: &Connection) -> rusqlite::Result<()> {
        if before.map_or(&[][..], |before| &before.versions[..]) != self.versions {
            book.prepare_cached("DELETE FROM draft_version WHERE draft = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO draft_version VALUES (?1, ?2, ?3, ?4)")?;
            for (place, Version { at, text }) in self.versions.iter().enumerate() {
                insert.execute(params![self.id, place as i64, at, text])?;
            }
        }
        Ok(())
    }
}

pub(super) fn read_all(book: &Connection) -> Result<Table<Draft>, Cause> {
    let by_owner = "SELECT draft, at, text FROM draft_version ORDER BY draft, place";
    let version = |row: &Row<'_>| Ok(Version { at: row.get(1)?, text: row.get(2)? });
    let mut versions = Parts::read(book, "draft_version", by_owner, version)?;
    let drafts = row::read_all(book, |draft: &mut Draft| {
        draft.versions = versions.of(draft.id);
        Ok(())
    })?;
    versions.end()?;
    Ok(drafts)
}
