//! The respect rules: one request at a time, a pause after a withdrawal, not too many attempts.
//!
//! They give a reason and the date when it becomes possible. They never keep anybody from writing down what happened.
//! Where somebody asked first, or said no, that comes before them: it is told to whoever writes, and is no rule that a
//! request can be noted as against.

use crate::domain::contact::{Contact, Flag};
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::request::{Direction, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;

/// A rule that a new request on this day would go against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The rule in a few words, fit for "against the rule: ...".
    pub rule: String,
    /// The reason, in a sentence or two.
    pub reason: String,
    /// The first day on which the rule has nothing against it; nothing where there is no such day in sight.
    pub possible_on: Option<Day>,
}

/// What speaks against asking a contact on a day: their own wish, then every rule that a request would go against.
pub fn against(network: &Network, contact: &Contact, day: Day) -> Vec<Breach> {
    let mut all: Vec<Breach> = wish(network, contact, day).into_iter().collect();
    all.extend(breaches(network, contact.id, day));
    all
}

// Somebody who asked the user waits for an answer; somebody who said no to the newest request is left in peace until the
// day on which the user wanted to ask again. Once it was closed for good, that says it all.
fn wish(network: &Network, contact: &Contact, today: Day) -> Option<Breach> {
    let name = &contact.first_name;
    let of = |direction| network.requests_of(contact.id).filter(move |r| r.direction == direction);
    if let Some(asked) = of(Direction::Received).find(|r| r.pending()) {
        let day = asked.sent_on.short(today);
        let reason = format!("{name} asked you on {day} and waits: answer that first, with o in Pending.");
        return Some(Breach { rule: "they asked you".into(), reason, possible_on: None });
    }
    let newest = of(Direction::Sent).max_by_key(|request| (request.sent_on, request.id))?;
    let again = contact.ask_again_on;
    if newest.standing != Standing::Declined
        || contact.is(Flag::Closed)
        || again.is_some_and(|day| day <= today)
    {
        return None;
    }
    let day = newest.settled_on.unwrap_or(newest.sent_on).short(today);
    let again =
        again.map_or_else(String::new, |day| format!(" You wanted to ask again on {}.", day.short(today)));
    let reason = format!("{name} said no on {day}.{again}");
    Some(Breach { rule: "they said no".into(), reason, possible_on: None })
}

/// Every rule that a new request to the contact, sent on `day`, would go against; the strictest first.
pub fn breaches(network: &Network, contact: ContactId, day: Day) -> Vec<Breach> {
    let mut found = Vec::new();
    let sent = || {
        network
            .requests_of(contact)
            .filter(|r| r.direction == Direction::Sent && r.standing != Standing::Draft)
    };
    if network.contact(contact).is_some_and(|contact| contact.is(Flag::Closed)) {
        let reason = "You closed this contact for good: please let them be.".to_owned();
        found.push(Breach { rule: "closed for good".into(), reason, possible_on: None });
    }
    let days = network.rules.get(RuleKey::WaitAfterWithdrawal);
    if let Some(waits) = sent().find(|r| r.pending() && r.sent_as_of(day) <= day) {
        let reason = format!(
            "Your request of {} still waits: one at a time. If you withdraw it today, you can ask again from {}.",
            waits.sent_on.short(day),
            day.plus(days).short(day)
        );
        found.push(Breach { rule: "one at a time".into(), reason, possible_on: None });
    }
    let most = network.rules.get(RuleKey::Attempts);
    let before = sent().filter(|r| r.sent_as_of(day) <= day).count() as i64;
    if before >= most {
        let reason = format!("This would be attempt {}, and at most {most} are kind.", before + 1);
        found.push(Breach { rule: format!("at most {most} attempts"), reason, possible_on: None });
    }
    if let Some(possible) = wait_from(network, contact, day).filter(|possible| *possible > day) {
        let withdrawn = possible.plus(-days).short(day);
        let reason = format!(
            "You withdrew a request on {withdrawn}: after {days} days, from {}, asking again is possible.",
            possible.short(day)
        );
        found.push(Breach {
            rule: format!("{days} days after a withdrawal"),
            reason,
            possible_on: Some(possible),
        });
    }
    found
}

