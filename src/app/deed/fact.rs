//! Deeds on facts: what is known of a contact and a message can use, and what the user has to offer.

use super::{Planned, contact, not_in_the_future, whom};
use crate::domain::change::{Change, Edit};
use crate::domain::fact::{Fact, FactKind};
use crate::domain::id::{ContactId, FactId};
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::time::Day;

// An event may lie ahead; what they made has been made.
fn check(kind: FactKind, on: Option<Day>, today: Day) -> Result<(), Refusal> {
    match on {
        Some(day) if kind != FactKind::Event => not_in_the_future(day, today),
        _ => Ok(()),
    }
}

fn about(network: &Network, contact: Option<ContactId>) -> String {
    contact.map_or_else(|| "your own".to_owned(), |id| whom(network, &[id], ""))
}

// A message names it, so it has no line breaks.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn add(
    network: &Network,
    of: Option<ContactId>,
    kind: FactKind,
    text: &str,
    on: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    let text = in_one_line(text);
    if text.is_empty() {
        return Err(Refusal::new("the fact is empty"));
    }
    check(kind, on, today)?;
    if let Some(id) = of {
        contact::get(network, id)?;
    }
    if of.is_none() != (kind == FactKind::Offer) {
        return Err(Refusal::new("an offer is your own, all other facts are about somebody"));
    }
    if network.facts.iter().any(|fact| (fact.contact, fact.kind, &fact.text) == (of, kind, &text)) {
        return Err(Refusal::new(format!("“{text}” is written down already")));
    }
    let what = format!("{}, {}: {text}", about(network, of), kind.word());
    let fact = Fact { id: network.facts.fresh(0), contact: of, kind, text, on };
    Ok(Planned { changes: vec![Change::Fact(Edit::add(fact))], what })
}

pub(super) fn edit(
    network: &Network,
    id: FactId,
    kind: FactKind,
    text: &str,
    on: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    let before = network.facts.get(id).ok_or_else(|| Refusal::new("the fact is no longer there"))?;
    check(kind, on, today)?;
    let who = about(network, before.contact);
    let text = in_one_line(text);
    if text.is_empty() {
        let what = format!("{who}, {} removed: {}", before.kind.word(), before.text);
        return Ok(Planned { changes: vec![Change::Fact(Edit::remove(before))], what });
    }
    let after = Fact { kind, text, on, ..Fact::clone(before) };
    if after == **before {
        return Err(Refusal::new("the fact is as it was"));
    }
    if before.contact.is_none() != (kind == FactKind::Offer) {
        return Err(Refusal::new("an offer is your own, all other facts are about somebody"));
    }
    let what = format!("{who}, {}: {}", kind.word(), after.text);
    Ok(Planned { changes: vec![Change::Fact(Edit::turn(before, after))], what })
}
