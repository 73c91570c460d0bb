//! `snooze`: a request off the list until a day; where none waits, a day to ask the contact again.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::domain::dates::Toward;

/// Put a request off until a day, or be reminded of a contact.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("snooze"))]
pub struct Args {
    #[arg(help = args::request("The request that waits") + "; a contact without one: when to ask again")]
    who: String,
    /// Until when: tomorrow, 3d or 2w (from now), fri (the next one), 22 nov, 2026-11-22; off (or back) brings it back
    #[arg(required = true, num_args = 1..=3)]
    date: Vec<String>,
}

/// Snoozes a request, or sets the day to ask again.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let date = args.date.join(" ");
    let day = match date.trim() {
        "off" | "back" => None,
        date => Some(context.date(date, Toward::Future)?),
    };
    desk::perform(context, "snooze", |network| {
        if let Some(request) = who::by_id(network, &args.who)? {
            return Ok(Deed::Snooze { requests: vec![request.id], until: day });
        }
        let person = who::contact(network, &args.who)?;
        Ok(match who::waiting(network, person)? {
            Some(request) => Deed::Snooze { requests: vec![request.id], until: day },
            None => Deed::AskAgain { contacts: vec![person.id], on: day },
        })
    })
}
