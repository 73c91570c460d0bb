//! What can be undone in a text: a word, a pause, a run of deletions, or one thing done as a whole.

/// A text, and the line and character at which the cursor stood.
type Moment = (String, (usize, usize));

/// How many steps are kept.
const MOST: usize = 200;

/// What is done to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A letter of a word.
    Letter,
    /// A blank behind one.
    Blank,
    /// A letter taken away.
    Deleted,
    /// Something that is a step alone.
    Whole,
}

impl Kind {
    /// What typing this character is.
    pub fn typed(c: char) -> Self {
        if c.is_whitespace() { Kind::Blank } else { Kind::Letter }
    }
}

/// The steps back and forth.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    back: Vec<Moment>,
    forth: Vec<Moment>,
    last: Option<Kind>,
}

impl Steps {
    /// Whether what is done now begins a step: the blanks behind a word belong to it.
    pub fn begins(&mut self, kind: Kind) -> bool {
        let goes_on = matches!(
            (self.last, kind),
            (Some(Kind::Letter), Kind::Letter | Kind::Blank)
                | (Some(Kind::Blank), Kind::Blank)
                | (Some(Kind::Deleted), Kind::Deleted)
        );
        self.last = Some(kind);
        !goes_on
    }

    /// Keeps what was, before a step begins.
    pub fn keep(&mut self, text: String, place: (usize, usize)) {
        self.back.push((text, place));
        let over = self.back.len().saturating_sub(MOST);
        self.back.drain(..over);
        self.forth.clear();
    }

    /// What comes now is a step of its own.
    pub fn pause(&mut self) {
        self.last = None;
    }

    /// What was before the last step.
    pub fn back(&mut self, now: Moment) -> Option<Moment> {
        self.last = None;
        let before = self.back.pop()?;
        self.forth.push(now);
        Some(before)
    }

    /// What was before the last step back.
    pub fn forth(&mut self, now: Moment) -> Option<Moment> {
        self.last = None;
        let after = self.forth.pop()?;
        self.back.push(now);
        Some(after)
    }
}
