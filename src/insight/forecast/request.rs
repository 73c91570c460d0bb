//! The forecast of a request of the network.

use super::chance::Offset;
use super::fitted::{Asked, Fitted, Forecast, Settings};
use super::history::{self, own_levels};
use super::signs::Hint;
use crate::domain::network::Network;
use crate::domain::request::{Direction, Request};
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;

impl Settings {
    /// What the user set.
    pub fn of(rules: &Rules) -> Self {
        let share = rules.get(RuleKey::ShareAccepted);
        Self {
            half_life: rules.get(RuleKey::HalfLife) as f64,
            low: rules.get(RuleKey::LowChance) as f64 / 100.0,
            share: (share > 0).then_some(share as f64 / 100.0),
            quiet: rules.changed(RuleKey::QuietAge),
            stale: rules.changed(RuleKey::StaleAge),
        }
    }
}

/// The signs of a request that waits, as of a day.
pub fn hints_of(network: &Network, request: &Request, today: Day) -> Vec<Hint> {
    let signs = network.signs_of(request.id).map(AsRef::as_ref);
    history::hints(signs, history::first_day(request), today)
}

impl Fitted {
    /// What a request's groups together make of its chance.
    pub fn group_of(&self, network: &Network, request: &Request) -> Offset {
        let contact = network.contact(request.contact);
        let has = |tag: &str| contact.is_some_and(|contact| contact.tags.iter().any(|each| each == tag));
        let tags = self.groups.factors().filter_map(|factor| {
            let tag = factor.strip_prefix("tag:")?;
            Some((factor, if has(tag) { "yes" } else { "no" }))
        });
        let own = own_levels(request).map(|(factor, level)| -> (&str, &str) { (factor, level) });
        self.groups.offset(own.chain(tags))
    }

    /// The forecast of a sent request that waits; nothing for any other, and where its day is to come.
    pub fn of_request(
        &self,
        network: &Network,
        request: &Request,
        today: Day,
        pile_full: bool,
    ) -> Option<Forecast> {
        if request.direction != Direction::Sent || !request.pending() {
            return None;
        }
        let case = &history::waiting(request);
        let hints = &hints_of(network, request, today);
        let group = self.group_of(network, request);
        self.forecast(Asked { case, group, hints, pile_full }, today.number()).ok()
    }
}
