//! What can be undone and redone, in which order, also after a restart.

use super::{Desk, Instance, add, batch, noon, person, turn};
use crate::domain::batch::{Batch, BatchKey};
use crate::store::{Check, Health, check};

/// Sets Ana's company, as a batch of that name.
fn company(here: &mut Instance, to: &str) {
    let change = turn(&here.network, 1, |ana| ana.company = to.into());
    here.does(batch(to, vec![change]));
}

fn take_back(here: &mut Instance, batch: &Batch) {
    let name = format!("{}-{}", here.book.log(99).expect("read").len(), batch.key);
    here.does(batch.inverse(BatchKey(name), noon(), "test"));
}

/// `u` undoes, `U` redoes, `.` restarts; the answer is Ana's company after each.
fn play(desk: &Desk, keys: &str) -> String {
    let mut here = desk.open();
    let mut seen = Vec::new();
    for key in keys.chars() {
        let batch = match key {
            'u' => here.book.newest_to_undo(),
            'U' => here.book.newest_to_redo(),
            _ => {
                here = desk.open();
                continue;
            }
        };
        match batch.expect("read") {
            Some(batch) => take_back(&mut here, &batch),
            None => seen.push("-".to_owned()),
        }
        let now = here.network.contacts.iter().next().map_or("nobody", |ana| &ana.company);
        seen.push(now.to_owned());
        assert_eq!(desk.open().network, here.network, "the book holds what the screen shows");
    }
    seen.join(" ")
}

#[test]
fn undo_and_redo_walk_up_and_down_the_journal_also_after_a_restart() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    company(&mut here, "Beta");
    company(&mut here, "Gamma");
    drop(here);
    assert_eq!(play(&desk, "u.u.U.U.U"), "Beta Acme Beta Gamma - Gamma");
    assert_eq!(play(&desk, "uUuUu.uu.u"), "Beta Gamma Beta Gamma Beta Acme nobody - nobody");
    assert_eq!(play(&desk, "UUU.U"), "Acme Beta Gamma - Gamma");
}

#[test]
fn a_batch_of_thousands_is_taken_back_after_a_restart_in_one_step() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let before = here.network.clone();
    let people = batch("import", (2..=3_500).map(|n| add(person(n, "Bo"))).collect());
    here.does(people.clone());
    drop(here);
    let mut here = desk.open();
    let found = here.book.newest_to_undo().expect("read").expect("the import");
    assert!(found == people, "every change, in its order");
    let journal = check(&desk.path).into_iter().find(|finding| finding.check == Check::Journal);
    assert_eq!(journal.map(|finding| finding.health), Some(Health::Well));
    take_back(&mut here, &found);
    assert!(desk.open().network == before);
}

#[test]
fn after_something_new_nothing_is_redone() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    company(&mut here, "Beta");
    drop(here);
    assert_eq!(play(&desk, "u"), "Acme");
    company(&mut desk.open(), "Delta");
    assert_eq!(play(&desk, "Uu"), "- Delta Acme");
}

#[test]
fn a_redo_can_itself_be_taken_back() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    company(&mut here, "Beta");
    let beta = here.book.newest_to_undo().expect("read").expect("Beta");
    let mut last = beta;
    // Each takes back the one before it: undo, redo, and the undo of that redo.
    for (name, after) in [("undo", "Acme"), ("redo", "Beta"), ("undo again", "Acme"), ("redo again", "Beta")]
    {
        last = last.inverse(BatchKey(name.into()), noon(), "test");
        here.does(last.clone());
        assert_eq!(here.company(), after);
        let in_force = here.book.newest_to_undo().expect("read").expect("one").key.0;
        assert_eq!(in_force, if after == "Beta" { "Beta" } else { "ana" }, "{name}");
        assert_eq!(here.book.newest_to_redo().expect("read").is_some(), after == "Acme", "{name}");
    }
}

#[test]
fn the_log_says_what_when_by_whom_and_whether_it_holds() {
    let desk = Desk::with_ana();
    company(&mut desk.open(), "Beta");
    play(&desk, "u");
    let here = desk.open();
    let log = here.book.log(2).expect("read");
    let shown: Vec<_> =
        log.iter().map(|line| (line.batch, line.what.as_str(), line.undone, line.is_undo)).collect();
    assert_eq!(shown, [(3, "did Beta", false, true), (2, "did Beta", true, false)]);
    assert_eq!((log[0].at, log[0].by.as_str()), (noon(), "test"));
}
