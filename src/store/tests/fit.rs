//! The last fit and what was foretold.

use super::{Desk, batch};
use crate::domain::change::{Change, Edit};
use crate::domain::foretold::{Foretold, KeptFit};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Direction, Request};
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;

fn day() -> Day {
    Day::parse("2026-11-22").expect("a day")
}

fn fit(quiet: i64) -> KeptFit {
    KeptFit { day: day(), quiet, stale: 40, body: "{\"x\":1}".into() }
}

#[test]
fn a_fit_is_kept_in_the_place_of_the_last_and_teaches_the_rules() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    assert_eq!(here.book.kept_fit().expect("read"), None);
    assert_eq!(here.network.rules.get(RuleKey::QuietAge), 13);
    here.book.keep_fit(&fit(7), &[]).expect("kept");
    here.book.keep_fit(&fit(9), &[]).expect("kept");
    assert_eq!(here.book.kept_fit().expect("read"), Some(fit(9)));
    drop(here);
    let mut again = desk.open();
    let rules = &again.network.rules;
    assert_eq!((rules.get(RuleKey::QuietAge), rules.get(RuleKey::StaleAge)), (9, 40));
    let own = Change::Rule { key: RuleKey::QuietAge, before: None, after: Some(20) };
    again.does(batch("rule", vec![own]));
    assert_eq!(desk.open().network.rules.get(RuleKey::QuietAge), 20, "the user's own age comes first");
}

#[test]
fn what_was_foretold_once_stays_and_goes_with_its_request() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let request = Request::new(RequestId(1), ContactId(1), Direction::Sent, day(), day());
    here.does(batch("sent", vec![Change::Request(Edit::add(request.clone()))]));
    let said = |request, age, chance| Foretold { request: RequestId(request), age, on: day(), chance };
    let all = [said(1, 0, 0.4), said(1, 7, 0.1), said(9, 0, 0.5)];
    here.book.keep_fit(&fit(9), &all).expect("kept");
    here.book.keep_fit(&fit(9), &[said(1, 0, 0.9)]).expect("kept");
    assert_eq!(here.book.foretold().expect("read"), all[..2], "r9 is not there");
    let request = std::sync::Arc::new(request);
    here.does(batch("gone", vec![Change::Request(Edit::remove(&request))]));
    assert_eq!(here.book.foretold().expect("read"), []);
}

#[test]
fn an_age_stands_for_those_until_the_next_one() {
    let marks = [0, 6, 7, 13, 14, 29, 30, 59, 60].map(Foretold::mark);
    let wanted = [0, 0, 7, 7, 14, 14, 30, 30].map(Some);
    assert_eq!((&marks[..8], marks[8]), (&wanted[..], None));
}
