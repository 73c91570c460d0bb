//! Why a row stands on Today, what to do about it, and what is left of the budget.

use super::{card, request};
use crate::app::outlook::Outlooks;
use crate::app::page::{Page, Tone};
use crate::app::today::Item;
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::time::Day;
use crate::insight::budget::{Budget, Used};

/// The page of a row.
pub fn today(network: &Network, outlook: &Outlooks, item: Option<Item>, budget: &Budget, today: Day) -> Page {
    let mut page = Page::default();
    match item {
        None => {
            page.plain("Nothing waits for you today.");
            page.hint("n adds a person, 2 shows what is pending");
        }
        Some(Item::Decide) => {
            page.strong("To decide, from your exports");
            page.plain("What an import could not know and only you can say.").hint("Enter shows the list");
        }
        Some(Item::News(id)) => {
            if let Some(request) = network.requests.get(id) {
                news(&mut page, network, request);
            }
        }
        Some(Item::Answer(id) | Item::Stale(id) | Item::Back(id)) => {
            if let Some(found) = network.requests.get(id) {
                page = request::brief(network, outlook, found, today);
            }
        }
        Some(Item::Draft(id)) => {
            if let Some(draft) = network.drafts.get(id) {
                let name = network.contact(draft.contact).map_or_else(String::new, |contact| contact.name());
                page.strong(format!("Your draft to {name}"));
                page.lines.extend(super::draft(draft, today).lines);
                page.gap().hint("Enter opens it");
            }
        }
        Some(Item::Profile(item)) => {
            page.strong(item.label()).plain("It is some time since you last looked at it.");
            page.gap().plain(item.how_to()).hint("Enter shows your profile");
        }
        Some(Item::AskAgain(id)) => {
            if let Some(contact) = network.contact(id) {
                page = card::card(network, contact, today);
            }
        }
    }
    page.gap();
    figures(&mut page, budget, today);
    page
}

fn news(page: &mut Page, network: &Network, request: &Request) {
    let Some(contact) = network.contact(request.contact) else { return };
    card::head(page, contact);
    let days = request.settled_on.map_or(0, |on| on.since(request.sent_on).max(0));
    let after = match days {
        0 => "on the same day".to_owned(),
        1 => "after 1 day".to_owned(),
        days => format!("after {days} days"),
    };
    page.gap().line(Tone::Good, format!("Accepted {after}."));
    if !request.message.is_empty() {
        page.gap().quiet("Your message").plain(format!("“{}”", request.message));
    }
    page.gap().plain("Next: say thanks").hint("Enter opens the contact; i, then m, logs what you wrote");
}

/// The budget in lines: `week 11 of 20 used`.
pub(super) fn figures(page: &mut Page, budget: &Budget, today: Day) {
    page.quiet("Budget");
    page.plain(used("week", budget.week, today));
    page.plain(used("messages this month", budget.messages, today));
    page.plain(format!("pending pile {} on LinkedIn", budget.pile));
}

fn used(what: &str, used: Used, today: Day) -> String {
    let of = used.of.map_or_else(|| ", no limit".to_owned(), |of| format!(" of {of} used"));
    let refills =
        used.refills_on.map(|day| format!("; the next on {}", day.short(today))).unwrap_or_default();
    format!("{what} {}{of}{refills}", used.used)
}
