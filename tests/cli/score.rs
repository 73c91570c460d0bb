//! `score`: a message, lines of them, and where each point comes from.

use super::home::{Home, finish_with};

const GOOD: &str = "Hi Mei, your write-up on durable queues saved our team a bad quarter. I run the jobs platform at a \
                    small bank and we are halfway through the same move.";

#[test]
fn s46_a_message_is_scored_in_three_parts_with_what_to_do_next() {
    let home = Home::new();
    let good = home.ok(&["score", GOOD]);
    assert!(good.contains(" strong: personal ") && good.contains("respectful 21 of 21; "), "{good}");
    let bad = home.ok(&["score", "Hi, I came across your profile and would love to connect."]);
    assert!(
        bad.contains(" rewrite: ") && bad.contains("! “came across your profile” could go to anybody."),
        "{bad}"
    );
    assert!(bad.lines().count() <= 7, "three tips at most, of two lines: {bad}");
    assert!(bad.lines().skip(1).all(|line| line.chars().count() <= 80), "{bad}");
    let explained = home.ok(&["score", GOOD, "--explain"]);
    assert!(explained.contains("what they made") && explained.contains("your write"), "{explained}");
    assert!(home.ok(&["score", ""]).starts_with("no message: fine"));
    assert!(!home.path("book.db").exists(), "no book is opened");
}

#[test]
fn lines_are_answered_in_their_order_and_a_bad_one_in_its_place() {
    let home = Home::new();
    let lines = format!(
        "{{\"id\":\"n1\",\"text\":{GOOD:?},\"recipient\":{{\"first_name\":\"Mei\",\"company\":null}}}}\nnot json\n\n\
         {{\"id\":\"n2\",\"text\":\"\",\"recipient\":null,\"limit\":200}}\n{{\"id\":\"n3\"}}\n{{\"id\":7,\"text\":\"Hi\"}}\n{}\n",
        "x".repeat(2 << 20)
    );
    let run = finish_with(home.command(&["score", "--stdin-jsonl"]), &lines);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let answers: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 6);
    assert_eq!((&answers[0]["id"], &answers[0]["band"]), (&"n1".into(), &"strong".into()));
    assert_eq!(answers[1]["line"], 2);
    assert!(answers[1]["error"].as_str().unwrap().contains("expected"));
    assert!(answers[2]["score"].is_null() && answers[2]["band"].is_null());
    assert_eq!(answers[2]["count"]["limit"], 200);
    assert!(answers[3]["error"].as_str().unwrap().contains("missing field `text`"));
    assert_eq!(answers[4]["id"], 7, "whatever it is, it comes back");
    assert_eq!(answers[5]["error"], "it is longer than 1 MiB");
}

#[test]
fn a_message_or_lines_but_not_both_and_a_limit_of_ones_own() {
    let home = Home::new();
    assert!(home.no(2, &["score"]).contains("TEXT"));
    home.no(2, &["score", "hi", "--stdin-jsonl"]);
    let long = home.ok(&["score", GOOD, "--limit", "100"]);
    assert!(long.contains("x It is over the limit of your account from “"), "{long}");
    let piped = finish_with(home.command(&["score", "-"]), GOOD);
    assert!(piped.out.contains("strong"), "{}", piped.out);
}
