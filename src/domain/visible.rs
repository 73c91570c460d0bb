//! Text from a file made safe to show: what could steer a terminal, reorder a line or hide becomes a visible mark.

use std::borrow::Cow;

/// The text with every control character, bidi control, line separator and stray zero-width character replaced by a
/// mark (`␛` for ESC, `␊` for a line break, `·` for what has no picture). Joiners stay inside emoji and in scripts
/// that need them. Safe in one line of a terminal.
pub fn line(text: &str) -> Cow<'_, str> {
    marked(text, false)
}

/// The same for text of several lines: line breaks stay.
pub fn lines(text: &str) -> Cow<'_, str> {
    marked(text, true)
}

fn marked(text: &str, breaks: bool) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut previous = None;
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut changed = false;
    while let Some(c) = rest.next() {
        let shown = if c == '\n' && breaks { c } else { mark(c, previous, rest.peek().copied()) };
        changed |= shown != c;
        out.push(shown);
        previous = Some(c);
    }
    if changed { Cow::Owned(out) } else { Cow::Borrowed(text) }
}

fn mark(c: char, previous: Option<char>, next: Option<char>) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('·'),
        '\u{7f}' => '␡',
        c if without_a_picture(c) => '·',
        '\u{200c}' | '\u{200d}' => {
            if previous.is_some_and(joins) && next.is_some_and(joins) {
                c
            } else {
                '·'
            }
        }
        _ => c,
    }
}

/// Whether a character is not to reach a terminal as it is: what [`line()`] marks, and every joiner. For text that can say
/// it in another way, such as JSON.
pub fn hidden(c: char) -> bool {
    c.is_control() || without_a_picture(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

// C1, soft hyphen, Arabic letter mark, Mongolian separator, directional marks, bidi controls, separators, invisible
// operators, interlinear marks, the byte order mark, tags and variation selectors past 16.
fn without_a_picture(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

// Letters beside which a joiner has a meaning: emoji (and their modifiers), Arabic and Syriac, the scripts of India
// and its neighbours, Mongolian.
fn joins(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}'
        | '\u{900}'..='\u{dff}'
        | '\u{f00}'..='\u{fff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{18af}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe0f}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{2190}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_becomes_a_mark() {
        assert_eq!(line("a\x1b[31mb\x07\x7f\u{9b}c"), "a␛[31mb␇␡·c");
        assert_eq!(line("one\ntwo\u{2028}three\t"), "one␊two·three␉");
        assert_eq!(lines("one\ntwo\r\n"), "one\ntwo␍\n");
        assert_eq!(line("\u{202e}evil\u{2066}\u{200b}"), "·evil··");
    }

    #[test]
    fn joiners_stay_where_they_mean_something() {
        for text in [
            "👩\u{200d}👩\u{200d}👧",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "❤\u{fe0f}\u{200d}🔥",
            "Müller",
            "日本",
        ] {
            assert_eq!(line(text), text);
        }
        assert_eq!(line("pay\u{200d}pal"), "pay·pal");
        assert_eq!(line("\u{200d}"), "·");
    }
}
