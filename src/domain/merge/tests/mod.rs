//! What an import may change, a test a promise. Every import in these tests is also planned again (nothing may come
//! of that) and taken back (everything must be as before).

mod absence;
mod acceptance;
mod again;
mod ahead;
mod any_order;
mod borders;
mod by_name;
mod by_user;
mod conversations;
mod export;
mod laws;
mod listed;
mod news;
mod order;
mod people;
mod questions;
mod report;

use crate::domain::arrival::Arrival;
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::merge::{Conversations, Plan, Report, plan};
use crate::domain::network::Network;
use crate::domain::request::{Direction, Evidence, Request, Standing};
use crate::domain::time::{Day, Moment, Now};
use export::export;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The user's day, unless a test says otherwise.
const TODAY: &str = "2026-11-22";

fn now() -> Now {
    Now { today: day(TODAY), at: Moment::parse("2026-11-22T08:14Z").expect("a moment") }
}

fn batch(changes: Vec<Change>) -> Batch {
    Batch {
        key: BatchKey("test".into()),
        at: now().at,
        by: "test".into(),
        what: "test".into(),
        undoes: None,
        changes,
    }
}

/// A network in the hands of a test.
#[derive(Default)]
struct Book {
    network: Network,
}

impl Book {
    fn import(&mut self, arrival: &Arrival) -> Report {
        self.import_with(arrival, Conversations::Keep)
    }

    fn import_with(&mut self, arrival: &Arrival, conversations: Conversations) -> Report {
        let before = self.network.clone();
        let Plan { changes, report } = plan(&self.network, arrival, conversations, now());
        let done = self.network.apply(batch(changes)).expect("a plan can be applied");

        let again = plan(&self.network, arrival, conversations, now());
        assert_eq!(again.changes, [], "the same export twice changes nothing");
        let mut undone = self.network.clone();
        undone.apply(done.inverse(BatchKey("undo".into()), now().at, "test")).expect("a plan can be undone");
        assert!(undone == before, "an undone import leaves no trace");
        report
    }

    fn person(&self, name: &str) -> &Contact {
        let mut named = self.network.contacts.iter().filter(|c| c.name() == name || c.slug == name);
        let person = named.next().unwrap_or_else(|| panic!("nobody is called {name}"));
        assert!(named.next().is_none(), "{name} is more than one");
        person
    }

    /// Each request in a line, `Ana Ruiz sent 2026-11-15 accepted 2026-11-18 imported`, sorted.
    fn requests(&self) -> Vec<String> {
        let line = |r: &Request| {
            let who = self.network.contacts.get(r.contact).expect("a contact").name();
            let (direction, standing) = (r.direction.token(), r.standing.token());
            let settled = r.settled_on.map_or_else(String::new, |day| format!(" {day}"));
            let by_name = if r.by_name { " by name" } else { "" };
            format!("{who} {direction} {} {standing}{settled} {}{by_name}", r.sent_on, r.evidence.token())
        };
        let mut lines: Vec<String> = self.network.requests.iter().map(|request| line(request)).collect();
        lines.sort();
        lines
    }

    /// The only request, for its details.
    fn request(&self) -> &Request {
        assert_eq!(self.network.requests.len(), 1, "{:?}", self.requests());
        self.network.requests.iter().next().expect("a request")
    }

    fn questions(&self) -> Vec<&str> {
        self.network.decisions.iter().map(|decision| decision.text.as_str()).collect()
    }

    // What the user does by hand.

    fn write_down(&mut self, name: &str, slug: &str) -> ContactId {
        let id = self.network.contacts.fresh(0);
        let (first, last) = crate::domain::contact::split_name(name);
        let mut contact = Contact::named(id, &first, &last, Origin::Hand);
        slug.clone_into(&mut contact.slug);
        self.network.apply(batch(vec![Change::Contact(Edit::add(contact))])).expect("applies");
        id
    }

    fn sent(&mut self, contact: ContactId, on: &str) {
        let id = self.network.requests.fresh(0);
        let request = Request::new(id, contact, Direction::Sent, day(on), day(TODAY));
        self.network.apply(batch(vec![Change::Request(Edit::add(request))])).expect("applies");
    }

    fn edit_person(&mut self, name: &str, edit: impl FnOnce(&mut Contact)) {
        let before = self.network.contacts.get(self.person(name).id).expect("a contact").clone();
        let mut after = Contact::clone(&before);
        after.keep_listed();
        edit(&mut after);
        self.network.apply(batch(vec![Change::Contact(Edit::turn(&before, after))])).expect("applies");
    }

    fn edit_request(&mut self, name: &str, edit: impl FnOnce(&mut Request)) {
        let contact = self.person(name).id;
        let before = self.network.requests_of(contact).next_back().expect("a request").clone();
        let mut after = Request::clone(&before);
        edit(&mut after);
        self.network.apply(batch(vec![Change::Request(Edit::turn(&before, after))])).expect("applies");
    }

    fn says(&mut self, name: &str, standing: Standing, on: &str) {
        let evidence = if standing == Standing::Declined { Evidence::Told } else { Evidence::Seen };
        self.edit_request(name, |request| request.settle(standing, day(on), evidence));
    }
}
