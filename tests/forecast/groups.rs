//! Groups with partial pooling, and what differs between two of them.

use inroads::insight::forecast::case::Observation;
use inroads::insight::forecast::compare::{Factor, Verdict};
use inroads::insight::forecast::fit::{SHARE, fit};
use inroads::insight::forecast::groups::{Groups, Member};
use inroads::insight::forecast::history::Level;
use inroads::insight::forecast::tally::Tally;
use serde_json::Value;

use crate::given::{case, day, given, levels, name, near, number};

fn rows(history: &Value) -> Vec<(Observation, Vec<Level>)> {
    let today = day(&history["today"]).expect("a day");
    let rows = history["requests"].as_array().expect("requests");
    rows.iter().map(|row| (case(row).observe(today, 365.0).expect("an observation"), levels(row))).collect()
}

#[test]
fn groups_are_pooled_as_the_reference_pools_them() {
    for history in given("groups") {
        let rows = rows(&history);
        let posterior = fit(&Tally::of(rows.iter().map(|(seen, _)| seen)), SHARE);
        let members: Vec<Member> = rows.iter().map(|(seen, levels)| Member { seen: *seen, levels }).collect();
        let groups = Groups::fit(&members, &posterior, SHARE);
        let expect = &history["expect"];
        near(groups.eta, number(&expect["eta0"]), 0.01, name(&history));
        near(groups.centre, number(&expect["centre"]), 0.01, name(&history));
        let wanted = expect["offsets"].as_object().expect("offsets");
        assert_eq!(groups.levels().count(), wanted.len());
        for (factor, level, delta) in groups.levels() {
            let key = format!("{factor}={level}");
            near(delta.mean, number(&wanted[&key]["delta"]), 0.01, &key);
            near(delta.variance.sqrt(), number(&wanted[&key]["sd"]), 0.01, &key);
        }
        for wanted in expect["offset_of"].as_array().expect("a list") {
            let levels = levels(wanted);
            let found = groups.offset(levels.iter().map(|(factor, level)| (factor.as_ref(), level.as_ref())));
            near(found.mean, number(&wanted["offset"]), 0.01, &wanted.to_string());
            near(found.variance.sqrt(), number(&wanted["sd"]), 0.01, &wanted.to_string());
        }
    }
}

#[test]
fn two_levels_are_compared_with_ranges_and_a_verdict() {
    for history in given("groups") {
        let rows = rows(&history);
        let posterior = fit(&Tally::of(rows.iter().map(|(seen, _)| seen)), SHARE);
        let message =
            |levels: &[Level]| levels.iter().find(|(f, _)| f == "message").map(|(_, l)| l.to_string());
        let known: Vec<(String, Observation)> =
            rows.iter().filter_map(|(seen, levels)| Some((message(levels)?, *seen))).collect();
        let factor =
            Factor::new(known.iter().map(|(level, seen)| (level.as_str(), *seen)), &posterior, SHARE);
        let wanted = &history["expect"]["compare_message_yes_no"];
        let found = factor.compare("yes", "no").expect("both levels");
        for (found, key) in [
            (found.a.mean, "rate_a"),
            (found.a.low, "a_low"),
            (found.a.high, "a_high"),
            (found.b.mean, "rate_b"),
            (found.b.low, "b_low"),
            (found.b.high, "b_high"),
            (found.difference.mean, "diff"),
            (found.difference.low, "diff_low"),
            (found.difference.high, "diff_high"),
            (found.a_better, "p_a_better"),
        ] {
            near(found, number(&wanted[key]), 0.01, &format!("{}: {key}", name(&history)));
        }
        let verdict = match found.verdict {
            Verdict::NotEnough => "not enough data",
            Verdict::Differs => "difference",
            Verdict::NoClear => "no clear difference",
            Verdict::TooEarly => "too uncertain to tell",
        };
        assert_eq!(verdict, wanted["verdict"], "{}", name(&history));
        for (level, rows, resolved) in factor.levels() {
            let side = if level == "yes" { "a" } else { "b" };
            assert_eq!(Some(rows as u64), wanted[format!("n_{side}")].as_u64());
            near(resolved, number(&wanted[format!("resolved_{side}")]), 0.01, level);
        }
        assert_eq!(factor.compare("yes", "perhaps"), None);
    }
}
