//! How long it takes: what happened day by day, beside what the model expects.

use super::compared::percent;
use super::{Answer, Bar, Curve, Ground, Point, Question, Sent};
use crate::domain::contact::Origin;
use crate::domain::id::RequestId;
use crate::domain::request::Standing;
use crate::insight::figures::Share;
use crate::insight::forecast::case::Outcome;
use crate::insight::forecast::posterior::Ranged;
use crate::insight::forecast::survival::{CauseStep, End, Subject, Z90, aalen_johansen, kaplan_meier};
use crate::insight::forecast::verdict::Basis;
use crate::insight::forecast::words;

/// The days of the table.
const DAYS: [f64; 8] = [0.0, 1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0];
/// A curve begins where so many were still waiting, and is drawn dim where fewer are.
pub const LEAST_AT_RISK: usize = 5;

/// The time to yes.
pub fn when(ground: &Ground<'_>) -> Answer {
    let subjects = subjects(ground);
    let all: Vec<Subject> = subjects.iter().map(|(_, subject)| *subject).collect();
    let curve = time_to_yes(ground, &all);
    let yes = ground.sent.iter().any(|sent| sent.request.standing == Standing::Accepted);
    let none = if yes { "" } else { "Nobody has said yes yet. " };
    let said = format!("{none}{}{}", words::usual_wait(ground.fitted), by_averages(ground));
    let mut answer = Answer::new(Question::When, subjects.len(), said);
    answer.columns = vec!["said yes", "the forecast", "left"];
    let mut before = curve.from - 1.0;
    for day in DAYS.into_iter().filter(|day| *day >= curve.from) {
        let model = expected(ground, curve.from, day);
        let requests = accepted_between(&subjects, before, day);
        let at_risk = at_risk(&all, day);
        before = day;
        let point = curve.points.iter().rev().find(|point| point.day <= day);
        let happened = match point {
            _ if !is_known(&all, curve.from, day) => None,
            Some(point) => Some((point.share, limits(point.share, point.range, point.at_risk))),
            None => Some((0.0, limits(0.0, (0.0, 0.0), at_risk))),
        };
        let cell = |share: f64, (low, high): (f64, f64)| {
            format!("{} % ({} to {})", percent(share), percent(low), percent(high))
        };
        let mut figures = vec![
            ("day", day),
            ("model", model.mean),
            ("model_low", model.low),
            ("model_high", model.high),
            ("at_risk", at_risk as f64),
        ];
        if let Some((share, (low, high))) = happened {
            figures.extend([("share", share), ("share_low", low), ("share_high", high)]);
        }
        let happened = happened.map_or_else(|| "too few".to_owned(), |(share, range)| cell(share, range));
        answer.rows.push(Bar {
            label: format!("day {day:.0}"),
            cells: vec![happened, cell(model.mean, (model.low, model.high)), at_risk.to_string()],
            figures,
            requests,
            ..Bar::default()
        });
    }
    answer.caveats.push(
        "The points are what happened, as if you never withdrew (Kaplan-Meier); left is how many still waited then."
            .to_owned(),
    );
    if curve.from > 0.0 {
        answer
            .caveats
            .push(format!("Of those still waiting on day {:.0}: before it too little is known.", curve.from));
    }
    answer.curve = Some(curve);
    answer
}

// Where the ages are hardly the user's own, that is said.
fn by_averages(ground: &Ground<'_>) -> String {
    match ground.fitted.basis() {
        basis @ (Basis::Published | Basis::MostlyPublished) => format!(" These are {}.", basis.words()),
        Basis::Both | Basis::Own => String::new(),
    }
}

/// What came of the requests with the user's habit of withdrawing.
pub fn outcomes(ground: &Ground<'_>) -> Answer {
    let all: Vec<(RequestId, Subject)> =
        subjects(ground).into_iter().filter(|(_, subject)| subject.entry == 0.0).collect();
    let subjects: Vec<Subject> = all.iter().map(|(_, subject)| *subject).collect();
    let (yes, back) = (aalen_johansen(&subjects, End::Accepted), aalen_johansen(&subjects, End::Withdrawn));
    let at = |steps: &[CauseStep], day: f64| {
        let step = steps.iter().rev().find(|step| step.day <= day);
        step.map_or((0.0, 0.0), |step| (step.share, step.se))
    };
    let cell = |(share, se): (f64, f64), day: f64| {
        let range = ((share - Z90 * se).max(0.0), (share + Z90 * se).min(1.0));
        let (low, high) = limits(share, range, at_risk(&subjects, day));
        format!("{} % ({} to {})", percent(share), percent(low), percent(high))
    };
    let days: Vec<f64> = DAYS.into_iter().filter(|day| is_known(&subjects, 0.0, *day)).collect();
    let Some(last) = days.last().copied() else {
        return Answer::new(Question::Outcomes, subjects.len(), "Too few requests to tell.");
    };
    let yes_by = format!("By day {last:.0}, {} had said yes", cell(at(&yes, last), last));
    // Of requests that come from exports nobody can tell which were withdrawn.
    let from_export =
        |id| ground.network.requests.get(id).is_some_and(|request| request.origin == Origin::Export);
    let exports = all.iter().filter(|(id, _)| from_export(*id)).count();
    let blind = exports * 2 > all.len();
    let said = if blind {
        format!("{yes_by}. Exports do not say what you withdrew.")
    } else {
        format!("{yes_by} and you had withdrawn {}.", cell(at(&back, last), last))
    };
    let mut answer = Answer::new(Question::Outcomes, subjects.len(), said);
    answer.parts = vec!["said yes", "you withdrew"];
    answer.columns = vec!["said yes", "you withdrew", "neither"];
    let shown = if blind { 1 } else { 3 };
    answer.columns.truncate(shown);
    answer.parts.truncate(shown);
    for day in days {
        let ((yes, yes_se), (back, back_se)) = (at(&yes, day), at(&back, day));
        let ended = |s: &Subject| s.end != End::Open && s.days <= day;
        let mut cells = vec![
            cell((yes, yes_se), day),
            cell((back, back_se), day),
            format!("{} %", percent(1.0 - yes - back)),
        ];
        let mut figures = vec![("day", day), ("accepted", yes), ("accepted_se", yes_se)];
        let mut parts = vec![yes, back];
        cells.truncate(shown);
        parts.truncate(shown);
        if !blind {
            figures.extend([("withdrawn", back), ("withdrawn_se", back_se)]);
        }
        answer.rows.push(Bar {
            label: format!("day {day:.0}"),
            cells,
            figures,
            parts,
            range: None,
            requests: all.iter().filter(|(_, subject)| ended(subject)).map(|(id, _)| *id).collect(),
        });
    }
    if !blind {
        answer.caveats.push(
            "With your habit of withdrawing (Aalen-Johansen); what was withdrawn might still have been accepted."
                .to_owned(),
        );
    }
    answer
}

