//! Reading the whole book into a network.

use rusqlite::Connection;

use super::error::Cause;
use super::{contact, draft, profile, row, rule, run};
use crate::domain::network::{Network, Tables};

/// Reads every table. The caller holds a transaction, so that all of it is of one moment.
pub(super) fn network(book: &Connection) -> Result<Network, Cause> {
    let tables = Tables {
        contacts: contact::read_all(book)?,
        requests: row::read_all(book, |_| Ok(()))?,
        signs: row::read_all(book, |_| Ok(()))?,
        touches: row::read_all(book, |_| Ok(()))?,
        notes: row::read_all(book, |_| Ok(()))?,
        decisions: row::read_all(book, |_| Ok(()))?,
        runs: run::read_all(book)?,
        facts: row::read_all(book, |_| Ok(()))?,
        drafts: draft::read_all(book)?,
        profile: profile::read_all(book)?,
        muted: profile::muted(book)?,
        rules: rule::read_all(book)?,
    };
    nothing_hangs(&tables)?;
    Ok(tables.into())
}

/// A network promises that every record's contact is there; in a damaged book that need not be so.
fn nothing_hangs(tables: &Tables) -> Result<(), Cause> {
    let hanging =
        |of: String, on: String| Err(Cause::Damaged(format!("{of} belongs to {on}, which is not there")));
    for request in &tables.requests {
        if tables.contacts.get(request.contact).is_none() {
            return hanging(request.id.to_string(), request.contact.to_string());
        }
    }
    for sign in &tables.signs {
        if tables.requests.get(sign.request).is_none() {
            return hanging(sign.id.to_string(), sign.request.to_string());
        }
    }
    for touch in &tables.touches {
        if let Some(contact) = touch.contact
            && tables.contacts.get(contact).is_none()
        {
            return hanging(touch.id.to_string(), contact.to_string());
        }
    }
    for fact in &tables.facts {
        if let Some(contact) = fact.contact
            && tables.contacts.get(contact).is_none()
        {
            return hanging(fact.id.to_string(), contact.to_string());
        }
    }
    for draft in &tables.drafts {
        if tables.contacts.get(draft.contact).is_none() {
            return hanging(draft.id.to_string(), draft.contact.to_string());
        }
    }
    for note in &tables.notes {
        if tables.contacts.get(note.contact).is_none() {
            return hanging(note.id.to_string(), note.contact.to_string());
        }
    }
    Ok(())
}
