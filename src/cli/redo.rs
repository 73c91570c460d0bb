//! `redo`: does again what was taken back last, unless something new was done since.

use super::context::Context;
use super::desk::{self, Desk};
use super::problem::Problem;
use super::shapes;
use crate::app::act::Way;

/// Do again what was taken back last.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("redo"))]
pub struct Args {}

/// Does it again.
pub fn run(context: &Context, _: &Args) -> Result<(), Problem> {
    let nothing = || Problem::Refused("there is nothing to do again".into());
    if context.no_book_yet() {
        return Err(nothing());
    }
    let mut desk = Desk::open(context)?;
    let undo = desk.book.newest_to_redo()?.ok_or_else(nothing)?;
    let done = desk.turn(&undo, Way::Redo)?;
    desk::print(context, "redone", &done)
}
