//! Two instances on one file: no lost update, and what no longer fits is refused in words.

use std::sync::Arc;
use std::time::Duration;

use super::{Desk, Instance, add, batch, noon, person, turn};
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::change::{Change, Edit};
use crate::domain::id::{ContactId, NoteId};
use crate::domain::note::Note;
use crate::domain::time::Moment;
use crate::store::{Book, Care, Cause, NotSaved};

fn names(instance: &Instance) -> Vec<&str> {
    instance.network.contacts.iter().map(|contact| contact.first_name.as_str()).collect()
}

fn refused(instance: &mut Instance, batch: Batch) -> String {
    match instance.book.save(batch, Care::Full) {
        Err(NotSaved::Refused { refusal, network }) => {
            instance.network = *network;
            refusal.to_string()
        }
        other => panic!("it should have been refused: {other:?}"),
    }
}

#[test]
fn two_instances_that_take_turns_lose_nothing() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    for turn in 0..10 {
        // Each gives the number that it takes for the next free one, and they clash every time.
        for (side, name) in [(&mut left, "L"), (&mut right, "R")] {
            let ContactId(next) = side.network.contacts.fresh(0);
            side.does(batch(&format!("{name}{turn}"), vec![add(person(next, &format!("{name}{turn}")))]));
        }
    }
    let now = desk.open();
    assert_eq!(now.network.contacts.len(), 21);
    assert_eq!(now.network, right.network);
    assert_eq!(names(&now)[..4], ["Ana", "L0", "R0", "L1"]);
}

#[test]
fn edits_of_different_fields_both_last() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    let company = turn(&left.network, 1, |ana| ana.company = "Beta".into());
    left.does(batch("company", vec![company]));
    let role = turn(&right.network, 1, |ana| ana.role = "Engineer".into());
    let saved = right.does(batch("role", vec![role]));
    let (_, done) = saved.rebased.expect("it met something new");
    let ana = desk.open().network.contact(ContactId(1)).expect("Ana").clone();
    assert_eq!((ana.company.as_str(), ana.role.as_str()), ("Beta", "Engineer"));
    // The journal holds what happened, so that undoing the role leaves the company.
    right.does(done.inverse(BatchKey("undo role".into()), noon(), "test"));
    assert_eq!(desk.open().company(), "Beta");
}

#[test]
fn edits_of_one_field_are_refused_in_words_and_change_nothing() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    let edit = |instance: &Instance, to: &str| turn(&instance.network, 1, |ana| ana.company = to.into());
    let beta = edit(&left, "Beta");
    left.does(batch("beta", vec![beta]));
    let gamma = batch("gamma", vec![add(person(2, "Bo")), edit(&right, "Gamma")]);
    assert_eq!(refused(&mut right, gamma), "the company has changed since");
    assert_eq!((right.company(), names(&right).len()), ("Beta", 1), "it learns what the book holds");
    assert_eq!(desk.open().network, right.network);
    assert_eq!(right.book.log(9).expect("read").len(), 2);
}

#[test]
fn what_was_on_its_way_is_fitted_to_the_truth_as_well() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    let beta = turn(&left.network, 1, |ana| ana.company = "Beta".into());
    left.does(batch("beta", vec![beta]));
    // Right sends two batches before it hears of the first one's fate; both know nothing of Beta.
    let role = batch("role", vec![turn(&right.network, 1, |ana| ana.role = "Engineer".into())]);
    let role = right.network.apply(role).expect("fits");
    let fit = batch("fit", vec![turn(&right.network, 1, |ana| ana.purpose = "a talk".into())]);
    right.book.save(role, Care::Full).expect("saved");
    let saved = right.book.save(fit, Care::Full).expect("saved");
    assert!(saved.rebased.is_some(), "until it caught up, it gets the network with every answer");
    assert_eq!(desk.open().company(), "Beta");
}

#[test]
fn a_note_never_goes_to_somebody_else_who_took_the_number() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    left.does(batch("bo", vec![add(person(2, "Bo"))]));
    let note =
        |contact| Note { id: NoteId(1), contact: ContactId(contact), text: "hello".into(), at: noon() };
    let saved = right.book.save(batch("cy", vec![add(person(2, "Cy"))]), Care::Full).expect("saved");
    assert_eq!(names(&Instance::from(Book::open(&desk.path).expect("opens"))), ["Ana", "Bo", "Cy"]);
    // Made while Cy was still c2 on the screen.
    let early = batch("early", vec![Change::Note(Edit::add(note(2)))]);
    assert!(refused(&mut right, early).contains("another number"));
    right.network = *saved.rebased.expect("Cy has another number").0;
    right.book.caught_up();
    right.does(batch("later", vec![Change::Note(Edit::add(note(3)))]));
    assert_eq!(desk.open().network.notes_of(ContactId(3)).count(), 1);
}

