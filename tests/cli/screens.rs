//! What a screen shows, printed once; and the line for a prompt.

use crate::home::{Home, keys};

/// One stale and one fresh request of the user's, one received.
fn waiting() -> Home {
    let home = Home::with_two();
    home.ok(&["add", "Mei Lin"]);
    home.ok(&["sent", "ana", "--on", "190d", "--message", "Hi"]);
    home.ok(&["sent", "mei", "--on", "1d", "--message", "Hi"]);
    home.ok(&["received", "jörg", "--on", "2d", "--message", "Hello"]);
    home
}

#[test]
fn today_is_printed_once_and_numbered() {
    let home = waiting();
    assert_eq!(
        home.ok(&["show", "today"]),
        "Sunday 22 November\n\nWaiting for your answer\n   1  Jörg Kästner asked you, 2d, with a message  (c2, r3)\n\n\
         Worth a decision\n   2  ! Ana Ruiz, 190d, may have expired  (c1, r1)\n\nBudget\nweek 1 of 20 used\n\
         messages this month 1 of 5 used\npending pile 2 on LinkedIn\n\nsilence is not a no\n"
    );
    let lines = home.ok(&["show", "today", "--json"]);
    let kinds: Vec<String> =
        home.json(&["show", "today"]).iter().map(|line| line["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds, ["answer", "stale"]);
    assert_eq!(keys(lines.lines().next().unwrap()), ["kind", "contact", "request", "on", "text"]);
    let empty = Home::new();
    assert!(empty.ok(&["show", "today"]).contains("Nothing waits for you today."));
}

#[test]
fn pending_has_its_three_lists_and_each_alone() {
    let home = waiting();
    assert_eq!(
        home.ok(&["show", "pending"]),
        "Sent 2\n   1  !  190d  Ana Ruiz  Data Engineer, Ceiba  r1  c1\n   2  +    1d  Mei Lin                         r2  c3\n\n\
         Received 1\n   1  ·    2d  Jörg Kästner  r3  c2\n\nSnoozed 0\n\nsilence is not a no\n"
    );
    assert_eq!(home.json(&["show", "pending"]).len(), 3);
    assert_eq!(home.json(&["show", "sent"]).len(), 2);
    let stale = &home.json(&["show", "sent"])[0];
    assert_eq!((stale["name"].as_str(), stale["stage"].as_str()), (Some("Ana Ruiz"), Some("stale")));
    home.ok(&["snooze", "r2", "3d"]);
    assert!(home.ok(&["show", "snoozed"]).contains("+ 1d, until 25 Nov  Mei Lin"));
    assert!(home.ok(&["show", "pending", "--plain"]).contains("1  .    2d  J"));
}

#[test]
fn contacts_and_you_are_printed_too() {
    let home = waiting();
    assert_eq!(home.ok(&["show", "contacts"]), home.ok(&["list"]));
    let you = home.ok(&["show", "you"]);
    assert!(you.contains("quiet after"), "{you}");
    let rules = home.json(&["show", "you"]);
    assert_eq!(rules[0]["rule"], "account");
    let aim = rules.iter().find(|rule| rule["rule"] == "week_aim").unwrap();
    assert_eq!((aim["value"].as_i64(), aim["default"].as_i64()), (Some(20), Some(20)));
}

#[test]
fn status_is_one_line_for_a_prompt() {
    let home = waiting();
    assert_eq!(
        home.ok(&["status"]),
        "2 waiting, 1 stale, 1 received, 0 due; week 1 of 20, messages 1 of 5\n"
    );
    assert_eq!(
        home.ok(&["status", "--json"]),
        "{\"waiting\":2,\"stale\":1,\"received\":1,\"due\":0,\"week\":{\"used\":1,\"of\":20},\
         \"messages\":{\"used\":1,\"of\":5}}\n"
    );
}

#[test]
fn status_agrees_with_the_whole_demo_network() {
    let home = Home::new();
    let run = crate::home::finish(home.bare(&["demo", "--keys", "", "--write"]));
    assert_eq!(run.code, 0, "{}", run.err);
    let demo = home.path(".local/share/inroads/demo.db");
    let on_demo = |args: &[&str]| {
        let mut command = home.bare(args);
        command.arg("--db").arg(&demo);
        let run = crate::home::finish(command);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        run.out
    };
    let status: serde_json::Value = serde_json::from_str(&on_demo(&["status", "--json"])).unwrap();
    let sent = on_demo(&["show", "sent", "--json"]);
    assert_eq!(status["waiting"], sent.lines().count());
    assert_eq!(status["stale"], sent.lines().filter(|line| line.contains("\"stage\":\"stale\"")).count());
    assert_eq!(status["received"], on_demo(&["show", "received", "--json"]).lines().count());
    let due = on_demo(&["due", "--json"]);
    assert_eq!(status["due"], due.lines().count());
    let today = on_demo(&["show", "today", "--json"]);
    for line in due.lines() {
        assert!(today.contains(line), "{line}");
    }
    assert!(on_demo(&["show", "today"]).contains(&format!("week {} of 20 used", status["week"]["used"])));
}

#[test]
fn a_book_that_is_named_to_the_demo_is_the_made_up_peoples() {
    let home = Home::new();
    let run = home.run(&["demo", "--keys", "", "--write"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(home.json(&["list"]).len() > 20);
}

#[test]
fn reading_makes_no_book() {
    let home = Home::new();
    for args in [&["status"][..], &["due"], &["log"], &["show", "today"], &["export"], &["doctor"]] {
        home.ok(args);
    }
    assert_eq!(home.run(&["list"]).code, 0);
    assert!(!home.book().exists());
    assert_eq!(std::fs::read_dir(home.path("")).unwrap().count(), 0);
}
