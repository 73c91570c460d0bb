//! What an export brings: the rows of its tables, read and cleaned, before anything is decided about them.

use serde::Serialize;

use super::request::Direction;
use super::run::TableRead;
use super::time::{Day, Moment};

/// Everything that was read from one export.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Name of the archive, folder or file, without the folders above it.
    pub path: String,
    /// The day the tables were taken.
    pub as_of: Day,
    /// How that day is known.
    pub as_of_from: AsOf,
    /// Whose export it is.
    pub owner: Option<Owner>,
    /// The tables that were present and read. Absence counts only in these.
    pub tables: Vec<TableRead>,
    /// Rows of the connections table.
    pub connections: Vec<ConnectionRow>,
    /// Rows of the invitations table, in the order of the file.
    pub invitations: Vec<InvitationRow>,
    /// Messages with one other person, in the order of the file.
    pub messages: Vec<MessageRow>,
    /// Rows of connections that hold only a date: members who hid or closed their profile.
    pub hidden: usize,
    /// Rows that were left out.
    pub left_out: Vec<LeftOut>,
    /// Sentences about the export as a whole that the user should see.
    pub warnings: Vec<String>,
}

/// How the day of an export is known, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// By the time of the table in the zip.
    Table,
    /// By the date in the name of the archive.
    Name,
    /// By the newest date in the data.
    Newest,
}

/// The owner of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Whole name.
    pub name: String,
    /// Key of the profile, or empty.
    pub slug: String,
}

/// A row of the connections table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionRow {
    /// Its line in the file, the first being 1.
    pub line: u64,
    /// Given name, trimmed.
    pub first_name: String,
    /// Family name, trimmed.
    pub last_name: String,
    /// Key of the profile, or empty (eras without addresses).
    pub slug: String,
    /// E-mail address, or empty.
    pub email: String,
    /// Company, or empty.
    pub company: String,
    /// Role, or empty.
    pub role: String,
    /// UTC day of the acceptance; nothing where the date could not be read: such a row only counts as listed.
    pub connected_on: Option<Day>,
}

/// A row of the invitations table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// Its line in the file, the first being 1.
    pub line: u64,
    /// Who asked whom.
    pub direction: Direction,
    /// Whole name of the other person.
    pub name: String,
    /// Key of the other person's profile, or empty (eras without addresses).
    pub slug: String,
    /// The day it was sent, in US Pacific time as the file has it; nothing where the date could not be read: such a row
    /// only counts as listed.
    pub sent_on: Option<Day>,
    /// The moment it was sent; nothing where a spreadsheet dropped the time.
    pub sent_at: Option<Moment>,
    /// `Sent At` as it stands in the file.
    pub sent_raw: String,
    /// The message that went with it, or empty.
    pub message: String,
}

impl InvitationRow {
    /// The UTC day it was sent; the day in the file, where the time is missing.
    pub fn utc_day(&self) -> Option<Day> {
        self.sent_at.map(Moment::day).or(self.sent_on)
    }

    /// The day in US Pacific time, which is the same with the time and without.
    pub fn pacific_day(&self) -> Option<Day> {
        self.sent_at.map(Moment::pacific_day).or(self.sent_on)
    }
}

/// A message between the owner and one other person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow {
    /// Its line in the file, the first being 1.
    pub line: u64,
    /// `sent` by the owner, or `received`.
    pub direction: Direction,
    /// Whole name of the other person.
    pub name: String,
    /// Key of the other person's profile; never empty.
    pub slug: String,
    /// When.
    pub at: Moment,
    /// The whole text.
    pub text: String,
}

/// A row that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The file.
    pub file: String,
    /// The line, the first being 1.
    pub line: u64,
    /// Why, with the column where there is one.
    pub reason: String,
}
