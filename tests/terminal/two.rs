//! Two at once on one book.

use std::time::Duration;

use rusqlite::Connection;
use rustix::process::{Signal, kill_process};

use crate::books;
use crate::home::Home;
use crate::pty::Terminal;

fn two(home: &Home) -> (Terminal, Terminal) {
    books::make(&home.book(), |change| change);
    let mut both = [Terminal::start(home.program(&[])), Terminal::start(home.program(&[]))];
    for one in &mut both {
        one.types("2").shows("[Sent 18]");
    }
    both.into()
}

#[test]
fn what_one_did_is_seen_by_the_other_when_it_wakes_and_nothing_is_lost() {
    let home = Home::new();
    let (mut one, mut other) = two(&home);
    one.types("w").shows("noted: Priya N. withdrawn · u");
    // Coming to the front is enough.
    other.types_until("\x1b[I", "[Sent 17]");
    other.types("Gw").shows("noted: Luis Prado withdrawn · u").shows("[Sent 16]");
    // So is a key.
    one.types_until("j", "[Sent 16]");
    let network = books::read(&home.book());
    assert_eq!(books::withdrawn(&network), books::withdrawn(&books::demo()) + 2);
    // Each takes back its own.
    one.types("u").shows("[Sent 17]").shows("· U does it again");
    other.types("u").shows("[Sent 18]").shows("Luis Prado");
    one.types_until("j", "[Sent 18]");
    assert_eq!(books::withdrawn(&books::read(&home.book())), books::withdrawn(&books::demo()));
}

#[test]
fn what_no_longer_fits_is_said_and_not_saved() {
    let home = Home::new();
    let (mut one, mut other) = two(&home);
    one.types("od").shows("declined · u");
    other.types("w").shows("could not save \"Priya N. withdrawn\"").shows("[Sent 17]");
    assert_eq!(books::withdrawn(&books::read(&home.book())), books::withdrawn(&books::demo()));
}

#[test]
fn it_waits_for_a_writer_and_the_keys_go_on_meanwhile() {
    let home = Home::new();
    let (mut one, _) = two(&home);
    let writer = Connection::open(home.book()).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    one.types("w").shows("noted: Priya N. withdrawn …").types("3").shows("[3 Contacts]");
    writer.execute_batch("COMMIT").unwrap();
    one.shows("noted: Priya N. withdrawn · u");
    assert_eq!(books::withdrawn(&books::read(&home.book())), books::withdrawn(&books::demo()) + 1);
}

#[test]
fn a_writer_that_does_not_end_is_named_and_nobody_leaves_without_hearing_of_it() {
    let home = Home::new();
    let (mut one, _) = two(&home);
    let writer = Connection::open(home.book()).unwrap();
    writer.busy_timeout(Duration::from_secs(1)).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    one.types("wq").shows("[Sent 17]").shows("could not save \"Priya N. withdrawn\"").shows("[Sent 18]");
    writer.execute_batch("ROLLBACK").unwrap();
    one.types("gw").shows("noted: Priya N. withdrawn · u").types("q");
    assert_eq!(one.ends().exit_code(), 0);
}

#[test]
fn what_could_not_be_saved_is_also_said_where_a_signal_ends_it() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let mut program = Terminal::start(home.in_shell(&[]));
    program.shows("[1 Today");
    let writer = Connection::open(home.book()).unwrap();
    writer.execute_batch("BEGIN IMMEDIATE").unwrap();
    program.types("3mmet at the port").shows("met at the port");
    kill_process(home.pid(), Signal::TERM).unwrap();
    program.shows("could not save \"note on").shows("ended with 4.").is_restored();
}

#[test]
fn a_screen_and_the_command_line_that_write_at_once_lose_nothing() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let mut screen = Terminal::start(home.program(&[]));
    screen.types("2").shows("[Sent 18]");
    std::thread::scope(|scope| {
        let command_line = scope.spawn(|| {
            for n in 1..=12 {
                let run = home.runs(&["add", &format!("Wanda Roth {n}")]);
                let said = String::from_utf8_lossy(&run.stderr).into_owned();
                assert_eq!((run.status.code(), said.as_str()), (Some(0), ""), "{n}");
            }
        });
        for left in (12..18).rev() {
            screen.types("gw").shows(&format!("[Sent {left}]")).shows("takes it back");
        }
        command_line.join().unwrap();
    });
    // What the command line did is there when it comes to the front, and so is what was done here.
    screen.types("3/wanda roth 12\r").types_until("\x1b[I", "Wanda Roth 12").types("q");
    assert_eq!(screen.ends().exit_code(), 0);
    let network = books::read(&home.book());
    assert_eq!(network.contacts.iter().filter(|contact| contact.first_name == "Wanda").count(), 12);
    assert_eq!(books::withdrawn(&network), books::withdrawn(&books::demo()) + 6);
}
