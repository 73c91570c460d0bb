//! `:` commands and names, and `?` the keys: lists that typing narrows and Enter runs.

use super::act;
use super::allows;
use crate::app::action::{Action, Touches};
use crate::app::contacts::Row;
use crate::app::editor::{Editor, Shape};
use crate::app::effect::Effect;
use crate::app::keymap::{self, Binding, Group, Place};
use crate::app::nearest::nearest;
use crate::app::overlay::{Finder, Overlay, Palette, Purpose};
use crate::app::search;
use crate::app::state::{Notice, State};
use crate::domain::id::ContactId;
use crate::domain::refusal::Refusal;

/// How many people the command line offers at once.
const PEOPLE: usize = 8;

/// What the command line offers.
#[derive(Clone, Debug)]
pub enum Candidate {
    /// A command, and the reason where it is not possible now.
    Command(&'static Binding, Result<(), Refusal>),
    /// A person.
    Person(ContactId),
    /// A path that completes what is typed.
    Path(String),
}

/// Opens the command line.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let editor = Editor::new(Shape::Line, "");
    state.overlays.push(Overlay::Palette(Palette {
        editor,
        cursor: 0,
        paths: Vec::new(),
        found: Vec::new(),
        remark: String::new(),
    }));
    renew(state);
    Vec::new()
}

/// Opens the help.
pub(super) fn help(state: &mut State) -> Vec<Effect> {
    if matches!(state.overlays.last(), Some(Overlay::Help(_))) {
        return Vec::new();
    }
    state.overlays.push(Overlay::Help(Finder { editor: Editor::new(Shape::Line, ""), cursor: 0 }));
    Vec::new()
}

/// The place that the help is about: what lies under it.
fn place_below(state: &State) -> Place {
    match state.overlays[..].split_last() {
        Some((_, [.., below])) => below.place(),
        _ if state.filter.is_some() => Place::Filter,
        _ => state.screen_place(),
    }
}

/// The rows of the help: the keys for here, then all others, narrowed by what is typed; with the reason where a
/// command is not possible now.
pub fn help_rows(state: &State) -> Vec<(Place, &'static Binding, Result<(), Refusal>)> {
    let Some(Overlay::Help(finder)) = state.overlays.last() else { return Vec::new() };
    let here = place_below(state);
    let typed = search::fold(&finder.editor.text());
    let words: Vec<&str> = typed.split_whitespace().collect();
    let others = keymap::TABLE.iter().filter(|binding| !binding.places.contains(&here));
    // What is done on a row comes before moving about, which most people know.
    let mut ours: Vec<&Binding> = keymap::bindings(here).collect();
    ours.sort_by_key(|binding| matches!(binding.group, Group::Move | Group::Panes));
    let direct = |binding: &Binding| {
        let place = if binding.places.contains(&here) { here } else { binding.places[0] };
        let keys = state.keymap.all_shown(place, binding);
        let text = search::fold(&format!("{} {} {keys}", binding.command, keymap::label(here, binding)));
        format!("{text} {}", binding.keys.join(" "))
    };
    let mut rows: Vec<&Binding> = ours
        .into_iter()
        .chain(others)
        .filter(|binding| {
            let text = format!("{} {}", direct(binding), keymap::also(binding.command));
            words.iter().all(|word| text.contains(word))
        })
        .collect();
    // What a command is called comes before what it is also found under.
    if !words.is_empty() {
        rows.sort_by_key(|binding| !words.iter().all(|word| direct(binding).contains(word)));
    }
    rows.into_iter()
        .map(|binding| {
            let place = if binding.places.contains(&here) { here } else { binding.places[0] };
            let possible = if binding.places.contains(&here) {
                allows(state, binding.action)
            } else {
                Err(Refusal::new(format!("in {}", place.word())))
            };
            (place, binding, possible)
        })
        .collect()
}

/// Runs the row of the help under the cursor.
pub(super) fn run_help(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Help(finder)) = state.overlays.last() else { return Vec::new() };
    let Some((_, binding, possible)) = help_rows(state).into_iter().nth(finder.cursor) else {
        return Vec::new();
    };
    if let Err(reason) = possible {
        state.notice = Notice::Said(reason.to_string());
        return Vec::new();
    }
    state.overlays.pop();
    act(state, binding.action)
}

