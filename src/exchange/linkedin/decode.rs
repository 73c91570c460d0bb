//! Bytes to text: the byte order mark decides, then UTF-8, then the old Windows code page, field by field.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

/// The same bytes without a byte order mark, turned from UTF-16 into UTF-8 where the mark says so.
pub fn open<'a>(mut reader: Box<dyn Read + 'a>) -> io::Result<Box<dyn Read + 'a>> {
    let mut start = Vec::new();
    reader.by_ref().take(3).read_to_end(&mut start)?;
    let (encoding, mark) = Encoding::for_bom(&start).unwrap_or((UTF_8, 0));
    start.drain(..mark);
    let bytes = Cursor::new(start).chain(reader);
    if encoding == UTF_8 {
        return Ok(Box::new(bytes));
    }
    Ok(Box::new(Utf16 {
        inner: bytes,
        decoder: encoding.new_decoder_without_bom_handling(),
        text: String::new(),
        given: 0,
        ended: false,
    }))
}

/// A field as text, and whether it had to be read as Windows text. NUL bytes stay; they are shown as marks.
pub fn field(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

struct Utf16<R> {
    inner: R,
    decoder: Decoder,
    text: String,
    given: usize,
    ended: bool,
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            let mut raw = [0; 8192];
            let count = self.inner.read(&mut raw)?;
            self.ended = count == 0;
            self.text.clear();
            self.given = 0;
            // One unit of two bytes becomes three bytes at most; the rest is room for what the decoder holds back.
            self.text.reserve(2 * count + 16);
            let _ = self.decoder.decode_to_string(&raw[..count], &mut self.text, self.ended);
        }
        let count = (&self.text.as_bytes()[self.given..]).read(buf)?;
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let mut text = String::new();
        open(Box::new(bytes)).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_mark_decides_and_goes() {
        assert_eq!(read(b"\xef\xbb\xbfJ\xc3\xb6rg"), "Jörg");
        assert_eq!(read(b"\xff\xfeJ\0\xf6\0"), "Jö");
        assert_eq!(read(b"\xfe\xff\0J\0\xf6"), "Jö");
        assert_eq!(read(b"J"), "J");
        assert_eq!(read(b""), "");
    }

    #[test]
    fn utf_16_across_the_edges_of_the_buffer_stays_whole() {
        let text = "x".to_owned() + &"😀日".repeat(5_000);
        let bytes: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&bytes), text);
    }

    #[test]
    fn what_is_not_utf_8_is_windows_text() {
        assert_eq!(field("Jörg".as_bytes()), ("Jörg".into(), false));
        assert_eq!(field(b"J\xf6rg \x80"), ("Jörg €".into(), true));
    }
}
