//! `stats`: what the history shows, question by question, as Insights does.

use super::context::{Context, Form};
use super::problem::Problem;
use super::{args, forecast, shapes};
use crate::app::page::Page;
use crate::app::preview;
use crate::exchange::reviews::{AnswerShape, Figure, RowShape};
use crate::insight::forecast::outlook::{Need, Outlook};
use crate::insight::review::{Answer, Question, Review};
use crate::store::Opened;

/// How many columns a page has here.
const COLUMNS: usize = 78;

/// Print what your requests show: what worked, how long it takes, what came of it.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("stats"))]
pub struct Args {
    #[arg(help = which())]
    question: Option<String>,
}

fn which() -> String {
    format!("One question, all if none is named: {}", args::words(&Question::ALL, Question::token))
}

/// Prints answers.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let asked = match &args.question {
        Some(word) => {
            let one = args::one_of(word, &Question::ALL, Question::token);
            Some(one.map_err(|why| Problem::Usage(format!("there is no question {word:?}: {why}")))?)
        }
        None => None,
    };
    let Opened { network, mut book, .. } = context.read()?;
    let today = context.clock.now().today;
    let lesson = Outlook::learn(&network, today, None, Need::Plots);
    let foretold = book.foretold()?;
    let fitted = &lesson.outlook.fitted;
    let answers = lesson.posterior.as_ref().map_or_else(Vec::new, |posterior| {
        Review::of(&network, &lesson.history, fitted, posterior, &foretold, today).answers
    });
    forecast::keep(context, &mut book, &lesson.outlook);
    let ages = [(fitted.quiet_age(), "quiet"), (fitted.stale_age(), "stale")];
    let mut paper = context.paper();
    let answers = answers.iter().filter(|answer| asked.is_none_or(|one| answer.question == one));
    for (at, answer) in answers.enumerate() {
        if context.form == Form::Json {
            paper.json(&shape(answer))?;
            continue;
        }
        if at > 0 {
            paper.line("")?;
        }
        paper.line(answer.question.label())?;
        let mut page = Page::default();
        preview::answer(&mut page, answer, COLUMNS, None, &ages);
        for line in page.texts() {
            paper.paragraph(line, COLUMNS)?;
        }
    }
    if context.form == Form::Text {
        paper.line("")?;
        paper.line("silence is not a no")?;
    }
    Ok(paper.finish()?)
}

fn shape(answer: &Answer) -> AnswerShape<'_> {
    let rows = answer.rows.iter().map(|row| RowShape {
        label: &row.label,
        figures: row.figures.iter().map(|(name, value)| Figure { name, value: *value }).collect(),
        requests: row.requests.iter().map(ToString::to_string).collect(),
    });
    AnswerShape {
        question: answer.question.token(),
        label: answer.question.label(),
        n: answer.n,
        said: &answer.said,
        rows: rows.collect(),
        caveats: &answer.caveats,
    }
}
