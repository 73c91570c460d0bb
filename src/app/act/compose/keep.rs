//! Keeping what is typed: after a pause, while somebody types without one, and whenever the message is left.
//!
//! Somebody else may write into the same draft: what was last read or kept of it is remembered (`base`), and where the
//! book holds something else, this message becomes a draft of its own, so that neither is lost.

use std::sync::Arc;

use crate::app::compose::Writing;
use crate::app::effect::{Care, Effect};
use crate::app::state::{Notice, State};
use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::draft::Draft;

/// A text of so many characters is worth a version, where most of it goes at once.
const WORTH: usize = 20;

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
    let template = state.compose.template();
    let Some(writing) = &mut state.compose.writing else { return Vec::new() };
    if !writing.dirty {
        return Vec::new();
    }
    if let Some(why) = &state.book.read_only {
        writing.unkept = Some(why.clone());
        return Vec::new();
    }
    let text = writing.editor.text();
    let mut before = writing.draft.and_then(|id| state.network.drafts.get(id)).cloned();
    let theirs = before.as_ref().is_some_and(|before| before.text != writing.base);
    if theirs {
        before = None;
    }
    (writing.dirty, writing.unkept) = (false, None);
    let empty = text.trim().is_empty();
    if before.is_none() && empty {
        return Vec::new();
    }
    if theirs {
        state.notice =
            Notice::Said("this draft was changed elsewhere too: yours is kept as one of its own".into());
    }
    let fresh = || Draft::new(state.network.drafts.fresh(0), writing.contact, state.now.at);
    let mut draft = before.as_deref().cloned().unwrap_or_else(fresh);
    let was = draft.text.chars().count();
    let lost = was > WORTH && text.chars().count() * 2 < was;
    if draft.text != text && (std::mem::take(&mut writing.untouched) || lost) {
        draft.keep_version();
    }
    writing.base.clone_from(&text);
    draft.text = text;
    draft.template = template;
    draft.off = writing.off.iter().cloned().collect();
    draft.later = None;
    if before.as_deref() == Some(&draft) {
        return Vec::new();
    }
    draft.at = state.now.at;
    let (id, came_back) = (draft.id, before.as_ref().is_some_and(|before| before.later.is_some()));
    let edit = match before {
        // Of a message that was emptied and never was more there is nothing to keep.
        Some(before) if empty && draft.versions.is_empty() => Edit::remove(&before),
        Some(before) => Edit::turn(&before, draft),
        None => Edit::add(draft),
    };
    let there = edit.after.is_some();
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
            (writing.draft, writing.kept_by) = (there.then_some(id), Some(batch.key.clone()));
            state.history.unsaved.push_back(Arc::clone(&batch));
            state.compose.list_anew(&state.network, state.now.today);
            if came_back {
                state.today.refresh(&state.network, &state.outlook, state.now.today);
            }
            vec![Effect::Save(batch, Care::Typing)]
        }
        Err(refusal) => {
            (writing.unkept, writing.dirty) = (Some(refusal.to_string()), true);
            Vec::new()
        }
    }
}

/// What was on its way to the disk was saved under other numbers, since somebody else wrote meanwhile: the message goes on
/// to the same person, in the same draft.
pub(in crate::app) fn renumbered(state: &mut State, saved: &Batch) {
    let sent = state.history.unsaved.iter().find(|batch| batch.key == saved.key);
    let (Some(sent), Some(writing)) = (sent, &mut state.compose.writing) else { return };
    for pair in sent.changes.iter().zip(&saved.changes) {
        match pair {
            (
                Change::Contact(Edit { after: Some(old), .. }),
                Change::Contact(Edit { after: Some(new), .. }),
            ) if writing.contact == old.id => {
                writing.contact = new.id;
            }
            (Change::Draft(Edit { after: Some(old), .. }), Change::Draft(Edit { after: Some(new), .. }))
                if writing.draft == Some(old.id) =>
            {
                writing.draft = Some(new.id);
            }
            _ => {}
        }
    }
}

/// A draft could not be kept: it stays in the editor, and is kept again with the next word. Where the message was left
/// meanwhile, its text is taken along on the clipboard.
pub(in crate::app) fn not_kept(state: &mut State, batch: &Batch, why: &str) -> Vec<Effect> {
    let [Change::Draft(edit)] = &batch.changes[..] else { return Vec::new() };
    if !batch.is_typing() {
        return Vec::new();
    }
    let open = state.compose.writing.as_mut().filter(|writing| belongs(writing, batch, edit));
    let Some(writing) = open else {
        let text = edit.after.as_ref().map_or("", |draft| draft.text.as_str());
        let there = state.network.drafts.iter().any(|draft| draft.text == text);
        return if there { Vec::new() } else { rescue(state, text.to_owned(), why) };
    };
    (writing.dirty, writing.kept_by) = (true, None);
    writing.unkept = Some(why.to_owned());
    writing.draft = writing.draft.filter(|id| state.network.drafts.get(*id).is_some());
    // Where the book holds what this one was made of, nobody else wrote into it.
    if let Some(before) = &edit.before
        && let Some(now) = writing.draft.and_then(|id| state.network.drafts.get(id))
        && now.text == before.text
    {
        writing.base.clone_from(&now.text);
    }
    Vec::new()
}

// Whether what could not be kept is the message that is open, as it is in the editor or was before it went on.
fn belongs(writing: &Writing, batch: &Batch, edit: &Edit<Draft>) -> bool {
    let Some(draft) = &edit.after else { return writing.kept_by.as_ref() == Some(&batch.key) };
    let same = writing.draft == Some(draft.id) || writing.draft.is_none() && writing.contact == draft.contact;
    same && (writing.dirty || writing.editor.text() == draft.text)
}

/// Lets go of the message that is open. What could not be kept is taken along on the clipboard.
pub(in crate::app) fn let_go(state: &mut State) -> Vec<Effect> {
    let mut effects = paused(state);
    if let Some(writing) = state.compose.writing.take()
        && writing.dirty
    {
        effects.extend(rescue(state, writing.editor.text(), &writing.unkept.unwrap_or_default()));
    }
    effects
}

/// Puts a text that cannot be kept on the clipboard, and says why.
pub(in crate::app) fn rescue(state: &mut State, text: String, why: &str) -> Vec<Effect> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    state.notice = Notice::Wrong(format!("not saved, the text is on your clipboard: {why}"));
    vec![Effect::Copy(text, String::new())]
}
