//! Sizes that change, texts that are pasted, keys that come all at once.

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

const PASTE: (&str, &str) = ("\x1b[200~", "\x1b[201~");

fn demo(home: &Home) -> Terminal {
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today");
    program
}

#[test]
fn it_follows_the_size_of_the_terminal_down_to_one_cell() {
    let home = Home::new();
    let mut program = demo(&home);
    program.resize(20, 5).shows("Please make me");
    program.resize(1, 1).until("one cell", |screen| screen.contents().len() <= 1).rests();
    program.resize(80, 24).shows("[1 Today").shows("silence is not a no");
    program.resize(200, 50).shows("16 things, no hurry");
    program.until("the last line", |screen| {
        screen.rows(0, 200).last().is_some_and(|line| line.contains("all keys"))
    });
    // Nothing is changed that cannot be seen, but leaving is always possible.
    program.types("2").shows("[2 Pending");
    program.resize(20, 5).shows("Please make me").draws("w\x0c");
    program.resize(80, 24).shows("[Sent 18]").shows("Priya N.");
    program.resize(20, 5).shows("Please make me").types("q");
    assert_eq!(program.ends().exit_code(), 0);
}

#[test]
fn a_pasted_text_is_no_command() {
    let home = Home::new();
    let mut program = demo(&home);
    program.types("2").shows("[Sent 18]").types(&format!("{}wwq\rd{}", PASTE.0, PASTE.1)).rests();
    program.shows("[Sent 18]");
    program.types("/").types(&format!("{}hanna\nvirtanen{}", PASTE.0, PASTE.1)).shows("/hanna virtanen");
    program.hides("Priya N.").types("\r").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()));
}

#[test]
fn a_hundred_keys_in_one_write_are_drawn_once() {
    let home = Home::new();
    let mut program = demo(&home);
    program.types("3").shows("[3 Contacts]");
    // The help comes last, of the same write: once it is there, all of them were drawn.
    let mut written = |keys: &str| {
        let before = program.bytes();
        program.types(&format!("{keys}?")).shows("Keys: type to filter");
        let bytes = program.bytes() - before;
        program.types("\x1b").hides("Keys: type to filter");
        bytes
    };
    let jump = written("G");
    written("g");
    let walk = written(&"j".repeat(100));
    // They lead to the same row; each picture on the way would come on top.
    assert!(walk < 2 * jump, "{walk} bytes for a hundred keys, {jump} for one");
}

#[test]
fn no_key_is_lost_where_thousands_come_at_once() {
    let home = Home::new();
    let mut program = demo(&home);
    program.types("3").shows("[3 Contacts]").types("m").shows("Ctrl-s");
    let text = "0123456789".repeat(300);
    program.types(&text).types("\x13").shows("noted: note on");
    let pasted = "a line\n".repeat(3000);
    program.types("m").shows("Ctrl-s").types(&format!("{}{pasted}{}", PASTE.0, PASTE.1)).types("\x13");
    program.shows("noted: note on").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    let network = books::read(&home.demo());
    assert!(network.notes.iter().any(|note| note.text == text), "typed");
    assert!(network.notes.iter().any(|note| note.text == pasted.trim()), "pasted");
}
