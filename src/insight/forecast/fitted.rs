//! A fit with everything that a forecast needs: made on the helper thread when outcomes or the day change, kept, and
//! asked for one request at a time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::case::{Case, LeftOut, Observation, Outcome};
use super::chance::Offset;
use super::fit::{expit, fit, logit, share_prior};
use super::groups::{Groups, Member};
use super::history::Row;
use super::posterior::{Base, Milestone, Posterior};
use super::signs::{Hint, Ratios, Seen};
use super::table::Table;
use super::tally::Tally;
use super::verdict::{Basis, Circumstances, Label, Next};
use crate::domain::rules::ages;

/// What the user can set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// What is so many days old counts half; 0: all counts the same.
    pub half_life: f64,
    /// The chance below which waiting is no longer worth much, 0.01 to 0.20.
    pub low: f64,
    /// Roughly what share of their requests gets accepted, where they said so, 0 to 1.
    pub share: Option<f64>,
    /// Their own quiet age, where they set one.
    pub quiet: Option<i64>,
    /// Their own stale age.
    pub stale: Option<i64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { half_life: 365.0, low: 0.05, share: None, quiet: None, stale: None }
    }
}

/// A fit, ready to be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// What tells the history that it was made from.
    pub made_from: u64,
    /// The number of the day on which it was made.
    pub today: i32,
    /// What the user had set.
    pub settings: Settings,
    /// How many requests' worth of outcome the history holds.
    pub resolved: f64,
    /// How many requests it was made from.
    pub requests: usize,
    /// The chance of a new request.
    pub first: Base,
    /// When half of the yeses have come.
    pub half: Milestone,
    /// When 9 in 10 have.
    pub quiet: Milestone,
    /// When 97 in 100 have.
    pub stale: Milestone,
    /// The day from which the chance of a new request is below the low one.
    pub low_day: Option<i64>,
    /// What was left out, and how often.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// All that an export tells comes from a single one.
    pub one_export: bool,
    /// What groups differ by.
    pub groups: Groups,
    /// What signs are worth.
    pub ratios: Ratios,
    table: Table,
}

/// What is known of one request for its forecast.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What happened.
    pub case: &'a Case,
    /// Its groups together.
    pub group: Offset,
    /// Its signs.
    pub hints: &'a [Hint],
    /// As many requests wait as the user's rule allows.
    pub pile_full: bool,
}

/// The forecast of one request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// Whole days since it was sent, as of the last day on which it is known to wait.
    pub age_days: i64,
    /// That day's number.
    pub as_of: i32,
    /// Its chances.
    pub chance: Base,
    /// The chances that its age alone gives it.
    pub by_age: Base,
    /// The chance that it had on its first day.
    pub first: f64,
    /// How far along it is.
    pub stage: Label,
    /// The same, or `unlikely`.
    pub label: Label,
    /// The next step.
    pub next: Next,
    /// The label by its age of today, as screens show it: stages are of today there.
    pub label_today: Label,
    /// The next step by that, and who said yes is waited for.
    pub next_today: Next,
    /// They said that they will accept.
    pub told_yes: bool,
    /// What else the next step rests on.
    pub what: Circumstances,
}

