//! `import`: reads an export, says what it brings, and writes that down as one batch.

use std::ops::ControlFlow;
use std::path::PathBuf;

use super::context::{Context, Form};
use super::desk::Desk;
use super::meter::{Meter, Step};
use super::problem::Problem;
use super::shapes;
use crate::app::deed::Deed;
use crate::domain::merge::{self, Conversations, Plan, Report};
use crate::exchange::answers::Imported;
use crate::insight::forecast::outlook::{Need, Outlook};
use crate::runtime::letterbox;
use crate::store::Care;

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
    let mut meter = Meter::start();
    let arrival = letterbox::read(&args.path, &mut |progress| {
        meter.show(Step::Reading(progress));
        ControlFlow::Continue(()) // nothing stops it here
    })?;
    let conversations = if args.no_conversations { Conversations::Skip } else { Conversations::Keep };
    let now = context.clock.now();
    let rows: usize = arrival.tables.iter().map(|table| table.rows).sum();
    if args.dry_run {
        let network = context.read()?.network;
        meter.show(Step::Comparing(rows));
        let plan = merge::plan(&network, &arrival, conversations, now);
        drop(meter);
        return print(context, &plan.report, None, Mode::DryRun);
    }
    let mut desk = Desk::open(context)?;
    meter.show(Step::Comparing(rows));
    let Plan { changes, report } = merge::plan(desk.network(), &arrival, conversations, now);
    if changes.is_empty() {
        drop(meter);
        return print(context, &report, None, Mode::Import);
    }
    drop(arrival); // a large export takes as much memory as the people in it
    // Undo takes an import back; the copy is a second net, also for when the undo is no longer wanted.
    meter.show(Step::Copying(changes.len()));
    desk.book.safe_copy(&context.paths.copies, "import", now.at)?;
    meter.show(Step::Saving(changes.len()));
    let deed = Deed::Import { changes, what: report.headline() };
    let done = desk.commit(&deed, "import", Care::Repeatable)?;
    let learned = Outlook::learn(desk.network(), now.today, None, Need::Forecasts);
    super::forecast::keep(context, &mut desk.book, &learned.outlook);
    drop(meter);
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
