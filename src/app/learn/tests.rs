//! News, tried on a small network: what is in memory stays what is, or will be, in the book.

mod drafts;
mod unsaved;

use std::sync::Arc;

use super::learn;
use crate::app::act::{self, act};
use crate::app::action::Action;
use crate::app::contacts::Row;
use crate::app::effect::{Care, EditFor, Effect};
use crate::app::fixture::{
    ANA, BRAM, PRIYA, SOFIA, TOM, later, network, now, play, remark, said, state, with,
};
use crate::app::news::{ImportPlan, News};
use crate::app::overlay::Overlay;
use crate::app::search::Index;
use crate::app::state::{Notice, State};
use crate::domain::batch::{Batch, BatchKey, LogLine};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::request::Standing;

fn saves(effects: &[Effect]) -> Vec<Arc<Batch>> {
    let batch = |effect: &Effect| match effect {
        Effect::Save(batch, _) => Some(Arc::clone(batch)),
        _ => None,
    };
    effects.iter().filter_map(batch).collect()
}

fn play_saved(state: &mut State, keys: &str) -> Arc<Batch> {
    saves(&play(state, keys)).pop().expect("something to save")
}

/// What another instance made of the network meanwhile.
fn elsewhere(changes: Vec<Change>) -> Network {
    let mut other = network();
    let key = BatchKey("other-1".into());
    let what = "elsewhere".into();
    other.apply(Batch { key, at: now().at, by: "cli".into(), what, undoes: None, changes }).expect("it fits");
    other
}

fn keiko(id: u32) -> Change {
    Change::Contact(Edit::add(Contact::named(ContactId(id), "Keiko", "Tanaka", Origin::Hand)))
}

fn edited(id: ContactId, edit: impl Fn(&mut Contact)) -> Change {
    let network = network();
    let before = network.contact(id).expect("the contact");
    let mut after = Contact::clone(before);
    edit(&mut after);
    Change::Contact(Edit::turn(before, after))
}

#[test]
fn a_notice_loses_its_dots_when_its_own_batch_is_safe() {
    let mut state = state();
    let first = play_saved(&mut state, "2w");
    let second = play_saved(&mut state, "w");
    learn(&mut state, News::Saved(first.key.clone()));
    assert_eq!(state.notice, Notice::noted(&second));
    learn(&mut state, News::Saved(second.key.clone()));
    assert_eq!(state.notice, Notice::Noted("noted: Tom Okafor withdrawn · u takes it back".into()));
    assert!(state.history.unsaved.is_empty());
}

#[test]
fn what_was_written_elsewhere_comes_in_under_what_is_not_safe_yet() {
    let mut state = state();
    play(&mut state, "3/priya<enter>twarm<enter><esc>2j");
    let other = elsewhere(vec![keiko(9), edited(PRIYA, |priya| priya.company = "Nordwind".into())]);
    learn(&mut state, News::Elsewhere(Box::new(other)));
    let priya = state.network.contact(PRIYA).expect("Priya");
    assert_eq!((priya.company.as_str(), priya.tags.as_slice()), ("Nordwind", &["warm".to_owned()][..]));
    assert!(state.network.contact(ContactId(9)).is_some());
    assert_eq!(state.pending.list.current(), Some(with(TOM)), "the cursor stays on its row");
    play(&mut state, "3<esc>/nordwind");
    assert_eq!(state.contacts.list.rows(), [Row::Contact(PRIYA)], "and is found");
}

#[test]
fn a_batch_that_was_given_other_numbers_is_undone_by_them() {
    let mut state = state();
    let mine = play_saved(&mut state, "3nVera Holm<enter>");
    let mut other = elsewhere(vec![keiko(9)]);
    let renumbered = other.renumbered(&mine);
    let came_to_pass = other.apply(renumbered).expect("it fits under its new number");
    learn(&mut state, News::Rebased(Box::new(other.clone()), Arc::new(came_to_pass)));
    assert_eq!(state.network, other);
    assert!(state.history.unsaved.is_empty());
    assert_eq!(state.network.contact(ContactId(10)).expect("Vera").name(), "Vera Holm");
    play(&mut state, "u");
    assert!(state.network.contact(ContactId(10)).is_none());
    assert!(state.network.contact(ContactId(9)).is_some(), "the other one's stays");
}

