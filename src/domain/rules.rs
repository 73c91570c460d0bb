//! What the platform and the user's own care allow: each rule with its default, its source and the source's date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::request::tokens;

tokens! {
    /// A rule that can be changed. The database holds only what the user changed.
    RuleKey {
        /// 0 is a free account, 1 a premium one.
        Account = "account",
        /// Longest message on a free account, in UTF-16 units.
        MessageLengthFree = "message_length_free",
        /// Longest message on a premium account, in UTF-16 units.
        MessageLengthPremium = "message_length_premium",
        /// Messages a calendar month on a free account.
        MessagesAMonth = "messages_a_month",
        /// The user's own aim for requests in any 7 days.
        WeekAim = "week_aim",
        /// The platform's cap on requests in any 7 days.
        WeekCap = "week_cap",
        /// Pending requests from which to be careful.
        PileCareful = "pile_careful",
        /// Pending requests at which to pause.
        PilePause = "pile_pause",
        /// Days to wait after a withdrawal.
        WaitAfterWithdrawal = "wait_after_withdrawal",
        /// Days after which a pending request may have expired; 0 is never.
        ExpiresAfter = "expires_after_days",
        /// Age in days after which a request is quiet.
        QuietAge = "quiet_age",
        /// Age in days after which a request is stale.
        StaleAge = "stale_age",
        /// Attempts for each contact.
        Attempts = "attempts",
        /// Days after which a profile item is old.
        ProfileAge = "profile_age",
        /// Roughly what share of the user's requests gets accepted, in per cent; 0 is not known.
        ShareAccepted = "share_accepted",
        /// Age in days at which a request counts half for the forecast; 0 is never.
        HalfLife = "forecast_half_life",
        /// The chance in per cent below which waiting is no longer worth much.
        LowChance = "low_chance",
    }
}

/// What stands behind a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// The label on a screen.
    pub label: &'static str,
    /// The value before the user changed anything.
    pub default: i64,
    /// Smallest value that makes sense.
    pub least: i64,
    /// Largest value that makes sense.
    pub most: i64,
    /// The unit, for a screen.
    pub unit: &'static str,
    /// Where the default comes from, and as of when.
    pub source: &'static str,
}

impl RuleKey {
    /// Label, default, range, unit and source.
    pub fn text(self) -> RuleText {
        let rule = |label, default, least, most, unit, source| RuleText {
            label,
            default,
            least,
            most,
            unit,
            source,
        };
        let own = "our own, on the safe side, November 2026";
        match self {
            RuleKey::Account => rule("account", 0, 0, 1, "", "you, in the first run or here"),
            RuleKey::MessageLengthFree => {
                rule("message length, free account", 200, 20, 2000, "characters", "platform help, sure, 2026")
            }
            RuleKey::MessageLengthPremium => rule(
                "message length, premium account",
                300,
                20,
                2000,
                "characters",
                "platform help, sure, 2026",
            ),
            RuleKey::MessagesAMonth => {
                rule("messages a month, free account", 5, 0, 1000, "", "users' reports, 3 to 10, 2026")
            }
            RuleKey::WeekAim => rule("requests in any 7 days, own aim", 20, 0, 1000, "", own),
            RuleKey::WeekCap => rule(
                "requests in any 7 days, platform",
                100,
                1,
                1000,
                "",
                "users' reports, up to 200 if paid, 2026",
            ),
            RuleKey::PileCareful => rule("pending pile, careful", 150, 1, 10_000, "requests", own),
            RuleKey::PilePause => rule(
                "pending pile, pause",
                400,
                1,
                10_000,
                "requests",
                "ours; claims run from 500 to 1,500, 2026",
            ),
            RuleKey::WaitAfterWithdrawal => rule(
                "wait after a withdrawal",
                21,
                0,
                365,
                "days",
                "platform help: up to three weeks, sure, 2026",
            ),
            RuleKey::ExpiresAfter => rule(
                "may have expired after",
                180,
                0,
                3650,
                "days",
                "9,599 acceptances, none after day 179, 2018 to 2026",
            ),
            RuleKey::QuietAge => {
                rule("quiet after", 13, 1, 3650, "days", "published averages: 9 in 10 yeses by then, 2026")
            }
            RuleKey::StaleAge => {
                rule("stale after", 44, 1, 3650, "days", "published averages: 97 in 100 yeses by then, 2026")
            }
            RuleKey::Attempts => rule(
                "attempts for each contact",
                2,
                1,
                10,
                "",
                "our own: asking more is chasing, November 2026",
            ),
            RuleKey::ProfileAge => rule("a profile item is old after", 180, 30, 3650, "days", own),
            RuleKey::ShareAccepted => {
                rule("share accepted, roughly", 0, 0, 95, "%", "you, in the first run or here")
            }
            RuleKey::HalfLife => rule("for the forecast half as much after", 365, 0, 3650, "days", own),
            RuleKey::LowChance => rule("a low chance is below", 5, 1, 20, "%", own),
        }
    }

    /// Whether it protects other people's peace: switching it off is asked about first.
    pub fn is_respect(self) -> bool {
        matches!(self, RuleKey::WaitAfterWithdrawal | RuleKey::Attempts)
    }

