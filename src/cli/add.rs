//! `add`: a new contact.

use super::context::{Context, Form};
use super::desk::{self, Desk};
use super::problem::Problem;
use super::shapes;
use crate::app::deed::{self, Deed, Details};
use crate::domain::contact::Fit;
use crate::store::Care;

/// Add a contact.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("add"))]
pub struct Args {
    /// The whole name
    name: String,
    #[command(flatten)]
    details: Given,
    /// A tag; may be given several times, or with commas
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    tag: Vec<String>,
}

/// What can be said of a contact.
#[derive(Debug, clap::Args)]
pub struct Given {
    /// Company
    #[arg(long)]
    company: Option<String>,
    /// Role
    #[arg(long)]
    role: Option<String>,
    /// Profile address, or any other
    #[arg(long)]
    url: Option<String>,
    /// E-mail address
    #[arg(long)]
    email: Option<String>,
    /// Why this contact
    #[arg(long)]
    purpose: Option<String>,
    /// How likely to be interested: low, medium, high or none
    #[arg(long, value_parser = fit)]
    fit: Option<FitOrNone>,
}

/// A fit, or that there is none.
#[derive(Clone, Copy, Debug)]
struct FitOrNone(Option<Fit>);

fn fit(text: &str) -> Result<FitOrNone, String> {
    match text {
        "none" => Ok(FitOrNone(None)),
        text => Fit::parse(text)
            .map(|fit| FitOrNone(Some(fit)))
            .ok_or_else(|| "it is one of low medium high none".into()),
    }
}

impl Given {
    /// As a deed takes it.
    pub fn details(&self, name: Option<String>, tags: Option<Vec<String>>) -> Details {
        Details {
            name,
            company: self.company.clone(),
            role: self.role.clone(),
            url: self.url.clone(),
            email: self.email.clone(),
            purpose: self.purpose.clone(),
            fit: self.fit.map(|fit| fit.0),
            tags,
        }
    }
}

/// Adds a contact.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let details = args.details.details(Some(args.name.clone()), Some(args.tag.clone()));
    let (mut desk, deed) = Desk::open_for(context, "add", |_| Ok(Deed::AddContact(details.clone())))?;
    let namesakes: Vec<String> =
        deed::namesakes(desk.network(), &args.name).map(|contact| contact.id.to_string()).collect();
    let done = desk.commit(&deed, "add", Care::Full)?;
    desk::print(context, "noted", &done)?;
    let said = match (context.form, &namesakes[..]) {
        (Form::Json, _) | (Form::Text, []) => return Ok(()),
        (Form::Text, [one]) => format!("another of this name is {one}"),
        (Form::Text, several) => format!("others of this name are {}", several.join(", ")),
    };
    let mut paper = context.paper();
    paper.line(&said)?;
    Ok(paper.finish()?)
}
