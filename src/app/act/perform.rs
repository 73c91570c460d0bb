//! From a deed to a batch: asked about where it is large, applied, remembered, and on its way to the disk.

use std::sync::Arc;

use crate::app::deed::{Aim, Deed, Planned};
use crate::app::effect::{Care, Effect};
use crate::app::overlay::{Confirm, Overlay, Reply, Yes};
use crate::app::state::{Notice, State};
use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::id::ContactId;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Request, Standing};
use crate::domain::rules::RuleKey;

/// From how many targets on a bulk is shown and asked about.
const ASKED_FROM: usize = 6;

/// Does a deed, or asks first where it is large or switches a respect rule off.
pub fn perform(state: &mut State, deed: Deed) -> Vec<Effect> {
    perform_typed(state, deed, None)
}

/// The same with the box in which it was typed: it lies open again where the deed cannot be saved.
pub(in crate::app) fn perform_typed(
    state: &mut State,
    mut deed: Deed,
    typed: Option<Overlay>,
) -> Vec<Effect> {
    state.typed = typed;
    if let Some(question) = question(state, &mut deed) {
        state.overlays.push(Overlay::Confirm(question));
        return Vec::new();
    }
    done(state, deed)
}

/// Does a deed that was asked about, or that needs no asking.
pub(super) fn done(state: &mut State, mut deed: Deed) -> Vec<Effect> {
    let care = match deed {
        Deed::Import { .. } => Care::Import,
        _ => Care::Full,
    };
    match commit(state, &deed, &state.by.clone()) {
        Ok(batch) => {
            state.notice = Notice::noted(&batch);
            if let Some(writing) = &mut state.compose.writing {
                // Undo takes back the newest.
                writing.lately_off.clear();
            }
            state.detail_top = 0;
            if let Deed::Merge { .. } = deed {
                // The marks said which two; now that they are one they mean nothing to the next verb.
                state.contacts.list.clear_marks();
            }
            let typed = state.typed.take();
            state.history.typed.extend(typed.map(|overlay| (batch.key.clone(), overlay)));
            if !matches!(deed.aim(), Aim::Itself) {
                state.last_deed = Some((deed, state.now.today));
            }
            vec![Effect::Save(batch, care)]
        }
        Err(refusal) => {
            // Somebody else may have changed it while it was asked about: what was typed lies open again.
            state.overlays.extend(state.typed.take());
            state.notice = Notice::Said(refusal.to_string());
            Vec::new()
        }
    }
}

/// Plans a deed, applies it, and makes it the newest that can be undone. The command line comes in here too.
///
/// # Errors
/// The reason why not, in words; nothing has changed then.
pub fn commit(state: &mut State, deed: &Deed, by: &str) -> Result<Arc<Batch>, Refusal> {
    if let Some(why) = &state.book.read_only {
        return Err(Refusal::new(format!("this book can only be read: {why}")));
    }
    let Planned { changes, what } = deed.plan(&state.network, state.now)?;
    let batch =
        Batch { key: state.next_key(), at: state.now.at, by: by.to_owned(), what, undoes: None, changes };
    let batch = match deed {
        // A plan was made earlier: somebody else may have been added since, under a number that it gives.
        Deed::Import { .. } => apply(state, batch.clone()).or_else(|_| {
            let again = state.network.renumbered(&batch);
            apply(state, again)
        })?,
        _ => apply(state, batch)?,
    };
    state.history.done.push(Arc::clone(&batch));
    state.history.undone.clear();
    Ok(batch)
}

/// Applies a batch in memory and keeps everything that follows from the network in step.
pub(super) fn apply(state: &mut State, batch: Batch) -> Result<Arc<Batch>, Refusal> {
    let batch = Arc::new(state.network.apply(batch)?);
    state.history.unsaved.push_back(Arc::clone(&batch));
    state.reindex(&batch);
    state.outlook.outdate_by(&batch);
    let tells = |edit: &Edit<Request>| match (&edit.before, &edit.after) {
        (Some(before), Some(after)) => (&before.message, before.contact) != (&after.message, after.contact),
        _ => true,
    };
    if batch.changes.iter().any(|change| matches!(change, Change::Request(edit) if tells(edit))) {
        state.compose.outdate_past();
    }
    state.refresh();
    Ok(batch)
}

fn question(state: &State, deed: &mut Deed) -> Option<Confirm> {
    if let Deed::SetRule(key, value) = deed
        && key.is_respect()
        && switches_off(*key, *value)
    {
        return Some(Confirm {
            question: format!("Switch off \"{}\"?", key.text().label),
            lines: vec!["It keeps people from being asked too often.".into(), "The change is logged.".into()],
            yes: Yes::Do(deed.clone()),
            reply: Reply::No,
        });
    }
    let about = about(state, deed);
    let count = about.len();
    if count < ASKED_FROM {
        return None;
    }
    let what = deed.plan(&state.network, state.now).ok()?.what;
    let lines = about.iter().filter_map(|id| state.network.contact(*id)).map(|c| c.name()).collect();
    let question = match deed {
        Deed::Settle { standing: Standing::Pending, .. } => {
            format!("Note {count} requests as still pending?")
        }
        Deed::Settle { standing, .. } => format!("Note {count} requests as {}?", standing.word()),
        _ => format!("Note this: {what}?"),
    };
    Some(Confirm { question, lines, yes: Yes::Do(deed.clone()), reply: Reply::No })
}

fn switches_off(key: RuleKey, value: Option<i64>) -> bool {
    match key {
        RuleKey::WaitAfterWithdrawal => value == Some(0),
        RuleKey::Attempts => value.is_some_and(|attempts| attempts >= 10),
        _ => false,
    }
}

// The contacts that a bulk is about, one for each request.
fn about(state: &State, deed: &mut Deed) -> Vec<ContactId> {
    if let Deed::PutOff(drafts, _) | Deed::DropDrafts(drafts) = deed {
        return drafts.iter().filter_map(|id| state.network.drafts.get(*id).map(|d| d.contact)).collect();
    }
    match deed.aim() {
        Aim::Requests(requests) => {
            requests.iter().filter_map(|id| state.network.requests.get(*id).map(|r| r.contact)).collect()
        }
        Aim::Contacts(contacts) => contacts.clone(),
        Aim::Itself => Vec::new(),
    }
}
