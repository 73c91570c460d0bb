//! Screen 3: people, by view and filter, and what imports left open.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::contact::{Contact, Flag};
use crate::domain::id::{ContactId, DecisionId};
use crate::domain::network::Network;
use crate::domain::time::Day;

use super::list::List;
use super::query::{Is, Query, Subject};
use super::search::{Finder, Found, Index, key};

/// Which people are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everybody who is not put away.
    #[default]
    All,
    /// Those who are connected.
    KeepInTouch,
    /// Those with a request that waits.
    Waiting,
    /// Items to decide.
    Decide,
    /// Those who are archived.
    Archived,
    /// Those with this tag.
    Tag(String),
    /// Those behind a row of Insights.
    Behind(Arc<Behind>),
}

/// People behind a row of Insights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The question and the row.
    pub title: String,
    /// Who they are.
    pub contacts: BTreeSet<ContactId>,
}

impl View {
    /// The views there are for everybody, in their order; after them come the tags.
    pub const ALL: [View; 5] = [View::All, View::KeepInTouch, View::Waiting, View::Decide, View::Archived];

    /// Whether it lists the person, where no filter is on.
    pub fn has(&self, contact: &Contact, network: &Network) -> bool {
        match self {
            View::All => !contact.hidden(),
            View::KeepInTouch => contact.connected() && !contact.hidden(),
            View::Waiting => !contact.hidden() && network.requests_of(contact.id).any(|r| r.pending()),
            View::Decide => false,
            View::Archived => contact.archived,
            View::Tag(tag) => !contact.hidden() && contact.tags.contains(tag),
            // Also who was put away: they are behind the figure.
            View::Behind(behind) => behind.contacts.contains(&contact.id),
        }
    }

    /// Its title.
    pub fn title(&self) -> String {
        match self {
            View::All => "all".into(),
            View::KeepInTouch => "keep in touch".into(),
            View::Waiting => "waiting".into(),
            View::Decide => "to decide".into(),
            View::Archived => "archived".into(),
            View::Tag(tag) => format!("#{tag}"),
            View::Behind(behind) => behind.title.clone(),
        }
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A person.
    Contact(ContactId),
    /// An item to decide.
    Decision(DecisionId),
}

impl Row {
    /// The person it is about.
    pub fn contact(self, network: &Network) -> Option<ContactId> {
        match self {
            Row::Contact(id) => Some(id),
            Row::Decision(id) => network.decisions.get(id).map(|d| d.contact),
        }
    }
}

/// The state of the screen.
#[derive(Clone, Debug, Default)]
pub struct Contacts {
    /// Which people are listed.
    pub view: View,
    /// The rows: by name, or the best first while there are words in the filter.
    pub list: List<Row>,
    /// The filter, as typed.
    pub filter: String,
    /// The filter, read.
    pub query: Query,
    /// Every tag in use, by name, with how many have it.
    pub tags: Vec<(String, usize)>,
    /// The search index, made when it is first needed.
    pub index: Option<Index>,
    // Whether the list is of the present network and day.
    current: bool,
    // The words of the last search and who has them as they stand: longer words are looked for only there.
    searched: Option<(Vec<String>, Vec<u32>)>,
}

impl Contacts {
    /// The screen is shown: makes its list, where that is not of the present.
    pub fn want(&mut self, network: &Network, today: Day) {
        if !self.current {
            self.refresh(network, today);
        }
    }

    /// The network or the day changed while nobody looks: the list is made when somebody does.
    pub fn outdate(&mut self) {
        self.current = false;
    }

    /// Makes the list anew.
    pub fn refresh(&mut self, network: &Network, today: Day) {
        self.current = true;
        self.searched = None;
        self.tags = tags(network);
        self.narrow(network, today);
        let view = &self.view;
        self.list.forget_hidden(|row| match row {
            Row::Contact(id) => network.contact(id).is_some_and(|contact| view.has(contact, network)),
            Row::Decision(id) => {
                *view == View::Decide && network.decisions.get(id).is_some_and(|d| !d.settled)
            }
        });
    }

    /// Makes the list anew after the filter changed, and only the filter.
    pub fn narrow(&mut self, network: &Network, today: Day) {
        self.query = Query::parse(&self.filter, today);
        if self.view == View::Decide {
            let mut finder = Finder::new(&self.query.words);
            let open = network.decisions.iter().filter(|decision| {
                let contact = network.contact(decision.contact);
                !decision.settled
                    && contact.is_some_and(|contact| {
                        let subject = Subject { network, contact, request: None, today };
                        finder.score(&key(contact)).is_some() && self.query.narrows_to(subject)
                    })
            });
            self.list.narrow(open.map(|d| Row::Decision(d.id)).collect());
            return;
        }
        let index = self.index.get_or_insert_with(|| Index::build(network));
        let keep = |id: &ContactId| {
            network.contact(*id).is_some_and(|contact| {
                let subject = Subject { network, contact, request: None, today };
                let all = self.view == View::All;
                // Who is closed for good is in no list but search.
                let searched =
                    !contact.archived && !self.query.words.is_empty() || self.query.asks(Is::Closed);
                let asked = all && (self.query.asks(Is::Archived) || contact.is(Flag::Closed) && searched);
                (asked || self.view.has(contact, network)) && self.query.narrows_to(subject)
            })
        };
        let rows = if self.query.words.is_empty() {
            self.searched = None;
            // In the order of the numbers first: a walk through memory in the order of the names is much slower.
            let mut kept = vec![false; network.contacts.iter().last().map_or(0, |c| c.id.0 as usize + 1)];
            for contact in &network.contacts {
                kept[contact.id.0 as usize] = keep(&contact.id);
            }
            index.by_name().filter(|id| kept[id.0 as usize]).map(Row::Contact).collect()
        } else {
            let words = &self.query.words;
            let within = self.searched.take().filter(|(before, _)| longer(before, words));
            let Found { hits, literal } = index.find(words, within.as_ref().map(|(_, among)| &among[..]));
            let plain = self.view == View::All && self.query.terms.is_empty();
            let shown = hits.iter().filter(|at| !(plain && index.archived(**at)));
            let ids = shown.filter_map(|at| index.at(*at)).filter(|id| plain || keep(id));
            let rows = ids.map(Row::Contact).collect();
            self.searched = Some((words.clone(), literal));
            rows
        };
        self.list.narrow(rows);
    }
}

// Whether whoever has the new words as they stand also has the old ones.
fn longer(before: &[String], now: &[String]) -> bool {
    before.len() <= now.len() && before.iter().zip(now).all(|(old, new)| new.starts_with(old.as_str()))
}

fn tags(network: &Network) -> Vec<(String, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for tag in network.contacts.iter().filter(|c| !c.hidden()).flat_map(|c| &c.tags) {
        *counts.entry(tag.clone()).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests;
