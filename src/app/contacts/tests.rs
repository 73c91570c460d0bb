//! What a filter finds does not depend on how it was typed.

use proptest::prelude::*;

use super::{Contacts, Row};
use crate::app::fixture::{now, play, state};
use crate::domain::contact::{Contact, Origin, split_name};
use crate::domain::id::{ContactId, DecisionId};
use crate::domain::network::{Network, Tables};
use crate::domain::table::Table;

/// More people called Anna than are looked for by their letters, and some in whom the letters hang together.
fn crowd() -> Network {
    let annas = (1..=45).map(|n| (n, "Anna Berg", ""));
    let others = [
        (46, "Ann Marlow", "Kora"),
        (47, "Arne Nana", "Kora"),
        (48, "Ana Naguib", "Kora"),
        (49, "Bea Lang", "Anker"),
    ];
    let contacts = annas.chain(others).map(|(n, name, company)| {
        let (first, last) = split_name(name);
        Contact { company: company.into(), ..Contact::named(ContactId(n), &first, &last, Origin::Hand) }
    });
    Network::from(Tables { contacts: Table::from_sorted(contacts.collect(), 0), ..Tables::default() })
}

fn screen(network: &Network) -> Contacts {
    let mut contacts = Contacts::default();
    contacts.want(network, now().today);
    contacts
}

fn type_in(contacts: &mut Contacts, network: &Network, text: &str) -> Vec<Row> {
    text.clone_into(&mut contacts.filter);
    contacts.narrow(network, now().today);
    contacts.list.rows().to_vec()
}

#[test]
fn who_is_found_letter_by_letter_is_who_is_found_at_once() {
    let network = crowd();
    let at_once = type_in(&mut screen(&network), &network, "anna ko");
    assert_eq!(at_once.len(), 3, "by their letters, at Kora");
    let mut typed = screen(&network);
    for end in 1..="anna ko".len() {
        type_in(&mut typed, &network, &"anna ko"[..end]);
    }
    assert_eq!(typed.list.rows(), at_once);
}

#[test]
fn items_to_decide_are_narrowed_by_every_term() {
    let mut state = state();
    play(&mut state, "3fd/company:kora");
    assert_eq!(state.contacts.list.rows(), [Row::Decision(DecisionId(1))], "the other Tom is at Kora");
    play(&mut state, "<c-u>-tom");
    assert_eq!(state.contacts.list.rows(), [Row::Decision(DecisionId(2))]);
    play(&mut state, "<c-u>is:accepted");
    assert!(state.contacts.list.rows().is_empty());
}

proptest! {
    #[test]
    fn any_way_to_type_a_filter_finds_the_same(texts in prop::collection::vec("(a|an|ann|anna|b|be|ko|nor|kora|ana n|an be){1,2} ?(k|ko|kora)?", 1..8)) {
        let network = crowd();
        let mut typed = screen(&network);
        for text in &texts {
            let rows = type_in(&mut typed, &network, text);
            prop_assert_eq!(rows, type_in(&mut screen(&network), &network, text), "{:?}", texts);
        }
    }
}
