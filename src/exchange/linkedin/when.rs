//! Dates as the export and the spreadsheets after it write them, and the zone of each column.

use chrono::{Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::America::Los_Angeles;

use crate::domain::time::{Day, Moment};

/// `Connected On`: the UTC day, with or without a time.
pub fn day(text: &str) -> Option<Day> {
    Some(Stamp::read(text)?.date.into())
}

/// When a request was sent: the day in US Pacific time, and the moment where the time stands beside it.
pub struct Sent {
    /// The day as the file has it.
    pub on: Day,
    /// The moment; nothing where a spreadsheet dropped the time.
    pub at: Option<Moment>,
}

/// `Sent At`: US Pacific time with daylight saving, which the file does not say. Of an hour that happens twice the
/// earlier; an hour that does not happen is one later.
pub fn sent(text: &str) -> Option<Sent> {
    let stamp = Stamp::read(text)?;
    let Some(time) = stamp.time else { return Some(Sent { on: stamp.date.into(), at: None }) };
    let local = stamp.date.and_time(time);
    if stamp.zone == Zone::Utc {
        let on = Los_Angeles.from_utc_datetime(&local).date_naive().into();
        return Some(Sent { on, at: Some(moment(local)) });
    }
    let utc = |at: NaiveDateTime| match Los_Angeles.from_local_datetime(&at) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Some(time.naive_utc()),
        LocalResult::None => None,
    };
    let at = utc(local).or_else(|| utc(local + Duration::hours(1))).map(moment)?;
    Some(Sent { on: stamp.date.into(), at: Some(at) })
}

/// `DATE` of a message: UTC, whether it says so or not.
pub fn utc(text: &str) -> Option<Moment> {
    Some(moment(Stamp::read(text)?.at()))
}

fn moment(at: NaiveDateTime) -> Moment {
    Moment::from_minutes(at.and_utc().timestamp().div_euclid(60))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    Unsaid,
    Utc,
}

#[derive(Clone, Copy, Debug)]
struct Stamp {
    date: NaiveDate,
    time: Option<NaiveTime>,
    zone: Zone,
}

impl Stamp {
    fn at(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }

    /// `15 Jan 2024`, `4-Apr-21`, `1/22/24, 3:04 PM` (the blank may be U+202F), `2024-01-15`,
    /// `2024-01-15 08:30:12 UTC`, `2024-01-15T08:30Z`, `Jan 15, 2024`.
    fn read(text: &str) -> Option<Self> {
        let mut words = text
            .split(|c: char| c.is_whitespace() || c == ',')
            .flat_map(|word| match word.split_once('T') {
                Some((date, time)) if date.len() == "2024-01-15".len() => [date, time],
                _ => [word, ""],
            })
            .filter(|word| !word.is_empty())
            .peekable();
        let first = words.next()?;
        let date = if first.contains('/') {
            let [month, day, year] = parts(first.split('/'))?;
            NaiveDate::from_ymd_opt(full_year(year)?, number(month)?, number(day)?)?
        } else if first.contains('-') {
            match parts(first.split('-'))? {
                [year, month, day] if year.len() == 4 => {
                    NaiveDate::from_ymd_opt(full_year(year)?, number(month)?, number(day)?)?
                }
                [day, month, year] => worded(day, month, year)?,
            }
        } else {
            let (second, year) = (words.next()?, words.next()?);
            worded(first, second, year).or_else(|| worded(second, first, year))?
        };
        // The first and last years of the calendar would leave it in another zone.
        (1970..=9998).contains(&chrono::Datelike::year(&date)).then_some(())?;
        let mut stamp = Self { date, time: None, zone: Zone::Unsaid };
        if let Some(word) = words.next() {
            let (word, utc) = word.strip_suffix('Z').map_or((word, Zone::Unsaid), |word| (word, Zone::Utc));
            stamp.zone = utc;
            stamp.time = Some(clock(word, words.next_if(|word| half(word).is_some()).and_then(half))?);
        }
        if words.next_if(|word| matches!(*word, "UTC" | "GMT" | "Z")).is_some() {
            stamp.zone = Zone::Utc;
        }
        words.next().is_none().then_some(stamp)
    }
}

fn parts<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<[&'a str; 3]> {
    let three = [words.next()?, words.next()?, words.next()?];
    words.next().is_none().then_some(three)
}

fn number(text: &str) -> Option<u32> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Two digits are of this century: the platform is.
fn full_year(text: &str) -> Option<i32> {
    match text.len() {
        2 => Some(2000 + number(text)? as i32),
        4 => Some(number(text)? as i32),
        _ => None,
    }
}

fn worded(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = MONTHS.iter().position(|name| month.eq_ignore_ascii_case(name))?;
    NaiveDate::from_ymd_opt(full_year(year)?, month as u32 + 1, number(day)?)
}

#[derive(Clone, Copy)]
enum Half {
    Am,
    Pm,
}

fn half(word: &str) -> Option<Half> {
    if word.eq_ignore_ascii_case("am") {
        Some(Half::Am)
    } else if word.eq_ignore_ascii_case("pm") {
        Some(Half::Pm)
    } else {
        None
    }
}

