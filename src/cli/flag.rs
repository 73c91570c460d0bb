//! `flag`: what holds for asking a contact.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::contact::Flag;

/// Note what holds for asking a contact.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("flag"))]
pub struct Args {
    #[arg(help = args::contact("Whom"))]
    who: String,
    #[arg(value_parser = flag, help = args::words(Flag::ALL, Flag::token))]
    flag: Flag,
    /// It holds no longer
    #[arg(long)]
    off: bool,
}

fn flag(text: &str) -> Result<Flag, String> {
    args::one_of(text, Flag::ALL, Flag::token)
}

/// Notes it.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    desk::perform(context, "flag", |network| {
        let contacts = vec![who::contact(network, &args.who)?.id];
        Ok(Deed::SetFlag { contacts, flag: args.flag, holds: !args.off })
    })
}
