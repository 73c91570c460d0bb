//! Two who turn out to be one, between two imports: a request that both had is one, and the next export knows it.

use super::done;
use crate::app::deed::{Answer, Deed, NewRequest, Person};
use crate::app::fixture::{day, now};
use crate::domain::arrival::{Arrival, AsOf, ConnectionRow, InvitationRow};
use crate::domain::decision::DecisionKind;
use crate::domain::id::{ContactId, DecisionId, RequestId};
use crate::domain::merge::{Conversations, Plan, plan};
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Request, Standing};
use crate::domain::run::{TableKind, TableRead};
use crate::domain::sign::SignKind;
use crate::domain::time::Moment;

/// An export: requests that were sent, by address, name and day, and people who are connected.
fn export(as_of: &str, sent: &[[&str; 3]], connected: &[[&str; 3]]) -> Arrival {
    let table = |kind, rows| TableRead { file: "a table".into(), kind, rows };
    let mut arrival = Arrival {
        path: "export".into(),
        as_of: day(as_of),
        as_of_from: AsOf::Table,
        owner: None,
        tables: vec![table(TableKind::Invitations, sent.len())],
        connections: Vec::new(),
        invitations: Vec::new(),
        messages: Vec::new(),
        hidden: 0,
        left_out: Vec::new(),
        warnings: Vec::new(),
    };
    for [slug, name, on] in sent {
        arrival.invitations.push(InvitationRow {
            line: 2,
            direction: Direction::Sent,
            name: (*name).into(),
            slug: (*slug).into(),
            sent_on: Some(day(on)),
            sent_at: Moment::parse(&format!("{on}T12:00Z")),
            sent_raw: (*on).into(),
            message: String::new(),
        });
    }
    if !connected.is_empty() {
        arrival.tables.push(table(TableKind::Connections, connected.len()));
    }
    for [slug, name, on] in connected {
        let (first_name, last_name) = crate::domain::contact::split_name(name);
        arrival.connections.push(ConnectionRow {
            line: 2,
            first_name,
            last_name,
            slug: (*slug).into(),
            email: String::new(),
            company: String::new(),
            role: String::new(),
            connected_on: Some(day(on)),
        });
    }
    arrival
}

fn import(network: &Network, arrival: &Arrival) -> Network {
    let Plan { changes, .. } = plan(network, arrival, Conversations::Keep, now());
    done(network, &Deed::Import { changes, what: "import".into() }).0
}

/// The user says that the two of the newest question are one.
fn yes(network: &Network) -> Network {
    let question = network.decisions.iter().last().expect("a question");
    done(network, &Deed::Decide(question.id, Answer::Yes)).0
}

fn line(request: &Request) -> String {
    let settled = request.settled_on.map_or_else(String::new, |day| format!(" {day}"));
    let Request { id, contact, attempt, sent_on, standing, .. } = request;
    format!("{id} {contact} {sent_on} {}{settled} ({attempt})", standing.token())
}

fn requests(network: &Network) -> Vec<String> {
    network.requests.iter().map(|request| line(request)).collect()
}

/// The user notes that a request was sent to somebody without an address.
fn noted(name: &str, on: &str) -> Network {
    let new = NewRequest {
        with: Person::New(name.into()),
        direction: Direction::Sent,
        on: day(on),
        message: "Hi Sofia".into(),
        source: "event".into(),
        channel: Channel::LinkedIn,
        template: String::new(),
        score: None,
        draft: None,
    };
    done(&Network::default(), &Deed::Record(new)).0
}

#[test]
fn a_request_by_hand_is_the_row_of_the_same_person_once_they_are_one() {
    let sofia = ["sof", "Sofia Marin", "2026-10-31"];
    let mut network = import(&noted("Sofia Marin", "2026-10-30"), &export("2026-11-10", &[sofia], &[]));
    assert_eq!(network.decisions.iter().last().map(|d| d.kind), Some(DecisionKind::SameName));
    assert_eq!(requests(&network).len(), 2);
    let sign = Deed::Sign {
        requests: vec![RequestId(2)],
        kind: SignKind::Reacted,
        on: now().today,
        text: String::new(),
        channel: None,
    };
    network = yes(&done(&network, &sign).0);
    assert_eq!(requests(&network), ["r1 c1 2026-10-30 pending (1)"]);
    assert_eq!(network.signs_of(RequestId(1)).count(), 1, "the sign moved");
    assert_eq!(network.runs.iter().last().map(|run| run.listed.clone()), Some(vec![RequestId(1)]));

    let again = import(&network, &export("2026-11-10", &[sofia], &[]));
    assert!(again == network, "the same export says nothing new");
    let later = import(&network, &export("2026-11-20", &[sofia], &[]));
    assert_eq!(requests(&later), ["r1 c1 2026-10-30 pending (1)"]);
    let request = later.requests.get(RequestId(1)).expect("the request");
    assert_eq!((request.message.as_str(), request.confirmed_on), ("Hi Sofia", Some(day("2026-11-20"))));
    let accepted = import(&network, &export("2026-11-20", &[sofia], &[["sof", "Sofia Marin", "2026-11-18"]]));
    assert_eq!(requests(&accepted), ["r1 c1 2026-10-30 accepted 2026-11-18 (1)"]);
}

