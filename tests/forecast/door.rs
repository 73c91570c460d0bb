//! The forecast through the program: lines of a history, and the same history written down in a book.

use std::process::Stdio;

use serde_json::Value;

use crate::given::{given, name, near, number};

fn program(args: &[&str], input: Option<&str>) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_inroads"));
    command.env_clear().env("HOME", folder.path()).env("TZ", "UTC").stdin(Stdio::null()).args(args);
    let mut command = assert_cmd::Command::from_std(command);
    let output = command.write_stdin(input.unwrap_or_default()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lines_of_a_history_are_answered_as_the_reference_answers_them() {
    for history in given("stdin") {
        let lines: Vec<String> =
            history["input"].as_array().unwrap().iter().map(ToString::to_string).collect();
        let (code, out, err) = program(&["forecast", "--stdin-jsonl"], Some(&lines.join("\n")));
        assert_eq!((code, err.as_str()), (0, ""));
        let found = objects(&out);
        let wanted = history["output"].as_array().unwrap();
        assert_eq!(found.len(), wanted.len(), "{}", name(&history));
        for (found, wanted) in found.iter().zip(wanted) {
            same(found, wanted);
            assert_eq!(found["reasons"], wanted["reasons"], "{wanted}");
        }
    }
}

/// Fails unless the two say the same within what the reference allows.
fn same(found: &Value, wanted: &Value) {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(found), keys(wanted));
    for key in ["id", "contact", "sent_on", "age_days", "as_of", "stage", "label", "action", "basis"] {
        assert_eq!(found[key], wanted[key], "{key} of {wanted}");
    }
    for (key, tolerance) in
        [("p_eventual", 1e-3), ("p_7d", 1e-3), ("p_30d", 1e-3), ("p_low", 0.02), ("p_high", 0.02)]
    {
        near(number(&found[key]), number(&wanted[key]), tolerance, &format!("{key} of {wanted}"));
    }
    near(number(&found["resolved"]), number(&wanted["resolved"]), 0.2, "resolved");
    for key in ["quiet_age_days", "stale_age_days"] {
        near(number(&found[key]), number(&wanted[key]), 1.0, key);
    }
}

#[test]
fn a_bad_line_is_named_and_nothing_is_printed() {
    let head = "{\"today\":1000}";
    for (lines, number, why) in [
        (String::new(), "empty", "the first line needs a day"),
        ("{\"id\":1}".to_owned(), "line 1", "the first line needs a day"),
        (format!("{head}\n{{\"id\":1,\"sent\":990}}\nnot json"), "line 3", "expected"),
        (format!("{head}\n{{\"sent\":990}}"), "line 2", "missing field `id`"),
        (format!("{head}\n{{\"id\":1}}"), "line 2", "missing field `sent`"),
        (format!("{head}\n{{\"id\":1,\"sent\":\"990\"}}"), "line 2", "invalid type"),
        (format!("{head}\n{{\"id\":1,\"sent\":9,\"signs\":[\"winked\"]}}"), "line 2", "no sign \"winked\""),
    ] {
        let (code, out, err) = program(&["forecast", "--stdin-jsonl"], Some(&lines));
        assert_eq!((code, out.as_str()), (3, ""), "{lines}: {err}");
        assert!(err.contains(number) && err.contains(why), "{lines}: {err}");
    }
}

#[test]
fn a_history_gives_the_same_numbers_with_and_without_a_book() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.db");
    let day =
        |n: i32| inroads::domain::time::Day::parse("2026-01-01").unwrap().plus(i64::from(n)).to_string();
    let run = |today: i32, args: &[&str]| {
        let today = day(today);
        let all = [&["--today", &today, "--db", book.to_str().unwrap()], args].concat();
        let (code, out, err) = program(&all, None);
        assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
        out
    };
    // Sent, accepted, withdrawn, message, source: written down as it happened.
    let history = [
        (0, Some(1), None, "yes", Some("event")),
        (2, None, None, "no", Some("search")),
        (5, None, Some(35), "no", Some("search")),
        (9, Some(9), None, "yes", Some("event")),
        (20, None, None, "yes", None),
        (31, Some(40), None, "no", Some("event")),
        (44, None, None, "no", None),
        (58, None, None, "yes", Some("event")),
    ];
    let today = 60;
    let mut lines = vec![format!("{{\"today\":{today}}}")];
    let mut deeds: Vec<(i32, Vec<String>)> = Vec::new();
    for (n, (sent, accepted, withdrawn, message, source)) in (1..).zip(history) {
        let who = format!("c{n}");
        let text = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        deeds.push((sent, text(&["add", &format!("Ana Nr{n}")])));
        let mut writes = text(&["sent", &who]);
        if message == "yes" {
            writes.extend(text(&["--message", "Hi Ana, your talk."]));
        }
        writes.extend(source.into_iter().flat_map(|source| text(&["--source", source])));
        deeds.push((sent, writes));
        deeds.extend(accepted.map(|on| (on, text(&["settle", &who, "accepted"]))));
        deeds.extend(withdrawn.map(|on| (on, text(&["settle", &who, "withdrawn"]))));
        let json = |value: Option<i32>| value.map_or("null".to_owned(), |day| day.to_string());
        let source = source.map_or("null".to_owned(), |source| format!("\"{source}\""));
        lines.push(format!(
            "{{\"id\":\"r{n}\",\"sent\":{sent},\"accepted\":{},\"withdrawn\":{},\"message\":\"{message}\",\"source\":{source}}}",
            json(accepted),
            json(withdrawn)
        ));
    }
    deeds.sort_by_key(|(on, _)| *on);
    for (on, deed) in &deeds {
        let deed: Vec<&str> = deed.iter().map(String::as_str).collect();
        run(*on, &deed);
    }
    let with = objects(&run(today, &["forecast", "--json"]));
    let (_, without, _) = program(&["forecast", "--stdin-jsonl"], Some(&lines.join("\n")));
    let without = objects(&without);
    assert_eq!((with.len(), without.len()), (4, 4));
    for (with, without) in with.iter().zip(&without) {
        assert_eq!(with["id"], without["id"]);
        assert_eq!(with["reasons"], without["reasons"]);
        for key in ["p_eventual", "p_low", "p_high", "p_7d", "p_30d", "resolved"] {
            near(number(&with[key]), number(&without[key]), 1e-12, key);
        }
    }
    let one = objects(&run(today, &["forecast", "--json", "source:event"]));
    assert_eq!(one.len(), 1, "a query narrows");
    let told = run(today, &["forecast"]);
    assert!(told.contains("Silence is not a no") && told.contains('(') && told.contains(" to "), "{told}");
}
