//! The screens have one terminal, one keyboard and one set of signals from the start to the end of the program, and
//! show one book after the other.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::clock::{self, Clock, Stopwatch};
use super::event::{Event, Input, Post};
use super::helper::{self, Tickets};
use super::scribe::{self, Job, Scribe};
use super::session::Session;
use super::terminal::Screen;
use super::{kept, keyboard, signals, terminal};
use crate::app::compose::template::Template;
use crate::app::keymap::Keymap;
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::state::{BY_SCREEN, BookInfo, BookKind, State};
use crate::store::{Extent, Opened};
use crate::ui::View;
use crate::ui::theme::Theme;

/// What holds for every book.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The clock.
    pub clock: Clock,
    /// The look.
    pub theme: Theme,
    /// The editor's command line.
    pub editor: String,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// The user's own templates.
    pub templates: Arc<Vec<Template>>,
    /// What the user should hear of the configuration.
    pub remarks: Vec<String>,
    /// A thread that panics once the screen is up, to try the promise that the terminal is restored.
    pub panic: Option<Panic>,
}

/// Which thread panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panic {
    /// The one that draws.
    Main,
    /// The one that owns the book.
    Scribe,
    /// The one for long work.
    Helper,
}

/// Why a book is no longer shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The user quit.
    Quit,
    /// A signal asked to end.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A signal or the end of the terminal asked to end, and this could not be saved; in words.
    Unsaved(String),
    /// The book could not be read to its end, and why.
    Unreadable(String),
    /// The other book is to be opened.
    Switch(BookKind),
    /// This backup is to take the place of the book.
    Restore(PathBuf),
}

/// What the keyboard thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keyboard {
    /// It reads.
    Reads,
    /// It sent a batch and waits for leave.
    Waits,
}

/// The terminal, the keyboard and the signals. Dropped, they give the terminal back.
pub struct Screens {
    pub(super) setup: Setup,
    pub(super) screen: Screen,
    pub(super) tickets: Tickets,
    pub(super) to: Sender<Event>,
    events: Receiver<Event>,
    leave: Sender<()>,
    typed: VecDeque<Input>,
    keyboard: Keyboard,
    later: VecDeque<Event>,
    sessions: u32,
}

impl Screens {
    /// Takes the terminal and begins to listen.
    ///
    /// # Errors
    /// Where the terminal cannot be used.
    pub fn start(setup: Setup) -> std::io::Result<Self> {
        let (to, events) = channel();
        // Signals first: from the moment the terminal is taken, it is given back.
        signals::watch(&to)?;
        let screen = Screen::take()?;
        let (leave, granted) = channel();
        let keys_to = to.clone();
        let keyboard = thread::Builder::new().name("keyboard".into());
        keyboard.spawn(move || keyboard::read(&keys_to, &granted))?;
        Ok(Self {
            setup,
            screen,
            tickets: Tickets::default(),
            to,
            events,
            leave,
            typed: VecDeque::new(),
            keyboard: Keyboard::Reads,
            later: VecDeque::new(),
            sessions: 0,
        })
    }

