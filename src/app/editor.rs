//! The one place that knows the text-area crate: a buffer with a cursor, moved and cut by grapheme.

use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};
use super::wrap;

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
}

impl Editor {
    /// With a text in it, the cursor at its end.
    pub fn new(shape: Shape, text: &str) -> Self {
        let text = Self::fitting(shape, text);
        let mut area = TextArea::from(text.split('\n'));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, shape, columns: usize::MAX }
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
            Code::Left if key.ctrl || key.alt => self.go(CursorMove::WordBack),
            Code::Right if key.ctrl || key.alt => self.go(CursorMove::WordForward),
            Code::Left => self.left(),
            Code::Right => self.right(),
            Code::Up if self.shape == Shape::Lines => self.row(wrap::Toward::Above),
            Code::Down if self.shape == Shape::Lines => self.row(wrap::Toward::Below),
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

    // The crate knows neither rows nor clusters: a row is chosen by what is seen, and nothing stops inside a cluster.
    fn row(&mut self, toward: wrap::Toward) {
        if let Some((line, at)) = wrap::row(self.area.lines(), self.place(), self.columns, toward) {
            let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            self.go(CursorMove::Jump(number(line), number(at)));
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
    fn up_and_down_stop_at_whole_letters_and_go_by_the_rows_that_are_seen() {
        assert_eq!(after("ab\nx\u{301}\u{302}yz", "<up><end><down>!"), "ab\nx\u{301}\u{302}y!z");
        assert_eq!(
            after("👩\u{200d}👩\u{200d}👧b\nxyz", "<left><left><up>!"),
            "!👩\u{200d}👩\u{200d}👧b\nxyz"
        );
        for keys in ["<c-left>!", "<c-left><c-left>!", "<home><c-right>!", "<home><c-right><c-right>!"] {
            assert!(after("xa\u{301}b ca\u{301}d", keys).matches("a\u{301}").count() == 2, "{keys}");
        }
        let mut editor = Editor::new(Shape::Lines, "one two three four");
        editor.set_columns(10);
        for key in super::super::key::parse_script("<up>!<up>?<down><down>.").expect("keys") {
            editor.press(key);
        }
        // one two / three four: up behind the shorter row, no further up, then down, and no further down.
        assert_eq!(editor.text(), "one two!? three fou.r");
    }

    #[test]
    fn a_letter_that_was_deleted_comes_back_in_one_step() {
        for (text, keys) in [
            ("a👩\u{200d}👩\u{200d}👧", "<bs><c-z>"),
            ("a👩\u{200d}👩\u{200d}👧", "<home><right><del><c-z>"),
            ("ne\u{301}", "<bs><c-z>"),
        ] {
            assert_eq!(after(text, keys), text);
        }
    }

    #[test]
    fn a_field_keeps_to_one_line() {
        let mut field = Editor::new(Shape::Line, "a\r\nb");
        field.insert("c\nd");
        field.press(Key::of(Code::Enter));
        assert_eq!(field.text(), "a bc d");
    }
}
