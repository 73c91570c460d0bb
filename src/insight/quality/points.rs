//! Points: what a message earns for being personal, relevant and respectful. The numbers stand here and in
//! `faults`; what was learned is in `assets/coach`.
//!
//! The parts are those of the first rubric (message-quality, section 4) and a learned one, the words. How much each is
//! worth was set by hand and in round numbers, after a logistic regression over the parts had shown which of them carry on
//! a source of messages that it was not fitted to: the words most, then the anchor and nothing sold or asked; the name of
//! the reader, a reason, length and form tell little. `examples/coach` prints what they reach, source by source.

use super::evidence::{Evidence, Span};
use super::{Found, Line, Rule, Source};
use crate::domain::fact::FactKind;

/// The anchor at its most: what is about this reader alone.
const ANCHOR: i32 = 22;
/// Below this there is little of one.
pub const LITTLE: i32 = 10;
/// Below this there is hardly one.
pub const NONE: i32 = 6;
/// The words at their most.
const WORDING: i32 = 48;
/// Words that pull neither way.
pub const EVEN: i32 = 26;
/// What a logit of the words is worth.
const LOGIT: f64 = 18.0;
/// The most that words are worth without an anchor, and with each point of one.
const ALONE: (i32, i32) = (33, 2);
/// How many of the words are shown on either side.
const SHOWN: usize = 6;
/// From here on anchor and words together are strong: they carry a mention of what one sells or asks.
pub const STRONG: i32 = 47;
/// Below this they do not carry a phrase that could go to anybody.
pub const WEAK: i32 = 37;
/// Below this, with hardly an anchor, nothing is about the reader.
pub const NOTHING: i32 = 31;
/// The name of the reader, early; late it is worth [`LATE`].
const NAME: i32 = 3;
const LATE: i32 = 2;
/// Why one writes.
const REASON: i32 = 6;
/// Of that, what is in it for the reader.
const GIVES: i32 = 2;
/// Of the anchor, a thing that the book knows of the reader.
const NOTED: i32 = 6;
/// Nothing that the reader has to do.
const ASK: i32 = 9;
/// The same where a question wants an answer.
const ANSWER: i32 = 6;
/// A length that is read in one go.
const LENGTH: i32 = 6;
/// A message that looks like one.
const FORM: i32 = 6;

/// The share of bland words that a message may have for nothing, and what each further hundredth costs.
const BLAND: (f64, f64) = (0.15, 0.35);
/// The most that an anchor has where the reader does not occur, and where only the sender does, so many times at least.
const ABSENT: i32 = 15;
const ONLY_ME: (usize, i32) = (5, 5);

/// Every part with its points.
pub fn parts(seen: &Evidence, units: usize, limit: usize) -> Vec<Line> {
    let anchor = anchor(seen);
    let beside = anchor.points;
    let mut lines = vec![anchor, name(seen)];
    if seen.lang.is_some() {
        lines.push(wording(seen, beside));
        lines.push(reason(seen));
        lines.push(ask(seen));
    }
    lines.push(length(seen, units, limit));
    lines.push(form(seen));
    lines
}

fn line(rule: Rule, max: i32, found: Vec<Found>) -> Line {
    let sum: i32 = found.iter().map(|found| found.points).sum();
    let found = found.into_iter().filter(|found| found.points != 0).collect();
    Line { rule, points: sum.clamp(0, max), max, found }
}

fn found(what: &'static str, points: i32, spans: &[Span]) -> Found {
    Found { what, points, spans: spans.to_vec() }
}

// So many points for the first, and for a second.
fn first(spans: &[Span], points: i32, second: i32) -> i32 {
    match spans.len() {
        0 => 0,
        1 => points,
        _ => points + second,
    }
}

// So many points for each, up to a sum.
fn each(count: usize, points: i32, most: i32) -> i32 {
    (i32::try_from(count).unwrap_or(most) * points).min(most)
}

fn wording(seen: &Evidence, anchor: i32) -> Line {
    let points = |logits: f64| (logits * LOGIT).round() as i32;
    let side = |what, up| {
        let spans: Vec<Span> = seen.weighed.words(up).take(SHOWN).cloned().collect();
        found(what, points(seen.weighed.pull(up)), &spans)
    };
    let mut all = vec![
        found("to begin with", EVEN + points(seen.weighed.base), &[]),
        side("words as in messages to one person", true),
        side("words as in messages to many", false),
    ];
    // A story that has nothing to do with the reader is told in such words, too.
    let sum: i32 = all.iter().map(|found| found.points).sum();
    let most = ALONE.0 + ALONE.1 * anchor;
    if sum > most {
        all.push(found("with little about them beside it", most - sum, &[]));
    }
    line(Rule::Wording, WORDING, all)
}

