//! A forecast in words: never a chance without its range, never without what it was made from, never a promise.

use super::fitted::{Fitted, Forecast};
use super::history::own_levels;
use super::posterior::{Base, Milestone};
use super::request::hints_of;
use super::signs::Hint;
use super::verdict::{Basis, Label, Next};
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::rules::RuleKey;
use crate::domain::time::Day;

impl Basis {
    // Where little of it is the user's own, a figure claims no more than it knows.
    fn is_rough(self) -> bool {
        matches!(self, Basis::Published | Basis::MostlyPublished)
    }
}

/// A chance of 0 to 1 in whole per cent: `6 %`, `under 1 %`, `about 40 %`.
pub fn percent(chance: f64, basis: Basis) -> String {
    let percent = chance * 100.0;
    if percent < 1.0 {
        "under 1 %".to_owned()
    } else if percent > 99.0 {
        "over 99 %".to_owned()
    } else if basis.is_rough() && percent > 95.0 {
        "over 95 %".to_owned()
    } else if basis.is_rough() && percent > 10.0 {
        format!("about {} %", rounded(chance, basis))
    } else {
        format!("{} %", rounded(chance, basis))
    }
}

/// The two ends of a range, in whole per cent: `3 to 11`.
pub fn range(low: f64, high: f64, basis: Basis) -> String {
    format!("{} to {}", rounded(low, basis), upper(high, basis))
}

// What is above nothing is not shown as nothing.
fn upper(high: f64, basis: Basis) -> i64 {
    rounded(high, basis).max(i64::from(high > 0.0))
}

/// A chance with its range: `6 % (3 to 11)`.
pub fn chance(base: &Base, basis: Basis) -> String {
    format!("{} ({})", percent(base.ever, basis), range(base.low, base.high, basis))
}

/// The same for a narrow column: `6% (3-11)`, `<1% (0-4)`, `~40% (15-75)`.
pub fn brief(base: &Base, basis: Basis) -> String {
    let percent = percent(base.ever, basis);
    let percent =
        percent.replace("under ", "<").replace("over ", ">").replace("about ", "~").replace(" %", "%");
    format!("{percent} ({}-{})", rounded(base.low, basis), upper(base.high, basis))
}

fn rounded(chance: f64, basis: Basis) -> i64 {
    let percent = chance * 100.0;
    if basis.is_rough() && percent > 10.0 {
        (percent / 5.0).round() as i64 * 5
    } else {
        percent.round() as i64
    }
}

/// From what it was made: `from 41 of your requests and published averages`.
pub fn made_from(fitted: &Fitted) -> String {
    let requests = |n: usize| if n == 1 { "request".to_owned() } else { format!("{n} requests") };
    let given = fitted.settings.share.map(|share| format!("the {:.0} % that you gave and ", share * 100.0));
    let published = format!("{}published averages", given.unwrap_or_default());
    match fitted.basis() {
        Basis::Published if fitted.requests == 0 => {
            format!("from {published}: there is no history of yours yet")
        }
        Basis::Published => format!("from {published}: your history is too short"),
        Basis::MostlyPublished => format!("mostly from {published}, and your {}", requests(fitted.requests)),
        Basis::Both => format!("from {} of your requests and published averages", fitted.requests),
        Basis::Own => format!("from {} of your requests", fitted.requests),
    }
}

/// When yeses come: `Half of your yeses come within a day, 9 in 10 by day 9, 97 in 100 by day 40.`
pub fn usual_wait(fitted: &Fitted) -> String {
    let whose = if fitted.basis().is_rough() { "the" } else { "your" };
    let half = match fitted.half.day {
        0 | 1 => "within a day".to_owned(),
        day => format!("within {day} days"),
    };
    format!(
        "Half of {whose} yeses come {half}, 9 in 10 by day {}, 97 in 100 by day {}.",
        fitted.quiet.day, fitted.stale.day
    )
}

/// The ages with their ranges: `9 in 10 come by day 13 (5 to 35), 97 in 100 by day 40 (15 to 90).`
pub fn ages(fitted: &Fitted) -> String {
    let range = |of: &Milestone| format!("day {} ({:.0} to {:.0})", of.day, of.range.0, of.range.1);
    format!("9 in 10 come by {}, 97 in 100 by {}.", range(&fitted.quiet), range(&fitted.stale))
}

