//! `fact`: something known of a contact that a message can use, or an offer of one's own.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::fact::FactKind;

/// Write down something that a message can use: their work, an interest, somebody you both know.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("fact"))]
pub struct Args {
    #[arg(help = args::contact("About whom") + "; me for an offer of your own")]
    who: String,
    #[arg(value_parser = kind, help = args::words(FactKind::ALL, FactKind::token))]
    kind: FactKind,
    /// The thing, as a message would name it
    #[arg(allow_hyphen_values = true)]
    text: String,
    /// When it was, or for an event when it will be
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

fn kind(text: &str) -> Result<FactKind, String> {
    args::one_of(text, FactKind::ALL, FactKind::token)
}

/// Writes it down.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = args.on.as_deref().map(|text| context.past(Some(text))).transpose()?;
    desk::perform(context, "fact", |network| {
        let contact = match args.who.as_str() {
            "me" => None,
            who => Some(who::contact(network, who)?.id),
        };
        Ok(Deed::AddFact { contact, kind: args.kind, text: args.text.clone(), on })
    })
}
