//! The one place that knows the text-area crate: a buffer with a cursor, moved and cut by grapheme.

use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

mod steps;

use super::key::{Code, Key};
use super::wrap;
use std::ops::Range;
use steps::{Kind, Steps};

/// One line, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A field: no line breaks.
    Line,
    /// A text.
    Lines,
}

/// A text being written.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
    shape: Shape,
    // Where its lines wrap: up and down go by what is seen.
    columns: usize,
    // Whether Shift selects: only where what is selected is shown.
    selects: bool,
    steps: Steps,
}

// The way to a line, and a character in it; the crate counts no further than to 65,535.
fn to_place((line, at): (usize, usize)) -> CursorMove {
    let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    CursorMove::Jump(number(line), number(at))
}

impl Editor {
    /// With a text in it, the cursor at its end.
    pub fn new(shape: Shape, text: &str) -> Self {
        let text = Self::fitting(shape, text);
        let mut area = TextArea::from(text.split('\n'));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        area.set_max_histories(0);
        Self { area, shape, columns: usize::MAX, selects: false, steps: Steps::default() }
    }

    /// The same for several lines, in which Shift and a movement select.
    pub fn selecting(text: &str) -> Self {
        Self { selects: true, ..Self::new(Shape::Lines, text) }
    }

    fn fitting(shape: Shape, text: &str) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        match shape {
            Shape::Lines => text,
            Shape::Line => text.replace('\n', " "),
        }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The lines of the text.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Sets how wide the rows are in which it is shown.
    pub fn set_columns(&mut self, columns: usize) {
        self.columns = columns;
    }

    /// Line and character in that line at which the cursor stands.
    pub fn place(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// Line and byte in that line at which the cursor stands.
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        let line = &self.area.lines()[cursor.0];
        let byte = line.char_indices().nth(cursor.1).map_or(line.len(), |(at, _)| at);
        (cursor.0, byte)
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(String::is_empty)
    }

    /// Puts text in at the cursor, or in place of what is selected, as one step.
    pub fn insert(&mut self, text: &str) {
        let text = Self::fitting(self.shape, text);
        self.change(Kind::Whole, |editor| {
            editor.area.insert_str(&text);
        });
    }

    /// Puts another text in place of the whole one, as one step; the cursor stands at its end.
    pub fn replace(&mut self, text: &str) {
        self.change(Kind::Whole, |editor| editor.set(text, None));
    }

    /// The user paused: what comes now is a step of its own.
    pub fn pause(&mut self) {
        self.steps.pause();
    }

    /// The bytes of the whole text that are selected, where any are.
    pub fn selection(&self) -> Option<Range<usize>> {
        let (from, to) = self.area.selection_range()?;
        let range = self.byte_of(from)..self.byte_of(to);
        (!range.is_empty()).then_some(range)
    }

    /// Selects these bytes of the whole text; the cursor stands at their end.
    pub fn select(&mut self, range: &Range<usize>) {
        self.steps.pause();
        self.go_to(range.start);
        self.area.start_selection();
        self.jump(range.end);
    }

    /// The byte of the whole text at which the cursor stands.
    pub fn offset(&self) -> usize {
        self.byte_of(self.place())
    }

    /// Sets the cursor on a byte of the whole text.
    pub fn go_to(&mut self, byte: usize) {
        self.area.cancel_selection();
        self.jump(byte);
    }

    /// The line, and the character in it, of a byte of the whole text.
    pub fn place_of(&self, byte: usize) -> (usize, usize) {
        let mut left = byte;
        let lines = self.area.lines();
        for (row, line) in lines.iter().enumerate() {
            if left <= line.len() {
                return (row, line.char_indices().take_while(|(at, _)| *at < left).count());
            }
            left -= line.len() + 1;
        }
        let last = lines.len() - 1;
        (last, lines[last].chars().count())
    }

    fn byte_of(&self, (row, at): (usize, usize)) -> usize {
        let lines = self.area.lines();
        let before: usize = lines[..row].iter().map(|line| line.len() + 1).sum();
        before + lines[row].char_indices().nth(at).map_or(lines[row].len(), |(byte, _)| byte)
    }

    fn jump(&mut self, byte: usize) {
        self.go(to_place(self.place_of(byte)));
    }

    // What was typed as one word is one step; what changes nothing is none.
    fn change(&mut self, kind: Kind, how: impl FnOnce(&mut Self)) {
        let (text, place) = (self.text(), self.place());
        how(self);
        if self.text() != text && self.steps.begins(kind) {
            self.steps.keep(text, place);
        }
    }

    fn set(&mut self, text: &str, place: Option<(usize, usize)>) {
        let mut area = TextArea::from(Self::fitting(self.shape, text).split('\n'));
        area.set_max_histories(0);
        area.set_yank_text(self.area.yank_text());
        match place {
            None => {
                area.move_cursor(CursorMove::Bottom);
                area.move_cursor(CursorMove::End);
            }
            Some(place) => area.move_cursor(to_place(place)),
        }
        self.area = area;
    }

    fn undo(&mut self) {
        let now = (self.text(), self.place());
        if let Some((text, place)) = self.steps.back(now) {
            self.set(&text, Some(place));
        }
    }