// Whole days from the sent day to the end, as the plots count them. What is known only because it was accepted is left out.
fn subjects(ground: &Ground<'_>) -> Vec<(RequestId, Subject)> {
    let today = ground.today.number();
    let of = |sent: &Sent<'_>| {
        let seen = sent.seen.ok()?;
        let case = sent.row.case.ok()?;
        let day = case.sent?.day().min(today);
        let entry = case.known_since.map_or(0, |since| (since - day).max(0));
        let (until, end) = match seen.outcome {
            Outcome::Late { .. } => return None,
            Outcome::Accepted { .. } => (case.accepted?.day(), End::Accepted),
            // They will not say yes any more: it waits for as long as anything can.
            Outcome::Declined => (day + 180.max(today - day), End::Open),
            Outcome::Pending { .. } => match case.withdrawn.filter(|on| *on <= today) {
                Some(on) => (on, End::Withdrawn),
                None => (case.as_of(today), End::Open),
            },
        };
        let days = f64::from((until - day).max(0));
        (f64::from(entry) < days || entry == 0)
            .then_some((sent.request.id, Subject { days, end, entry: f64::from(entry) }))
    };
    ground.sent.iter().filter_map(of).collect()
}

/// How many were being watched when a day began.
fn at_risk(subjects: &[Subject], day: f64) -> usize {
    subjects.iter().filter(|s| s.days >= day && (s.entry == 0.0 || s.entry < day)).count()
}

/// Whether a curve that begins on one day can be read on another: neither that day nor a yes before it is left to a few,
/// unless all others said yes and were watched from the first day on.
pub fn is_known(subjects: &[Subject], from: f64, day: f64) -> bool {
    let late = subjects.iter().any(|subject| subject.entry > 0.0 && subject.entry >= from);
    let lost = |day: f64| subjects.iter().any(|s| s.end != End::Accepted && s.days < day);
    let yeses = subjects.iter().filter(|s| s.end == End::Accepted).map(|s| s.days);
    let days = yeses.filter(|yes| *yes >= from && *yes <= day).chain([day]);
    subjects.len() >= LEAST_AT_RISK
        && days.into_iter().all(|day| at_risk(subjects, day) >= LEAST_AT_RISK || !late && !lost(day))
}

fn time_to_yes(ground: &Ground<'_>, all: &[Subject]) -> Curve {
    // Where some came in late, the first day on which enough are watched.
    let late = all.iter().map(|subject| subject.entry).filter(|entry| *entry > 0.0).map(|entry| entry + 1.0);
    let mut days: Vec<f64> = late.collect();
    days.sort_by(f64::total_cmp);
    let first = [0.0].into_iter().chain(days).find(|day| at_risk(all, *day) >= LEAST_AT_RISK);
    let from = first.filter(|day| *day > 1.0).unwrap_or(0.0);
    let after: Vec<Subject> = all.iter().copied().filter(|subject| subject.days >= from).collect();
    let points = kaplan_meier(&after)
        .into_iter()
        .map(|step| {
            let (low, high) = step.range(Z90);
            Point {
                day: step.day,
                share: 1.0 - step.waiting,
                range: (1.0 - high, 1.0 - low),
                at_risk: step.at_risk,
            }
        })
        .collect();
    let model = (from as i32..=180).map(|day| expected(ground, from, f64::from(day))).collect();
    Curve { from, points, model }
}

/// The limits of a share: where nobody or everybody did it the formulas of the curves have none, and Wilson's range of so
/// many stands in.
pub fn limits(share: f64, range: (f64, f64), of: usize) -> (f64, f64) {
    let all = of as u32;
    match share {
        // Sums of shares miss both by a little.
        share if share <= 1e-9 => Share { of: 0, all }.range(),
        share if share >= 1.0 - 1e-9 => Share { of: all, all }.range(),
        _ => range,
    }
}

// What the model expects by a day, of those who still waited when the day `from` began. The plots count whole days
// between two days: each begins and ends at its middle on the average.
fn expected(ground: &Ground<'_>, from: f64, day: f64) -> Ranged {
    ground.posterior.accepted_since((from - 0.5).max(0.0), day + 0.5)
}

fn accepted_between(subjects: &[(RequestId, Subject)], after: f64, until: f64) -> Vec<RequestId> {
    let here = |s: &Subject| s.end == End::Accepted && s.days > after && s.days <= until;
    subjects.iter().filter(|(_, subject)| here(subject)).map(|(id, _)| *id).collect()
}
