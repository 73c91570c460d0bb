//! Questions of one line, and what their answers make.

use super::perform::perform_typed;
use crate::app::deed::{Deed, Details, not_in_the_future};
use crate::app::editor::{Editor, Shape};
use crate::app::effect::Effect;
use crate::app::overlay::{Ask, Overlay, Purpose, Working};
use crate::app::state::State;
use crate::domain::contact;
use crate::domain::dates::{self, Toward};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::touch::TouchKind;

/// The question for a purpose.
pub(super) fn of(purpose: Purpose, text: &str) -> Ask {
    let days = "tomorrow, 3d, 2w, 6m, fri, 22 nov, 2026-11-22";
    let (title, hint) = match &purpose {
        Purpose::Snooze(_) => ("Snooze until".to_owned(), days),
        Purpose::AskAgain(_) => ("Ask again on".to_owned(), days),
        Purpose::OutcomeDay(_) => ("On which day?".to_owned(), "yesterday, 3d, fri, 22 nov, 2026-11-22"),
        Purpose::Touch(with, TouchKind::Other) if with.is_empty() => {
            ("What was it? (your own)".to_owned(), "a few words, or nothing")
        }
        Purpose::Touch(_, kind) => (format!("About what? ({})", kind.word()), "a few words, or nothing"),
        Purpose::Tags(_) => ("Tags".to_owned(), "rust meetup adds, -rust takes away"),
        Purpose::Why(_) => ("Why this contact?".to_owned(), "what you hope to share with them, in one line"),
        Purpose::Rule(key) if key.can_be_off() => (key.text().label.to_owned(), "a number, off, or default"),
        Purpose::Rule(key) => (key.text().label.to_owned(), "a number, or default"),
        Purpose::Import => ("Read which export?".to_owned(), "a folder, a zip or a CSV; Tab completes"),
        Purpose::Export => ("Write your own copy to".to_owned(), "a file that is not there yet"),
        Purpose::Backup => ("Write a backup to".to_owned(), "a file that is not there yet"),
        Purpose::Restore => ("Open which backup?".to_owned(), "a file; Tab completes"),
    };
    Ask {
        title,
        hint: hint.to_owned(),
        editor: Editor::new(Shape::Line, text),
        purpose,
        remark: String::new(),
    }
}

fn open(state: &mut State, purpose: Purpose, text: &str) -> Vec<Effect> {
    state.overlays.push(Overlay::Ask(of(purpose, text)));
    Vec::new()
}

/// Asks for tags.
pub(super) fn tags(state: &mut State) -> Vec<Effect> {
    let contacts = state.contacts();
    open(state, Purpose::Tags(contacts), "")
}

/// Asks for an export.
pub(super) fn import(state: &mut State) -> Vec<Effect> {
    open(state, Purpose::Import, "")
}

/// Asks for the file of the user's own copy.
pub(super) fn export(state: &mut State) -> Vec<Effect> {
    let name = format!("inroads-{}.json", state.now.today);
    open(state, Purpose::Export, &name)
}

/// Asks for the file of a backup.
pub(super) fn backup(state: &mut State) -> Vec<Effect> {
    let name = format!("inroads-{}.db", state.now.today);
    open(state, Purpose::Backup, &name)
}

/// Asks for a rule's value; an account is switched at once.
pub(super) fn rule(state: &mut State, key: RuleKey) -> Vec<Effect> {
    if key == RuleKey::Account {
        return super::own::account(state);
    }
    let value = state.network.rules.get(key).to_string();
    open(state, Purpose::Rule(key), &value)
}

/// Takes the answer of the question on top: it makes something, or says what is wrong and stays.
pub(super) fn submit(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Ask(ask)) = state.overlays.last() else { return Vec::new() };
    let text = ask.editor.text();
    let purpose = ask.purpose.clone();
    let asked = ask.clone();
    match answer(state, purpose, text.trim()) {
        Ok(Answered::Deed(deed)) => {
            // What cannot be done is said in the box, where what was typed can be mended.
            if let Err(refusal) = deed.plan(&state.network, state.now) {
                remark(state, refusal.to_string());
                return Vec::new();
            }
            let typed = state.overlays.pop();
            perform_typed(state, deed, typed)
        }
        Ok(Answered::Effects(effects)) => {
            state.overlays.pop();
            state.asked = Some(asked);
            effects
        }
        Ok(Answered::Read(path)) => {
            state.overlays.pop();
            import_from(state, &path)
        }
        Ok(Answered::Outcome(requests, on)) => {
            state.overlays.pop();
            super::verbs::outcome_on(state, &requests, on)
        }
        Err(refusal) => {
            remark(state, refusal.to_string());
            Vec::new()
        }
    }
}

