//! What the loop wakes up for.

use crate::app::key::Key;
use crate::app::news::News;

/// Something to wake up for.
#[derive(Debug)]
pub enum Event {
    /// What was typed since the last batch.
    Input(Vec<Input>),
    /// What another thread has to tell.
    News(News),
    /// A signal asks to end; its number.
    Stop(i32),
    /// The program goes on after it was stopped.
    Continued,
    /// The terminal is gone.
    Gone,
}

/// Something that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A pasted text.
    Paste(String),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The terminal came to the front.
    Focus,
}
