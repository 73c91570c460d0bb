//! JSON that can be shown as it is: what could steer a terminal, reorder a line or hide is written as `\u....`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::domain::visible;

/// Writes a value on one line, without a line break at its end. Same value, same bytes.
///
/// # Errors
/// Where the writer does not take it.
pub fn to_writer(out: impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Safe)).map_err(io::Error::from)
}

struct Safe;

impl Formatter for Safe {
    // Control characters below a blank never come here: serde_json escapes them itself.
    fn write_string_fragment<W: Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        if !rest.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
            while let Some((at, c)) = rest.char_indices().find(|(_, c)| visible::hidden(*c)) {
                out.write_all(&rest.as_bytes()[..at])?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                rest = &rest[at + c.len_utf8()..];
            }
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn json(text: &str) -> String {
        let mut out = Vec::new();
        to_writer(&mut out, &text).expect("memory takes it");
        String::from_utf8(out).expect("JSON is text")
    }

    #[test]
    fn what_could_steer_a_terminal_is_escaped() {
        assert_eq!(json("a\x1b\x7f\u{9b}b"), r#""a\u001b\u007f\u009bb""#);
        assert_eq!(json("\u{202e}x\u{2028}\u{200b}\u{e0041}"), r#""\u202ex\u2028\u200b\udb40\udc41""#);
        assert_eq!(json("👩\u{200d}👧 Müller 田中"), r#""👩\u200d👧 Müller 田中""#);
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back_and_safe(text in any::<String>()) {
            let written = json(&text);
            prop_assert!(!written.chars().any(visible::hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
        }
    }
}
