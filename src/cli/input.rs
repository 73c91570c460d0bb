//! Standard input: a text that is given with `-`, and a question that is answered with `y`.

use std::io::{IsTerminal, Read, Write, stderr, stdin};

use super::problem::Problem;
use crate::domain::visible;

/// The longest text that is read: a note is no book.
const MOST: u64 = 1 << 20;

/// The text itself, or what standard input holds where it is `-`.
pub fn text(text: &str) -> Result<String, Problem> {
    if text != "-" {
        return Ok(text.to_owned());
    }
    let could_not = |why: &str| Problem::File(format!("could not read standard input: {why}"));
    let mut bytes = Vec::new();
    stdin().lock().take(MOST + 1).read_to_end(&mut bytes).map_err(|error| could_not(&error.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(could_not("it is longer than 1 MiB"));
    }
    let text = String::from_utf8(bytes).map_err(|_| could_not("it is not text in UTF-8"))?;
    Ok(text.replace("\r\n", "\n"))
}

/// What a question came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// `y`.
    Yes,
    /// Anything else.
    No,
    /// There is no terminal, so nothing was asked.
    NotAsked,
}

/// Asks in a terminal; only `y` is a yes.
pub fn ask(question: &str) -> Answer {
    if !stdin().is_terminal() || !stderr().is_terminal() {
        return Answer::NotAsked;
    }
    let _ = write!(stderr(), "{} [y/N] ", visible::line(question));
    let mut answer = String::new();
    match stdin().read_line(&mut answer) {
        Ok(_) if matches!(answer.trim(), "y" | "Y" | "yes") => Answer::Yes,
        _ => Answer::No,
    }
}
