//! Writing: open a message, leave it, copy it, record it.

mod begin;
mod boxes;
mod keep;

pub(super) use begin::{begin_with, bring_back, languages, next_gap, open_templates, templates, versions};
use boxes::drop_fact;
pub(super) use boxes::{
    edit_fact, enter_chosen_fact, enter_tip, new_fact, tip_back, tip_off, tip_off_for_good, why,
};
pub(in crate::app) use keep::{keep, let_go, not_kept, paused, renumbered, rescue};

use super::perform::perform;
use crate::app::action::Screen;
use crate::app::compose::Part;
use crate::app::deed::{Deed, NewRequest, Person};
use crate::app::effect::{EditFor, Effect};
use crate::app::key::{Code, Key};
use crate::app::keymap::Place;
use crate::app::overlay::{Confirm, Field, FieldName, Form, Makes, Overlay, Reply, Yes};
use crate::app::state::{Notice, State};
use crate::domain::id::{ContactId, DraftId};
use crate::domain::request::{Channel, Direction};
use crate::insight::quality::{Rule, Severity};
use crate::insight::respect::{self, Breach};

/// Writes to whoever is under the cursor; where that is nobody, it is asked to whom.
pub(in crate::app::act) fn compose(state: &mut State) -> Vec<Effect> {
    match state.current_contact().map(|contact| contact.id) {
        Some(contact) if state.screen != Screen::Compose => open(state, contact),
        _ => ask_whom(state),
    }
}

/// Asks to whom.
pub(in crate::app::act) fn ask_whom(state: &mut State) -> Vec<Effect> {
    let field = |name| Field::of(name, "");
    state.overlays.push(Overlay::Form(Form {
        title: "Write to whom?".into(),
        fields: vec![field(FieldName::Name), field(FieldName::Purpose)],
        at: 0,
        makes: Makes::Message,
        remark: String::new(),
    }));
    Vec::new()
}

/// Opens the message to a contact: the one that is open, else their newest draft, else an empty one.
pub(in crate::app) fn open(state: &mut State, contact: ContactId) -> Vec<Effect> {
    // What is typed becomes a draft first, and can be the one.
    let mut effects = paused(state);
    let open = state.compose.writing.as_ref().filter(|open| open.contact == contact);
    let newest = || state.network.newest_draft(contact).map(|draft| draft.id);
    let draft = open.map_or_else(newest, |open| open.draft);
    effects.extend(open_draft(state, contact, draft));
    effects
}

fn open_draft(state: &mut State, contact: ContactId, draft: Option<DraftId>) -> Vec<Effect> {
    let mut effects = Vec::new();
    // What is typed to this person already goes on.
    let goes_on =
        state.compose.writing.as_ref().is_some_and(|open| open.contact == contact && open.draft == draft);
    if !goes_on {
        effects.extend(let_go(state));
        let Some(person) = state.network.contact(contact).cloned() else { return effects };
        let draft = draft.and_then(|id| state.network.drafts.get(id)).cloned();
        state.compose.open(&state.network, (&person, draft.as_deref()), state.screen, state.now.today);
    }
    super::moves::go(state, Screen::Compose);
    effects
}

/// Opens this draft.
pub(in crate::app::act) fn open_this(state: &mut State, id: DraftId) -> Vec<Effect> {
    match state.network.drafts.get(id).map(|draft| draft.contact) {
        Some(contact) => open_draft(state, contact, Some(id)),
        None => Vec::new(),
    }
}

/// Opens the draft under the cursor of the list.
pub(in crate::app::act) fn open_listed(state: &mut State) -> Vec<Effect> {
    match state.compose.list.current() {
        Some(id) => open_this(state, id),
        None => ask_whom(state),
    }
}

/// A key for the message; what the text has no use for is nothing.
pub(in crate::app::act) fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let columns = crate::app::compose::columns(state.size.0);
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    writing.editor.set_columns(columns);
    let ctrl = |letter| key.ctrl && key.code == Code::Char(letter);
    if (ctrl('c') || ctrl('x')) && writing.editor.selection().is_some() {
        let text = writing.editor.text();
        let selected = writing.editor.selection().map(|range| text[range].to_owned()).unwrap_or_default();
        if ctrl('x') {
            writing.editor.press(key);
            changed(state);
        }
        return vec![Effect::Copy(selected, "copied what is selected".into())];
    }
    if ctrl('c') {
        return leave_text(state);
    }
    let before = writing.editor.text();
    writing.editor.press(key);
    if writing.editor.text() != before {
        changed(state);
    }
    Vec::new()
}

