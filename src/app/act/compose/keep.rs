//! Keeping what is typed: after a pause, and whenever the message is left.

use std::sync::Arc;

use crate::app::effect::{Care, Effect};
use crate::app::state::State;
use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::draft::Draft;

/// Nothing was typed for a moment: warnings are shown, what comes is a new step of undo, and the draft is kept.
pub(in crate::app) fn paused(state: &mut State) -> Vec<Effect> {
    if let Some(writing) = &mut state.compose.writing {
        writing.rested = true;
        writing.editor.pause();
    }
    keep(state)
}

/// Keeps what is in the editor as a draft, without a line in the journal.
pub(in crate::app) fn keep(state: &mut State) -> Vec<Effect> {
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    if !writing.dirty {
        return Vec::new();
    }
    if let Some(why) = &state.book.read_only {
        writing.unkept = Some(why.clone());
        return Vec::new();
    }
    let text = writing.editor.text();
    let before = writing.draft.and_then(|id| state.network.drafts.get(id)).cloned();
    writing.dirty = false;
    if before.is_none() && text.trim().is_empty() && writing.off.is_empty() {
        return Vec::new();
    }
    let fresh = || Draft::new(state.network.drafts.fresh(0), writing.contact, state.now.at);
    let mut draft = before.as_deref().cloned().unwrap_or_else(fresh);
    let lost = text.chars().count() * 2 < draft.text.chars().count() && draft.text.chars().count() > WORTH;
    if draft.text != text && (std::mem::take(&mut writing.untouched) || lost) {
        draft.keep_version();
    }
    draft.text = text;
    draft.template.clone_from(&writing.template);
    draft.off = writing.off.iter().cloned().collect();
    draft.later = None;
    if before.as_deref() == Some(&draft) {
        return Vec::new();
    }
    draft.at = state.now.at;
    let id = draft.id;
    let edit = before.map_or_else(|| Edit::add(draft.clone()), |before| Edit::turn(&before, draft.clone()));
    let batch = Batch {
        key: state.next_key(),
        at: state.now.at,
        by: state.by.clone(),
        // Nobody is told of it, and the journal has no line for it.
        what: String::new(),
        undoes: None,
        changes: vec![Change::Draft(edit)],
    };
    let kept = state.network.apply(batch);
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    match kept {
        Ok(batch) => {
            let batch = Arc::new(batch);
            (writing.draft, writing.kept_by) = (Some(id), Some(batch.key.clone()));
            state.history.unsaved.push_back(Arc::clone(&batch));
            state.compose.list_anew(&state.network, state.now.today);
            vec![Effect::Save(batch, Care::Typing)]
        }
        Err(refusal) => {
            writing.unkept = Some(refusal.to_string());
            writing.dirty = true;
            Vec::new()
        }
    }
}

/// A text of so many characters is worth a version, where most of it goes at once.
const WORTH: usize = 20;

/// A draft was kept, but under another number, since somebody else wrote meanwhile.
pub(in crate::app) fn renumbered(state: &mut State, batch: &Batch) {
    let Some(writing) = &mut state.compose.writing else { return };
    if writing.kept_by.as_ref() != Some(&batch.key) {
        return;
    }
    for change in &batch.changes {
        if let Change::Draft(edit) = change {
            writing.draft = edit.after.as_ref().map(|draft| draft.id);
        }
    }
}

/// A draft could not be kept: it stays in the editor, and is kept again with the next word.
pub(in crate::app) fn not_kept(state: &mut State, batch: &Batch, why: &str) {
    if let Some(writing) = &mut state.compose.writing
        && writing.kept_by.as_ref() == Some(&batch.key)
    {
        writing.dirty = true;
        writing.unkept = Some(why.to_owned());
        writing.kept_by = None;
        writing.draft = writing.draft.filter(|id| state.network.drafts.get(*id).is_some());
        // Somebody else wrote into the same draft: this one becomes another, so that neither is lost.
        let same = |edit: &Edit<Draft>| match (&edit.before, writing.draft) {
            (Some(before), Some(id)) => {
                state.network.drafts.get(id).is_some_and(|now| now.text == before.text)
            }
            _ => true,
        };
        if !batch.changes.iter().all(|change| !matches!(change, Change::Draft(edit) if !same(edit))) {
            writing.draft = None;
        }
    }
}
