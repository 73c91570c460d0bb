//! Twelve histories: what is left out, what is learned, and what is said of every pending request.

use inroads::insight::forecast::case::{Case, LeftOut, Observation, Outcome};
use inroads::insight::forecast::chance::Offset;
use inroads::insight::forecast::fit::{SHARE, fit, share_prior};
use inroads::insight::forecast::latency::Family;
use inroads::insight::forecast::posterior::Posterior;
use inroads::insight::forecast::table::Table;
use inroads::insight::forecast::tally::Tally;
use inroads::insight::forecast::verdict::{Basis, Circumstances, Label, Next};
use serde_json::Value;

use crate::given::{case, day, given, id_of, name, near, near_share, number};

#[test]
fn twelve_histories_are_fitted_as_the_reference_fits_them() {
    let all = given("posterior");
    assert_eq!(all.len(), 12);
    for history in &all {
        let today = day(&history["today"]).expect("a day");
        let rows: Vec<(String, Case)> = history["requests"]
            .as_array()
            .expect("requests")
            .iter()
            .map(|row| (id_of(row), case(row)))
            .collect();
        check(name(history), &rows, today, &history["expect"]);
    }
}

/// Compares a history with what is expected of it.
pub fn check(name: &str, rows: &[(String, Case)], today: i32, expect: &Value) {
    let seen: Vec<(&str, Result<Observation, LeftOut>)> =
        rows.iter().map(|(id, case)| (id.as_str(), case.observe(today, 365.0))).collect();
    for (id, seen) in &seen {
        let wanted = expect["left_out"].as_array().expect("a list").iter().find(|o| id_of(o) == *id);
        let said = seen.as_ref().err().map(LeftOut::to_string);
        assert_eq!(said.as_deref(), wanted.and_then(|w| w["problem"].as_str()), "{name}: request {id}");
    }
    for wanted in expect["observations"].as_array().expect("a list") {
        let id = id_of(wanted);
        let (_, seen) = seen.iter().find(|(other, _)| *other == id).expect("a request");
        observation(&format!("{name}: request {id}"), seen.as_ref().expect("an observation"), wanted);
    }
    let tally = Tally::of(seen.iter().filter_map(|(_, seen)| seen.as_ref().ok()));
    let posterior = fit(&tally, SHARE);
    summary(name, &posterior, expect);

    let ages = rows.iter().filter_map(|(_, case)| case.ages(today).ok()).map(|(_, age)| age);
    let table = Table::new(&posterior, ages);
    let (quiet, stale) = (posterior.milestone(0.9).day as f64, posterior.milestone(0.97).day as f64);
    for wanted in expect["pending"].as_array().expect("a list") {
        let id = id_of(wanted);
        let (_, case) = rows.iter().find(|(other, _)| *other == id).expect("a request");
        let what = format!("{name}: request {id}");
        assert!(case.waits(today), "{what} waits");
        let (age_days, age) = case.ages(today).expect("an age");
        assert_eq!(age_days, wanted["age_days"].as_i64().expect("a number"), "{what}");
        near(age, number(&wanted["model_age"]), 1e-9, &what);
        assert_eq!(Some(case.as_of(today)), day(&wanted["as_of"]), "{what}");
        let chance = table.at(age).moved(Offset::default());
        near(chance.ever, number(&wanted["p_eventual"]), 1e-3, &what);
        near(chance.in_7, number(&wanted["p_7d"]), 1e-3, &what);
        near(chance.in_30, number(&wanted["p_30d"]), 1e-3, &what);
        near(chance.low, number(&wanted["p_low"]), 0.02, &what);
        near(chance.high, number(&wanted["p_high"]), 0.02, &what);
        let stage = Label::stage(age_days as f64, quiet, stale);
        let label = stage.of(age_days, &chance, posterior.new_request(0.0), false);
        let unconfirmed_days = i64::from(today - case.as_of(today));
        let next =
            Next::of(label, chance.ever, 0.05, Circumstances { unconfirmed_days, ..Default::default() });
        assert_eq!(stage.token(), wanted["stage"], "{what}");
        assert_eq!(label.token(), wanted["label"], "{what}");
        assert_eq!(next.token(), wanted["action"], "{what}");
    }
}

fn observation(what: &str, seen: &Observation, wanted: &Value) {
    let value = |key: &str| wanted[key].as_f64().unwrap_or(0.0);
    let (kind, a, b, c) = match seen.outcome {
        Outcome::Accepted { a, b } => ("accepted", a, b, 0.0),
        Outcome::Late { a, b, c } => ("late", a, b, c),
        Outcome::Declined => ("declined", 0.0, 0.0, 0.0),
        Outcome::Pending { c } => ("pending", 0.0, 0.0, c),
    };
    assert_eq!(kind, wanted["kind"], "{what}");
    for (found, key) in [(a, "a"), (b, "b"), (c, "c"), (seen.entry, "v"), (seen.weight, "w")] {
        near(found, value(key), 1e-6, &format!("{what}: {key}"));
    }
}

