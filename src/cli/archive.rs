//! `archive`: puts a contact away, or brings it back.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;

/// Put a contact away, or bring it back.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("archive"))]
pub struct Args {
    #[arg(help = args::contact("Whom"))]
    who: String,
    /// Bring it back
    #[arg(long)]
    back: bool,
}

/// Archives a contact.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    desk::perform(context, "archive", |network| {
        Ok(Deed::Archive { contacts: vec![who::contact(network, &args.who)?.id], archived: !args.back })
    })
}
