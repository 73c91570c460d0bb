//! A message that is being written, while others write too: it goes on, and nothing typed is lost.

use super::*;
use crate::app::compose::Writing;
use crate::domain::draft::Draft;
use crate::domain::id::DraftId;

/// Opens a message to Bram and types; what is on its way to the disk.
fn typed(state: &mut State, keys: &str) -> Arc<Batch> {
    play(state, "3/<c-u>bram<enter>c");
    go_on(state, keys)
}

fn go_on(state: &mut State, keys: &str) -> Arc<Batch> {
    play(state, keys);
    saves(&learn(state, News::Paused)).pop().expect("it is kept")
}

fn writing(state: &State) -> &Writing {
    state.compose.writing.as_ref().expect("a message is open")
}

fn texts(state: &State) -> Vec<&str> {
    state.network.drafts.iter().map(|draft| draft.text.as_str()).collect()
}

fn draft(id: u32, contact: ContactId, text: &str) -> Draft {
    Draft { text: text.to_owned(), ..Draft::new(DraftId(id), contact, now().at) }
}

#[test]
fn what_could_not_be_kept_stays_in_the_editor_and_is_kept_with_the_next_word() {
    let mut state = state();
    let first = typed(&mut state, "Hi Bram, your");
    learn(&mut state, News::NotSaved(first, "the disk is full".into(), None));
    assert_eq!(writing(&state).unkept.as_deref(), Some("the disk is full"));
    assert!(texts(&state).is_empty() && !writing(&state).safe(&state.history));
    let second = go_on(&mut state, " talk");
    learn(&mut state, News::Saved(second.key.clone()));
    assert_eq!(texts(&state), ["Hi Bram, your talk"]);
    assert!(writing(&state).safe(&state.history));
}

#[test]
fn what_cannot_be_kept_at_all_is_on_the_clipboard_when_it_is_left() {
    let mut state = state();
    state.book.read_only = Some("it is on a read-only disk".into());
    play(&mut state, "3/<c-u>bram<enter>cHi Bram");
    let effects = play(&mut state, "<esc><esc>");
    assert!(effects.contains(&Effect::Copy("Hi Bram".into(), String::new())), "{effects:?}");
    assert!(said(&state).contains("it is on a read-only disk"), "{}", said(&state));
}

#[test]
fn a_draft_that_another_instance_changed_is_left_to_it_and_this_one_is_its_own() {
    let mut state = state();
    let kept = typed(&mut state, "Hi Bram");
    learn(&mut state, News::Saved(kept.key.clone()));
    play(&mut state, ", your");
    let other = elsewhere(vec![Change::Draft(Edit::add(draft(1, BRAM, "theirs")))]);
    learn(&mut state, News::Elsewhere(Box::new(other)));
    go_on(&mut state, " talk");
    assert_eq!(texts(&state), ["theirs", "Hi Bram, your talk"]);
    assert_eq!(writing(&state).draft, Some(DraftId(2)));
}

#[test]
fn what_was_saved_under_another_number_goes_on_under_it() {
    let mut state = state();
    let sent = typed(&mut state, "Hi Bram");
    // Somebody else's draft has the number that this one was given.
    let theirs = Change::Draft(Edit::add(draft(1, ANA, "theirs")));
    let mine = Change::Draft(Edit::add(draft(2, BRAM, "Hi Bram")));
    let book = elsewhere(vec![theirs, mine.clone()]);
    let saved = Batch { changes: vec![mine], ..Batch::clone(&sent) };
    learn(&mut state, News::Rebased(Box::new(book), Arc::new(saved)));
    assert_eq!(writing(&state).draft, Some(DraftId(2)));
    go_on(&mut state, ", your talk");
    assert_eq!(texts(&state), ["theirs", "Hi Bram, your talk"]);
}

#[test]
fn a_message_whose_reader_went_is_on_the_clipboard() {
    let mut state = state();
    let added = play_saved(&mut state, "3nVera Holm<enter>");
    play(&mut state, "cHi Vera");
    let effects = learn(&mut state, News::NotSaved(added, "the disk is full".into(), None));
    assert!(effects.contains(&Effect::Copy("Hi Vera".into(), String::new())), "{effects:?}");
    assert!(state.compose.writing.is_none());
}

