//! Undo, redo, repeat. An undo is a batch like any other, so the journal stays true.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::perform::{apply, perform};
use crate::app::action::{Action, Screen};
use crate::app::contacts::Row;
use crate::app::deed::{Aim, Deed};
use crate::app::effect::{Care, Effect};
use crate::app::history::History;
use crate::app::state::{Notice, State};
use crate::domain::batch::Batch;
use crate::domain::change::Change;
use crate::domain::id::DraftId;
use crate::domain::refusal::Refusal;
use crate::domain::request::Standing;
use crate::domain::time::Day;

/// Which way a batch is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is taken back.
    Undo,
    /// It took something back, which is done again.
    Redo,
}

impl Way {
    // What can go this way, newest last.
    fn batches(self, history: &mut History) -> &mut Vec<Arc<Batch>> {
        match self {
            Way::Undo => &mut history.done,
            Way::Redo => &mut history.undone,
        }
    }

    // How many presses wait for the journal's answer.
    fn asked(self, history: &mut History) -> &mut usize {
        match self {
            Way::Undo => &mut history.undos_asked,
            Way::Redo => &mut history.redos_asked,
        }
    }

    fn asks(self) -> Effect {
        match self {
            Way::Undo => Effect::NewestToUndo,
            Way::Redo => Effect::NewestToRedo,
        }
    }
}

/// Turns this run's newest batch; after a restart, the newest in the journal.
pub(super) fn newest(state: &mut State, way: Way) -> Vec<Effect> {
    if let Some(batch) = way.batches(&mut state.history).last().cloned() {
        return turn(state, &batch, way);
    }
    let asked = way.asked(&mut state.history);
    *asked += 1;
    if *asked == 1 { vec![way.asks()] } else { Vec::new() }
}

/// Turns the batch that the journal names. Where the key was pressed again meanwhile the journal is asked again, now
/// that this one is out of the way.
pub(in crate::app) fn from_journal(state: &mut State, way: Way, batch: Option<Batch>) -> Vec<Effect> {
    let asked = std::mem::take(way.asked(&mut state.history));
    let Some(batch) = batch else {
        let word = match way {
            Way::Undo => "undo",
            Way::Redo => "redo",
        };
        state.notice = Notice::Said(format!("nothing to {word}"));
        return Vec::new();
    };
    let mut effects = turn(state, &batch, way);
    if asked > 1 && !effects.is_empty() {
        *way.asked(&mut state.history) = asked - 1;
        effects.push(way.asks());
    }
    effects
}

fn turn(state: &mut State, batch: &Batch, way: Way) -> Vec<Effect> {
    let (word, says, then, back) = match way {
        Way::Undo => ("undo", "undone", "U does it again", Way::Redo),
        Way::Redo => ("redo", "redone", "u takes it back", Way::Undo),
    };
    match take_back(state, batch, &state.by.clone()) {
        Ok(inverse) => {
            way.batches(&mut state.history).retain(|each| each.key != batch.key);
            back.batches(&mut state.history).push(Arc::clone(&inverse));
            follow(state, &inverse);
            state.detail_top = 0;
            state.notice = Notice::Saving(format!("{says}: {}", batch.what), then, inverse.key.clone());
            vec![Effect::Save(inverse, Care::Full)]
        }
        Err(refusal) => {
            // What was done before it in this run is next.
            way.batches(&mut state.history).retain(|each| each.key != batch.key);
            state.notice = Notice::Wrong(format!("could not {word} \"{}\": {refusal}", batch.what));
            Vec::new()
        }
    }
}

// The cursor goes to the first row that came back, so that the next verb is about that one.
fn follow(state: &mut State, batch: &Batch) {
    let (mut contacts, mut requests) = (BTreeSet::new(), BTreeSet::new());
    for change in &batch.changes {
        match change {
            Change::Contact(edit) => contacts.extend(edit.after.as_ref().map(|contact| contact.id)),
            Change::Request(edit) => requests.extend(edit.after.as_ref().map(|request| request.id)),
            Change::Sign(_)
            | Change::Touch(_)
            | Change::Note(_)
            | Change::Decision(_)
            | Change::Run(_)
            | Change::Fact(_)
            | Change::Draft(_)
            | Change::Profile { .. }
            | Change::Mute { .. }
            | Change::Rule { .. } => {}
        }
    }
    match state.screen {
        Screen::Today => {
            state.today.list.go_to_first(|item| item.request().is_some_and(|id| requests.contains(&id)));
        }
        Screen::Pending => state.pending.list.go_to_first(|id| requests.contains(&id)),
        Screen::Contacts => state.contacts.list.go_to_first(|row| match row {
            Row::Contact(id) => contacts.contains(&id),
            Row::Decision(_) => false,
        }),
        Screen::Compose => {
            let drafts: BTreeSet<_> = batch.changes.iter().filter_map(draft_of).collect();
            state.compose.list.go_to_first(|id| drafts.contains(&id));
        }
        Screen::Insights | Screen::You => {}
    }
}

fn draft_of(change: &Change) -> Option<DraftId> {
    match change {
        Change::Draft(edit) => edit.after.as_ref().map(|draft| draft.id),
        _ => None,
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
    match deed {
        // What one person said nobody else did.
        Deed::Sign { requests, kind, .. } if kind.told() => super::form::told(state, requests, kind),
        deed => perform(state, deed),
    }
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
    // As the menu did: of what is marked, what waits.
    let snoozes = matches!(deed, Deed::Snooze { .. });
    let found = match deed.aim() {
        // The user's own post or talk is with nobody, whoever is under the cursor.
        Aim::Contacts(contacts) if contacts.is_empty() => true,
        Aim::Contacts(contacts) => {
            *contacts = state.contacts();
            !contacts.is_empty()
        }
        Aim::Requests(requests) => {
            let here = state.requests();
            let waiting = state.pending_of(&here);
            *requests = if snoozes && !waiting.is_empty() { waiting } else { here };
            !requests.is_empty()
        }
        Aim::Itself => true,
    };
    found.then_some(deed)
}