impl Fitted {
    /// Fits the rows of a history on a day, and keeps what a plot needs of the posterior.
    pub fn new<'a>(
        rows: impl IntoIterator<Item = &'a Row>,
        today: i32,
        settings: Settings,
    ) -> (Self, Posterior) {
        let mut left_out = BTreeMap::new();
        let mut members = Vec::new();
        let mut ages = Vec::new();
        let mut seen = SeenSigns::default();
        for row in rows {
            let observed = row.case.and_then(|case| case.observe(today, settings.half_life));
            match observed {
                // What tells nothing is not counted as if it did.
                Ok(observed) if observed.is_outside() => {}
                Ok(observed) => members.push(Member { seen: observed, levels: &row.levels }),
                Err(why) => *left_out.entry(why).or_default() += 1,
            }
            if let (Ok(case), Ok(observed)) = (&row.case, observed) {
                if !observed.is_outside() {
                    seen.count(&observed, &row.hints);
                }
                if case.waits(today)
                    && let Ok((_, age)) = case.ages(today)
                {
                    ages.push(age);
                }
            }
        }
        let share = share_prior(settings.share);
        let tally = Tally::of(members.iter().map(|member| &member.seen));
        let posterior = fit(&tally, share);
        let groups = Groups::fit(&members, &posterior, share);
        let fitted = Self {
            made_from: 0,
            today,
            settings,
            resolved: posterior.resolved,
            requests: members.len(),
            first: Base { ever: posterior.new_request(0.0), ..posterior.at(0.0) },
            half: posterior.milestone(0.5),
            quiet: posterior.milestone(0.9),
            stale: posterior.milestone(0.97),
            low_day: posterior.low_chance_day(settings.low),
            left_out,
            one_export: false,
            groups,
            ratios: Ratios::learned(|hint| seen.of(hint)),
            table: Table::new(&posterior, ages),
        };
        (fitted, posterior)
    }

    /// The day after which a request is quiet: the user's own, or the learned one, which is before their stale one.
    pub fn quiet_age(&self) -> i64 {
        self.ages().0
    }

    /// The day after which it is stale: the user's own, or the learned one, which is after their quiet one.
    pub fn stale_age(&self) -> i64 {
        self.ages().1
    }

    fn ages(&self) -> (i64, i64) {
        ages((self.settings.quiet, self.settings.stale), (self.quiet.day, self.stale.day))
    }

    /// From what forecasts are made.
    pub fn basis(&self) -> Basis {
        Basis::of(self.resolved)
    }

    /// The forecast of a request that waits, on a day.
    ///
    /// # Errors
    /// Why there is none.
    pub fn forecast(&self, asked: Asked<'_>, today: i32) -> Result<Forecast, LeftOut> {
        let (age_days, age) = asked.case.ages(today)?;
        let by_age = self.table.at(age).moved(Offset::default());
        let chance = self.table.at(age).moved(asked.group + self.ratios.offset(asked.hints));
        let first = expit(logit(self.first.ever.clamp(1e-12, 1.0 - 1e-12)) + asked.group.mean);
        let as_of = asked.case.as_of(today);
        let told_no = asked.hints.contains(&Hint::ToldNo);
        let unconfirmed_days = i64::from(today) - i64::from(as_of);
        let what = Circumstances {
            told_no,
            inactive: asked.hints.contains(&Hint::InactiveAccount),
            pile_full: asked.pile_full,
            unconfirmed_days,
        };
        let at = |age: i64| {
            let stage = Label::stage(age as f64, self.quiet_age() as f64, self.stale_age() as f64);
            let label = stage.of(age, &chance, first, told_no);
            (stage, label, Next::of(label, chance.ever, self.settings.low, what))
        };
        let (stage, label, next) = at(age_days);
        let (_, label_today, next_today) = at(age_days + unconfirmed_days);
        // Their own word comes before what an age tells.
        let told_yes = asked.hints.contains(&Hint::ToldYes) && !told_no;
        let next_today = if told_yes && next_today != Next::ConfirmPending { Next::Wait } else { next_today };
        Ok(Forecast {
            age_days,
            as_of,
            chance,
            by_age,
            first,
            stage,
            label,
            next,
            label_today,
            next_today,
            told_yes,
            what,
        })
    }

    /// The chance by age alone, for the curve of a plot.
    pub fn by_age(&self, days: f64) -> Base {
        self.table.at(days).moved(Offset::default())
    }
}

/// How often each sign was seen, of the requests with any sign.
#[derive(Default)]
struct SeenSigns {
    yes: u32,
    no: u32,
    with: BTreeMap<Hint, (u32, u32)>,
}

impl SeenSigns {
    fn count(&mut self, seen: &Observation, hints: &[Hint]) {
        let accepted = match seen.outcome {
            Outcome::Accepted { .. } | Outcome::Late { .. } => true,
            Outcome::Declined => false,
            Outcome::Pending { c } if c >= 90.0 => false,
            Outcome::Pending { .. } => return,
        };
        if hints.is_empty() {
            return;
        }
        self.yes += u32::from(accepted);
        self.no += u32::from(!accepted);
        for (at, hint) in hints.iter().enumerate() {
            if !hints[..at].contains(hint) {
                let (yes, no) = self.with.entry(*hint).or_default();
                *yes += u32::from(accepted);
                *no += u32::from(!accepted);
            }
        }
    }

    fn of(&self, hint: Hint) -> Seen {
        let (yes_with, no_with) = self.with.get(&hint).copied().unwrap_or_default();
        Seen { yes_with, yes: self.yes, no_with, no: self.no }
    }
}
