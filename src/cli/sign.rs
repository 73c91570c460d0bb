//! `sign`: a hint that the user saw on a request. A sign is never a verdict; only `told_no` settles.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::sign::SignKind;

/// Write down a sign that you saw while a request waits.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("sign"))]
pub struct Args {
    #[arg(help = args::request("The request"))]
    who: String,
    #[arg(value_parser = kind, help = args::words(SignKind::ALL, SignKind::token))]
    sign: SignKind,
    /// Their words
    #[arg(default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    text: String,
    #[arg(long, value_name = "DATE", help = args::ON)]
    on: Option<String>,
}

fn kind(text: &str) -> Result<SignKind, String> {
    args::one_of(text, SignKind::ALL, SignKind::token)
}

/// Writes a sign down.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = context.past(args.on.as_deref())?;
    desk::perform(context, "sign", |network| {
        let requests = vec![who::request(network, &args.who)?.id];
        Ok(Deed::Sign { requests, kind: args.sign, on, text: args.text.clone() })
    })
}
