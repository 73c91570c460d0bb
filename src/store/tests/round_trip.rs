//! What is saved is what is read, whatever it is.

use proptest::prelude::*;

use super::any::{self, lead};
use super::{Desk, Instance, add, batch, person};
use crate::domain::batch::BatchKey;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::Flag;
use crate::domain::fact::{Fact, FactKind};
use crate::domain::id::{ContactId, FactId};
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;
use crate::store::Book;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_record_is_read_as_it_was_saved_edited_and_taken_back(
        first in any::many(),
        second in any::many(),
        rule in any::rule(),
    ) {
        let mut here = Instance::from(Book::in_memory().expect("a book"));
        here.does(lead("first", None, &first));
        prop_assert_eq!(&here.book.load().expect("read"), &here.network);
        here.book.caught_up();

        let (key, value) = rule;
        let mut edit = lead("second", Some(&first), &second);
        edit.changes.push(Change::Rule { key, before: None, after: value });
        edit.changes.push(Change::Mute { tip: "generic".into(), before: false, after: true });
        edit.changes.push(Change::Profile { item: ProfileItem::Skills, before: None, after: Day::parse("2026-11-22") });
        here.does(edit);
        prop_assert_eq!(&here.book.load().expect("read"), &here.network);
        here.book.caught_up();

        for name in ["undo second", "undo first"] {
            let newest = here.book.newest_to_undo().expect("read").expect("there is one");
            here.does(newest.inverse(BatchKey(name.into()), super::noon(), "test"));
            prop_assert_eq!(&here.book.load().expect("read"), &here.network);
            here.book.caught_up();
        }
        prop_assert!(here.network.contacts.is_empty() && here.network.runs.is_empty());
    }
}

#[test]
fn every_word_of_the_domain_fits_its_column() {
    let mut here = Instance::from(Book::in_memory().expect("a book"));
    let mut strategies = proptest::test_runner::TestRunner::deterministic();
    let mut new = |id| {
        use proptest::strategy::ValueTree;
        let mut one = |id| any::request(id).new_tree(&mut strategies).expect("a request").current();
        one(id)
    };
    here.does(batch("people", (1..=any::MANY).map(|id| add(person(id, "Ana"))).collect()));
    let mut id = 0;
    let mut changes = Vec::new();
    for standing in crate::domain::request::Standing::ALL {
        for channel in crate::domain::request::Channel::ALL {
            id += 1;
            let request =
                crate::domain::request::Request { standing: *standing, channel: *channel, ..new(id) };
            changes.push(Change::Request(Edit::add(request)));
        }
    }
    for (n, kind) in (1..).zip(FactKind::ALL) {
        let fact = Fact { id: FactId(n), contact: None, kind: *kind, text: "x".into(), on: None };
        changes.push(Change::Fact(Edit::add(fact)));
    }
    for item in ProfileItem::ALL {
        changes.push(Change::Profile { item: *item, before: None, after: Day::parse("2026-11-22") });
    }
    let mut flagged = person(any::MANY + 1, "Bo");
    flagged.flags = Flag::ALL.to_vec();
    changes.push(add(flagged));
    for key in RuleKey::ALL {
        changes.push(Change::Rule { key: *key, before: None, after: Some(7) });
    }
    here.does(batch("words", changes));
}

#[test]
fn a_number_is_never_given_twice_also_after_a_restart() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    here.does(batch("bo", vec![add(person(2, "Bo"))]));
    let bo = here.network.contact(ContactId(2)).expect("Bo").clone();
    here.does(batch("gone", vec![Change::Contact(Edit::remove(&bo))]));
    drop(here);
    assert_eq!(desk.open().network.contacts.fresh(0), ContactId(3));
}

#[test]
fn what_does_not_fit_the_schema_is_saved_not_even_in_part() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let mut bo = person(2, "Bo");
    bo.tags = vec![String::new()];
    let broken = batch("broken", vec![add(person(3, "Cy")), add(bo)]);
    here.book.save(broken, crate::store::Care::Full).expect_err("an empty tag is none");
    assert_eq!(here.book.load().expect("read").contacts.len(), 1);
    assert_eq!(here.book.log(9).expect("read").len(), 1);
}
