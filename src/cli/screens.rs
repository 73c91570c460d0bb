//! The screens: in a terminal, or played by `--keys`.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::args::Global;
use super::context::Context;
use super::problem::Problem;
use crate::app::key;
use crate::app::news::News;
use crate::app::state::{BY_DEMO, BookInfo, BookKind, Notice, State};
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::change::Change;
use crate::domain::sample;
use crate::domain::time::Now;
use crate::insight::forecast::hindsight;
use crate::insight::forecast::outlook::{Need, Outlook};
use crate::runtime::kept;
use crate::runtime::screens::{End, Panic, Screens, Setup};
use crate::runtime::script::{Print, Stage};
use crate::runtime::{clock, crash, paths, surroundings, templates, terminal};
use crate::store::{self, NotSaved, Opened, Saved};

/// Opens the user's own book.
pub fn own(context: &Context, global: &Global) -> Result<ExitCode, Problem> {
    show(context, global, BookKind::Own)
}

/// The made-up people that a demo begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// All of them.
    Whole,
    /// The first few.
    Few,
}

impl Cast {
    const ALL: [Cast; 2] = [Cast::Whole, Cast::Few];

    /// What the history says of them.
    fn what(self) -> &'static str {
        match self {
            Cast::Whole => "made-up people",
            Cast::Few => "a few made-up people",
        }
    }

    fn changes(self, now: Now) -> Vec<Change> {
        match self {
            Cast::Whole => sample::demo(now),
            Cast::Few => sample::fresh(now),
        }
    }
}

/// Opens the made-up network as it is; where there is none yet, all of them.
pub fn demo(context: &Context, global: &Global) -> Result<ExitCode, Problem> {
    show(context, global, BookKind::Demo)
}

/// Puts made-up people into a demo that is not there yet.
pub fn begin_demo(context: &Context, cast: Cast) -> Result<(), Problem> {
    let mut opened = context.open(&context.paths.demo)?;
    fill(&mut opened, context.clock.now(), cast)
}

/// Whether the screens can be shown here.
pub fn can_show(global: &Global) -> Result<(), Problem> {
    if plays(global) {
        return Ok(());
    }
    terminal::usable(surroundings::term().as_deref()).map_err(Problem::Usage)
}

fn plays(global: &Global) -> bool {
    global.keys.is_some() || global.print.is_some()
}

/// Where the copies of a book lie: those of the demo are not to push out those of the user's own.
fn copies(context: &Context, kind: BookKind) -> PathBuf {
    match kind {
        BookKind::Own => context.paths.copies.clone(),
        BookKind::Demo => paths::beside(&context.paths.demo),
    }
}

/// How much of a large book is read before the screens are shown.
#[derive(Clone, Copy)]
enum Haste {
    /// What the first screen needs.
    First,
    /// Everything.
    None,
}

fn open(context: &Context, kind: BookKind, haste: Haste) -> Result<Opened, Problem> {
    match (kind, haste) {
        (BookKind::Own, Haste::First) => context.open_first(&context.paths.book),
        (BookKind::Own, Haste::None) => context.open(&context.paths.book),
        (BookKind::Demo, _) => {
            let mut opened = context.open(&context.paths.demo)?;
            let mut cast = Cast::Whole;
            if let Some(stale) = stale(context, &opened)? {
                cast = stale;
                drop(opened);
                paths::remove_book(&context.paths.demo)
                    .map_err(|error| Problem::File(format!("could not make the demo anew: {error}")))?;
                opened = context.open(&context.paths.demo)?;
            }
            if opened.network.contacts.is_empty() {
                fill(&mut opened, context.clock.now(), cast)?;
            }
            Ok(opened)
        }
    }
}

/// The made-up people are placed around a day. Where nobody has changed anything since, the same ones move on to today.
fn stale(context: &Context, opened: &Opened) -> Result<Option<Cast>, Problem> {
    let today = context.clock.now().at.day();
    Ok(match &opened.book.log(2)?[..] {
        [only] if only.by == BY_DEMO && only.at.day() != today => {
            Some(Cast::ALL.into_iter().find(|cast| cast.what() == only.what).unwrap_or(Cast::Whole))
        }
        _ => None,
    })
}

/// Puts the made-up people into an empty book. Of several that start at once one does: the batch of a day has one name,
/// and the book takes no second one of it.
fn fill(opened: &mut Opened, now: Now, cast: Cast) -> Result<(), Problem> {
    let batch = Batch {
        key: BatchKey(format!("demo-{}", now.at.day())),
        at: now.at,
        by: BY_DEMO.into(),
        what: cast.what().into(),
        undoes: None,
        changes: cast.changes(now),
    };
    let batch = opened.network.apply(batch)?;
    match opened.book.save(batch, store::Care::Repeatable) {
        Ok(Saved { rebased: None, .. }) => {
            foretell(opened, now);
            Ok(())
        }
        Ok(Saved { rebased: Some((network, _)), .. }) | Err(NotSaved::Refused { network, .. }) => {
            opened.network = *network;
            opened.book.caught_up();
            Ok(())
        }
        Err(NotSaved::Store(error)) => Err(error.into()),
    }
}

