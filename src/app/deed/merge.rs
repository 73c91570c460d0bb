//! Two contacts become one, and the items to decide that ask whether they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Answer, Planned, contact, standing};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin};
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::draft::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{ContactId, DecisionId, RequestId};
use crate::domain::network::Network;
use crate::domain::note::Note;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Evidence, Request};
use crate::domain::run::Run;
use crate::domain::same_request;
use crate::domain::sign::Sign;
use crate::domain::touch::Touch;

// Which address the one that stays goes by; the other one becomes a former address.
#[derive(Clone, Copy)]
enum Address {
    Kept,
    Other,
}

pub(super) fn merge(network: &Network, keep: ContactId, other: ContactId) -> Result<Planned, Refusal> {
    merge_by(network, keep, other, Address::Kept)
}

fn merge_by(
    network: &Network,
    keep: ContactId,
    other: ContactId,
    address: Address,
) -> Result<Planned, Refusal> {
    if keep == other {
        return Err(Refusal::new("mark two different contacts to merge them"));
    }
    let (kept, gone) = (contact::get(network, keep)?, contact::get(network, other)?);
    let mut one = together(kept, gone);
    if let Address::Other = address
        && let Some(at) = one.former_slugs.iter().position(|slug| *slug == gone.slug)
    {
        std::mem::swap(&mut one.former_slugs[at], &mut one.slug);
        // What an export said last of somebody of whom the user said nothing else is the newer truth.
        if kept.origin == Origin::Export && kept.listed.is_none() {
            one.company.clone_from(&gone.company);
            one.role.clone_from(&gone.role);
        }
    }
    let mut changes = vec![Change::Contact(Edit::turn(kept, one))];
    let joined = move_requests(network, keep, other, &mut changes);
    for touch in network.touches_of(other) {
        let after = Touch { contact: Some(keep), ..Touch::clone(touch) };
        changes.push(Change::Touch(Edit::turn(touch, after)));
    }
    for note in network.notes_of(other) {
        let after = Note { contact: keep, ..Note::clone(note) };
        changes.push(Change::Note(Edit::turn(note, after)));
    }
    for fact in network.facts_of(other) {
        let after = Fact { contact: Some(keep), ..Fact::clone(fact) };
        changes.push(Change::Fact(Edit::turn(fact, after)));
    }
    for draft in network.drafts_of(other) {
        let after = Draft { contact: keep, ..Draft::clone(draft) };
        changes.push(Change::Draft(Edit::turn(draft, after)));
    }
    for decision in &network.decisions {
        let mut after = moved(decision, keep, other);
        after.request = after.request.map(|id| joined.get(&id).copied().unwrap_or(id));
        if after != **decision {
            changes.push(Change::Decision(Edit::turn(decision, after)));
        }
    }
    changes.push(Change::Contact(Edit::remove(gone)));
    let what = if kept.name() == gone.name() {
        format!("the two called {} merged", kept.name())
    } else {
        format!("{} merged into {}", gone.name(), kept.name())
    };
    Ok(Planned { changes, what })
}

// All requests of both are requests of the one that stays, and two records of one request become one. Gives back which
// record went into which.
fn move_requests(
    network: &Network,
    keep: ContactId,
    other: ContactId,
    changes: &mut Vec<Change>,
) -> BTreeMap<RequestId, RequestId> {
    let of = |id| network.requests_of(id).map(|request| &**request).collect::<Vec<&Request>>();
    let (ours, theirs) = (of(keep), of(other));
    let mut after: BTreeMap<RequestId, Request> = ours
        .iter()
        .chain(&theirs)
        .map(|request| (request.id, Request { contact: keep, ..Request::clone(request) }))
        .collect();
    let mut joined = BTreeMap::new();
    for (one, other) in same_request::pairs(&ours, &theirs) {
        let both = Request { contact: keep, ..same_request::together(one, other) };
        let gone = if both.id == one.id { other.id } else { one.id };
        after.remove(&gone);
        joined.insert(gone, both.id);
        after.insert(both.id, both);
    }
    same_request::number_attempts(after.values_mut());

    let before = |id: RequestId| network.requests.get(id).expect("the request is of one of the two");
    for (id, request) in after {
        if request != **before(id) {
            changes.push(Change::Request(Edit::turn(before(id), request)));
        }
    }
    for (gone, kept) in &joined {
        for sign in network.signs_of(*gone) {
            let after = Sign { request: *kept, ..Sign::clone(sign) };
            changes.push(Change::Sign(Edit::turn(sign, after)));
        }
        changes.push(Change::Request(Edit::remove(before(*gone))));
    }
    // What an import listed is listed under the number that stays, so that the same export says nothing new.
    for run in network.runs.iter().filter(|run| run.listed.iter().any(|id| joined.contains_key(id))) {
        let mut after = Run::clone(run);
        for id in &mut after.listed {
            *id = joined.get(id).copied().unwrap_or(*id);
        }
        after.listed.sort_unstable();
        after.listed.dedup();
        changes.push(Change::Run(Edit::turn(run, after)));
    }
    joined
}

