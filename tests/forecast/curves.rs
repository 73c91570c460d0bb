//! Curves without a model, and the forecasts against what came of them.

use inroads::insight::forecast::audit::{BINS, Checked, bins, brier};
use inroads::insight::forecast::survival::{End, Subject, aalen_johansen, kaplan_meier};
use serde_json::Value;

use crate::given::{given, name, near, number};

/// The 95 % point, which the reference values use.
const Z: f64 = 1.959_964;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("numbers").iter().map(number).collect()
}

fn subjects(of: &Value, ends: &str) -> Vec<Subject> {
    let entries = of["entry"].as_array().map_or_else(Vec::new, |all| all.iter().map(number).collect());
    let end = |cause: f64| match cause as i64 {
        1 => End::Accepted,
        2 => End::Withdrawn,
        _ => End::Open,
    };
    let each = numbers(&of["durations"]).into_iter().zip(numbers(&of[ends])).enumerate();
    each.map(|(at, (days, cause))| Subject {
        days,
        end: end(cause),
        entry: entries.get(at).copied().unwrap_or(0.0),
    })
    .collect()
}

#[test]
fn kaplan_and_meiers_curve_with_greenwoods_limits() {
    for wanted in given("kaplan_meier") {
        let steps = kaplan_meier(&subjects(&wanted, "event"));
        let rows = wanted["rows"].as_array().expect("rows");
        assert_eq!(steps.len(), rows.len(), "{}", name(&wanted));
        for (step, row) in steps.iter().zip(rows) {
            let what = format!("{}: {row}", name(&wanted));
            assert_eq!(Some(step.at_risk as u64), row["at_risk"].as_u64(), "{what}");
            assert_eq!(Some(step.events as u64), row["events"].as_u64(), "{what}");
            let (low, high) = step.range(Z);
            for (found, key) in [
                (step.day, "t"),
                (step.waiting, "S"),
                (step.se(), "se"),
                (low, "loglog_low"),
                (high, "loglog_high"),
            ] {
                near(found, number(&row[key]), 1e-6, &format!("{what}: {key}"));
            }
        }
    }
}

#[test]
fn aalen_and_johansens_curves_of_two_causes() {
    for wanted in given("aalen_johansen") {
        let subjects = subjects(&wanted, "cause");
        for (cause, key) in [(End::Accepted, "1"), (End::Withdrawn, "2")] {
            let steps = aalen_johansen(&subjects, cause);
            let rows = wanted["rows"][key].as_array().expect("rows");
            assert_eq!(steps.len(), rows.len(), "{}", name(&wanted));
            for (step, row) in steps.iter().zip(rows) {
                let what = format!("{}: {row}", name(&wanted));
                assert_eq!(Some(step.at_risk as u64), row["at_risk"].as_u64(), "{what}");
                assert_eq!(Some(step.events as u64), row["events"].as_u64(), "{what}");
                near(step.share, number(&row["cif"]), 1e-6, &what);
                near(step.se, number(&row["se"]), 1e-6, &what);
            }
        }
    }
}

#[test]
fn the_brier_score_makes_up_for_what_was_lost_sight_of() {
    let all: Value = serde_json::from_str(include_str!("reference.json")).expect("reference values");
    let audit = &all["audit"];
    let [days, causes, chances] = ["durations", "cause", "p"].map(|key| numbers(&audit[key]));
    let checked: Vec<Checked> = days
        .into_iter()
        .zip(causes)
        .zip(chances)
        .map(|((days, cause), chance)| Checked { chance, days, accepted: cause as i64 == 1 })
        .collect();
    for (horizon, wanted) in audit["brier"].as_object().expect("scores") {
        let found = brier(&checked, horizon.parse().expect("days")).expect("a score");
        near(found, number(wanted), 1e-6, &format!("at {horizon} days"));
    }
    assert_eq!(brier(&[], 7.0), None);
    let bins = bins(&checked);
    assert_eq!(bins.iter().map(|bin| bin.all).sum::<usize>(), checked.len());
    let sure = Checked { chance: 1.0, days: 1.0, accepted: true };
    let never = Checked { chance: 0.0, days: 9.0, accepted: false };
    let found = inroads::insight::forecast::audit::bins(&[sure, never]);
    assert_eq!((found[0].all, found[0].came), (1, 0), "{:?}", BINS[0]);
    assert_eq!((found[5].all, found[5].came), (1, 1), "{:?}", BINS[5]);
}
