//! What went wrong, with the exit code that goes with it.

use std::io;
use std::process::ExitCode;

use crate::domain::refusal::Refusal;
use crate::domain::visible;
use crate::exchange::linkedin::Unreadable;
use crate::runtime::config::NotTaken;
use crate::runtime::target::NotWritten;
use crate::store::{NotSaved, StoreError};

/// What went wrong, by exit code.
#[derive(Debug)]
pub enum Problem {
    /// 0: whoever reads what is printed has seen enough.
    Closed,
    /// 1: nobody of that name, several, or an action that is not possible.
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
            Problem::Closed => 0,
            Problem::Refused(_) => 1,
            Problem::Usage(_) => 2,
            Problem::File(_) => 3,
            Problem::Book(_) => 4,
        })
    }

    /// What the user is told, where there is something to tell.
    pub fn text(&self) -> Option<&str> {
        match self {
            Problem::Closed => None,
            Problem::Refused(text) | Problem::Usage(text) | Problem::File(text) | Problem::Book(text) => {
                Some(text)
            }
        }
    }
}

impl From<io::Error> for Problem {
    /// From printing: all else says more than a bare error of the system.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Problem::Closed,
            _ => Problem::File(format!("could not print: {error}")),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        // One sentence, whatever name it quotes.
        Problem::Refused(visible::line(refusal.as_str()).into_owned())
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

impl From<NotWritten> for Problem {
    fn from(not_written: NotWritten) -> Self {
        match not_written {
            NotWritten::There(why) => Problem::Refused(format!("{why}, or use --force")),
            NotWritten::Unwanted(why) => Problem::Refused(why),
            NotWritten::Impossible(why) => Problem::File(why),
        }
    }
}

impl From<NotTaken> for Problem {
    fn from(not_taken: NotTaken) -> Self {
        match not_taken {
            NotTaken::Unread(why) => Problem::File(why),
            NotTaken::Wrong(why) => Problem::Usage(why),
        }
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
