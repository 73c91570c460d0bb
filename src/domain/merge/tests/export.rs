//! An export as a test writes it down: tables of rows, `|` between the columns.

use super::day;
use crate::domain::arrival::{Arrival, AsOf, ConnectionRow, InvitationRow, LeftOut, MessageRow, Owner};
use crate::domain::request::Direction;
use crate::domain::run::{TableKind, TableRead};
use crate::domain::time::{Day, Moment};

/// An export of this day, with no table yet.
pub(super) fn export(as_of: &str) -> Arrival {
    Arrival {
        path: format!("export of {as_of}"),
        as_of: day(as_of),
        as_of_from: AsOf::Table,
        owner: Some(Owner { name: "Olga Own".into(), slug: "olga-own".into() }),
        tables: Vec::new(),
        connections: Vec::new(),
        invitations: Vec::new(),
        messages: Vec::new(),
        hidden: 0,
        left_out: Vec::new(),
        warnings: Vec::new(),
    }
}

impl Arrival {
    /// `slug | name | connected on | company | role`; the last two may be left away, `-` is nothing.
    pub(super) fn connections(mut self, rows: &str) -> Self {
        self.connections = table(rows)
            .map(|(line, row)| {
                let (first, last) = row.get(1).split_once(' ').unwrap_or((row.get(1), ""));
                ConnectionRow {
                    line,
                    first_name: first.into(),
                    last_name: last.into(),
                    slug: row.get(0).into(),
                    email: String::new(),
                    company: row.get(3).into(),
                    role: row.get(4).into(),
                    connected_on: Day::parse(row.get(2)),
                }
            })
            .collect();
        let rows = self.connections.len();
        self.read("Connections.csv", TableKind::Connections, rows)
    }

    /// `sent or received | slug | name | sent at | message`; `on 2026-11-15` is a day without a time.
    pub(super) fn invitations(mut self, rows: &str) -> Self {
        self.invitations = table(rows)
            .map(|(line, row)| InvitationRow {
                line,
                direction: Direction::parse(row.get(0)).expect("a direction"),
                slug: row.get(1).into(),
                name: row.get(2).into(),
                sent_on: row
                    .get(3)
                    .strip_prefix("on ")
                    .map_or_else(|| moment(row.get(3)).map(Moment::pacific_day), Day::parse),
                sent_at: moment(row.get(3)),
                sent_raw: row.get(3).into(),
                message: row.get(4).into(),
            })
            .collect();
        let rows = self.invitations.len();
        self.read("Invitations.csv", TableKind::Invitations, rows)
    }

    /// `sent or received | slug | name | at | text`.
    pub(super) fn messages(mut self, rows: &str) -> Self {
        self.messages = table(rows)
            .map(|(line, row)| MessageRow {
                line,
                direction: Direction::parse(row.get(0)).expect("a direction"),
                slug: row.get(1).into(),
                name: row.get(2).into(),
                at: moment(row.get(3)).expect("a moment"),
                text: row.get(4).into(),
            })
            .collect();
        let rows = self.messages.len();
        self.read("messages.csv", TableKind::Messages, rows)
    }

    /// A row that could not be read.
    pub(super) fn left_out(mut self, file: &str, line: u64, reason: &str) -> Self {
        self.left_out.push(LeftOut { file: file.into(), line, reason: reason.into() });
        self
    }

    fn read(mut self, file: &str, kind: TableKind, rows: usize) -> Self {
        self.tables.push(TableRead { file: file.into(), kind, rows });
        self
    }
}

struct Row<'a>(Vec<&'a str>);

impl<'a> Row<'a> {
    fn get(&self, column: usize) -> &'a str {
        self.0.get(column).copied().filter(|text| *text != "-").unwrap_or_default()
    }
}

fn table(rows: &str) -> impl Iterator<Item = (u64, Row<'_>)> {
    let rows = rows.lines().map(str::trim).filter(|row| !row.is_empty());
    (2..).zip(rows).map(|(line, row)| (line, Row(row.split('|').map(str::trim).collect())))
}

/// `2026-11-15T10:00Z`, or a day for its noon.
fn moment(text: &str) -> Option<Moment> {
    Moment::parse(text).or_else(|| Moment::parse(&format!("{text}T12:00Z")))
}
