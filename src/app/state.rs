//! Everything that the screens show and that keys change.

use std::sync::Arc;

use crate::domain::batch::{Batch, BatchKey, LogLine};
use crate::domain::change::Change;
use crate::domain::network::Network;
use crate::domain::time::{Day, Now};
use crate::insight::budget::Budget;
use crate::insight::forecast::fitted::Fitted;

use super::action::Screen;
use super::compose::{Compose, Part};
use super::contacts::Contacts;
use super::deed::Deed;
use super::editor::Editor;
use super::history::History;
use super::insights::Insights;
use super::keymap::{Keymap, Place};
use super::outlook::{Outlooks, ToLearn};
use super::overlay::{Ask, FirstRun, Overlay};
use super::pending::Pending;
use super::search::Index;
use super::today::Today;
use super::you::You;

/// The state of the program.
#[derive(Clone, Debug)]
pub struct State {
    /// What the clock says.
    pub now: Now,
    /// The network.
    pub network: Network,
    /// Which screen is shown.
    pub screen: Screen,
    /// Screen 1.
    pub today: Today,
    /// Screen 2.
    pub pending: Pending,
    /// Screen 3.
    pub contacts: Contacts,
    /// Screen 4.
    pub compose: Compose,
    /// Screen 5.
    pub insights: Insights,
    /// Screen 6.
    pub you: You,
    /// What is expected of the requests that wait.
    pub outlook: Outlooks,
    /// What is used of what the rules allow.
    pub budget: Budget,
    /// Which pane has the keys.
    pub focus: Focus,
    /// One pane alone.
    pub zoomed: bool,
    /// The first line of the detail pane.
    pub detail_top: usize,
    /// What lies over the screen, topmost last.
    pub overlays: Vec<Overlay>,
    /// The filter that is being typed.
    pub filter: Option<Editor>,
    /// The last thing that happened, in words.
    pub notice: Notice,
    /// What had been said before the last key: it has been read.
    pub read: Notice,
    /// What can be undone.
    pub history: History,
    /// The newest lines of the history, newest first, as the book has them.
    pub lately: Vec<LogLine>,
    /// What `.` repeats, and the day on which it was done.
    pub last_deed: Option<(Deed, Day)>,
    /// The book that is open.
    pub book: BookInfo,
    /// How many networks were taken over from the book.
    pub taken: u64,
    /// The question for a path whose answer is being tried.
    pub asked: Option<Ask>,
    /// The box in which the deed was typed that is being done or asked about.
    pub typed: Option<Overlay>,
    /// Whether the network is all there is: at the start of a large book it is what the first screen needs.
    pub whole: bool,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// Who does what is done here, for the history.
    pub by: String,
    instance: String,
    batches: u32,
}

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    List,
    /// What is known of the row.
    Detail,
}

/// The last thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing to say.
    None,
    /// Something was done and is on its way to the disk; what can be said of it once it is safe.
    Saving(String, &'static str, BatchKey),
    /// Something was done.
    Noted(String),
    /// Something to know.
    Said(String),
    /// Something is wrong.
    Wrong(String),
}

impl Notice {
    /// What is said of a batch that is on its way to the disk.
    pub fn noted(batch: &Batch) -> Self {
        Notice::Saving(format!("noted: {}", batch.what), "u takes it back", batch.key.clone())
    }
}

/// The book that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookInfo {
    /// Own or made up.
    pub kind: BookKind,
    /// Where it lies.
    pub path: String,
    /// Why it can only be read, where that is so.
    pub read_only: Option<String>,
}

/// Own or made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookKind {
    /// The user's own.
    Own,
    /// The made-up network.
    Demo,
}

/// Smallest terminal that is drawn in full, columns and rows. In a smaller one no key acts unseen.
pub const SMALLEST: (u16, u16) = (60, 15);

/// From how many rows on there is room at the bottom for what was done lately.
const TALL: u16 = 40;

/// How many lines of the history are shown there.
pub const LATELY: u16 = 4;

/// What made the made-up people, for the history; they are the ground of the demo and not a step to take back.
pub const BY_DEMO: &str = "demo";

/// What made a batch, for the history; the program that runs adds its number, so that two at once can be told apart.
pub const BY_SCREEN: &str = "screen";

impl State {
    /// The state at the start. `instance` names this run of the program for good.
    pub fn new(network: Network, now: Now, book: BookInfo, instance: &str) -> Self {
        let mut state = Self {
            budget: Budget::default(),
            outlook: Outlooks::default(),
            now,
            network,
            screen: Screen::Today,
            today: Today::default(),
            pending: Pending::default(),
            contacts: Contacts::default(),
            compose: Compose::default(),
            insights: Insights::default(),
            you: You::default(),
            focus: Focus::List,
            zoomed: false,
            detail_top: 0,
            overlays: Vec::new(),
            filter: None,
            notice: Notice::None,
            read: Notice::None,
            history: History::default(),
            lately: Vec::new(),
            last_deed: None,
            book,
            taken: 0,
            asked: None,
            typed: None,
            whole: true,
            size: (80, 24),
            keymap: Arc::new(Keymap::standard()),
            by: BY_SCREEN.to_owned(),
            instance: instance.to_owned(),
            batches: 0,
        };
        state.outlook.outdate();
        state.refresh();
        if state.network.contacts.is_empty() && state.network.runs.is_empty() {
            state.overlays.push(Overlay::FirstRun(FirstRun::default()));
        }
        state
    }

