//! `export`: the user's own copy of everything, as JSON.

use std::path::{Path, PathBuf};

use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use crate::exchange::answers::Written;
use crate::runtime::export;
use crate::store::Existing;

/// Write your own copy of everything as JSON.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("export"))]
pub struct Args {
    /// A file, for you alone; without one, or with -, it is printed
    file: Option<PathBuf>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// Exports everything.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let opened = context.read()?;
    let (network, now) = (&opened.network, context.clock.now());
    let mut paper = context.paper();
    let Some(file) = args.file.as_ref().filter(|file| **file != Path::new("-")) else {
        export::to_writer(network, now, paper.writer())?;
        return Ok(paper.finish()?);
    };
    let existing = if args.force { Existing::Overwrite } else { Existing::Refuse };
    export::to_file(network, now, file, existing, &context.paths.book)?;
    let path = file.display().to_string();
    match context.form {
        Form::Json => paper.json(&Written { path, kept: None })?,
        Form::Text => paper.line(&format!("your own copy is in {path}; it is for you alone"))?,
    }
    Ok(paper.finish()?)
}
