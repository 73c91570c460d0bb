//! `settle`: what came of a request. A settled one is corrected, `pending` says that it still waits.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, who};
use crate::app::deed::Deed;
use crate::domain::request::{Evidence, Standing};

const STANDINGS: &str = "accepted declined withdrawn expired reported ignored no_longer_listed pending";

/// Write down what came of a request, or correct it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whose request, or its id (r17)
    who: String,
    #[arg(value_parser = standing, help = STANDINGS)]
    standing: Standing,
    /// When, if not today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

fn standing(text: &str) -> Result<Standing, String> {
    args::one_of(text, Standing::ALL, Standing::token)
}

/// Settles a request.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = context.past(args.on.as_deref())?;
    let standing = args.standing;
    let evidence = if standing == Standing::Declined { Evidence::Told } else { Evidence::Seen };
    desk::perform(context, "settle", |network| {
        let requests = vec![who::request(network, &args.who)?.id];
        Ok(Deed::Settle { requests, standing, on, evidence })
    })
}
