//! The documented shape of a score, and of the lines that are scored from standard input.

use serde::{Deserialize, Serialize};

/// A line to score.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Asked {
    #[serde(default)]
    pub id: Option<serde_json::Value>,
    pub text: String,
    #[serde(default)]
    pub recipient: Option<AskedRecipient>,
    #[serde(default)]
    pub limit: Option<usize>,
}

/// Whom the message of a line goes to; what is not known may be missing or null.
#[derive(Debug, Default, Deserialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
#[serde(default)]
pub struct AskedRecipient {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub company: Option<String>,
    pub role: Option<String>,
}

/// What is said of a message.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Scored {
    pub id: Option<serde_json::Value>,
    pub score: Option<i32>,
    pub band: Option<&'static str>,
    pub lang: Option<&'static str>,
    pub count: Count,
    pub parts: Parts,
    pub rules: Vec<RulePoints>,
    pub penalty: i32,
    pub caps: Vec<Cap>,
    pub tips: Vec<TipShape>,
}

/// A line that could not be read.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct NotScored {
    pub line: usize,
    pub error: String,
}

/// Length and limit in UTF-16 units.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Count {
    pub used: usize,
    pub limit: usize,
}

/// The three parts.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Parts {
    pub personal: i32,
    pub relevant: i32,
    pub respectful: i32,
}

/// A rule with its points and the first words that it saw.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct RulePoints {
    pub id: &'static str,
    pub points: i32,
    pub max: i32,
    pub span: Option<[usize; 2]>,
}

/// A score above which the message cannot come.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Cap {
    pub id: &'static str,
    pub at: i32,
}

/// Something to do.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct TipShape {
    pub rule: &'static str,
    pub severity: &'static str,
    pub gain: i32,
    pub span: Option<[usize; 2]>,
    pub message: String,
    pub next: String,
}
