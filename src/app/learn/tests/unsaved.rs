//! What could not be saved, and what is taken back: memory follows the book, and nothing typed is lost.

use super::*;

#[test]
fn what_could_not_be_saved_is_taken_back_and_said() {
    let mut state = state();
    let batch = play_saved(&mut state, "2w");
    learn(&mut state, News::NotSaved(batch, "the disk is full".into(), None));
    assert_eq!(state.network, network());
    assert_eq!(said(&state), "could not save \"Priya N. withdrawn\": the disk is full");
    assert!(state.history.done.is_empty() && state.history.unsaved.is_empty());
    assert_eq!(state.pending.list.rows().len(), 4);
}

#[test]
fn what_could_not_be_saved_goes_from_under_what_was_done_since() {
    let mut state = state();
    let first = play_saved(&mut state, "3nVera Holm<enter>");
    let second = play_saved(&mut state, "mmet her<esc>");
    let third = play_saved(&mut state, "2w");
    learn(&mut state, News::NotSaved(first, "the disk is full".into(), None));
    assert!(state.network.contact(ContactId(9)).is_none(), "it is not in the book");
    assert!(!state.network.requests.get(with(PRIYA)).expect("the request").pending(), "this still is");
    learn(&mut state, News::NotSaved(second, "the contact is no longer there".into(), None));
    learn(&mut state, News::Saved(third.key.clone()));
    // The form and the note lie open again; the note is about nobody now, so leaving it copies it.
    let effects = play(&mut state, "<esc><esc>");
    assert_eq!(effects, [Effect::Copy("met her".into(), String::new())]);
    play(&mut state, "u");
    assert_eq!(state.network, network());
    assert!(state.history.done.is_empty());
}

#[test]
fn where_the_book_was_read_anew_it_holds_with_the_rest_on_top() {
    let mut state = state();
    let first = play_saved(&mut state, "2w");
    play(&mut state, "w");
    let other = elsewhere(vec![keiko(9)]);
    learn(&mut state, News::NotSaved(first, "the request has changed since".into(), Some(Box::new(other))));
    let pending = |id| state.network.requests.get(with(id)).expect("the request").pending();
    assert!(pending(PRIYA) && !pending(TOM));
    assert!(state.network.contact(ContactId(9)).is_some());
}

#[test]
fn an_undo_that_could_not_be_saved_can_be_tried_again() {
    let mut state = state();
    let batch = play_saved(&mut state, "2w");
    learn(&mut state, News::Saved(batch.key.clone()));
    let undo = play_saved(&mut state, "u");
    learn(&mut state, News::NotSaved(undo, "the disk is full".into(), None));
    assert!(!state.network.requests.get(with(PRIYA)).expect("the request").pending());
    assert_eq!(state.history.done.last().map(|batch| &batch.key), Some(&batch.key));
    play(&mut state, "u");
    assert_eq!(state.network, network());
}

#[test]
fn an_undo_that_the_book_refuses_does_not_bar_what_was_done_before() {
    let mut state = state();
    let first = play_saved(&mut state, "2w");
    let second = play_saved(&mut state, "w");
    learn(&mut state, News::Saved(first.key.clone()));
    learn(&mut state, News::Saved(second.key.clone()));
    let undo = play_saved(&mut state, "u");
    // Another instance took it back first; what the book holds comes along.
    let book = state.network.clone();
    learn(&mut state, News::NotSaved(undo, "it was taken back already".into(), Some(Box::new(book))));
    play(&mut state, "u");
    assert_eq!(state.network, network(), "the one before it is next");
    assert!(state.history.done.is_empty());
}

#[test]
fn undo_pressed_twice_before_the_journal_answers_takes_two_back() {
    let mut state = state();
    let first = play_saved(&mut state, "2w");
    let second = play_saved(&mut state, "w");
    let mut restarted = crate::app::fixture::state_of(state.network.clone());
    assert_eq!(play(&mut restarted, "uu"), [Effect::NewestToUndo]);
    let effects = learn(&mut restarted, News::ToUndo(Some(Batch::clone(&second))));
    assert!(matches!(&effects[..], [Effect::Save(..), Effect::NewestToUndo]), "{effects:?}");
    let effects = learn(&mut restarted, News::ToUndo(Some(Batch::clone(&first))));
    assert!(matches!(&effects[..], [Effect::Save(..)]), "{effects:?}");
    assert_eq!(restarted.network, network());
    let undo = restarted.history.undone.clone();
    let mut again = crate::app::fixture::state_of(network());
    assert_eq!(play(&mut again, "UU"), [Effect::NewestToRedo]);
    learn(&mut again, News::ToRedo(Some(Batch::clone(&undo[1]))));
    learn(&mut again, News::ToRedo(Some(Batch::clone(&undo[0]))));
    assert_eq!(again.network, state.network);
    // What goes wrong is no answer for ever.
    let mut lost = crate::app::fixture::state_of(network());
    play(&mut lost, "u");
    learn(&mut lost, News::Trouble("could not reach the book".into()));
    assert_eq!(play(&mut lost, "u"), [Effect::NewestToUndo]);
}

