//! `sent`: a request that the user sent. Only written down, never sent from here.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, input, shapes, who};
use crate::app::deed::{Deed, NewRequest, Person};
use crate::domain::request::{Channel, Direction};

/// Write down a request that you sent.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("sent"))]
pub struct Args {
    #[arg(help = args::contact("To whom"))]
    who: String,
    #[command(flatten)]
    about: About,
    /// How you came to ask: search, event, alumni, referral, post or a word of yours
    #[arg(long, value_name = "WORD", default_value = "", hide_default_value = true)]
    source: String,
    /// Take your newest draft to them as the message; it is done then
    #[arg(long, conflicts_with = "message")]
    draft: bool,
}

/// What can be said of a request in either direction.
#[derive(Debug, clap::Args)]
pub struct About {
    #[arg(long, value_name = "DATE", help = args::ON)]
    on: Option<String>,
    /// The message that went with it; - reads it from standard input
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    message: String,
    #[arg(long, default_value = "linkedin", value_parser = channel, help = channels())]
    channel: Channel,
}

fn channels() -> String {
    format!("Where: {}", args::words(Channel::ALL, Channel::token))
}

/// Reads a channel.
pub(super) fn channel(text: &str) -> Result<Channel, String> {
    args::one_of(text, Channel::ALL, Channel::token)
}

/// Writes down a request that was sent.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if !args.draft {
        return record(context, &args.who, Direction::Sent, &args.about, &args.source);
    }
    let on = context.past(args.about.on.as_deref())?;
    desk::perform(context, "sent", |network| {
        let draft = who::draft(network, &args.who)?;
        Ok(Deed::Record(NewRequest {
            with: Person::Known(draft.contact),
            direction: Direction::Sent,
            on,
            message: draft.text.clone(),
            source: args.source.clone(),
            channel: args.about.channel,
            template: draft.template.clone(),
            score: None,
            draft: Some(draft.id),
        }))
    })
}

/// Writes down a request in either direction.
pub fn record(
    context: &Context,
    who: &str,
    direction: Direction,
    about: &About,
    source: &str,
) -> Result<(), Problem> {
    let on = context.past(about.on.as_deref())?;
    let message = input::text(&about.message)?;
    desk::perform(context, direction.token(), |network| {
        let with = Person::Known(who::contact(network, who)?.id);
        let source = source.to_owned();
        let message = message.clone();
        Ok(Deed::Record(NewRequest {
            with,
            direction,
            on,
            message,
            source,
            channel: about.channel,
            template: String::new(),
            score: None,
            draft: None,
        }))
    })
}
