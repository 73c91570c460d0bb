//! How long it takes: what happened day by day, beside what the model expects.

use super::compared::percent;
use super::{Answer, Bar, Curve, Ground, Point, Question, Sent};
use crate::domain::id::RequestId;
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
    let curve = time_to_yes(ground, &subjects);
    let said = if subjects.iter().any(|(_, subject)| subject.end == End::Accepted) {
        format!("{}{}", words::usual_wait(ground.fitted), by_averages(ground))
    } else {
        format!("Nobody has said yes yet. {}{}", words::usual_wait(ground.fitted), by_averages(ground))
    };
    let mut answer = Answer::new(Question::When, subjects.len(), said);
    answer.columns = vec!["said yes", "the forecast", "left"];
    let mut before = curve.from - 1.0;
    for day in DAYS.into_iter().filter(|day| *day >= curve.from) {
        let model = expected(ground, curve.from, day);
        let requests = accepted_between(&subjects, before, day);
        let at_risk =
            subjects.iter().filter(|(_, s)| s.days >= day && (s.entry == 0.0 || s.entry < day)).count();
        before = day;
        let point = curve.points.iter().rev().find(|point| point.day <= day);
        let happened = match point {
            // Of a day to which hardly anybody was followed nothing is known.
            _ if at_risk < LEAST_AT_RISK => None,
            Some(point) => Some((point.share, limits(point.share, point.range, at_risk))),
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
        basis @ (Basis::Published | Basis::MostlyPublished) => format!(" That is from {}.", basis.words()),
        Basis::Both | Basis::Own => String::new(),
    }
}

/// What came of the requests with the user's habit of withdrawing.
pub fn outcomes(ground: &Ground<'_>) -> Answer {
    let all: Vec<(RequestId, Subject)> =
        subjects(ground).into_iter().filter(|(_, subject)| subject.entry == 0.0).collect();
    let subjects: Vec<Subject> = all.iter().map(|(_, subject)| *subject).collect();
    let followed = |day: f64| subjects.iter().filter(|subject| subject.days >= day).count();
    let (yes, back) = (aalen_johansen(&subjects, End::Accepted), aalen_johansen(&subjects, End::Withdrawn));
    let at = |steps: &[CauseStep], day: f64| {
        let step = steps.iter().rev().find(|step| step.day <= day);
        step.map_or((0.0, 0.0), |step| (step.share, step.se))
    };
    let cell = |(share, se): (f64, f64), day: f64| {
        let range = ((share - Z90 * se).max(0.0), (share + Z90 * se).min(1.0));
        let (low, high) = limits(share, range, followed(day));
        format!("{} % ({} to {})", percent(share), percent(low), percent(high))
    };
    // Where too few were followed for so long, nothing is said of that day.
    let days: Vec<f64> = DAYS.into_iter().filter(|day| followed(*day) >= LEAST_AT_RISK).collect();
    let Some(last) = days.last().copied() else {
        return Answer::new(Question::Outcomes, subjects.len(), "Too few requests to tell.");
    };
    let said = format!(
        "By day {last:.0}, {} had said yes and you had withdrawn {}.",
        cell(at(&yes, last), last),
        cell(at(&back, last), last)
    );
    let mut answer = Answer::new(Question::Outcomes, subjects.len(), said);
    answer.columns = vec!["said yes", "you withdrew", "neither"];
    answer.parts = vec!["said yes", "you withdrew"];
    for day in days {
        let ((yes, yes_se), (back, back_se)) = (at(&yes, day), at(&back, day));
        let ended = |s: &Subject| s.end != End::Open && s.days <= day;
        answer.rows.push(Bar {
            label: format!("day {day:.0}"),
            cells: vec![
                cell((yes, yes_se), day),
                cell((back, back_se), day),
                format!("{} %", percent(1.0 - yes - back)),
            ],
            figures: vec![
                ("day", day),
                ("accepted", yes),
                ("accepted_se", yes_se),
                ("withdrawn", back),
                ("withdrawn_se", back_se),
            ],
            parts: vec![yes, back],
            range: None,
            requests: all.iter().filter(|(_, subject)| ended(subject)).map(|(id, _)| *id).collect(),
        });
    }
    answer.caveats.push(
        "With your habit of withdrawing (Aalen-Johansen); what was withdrawn might still have been accepted."
            .to_owned(),
    );
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

fn time_to_yes(ground: &Ground<'_>, subjects: &[(RequestId, Subject)]) -> Curve {
    let all: Vec<Subject> = subjects.iter().map(|(_, subject)| *subject).collect();
    let late = all.iter().any(|subject| subject.entry > 0.0);
    let steps = kaplan_meier(&all);
    let first = steps.iter().find(|step| step.at_risk >= LEAST_AT_RISK).filter(|_| late);
    // Where some came in late, the first day of which enough is known.
    let from = first.map_or(0.0, |step| if step.day <= 1.0 { 0.0 } else { step.day });
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
        share if share <= 0.0 => Share { of: 0, all }.range(),
        share if share >= 1.0 => Share { of: all, all }.range(),
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
