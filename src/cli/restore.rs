//! `restore`: a backup in the place of the book. What it replaces is kept.

use std::path::{Path, PathBuf};

use super::context::{Context, Form};
use super::input::{self, Answer};
use super::problem::Problem;
use super::shapes;
use crate::domain::visible;
use crate::exchange::answers::Written;
use crate::store::{self, Cause, StoreError};

/// Put a backup in the place of the book, which is kept.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("restore"))]
pub struct Args {
    /// The backup
    file: PathBuf,
    /// Do not ask
    #[arg(long)]
    force: bool,
}

/// Restores a backup.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let book = &context.paths.book;
    let not_restored = |error: StoreError| not_restored(error, &args.file);
    // Nobody is asked about what cannot be.
    store::restorable(&args.file).map_err(not_restored)?;
    if !args.force {
        let (file, book) = (args.file.display(), book.display());
        match input::ask(&format!("Put {file} in the place of {book}? What is there now is kept.")) {
            Answer::Yes => {}
            Answer::No => return Err(Problem::Refused("nothing was changed".into())),
            Answer::NotAsked => {
                let why = "nothing was changed: without a terminal nobody can be asked, --force restores all the same";
                return Err(Problem::Refused(why.into()));
            }
        }
    }
    context.prepare_folder(book)?;
    let kept = store::restore(&args.file, book, &context.paths.copies, context.clock.now().at)
        .map_err(not_restored)?;
    let mut paper = context.paper();
    let (path, kept) = (book.display().to_string(), kept.map(|kept| kept.display().to_string()));
    match context.form {
        Form::Json => paper.json(&Written { path, kept })?,
        Form::Text => {
            let kept = kept.map_or_else(String::new, |kept| format!("; what was there is kept in {kept}"));
            paper.line(&format!("restored {} to {path}{kept}", args.file.display()))?;
        }
    }
    Ok(paper.finish()?)
}

fn not_restored(error: StoreError, backup: &Path) -> Problem {
    if error.cause == Cause::SameFile {
        return Problem::Refused(error.to_string());
    }
    if error.file != backup {
        return error.into();
    }
    let file = backup.to_string_lossy();
    let file = visible::line(&file);
    Problem::File(match &error.cause {
        Cause::Foreign => {
            format!("could not restore {file}: it is no backup of inroads, it belongs to another program")
        }
        Cause::Damaged(how) => format!(
            "could not restore {file}: it is no backup of inroads, or no longer a whole one ({})",
            visible::line(how)
        ),
        _ => error.to_string(),
    })
}
