//! The loop, for one book: sleeps until something happens, lets the state know, draws once.
//!
//! ```text
//! keyboard ──► Event::Input ─┐                      ┌─► scribe (owns the book) ─┐
//! signals  ──► Event::Stop  ─┼─► loop ─► act, learn ┤                           ├─► Event::News ─► loop
//! terminal ──► Event::Gone  ─┘     └── draws once   └─► helper (long work)   ───┘
//! ```

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::clock::Stopwatch;
use super::event::{Event, Input, Post};
use super::hands::{self, Done, Errand};
use super::helper;
use super::screens::{End, Panic, Screens};
use super::scribe::Job;
use super::{guest, signals, terminal};
use crate::app::act;
use crate::app::effect::Effect;
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::state::State;
use crate::domain::time::Now;
use crate::ui::{self, View};

/// For how long it is not asked again whether another instance wrote, in milliseconds.
const LOOK_EVERY: u128 = 250;

/// For how long nothing has to be typed for a pause, and after how long what was typed is kept without one, in
/// milliseconds.
const REST: u128 = 400;
const LONGEST: u128 = 800;

// So many milliseconds are left of a time that began then; none of one that did not begin.
fn left(since: Option<Stopwatch>, ms: u128) -> u64 {
    since.map_or(0, |watch| ms.saturating_sub(watch.elapsed_ms()) as u64)
}

/// One book on the screens.
pub(super) struct Session<'a> {
    pub(super) screens: &'a mut Screens,
    pub(super) state: State,
    pub(super) view: View,
    pub(super) jobs: Sender<(Job, Now)>,
    pub(super) post: Post,
    /// When it was asked last whether another instance wrote.
    pub(super) looked: Option<Stopwatch>,
    /// When something was last typed into a message.
    pub(super) typed: Option<Stopwatch>,
    /// When a key was last pressed.
    pub(super) pressed: Option<Stopwatch>,
    /// When something was typed first that is not kept yet.
    pub(super) unkept: Option<Stopwatch>,
    /// Why this book will be left, once everything is safe.
    pub(super) leaving: Option<End>,
}