/// How many rows the narrowed list on top has.
pub(super) fn rows(state: &State) -> usize {
    match state.overlays.last() {
        Some(Overlay::Help(_)) => help_rows(state).len(),
        Some(Overlay::Palette(palette)) => palette.found.len(),
        _ => 0,
    }
}

/// Makes what the command line offers anew, after what is typed in it changed.
pub(in crate::app) fn renew(state: &mut State) {
    // People are offered from two letters on; until then nobody waits for the index.
    if matches!(state.overlays.last(), Some(Overlay::Palette(palette)) if palette.editor.text().trim().chars().nth(1).is_some())
    {
        state.make_index();
    }
    let found = candidates(state);
    if let Some(Overlay::Palette(palette)) = state.overlays.last_mut() {
        palette.found = found;
    }
}

// What is offered for what is typed: commands that begin so, people by name, other commands.
fn candidates(state: &State) -> Vec<Candidate> {
    let Some(Overlay::Palette(palette)) = state.overlays.last() else { return Vec::new() };
    if !palette.paths.is_empty() {
        return palette.paths.iter().cloned().map(Candidate::Path).collect();
    }
    let text = palette.editor.text();
    let typed = search::fold(text.trim());
    let here = state.screen_place();
    if let Some((command, _)) = argument(&text) {
        let found = keymap::bindings(here).find(|binding| binding.command == command);
        return found.map(|b| Candidate::Command(b, allows(state, b.action))).into_iter().collect();
    }
    let mut found: Vec<&Binding> = keymap::bindings(here)
        .filter(|binding| {
            binding.command.contains(typed.as_str()) || search::fold(binding.label).contains(&typed)
        })
        .collect();
    found.sort_by_key(|binding| !binding.command.starts_with(typed.as_str()));
    found.dedup_by_key(|binding| binding.command);
    // Who types a name means a person rather than a command that has these letters inside.
    let begun = found.iter().take_while(|binding| binding.command.starts_with(typed.as_str())).count();
    let command = |binding| Candidate::Command(binding, allows(state, binding.action));
    let mut rows: Vec<Candidate> = found.into_iter().map(command).collect();
    if typed.chars().count() >= 2 {
        rows.splice(begun..begun, people(state, &typed).into_iter().map(Candidate::Person));
    }
    rows
}

fn people(state: &State, typed: &str) -> Vec<ContactId> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
    let Some(index) = &state.contacts.index else { return Vec::new() };
    index.find(&words, None).hits.into_iter().take(PEOPLE).filter_map(|at| index.at(at)).collect()
}

// A command that takes a path, and the path.
fn argument(text: &str) -> Option<(&str, &str)> {
    let (command, path) = text.trim_start().split_once(' ')?;
    let path = path.trim();
    (matches!(command, "import" | "export" | "backup") && !path.is_empty()).then_some((command, path))
}

/// Completes what is typed: a command's name, or a path.
pub(super) fn complete(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = state.overlays.last() else { return Vec::new() };
    let (text, cursor) = (palette.editor.text(), palette.cursor);
    if let Some((_, path)) = argument(&text).filter(|_| palette.paths.is_empty()) {
        return vec![Effect::Paths(path.to_owned())];
    }
    let completed = match palette.found.get(cursor).cloned() {
        Some(Candidate::Command(binding, _)) if takes_path(binding.action) => format!("{} ", binding.command),
        Some(Candidate::Command(binding, _)) => binding.command.to_owned(),
        Some(Candidate::Person(id)) => state.network.contact(id).map_or(text, |contact| contact.name()),
        Some(Candidate::Path(path)) => match text.trim_start().split_once(' ') {
            Some((command, _)) => format!("{command} {path}"),
            None => path,
        },
        None => return Vec::new(),
    };
    if let Some(Overlay::Palette(palette)) = state.overlays.last_mut() {
        palette.editor = Editor::new(Shape::Line, &completed);
        palette.cursor = 0;
        palette.paths.clear();
    }
    renew(state);
    Vec::new()
}

fn takes_path(action: Action) -> bool {
    matches!(action, Action::Import | Action::Export | Action::Backup)
}

