//! The chance of one request: what its age says, moved by its group and its signs.

use serde::{Deserialize, Serialize};

use super::fit::{expit, logit};
use super::posterior::Base;
use super::survival::Z90;

/// No chance is shown as impossible or certain.
const CLAMP: f64 = 0.0001;

/// By how much a request differs from the others, on the logit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offset {
    /// How far.
    pub mean: f64,
    /// How sure that is, as a variance: it widens the range and does not move the chance.
    pub variance: f64,
}

impl std::ops::Add for Offset {
    type Output = Offset;

    fn add(self, other: Offset) -> Offset {
        Offset { mean: self.mean + other.mean, variance: self.variance + other.variance }
    }
}

impl Base {
    /// With the offset of a request's groups and signs.
    #[must_use]
    pub fn moved(self, by: Offset) -> Base {
        let moved = if by.mean == 0.0 && by.variance == 0.0 { self } else { self.shifted(by) };
        let ever = moved.ever.clamp(CLAMP, 1.0 - CLAMP);
        Base { ever, low: moved.low.min(ever), high: moved.high.max(ever), ..moved }
    }

    /// The same before the ends are cut.
    #[must_use]
    pub fn shifted(self, by: Offset) -> Base {
        let safe = |p: f64| logit(p.clamp(1e-12, 1.0 - 1e-12));
        let [middle, low, high] = [self.ever, self.low, self.high].map(safe);
        let spread = Z90 * by.variance.sqrt();
        let ever = expit(middle + by.mean);
        let soon = |p: f64| if self.ever > 0.0 { p * ever / self.ever } else { 0.0 };
        Base {
            ever,
            low: expit(middle + by.mean - (middle - low).hypot(spread)),
            high: expit(middle + by.mean + (high - middle).hypot(spread)),
            in_7: soon(self.in_7),
            in_30: soon(self.in_30),
        }
    }
}
