//! Undo, redo, repeat. An undo is a batch like any other, so the journal stays true.

use std::sync::Arc;

use super::perform::{apply, perform};
use crate::app::action::Action;
use crate::app::deed::{Aim, Deed};
use crate::app::effect::{Care, Effect};
use crate::app::state::{BY_SCREEN, Notice, State};
use crate::domain::batch::Batch;
use crate::domain::refusal::Refusal;
use crate::domain::request::Standing;
use crate::domain::time::Day;

/// Takes this run's newest batch back; after a restart, the newest in the journal.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    match state.history.done.last().cloned() {
        Some(batch) => undo_batch(state, &batch),
        None => vec![Effect::NewestToUndo],
    }
}

/// Does again what was taken back last.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    match state.history.undone.last().cloned() {
        Some(batch) => redo_batch(state, &batch),
        None => vec![Effect::NewestToRedo],
    }
}

/// Takes a batch back: of this run, or of the journal.
pub(in crate::app) fn undo_batch(state: &mut State, batch: &Batch) -> Vec<Effect> {
    turn(state, batch, Way::Undo)
}

/// Does again what an undo batch took back.
pub(in crate::app) fn redo_batch(state: &mut State, undo: &Batch) -> Vec<Effect> {
    turn(state, undo, Way::Redo)
}

#[derive(Clone, Copy)]
enum Way {
    Undo,
    Redo,
}

fn turn(state: &mut State, batch: &Batch, way: Way) -> Vec<Effect> {
    let (word, says, then) = match way {
        Way::Undo => ("undo", "undone", "U does it again"),
        Way::Redo => ("redo", "redone", "u takes it back"),
    };
    match take_back(state, batch, BY_SCREEN) {
        Ok(inverse) => {
            match way {
                Way::Undo => {
                    state.history.done.retain(|done| done.key != batch.key);
                    state.history.undone.push(Arc::clone(&inverse));
                }
                Way::Redo => {
                    state.history.undone.retain(|undone| undone.key != batch.key);
                    state.history.done.push(Arc::clone(&inverse));
                }
            }
            state.notice = Notice::Saving(format!("{says}: {}", batch.what), then, inverse.key.clone());
            vec![Effect::Save(inverse, Care::Full)]
        }
        Err(refusal) => {
            // It stays in the history; the next press goes on to what was done before it.
            match way {
                Way::Undo => state.history.done.retain(|done| done.key != batch.key),
                Way::Redo => state.history.undone.retain(|undone| undone.key != batch.key),
            }
            state.notice = Notice::Wrong(format!("could not {word} \"{}\": {refusal}", batch.what));
            Vec::new()
        }
    }
}

/// Applies the inverse of a batch, checked against the present. The command line comes in here too.
///
/// # Errors
/// What no longer fits; nothing has changed then.
pub fn take_back(state: &mut State, batch: &Batch, by: &str) -> Result<Arc<Batch>, Refusal> {
    let inverse = batch.inverse(state.next_key(), state.now.at, by);
    apply(state, inverse)
}

/// Does the last verb again, on what is marked or under the cursor now.
pub(super) fn repeat(state: &mut State) -> Vec<Effect> {
    let Some((deed, done_on)) = state.last_deed.clone() else { return Vec::new() };
    if let Deed::Settle { standing: Standing::Withdrawn, .. } = deed
        && let Err(refusal) = super::allows(state, Action::Withdraw)
    {
        state.notice = Notice::Said(refusal.to_string());
        return Vec::new();
    }
    let Some(deed) = retargeted(state, redated(deed, done_on, state.now.today)) else {
        state.notice = Notice::Said("nothing here to repeat it on".into());
        return Vec::new();
    };
    perform(state, deed)
}

// What was done "today" is repeated today, also after midnight; another day that was chosen stays.
fn redated(mut deed: Deed, done_on: Day, today: Day) -> Deed {
    if let Deed::Settle { on, .. } | Deed::Sign { on, .. } | Deed::LogTouch { on, .. } = &mut deed
        && *on == done_on
    {
        *on = today;
    }
    deed
}

fn retargeted(state: &State, mut deed: Deed) -> Option<Deed> {
    let found = match deed.aim() {
        // The user's own post or talk is with nobody, whoever is under the cursor.
        Aim::Contacts(contacts) if contacts.is_empty() => true,
        Aim::Contacts(contacts) => {
            *contacts = state.contacts();
            !contacts.is_empty()
        }
        Aim::Requests(requests) => {
            *requests = state.requests();
            !requests.is_empty()
        }
        Aim::Itself => true,
    };
    found.then_some(deed)
}
