//! The same lessons of exports through a network: requests, imports and what they listed.

use std::collections::BTreeMap;

use inroads::domain::contact::{Contact, Origin};
use inroads::domain::id::{ContactId, RequestId, RunId};
use inroads::domain::network::{Network, Tables};
use inroads::domain::request::{Direction, Evidence, Request, Standing};
use inroads::domain::rules::RuleKey;
use inroads::domain::run::{Run, TableKind, TableRead};
use inroads::domain::sign::{Sign, SignKind};
use inroads::domain::table::Table;
use inroads::domain::time::{Day, Moment};
use inroads::insight::forecast::age::When;
use inroads::insight::forecast::history::History;
use inroads::insight::forecast::outlook::{Need, Outlook};
use inroads::insight::forecast::signs::Hint;
use inroads::insight::forecast::verdict::{Label, Next};
use inroads::insight::forecast::words;
use serde_json::Value;

use crate::given::{day, given, id_of, name};

/// Day 0 of the reference.
fn zero() -> Day {
    Day::parse("2024-01-01").unwrap()
}

fn on(number: i32) -> Day {
    zero().plus(i64::from(number))
}

fn network(requests: Vec<Request>, runs: Vec<Run>, signs: Vec<Sign>) -> Network {
    let mut requests = requests;
    requests.sort_by_key(|request| request.id);
    let contacts = requests.iter().map(|r| {
        let mut contact = Contact::named(r.contact, "Ana", "Ruiz", Origin::Export);
        contact.slug = format!("ana-{}", r.contact.0);
        contact
    });
    let mut contacts: Vec<Contact> = contacts.collect();
    contacts.sort_by_key(|contact| contact.id);
    contacts.dedup_by_key(|contact| contact.id);
    Tables {
        contacts: Table::from_sorted(contacts, 0),
        requests: Table::from_sorted(requests, 0),
        runs: Table::from_sorted(runs, 0),
        signs: Table::from_sorted(signs, 0),
        ..Tables::default()
    }
    .into()
}

fn run(n: u32, as_of: Day, listed: Vec<RequestId>) -> Run {
    let rows = listed.len();
    Run {
        id: RunId(n),
        path: "export.zip".into(),
        as_of,
        at: Moment::from_minutes(as_of.midnight_utc().minutes()),
        owner: String::new(),
        owner_slug: String::new(),
        tables: vec![TableRead { file: "Invitations.csv".into(), kind: TableKind::Invitations, rows }],
        listed,
    }
}

/// What an import would have made of the exports of a reference case.
fn imported(history: &Value) -> Network {
    let rows = |list: &Value| list.as_array().cloned().expect("rows");
    let exports = rows(&history["exports"]);
    let days: Vec<i32> = exports.iter().map(|export| day(&export["day"]).unwrap()).collect();
    let mut known: BTreeMap<u32, (i32, Option<i32>, Vec<usize>, bool)> = BTreeMap::new();
    let mut note = |row: &Value, at: Option<usize>| {
        let id: u32 = id_of(row).parse().unwrap();
        let sent = day(&row["sent"]).unwrap();
        let entry = known.entry(id).or_insert((sent, None, Vec::new(), at.is_none()));
        entry.1 = entry.1.or(day(&row["accepted"]));
        entry.2.extend(at);
    };
    for row in rows(&history["logged"]) {
        note(&row, None);
    }
    for (at, export) in exports.iter().enumerate() {
        for row in rows(&export["rows"]) {
            note(&row, Some(at));
        }
    }
    let mut listed: Vec<Vec<RequestId>> = vec![Vec::new(); days.len()];
    let mut requests = Vec::new();
    for (id, (sent, accepted, places, by_hand)) in known {
        // Number 0 names nothing; the order of the ids as text is only looked at for those of one case.
        let id = id + 1;
        for at in &places {
            listed[*at].push(RequestId(id));
        }
        let recorded = if by_hand { sent } else { days[places[0]] };
        let mut request = Request::new(RequestId(id), ContactId(id), Direction::Sent, on(sent), on(recorded));
        request.origin = if by_hand { Origin::Hand } else { Origin::Export };
        request.confirmed_on = places.last().map(|at| on(days[*at]));
        let missed = days.iter().find(|day| **day > places.last().map_or(sent, |at| days[*at]));
        let last = *days.last().unwrap();
        if let Some(accepted) = accepted {
            request.settle(Standing::Accepted, on(accepted), Evidence::Imported);
        } else if let Some(missed) = missed.filter(|_| sent < last) {
            request.settle(Standing::NoLongerListed, on(*missed), Evidence::Inferred);
        }
        requests.push(request);
    }
    let runs = (1..).zip(&days).zip(listed).map(|((n, day), listed)| run(n, on(*day), listed)).collect();
    network(requests, runs, Vec::new())
}

