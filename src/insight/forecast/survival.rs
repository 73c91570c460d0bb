//! Curves without a model, for the plots: Kaplan and Meier's with Greenwood's limits ("if I never withdrew"), and Aalen
//! and Johansen's of two causes ("with my habit of withdrawing").

/// The 90 % point of the normal distribution, two-sided: what the screens use.
pub const Z90: f64 = 1.644_854;

/// What ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Nothing yet, or nobody can tell.
    Open,
    /// They accepted.
    Accepted,
    /// The user withdrew.
    Withdrawn,
}

/// One request in a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// For how many days it waited.
    pub days: f64,
    /// What ended the wait.
    pub end: End,
    /// The age from which it was known, 0 for most.
    pub entry: f64,
}

/// A step of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The day.
    pub day: f64,
    /// How many were still waiting just before.
    pub at_risk: usize,
    /// How many accepted that day.
    pub events: usize,
    /// Share still without an answer after it, 0 to 1.
    pub waiting: f64,
    /// Greenwood's sum.
    sum: f64,
}

impl Step {
    /// The standard error of [`Step::waiting`].
    pub fn se(&self) -> f64 {
        if self.waiting > 0.0 { self.waiting * self.sum.sqrt() } else { 0.0 }
    }

    /// The range of the share still waiting, on the log-log scale: it stays within 0 and 1.
    pub fn range(&self, z: f64) -> (f64, f64) {
        let s = self.waiting;
        if s <= 0.0 || s >= 1.0 {
            return (s, s);
        }
        let by = z * self.sum.sqrt() / s.ln().abs();
        (s.powf(by.exp()), s.powf((-by).exp()))
    }
}

/// Kaplan and Meier's curve of those who wait; a step a day on which somebody accepted.
pub fn kaplan_meier(subjects: &[Subject]) -> Vec<Step> {
    let (mut waiting, mut sum) = (1.0, 0.0);
    event_days(subjects, |end| end == End::Accepted)
        .into_iter()
        .map(|day| {
            let at_risk = at_risk(subjects, day);
            let events = events(subjects, day, End::Accepted);
            let (n, k) = (at_risk as f64, events as f64);
            waiting = if events == at_risk { 0.0 } else { waiting * (1.0 - k / n) };
            if at_risk > events {
                sum += k / (n * (n - k));
            }
            Step { day, at_risk, events, waiting, sum }
        })
        .collect()
}

/// A step of what came of the requests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CauseStep {
    /// The day.
    pub day: f64,
    /// How many were still open just before.
    pub at_risk: usize,
    /// How many ended this way that day.
    pub events: usize,
    /// Share that had ended this way by then, 0 to 1.
    pub share: f64,
    /// Its standard error.
    pub se: f64,
}

/// Aalen and Johansen's curve of one cause beside the other; a step a day on which anything ended.
pub fn aalen_johansen(subjects: &[Subject], cause: End) -> Vec<CauseStep> {
    let days = event_days(subjects, |end| end != End::Open);
    // What each day adds: at risk, ended at all, ended this way, share open before, share ended this way after.
    let mut steps: Vec<(f64, f64, f64, f64, f64)> = Vec::with_capacity(days.len());
    let (mut open, mut share) = (1.0, 0.0);
    days.into_iter()
        .map(|day| {
            let at_risk = at_risk(subjects, day);
            let ended = events(subjects, day, End::Accepted) + events(subjects, day, End::Withdrawn);
            let events = events(subjects, day, cause);
            let (n, d, k) = (at_risk as f64, ended as f64, events as f64);
            let before = open;
            share += open * k / n;
            open *= 1.0 - d / n;
            steps.push((n, d, k, before, share));
            let variance: f64 = steps
                .iter()
                .map(|(n, d, k, before, at)| {
                    let since = share - at;
                    let all = if n > d { since * since * d / (n * (n - d)) } else { 0.0 };
                    all + before * before * (n - k) * k / n.powi(3) - 2.0 * since * before * k / (n * n)
                })
                .sum();
            CauseStep { day, at_risk, events, share, se: variance.max(0.0).sqrt() }
        })
        .collect()
}

fn event_days(subjects: &[Subject], counts: impl Fn(End) -> bool) -> Vec<f64> {
    let mut days: Vec<f64> = subjects.iter().filter(|s| counts(s.end)).map(|s| s.days).collect();
    days.sort_by(f64::total_cmp);
    days.dedup();
    days
}

fn at_risk(subjects: &[Subject], day: f64) -> usize {
    subjects.iter().filter(|s| s.days >= day && (s.entry == 0.0 || s.entry < day)).count()
}

fn events(subjects: &[Subject], day: f64, end: End) -> usize {
    let here =
        |s: &&Subject| s.days.total_cmp(&day).is_eq() && s.end == end && (s.entry == 0.0 || s.entry < day);
    subjects.iter().filter(here).count()
}
