//! What the first screen needs of a large book: the requests that wait or are news, their people, and the rules.
//!
//! A start shows this while the rest is still being read: reading 30,000 people takes longer than a person notices,
//! and Today names twenty of them.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::error::Cause;
use super::{contact, draft, profile, row, rule};
use crate::domain::contact::{Contact, Flag};
use crate::domain::network::{Network, Tables};
use crate::domain::time::Day;

/// From how many contacts on a book is read in two steps.
pub(super) const LARGE: u32 = 2_000;

/// How far back a request still counts in a figure of Today: a calendar month, and the days of good news.
pub(super) const DAYS: i64 = 31;

/// The requests that Today and its figures are made of: those that wait, the new ones, the news, and those that may
/// answer a reminder to ask again.
pub(super) const REQUESTS: &str = "standing = 'pending' OR sent_on >= :since \
     OR (standing = 'accepted' AND settled_on >= :since) \
     OR contact IN (SELECT id FROM contact WHERE ask_again_on IS NOT NULL)";

/// The part of the book that the first screen needs; nothing where the book is small enough to be read at once. It
/// is for looking alone: what is missing in it is not missing in the book.
pub(super) fn network(book: &Connection, today: Day, large: u32) -> Result<Option<Network>, Cause> {
    if row::last_number(book, "contact")? < large {
        return Ok(None);
    }
    let since = today.plus(-DAYS);
    let mut tags: HashMap<u32, Vec<String>> = HashMap::new();
    let mut statement = book.prepare("SELECT contact, tag FROM contact_tag ORDER BY contact, place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        tags.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut flags = flags(book)?;
    // One list of numbers: with an OR outside of it SQLite would go through all contacts.
    let contacts = "id IN (SELECT contact FROM request WHERE standing = 'pending' OR sent_on >= :since \
                    OR (standing = 'accepted' AND settled_on >= :since) \
                    UNION ALL SELECT id FROM contact WHERE ask_again_on IS NOT NULL \
                    UNION ALL SELECT contact FROM draft)";
    let tables = Tables {
        contacts: row::read_where(
            book,
            contacts,
            named_params! {":since": since},
            |contact: &mut Contact| {
                contact.flags = flags.remove(&contact.id.0).unwrap_or_default();
                contact.tags = tags.remove(&contact.id.0).unwrap_or_default();
                Ok(())
            },
        )?,
        requests: row::read_where(book, REQUESTS, named_params! {":since": since}, |_| Ok(()))?,
        decisions: row::read_all(book, |_| Ok(()))?,
        drafts: draft::read_all(book)?,
        profile: profile::read_all(book)?,
        rules: rule::read_all(book)?,
        ..Tables::default()
    };
    Ok(Some(tables.into()))
}

/// The flags of everybody who has some, by number.
pub(super) fn flags(book: &Connection) -> Result<HashMap<u32, Vec<Flag>>, Cause> {
    let mut flags: HashMap<u32, Vec<Flag>> = HashMap::new();
    let mut statement = book.prepare(contact::FLAGS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        flags.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(flags)
}
