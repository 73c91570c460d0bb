//! Typing into what is open: filters, menus' letters, text.

use super::perform::perform;
use crate::app::action::Screen;
use crate::app::editor::{Editor, Shape};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Place;
use crate::app::overlay::{Choice, Menu, NoteBox, Overlay, Pick};
use crate::app::state::State;

/// Opens the line of the filter.
pub(super) fn filter(state: &mut State) -> Vec<Effect> {
    let text = match state.screen {
        Screen::Pending => &state.pending.filter,
        Screen::Contacts => &state.contacts.filter,
        // Today is short: what is looked for there is a person, and people are in Contacts.
        Screen::Today | Screen::Compose | Screen::Insights | Screen::You => {
            super::moves::go(state, Screen::Contacts);
            &state.contacts.filter
        }
    };
    state.filter = Some(Editor::new(Shape::Line, text));
    Vec::new()
}

/// Sets the filter of the screen and narrows its list.
pub(super) fn set_filter(state: &mut State, text: &str) {
    let today = state.now.today;
    match state.screen {
        Screen::Pending if state.pending.filter != text => {
            text.clone_into(&mut state.pending.filter);
            state.pending.narrow(&state.network, &state.outlook, today);
            if !text.is_empty() {
                state.pending.list.top();
            }
        }
        Screen::Contacts if state.contacts.filter != text => {
            text.clone_into(&mut state.contacts.filter);
            state.contacts.narrow(&state.network, today);
            // Without a filter the cursor stays on the person who was found.
            if !text.is_empty() {
                state.contacts.list.top();
            }
        }
        Screen::Pending
        | Screen::Contacts
        | Screen::Today
        | Screen::Compose
        | Screen::Insights
        | Screen::You => {}
    }
    state.detail_top = 0;
}

/// Takes a key into the text that is open.
pub(super) fn type_key(state: &mut State, key: Key) -> Vec<Effect> {
    if state.place() == Place::Text {
        return super::compose::press(state, key);
    }
    typing(state, |editor| editor.press(key))
}

/// Takes a pasted text into the text that is open.
pub(super) fn type_text(state: &mut State, text: &str) -> Vec<Effect> {
    if state.place() == Place::Text {
        return super::compose::paste(state, text);
    }
    typing(state, |editor| {
        editor.insert(text);
        true
    })
}

fn typing(state: &mut State, into: impl FnOnce(&mut Editor) -> bool) -> Vec<Effect> {
    match state.overlays.last_mut() {
        Some(Overlay::Ask(ask)) => {
            if into(&mut ask.editor) {
                ask.remark.clear();
            }
        }
        Some(Overlay::Form(form)) => {
            into(&mut form.fields[form.at].editor);
            super::form::suggest(state);
        }
        Some(Overlay::Note(note)) => {
            note.editor.set_columns(NoteBox::columns(state.size.0));
            into(&mut note.editor);
        }
        Some(Overlay::Help(finder)) => {
            if into(&mut finder.editor) {
                finder.cursor = 0;
            }
        }
        Some(Overlay::Palette(palette)) => {
            if into(&mut palette.editor) {
                palette.cursor = 0;
                palette.paths.clear();
                palette.remark.clear();
                super::palette::renew(state);
            }
        }
        Some(
            Overlay::Menu(_)
            | Overlay::Confirm(_)
            | Overlay::Log(_)
            | Overlay::Plan(_)
            | Overlay::Page(_)
            | Overlay::Working(_)
            | Overlay::FirstRun(_),
        ) => {}
        None => {
            if let Some(editor) = &mut state.filter {
                into(editor);
                let text = editor.text();
                set_filter(state, &text);
            }
        }
    }
    Vec::new()
}

/// Opens a menu.
pub(super) fn menu(state: &mut State, title: impl Into<String>, items: Vec<Choice>) -> Vec<Effect> {
    state.overlays.push(Overlay::Menu(Menu { title: title.into(), items, cursor: 0 }));
    Vec::new()
}

/// A choice of a menu: its letter, what it is called, what stands at its right, what it does.
pub(super) fn choice(letter: char, label: impl Into<String>, hint: impl Into<String>, pick: Pick) -> Choice {
    Choice { letter, label: label.into(), hint: hint.into(), pick }
}

/// The letters of a menu of things that have none of their own; where they end, the arrows still reach.
pub(super) fn numbers() -> impl Iterator<Item = char> {
    ('1'..='9').chain(std::iter::repeat('\0'))
}

/// Takes the choice with this letter.
pub(super) fn letter(state: &mut State, letter: char) -> Vec<Effect> {
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { return Vec::new() };
    match menu.items.iter().position(|choice| choice.letter == letter) {
        Some(at) => pick(state, at),
        None => Vec::new(),
    }
}

/// Takes the choice at this place.
pub(super) fn pick(state: &mut State, at: usize) -> Vec<Effect> {
    let Some(Overlay::Menu(mut menu)) = state.overlays.pop() else { return Vec::new() };
    if at >= menu.items.len() {
        return Vec::new();
    }
    let Choice { pick, .. } = menu.items.swap_remove(at);
    match pick {
        Pick::Do(deed) => perform(state, deed),
        Pick::Ask(purpose) => {
            state.overlays.push(Overlay::Ask(super::ask::of(purpose, "")));
            Vec::new()
        }
        Pick::Told(requests, kind) => super::form::told(state, requests, kind),
        Pick::Note(id) => super::verbs::open_note(state, id),
        Pick::View(view) => {
            super::moves::show_view(state, view);
            Vec::new()
        }
        Pick::Filter(filter) => {
            set_filter(state, &filter);
            Vec::new()
        }
        Pick::Copy(text) => vec![Effect::Copy(text, "copied".into())],
        Pick::Template(key) => super::compose::begin_with(state, &key),
        Pick::Languages => super::compose::languages(state),
        Pick::TemplatesIn(lang) => super::compose::open_templates(state, lang),
        Pick::Version(at) => super::compose::bring_back(state, at),
        Pick::Fact(kind) => super::form::fact(state, kind, None),
        Pick::EditContact(id) => super::form::edit_contact(state, id),
    }
}