#[test]
fn after_a_restart_undo_and_redo_ask_the_journal() {
    let mut state = state();
    let batch = play_saved(&mut state, "2w");
    let mut restarted = crate::app::fixture::state_of(state.network.clone());
    assert_eq!(play(&mut restarted, "u"), [Effect::NewestToUndo]);
    let undo =
        saves(&learn(&mut restarted, News::ToUndo(Some(Batch::clone(&batch))))).pop().expect("an undo");
    assert_eq!((undo.undoes.as_ref(), &restarted.network), (Some(&batch.key), &network()));
    assert_eq!(said(&restarted), "undone: Priya N. withdrawn");
    let mut again = crate::app::fixture::state_of(restarted.network.clone());
    assert_eq!(play(&mut again, "U"), [Effect::NewestToRedo]);
    learn(&mut again, News::ToRedo(Some(Batch::clone(&undo))));
    assert_eq!(again.network, state.network);
    for (news, says) in [(News::ToUndo(None), "nothing to undo"), (News::ToRedo(None), "nothing to redo")] {
        learn(&mut again, news);
        assert_eq!(said(&again), says);
    }
}

#[test]
fn a_note_that_could_not_be_saved_lies_open_again() {
    let mut state = state();
    let batch = play_saved(&mut state, "3mMet at the ports dinner.<c-s>");
    let notes = state.network.notes.len();
    learn(&mut state, News::NotSaved(batch, "the disk is full".into(), None));
    assert_eq!(state.network.notes.len(), notes - 1);
    let open = |state: &State| match state.overlays.last() {
        Some(Overlay::Note(note)) => note.editor.text(),
        _ => String::new(),
    };
    assert_eq!(open(&state), "Met at the ports dinner.");
    learn(&mut state, News::ReadOnly("the disk is full".into()));
    let effects = play(&mut state, "<esc>");
    assert!(
        effects.contains(&Effect::Copy("Met at the ports dinner.".into(), String::new())),
        "it can be taken along"
    );
}

#[test]
fn a_form_and_the_words_of_a_touch_that_could_not_be_saved_lie_open_again() {
    let mut state = state();
    let batch = play_saved(&mut state, "3nVera Holm<tab>Nordwind<enter>");
    learn(&mut state, News::NotSaved(batch, "the disk is full".into(), None));
    let Some(Overlay::Form(form)) = state.overlays.last() else { panic!("the form is open") };
    assert_eq!(
        (form.fields[0].editor.text(), form.fields[1].editor.text()),
        ("Vera Holm".into(), "Nordwind".into())
    );
    assert_eq!(form.remark, "not saved: the disk is full");
    play(&mut state, "<esc>");
    let batch = play_saved(&mut state, "imtold her of the port<enter>");
    // Somebody is writing something else by then.
    play(&mut state, "mnew");
    learn(&mut state, News::NotSaved(batch, "the disk is full".into(), None));
    assert!(matches!(state.overlays.last(), Some(Overlay::Note(_))));
    play(&mut state, "<esc>");
    let Some(Overlay::Ask(ask)) = state.overlays.last() else { panic!("the question is open") };
    assert_eq!(
        (ask.editor.text().as_str(), remark(&state)),
        ("told her of the port", "not saved: the disk is full")
    );
}

#[test]
fn what_was_saved_or_not_confirmed_does_not_come_back() {
    let mut state = state();
    let batch = play_saved(&mut state, "3nVera Holm<enter>");
    learn(&mut state, News::Saved(batch.key.clone()));
    learn(&mut state, News::NotSaved(batch, "late".into(), None));
    assert!(state.overlays.is_empty());
    let state = &mut crate::app::fixture::state();
    play(state, "3Vtmet<enter><esc><esc>");
    let batch = play_saved(state, "2w");
    learn(state, News::NotSaved(batch, "the disk is full".into(), None));
    assert!(state.overlays.is_empty(), "a withdrawal was typed nowhere");
}
