//! Standard output as the command line uses it: safe lines, columns by display width, JSON. No colour, ever.

use std::io::{self, BufWriter, StdoutLock, Write};

use serde::Serialize;

use super::surroundings::Dress;
use crate::domain::visible;
use crate::exchange::json;
use crate::ui::text;
use crate::ui::theme::{self, Glyphs, Theme};

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text::width(text)
}

/// A text with our own glyphs as ASCII, where that is asked for.
pub fn own(dress: Dress, text: &str) -> String {
    match dress {
        Dress::Full => text.to_owned(),
        Dress::Plain => theme::ascii(text),
    }
}

/// What is printed, on its way.
pub struct Paper {
    out: BufWriter<StdoutLock<'static>>,
    theme: Theme,
}

impl Paper {
    /// An empty one.
    pub fn new(theme: Theme) -> Self {
        Self { out: BufWriter::with_capacity(64 * 1024, io::stdout().lock()), theme }
    }

    /// Prints one line, made safe; a line break in it becomes a mark.
    ///
    /// # Errors
    /// Where nobody takes it.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        let line = visible::line(line);
        match self.theme.glyphs {
            Glyphs::Unicode => self.out.write_all(line.trim_end().as_bytes())?,
            Glyphs::Ascii => self.out.write_all(theme::ascii(line.trim_end()).as_bytes())?,
        }
        self.out.write_all(b"\n")
    }

    /// Prints a paragraph in lines of at most so many columns.
    ///
    /// # Errors
    /// Where nobody takes it.
    pub fn paragraph(&mut self, paragraph: &str, columns: usize) -> io::Result<()> {
        text::wrap(paragraph, columns).iter().try_for_each(|line| self.line(line))
    }

    /// Prints rows in columns that are as wide as their widest cell, but not wider than `most`; what is longer pushes
    /// the rest of its own row, since nothing is cut here.
    ///
    /// # Errors
    /// Where nobody takes it.
    pub fn columns<const N: usize>(&mut self, rows: &[[String; N]], most: usize) -> io::Result<()> {
        let widths: [usize; N] = std::array::from_fn(|at| {
            rows.iter().map(|row| text::width(&visible::line(&row[at])).min(most)).max().unwrap_or(0)
        });
        for row in rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(widths) {
                let cell = visible::line(cell);
                let missing = width.saturating_sub(text::width(&cell));
                line.push_str(&cell);
                if width > 0 {
                    line.extend(std::iter::repeat_n(' ', missing + 2));
                }
            }
            self.line(&line)?;
        }
        Ok(())
    }

    /// Prints a value as JSON on a line of its own.
    ///
    /// # Errors
    /// Where nobody takes it.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        json::to_writer(&mut self.out, value)?;
        self.out.write_all(b"\n")
    }

    /// For what is safe already and is written as it is.
    pub fn writer(&mut self) -> &mut impl Write {
        &mut self.out
    }

    /// Everything that was printed is on its way now.
    ///
    /// # Errors
    /// Where nobody takes it.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}