#[test]
fn imported_exports_teach_what_the_reference_says() {
    // The reference's rows at the edge are picked by their ids as text; one more on each may pick another.
    for history in given("exports").iter().filter(|history| history["name"] != "edge_reached") {
        let today = on(day(&history["today"]).unwrap());
        let network = imported(history);
        let found = History::of(&network, today);
        let rows: BTreeMap<u32, _> = found.rows.iter().map(|(id, row)| (id.0 - 1, row.case)).collect();
        let relative = |number: Option<i32>| number.map(|number| number - zero().number());
        let expect = &history["expect"];
        let parts: Vec<_> = found.parts.iter().map(|part| relative(Some(part.start))).collect();
        let wanted: Vec<_> =
            expect["parts"].as_array().unwrap().iter().map(|part| day(&part["start"])).collect();
        assert_eq!(parts, wanted, "{}", name(history));
        let mut edges = 0;
        for wanted in expect["requests"].as_array().unwrap() {
            let id: u32 = id_of(wanted).parse().unwrap();
            let what = format!("{}: request {id}", name(history));
            let case = rows[&id].unwrap_or_else(|why| panic!("{what}: {why}"));
            assert_eq!(relative(case.accepted.map(When::day)), day(&wanted["accepted"]), "{what}");
            if case.accepted.is_none() {
                assert_eq!(relative(case.verified), day(&wanted["verified"]), "{what}");
            }
            edges += usize::from(relative(case.known_since) != day(&wanted["known_since"]));
        }
        assert!(edges <= 2, "{}: {edges} of another entry", name(history));
        let left = rows.values().filter(|case| case.is_err()).count();
        assert_eq!(left, expect["left_out"].as_array().unwrap().len(), "{}", name(history));
    }
}

#[test]
fn what_the_user_says_comes_before_what_an_export_leaves_out() {
    let today = on(100);
    let mut listed = Request::new(RequestId(1), ContactId(1), Direction::Sent, on(0), on(0));
    listed.origin = Origin::Export;
    listed.confirmed_on = Some(on(40));
    listed.settle(Standing::NoLongerListed, on(60), Evidence::Inferred);
    let runs = vec![run(1, on(1), vec![RequestId(1)]), run(2, on(60), vec![RequestId(9)])];
    let found = History::of(&network(vec![listed], runs, Vec::new()), today);
    let case = found.rows[0].1.case.unwrap();
    assert_eq!(
        case.verified,
        Some(on(50).number()),
        "halfway from the user's word to the export that misses it"
    );
}

#[test]
fn the_users_own_calendar_says_whether_it_was_written_down_when_sent() {
    // Sent at eight in the morning in Tokyo, which is the day before in UTC.
    let mut early = Request::new(RequestId(1), ContactId(1), Direction::Sent, on(23), on(23));
    early.sent_at = Moment::parse("2024-01-23T23:00Z");
    let mut late = Request::new(RequestId(2), ContactId(2), Direction::Sent, on(3), on(23));
    late.settle(Standing::Accepted, on(10), Evidence::Seen);
    let found = History::of(&network(vec![early, late], Vec::new(), Vec::new()), on(30));
    let known = |at: usize| found.rows[at].1.case.unwrap().known_since;
    assert_eq!((known(0), known(1)), (None, Some(on(23).number())));
}

