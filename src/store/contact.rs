//! The table of contacts, with their former slugs and names and their tags.

use rusqlite::{Connection, Row, Statement, params};

use super::error::Cause;
use super::row::{self, Parts, Stored, statements};
use crate::domain::contact::{Contact, Listed};
use crate::domain::table::Table;

impl Stored for Contact {
    statements!(
        "contact",
        "first_name, last_name, slug, url, email, company, role, purpose, fit, connected_on, listed_on, gone_on, \
         ask_again_on, archived, origin, listed_first_name, listed_last_name, listed_company, listed_role",
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20"
    );

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let listed = match row.get(16)? {
            None => None,
            Some(first_name) => Some(Box::new(Listed {
                first_name,
                last_name: row.get(17)?,
                company: row.get(18)?,
                role: row.get(19)?,
            })),
        };
        Ok(Self {
            id: row.get(0)?,
            first_name: row.get(1)?,
            last_name: row.get(2)?,
            slug: row.get(3)?,
            former_slugs: Vec::new(),
            former_names: Vec::new(),
            url: row.get(4)?,
            email: row.get(5)?,
            company: row.get(6)?,
            role: row.get(7)?,
            purpose: row.get(8)?,
            fit: row.get(9)?,
            tags: Vec::new(),
            connected_on: row.get(10)?,
            listed_on: row.get(11)?,
            gone_on: row.get(12)?,
            ask_again_on: row.get(13)?,
            flags: Vec::new(),
            archived: row.get(14)?,
            origin: row.get(15)?,
            listed,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        let listed = self.listed.as_deref();
        statement.execute(params![
            self.id,
            self.first_name,
            self.last_name,
            self.slug,
            self.url,
            self.email,
            self.company,
            self.role,
            self.purpose,
            self.fit,
            self.connected_on,
            self.listed_on,
            self.gone_on,
            self.ask_again_on,
            self.archived,
            self.origin,
            listed.map(|listed| &listed.first_name),
            listed.map(|listed| &listed.last_name),
            listed.map(|listed| &listed.company),
            listed.map(|listed| &listed.role),
        ])
    }

    fn write_parts(&self, before: Option<&Self>, book: &Connection) -> rusqlite::Result<()> {
        let (slugs, tags) = before.map_or((&[][..], &[][..]), |b| (&b.former_slugs[..], &b.tags[..]));
        if before.map_or(&[][..], |b| &b.flags[..]) != self.flags {
            book.prepare_cached("DELETE FROM contact_flag WHERE contact = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO contact_flag VALUES (?1, ?2, ?3)")?;
            for (place, flag) in self.flags.iter().enumerate() {
                insert.execute(params![self.id, place as i64, flag])?;
            }
        }
        if slugs != self.former_slugs {
            book.prepare_cached("DELETE FROM former_slug WHERE contact = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO former_slug VALUES (?1, ?2, ?3)")?;
            for (place, slug) in self.former_slugs.iter().enumerate() {
                insert.execute(params![self.id, place as i64, slug])?;
            }
        }
        if before.map_or(&[][..], |b| &b.former_names[..]) != self.former_names {
            book.prepare_cached("DELETE FROM former_name WHERE contact = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO former_name VALUES (?1, ?2, ?3)")?;
            for (place, name) in self.former_names.iter().enumerate() {
                insert.execute(params![self.id, place as i64, name])?;
            }
        }
        if tags != self.tags {
            book.prepare_cached("DELETE FROM contact_tag WHERE contact = ?1")?.execute(params![self.id])?;
            let mut insert = book.prepare_cached("INSERT INTO contact_tag VALUES (?1, ?2, ?3)")?;
            for (place, tag) in self.tags.iter().enumerate() {
                insert.execute(params![self.id, place as i64, tag])?;
            }
        }
        Ok(())
    }
}

/// The flags of everybody, by owner.
pub(super) const FLAGS: &str = "SELECT contact, flag FROM contact_flag ORDER BY contact, place";

pub(super) fn read_all(book: &Connection) -> Result<Table<Contact>, Cause> {
    let text = |row: &Row<'_>| row.get::<_, String>(1);
    let by_owner = "SELECT contact, slug FROM former_slug ORDER BY contact, place";
    let mut slugs = Parts::read(book, "former_slug", by_owner, text)?;
    let by_owner = "SELECT contact, name FROM former_name ORDER BY contact, place";
    let mut names = Parts::read(book, "former_name", by_owner, text)?;
    let by_owner = "SELECT contact, tag FROM contact_tag ORDER BY contact, place";
    let mut tags = Parts::read(book, "contact_tag", by_owner, text)?;
    let mut flags = Parts::read(book, "contact_flag", FLAGS, |row| row.get(1))?;
    let contacts = row::read_all(book, |contact: &mut Contact| {
        contact.flags = flags.of(contact.id);
        contact.former_slugs = slugs.of(contact.id);
        contact.former_names = names.of(contact.id);
        contact.tags = tags.of(contact.id);
        Ok(())
    })?;
    slugs.end()?;
    names.end()?;
    tags.end()?;
    flags.end()?;
    Ok(contacts)
}
