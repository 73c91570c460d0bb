//! The day of an export: by the time of its tables, by its name, or by what is in it.

use crate::domain::arrival::AsOf;
use crate::domain::time::Day;

/// The day, and how it is known. `texts` are the archive's or folder's own name and the paths of its tables, `taken`
/// the days of its tables in the archive.
///
/// The time of a table counts only where it is not after the date in the name and at most two days before: so it is
/// in an archive as LinkedIn sends it. In one that was packed again it is the time of saving, which says nothing.
pub fn find<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    taken: &[Day],
    newest: Option<Day>,
) -> Option<(Day, AsOf)> {
    let Some(named) = texts.into_iter().find_map(in_name) else {
        return newest.map(|day| (day, AsOf::Newest));
    };
    // The older of the two tables: what it does not know yet, the export does not know.
    let table = taken.iter().filter(|day| (0..=2).contains(&named.since(**day))).min();
    Some(table.map_or((named, AsOf::Name), |day| (*day, AsOf::Table)))
}

/// The date in a name such as `Basic_LinkedInDataExport_11-20-2026.zip.zip`.
fn in_name(name: &str) -> Option<Day> {
    name.as_bytes().windows(10).enumerate().find_map(|(at, part)| {
        let text = std::str::from_utf8(part).ok()?;
        let (month, rest) = text.split_once('-')?;
        let (day, year) = rest.split_once('-')?;
        let digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        let alone = !name.as_bytes()[..at].last().is_some_and(u8::is_ascii_digit)
            && !name.as_bytes().get(at + 10).is_some_and(u8::is_ascii_digit);
        if !(alone && digits(month, 2) && digits(day, 2) && digits(year, 4)) {
            return None;
        }
        Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_date_in_a_name_is_month_first() {
        for name in [
            "Basic_LinkedInDataExport_11-20-2026.zip",
            "Complete_LinkedInDataExport_11-20-2026.zip.zip",
            "Basic_LinkedInDataExport_11-20-2026 (1).zip",
            "11-20-2026",
        ] {
            assert_eq!(in_name(name), Some(day("2026-11-20")), "{name}");
        }
        for name in ["export.zip", "20-11-2026", "111-20-2026", "11-20-20261", "é1-20-2026é", ""] {
            assert_eq!(in_name(name), None, "{name}");
        }
    }

    #[test]
    fn the_time_of_a_table_counts_only_close_before_the_date_in_the_name() {
        let names = ["Basic_LinkedInDataExport_11-20-2026.zip"];
        let find = |taken: &[&str]| {
            let taken: Vec<Day> = taken.iter().map(|text| day(text)).collect();
            find(names, &taken, Some(day("2026-11-12"))).map(|(day, how)| (day.to_string(), how))
        };
        assert_eq!(find(&["2026-11-19"]), Some(("2026-11-19".into(), AsOf::Table)));
        assert_eq!(find(&["2026-11-19", "2026-11-18"]), Some(("2026-11-18".into(), AsOf::Table)));
        assert_eq!(find(&["2026-11-17"]), Some(("2026-11-20".into(), AsOf::Name)));
        assert_eq!(find(&["2026-11-21", "1980-01-01"]), Some(("2026-11-20".into(), AsOf::Name)));
        assert_eq!(find(&[]), Some(("2026-11-20".into(), AsOf::Name)));
    }

    #[test]
    fn without_a_date_in_the_name_the_newest_in_the_data_counts() {
        let newest = Some(day("2026-11-12"));
        assert_eq!(find(["export.zip"], &[day("2026-11-19")], newest), newest.map(|day| (day, AsOf::Newest)));
        assert_eq!(find(["export.zip"], &[], None), None);
    }
}