    fn redo(&mut self) {
        let now = (self.text(), self.place());
        if let Some((text, place)) = self.steps.forth(now) {
            self.set(&text, Some(place));
        }
    }

    /// Takes a key, where it is one for a text; whether it was.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.change(Kind::typed(c), |editor| editor.area.insert_char(c));
            return true;
        }
        if let Some(to) = self.movement(key) {
            self.steps.pause();
            if !key.shift || !self.selects {
                self.area.cancel_selection();
            } else if !self.area.is_selecting() {
                self.area.start_selection();
            }
            to(self);
            return true;
        }
        let selected = self.selection().is_some();
        let deletion: fn(&mut Self) = match key.code {
            Code::Backspace | Code::Delete if selected => |editor| {
                editor.area.delete_char();
            },
            Code::Backspace if key.alt || key.ctrl => |editor| {
                editor.area.delete_word();
            },
            Code::Backspace => Self::delete_before,
            Code::Delete if key.alt || key.ctrl => |editor| {
                editor.area.delete_next_word();
            },
            Code::Delete => Self::delete_after,
            Code::Char('w') if key.ctrl => |editor| {
                editor.area.delete_word();
            },
            Code::Char('u') if key.ctrl => |editor| {
                editor.area.delete_line_by_head();
            },
            Code::Char('k') if key.ctrl => |editor| {
                editor.area.delete_line_by_end();
            },
            Code::Char('x') if key.ctrl && selected => |editor| {
                editor.area.cut();
            },
            Code::Char('v') if key.ctrl => |editor| {
                editor.area.paste();
            },
            Code::Enter if self.shape == Shape::Lines && !key.ctrl => |editor| editor.area.insert_newline(),
            Code::Char('z') if key.ctrl => {
                self.undo();
                return true;
            }
            Code::Char('y' | 'r') if key.ctrl => {
                self.redo();
                return true;
            }
            _ => return false,
        };
        let letter = matches!(key.code, Code::Backspace | Code::Delete) && !(key.alt || key.ctrl || selected);
        self.change(if letter { Kind::Deleted } else { Kind::Whole }, deletion);
        true
    }

    // Where a key moves the cursor to, if it moves it.
    fn movement(&self, key: Key) -> Option<fn(&mut Self)> {
        Some(match key.code {
            Code::Left if key.ctrl || key.alt => |editor| editor.go(CursorMove::WordBack),
            Code::Right if key.ctrl || key.alt => |editor| editor.go(CursorMove::WordForward),
            Code::Left => Self::left,
            Code::Right => Self::right,
            Code::Up if self.shape == Shape::Lines => |editor| editor.row(wrap::Toward::Above),
            Code::Down if self.shape == Shape::Lines => |editor| editor.row(wrap::Toward::Below),
            Code::Home if key.ctrl => |editor| editor.area.move_cursor(CursorMove::Top),
            Code::End if key.ctrl => |editor| editor.jump(usize::MAX),
            Code::Home => |editor| editor.area.move_cursor(CursorMove::Head),
            Code::End => |editor| editor.area.move_cursor(CursorMove::End),
            Code::Char('a') if key.ctrl => |editor| editor.area.move_cursor(CursorMove::Head),
            Code::Char('e') if key.ctrl => |editor| editor.area.move_cursor(CursorMove::End),
            _ => return None,
        })
    }

    // The crate counts characters; an accent or a family emoji is one thing to a person.
    fn grapheme_before(&self) -> usize {
        let (row, byte) = self.cursor();
        self.area.lines()[row][..byte].graphemes(true).next_back().map_or(1, |g| g.chars().count())
    }

    fn grapheme_after(&self) -> usize {
        let (row, byte) = self.cursor();
        self.area.lines()[row][byte..].graphemes(true).next().map_or(1, |g| g.chars().count())
    }

    // The crate knows neither rows nor clusters: a row is chosen by what is seen, and nothing stops inside a cluster.
    fn row(&mut self, toward: wrap::Toward) {
        if let Some(place) = wrap::row(self.area.lines(), self.place(), self.columns, toward) {
            self.go(to_place(place));
        }
    }

    fn go(&mut self, to: CursorMove) {
        self.area.move_cursor(to);
        let (row, byte) = self.cursor();
        let line = &self.area.lines()[row];
        let starts = line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]);
        let start = starts.take_while(|at| *at <= byte).last().unwrap_or(0);
        for _ in 0..line[start..byte].chars().count() {
            self.area.move_cursor(CursorMove::Back);
        }
    }

    fn left(&mut self) {
        for _ in 0..self.grapheme_before() {
            self.area.move_cursor(CursorMove::Back);
        }
    }

    fn right(&mut self) {
        for _ in 0..self.grapheme_after() {
            self.area.move_cursor(CursorMove::Forward);
        }
    }

    fn delete_before(&mut self) {
        match self.grapheme_before() {
            1 => drop(self.area.delete_char()),
            // One thing to a person is also one step to take back.
            several => {
                self.left();
                self.area.delete_str(several);
            }
        }
    }

    fn delete_after(&mut self) {
        match self.grapheme_after() {
            1 => drop(self.area.delete_next_char()),
            several => drop(self.area.delete_str(several)),
        }
    }
}

#[cfg(test)]
mod tests;
