//! From what is known of a request to what the model may learn from it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::HORIZON;
use super::age::{When, above, below, near, near_coarse};

/// Acceptances so many days after the horizon are still believed: clocks, and days that were rounded.
const GRACE: f64 = 14.0;

/// What is known of one sent request.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Case {
    /// When it was sent.
    pub sent: Option<When>,
    /// When they accepted; a day is a UTC day.
    pub accepted: Option<When>,
    /// The day the user withdrew it.
    pub withdrawn: Option<i32>,
    /// The day they said no, or it was reported.
    pub declined: Option<i32>,
    /// The last day it is known to have been pending; nothing is today.
    pub verified: Option<i32>,
    /// The day from which it is known to be in the sample; nothing is the day it was sent.
    pub known_since: Option<i32>,
    /// Only written down because it was accepted.
    pub known_late: bool,
}

/// What a request contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// Accepted at an age in `a..b`.
    Accepted {
        /// From this age.
        a: f64,
        /// To this one.
        b: f64,
    },
    /// Known only because it was accepted: says how long it took, and nothing of how many accept.
    Late {
        /// From this age.
        a: f64,
        /// To this one.
        b: f64,
        /// The age by which it was known.
        c: f64,
    },
    /// They said no.
    Declined,
    /// Without an answer up to age `c`.
    Pending {
        /// The last age at which it was seen waiting.
        c: f64,
    },
}

/// An outcome with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// What was seen.
    pub outcome: Outcome,
    /// The age at which it came into the sample, 0 for most: of the time before nothing is known.
    pub entry: f64,
    /// What it counts, 0 to 1: what is older counts less.
    pub weight: f64,
}

impl Observation {
    /// Whether it tells the fit nothing: it came into the sample after the last that is known of it.
    pub fn is_outside(&self) -> bool {
        matches!(self.outcome, Outcome::Pending { c } if c <= self.entry && self.entry > 0.0)
    }
}

/// Why a request is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LeftOut {
    /// There is no day on which it was sent.
    NoSentDate,
    /// That day is to come.
    SentInTheFuture,
    /// The day of the acceptance is to come.
    AcceptedInTheFuture,
    /// Accepted before it was sent.
    AcceptedBeforeSent,
    /// Accepted after it was withdrawn.
    AcceptedAfterWithdrawn,
    /// Accepted long after the platform drops a request.
    AcceptedAfterExpiry,
    /// Withdrawn before it was sent.
    WithdrawnBeforeSent,
    /// Listed in an export only because it was accepted.
    BeforeTheCompletePart,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LeftOut::NoSentDate => "no sent date",
            LeftOut::SentInTheFuture => "sent in the future",
            LeftOut::AcceptedInTheFuture => "accepted in the future",
            LeftOut::AcceptedBeforeSent => "accepted before sent",
            LeftOut::AcceptedAfterWithdrawn => "accepted after being withdrawn",
            LeftOut::AcceptedAfterExpiry => "accepted after it expired",
            LeftOut::WithdrawnBeforeSent => "withdrawn before sent",
            LeftOut::BeforeTheCompletePart => "accepted before the complete part of the export",
        })
    }
}

