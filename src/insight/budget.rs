//! What is left of the invitations and messages that the rules allow, and when there is more.

use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;

/// Used and allowed, in one span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// How many were used.
    pub used: i64,
    /// How many there are; nothing where there is no limit.
    pub of: Option<i64>,
    /// The day on which the next one is free, where none is left.
    pub refills_on: Option<Day>,
}

/// Sent requests on LinkedIn in the 7 days that end today, against the user's own aim.
pub fn week(network: &Network, today: Day) -> Used {
    let of = network.rules.get(RuleKey::WeekAim);
    let mut days = sent_days(network, false);
    days.retain(|day| (0..7).contains(&today.since(*day)));
    days.sort_unstable();
    let used = days.len() as i64;
    // The slot that opens next is that of the oldest one that still keeps the count at the limit.
    let refills_on = (used >= of && of > 0).then(|| days[(used - of) as usize].plus(7));
    Used { used, of: Some(of), refills_on }
}

/// Requests with a message in this calendar month, against the free account's limit.
pub fn messages(network: &Network, today: Day) -> Used {
    let of = (!network.rules.premium()).then(|| network.rules.get(RuleKey::MessagesAMonth));
    let (year, month, _) = today.ymd();
    let first = Day::from_ymd(year, month, 1).unwrap_or(today);
    let used =
        sent_days(network, true).into_iter().filter(|day| (first..=today).contains(day)).count() as i64;
    let refills_on = of.is_some_and(|of| used >= of).then(|| first.plus_months(1));
    Used { used, of, refills_on }
}

/// How many sent requests are pending, snoozed ones included.
pub fn pile(network: &Network) -> i64 {
    network.requests.iter().filter(|r| r.direction == Direction::Sent && r.pending()).count() as i64
}

fn sent_days(network: &Network, with_message: bool) -> Vec<Day> {
    network
        .requests
        .iter()
        .filter(|r| r.direction == Direction::Sent && r.standing != Standing::Draft)
        .filter(|r| r.channel == Channel::LinkedIn && (!with_message || !r.message.is_empty()))
        .map(|r| r.sent_on)
        .collect()
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
        let week = week(&full, today);
        assert_eq!((week.used, week.of), (3, Some(3)));
        assert_eq!(week.refills_on, Day::parse("2026-02-03"));
    }

    #[test]
    fn messages_are_counted_by_calendar_month_and_not_limited_on_a_premium_account() {
        let mut five =
            network(&["2026-11-01", "2026-11-02", "2026-11-02", "2026-11-09", "2026-11-22", "2026-10-31"]);
        let today = Day::parse("2026-11-22").expect("a day");
        let free = messages(&five, today);
        assert_eq!((free.used, free.of, free.refills_on), (5, Some(5), Day::parse("2026-12-01")));
        five.rules.set(RuleKey::Account, Some(1));
        assert_eq!(messages(&five, today).of, None);
    }
}
