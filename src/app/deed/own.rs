//! Deeds on what is the user's own: rules, the profile, the tips that are switched off.

use super::{Planned, not_in_the_future};
use crate::domain::change::Change;
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::refusal::Refusal;
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;

pub(super) fn set_rule(network: &Network, key: RuleKey, value: Option<i64>) -> Result<Planned, Refusal> {
    let text = key.text();
    if let Some(value) = value
        && !(text.least..=text.most).contains(&value)
    {
        return Err(Refusal::new(format!("{} goes from {} to {}", text.label, text.least, text.most)));
    }
    let before = network.rules.changed(key);
    let after = value.filter(|value| *value != text.default);
    if before == after {
        return Err(Refusal::new(format!("{} is that already", text.label)));
    }
    let mut rules = network.rules.clone();
    rules.set(key, after);
    if rules.get(RuleKey::QuietAge) >= rules.get(RuleKey::StaleAge) {
        return Err(Refusal::new(
            "a request is quiet before it is stale: the quiet age has to be the smaller",
        ));
    }
    let value = rules.get(key);
    let shown = key.value_word(value).map_or_else(|| value.to_string(), str::to_owned);
    Ok(Planned {
        changes: vec![Change::Rule { key, before, after }],
        what: format!("{}: {shown}", text.label),
    })
}

/// Notes the day on which an item of the profile was found in order, or that it is not.
pub(super) fn check_profile(
    network: &Network,
    item: ProfileItem,
    on: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    if let Some(day) = on {
        not_in_the_future(day, today)?;
    }
    let before = network.profile.checked(item);
    if before == on {
        return Err(Refusal::new(format!("{} is noted like that already", item.label())));
    }
    let what = match on {
        Some(day) => format!("your profile, {}: in order, {}", item.label(), day.short(today)),
        None => format!("your profile, {}: not in order yet", item.label()),
    };
    Ok(Planned { changes: vec![Change::Profile { item, before, after: on }], what })
}

/// Switches a tip off for good, or on again.
pub(super) fn mute(network: &Network, tip: &str, off: bool) -> Result<Planned, Refusal> {
    let before = network.muted.contains(tip);
    if before == off {
        let is = if off { "off" } else { "on" };
        return Err(Refusal::new(format!("the tip {tip} is {is} already")));
    }
    let what = if off {
        format!("no more tips about {tip}; the score stays")
    } else {
        format!("tips about {tip} again")
    };
    Ok(Planned { changes: vec![Change::Mute { tip: tip.to_owned(), before, after: off }], what })
}
