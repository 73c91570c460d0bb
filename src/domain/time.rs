//! Days and moments. A day is the user's local day, a moment is UTC, to the minute; the types keep them apart.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar day, stored and printed as `2026-11-22`. Years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A UTC moment to the minute, stored and printed as `2026-11-22T08:14Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// What the clock says: the user's local day and the moment. Passed in, never asked for below the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The user's local day.
    pub today: Day,
    /// The moment, UTC.
    pub at: Moment,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Day {
    /// The last day of the calendar.
    pub const LAST: Day = Day(NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day"));

    /// The day, or nothing where the calendar has none (30 February, year 0 or 10000).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-22` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| -> Option<u32> {
            bytes[range]
                .iter()
                .try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0')))
        };
        Self::from_ymd(number(0..4)? as i32, number(5..7)?, number(8..10)?)
    }

    /// Days since 1 January of year 1, for arithmetic.
    pub fn number(self) -> i32 {
        self.0.num_days_from_ce()
    }

    /// This many days later (earlier where negative), kept within years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let number = (i64::from(self.number()) + days).clamp(1, 3_652_059);
        Self(NaiveDate::from_num_days_from_ce_opt(number as i32).expect("clamped to the calendar"))
    }

    /// The same day of the month, this many calendar months later; the month's last day where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0
            .checked_add_months(chrono::Months::new(months))
            .filter(|date| date.year() <= 9999)
            .map_or(Self::LAST, Self)
    }

    /// The same, this many calendar months earlier.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.0
            .checked_sub_months(chrono::Months::new(months))
            .filter(|date| date.year() >= 1)
            .map_or_else(|| self.plus(i64::MIN / 2), Self)
    }

    /// Whole days from `earlier` to this day; negative where it lies after.
    pub fn since(self, earlier: Day) -> i64 {
        i64::from(self.number()) - i64::from(earlier.number())
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// `Sunday 22 November`.
    pub fn long(self) -> String {
        let weekday = WEEKDAYS[self.weekday() as usize];
        format!("{weekday} {} {}", self.0.day(), self.month_name())
    }

    /// `November 2026`.
    pub fn month_of_year(self) -> String {
        format!("{} {}", self.month_name(), self.0.year())
    }

    /// `22 Nov`, with the year where it is not the year of `today`.
    pub fn short(self, today: Day) -> String {
        let month = &self.month_name()[..3];
        if self.0.year() == today.0.year() {
            format!("{} {month}", self.0.day())
        } else {
            format!("{} {month} {}", self.0.day(), self.0.year())
        }
    }

    // Whether US Pacific midnight, as this UTC day begins to reach it, is in daylight saving: after the second Sunday of
    // March, up to the first one of November.
    fn in_pacific_summer(self) -> bool {
        let sunday = |month, least| {
            let first = NaiveDate::from_ymd_opt(self.0.year(), month, least).map_or(self, Self);
            first.plus(6 - i64::from(first.weekday()))
        };
        sunday(3, 8) < self && self <= sunday(11, 1)
    }

    fn month_name(self) -> &'static str {
        MONTHS[self.0.month0() as usize]
    }

    /// Midnight UTC of this calendar day.
    pub fn midnight_utc(self) -> Moment {
        let minutes = self.0.and_hms_opt(0, 0, 0).map_or(0, |t| t.and_utc().timestamp() / 60);
        Moment(minutes)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl From<NaiveDate> for Day {
    /// Years outside 1 to 9999 become the nearest day inside.
    fn from(date: NaiveDate) -> Self {
        Day(NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()).plus(i64::from(date.num_days_from_ce()) - 1)
    }
}

impl Moment {
    /// Minutes since the epoch.
    pub fn from_minutes(minutes: i64) -> Self {
        Self(minutes.clamp(-1_035_593_280, 4_223_371_679))
    }

    /// Minutes since the epoch.
    pub fn minutes(self) -> i64 {
        self.0
    }

    /// Reads `2026-11-22T08:14Z` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        // By hand: a start reads tens of thousands of these.
        let bytes = text.as_bytes();
        if bytes.len() != 17 || bytes[10] != b'T' || bytes[13] != b':' || bytes[16] != b'Z' {
            return None;
        }
        let number = |at: usize| match bytes[at..at + 2] {
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(i64::from(a - b'0') * 10 + i64::from(b - b'0')),
            _ => None,
        };
        let (hour, minute) = (number(11)?, number(14)?);
        let day = Day::parse(text.get(..10)?)?;
        (hour < 24 && minute < 60)
            .then(|| Self::from_minutes(day.midnight_utc().minutes() + hour * 60 + minute))
    }

    /// The UTC calendar day.
    pub fn day(self) -> Day {
        Day::from(self.utc().date_naive())
    }

    /// The calendar day in US Pacific time, by the rule that holds since 2007. Only to compare days with each other:
    /// what a file says is converted with the time-zone database.
    pub fn pacific_day(self) -> Day {
        let day = self.day();
        match self.0.rem_euclid(24 * 60) / 60 {
            0..7 => day.plus(-1),
            7 if !day.in_pacific_summer() => day.plus(-1),
            _ => day,
        }
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0 * 60, 0).unwrap_or_default()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.0.rem_euclid(24 * 60);
        write!(f, "{}T{:02}:{:02}Z", self.day(), minutes / 60, minutes % 60)
    }
}

