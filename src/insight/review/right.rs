//! Were the forecasts right? What was said at the ages at which it is kept, against what came of it.

use super::{Answer, Bar, Ground, Question, Sent};
use crate::domain::foretold::Foretold;
use crate::insight::forecast::age::When;
use crate::insight::forecast::audit::{BINS, Checked, LEAST_IN_BIN, bins, brier};
use crate::insight::forecast::case::Outcome;

/// A forecast is looked at after so many days: nearly all who will ever accept have done so by then.
const AFTER: i64 = 60;

/// The forecasts by what they said.
pub fn right(ground: &Ground<'_>) -> Answer {
    let all: Vec<(&Foretold, &Sent<'_>, Checked)> =
        ground.foretold.iter().filter_map(|foretold| check(ground, foretold)).collect();
    // Those that were withdrawn meanwhile say nothing; those that still wait count as not come.
    let known: Vec<&(&Foretold, &Sent<'_>, Checked)> = all
        .iter()
        .filter(|(foretold, _, checked)| {
            ground.today.since(foretold.on) >= AFTER && (checked.accepted || checked.days >= AFTER as f64)
        })
        .collect();
    let checked: Vec<Checked> = known.iter().map(|(.., checked)| *checked).collect();
    let found = bins(&checked);
    let mut answer = Answer::new(Question::Right, checked.len(), "");
    answer.columns = vec!["forecasts", "came true", "expected"];
    for ((from, to), bin) in BINS.into_iter().zip(found) {
        let enough = bin.all >= LEAST_IN_BIN;
        let share = if enough { bin.came as f64 / bin.all as f64 } else { 0.0 };
        let inside = |chance: f64| chance >= from && (chance < to || to >= 1.0);
        let mut figures = vec![("from", from), ("to", to), ("forecasts", bin.all as f64)];
        if enough {
            figures.extend([("came_true", bin.came as f64), ("expected", bin.expected)]);
        }
        answer.rows.push(Bar {
            label: format!("{:.0} to {:.0} %", from * 100.0, to * 100.0),
            cells: vec![
                bin.all.to_string(),
                if enough {
                    format!("{} ({:.0} %)", bin.came, share * 100.0)
                } else {
                    format!("too few: {LEAST_IN_BIN} needed")
                },
                if enough { format!("{:.0}", bin.expected) } else { String::new() },
            ],
            figures,
            parts: if enough { vec![share] } else { Vec::new() },
            range: None,
            requests: known
                .iter()
                .filter(|(foretold, ..)| inside(foretold.chance))
                .map(|(_, sent, _)| sent.request.id)
                .collect(),
        });
    }
    answer.said = sentence(&answer, &checked, ground.foretold.len());
    answer.caveats.push(format!(
        "A forecast is kept of each request on its first day and after 7, 14 and 30 days, and looked at {AFTER} days later."
    ));
    answer
}

fn sentence(answer: &Answer, checked: &[Checked], kept: usize) -> String {
    let best = BINS.into_iter().zip(bins(checked)).filter(|(_, bin)| bin.all >= LEAST_IN_BIN);
    let best = best.max_by_key(|(_, bin)| bin.all);
    match (best, brier(checked, AFTER as f64)) {
        (Some(((from, to), bin)), Some(score)) => format!(
            "Of {} forecasts between {:.0} and {:.0} %, {} came true ({:.0} %). Brier score {score:.3}, 0 is best.",
            bin.all,
            from * 100.0,
            to * 100.0,
            bin.came,
            bin.came as f64 / bin.all as f64 * 100.0
        ),
        _ if kept == 0 => "No forecast was kept yet: they are from now on.".to_owned(),
        _ => format!(
            "Too few to tell: {kept} kept, {} of them old enough, {LEAST_IN_BIN} of a kind needed.",
            answer.n
        ),
    }
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
