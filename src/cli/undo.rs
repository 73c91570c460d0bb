//! `undo`: takes the newest change back, of whichever screen or command.

use super::context::Context;
use super::desk::{self, Desk};
use super::problem::Problem;
use super::shapes;
use crate::app::act::Way;

/// Take the newest change back, whoever made it.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("undo"))]
pub struct Args {}

/// Takes it back.
pub fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let nothing = || Problem::Refused("there is nothing to undo".into());
    if context.no_book_yet() {
        return Err(nothing());
    }
    let mut desk = Desk::open(context)?;
    let batch = desk.book.newest_to_undo()?.ok_or_else(nothing)?;
    let done = desk.turn(&batch, Way::Undo)?;
    desk::print(context, "undone", &done)
}