fn anchor(seen: &Evidence) -> Line {
    if seen.lang.is_none() {
        return line(
            Rule::Anchor,
            ANCHOR,
            vec![
                found("words of its own", each(seen.specific.len(), 2, ANCHOR), &seen.specific),
                noted(
                    seen,
                    |source| source != Source::Fact(FactKind::Offer),
                    "what you noted of them",
                    (NOTED, 2),
                ),
            ],
        );
    }
    let named = if seen.made_named > 0 { 3 } else { 0 };
    let company: Vec<Span> = seen.company.iter().cloned().collect();
    let mut all = vec![
        found("what they made", first(&seen.made, 7, 2) + named, &seen.made),
        found(
            "what is theirs",
            if seen.made.is_empty() { first(&seen.theirs, 4, 0) } else { 0 },
            &seen.theirs,
        ),
        found("what they did", first(&seen.deeds, 5, 0), &seen.deeds),
        found("what you share", first(&seen.shared, 6, 3), &seen.shared),
        noted(seen, |source| source != Source::Fact(FactKind::Offer), "what you noted of them", (NOTED, 2)),
        found("something that happened", each(seen.past.len(), 3, 10), &seen.past),
        found("one thing and no other", each(seen.exact.len(), 2, 10), &seen.exact),
        found("words of its own", each(seen.specific_near.saturating_sub(1), 1, 6), &seen.specific),
        found("names and numbers", each(seen.named.len(), 1, 3), &seen.named),
        found("their company", first(&company, 1, 0), &company),
        found("words that fit in any message", -bland(seen), &seen.any),
        found("words for anybody", -each(seen.loose.len().saturating_sub(1), 2, 8), &seen.loose),
    ];
    let absent = seen.you == 0 && seen.made.is_empty() && seen.shared.is_empty() && seen.company.is_none();
    let sum: i32 = all.iter().map(|found| found.points).sum();
    let most = if seen.me >= ONLY_ME.0 { ONLY_ME.1 } else { ABSENT };
    if absent && sum > most {
        all.push(found("they do not occur in it", most - sum, &[]));
    }
    line(Rule::Anchor, ANCHOR, all)
}

// Things that the book knows and the message names: so many points for the first, and for a second.
fn noted(
    seen: &Evidence,
    of: impl Fn(Source) -> bool,
    what: &'static str,
    (points, more): (i32, i32),
) -> Found {
    let named =
        seen.known.iter().zip(&seen.sources).filter(|(spans, source)| !spans.is_empty() && of(**source));
    let spans: Vec<Span> = named.filter_map(|(spans, _)| spans.first().cloned()).collect();
    found(what, first(&spans, points, more), &spans)
}

fn bland(seen: &Evidence) -> i32 {
    let (free, cost) = BLAND;
    ((seen.bland - free).max(0.0) * 100.0 * cost).round() as i32
}

fn name(seen: &Evidence) -> Line {
    let (points, spans) = match &seen.name {
        None => (0, Vec::new()),
        Some((span, early)) => (if *early { NAME } else { LATE }, vec![span.clone()]),
    };
    line(Rule::Name, NAME, vec![found("their name", points, &spans)])
}

fn reason(seen: &Evidence) -> Line {
    let own = if seen.does.is_empty() && seen.own == 0 { 0 } else { 3 };
    let why = if seen.purpose.is_empty() { 0 } else { 3 };
    line(
        Rule::Reason,
        REASON,
        vec![
            found("what you do", own, &seen.does),
            found("why you write", why, &seen.purpose),
            found("what is in it for them", first(&seen.gives, GIVES, 0), &seen.gives),
            noted(seen, |source| source == Source::Fact(FactKind::Offer), "what you have to offer", (3, 0)),
        ],
    )
}

// A question is something to do for the reader: it wants an answer.
fn ask(seen: &Evidence) -> Line {
    let free = seen.asks.is_empty() && seen.pitch.is_empty();
    let all = match (free, seen.question) {
        (true, false) => vec![found("nothing is asked", ASK, &[])],
        (true, true) => vec![found("nothing but an answer is asked", ANSWER, &[])],
        (false, _) => Vec::new(),
    };
    line(Rule::Ask, ASK, all)
}

// Full marks where it fills a few lines; a short one can be a good one. Scripts without blanks say the same in a third.
fn length(seen: &Evidence, units: usize, limit: usize) -> Line {
    let units = if seen.caseless && seen.lang.is_none() { units * 5 / 2 } else { units };
    let points = match units {
        _ if units > limit.max(300) => 0,
        90..=280 => LENGTH,
        60.. => 5,
        40.. => 3,
        _ => 0,
    };
    line(Rule::Length, LENGTH, vec![found("it is read in one go", points, &[])])
}

fn form(seen: &Evidence) -> Line {
    let calm = seen.exclamations <= 1 && seen.shouts.is_empty();
    let earned = |is: bool, points| if is { points } else { 0 };
    let all = vec![
        found("a greeting or a name first", earned(seen.greets, 1), &[]),
        found("a capital letter first", earned(seen.begins_well, 2), &[]),
        found("the end of a sentence last", earned(seen.ends_well, 2), &[]),
        found("a calm voice", earned(calm, 1), &seen.shouts),
    ];
    line(Rule::Form, FORM, all)
}
