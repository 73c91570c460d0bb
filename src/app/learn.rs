//! The door for the world: what happened outside changes the state and may lead to further wishes.

use std::sync::Arc;

use crate::domain::batch::Batch;
use crate::domain::network::Network;

use super::act::{self, Way, perform_typed};
use super::editor::{Editor, Shape};
use super::effect::{EditFor, Effect};
use super::news::News;
use super::outlook::Learned;
use super::overlay::{Ask, Form, LogPane, NoteBox, Overlay, PlanBox, Purpose};
use super::state::{BY_DEMO, Notice, State};

/// Something happened.
pub fn learn(state: &mut State, news: News) -> Vec<Effect> {
    match news {
        News::Now(now) => {
            let new_day = now.today != state.now.today;
            state.now = now;
            if new_day {
                state.outlook.outdate();
                state.refresh();
            }
        }
        News::Sized(columns, rows) => state.size = (columns, rows),
        News::Scrolled(most) => match state.overlays.last_mut() {
            Some(Overlay::Plan(plan)) => plan.top = plan.top.min(most),
            Some(Overlay::Page(page)) => page.top = page.top.min(most),
            Some(_) => {}
            None => state.detail_top = state.detail_top.min(most),
        },
        News::Whole(network) => return whole(state, *network),
        News::Unreadable(why) => return vec![Effect::Abandon(why)],
        News::Saved(key) => {
            state.history.saved(&key);
            if let Notice::Saving(said, then, saving) = &state.notice
                && *saving == key
            {
                state.notice = Notice::Noted(format!("{said} · {then}"));
            }
        }
        News::Rebased(network, batch) => {
            act::renumbered(state, &batch);
            state.history.saved(&batch.key);
            state.history.replaced(&batch);
            on_top_of(state, *network);
            // What is typed is kept without a word.
            if batch.is_typing() {
                return with_homeless(state);
            }
            // What was said while it was on its way stays: "undone: ..." is not "noted: ...".
            let said = match &state.notice {
                Notice::Saving(said, then, key) if *key == batch.key => format!("{said} · {then}"),
                _ => format!("noted: {} · u takes it back", batch.what),
            };
            state.notice = Notice::Noted(said);
            return with_homeless(state);
        }
        News::NotSaved(batch, why, network) => {
            not_saved(state, &batch, &why, network);
            let mut effects = act::not_kept(state, &batch, &why);
            effects.extend(with_homeless(state));
            return effects;
        }
        News::Elsewhere(network) => {
            on_top_of(state, *network);
            return with_homeless(state);
        }
        News::ToUndo(batch) => {
            return act::from_journal(state, Way::Undo, batch.filter(|batch| batch.by != BY_DEMO));
        }
        News::ToRedo(batch) => return act::from_journal(state, Way::Redo, batch),
        News::Log(lines) => state.overlays.push(Overlay::Log(LogPane { lines, cursor: 0 })),
        News::Lately(lines) => state.lately = lines,
        News::Indexed(index, given) => {
            // Only where nothing can have changed since it was begun; else it is made when it is needed.
            let untouched = state.history.done.is_empty() && state.history.undone.is_empty();
            if untouched && given == state.taken && state.contacts.index.is_none() {
                state.contacts.index = Some(index);
            }
        }
        News::Learned(learned) => return taught(state, *learned),
        News::Foretold(foretold) => state.outlook.foretold = Some(Arc::new(foretold)),
        News::Paused => return act::paused(state),
        News::TypedLong => return act::keep(state),
        News::Edited(EditFor::Message, text) => return act::edited(state, &text),
        News::Edited(purpose, text) => {
            if matches!(state.overlays.last(), Some(Overlay::Note(_))) {
                state.overlays.pop();
            }
            let typed = note_box(state, &purpose, &text);
            return purpose.deed(text).map_or_else(Vec::new, |deed| perform_typed(state, deed, typed));
        }
        News::Reading(doing, done, of, elapsed) => {
            if let Some(Overlay::Working(working)) = state.overlays.last_mut() {
                doing.clone_into(&mut working.doing);
                (working.done, working.of, working.elapsed) = (done, of, elapsed);
            }
        }
        News::Plan(plan) => {
            if matches!(state.overlays.last(), Some(Overlay::Working(_))) {
                state.asked = None;
                state.overlays.pop();
                state.overlays.push(Overlay::Plan(PlanBox { plan: *plan, top: 0 }));
            }
        }
        News::Paths(paths) => complete_path(state, paths),
        News::Said(what) => {
            state.asked = None;
            state.notice = Notice::Said(what);
        }
        News::NotRead(why) => {
            if matches!(state.overlays.last(), Some(Overlay::Working(_))) {
                state.overlays.pop();
            }
            ask_again(state, why);
        }
        News::Trouble(why) if matches!(state.overlays.last(), Some(Overlay::Working(_))) => {
            state.notice = Notice::Wrong(why);
        }
        News::Trouble(why) => {
            (state.history.undos_asked, state.history.redos_asked) = (0, 0);
            ask_again(state, why);
        }
        News::ReadOnly(why) => {
            state.notice = Notice::Wrong(format!("from here on this book can only be read: {why}"));
            state.book.read_only = Some(why);
        }
    }
    Vec::new()
}

// What is expected now; what is new of it is kept.
fn taught(state: &mut State, learned: Learned) -> Vec<Effect> {
    let kept = state.outlook.take(learned);
    state.outlook.teach(&mut state.network.rules);
    state.refresh();
    let keeps = state.book.read_only.is_none();
    kept.filter(|_| keeps)
        .map_or_else(Vec::new, |(outlook, foretold)| vec![Effect::KeepFit(outlook, foretold)])
}

