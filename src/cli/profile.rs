//! `profile`: the ten items of the user's own profile, each with the day on which it was found in order.

use super::context::{Context, Form};
use super::problem::Problem;
use super::{args, desk, shapes};
use crate::app::deed::Deed;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;
use crate::exchange::answers::ProfileRow;

/// Print the checklist of your own profile, or note that an item is in order.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("profile"))]
pub struct Args {
    #[arg(value_parser = item, help = args::words(ProfileItem::ALL, ProfileItem::token))]
    item: Option<ProfileItem>,
    #[arg(long, value_name = "DATE", requires = "item", help = args::ON)]
    on: Option<String>,
    /// It is not in order yet
    #[arg(long, requires = "item", conflicts_with = "on")]
    not_yet: bool,
}

fn item(text: &str) -> Result<ProfileItem, String> {
    args::one_of(text, ProfileItem::ALL, ProfileItem::token)
}

/// Does what is asked.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    if let Some(item) = args.item {
        let on = if args.not_yet { None } else { Some(context.past(args.on.as_deref())?) };
        return desk::perform(context, "profile", |_| Ok(Deed::CheckProfile(item, on)));
    }
    let network = context.read()?.network;
    let today = context.clock.now().today;
    let age = network.rules.get(RuleKey::ProfileAge);
    let mut paper = context.paper();
    let mut rows = Vec::new();
    for item in ProfileItem::ALL {
        let (on, in_order) = (network.profile.checked(*item), network.profile.in_order(*item, today, age));
        if context.form == Form::Json {
            paper.json(&ProfileRow { item: item.token(), label: item.label(), on, in_order })?;
            continue;
        }
        let said = match (on, in_order) {
            (None, _) => "not checked yet".to_owned(),
            (Some(day), true) => format!("in order, {}", day.short(today)),
            (Some(day), false) => format!("look again, last on {}", day.short(today)),
        };
        rows.push([item.token().to_owned(), item.label().to_owned(), said]);
    }
    paper.columns(&rows, 40)?;
    Ok(paper.finish()?)
}
