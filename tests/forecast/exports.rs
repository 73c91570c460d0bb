//! What one export and a series of exports teach.

use inroads::insight::forecast::age::When;
use inroads::insight::forecast::case::{Case, LeftOut};
use inroads::insight::forecast::listing::{self, Listed};
use serde_json::Value;

use crate::fits::check;
use crate::given::{day, given, id_of, name};

/// A request as several exports list it, or as it was written down by hand.
struct Known {
    listed: Listed,
    by_hand: bool,
}

fn collect(history: &Value) -> (Vec<i32>, Vec<Known>) {
    let mut known: Vec<Known> = Vec::new();
    let rows = |list: &Value| list.as_array().cloned().expect("rows");
    let exports = rows(&history["exports"]);
    let days = exports.iter().map(|export| day(&export["day"]).expect("a day")).collect();
    for row in rows(&history["logged"]) {
        note(&mut known, &row, None);
        known.last_mut().expect("a row").by_hand = true;
    }
    for (at, export) in exports.iter().enumerate() {
        for row in rows(&export["rows"]) {
            note(&mut known, &row, Some(at));
        }
    }
    (days, known)
}

fn note(known: &mut Vec<Known>, row: &Value, on: Option<usize>) {
    let id = id_of(row);
    let accepted = day(&row["accepted"]);
    if let Some(same) = known.iter_mut().find(|other| other.listed.id == id) {
        same.listed.accepted = same.listed.accepted.or(accepted);
        same.listed.on.extend(on);
        return;
    }
    let sent = day(&row["sent"]).expect("a day");
    let listed =
        Listed { id, sent, accepted, on: on.into_iter().collect(), superseded: None, confirmed: None };
    known.push(Known { listed, by_hand: false });
}

#[test]
fn exports_teach_what_the_reference_says() {
    let all = given("exports");
    assert_eq!(all.len(), 10);
    for history in &all {
        let today = day(&history["today"]).expect("a day");
        let (exports, known) = collect(history);
        let listed: Vec<Listed> = known.iter().map(|known| known.listed.clone()).collect();
        let parts = listing::parts(&exports, &listed);
        let expect = &history["expect"];
        for (part, wanted) in parts.iter().zip(expect["parts"].as_array().expect("parts")) {
            assert_eq!(Some(part.day), day(&wanted["day"]), "{}", name(history));
            assert_eq!(Some(part.start), day(&wanted["start"]), "{}", name(history));
            assert_eq!(part.cleared, wanted["cleared"] == true, "{}", name(history));
        }
        let mut rows = Vec::new();
        let mut left = Vec::new();
        for known in &known {
            let id = known.listed.id.clone();
            match enter(known, &exports, &parts) {
                Ok(case) => rows.push((id, case)),
                Err(why) => left.push((id, why)),
            }
        }
        for wanted in expect["requests"].as_array().expect("requests") {
            let id = id_of(wanted);
            let (_, case) = rows.iter().find(|(other, _)| *other == id).expect("it takes part");
            let what = format!("{}: request {id}", name(history));
            assert_eq!(case.accepted, day(&wanted["accepted"]).map(When::Day), "{what}");
            assert_eq!(case.known_since, day(&wanted["known_since"]), "{what}");
            if case.accepted.is_none() {
                assert_eq!(case.verified, day(&wanted["verified"]), "{what}");
            }
        }
        assert_eq!(rows.len(), expect["requests"].as_array().expect("requests").len());
        let wanted = expect["left_out"].as_array().expect("a list");
        assert_eq!(left.len(), wanted.len(), "{}", name(history));
        for (id, why) in &left {
            let wanted = wanted.iter().find(|w| id_of(w) == *id).expect("it is left out");
            assert_eq!(why.to_string(), wanted["problem"], "{}: request {id}", name(history));
        }
        let mut inside = expect.clone();
        inside["left_out"] = Value::Array(Vec::new());
        check(name(history), &rows, today, &inside);
    }
}

fn enter(known: &Known, exports: &[i32], parts: &[listing::Part]) -> Result<Case, LeftOut> {
    let listed = &known.listed;
    let known_since = if known.by_hand { None } else { listing::known_since(listed, parts)? };
    let last = *exports.last().expect("an export");
    let missed =
        listed.accepted.is_none() && listed.sent < last && listed.on.last() != Some(&(exports.len() - 1));
    let verified = match (missed, known.by_hand) {
        (true, _) => listing::gone_on(listed, exports),
        (false, true) => None,
        (false, false) => Some(last),
    };
    Ok(Case {
        sent: Some(When::Day(listed.sent)),
        accepted: listed.accepted.map(When::Day),
        verified,
        known_since,
        ..Case::default()
    })
}
