//! What is left of the invitations and messages that the rules allow, and when there is more.

use crate::domain::network::Network;
use crate::domain::request::Direction;
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
    /// How many sent requests on LinkedIn are pending, snoozed ones included.
    pub pile: i64,
}

impl Budget {
    /// Counts it.
    pub fn of(network: &Network, today: Day) -> Self {
        let (year, month, _) = today.ymd();
        let first = Day::from_ymd(year, month, 1).unwrap_or(today);
        let (mut this_week, mut with_message, mut pile) = (Vec::new(), 0, 0);
        for request in network.requests.iter().filter(|r| r.direction == Direction::Sent) {
            // The platform counts what it knows of.
            if !request.on_platform() {
                continue;
            }
            pile += i64::from(request.pending());
            let sent_on = request.sent_as_of(today);
            if (0..7).contains(&today.since(sent_on)) {
                this_week.push(sent_on);
            }
            with_message += i64::from((first..=today).contains(&sent_on) && !request.message.is_empty());
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
    let refills_on = of.is_some_and(|of| used >= of && of > 0).then(|| first.plus_months(1));
    Used { used, of, refills_on }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ContactId, RequestId};
    use crate::domain::network::Tables;
    use crate::domain::request::{Channel, Evidence, Request, Standing};
    use crate::domain::table::Table;
    use crate::domain::time::Moment;

    fn request(n: usize, day: &str) -> Request {
        let day = Day::parse(day).expect("a day");
        let mut request = Request::new(RequestId(n as u32 + 1), ContactId(1), Direction::Sent, day, day);
        request.message = "Hi".into();
        request
    }

    fn network_of(rows: Vec<Request>) -> Network {
        Tables { requests: Table::from_sorted(rows, 0), ..Tables::default() }.into()
    }

    fn network(days: &[&str]) -> Network {
        network_of(days.iter().enumerate().map(|(n, day)| request(n, day)).collect())
    }

    /// Used in the week, with a message in the month, and pending, on 22 November.
    fn counted(change: impl Fn(&mut Request)) -> (i64, i64, i64) {
        let mut one = request(0, "2026-11-20");
        change(&mut one);
        let Budget { week, messages, pile } =
            Budget::of(&network_of(vec![one]), Day::parse("2026-11-22").expect("a day"));
        (week.used, messages.used, pile)
    }

    #[test]
    fn only_what_the_platform_knows_of_is_counted() {
        let today = Day::parse("2026-11-22").expect("a day");
        assert_eq!(counted(|_| ()), (1, 1, 1));
        assert_eq!(counted(|request| request.snoozed_until = Some(today.plus(9))), (1, 1, 1));
        assert_eq!(counted(|request| request.settle(Standing::Accepted, today, Evidence::Seen)), (1, 1, 0));
        assert_eq!(counted(|request| request.standing = Standing::Draft), (0, 0, 0));
        assert_eq!(counted(|request| request.direction = Direction::Received), (0, 0, 0));
        for channel in [Channel::Event, Channel::Email, Channel::Other] {
            assert_eq!(counted(|request| request.channel = channel), (0, 0, 0), "{channel:?}");
        }
    }

    #[test]
    fn a_request_whose_utc_day_is_the_users_tomorrow_counts_today() {
        let at = |request: &mut Request, on: &str| {
            request.sent_on = Day::parse(on).expect("a day");
            request.sent_at = Moment::parse(&format!("{on}T01:30Z"));
        };
        assert_eq!(counted(|request| at(request, "2026-11-23")), (1, 1, 1));
        assert_eq!(counted(|request| at(request, "2026-11-24")), (0, 0, 1));
        let mut last_of_month = request(0, "2026-12-01");
        at(&mut last_of_month, "2026-12-01");
        let full = network_of(vec![last_of_month]);
        assert_eq!(Budget::of(&full, Day::parse("2026-11-30").expect("a day")).messages.used, 1);
    }

    #[test]
    fn what_is_limited_to_nothing_does_not_refill() {
        let mut none = network(&[]);
        none.rules.set(RuleKey::WeekAim, Some(0));
        none.rules.set(RuleKey::MessagesAMonth, Some(0));
        let budget = Budget::of(&none, Day::parse("2026-11-22").expect("a day"));
        assert_eq!((budget.week.of, budget.messages.of), (Some(0), Some(0)));
        assert_eq!((budget.week.refills_on, budget.messages.refills_on), (None, None));
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
