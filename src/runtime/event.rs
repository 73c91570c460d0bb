//! What the loop wakes up for.

use std::io;
use std::process::ExitStatus;
use std::sync::mpsc::Sender;

use crate::app::key::Key;
use crate::app::news::News;

/// Something to wake up for.
#[derive(Debug)]
pub enum Event {
    /// What was typed since the last batch.
    Input(Vec<Input>),
    /// What a thread of this session has to tell.
    News(u32, News),
    /// A signal asks to end; its number.
    Stop(i32),
    /// A signal asks to stop for a while.
    Suspend,
    /// The program goes on after it was stopped.
    Continued,
    /// The terminal has another size.
    Resized,
    /// The terminal is gone.
    Gone,
    /// The editor, which had the terminal, ended.
    EditorEnded(io::Result<ExitStatus>),
}

/// Something that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A pasted text.
    Paste(String),
    /// The terminal came to the front.
    Focus,
}

/// Where the threads of one session send their news. A session is one book on the screens: what is told about the
/// book before has no place in it.
#[derive(Clone, Debug)]
pub struct Post {
    to: Sender<Event>,
    session: u32,
}

impl Post {
    /// For the threads of this session.
    pub fn new(to: &Sender<Event>, session: u32) -> Self {
        Self { to: to.clone(), session }
    }

    /// Sends news; where nobody listens any more, nobody needs them.
    pub fn send(&self, news: News) {
        let _ = self.to.send(Event::News(self.session, news));
    }

    /// Whether news of this session are meant.
    pub fn is_of(&self, session: u32) -> bool {
        self.session == session
    }
}
