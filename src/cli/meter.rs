//! How far a long import is, in one line on standard error: what it does, on how much, and for how long. Only in a
//! terminal, and only where it takes long.

use std::io::{IsTerminal, Write, stderr};

use crate::exchange::linkedin::Progress;
use crate::runtime::clock::Stopwatch;

/// Work that takes no longer than this says nothing of its progress, in milliseconds.
const SILENT: u128 = 1_000;
/// What has to do with so many rows takes long enough to be said before it begins.
const MANY: usize = 50_000;
const MIB: u64 = 1 << 20;

/// What an import is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It reads a table: so many bytes of so many.
    Reading(Progress),
    /// It compares so many rows with the book.
    Comparing(usize),
    /// It copies the book, before so many changes.
    Copying(usize),
    /// It writes so many changes down.
    Saving(usize),
}

impl Step {
    /// What is said of it.
    fn text(self, seconds: u128) -> String {
        let what = match self {
            Step::Reading(Progress { doing, done, of }) if of >= MIB => {
                let percent = (done.min(of) * 100).checked_div(of).unwrap_or(0);
                format!("{doing}: {} of {} MiB, {percent} %", grouped(done.min(of) / MIB), grouped(of / MIB))
            }
            Step::Reading(Progress { doing, .. }) => doing.to_owned(),
            Step::Comparing(rows) => format!("comparing {} rows with what is known", grouped(rows as u64)),
            Step::Copying(_) => "copying the book aside".to_owned(),
            Step::Saving(changes) => format!("saving {} changes", grouped(changes as u64)),
        };
        format!("{what} ({seconds} s)")
    }

    /// How many rows it has to do with, where it says nothing more until it is done.
    fn rows(self) -> usize {
        match self {
            Step::Reading(_) => 0,
            Step::Comparing(rows) | Step::Copying(rows) | Step::Saving(rows) => rows,
        }
    }
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Tells on standard error how far it is.
pub struct Meter {
    watch: Stopwatch,
    shown: bool,
}

impl Meter {
    /// Begins to count.
    pub fn start() -> Self {
        Self { watch: Stopwatch::start(), shown: false }
    }

    /// Says what it is at, where that is worth a word.
    pub fn show(&mut self, step: Step) {
        let elapsed = self.watch.elapsed_ms();
        if (elapsed > SILENT || step.rows() >= MANY) && stderr().is_terminal() {
            let _ = write!(stderr(), "\r{}\x1b[K", step.text(elapsed / 1_000));
            self.shown = true;
        }
    }
}

impl Drop for Meter {
    /// Takes the line away.
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_says_what_it_does_and_on_how_much() {
        let reading = |done, of| Step::Reading(Progress { doing: "reading connections", done, of });
        for (step, said) in [
            (reading(43 << 20, 150 << 20), "reading connections: 43 of 150 MiB, 28 % (3 s)"),
            (reading(9 << 30, 1 << 30), "reading connections: 1,024 of 1,024 MiB, 100 % (3 s)"),
            (reading(0, 0), "reading connections (3 s)"),
            (Step::Comparing(1_000_000), "comparing 1,000,000 rows with what is known (3 s)"),
            (Step::Copying(999), "copying the book aside (3 s)"),
            (Step::Saving(12_345), "saving 12,345 changes (3 s)"),
        ] {
            assert_eq!(step.text(3), said);
        }
    }

    #[test]
    fn only_what_is_about_many_rows_is_said_before_it_takes_long() {
        let reading = Step::Reading(Progress { doing: "reading messages", done: 1, of: u64::MAX });
        for (step, said) in [
            (reading, false),
            (Step::Comparing(30_000), false),
            (Step::Comparing(MANY), true),
            (Step::Saving(MANY), true),
        ] {
            assert_eq!(step.rows() >= MANY, said, "{step:?}");
        }
    }
}
