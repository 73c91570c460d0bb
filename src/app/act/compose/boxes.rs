//! The two boxes beside the message: what the coach says, and what is known of the reader.

use super::changed;
use super::keep::keep;
use crate::app::act::boxes::{choice, menu};
use crate::app::act::perform;
use crate::app::action::Screen;
use crate::app::compose::Part;
use crate::app::compose::advice::Follow;
use crate::app::compose::facts::{Does, Research};
use crate::app::deed::Deed;
use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, PageBox, Pick, Purpose};
use crate::app::preview;
use crate::app::state::{Notice, State};
use crate::domain::fact::FactKind;
use crate::domain::id::ContactId;

/// Enter in the tips: follows the advice under the cursor.
pub(in crate::app::act) fn enter_tip(state: &mut State) -> Vec<Effect> {
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    let Some(advice) = writing.advice.get(writing.advice_at).cloned() else {
        writing.part = Part::Text;
        return Vec::new();
    };
    match advice.follow {
        Follow::Do(deed) => perform(state, deed),
        Follow::Purpose => enter_fact(state, Does::Purpose, ""),
        Follow::BringBack => {
            writing.off.clear();
            writing.lately_off.clear();
            judged(state)
        }
        Follow::Fact(text) => {
            let at = writing.facts.iter().position(|row| row.text == text);
            (writing.part, writing.fact_at) = (Part::Facts, at.unwrap_or(0));
            Vec::new()
        }
        Follow::Words => {
            writing.part = Part::Text;
            if let Some(span) = advice.tip.spans.first() {
                writing.editor.select(span);
            }
            Vec::new()
        }
    }
}

/// Enter in the facts: puts the fact into the message, or asks for what is missing.
pub(in crate::app::act) fn enter_chosen_fact(state: &mut State) -> Vec<Effect> {
    let chosen =
        state.compose.writing.as_ref().and_then(|writing| writing.facts.get(writing.fact_at)).cloned();
    chosen.map_or_else(Vec::new, |row| enter_fact(state, row.does, row.insert.as_ref().unwrap_or(&row.text)))
}

fn enter_fact(state: &mut State, does: Does, text: &str) -> Vec<Effect> {
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    let contact = writing.contact;
    match does {
        Does::Insert(id) => {
            let kind = id.and_then(|id| state.network.facts.get(id)).map(|fact| fact.kind);
            insert(&mut writing.editor, kind, text);
            writing.part = Part::Text;
            changed(state);
            Vec::new()
        }
        Does::Add(kind) => super::super::form::fact(state, kind, None),
        Does::Purpose => {
            let purpose = state.network.contact(contact).map_or_else(String::new, |c| c.purpose.clone());
            let ask = super::super::ask::of(Purpose::Why(contact), &purpose);
            state.overlays.push(Overlay::Ask(ask));
            Vec::new()
        }
        Does::Research => research(state, contact),
        Does::Touch => super::super::verbs::touch(state),
    }
}

// In the place that a template has for its kind, else at the cursor, with a blank where it would run into a word.
fn insert(editor: &mut Editor, kind: Option<FactKind>, text: &str) {
    let whole = editor.text();
    let place = kind.map(|kind| format!("{{{}}}", kind.token()));
    if let Some((at, place)) = place.and_then(|place| whole.find(&place).map(|at| (at, place))) {
        editor.select(&(at..at + place.len()));
        editor.insert(text);
        return;
    }
    let selected = editor.selection().unwrap_or_else(|| editor.offset()..editor.offset());
    let runs_on = |c: char| !c.is_whitespace() && !"([“\"'".contains(c);
    let before = if whole[..selected.start].ends_with(runs_on) { " " } else { "" };
    let after = if whole[selected.end..].starts_with(char::is_alphanumeric) { " " } else { "" };
    editor.insert(&format!("{before}{text}{after}"));
}

// The three things to look at before writing.
fn research(state: &mut State, contact: ContactId) -> Vec<Effect> {
    let Some(person) = state.network.contact(contact) else { return Vec::new() };
    let known = Research::of(&state.network, person);
    let said = |known: bool| if known { "known" } else { "not yet" };
    let items = vec![
        choice('r', "their role: what do they do now?", said(known.role), Pick::EditContact(contact)),
        choice(
            'w',
            "recent work: what did they write, say or make?",
            said(known.work),
            Pick::Fact(FactKind::Work),
        ),
        choice('c', "common ground: what do you share?", said(known.common), Pick::Fact(FactKind::Interest)),
    ];
    let title = format!("Before you write to {}", person.name());
    menu(state, title, items)
}

