//! `edit`: other details of a contact; what is not given stays.

use super::add::Given;
use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::{Deed, Details};

/// Change what you know of a contact; an empty text takes it away.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("edit"))]
pub struct Args {
    #[arg(help = args::contact("Whom"))]
    who: String,
    /// The whole name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    details: Given,
}

/// Edits a contact.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let details = args.details.details(args.name.clone(), None);
    if details == Details::default() {
        let what = "say what to change: --name --company --role --url --email --purpose --fit";
        return Err(Problem::Usage(what.into()));
    }
    desk::perform(context, "edit", |network| {
        Ok(Deed::EditContact(who::contact(network, &args.who)?.id, details.clone()))
    })
}
