//! What worked: levels of a factor side by side, pooled with their like, each against the one that is used most.

use std::collections::BTreeMap;

use super::compared::{NO_EXPERIMENT, difference, rate, too_few};
use super::{Answer, Bar, Ground, Question, Sent};
use crate::domain::contact::Fit;
use crate::domain::id::RequestId;
use crate::insight::forecast::compare::{Compared, Factor, LEAST_RESOLVED, Verdict};
use crate::insight::forecast::fit::share_prior;
use crate::insight::forecast::posterior::Ranged;
use crate::insight::quality::Band;

/// A tag is looked at from so many requests on.
const LEAST_TAGGED: usize = 5;
/// How many levels are shown, the most used ones.
const MOST: usize = 12;

/// Levels of a request's own: message, template, source, channel, score, fit.
pub fn by_level(ground: &Ground<'_>, question: Question) -> Answer {
    let levels = ground.by_level(|sent| level(ground, sent, question));
    let n = levels.values().map(Vec::len).sum();
    let mut answer = Answer::new(question, n, "");
    answer.columns = vec!["requests", "say yes", "difference"];
    answer.caveats.push(NO_EXPERIMENT.to_owned());
    let factor = factor(ground, &levels);
    // Against the one of which most is known.
    let mut known: Vec<(&str, f64)> = factor.levels().map(|(name, _, resolved)| (name, resolved)).collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let Some((base, _)) = known.first().copied() else {
        nothing(question).clone_into(&mut answer.said);
        return answer;
    };
    let mut clearest: Option<(f64, String)> = None;
    let mut rows: Vec<(String, Bar)> = Vec::new();
    for (name, resolved) in known.iter().copied().take(MOST) {
        let other = if name == base { known.get(1).map_or(base, |(other, _)| *other) } else { base };
        let Some(compared) = factor.compare(name, other) else { continue };
        let against = if name == base { None } else { Some(&compared) };
        let requests = levels[name].iter().map(|sent| sent.request.id).collect();
        let label = label(question, name);
        if let Some(found) = against.filter(|found| found.verdict == Verdict::Differs) {
            let more = if found.difference.mean > 0.0 { "more often" } else { "less often" };
            let said = format!(
                "{} says yes {more} than {}: {} against {}.",
                subject(question, &label),
                lower_first(&subject(question, &self::label(question, base))),
                rate(&found.a),
                rate(&found.b)
            );
            if clearest.as_ref().is_none_or(|(size, _)| found.difference.mean.abs() > *size) {
                clearest = Some((found.difference.mean.abs(), said));
            }
        }
        let cell = match against {
            Some(found) => difference(found),
            None if known.len() > 1 => "compared with this one".to_owned(),
            None => String::new(),
        };
        rows.push((name.to_owned(), bar(label, requests, resolved, &compared.a, cell, against)));
    }
    rows.sort_by_key(|(name, _)| rank(question, name));
    answer.rows = rows.into_iter().map(|(_, bar)| bar).collect();
    answer.said = clearest.map_or_else(|| unclear(question, &known).to_owned(), |(_, said)| said);
    answer
}

/// Tags: those who have one beside those who have not.
pub fn by_tag(ground: &Ground<'_>) -> Answer {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let tags = |sent: &Sent<'_>| ground.network.contact(sent.request.contact).map(|contact| &contact.tags);
    for sent in ground.sent.iter().filter(|sent| sent.seen.is_ok()) {
        for tag in tags(sent).into_iter().flatten() {
            *counts.entry(tag).or_default() += 1;
        }
    }
    let none = counts.is_empty();
    let mut used: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= LEAST_TAGGED)
        .map(|(tag, count)| (tag.to_owned(), count))
        .collect();
    used.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let n = ground.sent.iter().filter(|sent| sent.seen.is_ok()).count();
    let mut answer = Answer::new(Question::Tag, n, "");
    answer.columns = vec!["requests", "say yes", "difference to all others"];
    answer.caveats.push(NO_EXPERIMENT.to_owned());
    let (mut more, mut fewer) = (Vec::new(), Vec::new());
    for (tag, _) in used.iter().take(MOST) {
        let has = |sent: &Sent<'_>| tags(sent).is_some_and(|tags| tags.contains(tag));
        let levels = ground.by_level(|sent| Some(if has(sent) { "yes" } else { "no" }.to_owned()));
        let factor = factor(ground, &levels);
        let resolved = factor.levels().find(|(name, ..)| *name == "yes").map_or(0.0, |(.., r)| r);
        let found = factor.compare("yes", "no");
        let Some(compared) = found.or_else(|| factor.compare("yes", "yes")) else { continue };
        if let Some(found) = found.filter(|found| found.verdict == Verdict::Differs) {
            let list = if found.difference.mean > 0.0 { &mut more } else { &mut fewer };
            list.push(format!("#{tag} ({})", difference(&found)));
        }
        let requests = levels["yes"].iter().map(|sent| sent.request.id).collect();
        let cell = found.as_ref().map_or_else(String::new, difference);
        answer.rows.push(bar(format!("#{tag}"), requests, resolved, &compared.a, cell, found.as_ref()));
    }
    answer.said = match (more.is_empty(), fewer.is_empty()) {
        _ if none => nothing(Question::Tag).to_owned(),
        _ if used.is_empty() => format!("No tag has {LEAST_TAGGED} requests yet."),
        (true, true) => "No tag stands out clearly.".to_owned(),
        (false, _) => format!("Ask more like {}: they say yes more often.", more.join(", ")),
        (true, false) => format!("Ask fewer like {}: they say yes less often.", fewer.join(", ")),
    };
    answer
}

