//! What is expected of every request that waits: a fit, and the forecasts that it gives. Learned on the helper thread.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::fitted::{Fitted, Forecast, Settings};
use super::history::{History, Row};
use super::posterior::Posterior;
use crate::domain::contact::Origin;
use crate::domain::foretold::Foretold;
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;
use crate::insight::budget::Budget;

/// A fit with the forecasts of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The fit.
    pub fitted: Fitted,
    /// As many requests wait as the user's rule allows.
    pile_full: bool,
    /// The day of the forecasts.
    today: Day,
    said: HashMap<RequestId, Forecast>,
}

/// What was learned from a network.
#[derive(Debug)]
pub struct Lesson {
    /// The history that it was learned from.
    pub history: History,
    /// The posterior, for plots; nothing where the fit that was known still holds.
    pub posterior: Option<Posterior>,
    /// What is expected.
    pub outlook: Outlook,
}

impl Outlook {
    /// From a fit that was kept: forecasts are made as they are asked for.
    pub fn kept(fitted: Fitted, today: Day) -> Self {
        Self { fitted, pile_full: false, today, said: HashMap::new() }
    }

    /// Learns from a network on a day. A fit that was made from the same on the same day is taken as it is, unless a
    /// posterior is needed.
    pub fn learn(network: &Network, today: Day, known: Option<&Fitted>, posterior: Need) -> Lesson {
        let history = History::of(network, today);
        let settings = Settings::of(&network.rules);
        let rows = || history.rows.iter().map(|(_, row)| row);
        let mark = mark(rows(), today.number(), settings);
        let same = known.filter(|known| known.made_from == mark && posterior == Need::Forecasts);
        let (fitted, posterior) = if let Some(known) = same {
            (known.clone(), None)
        } else {
            let (mut fitted, posterior) = Fitted::new(rows(), today.number(), settings);
            fitted.made_from = mark;
            fitted.one_export =
                history.parts.len() == 1 && network.requests.iter().any(|r| r.origin == Origin::Export);
            (fitted, Some(posterior))
        };
        let pile_full = Budget::of(network, today).pile >= network.rules.get(RuleKey::PilePause);
        let waiting = network.requests.iter().filter(|request| request.pending());
        let said = waiting
            .filter_map(|request| Some((request.id, fitted.of_request(network, request, today, pile_full)?)))
            .collect();
        Lesson { history, posterior, outlook: Self { fitted, pile_full, today, said } }
    }

    /// The day of the forecasts.
    pub fn today(&self) -> Day {
        self.today
    }

    /// The forecast of a sent request that waits.
    pub fn of(&self, network: &Network, request: &Request, today: Day) -> Option<Forecast> {
        if !request.pending() {
            return None;
        }
        let said = self.said.get(&request.id).filter(|_| today == self.today);
        said.copied().or_else(|| self.fitted.of_request(network, request, today, self.pile_full))
    }

    /// What is to be kept of it, to be checked one day: of each request that is at one of the ages for that.
    pub fn foretold(&self) -> Vec<Foretold> {
        let mut all: Vec<Foretold> = self
            .said
            .iter()
            .filter_map(|(id, said)| {
                let age = Foretold::mark(said.age_days)?;
                // Of the day for which it holds: an export may be older than today.
                let on = self.today.plus(i64::from(said.as_of) - i64::from(self.today.number()));
                Some(Foretold { request: *id, age, on, chance: said.chance.ever })
            })
            .collect();
        all.sort_unstable_by_key(|foretold| foretold.request);
        all
    }
}

/// What is needed of a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Forecasts.
    Forecasts,
    /// The posterior as well, for plots.
    Plots,
}

// What tells a history from another one: the same rows on the same day give the same fit.
fn mark<'a>(rows: impl Iterator<Item = &'a Row>, today: i32, settings: Settings) -> u64 {
    let mut hasher = DefaultHasher::new();
    (env!("CARGO_PKG_VERSION"), today).hash(&mut hasher);
    format!("{settings:?}").hash(&mut hasher);
    for row in rows {
        match &row.case {
            Ok(case) => {
                for when in [case.sent, case.accepted] {
                    when.map(|when| (when.day(), when.noon().to_bits())).hash(&mut hasher);
                }
                (case.withdrawn, case.declined, case.verified, case.known_since).hash(&mut hasher);
            }
            Err(why) => why.hash(&mut hasher),
        }
        row.levels.hash(&mut hasher);
        row.hints.hash(&mut hasher);
    }
    hasher.finish()
}
