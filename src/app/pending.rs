//! Screen 2: requests that wait, sent, received and snoozed.

use crate::domain::contact::Flag;
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::request::{Direction, Request};
use crate::domain::time::Day;
use crate::insight::stage::Stage;

use super::list::List;
use super::outlook::{Outlooks, Worth};
use super::query::{Query, Subject};
use super::search::{self, Finder};

/// Which requests are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The user asked.
    #[default]
    Sent,
    /// The user was asked.
    Received,
    /// Off the list until a day.
    Snoozed,
}

impl Tab {
    /// Every tab with its title.
    pub const ALL: [(Tab, &'static str); 3] =
        [(Tab::Sent, "Sent"), (Tab::Received, "Received"), (Tab::Snoozed, "Snoozed")];

    /// The tab of a pending request.
    pub fn of(request: &Request, today: Day) -> Self {
        if request.snoozed(today) {
            Tab::Snoozed
        } else {
            match request.direction {
                Direction::Sent => Tab::Sent,
                Direction::Received => Tab::Received,
            }
        }
    }

    /// The one after it, or before.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|(tab, _)| *tab == self).unwrap_or(0) as isize;
        Self::ALL[(at + by).rem_euclid(3) as usize].0
    }
}

/// The order of the sent requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Oldest first.
    #[default]
    Age,
    /// What is most worth a decision first: those of which least is to be expected.
    Worth,
}

/// The state of the screen.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// Which requests are listed.
    pub tab: Tab,
    /// The rows: sent ones in the order that was chosen, received ones oldest first, snoozed ones by the day they come
    /// back.
    pub list: List<RequestId>,
    /// The filter, as typed.
    pub filter: String,
    /// The filter, read.
    pub query: Query,
    /// How many wait: sent, received, snoozed.
    pub counts: [usize; 3],
    /// How many sent ones are stale.
    pub stale: usize,
    /// The order of the rows.
    pub order: Order,
    /// Whether anybody listed has a tag.
    pub tagged: bool,
    /// Whether a company or role is known of anybody listed.
    pub placed: bool,
}

impl Pending {
    /// Makes the list anew.
    pub fn refresh(&mut self, network: &Network, outlook: &Outlooks, today: Day) {
        self.narrow(network, outlook, today);
        let tab = self.tab;
        self.list.forget_hidden(|id| {
            let request = network.requests.get(id).filter(|request| request.pending());
            request.is_some_and(|request| Tab::of(request, today) == tab)
        });
    }

    /// Makes the list anew after the filter changed, and only the filter.
    pub fn narrow(&mut self, network: &Network, outlook: &Outlooks, today: Day) {
        self.query = Query::parse(&self.filter, today);
        self.counts = [0; 3];
        self.stale = 0;
        (self.tagged, self.placed) = (false, false);
        let mut finder = (!self.query.words.is_empty()).then(|| Finder::new(&self.query.words));
        let mut rows = Vec::new();
        let searched = !self.query.words.is_empty();
        for request in network.requests.iter().filter(|r| r.pending()) {
            // Who is closed for good is in no list but search, and in no count.
            let closed = network.contact(request.contact).is_some_and(|contact| contact.is(Flag::Closed));
            if closed && !searched {
                continue;
            }
            let tab = Tab::of(request, today);
            self.counts[tab as usize] += usize::from(!closed);
            if !closed && tab == Tab::Sent && Stage::of(request, &network.rules, today) == Some(Stage::Stale)
            {
                self.stale += 1;
            }
            if tab != self.tab {
                continue;
            }
            let Some(contact) = network.contact(request.contact) else { continue };
            let found = finder.as_mut().is_none_or(|finder| finder.score(&search::key(contact)).is_some());
            if found && self.query.narrows_to(Subject { network, contact, request: Some(request), today }) {
                let by = if tab == Tab::Snoozed { request.snoozed_until } else { None };
                let worth = match (tab, self.order) {
                    (Tab::Sent, Order::Worth) => {
                        outlook.of(network, request, today).map_or(Worth::UNKNOWN, |said| Worth::of(&said))
                    }
                    _ => Worth::UNKNOWN,
                };
                self.tagged |= !contact.tags.is_empty();
                self.placed |= contact.archived || !contact.company.is_empty() || !contact.role.is_empty();
                rows.push((by, worth, request.sent_on, request.id));
            }
        }
        rows.sort_unstable();
        self.list.narrow(rows.into_iter().map(|(.., id)| id).collect());
    }
}
