//! Draws with few bytes: over SSH a key press is felt by what it sends.
//!
//! The library's own writer moves the cursor for each gap between two changed cells and sets each colour and weight by
//! a sequence of its own. Here a short gap is written again instead of jumped over, since what stands there is known,
//! and everything about a cell's look goes into one sequence.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

use crate::ui::text;

/// The longest gap that is written again: a jump takes at least as many bytes.
const GAP: u16 = 6;

/// A terminal that is drawn to with few bytes.
pub struct Thrift<W: Write> {
    inner: CrosstermBackend<W>,
    // What the terminal shows.
    shown: Buffer,
}

type Look = (Color, Color, Modifier);

const PLAIN: Look = (Color::Reset, Color::Reset, Modifier::empty());

impl<W: Write> Thrift<W> {
    /// Over this writer; nothing is shown yet.
    pub fn new(out: W) -> Self {
        Self { inner: CrosstermBackend::new(out), shown: Buffer::empty(Rect::ZERO) }
    }

    fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::ZERO);
    }

    // Writes a cell: over a short gap or by a jump, in its look.
    fn write(&mut self, pen: &mut Pen, x: u16, y: u16, cell: &Cell) {
        let gap = match pen.at {
            Some((column, row)) if row == y && column <= x => self.gap(y, column, x),
            _ => None,
        };
        match gap {
            Some(cells) => cells.iter().for_each(|cell| pen.put(cell)),
            None => drop(write!(pen.out, "\x1b[{};{}H", y + 1, x + 1)), // a String takes everything
        }
        pen.put(cell);
        // How wide a terminal draws joined or combined characters is its own affair: what comes after them is
        // put in its place, so that one name does not shift the rest of its row.
        let joined = cell.symbol().chars().nth(1).is_some();
        pen.at = (!joined).then(|| (x + text::width(cell.symbol()).max(1) as u16, y));
        self.remember(x, y, cell);
    }

    fn remember(&mut self, x: u16, y: u16, cell: &Cell) {
        let Rect { width, height, .. } = self.shown.area;
        if x < width && y < height {
            self.shown[(x, y)] = cell.clone();
            // A wide character wipes out what its second half covers.
            for covered in x + 1..(x + text::width(cell.symbol()) as u16).min(width) {
                self.shown[(covered, y)] = Cell::EMPTY;
            }
        }
    }

    // The cells from `from` to `to` of a row, where they can be written again as they stand.
    fn gap(&self, y: u16, from: u16, to: u16) -> Option<&[Cell]> {
        if from == to {
            return Some(&[]);
        }
        let known = to <= self.shown.area.width && y < self.shown.area.height && to - from <= GAP;
        if !known {
            return None;
        }
        let cells = &self.shown.content[self.shown.index_of(from, y)..][..usize::from(to - from)];
        cells.iter().all(|cell| text::width(cell.symbol()) == 1).then_some(cells)
    }
}

// What is written, in which look, and where the cursor is then, where that is known.
struct Pen {
    out: String,
    set: Look,
    at: Option<(u16, u16)>,
}

impl Pen {
    fn put(&mut self, cell: &Cell) {
        if look(cell) != self.set {
            self.set = look(cell);
            set_look(&mut self.out, self.set);
        }
        self.out.push_str(cell.symbol());
    }
}

fn look(cell: &Cell) -> Look {
    (cell.fg, cell.bg, cell.modifier)
}

