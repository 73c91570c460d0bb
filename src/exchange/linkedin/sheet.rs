//! One table: found by its header row, read row by row, each row with its true line in the file.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::rc::Rc;

use csv::ByteRecord;

use super::decode;
use super::header::{self, dialect, find_header, title};
use super::limits::{self, Over, Ration};
use super::unreadable::Unreadable;
use crate::domain::run::TableKind;

// Preambles are a few hundred bytes long.
const HEAD_BYTES: u64 = 64 << 10;

// Put after the end of a file. Every row then ends in a line break, so lines can be counted; and where the mark comes
// out as a part of a field instead of a row of its own, a quotation mark is open: half of the table is missing.
const END: &[u8] = b"\n\x03\n";

const QUOTED_CHARS: usize = 40;

/// A table with its header behind it.
pub struct Sheet<'a> {
    /// The name of its file, without folders.
    pub file: String,
    /// What it holds.
    pub kind: TableKind,
    /// The first line that had to be read as Windows text.
    pub windows_from: Cell<Option<u64>>,
    header: Vec<String>,
    rows: csv::Reader<Ration<Box<dyn Read + 'a>>>,
    record: ByteRecord,
    /// How long the file is, once that is known.
    file_ends: Rc<Cell<Option<u64>>>,
}

/// What a file turned out to be.
pub enum Opened<'a> {
    /// A table that is known.
    Table(Box<Sheet<'a>>),
    /// One that would be known, were it not for its header.
    Nearly(TableKind, Unreadable),
    /// Anything else.
    NoTable,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub struct Row<'r> {
    /// Its line in the file, the first being 1.
    pub line: u64,
    record: &'r ByteRecord,
    windows_from: &'r Cell<Option<u64>>,
}

/// A column of a table, or none where the table has none of that name.
pub type Column = Option<usize>;

impl<'a> Sheet<'a> {
    /// Looks for a header that is known.
    pub fn open(file: &str, reader: Box<dyn Read + 'a>) -> Result<Opened<'a>, Unreadable> {
        let fail = |cause: &io::Error| io_unreadable(file, 1, cause);
        let mut reader = decode::open(reader).map_err(|cause| fail(&cause))?;
        let mut head = Vec::new();
        reader.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(|cause| fail(&cause))?;
        let Some((kind, delimiter, rows_above)) = find_header(&head) else {
            return Ok(match header::nearly(file, &head) {
                Some((kind, why)) => Opened::Nearly(kind, why),
                None => Opened::NoTable,
            });
        };
        let file_ends = Rc::new(Cell::new(None));
        let text = Cursor::new(head).chain(reader);
        let whole: Box<dyn Read + 'a> = Box::new(Marked::new(text, Rc::clone(&file_ends)));
        let mut sheet = Self {
            file: file.to_owned(),
            kind,
            windows_from: Cell::new(None),
            header: Vec::new(),
            rows: dialect(delimiter).from_reader(Ration::new(whole, 0, Over::Row)),
            record: ByteRecord::new(),
            file_ends,
        };
        for _ in 0..=rows_above {
            sheet.next_row()?;
        }
        sheet.header = sheet.record.iter().map(title).collect();
        Ok(Opened::Table(Box::new(sheet)))
    }

    /// The column of this name, given in lower case.
    pub fn column(&self, name: &str) -> Column {
        self.header.iter().position(|title| title == name)
    }

    /// How many bytes of the file were read.
    pub fn position(&self) -> u64 {
        self.rows.position().byte()
    }

    /// The next row that is not blank.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Unreadable> {
        loop {
            self.rows.get_mut().renew(limits::ROW_BYTES as u64);
            let more = match self.rows.read_byte_record(&mut self.record) {
                Ok(more) => more,
                Err(error) => return Err(self.unreadable(error)),
            };
            if !more {
                return Ok(None);
            }
            if !self.record.as_slice().trim_ascii().is_empty() {
                break;
            }
        }
        let bytes = self.record.as_slice();
        // The reader stands below the row: above it are the row's own line break and those inside its fields.
        let breaks = || bytes.split(|b| *b == b'\n').count() as u64 - 1;
        let inside = if bytes.contains(&b'\n') { breaks() } else { 0 }; // to look for one is quicker than to count
        let line = self.rows.position().line().saturating_sub(1 + inside);
        // The same bytes may stand in the file; a last row without a line break takes that of the mark.
        let behind = self.file_ends.get().is_some_and(|length| self.rows.position().byte() > length + 1);
        if behind && bytes == END.trim_ascii() {
            return Ok(None);
        }
        if behind && bytes.ends_with(END) {
            // Its own line break is among those inside.
            return Err(Unreadable::NeverClosed { file: self.file.clone(), line: line + 1 });
        }
        if self.record.len() > limits::COLUMNS {
            let columns = self.record.len();
            return Err(Unreadable::TooWide { file: self.file.clone(), line, columns });
        }
        Ok(Some(Row { line, record: &self.record, windows_from: &self.windows_from }))
    }