#[test]
fn what_was_done_since_stands_on_top_of_a_rebased_batch() {
    let mut state = state();
    let first = play_saved(&mut state, "2w");
    let second = play_saved(&mut state, "w");
    let mut other = elsewhere(vec![keiko(9)]);
    let first = other.apply(Batch::clone(&first)).expect("it fits");
    learn(&mut state, News::Rebased(Box::new(other), Arc::new(first)));
    let standing = |id| state.network.requests.get(with(id)).expect("the request").standing;
    assert_eq!((standing(PRIYA), standing(TOM)), (Standing::Withdrawn, Standing::Withdrawn));
    let unsaved: Vec<_> = state.history.unsaved.iter().map(|batch| &batch.key).collect();
    assert_eq!(unsaved, [&second.key]);
}

#[test]
fn an_undo_is_checked_against_the_present() {
    let mut state = state();
    let batch = play_saved(&mut state, "3e<tab><c-u>Nordwind<enter>");
    learn(&mut state, News::Saved(batch.key.clone()));
    let mut other = state.network.clone();
    let mut ana = Contact::clone(other.contact(ANA).expect("Ana"));
    ana.company = "Kora".into();
    other.contacts.put(Arc::new(ana));
    learn(&mut state, News::Elsewhere(Box::new(other.clone())));
    assert!(play(&mut state, "u").is_empty());
    assert_eq!(said(&state), "could not undo \"Ana Ruiz edited\": the company has changed since");
    assert_eq!(state.network, other);
}

#[test]
fn a_choice_about_somebody_who_is_gone_is_answered_in_words() {
    let mut state = state();
    play(&mut state, "3jjjjjjjt");
    let gone =
        elsewhere(vec![Change::Contact(Edit::remove(network().contact(ContactId(8)).expect("there")))]);
    learn(&mut state, News::Elsewhere(Box::new(gone)));
    play(&mut state, "met<enter>");
    assert_eq!(remark(&state), "the contact is no longer there");
}

#[test]
fn a_new_day_moves_the_ages_and_the_same_day_moves_nothing() {
    let mut state = state();
    learn(&mut state, News::Now(now()));
    assert_eq!(state.pending.stale, 2);
    learn(&mut state, News::Now(later(23)));
    assert_eq!(state.pending.stale, 3, "Sofia's 22 days are 45");
}

#[test]
fn an_import_is_shown_confirmed_and_one_undo_step() {
    let plan = |changes| {
        let (name, lines) = ("Basic.zip".into(), vec!["1 new connection".into()]);
        News::Plan(Box::new(ImportPlan { name, lines, changes, what: "export of 20 Nov".into() }))
    };
    let mut state = state();
    assert_eq!(play(&mut state, ":import Basic.zip<enter>"), [Effect::ReadExport("Basic.zip".into())]);
    learn(&mut state, News::Reading("reading messages", 5, 10, 200));
    assert!(matches!(state.overlays.last(), Some(Overlay::Working(w)) if (w.done, w.of) == (5, 10)));
    learn(&mut state, plan(vec![keiko(9)]));
    assert_eq!(state.network, network(), "nothing is written before it is confirmed");
    let effects = play(&mut state, "<enter>");
    assert!(matches!(&effects[..], [Effect::Save(_, Care::Import)]));
    assert!(state.overlays.is_empty() && state.network.contact(ContactId(9)).is_some());
    play(&mut state, "u");
    assert_eq!(state.network, network());
    play(&mut state, ":import Basic.zip<enter>");
    learn(&mut state, plan(Vec::new()));
    assert!(play(&mut state, "<enter>").is_empty());
    assert_eq!(said(&state), "nothing new in this export, nothing was changed");
    // A plan that comes after the reading was stopped is not wanted any more.
    play(&mut state, ":import Basic.zip<enter><esc>");
    learn(&mut state, plan(vec![keiko(9)]));
    assert!(state.overlays.is_empty());
}

