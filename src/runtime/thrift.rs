//! Draws with few bytes: over SSH a key press is felt by what it sends.
//!
//! The library's own writer moves the cursor for each gap between two changed cells and sets each colour and weight by
//! a sequence of its own. Here a gap is written again where that is shorter than a jump, since what stands there is
//! known; many blanks are erased at once, a blank takes any look that does not show on it, and everything about a
//! cell's look goes into one sequence.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

use crate::ui::text;

/// From how many blanks on they are erased by a sequence of their own, with a jump over them.
const ERASED_FROM: u16 = 10;
/// The longest gap of which it is asked whether it could be written again: a jump takes fewer bytes than that.
const FARTHEST: usize = 8;

/// A terminal that is drawn to with few bytes.
pub struct Thrift<W: Write> {
    inner: CrosstermBackend<W>,
    // What the terminal shows.
    shown: Buffer,
    // The cursor was hidden by us, and nobody else had the terminal since.
    hidden: bool,
}

/// Foreground, background, weights.
pub(super) type Look = (Color, Color, Modifier);

const PLAIN: Look = (Color::Reset, Color::Reset, Modifier::empty());

impl<W: Write> Thrift<W> {
    /// Over this writer; nothing is shown yet.
    pub fn new(out: W) -> Self {
        Self { inner: CrosstermBackend::new(out), shown: Buffer::empty(Rect::ZERO), hidden: false }
    }

    fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::ZERO);
    }

    // Writes a cell, or counts it where it is one more blank.
    fn write(&mut self, pen: &mut Pen, x: u16, y: u16, cell: &Cell) {
        if shows_nothing(cell) {
            if !pen.blanks.is_some_and(|(from, row, count)| row == y && self.is_blank(from + count, x, y)) {
                self.write_blanks(pen);
            }
            let from = pen.blanks.map_or(x, |(from, ..)| from);
            pen.blanks = Some((from, y, x + 1 - from));
        } else {
            self.write_blanks(pen);
            self.put(pen, x, y, cell);
        }
        self.remember(x, y, cell);
    }

    // Whether nothing shows in these columns, as between the words of a line that goes.
    fn is_blank(&self, from: u16, to: u16, y: u16) -> bool {
        (from..to).all(|x| self.shown.cell((x, y)).is_some_and(shows_nothing))
    }

    // Writes what the library takes to be there already.
    fn write_again(&mut self, pen: &mut Pen, x: u16, y: u16) {
        if let Some(cell) = self.shown.cell((x, y)).cloned() {
            self.write(pen, x, y, &cell);
            // What is asked for must not be left out as a blank that is known to be one.
            self.write_blanks(pen);
        }
    }

    fn write_spilled(&mut self, pen: &mut Pen, spilled: &mut Spilled, x: u16, y: u16) {
        let (row, columns) = (spilled.row, spilled.up_to(x, y));
        let mut at = columns.start;
        while at < columns.end {
            self.write_again(pen, at, row);
            // The second half of a wide one comes with it.
            at += self.shown.cell((at, row)).map_or(1, |cell| text::width(cell.symbol()).max(1) as u16);
        }
    }

    fn write_blanks(&self, pen: &mut Pen) {
        let Some((from, y, count)) = pen.blanks.take() else { return };
        if count < ERASED_FROM {
            (from..from + count).for_each(|x| self.put(pen, x, y, &Cell::EMPTY));
            return;
        }
        pen.jump(from, y);
        pen.look(PLAIN);
        let _ = write!(pen.out, "\x1b[{count}X"); // a String takes everything
    }

    // Puts a cell in its place: over a gap that is written again, or by a jump, whichever is shorter.
    fn put(&self, pen: &mut Pen, x: u16, y: u16, cell: &Cell) {
        if pen.at == Some((x, y)) {
            pen.put(cell);
        } else {
            let mut jumped = pen.branch();
            jumped.jump(x, y);
            jumped.put(cell);
            let mut again = pen.branch();
            let gap = self.gap(pen, x, y);
            gap.unwrap_or_default().iter().chain([cell]).for_each(|cell| again.put(cell));
            let best = if gap.is_some() && again.out.len() < jumped.out.len() { again } else { jumped };
            pen.out.push_str(&best.out);
            pen.set = best.set;
        }
        // How wide a terminal draws joined or combined characters is its own affair: what comes after them is
        // put in its place, so that one name does not shift the rest of its row.
        pen.at = (!is_joined(cell)).then(|| (x + text::width(cell.symbol()).max(1) as u16, y));
    }

    fn remember(&mut self, x: u16, y: u16, cell: &Cell) {
        let Rect { width, height, .. } = self.shown.area;
        if x < width && y < height {
            self.shown[(x, y)] = cell.clone();
            // A wide character wipes out what its second half covers.
            for covered in x + 1..(x + text::width(cell.symbol()) as u16).min(width) {
                self.shown[(covered, y)] = cell.clone();
                self.shown[(covered, y)].set_symbol(" ");
            }
        }
    }

    // The cells from the pen to this place, where they can be written again as they stand.
    fn gap(&self, pen: &Pen, x: u16, y: u16) -> Option<&[Cell]> {
        let (from, row) = pen.at?;
        if row != y || from > x || x > self.shown.area.width || y >= self.shown.area.height {
            return None;
        }
        let cells = &self.shown.content[self.shown.index_of(from, y)..][..usize::from(x - from)];
        let known = |cell: &Cell| text::width(cell.symbol()) == 1 && !is_joined(cell);
        (cells.len() <= FARTHEST && cells.iter().all(known)).then_some(cells)
    }
}

