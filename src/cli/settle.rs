//! `settle`: what came of a request. A settled one is corrected, `pending` says that it still waits.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;
use crate::app::nearest::nearest;
use crate::domain::request::{Evidence, Standing};

/// What people say for a standing; the words that inroads does not say itself are understood all the same.
const ALSO: [(&str, Standing); 8] = [
    ("accept", Standing::Accepted),
    ("decline", Standing::Declined),
    ("withdraw", Standing::Withdrawn),
    ("ignore", Standing::Ignored),
    ("rejected", Standing::Declined),
    ("refused", Standing::Declined),
    ("no", Standing::Declined),
    ("yes", Standing::Accepted),
];

/// Write down what came of a request, or correct it.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("settle"))]
pub struct Args {
    #[arg(help = args::request("The request"))]
    who: String,
    #[arg(value_parser = standing, help = args::words(&taken(), Standing::token))]
    standing: Standing,
    #[arg(long, value_name = "DATE", help = args::ON)]
    on: Option<String>,
}

/// What a request can be settled as: a draft was never sent.
fn taken() -> Vec<Standing> {
    Standing::ALL.iter().copied().filter(|standing| *standing != Standing::Draft).collect()
}

fn standing(text: &str) -> Result<Standing, String> {
    let (wanted, taken) = (args::normal(text), taken());
    let words = taken.iter().map(|standing| (standing.token(), *standing)).chain(ALSO);
    if let Some((_, standing)) = words.clone().find(|(word, _)| *word == wanted) {
        return Ok(standing);
    }
    // That somebody reported the user is nothing to guess at.
    let guesses = words.filter(|(_, standing)| *standing != Standing::Reported);
    let guessed = nearest(&wanted, guesses.clone().map(|(word, _)| word));
    let meant = guesses.into_iter().find(|(word, _)| Some(*word) == guessed);
    Err(args::none_of(&args::words(&taken, Standing::token), meant.map(|(_, standing)| standing.token())))
}

/// Settles a request.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let on = context.past(args.on.as_deref())?;
    let standing = args.standing;
    let evidence = if standing == Standing::Declined { Evidence::Told } else { Evidence::Seen };
    desk::perform(context, "settle", |network| {
        let requests = vec![who::request(network, &args.who)?.id];
        Ok(Deed::Settle { requests, standing, on, evidence })
    })
}