#[test]
fn trouble_ends_the_work_and_is_said() {
    let mut state = state();
    play(&mut state, ":import Basic.zip<enter>");
    learn(&mut state, News::NotRead("could not read Basic.zip: it is encrypted".into()));
    // The path can be mended where it was asked for.
    assert_eq!(remark(&state), "could not read Basic.zip: it is encrypted");
    play(&mut state, "<esc>");
    learn(&mut state, News::Trouble("could not reach the book".into()));
    assert_eq!(state.notice, Notice::Wrong("could not reach the book".into()));
}

#[test]
fn paths_complete_the_question() {
    let mut state = state();
    act(&mut state, Action::Import);
    assert_eq!(play(&mut state, "/ho<tab>"), [Effect::Paths("/ho".into())]);
    let paths = |paths: &[&str]| News::Paths(paths.iter().map(|path| (*path).to_owned()).collect());
    let typed = |state: &State| match state.overlays.last() {
        Some(Overlay::Ask(ask)) => ask.editor.text(),
        other => panic!("a question is open, not {other:?}"),
    };
    learn(&mut state, paths(&["/home/ü1/", "/home/ü2/"]));
    assert_eq!((typed(&state).as_str(), remark(&state)), ("/home/ü", "ü1  ü2"));
    learn(&mut state, paths(&["/home/ü2/"]));
    assert_eq!((typed(&state).as_str(), remark(&state)), ("/home/ü2/", ""));
    learn(&mut state, paths(&[]));
    assert_eq!((typed(&state).as_str(), remark(&state)), ("/home/ü2/", "nothing begins like this"));
}

#[test]
fn text_from_the_editor_of_the_user_becomes_a_note() {
    let mut state = state();
    learn(&mut state, News::Edited(EditFor::NewNote(BRAM), "# Bram\n\nlikes Rust\n".into()));
    assert_eq!(state.network.notes_of(BRAM).next().expect("the note").text, "# Bram\n\nlikes Rust");
    learn(&mut state, News::Edited(EditFor::NewNote(SOFIA), String::new()));
    assert_eq!(said(&state), "the note is empty");
}

#[test]
fn an_index_is_taken_over_only_of_the_network_that_is_shown() {
    let mut state = state();
    learn(&mut state, News::Elsewhere(Box::new(network())));
    learn(&mut state, News::Indexed(Index::build(&network()), 0));
    assert!(state.contacts.index.is_none(), "it was begun before another network came");
    learn(&mut state, News::Indexed(Index::build(&network()), 1));
    assert!(state.contacts.index.is_some());
    let mut touched = crate::app::fixture::state();
    play(&mut touched, "2w");
    learn(&mut touched, News::Indexed(Index::build(&network()), 0));
    assert!(touched.contacts.index.is_none(), "something was done since");
}

#[test]
fn while_a_large_book_is_read_there_is_looking_and_the_rest_waits() {
    let book = state().book.clone();
    let mut state = State::first(network(), now(), book, "here");
    let may_come =
        |state: &State, key: &str| act::may_come(state, crate::app::key::parse(key).expect("a key"));
    assert_eq!(["j", "G", "<tab>", "q"].map(|key| may_come(&state, key)), [true; 4]);
    assert_eq!(["3", "w", "/", "E", "x"].map(|key| may_come(&state, key)), [false; 5]);
    let effects = learn(&mut state, News::Whole(Box::new(elsewhere(vec![keiko(9)]))));
    assert_eq!(effects, [Effect::CaughtUp(1)]);
    assert!(state.network.contact(ContactId(9)).is_some());
    assert_eq!(["3", "w", "/", "E", "x"].map(|key| may_come(&state, key)), [true; 5]);
}

#[test]
fn the_history_is_a_list_that_is_left_with_q() {
    let mut state = state();
    assert_eq!(play(&mut state, "L"), [Effect::Log]);
    let line = LogLine {
        batch: 1,
        at: now().at,
        by: "screen".into(),
        what: "Priya N. withdrawn".into(),
        undone: false,
        is_undo: false,
    };
    learn(&mut state, News::Log(vec![line.clone(), line]));
    play(&mut state, "G");
    assert!(matches!(state.overlays.last(), Some(Overlay::Log(log)) if log.cursor == 1));
    play(&mut state, "q");
    assert!(state.overlays.is_empty());
}
