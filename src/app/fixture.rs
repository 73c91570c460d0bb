//! For the tests of this floor: a small made-up network, and a hand that presses keys.

use crate::domain::contact::{Contact, Origin, split_name};
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::id::{ContactId, DecisionId, NoteId, RequestId, SignId, TouchId};
use crate::domain::network::{Network, Tables};
use crate::domain::note::Note;
use crate::domain::request::{Direction, Evidence, Request, Standing};
use crate::domain::sign::{Sign, SignKind};
use crate::domain::table::Table;
use crate::domain::time::{Day, Moment, Now};
use crate::domain::touch::{Touch, TouchKind};

use super::act;
use super::effect::Effect;
use super::key::parse_script;
use super::overlay::Overlay;
use super::state::{BookInfo, BookKind, Notice, State};

/// Accepted yesterday, connected; a mentor; has an address.
pub const ANA: ContactId = ContactId(1);
/// Asked three days ago: fresh.
pub const BRAM: ContactId = ContactId(2);
/// Asked 22 days ago: quiet. Has a note and a touch.
pub const SOFIA: ContactId = ContactId(3);
/// Asked 63 days ago: stale.
pub const TOM: ContactId = ContactId(4);
/// Asked the user two days ago.
pub const INES: ContactId = ContactId(5);
/// Was asked, and the request withdrawn five days ago.
pub const JORG: ContactId = ContactId(6);
/// Asked 400 days ago: stale.
pub const PRIYA: ContactId = ContactId(7);
/// Came with an export; perhaps the same person as [`TOM`].
pub const TOM_TOO: ContactId = ContactId(8);

/// The request with each of the first seven contacts has the number of the contact.
pub const fn with(contact: ContactId) -> RequestId {
    RequestId(contact.0)
}

/// Sunday 22 November 2026, noon.
pub fn now() -> Now {
    Now {
        today: Day::from_ymd(2026, 11, 22).expect("a day"),
        at: Moment::parse("2026-11-22T12:00Z").expect("a moment"),
    }
}

/// A day as written.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The same noon, days later.
pub fn later(days: i64) -> Now {
    let today = now().today.plus(days);
    Now { today, at: Moment::from_minutes(today.midnight_utc().minutes() + 12 * 60) }
}

/// The network.
pub fn network() -> Network {
    let today = now().today;
    let names = [
        ("Ana Ruiz", "Data Lead", "Faro"),
        ("Bram de Vries", "Engineer", "Polder"),
        ("Sofia Marin", "Professor", "UPC"),
        ("Tom Okafor", "Product", "Birchbox"),
        ("Ines Costa", "Designer", "Lumo"),
        ("Jörg Müller", "Writer", "Tidal"),
        ("Priya N.", "Staff Engineer", "Acme"),
        ("Tom Okafor", "Product", "Kora"),
    ];
    let mut contacts: Vec<Contact> = names
        .into_iter()
        .zip(1..)
        .map(|((name, role, company), n)| {
            let (first, last) = split_name(name);
            let origin = if n == 8 { Origin::Export } else { Origin::Hand };
            let (company, role) = (company.to_owned(), role.to_owned());
            Contact { company, role, ..Contact::named(ContactId(n), &first, &last, origin) }
        })
        .collect();
    contacts[0].purpose = "mentor on databases".into();
    contacts[0].slug = "ana-ruiz".into();
    contacts[0].tags = vec!["rust".into()];
    contacts[0].connected_on = Some(today.plus(-1));
    contacts[3].slug = "tom-okafor".into();
    contacts[7].slug = "tom-okafor-2".into();
    let requests = [(1, 12), (2, 3), (3, 22), (4, 63), (5, 2), (6, 40), (7, 400)];
    let mut requests: Vec<Request> = requests
        .into_iter()
        .map(|(n, age)| {
            let direction = if n == 5 { Direction::Received } else { Direction::Sent };
            Request::new(RequestId(n), ContactId(n), direction, today.plus(-age), today.plus(-age))
        })
        .collect();
    requests[0].settle(Standing::Accepted, today.plus(-1), Evidence::Seen);
    requests[2].message = "Hi Sofia, your talk on query planners helped me".into();
    requests[4].message = "Hello, we met at the meetup".into();
    requests[5].settle(Standing::Withdrawn, today.plus(-5), Evidence::Seen);
    let touch = Touch {
        id: TouchId(1),
        contact: Some(SOFIA),
        kind: TouchKind::Like,
        direction: Direction::Sent,
        text: "her talk".into(),
        on: today.plus(-9),
        at: None,
        origin: Origin::Hand,
    };
    let note =
        Note { id: NoteId(1), contact: SOFIA, text: "# Talk\nask for the slides".into(), at: now().at };
    let sign = Sign {
        id: SignId(1),
        request: with(TOM),
        kind: SignKind::ViewedProfile,
        channel: None,
        on: today.plus(-20),
        text: String::new(),
    };
    let same = Decision {
        id: DecisionId(1),
        kind: DecisionKind::SameName,
        contact: TOM_TOO,
        other: Some(TOM),
        request: None,
        standing: None,
        on: None,
        text: "Is Tom Okafor, Kora, the same person?".into(),
        raised_on: today.plus(-2),
        settled: false,
    };
    let against = Decision {
        id: DecisionId(2),
        kind: DecisionKind::Contradiction,
        contact: JORG,
        other: None,
        request: Some(with(JORG)),
        standing: Some(Standing::Accepted),
        on: Some(today.plus(-4)),
        text: "The export lists Jörg Müller as connected".into(),
        ..same.clone()
    };
    Network::from(Tables {
        contacts: Table::from_sorted(contacts, 0),
        requests: Table::from_sorted(requests, 0),
        signs: Table::from_sorted(vec![sign], 0),
        touches: Table::from_sorted(vec![touch], 0),
        notes: Table::from_sorted(vec![note], 0),
        decisions: Table::from_sorted(vec![same, against], 0),
        ..Tables::default()
    })
}

/// The program at its start, on this network.
pub fn state_of(network: Network) -> State {
    let book = BookInfo { kind: BookKind::Own, path: "inroads.db".into(), read_only: None };
    State::new(network, now(), book, "here")
}

/// The program at its start.
pub fn state() -> State {
    state_of(network())
}

/// Presses keys; gives back all wishes that followed.
pub fn play(state: &mut State, keys: &str) -> Vec<Effect> {
    parse_script(keys).expect("keys").into_iter().flat_map(|key| act::press(state, key)).collect()
}

/// What the status line says.
pub fn said(state: &State) -> &str {
    let text = match &state.notice {
        Notice::None => "",
        Notice::Saving(text, ..) | Notice::Noted(text) | Notice::Said(text) | Notice::Wrong(text) => text,
    };
    // What is said around every deed alike is left out.
    let text = text.strip_prefix("noted: ").unwrap_or(text);
    text.strip_suffix(" · u takes it back").or(text.strip_suffix(" · U does it again")).unwrap_or(text)
}

/// What the box on top says is wrong, or offers.
pub fn remark(state: &State) -> &str {
    match state.overlays.last() {
        Some(Overlay::Ask(ask)) => &ask.remark,
        Some(Overlay::Form(form)) => &form.remark,
        other => panic!("a box with a remark is open, not {other:?}"),
    }
}
