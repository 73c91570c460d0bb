//! What would have been foretold of each request with what was known at the time: for the made-up network, whose
//! forecasts nobody saw.

use super::case::Case;
use super::chance::Offset;
use super::fit::{fit, share_prior};
use super::fitted::Settings;
use super::history::{History, sent};
use super::tally::Tally;
use crate::domain::foretold::Foretold;
use crate::domain::network::Network;
use crate::domain::time::Day;

/// A fit serves for so many days.
const EVERY: i64 = 90;

/// The forecasts of the year before a day, by age alone.
pub fn foretold(network: &Network, today: Day) -> Vec<Foretold> {
    let history = History::of(network, today);
    let settings = Settings::of(&network.rules);
    let mut all = Vec::new();
    for back in (0..=360 / EVERY).rev() {
        let (from, until) = (today.plus(-(back + 1) * EVERY), today.plus(-back * EVERY));
        let then = history.rows.iter().filter_map(|(_, row)| known_on(&row.case.ok()?, from.number()));
        let seen: Vec<_> =
            then.filter_map(|case| case.observe(from.number(), settings.half_life).ok()).collect();
        let posterior = fit(&Tally::of(&seen), share_prior(settings.share));
        for (id, row) in &history.rows {
            let (Ok(case), Some(request)) = (&row.case, network.requests.get(*id)) else { continue };
            for age in Foretold::AGES {
                let on = today.plus(i64::from(sent(request).day()) + age - i64::from(today.number()));
                let there = on > from && on <= until && request.recorded_on <= on;
                if there && known_on(case, on.number()).is_some_and(|case| case.waits(on.number())) {
                    let chance = posterior.at(age as f64).moved(Offset::default()).ever;
                    all.push(Foretold { request: *id, age, on, chance });
                }
            }
        }
    }
    all
}

// What was known of a request on a day; nothing where it was not sent yet.
fn known_on(case: &Case, day: i32) -> Option<Case> {
    let before = |on: i32| on <= day;
    case.sent.filter(|sent| before(sent.day()))?;
    Some(Case {
        accepted: case.accepted.filter(|at| before(at.day())),
        withdrawn: case.withdrawn.filter(|on| before(*on)),
        declined: case.declined.filter(|on| before(*on)),
        verified: case.verified.filter(|on| before(*on)),
        ..*case
    })
}
