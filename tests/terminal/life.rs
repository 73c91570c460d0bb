//! A whole life: opened, typed into, quit.

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

#[test]
fn the_demo_opens_and_what_is_done_in_it_is_there_after_quitting() {
    let home = Home::new();
    let mut program = Terminal::start(home.in_shell(&["demo"]));
    program.shows("[1 Today").shows("demo").types("2").shows("[Sent 18]");
    program.types("w").shows("noted: Priya N. withdrawn · u takes it back").types("q");
    program.shows("ended with 0.").is_restored();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.types("2").shows("[Sent 17]").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    let before = books::withdrawn(&books::make(&home.path().join("other.db"), |change| change));
    assert_eq!(books::withdrawn(&books::read(&home.demo())), before + 1);
}

#[test]
fn no_key_is_lost_that_is_typed_before_the_first_picture() {
    let home = Home::new();
    let mut program = Terminal::start(home.in_shell(&[]));
    // Before the program has the terminal, it makes a line feed of Return.
    program.types("2Ana Ruiz\r").shows("noted: Ana Ruiz added");
    program.types("nBram de Vries\r").shows("noted: Bram de Vries added").types("q");
    program.shows("ended with 0.").is_restored();
    let network = books::read(&home.book());
    let names: Vec<String> = network.contacts.iter().map(|contact| contact.name()).collect();
    assert_eq!(names, ["Ana Ruiz", "Bram de Vries"]);
}

#[test]
fn its_files_are_the_owners_alone() {
    let home = Home::new();
    let mut command = home.program(&[]);
    command.umask(Some(0));
    let mut program = Terminal::start(command);
    program.types("2Ana Ruiz\r").shows("noted: Ana Ruiz added");
    let mode = |path: &std::path::Path| {
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
    };
    assert_eq!(mode(&home.data()), 0o700);
    for entry in std::fs::read_dir(home.data()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}
