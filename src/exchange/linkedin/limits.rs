//! How much is read before it is taken for a trap: measured while reading, never believed from a header.

use std::fmt;
use std::io::{self, Read};

/// Entries of an archive. The largest real ones hold a few hundred.
pub const ENTRIES: usize = 10_000;

/// Bytes of one table. A million connections take about 150 MB.
pub const TABLE_BYTES: u64 = 1 << 30;

/// Bytes of one row, all fields together. The longest real messages have some ten thousand.
pub const ROW_BYTES: usize = 1 << 20;

/// Columns of one row. Real tables have 13 at most.
pub const COLUMNS: usize = 1_000;

/// Characters of a name, a company, a role, an address. Real ones have some hundred.
pub const CELL_CHARS: usize = 1_000;

/// Bytes of all rows together. A row is in memory twice while an import is planned, as it was read and as what becomes
/// of it, and the whole has to stay below 512 MiB.
pub const KEPT_BYTES: usize = 220 << 20;

/// What a row counts besides its own bytes: little, so that a million real rows are within the limit.
pub const ROW_OVERHEAD: usize = 60;

// Tables of text shrink to a tenth; the most that DEFLATE can do is a thousandth.
const RATIO: u64 = 150;
const RATIO_FROM: u64 = 32 << 20;

/// How long a table may become that takes `packed` bytes in an archive.
pub fn unpacked(packed: u64) -> u64 {
    packed.saturating_mul(RATIO).clamp(RATIO_FROM, TABLE_BYTES)
}

/// What was exceeded; travels inside an [`io::Error`] through the layers of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The limit of a table.
    Table,
    /// The limit of a row.
    Row,
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Over::Table => "the table is too large",
            Over::Row => "the row is too long",
        })
    }
}

impl std::error::Error for Over {}

/// Gives out at most so many bytes, then an error (not a quiet end, which would look like a whole file).
pub struct Ration<R> {
    inner: R,
    left: u64,
    over: Over,
}

impl<R> Ration<R> {
    /// A ration of `bytes`, and what is exceeded when more is asked for.
    pub fn new(inner: R, bytes: u64, over: Over) -> Self {
        Self { inner, left: bytes, over }
    }

    /// A fresh ration.
    pub fn renew(&mut self, bytes: u64) {
        self.left = bytes;
    }
}

impl<R: Read> Read for Ration<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buf)?;
        if count as u64 > self.left {
            return Err(io::Error::other(self.over));
        }
        self.left -= count as u64;
        Ok(count)
    }
}

/// What was exceeded, where that is the reason of the error.
pub fn exceeded(error: &io::Error) -> Option<Over> {
    error.get_ref()?.downcast_ref().copied()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::ops::ControlFlow;

    use super::super::{ExportFile, Unreadable, read_files};
    use super::*;

    /// One row again and again, without an end.
    struct Again {
        row: Vec<u8>,
        at: usize,
    }

    impl Read for Again {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let count = (&self.row[self.at..]).read(buf)?;
            self.at = (self.at + count) % self.row.len();
            Ok(count)
        }
    }

    #[test]
    fn a_million_real_rows_are_within_the_limit() {
        const { assert!(1_000_000 * (150 + ROW_OVERHEAD) < KEPT_BYTES) }
    }

    #[test]
    fn rows_that_cannot_all_be_held_end_the_reading_long_before_the_table_does() {
        let header = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n";
        let address = "https://www.linkedin.com/in/";
        let who = format!("1,Ana,{address}ana,Robin,{address}robin,2026-11-20 08:00:00 UTC");
        let row = format!("{who},{}\n", "x".repeat(200_000)).into_bytes();
        let most = (KEPT_BYTES / row.len()) as u64;
        let rows = Cursor::new(header).chain(Again { row, at: 0 });
        let open = Box::new(move || Ok(Box::new(rows) as Box<dyn Read>));
        let file = ExportFile { path: "messages.csv".to_owned(), size: TABLE_BYTES, open };
        let read = read_files("messages.csv", vec![file], &mut |_| ControlFlow::Continue(()));
        let Err(Unreadable::TooLarge { line, .. }) = read else { panic!("{read:?}") };
        assert!((most - 5..most + 5).contains(&line), "{line} of {most}");
    }
}
