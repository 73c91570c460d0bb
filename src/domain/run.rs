//! An import that was done: which export, of which day, and what it listed. The forecast learns from these.

use serde::{Deserialize, Serialize};

use super::id::{RequestId, RunId};
use super::record::record;
use super::request::tokens;
use super::time::{Day, Moment};

/// One import, kept from the first on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The number.
    pub id: RunId,
    /// Name of the archive, folder or file, without the folders above it.
    pub path: String,
    /// The day the tables were taken.
    pub as_of: Day,
    /// When it was imported.
    pub at: Moment,
    /// Name of the owner of the export, or empty.
    pub owner: String,
    /// Key of the owner's profile, or empty.
    pub owner_slug: String,
    /// The tables that were read.
    pub tables: Vec<TableRead>,
    /// The requests that its invitations table listed, by number.
    pub listed: Vec<RequestId>,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRead {
    /// Its file.
    pub file: String,
    /// Its kind.
    pub kind: TableKind,
    /// How many rows it had, left-out ones included.
    pub rows: usize,
}

record!(
    Run,
    RunId {
        id: "id",
        path: "name",
        as_of: "day",
        at: "moment",
        owner: "owner",
        owner_slug: "owner's address",
        tables: "tables",
        listed: "rows",
    }
);

tokens! {
    /// The tables of an export that are read.
    TableKind {
        /// Who is connected.
        Connections = "connections",
        /// Requests, both directions.
        Invitations = "invitations",
        /// Conversations.
        Messages = "messages",
    }
}
