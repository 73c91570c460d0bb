//! Shares with their ranges: what came of something, and whether it differs from what came of something else.
//!
//! All ranges are 90 %. A share's is Wilson's (Wilson 1927, doi:10.1080/01621459.1927.10502953), that of a difference
//! Newcombe's hybrid of two of them (Newcombe 1998, Statistics in Medicine
//! 17:873, method 10).

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub of: u32,
    /// Of how many.
    pub all: u32,
}

/// How two shares differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// One of them counts too little to tell.
    TooFew,
    /// The range of the difference has 0 in it.
    NotClear,
    /// The first is larger.
    More,
    /// The first is smaller.
    Less,
}

/// The two-sided 90 % point of the normal distribution.
const Z: f64 = 1.644_853_626_951_472_7;
/// Below so many on either side nothing is said of a difference.
const LEAST: u32 = 5;

impl Share {
    /// Counts one more.
    pub fn count(&mut self, is: bool) {
        self.of += u32::from(is);
        self.all += 1;
    }

    /// The share, 0 to 1; 0 of nothing.
    pub fn value(self) -> f64 {
        if self.all == 0 { 0.0 } else { f64::from(self.of) / f64::from(self.all) }
    }

    /// Its 90 % range, 0 to 1; all of it where nothing was counted.
    pub fn range(self) -> (f64, f64) {
        if self.all == 0 {
            return (0.0, 1.0);
        }
        let (n, p) = (f64::from(self.all), self.value());
        let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        ((middle - half).max(0.0), (middle + half).min(1.0))
    }

    /// How it differs from another one.
    pub fn against(self, other: Share) -> Difference {
        if self.all < LEAST || other.all < LEAST {
            return Difference::TooFew;
        }
        let (p, q) = (self.value(), other.value());
        let ((p_low, p_high), (q_low, q_high)) = (self.range(), other.range());
        let low = p - q - ((p - p_low).powi(2) + (q_high - q).powi(2)).sqrt();
        let high = p - q + ((p_high - p).powi(2) + (q - q_low).powi(2)).sqrt();
        match (low > 0.0, high < 0.0) {
            (true, _) => Difference::More,
            (_, true) => Difference::Less,
            (false, false) => Difference::NotClear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(of: u32, all: u32) -> Share {
        Share { of, all }
    }

    #[test]
    fn ranges_are_wilsons() {
        // By hand: 6 of 14 at 90 %.
        let (low, high) = share(6, 14).range();
        assert!((low - 0.2406).abs() < 1e-4 && (high - 0.6396).abs() < 1e-4, "{low} {high}");
        assert_eq!(share(0, 0).range(), (0.0, 1.0));
        let (low, high) = share(0, 10).range();
        assert!(low < 1e-9 && high > 0.2 && high < 0.22, "{low} {high}");
    }

    #[test]
    fn a_difference_is_only_said_where_it_is_clear() {
        assert_eq!(share(14, 20).against(share(6, 19)), Difference::More);
        assert_eq!(share(6, 19).against(share(14, 20)), Difference::Less);
        assert_eq!(share(14, 20).against(share(11, 19)), Difference::NotClear);
        assert_eq!(share(4, 4).against(share(0, 19)), Difference::TooFew);
    }
}
