//! Killed as nothing can prevent, in the middle of work: what was shown as saved is there, and the book is whole.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use inroads::domain::network::Network;

use crate::books;
use crate::home::{Home, SAMPLE};
use crate::pty::Terminal;

/// What was last seen of a deed before the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// Nothing: the key was typed.
    Typed,
    /// It was drawn, saved or not.
    Drawn,
    /// It was shown as saved.
    Saved,
}

#[test]
fn an_edit_that_was_shown_as_saved_is_there_after_a_kill() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let mut there = books::withdrawn(&books::demo());
    for seen in [Seen::Typed, Seen::Drawn, Seen::Saved].repeat(6) {
        let mut program = Terminal::start(home.program(&[]));
        program.types("2").shows("[2 Pending");
        // Somebody is withdrawn and taken back again, until the last time.
        let mut least = there;
        for _ in 0..2 {
            program.types("gw").shows("noted: Priya N. withdrawn · u");
            program.types("u").shows("undone: Priya N. withdrawn · U");
        }
        program.types("gw");
        match seen {
            Seen::Typed => {}
            Seen::Drawn => drop(program.shows("noted: Priya N. withdrawn")),
            Seen::Saved => {
                program.shows("noted: Priya N. withdrawn · u");
                least += 1;
            }
        }
        program.kill();
        let now = books::withdrawn(&books::read(&home.book()));
        assert!((least..=there + 1).contains(&now), "{seen:?}: {now} of {there}");
        there = now;
        if now > books::withdrawn(&books::demo()) {
            let mut program = Terminal::start(home.program(&[]));
            program.types("2u").shows("undone: ").shows("[Sent 18]").types("q").ends();
            there -= 1;
        }
    }
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |meta| meta.len())
}

#[test]
fn an_import_that_was_killed_is_there_as_a_whole_or_not_at_all() {
    let (whole, grown) = {
        let home = Home::new();
        let (mut program, before) = import(&home);
        program.shows("· u takes it back");
        let grown = size(&log(&home)) - before;
        program.kill();
        (books::read(&home.book()), grown)
    };
    assert!(whole.contacts.len() > 20 && grown > 0);
    let (mut none, mut all) = (0, 0);
    for round in 0..24 {
        let home = Home::new();
        let (mut program, before) = import(&home);
        // Each time a little later, by what was written; the last ones when all of it was.
        let until = before + grown * round.min(20) / 20;
        let end = Instant::now() + Duration::from_secs(2);
        while size(&log(&home)) < until && Instant::now() < end {
            std::thread::yield_now();
        }
        if round > 22 {
            program.shows("· u takes it back");
        }
        let shown = program.text().contains("· u takes it back");
        program.kill();
        let network = books::read(&home.book());
        let count = |network: &Network| {
            (network.contacts.len(), network.requests.iter().count(), network.touches.iter().count())
        };
        match count(&network) {
            (0, 0, 0) if shown => panic!("it was shown as saved"),
            (0, 0, 0) => none += 1,
            some => {
                assert_eq!(some, count(&whole));
                all += 1;
            }
        }
    }
    assert!(none > 0 && all > 0, "killed before and after the commit: {none} and {all}");
}

fn log(home: &Home) -> PathBuf {
    home.data().join("inroads.db-wal")
}

/// An import that is being written, and how long the log was before.
fn import(home: &Home) -> (Terminal, u64) {
    let mut program = Terminal::start(home.program(&[]));
    program.shows("read my LinkedIn export").types("3").shows("Read which export?");
    program.types(SAMPLE).types("\r").shows("Enter import");
    let before = size(&log(home));
    program.types("\r");
    (program, before)
}
