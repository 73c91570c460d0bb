//! One reading of an export: takes file after file, keeps count, and makes the arrival of it.

use std::io::Read;
use std::ops::ControlFlow;

use super::connections::{self, Connection};
use super::messages::{self, Letter};
use super::owner::{self, OwnSides};
use super::sheet::{Opened, Row, Sheet};
use super::unreadable::Unreadable;
use super::{OnProgress, Progress, as_of, invitations, limits};
use crate::domain::arrival::{Arrival, AsOf, ConnectionRow, InvitationRow, LeftOut};
use crate::domain::run::{TableKind, TableRead};
use crate::domain::time::Day;

const ROWS_BETWEEN_REPORTS: usize = 4096;

/// A file that may hold a table, open.
pub struct Leaf<'a> {
    /// Its path inside the export.
    pub path: String,
    /// How long it says that it is.
    pub size: u64,
    /// How long it may be.
    pub limit: u64,
    /// The day on which the table was taken, where the file tells.
    pub taken_on: Option<Day>,
    /// Its bytes.
    pub reader: Box<dyn Read + 'a>,
}

/// What was read so far.
pub struct Reading<'p> {
    name: String,
    progress: &'p mut OnProgress<'p>,
    kept_bytes: usize,
    /// The tables that were opened, with their paths.
    paths: Vec<(TableKind, String)>,
    taken: Vec<Day>,
    tables: Vec<TableRead>,
    empty: Vec<String>,
    /// Tables by their names or most of their columns, with their paths.
    nearly: Vec<(TableKind, String, Unreadable)>,
    /// A table of which nothing could be taken, and that the others do without.
    unread: Option<Unreadable>,
    /// Whether a table was read of which something can be taken.
    useful: bool,
    connections: Vec<ConnectionRow>,
    hidden: usize,
    newest: Option<Day>,
    invitations: Vec<InvitationRow>,
    own_sides: OwnSides,
    letters: Vec<Letter>,
    left_out: Vec<LeftOut>,
    warnings: Vec<String>,
}

