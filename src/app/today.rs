//! Screen 1: good news, what waits for an answer, what is worth a decision, what is due.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::domain::contact::Flag;
use crate::domain::draft::Draft;
use crate::domain::id::{ContactId, DraftId, RequestId};
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::request::{Direction, Request, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;
use crate::insight::stage::{Stage, may_have_expired};

use super::list::List;
use super::outlook::{Outlooks, Worth};
use super::preview;

/// How long good news stays where it is not opened, in days.
const NEWS_DAYS: i64 = 14;
/// How many pieces of good news are listed at once: they come first, and must leave sight of what waits.
pub const NEWS: usize = 10;
/// How many requests that wait for an answer are listed at once.
pub const ANSWERS: usize = 10;
/// How many items of the profile are listed at once.
const PROFILE: usize = 3;
/// How many decisions are asked for at once.
pub const DECISIONS: usize = 5;

/// A row of Today; the order of the variants is the order of the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Somebody said yes.
    News(RequestId),
    /// Somebody asked, and waits.
    Answer(RequestId),
    /// A request of which little can be expected.
    Stale(RequestId),
    /// A snoozed request whose day has come.
    Back(RequestId),
    /// A contact to ask again.
    AskAgain(ContactId),
    /// A draft that was put off until today.
    Draft(DraftId),
    /// What imports left open.
    Decide,
    /// An item of the user's own profile that wants a look.
    Profile(ProfileItem),
}

impl Item {
    /// The heading above it.
    pub fn heading(self) -> &'static str {
        match self {
            Item::News(_) => "Good news",
            Item::Answer(_) => "Waiting for your answer",
            Item::Stale(_) => "Worth a decision",
            Item::Back(_) | Item::AskAgain(_) | Item::Draft(_) | Item::Decide => "Due",
            Item::Profile(_) => "Your side",
        }
    }

    /// Its request.
    pub fn request(self) -> Option<RequestId> {
        match self {
            Item::News(id) | Item::Answer(id) | Item::Stale(id) | Item::Back(id) => Some(id),
            Item::AskAgain(_) | Item::Draft(_) | Item::Decide | Item::Profile(_) => None,
        }
    }

    /// Its contact.
    pub fn contact(self, network: &Network) -> Option<ContactId> {
        match self {
            Item::AskAgain(contact) => Some(contact),
            Item::Draft(id) => network.drafts.get(id).map(|draft| draft.contact),
            Item::Decide | Item::Profile(_) => None,
            Item::News(_) | Item::Answer(_) | Item::Stale(_) | Item::Back(_) => {
                network.requests.get(self.request()?).map(|r| r.contact)
            }
        }
    }
}

impl Item {
    /// The word for it in JSON.
    pub fn token(self) -> &'static str {
        match self {
            Item::News(_) => "news",
            Item::Answer(_) => "answer",
            Item::Stale(_) => "stale",
            Item::Back(_) => "snoozed",
            Item::AskAgain(_) => "ask_again",
            Item::Draft(_) => "draft",
            Item::Decide => "decide",
            Item::Profile(_) => "profile",
        }
    }

    /// The day that puts it on the list.
    pub fn on(self, network: &Network) -> Option<Day> {
        let request = self.request().and_then(|id| network.requests.get(id));
        match self {
            Item::News(_) => request?.settled_on,
            Item::Answer(_) | Item::Stale(_) => request.map(|request| request.sent_on),
            Item::Back(_) => request?.snoozed_until,
            Item::AskAgain(id) => network.contact(id)?.ask_again_on,
            Item::Draft(id) => network.drafts.get(id)?.later,
            Item::Profile(item) => network.profile.checked(item),
            Item::Decide => None,
        }
    }

    /// What it is, in a line of text.
    pub fn text(self, network: &Network, today: Day) -> String {
        let said = self.said(network, today);
        format!("{}{}{}", said.who, said.what, said.also)
    }

    /// The same in its parts, for a place where not all of it may fit.
    pub fn said(self, network: &Network, today: Day) -> Said {
        let name =
            self.contact(network).and_then(|id| network.contact(id)).map_or_else(String::new, |c| c.name());
        let age = || {
            let request = self.request().and_then(|id| network.requests.get(id));
            request.map_or(0, |request| request.age(today))
        };
        let day = || match self.on(network) {
            Some(day) if day == today => "today".to_owned(),
            Some(day) if day == today.plus(-1) => "yesterday".to_owned(),
            Some(day) => day.short(today),
            None => String::new(),
        };
        let said = |who: String, what: String, also: &'static str| Said { who, what, also };
        match self {
            Item::News(_) => said(name, format!(" accepted, {}", day()), ""),
            Item::Answer(id) => {
                let message = network.requests.get(id).is_some_and(|request| !request.message.is_empty());
                let also = if message { ", with a message" } else { "" };
                said(name, format!(" asked you, {}", preview::waits(age())), also)
            }
            Item::Stale(_) => {
                let expired = if may_have_expired(age(), &network.rules) { ", may have expired" } else { "" };
                let stage = Stage::of_age(age(), &network.rules);
                let who = format!("{} {name}", preview::sign(stage));
                said(who, format!(", {}", preview::waits(age())), expired)
            }
            Item::Back(_) => said(name, format!(": snoozed until {}", day()), ""),
            Item::AskAgain(_) => said(name, format!(": ask again, {}", day()), ""),
            Item::Draft(_) => said(name, format!(": your draft, put off until {}", day()), ""),
            Item::Profile(item) => {
                said(String::new(), format!("{}: last looked at {}", sentence(item.label()), day()), "")
            }
            Item::Decide => {
                let open = network.decisions.iter().filter(|decision| !decision.settled).count();
                let things = if open == 1 { "thing" } else { "things" };
                said(String::new(), format!("{open} {things} to decide from your exports"), "")
            }
        }
    }
}

