//! Text with a meaning for each line; the screens colour it, the command line prints it.

use crate::insight::stage::Stage;

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The name or the number that matters.
    Strong,
    /// Most text.
    Plain,
    /// Labels, dates, hints.
    Quiet,
    /// What a key does here: shown quietly on a screen, and nowhere else.
    Hint,
    /// A line that is cut where it is too long, not wrapped.
    Brief,
    /// A line of a plot: never wrapped, its signs each with their look.
    Chart,
    /// The head of a table.
    Caption,
    /// A row of a table; whether it has the cursor.
    Row(bool),
    /// Good news.
    Good,
    /// A stage, with its sign in the text.
    Stage(Stage),
}

/// A line of text, wrapped by whoever shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is for.
    pub tone: Tone,
    /// The text, as it came: whoever shows it makes it safe.
    pub text: String,
}

/// A page: lines, built one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
}

impl Page {
    /// Adds a line.
    pub fn line(&mut self, tone: Tone, text: impl Into<String>) -> &mut Self {
        self.lines.push(Line { tone, text: text.into() });
        self
    }

    /// Adds a plain line.
    pub fn plain(&mut self, text: impl Into<String>) -> &mut Self {
        self.line(Tone::Plain, text)
    }

    /// Adds a quiet line.
    pub fn quiet(&mut self, text: impl Into<String>) -> &mut Self {
        self.line(Tone::Quiet, text)
    }

    /// Adds a line about a key.
    pub fn hint(&mut self, text: impl Into<String>) -> &mut Self {
        self.line(Tone::Hint, text)
    }

    /// Adds a strong line.
    pub fn strong(&mut self, text: impl Into<String>) -> &mut Self {
        self.line(Tone::Strong, text)
    }

    /// Adds a blank line, but never two, and none at the top.
    pub fn gap(&mut self) -> &mut Self {
        if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
            self.plain("");
        }
        self
    }

    /// The page without its first line and the blank ones after it: where the name stands in the border already.
    #[must_use]
    pub fn without_title(mut self) -> Self {
        let skip = 1 + self.lines.iter().skip(1).take_while(|line| line.text.is_empty()).count();
        self.lines.drain(..skip.min(self.lines.len()));
        self
    }

    /// The text alone, line by line, without what only a screen has a use for.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter(|line| line.tone != Tone::Hint).map(|line| line.text.as_str())
    }
}
