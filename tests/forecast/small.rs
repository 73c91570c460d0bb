//! Small rules, each with its values: delays, the scale of ages, signs, stages, labels, next steps.

use inroads::insight::forecast::age::{above, below, near as near_age, near_coarse};
use inroads::insight::forecast::chance::Offset;
use inroads::insight::forecast::latency::Family;
use inroads::insight::forecast::posterior::Base;
use inroads::insight::forecast::signs::{Hint, Ratios, Seen, learned};
use inroads::insight::forecast::verdict::{Basis, Circumstances, Label, Next};

use crate::given::{given, near, number};

#[test]
fn delays_of_both_families() {
    for wanted in given("latency") {
        let family = if wanted["family"] == "weibull" { Family::Weibull } else { Family::LogLogistic };
        let [t, t80, k] = ["t", "t80", "k"].map(|key| number(&wanted[key]));
        near(family.waiting(t, t80.ln(), k), number(&wanted["sf"]), 1e-9, &wanted.to_string());
    }
}

#[test]
fn ages_are_counted_in_steps() {
    for wanted in given("age_scale") {
        let x = number(&wanted["x"]);
        for (found, key) in
            [(near_age(x), "near"), (near_coarse(x), "near_coarse"), (below(x), "below"), (above(x), "above")]
        {
            near(found, number(&wanted[key]), 1e-9, &format!("{key} of {x}"));
        }
    }
}

#[test]
fn signs_together() {
    for wanted in given("signs") {
        let hints: Vec<Hint> = wanted["signs"]
            .as_array()
            .expect("signs")
            .iter()
            .map(|name| Hint::parse(name.as_str().expect("a name")).expect("a sign"))
            .collect();
        let found = Ratios::default().offset(&hints);
        near(found.mean, number(&wanted["ln_lr"]), 1e-6, &wanted.to_string());
        near(found.variance.sqrt(), number(&wanted["sd"]), 1e-6, &wanted.to_string());
    }
}

#[test]
fn a_sign_learns_from_what_came_of_it_and_only_from_enough() {
    for wanted in given("learned_lr") {
        let count = |key: &str| wanted[key].as_u64().expect("a count") as u32;
        let seen = Seen {
            yes_with: count("n_acc_with"),
            yes: count("n_acc"),
            no_with: count("n_not_with"),
            no: count("n_not"),
        };
        near(learned(number(&wanted["ln_lr0"]), seen), number(&wanted["ln_lr"]), 1e-6, &wanted.to_string());
    }
    let enough = Seen { yes_with: 8, yes: 10, no_with: 1, no: 10 };
    let few = Seen { no: 9, ..enough };
    assert!(Ratios::learned(|_| enough).get(Hint::Reacted) > Hint::Reacted.prior().0);
    assert_eq!(Ratios::learned(|_| few), Ratios::default());
    assert!(Ratios::learned(|_| enough).get(Hint::PublicPostsOnly).abs() < 1e-12);
}

#[test]
fn stages_labels_and_next_steps() {
    for wanted in given("stages") {
        let [age, quiet, stale] =
            ["age_days", "quiet_age_days", "stale_age_days"].map(|key| number(&wanted[key]));
        assert_eq!(Label::stage(age, quiet, stale).token(), wanted["stage"], "{wanted}");
    }
    for wanted in given("labels") {
        let [age, quiet, stale, ever, high, first] =
            ["age_days", "quiet_age_days", "stale_age_days", "p_eventual", "p_high", "p0"]
                .map(|key| number(&wanted[key]));
        let chance = Base { ever, high, ..Base::default() };
        let told_no = wanted["told_no"] == true;
        let label = Label::stage(age, quiet, stale).of(age as i64, &chance, first, told_no);
        assert_eq!(label.token(), wanted["label"], "{wanted}");
    }
    for wanted in given("actions") {
        let label = [Label::Fresh, Label::Quiet, Label::Stale, Label::Unlikely]
            .into_iter()
            .find(|label| label.token() == wanted["label"])
            .expect("a label");
        let what = Circumstances {
            told_no: wanted["told_no"] == true,
            inactive: wanted["inactive"] == true,
            pile_full: wanted["pile_full"] == true,
            unconfirmed_days: wanted["unconfirmed_days"].as_i64().expect("days"),
        };
        let next = Next::of(label, number(&wanted["p_eventual"]), 0.05, what);
        assert_eq!(next.token(), wanted["action"], "{wanted}");
    }
    for wanted in given("basis") {
        assert_eq!(Basis::of(number(&wanted["resolved"])).words(), wanted["basis"], "{wanted}");
    }
}

#[test]
fn an_offset_widens_a_range() {
    for wanted in given("widen") {
        let [ever, low, high, mean, sd] =
            ["p", "low", "high", "offset", "sd"].map(|key| number(&wanted[key]));
        let base = Base { ever, low, high, ..Base::default() };
        let found = base.shifted(Offset { mean, variance: sd * sd });
        for (found, at) in [(found.ever, 0), (found.low, 1), (found.high, 2)] {
            near(found, number(&wanted["expect"][at]), 1e-6, &wanted.to_string());
        }
    }
}
