//! The header row of a table: what it says that the table holds, and what it lacks where a name of it was changed.

use csv::{ReaderBuilder, Terminator};

use super::unreadable::Unreadable;
use super::{decode, limits};
use crate::domain::run::TableKind;

// The header stands within the first lines.
const HEAD_ROWS: usize = 50;

const KINDS: [TableKind; 3] = [TableKind::Connections, TableKind::Invitations, TableKind::Messages];

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The columns without which a table is not known, as the platform writes them. Messages of 2018 have no
/// `CONVERSATION ID`; their `Content` tells them from tables of other things.
fn needed(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::Connections => &["First Name", "Connected On"],
        TableKind::Invitations => &["From", "To", "Sent At", "Direction"],
        TableKind::Messages => &["FROM", "TO", "DATE", "CONTENT"],
    }
}

/// The columns that come with them in most years.
fn usual(kind: TableKind) -> &'static [&'static str] {
    match kind {
        TableKind::Connections => &["Last Name", "URL", "Email Address", "Company", "Position"],
        TableKind::Invitations => &["Message"],
        TableKind::Messages => &["CONVERSATION ID", "SENDER PROFILE URL", "SUBJECT", "FOLDER"],
    }
}

pub fn dialect(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder
        .delimiter(delimiter)
        .terminator(Terminator::Any(b'\n')) // the CR of a CRLF is white space at the end of the last field
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(64 << 10);
    builder
}

/// What the table holds, its separator, and how many rows stand above the header.
pub fn find_header(head: &[u8]) -> Option<(TableKind, u8, usize)> {
    SEPARATORS.into_iter().find_map(|delimiter| {
        let mut above = 0;
        rows(head, delimiter).find_map(|row| {
            let found = kind(&row.titles).map(|kind| (kind, delimiter, above));
            above += usize::from(!row.blank);
            found
        })
    })
}

/// One form for the name of a column.
pub fn title(field: &[u8]) -> String {
    let (text, _) = decode::field(field);
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Why a table is not known that its name, or most of its columns, say it is.
pub fn nearly(file: &str, head: &[u8]) -> Option<(TableKind, Unreadable)> {
    let named = KINDS.into_iter().find(|kind| first_word(file) == kind.token());
    let rows = || SEPARATORS.into_iter().flat_map(|delimiter| rows(head, delimiter));
    let candidates = rows().flat_map(|row| KINDS.map(|kind| (row.known(kind), kind, row.line)));
    let best = candidates
        .filter(|(known, kind, _)| match named {
            Some(named) => *kind == named && *known > 1,
            None => *known * 3 > (needed(*kind).len() + usual(*kind).len()) * 2,
        })
        .max_by_key(|(known, ..)| *known);
    let (kind, line) = match (best, named) {
        (Some((_, kind, line)), _) => (kind, Some(line)),
        (None, Some(kind)) => (kind, None),
        (None, None) => return None,
    };
    let titles = rows().find(|row| Some(row.line) == line && row.known(kind) > 0).map(|row| row.titles);
    let titles = titles.unwrap_or_default();
    let missing = needed(kind).iter().filter(|name| !titles.contains(&name.to_lowercase()));
    let missing = missing.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    Some((kind, Unreadable::OtherHeader { file: file.to_owned(), line, kind, missing }))
}

/// A row that may be a header.
struct Candidate {
    titles: Vec<String>,
    line: u64,
    blank: bool,
}

impl Candidate {
    /// How many columns of such a table it has.
    fn known(&self, kind: TableKind) -> usize {
        let names = needed(kind).iter().chain(usual(kind));
        names.filter(|name| self.titles.contains(&name.to_lowercase())).count()
    }
}

fn rows(head: &[u8], delimiter: u8) -> impl Iterator<Item = Candidate> {
    let rows = dialect(delimiter).from_reader(head).into_byte_records();
    rows.take(HEAD_ROWS).map_while(Result::ok).map(|record| {
        let begin = record.position().map_or(0, |at| at.byte() as usize).min(head.len());
        // The reader notes the place before it has passed over empty lines.
        let empty = head[begin..].iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        let lines = head[..begin + empty].split(|b| *b == b'\n').count();
        Candidate {
            titles: record.iter().take(limits::COLUMNS).map(title).collect(),
            line: lines as u64,
            blank: record.as_slice().trim_ascii().is_empty(),
        }
    })
}

fn kind(titles: &[String]) -> Option<TableKind> {
    let has = |name: &&str| titles.contains(&name.to_lowercase());
    let known = KINDS.into_iter().find(|kind| needed(*kind).iter().all(has));
    // Some years have columns of messages that others do not.
    known.or_else(|| ["conversation id", "from", "date"].iter().all(has).then_some(TableKind::Messages))
}

/// `Connections (1).csv` is called as the table that it holds; `guide_messages.csv` is not.
fn first_word(file: &str) -> String {
    file.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}