/// Edits the fact under the cursor.
pub(in crate::app::act) fn edit_fact(state: &mut State) -> Vec<Effect> {
    let row = state.compose.writing.as_ref().and_then(|writing| writing.facts.get(writing.fact_at)).cloned();
    let fact = match row.map(|row| (row.does, row.text)) {
        Some((Does::Insert(Some(id)), _)) => state.network.facts.get(id).cloned(),
        Some((does @ (Does::Add(_) | Does::Purpose | Does::Research), text)) => {
            return enter_fact(state, does, &text);
        }
        _ => None,
    };
    if let Some(fact) = fact {
        return super::super::form::fact(state, fact.kind, Some(&fact));
    }
    state.notice =
        Notice::Said("this comes from what you did and know: t has the tags, i the touches".into());
    Vec::new()
}

/// Takes out the fact under the cursor; one undo brings it back.
pub(in crate::app::act) fn drop_fact(state: &mut State) -> Vec<Effect> {
    let row = state.compose.writing.as_ref().and_then(|writing| writing.facts.get(writing.fact_at));
    let fact = row.and_then(|row| match row.does {
        Does::Insert(id) => state.network.facts.get(id?).cloned(),
        Does::Add(_) | Does::Purpose | Does::Research | Does::Touch => None,
    });
    let Some(fact) = fact else {
        state.notice =
            Notice::Said("this is no fact to take out; d in the tips throws the draft away".into());
        return Vec::new();
    };
    perform(state, Deed::EditFact { fact: fact.id, kind: fact.kind, text: String::new(), on: fact.on })
}

/// Chooses the kind of a new fact.
pub(in crate::app::act) fn new_fact(state: &mut State) -> Vec<Effect> {
    // g moves in a menu.
    let letters = ['w', 'i', 'm', 'e', 'r', 'o'];
    let kinds = FactKind::ALL.iter().zip(letters);
    let items = kinds.map(|(kind, letter)| choice(letter, kind.word(), kind.question(), Pick::Fact(*kind)));
    let items = items.collect();
    menu(state, "What do you know?", items)
}

/// Switches the advice under the cursor off for this message.
pub(in crate::app::act) fn tip_off(state: &mut State) -> Vec<Effect> {
    let Some(id) = chosen(state) else { return Vec::new() };
    if let Some(writing) = &mut state.compose.writing {
        writing.off.insert(id.to_owned());
        writing.lately_off.push(id);
    }
    state.notice = Notice::Said("the tip is off for this message · u takes it back · X is for good".into());
    judged(state)
}

/// Undo, where the newest that was done is a tip that was switched off for this message.
pub(in crate::app::act) fn tip_back(state: &mut State) -> Option<Vec<Effect>> {
    if state.screen != Screen::Compose {
        return None;
    }
    let writing = state.compose.writing.as_mut()?;
    let id = writing.lately_off.pop()?;
    writing.off.remove(id);
    state.notice = Notice::Said("undone: the tip is back".into());
    Some(judged(state))
}

// Other tips are off than before.
fn judged(state: &mut State) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing {
        writing.dirty = true;
    }
    state.compose.judge(&state.network, state.now.today);
    keep(state)
}

/// Switches it off for good.
pub(in crate::app::act) fn tip_off_for_good(state: &mut State) -> Vec<Effect> {
    let Some(id) = chosen(state) else { return Vec::new() };
    perform(state, Deed::Mute(id.to_owned(), true))
}

fn chosen(state: &mut State) -> Option<&'static str> {
    let writing = state.compose.writing.as_ref()?;
    let advice = writing.advice.get(writing.advice_at).filter(|advice| !advice.brings_back());
    if advice.is_none() {
        state.notice = Notice::Said("there is no tip here".into());
    }
    Some(advice?.tip.id)
}

/// Why the coach says it, where that comes from, and what the user's own record says.
pub(in crate::app::act) fn why(state: &mut State) -> Vec<Effect> {
    let Some(id) = chosen(state) else { return Vec::new() };
    let coach = state.compose.coach();
    let page = preview::why(&state.network, &coach, id);
    state.overlays.push(Overlay::Page(PageBox { title: "Why?".into(), page, top: 0 }));
    Vec::new()
}
