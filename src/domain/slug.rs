//! The key of a person: the last part of a LinkedIn profile address, in one form whatever its spelling.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

const HOST: &str = "linkedin.com/";

/// What stands before the path where the platform itself writes an address.
const USUAL: &str = "https://www.linkedin.com/";

/// The key in an address such as `https://www.linkedin.com/in/J%C3%B6rg-K/?x=1`: percent-decoded, NFC, lower
/// case, without host, query and slash. Nothing where there is no profile in it; an empty key is never a key.
pub fn from_address(address: &str) -> Option<String> {
    let address = address.trim();
    let path = address.strip_prefix(USUAL).or_else(|| behind_host(address))?;
    let (kind, rest) = path.split_once('/')?;
    if !(kind.eq_ignore_ascii_case("in") || kind.eq_ignore_ascii_case("pub")) {
        return None;
    }
    let key = normal(rest.split(['/', '?', '#']).next().unwrap_or_default());
    (!key.is_empty()).then_some(key)
}

fn behind_host(address: &str) -> Option<&str> {
    let lower = address.to_ascii_lowercase();
    let host = lower.find(HOST)?;
    let before = &lower[..host];
    let host_begins = before.is_empty() || before.ends_with("//") || before.ends_with('.');
    if host_begins { address.get(host + HOST.len()..) } else { None }
}

/// One form for a key: percent-decoded, NFC, lower case, no blanks or control characters around it.
pub fn normal(key: &str) -> String {
    if key.bytes().all(|b| b.is_ascii_graphic() && b != b'%') {
        return key.to_ascii_lowercase(); // most of them, and much faster
    }
    decode(key.trim()).to_lowercase().nfc().filter(|c| !c.is_control()).collect()
}

/// The address that belongs to a key.
pub fn address(key: &str) -> String {
    let mut address = String::from("https://www.linkedin.com/in/");
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(byte as char);
        } else {
            let _ = write!(address, "%{byte:02X}"); // a String takes everything
        }
    }
    address
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |i: usize| bytes.get(i).and_then(|b| (*b as char).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (bytes[at], hex(at + 1), hex(at + 2)) {
            out.push((high * 16 + low) as u8);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    // What does not decode to text is kept as it was written: still a key, and the same one every time.
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_an_address_gives_one_key() {
        for address in [
            "https://www.linkedin.com/in/j%C3%B6rg-k",
            "https://www.linkedin.com/in/jörg-k/",
            "http://de.linkedin.com/in/J%c3%96RG-K?trk=x#top",
            "linkedin.com/in/jo\u{308}rg-k/overlay/contact",
        ] {
            assert_eq!(from_address(address).as_deref(), Some("jörg-k"), "{address}");
        }
        assert_eq!(address("jörg-k"), "https://www.linkedin.com/in/j%C3%B6rg-k");
    }

    #[test]
    fn no_profile_no_key() {
        for address in [
            "https://www.linkedin.com/in",
            "https://www.linkedin.com/in/",
            "https://www.linkedin.com/company/acme",
            "https://notlinkedin.com/in/x",
            "ana.example",
            "",
        ] {
            assert_eq!(from_address(address), None, "{address}");
        }
        assert_eq!(normal("%zz%"), "%zz%");
        assert_eq!(normal("%ff"), "%ff");
    }
}