#[test]
fn an_edit_never_goes_to_somebody_else_who_took_the_number() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    left.does(batch("bo", vec![add(person(2, "Bo"))]));
    let note = Note { id: NoteId(1), contact: ContactId(1), text: "hers".into(), at: noon() };
    left.does(batch("note", vec![Change::Note(Edit::add(note.clone()))]));
    let mine = Note { text: "mine".into(), ..note };
    let both = vec![add(person(2, "Cy")), Change::Note(Edit::add(mine.clone()))];
    let both = right.network.apply(batch("both", both)).expect("fits");
    // Made before Right hears that Cy is c3 and the note n2: each would fit, field by field, what it is not meant for.
    let tagged = batch("tagged", vec![turn(&right.network, 2, |cy| cy.tags = vec!["rust".into()])]);
    let undone = both.inverse(BatchKey("undone".into()), noon(), "test");
    right.book.save(both, Care::Full).expect("saved");
    assert!(refused(&mut right, tagged).contains("another number"));
    let turned =
        Edit::turn(&Arc::new(mine.clone()), Note { at: Moment::from_minutes(noon().minutes() + 1), ..mine });
    assert!(refused(&mut right, batch("moved", vec![Change::Note(turned)])).contains("another number"));
    assert!(refused(&mut right, undone).contains("another number"));
    let now = desk.open();
    assert_eq!(names(&now), ["Ana", "Bo", "Cy"]);
    assert!(now.network.contacts.iter().all(|contact| contact.tags.is_empty()));
    assert_eq!(now.network.notes.len(), 2);
}

#[test]
fn what_was_not_saved_does_not_come_in_with_the_next_one() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    here.book.connection.busy_timeout(Duration::ZERO).expect("set");
    let beta = batch("beta", vec![turn(&here.network, 1, |ana| ana.company = "Beta".into())]);
    let beta = here.network.apply(beta).expect("fits");
    let role = batch("role", vec![turn(&here.network, 1, |ana| ana.role = "Engineer".into())]);
    let other = rusqlite::Connection::open(&desk.path).expect("opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("locked");
    let error = here.book.save(beta, Care::Full).expect_err("another one writes");
    assert!(matches!(&error, NotSaved::Store(error) if error.cause == Cause::Locked), "{error}");
    assert!(error.to_string().contains("another inroads is writing"), "{error}");
    other.execute_batch("ROLLBACK").expect("unlocked");
    here.book.save(role, Care::Full).expect("saved");
    assert_eq!(desk.open().company(), "Acme");
}

#[test]
fn the_other_one_is_noticed_and_oneself_is_not() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    left.does(batch("bo", vec![add(person(2, "Bo"))]));
    assert!(left.book.changed_elsewhere().expect("read").is_none());
    assert_eq!(right.book.changed_elsewhere().expect("read").as_ref(), Some(&left.network));
    assert!(right.book.changed_elsewhere().expect("read").is_none(), "once");
}

#[test]
fn a_batch_is_taken_back_once_whoever_does_it() {
    let desk = Desk::with_ana();
    let (mut left, mut right) = (desk.open(), desk.open());
    let ana = left.book.newest_to_undo().expect("read").expect("Ana");
    let undo = |name: &str| ana.inverse(BatchKey(name.into()), noon(), "test");
    left.does(undo("left"));
    assert_eq!(refused(&mut right, undo("right")), "it was taken back already");
    let mut never = undo("never");
    never.undoes = Some(BatchKey("unheard of".into()));
    assert!(refused(&mut right, never).contains("never saved"));
}

#[test]
fn what_was_not_committed_is_not_there() {
    let desk = Desk::with_ana();
    {
        let mut dying = desk.open();
        let book = dying.book.connection.transaction().expect("begins");
        book.execute_batch("DELETE FROM contact; DELETE FROM journal").expect("written");
        // Dropped without a commit, as a process that is killed.
    }
    let after = desk.open();
    assert_eq!((names(&after), after.book.log(9).expect("read").len()), (vec!["Ana"], 1));
}