// What the kept one knows stays; the other one fills the gaps. Its address becomes a former one.
fn together(kept: &Contact, gone: &Contact) -> Contact {
    let mut one = kept.clone();
    let fill = |to: &mut String, from: &String| {
        if to.is_empty() {
            to.clone_from(from);
        }
    };
    fill(&mut one.last_name, &gone.last_name);
    // What is opened is the kept one's, its profile too.
    if kept.address().is_none() {
        one.url.clone_from(&gone.url);
    }
    fill(&mut one.email, &gone.email);
    fill(&mut one.company, &gone.company);
    fill(&mut one.role, &gone.role);
    fill(&mut one.purpose, &gone.purpose);
    fill(&mut one.slug, &gone.slug);
    for slug in std::iter::once(&gone.slug).chain(&gone.former_slugs) {
        if !slug.is_empty() && *slug != one.slug && !one.former_slugs.contains(slug) {
            one.former_slugs.push(slug.clone());
        }
    }
    for name in std::iter::once(&gone.name()).chain(&gone.former_names) {
        one.keep_former_name(name);
    }
    one.tags.extend(gone.tags.iter().cloned());
    one.tags.sort();
    one.tags.dedup();
    // What was once noted holds until somebody says otherwise.
    one.flags.extend(gone.flags.iter().copied());
    one.flags.sort_unstable();
    one.flags.dedup();
    one.fit = one.fit.or(gone.fit);
    // Connected under either address is connected.
    one.connected_on = one.connected_on.or(gone.connected_on);
    one.listed_on = one.listed_on.max(gone.listed_on);
    if kept.connected() || gone.connected() {
        one.gone_on = None;
    }
    one.ask_again_on = one.ask_again_on.or(gone.ask_again_on);
    one.archived &= gone.archived;
    if (one.origin, gone.origin) == (Origin::Hand, Origin::Export) {
        // From here on exports speak of this person; what the user wrote by hand stays apart from what they say.
        one.origin = Origin::Export;
        one.listed = gone.listed.clone().or_else(|| {
            let mut kept = gone.clone();
            kept.keep_listed();
            kept.listed
        });
    }
    one
}

// A question about the one that goes is about the one that stays; "are these two one?" is answered by the merge.
fn moved(decision: &Arc<Decision>, keep: ContactId, other: ContactId) -> Decision {
    let point = |id: ContactId| if id == other { keep } else { id };
    let mut after = Decision::clone(decision);
    after.contact = point(after.contact);
    after.other = after.other.map(point);
    if after.other == Some(after.contact) {
        after.other = None;
        after.settled = true;
    }
    after
}

pub(super) fn decide(network: &Network, id: DecisionId, answer: Answer) -> Result<Planned, Refusal> {
    let decision = network.decisions.get(id).ok_or_else(|| Refusal::new("the item is no longer there"))?;
    if decision.settled {
        return Err(Refusal::new("this is decided already"));
    }
    let name = contact::get(network, decision.contact)?.name();
    let settled = Decision { settled: true, ..Decision::clone(decision) };
    let closing = Change::Decision(Edit::turn(decision, settled));
    match (answer, decision.kind) {
        (Answer::No, DecisionKind::SameName | DecisionKind::NewAddress) => {
            Ok(Planned { changes: vec![closing], what: format!("{name}: two people") })
        }
        (Answer::No, DecisionKind::Contradiction) => {
            Ok(Planned { changes: vec![closing], what: format!("{name}: your word stays") })
        }
        (Answer::Yes, DecisionKind::SameName | DecisionKind::NewAddress) => {
            let other = decision.other.ok_or_else(|| Refusal::new("the other contact is no longer there"))?;
            // The older record stays, since the user's own words hang on it; the address that came with the import
            // is the one in use.
            merge_by(network, other, decision.contact, Address::Other)
        }
        (Answer::Yes, DecisionKind::Contradiction) => {
            let request = decision.request.ok_or_else(|| Refusal::new("the request is no longer there"))?;
            let standing = decision.standing.ok_or_else(|| Refusal::new("the export names no standing"))?;
            let on = decision.on.unwrap_or(decision.raised_on);
            if network.requests.get(request).is_some_and(|r| r.standing == standing) {
                // The user came to know it meanwhile, and perhaps the day better than the export does.
                return Ok(Planned { changes: vec![closing], what: format!("{name}: the export is right") });
            }
            let planned = standing::settle(
                network,
                &[request],
                standing,
                on,
                Evidence::Imported,
                decision.raised_on.max(on),
            )?;
            let mut changes = planned.changes;
            changes.push(closing);
            Ok(Planned { changes, what: planned.what })
        }
    }
}
