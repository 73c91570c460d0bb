//! `tag`: adds and takes away tags.

use super::context::Context;
use super::problem::Problem;
use super::{args, desk, shapes, who};
use crate::app::deed::Deed;

/// Add and take away tags.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("tag"))]
pub struct Args {
    #[arg(help = args::contact("Whom"))]
    who: String,
    /// +rust or rust adds, -rust takes away
    #[arg(required = true, value_name = "TAG", value_parser = args::word)]
    pub tags: Vec<String>,
}

/// Tags a contact.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let (remove, add): (Vec<&String>, Vec<&String>) = args.tags.iter().partition(|tag| tag.starts_with('-'));
    let add: Vec<String> = add.into_iter().map(|tag| tag.trim_start_matches('+').to_owned()).collect();
    let remove: Vec<String> = remove.into_iter().map(|tag| tag[1..].to_owned()).collect();
    desk::perform(context, "tag", |network| {
        let contacts = vec![who::contact(network, &args.who)?.id];
        Ok(Deed::Tag { contacts, add: add.clone(), remove: remove.clone() })
    })
}
