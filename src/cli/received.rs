//! `received`: a request that somebody sent to the user.

use super::args;
use super::context::Context;
use super::problem::Problem;
use super::sent::{About, record};
use super::shapes;
use crate::domain::request::Direction;

/// Write down a request that you received.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("received"))]
pub struct Args {
    #[arg(help = args::contact("From whom"))]
    who: String,
    #[command(flatten)]
    about: About,
}

/// Writes down a request that was received.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    record(context, &args.who, Direction::Received, &args.about, "")
}
