//! What a large book shows at first, and what a glance counts: the same as the whole book.

use super::{Desk, Instance, batch, noon};
use crate::app::outlook::Outlooks;
use crate::app::today::items;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Direction, Evidence, Request, Standing};
use crate::domain::sample;
use crate::domain::time::{Day, Now};
use crate::store::{first, glance};

fn today() -> Day {
    noon().day()
}

fn each_shows_what_the_whole_book_does(desk: &Desk, here: &Instance) {
    let whole = items(&here.network, &Outlooks::default(), today());
    assert!(!here.network.contacts.is_empty());
    let part = first::network(&here.book.connection, today(), 0).expect("read").expect("large enough");
    assert_eq!(items(&part, &Outlooks::default(), today()), whole);
    let seen = glance(&desk.path, today()).expect("read");
    // A glance leaves out what imports left open, which is not counted by days.
    assert!(items(&seen, &Outlooks::default(), today()).iter().all(|item| whole.contains(item)));
}

#[test]
fn today_shows_from_the_first_part_what_it_shows_from_the_whole() {
    let desk = Desk::new();
    let mut here = desk.open();
    here.does(batch("demo", sample::demo(Now { today: today(), at: noon() })));
    each_shows_what_the_whole_book_does(&desk, &here);
}

#[test]
fn a_reminder_that_a_settled_request_answered_long_ago_is_no_news() {
    let desk = Desk::new();
    let mut here = desk.open();
    let mut ana = Contact::named(ContactId(1), "Ana", "", Origin::Hand);
    ana.ask_again_on = Some(today().plus(-100));
    let sent = today().plus(-90);
    let mut request = Request::new(RequestId(1), ContactId(1), Direction::Sent, sent, today());
    request.settle(Standing::Declined, today().plus(-80), Evidence::Told);
    here.does(batch("ana", vec![Change::Contact(Edit::add(ana)), Change::Request(Edit::add(request))]));
    assert!(items(&here.network, &Outlooks::default(), today()).is_empty());
    each_shows_what_the_whole_book_does(&desk, &here);
}
