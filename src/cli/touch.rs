//! `touch`: something done for or with a contact, or something of one's own.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::touch::TouchKind;

/// Log something that you did for or with a contact.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("touch"))]
pub struct Args {
    #[arg(help = args::contact("With whom") + "; me for a post or talk of your own")]
    who: String,
    #[arg(value_parser = kind, help = args::words(TouchKind::ALL, TouchKind::token))]
    kind: TouchKind,
    /// About what
    #[arg(default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    text: String,
    #[arg(long, value_name = "DATE", help = args::ON)]
    on: Option<String>,
}

fn kind(text: &str) -> Result<TouchKind, String> {
    args::one_of(text, TouchKind::ALL, TouchKind::token)
}

/// Logs a touch.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = context.past(args.on.as_deref())?;
    desk::perform(context, "touch", |network| {
        let contacts = match args.who.as_str() {
            "me" => Vec::new(),
            who => vec![who::contact(network, who)?.id],
        };
        Ok(Deed::LogTouch { contacts, kind: args.kind, text: args.text.clone(), on })
    })
}
