//! What is left of the invitations and messages that the rules allow, and when there is more.

use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Standing};
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;

/// Used and allowed, in one span of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// How many were used.
    pub used: i64,
    /// How many there are; nothing where there is no limit.
    pub of: Option<i64>,
    /// The day on which the next one is free, where none is left.
    pub refills_on: Option<Day>,
}

/// What is used of what the rules allow. It is counted once for a network and a day, and not on a key press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// Sent requests on LinkedIn in the 7 days that end today, against the user's own aim.
    pub week: Used,
    /// Requests with a message in this calendar month, against the free account's limit.
    pub messages: Used,
    /// How many sent requests are pending, snoozed ones included.
    pub pile: i64,
}

impl Budget {
    /// Counts it.
    pub fn of(network: &Network, today: Day) -> Self {
        let (year, month, _) = today.ymd();
        let first = Day::from_ymd(year, month, 1).unwrap_or(today);
        let (mut this_week, mut with_message, mut pile) = (Vec::new(), 0, 0);
        for request in network.requests.iter().filter(|r| r.direction == Direction::Sent) {
            pile += i64::from(request.pending());
            if request.channel != Channel::LinkedIn || request.standing == Standing::Draft {
                continue;
            }
            if (0..7).contains(&today.since(request.sent_on)) {
                this_week.push(request.sent_on);
            }
            with_message +=
                i64::from((first..=today).contains(&request.sent_on) && !request.message.is_empty());
        }
        Self {
            week: week(this_week, &network.rules),
            messages: messages(with_message, first, &network.rules),
            pile,
        }
    }
}

fn week(mut sent_on: Vec<Day>, rules: &Rules) -> Used {
    let of = rules.get(RuleKey::WeekAim);
    sent_on.sort_unstable();
    let used = sent_on.len() as i64;
    // The slot that opens next is that of the oldest one that still keeps the count at the limit.
    let refills_on = (used >= of && of > 0).then(|| sent_on[(used - of) as usize].plus(7));
    Used { used, of: Some(of), refills_on }
}

fn messages(used: i64, first: Day, rules: &Rules) -> Used {
    let of = (!rules.premium()).then(|| rules.get(RuleKey::MessagesAMonth));
    let refills_on = of.is_some_and(|of| used >= of).then(|| first.plus_months(1));
    Used { used, of, refills_on }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ContactId, RequestId};
    use crate::domain::network::Tables;
    use crate::domain::request::Request;
    use crate::domain::table::Table;

    fn network(days: &[&str]) -> Network {
        let rows = days.iter().enumerate().map(|(n, day)| {
            let day = Day::parse(day).expect("a day");
            let mut request = Request::new(RequestId(n as u32 + 1), ContactId(1), Direction::Sent, day, day);
            request.message = "Hi".into();
            request
        });
        Tables { requests: Table::from_sorted(rows.collect(), 0), ..Tables::default() }.into()
    }

    #[test]
    fn a_full_week_says_when_the_next_slot_is_free_across_a_month_end() {
        let mut full = network(&["2026-01-27", "2026-01-28", "2026-01-30", "2026-01-20"]);
        full.rules.set(RuleKey::WeekAim, Some(3));
        let today = Day::parse("2026-01-31").expect("a day");
        let week = Budget::of(&full, today).week;
        assert_eq!((week.used, week.of), (3, Some(3)));
        assert_eq!(week.refills_on, Day::parse("2026-02-03"));
    }

    #[test]
    fn messages_are_counted_by_calendar_month_and_not_limited_on_a_premium_account() {
        let mut five =
            network(&["2026-11-01", "2026-11-02", "2026-11-02", "2026-11-09", "2026-11-22", "2026-10-31"]);
        let today = Day::parse("2026-11-22").expect("a day");
        let free = Budget::of(&five, today).messages;
        assert_eq!((free.used, free.of, free.refills_on), (5, Some(5), Day::parse("2026-12-01")));
        five.rules.set(RuleKey::Account, Some(1));
        assert_eq!(Budget::of(&five, today).messages.of, None);
    }
}