impl<'p> Reading<'p> {
    /// Nothing read yet; `name` is the own name of the archive, folder or file.
    pub fn new(name: &str, progress: &'p mut OnProgress<'p>) -> Self {
        Self {
            name: name.to_owned(),
            progress,
            kept_bytes: 0,
            paths: Vec::new(),
            taken: Vec::new(),
            tables: Vec::new(),
            empty: Vec::new(),
            nearly: Vec::new(),
            unread: None,
            useful: false,
            connections: Vec::new(),
            hidden: 0,
            newest: None,
            invitations: Vec::new(),
            own_sides: OwnSides::new(),
            letters: Vec::new(),
            left_out: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Reads a file if it holds a table that is known and was not read yet.
    pub fn take(&mut self, leaf: Leaf<'_>) -> Result<(), Unreadable> {
        let file = leaf.path.rsplit(['/', '\\']).next().unwrap_or_default();
        if messages::is_with_a_program(file) {
            return Ok(());
        }
        let reader = limits::Ration::new(leaf.reader, leaf.limit, limits::Over::Table);
        let sheet = match Sheet::open(file, Box::new(reader))? {
            Opened::Table(sheet) => *sheet,
            Opened::Nearly(kind, unread) => {
                self.nearly.push((kind, leaf.path, unread));
                return Ok(());
            }
            Opened::NoTable => return Ok(()),
        };
        self.one_export(&leaf.path)?;
        if let Some(read) = self.path_of(sheet.kind) {
            self.warnings.push(same_kind(&leaf.path, read));
            return Ok(());
        }
        self.paths.push((sheet.kind, leaf.path));
        match sheet.kind {
            TableKind::Connections => {
                self.taken.extend(leaf.taken_on);
                self.connections(sheet, leaf.size)?;
            }
            TableKind::Invitations => {
                self.taken.extend(leaf.taken_on);
                self.invitations(sheet, leaf.size)?;
            }
            TableKind::Messages => self.messages(sheet, leaf.size)?,
        }
        Ok(())
    }

    /// Tables in two folders beside each other are of two exports, which have two days. The nearest come first.
    fn one_export(&self, path: &str) -> Result<(), Unreadable> {
        let Some((_, first)) = self.paths.first() else { return Ok(()) };
        let (one, other) = (folder_of(first), folder_of(path));
        if one == other || first.matches('/').count() != path.matches('/').count() {
            return Ok(());
        }
        let (one, other) = (one.to_owned(), other.to_owned());
        Err(Unreadable::SeveralExports { name: self.name.clone(), one, other })
    }

    /// The path of the table of this kind that was read.
    fn path_of(&self, kind: TableKind) -> Option<&str> {
        let read = self.tables.iter().any(|table| table.kind == kind);
        self.paths.iter().rfind(|(of, _)| read && *of == kind).map(|(_, path)| path.as_str())
    }

    /// Says of each table that is nearly one why it was not read: where another of its kind was, only that.
    fn tell_nearly(&mut self) {
        for (kind, path, unread) in std::mem::take(&mut self.nearly) {
            match self.path_of(kind).map(|read| same_kind(&path, read)) {
                Some(warning) => self.warnings.push(warning),
                None => self.do_without(unread),
            }
        }
    }

    fn connections(&mut self, sheet: Sheet<'_>, size: u64) -> Result<(), Unreadable> {
        let columns = connections::Columns::of(&sheet);
        let mut connections = Vec::new();
        let (mut hidden, mut newest_hidden) = (0, None);
        self.rows(sheet, "reading connections", size, |row| {
            match columns.read(row)? {
                Connection::Of(connection) => connections.push(connection),
                Connection::Undated(connection, reason) => {
                    connections.push(connection);
                    return Err(reason);
                }
                Connection::Hidden(day) => {
                    hidden += 1;
                    newest_hidden = newest_hidden.max(Some(day));
                }
            }
            Ok(())
        })?;
        self.newest =
            self.newest.max(newest_hidden).max(connections.iter().filter_map(|c| c.connected_on).max());
        self.connections = connections;
        self.hidden = hidden;
        Ok(())
    }

    fn invitations(&mut self, sheet: Sheet<'_>, size: u64) -> Result<(), Unreadable> {
        let columns = invitations::Columns::of(&sheet);
        let mut invitations = Vec::new();
        let mut own_sides = OwnSides::new();
        self.rows(sheet, "reading invitations", size, |row| {
            let invitation = columns.read(row)?;
            let own = (invitation.own.name, invitation.own.slug);
            if own_sides.len() < owner::CANDIDATES || own_sides.contains_key(&own) {
                *own_sides.entry(own).or_default() += 1;
            }
            invitations.push(invitation.row);
            invitation.undated.map_or(Ok(()), Err)
        })?;
        self.newest = self.newest.max(invitations.iter().filter_map(InvitationRow::utc_day).max());
        self.invitations = invitations;
        self.own_sides = own_sides;
        Ok(())
    }

    fn messages(&mut self, sheet: Sheet<'_>, size: u64) -> Result<(), Unreadable> {
        let columns = messages::Columns::of(&sheet);
        let (file, tables, useful) = (sheet.file.clone(), self.tables.len(), self.useful);
        let mut letters = Vec::new();
        self.rows(sheet, "reading messages", size, |row| {
            letters.extend(columns.read(row)?);
            Ok(())
        })?;
        if let (false, Some(TableRead { rows, .. })) = (columns.know_people(), self.tables.get(tables)) {
            let rows = *rows;
            self.useful = useful;
            self.do_without(Unreadable::NoAddresses { file, rows });
        }
        messages::address_recipients(&mut letters);
        self.newest = self.newest.max(letters.iter().map(|letter: &Letter| letter.at.day()).max());
        self.letters = letters;
        Ok(())
    }

    /// Goes through the rows of a table; a reason that comes back for one is kept with its line.
    fn rows(
        &mut self,
        mut sheet: Sheet<'_>,
        doing: &'static str,
        size: u64,
        mut read: impl FnMut(Row<'_>) -> Result<(), String>,
    ) -> Result<(), Unreadable> {
        let mut rows = 0;
        let first_left_out = self.left_out.len();
        self.report(doing, 0, size)?;
        while let Some(row) = sheet.next_row()? {
            let line = row.line;
            rows += 1;
            let taken = read(row);
            self.kept_bytes += row.weight();
            if let Err(reason) = taken {
                self.left_out.push(LeftOut { file: sheet.file.clone(), line, reason });
            }
            if self.kept_bytes > limits::KEPT_BYTES {
                return Err(Unreadable::TooLarge { file: sheet.file, line });
            }
            if rows % ROWS_BETWEEN_REPORTS == 0 {
                self.report(doing, sheet.position(), size)?;
            }
        }
        self.report(doing, size, size)?;
        if rows == 0 {
            self.empty.push(sheet.file);
            return Ok(());
        }
        let left_out = &self.left_out[first_left_out..];
        if let (Some(first), true) = (left_out.first(), left_out.len() == rows) {
            let LeftOut { file, line, reason } = first.clone();
            let unread = Unreadable::NoRowRead { file, rows, line, reason };
            return match sheet.kind {
                TableKind::Connections | TableKind::Invitations => Err(unread),
                // Nothing is concluded from the silence of this one, and the others are worth having.
                TableKind::Messages => {
                    self.left_out.truncate(first_left_out);
                    self.do_without(unread);
                    Ok(())
                }
            };
        }
        if let Some(line) = sheet.windows_from.get() {
            self.warnings.push(format!(
                "{}, from line {line} on: some letters are not UTF-8 and were read as Windows text, so check \
                 names with accents",
                sheet.file
            ));
        }
        self.tables.push(TableRead { file: sheet.file, kind: sheet.kind, rows });
        self.useful = true;
        Ok(())
    }

    /// Goes on without a table; where there is no other, this is why nothing was taken.
    fn do_without(&mut self, unread: Unreadable) {
        self.warnings.push(unread.to_string());
        self.unread.get_or_insert(unread);
    }

    fn report(&mut self, doing: &'static str, done: u64, of: u64) -> Result<(), Unreadable> {
        match (self.progress)(Progress { doing, done: done.min(of), of }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Unreadable::Cancelled),
        }
    }

    /// Makes the arrival.
    ///
    /// A table with a header and nothing below it is not counted as read: an account without rows has no such
    /// table, so its silence says nothing about those that are missing.
    pub fn finish(mut self) -> Result<Arrival, Unreadable> {
        self.tell_nearly();
        if !self.useful {
            return Err(match (self.unread, self.empty.pop()) {
                (Some(unread), _) => unread,
                (None, Some(file)) => Unreadable::NoRows { file },
                (None, None) => Unreadable::NoTable { name: self.name },
            });
        }
        let names =
            std::iter::once(&self.name).chain(self.paths.iter().map(|(_, path)| path)).map(String::as_str);
        let Some((as_of, as_of_from)) = as_of::find(names, &self.taken, self.newest) else {
            return Err(Unreadable::NoDay { name: self.name });
        };
        for file in &self.empty {
            self.warnings
                .push(format!("{file} has its header and no row below it: it was not counted as read"));
        }
        if as_of_from == AsOf::Newest {
            self.warnings.push(format!(
                "the file's name does not tell the day of the export: the newest date in it, {as_of}, was taken"
            ));
        }
        self.tables.sort_by_key(|table| table.kind);
        let owner = owner::find(self.own_sides, &self.letters);
        if owner.is_none() && !self.letters.is_empty() {
            self.warnings.push(
                "nothing tells whose export it is, so its conversations were left aside: import it together with \
                 the Invitations table"
                    .to_owned(),
            );
        }
        let to_nobody = owner
            .as_ref()
            .map_or(0, |owner| self.letters.iter().filter(|letter| letter.is_to_nobody_known(owner)).count());
        if to_nobody > 0 {
            let messages = if to_nobody == 1 { "message" } else { "messages" };
            self.warnings.push(format!(
                "{to_nobody} {messages} of yours to people who did not write in the same conversation, or to several \
                 at once: left aside, since the table does not tell their addresses"
            ));
        }
        let messages = owner.as_ref().map_or_else(Vec::new, |owner| {
            self.letters.into_iter().filter_map(|letter| letter.seen_by(owner)).collect()
        });
        Ok(Arrival {
            path: self.name,
            as_of,
            as_of_from,
            owner,
            tables: self.tables,
            connections: self.connections,
            invitations: self.invitations,
            messages,
            hidden: self.hidden,
            left_out: self.left_out,
            warnings: self.warnings,
        })
    }
}

fn same_kind(path: &str, read: &str) -> String {
    format!("{path} was not read: {read} holds the same kind of table")
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
