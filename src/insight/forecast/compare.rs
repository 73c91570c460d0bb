//! What differs between two groups of requests: rates pooled with all their like, the difference with its range, and
//! "not clear yet" where that is the truth. Not an experiment: the people in two groups may differ in other ways.

use std::collections::BTreeMap;

use super::case::{Observation, Outcome};
use super::fit::expit;
use super::latency::Normal;
use super::posterior::{Posterior, Ranged, quantiles};

/// Fewer requests' worth of outcome than this on either side say nothing.
pub const LEAST_RESOLVED: f64 = 8.0;
/// A range of the difference wider than this says that it is too early.
const WIDE: f64 = 0.30;
const NODES: usize = 221;
/// Less mass than this on a node of the grid moves nothing that is shown.
const DUST: f64 = 1e-12;
const MEANS: usize = 31;
/// How much groups differ, on the logit, with what each is worth before anything was seen.
const SPREADS: [(f64, f64); 8] =
    [(0.2, 0.2), (0.4, 0.2), (0.6, 0.2), (0.8, 0.2), (1.0, 0.25), (1.3, 0.3), (1.6, 0.35), (2.0, 0.4)];

/// What can be said of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One side has too little.
    NotEnough,
    /// The range of the difference is on one side of 0.
    Differs,
    /// 0 is in it, and it is narrow.
    NoClear,
    /// 0 is in it, and it is wide.
    TooEarly,
}

/// Two levels of a factor beside each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The rate of the first, 0 to 1.
    pub a: Ranged,
    /// The rate of the second.
    pub b: Ranged,
    /// First less second, -1 to 1.
    pub difference: Ranged,
    /// The chance that the first is better.
    pub a_better: f64,
    /// What can be said.
    pub verdict: Verdict,
}

/// The levels of one factor, each with what was seen of it.
#[derive(Clone, Debug)]
pub struct Factor {
    levels: BTreeMap<String, Level>,
    share: Normal,
}

#[derive(Clone, Debug)]
struct Level {
    /// The likelihood on the grid, its highest 1.
    likelihood: Vec<f64>,
    rows: usize,
    resolved: f64,
}

fn grid() -> impl Iterator<Item = f64> {
    (0..NODES).map(|at| -6.0 + 11.0 * at as f64 / (NODES - 1) as f64)
}

impl Factor {
    /// The levels of a factor.
    pub fn new<'a>(
        rows: impl IntoIterator<Item = (&'a str, Observation)>,
        posterior: &Posterior,
        share: Normal,
    ) -> Self {
        let mut come = BTreeMap::new();
        let mut mean = |age: f64| *come.entry(age.to_bits()).or_insert_with(|| posterior.mean_come(age));
        let mut sums: BTreeMap<String, Sums> = BTreeMap::new();
        for (level, seen) in rows {
            let sums = sums.entry(level.to_owned()).or_default();
            sums.rows += 1;
            match seen.outcome {
                Outcome::Accepted { .. } => sums.yes += seen.weight,
                Outcome::Declined => sums.no += seen.weight,
                Outcome::Pending { c } if c > seen.entry => {
                    let come = mean(c);
                    *sums.waited.entry(come.to_bits()).or_default() += seen.weight;
                    sums.resolved += seen.weight * come;
                    if seen.entry > 0.0 {
                        sums.resolved -= seen.weight * mean(seen.entry);
                    }
                }
                Outcome::Late { .. } | Outcome::Pending { .. } => continue,
            }
            if seen.entry > 0.0 {
                *sums.waited.entry(mean(seen.entry).to_bits()).or_default() -= seen.weight;
            }
        }
        let levels = sums.into_iter().map(|(name, sums)| (name, sums.level())).collect();
        Self { levels, share }
    }

    /// Its levels: name, how many requests, and how many requests' worth of outcome.
    pub fn levels(&self) -> impl Iterator<Item = (&str, usize, f64)> {
        self.levels.iter().map(|(name, level)| (name.as_str(), level.rows, level.resolved))
    }