impl Case {
    /// What it tells the model on day `today`, where what is `half_life` days old counts half (0: all counts the same).
    ///
    /// # Errors
    /// Why it tells nothing.
    pub fn observe(&self, today: i32, half_life: f64) -> Result<Observation, LeftOut> {
        let (sent, sent_day) = self.sent(today)?;
        let since = (f64::from(today) - sent.min_instant()).max(0.0);
        let weight = if half_life > 0.0 { 0.5_f64.powf(since / half_life) } else { 1.0 };
        let s = sent.noon();
        let mut entry = match self.known_since {
            Some(day) if day > sent_day => near((When::Day(day).noon() - s).max(0.0)),
            _ => 0.0,
        };
        let outcome = if let Some(accepted) = self.accepted {
            self.check_acceptance(accepted, sent_day, s, today)?;
            let (a, b) = span(accepted, s);
            if self.known_late || b <= entry {
                entry = 0.0;
                let c = b.max(near((When::Day(today).noon() - s).min(HORIZON)));
                Outcome::Late { a, b, c }
            } else {
                Outcome::Accepted { a: a.max(entry), b }
            }
        } else if self.declined.is_some() {
            Outcome::Declined
        } else {
            let mut end = self.verified.unwrap_or(today).min(today);
            if let Some(withdrawn) = self.withdrawn.filter(|day| *day <= today) {
                if withdrawn < sent_day {
                    return Err(LeftOut::WithdrawnBeforeSent);
                }
                end = end.min(withdrawn);
            }
            Outcome::Pending { c: model_age(s, end) }
        };
        Ok(Observation { outcome, entry, weight })
    }

    /// The last day on which it is known to wait, on or before `today`.
    pub fn as_of(&self, today: i32) -> i32 {
        self.verified.unwrap_or(today).min(today)
    }

    /// Whether it waits on `today`; a withdrawal that is to come has not happened.
    pub fn waits(&self, today: i32) -> bool {
        self.accepted.is_none() && self.declined.is_none() && self.withdrawn.is_none_or(|day| day > today)
    }

    /// Whole days from the day it was sent to the last one on which it is known to wait, at least 0, and the age for
    /// the model at that time.
    ///
    /// # Errors
    /// There is no such day, or it is to come.
    pub fn ages(&self, today: i32) -> Result<(i64, f64), LeftOut> {
        let (sent, day) = self.sent(today)?;
        let end = self.as_of(today);
        Ok(((i64::from(end) - i64::from(day)).max(0), model_age(sent.noon(), end)))
    }

    // What was sent on the next day was sent today: today is a local date, instants are UTC.
    fn sent(&self, today: i32) -> Result<(When, i32), LeftOut> {
        let sent = self.sent.ok_or(LeftOut::NoSentDate)?;
        let tomorrow = today.saturating_add(1);
        let sent = match sent {
            other if other.day() > tomorrow => return Err(LeftOut::SentInTheFuture),
            When::Day(day) if day == tomorrow => When::Day(today),
            When::At(_) if sent.day() == tomorrow => When::At(f64::from(tomorrow) - 1e-9),
            other => other,
        };
        Ok((sent, sent.day()))
    }

    fn check_acceptance(&self, accepted: When, sent_day: i32, s: f64, today: i32) -> Result<(), LeftOut> {
        let day = accepted.day();
        if day > today.saturating_add(1) {
            return Err(LeftOut::AcceptedInTheFuture);
        }
        if day < sent_day.saturating_sub(1) {
            return Err(LeftOut::AcceptedBeforeSent);
        }
        let start = accepted.min_instant();
        if self.withdrawn.is_some_and(|withdrawn| f64::from(withdrawn) < start - 1.0) {
            return Err(LeftOut::AcceptedAfterWithdrawn);
        }
        if start - s > HORIZON + GRACE {
            return Err(LeftOut::AcceptedAfterExpiry);
        }
        Ok(())
    }
}

impl When {
    // A day as the number that it is, for differences in days.
    fn min_instant(self) -> f64 {
        match self {
            When::Day(day) => f64::from(day),
            When::At(at) => at,
        }
    }
}

// The ages between which an acceptance lies, where its request was sent at `s`.
fn span(accepted: When, s: f64) -> (f64, f64) {
    match accepted {
        When::Day(day) => {
            let start = f64::from(day);
            let a = near((start - s).max(0.0));
            let b = near((start + 1.0 - s).max(0.0));
            (a, if b <= a { above(a) } else { b })
        }
        When::At(at) => {
            let a = below((at - s).max(0.0));
            (a, above(a))
        }
    }
}

fn model_age(s: f64, end: i32) -> f64 {
    near_coarse((When::Day(end).noon() - s).clamp(0.0, HORIZON))
}