/// A pasted text, as one step.
pub(in crate::app::act) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing
        && writing.part == Part::Text
    {
        writing.editor.insert(text);
        changed(state);
    }
    Vec::new()
}

fn changed(state: &mut State) {
    if let Some(writing) = &mut state.compose.writing {
        writing.typed();
    }
    state.compose.judge(&state.network, state.now.today);
}

/// Goes to the next box, or to one.
pub(in crate::app::act) fn part(state: &mut State, to: Option<Part>) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing {
        writing.part = to.unwrap_or(match writing.part {
            Part::Text => Part::Tips,
            Part::Tips => Part::Facts,
            Part::Facts => Part::Text,
        });
    }
    paused(state)
}

/// Goes to the box before.
pub(in crate::app::act) fn part_before(state: &mut State) -> Vec<Effect> {
    let to = state.compose.writing.as_ref().map(|writing| match writing.part {
        Part::Text => Part::Facts,
        Part::Tips => Part::Text,
        Part::Facts => Part::Tips,
    });
    part(state, to)
}

/// Leaves the text for the tips, where letters are commands.
pub(in crate::app::act) fn leave_text(state: &mut State) -> Vec<Effect> {
    part(state, Some(Part::Tips))
}

/// Leaves the message, which is kept, for where the user came from.
pub(in crate::app::act) fn close(state: &mut State) -> Vec<Effect> {
    let mut effects = paused(state);
    let Some((from, draft)) = state.compose.writing.as_ref().map(|writing| (writing.from, writing.draft))
    else {
        return effects;
    };
    effects.extend(let_go(state));
    if !matches!(state.notice, Notice::Wrong(_)) && draft.is_some() {
        let there = if from == Screen::Compose { "" } else { ": 4 shows it" };
        state.notice = Notice::Said(format!("the draft is kept{there}"));
    }
    state.compose.list.go_to_first(|id| Some(id) == draft);
    super::moves::go(state, from);
    effects
}

/// Copies the message; once more, when it was sent, records it.
pub(in crate::app::act) fn copy(state: &mut State) -> Vec<Effect> {
    let mut effects = paused(state);
    let Some(writing) = &state.compose.writing else { return effects };
    let text = writing.editor.text();
    if text.trim().is_empty() {
        state.notice = Notice::Said("nothing is written yet: F6 records a request without a message".into());
        return effects;
    }
    if writing.copied.as_ref() == Some(&text) {
        effects.extend(record(state, text));
        return effects;
    }
    let wrong = writing.score.faults.iter().filter(|fault| fault.severity == Severity::Error);
    let asked = wrong.filter(|fault| matches!(fault.rule, Rule::Placeholder | Rule::TooLong));
    let ids: Vec<&str> = asked.map(|fault| fault.rule.id()).collect();
    if ids.is_empty() {
        effects.extend(copied(state));
        return effects;
    }
    let tips = writing.score.tips.iter().filter(|tip| ids.contains(&tip.id));
    let lines = tips.map(|tip| format!("{} {}", tip.message, tip.next)).collect();
    state.overlays.push(Overlay::Confirm(Confirm {
        question: "Copy it as it is?".into(),
        lines,
        yes: Yes::CopyMessage,
        reply: Reply::No,
    }));
    effects
}

/// Copies the message as it is, and says which rule a request would go against.
pub(in crate::app::act) fn copied(state: &mut State) -> Vec<Effect> {
    let today = state.now.today;
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    let text = writing.editor.text();
    writing.copied = Some(text.clone());
    let contact = state.network.contact(writing.contact);
    let asked = contact.filter(|contact| !contact.connected());
    let against = asked.map(|contact| respect::against(&state.network, contact, today)).unwrap_or_default();
    let said = match against.first() {
        None => "copied · F2 again when you have sent it".to_owned(),
        Some(Breach { reason, .. }) => format!("copied. {reason} F2 again records it all the same."),
    };
    vec![Effect::Copy(text, said)]
}

/// Records that the request was sent without a message.
pub(in crate::app::act) fn without(state: &mut State) -> Vec<Effect> {
    let mut effects = paused(state);
    let connected = state.current_contact().is_some_and(|contact| contact.connected());
    if connected {
        state.notice = Notice::Said("you are connected already: there is no request to record".into());
        return effects;
    }
    let written =
        state.compose.writing.as_ref().is_some_and(|writing| !writing.editor.text().trim().is_empty());
    if written {
        state.overlays.push(Overlay::Confirm(Confirm {
            question: "Record that you sent no message?".into(),
            lines: vec!["What is written here stays as a draft. If you sent it, F2 twice records it.".into()],
            yes: Yes::Without,
            reply: Reply::No,
        }));
        return effects;
    }
    effects.extend(record(state, String::new()));
    effects
}

