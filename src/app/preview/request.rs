//! What is known of one request: age, stage, signs, next step, message, and the contact's timeline.

use super::{card, curve};
use crate::app::outlook::Outlooks;
use crate::app::page::{Page, Tone};
use crate::app::timeline;
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Request};
use crate::domain::rules::{RuleKey, Rules};
use crate::domain::time::Day;
use crate::insight::forecast::fitted::Forecast;
use crate::insight::forecast::verdict::Basis;
use crate::insight::forecast::words;
use crate::insight::quality::Band;
use crate::insight::respect;
use crate::insight::stage::{Stage, may_have_expired};

/// The page of a request, with everything known of the contact in time.
pub fn request(network: &Network, outlook: &Outlooks, request: &Request, today: Day) -> Page {
    let mut page = brief(network, outlook, request, today);
    card::timeline(&mut page, network, request.contact, today, Tone::Brief, &request.message);
    page
}

/// The page of a request alone.
pub(super) fn brief(network: &Network, outlook: &Outlooks, request: &Request, today: Day) -> Page {
    let mut page = Page::default();
    if let Some(contact) = network.contact(request.contact) {
        card::head(&mut page, contact);
    }
    page.gap().plain(sent(request, today));
    if let Some(stage) = Stage::of(request, &network.rules, today) {
        page.line(Tone::Stage(stage), stage_line(stage, request.age(today), &network.rules));
        if let Some((now, said)) = outlook.now.as_ref().zip(outlook.of(network, request, today)) {
            page.plain(words::sentence(&now.fitted, &said, today));
        }
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
        known(&mut page, network, outlook, request, today);
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

fn known(page: &mut Page, network: &Network, outlook: &Outlooks, request: &Request, today: Day) {
    let said = outlook.of(network, request, today);
    if request.direction == Direction::Received {
        page.plain("Next: answer it, or let it be").hint("o has both");
    } else if let Some((now, said)) = outlook.now.as_ref().zip(said.as_ref()) {
        let advice = words::advice(&now.fitted, network, request, said);
        page.plain(format!("Next: {}", advice.sentence));
    } else if let Some(stage) = Stage::of(request, &network.rules, today) {
        page.plain(format!("Next: {}", stage.next_step()));
    }
    page.gap().strong("What do you know?");
    if request.direction == Direction::Sent {
        chance(page, network, outlook, said.as_ref(), request.age(today));
    }
    signs(page, network, request, today);
    if let Some(confirmed) = request.confirmed_on.filter(|day| *day < today) {
        page.quiet(format!("as of {}, when it was last seen pending", confirmed.short(today)));
    }
    if let Some(day) = respect::wait_until(network, request.contact).filter(|day| *day > today) {
        page.quiet(format!("the pause after an earlier withdrawal lasts until {}", day.short(today)));
    }
}

// The usual wait, the chance with its range and what it was made from, and where the request stands on the curve.
fn chance(page: &mut Page, network: &Network, outlook: &Outlooks, said: Option<&Forecast>, age: i64) {
    let rules = &network.rules;
    let (quiet, stale) = (rules.get(RuleKey::QuietAge), rules.get(RuleKey::StaleAge));
    let own = |key| rules.changed(key).is_some();
    let (by_quiet, by_stale) = (own(RuleKey::QuietAge), own(RuleKey::StaleAge));
    let by = |own| if own { "your own rule" } else { "what was learned" };
    if by_quiet && by_stale {
        page.plain(format!("By your own rule it is quiet after day {quiet} and stale after day {stale}."));
    } else if by_quiet || by_stale {
        let (quiet_by, stale_by) = (by(by_quiet), by(by_stale));
        page.plain(format!(
            "It is quiet after day {quiet} by {quiet_by} and stale after day {stale} by {stale_by}."
        ));
    }
    let Some((now, _)) = outlook.now.as_ref().zip(said) else {
        page.plain(format!(
            "Published averages: 9 in 10 yeses come by day {quiet}, 97 in 100 by day {stale}."
        ));
        page.plain("Chance: not known yet, it is being worked out.");
        return;
    };
    let fitted = &now.fitted;
    page.plain(format!("The chance is an estimate, {}. Its course:", words::made_from(fitted)));
    let (bars, mark) = curve::spark(fitted, age);
    page.line(Tone::Brief, bars).line(Tone::Brief, mark);
    page.plain(words::usual_wait(fitted)).hint("W says why the chance is what it is");
    if fitted.one_export {
        page.quiet("From one export: the chance may be too high.");
    }
}

/// Why the chance is what it is: its parts, the largest first, and what each rests on.
pub fn why(network: &Network, outlook: &Outlooks, request: &Request, today: Day) -> Page {
    let mut page = Page::default();
    let Some((now, said)) = outlook.now.as_ref().zip(outlook.of(network, request, today)) else {
        page.plain("There is a forecast only of requests that you sent and that wait.");
        return page;
    };
    let fitted = &now.fitted;
    let basis = fitted.basis();
    page.plain(format!(
        "Any request of yours after {}: {}. On the first day: {}.",
        days(said.age_days),
        words::chance(&said.by_age, basis),
        words::chance(&fitted.first, basis)
    ));
    let mut parts = words::parts(fitted, network, request, today);
    parts.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()));
    page.gap().strong("What moves it for this request");
    if parts.is_empty() {
        page.plain("Nothing: no group of yours and no sign tells it from the others.");
    }
    for (by, words) in &parts {
        let way = match *by {
            by if by > 0.05 => "raises it",
            by if by < -0.05 => "lowers it",
            _ => "hardly moves it",
        };
        page.plain(format!("{words}: {way}."));
    }
    if parts.iter().any(|(by, _)| by.abs() > 0.05) && fitted.basis() != Basis::Published {
        page.quiet("What groups do is held close to the rest where little is known of them; Insights says what is clear.");
    }
    page.gap().plain(format!("All together: {}.", words::chance(&said.chance, basis)));
    let advice = words::advice(fitted, network, request, &said);
    page.plain(format!("Next: {}. {}", advice.sentence, advice.why));
    page.gap().strong("What it rests on");
    page.plain(format!("An estimate, {}.", words::made_from(fitted)));
    for caveat in words::caveats(fitted) {
        page.plain(caveat);
    }
    page.plain(words::ages(fitted));
    if let Some(day) = fitted.low_day {
        let low = network.rules.get(RuleKey::LowChance);
        page.plain(format!(
            "By this estimate fewer than {low} in 100 of those still waiting after day {day} say yes."
        ));
    }
    page.quiet(
        "A range holds the truth nine times in ten. \"Ever\" is within 180 days, after which the platform drops a \
         request. What signs are worth was measured by nobody: these are cautious guesses, and silence is in the age \
         already.",
    );
    page
}

fn days(age: i64) -> String {
    if age == 1 { "1 day".to_owned() } else { format!("{age} days") }
}

fn signs(page: &mut Page, network: &Network, request: &Request, today: Day) {
    let mut strong = None;
    for sign in network.signs_of(request.id) {
        strong = Some(strong == Some(true) || sign.kind.told());
        let words = if sign.text.is_empty() { String::new() } else { format!(": “{}”", sign.text) };
        let (label, weight) = (sign.kind.label(), sign.kind.weight());
        page.plain(format!("Sign: {label}, {}{words} ({weight})", sign.on.short(today)));
    }
    // A total in words, never a verdict.
    match strong {
        None => page.plain("No sign is recorded."),
        Some(false) => page.quiet("In all little to go on."),
        Some(true) => page.quiet("In all clear words of theirs."),
    };
}
