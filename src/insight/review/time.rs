//! Over time: how many of a month said yes, what was sent in a week, and whether the rate falls, where that is clear.

use std::collections::BTreeMap;

use super::compared::{NO_EXPERIMENT, difference, percent, rate};
use super::{Answer, Bar, Ground, Question, Sent};
use crate::domain::request::Standing;
use crate::domain::time::Day;
use crate::insight::figures::Share;
use crate::insight::forecast::case::Observation;
use crate::insight::forecast::compare::{Factor, Verdict};
use crate::insight::forecast::fit::share_prior;

const MONTHS: usize = 12;
const WEEKS: i64 = 12;
/// Fewer settled requests than this make no rate.
const LEAST_SETTLED: u32 = 10;
/// What was sent in so many days is compared with what was sent before.
const LATELY: i64 = 90;

/// Rates by the month of sending.
pub fn months(ground: &Ground<'_>) -> Answer {
    let mut months: BTreeMap<(i32, u32), Vec<&Sent<'_>>> = BTreeMap::new();
    for sent in &ground.sent {
        let (year, month, _) = sent.request.sent_on.ymd();
        months.entry((year, month)).or_default().push(sent);
    }
    let mut answer = Answer::new(Question::Months, ground.sent.len(), trend(ground));
    answer.columns = vec!["sent", "accepted of settled", "waiting"];
    for ((year, month), all) in months.into_iter().rev().take(MONTHS).collect::<Vec<_>>().into_iter().rev() {
        let mut share = Share::default();
        for sent in all.iter().filter(|sent| sent.is_followed()) {
            share.count(sent.request.standing == Standing::Accepted);
        }
        let waiting = all.iter().filter(|sent| sent.request.pending()).count();
        // A yes comes early and is settled then; of a month in which many still wait the rate would be too high.
        let early = waiting > share.all as usize / 2;
        let enough = share.all >= LEAST_SETTLED && !early;
        let first = Day::from_ymd(year, month, 1).unwrap_or(ground.today);
        // At worst none of those that still wait says yes.
        let (low, _) = Share { of: share.of, all: share.all + waiting as u32 }.range();
        let (_, high) = share.range();
        let said = if enough {
            format!("{} % ({} to {}) of {}", percent(share.value()), percent(low), percent(high), share.all)
        } else if early && ground.today.since(first) < LATELY {
            format!("too early: {waiting} wait")
        } else if early {
            format!("no rate: {waiting} still wait")
        } else {
            format!("too few: {} settled", share.all)
        };
        let mut figures = vec![
            ("sent", all.len() as f64),
            ("settled", f64::from(share.all)),
            ("accepted", f64::from(share.of)),
            ("waiting", waiting as f64),
        ];
        if enough {
            figures.extend([("rate", share.value()), ("rate_low", low), ("rate_high", high)]);
        }
        answer.rows.push(Bar {
            label: first.month_of_year(),
            cells: vec![all.len().to_string(), said, waiting.to_string()],
            figures,
            parts: if enough { vec![share.value()] } else { Vec::new() },
            range: enough.then_some((low, high)),
            requests: all.iter().map(|sent| sent.request.id).collect(),
        });
    }
    answer.caveats.push(
        "A rate is accepted of settled, by the month of sending: those of the last weeks can still change."
            .to_owned(),
    );
    answer.caveats.extend(ground.only_as_yeses());
    answer
}

/// Whether the rate of the last 90 days differs clearly from the one before; waiting requests count for as long as they
/// were watched.
fn trend(ground: &Ground<'_>) -> String {
    let from = ground.today.plus(-LATELY);
    let seen = |sent: &Sent<'_>| -> Option<(&'static str, Observation)> {
        let when = if sent.request.sent_on > from { "lately" } else { "before" };
        Some((when, Observation { weight: 1.0, ..sent.seen.ok()? }))
    };
    let rows = ground.sent.iter().filter_map(seen);
    // Yeses alone, of which an export shows more the longer ago, would look like a fall.
    let blind = |lately: bool| {
        let all = || ground.sent.iter().filter(move |sent| (sent.request.sent_on > from) == lately);
        all().filter(|sent| sent.is_only_as_yes()).count() * 10 > all().count()
    };
    if blind(true) || blind(false) {
        return "Exports show the yeses and not what you withdrew: no rise or fall can be told from them."
            .to_owned();
    }
    let factor = Factor::new(rows, ground.posterior, share_prior(ground.fitted.settings.share));
    match factor.compare("lately", "before") {
        Some(found) if found.verdict == Verdict::Differs => {
            let fewer = found.difference.mean < 0.0;
            format!(
                "{} say yes than before: {} of those asked in the last {LATELY} days, {} of those before ({}). {}",
                if fewer { "Fewer" } else { "More" },
                rate(&found.a),
                rate(&found.b),
                difference(&found),
                NO_EXPERIMENT
            )
        }
        Some(found) if found.verdict == Verdict::TooEarly => {
            format!("Too early to tell whether it rises or falls: {}.", difference(&found))
        }
        Some(found) if found.verdict == Verdict::NoClear => {
            format!("Lately as before, as far as can be told: the difference is {}.", difference(&found))
        }
        _ => "Too few answers to tell whether it rises or falls.".to_owned(),
    }
}

/// What was sent in each of the last weeks, and what came of it.
pub fn weeks(ground: &Ground<'_>) -> Answer {
    let monday = ground.today.plus(-i64::from(ground.today.weekday()));
    let mut rows = Vec::new();
    for back in (0..WEEKS).rev() {
        let from = monday.plus(-7 * back);
        let until = from.plus(7);
        let all: Vec<&Sent<'_>> = ground
            .sent
            .iter()
            .filter(|sent| (from..until).contains(&sent.request.sent_as_of(ground.today)))
            .collect();
        let yes = all.iter().filter(|sent| sent.request.standing == Standing::Accepted).count();
        let waiting = all.iter().filter(|sent| sent.request.pending()).count();
        rows.push((from, all, yes, waiting));
    }
    let n: usize = rows.iter().map(|(_, all, ..)| all.len()).sum();
    let most = rows.iter().map(|(_, all, ..)| all.len()).max().unwrap_or(0).max(1) as f64;
    let yes: usize = rows.iter().map(|(_, _, yes, _)| yes).sum();
    let waiting: usize = rows.iter().map(|(.., waiting)| waiting).sum();
    let said = match n {
        0 => format!("Nothing was sent in the last {WEEKS} weeks."),
        _ => format!("{n} sent in the last {WEEKS} weeks: {yes} said yes, {waiting} still wait."),
    };
    let mut answer = Answer::new(Question::Weeks, n, said);
    answer.columns = vec!["sent", "said yes", "waiting", "other"];
    answer.parts = vec!["said yes", "waiting", "other"];
    answer.rows = rows
        .into_iter()
        .map(|(from, all, yes, waiting)| {
            let other = all.len() - yes - waiting;
            Bar {
                label: format!("from {}", from.short(ground.today)),
                cells: [all.len(), yes, waiting, other].map(|count| count.to_string()).to_vec(),
                figures: vec![
                    ("sent", all.len() as f64),
                    ("accepted", yes as f64),
                    ("waiting", waiting as f64),
                    ("other", other as f64),
                ],
                parts: [yes, waiting, other].map(|count| count as f64 / most).to_vec(),
                range: None,
                requests: all.iter().map(|sent| sent.request.id).collect(),
            }
        })
        .collect();
    answer
}