// Columns that joined or combined characters may have spilled into, where a terminal draws each of them on its own:
// they are written again, or a stray mark would stay there.
#[derive(Clone, Copy, Default)]
struct Spilled {
    row: u16,
    from: u16,
    to: u16,
}

impl Spilled {
    // Those before this cell, from left to right; they count as written then.
    fn up_to(&mut self, x: u16, y: u16) -> std::ops::Range<u16> {
        let end = if y == self.row { x.min(self.to) } else { self.to };
        let before = self.from..end.max(self.from);
        self.from = before.end;
        before
    }

    // A cell is written here.
    fn by(&mut self, x: u16, y: u16, cell: &Cell) {
        let end = x + text::width(cell.symbol()).max(1) as u16;
        let apart: usize =
            cell.symbol().chars().map(|c| text::width(c.encode_utf8(&mut [0; 4])).max(1)).sum();
        let to = x + apart as u16;
        if y == self.row && self.to > end {
            // It lies within what another one has spilled.
            (self.from, self.to) = (end, self.to.max(to));
        } else {
            (self.row, self.from, self.to) = (y, end, to.max(end));
        }
    }
}

fn is_joined(cell: &Cell) -> bool {
    cell.symbol().chars().nth(1).is_some()
}

// A blank on which no colour or weight can be seen.
fn shows_nothing(cell: &Cell) -> bool {
    cell.symbol() == " " && invisible(look(cell))
}

fn invisible((_, bg, weights): Look) -> bool {
    bg == Color::Reset
        && !weights.intersects(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT)
}

// What is written, in which look, and where the cursor is then, where that is known.
struct Pen {
    out: String,
    set: Look,
    at: Option<(u16, u16)>,
    // Blanks that are not written yet: column, row, how many.
    blanks: Option<(u16, u16, u16)>,
}

impl Pen {
    // The same pen, for a try on a sheet of its own.
    fn branch(&self) -> Self {
        Self { out: String::new(), blanks: None, ..*self }
    }