impl Session<'_> {
    /// Works until there is a reason to end.
    pub(super) fn work(&mut self) -> End {
        // A terminal that takes nothing any more is gone; a signal may or may not tell of it.
        let end = self.run().unwrap_or(End::Gone);
        if let End::Signal(_) | End::Gone = end {
            self.keep_typed();
        }
        end
    }

    fn run(&mut self) -> io::Result<End> {
        self.measure()?;
        // What was typed for this book before it was there.
        if let Some(end) = self.take_inputs()? {
            return Ok(end);
        }
        self.draw()?;
        self.learn_more();
        assert!(self.screens.setup.panic != Some(Panic::Main), "asked to, by --panic main");
        loop {
            let mut next = self.screens.wait(self.pause_in());
            learn(&mut self.state, News::Now(self.screens.setup.clock.now()));
            if self.typing_pause_in().is_some_and(|left| left.is_zero()) {
                self.pause()?;
            }
            while let Some(event) = next {
                if let Some(end) = self.take(event)? {
                    return Ok(end);
                }
                next = self.screens.next();
            }
            self.draw()?;
            self.learn_more();
        }
    }

    /// How long it is until a message that is being typed is kept, where one waits for that.
    fn pause_in(&self) -> Option<Duration> {
        let learns = self.state.whole && self.state.outlook.awaits_rest();
        let rest = learns.then(|| Duration::from_millis(left(self.pressed, REST)));
        rest.into_iter().chain(self.typing_pause_in()).min()
    }

    /// The same for a message alone.
    fn typing_pause_in(&self) -> Option<Duration> {
        self.state.compose.awaits_pause().then(|| {
            let kept_by = self.unkept.map_or(u64::MAX, |since| left(Some(since), LONGEST));
            Duration::from_millis(left(self.typed, REST).min(kept_by))
        })
    }

    /// A pause, where there is one; whoever never pauses is not to lose more than they typed in a second.
    fn pause(&mut self) -> io::Result<()> {
        self.unkept = None;
        let paused = left(self.typed, REST) == 0;
        let effects = learn(&mut self.state, if paused { News::Paused } else { News::TypedLong });
        self.fulfil(effects)
    }

    fn draw(&mut self) -> io::Result<()> {
        let (state, view) = (&self.state, &mut self.view);
        self.screens.screen.terminal.draw(|frame| ui::draw(frame, state, view))?;
        learn(&mut self.state, News::Scrolled(self.view.most));
        Ok(())
    }

    /// Sends the helper to learn, where there is something new to learn from. What is shown does not wait for it.
    fn learn_more(&mut self) {
        // Not between two keys: a fit has a core to itself, and there may be no other. But whoever looks at Insights waits.
        if (left(self.pressed, REST) == 0 || self.state.awaits_review())
            && let Some(from) = self.state.to_learn()
        {
            helper::learn(from, &self.post);
        }
    }

    fn take(&mut self, event: Event) -> io::Result<Option<End>> {
        match event {
            Event::Stop(signal) => return Ok(Some(End::Signal(signal))),
            Event::Gone => return Ok(Some(End::Gone)),
            Event::Suspend => self.suspend()?,
            Event::Continued => self.retake()?,
            Event::Resized => self.measure()?,
            Event::News(session, news) => {
                if self.post.is_of(session) {
                    // What could not be saved has to be seen: the user stays, and decides again.
                    if matches!(news, News::NotSaved(..)) {
                        self.leaving = None;
                    }
                    let effects = learn(&mut self.state, news);
                    self.fulfil(effects)?;
                    return self.take_inputs();
                }
            }
            Event::Input(inputs) => {
                self.pressed = Some(Stopwatch::start());
                self.look();
                self.screens.typed(inputs);
                return self.take_inputs();
            }
            // It was given up already.
            Event::EditorEnded(_) => {}
        }
        Ok(None)
    }

    /// What is being written is kept, as Esc keeps it.
    fn keep_typed(&mut self) {
        let effects = act::keep_typed(&mut self.state);
        // What it wishes of a terminal that is gone cannot be fulfilled.
        let _ = self.fulfil(effects);
    }

    /// Does what was typed; what comes after a key that leaves the book is meant for the next one.
    fn take_inputs(&mut self) -> io::Result<Option<End>> {
        while self.leaving.is_none()
            && let Some(input) = self.screens.next_input(|input| match input {
                Input::Key(key) => act::may_come(&self.state, *key),
                Input::Paste(_) => self.state.whole,
                Input::Focus => true,
            })
        {
            let typed = !matches!(input, Input::Focus);
            let effects = match input {
                Input::Key(key) => act::press(&mut self.state, key),
                Input::Paste(text) => act::paste(&mut self.state, &text),
                Input::Focus => Vec::new(),
            };
            if !self.state.compose.awaits_pause() {
                (self.typed, self.unkept) = (None, None);
            } else if typed {
                self.typed = Some(Stopwatch::start());
                self.unkept.get_or_insert_with(Stopwatch::start);
            }
            self.fulfil(effects)?;
        }
        Ok(self.leaving.take_if(|_| self.state.history.unsaved.is_empty()))
    }

    /// Asks whether another instance wrote. Only the scribe's own connection can tell, so somebody has to ask it.
    fn look(&mut self) {
        if self.looked.is_none_or(|watch| watch.elapsed_ms() >= LOOK_EVERY) {
            self.looked = Some(Stopwatch::start());
            self.send(Job::Look);
        }
    }

    fn send(&self, job: Job) {
        let _ = self.jobs.send((job, self.state.now));
    }

    fn fulfil(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            match hands::fulfil(effect, &self.state) {
                Done::News(news) => {
                    waiting.extend(news.map(|news| learn(&mut self.state, news)).unwrap_or_default());
                }
                Done::Job(job) => self.send(job),
                Done::Errand(errand) => match errand {
                    Errand::Leave(end) => self.leaving = Some(end),
                    Errand::Redraw => self.screens.screen.clear()?,
                    Errand::Suspend => self.suspend()?,
                    Errand::StopReading => drop(self.screens.tickets.next()),
                    Errand::Read(path) => {
                        let (network, now) = (self.state.network.clone(), self.state.now);
                        helper::read_export(path, network, now, &self.screens.tickets, &self.post);
                    }
                    Errand::Edit(purpose, text) => {
                        let news = match self.lend(|screens| guest::edit(screens, &text))? {
                            Ok(Some(text)) => News::Edited(purpose, text),
                            Ok(None) => News::Said("the text is as it was".into()),
                            Err(why) => News::Trouble(why),
                        };
                        waiting.extend(learn(&mut self.state, news));
                    }
                },
            }
        }
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        if signals::shell_waits() {
            self.lend(|_| signals::stop_here())
        } else {
            learn(&mut self.state, News::Said("there is no shell here to go back to".into()));
            Ok(())
        }
    }

    /// Lets somebody else have the terminal for a while.
    fn lend<T>(&mut self, to: impl FnOnce(&mut Screens) -> T) -> io::Result<T> {
        terminal::give_back();
        let result = to(self.screens);
        self.retake()?;
        Ok(result)
    }

    /// Takes the terminal again. Nobody told us where it got another size meanwhile.
    fn retake(&mut self) -> io::Result<()> {
        self.screens.screen.retake()?;
        self.measure()
    }

    fn measure(&mut self) -> io::Result<()> {
        let size = self.screens.screen.terminal.size()?;
        learn(&mut self.state, News::Sized(size.width, size.height));
        Ok(())
    }
}
