//! What holds for any exports.

use proptest::prelude::*;

use super::{Book, day, export};
use crate::domain::arrival::{Arrival, ConnectionRow, InvitationRow, MessageRow};
use crate::domain::request::{Direction, Evidence, Standing};
use crate::domain::run::{TableKind, TableRead};
use crate::domain::time::Moment;

const NAMES: [&str; 4] = ["Ana Ruiz", "Ben Oyu", "Cem Kaya", "Dan Levi"];

fn slug() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => (0..6_u8).prop_map(|n| format!("slug-{n}"))]
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Sent), Just(Direction::Received)]
}

fn moment() -> impl Strategy<Value = Moment> {
    let start = day("2026-01-01").midnight_utc().minutes();
    (0..300_i64).prop_map(move |days| Moment::from_minutes(start + days * 24 * 60 + days % 7 * 60))
}

fn connection() -> impl Strategy<Value = ConnectionRow> {
    (slug(), 0..4_usize, proptest::option::weighted(0.9, moment()), "[AB]?").prop_map(
        |(slug, name, at, company)| {
            let (first, last) = NAMES[name].split_once(' ').expect("two names");
            ConnectionRow {
                line: 2,
                first_name: first.into(),
                last_name: last.into(),
                slug,
                email: String::new(),
                company,
                role: String::new(),
                connected_on: at.map(Moment::day),
            }
        },
    )
}

fn invitation() -> impl Strategy<Value = InvitationRow> {
    (direction(), slug(), 0..4_usize, proptest::option::weighted(0.9, moment()), "[ab]?").prop_map(
        |(direction, slug, name, sent_at, message)| InvitationRow {
            line: 2,
            direction,
            // One name for an address, as in a real table.
            name: slug
                .chars()
                .last()
                .and_then(|c| c.to_digit(4))
                .map_or(NAMES[name], |n| NAMES[n as usize])
                .into(),
            slug,
            sent_on: sent_at.map(Moment::pacific_day),
            sent_at,
            sent_raw: sent_at.map_or_else(|| "soon".to_owned(), |at| at.to_string()),
            message,
        },
    )
}

fn message() -> impl Strategy<Value = MessageRow> {
    (direction(), 0..6_u8, 0..4_usize, moment(), "[ab]").prop_map(|(direction, slug, name, at, text)| {
        MessageRow { line: 2, direction, name: NAMES[name].into(), slug: format!("slug-{slug}"), at, text }
    })
}

fn arrival() -> impl Strategy<Value = Arrival> {
    let rows = (
        proptest::collection::vec(connection(), 0..8),
        proptest::collection::vec(invitation(), 0..8),
        proptest::collection::vec(message(), 0..4),
    );
    (0..300_i64, rows, any::<[bool; 3]>()).prop_map(
        |(days, (connections, invitations, messages), present)| {
            let mut arrival = export(&day("2026-01-01").plus(days).to_string());
            let mut table = |kind, rows: usize, present: bool| {
                if present {
                    arrival.tables.push(TableRead { file: "file".into(), kind, rows });
                }
            };
            table(TableKind::Connections, connections.len(), present[0]);
            table(TableKind::Invitations, invitations.len(), present[1]);
            table(TableKind::Messages, messages.len(), present[2]);
            if present[0] {
                arrival.connections = connections;
            }
            if present[1] {
                arrival.invitations = invitations;
            }
            if present[2] {
                arrival.messages = messages;
            }
            arrival
        },
    )
}

#[derive(Clone, Debug)]
enum Step {
    Import(Box<Arrival>),
    /// The user writes down somebody, with an address or without, and a request.
    WritesDown(usize, String, Moment),
    /// The user settles the request at this place.
    Says(usize, Standing),
}

fn step() -> impl Strategy<Value = Step> {
    let standing = (0..Standing::ALL.len()).prop_map(|at| Standing::ALL[at]);
    prop_oneof![3 => arrival().prop_map(|arrival| Step::Import(Box::new(arrival))), 1 => (0..4_usize, slug(), moment()).prop_map(|(name, slug, at)| Step::WritesDown(name, slug, at)), 1 => (0..9_usize, standing).prop_map(|(at, s)| Step::Says(at, s))]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    // The checks are in `Book::import`: the same again changes nothing, and undo leaves no trace.
    #[test]
    fn any_story_of_imports_is_stable_and_can_be_undone(steps in proptest::collection::vec(step(), 1..6)) {
        let mut book = Book::default();
        for step in steps {
            match step {
                Step::Import(arrival) => {
                    book.import(&arrival);
                }
                Step::WritesDown(name, slug, at) => {
                    let known = book.network.contacts.iter().find(|person| !slug.is_empty() && person.slug == slug);
                    let id = known.map(|person| person.id);
                    let id = id.unwrap_or_else(|| book.write_down(NAMES[name], &slug));
                    book.sent(id, &at.day().to_string());
                }
                Step::Says(at, standing) => {
                    let Some(request) = book.network.requests.iter().nth(at) else { continue };
                    if !standing.fits(request.direction) {
                        continue;
                    }
                    let before = request.clone();
                    let mut after = (*before).clone();
                    after.settle(standing, day("2026-06-01"), Evidence::Seen);
                    let change = crate::domain::change::Edit::turn(&before, after);
                    let changes = vec![crate::domain::change::Change::Request(change)];
                    book.network.apply(super::batch(changes)).expect("applies");
                }
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter_for_the_standings(first in arrival(), second in arrival()) {
        let turned = |arrival: &Arrival| {
            let mut arrival = arrival.clone();
            arrival.connections.reverse();
            arrival.invitations.reverse();
            arrival.messages.reverse();
            arrival
        };
        let (mut book, mut other) = (Book::default(), Book::default());
        for arrival in [first, second] {
            book.import(&arrival);
            other.import(&turned(&arrival));
        }
        let standings = |book: &Book| {
            let mut lines: Vec<_> = book.network.requests.iter().map(|r| {
                let slug = &book.network.contacts.get(r.contact).expect("a contact").slug;
                (slug.clone(), r.direction, r.sent_on, r.standing, r.settled_on, r.by_name)
            }).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(standings(&book), standings(&other));
    }
}
