//! The table of rules: only what the user changed.

use rusqlite::{Connection, params};

use super::fit;
use crate::domain::rules::{RuleKey, Rules};

pub(super) fn write(book: &Connection, key: RuleKey, value: Option<i64>) -> rusqlite::Result<()> {
    match value {
        Some(value) => book
            .prepare_cached("INSERT INTO rule VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")?
            .execute(params![key, value])?,
        None => book.prepare_cached("DELETE FROM rule WHERE key = ?1")?.execute(params![key])?,
    };
    Ok(())
}

pub(super) fn read_all(book: &Connection) -> rusqlite::Result<Rules> {
    let mut rules = Rules::default();
    let mut statement = book.prepare("SELECT key, value FROM rule")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        rules.set(row.get(0)?, Some(row.get(1)?));
    }
    fit::teach(book, &mut rules)?;
    Ok(rules)
}
