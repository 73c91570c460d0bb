//! `due`: what is due today, for cron and login shells: nothing is printed where nothing is.

use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use super::status::glance;
use crate::app::outlook::Outlooks;
use crate::app::today::{self, Item};
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::exchange::answers::Due;

/// Print what is due today, and nothing where nothing is.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("due"))]
pub struct Args {}

/// Prints what is due.
pub fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let network = glance(context)?;
    let today = context.clock.now().today;
    let mut paper = context.paper();
    for item in today::items(&network, &Outlooks::default(), today).into_iter().filter(|item| is_due(*item)) {
        match context.form {
            Form::Json => paper.json(&shape(item, &network, today))?,
            Form::Text => paper.line(&item.text(&network, today))?,
        }
    }
    Ok(paper.finish()?)
}

/// Whether a day that the user set has come.
pub fn is_due(item: Item) -> bool {
    match item {
        Item::Back(_) | Item::AskAgain(_) | Item::Draft(_) => true,
        Item::News(_) | Item::Answer(_) | Item::Stale(_) | Item::Decide | Item::Profile(_) => false,
    }
}

/// An item of Today in its documented shape.
pub fn shape(item: Item, network: &Network, today: Day) -> Due {
    Due {
        kind: item.token(),
        contact: item.contact(network).map(|id| id.to_string()),
        request: item.request().map(|id| id.to_string()),
        on: item.on(network),
        text: item.text(network, today),
    }
}
