//! Deeds on drafts: write one as a whole, put one off, throw one away, send one. What is typed is no deed.

use std::sync::Arc;

use super::{Planned, contact, note, whom};
use crate::domain::change::{Change, Edit};
use crate::domain::draft::Draft;
use crate::domain::id::{ContactId, DraftId};
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::time::{Day, Now};
use crate::domain::touch::TouchKind;

fn get(network: &Network, id: DraftId) -> Result<&Arc<Draft>, Refusal> {
    network.drafts.get(id).ok_or_else(|| Refusal::new("the draft is no longer there"))
}

pub(super) fn write(network: &Network, contact: ContactId, text: &str, now: Now) -> Result<Planned, Refusal> {
    let name = contact::get(network, contact)?.name();
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new("the message is empty"));
    }
    let (before, what) = match network.newest_draft(contact) {
        Some(draft) if draft.text == text => return Err(Refusal::new("the draft is as it was")),
        Some(draft) => (Some(draft), format!("draft to {name} changed")),
        None => (None, format!("draft to {name}")),
    };
    let mut draft =
        before.map_or_else(|| Draft::new(network.drafts.fresh(0), contact, now.at), |d| Draft::clone(d));
    draft.keep_version();
    (draft.later, draft.template) = (None, String::new());
    text.clone_into(&mut draft.text);
    draft.at = now.at;
    let edit = before.map_or_else(|| Edit::add(draft.clone()), |before| Edit::turn(before, draft.clone()));
    Ok(Planned { changes: vec![Change::Draft(edit)], what })
}

pub(super) fn put_off(
    network: &Network,
    drafts: &[DraftId],
    until: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    if let Some(day) = until.filter(|day| *day <= today) {
        return Err(Refusal::new(format!("{day} is not ahead: choose a later day")));
    }
    let mut changes = Vec::new();
    for id in drafts {
        let before = get(network, *id)?;
        if before.later != until {
            changes.push(Change::Draft(Edit::turn(before, Draft { later: until, ..Draft::clone(before) })));
        }
    }
    if changes.is_empty() {
        return Err(Refusal::new("it is put off like that already"));
    }
    let to = readers(network, drafts);
    let what = match until {
        Some(day) if day == today.plus(1) => format!("draft to {to} comes back tomorrow"),
        Some(day) => format!("draft to {to} comes back on {}", day.short(today)),
        None => format!("draft to {to} is back"),
    };
    Ok(Planned { changes, what })
}

pub(super) fn throw_away(network: &Network, drafts: &[DraftId]) -> Result<Planned, Refusal> {
    let mut changes = Vec::new();
    for id in drafts {
        changes.push(Change::Draft(Edit::remove(get(network, *id)?)));
    }
    Ok(Planned { changes, what: format!("draft to {} thrown away", readers(network, drafts)) })
}

fn readers(network: &Network, drafts: &[DraftId]) -> String {
    let contacts: Vec<ContactId> =
        drafts.iter().filter_map(|id| network.drafts.get(*id).map(|draft| draft.contact)).collect();
    whom(network, &contacts, "people")
}

/// The touch that a message to somebody who is connected is, and the end of its draft.
pub(super) fn sent(
    network: &Network,
    contact: ContactId,
    text: &str,
    draft: Option<DraftId>,
    now: Now,
) -> Result<Planned, Refusal> {
    let mut planned = note::log_touch(network, &[contact], TouchKind::Message, text, now.today, now)?;
    if let Some(draft) = draft {
        planned.changes.push(Change::Draft(Edit::remove(get(network, draft)?)));
    }
    Ok(planned)
}