    /// The state at the start while only what the first screen needs was read: [`super::news::News::Whole`] follows.
    pub fn first(network: Network, now: Now, book: BookInfo, instance: &str) -> Self {
        let mut state = Self::new(network, now, book, instance);
        state.overlays.clear();
        state.whole = false;
        state
    }

    /// A name for the next batch.
    pub fn next_key(&mut self) -> BatchKey {
        self.batches += 1;
        BatchKey(format!("{}-{}", self.instance, self.batches))
    }

    /// Where a key press goes.
    pub fn place(&self) -> Place {
        match self.overlays.last() {
            Some(overlay) => overlay.place(),
            None if self.filter.is_some() => Place::Filter,
            None => self.screen_place(),
        }
    }

    /// The place under every overlay.
    pub fn screen_place(&self) -> Place {
        match self.screen {
            Screen::Today => Place::Today,
            Screen::Pending => Place::Pending,
            Screen::Contacts => Place::Contacts,
            Screen::Compose => match self.compose.writing.as_ref().map(|writing| writing.part) {
                None => Place::Drafts,
                Some(Part::Text) => Place::Text,
                Some(Part::Tips) => Place::Tips,
                Some(Part::Facts) => Place::Facts,
            },
            Screen::Insights => Place::Insights,
            Screen::You => Place::You,
        }
    }

    /// How many rows of a list fit on the screen: tabs, borders, status and hints take five lines.
    pub fn page(&self) -> isize {
        isize::try_from(self.size.1.saturating_sub(5 + self.lately_rows()).max(1)).unwrap_or(1)
    }

    /// How many rows at the bottom show what was done lately: some in a tall terminal, none beside a pane that is alone.
    pub fn lately_rows(&self) -> u16 {
        if self.size.1 >= TALL && !self.zoomed { LATELY + 2 } else { 0 }
    }

    /// Makes the lists anew, after the network or the day changed.
    pub fn refresh(&mut self) {
        self.budget = Budget::of(&self.network, self.now.today);
        self.today.refresh(&self.network, &self.outlook, self.now.today);
        self.pending.refresh(&self.network, &self.outlook, self.now.today);
        self.compose.refresh(&self.network, self.now.today);
        self.you.refresh(&self.network);
        if self.screen == Screen::Contacts {
            self.contacts.refresh(&self.network, self.now.today);
        } else {
            self.contacts.outdate();
        }
    }

    /// Takes over a network as a whole.
    pub fn replace_network(&mut self, network: Network) {
        self.network = network;
        self.outlook.outdate();
        self.outlook.teach(&mut self.network.rules);
        self.contacts.index = None;
        self.compose.outdate_past();
        self.refresh();
    }

    /// Begins with the fit that the book has kept.
    pub fn begin(&mut self, kept: Option<Fitted>) {
        self.outlook.begin(kept, self.now.today);
        self.outlook.teach(&mut self.network.rules);
        self.refresh();
    }

    /// Whether the user looks at answers that are not there yet.
    pub fn awaits_review(&self) -> bool {
        self.whole && self.screen == Screen::Insights && self.outlook.lacks_review()
    }

    /// What there is to learn for the forecast, once everything was read.
    pub fn to_learn(&mut self) -> Option<ToLearn> {
        let shows = self.screen == Screen::Insights;
        if self.whole { self.outlook.to_learn(&self.network, self.now.today, shows) } else { None }
    }

    /// Makes the search index, where there is none.
    pub fn make_index(&mut self) {
        let network = &self.network;
        self.contacts.index.get_or_insert_with(|| Index::build(network));
    }

    /// Keeps the search index in step with a batch that was applied.
    pub fn reindex(&mut self, batch: &Batch) {
        let Some(index) = &mut self.contacts.index else { return };
        let edits = || {
            batch.changes.iter().filter_map(|change| match change {
                Change::Contact(edit) => Some(edit),
                Change::Request(_)
                | Change::Sign(_)
                | Change::Touch(_)
                | Change::Note(_)
                | Change::Decision(_)
                | Change::Run(_)
                | Change::Fact(_)
                | Change::Draft(_)
                | Change::Profile { .. }
                | Change::Mute { .. }
                | Change::Rule { .. } => None,
            })
        };
        // Each update moves half the index; from a few hundred on, making it anew is quicker.
        if edits().count() > 200 {
            self.contacts.index = None;
        } else {
            for edit in edits() {
                index.update(edit.before.as_ref(), edit.after.as_ref());
            }
        }
    }
}