// The box for a text that came from the user's editor.
fn note_box(state: &State, purpose: &EditFor, text: &str) -> Option<Overlay> {
    let (contact, note) = match purpose {
        EditFor::NewNote(contact) => (*contact, None),
        EditFor::Note(id) => (state.network.notes.get(*id)?.contact, Some(*id)),
        EditFor::Message => return None,
    };
    Some(Overlay::Note(NoteBox { contact, note, editor: Editor::new(Shape::Lines, text) }))
}

fn asks_for_export(state: &State) -> bool {
    match state.overlays.last() {
        Some(Overlay::Ask(ask)) => matches!(ask.purpose, Purpose::Import),
        Some(Overlay::Palette(palette)) => palette.editor.text().trim_start().starts_with("import "),
        _ => false,
    }
}

// The path that was typed can be mended where it was asked for.
fn ask_again(state: &mut State, why: String) {
    match state.asked.take() {
        Some(ask) => state.overlays.push(Overlay::Ask(Ask { remark: why, ..ask })),
        None => state.notice = Notice::Wrong(why),
    }
}

// Another instance's network becomes ours, with what is still on its way to the disk on top. What no longer fits is
// left out here; the scribe finds the same and says so.
fn on_top_of(state: &mut State, mut network: Network) {
    state.taken += 1;
    for batch in &state.history.unsaved {
        let _ = network.apply(Batch::clone(batch));
    }
    state.replace_network(network);
    act::renew(state);
}

fn whole(state: &mut State, network: Network) -> Vec<Effect> {
    state.whole = true;
    on_top_of(state, network);
    with_homeless(state)
}

// A message whose reader went while it was written is taken along.
fn with_homeless(state: &mut State) -> Vec<Effect> {
    let mut effects = caught_up(state);
    if let Some(text) = state.compose.homeless.take() {
        effects.extend(act::rescue(state, text, "its reader is no longer there"));
    }
    effects
}

// The scribe checks what we send against the book until it hears that nothing of ours was made before its last news.
fn caught_up(state: &State) -> Vec<Effect> {
    if state.history.unsaved.is_empty() { vec![Effect::CaughtUp(state.taken)] } else { Vec::new() }
}

fn not_saved(state: &mut State, batch: &Arc<Batch>, why: &str, network: Option<Box<Network>>) {
    let since = state.history.unsaved.iter().skip_while(|each| each.key != batch.key).skip(1);
    let since: Vec<Arc<Batch>> = since.cloned().collect();
    let typed = state.history.typed_for(&batch.key);
    state.history.forget(batch, network.is_some());
    match network {
        Some(network) => on_top_of(state, *network),
        None => take_out(state, batch, &since),
    }
    if let Some(typed) = typed {
        give_back(state, typed, why);
    }
    let what = if batch.is_typing() { "your draft" } else { &batch.what };
    state.notice = Notice::Wrong(format!("could not save \"{what}\": {why}"));
}

// Nothing typed is lost: the box in which it was typed lies open again, under one that is being typed in now.
fn give_back(state: &mut State, typed: Overlay, why: &str) {
    let remark = format!("not saved: {why}");
    let typed = match typed {
        Overlay::Form(form) => Overlay::Form(Form { remark, ..form }),
        Overlay::Ask(ask) => Overlay::Ask(Ask { remark, ..ask }),
        other => other,
    };
    // A filter that is being typed is kept as far as it goes.
    state.filter = None;
    state.overlays.insert(0, typed);
}

// What was done since may stand on what has to go: it is lifted off and put back where it still fits.
fn take_out(state: &mut State, batch: &Batch, since: &[Arc<Batch>]) {
    let mut network = state.network.clone();
    for gone in since.iter().rev().map(Arc::as_ref).chain([batch]) {
        let _ = network.apply(gone.inverse(gone.key.clone(), gone.at, &gone.by));
    }
    for kept in since {
        let _ = network.apply(Batch::clone(kept));
    }
    state.replace_network(network);
}

// One path completes the line, several are offered with what they have in common.
fn complete_path(state: &mut State, mut paths: Vec<String>) {
    if asks_for_export(state) {
        let endings = ["/", ".zip", ".csv"];
        paths.retain(|path| endings.iter().any(|ending| path.to_lowercase().ends_with(ending)));
    }
    let common = common_start(&paths);
    match state.overlays.last_mut() {
        Some(Overlay::Ask(ask)) => {
            if common.len() > ask.editor.text().len() || paths.len() == 1 {
                ask.editor = Editor::new(Shape::Line, &common);
            }
            ask.remark = match paths.len() {
                0 => "nothing begins like this".into(),
                1 => String::new(),
                _ => paths.iter().filter_map(|path| name_of(path)).take(8).collect::<Vec<_>>().join("  "),
            };
        }
        Some(Overlay::Palette(palette)) => {
            let text = palette.editor.text();
            if let Some((command, typed)) = text.trim_start().split_once(' ')
                && (common.len() > typed.trim().len() || paths.len() == 1)
            {
                palette.editor = Editor::new(Shape::Line, &format!("{command} {common}"));
            }
            palette.paths = if paths.len() > 1 { paths } else { Vec::new() };
            palette.cursor = 0;
            act::renew(state);
        }
        _ => {}
    }
}

fn name_of(path: &str) -> Option<&str> {
    path.trim_end_matches('/').rsplit('/').next()
}

fn common_start(paths: &[String]) -> String {
    let Some((first, rest)) = paths.split_first() else { return String::new() };
    let mut end = first.len();
    for path in rest {
        end = end.min(first.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count());
    }
    while !first.is_char_boundary(end) {
        end -= 1;
    }
    first[..end].to_owned()
}

#[cfg(test)]
mod tests;