// Everything about a look in one sequence.
fn set_look(out: &mut String, (fg, bg, weights): Look) {
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
        let mut pen = Pen { out: String::new(), set: PLAIN, at: None };
        // A half of a wide character whose other half was written over. Most terminals wipe it out by themselves; not
        // all do, and what is equal to what was hidden there is not drawn again.
        let mut orphan: Option<(u16, u16, Cell)> = None;
        for (x, y, cell) in content {
            if let Some((left_x, left_y, blank)) = orphan.take_if(|(ox, oy, _)| (*ox, *oy) != (x, y)) {
                self.write(&mut pen, left_x, left_y, &blank);
            }
            let before = self.shown.cell((x, y)).map_or(1, |cell| text::width(cell.symbol()));
            let now = text::width(cell.symbol());
            orphan = (before > 1 && now == 1).then(|| {
                let mut blank = cell.clone();
                blank.set_symbol(" ");
                (x + 1, y, blank)
            });
            self.write(&mut pen, x, y, cell);
        }
        if let Some((x, y, blank)) = orphan {
            self.write(&mut pen, x, y, &blank);
        }
        let Pen { mut out, set, .. } = pen;
        if set != PLAIN {
            set_look(&mut out, PLAIN);
        }
        self.inner.write_all(out.as_bytes())
    }

    fn clear(&mut self) -> io::Result<()> {
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
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
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
mod tests {
    use ratatui::Terminal;
    use ratatui::layout::Rect;
    use ratatui::style::{Style, Stylize};
    use ratatui::text::Line;
    use ratatui::{TerminalOptions, Viewport};

    use super::*;

    /// What a terminal shows after pictures were drawn one after the other.
    fn drawn(pictures: &[Vec<Line<'static>>]) -> (String, usize) {
        let area = Rect::new(0, 0, 20, 3);
        let mut bytes = Vec::new();
        let mut thrift = Thrift::new(&mut bytes);
        thrift.shown = Buffer::empty(area);
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let mut terminal = Terminal::with_options(thrift, options).expect("a terminal");
        for picture in pictures {
            let draw = |frame: &mut ratatui::Frame| {
                for (line, y) in picture.iter().zip(0..) {
                    frame.render_widget(line.clone(), Rect { y, height: 1, ..area });
                }
            };
            terminal.draw(draw).expect("a picture");
        }
        drop(terminal);
        let mut parser = vt100::Parser::new(3.try_into().expect("3"), 20.try_into().expect("20"), 0);
        parser.process(&bytes);
        let screen = parser.screen();
        let cells = (0..3).flat_map(|y| (0..20).map(move |x| (y, x))).filter_map(|(y, x)| screen.cell(y, x));
        let shown = cells.map(|cell| {
            // A blank that was written and a cell that never was look the same.
            let text = if cell.contents().is_empty() { " " } else { cell.contents() };
            format!("{text}{:?}{}{}{} ", cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse())
        });
        (shown.collect(), bytes.len())
    }

    #[test]
    fn what_is_shown_is_what_was_drawn_last_whatever_was_there_before() {
        let old =
            vec![Line::raw("abcdefghij 12345"), Line::from("日本語 and more".bold()), Line::raw("same same")];
        let new = vec![
            Line::raw("abXdefgYij 123"),
            Line::from(vec!["日".cyan(), "xx語 and".into(), " 👩\u{200d}👧 m".reversed()]),
            Line::styled("same same", Style::new().dim()),
        ];
        let (over_old, _) = drawn(&[old, new.clone()]);
        assert_eq!(over_old, drawn(&[new]).0);
    }

    #[test]
    fn a_short_gap_is_written_again_instead_of_jumped_over() {
        let (_, first) = drawn(&[vec![Line::raw("a-b-c-d-e-f")]]);
        let (_, both) = drawn(&[vec![Line::raw("a-b-c-d-e-f")], vec![Line::raw("A-B-C-D-E-F")]]);
        assert!(both - first < 40, "{} bytes", both - first);
    }

    proptest::proptest! {
        #[test]
        fn any_picture_over_any_other_is_the_picture(
            pictures in proptest::collection::vec(proptest::collection::vec("[ab 日語é]{0,14}", 3), 1..5)
        ) {
            let lines = |picture: &Vec<String>| picture.iter().cloned().map(Line::raw).collect::<Vec<_>>();
            let all: Vec<_> = pictures.iter().map(lines).collect();
            let last = vec![all[all.len() - 1].clone()];
            proptest::prop_assert_eq!(drawn(&all).0, drawn(&last).0);
        }
    }
}
