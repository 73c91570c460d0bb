//! The chances for every age, once a fit: a request's own is then a look into the table.

use serde::{Deserialize, Serialize};

use super::HORIZON;
use super::age::near_coarse;
use super::posterior::{Base, Posterior};

/// Chances by age, on the coarse scale: tenths of a day below 3, halves below 30, then whole days up to 180.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    rows: Vec<Option<Base>>,
}

const SLOTS: usize = 235;

fn slot(age: f64) -> usize {
    let age = near_coarse(age.clamp(0.0, HORIZON));
    if age < 3.0 {
        (age * 10.0).round() as usize
    } else if age < 30.0 {
        30 + ((age - 3.0) * 2.0).round() as usize
    } else {
        84 + (age - 30.0).round() as usize
    }
}

impl Table {
    /// For every whole day from 0 to 180, and for the ages that occur besides.
    pub fn new(posterior: &Posterior, ages: impl IntoIterator<Item = f64>) -> Self {
        let mut rows = vec![None; SLOTS];
        for age in (0..=HORIZON as i32).map(f64::from).chain(ages) {
            let age = near_coarse(age.clamp(0.0, HORIZON));
            rows[slot(age)].get_or_insert_with(|| posterior.at(age));
        }
        Self { rows }
    }

    /// The chances at this age; between two whole days where just that age was not asked for.
    pub fn at(&self, age: f64) -> Base {
        let age = age.clamp(0.0, HORIZON);
        let row = |age: f64| self.rows.get(slot(age)).copied().flatten();
        row(age).unwrap_or_else(|| {
            let (low, share) = (age.floor(), age.fract());
            let [a, b] = [low, low + 1.0].map(|day| row(day).unwrap_or_default());
            let mix = |value: fn(&Base) -> f64| value(&a) * (1.0 - share) + value(&b) * share;
            Base {
                ever: mix(|base| base.ever),
                low: mix(|base| base.low),
                high: mix(|base| base.high),
                in_7: mix(|base| base.in_7),
                in_30: mix(|base| base.in_30),
            }
        })
    }
}