fn sign(n: u32, kind: SignKind, day: i32) -> Sign {
    Sign {
        id: inroads::domain::id::SignId(n),
        request: RequestId(1),
        kind,
        on: on(day),
        text: String::new(),
        channel: None,
    }
}

#[test]
fn a_sign_from_before_the_request_is_none_and_a_view_grows_old() {
    let request = Request::new(RequestId(1), ContactId(1), Direction::Sent, on(10), on(10));
    let signs = vec![sign(1, SignKind::Reacted, 9), sign(2, SignKind::ViewedProfile, 12)];
    let network = network(vec![request], Vec::new(), signs);
    let hints = |day: i32| History::of(&network, on(day)).rows[0].1.hints.clone();
    assert_eq!(hints(19), [Hint::ViewedRecent]);
    assert_eq!(hints(20), [Hint::ViewedOld]);
}

#[test]
fn the_next_step_hears_what_they_said_and_how_often_they_were_asked() {
    let advice = |age: i32, attempt: u32, kind: Option<SignKind>| {
        let mut request = Request::new(RequestId(1), ContactId(1), Direction::Sent, on(0), on(0));
        request.attempt = attempt;
        let signs = kind.into_iter().map(|kind| sign(1, kind, 0)).collect();
        let mut network = network(vec![request], Vec::new(), signs);
        network.rules.set(RuleKey::PilePause, Some(1));
        let today = on(age);
        let outlook = Outlook::learn(&network, today, None, Need::Forecasts).outlook;
        let request = network.requests.get(RequestId(1)).unwrap();
        let said = outlook.of(&network, request, today).unwrap();
        words::advice(&outlook.fitted, &network, request, &said)
    };
    let (no, yes) = (Some(SignKind::ToldNo), Some(SignKind::ToldYes));
    assert_eq!(advice(3, 1, no).sentence, "withdraw it, and leave it at that");
    assert_eq!(advice(3, 1, no).why, "They told you no.");
    let full = advice(120, 1, None);
    assert_eq!(
        (full.word, full.sentence),
        ("withdraw", "withdraw it; ask again once, later, with something new")
    );
    let last = advice(120, 2, None);
    assert_eq!((last.word, last.sentence), ("withdraw", "withdraw it, and leave it at that"));
    for age in [1, 20, 120] {
        let kept = advice(age, 1, yes);
        assert_eq!((kept.word, kept.why), ("wait", "They told you yes."), "after {age} days");
    }
    assert_eq!(advice(20, 1, None).word, "warm up");
    let unused = advice(120, 1, Some(SignKind::InactiveAccount));
    assert_eq!(
        (unused.word, unused.why),
        ("other way", "Their account looks unused: they may simply not be there.")
    );
}

#[test]
fn the_next_step_is_of_today_where_it_was_last_seen_waiting_some_days_ago() {
    // Sent on day 0, and listed by an export on day 12: fresh then, quiet on day 20.
    let mut request = Request::new(RequestId(1), ContactId(1), Direction::Sent, on(0), on(12));
    request.origin = Origin::Export;
    request.confirmed_on = Some(on(12));
    let network = network(vec![request], vec![run(1, on(12), vec![RequestId(1)])], Vec::new());
    let today = on(20);
    let outlook = Outlook::learn(&network, today, None, Need::Forecasts).outlook;
    let request = network.requests.get(RequestId(1)).unwrap();
    let said = outlook.of(&network, request, today).unwrap();
    assert_eq!((said.as_of, said.age_days), (on(12).number(), 12));
    assert_eq!((said.label, said.next), (Label::Fresh, Next::Wait), "as of the day on which it was seen");
    let advice = words::advice(&outlook.fitted, &network, request, &said);
    assert_eq!(
        (advice.word, advice.why),
        ("warm up", "It is past your quiet age, and not yet past the stale one.")
    );
    let sentence = words::sentence(&outlook.fitted, &said, today);
    assert!(!sentence.contains("Nothing to do"), "{sentence}");
}