#[test]
fn a_message_follows_its_reader_through_a_merge_and_back() {
    let mut state = state();
    play(&mut state, "3/<c-u>tom okafor<enter>g");
    let reader = state.current_contact().expect("Tom").id;
    play(&mut state, "cHi Tom");
    learn(&mut state, News::Paused);
    let other = if reader == TOM { crate::app::fixture::TOM_TOO } else { TOM };
    let deed = crate::app::deed::Deed::Merge { keep: other, other: reader };
    act::perform(&mut state, deed);
    assert_eq!(writing(&state).contact, other);
    act(&mut state, Action::Undo);
    assert_eq!((writing(&state).contact, writing(&state).editor.text()), (reader, "Hi Tom".into()));
}

#[test]
fn a_text_that_was_left_before_it_could_not_be_saved_is_on_the_clipboard() {
    let mut state = state();
    let kept = typed(&mut state, "Hi Bram");
    // Somebody else is written to meanwhile: that message has nothing to do with it.
    play(&mut state, "<esc><esc>3/<c-u>ana ruiz<enter>cHi Ana");
    let effects = learn(&mut state, News::NotSaved(kept, "the book is locked".into(), None));
    assert!(effects.contains(&Effect::Copy("Hi Bram".into(), String::new())), "{effects:?}");
    assert_eq!((writing(&state).contact, writing(&state).unkept.as_deref()), (ANA, None));
}

#[test]
fn a_message_that_was_not_kept_goes_on_when_it_is_opened_again() {
    let mut state = state();
    let kept = typed(&mut state, "Hi Bram");
    play(&mut state, "<esc>3");
    learn(&mut state, News::NotSaved(kept, "the book is locked".into(), None));
    play(&mut state, "/<c-u>bram<enter>c");
    assert_eq!(writing(&state).editor.text(), "Hi Bram");
    assert_eq!(texts(&state), ["Hi Bram"]);
}

#[test]
fn what_another_instance_made_of_a_draft_is_read_and_what_it_threw_away_is_kept_again() {
    let mut state = state();
    let kept = typed(&mut state, "Hi Bram");
    learn(&mut state, News::Saved(kept.key.clone()));
    let other = elsewhere(vec![Change::Draft(Edit::add(draft(1, BRAM, "theirs")))]);
    learn(&mut state, News::Elsewhere(Box::new(other)));
    assert_eq!(writing(&state).editor.text(), "theirs");
    learn(&mut state, News::Elsewhere(Box::new(network())));
    assert!(!writing(&state).safe(&state.history));
    play(&mut state, "<esc><esc>");
    assert_eq!(texts(&state), ["theirs"]);
}

#[test]
fn a_draft_that_has_the_number_of_another_does_not_turn_the_message_to_somebody_else() {
    let mut state = state();
    let sent = typed(&mut state, "Hi Bram");
    let theirs = Change::Draft(Edit::add(draft(1, ANA, "theirs")));
    learn(&mut state, News::Elsewhere(Box::new(elsewhere(vec![theirs.clone()]))));
    assert_eq!((writing(&state).contact, writing(&state).editor.text()), (BRAM, "Hi Bram".into()));
    let mine = Change::Draft(Edit::add(draft(2, BRAM, "Hi Bram")));
    let book = elsewhere(vec![theirs, mine.clone()]);
    let saved = Batch { changes: vec![mine], ..Batch::clone(&sent) };
    learn(&mut state, News::Rebased(Box::new(book), Arc::new(saved)));
    go_on(&mut state, ", your talk");
    assert_eq!(texts(&state), ["theirs", "Hi Bram, your talk"]);
}

#[test]
fn a_draft_that_is_thrown_away_here_is_not_kept_again() {
    let mut state = state();
    typed(&mut state, "Hi Bram");
    play(&mut state, "<esc>d");
    assert!(texts(&state).is_empty() && state.compose.writing.is_none());
    assert!(saves(&learn(&mut state, News::Paused)).is_empty());
}

#[test]
fn of_several_drafts_to_somebody_the_one_that_was_written_last_is_opened() {
    let mut state = state();
    let earlier = Draft { at: later(-1).at, ..draft(2, BRAM, "written before") };
    let drafts =
        vec![Change::Draft(Edit::add(draft(1, BRAM, "written last"))), Change::Draft(Edit::add(earlier))];
    learn(&mut state, News::Elsewhere(Box::new(elsewhere(drafts))));
    play(&mut state, "3/<c-u>bram<enter>c");
    assert_eq!(writing(&state).editor.text(), "written last");
}
