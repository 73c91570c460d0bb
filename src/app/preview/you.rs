//! What stands behind a rule, and the budget.

use super::today::figures;
use crate::app::page::Page;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;
use crate::insight::budget::Budget;

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
