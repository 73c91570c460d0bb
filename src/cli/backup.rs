//! `backup`: a copy of the book in a file of its own.

use std::path::{Path, PathBuf};

use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use crate::domain::time::Day;
use crate::exchange::answers::Written;
use crate::runtime::{paths, target};
use crate::store::{Cause, Existing, StoreError};

/// Copy the book to a file.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("backup"))]
pub struct Args {
    /// The file; without one it is named by the day and lies in the folder of backups
    file: Option<PathBuf>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// Backs the book up.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let opened = context.read()?;
    let file = match &args.file {
        Some(file) if file == Path::new("-") => {
            let why =
                "a backup is a file of its own: name one, or give none and it lies in the folder of backups";
            return Err(Problem::Usage(why.to_owned()));
        }
        Some(file) => file.clone(),
        None => free_name(context)?,
    };
    let existing = if args.force { Existing::Overwrite } else { Existing::Refuse };
    target::check(&file, existing, &context.paths.book)?;
    opened.book.back_up(&file, existing).map_err(not_written)?;
    let mut paper = context.paper();
    let path = file.display().to_string();
    match context.form {
        Form::Json => paper.json(&Written { path, kept: None })?,
        Form::Text => paper.line(&format!("backup written to {path}"))?,
    }
    Ok(paper.finish()?)
}

// The book itself is well; what is wrong is the other file.
fn not_written(error: StoreError) -> Problem {
    match error.cause {
        Cause::Exists => Problem::Refused(format!("{error}, or use --force")),
        Cause::SameFile => Problem::Refused(error.to_string()),
        Cause::Locked | Cause::Damaged(_) | Cause::Foreign | Cause::Newer { .. } => error.into(),
        Cause::Full | Cause::ReadOnly | Cause::Missing | Cause::Forbidden | Cause::Other(_) => {
            Problem::File(error.to_string())
        }
    }
}

fn free_name(context: &Context) -> Result<PathBuf, Problem> {
    let folder = &context.paths.copies;
    context.prepare_folder(folder)?;
    paths::private_folder(folder)
        .map_err(|error| Problem::File(format!("could not make the folder {}: {error}", folder.display())))?;
    Ok(dated(folder, context.clock.now().today))
}

/// `inroads-2026-11-22.db`, or the first of `-2`, `-3` that is free.
fn dated(folder: &Path, today: Day) -> PathBuf {
    (1..=u32::MAX)
        .map(|count| match count {
            1 => folder.join(format!("inroads-{today}.db")),
            count => folder.join(format!("inroads-{today}-{count}.db")),
        })
        .find(|path| !path.exists())
        .expect("a folder does not hold every number")
}
