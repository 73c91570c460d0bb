//! How far requests went, and how old those are that still wait.

use super::compared::percent;
use super::{Answer, Bar, Ground, Question, Sent};
use crate::domain::contact::Flag;
use crate::domain::request::{Direction, Standing};
use crate::domain::touch::TouchKind;
use crate::insight::figures::Share;
use crate::insight::forecast::survival::Z90;
use crate::insight::forecast::words;
use crate::insight::stage::{Stage, may_have_expired};

/// From sent to something that came of it.
pub fn funnel(ground: &Ground<'_>) -> Answer {
    let network = ground.network;
    let accepted = |sent: &&Sent<'_>| sent.request.standing == Standing::Accepted;
    let since = |sent: &Sent<'_>, kinds: &[TouchKind], theirs: bool| {
        let from = sent.request.settled_on.unwrap_or(sent.request.sent_on);
        network.touches_of(sent.request.contact).any(|touch| {
            touch.on >= from
                && kinds.contains(&touch.kind)
                && (!theirs || touch.direction == Direction::Received)
        })
    };
    let talks = [TouchKind::Message, TouchKind::Call, TouchKind::Met];
    let gifts =
        [TouchKind::HelpReceived, TouchKind::Opportunity, TouchKind::Introduction, TouchKind::HelpGiven];
    let sent: Vec<&Sent<'_>> = ground.sent.iter().collect();
    let settled: Vec<&Sent<'_>> =
        sent.iter().copied().filter(|sent| sent.request.standing.settled()).collect();
    let yes: Vec<&Sent<'_>> = sent.iter().copied().filter(accepted).collect();
    let wrote: Vec<&Sent<'_>> = yes
        .iter()
        .copied()
        .filter(|sent| since(sent, &talks[..1], true) || since(sent, &talks[1..], false))
        .collect();
    let gave: Vec<&Sent<'_>> = yes.iter().copied().filter(|sent| since(sent, &gifts, false)).collect();
    let mut share = Share::default();
    for sent in sent.iter().filter(|sent| sent.is_followed()) {
        share.count(accepted(sent));
    }
    let (low, high) = share.range();
    let said = if share.all == 0 && !settled.is_empty() {
        format!("{} said yes; of no other request an end is known, so there is no rate.", yes.len())
    } else if share.all == 0 {
        "Nothing is settled yet: from one settled request there is a count, from ten a rate.".to_owned()
    } else if share.all < 10 {
        format!("{} of {} settled requests were accepted: too few for a rate.", share.of, share.all)
    } else {
        format!(
            "{} of {} settled requests were accepted: {} % ({} to {}).",
            share.of,
            share.all,
            percent(share.value()),
            percent(low),
            percent(high)
        )
    };
    let mut answer = Answer::new(Question::Funnel, sent.len(), said);
    answer.columns = vec!["requests"];
    let all = sent.len().max(1) as f64;
    for (label, those) in [
        ("sent", sent),
        ("settled", settled),
        ("said yes", yes),
        ("talked with you since", wrote),
        ("help or introduction", gave),
    ] {
        let mut figures = vec![("requests", those.len() as f64)];
        if label == "said yes" && share.all >= 10 {
            figures.extend([("rate", share.value()), ("rate_low", low), ("rate_high", high)]);
        }
        answer.rows.push(Bar {
            label: label.to_owned(),
            cells: vec![those.len().to_string()],
            figures,
            parts: vec![those.len() as f64 / all],
            range: None,
            requests: those.iter().map(|sent| sent.request.id).collect(),
        });
    }
    answer.caveats.push("What waits is not settled, and is in no rate.".to_owned());
    answer.caveats.extend(ground.only_as_yeses());
    answer
}

/// What waits, by its stage.
pub fn pile(ground: &Ground<'_>) -> Answer {
    let (network, today) = (ground.network, ground.today);
    // Who is closed for good is in no count, here as in Pending.
    let closed = |sent: &Sent<'_>| {
        network.contact(sent.request.contact).is_some_and(|contact| contact.is(Flag::Closed))
    };
    let waiting: Vec<&Sent<'_>> =
        ground.sent.iter().filter(|sent| sent.request.pending() && !closed(sent)).collect();
    let kinds = [
        ("new", "under 2 days"),
        ("fresh", "up to the quiet age"),
        ("quiet", "up to the stale age"),
        ("stale", "older"),
        ("may have expired", "past that age"),
    ];
    let mut rows: [Vec<&Sent<'_>>; 5] = Default::default();
    let (mut low, mut ever, mut high, mut spread) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    for sent in &waiting {
        let age = sent.request.age(today);
        let at = match Stage::of_age(age, &ground.rules) {
            _ if may_have_expired(age, &ground.rules) => 4,
            Stage::New => 0,
            Stage::Fresh => 1,
            Stage::Quiet => 2,
            Stage::Stale => 3,
        };
        rows[at].push(sent);
        if let Some(said) = ground.fitted.of_request(network, sent.request, today, false) {
            let chance = said.chance;
            low += chance.low;
            ever += chance.ever;
            high += chance.high;
            spread += chance.ever * (1.0 - chance.ever);
        }
    }
    let said = match waiting.len() {
        0 => "Nothing that you sent is waiting.".to_owned(),
        n => {
            // What is not known of the rates, and what chance does on top of it.
            let by_chance = Z90 * spread.sqrt();
            let low = (ever - (ever - low).hypot(by_chance)).max(0.0);
            let high = (ever + (high - ever).hypot(by_chance)).min(n as f64);
            let about = if ever < 0.95 { "fewer than 1".to_owned() } else { format!("about {ever:.0}") };
            format!(
                "{n} wait, snoozed ones included. Of them {about} may still say yes ({low:.0} to {high:.0}): an estimate, {}.",
                words::made_from(ground.fitted)
            )
        }
    };
    let mut answer = Answer::new(Question::Pile, waiting.len(), said);
    answer.columns = vec!["requests", "age"];
    let most = rows.iter().map(Vec::len).max().unwrap_or(0).max(1) as f64;
    for ((label, age), those) in kinds.into_iter().zip(&rows) {
        answer.rows.push(Bar {
            label: label.to_owned(),
            cells: vec![those.len().to_string(), age.to_owned()],
            figures: vec![("requests", those.len() as f64)],
            parts: vec![those.len() as f64 / most],
            range: None,
            requests: those.iter().map(|sent| sent.request.id).collect(),
        });
    }
    answer
}
