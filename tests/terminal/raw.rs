//! The bytes themselves: nothing from a file steers the terminal, and the clipboard gets clean text.

use inroads::domain::change::Change;

use crate::books::{self, EVIL, evil};
use crate::home::Home;
use crate::pty::Terminal;

/// What no terminal should get from us at all, and why it could be harmful.
const NEVER: &[&str] = &[
    "\x1b]",
    "\x1bP",
    "\x1bc",
    "\x1b_",
    "\x1b^",
    "\x1b[6n",
    "\x1b[31mred",
    "\x07",
    "\x08",
    "\x7f",
    "\0",
    "\r",
    "\n",
    "\t",
    "\u{9b}",
    "\u{9c}",
    "\u{9d}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{2028}",
    "\u{2029}",
];

#[track_caller]
fn harmless(raw: &[u8]) {
    let text = String::from_utf8(raw.to_vec()).expect("UTF-8");
    for never in NEVER {
        assert!(!text.contains(never), "{never:?} reached the terminal");
    }
}

#[test]
fn nothing_from_a_book_reaches_the_terminal_raw() {
    let home = Home::new();
    books::make(&home.book(), evil);
    let mut program = Terminal::sized(120, 40, home.program(&[]));
    program.shows("[1 Today");
    // Down each list, the details of each row, the boxes, what is noted and what is wrong.
    for keys in [
        "jjjj", "2jjjj", "]jj", "]jj", "3jjjj", "l", "hfd", "fw", "fa", "e", "\x1b", "y", "\x1b", "b",
        "\x1b", "t", "\x1b", "m", "\x1b", "2", "w", "u", "o", "\x1b", "L", "q", ":red", "\x1b", "?", "\x1b",
        "/evil", "\x1b",
    ] {
        program.types(keys).rests();
    }
    harmless(&program.raw());
    assert!(program.raw().windows(3).any(|bytes| bytes == b"red"), "the texts were on the screen");
}

#[test]
fn a_book_with_a_hostile_name_is_named_visibly() {
    let home = Home::new();
    let name = "b\x1b]0;t\x07\u{202e}ook.db";
    std::fs::create_dir(home.path().join(name)).unwrap();
    let mut program = Terminal::start(home.program(&["--db", name]));
    program.shows("could not open").ends();
    let raw = String::from_utf8(program.raw()).unwrap();
    assert!(!raw.contains("\x1b]") && !raw.contains('\u{202e}'), "{raw:?}");
}

#[test]
fn the_clipboard_gets_the_name_without_its_control_characters() {
    let home = Home::new();
    books::make(&home.book(), |change| match change {
        Change::Contact(mut edit) => {
            let contact = std::sync::Arc::make_mut(edit.after.as_mut().unwrap());
            contact.first_name = format!("A{EVIL}na");
            contact.last_name = "Ruiz".into();
            Change::Contact(edit)
        }
        other => other,
    });
    let mut program = Terminal::start(home.program(&[]));
    program.types("3").shows("[3 Contacts]").types("y").shows("n name").types("n").shows("copied");
    let raw = String::from_utf8(program.raw()).unwrap();
    let (_, after) = raw.split_once("\x1b]52;c;").expect("the clipboard was set");
    let (coded, _) = after.split_once(['\x07', '\x1b']).expect("the sequence ends");
    let text = String::from_utf8(decoded(coded)).unwrap();
    assert!(text.starts_with('A') && text.ends_with("na Ruiz"), "{text:?}");
    assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
    assert_eq!(raw.matches("\x1b]").count(), 1);
}

fn decoded(base64: &str) -> Vec<u8> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sextets = base64.chars().filter_map(|letter| LETTERS.find(letter)).collect::<Vec<_>>();
    let bits =
        |group: &[usize]| group.iter().fold(0, |bits, sextet| bits << 6 | sextet) << (6 * (4 - group.len()));
    let bytes = |group: &[usize]| {
        let bits = bits(group);
        [16, 8, 0].map(|shift| (bits >> shift) as u8).into_iter().take(group.len() - 1).collect::<Vec<_>>()
    };
    sextets.chunks(4).flat_map(bytes).collect()
}