#[test]
fn an_age_that_the_user_set_keeps_the_learned_one_on_its_side() {
    let ages = |key, value| {
        let mut network = network(Vec::new(), Vec::new(), Vec::new());
        network.rules.set(key, Some(value));
        let fitted = Outlook::learn(&network, on(0), None, Need::Forecasts).outlook.fitted;
        (fitted.quiet_age(), fitted.stale_age())
    };
    assert_eq!(ages(RuleKey::QuietAge, 80), (80, 81));
    assert_eq!(ages(RuleKey::StaleAge, 5), (4, 5));
}

#[test]
fn what_moves_a_chance_by_little_each_is_named_together() {
    // Eight tags, each on a few people of whom a little more say yes; then somebody with none of them.
    let tag = |n: u32| format!("t{}", n % 8);
    let mut requests = Vec::new();
    for n in 1..=240 {
        let mut request = Request::new(RequestId(n), ContactId(n), Direction::Sent, on(0), on(0));
        match n {
            1..=80 if n % 16 < 8 => request.settle(Standing::Accepted, on(5), Evidence::Seen),
            81..=239 if n % 5 < 2 => request.settle(Standing::Accepted, on(5), Evidence::Seen),
            240 => {}
            _ => request.settle(Standing::Withdrawn, on(150), Evidence::Seen),
        }
        requests.push(request);
    }
    let mut network = network(requests, Vec::new(), Vec::new());
    for n in 1..=80 {
        let mut contact = Contact::clone(network.contact(ContactId(n)).unwrap());
        contact.tags = vec![tag(n)];
        network.contacts.put(contact.into());
    }
    let today = on(200);
    let fitted = Outlook::learn(&network, today, None, Need::Forecasts).outlook.fitted;
    let parts = words::parts(&fitted, &network, network.requests.get(RequestId(240)).unwrap(), today);
    let lacks = |factor: &&str| factor.starts_with("tag:");
    let all: f64 = fitted
        .groups
        .factors()
        .filter(lacks)
        .filter_map(|f| fitted.groups.delta(f, "no"))
        .map(|d| d.mean)
        .sum();
    let named: f64 =
        parts.iter().filter(|(_, words)| words.starts_with("people without")).map(|(by, _)| by).sum();
    assert!((named - all).abs() < 0.05, "{named} of {all} is named: {parts:?}");
    assert!(parts.iter().any(|(_, words)| words == "people without your other tags"), "{parts:?}");
}

#[test]
fn the_same_history_is_fitted_once_and_a_change_of_it_anew() {
    let request = |n: u32| Request::new(RequestId(n), ContactId(n), Direction::Sent, on(10), on(10));
    let of = |count: u32| network((1..=count).map(request).collect(), Vec::new(), Vec::new());
    let first = Outlook::learn(&of(2), on(20), None, Need::Forecasts).outlook;
    let known = Some(&first.fitted);
    assert!(Outlook::learn(&of(2), on(20), known, Need::Forecasts).posterior.is_none());
    assert!(Outlook::learn(&of(3), on(20), known, Need::Forecasts).posterior.is_some());
    assert!(Outlook::learn(&of(2), on(21), known, Need::Forecasts).posterior.is_some());
    let kept: inroads::insight::forecast::fitted::Fitted =
        serde_json::from_str(&serde_json::to_string(&first.fitted).unwrap()).unwrap();
    assert!(Outlook::learn(&of(2), on(20), Some(&kept), Need::Forecasts).posterior.is_none());
}
