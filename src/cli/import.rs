//! `import`: reads an export, says what it brings, and writes that down as one batch.

use std::io::{IsTerminal, Write, stderr};
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::context::{Context, Form};
use super::desk::Desk;
use super::problem::Problem;
use super::shapes;
use crate::app::deed::Deed;
use crate::domain::merge::{self, Conversations, Plan, Report};
use crate::exchange::answers::Imported;
use crate::exchange::linkedin::Progress;
use crate::runtime::clock::Stopwatch;
use crate::runtime::letterbox;
use crate::store::Care;

/// Work that takes no longer than this says nothing of its progress, in milliseconds.
const SILENT: u128 = 1_000;

/// Read your `LinkedIn` export: a zip, a folder or one of its tables.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("import"))]
pub struct Args {
    /// The export
    path: PathBuf,
    /// Say what it brings, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Leave the conversations aside, and people who appear nowhere else
    #[arg(long)]
    no_conversations: bool,
}

/// Imports an export.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let mut meter = Meter::default();
    let read = letterbox::read(&args.path, &mut |progress| meter.show(progress));
    meter.clear();
    let arrival = read?;
    let conversations = if args.no_conversations { Conversations::Skip } else { Conversations::Keep };
    let now = context.clock.now();
    if args.dry_run {
        let network = context.read()?.network;
        let plan = merge::plan(&network, &arrival, conversations, now);
        return print(context, &plan.report, None, Mode::DryRun);
    }
    let mut desk = Desk::open(context)?;
    let Plan { changes, report } = merge::plan(desk.network(), &arrival, conversations, now);
    if changes.is_empty() {
        return print(context, &report, None, Mode::Import);
    }
    drop(arrival); // a large export takes as much memory as the people in it
    // Undo takes an import back; the copy is a second net, also for when the undo is no longer wanted.
    desk.book.safe_copy(&context.paths.copies, "import", now.at)?;
    let deed = Deed::Import { changes, what: report.headline() };
    let done = desk.commit(&deed, "import", Care::Repeatable)?;
    print(context, &report, Some(done.number), Mode::Import)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Import,
    DryRun,
}

fn print(context: &Context, report: &Report, batch: Option<i64>, mode: Mode) -> Result<(), Problem> {
    let mut paper = context.paper();
    match context.form {
        Form::Json => paper.json(&Imported::of(report, batch, mode == Mode::DryRun))?,
        Form::Text => {
            let whose = report.owner.as_ref().map_or_else(String::new, |owner| format!(", of {owner}"));
            let today = context.clock.now().today;
            paper.line(&format!("{}, as of {}{whose}", report.path, report.as_of.short(today)))?;
            for line in report.lines() {
                paper.line(&format!("  {line}"))?;
            }
            match (mode, batch) {
                (Mode::DryRun, _) => paper.line("nothing was changed: this was a dry run")?,
                (Mode::Import, None) => paper.line("nothing was changed")?,
                (Mode::Import, Some(_)) => {
                    paper.line(&format!("noted: {}", report.headline()))?;
                    paper.line("`inroads show today` shows what it means, `inroads undo` takes it back")?;
                }
            }
        }
    }
    Ok(paper.finish()?)
}

/// Tells on standard error how far the reading is, in a terminal, where it takes long.
struct Meter {
    watch: Stopwatch,
    shown: bool,
}

impl Default for Meter {
    fn default() -> Self {
        Self { watch: Stopwatch::start(), shown: false }
    }
}

impl Meter {
    fn show(&mut self, Progress { doing, done, of }: Progress) -> ControlFlow<()> {
        if self.watch.elapsed_ms() > SILENT && stderr().is_terminal() {
            let percent = (done * 100).checked_div(of).map_or(0, |percent| percent.min(100));
            let seconds = self.watch.elapsed_ms() / 1_000;
            let _ = write!(stderr(), "\r{doing} {percent} % ({seconds} s)\x1b[K");
            self.shown = true;
        }
        ControlFlow::Continue(())
    }

    fn clear(&self) {
        if self.shown {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