    fn unreadable(&self, error: csv::Error) -> Unreadable {
        let line = self.rows.position().line();
        match error.into_kind() {
            csv::ErrorKind::Io(cause) => io_unreadable(&self.file, line, &cause),
            other => io_unreadable(&self.file, line, &io::Error::other(format!("{other:?}"))),
        }
    }
}

/// A file with the mark of its end behind it.
struct Marked<R> {
    file: R,
    given: u64,
    file_ends: Rc<Cell<Option<u64>>>,
    mark: &'static [u8],
}

impl<R> Marked<R> {
    fn new(file: R, file_ends: Rc<Cell<Option<u64>>>) -> Self {
        Self { file, given: 0, file_ends, mark: END }
    }
}

impl<R: Read> Read for Marked<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.file_ends.get().is_none() {
            let count = self.file.read(buf)?;
            self.given += count as u64;
            if count > 0 || buf.is_empty() {
                return Ok(count);
            }
            self.file_ends.set(Some(self.given));
        }
        self.mark.read(buf)
    }
}

fn io_unreadable(file: &str, line: u64, cause: &io::Error) -> Unreadable {
    let file = file.to_owned();
    match limits::exceeded(cause) {
        Some(Over::Row) => Unreadable::TooLong { file, line },
        Some(Over::Table) => Unreadable::TooLarge { file, line },
        None => Unreadable::Damaged { file, line: Some(line), cause: cause.to_string() },
    }
}

impl<'r> Row<'r> {
    /// How much memory it may take once it is read, on the safe side.
    pub fn weight(&self) -> usize {
        let growth = if self.windows_from.get().is_some() { 3 } else { 1 };
        limits::ROW_OVERHEAD + self.record.as_slice().len() * growth
    }

    /// The text of a field without the white space around it; empty where the row or the table has none.
    pub fn text(&self, column: Column) -> Cow<'r, str> {
        let (text, windows) = decode::field(column.and_then(|at| self.record.get(at)).unwrap_or_default());
        if windows && self.windows_from.get().is_none() {
            self.windows_from.set(Some(self.line));
        }
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// Whether a field is longer than a name, company or role can be.
    pub fn too_long(&self, column: Column) -> bool {
        let text = self.text(column);
        text.len() > limits::CELL_CHARS && text.chars().nth(limits::CELL_CHARS).is_some()
    }

    /// A name, company or role: on one line, with one blank between words.
    pub fn name(&self, column: Column) -> String {
        let text = self.text(column);
        let two_blanks = || text.as_bytes().windows(2).any(|two| two == b"  ");
        if text.is_ascii() && !text.bytes().any(|b| b < b' ') && !two_blanks() {
            return text.into_owned();
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A date, or the reason why there is none, which names the column.
    pub fn date<T>(&self, column: Column, title: &str, read: fn(&str) -> Option<T>) -> Result<T, String> {
        read(&self.text(column))
            .ok_or_else(|| format!("{title}: could not read {} as a date", self.quoted(column)))
    }

    /// The beginning of a field in quotation marks, for a reason.
    pub fn quoted(&self, column: Column) -> String {
        let text = self.text(column);
        match text.char_indices().nth(QUOTED_CHARS) {
            Some((end, _)) => format!("\"{}…\"", &text[..end]),
            None => format!("\"{text}\""),
        }
    }
}
