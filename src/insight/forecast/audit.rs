//! Were the forecasts right? What was said at an age, against what came of it.

/// A forecast with what became of its request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checked {
    /// The chance that was given, 0 to 1.
    pub chance: f64,
    /// Days from then to the acceptance, or to the last day on which it was known to wait.
    pub days: f64,
    /// Whether they accepted.
    pub accepted: bool,
}

/// The bins of the table: from, to.
pub const BINS: [(f64, f64); 6] =
    [(0.0, 0.05), (0.05, 0.10), (0.10, 0.20), (0.20, 0.40), (0.40, 0.60), (0.60, 1.0)];

/// Fewer forecasts in a bin than this say nothing.
pub const LEAST_IN_BIN: usize = 10;

/// How many forecasts of a bin came true.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many there are.
    pub all: usize,
    /// How many of them were accepted.
    pub came: usize,
    /// The sum of their chances: how many were expected to.
    pub expected: f64,
}

/// The forecasts by what they said.
pub fn bins(checked: &[Checked]) -> [Bin; 6] {
    BINS.map(|(from, to)| {
        let last = to >= 1.0;
        checked.iter().filter(|c| c.chance >= from && (c.chance < to || last)).fold(
            Bin::default(),
            |bin, c| Bin {
                all: bin.all + 1,
                came: bin.came + usize::from(c.accepted),
                expected: bin.expected + c.chance,
            },
        )
    })
}

/// The Brier score at so many days after the forecasts, 0 (all right and sure) to 1: what was lost sight of before then
/// is made up for by the others (Graf et al. 1999). Nothing where there are no forecasts.
pub fn brier(checked: &[Checked], days: f64) -> Option<f64> {
    let seen = InSight::of(checked);
    let sum: f64 = checked
        .iter()
        .map(|c| {
            if c.accepted && c.days <= days {
                (1.0 - c.chance).powi(2) / seen.before(c.days)
            } else if c.days > days {
                c.chance.powi(2) / seen.at(days)
            } else {
                0.0
            }
        })
        .sum();
    (!checked.is_empty()).then(|| sum / checked.len() as f64)
}

/// Kaplan and Meier's curve of staying in sight.
struct InSight(Vec<(f64, f64)>);

impl InSight {
    fn of(checked: &[Checked]) -> Self {
        let mut lost: Vec<f64> = checked.iter().filter(|c| !c.accepted).map(|c| c.days).collect();
        lost.sort_by(f64::total_cmp);
        lost.dedup();
        let mut left = 1.0;
        let steps = lost.into_iter().map(|day| {
            let gone = checked.iter().filter(|c| !c.accepted && c.days.total_cmp(&day).is_eq()).count();
            let at_risk = checked.iter().filter(|c| c.days > day).count() + gone;
            left *= 1.0 - gone as f64 / at_risk as f64;
            (day, left)
        });
        Self(steps.collect())
    }

    fn at(&self, day: f64) -> f64 {
        self.0.iter().take_while(|(at, _)| *at <= day).last().map_or(1.0, |(_, left)| *left)
    }

    fn before(&self, day: f64) -> f64 {
        self.0.iter().take_while(|(at, _)| *at < day).last().map_or(1.0, |(_, left)| *left)
    }
}
