//! Touches, notes, tags, archive, merging and deciding, by keys.

use crate::app::contacts::{Row, View};
use crate::app::effect::{EditFor, Effect};
use crate::app::fixture::{ANA, BRAM, INES, PRIYA, SOFIA, TOM, TOM_TOO, network, now, play, said, state};
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::overlay::Overlay;
use crate::app::state::State;
use crate::app::timeline;
use crate::domain::id::{ContactId, DecisionId, NoteId};
use crate::domain::touch::TouchKind;

fn events(state: &State, id: ContactId) -> Vec<(String, String)> {
    let events = timeline::of(&state.network, id, now().today);
    events.into_iter().map(|event| (event.text, event.words)).collect()
}

#[test]
fn s31_a_touch_is_logged_from_any_list_with_its_text() {
    for (go, who) in [("1j", INES), ("2", PRIYA), ("3", ANA)] {
        let mut state = state();
        play(&mut state, go);
        play(&mut state, "icgreat point on fsync<enter>");
        assert_eq!(events(&state, who)[0], ("comment".into(), "great point on fsync".into()), "{go}");
        let touch = state.network.touches_of(who).last().expect("the touch");
        assert_eq!((touch.kind, touch.on), (TouchKind::Comment, now().today));
        play(&mut state, "u");
        assert_eq!(state.network, network());
        play(&mut state, "il<enter>");
        assert_eq!(events(&state, who)[0], ("like".into(), String::new()), "the text is optional");
    }
}

#[test]
fn s31_an_own_post_is_a_touch_without_a_contact() {
    for keys in ["6ixpost on WAL<enter>", "2iwpost on WAL<enter>"] {
        let mut state = state();
        play(&mut state, keys);
        let own = state.network.touches.iter().last().expect("the touch");
        assert_eq!((own.contact, own.text.as_str()), (None, "post on WAL"));
        assert_eq!(said(&state), "post on WAL, your own");
    }
}

#[test]
fn a_note_is_kept_by_leaving_it_and_an_empty_one_is_none() {
    let mut state = state();
    assert!(play(&mut state, "3m<esc>").is_empty());
    assert_eq!(state.network, network());
    play(&mut state, "mEager to help<enter>second line<esc>");
    assert_eq!(said(&state), "note on Ana Ruiz");
    let note = state.network.notes_of(ANA).next().expect("the note");
    assert_eq!(note.text, "Eager to help\nsecond line");
}

#[test]
fn the_newest_note_is_edited_in_the_pane_and_emptied_away() {
    let mut state = state();
    play(&mut state, "3/sofia<enter>le<end>!<c-s>");
    assert_eq!(state.network.notes.get(NoteId(1)).expect("the note").text, "# Talk\nask for the slides!");
    assert!(play(&mut state, "e<esc>").is_empty(), "nothing changed, nothing is saved");
    play(&mut state, "e<c-u><bs><c-u><esc>");
    assert_eq!(said(&state), "note on Sofia Marin removed");
}

#[test]
fn a_note_that_was_removed_meanwhile_is_kept_as_a_new_one() {
    let mut state = state();
    play(&mut state, "3/sofia<enter>le and thank her");
    let mut elsewhere = network();
    elsewhere.notes.take(NoteId(1));
    crate::app::learn::learn(&mut state, crate::app::news::News::Elsewhere(Box::new(elsewhere)));
    play(&mut state, "<esc>");
    assert!(state.overlays.is_empty());
    let note = state.network.notes_of(SOFIA).next().expect("the note");
    assert_eq!(note.text, "# Talk\nask for the slides and thank her");
}

#[test]
fn the_editor_of_the_user_takes_a_new_note_or_the_one_being_written() {
    let mut state = state();
    assert_eq!(play(&mut state, "3E"), [Effect::Edit(EditFor::NewNote(ANA), String::new())]);
    assert_eq!(play(&mut state, "mhalf<f4>"), [Effect::Edit(EditFor::NewNote(ANA), "half".into())]);
    // The box stays open under the editor, so that nothing is lost where the editor changes nothing.
    assert!(matches!(state.overlays.last(), Some(Overlay::Note(note)) if note.editor.text() == "half"));
    crate::app::learn::learn(
        &mut state,
        crate::app::news::News::Edited(EditFor::NewNote(ANA), "half and whole".into()),
    );
    assert!(state.overlays.is_empty());
    assert_eq!(state.network.notes_of(ANA).next().map(|note| note.text.as_str()), Some("half and whole"));
    let effects = play(&mut state, "/sofia<enter>le<f4>");
    let text = "# Talk\nask for the slides".to_owned();
    assert_eq!(effects, [Effect::Edit(EditFor::Note(NoteId(1)), text)]);
}

#[test]
fn tags_are_typed_with_their_signs() {
    let mut state = state();
    play(&mut state, "3tmeetup +cidr -rust<enter>");
    assert_eq!(state.network.contact(ANA).expect("Ana").tags, ["cidr", "meetup"]);
    play(&mut state, "t <enter>");
    assert!(crate::app::fixture::remark(&state).contains("no tag was given"));
}