macro_rules! as_text {
    ($type:ty, $what:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not ", $what)))
            }
        }
    };
}

as_text!(Day, "a day such as 2026-11-22");
as_text!(Moment, "a moment such as 2026-11-22T08:14Z");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_only_in_full() {
        assert_eq!(Day::parse("2026-11-22").map(|d| d.to_string()).as_deref(), Some("2026-11-22"));
        for bad in
            ["2026-11-31", "2026-1-2", "0000-01-01", "2026-11-22 ", "10000-01-01", "+026-01-01", "20é-01-01"]
        {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn arithmetic_stays_inside_the_calendar() {
        let last = Day::from_ymd(9999, 12, 31).expect("a day");
        assert_eq!(last.plus(1), last);
        assert_eq!(last.plus(i64::from(i32::MAX)), last);
        assert_eq!(Day::from_ymd(1, 1, 1).expect("a day").plus(-9).to_string(), "0001-01-01");
        let leap = Day::from_ymd(2024, 2, 29).expect("a day");
        assert_eq!(leap.plus(365).to_string(), "2025-02-28");
        assert_eq!(Day::from_ymd(2026, 1, 31).expect("a day").plus_months(1).to_string(), "2026-02-28");
    }

    #[test]
    fn a_moment_before_1970_keeps_its_day() {
        let moment = Moment::parse("1969-12-31T23:59Z").expect("a moment");
        assert_eq!(moment.minutes(), -1);
        assert_eq!(moment.day().to_string(), "1969-12-31");
        assert_eq!(moment.to_string(), "1969-12-31T23:59Z");
    }

    #[test]
    fn a_moment_is_read_only_in_full() {
        for good in ["0001-01-01T00:00Z", "2026-11-22T08:14Z", "9999-12-31T23:59Z"] {
            assert_eq!(Moment::parse(good).map(|m| m.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "2026-11-22T24:00Z",
            "2026-11-22T08:60Z",
            "2026-02-30T08:14Z",
            "2026-11-22T8:14Z",
            "2026-11-22 08:14Z",
            "2026-11-22T08:14",
            "2026-11-22T+8:14Z",
            "2026-11-2éT08:4Z",
        ] {
            assert_eq!(Moment::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn dates_are_short_within_the_year() {
        let today = Day::from_ymd(2026, 11, 22).expect("a day");
        assert_eq!(today.long(), "Sunday 22 November");
        assert_eq!(today.short(today), "22 Nov");
        assert_eq!(today.plus(-400).short(today), "18 Oct 2025");
    }
}
