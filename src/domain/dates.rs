//! Reading a date as a person types it: `today`, `3d`, `2w`, `6m`, `1y`, `fri`, `22 nov`, `2026-11-22`.

use super::refusal::Refusal;
use super::time::Day;

/// Which way a date without a year, or a bare number of days, points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toward {
    /// Records look back: `3d` is three days ago, `fri` the last Friday.
    Past,
    /// Snoozing looks forward: `3d` is in three days, `fri` the next Friday.
    Future,
}

/// Reads what was typed, relative to `today`.
///
/// # Errors
/// A sentence that names the forms that are understood.
pub fn parse(text: &str, today: Day, toward: Toward) -> Result<Day, Refusal> {
    let word = text.trim().to_lowercase();
    exact(&word, today)
        .or_else(|| distance(&word, today, toward))
        .or_else(|| weekday(&word, today, toward))
        .or_else(|| calendar(&word, today, toward))
        .ok_or_else(|| {
            let near = match toward {
                Toward::Past => "today",
                Toward::Future => "tomorrow",
            };
            Refusal::new(format!(
                "could not read the date {:?}: use {near}, 3d, 2w, 6m, 1y, fri, 22 nov or 2026-11-22",
                text.trim()
            ))
        })
}

fn exact(word: &str, today: Day) -> Option<Day> {
    match word {
        "today" => Some(today),
        "yesterday" => Some(today.plus(-1)),
        "tomorrow" => Some(today.plus(1)),
        _ => Day::parse(word),
    }
}

fn distance(word: &str, today: Day, toward: Toward) -> Option<Day> {
    let unit = word.chars().last()?;
    let count: u32 = word[..word.len() - unit.len_utf8()].trim().parse().ok()?;
    let days = match unit {
        'd' => 1,
        'w' => 7,
        'm' => return Some(months(count, today, toward)),
        'y' => return Some(months(count.saturating_mul(12), today, toward)),
        _ => return None,
    };
    let days = i64::from(count) * days;
    Some(match toward {
        Toward::Past => today.plus(-days),
        Toward::Future => today.plus(days),
    })
}

/// Calendar months, as the limits of the platform count them.
fn months(count: u32, today: Day, toward: Toward) -> Day {
    match toward {
        Toward::Past => today.minus_months(count),
        Toward::Future => today.plus_months(count),
    }
}

fn weekday(word: &str, today: Day, toward: Toward) -> Option<Day> {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let wanted = names.iter().position(|name| word.len() >= 3 && name.starts_with(word))? as i64;
    let here = i64::from(today.weekday());
    Some(match toward {
        Toward::Future => today.plus((wanted - here - 1).rem_euclid(7) + 1),
        Toward::Past => today.plus(-((here - wanted - 1).rem_euclid(7) + 1)),
    })
}

fn calendar(word: &str, today: Day, toward: Toward) -> Option<Day> {
    let parts: Vec<&str> = word.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let (first, second, year) = match parts[..] {
        [first, second] => (first, second, None),
        [first, second, year] if year.len() == 4 => (first, second, Some(year.parse::<i32>().ok()?)),
        _ => return None,
    };
    let (day, month) = match (first.parse::<u32>(), month(second)) {
        (Ok(day), Some(month)) => (day, month),
        _ => (second.parse().ok()?, month(first)?),
    };
    if let Some(year) = year {
        return Day::from_ymd(year, month, day);
    }
    let (this_year, ..) = today.ymd();
    let years = match toward {
        Toward::Past => [this_year, this_year - 1, this_year - 2, this_year - 3, this_year - 4],
        Toward::Future => [this_year, this_year + 1, this_year + 2, this_year + 3, this_year + 4],
    };
    // Five years, so that 29 February finds its next leap year.
    years.into_iter().filter_map(|year| Day::from_ymd(year, month, day)).find(|found| match toward {
        Toward::Past => *found <= today,
        Toward::Future => *found >= today,
    })
}

/// The number of an English month, from three letters on.
fn month(word: &str) -> Option<u32> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let found = names.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
    Some(found as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, toward: Toward) -> String {
        let today = Day::parse("2026-11-22").expect("a day");
        parse(text, today, toward).map_or_else(|refusal| refusal.to_string(), |day| day.to_string())
    }

    #[test]
    fn snoozing_looks_forward() {
        for (typed, day) in [
            ("3d", "2026-11-25"),
            ("2w", "2026-12-06"),
            ("fri", "2026-11-27"),
            ("sunday", "2026-11-29"),
            ("tomorrow", "2026-11-23"),
            ("22 nov", "2026-11-22"),
            ("21 nov", "2027-11-21"),
            ("9m", "2027-08-22"),
            ("12m", "2027-11-22"),
            ("1y", "2027-11-22"),
            ("2y", "2028-11-22"), // over a leap day
            ("4294967295y", "9999-12-31"),
            ("29 feb", "2028-02-29"),
            ("3 January 2028", "2028-01-03"),
        ] {
            assert_eq!(read(typed, Toward::Future), day, "{typed}");
        }
    }

    #[test]
    fn records_look_back() {
        for (typed, day) in [
            ("3d", "2026-11-19"),
            ("3m", "2026-08-22"),
            ("3y", "2023-11-22"),
            ("4294967295m", "0001-01-01"),
            ("4294967295y", "0001-01-01"),
            ("yesterday", "2026-11-21"),
            ("sun", "2026-11-15"),
            ("nov 23", "2025-11-23"),
            (" Today ", "2026-11-22"),
            ("2026-01-02", "2026-01-02"),
        ] {
            assert_eq!(read(typed, Toward::Past), day, "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_says_which_forms_are() {
        for typed in ["", "soon", "31 feb", "d", "3é", "99999999999d", "fr"] {
            assert!(read(typed, Toward::Past).contains("use today, 3d"), "{typed}");
            assert!(read(typed, Toward::Future).contains("use tomorrow, 3d"), "{typed}");
        }
    }
}