    /// One level beside another; nothing where the factor has no such level.
    pub fn compare(&self, a: &str, b: &str) -> Option<Compared> {
        let (first, second) = (self.levels.get(a)?, self.levels.get(b)?);
        let joint = self.joint(first, second);
        let rates: Vec<f64> = grid().map(expit).collect();
        let margin = |of: &dyn Fn(usize, usize) -> usize| {
            let mut mass = vec![0.0; NODES];
            for row in 0..NODES {
                for column in 0..NODES {
                    mass[of(row, column)] += joint[row * NODES + column];
                }
            }
            ranged(rates.iter().copied().zip(mass).collect())
        };
        let mut cells = Vec::new();
        let mut a_better = 0.0;
        for row in 0..NODES {
            for column in 0..NODES {
                let mass = joint[row * NODES + column];
                if mass > 1e-12 {
                    cells.push((rates[row] - rates[column], mass));
                    a_better += mass * if row == column { 0.5 } else { f64::from(u8::from(row > column)) };
                }
            }
        }
        let difference = ranged(cells);
        let enough = first.resolved >= LEAST_RESOLVED && second.resolved >= LEAST_RESOLVED;
        let verdict = if !enough {
            Verdict::NotEnough
        } else if difference.low > 0.0 || difference.high < 0.0 {
            Verdict::Differs
        } else if difference.high - difference.low <= WIDE {
            Verdict::NoClear
        } else {
            Verdict::TooEarly
        };
        let (a, b) = (margin(&|row, _| row), margin(&|_, column| column));
        Some(Compared { a, b, difference, a_better, verdict })
    }

    // The joint posterior of two levels on the grid, row by row, its sum 1: for every mean and spread of the levels,
    // weighed by how well all levels together fit.
    fn joint(&self, first: &Level, second: &Level) -> Vec<f64> {
        let mut pairs = Vec::new();
        for (tau, worth) in SPREADS {
            for at in 0..MEANS {
                let z = -3.0 + 6.0 * at as f64 / (MEANS - 1) as f64;
                let prior = prior(self.share.mean + z * self.share.sd, tau);
                let fits = |level: &Level| dot(&prior, &level.likelihood).max(1e-300).ln();
                let all: f64 = self.levels.values().map(fits).sum();
                pairs.push((-0.5 * z * z - 0.5 * tau * tau + worth.ln() + all, prior));
            }
        }
        let top = pairs.iter().map(|(log, _)| *log).fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = pairs.iter().map(|(log, _)| (log - top).exp()).sum();
        let mut joint = vec![0.0; NODES * NODES];
        for (log, prior) in pairs {
            let weight = (log - top).exp() / sum;
            if weight < 1e-9 {
                continue;
            }
            let (a, b) = (normalised(&prior, &first.likelihood), normalised(&prior, &second.likelihood));
            // Most of the grid has next to no mass.
            let from = b.iter().position(|q| *q > DUST).unwrap_or(0);
            let to = b.iter().rposition(|q| *q > DUST).map_or(0, |last| last + 1);
            for (row, p) in joint.chunks_exact_mut(NODES).zip(a).filter(|(_, p)| *p > DUST) {
                let p = p * weight;
                row[from..to].iter_mut().zip(&b[from..to]).for_each(|(cell, q)| *cell += p * q);
            }
        }
        joint
    }
}

#[derive(Default)]
struct Sums {
    rows: usize,
    yes: f64,
    no: f64,
    resolved: f64,
    /// By the share of the yeses that had come.
    waited: BTreeMap<u64, f64>,
}

impl Sums {
    fn level(self) -> Level {
        let log: Vec<f64> = grid()
            .map(|eta| {
                let pi = expit(eta);
                let waited = self.waited.iter().map(|(come, w)| w * (-pi * f64::from_bits(*come)).ln_1p());
                self.yes * pi.ln() + self.no * expit(-eta).ln() + waited.sum::<f64>()
            })
            .collect();
        let top = log.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let likelihood = log.into_iter().map(|log| (log - top).exp()).collect();
        Level { likelihood, rows: self.rows, resolved: self.yes + self.no + self.resolved }
    }
}

fn prior(mean: f64, sd: f64) -> Vec<f64> {
    let raw: Vec<f64> = grid().map(|eta| (-0.5 * ((eta - mean) / sd).powi(2)).exp()).collect();
    let sum: f64 = raw.iter().sum();
    raw.into_iter().map(|p| p / sum).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn normalised(prior: &[f64], likelihood: &[f64]) -> Vec<f64> {
    let sum = dot(prior, likelihood).max(1e-300);
    prior.iter().zip(likelihood).map(|(p, l)| p * l / sum).collect()
}

fn ranged(mut mass: Vec<(f64, f64)>) -> Ranged {
    let all: f64 = mass.iter().map(|(_, mass)| mass).sum();
    let mean = mass.iter().map(|(value, mass)| value * mass).sum::<f64>() / all;
    let [low, high] = quantiles(&mut mass, [0.05, 0.95]);
    Ranged { mean, low, high }
}
