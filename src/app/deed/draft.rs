//! Deeds on drafts: put one off, throw one away. What is typed is no deed.

use std::sync::Arc;

use super::{Planned, contact, whom};
use crate::domain::change::{Change, Edit};
use crate::domain::draft::Draft;
use crate::domain::id::{ContactId, DraftId};
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::time::{Day, Now};

fn get(network: &Network, id: DraftId) -> Result<&Arc<Draft>, Refusal> {
    network.drafts.get(id).ok_or_else(|| Refusal::new("the draft is no longer there"))
}

pub(super) fn write(network: &Network, contact: ContactId, text: &str, now: Now) -> Result<Planned, Refusal> {
    let name = contact::get(network, contact)?.name();
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new("the message is empty"));
    }
    let (before, what) = match network.drafts_of(contact).next_back() {
        Some(draft) if draft.text == text => return Err(Refusal::new("the draft is as it was")),
        Some(draft) => (Some(draft), format!("draft to {name} changed")),
        None => (None, format!("draft to {name}")),
    };
    let mut draft =
        before.map_or_else(|| Draft::new(network.drafts.fresh(0), contact, now.at), |d| Draft::clone(d));
    draft.keep_version();
    text.clone_into(&mut draft.text);
    draft.at = now.at;
    let edit = before.map_or_else(|| Edit::add(draft.clone()), |before| Edit::turn(before, draft.clone()));
    Ok(Planned { changes: vec![Change::Draft(edit)], what })
}

pub(super) fn put_off(
    network: &Network,
    id: DraftId,
    until: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    let before = get(network, id)?;
    if let Some(day) = until
        && day <= today
    {
        return Err(Refusal::new(format!("{day} is not ahead: choose a later day")));
    }
    if before.later == until {
        return Err(Refusal::new("the draft is put off like that already"));
    }
    let who = whom(network, &[before.contact], "");
    let what = match until {
        Some(day) if day == today.plus(1) => format!("draft to {who} comes back tomorrow"),
        Some(day) => format!("draft to {who} comes back on {}", day.short(today)),
        None => format!("draft to {who} is back"),
    };
    let after = Draft { later: until, ..Draft::clone(before) };
    Ok(Planned { changes: vec![Change::Draft(Edit::turn(before, after))], what })
}

pub(super) fn throw_away(network: &Network, id: DraftId) -> Result<Planned, Refusal> {
    let before = get(network, id)?;
    let what = format!("draft to {} thrown away", whom(network, &[before.contact], ""));
    Ok(Planned { changes: vec![Change::Draft(Edit::remove(before))], what })
}