// The made-up people have a past, and so have the forecasts of them. Where they cannot be kept, there are none yet.
fn foretell(opened: &mut Opened, now: Now) {
    let lesson = Outlook::learn(&opened.network, now.today, None, Need::Forecasts);
    if let Some(fit) = kept::kept(&lesson.outlook) {
        opened.network.rules.learn(fit.quiet, fit.stale);
        let _ = opened.book.keep_fit(&fit, &hindsight::foretold(&opened.network, now.today));
    }
}

fn show(context: &Context, global: &Global, kind: BookKind) -> Result<ExitCode, Problem> {
    if plays(global) {
        return play(context, global, kind);
    }
    can_show(global)?;
    let panic = match global.panic.as_deref() {
        None => None,
        Some("main") => Some(Panic::Main),
        Some("scribe") => Some(Panic::Scribe),
        Some("helper") => Some(Panic::Helper),
        Some(other) => {
            return Err(Problem::Usage(format!("--panic takes main, scribe or helper, not {other}")));
        }
    };
    crash::prepare(&context.paths.data);
    let could_not = |error: std::io::Error| Problem::Usage(format!("the terminal: {error}"));
    let mut kind = kind;
    let mut opened = open(context, kind, Haste::First)?;
    let mut first = None;
    let (keymap, mut remarks) = context.keymap();
    let (own, more) = templates::read(&context.paths.templates);
    remarks.extend(more);
    let mut screens = Screens::start(Setup {
        clock: context.clock,
        theme: surroundings::theme(context.dress, &context.config),
        editor: surroundings::editor(&context.config),
        keymap: Arc::new(keymap),
        templates: Arc::new(own),
        remarks,
        panic,
    })
    .map_err(could_not)?;
    loop {
        let end = screens.show(opened, kind, copies(context, kind), first.take()).map_err(could_not)?;
        let next = match end {
            End::Quit | End::Gone => return Ok(ExitCode::SUCCESS),
            End::Signal(signal) => return Ok(ExitCode::from(128 + signal as u8)),
            End::Unreadable(why) | End::Unsaved(why) => return Err(Problem::Book(why)),
            End::Switch(other) => open(context, other, Haste::First).map(|opened| (opened, other)),
            End::Restore(backup) => restore(context, &backup).map(|opened| (opened, BookKind::Own)),
        };
        // Where the other book cannot be opened, the one that was open comes back and says why.
        (opened, kind) = next.or_else(|problem| {
            first = problem.text().map(|why| News::Trouble(why.to_owned()));
            open(context, kind, Haste::First).map(|opened| (opened, kind))
        })?;
    }
}

fn restore(context: &Context, backup: &Path) -> Result<Opened, Problem> {
    let paths = &context.paths;
    store::restore(backup, &paths.book, &paths.copies, context.clock.now().at)?;
    open(context, BookKind::Own, Haste::First)
}

fn play(context: &Context, global: &Global, kind: BookKind) -> Result<ExitCode, Problem> {
    let usage = |text: String| Problem::Usage(text);
    let keys =
        key::parse_script(global.keys.as_deref().unwrap_or_default()).map_err(|r| usage(r.to_string()))?;
    let size = global.size.as_deref().unwrap_or("80x24");
    let (columns, rows) = size
        .split_once('x')
        .and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)))
        .filter(|(columns, rows)| (1..=1000).contains(columns) && (1..=1000).contains(rows))
        .ok_or_else(|| usage(format!("--size takes columns x rows, such as 80x24, not {size}")))?;
    let print = match global.print.as_deref() {
        None | Some("text") => Print::Text,
        Some("ansi") => Print::Ansi,
        Some(other) => return Err(usage(format!("--print takes text or ansi, not {other}"))),
    };
    let opened = open(context, kind, Haste::None)?;
    let path = opened.book.path().display().to_string();
    let read_only = opened.book.read_only().then(|| "its file cannot be written".to_owned());
    let book = if global.write { opened.book } else { opened.book.copy_in_memory()? };
    let now = context.clock.now();
    let mut state =
        State::new(opened.network, now, BookInfo { kind, path, read_only }, &clock::instance(now));
    let (keymap, mut remarks) = context.keymap();
    state.keymap = Arc::new(keymap);
    state.outlook.supposed = !kept::keeps(context.clock, kind);
    let (own, more) = templates::read(&context.paths.templates);
    state.compose.own = Arc::new(own);
    remarks.extend(more);
    if !remarks.is_empty() {
        state.notice = Notice::Said(remarks.join("; "));
    }
    let theme = surroundings::theme(context.dress, &context.config);
    let mut stage = Stage::new(state, book, theme, &copies(context, kind));
    stage.size(columns, rows);
    stage.press(&keys);
    let picture = stage.print(print).map_err(|error| Problem::File(error.to_string()))?;
    stdout().write_all(picture.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::clock::Clock;
    use crate::store::Book;

    #[test]
    fn two_that_begin_the_demo_at_once_fill_it_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("demo.db");
        let now = Clock::fixed("2026-11-22").expect("a day").now();
        let open = || Book::open(&path).expect("it opens");
        let (mut one, mut other) = (open(), open());
        fill(&mut one, now, Cast::Whole).expect("filled");
        fill(&mut other, now, Cast::Few).expect("filled by the first one");
        let filled = open();
        assert_eq!(filled.network, one.network);
        assert_eq!(other.network, one.network, "it takes over what is there");
        assert_eq!(filled.book.log(9).expect("read").len(), 1);
    }
}