/// The first day after the pause that follows the contact's latest withdrawal.
pub fn wait_until(network: &Network, contact: ContactId) -> Option<Day> {
    wait_from(network, contact, Day::LAST)
}

// The same for the latest withdrawal up to a day: what was sent before a withdrawal did not go against it.
fn wait_from(network: &Network, contact: ContactId, day: Day) -> Option<Day> {
    let days = network.rules.get(RuleKey::WaitAfterWithdrawal);
    network
        .requests_of(contact)
        .filter(|r| r.direction == Direction::Sent && r.standing == Standing::Withdrawn)
        .filter_map(|r| r.settled_on.filter(|on| *on <= day))
        .max()
        .map(|day| day.plus(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::Origin;
    use crate::domain::id::RequestId;
    use crate::domain::network::Tables;
    use crate::domain::request::{Evidence, Request};
    use crate::domain::table::Table;
    use crate::domain::time::Moment;

    #[test]
    fn a_no_speaks_against_asking_until_the_user_wanted_to_ask_again_and_not_beside_closed_for_good() {
        let today = Day::parse("2026-11-22").expect("a day");
        let said = |again: Option<i64>, closed: bool, asked: bool| {
            let mut contact = Contact::named(ContactId(1), "Ana", "Ruiz", Origin::Hand);
            contact.ask_again_on = again.map(|days| today.plus(days));
            contact.flags.extend(closed.then_some(Flag::Closed));
            let no_on = today.plus(-40);
            let mut no = Request::new(RequestId(1), ContactId(1), Direction::Sent, no_on, no_on);
            no.settle(Standing::Declined, today.plus(-30), Evidence::Told);
            let received = Request::new(RequestId(2), ContactId(1), Direction::Received, today, today);
            let requests = if asked { vec![no, received] } else { vec![no] };
            let requests = Table::from_sorted(requests, 0);
            let contacts = Table::from_sorted(vec![contact.clone()], 0);
            let network: Network = Tables { contacts, requests, ..Tables::default() }.into();
            let found = against(&network, &contact, today);
            found.into_iter().map(|breach| breach.rule).collect::<Vec<_>>()
        };
        assert_eq!(said(None, false, false), ["they said no"]);
        assert_eq!(said(Some(9), false, false), ["they said no"]);
        assert_eq!(said(Some(0), false, false), [""; 0]);
        assert_eq!(said(None, true, false), ["closed for good"]);
        assert_eq!(said(Some(0), false, true), ["they asked you"]);
    }

    #[test]
    fn a_request_whose_utc_day_is_the_users_tomorrow_counts_today() {
        let today = Day::parse("2026-11-22").expect("a day");
        let rules = |days: i64, timed: bool| {
            let sent_on = today.plus(days);
            let mut request = Request::new(RequestId(1), ContactId(1), Direction::Sent, sent_on, today);
            request.sent_at = timed.then(|| Moment::from_minutes(sent_on.midnight_utc().minutes() + 90));
            let mut network: Network =
                Tables { requests: Table::from_sorted(vec![request], 0), ..Tables::default() }.into();
            network.rules.set(RuleKey::Attempts, Some(1));
            let found = breaches(&network, ContactId(1), today);
            found.into_iter().map(|breach| breach.rule).collect::<Vec<_>>()
        };
        let both = ["one at a time", "at most 1 attempts"];
        assert_eq!(rules(0, false), both);
        assert_eq!(rules(1, true), both);
        assert_eq!(rules(1, false), [""; 0], "the user's own day is never ahead");
        assert_eq!(rules(2, true), [""; 0]);
    }
}
