//! The door for the user: a key, a pasted text or a named command changes the state and returns wishes.

mod allows;
mod ask;
mod boxes;
mod compose;
mod forecast;
mod form;
mod moves;
mod open;
mod own;
mod palette;
mod perform;
#[cfg(test)]
mod tests;
mod undo;
mod verbs;

pub use allows::allows;
pub(super) use compose::{edited, keep, not_kept, paused, renumbered, rescue};
pub(super) use palette::renew;
pub use palette::{Candidate, help_rows};
pub(super) use perform::perform_typed;
pub use perform::{commit, perform};
pub(super) use undo::from_journal;
pub use undo::{Way, take_back};

use super::action::{Action, Screen, Touches};
use super::compose::Part;
use super::effect::Effect;
use super::key::Key;
use super::keymap::Place;
use super::overlay::Overlay;
use super::state::{BookKind, Notice, SMALLEST, State};

/// A key was pressed.
pub fn press(state: &mut State, key: Key) -> Vec<Effect> {
    let place = state.place();
    let action = state.keymap.get(place, key);
    state.read = state.notice.clone();
    if state.size.0 < SMALLEST.0 || state.size.1 < SMALLEST.1 {
        return unseen(state, action, key);
    }
    if let Some(action) = action {
        let bare = state.overlays.is_empty();
        let effects = act(state, action);
        // What was said before a box opened is not about it.
        let old = matches!(state.notice, Notice::Noted(_) | Notice::Said(_)) && state.notice == state.read;
        if bare && !state.overlays.is_empty() && old {
            state.notice = Notice::None;
        }
        return effects;
    }
    if let Some(Overlay::Menu(_)) = state.overlays.last() {
        return key.typed().map_or_else(Vec::new, |letter| boxes::letter(state, letter));
    }
    if let Some(Overlay::FirstRun(_)) = state.overlays.last() {
        let choice = key.typed().and_then(|digit| digit.to_digit(10));
        return choice.map_or_else(Vec::new, |choice| open::first_run(state, choice as usize));
    }
    boxes::type_key(state, key)
}

/// Text was pasted. In a list it is nothing: pasted letters are no commands.
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    boxes::type_text(state, text)
}

// What is being written belongs to the book that is left.
fn leave_for(state: &mut State, book: BookKind) -> Vec<Effect> {
    let mut effects = compose::let_go(state);
    effects.push(Effect::Switch(book));
    effects
}

// In a terminal too small for a picture nothing is changed that cannot be seen. A note that is being written is kept.
fn unseen(state: &mut State, action: Option<Action>, key: Key) -> Vec<Effect> {
    match action {
        Some(Action::Suspend) => return vec![Effect::Suspend],
        Some(Action::Redraw) => return vec![Effect::Redraw],
        Some(Action::Quit) => {}
        _ if key.typed() == Some('q') => {}
        _ => return Vec::new(),
    }
    let mut effects = keep_typed(state);
    effects.push(Effect::Quit);
    effects
}

/// Keeps the message and the note that are being written, as Esc keeps them, also where the help lies over one.
pub fn keep_typed(state: &mut State) -> Vec<Effect> {
    let mut effects = compose::paused(state);
    let note = state.overlays.iter().rposition(|overlay| matches!(overlay, Overlay::Note(_)));
    if let Some(at) = note {
        state.overlays.truncate(at + 1);
        effects.extend(form::leave_note(state));
    }
    effects
}

/// Whether a key can be answered now. While a large book is still being read, that is looking at what the first screen
/// needs; everything else waits until all is there.
pub fn may_come(state: &State, key: Key) -> bool {
    let looks = |action: Action| action.touches() == Touches::Look;
    state.whole || state.keymap.get(state.place(), key).is_some_and(looks)
}

