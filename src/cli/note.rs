//! `note`: a private note about a contact.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, input, shapes, who};
use crate::app::deed::Deed;

/// Write a private note about a contact.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("note"))]
pub struct Args {
    #[arg(help = args::contact("About whom"))]
    who: String,
    /// The text, Markdown; - reads it from standard input
    #[arg(allow_hyphen_values = true)]
    text: String,
}

/// Writes a note.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let text = input::text(&args.text)?;
    desk::perform(context, "note", |network| {
        Ok(Deed::AddNote(who::contact(network, &args.who)?.id, text.clone()))
    })
}
