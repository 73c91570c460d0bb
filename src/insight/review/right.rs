//! Were the forecasts right? What was said at the ages at which it is kept, against what came of it.

use std::collections::BTreeSet;

use super::compared::percent;
use super::curve::{is_known, limits};
use super::{Answer, Bar, Ground, Question, Sent};
use crate::domain::foretold::Foretold;
use crate::domain::id::RequestId;
use crate::insight::forecast::age::When;
use crate::insight::forecast::audit::{BINS, Checked, LEAST_IN_BIN, bins, brier};
use crate::insight::forecast::case::Outcome;
use crate::insight::forecast::survival::{End, Subject, Z90, kaplan_meier};

/// A forecast is looked at after so many days: nearly all who will ever accept have done so by then.
const AFTER: i64 = 60;

/// Until which day after a forecast its end is looked at: as late as enough were seen so long.
const UNTIL: [i64; 3] = [AFTER, 30, 14];

/// How many came true, and until when that is known.
struct Seen {
    share: f64,
    range: (f64, f64),
    until: i64,
}

/// The forecasts by what they said.
pub fn right(ground: &Ground<'_>) -> Answer {
    let old: Vec<(&Foretold, &Sent<'_>, Checked)> = ground
        .foretold
        .iter()
        .filter(|foretold| ground.today.since(foretold.on) >= AFTER)
        .filter_map(|foretold| check(ground, foretold))
        .collect();
    let checked: Vec<Checked> = old.iter().map(|(.., checked)| *checked).collect();
    let mut answer = Answer::new(Question::Right, checked.len(), "");
    answer.columns = vec!["forecasts", "came true", "said"];
    let mut best: Option<(usize, String)> = None;
    for ((from, to), bin) in BINS.into_iter().zip(bins(&checked)) {
        let (least, most) = (percent(from), percent(to));
        let inside = |chance: f64| chance >= from && (chance < to || to >= 1.0);
        let those: Vec<Checked> = checked.iter().copied().filter(|c| inside(c.chance)).collect();
        // One request can be foretold four times, and is one person.
        let people = |which: fn(&Checked) -> bool| {
            let those = old.iter().filter(|(_, _, c)| inside(c.chance) && which(c));
            those.map(|(foretold, ..)| foretold.request).collect::<BTreeSet<RequestId>>().len()
        };
        let known = people(|c| c.accepted || c.days >= AFTER as f64);
        let seen = if known >= LEAST_IN_BIN { share(&those, known) } else { None };
        let expected = bin.expected / bin.all.max(1) as f64;
        let mut figures = vec![("from", from), ("to", to), ("forecasts", bin.all as f64)];
        let mut cells = vec![bin.all.to_string()];
        if let Some(Seen { share, range: (low, high), until }) = seen {
            figures.extend([("came_true", share), ("came_true_low", low), ("came_true_high", high)]);
            figures.extend([("until_day", until as f64), ("said", expected)]);
            let came = format!("{} %", percent(share));
            let range = format!("({} to {})", percent(low), percent(high));
            let within = if until < AFTER { format!(" in {until} days") } else { String::new() };
            if best.as_ref().is_none_or(|(all, _)| bin.all > *all) {
                let which = format!("Of {} forecasts between {least} and {most} %", bin.all);
                best = Some((bin.all, format!("{which}, {came} came true {range}{within}.")));
            }
            cells.extend([format!("{came} {range}{within}"), format!("{} %", percent(expected))]);
        } else if those.is_empty() {
            cells.extend(["none yet".to_owned(), String::new()]);
        } else if known < LEAST_IN_BIN {
            let yes = people(|c| c.accepted);
            cells.extend([format!("too few: {known} seen to the end, {yes} said yes"), String::new()]);
        } else {
            cells.extend(["too few seen to the end".to_owned(), String::new()]);
        }
        answer.rows.push(Bar {
            label: format!("{least} to {most} %"),
            cells,
            figures,
            parts: seen.iter().map(|seen| seen.share).collect(),
            range: seen.map(|seen| seen.range),
            requests: old
                .iter()
                .filter(|(foretold, ..)| inside(foretold.chance))
                .map(|(_, sent, _)| sent.request.id)
                .collect(),
        });
    }
    // Of what was mostly lost sight of a score would say little.
    let known = checked.iter().filter(|c| c.accepted || c.days >= AFTER as f64).count();
    // On the last day itself it is known, and counts as waiting.
    let open = |c: &Checked| Checked { days: if c.accepted { c.days } else { c.days + 0.5 }, ..*c };
    let score = brier(&checked.iter().map(open).collect::<Vec<_>>(), AFTER as f64)
        .filter(|_| known * 2 >= checked.len());
    answer.said = match (best, score) {
        (Some((_, said)), Some(score)) => format!("{said} Brier score {score:.3}, 0 is best."),
        (Some((_, said)), None) => said,
        _ if ground.foretold.is_empty() => "No forecast was kept yet: they are from now on.".to_owned(),
        _ => format!(
            "Too few to tell: {} kept, {} of them old enough, {LEAST_IN_BIN} of a kind needed.",
            ground.foretold.len(),
            answer.n
        ),
    };
    answer.caveats.push(format!(
        "A forecast is kept of each request on its first day and after 7, 14 and 30 days, and looked at {AFTER} days later. \
         Those that you withdrew meanwhile count for as long as they waited (Kaplan-Meier); \
         where hardly any was seen for {AFTER} days, what came within fewer is shown."
    ));
    answer
}

// The share that was accepted, with its range, until the last of the days up to which it is known; what was lost sight of
// counts for as long as it was seen.
fn share(those: &[Checked], known: usize) -> Option<Seen> {
    let subjects: Vec<Subject> = those
        .iter()
        .map(|c| {
            let end = if c.accepted { End::Accepted } else { End::Open };
            Subject { days: c.days, end, entry: 0.0 }
        })
        .collect();
    let until = UNTIL.into_iter().find(|day| is_known(&subjects, 0.0, *day as f64))?;
    let mut steps = kaplan_meier(&subjects);
    steps.retain(|step| step.day <= until as f64);
    let (share, range) = steps.last().map_or_else(
        || (0.0, limits(0.0, (0.0, 0.0), known)),
        |step| {
            let (low, high) = step.range(Z90);
            let share = 1.0 - step.waiting;
            (share, limits(share, (1.0 - high, 1.0 - low), step.at_risk))
        },
    );
    Some(Seen { share, range, until })
}

// A forecast with what became of its request by now.
fn check<'a>(
    ground: &'a Ground<'_>,
    foretold: &'a Foretold,
) -> Option<(&'a Foretold, &'a Sent<'a>, Checked)> {
    let place = ground.sent.binary_search_by_key(&foretold.request, |sent| sent.request.id).ok()?;
    let sent = &ground.sent[place];
    let case = sent.row.case.ok()?;
    let from = foretold.on.number();
    let (until, accepted) = match sent.seen.ok()?.outcome {
        Outcome::Accepted { .. } | Outcome::Late { .. } => (case.accepted.map(When::day)?, true),
        Outcome::Declined => (ground.today.number(), false),
        Outcome::Pending { .. } => {
            let until = case.as_of(ground.today.number());
            (case.withdrawn.map_or(until, |on| on.min(until)), false)
        }
    };
    let days = f64::from((until - from).max(0));
    (!accepted || until >= from).then_some((
        foretold,
        sent,
        Checked { chance: foretold.chance, days, accepted },
    ))
}