fn factor(ground: &Ground<'_>, levels: &BTreeMap<String, Vec<&Sent<'_>>>) -> Factor {
    let rows = levels
        .iter()
        .flat_map(|(level, all)| all.iter().filter_map(move |sent| Some((level.as_str(), sent.seen.ok()?))));
    Factor::new(rows, ground.posterior, share_prior(ground.fitted.settings.share))
}

fn bar(
    label: String,
    requests: Vec<RequestId>,
    resolved: f64,
    found: &Ranged,
    cell: String,
    against: Option<&Compared>,
) -> Bar {
    let mut figures = vec![("requests", requests.len() as f64), ("resolved", resolved)];
    let enough = resolved >= LEAST_RESOLVED;
    let said = if enough { rate(found) } else { too_few(resolved) };
    if enough {
        figures.extend([("rate", found.mean), ("rate_low", found.low), ("rate_high", found.high)]);
        if let Some(Compared { difference, .. }) = against.filter(|c| c.verdict != Verdict::NotEnough) {
            figures.extend([
                ("difference", difference.mean),
                ("difference_low", difference.low),
                ("difference_high", difference.high),
            ]);
        }
    }
    Bar {
        label,
        cells: vec![requests.len().to_string(), said, cell],
        figures,
        parts: if enough { vec![found.mean] } else { Vec::new() },
        range: enough.then_some((found.low, found.high)),
        requests,
    }
}

fn level(ground: &Ground<'_>, sent: &Sent<'_>, question: Question) -> Option<String> {
    let request = sent.request;
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match question {
        Question::Score => Some(Band::of(i32::from(request.score?)).word().to_owned()),
        Question::Message => Some(if request.message.is_empty() { "no" } else { "yes" }.to_owned()),
        Question::Template => filled(&request.template),
        Question::Source => filled(&request.source),
        Question::Channel => Some(request.channel.token().to_owned()),
        Question::Fit => Some(ground.network.contact(request.contact)?.fit?.token().to_owned()),
        Question::Tag
        | Question::When
        | Question::Outcomes
        | Question::Months
        | Question::Weeks
        | Question::Funnel
        | Question::Pile
        | Question::Right => None,
    }
}

fn label(question: Question, name: &str) -> String {
    match (question, name) {
        (Question::Message, "yes") => "with a message".to_owned(),
        (Question::Message, _) => "without".to_owned(),
        (Question::Channel, "linkedin") => "LinkedIn".to_owned(),
        (Question::Channel, "email") => "e-mail".to_owned(),
        (Question::Fit, name) => format!("{name} fit"),
        (_, name) => name.to_owned(),
    }
}

// Who is meant by a row, at the beginning of a sentence.
fn subject(question: Question, label: &str) -> String {
    match question {
        Question::Message if label == "without" => "Who gets none".to_owned(),
        Question::Message => "Who gets a message".to_owned(),
        Question::Score => format!("Who gets a {label} message"),
        Question::Template => format!("Who gets \"{label}\""),
        Question::Source => format!("Who was found by {label}"),
        Question::Channel => format!("Who is asked by {label}"),
        _ => format!("Who is a {label}"),
    }
}

// Within a sentence: only its first letter, since names keep theirs.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

// Scores and fits in their own order, all else by how much is known of it, as it comes.
fn rank(question: Question, name: &str) -> usize {
    let order: Vec<&str> = match question {
        Question::Score => [Band::Strong, Band::Good, Band::Thin, Band::Rewrite].map(Band::word).to_vec(),
        Question::Fit => Fit::ALL.iter().rev().map(|fit| fit.token()).collect(),
        Question::Message => vec!["yes", "no"],
        _ => Vec::new(),
    };
    order.iter().position(|each| *each == name).unwrap_or(order.len())
}

fn unclear(question: Question, known: &[(&str, f64)]) -> &'static str {
    if known.len() < 2 {
        return "There is only one kind so far, so there is nothing to compare.";
    }
    let enough = known.iter().filter(|(_, resolved)| *resolved >= LEAST_RESOLVED).count();
    match (enough < 2, question) {
        (true, _) => "Too few answers to tell: it takes 8 on each side.",
        (false, Question::Message) => "Not clear yet whether a message helps.",
        (false, _) => "No difference is clear yet.",
    }
}

fn nothing(question: Question) -> &'static str {
    match question {
        Question::Score => "No message that you sent has a score yet: those written in Compose get one.",
        Question::Template => "No request was begun with a template yet: F5 in Compose has some.",
        Question::Source => "No request has a source yet: the form of a new request asks for it.",
        Question::Fit => "Nobody whom you asked has a fit yet: e on a contact sets it.",
        Question::Tag => "Nobody whom you asked has a tag yet: t on a contact adds one.",
        _ => "No requests yet.",
    }
}
