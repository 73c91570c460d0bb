//! Deeds that move a standing, and the signs, of which only one does.

use super::{done, refusal};
use crate::app::deed::Deed;
use crate::app::fixture::{ANA, BRAM, INES, JORG, SOFIA, TOM, day, network, now, with};
use crate::app::timeline;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::request::{Evidence, Request, Standing};
use crate::domain::sign::SignKind;
use crate::domain::time::Day;

fn settle(contacts: &[ContactId], standing: Standing, on: Day) -> Deed {
    let requests = contacts.iter().copied().map(with).collect();
    Deed::Settle { requests, standing, on, evidence: Evidence::Seen }
}

fn request(network: &Network, contact: ContactId) -> &Request {
    network.requests.get(with(contact)).expect("the request")
}

fn connected(network: &Network, contact: ContactId) -> Option<Day> {
    let contact = network.contact(contact).expect("the contact");
    contact.connected_on.filter(|_| contact.connected())
}

#[test]
fn s06_every_standing_of_a_direction_is_stored_with_day_and_evidence() {
    let today = now().today;
    for standing in Standing::ALL.iter().copied().filter(|standing| standing.settled()) {
        for who in [TOM, INES] {
            let deed = settle(&[who], standing, today);
            if standing.fits(request(&network(), who).direction) {
                let (after, _) = done(&network(), &deed);
                let after = request(&after, who);
                assert_eq!((after.standing, after.settled_on), (standing, Some(today)));
                assert_eq!(after.evidence, Evidence::Seen);
            } else {
                assert!(refusal(&network(), &deed).contains("request cannot be"), "{standing:?}");
            }
        }
    }
    assert!(refusal(&network(), &settle(&[TOM], Standing::Draft, today)).contains("cannot be draft"));
}

#[test]
fn the_day_of_an_outcome_lies_between_the_request_and_today() {
    let (today, withdrawn) = (now().today, Standing::Withdrawn);
    assert!(refusal(&network(), &settle(&[BRAM], withdrawn, today.plus(1))).contains("has not come yet"));
    let early = refusal(&network(), &settle(&[BRAM], withdrawn, today.plus(-4)));
    assert_eq!(early, "the request with Bram de Vries is of 19 Nov: choose that day or later");
    done(&network(), &settle(&[BRAM], withdrawn, today.plus(-3)));
    let same = refusal(&network(), &settle(&[JORG], withdrawn, today.plus(-5)));
    assert_eq!(same, "Jörg Müller: withdrawn already");
}

#[test]
fn an_acceptance_connects_and_its_correction_takes_the_connection_back() {
    let today = now().today;
    let (yes, what) = done(&network(), &settle(&[BRAM], Standing::Accepted, today.plus(-1)));
    assert_eq!(what, "Bram de Vries accepted");
    assert_eq!(connected(&yes, BRAM), Some(today.plus(-1)));
    let (other_day, _) = done(&yes, &settle(&[BRAM], Standing::Accepted, today));
    assert_eq!(connected(&other_day, BRAM), Some(today), "the day is corrected with it");
    let (no, _) = done(&yes, &settle(&[BRAM], Standing::Declined, today));
    assert_eq!(connected(&no, BRAM), None);
}

#[test]
fn who_left_the_list_and_accepts_anew_is_connected_again() {
    let mut before = network();
    let mut ana = crate::domain::contact::Contact::clone(before.contact(ANA).expect("Ana"));
    ana.gone_on = Some(now().today.plus(-1));
    ana.connected_on = Some(day("2025-03-01"));
    before.contacts.put(std::sync::Arc::new(ana));
    let (after, _) = done(&before, &settle(&[ANA], Standing::Accepted, now().today));
    assert_eq!(connected(&after, ANA), Some(now().today));
}

#[test]
fn p_makes_a_settled_request_pending_again_and_confirms_a_pending_one() {
    let today = now().today;
    let (again, what) = done(&network(), &settle(&[JORG], Standing::Pending, today));
    assert_eq!(what, "Jörg Müller still pending, was withdrawn 17 Nov");
    let request_again = request(&again, JORG);
    assert!(request_again.pending());
    assert_eq!((request_again.settled_on, request_again.confirmed_on), (None, Some(today)));
    let (confirmed, _) = done(&network(), &settle(&[TOM], Standing::Pending, today));
    assert_eq!(request(&confirmed, TOM).confirmed_on, Some(today));
    assert_eq!(refusal(&confirmed, &settle(&[TOM], Standing::Pending, today)), "Tom Okafor: pending already");
}

