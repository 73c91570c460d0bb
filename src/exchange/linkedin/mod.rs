//! Reads "Get a copy of your data", the official LinkedIn export, of any year.
//!
//! A file says nothing reliable about itself: names change, spreadsheets save tables again with another separator
//! and encoding, preambles come and go. So a table is known by its header row, wherever that stands, and a column
//! by its name. What is damaged in one row leaves that row out and says so; what would make the whole a lie (no
//! table, no row, half a file) is an error.
//!
//! ```text
//! archive ─┐                      ┌─ connections ─┐
//!          ├─► reading ─► sheet ──┼─ invitations ─┼─► owner, as_of ─► Arrival
//! files  ──┘   (order,   (decode, └─ messages ────┘
//!              limits)    header)
//! ```
//!
//! Nothing is trusted: sizes are measured while reading, one row and all kept rows have a limit, and nothing is
//! ever written to disk.

mod archive;
mod as_of;
mod connections;
mod decode;
mod header;
mod invitations;
mod limits;
mod messages;
mod owner;
mod reading;
mod sheet;
mod unreadable;
mod when;

use std::io::{self, Read, Seek};
use std::ops::ControlFlow;

use crate::domain::arrival::Arrival;

pub use limits::ENTRIES as MOST_FILES;
use reading::{Leaf, Reading};
pub use unreadable::Unreadable;

/// How far the reading of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, as in `reading connections`.
    pub doing: &'static str,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all, as far as the file tells.
    pub of: u64,
}

/// Is told how far the reading is, every few thousand rows; can stop it.
pub type OnProgress<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// A file of an unpacked export, opened only when its turn comes.
pub struct ExportFile<'a> {
    /// Its path inside the folder, with `/` between folders.
    pub path: String,
    /// How long it is.
    pub size: u64,
    /// Opens it.
    pub open: Box<dyn FnOnce() -> io::Result<Box<dyn Read + 'a>> + 'a>,
}

/// Reads a zip archive; `name` is its own name, without the folders above it.
///
/// # Errors
/// Says why nothing of the archive was taken, and what to do.
pub fn read_zip<R: Read + Seek>(
    name: &str,
    reader: R,
    progress: &mut OnProgress<'_>,
) -> Result<Arrival, Unreadable> {
    let mut archive = archive::open(name, reader)?;
    let entries = archive::tables(name, &archive)?;
    let mut reading = Reading::new(name, progress);
    for entry in entries {
        let file = archive.by_index(entry.index).map_err(|cause| archive::unreadable(&entry.path, &cause))?;
        reading.take(Leaf {
            path: entry.path,
            size: entry.size,
            limit: limits::unpacked(entry.packed),
            taken_on: entry.changed_on,
            reader: Box::new(file),
        })?;
    }
    reading.finish()
}

/// Reads the files of an unpacked export, or a single table; `name` is the own name of the folder or file.
///
/// # Errors
/// Says why nothing was taken, and what to do.
pub fn read_files(
    name: &str,
    mut files: Vec<ExportFile<'_>>,
    progress: &mut OnProgress<'_>,
) -> Result<Arrival, Unreadable> {
    files.sort_by(|a, b| archive::order(&a.path).cmp(&archive::order(&b.path)));
    let mut reading = Reading::new(name, progress);
    for file in files {
        let reader = match (file.open)() {
            Ok(reader) => reader,
            Err(cause) => return Err(Unreadable::NotOpened { path: file.path, cause }),
        };
        reading.take(Leaf {
            path: file.path,
            size: file.size,
            limit: limits::TABLE_BYTES,
            taken_on: None,
            reader,
        })?;
    }
    reading.finish()
}

/// Whether a file inside an export may hold a table, by its name: what the system left there and files of other
/// kinds are not even opened.
pub fn may_hold_a_table(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    let hidden = lower.split('/').any(|part| part.starts_with('.') || part == "__macosx");
    !hidden && [".csv", ".tsv", ".txt"].iter().any(|end| lower.ends_with(end))
}