fn clock(word: &str, half: Option<Half>) -> Option<NaiveTime> {
    let mut words = word.split(':');
    let (hour, minute) = (number(words.next()?)?, number(words.next()?)?);
    let second = words.next().map_or(Some(0), |second| number(second.split('.').next()?))?;
    let hour = match (half, hour) {
        (None, hour) => hour,
        (Some(Half::Am), 1..=12) => hour % 12,
        (Some(Half::Pm), 1..=12) => hour % 12 + 12,
        (Some(Half::Am | Half::Pm), _) => return None,
    };
    words.next().is_none().then(|| NaiveTime::from_hms_opt(hour, minute, second))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_form_of_the_years() {
        for text in [
            "15 Jan 2024",
            "15-Jan-24",
            "15-JAN-2024",
            "1/15/24, 3:04 PM",
            "1/15/24",
            "01/15/2024 15:04",
            "2024-01-15",
            "2024-01-15 23:59:59 UTC",
            "2024-01-15T08:30:12.123Z",
            "Jan 15, 2024",
            "15\u{a0}Jan 2024",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2024-01-15"), "{text}");
        }
        assert_eq!(day("4-Apr-21").unwrap().to_string(), "2021-04-04");
        assert_eq!(day("29 Feb 2024").unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in [
            "",
            "x",
            "31 Foo 2024",
            "31 Feb 2024",
            "29 Feb 2023",
            "15 Jan",
            "15 Jan 2024 x",
            "15/1/24",
            "1/15",
            "13/13/24",
            "1/2/3/4",
            "+1/+2/24",
            "1/15/024",
            "2024-01-15 25:00",
            "1/15/24, 13:04 PM",
            "1/15/24, 0:04 AM",
            "1/15/24, 3:04 PM PM",
            "1/15/24, 3",
            "0000-01-01",
            "9999-12-31",
            "1 Jan 99999",
            "-1-2",
            "２０２４-01-15",
            "urn:li:member:1",
        ] {
            assert_eq!((day(text), sent(text).map(|sent| sent.on), utc(text)), (None, None, None), "{text}");
        }
    }

    fn minute(text: &str) -> String {
        sent(text).and_then(|sent| sent.at).map(|at| at.to_string()).unwrap_or_default()
    }

    #[test]
    fn sent_at_keeps_its_pacific_day_and_no_time_is_made_up() {
        for (text, on, timed) in [
            ("7/22/24, 5:30 PM", "2024-07-22", true), // another day in UTC
            ("22-Jul-24", "2024-07-22", false),
            ("7/22/2024", "2024-07-22", false),
            ("2024-07-23 00:30:00 UTC", "2024-07-22", true),
        ] {
            let sent = sent(text).unwrap();
            assert_eq!((sent.on.to_string().as_str(), sent.at.is_some()), (on, timed), "{text}");
        }
    }

    #[test]
    fn the_rule_by_which_days_are_compared_is_that_of_the_time_zone_database() {
        let first = Day::from_ymd(2010, 1, 1).unwrap().midnight_utc().minutes();
        for minute in
            (first..).step_by(24 * 60).take(25 * 366).flat_map(|day| [419, 420, 479, 480].map(|m| day + m))
        {
            let at = Moment::from_minutes(minute);
            let there = Los_Angeles.timestamp_opt(minute * 60, 0).unwrap().date_naive();
            assert_eq!(at.pacific_day(), Day::from(there), "{at}");
        }
    }

    #[test]
    fn sent_at_is_pacific_time_with_daylight_saving() {
        assert_eq!(minute("1/22/24, 3:04 PM"), "2024-01-22T23:04Z");
        assert_eq!(minute("1/22/24, 3:04\u{202f}PM"), "2024-01-22T23:04Z");
        assert_eq!(minute("7/22/24, 5:30 PM"), "2024-07-23T00:30Z"); // another day in UTC
        assert_eq!(minute("7/22/24, 12:00 AM"), "2024-07-22T07:00Z");
        assert_eq!(minute("7/22/24, 12:00 PM"), "2024-07-22T19:00Z");
        assert_eq!(minute("2024-01-22 15:04"), "2024-01-22T23:04Z");
        assert_eq!(minute("2024-01-22 15:04:00 UTC"), "2024-01-22T15:04Z"); // says its zone
    }

    #[test]
    fn the_two_nights_of_the_year_have_one_answer() {
        assert_eq!(minute("3/10/24, 1:59 AM"), "2024-03-10T09:59Z");
        assert_eq!(minute("3/10/24, 2:30 AM"), "2024-03-10T10:30Z"); // does not happen: 3:30 AM
        assert_eq!(minute("3/10/24, 3:00 AM"), "2024-03-10T10:00Z");
        assert_eq!(minute("11/3/24, 1:30 AM"), "2024-11-03T08:30Z"); // happens twice: the earlier
        assert_eq!(minute("11/3/24, 2:30 AM"), "2024-11-03T10:30Z");
    }

    #[test]
    fn a_message_has_its_time_in_utc() {
        assert_eq!(utc("2024-01-15 08:30:12 UTC").unwrap().to_string(), "2024-01-15T08:30Z");
        assert_eq!(utc("1/15/18, 10:11 PM").unwrap().to_string(), "2018-01-15T22:11Z");
    }
}
