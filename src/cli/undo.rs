//! `undo`: takes the newest change back, of whichever screen or command.

use super::context::Context;
use super::desk::{self, Desk};
use super::problem::Problem;

/// Take the newest change back, whoever made it.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Takes it back.
pub fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let mut desk = Desk::open(context)?;
    let newest = desk.book.newest_to_undo()?;
    let batch = newest.ok_or_else(|| Problem::Refused("there is nothing to undo".into()))?;
    let done = desk.take_back(&batch)?;
    desk::print(context, "undone", &done)
}