// With a capital letter first.
fn sentence(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a row says, in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who: cut where there is little room.
    pub who: String,
    /// What happened, and when.
    pub what: String,
    /// What else: the first to go.
    pub also: &'static str,
}

/// The state of the screen.
#[derive(Clone, Debug, Default)]
pub struct Today {
    /// The rows.
    pub list: List<Item>,
    /// How many pieces of good news there are, listed or not.
    pub news: usize,
    /// How many of the rows wait for something: all but those of the user's own side.
    pub waiting: usize,
}

impl Today {
    /// Makes the list anew.
    pub fn refresh(&mut self, network: &Network, outlook: &Outlooks, today: Day) {
        let (rows, news) = gather(network, outlook, today);
        self.waiting = rows.iter().filter(|item| !matches!(item, Item::Profile(_))).count();
        self.list.set_rows(rows);
        self.news = news;
    }
}

/// What Today lists, in order: newest news first; of what is worth a decision the clearest first; else the oldest first
/// under each heading.
pub fn items(network: &Network, outlook: &Outlooks, today: Day) -> Vec<Item> {
    gather(network, outlook, today).0
}

// The rows, and how much good news there is in all.
fn gather(network: &Network, outlook: &Outlooks, today: Day) -> (Vec<Item>, usize) {
    let (mut news, mut answers, mut stale_ones, mut back) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let closed =
        |request: &Request| network.contact(request.contact).is_some_and(|contact| contact.is(Flag::Closed));
    for request in network.requests.iter().filter(|request| !closed(request)) {
        if request.pending() {
            match (request.snoozed_until, request.direction) {
                // What has just come back from a snooze is due, and not also stale or waiting for an answer.
                (Some(day), _) if day <= today => back.push((day, request.id)),
                (Some(_), _) => {}
                (None, Direction::Received) => answers.push((request.sent_on, request.id)),
                (None, Direction::Sent) => {
                    let stale = Stage::of(request, &network.rules, today) == Some(Stage::Stale);
                    let said = outlook.of(network, request, today).map(|said| Worth::of(&said));
                    // Where nothing was learned yet, what is stale comes first, the oldest of it first.
                    let wanted = said.map_or(stale, |worth| worth.is_spent() || stale && worth.decides());
                    if wanted && !archived(network, request) {
                        stale_ones.push(((said.unwrap_or(Worth::UNKNOWN), request.sent_on), request.id));
                    }
                }
            }
        } else if request.standing == Standing::Accepted
            && request.direction == Direction::Sent
            && !request.opened
            && let Some(day) = request.settled_on
            && (0..=NEWS_DAYS).contains(&today.since(day))
        {
            news.push((Reverse(day), request.id));
        }
    }
    let again = network
        .contacts
        .iter()
        .filter(|c| !c.hidden())
        .filter_map(|c| Some((c.ask_again_on.filter(|day| *day <= today)?, c.id)))
        .filter(|(day, id)| !asked_since(network, *id, *day))
        .collect();
    let open = network.decisions.iter().any(|d| !d.settled);
    let all_news = news.len();
    let mut items: Vec<Item> = in_order(news).take(NEWS).map(Item::News).collect();
    items.extend(in_order(answers).take(ANSWERS).map(Item::Answer));
    items.extend(in_order(stale_ones).take(DECISIONS).map(Item::Stale));
    items.extend(in_order(back).map(Item::Back));
    items.extend(in_order(again).map(Item::AskAgain));
    let shown = |draft: &&Arc<Draft>| network.contact(draft.contact).is_some_and(|contact| !contact.hidden());
    let drafts = network
        .drafts
        .iter()
        .filter(shown)
        .filter_map(|d| Some((d.later.filter(|day| *day <= today)?, d.id)));
    items.extend(in_order(drafts.collect()).map(Item::Draft));
    items.extend(open.then_some(Item::Decide));
    let old = network.profile.old(today, network.rules.get(RuleKey::ProfileAge));
    items.extend(old.into_iter().take(PROFILE).map(|(item, _)| Item::Profile(item)));
    (items, all_news)
}

fn in_order<D: Ord, I: Ord>(mut rows: Vec<(D, I)>) -> impl Iterator<Item = I> {
    rows.sort_unstable();
    rows.into_iter().map(|(_, id)| id)
}

// Who was archived was put away on purpose; their request is in Pending as before.
fn archived(network: &Network, request: &Request) -> bool {
    network.contact(request.contact).is_some_and(|contact| contact.archived)
}

// A reminder is answered by a request that waits, or that was sent on its day or after.
fn asked_since(network: &Network, contact: ContactId, day: Day) -> bool {
    let mut sent = network.requests_of(contact).filter(|r| r.direction == Direction::Sent);
    sent.any(|r| r.pending() || (r.standing.settled() && r.sent_on >= day))
}

#[cfg(test)]
mod tests;
