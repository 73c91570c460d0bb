//! Deeds that move a standing: settle, correct, make pending again, and the sign that settles.

use super::{Planned, not_in_the_future, request, whom, whose};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::Contact;
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Channel, Evidence, Request, Standing};
use crate::domain::sign::{Sign, SignKind};
use crate::domain::time::Day;

pub(super) fn settle(
    network: &Network,
    requests: &[RequestId],
    standing: Standing,
    on: Day,
    evidence: Evidence,
    today: Day,
) -> Result<Planned, Refusal> {
    not_in_the_future(on, today)?;
    let mut changes = Vec::new();
    let mut moved = Vec::new();
    for id in requests {
        let before = request::get(network, *id)?;
        let name = whom(network, &[before.contact], "");
        if standing == Standing::Draft || !standing.fits(before.direction) {
            let direction = before.direction.word();
            return Err(Refusal::new(format!("a {direction} request cannot be {}", standing.word())));
        }
        // The sent day of an export is a UTC day: west of it, that can be the user's tomorrow.
        let on = if before.sent_as_of(on) == on { on.max(before.sent_on) } else { on };
        if on < before.sent_on {
            let sent = before.sent_on.short(today);
            return Err(Refusal::new(format!(
                "the request with {name} is of {sent}: choose that day or later"
            )));
        }
        let mut after = Request::clone(before);
        after.settle(standing, on, evidence);
        let same = before.standing == standing && before.settled_on == after.settled_on;
        if same && (standing != Standing::Pending || before.confirmed_on == after.confirmed_on) {
            continue;
        }
        connection(network, before, &after, &mut changes);
        changes.push(Change::Request(Edit::turn(before, after)));
        moved.push(*id);
    }
    if changes.is_empty() {
        return Err(Refusal::new(format!("{}: {} already", whose(network, requests), standing.word())));
    }
    let who = whose(network, &moved);
    // What stood there before is said where it is corrected.
    let before = match moved[..] {
        [one] => network.requests.get(one).filter(|r| !r.pending()).map(|r| was(r, today)),
        _ => None,
    };
    let what = match standing {
        Standing::Pending => format!("{who} still pending"),
        _ => format!("{who} {}", standing.word()),
    };
    Ok(Planned { changes, what: what + before.as_deref().unwrap_or_default() })
}

// `, was accepted 16 Oct`.
fn was(request: &Request, today: Day) -> String {
    let on = request.settled_on.map(|day| format!(" {}", day.short(today))).unwrap_or_default();
    format!(", was {}{on}", request.standing.word())
}

// An acceptance makes the connection; correcting the acceptance takes back the connection that it made.
fn connection(network: &Network, before: &Request, after: &Request, changes: &mut Vec<Change>) {
    let Some(contact) = network.contact(before.contact) else { return };
    let mut person = Contact::clone(contact);
    if before.standing == Standing::Accepted
        && before.evidence != Evidence::Imported
        && person.connected_on == before.settled_on
    {
        person.connected_on = None;
    }
    if after.standing == Standing::Accepted && !person.connected() {
        person.connected_on = after.settled_on;
        person.gone_on = None;
    }
    if person != **contact {
        changes.push(Change::Contact(Edit::turn(contact, person)));
    }
}

pub(super) fn sign(
    network: &Network,
    requests: &[RequestId],
    (kind, on): (SignKind, Day),
    (text, channel): (&str, Option<Channel>),
    today: Day,
) -> Result<Planned, Refusal> {
    not_in_the_future(on, today)?;
    let mut changes = Vec::new();
    for (id, n) in requests.iter().zip(0..) {
        let before = request::get(network, *id)?;
        if !before.pending() {
            return Err(Refusal::new(
                "a sign is a hint on a request that waits: what came of this one is its outcome",
            ));
        }
        if on < before.sent_as_of(on) {
            return Err(Refusal::new("a sign cannot be older than its request"));
        }
        changes.push(Change::Sign(Edit::add(Sign {
            id: network.signs.fresh(n),
            request: *id,
            kind,
            on,
            text: text.trim().to_owned(),
            channel: kind.told().then(|| channel.unwrap_or(before.channel)),
        })));
    }
    let who = whose(network, requests);
    let mut what = format!("{} on {who}", kind.label());
    if kind == SignKind::ToldNo {
        // Their own words settle it, in the same step, so that one undo takes back both.
        let open: Vec<RequestId> = requests
            .iter()
            .copied()
            .filter(|id| network.requests.get(*id).is_some_and(|r| r.standing != Standing::Declined))
            .collect();
        if !open.is_empty() {
            changes.extend(settle(network, &open, Standing::Declined, on, Evidence::Told, today)?.changes);
        }
        what = format!("{who} declined: they said so");
    }
    Ok(Planned { changes, what })
}
