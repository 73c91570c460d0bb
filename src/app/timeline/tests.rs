//! One line of time for each contact, newest first.

use super::{last_touch, of, settled};
use crate::app::fixture::{ANA, JORG, SOFIA, TOM, TOM_TOO, day, later, network, now, play, state, with};
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::Contact;
use crate::domain::request::{Direction, Evidence, Request, Standing};

fn lines(id: crate::domain::id::ContactId) -> Vec<String> {
    let events = of(&network(), id, now().today);
    events
        .into_iter()
        .map(|event| {
            let words = event.words.lines().next().map(|line| format!(": {line}")).unwrap_or_default();
            format!("{} {}{words}", event.on.short(now().today), event.text)
        })
        .collect()
}

#[test]
fn everything_known_stands_in_one_line_of_time() {
    assert_eq!(
        lines(SOFIA),
        [
            "22 Nov note: # Talk",
            "13 Nov like: her talk",
            "31 Oct you asked: Hi Sofia, your talk on query planners helped me",
        ]
    );
    assert_eq!(lines(TOM), ["2 Nov sign: viewed profile", "20 Sep you asked"]);
    assert_eq!(lines(JORG), ["17 Nov you withdrew it", "13 Oct you asked"]);
    assert_eq!(lines(TOM_TOO), [""; 0]);
}

#[test]
fn an_acceptance_and_its_connection_are_one_event() {
    assert_eq!(lines(ANA), ["21 Nov they accepted", "10 Nov you asked"]);
}

#[test]
fn what_an_export_found_by_the_name_alone_says_so() {
    let mut request = Request::clone(network().requests.get(with(ANA)).expect("a request"));
    request.evidence = Evidence::Inferred;
    assert_eq!(settled(&request), "they accepted, by your export");
    request.by_name = true;
    assert_eq!(settled(&request), "they accepted, matched by name");
    request.direction = Direction::Received;
    assert_eq!(settled(&request), "you accepted, matched by name");
}

#[test]
fn a_connection_that_is_gone_is_a_line_and_no_standing() {
    let mut network = network();
    let before = network.contacts.get(ANA).expect("Ana").clone();
    let mut gone = Contact::clone(&before);
    gone.gone_on = Some(day("2026-11-22"));
    let batch = Batch {
        key: BatchKey("gone".into()),
        at: now().at,
        by: "test".into(),
        what: "gone".into(),
        undoes: None,
        changes: vec![Change::Contact(Edit::turn(&before, gone))],
    };
    network.apply(batch).expect("it fits");
    let events = of(&network, ANA, now().today);
    let texts: Vec<&str> = events.iter().map(|event| event.text.as_str()).collect();
    assert_eq!(texts, ["no longer in your list", "they accepted", "you asked"]);
    assert_eq!(events[0].on, day("2026-11-22"));
    assert_eq!(network.requests.get(with(ANA)).expect("a request").standing, Standing::Accepted);
}

#[test]
fn a_snooze_is_told_without_looking_ahead() {
    let mut state = state();
    play(&mut state, "2jsw");
    let events = of(&state.network, TOM, now().today);
    assert_eq!((events[0].on, events[0].text.as_str()), (now().today, "snoozed until 29 Nov"));
    let events = of(&state.network, TOM, later(10).today);
    assert_eq!(events[0].text, "was snoozed until 29 Nov");
}

#[test]
fn the_last_touch_counts_requests_too() {
    assert_eq!(last_touch(&network(), SOFIA), Some(now().today.plus(-9)));
    assert_eq!(last_touch(&network(), TOM), Some(now().today.plus(-63)));
    assert_eq!(last_touch(&network(), TOM_TOO), None);
}
