//! The screens without a terminal and without waiting: keys in, the last picture out. For tests, pictures and bug
//! reports. No threads: each wish is fulfilled before the next key.

use std::ops::ControlFlow;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::hands::{self, Done, Errand};
use super::helper;
use super::kept;
use super::scribe::{Job, Scribe};
use super::thrift::{Look, set_look};
use crate::app::act;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::state::State;
use crate::domain::time::Now;
use crate::store::Book;
use crate::ui::theme::Theme;
use crate::ui::{self, View};

/// The screens, played.
pub struct Stage {
    /// The state.
    pub state: State,
    /// Who owns the book behind it.
    scribe: Scribe,
    /// Whether the screens have ended.
    pub ended: bool,
    view: View,
}

/// How a picture is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// Text alone.
    Text,
    /// Text with colours and weights.
    Ansi,
}

impl Stage {
    /// The screens at the start.
    pub fn new(state: State, book: Book, theme: Theme, copies: &Path) -> Self {
        let scribe = Scribe::new(book, copies.to_owned());
        let mut stage = Self { state, scribe, ended: false, view: View::new(theme) };
        stage.state.begin(kept::fitted(stage.scribe.book.kept_fit().ok().flatten()));
        for news in stage.scribe.fulfil(Job::Lately, stage.state.now) {
            learn(&mut stage.state, news);
        }
        stage
    }

    /// The book behind it.
    pub fn book(&mut self) -> &mut Book {
        &mut self.scribe.book
    }

    /// Sets the size of the terminal.
    pub fn size(&mut self, columns: u16, rows: u16) {
        learn(&mut self.state, News::Sized(columns, rows));
    }

    /// Presses keys, one after the other; what comes after the end is not pressed.
    pub fn press(&mut self, keys: &[Key]) {
        // Whoever presses a key has seen a picture, and the first fit with it.
        if self.state.outlook.now.is_none() {
            self.learn_more();
        }
        for key in keys {
            if self.ended {
                return;
            }
            let effects = act::press(&mut self.state, *key);
            self.fulfil(effects);
        }
        self.pause();
    }

    // Nobody waits here: a pause comes when there is nothing more to press.
    fn pause(&mut self) {
        if self.state.compose.awaits_pause() && !self.ended {
            let effects = learn(&mut self.state, News::Paused);
            self.fulfil(effects);
        }
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        if !self.ended {
            let effects = act::paste(&mut self.state, text);
            self.fulfil(effects);
            self.pause();
        }
    }

    /// Lets time pass.
    pub fn now(&mut self, now: Now) {
        let effects = learn(&mut self.state, News::Now(now));
        self.fulfil(effects);
    }

    fn fulfil(&mut self, effects: Vec<Effect>) {
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            for news in self.outcome(effect) {
                waiting.extend(learn(&mut self.state, news));
            }
        }
    }

    fn outcome(&mut self, effect: Effect) -> Vec<News> {
        let done = match effect {
            // Without a terminal there is no clipboard and no browser to give things to.
            Effect::Copy(_, said) => Done::News((!said.is_empty()).then_some(News::Said(said))),
            Effect::Open(address) => Done::News(Some(News::Said(format!("opened {address}")))),
            effect => hands::fulfil(effect, &self.state),
        };
        match done {
            Done::News(news) => news.into_iter().collect(),
            Done::Job(job) => self.scribe.fulfil(job, self.state.now),
            Done::Errand(Errand::Read(path)) => {
                let keep = &mut |_, _, _| ControlFlow::Continue(());
                vec![helper::plan(&path, &self.state.network, self.state.now, keep)]
            }
            Done::Errand(Errand::Leave(_)) => {
                self.ended = true;
                Vec::new()
            }
            Done::Errand(Errand::Edit(..) | Errand::StopReading | Errand::Redraw | Errand::Suspend) => {
                Vec::new()
            }
        }
    }

    // What the helper would have learned by the time somebody looks.
    fn learn_more(&mut self) {
        while let Some(from) = self.state.to_learn() {
            let effects = learn(&mut self.state, News::Learned(Box::new(from.learn())));
            self.fulfil(effects);
        }
    }

    /// Draws the screen as it is now. Each picture is drawn afresh.
    ///
    /// # Errors
    /// None that is known: the picture is in memory.
    pub fn picture(&mut self) -> std::io::Result<Buffer> {
        self.learn_more();
        let (columns, rows) = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).map_err(std::io::Error::other)?;
        let (state, view) = (&self.state, &mut self.view);
        terminal.draw(|frame| ui::draw(frame, state, view)).map_err(std::io::Error::other)?;
        let most = self.view.most;
        learn(&mut self.state, News::Scrolled(most));
        Ok(terminal.backend().buffer().clone())
    }

    /// The picture, printed.
    ///
    /// # Errors
    /// As [`Self::picture`].
    pub fn print(&mut self, print: Print) -> std::io::Result<String> {
        let picture = self.picture()?;
        Ok(match print {
            Print::Text => text(&picture),
            Print::Ansi => ansi(&picture),
        })
    }
}

/// A picture as text, a line a row, without blanks at the ends.
pub fn text(picture: &Buffer) -> String {
    rows(picture, |_, _| String::new(), "")
}

/// A picture with colours and weights, for a terminal.
fn ansi(picture: &Buffer) -> String {
    let changed = |cell: &Look, before: Option<&Look>| {
        let mut out = String::new();
        if Some(cell) != before {
            set_look(&mut out, *cell);
        }
        out
    };
    rows(picture, changed, "\x1b[0m")
}

fn rows(picture: &Buffer, style: impl Fn(&Look, Option<&Look>) -> String, end: &str) -> String {
    let mut out = String::new();
    for y in 0..picture.area.height {
        let (mut line, mut before, mut skip) = (String::new(), None, 0);
        for x in 0..picture.area.width {
            // A wide character covers the cell after it.
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let cell = &picture[(x, y)];
            let look = (cell.fg, cell.bg, cell.modifier);
            line.push_str(&style(&look, before.as_ref()));
            before = Some(look);
            line.push_str(cell.symbol());
            skip = ui::text::width(cell.symbol()).saturating_sub(1);
        }
        out.push_str(if end.is_empty() { line.trim_end() } else { &line });
        out.push_str(end);
        out.push('\n');
    }
    out
}
