//! Equal observations, added up: the cost of a fit does not grow with the number of requests.

use std::collections::BTreeMap;

use super::case::{Observation, Outcome};

/// The sums that the likelihood is made of. Ages are whole numbers of millionths of a day inside, so that equal ones are
/// equal and the order of the requests does not matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    accepted: BTreeMap<(i64, i64), f64>,
    late: BTreeMap<(i64, i64, i64), f64>,
    waited: BTreeMap<i64, f64>,
    entered: BTreeMap<i64, f64>,
    /// What the acceptances count in all, without the late ones.
    pub yes: f64,
    /// What the refusals in words count in all.
    pub no: f64,
}

fn key(age: f64) -> i64 {
    (age * 1e6).round() as i64
}

fn age(key: i64) -> f64 {
    key as f64 / 1e6
}

impl Tally {
    /// Adds all of them up.
    pub fn of<'a>(observations: impl IntoIterator<Item = &'a Observation>) -> Self {
        let mut tally = Self::default();
        for each in observations {
            tally.add(each);
        }
        tally
    }

    fn add(&mut self, seen: &Observation) {
        let Observation { outcome, entry, weight } = *seen;
        match outcome {
            Outcome::Late { a, b, c } => {
                *self.late.entry((key(a), key(b), key(c))).or_default() += weight;
                return;
            }
            Outcome::Pending { c } if c <= entry => return,
            Outcome::Pending { c } => *self.waited.entry(key(c)).or_default() += weight,
            Outcome::Accepted { a, b } => {
                *self.accepted.entry((key(a), key(b))).or_default() += weight;
                self.yes += weight;
            }
            Outcome::Declined => self.no += weight,
        }
        if entry > 0.0 {
            *self.waited.entry(key(entry)).or_default() -= weight;
            if !matches!(outcome, Outcome::Pending { .. }) {
                *self.entered.entry(key(entry)).or_default() += weight;
            }
        }
    }

    /// Acceptances between two ages: `(a, b, weight)`.
    pub fn accepted(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        self.accepted.iter().map(|((a, b), weight)| (age(*a), age(*b), *weight))
    }

    /// Acceptances known only as such: `(a, b, c, weight)`.
    pub fn late(&self) -> impl Iterator<Item = (f64, f64, f64, f64)> {
        self.late.iter().map(|((a, b, c), weight)| (age(*a), age(*b), age(*c), *weight))
    }

    /// Ages up to which was waited without an answer, with their weight; negative for an age before which nothing is
    /// known.
    pub fn waited(&self) -> impl Iterator<Item = (f64, f64)> {
        self.waited.iter().map(|(at, weight)| (age(*at), *weight))
    }

    /// Ages at which requests with an answer came into the sample, with their weight.
    pub fn entered(&self) -> impl Iterator<Item = (f64, f64)> {
        self.entered.iter().map(|(at, weight)| (age(*at), *weight))
    }
}