/// Runs what is typed, or the candidate under the cursor.
pub(super) fn run(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Palette(palette)) = state.overlays.last() else { return Vec::new() };
    let (text, cursor) = (palette.editor.text(), palette.cursor);
    if !palette.paths.is_empty() {
        return complete(state);
    }
    let mut found = palette.found.clone();
    if let Some((command, path)) = argument(&text) {
        state.overlays.pop();
        if let Some(Candidate::Command(_, Err(reason))) = found.first() {
            state.notice = Notice::Said(reason.to_string());
            return Vec::new();
        }
        return match command {
            "import" => super::ask::import_from(state, path),
            "export" => super::ask::write_to(state, Purpose::Export, path),
            _ => super::ask::write_to(state, Purpose::Backup, path),
        };
    }
    // What was chosen with the arrows runs; what was only typed runs where it cannot be meant otherwise.
    if cursor == 0
        && !text.trim().is_empty()
        && !found.is_empty()
        && !is_meant(state, &found, &search::fold(text.trim()))
    {
        let typed = text.trim();
        let begun =
            |other: &Candidate| matches!(other, Candidate::Command(b, _) if b.command.starts_with(typed));
        let meant = if found.iter().any(begun) { String::new() } else { did_you_mean(state, typed) };
        if let Some(Overlay::Palette(palette)) = state.overlays.last_mut() {
            palette.remark = format!("no command is called {typed}{meant}: ↓ chooses, Enter runs");
        }
        return Vec::new();
    }
    let picked = if cursor < found.len() { Some(found.swap_remove(cursor)) } else { None };
    state.overlays.pop();
    match picked {
        Some(Candidate::Command(binding, _)) => act(state, binding.action),
        Some(Candidate::Person(id)) => {
            super::moves::show_contact(state, id);
            debug_assert!(
                state.contacts.list.current() == Some(Row::Contact(id))
                    || state.network.contact(id).is_none(),
                "a person that is offered can be shown"
            );
            Vec::new()
        }
        Some(Candidate::Path(_)) => Vec::new(),
        None => {
            let typed = text.trim();
            let meant = did_you_mean(state, typed);
            state.notice =
                Notice::Said(format!("no command and nobody called {typed}{meant}: ? lists the commands"));
            Vec::new()
        }
    }
}

fn did_you_mean(state: &State, typed: &str) -> String {
    let known = keymap::bindings(state.screen_place()).map(|binding| binding.command);
    nearest(typed, known).map_or_else(String::new, |command| format!(" (did you mean {command}?)"))
}

/// From how many letters on the beginning of a command's name runs what changes the book.
const CLEAR: usize = 3;

// Whether the first of what was found is what was typed: a command by its whole name, or by the beginning of it that no
// other has, where nobody is offered whose name begins so; a person by the beginning of a part of their name.
fn is_meant(state: &State, found: &[Candidate], typed: &str) -> bool {
    match &found[0] {
        Candidate::Command(binding, _) if binding.command == typed => true,
        Candidate::Command(binding, _) => {
            let begin_so = found.iter().filter(
                |other| matches!(other, Candidate::Command(other, _) if other.command.starts_with(typed)),
            );
            let slip = binding.action.touches() == Touches::Book && typed.chars().count() < CLEAR;
            !slip
                && binding.command.starts_with(typed)
                && begin_so.count() == 1
                && !found
                    .iter()
                    .any(|other| matches!(other, Candidate::Person(id) if is_called(state, *id, typed)))
        }
        Candidate::Person(id) => is_called(state, *id, typed),
        Candidate::Path(_) => true,
    }
}

// Whether a part of the name of this person begins so.
fn is_called(state: &State, id: ContactId, typed: &str) -> bool {
    state.network.contact(id).is_some_and(|contact| {
        let name = search::fold(&contact.name());
        name.starts_with(typed) || name.split(' ').any(|part| part.starts_with(typed))
    })
}

impl Place {
    /// Where that is, in words.
    pub fn word(self) -> &'static str {
        match self {
            Place::Today => "Today",
            Place::Pending => "Pending",
            Place::Contacts => "Contacts",
            Place::Drafts => "Compose",
            Place::Text => "a message",
            Place::Tips => "the tips of a message",
            Place::Facts => "the facts of a message",
            Place::Insights => "Insights",
            Place::You => "You",
            Place::Filter => "a filter",
            Place::Menu => "a menu",
            Place::Ask | Place::Confirm => "a question",
            Place::Form => "a form",
            Place::Note => "a note",
            Place::Help => "the help",
            Place::Palette => "the command line",
            Place::Log => "the history",
            Place::Plan => "an import",
            Place::Page => "a page",
            Place::Working => "a long work",
            Place::FirstRun => "the first screen",
        }
    }
}
