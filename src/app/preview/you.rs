//! What stands behind an item of the profile, an offer, a rule or a muted tip, and the budget.

use super::today::figures;
use crate::app::page::Page;
use crate::app::you::Row;
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;
use crate::insight::budget::Budget;
use crate::insight::quality::why::why;

/// The page of a row.
pub fn own(network: &Network, row: Option<Row>, budget: &Budget, today: Day) -> Page {
    let rules = &network.rules;
    let mut page = match row {
        Some(Row::Rule(key)) => return rule(rules, Some(key), budget, today),
        Some(Row::Profile(item)) => profile(network, item, today),
        Some(Row::Offer(id)) => {
            let mut page = Page::default();
            if let Some(offer) = network.facts.get(id) {
                page.strong(offer.text.clone());
            }
            page.plain("A message that names it says what is in it for them.")
                .hint("Enter changes it; emptied, it goes");
            page
        }
        Some(Row::AddOffer) => {
            let mut page = Page::default();
            page.strong("What could you give?");
            page.plain(
                "A review, a tool, an answer, an introduction: small things that you would gladly do.",
            );
            page.hint("Enter writes one down");
            page
        }
        Some(Row::Muted(at)) => {
            let mut page = Page::default();
            if let Some((tip, why)) = network.muted.iter().nth(at).and_then(|tip| Some((tip, why(tip)?))) {
                page.strong(tip.as_str()).plain(why.reason);
            }
            page.gap().hint("Enter switches it on again");
            page
        }
        None => Page::default(),
    };
    page.gap();
    figures(&mut page, budget, today);
    page
}

fn profile(network: &Network, item: ProfileItem, today: Day) -> Page {
    let mut page = Page::default();
    let age = network.rules.get(RuleKey::ProfileAge);
    page.strong(item.label()).quiet(item.group().title());
    match network.profile.checked(item) {
        None => page.plain("Not in order yet, or not looked at."),
        Some(day) if network.profile.in_order(item, today, age) => {
            page.plain(format!("In order, last looked at on {}.", day.short(today)))
        }
        Some(day) => page.plain(format!("Look again: the last time was {}.", day.short(today))),
    };
    page.gap().quiet("How").plain(item.how_to());
    page.gap().hint("Enter says that it is in order, or not yet");
    page
}

/// What stands at the right of an item: its day, or that it wants a look.
pub fn checked(network: &Network, item: ProfileItem, today: Day) -> String {
    let age = network.rules.get(RuleKey::ProfileAge);
    match network.profile.checked(item) {
        None => "not yet".to_owned(),
        Some(day) if network.profile.in_order(item, today, age) => day.short(today),
        Some(day) => format!("look again, {}", day.short(today)),
    }
}

/// The page of a rule.
pub fn rule(rules: &Rules, key: Option<RuleKey>, budget: &Budget, today: Day) -> Page {
    let mut page = Page::default();
    if let Some(key) = key {
        let text = key.text();
        page.strong(text.label);
        page.plain(format!("{}{}", value(rules, key), unit(rules, key)));
        page.gap().quiet("Where it comes from").plain(text.source);
        if rules.changed(key).is_some() {
            let default = value(&Rules::default(), key);
            page.quiet(format!("changed by you; the default is {default}"));
        }
        if key == RuleKey::Account {
            page.gap().hint("Enter switches between free and premium");
        } else {
            page.gap().hint("Enter changes it, u takes it back");
        }
    }
    page.gap();
    figures(&mut page, budget, today);
    page
}

/// The value as shown: a number, `off`, `free` or `premium`.
pub fn value(rules: &Rules, key: RuleKey) -> String {
    let value = rules.get(key);
    key.value_word(value).map_or_else(|| value.to_string(), str::to_owned)
}

fn unit(rules: &Rules, key: RuleKey) -> String {
    let unit = key.text().unit;
    if unit.is_empty() || (key.can_be_off() && rules.get(key) == 0) {
        String::new()
    } else {
        format!(" {unit}")
    }
}
