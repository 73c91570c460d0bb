//! What is done on the user's own screen: profile, offers, rules, tips that are switched off.

use super::boxes::{choice, menu};
use super::perform::perform;
use crate::app::deed::Deed;
use crate::app::effect::Effect;
use crate::app::overlay::Pick;
use crate::app::state::State;
use crate::app::you::Row;
use crate::domain::fact::FactKind;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;

/// Does the next step of the row.
pub(super) fn enter(state: &mut State) -> Vec<Effect> {
    match state.you.list.current() {
        None => Vec::new(),
        Some(Row::Profile(item)) => profile(state, item),
        Some(Row::Offer(id)) => match state.network.facts.get(id).cloned() {
            Some(offer) => super::form::fact(state, FactKind::Offer, Some(&offer)),
            None => Vec::new(),
        },
        Some(Row::AddOffer) => super::form::fact(state, FactKind::Offer, None),
        Some(Row::Rule(key)) => super::ask::rule(state, key),
        Some(Row::Muted(at)) => match state.network.muted.iter().nth(at).cloned() {
            Some(tip) => perform(state, Deed::Mute(tip, false)),
            None => Vec::new(),
        },
    }
}

// In order today, or not yet.
fn profile(state: &mut State, item: ProfileItem) -> Vec<Effect> {
    let today = state.now.today;
    let check = |on| Pick::Do(Deed::CheckProfile(item, on));
    let items = vec![
        choice('t', "looked today: it is in order", "", check(Some(today))),
        choice('n', "not in order yet", "", check(None)),
    ];
    menu(state, format!("Your profile: {}", item.label()), items)
}

/// Switches between a free and a premium account.
pub(super) fn account(state: &mut State) -> Vec<Effect> {
    let premium = state.network.rules.premium();
    perform(state, Deed::SetRule(RuleKey::Account, Some(i64::from(!premium))))
}

/// Says roughly what share of the requests gets accepted, ten per cent more each time, then that it is not known.
pub(super) fn share(state: &mut State) -> Vec<Effect> {
    let next = state.network.rules.get(RuleKey::ShareAccepted) / 10 * 10 + 10;
    perform(state, Deed::SetRule(RuleKey::ShareAccepted, (next <= 90).then_some(next)))
}
