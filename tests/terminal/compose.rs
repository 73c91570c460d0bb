//! Writing in a real terminal: the draft survives a kill, the message is copied through the terminal, and recorded.

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

fn writing_to(home: &Home, who: &str) -> Terminal {
    let mut program = Terminal::start(home.program(&["demo"]));
    program.types("3").shows("[3 Contacts]").types("/").types(who).types("\r").types("c");
    program.shows("To ");
    program
}

fn draft(home: &Home, who: &str) -> Option<String> {
    let network = books::read(&home.demo());
    let id = network.contacts.iter().find(|contact| contact.name() == who)?.id;
    network.drafts_of(id).next_back().map(|draft| draft.text.clone())
}

#[test]
fn s52_what_was_shown_as_saved_is_there_after_a_kill() {
    let home = Home::new();
    for words in ["Hi Vera, your rota", " is calm", " and kind"] {
        let mut program = writing_to(&home, "vera");
        program.types(words).shows("saved");
        program.until("all of it", |screen| screen.contents().contains(words.trim()));
        program.shows(", saved");
        program.kill();
        assert!(draft(&home, "Vera Holm").is_some_and(|text| text.ends_with(words.trim_end())), "{words}");
    }
    let mut program = writing_to(&home, "vera");
    program.shows("Hi Vera, your rota is calm and kind").shows("draft 3, saved");
}

#[test]
fn a_message_goes_from_thin_to_good_is_copied_through_the_terminal_and_recorded() {
    let home = Home::new();
    let mut program = writing_to(&home, "elif");
    program.shows("thin").types("\x15");
    program.types("Hi Elif, your post on testing fsync helped me fix a replay bug in our SQLite sync tool.");
    program.shows("draft 3, saved").shows(" strong ").types("\x1bOQ").shows("copied · F2 again");
    // The clipboard of the terminal, in base 64: the first words.
    assert!(program.raw().windows(17).any(|part| part == b"\x1b]52;c;SGkgRWxpZi"), "OSC 52");
    program.types("\x1bOQ").shows("noted: request to Elif Kaya").types("2").shows("Elif Kaya");
    program.types("u").shows("undone: request to Elif Kaya").types("4").shows("Elif Kaya");
    program.types("q");
    assert_eq!(program.ends().exit_code(), 0);
    assert!(draft(&home, "Elif Kaya").is_some_and(|text| text.starts_with("Hi Elif, your post")));
}

#[test]
fn a_message_that_is_being_written_is_kept_by_a_signal_and_by_quitting() {
    let home = Home::new();
    let mut program = writing_to(&home, "vera");
    program.types("Hi Vera, half a word").shows("half a word");
    // Half a second has not passed: what is typed is kept on the way out.
    let pid = rustix::process::Pid::from_raw(program.pid() as i32).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
    assert_eq!(program.ends().exit_code(), 143);
    assert_eq!(draft(&home, "Vera Holm").as_deref(), Some("Hi Vera, half a word"));
    let home = Home::new();
    let mut program = writing_to(&home, "vera");
    program.types("Hi Vera, half a word").types("\x1b").shows("w why?").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    assert_eq!(draft(&home, "Vera Holm").as_deref(), Some("Hi Vera, half a word"));
}