/// A named command. What is not possible now is answered with the reason.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if let Err(refusal) = allows(state, action) {
        // Asked again, it is said again.
        state.read = Notice::None;
        state.notice = Notice::Said(refusal.to_string());
        return Vec::new();
    }
    match action {
        Action::Next => moves::step(state, 1),
        Action::Prev => moves::step(state, -1),
        Action::PageDown => moves::step(state, state.page()),
        Action::PageUp => moves::step(state, -state.page()),
        Action::Top => moves::step(state, isize::MIN),
        Action::Bottom => moves::step(state, isize::MAX),
        Action::Pane => moves::pane(state, None),
        Action::PaneLeft => moves::pane(state, Some(super::state::Focus::List)),
        Action::PaneRight => moves::pane(state, Some(super::state::Focus::Detail)),
        Action::TabNext => moves::tab(state, 1),
        Action::TabPrev => moves::tab(state, -1),
        Action::Go(screen) => moves::go_to(state, screen),
        Action::Zoom => moves::zoom(state),
        Action::Back => moves::back(state),
        Action::Mark => moves::mark(state),
        Action::Range => moves::range(state),
        Action::MarkAll => moves::mark_all(state),
        Action::Quit => {
            let mut effects = compose::let_go(state);
            effects.push(Effect::Quit);
            effects
        }
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        Action::Enter => open::enter(state),
        Action::Filter => boxes::filter(state),
        Action::View => verbs::view(state),
        Action::Command => palette::open(state),
        Action::New if state.place() == Place::Drafts => compose::ask_whom(state),
        Action::New if matches!(state.place(), Place::Tips | Place::Facts) => compose::new_fact(state),
        Action::New => form::new(state),
        Action::Edit if state.place() == Place::Facts => compose::edit_fact(state),
        Action::Edit => form::edit(state),
        Action::Compose => compose::compose(state),
        Action::Part => compose::part(state, None),
        Action::PartBefore => compose::part_before(state),
        Action::CopyMessage => compose::copy(state),
        Action::Facts => compose::part(state, Some(Part::Facts)),
        Action::Template => compose::templates(state),
        Action::Gap => compose::next_gap(state),
        Action::Without => compose::without(state),
        Action::Versions => compose::versions(state),
        Action::TipOff => compose::tip_off(state),
        Action::TipOffForGood => compose::tip_off_for_good(state),
        Action::Why => compose::why(state),
        Action::NotToday => compose::not_today(state),
        Action::ThrowAway => compose::throw_away(state),
        Action::Flag => verbs::flags(state),
        Action::Touch => verbs::touch(state),
        Action::Note => verbs::note(state),
        Action::Outcome => verbs::outcome(state),
        Action::Withdraw => verbs::withdraw(state),
        Action::Snooze => verbs::snooze(state),
        Action::Sign => verbs::sign(state),
        Action::WhyChance => forecast::why_chance(state),
        Action::Sort => forecast::sort(state),
        Action::Editor if state.screen == Screen::Compose && state.overlays.is_empty() => {
            compose::editor(state)
        }
        Action::Editor => verbs::editor(state),
        Action::Tag => ask::tags(state),
        Action::Merge => verbs::merge(state),
        Action::Archive => verbs::archive(state),
        Action::Copy => verbs::copy(state),
        Action::Open => verbs::open_address(state),
        Action::Undo => compose::tip_back(state).unwrap_or_else(|| undo::newest(state, Way::Undo)),
        Action::Redo => undo::newest(state, Way::Redo),
        Action::Repeat => undo::repeat(state),
        Action::Help => palette::help(state),
        Action::Log => vec![Effect::Log],
        Action::Import => ask::import(state),
        Action::Export => ask::export(state),
        Action::Backup => ask::backup(state),
        Action::Demo => leave_for(state, BookKind::Demo),
        Action::Own => leave_for(state, BookKind::Own),
        Action::Account => own::account(state),
        Action::Share => own::share(state),
        Action::Complete => form::complete(state),
        Action::FieldNext => form::step(state, 1),
        Action::FieldPrev => form::step(state, -1),
        Action::Submit if state.place() == Place::Text => compose::paused(state),
        Action::Submit => form::submit(state),
    }
}