#[test]
fn a_row_under_a_new_address_is_the_row_of_before_once_the_two_are_one() {
    let cem = |slug| [slug, "Cem Kaya", "2026-10-31"];
    let other = ["dan", "Dan Levi", "2026-10-01"];
    let mut network = import(&Network::default(), &export("2026-11-10", &[cem("cem"), other], &[]));
    network = import(&network, &export("2026-11-15", &[cem("cem-k"), other], &[]));
    assert_eq!(network.decisions.iter().last().map(|d| d.kind), Some(DecisionKind::NewAddress));
    let of_cem = |network: &Network| {
        let of = |request: &&String| !request.contains("2026-10-01");
        requests(network).iter().filter(of).cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        of_cem(&network),
        ["r2 c2 2026-10-31 no_longer_listed 2026-11-15 (1)", "r3 c3 2026-10-31 pending (1)"]
    );
    network = yes(&network);
    assert_eq!(of_cem(&network), ["r2 c2 2026-10-31 pending (1)"]);
    for known in
        [export("2026-11-15", &[cem("cem-k"), other], &[]), export("2026-11-10", &[cem("cem"), other], &[])]
    {
        assert!(import(&network, &known) == network, "what is known says nothing new");
    }
    let later = import(&network, &export("2026-11-20", &[cem("cem-k"), other], &[]));
    assert_eq!(of_cem(&later), ["r2 c2 2026-10-31 pending (1)"]);
}

#[test]
fn two_requests_that_are_not_one_are_numbered_anew() {
    let ana = |slug, on| [slug, "Ana Ruiz", on];
    let rows = [ana("ana", "2026-09-01"), ana("ana-2", "2026-06-01")];
    let network = import(&Network::default(), &export("2026-11-10", &rows, &[]));
    let merged = done(&network, &Deed::Merge { keep: ContactId(2), other: ContactId(1) }).0;
    assert_eq!(requests(&merged), ["r1 c2 2026-06-01 pending (1)", "r2 c2 2026-09-01 pending (2)"]);
}

#[test]
fn a_question_about_a_request_is_about_the_one_that_stays() {
    let sofia = ["sof", "Sofia Marin", "2026-10-31"];
    let mut network = import(&noted("Sofia Marin", "2026-10-30"), &export("2026-11-10", &[sofia], &[]));
    let withdrawn = Deed::Settle {
        requests: vec![RequestId(2)],
        standing: Standing::Withdrawn,
        on: day("2026-11-12"),
        evidence: crate::domain::request::Evidence::Seen,
    };
    network = done(&network, &withdrawn).0;
    network = import(&network, &export("2026-11-20", &[sofia], &[]));
    let question = network.decisions.iter().last().expect("a question");
    assert_eq!((question.kind, question.request), (DecisionKind::Contradiction, Some(RequestId(2))));
    network = done(&network, &Deed::Decide(DecisionId(1), Answer::Yes)).0;
    assert_eq!(requests(&network), ["r1 c1 2026-10-30 withdrawn 2026-11-12 (1)"]);
    let question = network.decisions.iter().last().expect("a question");
    assert_eq!(
        (question.contact, question.request, question.settled),
        (ContactId(1), Some(RequestId(1)), false)
    );
}

#[test]
fn what_an_import_listed_is_listed_once_and_in_order_under_the_number_that_stays() {
    let row = |slug| [slug, "Sofia Marin", "2026-10-31"];
    let listed = |network: &Network| network.runs.iter().next().map(|run| run.listed.clone());
    // The row is older than the record by hand, which stays: r1 becomes r3, behind r2.
    let both = export("2026-11-10", &[row("sof"), ["zoe", "Zoe Lind", "2026-11-01"]], &[]);
    let mut network = import(&Network::default(), &both);
    let new = NewRequest {
        with: Person::New("Sofia M.".into()),
        direction: Direction::Sent,
        on: day("2026-10-31"),
        message: String::new(),
        source: String::new(),
        channel: Channel::LinkedIn,
        template: String::new(),
        score: None,
        draft: None,
    };
    network = done(&network, &Deed::Record(new)).0;
    network = done(&network, &Deed::Merge { keep: ContactId(1), other: ContactId(3) }).0;
    assert_eq!(listed(&network), Some(vec![RequestId(2), RequestId(3)]));
    assert!(import(&network, &both) == network, "the same export says nothing new");
    // Two rows of one export that are one request.
    let both = export("2026-11-10", &[row("sof"), row("sofia")], &[]);
    let network = import(&Network::default(), &both);
    let network = done(&network, &Deed::Merge { keep: ContactId(1), other: ContactId(2) }).0;
    assert_eq!(listed(&network), Some(vec![RequestId(1)]));
    assert!(import(&network, &both) == network, "the same export says nothing new");
}

#[test]
fn a_merge_keeps_the_names_and_the_place_in_the_list_of_both() {
    let connected = [["ana-gil", "Ana Gil", "2026-01-01"], ["ben", "Ben Oyu", "2026-01-01"]];
    let old = export("2026-11-01", &[["", "Ana Ruiz", "2026-10-01"]], &[]);
    let mut network = import(&Network::default(), &old);
    network = import(&network, &export("2026-11-10", &[["zoe", "Zoe Lind", "2026-11-01"]], &connected));
    network = done(&network, &Deed::Merge { keep: ContactId(2), other: ContactId(1) }).0;
    let ana = network.contact(ContactId(2)).expect("Ana");
    assert_eq!((ana.name().as_str(), &ana.former_names[..]), ("Ana Gil", &["Ana Ruiz".to_owned()][..]));
    let again = import(&network, &old);
    assert_eq!(again.contacts.len(), network.contacts.len(), "known by the name of before");
    // The other way round, the one that stays takes over that a table listed them.
    let mut network = import(&Network::default(), &old);
    network = import(&network, &export("2026-11-10", &[["zoe", "Zoe Lind", "2026-11-01"]], &connected));
    network = done(&network, &Deed::Merge { keep: ContactId(1), other: ContactId(2) }).0;
    network = import(&network, &export("2026-11-20", &[["zoe", "Zoe Lind", "2026-11-01"]], &connected[1..]));
    assert_eq!(network.contact(ContactId(1)).expect("Ana").gone_on, Some(day("2026-11-20")));
}
