//! The documented shape of `stats --json`.

use serde::Serialize;

/// The answer to a question.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct AnswerShape<'a> {
    pub question: &'static str,
    pub label: &'static str,
    pub n: usize,
    pub said: &'a str,
    pub rows: Vec<RowShape<'a>>,
    pub caveats: &'a [String],
}

/// A row of its table; which figures there are hangs on the question, and on whether there is enough for them.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct RowShape<'a> {
    pub label: &'a str,
    pub figures: Vec<Figure>,
    pub requests: Vec<String>,
}

/// A figure of a row.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the fields are the documented shape itself")]
pub struct Figure {
    pub name: &'static str,
    pub value: f64,
}
