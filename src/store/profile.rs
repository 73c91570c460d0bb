//! The tables of the user's own profile and of the tips that are switched off: small, and without numbers.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::domain::profile::{Profile, ProfileItem};
use crate::domain::time::Day;

pub(super) fn write(book: &Connection, item: ProfileItem, day: Option<Day>) -> rusqlite::Result<()> {
    match day {
        Some(day) => book
            .prepare_cached(
                "INSERT INTO profile_item VALUES (?1, ?2) ON CONFLICT (item) DO UPDATE SET day = ?2",
            )?
            .execute(params![item, day])?,
        None => book.prepare_cached("DELETE FROM profile_item WHERE item = ?1")?.execute(params![item])?,
    };
    Ok(())
}

pub(super) fn read_all(book: &Connection) -> rusqlite::Result<Profile> {
    let mut profile = Profile::default();
    let mut statement = book.prepare("SELECT item, day FROM profile_item")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        profile.set(row.get(0)?, Some(row.get(1)?));
    }
    Ok(profile)
}

pub(super) fn mute(book: &Connection, tip: &str, off: bool) -> rusqlite::Result<()> {
    let sql = if off {
        "INSERT INTO muted_tip VALUES (?1) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM muted_tip WHERE tip = ?1"
    };
    book.prepare_cached(sql)?.execute(params![tip])?;
    Ok(())
}

pub(super) fn muted(book: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    book.prepare("SELECT tip FROM muted_tip")?.query_map([], |row| row.get(0))?.collect()
}