    // Goes there without writing anything on the way.
    fn jump(&mut self, x: u16, y: u16) {
        // A String takes everything.
        let _ = match self.at {
            Some((column, row)) if (column, row) == (x, y) => Ok(()),
            Some((column, row)) if row == y && column < x => write!(self.out, "\x1b[{}C", x - column),
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1),
        };
        self.at = Some((x, y));
    }

    fn put(&mut self, cell: &Cell) {
        if !(shows_nothing(cell) && invisible(self.set)) {
            self.look(look(cell));
        }
        self.out.push_str(cell.symbol());
    }

    fn look(&mut self, look: Look) {
        if look != self.set {
            self.set = look;
            set_look(&mut self.out, look);
        }
    }
}

fn look(cell: &Cell) -> Look {
    (cell.fg, cell.bg, cell.modifier)
}

/// Everything about a look in one sequence.
pub(super) fn set_look(out: &mut String, (fg, bg, weights): Look) {
    const WEIGHTS: [(Modifier, &str); 6] = [
        (Modifier::BOLD, ";1"),
        (Modifier::DIM, ";2"),
        (Modifier::ITALIC, ";3"),
        (Modifier::UNDERLINED, ";4"),
        (Modifier::REVERSED, ";7"),
        (Modifier::CROSSED_OUT, ";9"),
    ];
    out.push_str("\x1b[");
    for (weight, code) in WEIGHTS {
        if weights.contains(weight) {
            out.push_str(code);
        }
    }
    for (colour, base) in [(fg, 30), (bg, 40)] {
        if let Some(number) = sixteen(colour) {
            let code = if number < 8 { base + number } else { base + 52 + number };
            let _ = write!(out, ";{code}");
        }
    }
    // An empty first parameter is a reset.
    out.push('m');
}

// The theme knows no colours but the terminal's own sixteen.
fn sixteen(colour: Color) -> Option<u16> {
    Some(match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

impl<W: Write> Backend for Thrift<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if self.shown.area.is_empty() {
            // The library takes the screen for blank before its first picture, and so do we.
            let size = self.size()?;
            self.shown = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        }
        let mut pen = Pen { out: String::new(), set: PLAIN, at: None, blanks: None };
        // The second half of a wide character whose first half is written over. Most terminals wipe it out, in the look
        // of the moment; the library knows it for a blank in the look of its character, and does not draw one of that
        // look there again.
        let mut orphan: Option<(u16, u16)> = None;
        let mut spilled = Spilled::default();
        for (x, y, cell) in content {
            if let Some((x, y)) = orphan.take_if(|place| *place != (x, y)) {
                self.write_again(&mut pen, x, y);
            }
            self.write_spilled(&mut pen, &mut spilled, x, y);
            spilled.by(x, y, cell);
            let end = x + text::width(cell.symbol()).max(1) as u16;
            let cuts = self.shown.cell((end - 1, y)).is_some_and(|cell| text::width(cell.symbol()) > 1);
            orphan = (cuts && end < self.shown.area.width).then_some((end, y));
            self.write(&mut pen, x, y, cell);
        }
        if let Some((x, y)) = orphan {
            self.write_again(&mut pen, x, y);
        }
        self.write_spilled(&mut pen, &mut spilled, 0, u16::MAX);
        self.write_blanks(&mut pen);
        let Pen { mut out, set, .. } = pen;
        if set != PLAIN {
            set_look(&mut out, PLAIN);
        }
        self.inner.write_all(out.as_bytes())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.hidden = false;
        let size = self.size()?;
        self.shown = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        if region == ClearType::All {
            return self.clear();
        }
        self.forget();
        self.inner.clear_region(region)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.forget();
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if !self.hidden {
            self.inner.hide_cursor()?;
            self.hidden = true;
        }
        Ok(())
    }

    // The library shows the cursor when it is dropped, and panics where it cannot say that the terminal is gone.
    fn show_cursor(&mut self) -> io::Result<()> {
        self.hidden = false;
        let _ = self.inner.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests;
