//! The user's own editor: it gets the terminal and gives it back, and no key is lost.

use rustix::process::{Signal, kill_process};

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

/// Writes a line, and ends when it is told to.
const PATIENT: &str = r#"
echo "Met at the fair." >> "$1"
echo "the editor is here"
while [ ! -e "$HOME/go" ]; do sleep 0.02; done
"#;

fn contacts(home: &Home, editor: &str) -> Terminal {
    let mut command = home.in_shell(&["demo"]);
    command.env("EDITOR", home.script("my editor", editor).to_str().map(|path| format!("'{path}'")).unwrap());
    let mut program = Terminal::start(command);
    program.types("3").shows("[3 Contacts]");
    program
}

#[test]
fn what_it_wrote_is_a_note_and_what_was_typed_meanwhile_is_done() {
    let home = Home::new();
    let mut program = contacts(&home, PATIENT);
    // The 2 is left of the same batch; the rest comes while the editor ends, Return as a line feed.
    program.types("E2").shows("the editor is here").is_restored();
    // So does another size, which must not take them away.
    program.resize(100, 30).types("3nZoe Ito\r");
    std::fs::write(home.path().join("go"), "").unwrap();
    program.shows("noted: Zoe Ito added").shows("[3 Contacts]");
    program.types("q").shows("ended with 0.").is_restored();
    let network = books::read(&home.demo());
    assert!(network.notes.iter().any(|note| note.text == "Met at the fair."));
    assert!(network.contacts.iter().any(|contact| contact.name() == "Zoe Ito"));
}

#[test]
fn one_that_ends_badly_leaves_everything_as_it_was() {
    let home = Home::new();
    let mut program = contacts(&home, "echo lost >> \"$1\"; stty raw -echo; exit 1");
    program.types("E").shows("the text is as it was").shows("[3 Contacts]");
    program.types("q").shows("ended with 0.").is_restored();
    assert_eq!(books::read(&home.demo()).notes.iter().count(), books::demo().notes.iter().count());
}

#[test]
fn one_that_is_not_there_is_named() {
    let home = Home::new();
    let mut command = home.program(&["demo"]);
    command.env("EDITOR", "no-such-editor --wait");
    let mut program = Terminal::start(command);
    program.types("3").shows("[3 Contacts]").types("E").shows("could not run the editor no-such-editor");
}

#[test]
fn a_signal_while_it_is_open_ends_both() {
    let home = Home::new();
    let mut program = contacts(&home, "echo here I am; exec sleep 600");
    program.types("E").shows("here I am");
    kill_process(home.pid(), Signal::TERM).unwrap();
    program.shows("ended with 143.").is_restored();
}

#[test]
fn what_it_had_saved_by_then_is_kept() {
    let home = Home::new();
    let mut program = contacts(&home, "echo \"Met at the fair.\" >> \"$1\"; echo here I am; exec sleep 600");
    program.types("E").shows("here I am");
    kill_process(home.pid(), Signal::TERM).unwrap();
    program.shows("ended with 143.").is_restored();
    assert!(books::read(&home.demo()).notes.iter().any(|note| note.text == "Met at the fair."));
}

#[test]
fn ctrl_c_in_it_is_its_own_matter() {
    let home = Home::new();
    let mut program = contacts(&home, "echo here I am; exec sleep 600");
    program.types("E").shows("here I am").types("\x03");
    program.shows("the text is as it was").shows("[3 Contacts]").types("q").shows("ended with 0.");
}

#[test]
fn ctrl_z_in_it_stops_both_and_fg_goes_on_with_it() {
    let home = Home::new();
    let mut program = contacts(&home, PATIENT);
    program.types("E").shows("the editor is here").types("\x1a").shows("ended with 147.");
    std::fs::write(home.path().join("go"), "").unwrap();
    program.types("\r").shows("[3 Contacts]").shows("noted: note on").types("q").shows("ended with 0.");
}
