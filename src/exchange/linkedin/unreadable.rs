//! Why nothing was taken from an export, in words that say where and what to do.

use std::io;

use thiserror::Error;

use super::limits;
use crate::domain::run::TableKind;
use crate::domain::visible::line as safe;

/// Nothing was taken from an export, and nothing was changed. Names from the file are already safe to show.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// The user stopped it.
    #[error("stopped: nothing was changed")]
    Cancelled,

    /// No such path.
    #[error("could not find {}: check the path", safe(.path))]
    NotThere {
        /// As it was given.
        path: String,
    },

    /// The system did not give it.
    #[error("could not open {}: {cause}; check that it is there and that you may read it", safe(.path))]
    NotOpened {
        /// As it was given.
        path: String,
        /// What the system said.
        cause: io::Error,
    },

    /// `-`, a pipe, a device.
    #[error(
        "could not read {}: an export is read from a file or a folder, save it as one and give its path",
        safe(.path)
    )]
    NoFile {
        /// As it was given.
        path: String,
    },

    /// Named as an archive, but none.
    #[error("{} is not a zip archive, whatever its name says: download the export again", safe(.name))]
    NotAZip {
        /// Its name.
        name: String,
    },

    /// Cut off, or changed on its way.
    #[error("{}{} could not be read to its end ({}): it is damaged or cut off, download the export again",
        safe(.file), at(*.line), safe(.cause))]
    Damaged {
        /// The archive or the file in it.
        file: String,
        /// The line that was reached.
        line: Option<u64>,
        /// What was found.
        cause: String,
    },

    /// Locked with a password.
    #[error("{} is locked with a password: unpack the archive and give the folder", safe(.file))]
    Encrypted {
        /// The file in the archive.
        file: String,
    },

    /// Built to do harm, or by mistake.
    #[error(
        "{} {what}: this is not an archive as LinkedIn makes them, nothing of it was read; download the export again",
        safe(.file)
    )]
    Hostile {
        /// The archive or the file in it.
        file: String,
        /// What is wrong with it, as in `holds ...`.
        what: &'static str,
    },

    /// A folder that is no export's.
    #[error(
        "{} holds more than 10,000 files, with the folders in it: give the folder of the export itself",
        safe(.path)
    )]
    Crowded {
        /// The folder at which it was seen.
        path: String,
    },

    /// Folders beside each other, each with tables.
    #[error(
        "{} holds several exports: give one of them alone, such as {} or {}",
        safe(.name),
        safe(.one),
        safe(.other)
    )]
    SeveralExports {
        /// The archive or folder.
        name: String,
        /// A folder in it.
        one: String,
        /// Another one.
        other: String,
    },

    /// A row without end.
    #[error(
        "{}, line {line}: this row is longer than {} KiB; look for a quotation mark that is never closed, or \
         download the export again",
        safe(.file),
        limits::ROW_BYTES / 1024
    )]
    TooLong {
        /// The table.
        file: String,
        /// Where the row begins.
        line: u64,
    },

    /// A row that swallows the rest of the table.
    #[error(
        "{}, line {line}: a quotation mark opens in this row and never closes, so the rest of the table is lost; the \
         file is cut off or was changed, download the export again",
        safe(.file)
    )]
    NeverClosed {
        /// The table.
        file: String,
        /// Where the row begins.
        line: u64,
    },

    /// A row of very many fields.
    #[error("{}, line {line}: this row has {columns} columns; download the export again", safe(.file))]
    TooWide {
        /// The table.
        file: String,
        /// Where the row begins.
        line: u64,
        /// How many columns it has.
        columns: usize,
    },

    /// More than can be held.
    #[error(
        "{}, line {line}: the table is larger than inroads can hold (a million rows are no problem); check where \
         the file comes from",
        safe(.file)
    )]
    TooLarge {
        /// The table.
        file: String,
        /// The line that was reached.
        line: u64,
    },

    /// No table at all.
    #[error(
        "{} holds no Connections, Invitations or messages table. LinkedIn sends a small archive within minutes and \
         the full one within a day: wait for the second mail, or give the folder that holds the tables",
        safe(.name)
    )]
    NoTable {
        /// The archive, folder or file.
        name: String,
    },

    /// A table by its name or by most of its columns, without one that is needed.
    #[error("{}{}, so no {} were read. If a spreadsheet has changed the file, take the one that LinkedIn sent, or give \
             the columns their names back",
        safe(.file), lacks(*.line, .missing), .kind.token())]
    OtherHeader {
        /// The table.
        file: String,
        /// Where its header stands, if it has one.
        line: Option<u64>,
        /// What it seems to hold.
        kind: TableKind,
        /// The names that the header lacks, in quotation marks.
        missing: String,
    },

    /// Messages of the years in which people were only named.
    #[error(
        "{} has no addresses of people, as in exports of 2018, and a name does not say who somebody is: its {} \
         left aside; import newer messages, or the tables of connections and invitations",
        safe(.file),
        counted(*.rows)
    )]
    NoAddresses {
        /// The table.
        file: String,
        /// How many rows it has.
        rows: usize,
    },

    /// A table that was found, with nothing below its header.
    #[error("{} has its header and no row below it: download the export again", safe(.file))]
    NoRows {
        /// The table.
        file: String,
    },

    /// A table without a single date, in an archive without one in its name.
    #[error("nothing in {} tells its day: give the archive under the name that LinkedIn gave it", safe(.name))]
    NoDay {
        /// The archive, folder or file.
        name: String,
    },

    /// A table of which no row could be understood: most likely it was misread, and its silence means nothing.
    #[error(
        "{}: none of its {rows} rows could be read. The first, line {line}: {}. If a spreadsheet has changed the \
         file, take the one that LinkedIn sent",
        safe(.file),
        safe(.reason)
    )]
    NoRowRead {
        /// The table.
        file: String,
        /// How many rows it has.
        rows: usize,
        /// The first of them.
        line: u64,
        /// Why that one was left out.
        reason: String,
    },
}

fn at(line: Option<u64>) -> String {
    line.map(|line| format!(", line {line},")).unwrap_or_default()
}

fn lacks(line: Option<u64>, missing: &str) -> String {
    match line {
        Some(line) => format!(", line {line}: this header lacks {missing}"),
        None => format!(": none of its first lines is a header with {missing}"),
    }
}

fn counted(messages: usize) -> String {
    if messages == 1 { "1 message was".to_owned() } else { format!("{messages} messages were") }
}