/// Records a request, or a message to somebody who is connected; the draft has done its work.
pub(in crate::app::act) fn record(state: &mut State, message: String) -> Vec<Effect> {
    let template = if message.is_empty() { String::new() } else { state.compose.template() };
    let Some(writing) = &state.compose.writing else { return Vec::new() };
    let (contact, from) = (writing.contact, writing.from);
    let keeps_draft = message.is_empty() && !writing.editor.text().trim().is_empty();
    let draft = writing.draft.filter(|_| !keeps_draft);
    let connected = state.network.contact(contact).is_some_and(|contact| contact.connected());
    let deed = if connected {
        Deed::Wrote { contact, text: message, draft }
    } else {
        Deed::Record(NewRequest {
            with: Person::Known(contact),
            direction: Direction::Sent,
            on: state.now.today,
            template,
            score: if message.is_empty() { None } else { writing.score.score },
            message,
            source: String::new(),
            channel: Channel::LinkedIn,
            draft,
        })
    };
    let recorded = state.network.requests.fresh(0);
    let effects = perform(state, deed);
    if matches!(state.notice, Notice::Saving(..)) {
        state.compose.writing = None;
        super::moves::go(state, if from == Screen::Compose { Screen::Pending } else { from });
        if from == Screen::Compose && !connected {
            super::moves::show_request(state, recorded, Direction::Sent);
        }
    }
    effects
}

/// The message in `$EDITOR`.
pub(in crate::app::act) fn editor(state: &mut State) -> Vec<Effect> {
    let mut effects = keep(state);
    if let Some(writing) = &state.compose.writing {
        effects.push(Effect::Edit(EditFor::Message, writing.editor.text()));
    }
    effects
}

/// The message came back from `$EDITOR`.
pub(in crate::app) fn edited(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing {
        writing.untouched = true;
        writing.editor.replace(text.trim_end());
        changed(state);
    }
    paused(state)
}

// The draft that is open, else those that are marked or under the cursor.
fn drafts(state: &State) -> Vec<DraftId> {
    match &state.compose.writing {
        Some(writing) => writing.draft.into_iter().collect(),
        None => state.compose.list.targets(),
    }
}

/// Brings the draft back tomorrow; one that is put off already, at once.
pub(in crate::app::act) fn not_today(state: &mut State) -> Vec<Effect> {
    let mut effects = paused(state);
    let drafts = drafts(state);
    if drafts.is_empty() {
        state.notice = Notice::Said("there is no draft to put off".into());
        return effects;
    }
    let today = state.now.today;
    let away =
        |id: &DraftId| state.network.drafts.get(*id).is_some_and(|d| d.later.is_some_and(|day| day > today));
    let until = if drafts.iter().all(away) { None } else { Some(today.plus(1)) };
    effects.extend(perform(state, Deed::PutOff(drafts, until)));
    effects.extend(leave(state));
    effects
}

/// Throws the draft away, or the fact under the cursor; one undo brings it back.
pub(in crate::app::act) fn throw_away(state: &mut State) -> Vec<Effect> {
    if state.place() == Place::Facts {
        return drop_fact(state);
    }
    let mut effects = paused(state);
    let drafts = drafts(state);
    if drafts.is_empty() {
        state.notice = Notice::Said("there is no draft here".into());
        return effects;
    }
    effects.extend(perform(state, Deed::DropDrafts(drafts)));
    if let Some(writing) =
        state.compose.writing.as_mut().filter(|_| matches!(state.notice, Notice::Saving(..)))
    {
        // It is thrown away on purpose: there is nothing to keep.
        writing.dirty = false;
    }
    effects.extend(leave(state));
    effects
}

// Back to where the user came from, once it is done.
fn leave(state: &mut State) -> Vec<Effect> {
    let Some(from) = state.compose.writing.as_ref().map(|writing| writing.from) else { return Vec::new() };
    if !matches!(state.notice, Notice::Saving(..)) {
        return Vec::new();
    }
    let notice = state.notice.clone();
    let effects = let_go(state);
    if effects.is_empty() {
        state.notice = notice;
    }
    super::moves::go(state, from);
    effects
}
