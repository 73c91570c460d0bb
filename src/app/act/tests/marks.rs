//! Marks, ranges, verbs on many rows, and the repeat.

use crate::app::fixture::{BRAM, INES, PRIYA, SOFIA, TOM, later, network, play, said, state, with};
use crate::app::overlay::{Confirm, Overlay};
use crate::app::state::State;
use crate::domain::request::Standing;

fn standings(state: &State) -> Vec<Standing> {
    state.network.requests.iter().map(|request| request.standing).collect()
}

fn question(state: &State) -> &Confirm {
    match state.overlays.last() {
        Some(Overlay::Confirm(confirm)) => confirm,
        other => panic!("a question is open, not {other:?}"),
    }
}

#[test]
fn space_marks_and_moves_down_and_a_verb_is_about_the_marks() {
    let mut state = state();
    play(&mut state, "2<space><space>");
    assert_eq!((state.pending.list.marks(), state.pending.list.current()), (2, Some(with(SOFIA))));
    play(&mut state, "w");
    assert_eq!(said(&state), "Priya N. and Tom Okafor withdrawn");
    assert_eq!(state.pending.list.rows(), [with(SOFIA), with(BRAM)]);
    assert_eq!(state.pending.list.marks(), 0);
    play(&mut state, "u");
    assert_eq!(state.network, network());
}

#[test]
fn after_a_bulk_and_its_undo_the_cursor_is_where_one_goes_on() {
    let mut state = state();
    play(&mut state, "2vjw");
    assert_eq!(state.pending.list.current(), Some(with(SOFIA)), "the next that is left");
    play(&mut state, "G");
    play(&mut state, "u");
    assert_eq!(state.pending.list.current(), Some(with(PRIYA)), "the first that came back");
    play(&mut state, "1Gk<enter>w");
    let item = state.today.list.current();
    play(&mut state, "gu");
    assert_ne!(state.today.list.current(), item);
    assert_eq!(state.today.list.current().and_then(|item| item.contact(&state.network)), Some(TOM));
}

#[test]
fn a_range_goes_from_here_to_there_or_straight_to_a_verb() {
    let mut state = state();
    play(&mut state, "2jvjv");
    assert_eq!(state.pending.list.targets(), [with(TOM), with(SOFIA)]);
    play(&mut state, "<esc>");
    assert_eq!(state.pending.list.marks(), 0);
    play(&mut state, "gvGsw");
    assert_eq!(said(&state), "4 requests snoozed until 29 Nov");
    assert_eq!(state.pending.counts, [0, 1, 4]);
}

#[test]
fn v_marks_all_shown_and_again_none() {
    let mut state = state();
    play(&mut state, "2/tom<enter>V");
    assert_eq!(state.pending.list.targets(), [with(TOM)]);
    play(&mut state, "V");
    assert_eq!(state.pending.list.marks(), 0);
}

#[test]
fn esc_closes_then_clears_marks_then_the_filter_then_the_view() {
    let mut state = state();
    play(&mut state, "3ft/ana<enter><space>l<esc>");
    assert_eq!((state.contacts.list.marks(), state.contacts.filter.as_str()), (1, "ana"));
    play(&mut state, "<esc>");
    assert_eq!((state.contacts.list.marks(), state.contacts.filter.as_str()), (0, "ana"));
    play(&mut state, "<esc>");
    assert_eq!((state.contacts.filter.as_str(), state.contacts.view.title().as_str()), ("", "keep in touch"));
    play(&mut state, "<esc>");
    assert_eq!(state.contacts.view.title(), "all");
    let before = state.contacts.list.rows().len();
    play(&mut state, "<esc><esc>");
    assert_eq!((state.contacts.list.rows().len(), state.overlays.len()), (before, 0));
}

#[test]
fn up_to_five_are_done_at_once() {
    let mut state = state();
    let effects = play(&mut state, "3<space><space><space><space><space>tmet<enter>");
    assert_eq!(effects.len(), 1);
    assert_eq!(said(&state), "+met on 5 contacts");
    assert!(play(&mut state, "<space>tsix<enter>").is_empty());
    assert_eq!(question(&state).lines.len(), 6);
}

#[test]
fn more_than_five_are_listed_and_asked_about_and_are_one_undo_step() {
    let mut state = state();
    let effects = play(&mut state, "3Vtmet<enter>");
    assert!(effects.is_empty());
    let confirm = question(&state);
    assert_eq!((confirm.question.as_str(), confirm.lines.len()), ("Note this: +met on 8 contacts?", 8));
    assert_eq!((confirm.lines[0].as_str(), confirm.lines[3].as_str()), ("Ana Ruiz", "Jörg Müller"));
    play(&mut state, "<esc>");
    assert_eq!(state.network, network());
    assert_eq!(state.contacts.list.marks(), 8, "the marks are still there");
    let effects = play(&mut state, "tmet<enter>y");
    assert_eq!(effects.len(), 1);
    assert!(state.network.contacts.iter().all(|contact| contact.tags.contains(&"met".to_owned())));
    play(&mut state, "u");
    assert_eq!(state.network, network());
}

