//! What went wrong, with the exit code that goes with it.

use std::fmt;
use std::process::ExitCode;

use crate::domain::refusal::Refusal;
use crate::exchange::linkedin::Unreadable;
use crate::store::{NotSaved, StoreError};

/// What went wrong, by exit code.
#[derive(Debug)]
pub enum Problem {
    /// 1: nobody of that name, several, or a refused action.
    Refused(String),
    /// 2: wrong use.
    Usage(String),
    /// 3: a file could not be read or written at all.
    File(String),
    /// 4: the book cannot be used.
    Book(String),
}

impl Problem {
    /// The exit code.
    pub fn exit(&self) -> ExitCode {
        ExitCode::from(match self {
            Problem::Refused(_) => 1,
            Problem::Usage(_) => 2,
            Problem::File(_) => 3,
            Problem::Book(_) => 4,
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Problem::Refused(text) | Problem::Usage(text) | Problem::File(text) | Problem::Book(text)) =
            self;
        f.write_str(text)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Problem::Refused(refusal.to_string())
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Problem::Book(error.to_string())
    }
}

impl From<Unreadable> for Problem {
    fn from(unreadable: Unreadable) -> Self {
        Problem::File(unreadable.to_string())
    }
}

impl From<NotSaved> for Problem {
    fn from(not_saved: NotSaved) -> Self {
        match not_saved {
            NotSaved::Refused { refusal, .. } => refusal.into(),
            NotSaved::Store(error) => error.into(),
        }
    }
}
