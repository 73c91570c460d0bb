//! Filters and views, by keys.

use crate::app::contacts::{Row, View};
use crate::app::fixture::{PRIYA, SOFIA, TOM, network, play, said, state, with};
use crate::app::keymap::Place;
use crate::app::overlay::Overlay;
use crate::app::state::State;

fn names(state: &State) -> Vec<String> {
    let contacts = state.contacts.list.rows().iter().filter_map(|row| row.contact(&state.network));
    contacts.filter_map(|id| state.network.contact(id)).map(|contact| contact.name()).collect()
}

#[test]
fn s02_a_purpose_is_found_by_its_filter_and_shown_on_the_card() {
    let mut state = state();
    play(&mut state, "3nKeiko Tanaka<tab><tab><tab>mentor for talks<enter>");
    assert_eq!(said(&state), "Keiko Tanaka added");
    play(&mut state, "/purpose:mentor");
    assert_eq!(names(&state), ["Ana Ruiz", "Keiko Tanaka"]);
    play(&mut state, "<enter>G");
    let keiko = state.current_contact().expect("Keiko");
    let page = crate::app::preview::card(&state.network, keiko, state.now.today);
    assert!(page.texts().any(|line| line == "Why: mentor for talks"));
}

#[test]
fn a_filter_narrows_while_it_is_typed_is_kept_by_enter_and_cleared_by_esc() {
    let mut state = state();
    play(&mut state, "3/mull");
    assert_eq!((names(&state), state.place()), (vec!["Jörg Müller".to_owned()], Place::Filter));
    play(&mut state, "<enter>");
    assert_eq!((names(&state).len(), state.place()), (1, Place::Contacts));
    play(&mut state, "/");
    assert_eq!(state.filter.as_ref().expect("the line").text(), "mull", "it can be mended");
    play(&mut state, "<bs><bs><bs><bs>tom<down><enter>");
    assert_eq!(state.contacts.list.cursor(), 1);
    play(&mut state, "/<esc>");
    assert_eq!(names(&state).len(), 8);
}

#[test]
fn the_filter_of_today_looks_for_people() {
    let mut state = state();
    play(&mut state, "1/sofia<enter>");
    assert_eq!((state.place(), names(&state)), (Place::Contacts, vec!["Sofia Marin".to_owned()]));
}

#[test]
fn the_filter_of_pending_is_about_each_request() {
    let mut state = state();
    play(&mut state, "2/is:stale<enter>");
    assert_eq!(state.pending.list.rows(), [with(PRIYA), with(TOM)]);
    play(&mut state, "/<c-u>has:message -tom<enter>");
    assert_eq!(state.pending.list.rows(), [with(SOFIA)]);
    assert_eq!(state.pending.counts, [4, 1, 0], "the counts are of all that waits");
}

#[test]
fn what_a_filter_cannot_read_is_marked_and_does_not_narrow() {
    let mut state = state();
    play(&mut state, "3/colour:red tom");
    assert_eq!(names(&state).len(), 2);
    let mistake = &state.contacts.query.errors[0];
    assert_eq!(mistake.span, 0..10);
    assert!(mistake.why.contains("no such word colour:"));
}

#[test]
fn views_are_chosen_by_letter_and_reached_with_brackets() {
    let mut state = state();
    play(&mut state, "3f");
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu") };
    let choices: Vec<(char, &str)> = menu.items.iter().map(|c| (c.letter, c.label.as_str())).collect();
    assert_eq!(
        choices,
        [
            ('a', "all"),
            ('t', "keep in touch"),
            ('w', "waiting"),
            ('d', "to decide"),
            ('x', "archived"),
            ('1', "#rust")
        ]
    );
    play(&mut state, "t");
    assert_eq!(names(&state), ["Ana Ruiz"]);
    play(&mut state, "f1");
    assert_eq!(
        (names(&state), &state.contacts.view),
        (vec!["Ana Ruiz".to_owned()], &View::Tag("rust".into()))
    );
    play(&mut state, "fw");
    assert_eq!(names(&state).len(), 5);
    play(&mut state, "]]]]");
    assert_eq!(state.contacts.view, View::KeepInTouch);
}

#[test]
fn a_view_lists_as_many_as_its_count_says_and_nobody_who_is_archived() {
    let mut state = state();
    play(&mut state, "3/tom<enter>Vtmet<enter><esc>gd<esc>f");
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu") };
    let met = menu.items.iter().find(|choice| choice.label == "#met").expect("the tag");
    let (letter, count) = (met.letter, met.hint.clone());
    play(&mut state, &letter.to_string());
    assert_eq!(names(&state).len().to_string(), count);
    play(&mut state, "fw");
    assert!(!state.contacts.list.rows().contains(&Row::Contact(TOM)), "archived");
    assert_eq!(state.network.requests, network().requests);
}