/// What to know of the history that it was made from.
pub fn caveats(fitted: &Fitted) -> Vec<String> {
    let mut said = Vec::new();
    if fitted.one_export {
        said.push(ONE_EXPORT.to_owned());
    }
    said.extend(fitted.left_out.iter().map(|(why, count)| format!("{count} left out: {why}.")));
    said
}

/// What every figure carries that comes from a single export.
pub const ONE_EXPORT: &str =
    "From one export: withdrawn requests are missing in it, so the share may be too high.";

/// What the label says, with the chance and its range.
pub fn sentence(fitted: &Fitted, said: &Forecast, today: Day) -> String {
    let basis = fitted.basis();
    let chance = chance(&said.chance, basis);
    if said.what.told_no {
        return format!("They told you no. Chance all the same: {chance}.");
    }
    let old = i64::from(today.number()) - i64::from(said.as_of) >= 14;
    if old {
        let day = today.plus(i64::from(said.as_of) - i64::from(today.number()));
        return format!(
            "As of {}, when it was last seen waiting: {chance}. Does it still wait?",
            day.short(today)
        );
    }
    let chance = if said.as_of < today.number() {
        let day = today.plus(i64::from(said.as_of) - i64::from(today.number()));
        format!("{chance}, as of {}", day.short(today))
    } else {
        chance
    };
    match said.label_today {
        _ if said.told_yes => format!("They told you yes. Chance it still comes: {chance}."),
        Label::Fresh => format!("Chance it still comes: {chance}. Nothing to do yet."),
        Label::Quiet => format!("Chance it still comes: {chance}."),
        Label::Stale => format!("Chance it still comes: {chance}. Late yeses happen, but rarely."),
        Label::Unlikely => format!("Very unlikely now: {chance}. The platform never confirms this."),
    }
}

/// What moves the chance of a request: by how much on the logit, and in words. Tags that are lacking and move it by little
/// each stand in one part.
pub fn parts(fitted: &Fitted, network: &Network, request: &Request, today: Day) -> Vec<(f64, String)> {
    let mut parts = Vec::new();
    let contact = network.contact(request.contact);
    // Of groups nothing is said while next to nothing is known of them.
    let groups = fitted.basis() != Basis::Published;
    for (factor, level) in own_levels(request).filter(|_| groups) {
        if let Some(delta) = fitted.groups.delta(factor, level) {
            parts.push((delta.mean, group(factor, level)));
        }
    }
    let mut lacking = 0.0;
    for factor in fitted.groups.factors().filter(|factor| groups && factor.starts_with("tag:")) {
        let tag = factor.trim_start_matches("tag:");
        let has = contact.is_some_and(|contact| contact.tags.iter().any(|each| each == tag));
        let (level, with) = if has { ("yes", "with") } else { ("no", "without") };
        let Some(delta) = fitted.groups.delta(factor, level) else { continue };
        if has || delta.mean.abs() > 0.1 {
            parts.push((delta.mean, format!("people {with} #{tag}")));
        } else {
            lacking += delta.mean;
        }
    }
    if lacking.abs() > 0.05 {
        parts.push((lacking, "people without your other tags".to_owned()));
    }
    let mut hints = hints_of(network, request, today);
    // Their own no comes before every other sign, and a sign counts once.
    if hints.contains(&Hint::ToldNo) {
        hints = vec![Hint::ToldNo];
    }
    hints.sort_unstable();
    hints.dedup();
    parts.extend(hints.into_iter().map(|hint| (fitted.ratios.get(hint), hint.words().to_owned())));
    parts
}

fn group(factor: &str, level: &str) -> String {
    match (factor, level) {
        ("message", "yes") => "sent with a message".to_owned(),
        ("message", _) => "sent without a message".to_owned(),
        ("source", source) => format!("people found by {source}"),
        ("channel", "linkedin") => "those asked on LinkedIn".to_owned(),
        ("channel", channel) => format!("those asked by {channel}"),
        ("template", template) => format!("the template {template}"),
        ("attempt", "first") => "a first attempt".to_owned(),
        ("attempt", _) => "a later attempt".to_owned(),
        (factor, level) => format!("{factor} {level}"),
    }
}

