//! What the coach reaches on messages with a label: a floor below which no change of its rules may bring it. The figures
//! themselves are printed by `cargo run --release --example coach`.

use std::path::Path;
use std::sync::LazyLock;

use inroads::insight::quality::order::Order;
use inroads::insight::quality::wording::Wording;
use inroads::insight::quality::{Coach, Recipient, Rule, Severity};
use inroads::insight::similarity::{Echoes, Sent};

#[path = "../examples/coach/learn.rs"]
mod learn;
#[path = "../examples/coach/measure.rs"]
#[allow(dead_code, reason = "the example prints it, too")]
mod measure;
#[path = "../examples/coach/messages.rs"]
#[allow(dead_code, reason = "the example prints more of a message than is looked at here")]
mod messages;

use measure::{LINE, Scored, area, right, scored};
use messages::Message;

/// Each by another hand.
const SOURCES: [&str; 14] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "o"];

/// What was learned from the sources at even and at odd places, to be held against those at the others.
static HALVES: LazyLock<[Coach; 2]> = LazyLock::new(|| {
    [0, 1].map(|half| {
        let read: Vec<Message> = SOURCES.into_iter().skip(half).step_by(2).flat_map(source_of).collect();
        let (wording, order) = learn::from(read.iter());
        Coach::with(wording, order)
    })
});

/// A source, and a coach that did not learn from it.
fn unread(source: &str) -> (Vec<Message>, &'static Coach) {
    let place = SOURCES.iter().position(|each| *each == source).expect("a source");
    (source_of(source), &HALVES[(place + 1) % 2])
}

fn source_of(source: &str) -> Vec<Message> {
    read(&format!("assets/coach/training/{source}.jsonl"))
}

fn read(path: &str) -> Vec<Message> {
    messages::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path).to_str().unwrap()).unwrap()
}

fn score(coach: &Coach, message: &Message) -> f64 {
    measure::score(coach, &message.text, message.recipient.as_ref())
}

fn area_of(all: &[Scored]) -> f64 {
    area(&all.iter().collect::<Vec<_>>())
}

#[test]
fn the_samples_are_told_apart() {
    let all = scored(&Coach::new(), &read("tests/coach/samples.jsonl"));
    assert!(area_of(&all) >= 0.97 && right(&all) >= 0.9, "{} {}", area_of(&all), right(&all));
}

#[test]
fn the_weights_are_those_that_the_messages_give() {
    let all: Vec<Message> = SOURCES.into_iter().flat_map(source_of).collect();
    let (wording, order) = learn::from(all.iter());
    let (learned, ordered) = (Wording::learned(), Order::learned());
    // The last digit may be another where logarithms are.
    assert!(learned.base.abs_diff(wording.base) <= 1);
    for (sign, weight) in &wording.weights {
        let known = learned.weights.get(sign).copied().unwrap_or(0);
        assert!(known.abs_diff(*weight) <= 1, "{sign:?}: {known}, learned {weight}");
    }
    assert_eq!(wording.weights.len(), learned.weights.len());
    for (pair, weight) in &order.weights {
        let known = ordered.weights.get(pair).copied();
        assert!(
            known.is_some_and(|known| known.abs_diff(*weight) <= 1),
            "{pair:?}: {known:?}, learned {weight}"
        );
    }
    assert_eq!(order.weights.len(), ordered.weights.len());
}

#[test]
fn a_source_is_told_apart_by_what_was_learned_from_others_and_shuffled_words_are_no_message() {
    let (mut hard, mut shuffled) = (0.0, 0.0);
    for source in SOURCES {
        let (messages, coach) = unread(source);
        let all = scored(coach, &messages);
        assert!(all.len() >= 100, "{source}");
        assert!(area_of(&all) >= 0.93 && right(&all) >= 0.85, "{source}: {} {}", area_of(&all), right(&all));
        let few: Vec<Scored> = all.iter().filter(|scored| scored.hard).cloned().collect();
        hard += area_of(&few) / SOURCES.len() as f64;
        shuffled += measure::shuffled(coach, &messages) / SOURCES.len() as f64;
    }
    assert!(hard >= 0.93, "the hard ones: {hard}");
    assert!(shuffled <= 0.04, "shuffled: {shuffled}");
}

/// What the reasons of the labels call a promotion.
const PROMOTION: [&str; 12] = [
    "pitch", "sales", "sell", "promo", "advert", "werbung", "venta", "vend", "coach", "crypto", "offer",
    "product",
];

