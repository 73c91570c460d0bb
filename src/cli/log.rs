//! `log`: the history of changes, newest first.

use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;

/// Print the history of changes, newest first.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("log"))]
pub struct Args {
    /// At most so many lines
    #[arg(short = 'n', long, value_name = "LINES")]
    limit: Option<usize>,
}

/// Prints the history.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let lines = context.read()?.book.log(args.limit.unwrap_or(usize::MAX))?;
    let mut paper = context.paper();
    match context.form {
        Form::Json => lines.iter().try_for_each(|line| paper.json(line))?,
        Form::Text => {
            let rows: Vec<[String; 4]> = lines
                .into_iter()
                .map(|line| {
                    let undo = if line.is_undo { "took back: " } else { "" };
                    let undone = if line.undone { "  (undone since)" } else { "" };
                    let what = format!("{undo}{}{undone}", line.what);
                    [line.batch.to_string(), line.at.to_string(), line.by, what]
                })
                .collect();
            paper.columns(&rows, 24)?;
        }
    }
    Ok(paper.finish()?)
}
