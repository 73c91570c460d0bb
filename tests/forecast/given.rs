//! Reads the reference values: `reference.json`, whose head says how they were made.

use inroads::insight::forecast::age::When;
use inroads::insight::forecast::case::Case;
use inroads::insight::forecast::history::Level;
use serde_json::Value;

/// A part of the reference values.
pub fn given(part: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("reference.json")).expect("reference values");
    all[part].as_array().cloned().unwrap_or_else(|| panic!("no part {part}"))
}

pub fn name(case: &Value) -> &str {
    case["name"].as_str().expect("a name")
}

pub fn id_of(case: &Value) -> String {
    case["id"].to_string()
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

pub fn day(value: &Value) -> Option<i32> {
    value.as_i64().map(|day| day as i32)
}

/// A whole number is a day, a fraction an instant.
pub fn when(value: &Value) -> Option<When> {
    match day(value) {
        Some(day) => Some(When::Day(day)),
        None => value.as_f64().map(When::At),
    }
}

pub fn case(row: &Value) -> Case {
    Case {
        sent: when(&row["sent"]),
        accepted: when(&row["accepted"]),
        withdrawn: day(&row["withdrawn"]),
        declined: day(&row["declined"]),
        verified: day(&row["verified"]),
        known_since: day(&row["known_since"]),
        known_late: row["accepted_known_late"].as_bool() == Some(true),
    }
}

pub fn levels(row: &Value) -> Vec<Level> {
    ["message", "source"]
        .into_iter()
        .filter_map(|factor| Some((factor.into(), row[factor].as_str()?.to_owned().into())))
        .collect()
}

/// Fails unless the two are as close as the reference allows.
#[track_caller]
pub fn near(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() <= tolerance, "{what}: {found}, not {wanted}");
}

#[track_caller]
pub fn near_share(found: f64, wanted: f64, share: f64, what: &str) {
    near(found, wanted, wanted.abs() * share + 1e-12, what);
}