    /// Shows a book, whose copies go to a folder of its own, with something to say at first or not, until there is a reason to stop. Everything that was done
    /// is saved by then, and the book is closed.
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn show(
        &mut self,
        opened: Opened,
        kind: BookKind,
        copies: PathBuf,
        first: Option<News>,
    ) -> std::io::Result<End> {
        self.sessions += 1;
        let post = Post::new(&self.to, self.sessions);
        let Opened { book, network, extent, remarks } = opened;
        let info = BookInfo {
            kind,
            path: book.path().display().to_string(),
            read_only: book.read_only().then(|| "its file cannot be written".to_owned()),
        };
        let now = self.setup.clock.now();
        let instance = clock::instance(now);
        let mut state = match extent {
            Extent::Whole => State::new(network, now, info, &instance),
            Extent::First => State::first(network, now, info, &instance),
        };
        state.begin(kept::fitted(book.kept_fit().ok().flatten()));
        state.outlook.supposed = !kept::keeps(self.setup.clock, kind);
        state.by = format!("{BY_SCREEN} {}", std::process::id());
        state.keymap = Arc::clone(&self.setup.keymap);
        state.compose.own = Arc::clone(&self.setup.templates);
        // What there is to hear of the configuration is heard once.
        let mut said = std::mem::take(&mut self.setup.remarks);
        said.extend(remarks.iter().map(ToString::to_string));
        let said = (!said.is_empty()).then(|| News::Said(said.join("; ")));
        if let Some(news) = first.or(said) {
            learn(&mut state, news);
        }
        let (jobs, work) = channel();
        let news_to = post.clone();
        let scribe = Scribe::new(book, copies);
        let scribe = thread::Builder::new()
            .name("scribe".into())
            .spawn(move || scribe::work(scribe, &work, &news_to))?;
        let first = match extent {
            Extent::First => Job::Load,
            Extent::Whole => Job::Lately,
        };
        let _ = jobs.send((first, now));
        match self.setup.panic {
            Some(Panic::Scribe) => drop(jobs.send((Job::Panic, now))),
            Some(Panic::Helper) => helper::panic(),
            Some(Panic::Main) | None => {}
        }
        let view = View::new(self.setup.theme);
        let mut session = Session {
            screens: self,
            state,
            view,
            jobs,
            post,
            looked: None,
            typed: None,
            // What the first screen needs comes first, and the search index.
            pressed: Some(Stopwatch::start()),
            unkept: None,
            leaving: None,
        };
        let end = session.work();
        let Session { state, jobs, post, .. } = session;
        drop(jobs);
        // The scribe ends when its last job is done: nothing that was shown as done is lost.
        let _ = scribe.join();
        if let End::Quit | End::Signal(_) | End::Gone = end {
            // The program ends: giving a large network back piece by piece would only take time.
            std::mem::forget(state);
        }
        let unsaved = self.unsaved(&post);
        Ok(if unsaved.is_empty() { end } else { End::Unsaved(unsaved.join("; ")) })
    }

    /// What the scribe could not save of what it had when the book was left, in words.
    fn unsaved(&mut self, post: &Post) -> Vec<String> {
        let mut unsaved = Vec::new();
        while let Ok(event) = self.events.try_recv() {
            match event {
                Event::News(session, News::NotSaved(batch, why, _)) if post.is_of(session) => {
                    let what = if batch.is_typing() { "your draft" } else { &batch.what };
                    unsaved.push(format!("could not save \"{what}\": {why}"));
                }
                other => self.later.push_back(other),
            }
        }
        unsaved
    }

    /// Sleeps until there is something to do, until the day changes, or for this time.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) -> Option<Event> {
        if let Some(event) = self.later.pop_front() {
            return Some(event);
        }
        let tomorrow = self.setup.clock.until_tomorrow().map(Duration::from_secs);
        match tomorrow.into_iter().chain(at_most).min() {
            None => self.events.recv().ok(),
            Some(time) => self.events.recv_timeout(time).ok(),
        }
    }

    /// What else is there already.
    pub(super) fn next(&mut self) -> Option<Event> {
        self.later.pop_front().or_else(|| self.events.try_recv().ok())
    }

    /// Waits while somebody else has the terminal; nothing after this time, where there is one.
    pub(super) fn wait_for_guest(&mut self, at_most: Option<Duration>) -> Option<Event> {
        match at_most {
            None => self.events.recv().ok(),
            Some(time) => self.events.recv_timeout(time).ok(),
        }
    }

    /// Keeps an event until the terminal is ours again.
    pub(super) fn keep(&mut self, event: Event) {
        self.later.push_back(event);
    }

    /// Takes a batch from the keyboard.
    pub(super) fn typed(&mut self, inputs: Vec<Input>) {
        self.typed.extend(inputs);
        self.keyboard = Keyboard::Waits;
    }

    /// What was typed next, unless it has to wait; then the keyboard waits as well. After the last of a batch the keyboard gets its leave. What is left where a book is closed
    /// in the middle of a batch is meant for the next one.
    pub(super) fn next_input(&mut self, may_come: impl Fn(&Input) -> bool) -> Option<Input> {
        if self.typed.front().is_some_and(|input| !may_come(input)) {
            return None;
        }
        let input = self.typed.pop_front();
        if input.is_none() && self.keyboard == Keyboard::Waits {
            self.keyboard = Keyboard::Reads;
            terminal::stir();
            let _ = self.leave.send(());
        }
        input
    }
}
