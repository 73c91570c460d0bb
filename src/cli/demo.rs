//! `demo`: the made-up network, in a book of its own.

use std::process::ExitCode;

use super::args::Global;
use super::context::{Context, Form};
use super::problem::Problem;
use super::screens;
use super::shapes;
use crate::exchange::answers::Written;
use crate::runtime::paths;

/// Look around with made-up people, in a book of its own.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("demo"))]
pub struct Args {
    /// Remove that book again
    #[arg(long)]
    remove: bool,
}

/// Opens the made-up network, or removes it.
pub fn run(context: &Context, global: &Global, args: &Args) -> Result<ExitCode, Problem> {
    if !args.remove {
        return screens::demo(context, global);
    }
    if global.db.is_some() {
        let why =
            "demo --remove removes the demo in your data folder; a file that --db names is yours to remove";
        return Err(Problem::Usage(why.to_owned()));
    }
    let demo = &context.paths.demo;
    paths::remove_book(demo)
        .and_then(|()| paths::remove_folder(&paths::beside(demo)))
        .map_err(|error| Problem::File(format!("could not remove {}: {error}", demo.display())))?;
    let mut paper = context.paper();
    match context.form {
        Form::Json => paper.json(&Written { path: demo.display().to_string(), kept: None })?,
        Form::Text => paper.line(&format!("the demo is gone: {}", demo.display()))?,
    }
    paper.finish()?;
    Ok(ExitCode::SUCCESS)
}
