//! A made-up network of any size for the benches: names of several scripts, requests, touches; no randomness.

pub mod export;
pub mod screens;
pub mod shelf;

use inroads::app::state::{BookInfo, BookKind, State};
use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::change::{Change, Edit};
use inroads::domain::contact::{Contact, Origin};
use inroads::domain::id::{ContactId, RequestId, TouchId};
use inroads::domain::network::Network;
use inroads::domain::request::{Direction, Evidence, Request, Standing};
use inroads::domain::time::{Day, Moment, Now};
use inroads::domain::touch::{Touch, TouchKind};

const FIRST: [&str; 20] = [
    "Anna",
    "Jörg",
    "María",
    "Søren",
    "Łukasz",
    "Chen",
    "Priya",
    "Олег",
    "田中",
    "김",
    "नेहा",
    "Yusuf",
    "Ana Beatriz",
    "Tom",
    "Hanna",
    "Miguel",
    "Keiko",
    "Bram",
    "Luis",
    "Amara",
];
const LAST: [&str; 23] = [
    "Müller",
    "Nowak",
    "Ruiz",
    "Petrenko",
    "Iyer",
    "Okafor",
    "Virtanen",
    "Torres",
    "Levi",
    "Fischer",
    "Marin",
    "Tanaka",
    "de Vries",
    "Wei",
    "Demir",
    "Lima",
    "Diallo",
    "Holm",
    "Prado",
    "Costa",
    "Kaya",
    "Berg",
    "Annkowski",
];
const COMPANY: [&str; 17] = [
    "Acme",
    "Birchbox",
    "Sisu",
    "Faro",
    "TalentX",
    "Nordwind",
    "Hays",
    "UPC Barcelona",
    "Zbruch",
    "Fluxo Labs",
    "Polder",
    "Kavak",
    "Rio Nuvem",
    "Kora",
    "Tidal",
    "Lumo",
    "Großmann & Söhne",
];
const ROLE: [&str; 11] = [
    "Staff Engineer",
    "PM",
    "Engineering Director",
    "Data Lead",
    "Recruiter",
    "CTO",
    "Professor",
    "Architect",
    "Developer Advocate",
    "Founder",
    "Researcher",
];

/// The day of every bench.
pub fn now() -> Now {
    Now {
        today: Day::parse("2026-11-22").expect("a day"),
        at: Moment::parse("2026-11-22T11:00Z").expect("a moment"),
    }
}

/// A batch that adds so many contacts, a third as many requests and two thirds as many touches.
pub fn batch(contacts: u32) -> Batch {
    let today = now().today;
    let mut changes = Vec::new();
    for n in 1..=contacts {
        let at = n as usize;
        let (first, last) = (FIRST[at % FIRST.len()], LAST[at / 7 % LAST.len()]);
        let mut contact = Contact::named(ContactId(n), first, last, Origin::Export);
        contact.slug = format!("person-{n}");
        contact.company = COMPANY[at / 3 % COMPANY.len()].into();
        contact.role = ROLE[at / 5 % ROLE.len()].into();
        contact.connected_on = (n % 3 != 0).then(|| today.plus(-i64::from(n % 2000)));
        changes.push(Change::Contact(Edit::add(contact)));
    }
    for n in 1..=contacts / 3 {
        let sent = today.plus(-i64::from(n % 200));
        let mut request = Request::new(RequestId(n), ContactId(n * 3), Direction::Sent, sent, today);
        request.message =
            "Hello, your talk on clocks stayed with me, and I would like to follow your work.".into();
        if n % 3 != 0 {
            request.settle(Standing::Withdrawn, today, Evidence::Seen);
        }
        changes.push(Change::Request(Edit::add(request)));
    }
    for n in 1..=contacts * 2 / 3 {
        changes.push(Change::Touch(Edit::add(Touch {
            id: TouchId(n),
            contact: Some(ContactId(n)),
            kind: TouchKind::Message,
            direction: Direction::Received,
            text: "Thanks for writing, it is good to be in touch after the meetup.".into(),
            on: today.plus(-i64::from(n % 900)),
            at: None,
            origin: Origin::Export,
        })));
    }
    named("world", changes)
}

/// A batch of these changes.
pub fn named(key: &str, changes: Vec<Change>) -> Batch {
    let what = "a bench".to_owned();
    Batch { key: BatchKey(key.into()), at: now().at, by: "bench".into(), what, undoes: None, changes }
}

/// A batch that notes the first request as withdrawn.
pub fn withdrawal(network: &Network) -> Batch {
    let request = network.requests.iter().next().expect("a request");
    let mut after = Request::clone(request);
    after.settle(Standing::Withdrawn, now().today, Evidence::Seen);
    named("withdrawal", vec![Change::Request(Edit::turn(request, after))])
}

/// The network of that batch.
pub fn network(contacts: u32) -> Network {
    let mut network = Network::default();
    network.apply(batch(contacts)).expect("additions fit");
    network
}

/// The screens over that network.
pub fn state(contacts: u32) -> State {
    state_of(network(contacts))
}

/// The screens over a network.
pub fn state_of(network: Network) -> State {
    let info = BookInfo { kind: BookKind::Own, path: "bench".into(), read_only: None };
    State::new(network, now(), info, "bench")
}
