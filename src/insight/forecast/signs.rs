//! What the user saw or was told while a request waits, as odds. No public data measures these ratios: they are cautious
//! judgement, close to 1, with an uncertainty that widens the range.

use serde::{Deserialize, Serialize};

use super::chance::Offset;

/// A sign as the forecast knows it; when a profile was viewed makes two of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// They post or comment while the request waits.
    ActiveElsewhere,
    /// No sign of life for 90 days.
    InactiveAccount,
    /// Their posts show as public only: visible to anyone, so it says nothing.
    PublicPostsOnly,
    /// They reacted to something of the user's.
    Reacted,
    /// No answer: in the age already.
    Silence,
    /// They said no in words.
    ToldNo,
    /// They said they would accept.
    ToldYes,
    /// They viewed the profile more than 7 days ago.
    ViewedOld,
    /// They viewed the profile in the last 7 days.
    ViewedRecent,
}

impl Hint {
    /// Every one, by name.
    pub const ALL: [Hint; 9] = [
        Hint::ActiveElsewhere,
        Hint::InactiveAccount,
        Hint::PublicPostsOnly,
        Hint::Reacted,
        Hint::Silence,
        Hint::ToldNo,
        Hint::ToldYes,
        Hint::ViewedOld,
        Hint::ViewedRecent,
    ];

    /// The name in JSON.
    pub fn token(self) -> &'static str {
        match self {
            Hint::ActiveElsewhere => "active_elsewhere",
            Hint::InactiveAccount => "inactive_account",
            Hint::PublicPostsOnly => "public_posts_only",
            Hint::Reacted => "reacted",
            Hint::Silence => "silence",
            Hint::ToldNo => "told_no",
            Hint::ToldYes => "told_yes",
            Hint::ViewedOld => "viewed_profile_old",
            Hint::ViewedRecent => "viewed_profile_recent",
        }
    }

    /// The hint of this name.
    pub fn parse(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hint| hint.token() == token)
    }

    /// The ratio before anything was learned: ln of the odds ratio, and its standard deviation.
    pub fn prior(self) -> (f64, f64) {
        match self {
            Hint::Silence | Hint::PublicPostsOnly => (0.0, 0.0),
            Hint::ActiveElsewhere | Hint::InactiveAccount => (0.7_f64.ln(), 0.3),
            Hint::ViewedRecent => (2.0_f64.ln(), 0.5),
            Hint::ViewedOld => (0.8_f64.ln(), 0.3),
            Hint::Reacted => (3.0_f64.ln(), 0.5),
            Hint::ToldYes => (10.0_f64.ln(), 0.7),
            Hint::ToldNo => (0.02_f64.ln(), 0.7),
        }
    }

    /// Whether it moves a chance at all.
    pub fn speaks(self) -> bool {
        self.prior().0 != 0.0
    }
}

/// How often a sign was seen on requests that were accepted, and on those that were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Accepted, with it.
    pub yes_with: u32,
    /// Accepted, of those with any sign.
    pub yes: u32,
    /// Not accepted, with it.
    pub no_with: u32,
    /// Not accepted, of those with any sign.
    pub no: u32,
}

/// Below so many on either side nothing is learned.
pub const LEAST_SEEN: u32 = 10;

/// The ratio after it was seen so often: twenty imagined requests on either side hold it back.
pub fn learned(prior: f64, seen: Seen) -> f64 {
    if prior == 0.0 {
        return 0.0;
    }
    let (no, yes) = (0.1, (0.1 * prior.exp()).min(0.9));
    let share =
        |with: u32, all: u32, before: f64| (f64::from(with) + 20.0 * before) / (f64::from(all) + 20.0);
    share(seen.yes_with, seen.yes, yes).ln() - share(seen.no_with, seen.no, no).ln()
}

/// The ratios in force, by [`Hint::ALL`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ratios([f64; 9]);

impl Default for Ratios {
    fn default() -> Self {
        Self(Hint::ALL.map(|hint| hint.prior().0))
    }
}

impl Ratios {
    /// Those that were learned from how often each sign was seen, by [`Hint::ALL`]; a sign that was seen too rarely
    /// keeps what it had.
    pub fn learned(seen: impl Fn(Hint) -> Seen) -> Self {
        Self(Hint::ALL.map(|hint| {
            let (prior, seen) = (hint.prior().0, seen(hint));
            if seen.yes < LEAST_SEEN || seen.no < LEAST_SEEN { prior } else { learned(prior, seen) }
        }))
    }

    /// The ratio of one, ln.
    pub fn get(&self, hint: Hint) -> f64 {
        self.0[hint as usize]
    }

    /// All signs of a request together. The strongest counts in full, every other by half; told no overrides all.
    pub fn offset(&self, hints: &[Hint]) -> Offset {
        let of = |hint: Hint| (self.get(hint), hint.prior().1);
        if hints.contains(&Hint::ToldNo) {
            let (mean, sd) = of(Hint::ToldNo);
            return Offset { mean, variance: sd * sd };
        }
        let mut once = hints.to_vec();
        once.sort_unstable();
        once.dedup();
        let mut all: Vec<(f64, f64)> = once.into_iter().map(of).filter(|(mean, _)| *mean != 0.0).collect();
        all.sort_by(|a, b| {
            b.0.abs().total_cmp(&a.0.abs()).then(a.0.total_cmp(&b.0)).then(a.1.total_cmp(&b.1))
        });
        let mut offset = Offset::default();
        for (at, (mean, sd)) in all.into_iter().enumerate() {
            let share = if at == 0 { 1.0 } else { 0.5 };
            offset = offset + Offset { mean: share * mean, variance: (share * sd).powi(2) };
        }
        offset.mean = offset.mean.clamp(0.05_f64.ln(), 12.0_f64.ln());
        offset
    }
}
