//! Deeds on requests: written down, snoozed, and the news of them.

use super::{done, refusal};
use crate::app::deed::{Deed, NewRequest, Person};
use crate::app::fixture::{ANA, BRAM, INES, JORG, SOFIA, TOM, day, network, now, with};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Request};
use crate::domain::time::Day;

fn sent(with: Person, on: Day) -> Deed {
    Deed::Record(NewRequest {
        with,
        direction: Direction::Sent,
        on,
        message: " Hello ".into(),
        source: " Meetup ".into(),
        channel: Channel::Event,
        template: String::new(),
        score: None,
        draft: None,
    })
}

fn newest(network: &Network) -> &Request {
    network.requests.iter().last().expect("a request")
}

#[test]
fn a_request_to_somebody_new_adds_the_person_in_the_same_step() {
    let (after, what) = done(&network(), &sent(Person::New(" Vera Holm ".into()), day("2026-11-20")));
    let request = newest(&after);
    assert_eq!(what, "request to Vera Holm");
    assert_eq!(after.contact(request.contact).map(|contact| contact.name()).as_deref(), Some("Vera Holm"));
    assert_eq!((request.message.as_str(), request.source.as_str()), ("Hello", "meetup"));
    assert_eq!((request.channel, request.attempt, request.sent_on), (Channel::Event, 1, day("2026-11-20")));
    assert!(request.pending() && request.against.is_empty());
    assert_eq!(request.recorded_on, now().today, "the forecast asks when it was written down");
    assert_eq!((request.confirmed_on, request.sent_at), (None, None));
}

#[test]
fn what_cannot_be_written_down_says_why() {
    let today = now().today;
    assert_eq!(refusal(&network(), &sent(Person::New(" ".into()), today)), "a request needs a name");
    assert!(refusal(&network(), &sent(Person::Known(ANA), today.plus(1))).contains("has not come yet"));
    let gone = refusal(&network(), &sent(Person::Known(ContactId(99)), today));
    assert_eq!(gone, "the contact is no longer there");
    let (after, _) = done(&network(), &sent(Person::Known(ANA), today));
    let twice = refusal(&after, &sent(Person::Known(ANA), today));
    assert_eq!(twice, "this request with Ana Ruiz is written down already");
}

#[test]
fn what_goes_against_a_respect_rule_is_written_down_and_marked() {
    let (after, what) = done(&network(), &sent(Person::Known(BRAM), now().today));
    assert_eq!(what, "request to Bram de Vries, against the rule: one at a time");
    assert_eq!((newest(&after).against.as_str(), newest(&after).attempt), ("one at a time", 2));
    let (after, _) = done(&network(), &sent(Person::Known(JORG), now().today.plus(-1)));
    assert_eq!(newest(&after).against, "21 days after a withdrawal");
    let (after, _) = done(&after, &sent(Person::Known(JORG), now().today));
    assert_eq!(newest(&after).against, "one at a time, at most 2 attempts, 21 days after a withdrawal");
}

#[test]
fn a_received_request_goes_against_no_rule() {
    let Deed::Record(new) = sent(Person::Known(BRAM), now().today) else { panic!("a record") };
    let deed = Deed::Record(NewRequest { direction: Direction::Received, ..new });
    let (after, what) = done(&network(), &deed);
    assert_eq!((what.as_str(), newest(&after).attempt), ("request from Bram de Vries", 1));
    assert_eq!(newest(&after).against, "");
}

#[test]
fn a_snooze_looks_forward_and_is_for_what_waits() {
    let snooze = |requests: &[RequestId], until| Deed::Snooze { requests: requests.to_vec(), until };
    let (after, what) = done(&network(), &snooze(&[with(TOM)], Some(day("2026-12-01"))));
    assert_eq!(what, "Tom Okafor snoozed until 1 Dec");
    assert!(after.requests.get(with(TOM)).expect("the request").snoozed(now().today));
    assert_eq!(refusal(&after, &snooze(&[with(TOM)], Some(day("2026-12-01")))), "it is like that already");
    assert_eq!(done(&after, &snooze(&[with(TOM)], None)).1, "Tom Okafor back on the list");
    let both = snooze(&[with(TOM), with(SOFIA)], Some(day("2026-12-01")));
    assert_eq!(done(&network(), &both).1, "Tom Okafor and Sofia Marin snoozed until 1 Dec");
    assert!(refusal(&network(), &snooze(&[with(TOM)], Some(now().today))).contains("looks forward"));
    let settled = refusal(&network(), &snooze(&[with(TOM), with(ANA)], Some(day("2026-12-01"))));
    assert_eq!(settled, "the request with Ana Ruiz no longer waits");
}

#[test]
fn news_is_opened_once_and_only_where_there_is_some() {
    let (after, what) = done(&network(), &Deed::Opened(with(ANA)));
    assert_eq!(what, "news of Ana Ruiz opened");
    assert_eq!(refusal(&after, &Deed::Opened(with(ANA))), "the news is opened already");
    refusal(&network(), &Deed::Opened(with(INES)));
    refusal(&network(), &Deed::Opened(RequestId(99)));
}
