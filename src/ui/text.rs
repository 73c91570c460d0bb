//! Text by display width: cut, padded, wrapped, and safe to show.

use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::visible;

/// Whether each byte is a character of one column.
pub fn plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    // Most text is plain, and most of the time of a picture would go into asking for its graphemes.
    if plain(text) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Brings the second halves of wide characters in order: each takes the look of its character, and a character of
/// which something else covers the second half is wiped out whole. The library leaves both open, and terminals differ.
pub fn settle(picture: &mut Buffer) {
    let columns = usize::from(picture.area.width);
    if columns == 0 {
        return;
    }
    for row in picture.content.chunks_mut(columns) {
        for at in 0..columns {
            if row[at].symbol().len() < 2 || width(row[at].symbol()) < 2 {
                continue;
            }
            if row.get(at + 1).is_some_and(|half| half.symbol() == " ") {
                let style = row[at].style();
                row[at + 1].set_style(style);
            } else {
                row[at].set_symbol(" ");
            }
        }
    }
}

/// The text made safe, cut to so many columns with `…` where it is longer.
pub fn cut(text: &str, columns: usize) -> String {
    let text = visible::line(text);
    if width(&text) <= columns {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > columns {
            break;
        }
        out.push_str(grapheme);
    }
    if columns > 0 {
        out.push('…');
    }
    out
}

/// The text made safe, cut between two words where it is longer.
pub fn cut_words(text: &str, columns: usize) -> String {
    if width(&visible::line(text)) <= columns {
        return cut(text, columns);
    }
    let first = wrap(text, columns.saturating_sub(2)).swap_remove(0);
    format!("{first} …")
}

/// The text made safe, cut and filled up with blanks to exactly so many columns.
pub fn fit(text: &str, columns: usize) -> String {
    let mut out = cut(text, columns);
    let missing = columns.saturating_sub(width(&out));
    out.extend(std::iter::repeat_n(' ', missing));
    out
}

/// The same with the text to the right.
pub fn fit_right(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let missing = columns.saturating_sub(width(&cut));
    format!("{}{cut}", " ".repeat(missing))
}

/// The text made safe, in lines of at most so many columns, broken at blanks; a word that is longer is split.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let text = visible::lines(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split_inclusive(' ') {
            let bare = word.trim_end_matches(' ');
            let columns_of_word = width(bare);
            if used > 0 && used + columns_of_word > columns {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            if columns_of_word <= columns {
                line.push_str(word);
                used += width(word);
                continue;
            }
            for grapheme in bare.graphemes(true) {
                if used + grapheme.width() > columns && used > 0 {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += grapheme.width();
            }
            line.push(' ');
            used += 1;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn the_second_half_of_a_wide_character_has_its_look_or_wipes_it_out() {
        let mut picture = Buffer::with_lines(["日本 a", "日|a日"]);
        picture[(0, 0)].set_style(Style::new().add_modifier(Modifier::REVERSED));
        picture[(1, 1)].set_symbol("|");
        settle(&mut picture);
        assert!(picture[(1, 0)].modifier.contains(Modifier::REVERSED));
        let line = |y| (0..picture.area.width).map(|x| picture[(x, y)].symbol()).collect::<String>();
        assert_eq!((line(0).as_str(), line(1).as_str()), ("日 本  a", " ||a日 "));
    }

    #[test]
    fn names_of_any_script_take_exactly_their_columns() {
        for name in [
            "Ana Ruiz",
            "田中 恵子",
            "김민준",
            "👩\u{200d}👩\u{200d}👧 Kim",
            "Jose\u{301}",
            "نوال",
            "\u{202e}evil\x1b[31m",
        ] {
            for columns in 0..14 {
                assert_eq!(width(&fit(name, columns)), columns, "{name} in {columns}");
                assert_eq!(width(&fit_right(name, columns)), columns, "{name} in {columns}");
            }
        }
        assert_eq!(cut("Ana Beatriz Lima", 8), "Ana Bea…");
        assert_eq!(cut("田中恵子", 5), "田中…");
        assert_eq!(cut_words("there is tag: company:", 22), "there is tag: company:");
        assert_eq!(cut_words("there is tag: company:", 21), "there is tag: …");
    }

    #[test]
    fn wrapping_breaks_at_blanks_and_splits_what_is_too_long() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_asked(text in "\\PC{0,40}", columns in 4usize..30) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns, "{:?}", line);
            }
        }
    }
}
