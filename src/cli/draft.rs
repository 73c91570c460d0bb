//! `draft`: the messages that are being written, the same that the screens show.

use super::context::{Context, Form};
use super::problem::Problem;
use super::{args, desk, input, shapes, who};
use crate::app::deed::Deed;
use crate::domain::dates::Toward;
use crate::exchange::answers::DraftRow;

/// List the messages that you are writing, print one, or write one.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("draft"))]
pub struct Args {
    #[arg(help = args::contact("To whom; without anybody all drafts are listed"))]
    who: Option<String>,
    /// The message; - reads it from standard input
    #[arg(allow_hyphen_values = true)]
    text: Option<String>,
    /// Put it off until a day
    #[arg(long, value_name = "DATE", conflicts_with_all = ["text", "drop"])]
    later: Option<String>,
    /// Throw it away; undo brings it back
    #[arg(long, conflicts_with = "text")]
    drop: bool,
}

/// Does what is asked.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let Some(who) = &args.who else { return list(context) };
    if let Some(text) = &args.text {
        let text = input::text(text)?;
        return desk::perform(context, "draft", |network| {
            Ok(Deed::WriteDraft(who::contact(network, who)?.id, text.clone()))
        });
    }
    if args.drop {
        return desk::perform(context, "draft", |network| {
            Ok(Deed::DropDrafts(vec![who::draft(network, who)?.id]))
        });
    }
    if let Some(day) = &args.later {
        let day = context.date(day, Toward::Future)?;
        return desk::perform(context, "draft", |network| {
            Ok(Deed::PutOff(vec![who::draft(network, who)?.id], Some(day)))
        });
    }
    let network = context.read()?.network;
    let draft = who::draft(&network, who)?;
    let mut paper = context.paper();
    match context.form {
        Form::Json => paper.json(&DraftRow::of(&network, draft))?,
        Form::Text => draft.text.lines().try_for_each(|line| paper.line(line))?,
    }
    Ok(paper.finish()?)
}

fn list(context: &Context) -> Result<(), Problem> {
    let network = context.read()?.network;
    let today = context.clock.now().today;
    let mut paper = context.paper();
    if context.form == Form::Json {
        for draft in &network.drafts {
            paper.json(&DraftRow::of(&network, draft))?;
        }
        return Ok(paper.finish()?);
    }
    let rows: Vec<[String; 4]> = network
        .drafts
        .iter()
        .map(|draft| {
            let name = network.contact(draft.contact).map_or_else(String::new, |contact| contact.name());
            let later = draft.later.filter(|day| *day > today);
            let later = later.map_or_else(String::new, |day| format!("back on {}", day.short(today)));
            let first = draft.text.lines().next().unwrap_or_default().to_owned();
            [name, draft.contact.to_string(), later, first]
        })
        .collect();
    paper.columns(&rows, 60)?;
    Ok(paper.finish()?)
}
