//! `show`: a contact with everything known of it, or what a screen shows, once and numbered.

use std::iter;
use std::sync::Arc;

use super::context::{Context, Form};
use super::problem::Problem;
use super::{due, list, shapes, who};
use crate::app::outlook::Outlooks;
use crate::app::page::Page;
use crate::app::pending::{Pending, Tab};
use crate::app::today::{self, Item};
use crate::app::{preview, query};
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;
use crate::exchange::answers::{RuleRow, Waiting, Whole};
use crate::exchange::shapes::RuleValue;
use crate::insight::budget::Budget;
use crate::insight::stage::Stage;
use crate::runtime::kept;
use crate::runtime::paper::Paper;
use crate::store::Opened;

/// How wide a column gets before its long cells push the others.
const WIDEST: usize = 40;

/// Print a contact, or what a screen shows.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("show"))]
pub struct Args {
    /// A contact, or a screen: today, pending, sent, received, snoozed, contacts, you
    what: String,
}

/// Prints it.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let Opened { network, book, .. } = context.read()?;
    let today = context.clock.now().today;
    let mut outlook = Outlooks::default();
    outlook.begin(kept::fitted(book.kept_fit()?), today);
    let mut paper = context.paper();
    let show = Show { network: &network, outlook: &outlook, today, form: context.form };
    match args.what.as_str() {
        "today" => show.today(&mut paper)?,
        "pending" => {
            for (tab, _) in Tab::ALL {
                show.tab(&mut paper, tab, Heading::Always)?;
            }
        }
        "sent" => show.tab(&mut paper, Tab::Sent, Heading::None)?,
        "received" => show.tab(&mut paper, Tab::Received, Heading::None)?,
        "snoozed" => show.tab(&mut paper, Tab::Snoozed, Heading::None)?,
        "contacts" => {
            let all = list::find(&network, "", today)?;
            list::print(&mut paper, context.form, &network, &all)?;
        }
        "you" => show.you(&mut paper)?,
        who => {
            let contact = who::contact(&network, who)?;
            match context.form {
                Form::Json => paper.json(&Whole::of(&network, contact))?,
                Form::Text => {
                    page(&mut paper, &preview::card(&network, contact, today))?;
                    // So that the next command has them.
                    let waiting = network.requests_of(contact.id).filter(|request| request.pending());
                    let waiting = waiting.map(|request| request.id.to_string());
                    let ids: Vec<String> = iter::once(contact.id.to_string()).chain(waiting).collect();
                    paper.line("")?;
                    paper.line(&ids.join(", "))?;
                    caveat(&mut paper, network.requests_of(contact.id))?;
                }
            }
        }
    }
    Ok(paper.finish()?)
}

/// Whether a list says what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Always,
    None,
}

fn page(paper: &mut Paper, page: &Page) -> std::io::Result<()> {
    page.texts().try_for_each(|line| paper.line(line))
}

/// Stands wherever a stage is shown.
fn caveat<'r>(
    paper: &mut Paper,
    mut requests: impl Iterator<Item = &'r Arc<Request>>,
) -> Result<(), Problem> {
    if requests.any(|request| request.pending()) {
        paper.line("")?;
        paper.line("silence is not a no")?;
    }
    Ok(())
}

struct Show<'a> {
    network: &'a Network,
    outlook: &'a Outlooks,
    today: Day,
    form: Form,
}

