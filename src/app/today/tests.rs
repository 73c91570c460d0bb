//! What Today lists, in which order, and when.

use std::sync::Arc;

use super::{ANSWERS, Item, NEWS, items};
use crate::app::fixture::{ANA, INES, JORG, PRIYA, SOFIA, TOM, later, network, now, state, with};
use crate::app::news::News;
use crate::app::outlook::Outlooks;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::{Network, Tables};
use crate::domain::request::{Direction, Evidence, Request, Standing};
use crate::domain::table::Table;

fn today(network: &Network) -> Vec<Item> {
    items(network, &Outlooks::default(), now().today)
}

fn with_contact(id: ContactId, change: impl Fn(&mut Contact)) -> Network {
    let mut network = network();
    let mut contact = Contact::clone(network.contact(id).expect("the contact"));
    change(&mut contact);
    network.contacts.put(Arc::new(contact));
    network
}

#[test]
fn good_news_comes_first_then_answers_then_decisions_then_what_is_due() {
    let expected = [
        Item::News(with(ANA)),
        Item::Answer(with(INES)),
        Item::Stale(with(PRIYA)),
        Item::Stale(with(TOM)),
        Item::Decide,
    ];
    assert_eq!(today(&network()), expected);
    let headings: Vec<&str> = expected.iter().map(|item| item.heading()).collect();
    assert!(headings.is_sorted_by_key(|heading| {
        ["Good news", "Waiting for your answer", "Worth a decision", "Due"].iter().position(|h| h == heading)
    }));
}

#[test]
fn at_most_five_decisions_are_asked_for_and_the_rest_is_counted() {
    let today_is = now().today;
    let contacts =
        (1..=9).map(|n| Contact::named(ContactId(n), "A", "", crate::domain::contact::Origin::Hand));
    let requests = (1..=9).map(|n| {
        let sent = today_is.plus(-50 - i64::from(n));
        Request::new(RequestId(n), ContactId(n), Direction::Sent, sent, sent)
    });
    let tables = Tables {
        contacts: Table::from_sorted(contacts.collect(), 0),
        requests: Table::from_sorted(requests.collect(), 0),
        ..Tables::default()
    };
    let state = crate::app::fixture::state_of(tables.into());
    let oldest = [9, 8, 7, 6, 5].map(|n| Item::Stale(RequestId(n)));
    assert_eq!((state.today.list.rows(), state.pending.stale), (&oldest[..], 9));
}

#[test]
fn the_newest_news_comes_first_then_who_waits_longest_and_no_more_than_enough_answers() {
    let today_is = now().today;
    let day = |n: u32| today_is.plus(-i64::from(n));
    let contacts =
        (1..=20).map(|n| Contact::named(ContactId(n), "A", "", crate::domain::contact::Origin::Hand));
    // 1 to 4 accepted, 4 longest ago; 5 to 20 asked the user, 20 longest ago.
    let requests = (1..=20).map(|n| {
        let direction = if n <= 4 { Direction::Sent } else { Direction::Received };
        let mut request = Request::new(RequestId(n), ContactId(n), direction, day(n), day(n));
        if n <= 4 {
            request.settle(Standing::Accepted, day(n), Evidence::Seen);
        }
        request
    });
    let tables = Tables {
        contacts: Table::from_sorted(contacts.collect(), 0),
        requests: Table::from_sorted(requests.collect(), 0),
        ..Tables::default()
    };
    let news = (1..=4).map(|n| Item::News(RequestId(n)));
    let answers = (1..=20).rev().take(ANSWERS).map(|n| Item::Answer(RequestId(n)));
    assert_eq!(today(&tables.into()), news.chain(answers).collect::<Vec<_>>());
}

#[test]
fn good_news_stays_a_fortnight_at_most() {
    let listed =
        |days| items(&network(), &Outlooks::default(), later(days).today).contains(&Item::News(with(ANA)));
    assert!(listed(13) && !listed(14));
}

#[test]
fn an_archived_contact_is_not_brought_up_for_a_decision() {
    let network = with_contact(TOM, |tom| tom.archived = true);
    assert!(!today(&network).contains(&Item::Stale(with(TOM))));
}

#[test]
fn s72_a_reminder_waits_for_its_day_and_is_answered_by_asking() {
    let due = now().today.plus(270);
    let reminded = with_contact(JORG, |jorg| jorg.ask_again_on = Some(due));
    let listed =
        |network: &Network, day| items(network, &Outlooks::default(), day).contains(&Item::AskAgain(JORG));
    assert!(!listed(&reminded, due.plus(-1)));
    assert!(listed(&reminded, due) && listed(&reminded, due.plus(30)), "it stays until it is answered");
    for sent in [due.plus(-3), due.plus(2)] {
        let mut asked = reminded.clone();
        asked.requests.put(Arc::new(Request::new(RequestId(8), JORG, Direction::Sent, sent, sent)));
        let all = |t: &Table<Request>| t.iter().map(|r| Request::clone(r)).collect();
        let tables = Tables {
            contacts: asked.contacts.clone(),
            requests: Table::from_sorted(all(&asked.requests), 0),
            ..Tables::default()
        };
        assert!(!listed(&tables.into(), due.plus(5)), "asked on {sent}");
    }
}

#[test]
fn what_was_snoozed_comes_back_as_due_and_only_there() {
    let mut state = state();
    crate::app::fixture::play(&mut state, "2jjst3d<enter>]st3d<enter>");
    crate::app::learn::learn(&mut state, News::Now(later(40)));
    let rows = state.today.list.rows();
    for id in [SOFIA, INES] {
        assert!(rows.contains(&Item::Back(with(id))));
        assert!(!rows.contains(&Item::Stale(with(id))) && !rows.contains(&Item::Answer(with(id))));
    }
}

#[test]
fn good_news_leaves_room_for_what_waits_and_the_rest_is_counted() {
    let today_is = now().today;
    let contacts =
        (1..=28).map(|n| Contact::named(ContactId(n), "A", "", crate::domain::contact::Origin::Hand));
    // 1 to 27 accepted today, 28 waits.
    let requests = (1..=28).map(|n| {
        let direction = if n <= 27 { Direction::Sent } else { Direction::Received };
        let mut request = Request::new(RequestId(n), ContactId(n), direction, today_is, today_is);
        if n <= 27 {
            request.settle(Standing::Accepted, today_is, Evidence::Seen);
        }
        request
    });
    let tables = Tables {
        contacts: Table::from_sorted(contacts.collect(), 0),
        requests: Table::from_sorted(requests.collect(), 0),
        ..Tables::default()
    };
    let state = crate::app::fixture::state_of(tables.into());
    let rows = state.today.list.rows();
    assert_eq!((rows.len(), state.today.news), (NEWS + 1, 27));
    assert_eq!(rows[NEWS], Item::Answer(RequestId(28)));
}