#[test]
fn a_bulk_counts_what_it_changed_and_is_all_or_nothing() {
    let today = now().today;
    let both = settle(&[TOM, SOFIA], Standing::Withdrawn, today);
    assert_eq!(done(&network(), &both).1, "Tom Okafor and Sofia Marin withdrawn");
    let with_one_done = settle(&[TOM, SOFIA, JORG], Standing::Withdrawn, today.plus(-5));
    assert_eq!(
        done(&network(), &with_one_done).1,
        "Tom Okafor and Sofia Marin withdrawn",
        "Jörg's was withdrawn before"
    );
    let mixed = settle(&[TOM, INES], Standing::Withdrawn, today);
    assert_eq!(refusal(&network(), &mixed), "a received request cannot be withdrawn");
}

#[test]
fn an_outcome_ends_a_snooze() {
    let until = Some(now().today.plus(9));
    let (snoozed, _) = done(&network(), &Deed::Snooze { requests: vec![with(TOM)], until });
    let (after, _) = done(&snoozed, &settle(&[TOM], Standing::Withdrawn, now().today));
    assert_eq!(request(&after, TOM).snoozed_until, None);
}

fn sign(contacts: &[ContactId], kind: SignKind, on: Day, text: &str) -> Deed {
    let requests: Vec<RequestId> = contacts.iter().copied().map(with).collect();
    Deed::Sign { requests, kind, on, text: text.into(), channel: None }
}

#[test]
fn s16_a_sign_is_written_down_and_moves_no_standing() {
    let before = network();
    for kind in SignKind::ALL.iter().copied().filter(|kind| *kind != SignKind::ToldNo) {
        let (after, what) = done(&before, &sign(&[SOFIA], kind, now().today, " seen "));
        assert_eq!(what, format!("{} on Sofia Marin", kind.label()));
        assert_eq!((&after.requests, &after.contacts), (&before.requests, &before.contacts), "{kind:?}");
        let sign = after.signs_of(with(SOFIA)).next().expect("the sign");
        assert_eq!((sign.kind, sign.on, sign.text.as_str()), (kind, now().today, "seen"));
    }
}

#[test]
fn s18_told_me_no_declines_in_the_same_step_and_quotes() {
    let told = sign(&[SOFIA], SignKind::ToldNo, now().today, "not now, thank you");
    let (after, what) = done(&network(), &told);
    assert_eq!(what, "Sofia Marin declined: they said so");
    let settled = request(&after, SOFIA);
    assert_eq!((settled.standing, settled.evidence), (Standing::Declined, Evidence::Told));
    let quoted = timeline::of(&after, SOFIA, now().today);
    assert!(quoted.iter().any(|event| event.words == "not now, thank you"), "{quoted:?}");
    // A sign is for a request that waits; o corrects this one.
    assert!(refusal(&after, &told).contains("what came of this one is its outcome"));
}

#[test]
fn west_of_utc_a_request_of_this_evening_can_be_settled_and_have_a_sign_today() {
    let mut network = network();
    let mut sent = Request::clone(request(&network, BRAM));
    sent.sent_on = now().today.plus(1);
    sent.sent_at = Some(sent.sent_on.midnight_utc());
    network.requests.put(std::sync::Arc::new(sent));
    let sign = Deed::Sign {
        requests: vec![with(BRAM)],
        kind: SignKind::ToldNo,
        on: now().today,
        text: "not now".into(),
        channel: None,
    };
    let (after, _) = done(&network, &sign);
    assert_eq!(request(&after, BRAM).standing, Standing::Declined);
}

#[test]
fn a_sign_is_no_older_than_its_request_and_not_of_tomorrow() {
    let early = sign(&[BRAM], SignKind::Reacted, now().today.plus(-4), "");
    assert_eq!(refusal(&network(), &early), "a sign cannot be older than its request");
    let late = sign(&[BRAM], SignKind::Reacted, now().today.plus(1), "");
    assert!(refusal(&network(), &late).contains("has not come yet"));
    assert!(
        refusal(&network(), &sign(&[INES], SignKind::ToldNo, now().today, "")).contains("cannot be declined")
    );
    let gone = Deed::Sign {
        requests: vec![RequestId(99)],
        kind: SignKind::Reacted,
        on: now().today,
        text: String::new(),
        channel: None,
    };
    assert_eq!(refusal(&network(), &gone), "the request is no longer there");
}
