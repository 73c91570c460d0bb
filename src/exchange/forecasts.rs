//! The documented shape of a forecast, and of the histories that are read from standard input.

use serde::{Deserialize, Serialize};

/// The first line of a history: the day, and the day of the export from which all of it comes, where that is so.
#[derive(Clone, Copy, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Head {
    pub today: i32,
    #[serde(default)]
    pub export: Option<i32>,
}

/// A request of a history; days are numbers.
#[derive(Clone, Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Line {
    pub id: serde_json::Value,
    #[serde(deserialize_with = "Option::deserialize")]
    pub sent: Option<i32>,
    #[serde(default)]
    pub accepted: Option<i32>,
    #[serde(default)]
    pub withdrawn: Option<i32>,
    #[serde(default)]
    pub declined: Option<i32>,
    #[serde(default)]
    pub verified: Option<i32>,
    #[serde(default)]
    pub known_since: Option<i32>,
    #[serde(default)]
    pub message: Option<String>,
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub signs: Option<Vec<String>>,
}

/// A forecast. `D` is how a day is written: a date, or with histories a number.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Said<D> {
    pub id: serde_json::Value,
    pub contact: Option<String>,
    pub sent_on: D,
    pub age_days: i64,
    pub as_of: D,
    pub p_eventual: f64,
    pub p_low: f64,
    pub p_high: f64,
    pub p_7d: f64,
    pub p_30d: f64,
    pub stage: &'static str,
    pub label: &'static str,
    pub action: &'static str,
    pub basis: &'static str,
    pub resolved: f64,
    pub quiet_age_days: i64,
    pub stale_age_days: i64,
    pub reasons: Vec<String>,
}
