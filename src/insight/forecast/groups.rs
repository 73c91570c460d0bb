//! Groups with partial pooling: whom the user met at an event may say yes more often, and few requests say little of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::case::{Observation, Outcome};
use super::chance::Offset;
use super::fit::{expit, logit};
use super::history::Level;
use super::latency::Normal;
use super::posterior::Posterior;

/// The standard deviation of a level's difference before anything was seen.
const SD: f64 = 0.5;
/// More levels than this are merged into "other", the rarest first.
const MOST_LEVELS: usize = 30;
const SWEEPS: usize = 50;
const SMALL: f64 = 1e-6;

/// One request in the groups: what was seen of it and its known levels.
#[derive(Clone, Debug)]
pub struct Member<'a> {
    /// What was seen.
    pub seen: Observation,
    /// Its levels, one a factor at most.
    pub levels: &'a [Level],
}

/// What the groups differ by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Groups {
    /// The logit of the share where nothing is known.
    pub eta: f64,
    /// The logit of the mean share over all.
    pub centre: f64,
    deltas: BTreeMap<String, BTreeMap<String, Offset>>,
    merged: BTreeMap<String, Vec<String>>,
}

const OTHER: &str = "other";

// A row of the fit: the sums are over these.
struct Row {
    kind: Kind,
    weight: f64,
    entry: f64,
    eta: f64,
}

enum Kind {
    Yes,
    No,
    Waits(f64),
}

impl Row {
    fn of(seen: &Observation, posterior: &Posterior, come: &mut BTreeMap<u64, f64>) -> Option<Self> {
        let mut mean = |age: f64| *come.entry(age.to_bits()).or_insert_with(|| posterior.mean_come(age));
        let kind = match seen.outcome {
            Outcome::Accepted { .. } => Kind::Yes,
            Outcome::Declined => Kind::No,
            Outcome::Pending { c } if c > seen.entry => Kind::Waits(mean(c)),
            Outcome::Pending { .. } | Outcome::Late { .. } => return None,
        };
        let entry = if seen.entry > 0.0 { mean(seen.entry) } else { 0.0 };
        Some(Self { kind, weight: seen.weight, entry, eta: 0.0 })
    }

    // First and second derivative of the log-likelihood by the logit.
    fn slope(&self) -> (f64, f64) {
        let pi = expit(self.eta);
        let q = pi * (1.0 - pi);
        let waits = |come: f64| {
            let left = 1.0 - pi * come;
            let g = -q * come / left;
            (g, -(q * (1.0 - 2.0 * pi) * come / left + g * g))
        };
        let (mut g, mut h) = match self.kind {
            Kind::Yes => (1.0 - pi, -q),
            Kind::No => (-pi, -q),
            Kind::Waits(come) => waits(come),
        };
        if self.entry > 0.0 {
            let (entry_g, entry_h) = waits(self.entry);
            g -= entry_g;
            h -= entry_h;
        }
        (self.weight * g, self.weight * h)
    }
}

// One step of Newton's method for what the rows at `places` share; also the variance.
fn step(rows: &[Row], places: &[usize], at: f64, prior: Normal) -> (f64, f64) {
    let (mut g, mut h) = (0.0, 0.0);
    for place in places {
        let (row_g, row_h) = rows[*place].slope();
        g += row_g;
        h += row_h;
    }
    let precision = 1.0 / (prior.sd * prior.sd);
    g -= (at - prior.mean) * precision;
    h = (h - precision).min(-precision);
    ((-g / h).clamp(-1.0, 1.0), -1.0 / h)
}

