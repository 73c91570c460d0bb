//! The loop: sleeps until something happens, lets the state know, draws once.
//!
//! ```text
//! keyboard ──► Event::Input ─┐                      ┌─► scribe (owns the book) ─┐
//! signals  ──► Event::Stop  ─┼─► loop ─► act, learn ┤                           ├─► Event::News ─► loop
//! terminal ──► Event::Gone  ─┘     └── draws once   └─► helper (long work)   ───┘
//! ```

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::clock::{self, Clock};
use super::event::{Event, Input};
use super::hands::{self, Done};
use super::helper::{self, Tickets};
use super::paths::{self, Paths};
use super::scribe::{self, Job};
use super::terminal::Screen;
use super::{keyboard, outside, signals};
use crate::app::act;
use crate::app::effect::Effect;
use crate::app::keymap::Keymap;
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::state::{BookInfo, BookKind, State};
use crate::domain::time::Now;
use crate::store::Opened;
use crate::ui::theme::Theme;
use crate::ui::{self, View};

type Jobs = Sender<(Job, Now)>;

/// From how many contacts on the search index is made ahead, on the helper thread.
const INDEX_AHEAD: usize = 2_000;

/// What the screens need to begin.
pub struct Setup {
    /// The book, opened.
    pub opened: Opened,
    /// Own or made up.
    pub kind: BookKind,
    /// Where things lie.
    pub paths: Paths,
    /// The clock.
    pub clock: Clock,
    /// The look.
    pub theme: Theme,
    /// The editor's command line.
    pub editor: String,
    /// The keys.
    pub keymap: Keymap,
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

/// Why the screens ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The user quit.
    Quit,
    /// A signal asked to end.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// The made-up network is to be opened.
    Demo,
    /// This backup is to take the place of the book.
    Restore(PathBuf),
}

/// Shows the screens until they end. Everything that was done is saved by then.
///
/// # Errors
/// Where the terminal cannot be used.
pub fn run(setup: Setup) -> std::io::Result<End> {
    let Setup { opened, kind, paths, clock, theme, editor, keymap, mut remarks, panic } = setup;
    let mut screen = Screen::take()?;
    let (to, events) = channel();
    signals::watch(&to)?;
    let (leave, granted) = channel();
    let keys_to = to.clone();
    thread::Builder::new().name("keyboard".into()).spawn(move || keyboard::read(&keys_to, &granted))?;

    let info = BookInfo {
        kind,
        path: opened.book.path().display().to_string(),
        read_only: opened.book.read_only().then(|| "its file cannot be written".to_owned()),
    };
    let now = clock.now();
    let mut state = State::new(opened.network, now, info, &clock::instance(now));
    state.keymap = Arc::new(keymap);
    remarks.extend(opened.remarks.iter().map(ToString::to_string));
    if !remarks.is_empty() {
        learn(&mut state, News::Said(remarks.join("; ")));
    }
    let (jobs, scribe) = start_scribe(opened.book, &to, paths.copies.clone())?;
    if state.network.contacts.len() >= INDEX_AHEAD {
        helper::index(state.network.clone(), &to);
    }
    match panic {
        Some(Panic::Scribe) => drop(jobs.send((Job::Panic, now))),
        Some(Panic::Helper) => helper::panic(),
        Some(Panic::Main) | None => {}
    }
    let size = screen.terminal.size()?;
    learn(&mut state, News::Sized(size.width, size.height));

    let view = View::new(theme);
    let hands = Hands { clock, editor, jobs, to, leave, tickets: Tickets::default(), view };
    let end = hands.work(&mut state, &mut screen, &events, panic);
    // The scribe ends when its last job is done: nothing that was shown as done is lost.
    let _ = scribe.join();
    if end == Ok(End::Gone) {
        // Nobody is there to see it, and the reader of keys may not end by itself.
        std::process::exit(0);
    }
    end.map_err(std::io::Error::other)
}

fn start_scribe(
    book: crate::store::Book,
    to: &Sender<Event>,
    copies: PathBuf,
) -> std::io::Result<(Jobs, JoinHandle<()>)> {
    let (jobs, work) = channel();
    let to = to.clone();
    let scribe = thread::Builder::new()
        .name("scribe".into())
        .spawn(move || scribe::work(book, &work, &to, &copies))?;
    Ok((jobs, scribe))
}