impl Show<'_> {
    fn today(&self, paper: &mut Paper) -> Result<(), Problem> {
        let items = today::items(self.network, self.outlook, self.today);
        if self.form == Form::Json {
            for item in items {
                paper.json(&due::shape(item, self.network, self.today))?;
            }
            return Ok(());
        }
        paper.line(&self.today.long())?;
        if items.is_empty() {
            paper.line("Nothing waits for you today.")?;
        }
        let mut heading = "";
        for (number, item) in (1..).zip(items) {
            if item.heading() != heading {
                heading = item.heading();
                paper.line("")?;
                paper.line(heading)?;
            }
            let text = item.text(self.network, self.today);
            paper.line(&format!("{number:>4}  {text}{}", self.ids(item)))?;
        }
        paper.line("")?;
        page(
            paper,
            &preview::rule(&self.network.rules, None, &Budget::of(self.network, self.today), self.today),
        )?;
        caveat(paper, self.network.requests.iter())
    }

    // With the ids, so that the next command has them.
    fn ids(&self, item: Item) -> String {
        let contact = item.contact(self.network).map(|id| id.to_string());
        let request = item.request().map(|id| id.to_string());
        let ids: Vec<String> = contact.into_iter().chain(request).collect();
        if ids.is_empty() { String::new() } else { format!("  ({})", ids.join(", ")) }
    }

    fn tab(&self, paper: &mut Paper, tab: Tab, heading: Heading) -> Result<(), Problem> {
        let mut pending = Pending { tab, query: query::Query::default(), ..Pending::default() };
        pending.refresh(self.network, self.outlook, self.today);
        let rows: Vec<(RequestId, &Arc<Request>)> = pending
            .list
            .rows()
            .iter()
            .filter_map(|id| Some((*id, self.network.requests.get(*id)?)))
            .collect();
        if self.form == Form::Json {
            for (_, request) in rows {
                paper.json(&self.waiting(request))?;
            }
            return Ok(());
        }
        if heading == Heading::Always {
            let title = Tab::ALL.iter().find(|(each, _)| *each == tab).map_or("", |(_, title)| title);
            paper.line(&format!("{title} {}", rows.len()))?;
        }
        let rows: Vec<[String; 6]> = (1..).zip(rows).map(|(n, (id, r))| self.row(n, id, r, tab)).collect();
        paper.columns(&rows, WIDEST)?;
        if heading == Heading::Always && tab != Tab::Snoozed {
            return Ok(paper.line("")?);
        }
        caveat(paper, self.network.requests.iter())
    }

    fn row(&self, number: usize, id: RequestId, request: &Request, tab: Tab) -> [String; 6] {
        let contact = self.network.contact(request.contact);
        let name = contact.map_or_else(String::new, |contact| contact.name());
        let place = contact.map_or_else(String::new, |contact| contact.place());
        let sign = preview::sign(Stage::of_age(request.age(self.today), &self.network.rules));
        let age = preview::waits(request.age(self.today));
        let age = match request.snoozed_until.filter(|_| tab == Tab::Snoozed) {
            Some(day) => format!("{sign} {age}, until {}", day.short(self.today)),
            None => format!("{sign} {age:>5}"),
        };
        [format!("{number:>4}"), age, name, place, id.to_string(), request.contact.to_string()]
    }

    fn waiting<'a>(&self, request: &'a Request) -> Waiting<'a> {
        let age = request.age(self.today);
        Waiting {
            request: request.into(),
            name: self.network.contact(request.contact).map_or_else(String::new, |contact| contact.name()),
            age,
            stage: Stage::of_age(age, &self.network.rules).token(),
        }
    }

    fn you(&self, paper: &mut Paper) -> Result<(), Problem> {
        let rules = &self.network.rules;
        let keys = RuleKey::ALL;
        if self.form == Form::Json {
            for key in keys {
                let text = key.text();
                paper.json(&RuleRow {
                    rule: key.token(),
                    label: text.label,
                    value: RuleValue::of(*key, rules.get(*key)),
                    default: RuleValue::of(*key, text.default),
                    source: text.source,
                })?;
            }
            return Ok(());
        }
        let rows: Vec<[String; 4]> = (1..)
            .zip(keys)
            .map(|(number, key): (usize, _)| {
                let text = key.text();
                let source = match rules.changed(*key) {
                    Some(_) => {
                        format!("changed by you, the default is {}", preview::value(&Rules::default(), *key))
                    }
                    None => text.source.to_owned(),
                };
                let value = preview::value(rules, *key);
                let unit = if value.parse::<i64>().is_ok() { text.unit } else { "" };
                [format!("{number:>4}"), text.label.to_owned(), format!("{value} {unit}"), source]
            })
            .collect();
        paper.columns(&rows, WIDEST)?;
        paper.line("")?;
        Ok(page(
            paper,
            &preview::rule(&self.network.rules, None, &Budget::of(self.network, self.today), self.today),
        )?)
    }
}
