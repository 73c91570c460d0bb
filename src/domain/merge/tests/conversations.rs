//! Conversations become touches.

use super::{Book, export};
use crate::domain::merge::{Conversations, plan};
use crate::domain::request::Direction;
use crate::domain::time::Moment;
use crate::domain::touch::TouchKind;

#[test]
fn messages_become_touches_with_direction_moment_and_first_words_each_once() {
    let arrival = export("2026-11-20").messages(
        "received | ana | Ana Ruiz | 2026-11-16T09:30Z | Thank you, talk soon
         sent     | ana | Ana Ruiz | 2026-11-15T18:00Z | Hi Ana
         sent     | ana | Ana Ruiz | 2026-11-15T18:00Z | Hi Ana
         sent     | ana | Ana Ruiz | 2026-11-15T18:00Z | And one more",
    );
    let mut book = Book::default();
    book.import(&arrival);
    let touches: Vec<_> = book
        .network
        .touches
        .iter()
        .map(|touch| (touch.direction, touch.on.to_string(), touch.text.as_str()))
        .collect();
    assert_eq!(
        touches,
        [
            (Direction::Sent, "2026-11-15".into(), "And one more"),
            (Direction::Sent, "2026-11-15".into(), "Hi Ana"),
            (Direction::Received, "2026-11-16".into(), "Thank you, talk soon"),
        ]
    );
    assert!(book.network.touches.iter().all(|touch| touch.kind == TouchKind::Message));
    let later =
        export("2026-12-20").messages("received | ana | Ana Ruiz | 2026-11-16T09:30Z | Thank you, talk soon");
    book.import(&later);
    assert_eq!(book.network.touches.len(), 3);
}

#[test]
fn the_message_of_a_request_in_a_conversation_is_the_minute_of_its_acceptance() {
    let arrival = export("2026-11-20")
        .connections("ana | Ana Ruiz | 2026-11-15\nben | Ben Oyu | 2026-11-15")
        .invitations(
            "sent     | ana | Ana Ruiz | 2026-11-15T08:00Z | Hi Ana,  your talk
             received | ben | Ben Oyu  | 2026-11-14T08:00Z | Hello Olga",
        )
        .messages(
            "sent     | ana | Ana Ruiz | 2026-11-16T08:00Z | Hi Ana, your talk
             sent     | ana | Ana Ruiz | 2026-11-15T18:05Z | Hi Ana, your talk
             received | ana | Ana Ruiz | 2026-11-15T18:04Z | Hi Ana, your talk
             received | ben | Ben Oyu  | 2026-11-15T07:59Z | Hello Olga",
        );
    let mut book = Book::default();
    book.import(&arrival);
    let minutes: Vec<_> = book.network.requests.iter().filter_map(|request| request.settled_at).collect();
    assert_eq!(
        minutes,
        [Moment::parse("2026-11-15T07:59Z"), Moment::parse("2026-11-15T18:05Z")].map(Option::unwrap)
    );
    assert_eq!(book.requests()[0], "Ana Ruiz sent 2026-11-15 accepted 2026-11-15 imported");
}

#[test]
fn a_lag_below_zero_counts_as_zero() {
    let mut book = Book::default();
    book.import(
        &export("2026-11-20")
            .connections("ana | Ana Ruiz | 2026-11-15")
            .invitations("sent | ana | Ana Ruiz | 2026-11-15T08:00Z | Hi Ana")
            .messages("sent | ana | Ana Ruiz | 2026-11-15T07:00Z | Hi Ana"),
    );
    assert_eq!(book.request().settled_at, book.request().sent_at);
}

#[test]
fn a_day_known_from_before_becomes_a_minute() {
    let mut book = Book::default();
    let arrival = export("2026-11-20")
        .connections("ana | Ana Ruiz | 2026-11-15")
        .invitations("sent | ana | Ana Ruiz | 2026-11-15T08:00Z | Hi Ana");
    book.import(&arrival);
    assert_eq!(book.request().settled_at, None);
    let arrival = arrival.messages("sent | ana | Ana Ruiz | 2026-11-15T18:05Z | Hi Ana");
    let skipped = plan(&book.network, &arrival, Conversations::Skip, super::now());
    assert_eq!(skipped.changes.len(), 1, "only the run: conversations are left aside");
    book.import(&arrival);
    assert_eq!(book.request().settled_at, Moment::parse("2026-11-15T18:05Z"));
}
