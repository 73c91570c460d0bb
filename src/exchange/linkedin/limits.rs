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

/// Bytes that all rows together may take in memory.
pub const KEPT_BYTES: usize = 440 << 20;

/// What a row takes in memory besides its own bytes, on the safe side.
pub const ROW_OVERHEAD: usize = 240;

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
