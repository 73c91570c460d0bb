//! Filters, tried on a small network: what each word finds, and what is said of what cannot be read.

use std::sync::Arc;

use super::{Compare, Is, Query, Subject, What};
use crate::app::fixture::{ANA, BRAM, INES, JORG, PRIYA, SOFIA, TOM, TOM_TOO, day, network, now, with};
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::request::{Evidence, Request, Standing};

fn parse(text: &str) -> Query {
    Query::parse(text, now().today)
}

/// The contacts that a filter leaves, bare words aside.
fn of(network: &Network, text: &str) -> Vec<ContactId> {
    let query = parse(text);
    assert_eq!(query.errors, [], "{text}");
    let contacts = network
        .contacts
        .iter()
        .filter(|contact| query.narrows_to(Subject { network, contact, request: None, today: now().today }));
    contacts.map(|contact| contact.id).collect()
}

fn found(text: &str) -> Vec<ContactId> {
    of(&network(), text)
}

/// What is wrong with a filter: the part of it, and why.
fn mistake(text: &str) -> (&str, String) {
    let query = parse(text);
    assert_eq!(query.errors.len(), 1, "{text}: {:?}", query.errors);
    (&text[query.errors[0].span.clone()], query.errors[0].why.clone())
}

#[test]
fn s02_a_purpose_is_found_by_a_part_of_it() {
    assert_eq!(found("purpose:mentor"), [ANA]);
    assert_eq!(found("PURPOSE:\"mentor on\""), [ANA]);
    assert_eq!(found("purpose:cook"), []);
}

