//! The one place that knows the text-area crate: a buffer with a cursor, moved and cut by grapheme.

use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};

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
}

impl Editor {
    /// With a text in it, the cursor at its end.
    pub fn new(shape: Shape, text: &str) -> Self {
        let text = Self::fitting(shape, text);
        let mut area = TextArea::from(text.split('\n'));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, shape }
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

    /// Puts text in at the cursor, as one step.
    pub fn insert(&mut self, text: &str) {
        self.area.insert_str(Self::fitting(self.shape, text));
    }

    /// Takes a key, where it is one for a text; whether it was.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.area.insert_char(c);
            return true;
        }
        match key.code {
            Code::Enter if self.shape == Shape::Lines && !key.ctrl => self.area.insert_newline(),
            Code::Backspace if key.alt || key.ctrl => drop(self.area.delete_word()),
            Code::Backspace => self.delete_before(),
            Code::Delete => self.delete_after(),
            Code::Left if key.ctrl || key.alt => self.area.move_cursor(CursorMove::WordBack),
            Code::Right if key.ctrl || key.alt => self.area.move_cursor(CursorMove::WordForward),
            Code::Left => self.left(),
            Code::Right => self.right(),
            Code::Up if self.shape == Shape::Lines => self.area.move_cursor(CursorMove::Up),
            Code::Down if self.shape == Shape::Lines => self.area.move_cursor(CursorMove::Down),
            Code::Home => self.area.move_cursor(CursorMove::Head),
            Code::End => self.area.move_cursor(CursorMove::End),
            Code::Char('a') if key.ctrl => self.area.move_cursor(CursorMove::Head),
            Code::Char('e') if key.ctrl => self.area.move_cursor(CursorMove::End),
            Code::Char('w') if key.ctrl => drop(self.area.delete_word()),
            Code::Char('u') if key.ctrl => drop(self.area.delete_line_by_head()),
            Code::Char('k') if key.ctrl => drop(self.area.delete_line_by_end()),
            Code::Char('z') if key.ctrl => drop(self.area.undo()),
            Code::Char('y' | 'r') if key.ctrl => drop(self.area.redo()),
            _ => return false,
        }
        true
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
        for _ in 0..self.grapheme_before() {
            self.area.delete_char();
        }
    }

    fn delete_after(&mut self) {
        for _ in 0..self.grapheme_after() {
            self.area.delete_next_char();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, keys: &str) -> String {
        let mut editor = Editor::new(Shape::Lines, text);
        for key in super::super::key::parse_script(keys).expect("keys") {
            editor.press(key);
        }
        editor.text()
    }

    #[test]
    fn backspace_and_arrows_go_by_grapheme() {
        assert_eq!(after("a👩\u{200d}👩\u{200d}👧", "<bs>"), "a");
        assert_eq!(after("ne\u{301}", "<bs>"), "n");
        assert_eq!(after("a👍🏽b", "<left><left>x"), "ax👍🏽b");
        assert_eq!(after("👍🏽b", "<home><del>"), "b");
        assert_eq!(after("one\ntwo", "<home><bs>"), "onetwo");
    }

    #[test]
    fn a_field_keeps_to_one_line() {
        let mut field = Editor::new(Shape::Line, "a\r\nb");
        field.insert("c\nd");
        field.press(Key::of(Code::Enter));
        assert_eq!(field.text(), "a bc d");
    }
}