fn summary(name: &str, posterior: &Posterior, expect: &Value) {
    let wanted = &expect["summary"];
    for (found, key) in posterior.summary().into_iter().zip(["pi", "t80", "k"]) {
        near_share(found.mean, number(&wanted[key]["mean"]), 0.01, &format!("{name}: {key}"));
        near_share(found.low, number(&wanted[key]["low"]), 0.05, &format!("{name}: {key} low"));
        near_share(found.high, number(&wanted[key]["high"]), 0.05, &format!("{name}: {key} high"));
    }
    let weibull = posterior.nodes().iter().filter(|node| node.family == Family::Weibull);
    let weibull: f64 = weibull.map(|node| node.weight).sum();
    near(weibull, number(&wanted["weibull_weight"]), 0.01, name);
    near(posterior.accepted_by(180.0).mean, number(&wanted["p_by_horizon"]), 1e-3, name);
    near_share(posterior.resolved, number(&wanted["resolved"]), 0.005, &format!("{name}: resolved"));
    near(posterior.new_request(0.0), number(&expect["p0"]), 1e-3, name);
    curve(name, posterior, &expect["curve"]);
    for (share, day, range) in
        [(0.9, "quiet_age_days", "quiet_age_range"), (0.97, "stale_age_days", "stale_age_range")]
    {
        let found = posterior.milestone(share);
        near(found.day as f64, number(&expect[day]), 1.0, &format!("{name}: {day}"));
        near(found.range.0, number(&expect[range][0]), 2.0, &format!("{name}: {range}"));
        near(found.range.1, number(&expect[range][1]), 2.0, &format!("{name}: {range}"));
    }
    let low = posterior.low_chance_day(0.05).map(|day| day as f64);
    match expect["low_chance_age_days"].as_f64() {
        Some(wanted) => near(low.expect("a day"), wanted, 1.0, &format!("{name}: low chance")),
        None => assert_eq!(low, None, "{name}: low chance"),
    }
    assert_eq!(Basis::of(posterior.resolved).words(), expect["basis"], "{name}");
}

fn curve(name: &str, posterior: &Posterior, wanted: &Value) {
    for (age, chance) in wanted.as_object().expect("a curve") {
        let found = posterior.new_request(age.parse().expect("an age"));
        near(found, number(chance), 1e-3, &format!("{name}: a new request after {age} days"));
    }
}

#[test]
fn what_the_user_says_of_their_share_moves_the_curve_and_not_the_ages() {
    for hint in given("hint") {
        let said = number(&hint["share"]);
        let name = format!("a share of {said}");
        let prior = share_prior(Some(said));
        near(prior.mean, number(&hint["eta_mean"]), 1e-6, &name);
        near(prior.sd, number(&hint["eta_sd"]), 1e-9, &name);
        let posterior = fit(&Tally::default(), prior);
        curve(&name, &posterior, &hint["curve"]);
        near(posterior.milestone(0.9).day as f64, number(&hint["quiet_age_days"]), 1.0, &name);
        near(posterior.milestone(0.97).day as f64, number(&hint["stale_age_days"]), 1.0, &name);
        let low = posterior.low_chance_day(0.05).expect("a day");
        near(low as f64, number(&hint["low_chance_age_days"]), 1.0, &name);
    }
}

#[test]
fn a_chance_moves_with_its_group_and_its_signs() {
    let histories = given("posterior");
    for wanted in given("with_offset") {
        let history = histories.iter().find(|h| h["name"] == wanted["case"]).expect("a history");
        let today = day(&history["today"]).expect("a day");
        let rows = history["requests"].as_array().expect("requests");
        let seen: Vec<Observation> =
            rows.iter().filter_map(|row| case(row).observe(today, 365.0).ok()).collect();
        let posterior = fit(&Tally::of(&seen), SHARE);
        let sd = number(&wanted["offset_sd"]);
        let by = Offset { mean: number(&wanted["offset"]), variance: sd * sd };
        let found = posterior.at(number(&wanted["age_days"])).moved(by);
        let expect = &wanted["expect"];
        for (found, key, tolerance) in [
            (found.ever, "p_eventual", 1e-3),
            (found.low, "p_low", 0.02),
            (found.high, "p_high", 0.02),
            (found.in_7, "p_7d", 1e-3),
            (found.in_30, "p_30d", 1e-3),
        ] {
            near(found, number(&expect[key]), tolerance, &format!("{wanted}: {key}"));
        }
    }
}

#[test]
fn classic_data_sets_are_fitted_as_the_reference_fits_them() {
    for wanted in given("point_fits") {
        let numbers =
            |key: &str| wanted[key].as_array().expect("numbers").iter().map(number).collect::<Vec<_>>();
        let seen: Vec<Observation> = numbers("durations")
            .into_iter()
            .zip(numbers("event"))
            .map(|(t, event)| {
                let outcome = if event > 0.5 {
                    Outcome::Accepted { a: (t - 0.5).max(0.0), b: t + 0.5 }
                } else {
                    Outcome::Pending { c: t }
                };
                Observation { outcome, entry: 0.0, weight: 1.0 }
            })
            .collect();
        let posterior = fit(&Tally::of(&seen), SHARE);
        let expect = &wanted["posterior"];
        for (found, key) in posterior.summary().into_iter().zip(["pi", "t80", "k"]) {
            near_share(found.mean, number(&expect[key]["mean"]), 0.01, &format!("{}: {key}", name(&wanted)));
        }
        near(posterior.accepted_by(180.0).mean, number(&expect["p_by_horizon"]), 1e-3, name(&wanted));
        near_share(posterior.resolved, number(&expect["resolved"]), 0.005, name(&wanted));
        curve(name(&wanted), &posterior, &wanted["curve"]);
    }
}