#[test]
fn a_bulk_that_cannot_be_done_is_not_asked_about() {
    let mut state = state();
    play(&mut state, "3Vt-nobody<enter>");
    assert_eq!(crate::app::fixture::remark(&state), "the tags are like that already");
}

#[test]
fn a_dot_repeats_the_last_verb_on_another_row() {
    let mut state = state();
    play(&mut state, "2.");
    assert_eq!(said(&state), "nothing to repeat yet");
    play(&mut state, "w.");
    assert_eq!(said(&state), "Tom Okafor withdrawn");
    play(&mut state, "sw.");
    assert_eq!(
        said(&state),
        "Bram de Vries snoozed until 29 Nov",
        "the row went, the next came under the cursor"
    );
    play(&mut state, "uuu");
    assert_eq!(standings(&state)[6], Standing::Withdrawn);
    play(&mut state, "u");
    assert_eq!(state.network, network());
    play(&mut state, "3/bram<enter>tmet<enter><esc>/tom<enter>V.");
    assert_eq!(said(&state), "+met on Tom Okafor and Tom Okafor");
}

#[test]
fn a_dot_where_there_is_nobody_does_nothing() {
    let mut state = state();
    play(&mut state, "2icnice talk<enter>1G.");
    assert_eq!(said(&state), "nothing here to repeat it on");
    assert_eq!(state.network.touches.len(), 2);
    play(&mut state, "2wG1G.");
    assert_eq!(said(&state), "there is no request here");
}

#[test]
fn a_dot_never_turns_ones_own_post_into_a_touch_with_somebody() {
    let mut state = state();
    play(&mut state, "6ixmy talk<enter>2.");
    assert_eq!(state.network.touches.iter().filter(|touch| touch.contact.is_none()).count(), 2);
    assert_eq!(state.network.touches_of(PRIYA).count(), 0);
}

#[test]
fn a_dot_that_does_not_fit_the_row_says_why() {
    let mut state = state();
    play(&mut state, "2w].");
    assert_eq!(
        said(&state),
        "Ines Costa asked you, and what was received cannot be withdrawn: o has what can be done with it"
    );
    assert!(state.network.requests.get(with(INES)).expect("the request").pending());
}

#[test]
fn a_snooze_of_mixed_marks_names_what_waits_and_a_dot_does_the_same() {
    let mut state = state();
    play(&mut state, "3/ana<enter><space>/<c-u>bram<enter><space>s");
    let title = match state.overlays.last() {
        Some(Overlay::Menu(menu)) => menu.title.clone(),
        other => panic!("a menu is open, not {other:?}"),
    };
    assert_eq!(title, "Snooze Bram de Vries (of 2 marked, what waits)");
    play(&mut state, "w");
    assert_eq!(said(&state), "Bram de Vries snoozed until 29 Nov");
    play(&mut state, "u/<c-u>ana<enter><space>.");
    assert_eq!(said(&state), "Bram de Vries snoozed until 29 Nov");
}

#[test]
fn what_was_done_today_is_repeated_on_the_day_that_it_is_then() {
    let mut state = state();
    play(&mut state, "2w");
    crate::app::learn::learn(&mut state, crate::app::news::News::Now(later(2)));
    play(&mut state, ".");
    let tom = state.network.requests.get(with(TOM)).expect("the request");
    assert_eq!((tom.standing, tom.settled_on), (Standing::Withdrawn, Some(later(2).today)));
}

#[test]
fn a_mark_elsewhere_does_not_make_a_verb_on_the_cursor_possible_nor_impossible() {
    let mut state = state();
    let last = "1G";
    play(&mut state, last);
    assert_eq!(
        state.today.list.current().and_then(|item| item.contact(&state.network)),
        None,
        "items to decide"
    );
    // That row is marked, somebody is under the cursor.
    play(&mut state, "<space>k");
    play(&mut state, "m");
    assert!(matches!(state.overlays.last(), Some(Overlay::Note(_))));
    play(&mut state, "<esc><esc>");
    // Somebody is marked, that row is under the cursor.
    play(&mut state, "g<space>Gm");
    assert_eq!(said(&state), "nobody is under the cursor");
    // Enter is the outcome of what is marked, and nothing where there is no request among it.
    play(&mut state, "<esc>G<space>k<enter>");
    assert!(state.overlays.is_empty());
    assert_eq!(said(&state), "there is no request here: n in Pending writes one down");
}
