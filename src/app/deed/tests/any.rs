//! Any deeds in any order: what is taken back is as it was, at any depth, and everything shown follows.

use proptest::prelude::*;

use crate::app::act::{act, commit};
use crate::app::action::{Action, Screen};
use crate::app::deed::{Answer, Deed, Details, NewRequest, Person};
use crate::app::fixture::{network, now, state};
use crate::app::state::State;
use crate::domain::contact::Flag;
use crate::domain::fact::FactKind;
use crate::domain::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId};
use crate::domain::profile::ProfileItem;
use crate::domain::request::{Channel, Direction, Evidence, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::sign::SignKind;
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;

fn contact() -> impl Strategy<Value = ContactId> {
    (1u32..12).prop_map(ContactId)
}

fn contacts() -> impl Strategy<Value = Vec<ContactId>> {
    prop::collection::vec(contact(), 1..4)
}

fn requests() -> impl Strategy<Value = Vec<RequestId>> {
    prop::collection::vec((1u32..12).prop_map(RequestId), 1..4)
}

fn day() -> impl Strategy<Value = Day> {
    (-70i64..4).prop_map(|days| now().today.plus(days))
}

fn ahead() -> impl Strategy<Value = Option<Day>> {
    prop::option::of((0i64..60).prop_map(|days| now().today.plus(days)))
}

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "rust", "Ana Ruiz", "Zoë", "https://www.linkedin.com/in/x"])
        .prop_map(Into::into)
}

fn details() -> impl Strategy<Value = Details> {
    (prop::option::of(text()), prop::option::of(text()), prop::option::of(text())).prop_map(
        |(name, company, url)| Details {
            tags: company.clone().map(|tag| vec![tag]),
            name,
            company,
            url,
            ..Details::default()
        },
    )
}

fn direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(Direction::ALL)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop::sample::select(vec![Answer::Yes, Answer::No])
}

fn drafts() -> impl Strategy<Value = Vec<DraftId>> {
    prop::collection::vec((1u32..4).prop_map(DraftId), 1..3)
}

// What goes with writing.
fn written() -> impl Strategy<Value = Deed> {
    let kind = || prop::sample::select(FactKind::ALL);
    let draft = || prop::option::of((1u32..4).prop_map(DraftId));
    prop_oneof![
        (prop::option::of(contact()), kind(), text(), prop::option::of(day()))
            .prop_map(|(contact, kind, text, on)| Deed::AddFact { contact, kind, text, on }),
        ((1u32..4).prop_map(FactId), kind(), text(), prop::option::of(day()))
            .prop_map(|(fact, kind, text, on)| Deed::EditFact { fact, kind, text, on }),
        (contacts(), prop::sample::select(Flag::ALL), any::<bool>())
            .prop_map(|(contacts, flag, holds)| Deed::SetFlag { contacts, flag, holds }),
        (contact(), text(), draft()).prop_map(|(contact, text, draft)| Deed::Wrote { contact, text, draft }),
        (contact(), text()).prop_map(|(contact, text)| Deed::WriteDraft(contact, text)),
        (drafts(), ahead()).prop_map(|(drafts, until)| Deed::PutOff(drafts, until)),
        drafts().prop_map(Deed::DropDrafts),
        (prop::sample::select(ProfileItem::ALL), prop::option::of(day()))
            .prop_map(|(item, on)| Deed::CheckProfile(item, on)),
        (prop::sample::select(vec!["anchor", "pitch"]), any::<bool>())
            .prop_map(|(id, off)| Deed::Mute(id.to_owned(), off)),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        9 => written(),
        16 => of_people(),
    ]
}

fn of_people() -> impl Strategy<Value = Deed> {
    let evidence = Evidence::Seen;
    prop_oneof![
        details().prop_map(Deed::AddContact),
        (contact(), details()).prop_map(|(id, details)| Deed::EditContact(id, details)),
        (contacts(), text(), text()).prop_map(|(contacts, a, b)| Deed::Tag {
            contacts,
            add: vec![a],
            remove: vec![b]
        }),
        (contacts(), any::<bool>()).prop_map(|(contacts, archived)| Deed::Archive { contacts, archived }),
        (contact(), contact()).prop_map(|(keep, other)| Deed::Merge { keep, other }),
        (contact(), text()).prop_map(|(contact, text)| Deed::AddNote(contact, text)),
        ((1u32..4).prop_map(NoteId), text()).prop_map(|(note, text)| Deed::EditNote(note, text)),
        (contacts(), prop::sample::select(TouchKind::ALL), text(), day())
            .prop_map(|(contacts, kind, text, on)| Deed::LogTouch { contacts, kind, text, on }),
        (prop_oneof![contact().prop_map(Person::Known), text().prop_map(Person::New)], direction(), day())
            .prop_map(|(with, direction, on)| {
                let (message, source) = (String::new(), String::new());
                Deed::Record(NewRequest {
                    with,
                    direction,
                    on,
                    message,
                    source,
                    channel: Channel::LinkedIn,
                    template: String::new(),
                    score: None,
                    draft: None,
                })
            }),
        (requests(), prop::sample::select(Standing::ALL), day())
            .prop_map(move |(requests, standing, on)| Deed::Settle { requests, standing, on, evidence }),
        (requests(), ahead()).prop_map(|(requests, until)| Deed::Snooze { requests, until }),
        (contacts(), ahead()).prop_map(|(contacts, on)| Deed::AskAgain { contacts, on }),
        (requests(), prop::sample::select(SignKind::ALL), day(), text())
            .prop_map(|(requests, kind, on, text)| Deed::Sign { requests, kind, on, text, channel: None }),
        (prop::sample::select(RuleKey::ALL), prop::option::of(0i64..60))
            .prop_map(|(key, value)| Deed::SetRule(key, value)),
        ((1u32..4).prop_map(DecisionId), answer()).prop_map(|(id, answer)| Deed::Decide(id, answer)),
        (1u32..12).prop_map(|n| Deed::Opened(RequestId(n))),
    ]
}

/// Everything shown is what a program begun on this network would show.
fn in_step(state: &State) {
    let mut fresh = state.clone();
    fresh.replace_network(state.network.clone());
    assert_eq!(state.today.list.rows(), fresh.today.list.rows());
    assert_eq!(state.pending.list.rows(), fresh.pending.list.rows());
    assert_eq!(state.pending.counts, fresh.pending.counts);
    assert_eq!(state.contacts.list.rows(), fresh.contacts.list.rows());
    assert_eq!(state.compose.list.rows(), fresh.compose.list.rows());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_at_any_depth_lead_back_and_forth(deeds in prop::collection::vec(deed(), 1..16)) {
        let mut state = state();
        act(&mut state, Action::Go(Screen::Contacts));
        let mut past = vec![network()];
        for deed in &deeds {
            let before = state.network.clone();
            if commit(&mut state, deed, "test").is_ok() {
                past.push(state.network.clone());
            } else {
                prop_assert_eq!(&state.network, &before, "a refusal changes nothing");
            }
            in_step(&state);
        }
        let depth = past.len() - 1;
        for at in (0..depth).rev() {
            act(&mut state, Action::Undo);
            prop_assert_eq!(&state.network, &past[at]);
            in_step(&state);
        }
        prop_assert!(state.history.done.is_empty());
        for network in &past[1..] {
            act(&mut state, Action::Redo);
            prop_assert_eq!(&state.network, network);
        }
        in_step(&state);
        for _ in 0..depth {
            act(&mut state, Action::Undo);
        }
        prop_assert_eq!(&state.network, &past[0]);
        prop_assert_eq!(state.history.unsaved.len(), 4 * depth);
    }
}