#[test]
fn the_archive_puts_away_and_brings_back() {
    let mut state = state();
    play(&mut state, "3jd");
    assert_eq!(said(&state), "Bram de Vries archived");
    assert!(!state.contacts.list.rows().contains(&Row::Contact(BRAM)));
    play(&mut state, "fx");
    assert_eq!(state.contacts.list.rows(), [Row::Contact(BRAM)]);
    play(&mut state, "d");
    assert_eq!(said(&state), "Bram de Vries back from the archive");
    assert!(state.contacts.list.rows().is_empty());
}

#[test]
fn m_makes_the_two_marked_one_and_the_one_under_the_cursor_stays() {
    let mut state = state();
    play(&mut state, "3M");
    assert!(said(&state).contains("mark the two contacts"));
    play(&mut state, "/tom<enter>VM");
    let Some(Overlay::Confirm(confirm)) = state.overlays.last() else { panic!("it is asked first") };
    assert_eq!(
        confirm.lines[..2],
        ["stays: Tom Okafor, Product, Birchbox", "joins: Tom Okafor, Product, Kora"]
    );
    play(&mut state, "y");
    assert_eq!(said(&state), "the two called Tom Okafor merged");
    assert!(state.network.contact(TOM).is_some() && state.network.contact(TOM_TOO).is_none());
    play(&mut state, "u");
    assert_eq!(state.network, network());
    play(&mut state, "VGMy");
    assert!(state.network.contact(TOM).is_none() && state.network.contact(TOM_TOO).is_some());
}

#[test]
fn two_whom_no_one_filter_shows_are_marked_one_after_the_other_and_merged() {
    let mut state = state();
    play(&mut state, "3/ana<enter><space>/<c-u>bram<enter><space>");
    assert_eq!(state.contacts.list.marks_in_words().as_deref(), Some("2 marked, 1 not shown"));
    // What another instance saves, or a note, makes the list anew.
    let book = state.network.clone();
    learn(&mut state, News::Elsewhere(Box::new(book)));
    assert_eq!(state.contacts.list.marks(), 2);
    play(&mut state, "My");
    assert_eq!(said(&state), "Ana Ruiz merged into Bram de Vries");
    assert_eq!(state.contacts.list.marks(), 0, "what the marks were for is done");
    play(&mut state, "u");
    assert_eq!(state.network, network());
}

#[test]
fn what_an_import_left_open_is_settled_by_one_key_each() {
    let mut state = state();
    play(&mut state, "1G<enter>");
    assert_eq!(state.contacts.view, View::Decide);
    assert_eq!(state.contacts.list.rows().len(), 2);
    play(&mut state, "<enter>t");
    assert_eq!(said(&state), "Tom Okafor: two people");
    assert_eq!(state.contacts.list.rows(), [Row::Decision(DecisionId(2))]);
    play(&mut state, "<enter>e");
    assert_eq!(said(&state), "Jörg Müller accepted, was withdrawn 17 Nov");
    assert!(state.contacts.list.rows().is_empty());
    play(&mut state, "uu");
    assert_eq!(state.network, network());
    play(&mut state, "g<enter>s");
    assert!(state.network.contact(TOM_TOO).is_none());
}

#[test]
fn what_is_copied_and_opened_is_shown_first() {
    let mut state = state();
    assert_eq!(play(&mut state, "3yn"), [Effect::Copy("Ana Ruiz".into(), "copied".into())]);
    let address = "https://www.linkedin.com/in/ana-ruiz".to_owned();
    assert_eq!(play(&mut state, "yu"), [Effect::Copy(address.clone(), "copied".into())]);
    assert!(play(&mut state, "b").is_empty());
    assert!(
        matches!(state.overlays.last(), Some(Overlay::Confirm(confirm)) if confirm.lines == [address.as_str()])
    );
    assert_eq!(play(&mut state, "y"), [Effect::Open(address)]);
    play(&mut state, "jb");
    assert_eq!(said(&state), "no address is known for Bram de Vries: e adds one");
    let message = "Hi Sofia, your talk on query planners helped me".to_owned();
    assert_eq!(play(&mut state, "2jjym"), [Effect::Copy(message, "copied".into())]);
}

#[test]
fn of_several_notes_the_one_to_change_is_chosen() {
    let mut state = state();
    play(&mut state, "3/sofia<enter>mSecond<esc>le");
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a choice") };
    let offered: Vec<&str> = menu.items.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(offered, ["22 Nov  Second", "22 Nov  # Talk"]);
    play(&mut state, "2<c-end>!<c-s>");
    assert_eq!(said(&state), "note on Sofia Marin changed");
    let texts: Vec<&str> = state.network.notes_of(SOFIA).map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["# Talk\nask for the slides!", "Second"]);
}

#[test]
fn whose_name_is_known_already_is_added_and_said() {
    let mut state = state();
    play(&mut state, "3nána RUIZ<enter>");
    assert_eq!(said(&state), "ána RUIZ added; another Ana Ruiz was there, Data Lead, Faro");
    play(&mut state, "nTom Okafor<enter>");
    assert_eq!(said(&state), "Tom Okafor added; 2 others of this name were there");
    let kept: Vec<&str> = state.history.done.iter().map(|batch| batch.what.as_str()).collect();
    assert_eq!(kept, ["ána RUIZ added", "Tom Okafor added"], "the history says what was done");
}
