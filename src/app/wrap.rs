//! Where the lines of a text that is being written break into rows: the box and the arrow keys have to agree on it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::visible;

/// Which row is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// The one above.
    Above,
    /// The one below.
    Below,
}

/// A text in its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The rows, safe to show.
    pub rows: Vec<String>,
    /// The line of each row, and the character in it with which the row begins.
    pub starts: Vec<(usize, usize)>,
    /// Row and column of the caret.
    pub caret: (usize, usize),
}

/// Lays lines out in rows of at most so many columns, with the caret at a line and a character in it.
pub fn lay(lines: &[String], (line, at): (usize, usize), columns: usize) -> Laid {
    let mut laid = Laid { rows: Vec::new(), starts: Vec::new(), caret: (0, 0) };
    for (n, text) in lines.iter().enumerate() {
        let shown = visible::line(text);
        let rows = rows(&shown, columns);
        if n == line {
            let byte = byte_of(&shown, at);
            let row = row_of(&rows, byte);
            laid.caret = (laid.rows.len() + row, width(&shown[rows[row].start..byte]));
        }
        laid.starts.extend(rows.iter().map(|row| (n, shown[..row.start].chars().count())));
        laid.rows.extend(rows.into_iter().map(|row| shown[row].to_owned()));
    }
    laid
}

/// The line and the character in it that stand above or below a place, in rows of so many columns; nothing where that
/// is the first row or the last.
pub fn row(
    lines: &[String],
    (line, at): (usize, usize),
    columns: usize,
    toward: Toward,
) -> Option<(usize, usize)> {
    let shown = visible::line(&lines[line]);
    let here = rows(&shown, columns);
    let byte = byte_of(&shown, at);
    let row = row_of(&here, byte);
    let column = width(&shown[here[row].start..byte]);
    let (line, wanted) = match toward {
        Toward::Above if row > 0 => (line, Some(row - 1)),
        Toward::Above => (line.checked_sub(1)?, None),
        Toward::Below if row + 1 < here.len() => (line, Some(row + 1)),
        Toward::Below => (line + 1, Some(0)),
    };
    let shown = visible::line(lines.get(line)?);
    let there = rows(&shown, columns);
    let wanted = wanted.unwrap_or(there.len() - 1);
    let range = there[wanted].clone();
    let (mut to, mut used, mut before) = (range.start, 0, range.start);
    for grapheme in shown[range.clone()].graphemes(true) {
        used += grapheme.width();
        if used > column {
            break;
        }
        before = to;
        to += grapheme.len();
    }
    // Behind the last letter of a row that goes on is the first place of the next row.
    if to == range.end && wanted + 1 < there.len() {
        to = before;
    }
    Some((line, shown[..to].chars().count()))
}

/// The bytes of each row of a line: broken behind blanks, which may hang over the edge; a word that is longer than a
/// row is split between letters.
fn rows(line: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(2);
    let (mut rows, mut start, mut used, mut at) = (Vec::new(), 0, 0, 0);
    for word in line.split_inclusive(' ') {
        let bare = word.strip_suffix(' ').unwrap_or(word);
        let wide = width(bare);
        if used > 0 && used + wide > columns {
            rows.push(start..at);
            (start, used) = (at, 0);
        }
        if wide <= columns {
            used += wide;
        } else {
            for (n, grapheme) in bare.grapheme_indices(true) {
                if used > 0 && used + grapheme.width() > columns {
                    rows.push(start..at + n);
                    (start, used) = (at + n, 0);
                }
                used += grapheme.width();
            }
        }
        used += word.len() - bare.len();
        at += word.len();
    }
    rows.push(start..line.len());
    rows
}

fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

// What is made safe keeps its number of characters, so they name the same place in both.
fn byte_of(shown: &str, at: usize) -> usize {
    shown.char_indices().nth(at).map_or(shown.len(), |(byte, _)| byte)
}

fn row_of(rows: &[Range<usize>], byte: usize) -> usize {
    rows.iter().rposition(|row| row.start <= byte).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, at: usize, columns: usize) -> Laid {
        lay(&[text.to_owned()], (0, at), columns)
    }

    #[test]
    fn rows_break_behind_blanks_and_words_stay_whole() {
        assert_eq!(shown("one two three", 0, 9).rows, ["one two ", "three"]);
        assert_eq!(shown("abcdefghij kl", 0, 4).rows, ["abcd", "efgh", "ij ", "kl"]);
        assert_eq!(shown("", 0, 4), Laid { rows: vec![String::new()], starts: vec![(0, 0)], caret: (0, 0) });
        assert_eq!(shown("one two three", 8, 9).caret, (1, 0));
        assert_eq!(shown("one two three", 7, 9).caret, (0, 7));
        assert_eq!(shown("田中 恵子", 5, 4).caret, (1, 4));
    }

    #[test]
    fn a_joiner_keeps_its_neighbour_wherever_the_caret_stands() {
        let text = "می\u{200c}خواهم";
        assert_eq!(
            shown(text, 3, 40),
            Laid { rows: vec![text.to_owned()], starts: vec![(0, 0)], caret: (0, 2) }
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_wider(text in "\\PC{0,40}", columns in 2usize..20, at in 0usize..40) {
            let laid = shown(&text, at, columns);
            prop_assert_eq!(laid.rows.concat(), visible::line(&text).into_owned());
            for row in &laid.rows {
                let row = row.strip_suffix(' ').unwrap_or(row);
                // One character with many marks may be wider than all the columns.
                let single = row.graphemes(true).count() == 1;
                prop_assert!(single || width(row) <= columns, "{:?}", laid);
            }
            prop_assert!(laid.caret.0 < laid.rows.len(), "{:?}", laid);
            prop_assert!(laid.caret.1 <= width(&laid.rows[laid.caret.0]), "{:?}", laid);
        }

        #[test]
        fn up_and_down_move_by_one_row(text in "[a-d 田\u{301}]{0,40}", columns in 4usize..12, at in 0usize..40) {
            let lines = [text.clone(), "tail".to_owned()];
            let at = at.min(text.chars().count());
            let before = lay(&lines, (0, at), columns).caret;
            if let Some(place) = row(&lines, (0, at), columns, Toward::Below) {
                prop_assert_eq!(lay(&lines, place, columns).caret.0, before.0 + 1);
            }
            if let Some(place) = row(&lines, (0, at), columns, Toward::Above) {
                prop_assert_eq!(lay(&lines, place, columns).caret.0, before.0 - 1);
            }
        }
    }
}
