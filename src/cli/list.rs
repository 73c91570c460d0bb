//! `list`: contacts, all or those that a query finds; one line each.

use std::io::{Write, stderr};
use std::sync::Arc;

use super::args;
use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use crate::app::contacts::Contacts;
use crate::app::query::Mistake;
use crate::domain::contact::Contact;
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::domain::visible;
use crate::exchange::answers::Listed;
use crate::runtime::paper::Paper;

/// How wide a column gets before its long cells push the others.
const WIDEST: usize = 40;

/// List contacts, all or those that a query finds.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("list"))]
pub struct Args {
    /// Words, and is: tag: company: role: purpose: source: age:>21 before: after: has:message note:, each with - to
    /// leave out
    #[arg(value_parser = args::word)]
    pub query: Vec<String>,
}

/// Lists contacts.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let network = context.read()?.network;
    let found = find(&network, &args.query.join(" "), context.clock.now().today)?;
    if found.is_empty() && context.form == Form::Text {
        let why = if network.contacts.is_empty() {
            "nobody here yet: `inroads add` adds somebody, `inroads import` reads an export"
        } else {
            "nobody fits"
        };
        let _ = writeln!(stderr(), "{why}");
    }
    let mut paper = context.paper();
    print(&mut paper, context.form, &network, &found)?;
    Ok(paper.finish()?)
}

/// The contacts that a query finds: by name, or the best first where it has words.
pub fn find<'a>(network: &'a Network, query: &str, today: Day) -> Result<Vec<&'a Arc<Contact>>, Problem> {
    let mut contacts = Contacts::default();
    query.clone_into(&mut contacts.filter);
    contacts.want(network, today);
    if let Some(mistake) = contacts.query.errors.first() {
        return Err(Problem::Usage(marked(query, mistake)));
    }
    // On a screen it is still being typed; here it would list everybody.
    if let Some(word) = query.split_whitespace().find(|word| word.ends_with(':')) {
        let start = query.find(word).unwrap_or_default();
        let mistake =
            Mistake { span: start..start + word.len(), why: format!("{word} needs a word after it") };
        return Err(Problem::Usage(marked(query, &mistake)));
    }
    let rows = contacts.list.rows().iter();
    Ok(rows.filter_map(|row| row.contact(network)).filter_map(|id| network.contact(id)).collect())
}

/// The mistake, the query, and a caret under the spot.
pub fn marked(query: &str, mistake: &Mistake) -> String {
    let before = visible::line(&query[..mistake.span.start]);
    let blanks = " ".repeat(crate::runtime::paper::width(&before));
    format!("{}\n  {}\n  {blanks}^", mistake.why, visible::line(query))
}

/// Prints contacts, one a line.
pub fn print(
    paper: &mut Paper,
    form: Form,
    network: &Network,
    contacts: &[&Arc<Contact>],
) -> Result<(), Problem> {
    match form {
        Form::Json => contacts.iter().try_for_each(|contact| paper.json(&Listed::of(network, contact)))?,
        Form::Text => {
            let rows: Vec<[String; 4]> = contacts
                .iter()
                .map(|contact| {
                    let tags: Vec<String> = contact.tags.iter().map(|tag| format!("#{tag}")).collect();
                    let archived = contact.archived.then(|| "(archived)".to_owned());
                    let last = tags.into_iter().chain(archived).collect::<Vec<_>>().join(" ");
                    [contact.id.to_string(), contact.name(), contact.place(), last]
                })
                .collect();
            paper.columns(&rows, WIDEST)?;
        }
    }
    Ok(())
}