fn remark(state: &mut State, text: String) {
    if let Some(Overlay::Ask(ask)) = state.overlays.last_mut() {
        ask.remark = text;
    }
}

enum Answered {
    Deed(Deed),
    Effects(Vec<Effect>),
    Read(String),
    Outcome(Vec<crate::domain::id::RequestId>, crate::domain::time::Day),
}

fn answer(state: &State, purpose: Purpose, text: &str) -> Result<Answered, Refusal> {
    let today = state.now.today;
    let path = || {
        if text.is_empty() { Err(Refusal::new("write the path of a file")) } else { Ok(text.to_owned()) }
    };
    Ok(match purpose {
        Purpose::Snooze(requests) => {
            let until = Some(dates::parse(text, today, Toward::Future)?);
            Answered::Deed(Deed::Snooze { requests, until })
        }
        Purpose::AskAgain(contacts) => {
            let on = Some(dates::parse(text, today, Toward::Future)?);
            Answered::Deed(Deed::AskAgain { contacts, on })
        }
        Purpose::OutcomeDay(requests) => {
            let on = dates::parse(text, today, Toward::Past)?;
            not_in_the_future(on, today)?;
            Answered::Outcome(requests, on)
        }
        Purpose::Touch(contacts, kind) => {
            Answered::Deed(Deed::LogTouch { contacts, kind, text: text.to_owned(), on: today })
        }
        Purpose::Tags(contacts) => {
            let (remove, add): (Vec<String>, Vec<String>) =
                contact::tags(text).into_iter().partition(|tag| tag.starts_with('-'));
            let bare = |tags: Vec<String>| {
                tags.iter().map(|tag| tag.trim_start_matches(['+', '-']).into()).collect()
            };
            let (add, remove) = (bare(add), bare(remove));
            Answered::Deed(Deed::Tag { contacts, add, remove })
        }
        Purpose::Why(contact) => {
            let details = Details { purpose: Some(text.to_owned()), ..Details::default() };
            Answered::Deed(Deed::EditContact(contact, details))
        }
        Purpose::Rule(key) => Answered::Deed(Deed::SetRule(key, value(key, text, &state.network.rules)?)),
        Purpose::Import => Answered::Read(path()?),
        Purpose::Export => Answered::Effects(vec![Effect::Export(path()?)]),
        Purpose::Backup => Answered::Effects(vec![Effect::Backup(path()?)]),
        // Offered where the book is empty, so that nothing has to make room for it.
        Purpose::Restore if state.network.contacts.is_empty() => {
            Answered::Effects(vec![Effect::Restore(path()?)])
        }
        Purpose::Restore => {
            return Err(Refusal::new("this book is no longer empty: `inroads restore` replaces one"));
        }
    })
}

/// Reads an export whose path is known.
pub(super) fn import_from(state: &mut State, path: &str) -> Vec<Effect> {
    let working = Working { doing: "reading the export".into(), done: 0, of: 0, elapsed: 0 };
    state.asked = Some(of(Purpose::Import, path));
    state.overlays.push(Overlay::Working(working));
    vec![Effect::ReadExport(path.to_owned())]
}

/// Writes to a file whose path is known.
pub(super) fn write_to(state: &mut State, purpose: Purpose, path: &str) -> Vec<Effect> {
    let effect = match purpose {
        Purpose::Export => Effect::Export(path.to_owned()),
        _ => Effect::Backup(path.to_owned()),
    };
    state.asked = Some(of(purpose, path));
    vec![effect]
}

/// A rule's value as typed: a number, `off` where it can be off, `default`.
fn value(key: RuleKey, text: &str, rules: &Rules) -> Result<Option<i64>, Refusal> {
    let text = text.to_lowercase();
    match text.as_str() {
        "default" | "" => Ok(None),
        "off" if key.can_be_off() => Ok(Some(0)),
        _ => text
            .parse()
            .map(Some)
            .map_err(|_| Refusal::new(format!("{text:?} is no number; it is {} now", rules.get(key)))),
    }
}
