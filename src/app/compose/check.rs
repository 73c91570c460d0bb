//! The send check: message, profile and why, always in this order, then budget and rules, in one line.

use crate::domain::contact::Flag;
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;
use crate::insight::budget::{Budget, Used};
use crate::insight::quality::{Band, Severity};
use crate::insight::respect;

use super::Writing;

/// An item of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// In words.
    pub text: String,
    /// The same in fewer, for a line with little room.
    pub brief: String,
    /// Whether it is as it should be.
    pub fine: bool,
}

impl Item {
    fn new(text: impl Into<String>, brief: impl Into<String>, fine: bool) -> Self {
        Self { text: text.into(), brief: brief.into(), fine }
    }
}

/// The items, in their order. The check informs, and blocks nothing.
pub fn items(network: &Network, writing: &Writing, budget: &Budget, today: Day) -> Vec<Item> {
    let Some(contact) = network.contact(writing.contact) else { return Vec::new() };
    let mut items = vec![message(writing), profile(network, today)];
    items.push(if contact.purpose.is_empty() {
        Item::new("why: not set", "no why", false)
    } else {
        Item::new("why: set", "why: set", true)
    });
    if contact.connected() {
        // A conversation has neither budget nor rules.
        items.push(Item::new("you are connected", "connected", true));
        return items;
    }
    items.push(left(writing, budget, today));
    let rules = match respect::against(network, contact, today).first() {
        _ if contact.is(Flag::AtLimit) => Item::new("at their limit", "at their limit", false),
        None => Item::new("rules ok", "rules ok", true),
        Some(breach) => {
            let said = match breach.possible_on {
                Some(day) => format!("from {}", day.short(today)),
                None => breach.rule.clone(),
            };
            Item::new(format!("rules: {said}"), said, false)
        }
    };
    items.push(rules);
    items
}

fn message(writing: &Writing) -> Item {
    match writing.score.score.zip(writing.score.band()) {
        None => Item::new("no message", "no message", true),
        Some((score, band)) => {
            let wrong = writing.score.faults.iter().any(|fault| fault.severity == Severity::Error);
            let said = format!("{score} {}", band.word());
            Item::new(format!("message {said}"), said, band >= Band::Good && !wrong)
        }
    }
}

fn profile(network: &Network, today: Day) -> Item {
    let score = network.profile.score(today, network.rules.get(RuleKey::ProfileAge));
    let look = if score == 0 { " - look first" } else { "" };
    let said = format!("profile {score}/{}", ProfileItem::ALL.len());
    Item::new(format!("{said}{look}"), said, score > 0)
}

// Of the two that a request uses up, the one of which nothing is left.
fn left(writing: &Writing, budget: &Budget, today: Day) -> Item {
    let full = |used: &Used| used.of.is_some_and(|of| used.used >= of);
    let (name, used) = if writing.score.score.is_some() && full(&budget.messages) && !full(&budget.week) {
        ("messages", budget.messages)
    } else {
        ("week", budget.week)
    };
    let of = used.of.map_or_else(String::new, |of| format!("/{of}"));
    let next = used.refills_on.map_or_else(String::new, |day| format!(", next {}", day.short(today)));
    let said = format!("{name} {}{of}", used.used);
    Item::new(format!("{said}{next}"), said, !full(&used))
}