#[test]
fn fields_are_found_by_a_part_without_case_and_accents() {
    for (text, ids) in [
        ("company:birch", &[TOM][..]),
        ("role:lead", &[ANA]),
        ("tag:RUST", &[ANA]),
        ("tag:rus", &[]),
        ("-tag:rus is:accepted", &[ANA]),
        ("note:slides", &[SOFIA]),
        ("role:\"staff engineer\"", &[PRIYA]),
        ("role:product -company:kora", &[TOM]),
        ("-müller -tom -ana -role:engineer", &[SOFIA, INES]),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn standings_stages_and_places_are_asked_with_is() {
    for (text, ids) in [
        ("is:accepted", &[ANA][..]),
        ("is:withdrawn", &[JORG]),
        ("is:received", &[INES]),
        ("is:sent is:pending", &[BRAM, SOFIA, TOM, PRIYA]),
        ("is:fresh", &[BRAM, INES]),
        ("is:quiet", &[SOFIA]),
        ("is:stale", &[TOM, PRIYA]),
        ("is:connected", &[ANA]),
        ("-is:pending", &[ANA, JORG, TOM_TOO]),
        ("is:sent -is:pending", &[ANA, JORG]),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

/// Each of the rarer standings once.
fn varied() -> Network {
    let mut network = network();
    let settled = [
        (BRAM, Standing::NoLongerListed),
        (TOM, Standing::Declined),
        (PRIYA, Standing::Expired),
        (INES, Standing::Reported),
    ];
    for (who, standing) in settled {
        let mut request = Request::clone(network.requests.get(with(who)).expect("the request"));
        request.settle(standing, now().today, Evidence::Seen);
        network.requests.put(Arc::new(request));
    }
    let mut sofias = Request::clone(network.requests.get(with(SOFIA)).expect("the request"));
    sofias.snoozed_until = Some(now().today.plus(1));
    network.requests.put(Arc::new(sofias));
    let mut jorgs = Request::clone(network.requests.get(with(JORG)).expect("the request"));
    jorgs.source = "Alumni".into();
    network.requests.put(Arc::new(jorgs));
    let mut ana = Contact::clone(network.contact(ANA).expect("Ana"));
    ana.gone_on = Some(now().today);
    network.contacts.put(Arc::new(ana));
    let mut tom = Contact::clone(network.contact(TOM_TOO).expect("the other Tom"));
    tom.archived = true;
    network.contacts.put(Arc::new(tom));
    network
}

#[test]
fn each_of_the_rarer_words_finds_the_one_it_is_about() {
    let network = varied();
    for (text, who) in [
        ("is:no-longer-listed", BRAM),
        ("is:declined", TOM),
        ("is:expired", PRIYA),
        ("is:reported", INES),
        ("is:snoozed", SOFIA),
        ("is:gone", ANA),
        ("is:archived", TOM_TOO),
        ("source:alumni", JORG),
    ] {
        assert_eq!(of(&network, text), [who], "{text}");
    }
}

#[test]
fn ages_and_days_are_of_requests() {
    for (text, ids) in [
        ("age:>63", &[PRIYA][..]),
        ("age:>=63", &[TOM, PRIYA]),
        ("age:<3", &[INES]),
        ("age:<=3", &[BRAM, INES]),
        ("age:22", &[SOFIA]),
        ("age:=22d", &[SOFIA]),
        ("before:2026-09-21", &[TOM, PRIYA]),
        ("after:\"19 nov\"", &[INES]),
        ("after:3w before:2d", &[ANA, BRAM]),
        ("has:message", &[SOFIA, INES]),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn one_request_answers_all_that_is_asked_of_requests() {
    // Ines asked and waits; Ana accepted what she was asked. Had Ana also asked and been ignored, she would not be
    // somebody who asked and waits.
    let mut both = network();
    let asked = Request {
        direction: crate::domain::request::Direction::Received,
        ..Request::clone(both.requests.get(with(BRAM)).expect("there"))
    };
    let mut ignored = Request { id: crate::domain::id::RequestId(8), ..asked };
    ignored.settle(
        crate::domain::request::Standing::Ignored,
        now().today,
        crate::domain::request::Evidence::Seen,
    );
    let key = crate::domain::batch::BatchKey("k".into());
    let change = crate::domain::change::Change::Request(crate::domain::change::Edit::add(ignored));
    let (by, what) = (String::new(), String::new());
    both.apply(crate::domain::batch::Batch {
        key,
        at: now().at,
        by,
        what,
        undoes: None,
        changes: vec![change],
    })
    .expect("it fits");
    assert_eq!(of(&both, "is:received is:pending"), [INES]);
    assert_eq!(of(&both, "is:received is:ignored"), [BRAM]);
    assert_eq!(of(&both, "is:sent is:pending age:3"), [BRAM]);
    assert_eq!(of(&both, "is:sent -is:pending"), [ANA, JORG]);
}

#[test]
fn one_request_is_looked_at_alone_where_a_list_is_of_requests() {
    let network = network();
    let request = network.requests.get(with(TOM)).expect("the request");
    let contact: &Contact = network.contact(TOM).expect("Tom");
    let subject = Subject { network: &network, contact, request: Some(request), today: now().today };
    assert!(parse("is:stale role:product").narrows_to(subject));
    assert!(!parse("is:accepted").narrows_to(subject));
}

#[test]
fn words_and_terms_come_apart_and_quotes_keep_blanks() {
    let query = parse("  Jörg \"de Vries\" is:stale -tag:vip age:>21 before:\"22 nov\" ");
    assert_eq!(query.words, ["jorg", "de vries"]);
    let whats: Vec<(bool, What)> = query.terms.into_iter().map(|term| (term.negated, term.what)).collect();
    assert_eq!(
        whats,
        [
            (false, What::Is(Is::Stale)),
            (true, What::Tag("vip".into())),
            (false, What::Age(Compare::Over, 21)),
            (false, What::Before(day("2026-11-22"))),
        ]
    );
    assert!(parse("").is_empty() && parse(" \" \" ").errors.is_empty());
}

#[test]
fn what_cannot_be_read_is_marked_at_its_spot_and_does_not_narrow() {
    assert_eq!(mistake("anna colour:red").0, "colour:red");
    assert!(mistake("colour:red").1.contains("there is is: tag: company:"));
    assert_eq!(mistake("is:pnding tom").0, "is:pnding");
    assert!(mistake("is:pnding").1.contains("is: does not know pnding"));
    assert_eq!(mistake("age:>old"), ("age:>old", "age: takes days, such as age:>21, not >old".into()));
    assert!(mistake("-before:soonish").1.contains("could not read the date \"soonish\""));
    assert_eq!(mistake("has:luck").1, "has: knows only has:message");
    let query = parse("ö is:x tag:rust");
    assert_eq!((query.words.len(), query.terms.len(), query.errors[0].span.clone()), (1, 1, 3..7));
}

#[test]
fn what_is_still_being_typed_is_no_mistake_and_does_not_narrow() {
    for text in ["is:", "-tag:", "company:\"", "-", "\"", "before:", "tag:\"\""] {
        let query = parse(text);
        assert!(query.is_empty() && query.errors.is_empty(), "{text}: {query:?}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_typed(text in "[a-zö:\\-\"<>= 0-9]{0,30}") {
        let query = parse(&text);
        for mistake in &query.errors {
            proptest::prop_assert!(text.get(mistake.span.clone()).is_some_and(|part| !part.is_empty()));
        }
        let network = network();
        for contact in &network.contacts {
            query.narrows_to(Subject { network: &network, contact, request: None, today: now().today });
        }
    }
}