#[test]
fn s45_a_promotion_is_below_good_and_a_fair_message_is_not_taken_for_one() {
    let newest: Vec<(Message, &Coach)> = ["m", "o"]
        .into_iter()
        .map(unread)
        .flat_map(|(messages, coach)| messages.into_iter().map(move |message| (message, coach)))
        .collect();
    let promotes = |(message, _): &&(Message, &Coach)| {
        let why = message.why.to_lowercase();
        !message.good && PROMOTION.iter().any(|word| why.contains(word))
    };
    let promotions: Vec<_> = newest.iter().filter(promotes).take(30).collect();
    let fair: Vec<_> = newest.iter().rev().filter(|(message, _)| message.good).take(30).collect();
    assert_eq!((promotions.len(), fair.len()), (30, 30));
    let sells = |(message, coach): &&&(Message, &Coach)| {
        let faults = coach.score(&message.text, message.recipient.as_ref(), 300).faults;
        faults.iter().any(|fault| matches!(fault.rule, Rule::Pitch | Rule::BigAsk | Rule::Link | Rule::Money))
    };
    let below = promotions.iter().filter(|(message, coach)| score(coach, message) < LINE).count();
    let free = fair.iter().filter(|each| !sells(each)).count();
    assert!(below >= 28 && free >= 28, "{below} and {free} of 30");
}

#[test]
fn no_good_message_is_said_to_have_an_error() {
    for source in SOURCES {
        let (messages, coach) = unread(source);
        for Message { text, recipient, .. } in messages.iter().filter(|message| message.good) {
            let score = coach.score(text, recipient.as_ref(), 300);
            let errors = score.faults.iter().filter(|fault| fault.severity == Severity::Error).count();
            assert_eq!(errors, 0, "{text}: {:?}", score.faults);
        }
    }
}

#[test]
fn most_attacks_fail_and_most_fair_messages_that_look_odd_pass() {
    let all = scored(&Coach::new(), &read("tests/coach/adversarial.jsonl"));
    let share =
        |good: bool| right(&all.iter().filter(|scored| scored.good == good).cloned().collect::<Vec<_>>());
    assert!(share(true) >= 0.9 && share(false) >= 0.8, "fair {}, attacks {}", share(true), share(false));
}

#[test]
fn a_copy_to_somebody_else_is_an_echo_and_what_was_written_apart_is_none() {
    let all: Vec<Message> = SOURCES.into_iter().flat_map(source_of).filter(|message| message.good).collect();
    let texts: Vec<&str> = all.iter().map(|message| message.text.as_str()).collect();
    let readers: Vec<Recipient> =
        all.iter().map(|message| message.recipient.clone().unwrap_or_default()).collect();
    let names = |at: usize| {
        let reader = &readers[at];
        vec![reader.first_name.as_str(), reader.last_name.as_str(), reader.company.as_str()]
    };
    let echoes =
        Echoes::of((0..texts.len()).map(|at| Sent { text: texts[at], names: names(at), template: None }));
    let (mut copies, mut apart, mut most) = (0, 0, Vec::new());
    for at in 0..texts.len() {
        // The same words to the reader of the next message.
        let other = (at + 1) % texts.len();
        let mut copy = texts[at].to_owned();
        for (name, new) in names(at).into_iter().zip(names(other)).filter(|(name, _)| !name.is_empty()) {
            copy = copy.replace(name, if new.is_empty() { "Robin" } else { new });
        }
        let copy = Sent { text: &copy, names: names(other), template: None };
        copies += usize::from(echoes.nearest(&copy, |_| true).is_some_and(|nearest| nearest.share > 0.8));
        let own = Sent { text: texts[at], names: names(at), template: None };
        let nearest = echoes.nearest(&own, |found| found != at).map_or(0.0, |nearest| nearest.share);
        apart += usize::from(nearest < 0.3);
        most.push(nearest);
    }
    most.sort_by(f64::total_cmp);
    let of = texts.len();
    assert!(copies == of, "{copies} of {of} copies are found");
    // Even the nearest of eight hundred; and none of them comes near to being called one.
    assert!(most.last().is_some_and(|most| *most < 0.5), "{:?}", most.last());
    assert!(apart * 100 >= of * 97, "{apart} of {of} are below 0.3; the highest {:?}", most.last());
}
