//! The stage of a pending request: new, fresh, quiet or stale. An age, never a verdict: silence is not a no.

use crate::domain::request::Request;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;

/// How far along the wait is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Under two days.
    New,
    /// Up to the quiet age.
    Fresh,
    /// Past the quiet age: nine in ten yeses come before.
    Quiet,
    /// Past the stale age: 97 in 100 yeses come before.
    Stale,
}

impl Stage {
    /// The stage of this age in whole days.
    pub fn of_age(age: i64, rules: &Rules) -> Self {
        if age > rules.get(RuleKey::StaleAge) {
            Stage::Stale
        } else if age > rules.get(RuleKey::QuietAge) {
            Stage::Quiet
        } else if age < 2 {
            Stage::New
        } else {
            Stage::Fresh
        }
    }

    /// The stage of a pending request; nothing where it is settled.
    pub fn of(request: &Request, rules: &Rules, today: Day) -> Option<Self> {
        request.pending().then(|| Self::of_age(request.age(today), rules))
    }

    /// The word in JSON and queries, where a new request counts as fresh.
    pub fn token(self) -> &'static str {
        match self {
            Stage::New | Stage::Fresh => "fresh",
            Stage::Quiet => "quiet",
            Stage::Stale => "stale",
        }
    }

    /// The word on a screen.
    pub fn word(self) -> &'static str {
        match self {
            Stage::New => "new",
            Stage::Fresh => "fresh",
            Stage::Quiet => "quiet",
            Stage::Stale => "stale",
        }
    }

    /// What to do next with a request that the user sent.
    pub fn next_step(self) -> &'static str {
        match self {
            Stage::New | Stage::Fresh => "wait; nothing to do yet",
            Stage::Quiet => "warm up: react to something of theirs, or ask somebody you both know",
            Stage::Stale => "decide: another channel, withdraw it, or leave it",
        }
    }
}

/// Whether the platform may have dropped it by now; never where the rule is off.
pub fn may_have_expired(age: i64, rules: &Rules) -> bool {
    let limit = rules.get(RuleKey::ExpiresAfter);
    limit > 0 && age >= limit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::Origin;
    use crate::domain::id::{ContactId, RequestId};
    use crate::domain::request::Direction;

    #[test]
    fn s14_quiet_and_stale_are_two_steps() {
        let mut rules = Rules::default();
        rules.set(RuleKey::QuietAge, Some(9));
        rules.set(RuleKey::StaleAge, Some(40));
        let word = |age| Stage::of_age(age, &rules).word();
        assert_eq!(
            [0, 1, 2, 9, 10, 40, 41].map(word),
            ["new", "new", "fresh", "fresh", "quiet", "quiet", "stale"]
        );
    }

    #[test]
    fn s14_before_there_is_own_data_the_ages_are_13_and_44() {
        let word = |age| Stage::of_age(age, &Rules::default()).word();
        assert_eq!([13, 14, 44, 45].map(word), ["fresh", "quiet", "quiet", "stale"]);
    }

    #[test]
    fn s08_a_request_of_400_days_still_waits_and_the_expiry_rule_can_be_off() {
        let today = Day::parse("2026-11-22").expect("a day");
        let request = Request::new(RequestId(1), ContactId(1), Direction::Sent, today.plus(-400), today);
        assert_eq!(request.origin, Origin::Hand);
        let mut rules = Rules::default();
        assert_eq!(Stage::of(&request, &rules, today), Some(Stage::Stale));
        assert!(may_have_expired(request.age(today), &rules));
        rules.set(RuleKey::ExpiresAfter, Some(0));
        assert!(!may_have_expired(request.age(today), &rules));
        assert_eq!(request.age(today), 400);
    }
}
