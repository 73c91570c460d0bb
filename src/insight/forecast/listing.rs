//! What exports can teach, and what they cannot. An export lists the pending requests, and the accepted ones for 180 days
//! after their acceptance; withdrawn ones are never listed. So only a part of it is complete, and old rows are listed
//! *because* they were accepted.

use super::case::LeftOut;

/// Rows sent so many days before an export, or less, are complete but for those that were withdrawn.
const COMPLETE_DAYS: i32 = 170;
/// So many accepted rows without a pending one between them, and a chance below this: old ones were withdrawn.
const LEAST_CLEARED: usize = 3;
const CLEARED_CHANCE: f64 = 0.01;

/// A request as exports list it. Days are numbers, one a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// The day it was sent.
    pub sent: i32,
    /// The day it was accepted, as far as is known today.
    pub accepted: Option<i32>,
    /// The places of the exports that list it, in order.
    pub on: Vec<usize>,
    /// The day the next request to the same person was sent, where there is one.
    pub superseded: Option<i32>,
    /// The last day on which it was known to wait, by an export or by the user's word.
    pub confirmed: Option<i32>,
}

impl Listed {
    // Pending, as an export of that day tells.
    fn pending_on(&self, day: i32) -> bool {
        self.accepted.is_none_or(|accepted| accepted > day)
    }
}

/// The complete part of one export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The day it was taken.
    pub day: i32,
    /// Rows sent on this day or later are complete.
    pub start: i32,
    /// Old pending ones had been withdrawn.
    pub cleared: bool,
    /// The pending row at its beginning, picked because it is pending: no part of the sample.
    pub edge: Option<String>,
}

/// The complete parts of exports taken on these days, in their order.
pub fn parts(exports: &[i32], rows: &[Listed]) -> Vec<Part> {
    let mut before = None;
    exports
        .iter()
        .enumerate()
        .map(|(at, day)| {
            let part = part(at, *day, before, rows);
            before = Some(*day);
            part
        })
        .collect()
}

fn part(at: usize, day: i32, before: Option<i32>, rows: &[Listed]) -> Part {
    let least = day.saturating_sub(COMPLETE_DAYS);
    let within: Vec<&Listed> = rows
        .iter()
        .filter(|row| row.on.contains(&at) && (least..=day).contains(&row.sent))
        .filter(|row| row.superseded.is_none_or(|next| next > day))
        .collect();
    let pending = || within.iter().filter(|row| row.pending_on(day));
    let oldest = pending().map(|row| row.sent).min().unwrap_or(day.saturating_add(1));
    let accepted = |since: bool| {
        within.iter().filter(|row| !row.pending_on(day) && (row.sent >= oldest) == since).count()
    };
    let (k, a, p) = (accepted(false), accepted(true), pending().count());
    let chance = (a as f64 + 1.0) / ((a + p) as f64 + 2.0);
    let cleared = k >= LEAST_CLEARED && k as f64 * chance.ln() < CLEARED_CHANCE.ln();
    let edge = pending().filter(|row| cleared && row.sent == oldest).map(|row| &row.id).min().cloned();
    let start = if cleared { oldest } else { least };
    Part { day, start: before.map_or(start, |before| start.max(before)), cleared, edge }
}

/// The day from which a row is known to be in the sample; nothing where it always was.
///
/// # Errors
/// It is listed only because it was accepted.
pub fn known_since(row: &Listed, parts: &[Part]) -> Result<Option<i32>, LeftOut> {
    let Some(part) = row.on.first().and_then(|at| parts.get(*at)) else { return Ok(None) };
    if row.sent >= part.start && part.edge.as_ref() != Some(&row.id) {
        Ok(None)
    } else if row.pending_on(part.day) {
        Ok(Some(part.day))
    } else {
        Err(LeftOut::BeforeTheCompletePart)
    }
}

/// The day up to which a row that was not accepted is taken to have waited, where an export that should list it does
/// not: halfway from the last day on which it was known to wait to the next export.
pub fn gone_on(row: &Listed, exports: &[i32]) -> Option<i32> {
    let listed = row.on.last().and_then(|at| exports.get(*at)).copied();
    let last = row.sent.max(listed.unwrap_or(row.sent)).max(row.confirmed.unwrap_or(row.sent));
    let next = *exports.iter().find(|day| **day > last)?;
    Some(last + (next - last).div_euclid(2))
}
