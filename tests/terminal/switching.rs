//! From one book to another without leaving the terminal.

use inroads::store::{Book, Existing};

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

#[test]
fn looking_around_from_the_first_screen_opens_the_demo() {
    let home = Home::new();
    let mut program = Terminal::start(home.in_shell(&[]));
    // What is left of the batch, and what comes while the other book is opened, is meant for that one.
    program.types("12").types("w").shows("noted: Priya N. withdrawn").shows("demo").types("q");
    program.shows("ended with 0.").is_restored();
    assert_eq!(books::read(&home.book()).contacts.iter().count(), 0);
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
}

#[test]
fn the_command_demo_leaves_an_own_book_that_is_saved() {
    let home = Home::new();
    let mut program = Terminal::start(home.in_shell(&[]));
    program.types("2Ana Ruiz\r").shows("noted: Ana Ruiz added").types(":demo\r").shows("Jonas Berg accepted");
    // Signals, keys and the end of the terminal are told to the book that is open now.
    program.types("2").shows("[Sent 18]");
    rustix::process::kill_process(home.pid(), rustix::process::Signal::TERM).unwrap();
    program.shows("ended with 143.").is_restored();
    assert_eq!(books::read(&home.book()).contacts.iter().count(), 1);
}

#[test]
fn news_of_the_book_before_are_not_taken_for_the_next() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&[]));
    program.types("2Ana Ruiz\r").shows("noted: Ana Ruiz added · u");
    // Another instance writes; the keys make the program ask for it, and leave the book before the answer.
    let mut other = Terminal::start(home.program(&[]));
    other.shows("[1 Today").types("nBram de Vries\r").shows("noted: Bram de Vries added");
    program.types(":demo\r").shows("Jonas Berg accepted");
    // What is on its way from the book before has come once the next one has saved something and said so.
    program.types("2w").shows("noted: Priya N. withdrawn · u").shows("[Sent 17]").types("1");
    program.shows("Jonas Berg accepted").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    assert_eq!(books::read(&home.book()).contacts.iter().count(), 2);
    assert_eq!(books::withdrawn(&books::read(&home.demo())), books::withdrawn(&books::demo()) + 1);
}

#[test]
fn a_backup_is_opened_from_the_first_screen() {
    let home = Home::new();
    let (whole, backup) = (home.path().join("whole.db"), home.path().join("backup.db"));
    books::make(&whole, |change| change);
    Book::open(&whole).unwrap().book.back_up(&backup, Existing::Refuse).unwrap();
    let mut program = Terminal::start(home.in_shell(&[]));
    program.shows("open a backup").types("4").shows("Open which backup?");
    program.types("backup.db\r").shows("Jonas Berg accepted");
    program.types("2w").shows("noted: Priya N. withdrawn").types("q").shows("ended with 0.").is_restored();
    assert_eq!(books::withdrawn(&books::read(&home.book())), books::withdrawn(&books::read(&backup)) + 1);
}

#[test]
fn a_backup_that_is_none_is_named_and_the_book_that_was_open_comes_back() {
    let home = Home::new();
    std::fs::write(home.path().join("letter.txt"), "Dear Ana, ".repeat(100)).unwrap();
    let mut program = Terminal::start(home.in_shell(&[]));
    for (name, why) in
        [("letter.txt", "could not restore letter.txt"), ("none.db", "could not restore none.db")]
    {
        program.shows("open a backup").types("4").shows("Open which backup?");
        program.types(name).types("\r").shows(why);
    }
    program.types("2Ana Ruiz\r").shows("noted: Ana Ruiz added").types("q").shows("ended with 0.");
    assert_eq!(books::read(&home.book()).contacts.iter().count(), 1);
}
