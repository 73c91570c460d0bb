//! `status`: one line for a prompt. Reads only the few rows that it counts.

use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use crate::app::outlook::Outlooks;
use crate::app::pending::{Pending, Tab};
use crate::app::today;
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::exchange::answers::{Budget, Status};
use crate::insight::budget::{self, Used};
use crate::store;

/// Print one line for a prompt: what waits, what is due.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("status"))]
pub struct Args {}

/// Prints the line.
pub fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let today = context.clock.now().today;
    let status = status(&glance(context)?, today);
    let mut paper = context.paper();
    match context.form {
        Form::Json => paper.json(&status)?,
        Form::Text => {
            let Status { waiting, stale, received, due, week, messages } = &status;
            paper.line(&format!(
                "{waiting} waiting, {stale} stale, {received} received, {due} due; week {}, messages {}",
                used(week),
                used(messages)
            ))?;
        }
    }
    Ok(paper.finish()?)
}

/// What a prompt and a cron job look at, without reading the whole book; an empty network where there is none.
pub fn glance(context: &Context) -> Result<Network, Problem> {
    if context.no_book_yet() {
        return Ok(Network::default());
    }
    let today = context.clock.now().today;
    store::glance(&context.paths.book, today).map_err(|error| context.unopened(error))
}

fn status(network: &Network, today: Day) -> Status {
    let mut pending = Pending::default();
    let outlook = Outlooks::default();
    pending.refresh(network, &outlook, today);
    let shape = |used: Used| Budget { used: used.used, of: used.of };
    let budget = budget::Budget::of(network, today);
    Status {
        waiting: pending.counts[Tab::Sent as usize],
        stale: pending.stale,
        received: pending.counts[Tab::Received as usize],
        due: today::items(network, &outlook, today)
            .into_iter()
            .filter(|item| super::due::is_due(*item))
            .count(),
        week: shape(budget.week),
        messages: shape(budget.messages),
    }
}

fn used(budget: &Budget) -> String {
    match budget.of {
        Some(of) => format!("{} of {of}", budget.used),
        None => budget.used.to_string(),
    }
}
