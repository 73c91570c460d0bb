//! The only place that asks what time it is; `--today` fixes it.

use chrono::{Local, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};

use crate::domain::refusal::Refusal;
use crate::domain::time::{Day, Moment, Now};

/// The clock: the machine's, or one that stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's.
    Running,
    /// Stands still.
    Fixed(Now),
}

impl Clock {
    /// The clock that `--today DATE` or `--today DATETHH:MM` asks for; a date alone is its noon, local.
    ///
    /// # Errors
    /// Says what is understood.
    pub fn fixed(text: &str) -> Result<Self, Refusal> {
        let (day, time) = text.split_once('T').unwrap_or((text, "12:00"));
        let read = || {
            let today = Day::parse(day)?;
            let (year, month, date) = today.ymd();
            let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
            let local = NaiveDate::from_ymd_opt(year, month, date)?.and_time(time);
            // An hour that the clock change leaves out counts as UTC: the day stays what was asked for.
            let at = Local
                .from_local_datetime(&local)
                .earliest()
                .map_or(local.and_utc(), |moment| moment.with_timezone(&Utc));
            Some(Now { today, at: Moment::from_minutes(at.timestamp().div_euclid(60)) })
        };
        read().map(Clock::Fixed).ok_or_else(|| {
            Refusal::new(format!("--today takes 2026-11-22 or 2026-11-22T08:14, not {text:?}"))
        })
    }

    /// What it says.
    pub fn now(self) -> Now {
        match self {
            Clock::Fixed(now) => now,
            Clock::Running => {
                let local = Local::now();
                let at = local.with_timezone(&Utc).timestamp().div_euclid(60);
                Now { today: Day::from(local.date_naive()), at: Moment::from_minutes(at) }
            }
        }
    }

    /// Seconds until the day changes, where it ever does.
    pub fn until_tomorrow(self) -> Option<u64> {
        match self {
            Clock::Fixed(_) => None,
            Clock::Running => {
                let seconds = u64::from(Local::now().num_seconds_from_midnight());
                // A little more than a day's rest, so that the new day has come for sure; at least a second.
                Some(86_401_u64.saturating_sub(seconds).max(1))
            }
        }
    }
}

/// A name for this run of the program that no other run has: the moment and the process.
pub fn instance(now: Now) -> String {
    let nanos = Utc::now().timestamp_subsec_nanos();
    format!("{}-{}-{nanos:x}", now.at, std::process::id())
}

/// For progress: counts milliseconds from where it was made.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins to count.
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Milliseconds since the start.
    pub fn elapsed_ms(&self) -> u128 {
        self.0.elapsed().as_millis()
    }
}