    /// Whether 0 means "off".
    pub fn can_be_off(self) -> bool {
        self.value_word(0) == Some("off")
    }

    /// The word for a value that is no number to the user: `free`, `premium` or `off`.
    pub fn value_word(self, value: i64) -> Option<&'static str> {
        match self {
            RuleKey::Account => Some(if value == 0 { "free" } else { "premium" }),
            RuleKey::ExpiresAfter | RuleKey::WaitAfterWithdrawal | RuleKey::HalfLife => {
                (value == 0).then_some("off")
            }
            RuleKey::ShareAccepted => (value == 0).then_some("not known"),
            RuleKey::MessageLengthFree
            | RuleKey::MessageLengthPremium
            | RuleKey::MessagesAMonth
            | RuleKey::WeekAim
            | RuleKey::WeekCap
            | RuleKey::PileCareful
            | RuleKey::PilePause
            | RuleKey::QuietAge
            | RuleKey::StaleAge
            | RuleKey::Attempts
            | RuleKey::LowChance
            | RuleKey::ProfileAge => None,
        }
    }
}

/// The rules in force: the defaults, and what the user changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    changed: BTreeMap<RuleKey, i64>,
    /// What the forecast learned of the user's own yeses: quiet and stale age.
    #[serde(skip)]
    learned: Option<(i64, i64)>,
}

impl PartialEq for Rules {
    /// What was learned follows from the requests, and is no rule that anybody set.
    fn eq(&self, other: &Self) -> bool {
        self.changed == other.changed
    }
}

impl Eq for Rules {}

/// The quiet and the stale age in force, in days: the user's own, or else the learned one, kept on its side of the other,
/// since a request is quiet before it is stale.
pub fn ages(own: (Option<i64>, Option<i64>), learned: (i64, i64)) -> (i64, i64) {
    let quiet = own.0.unwrap_or_else(|| own.1.map_or(learned.0, |stale| learned.0.min(stale - 1)));
    let stale = own.1.unwrap_or_else(|| own.0.map_or(learned.1, |quiet| learned.1.max(quiet + 1)));
    (quiet, stale)
}

impl Rules {
    /// The value in force.
    pub fn get(&self, key: RuleKey) -> i64 {
        self.changed(key).unwrap_or_else(|| self.unchanged(key))
    }

    /// The value that holds where the user changed nothing: the default, or for the ages what was learned.
    pub fn unchanged(&self, key: RuleKey) -> i64 {
        match (key, self.learned) {
            (RuleKey::QuietAge, Some(learned)) => ages((None, self.changed(RuleKey::StaleAge)), learned).0,
            (RuleKey::StaleAge, Some(learned)) => ages((self.changed(RuleKey::QuietAge), None), learned).1,
            _ => key.text().default,
        }
    }

    /// The quiet and the stale age as the forecast learned them, in days.
    pub fn learn(&mut self, quiet: i64, stale: i64) {
        self.learned = Some((quiet, stale));
    }

    /// What was learned, to be kept where the rules are read anew.
    pub fn learned(&self) -> Option<(i64, i64)> {
        self.learned
    }

    /// What the user changed it to, if they did.
    pub fn changed(&self, key: RuleKey) -> Option<i64> {
        self.changed.get(&key).copied()
    }

    /// Sets it, or gives it back to its default.
    pub fn set(&mut self, key: RuleKey, value: Option<i64>) {
        match value {
            Some(value) => self.changed.insert(key, value),
            None => self.changed.remove(&key),
        };
    }

    /// Whether the account is a premium one.
    pub fn premium(&self) -> bool {
        self.get(RuleKey::Account) == 1
    }

    /// The longest message that the account allows, in UTF-16 units.
    pub fn message_limit(&self) -> i64 {
        let premium = self.premium();
        self.get(if premium { RuleKey::MessageLengthPremium } else { RuleKey::MessageLengthFree })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_quiet_before_it_is_stale_whichever_of_the_two_the_user_set() {
        let ages = |quiet: Option<i64>, stale: Option<i64>| {
            let mut rules = Rules::default();
            rules.set(RuleKey::QuietAge, quiet);
            rules.set(RuleKey::StaleAge, stale);
            rules.learn(9, 20);
            (rules.get(RuleKey::QuietAge), rules.get(RuleKey::StaleAge))
        };
        assert_eq!(ages(None, None), (9, 20));
        assert_eq!(ages(Some(30), None), (30, 31));
        assert_eq!(ages(None, Some(7)), (6, 7));
        assert_eq!(ages(Some(3), Some(5)), (3, 5));
    }

    #[test]
    fn every_rule_but_the_users_own_choice_has_a_source_with_its_year() {
        for key in RuleKey::ALL {
            let text = key.text();
            let dated = text.source.ends_with("2026");
            let own = matches!(key, RuleKey::Account | RuleKey::ShareAccepted);
            assert_eq!(dated, !own, "{}: {}", text.label, text.source);
            assert!((text.least..=text.most).contains(&text.default), "{}", text.label);
        }
    }
}
