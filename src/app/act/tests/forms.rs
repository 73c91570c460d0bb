//! Forms: new people, edited ones, requests written down; what is wrong is said in the form, which stays.

use crate::app::fixture::{ANA, BRAM, network, play, remark, said, state, state_of, with};
use crate::app::overlay::{Form, Overlay};
use crate::app::state::State;
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Request};

fn form(state: &State) -> &Form {
    match state.overlays.last() {
        Some(Overlay::Form(form)) => form,
        other => panic!("a form is open, not {other:?}"),
    }
}

fn newest(state: &State) -> &Request {
    state.network.requests.iter().last().expect("a request")
}

fn name_of(state: &State, request: &Request) -> String {
    state.network.contact(request.contact).expect("the contact").name()
}

#[test]
fn s01_both_directions_are_written_down_by_keyboard_alone() {
    let mut state = state_of(Network::default());
    play(&mut state, "j<enter>Ana Ruiz<enter>2nAna Ruiz<enter>]nInes Costa<enter>");
    let titles =
        crate::app::pending::Tab::ALL.map(|(tab, title)| (title, state.pending.counts[tab as usize]));
    assert_eq!(titles, [("Sent", 1), ("Received", 1), ("Snoozed", 0)]);
    assert_eq!(newest(&state).direction, Direction::Received);
    assert_eq!(state.network.contacts.len(), 2, "Ana was known, Ines is added with the request");
    play(&mut state, "uuu");
    assert!(state.network.contacts.is_empty());
}

#[test]
fn a_request_is_written_down_with_day_message_source_and_channel() {
    let mut state = state();
    play(&mut state, "2nVera Holm<tab><c-u>3d<tab>Hello Vera<tab>alumni<tab><c-u>email<enter>");
    let request = newest(&state);
    assert_eq!(name_of(&state, request), "Vera Holm");
    assert_eq!(
        (request.sent_on.to_string().as_str(), request.message.as_str()),
        ("2026-11-19", "Hello Vera")
    );
    assert_eq!((request.source.as_str(), request.channel), ("alumni", Channel::Email));
}

#[test]
fn a_form_says_what_is_wrong_and_stays_with_what_was_typed() {
    let mut state = state();
    play(&mut state, "3n<enter>");
    assert_eq!(remark(&state), "a contact needs a name");
    play(&mut state, "Eve<s-tab>lots<enter>");
    assert_eq!(remark(&state), "the fit is low, medium or high");
    play(&mut state, "<c-u>High<tab>");
    assert_eq!((remark(&state), form(&state).at), ("", 0), "the remark goes with the next key");
    play(&mut state, "<enter>");
    assert_eq!(said(&state), "Eve added");
    play(&mut state, "2n<enter>");
    assert_eq!(remark(&state), "a request needs a name");
    play(&mut state, "Eve<tab><c-u>soon<enter>");
    assert!(remark(&state).contains("could not read the date"));
    play(&mut state, "<c-u>today<s-tab><s-tab><c-u>pigeon<enter>");
    assert!(remark(&state).contains("the channel is linkedin, event, email or other"));
    play(&mut state, "<esc>");
    assert_eq!(state.network.requests, network().requests);
}

#[test]
fn a_known_name_is_offered_and_taken_with_tab() {
    let mut state = state();
    play(&mut state, "2nbram");
    assert_eq!(remark(&state), "Tab: Bram de Vries");
    play(&mut state, "<tab><enter>");
    assert_eq!(newest(&state).contact, BRAM);
    assert!(said(&state).contains("against the rule: one at a time"));
}

#[test]
fn a_new_name_that_only_resembles_a_known_one_is_left_as_typed() {
    let mut state = state();
    // b, a and s stand in this order in "Bram de Vries" too, but no word of it begins like this.
    play(&mut state, "2nbas");
    assert_eq!(remark(&state), "");
    play(&mut state, " Vis<tab><enter>");
    assert_eq!(name_of(&state, newest(&state)), "bas Vis");
}

#[test]
fn a_known_name_that_is_only_begun_is_not_added_as_somebody_new_without_a_word() {
    for form in ["2nbram", "4cbram"] {
        let mut state = state();
        let people = state.network.contacts.iter().count();
        play(&mut state, form);
        play(&mut state, "<enter>");
        assert!(remark(&state).starts_with("Bram de Vries is known"), "{}", remark(&state));
        assert_eq!(state.network.contacts.iter().count(), people);
        play(&mut state, "<enter>");
        assert_eq!(state.network.contacts.iter().count(), people + 1, "the second Enter means it");
    }
}

#[test]
fn a_name_that_several_have_says_how_to_tell_them_apart() {
    let mut state = state();
    play(&mut state, "2ntom okafor<enter>");
    assert!(remark(&state).contains("several people called tom okafor"), "{}", remark(&state));
    assert!(remark(&state).contains("inroads sent"), "{}", remark(&state));
}

#[test]
fn an_edit_begins_with_what_is_known_and_changes_only_what_is_typed() {
    let mut state = state();
    play(&mut state, "3e<tab><c-u>Nordwind<enter>");
    let ana = state.network.contact(ANA).expect("Ana");
    assert_eq!((ana.company.as_str(), ana.slug.as_str()), ("Nordwind", "ana-ruiz"));
    assert_eq!(ana.tags, ["rust"]);
    play(&mut state, "e<enter>");
    assert_eq!(remark(&state), "Ana Ruiz is as it was");
}

#[test]
fn leaving_a_form_changes_nothing() {
    let mut state = state();
    assert!(play(&mut state, "3nEve<esc>2nEve<esc>").is_empty());
    assert_eq!(state.network, network());
    assert!(state.network.requests.get(with(ANA)).is_some());
}
