//! `sign`: a hint that the user saw on a request. A sign is never a verdict; only `told_no` settles.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, who};
use crate::app::deed::Deed;
use crate::domain::sign::SignKind;

const SIGNS: &str =
    "public_posts_only viewed_profile reacted active_elsewhere inactive_account told_yes told_no";

/// Write down a sign that you saw while a request waits.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whose request, or its id (r17)
    who: String,
    #[arg(value_parser = kind, help = SIGNS)]
    sign: SignKind,
    /// Their words
    #[arg(default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    text: String,
    /// When, if not today
    #[arg(long, value_name = "DATE")]
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