impl Hint {
    /// What was seen, for a reason.
    pub fn words(self) -> &'static str {
        match self {
            Hint::ActiveElsewhere => "they are active while it waits",
            Hint::InactiveAccount => "their account looks unused",
            Hint::PublicPostsOnly => "their posts show as public only, as to anybody",
            Hint::Reacted => "they reacted to something of yours",
            Hint::Silence => "no answer, which is in the age already",
            Hint::ToldNo => "they told you no",
            Hint::ToldYes => "they told you yes",
            Hint::ViewedOld => "they viewed your profile some time ago",
            Hint::ViewedRecent => "they viewed your profile lately",
        }
    }
}

/// The next step in words: the same on the page, in the list and on the page that says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What to do, for a page.
    pub sentence: &'static str,
    /// The same in a word or two, for a list.
    pub word: &'static str,
    /// Why it is that.
    pub why: &'static str,
}

const LEAVE_IT: &str = "withdraw it, and leave it at that";

/// The next step of a request, with what the person said and how often they were asked.
pub fn advice(fitted: &Fitted, network: &Network, request: &Request, said: &Forecast) -> Advice {
    let next = said.next_today;
    let last = i64::from(request.attempt) >= network.rules.get(RuleKey::Attempts);
    let advice = Advice { sentence: next.sentence(), word: next.word(), why: because(fitted, said) };
    match next {
        Next::Withdraw if said.what.told_no => {
            Advice { sentence: LEAVE_IT, why: "They told you no.", ..advice }
        }
        Next::Wait if said.told_yes => {
            Advice { sentence: "wait; a kind word can remind them", why: "They told you yes.", ..advice }
        }
        // Whoever was asked as often as is kind is not asked again.
        Next::Withdraw if last => Advice { sentence: LEAVE_IT, ..advice },
        _ => advice,
    }
}

fn because(fitted: &Fitted, said: &Forecast) -> &'static str {
    match (said.next_today, said.label_today) {
        (Next::Wait, _) => "It is not past your quiet age.",
        (Next::ConfirmPending, _) => "It was last seen waiting two weeks ago or more.",
        (Next::WarmUp, Label::Stale) => "Its chance is not below what you call low.",
        (Next::WarmUp, _) => "It is past your quiet age, and not yet past the stale one.",
        (Next::OtherChannel, _) if said.what.inactive => {
            "Their account looks unused: they may simply not be there."
        }
        (Next::Withdraw | Next::OtherChannel, Label::Unlikely) => {
            "Less than a tenth of its first chance is left, and at best under 10 %."
        }
        (Next::Withdraw, _) => "As many wait as your rule allows.",
        (Next::OtherChannel, _) if fitted.settings.low > said.chance.ever => {
            "It is past your stale age, and its chance is below what you call low."
        }
        (Next::OtherChannel, _) => "It is past your stale age.",
    }
}

impl Next {
    fn sentence(self) -> &'static str {
        match self {
            Next::Wait => "wait",
            Next::WarmUp => "warm up: react to something of theirs, or ask somebody you both know",
            Next::OtherChannel => "try another channel, or leave it",
            Next::Withdraw => "withdraw it; ask again once, later, with something new",
            Next::ConfirmPending => "look whether it still waits; o p notes that it does",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Next::Wait => "wait",
            Next::WarmUp => "warm up",
            Next::OtherChannel => "other way",
            Next::Withdraw => "withdraw",
            Next::ConfirmPending => "check",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_claim_no_more_than_they_know() {
        let said = |p: f64, basis| percent(p, basis);
        assert_eq!(said(0.004, Basis::Own), "under 1 %");
        assert_eq!(said(0.0612, Basis::Own), "6 %");
        assert_eq!(said(0.314, Basis::Both), "31 %");
        assert_eq!(said(0.314, Basis::MostlyPublished), "about 30 %");
        assert_eq!(said(0.0612, Basis::Published), "6 %");
        assert_eq!(said(0.995, Basis::Own), "over 99 %");
        assert_eq!(range(0.0181, 0.44, Basis::Published), "2 to 45");
        assert_eq!(range(0.0, 0.02, Basis::Own), "0 to 2");
        let base = |ever, low, high| Base { ever, low, high, ..Base::default() };
        assert_eq!(brief(&base(0.004, 0.0, 0.04), Basis::Own), "<1% (0-4)");
        assert_eq!(brief(&base(0.41, 0.14, 0.76), Basis::Published), "~40% (15-75)");
    }
}