struct Hands {
    clock: Clock,
    editor: String,
    jobs: Jobs,
    to: Sender<Event>,
    leave: Sender<()>,
    tickets: Tickets,
    view: View,
}

impl Hands {
    fn work(
        mut self,
        state: &mut State,
        screen: &mut Screen,
        events: &Receiver<Event>,
        panic: Option<Panic>,
    ) -> Result<End, String> {
        self.draw(state, screen)?;
        assert!(panic != Some(Panic::Main), "asked to, by --panic main");
        loop {
            let first = match self.clock.until_tomorrow() {
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(seconds) => events.recv_timeout(Duration::from_secs(seconds)),
            };
            let first = match first {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(End::Gone),
            };
            learn(state, News::Now(self.clock.now()));
            for event in first.into_iter().chain(std::iter::from_fn(|| events.try_recv().ok())) {
                if let Some(end) = self.take(state, screen, event)? {
                    return Ok(end);
                }
            }
            self.draw(state, screen)?;
        }
    }

    fn draw(&mut self, state: &State, screen: &mut Screen) -> Result<(), String> {
        let view = &mut self.view;
        screen
            .terminal
            .draw(|frame| ui::draw(frame, state, view))
            .map(drop)
            .map_err(|error| error.to_string())
    }

    fn take(&mut self, state: &mut State, screen: &mut Screen, event: Event) -> Result<Option<End>, String> {
        match event {
            Event::Stop(signal) => Ok(Some(End::Signal(signal))),
            Event::Gone => Ok(Some(End::Gone)),
            Event::Continued => screen.retake().map(|()| None).map_err(|error| error.to_string()),
            Event::News(news) => {
                let effects = learn(state, news);
                self.fulfil(state, screen, effects)
            }
            Event::Input(inputs) => {
                for input in inputs {
                    let effects = match input {
                        Input::Key(key) => act::press(state, key),
                        Input::Paste(text) => act::paste(state, &text),
                        Input::Resize(columns, rows) => learn(state, News::Sized(columns, rows)),
                        Input::Focus => {
                            self.send(state, Job::Look);
                            Vec::new()
                        }
                    };
                    if let Some(end) = self.fulfil(state, screen, effects)? {
                        return Ok(Some(end));
                    }
                }
                let _ = self.leave.send(());
                Ok(None)
            }
        }
    }

    fn send(&self, state: &State, job: Job) {
        let _ = self.jobs.send((job, state.now));
    }

    fn fulfil(
        &mut self,
        state: &mut State,
        screen: &mut Screen,
        effects: Vec<Effect>,
    ) -> Result<Option<End>, String> {
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            match hands::fulfil(effect, state) {
                Done::News(news) => waiting.extend(news.map(|news| learn(state, news)).unwrap_or_default()),
                Done::Job(job) => self.send(state, job),
                Done::Loop(Effect::Quit) => return Ok(Some(End::Quit)),
                Done::Loop(Effect::OpenDemo) => return Ok(Some(End::Demo)),
                Done::Loop(Effect::Restore(path)) => {
                    return Ok(Some(End::Restore(PathBuf::from(paths::expand(&path)))));
                }
                Done::Loop(effect) => {
                    let effects =
                        self.with_screen(state, screen, effect).map_err(|error| error.to_string())?;
                    waiting.extend(effects);
                }
            }
        }
        Ok(None)
    }

    fn with_screen(
        &mut self,
        state: &mut State,
        screen: &mut Screen,
        effect: Effect,
    ) -> std::io::Result<Vec<Effect>> {
        match effect {
            Effect::Redraw => screen.terminal.clear()?,
            Effect::Suspend => screen.lend(signals::stop_here)?,
            Effect::Edit(purpose, text) => {
                return Ok(match screen.lend(|| outside::edit(&self.editor, &text))? {
                    Ok(Some(text)) => learn(state, News::Edited(purpose, text)),
                    Ok(None) => learn(state, News::Said("the text is as it was".into())),
                    Err(why) => learn(state, News::Trouble(why)),
                });
            }
            Effect::ReadExport(path) => {
                let path = PathBuf::from(paths::expand(&path));
                helper::read_export(path, state.network.clone(), state.now, &self.tickets, &self.to);
            }
            Effect::CancelRead => {
                self.tickets.next();
            }
            _ => {}
        }
        Ok(Vec::new())
    }
}
