//! The connections table: who is connected, since which day.

use super::sheet::{Column, Row, Sheet};
use super::{limits, when};
use crate::domain::arrival::ConnectionRow;
use crate::domain::slug;
use crate::domain::time::Day;

/// Where the columns are.
pub struct Columns {
    first_name: Column,
    last_name: Column,
    url: Column,
    email: Column,
    company: Column,
    position: Column,
    connected_on: Column,
}

/// What a row says.
pub enum Connection {
    /// Who is connected.
    Of(ConnectionRow),
    /// Who is connected, and why the row is left out but for its place in the list.
    Undated(ConnectionRow, String),
    /// Only a date: the member hid or closed the profile.
    Hidden(Day),
}

impl Columns {
    /// Finds them in the header.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        Self {
            first_name: sheet.column("first name"),
            last_name: sheet.column("last name"),
            url: sheet.column("url"),
            email: sheet.column("email address"),
            company: sheet.column("company"),
            position: sheet.column("position"),
            connected_on: sheet.column("connected on"),
        }
    }

    /// What is kept of a row as it stands there, each with its title.
    fn cells(&self) -> [(Column, &'static str); 6] {
        [
            (self.first_name, "First Name"),
            (self.last_name, "Last Name"),
            (self.url, "URL"),
            (self.email, "Email Address"),
            (self.company, "Company"),
            (self.position, "Position"),
        ]
    }

    /// Reads a row, or says why it is left out.
    pub fn read(&self, row: Row<'_>) -> Result<Connection, String> {
        let connection = ConnectionRow {
            line: row.line,
            first_name: row.name(self.first_name),
            last_name: row.name(self.last_name),
            slug: slug::from_address(&row.text(self.url)).unwrap_or_default(),
            email: row.text(self.email).into_owned(),
            company: row.name(self.company),
            role: row.name(self.position),
            connected_on: None,
        };
        if let Some((_, title)) = self.cells().into_iter().find(|(cell, _)| row.too_long(*cell)) {
            let why = format!("{title}: it has more than {} characters", limits::CELL_CHARS);
            // Whose row it is counts all the same: they are still in the list.
            let listed = ConnectionRow {
                first_name: String::new(),
                last_name: String::new(),
                email: String::new(),
                company: String::new(),
                role: String::new(),
                ..connection
            };
            return if listed.slug.is_empty() { Err(why) } else { Ok(Connection::Undated(listed, why)) };
        }
        let connected_on = row.date(self.connected_on, "Connected On", when::day);
        let nameless = connection.first_name.is_empty() && connection.last_name.is_empty();
        if !nameless || !connection.slug.is_empty() {
            match connected_on {
                Ok(day) => Ok(Connection::Of(ConnectionRow { connected_on: Some(day), ..connection })),
                Err(reason) if connection.slug.is_empty() => Err(reason),
                Err(reason) => Ok(Connection::Undated(connection, reason)),
            }
        } else if [&connection.email, &connection.company, &connection.role]
            .iter()
            .all(|text| text.is_empty())
        {
            connected_on.map(Connection::Hidden)
        } else {
            Err("First Name, Last Name, URL: it names nobody".to_owned())
        }
    }
}
