//! `forecast` and `stats` on a book.

use crate::home::Home;

#[test]
fn a_forecast_says_what_it_was_made_from_and_keeps_nothing_of_a_supposed_day() {
    let mut home = Home::with_two();
    let none = home.ok(&["forecast"]);
    assert!(
        none.contains("there is no history of yours yet")
            && none.contains("Nothing that you sent is waiting.")
    );
    home.ok(&["sent", "ana", "--on", "today"]);
    let fresh = home.ok(&["forecast"]);
    assert!(fresh.contains("Ana Ruiz") && fresh.contains("about 40 % (9 to 80)"), "{fresh}");
    assert!(fresh.contains("Silence is not a no."), "{fresh}");
    // On a day that is only supposed nothing is kept, whatever asks.
    home.ok(&["--keys", "2", "--print", "text", "--write"]);
    home.on("2027-02-01").ok(&["settle", "ana", "withdrawn"]);
    assert!(home.ok(&["stats", "right"]).contains("No forecast was kept yet"));
    assert_eq!(home.json(&["forecast", "is:stale"]).len(), 0);
    assert!(home.no(2, &["forecast", "is:late"]).contains("is:"));
}

#[test]
fn stats_answer_one_question_or_all_in_words_and_in_ascii() {
    let home = Home::with_two();
    let all = home.ok(&["stats"]);
    for heading in ["Does a message help?", "When do they say yes?", "Were forecasts right?"] {
        assert!(all.contains(heading), "{all}");
    }
    assert!(all.lines().all(|line| line.chars().count() <= 80), "{all}");
    let one = home.ok(&["stats", "when", "--plain"]);
    assert!(one.is_ascii() && one.contains("^ quiet 13"), "{one}");
    let wrong = home.no(2, &["stats", "wenn"]);
    assert!(wrong.contains("did you mean when?"), "{wrong}");
}

#[test]
fn what_comes_from_one_export_is_labelled_so() {
    let home = Home::new();
    let export = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample-export");
    home.ok(&["import", export]);
    let said = "From one export: withdrawn requests are missing in it, so the share may be too high.";
    let stats = home.json(&["stats", "months"]).remove(0);
    assert!(stats["caveats"].as_array().unwrap().iter().any(|caveat| caveat == said), "{stats}");
    home.ok(&["import", export, "--json"]);
    assert!(home.ok(&["stats", "funnel"]).replace('\n', " ").contains("From one export:"));
}
