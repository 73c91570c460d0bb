//! Deeds on rules, and imports.

use super::{done, refusal};
use crate::app::deed::Deed;
use crate::app::fixture::network;
use crate::domain::change::{Change, Edit};
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::rules::RuleKey;

#[test]
fn a_rule_is_changed_named_and_given_back_to_its_default() {
    let week = |value| Deed::SetRule(RuleKey::WeekAim, value);
    let (after, what) = done(&network(), &week(Some(12)));
    assert_eq!(what, "requests in any 7 days, own aim: 12");
    assert_eq!(after.rules.get(RuleKey::WeekAim), 12);
    assert_eq!(done(&after, &week(None)).0.rules.changed(RuleKey::WeekAim), None);
    assert_eq!(done(&after, &week(Some(20))).0.rules.changed(RuleKey::WeekAim), None, "20 is the default");
    assert_eq!(refusal(&network(), &week(Some(20))), "requests in any 7 days, own aim is that already");
    assert!(refusal(&network(), &week(Some(-1))).contains("goes from 0 to 1000"));
}

#[test]
fn s90_switching_a_respect_rule_off_is_named_in_the_log() {
    let off = Deed::SetRule(RuleKey::WaitAfterWithdrawal, Some(0));
    assert_eq!(done(&network(), &off).1, "wait after a withdrawal: off");
    let premium = Deed::SetRule(RuleKey::Account, Some(1));
    assert_eq!(done(&network(), &premium).1, "account: premium");
}

#[test]
fn quiet_stays_before_stale() {
    for deed in [Deed::SetRule(RuleKey::QuietAge, Some(44)), Deed::SetRule(RuleKey::StaleAge, Some(13))] {
        assert!(refusal(&network(), &deed).contains("quiet before it is stale"));
    }
}

#[test]
fn s88_a_fresh_book_aims_at_twenty_a_week() {
    assert_eq!(Network::default().rules.get(RuleKey::WeekAim), 20);
}

#[test]
fn an_import_is_one_step() {
    let before = network();
    let gone = before.contact(ContactId(8)).expect("the contact");
    let changes = vec![Change::Contact(Edit::remove(gone))];
    let (after, what) = done(&before, &Deed::Import { changes, what: "export of 20 Nov".into() });
    assert_eq!((what.as_str(), after.contacts.len()), ("export of 20 Nov", 7));
}
