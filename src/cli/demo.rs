//! `demo`: the made-up network, in a book of its own.

use std::path::Path;
use std::process::ExitCode;

use super::args::Global;
use super::context::{Context, Form};
use super::problem::Problem;
use super::screens::{self, Cast};
use super::shapes;
use crate::exchange::answers::Written;
use crate::runtime::paths;

/// Look around with made-up people, in a book of its own.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("demo"))]
pub struct Args {
    /// Begin that book anew with five people, as in the first days
    #[arg(long, conflicts_with = "remove")]
    fresh: bool,
    /// Remove that book again; the next one has everybody
    #[arg(long)]
    remove: bool,
}

/// Opens the made-up network, begins it anew, or removes it.
pub fn run(context: &Context, global: &Global, args: &Args) -> Result<ExitCode, Problem> {
    if args.remove {
        return remove(context, global);
    }
    if args.fresh {
        screens::can_show(global)?;
        make_room(context, global)?;
        screens::begin_demo(context, Cast::Few)?;
    }
    screens::demo(context, global)
}

/// Takes away the demo that is there. A file that was named stays: nobody knows what else is in it.
fn make_room(context: &Context, global: &Global) -> Result<(), Problem> {
    let demo = &context.paths.demo;
    if global.db.is_none() {
        return take_away(demo);
    }
    if demo.exists() {
        let why =
            "demo --fresh begins anew in your data folder; a file that --db names is yours to remove first";
        return Err(Problem::Usage(why.to_owned()));
    }
    Ok(())
}

fn remove(context: &Context, global: &Global) -> Result<ExitCode, Problem> {
    if global.db.is_some() {
        let why =
            "demo --remove removes the demo in your data folder; a file that --db names is yours to remove";
        return Err(Problem::Usage(why.to_owned()));
    }
    let demo = &context.paths.demo;
    take_away(demo)?;
    let mut paper = context.paper();
    match context.form {
        Form::Json => paper.json(&Written { path: demo.display().to_string(), kept: None })?,
        Form::Text => paper.line(&format!("the demo is gone: {}", demo.display()))?,
    }
    paper.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Removes the demo with its copies.
fn take_away(demo: &Path) -> Result<(), Problem> {
    paths::remove_book(demo)
        .and_then(|()| paths::remove_folder(&paths::beside(demo)))
        .map_err(|error| Problem::File(format!("could not remove {}: {error}", demo.display())))
}