impl Groups {
    /// Fits them; how long people take is held at the mean of the posterior.
    pub fn fit(members: &[Member<'_>], posterior: &Posterior, share: Normal) -> Self {
        let mut groups = Self { eta: share.mean, ..Self::default() };
        let mut come = BTreeMap::new();
        let mut rows = Vec::new();
        let mut places: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        let merged = merged(members);
        let named = |factor, level| named(&merged, factor, level);
        for member in members {
            let Some(row) = Row::of(&member.seen, posterior, &mut come) else { continue };
            for (factor, level) in member.levels {
                places.entry((factor, named(factor, level))).or_default().push(rows.len());
            }
            rows.push(Row { eta: share.mean, ..row });
        }
        if places.is_empty() {
            return Self { centre: groups.eta, ..groups };
        }
        let mut deltas: Vec<Offset> = vec![Offset::default(); places.len()];
        let everyone: Vec<usize> = (0..rows.len()).collect();
        let level_prior = Normal { mean: 0.0, sd: SD };
        for _ in 0..SWEEPS {
            let (by, _) = step(&rows, &everyone, groups.eta, share);
            groups.eta += by;
            for row in &mut rows {
                row.eta += by;
            }
            let mut largest = by.abs();
            for (places, delta) in places.values().zip(&mut deltas) {
                let (by, variance) = step(&rows, places, delta.mean, level_prior);
                *delta = Offset { mean: delta.mean + by, variance };
                for place in places {
                    rows[*place].eta += by;
                }
                largest = largest.max(by.abs());
            }
            if largest < SMALL {
                break;
            }
        }
        for ((factor, level), delta) in places.keys().zip(deltas) {
            groups.deltas.entry((*factor).to_owned()).or_default().insert((*level).to_owned(), delta);
        }
        let weight: f64 = rows.iter().map(|row| row.weight).sum();
        groups.merged = merged;
        groups.centre = if weight > 0.0 {
            logit(rows.iter().map(|row| row.weight * expit(row.eta)).sum::<f64>() / weight)
        } else {
            groups.eta
        };
        groups
    }

    /// Every level with what it differs by: factor, level, difference.
    pub fn levels(&self) -> impl Iterator<Item = (&str, &str, Offset)> {
        self.deltas.iter().flat_map(|(factor, levels)| {
            levels.iter().map(move |(level, delta)| (factor.as_str(), level.as_str(), *delta))
        })
    }

    /// The factors that the fit knows, by name.
    pub fn factors(&self) -> impl Iterator<Item = &str> {
        self.deltas.keys().map(String::as_str)
    }

    /// What one level differs by; nothing where the fit does not know it.
    pub fn delta(&self, factor: &str, level: &str) -> Option<Offset> {
        self.deltas.get(factor)?.get(named(&self.merged, factor, level)).copied()
    }

    /// What a request of these levels differs by from all others together.
    pub fn offset<'a>(&self, levels: impl IntoIterator<Item = (&'a str, &'a str)>) -> Offset {
        if self.deltas.is_empty() {
            return Offset::default();
        }
        let start = Offset { mean: self.eta - self.centre, variance: 0.0 };
        let known = levels.into_iter().filter_map(|(factor, level)| self.delta(factor, level));
        known.fold(start, |sum, delta| sum + delta)
    }
}

// The name under which a level is counted: "other" where it is one of the rare ones.
fn named<'a>(merged: &BTreeMap<String, Vec<String>>, factor: &str, level: &'a str) -> &'a str {
    let rare = merged.get(factor).is_some_and(|names| names.iter().any(|name| name == level));
    if rare { OTHER } else { level }
}

fn merged(members: &[Member<'_>]) -> BTreeMap<String, Vec<String>> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for member in members {
        for (factor, level) in member.levels {
            *counts.entry(factor).or_default().entry(level).or_default() += 1;
        }
    }
    let mut merged = BTreeMap::new();
    for (factor, levels) in counts {
        if levels.len() > MOST_LEVELS {
            let mut by_count: Vec<(&str, usize)> = levels.into_iter().collect();
            by_count.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            let rare = by_count.split_off(MOST_LEVELS - 1).into_iter().map(|(name, _)| name.to_owned());
            merged.insert(factor.to_owned(), rare.collect());
        }
    }
    merged
}
