//! What is known of one request: age, stage, signs, next step, message, and the contact's timeline.

use super::card;
use crate::app::page::{Page, Tone};
use crate::app::timeline;
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Request};
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;
use crate::insight::quality::Band;
use crate::insight::respect;
use crate::insight::stage::{Stage, may_have_expired};

/// The page of a request, with everything known of the contact in time.
pub fn request(network: &Network, request: &Request, today: Day) -> Page {
    let mut page = brief(network, request, today);
    card::timeline(&mut page, network, request.contact, today, Tone::Brief, &request.message);
    page
}

/// The page of a request alone.
pub(super) fn brief(network: &Network, request: &Request, today: Day) -> Page {
    let mut page = Page::default();
    if let Some(contact) = network.contact(request.contact) {
        card::head(&mut page, contact);
    }
    page.gap().plain(sent(request, today));
    if let Some(stage) = Stage::of(request, &network.rules, today) {
        page.line(Tone::Stage(stage), stage_line(stage, request.age(today), &network.rules));
    } else {
        let on = request.settled_on.map(|day| format!(", {}", day.short(today))).unwrap_or_default();
        page.strong(format!("{}{on}", timeline::settled(request)));
        page.hint("o corrects it");
    }
    if let Some(until) = request.snoozed_until.filter(|_| request.pending()) {
        let verb = if until > today { "snoozed until" } else { "was snoozed until" };
        page.plain(format!("{verb} {}", until.short(today)));
    }
    if !request.against.is_empty() {
        page.quiet(format!("against the rule: {}", request.against));
    }
    if request.pending() {
        known(&mut page, network, request, today);
    }
    if !request.message.is_empty() {
        page.gap().line(Tone::Quiet, "Message").plain(format!("“{}”", request.message));
    }
    page
}

fn sent(request: &Request, today: Day) -> String {
    let verb = match request.direction {
        Direction::Sent => "Sent",
        Direction::Received => "Received",
    };
    let ago = match request.age(today) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    };
    let message = match request.message.encode_utf16().count() {
        0 => "without a message".to_owned(),
        units => match request.score.map(|score| (score, Band::of(i32::from(score)).word())) {
            Some((score, band)) => format!("with a message ({units}, {score} {band})"),
            None => format!("with a message ({units})"),
        },
    };
    let mut text = format!("{verb} {}, {ago}, {message}", request.sent_on.short(today));
    if request.attempt > 1 {
        text = format!("{text}, attempt {}", request.attempt);
    }
    if request.channel != Channel::LinkedIn {
        text = format!("{text}, by {}", request.channel.word());
    }
    if !request.source.is_empty() {
        text = format!("{text}, found by {}", request.source);
    }
    text
}

/// The stage with its sign: `~ quiet, after day 13`.
pub fn stage_line(stage: Stage, age: i64, rules: &Rules) -> String {
    let sign = sign(stage);
    match stage {
        Stage::New | Stage::Fresh => format!("{sign} {}", stage.word()),
        Stage::Quiet => format!("{sign} quiet, after day {}", rules.get(RuleKey::QuietAge)),
        Stage::Stale if may_have_expired(age, rules) => {
            format!("{sign} stale, after day {}; may have expired", rules.get(RuleKey::StaleAge))
        }
        Stage::Stale => format!("{sign} stale, after day {}", rules.get(RuleKey::StaleAge)),
    }
}

/// The sign of a stage, in plain ASCII but for fresh.
pub fn sign(stage: Stage) -> char {
    match stage {
        Stage::New => '+',
        Stage::Fresh => '·',
        Stage::Quiet => '~',
        Stage::Stale => '!',
    }
}

/// An age as it stands in a list: `today`, `1d`, `22d`.
pub fn waits(age: i64) -> String {
    if age == 0 { "today".to_owned() } else { format!("{age}d") }
}

fn known(page: &mut Page, network: &Network, request: &Request, today: Day) {
    let rules = &network.rules;
    if request.direction == Direction::Received {
        page.plain("Next: answer it, or let it be").hint("o has both");
    } else if let Some(stage) = Stage::of(request, rules, today) {
        page.plain(format!("Next: {}", stage.next_step()));
    }
    page.gap().strong("What do you know?");
    if request.direction == Direction::Sent {
        let (quiet, stale) = (rules.get(RuleKey::QuietAge), rules.get(RuleKey::StaleAge));
        let own = rules.changed(RuleKey::QuietAge).is_some() || rules.changed(RuleKey::StaleAge).is_some();
        page.plain(if own {
            format!("By your own rule it is quiet after day {quiet} and stale after day {stale}.")
        } else {
            format!("Published averages: 9 in 10 yeses come by day {quiet}, 97 in 100 by day {stale}.")
        });
    }
    signs(page, network, request, today);
    if let Some(confirmed) = request.confirmed_on.filter(|day| *day < today) {
        page.quiet(format!("as of {}, when it was last seen pending", confirmed.short(today)));
    }
    if let Some(day) = respect::wait_until(network, request.contact).filter(|day| *day > today) {
        page.quiet(format!("the pause after an earlier withdrawal lasts until {}", day.short(today)));
    }
}

fn signs(page: &mut Page, network: &Network, request: &Request, today: Day) {
    let mut none = true;
    for sign in network.signs_of(request.id) {
        none = false;
        let words = if sign.text.is_empty() { String::new() } else { format!(": “{}”", sign.text) };
        let (label, weight) = (sign.kind.label(), sign.kind.weight());
        page.plain(format!("Sign: {label}, {}{words} ({weight})", sign.on.short(today)));
    }
    if none {
        page.plain("No sign is recorded.");
    }
}
