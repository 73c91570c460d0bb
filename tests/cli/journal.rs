//! The journal: what was done, and taking it back.

use crate::home::Home;

#[test]
fn the_newest_change_is_taken_back_and_the_log_says_so() {
    let home = Home::with_two();
    home.ok(&["tag", "ana", "+pg"]);
    assert_eq!(home.ok(&["undo"]), "undone: +pg on Ana Ruiz\n");
    assert_eq!(home.ok(&["undo", "--json"]), "{\"batch\":5,\"what\":\"Jörg Kästner added\",\"added\":[]}\n");
    assert_eq!(
        home.ok(&["log", "--json"]),
        "{\"batch\":5,\"at\":\"2026-11-22T12:00Z\",\"by\":\"undo\",\"what\":\"Jörg Kästner added\",\"undone\":false}\n\
         {\"batch\":4,\"at\":\"2026-11-22T12:00Z\",\"by\":\"undo\",\"what\":\"+pg on Ana Ruiz\",\"undone\":false}\n\
         {\"batch\":3,\"at\":\"2026-11-22T12:00Z\",\"by\":\"tag\",\"what\":\"+pg on Ana Ruiz\",\"undone\":true}\n\
         {\"batch\":2,\"at\":\"2026-11-22T12:00Z\",\"by\":\"add\",\"what\":\"Jörg Kästner added\",\"undone\":true}\n\
         {\"batch\":1,\"at\":\"2026-11-22T12:00Z\",\"by\":\"add\",\"what\":\"Ana Ruiz added\",\"undone\":false}\n"
    );
    assert_eq!(
        home.ok(&["log", "-n", "2"]),
        "5  2026-11-22T12:00Z  undo  took back: Jörg Kästner added\n\
         4  2026-11-22T12:00Z  undo  took back: +pg on Ana Ruiz\n"
    );
    home.ok(&["undo"]);
    assert_eq!(home.no(1, &["undo"]), "inroads: there is nothing to undo\n");
    assert_eq!(home.ok(&["list", "--json"]), "");
}

#[test]
fn what_was_taken_back_last_is_done_again_unless_something_new_was_done() {
    let home = Home::with_two();
    assert_eq!(home.no(1, &["redo"]), "inroads: there is nothing to do again\n");
    home.ok(&["tag", "ana", "+pg"]);
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    assert_eq!(home.ok(&["redo"]), "redone: Jörg Kästner added\n");
    assert_eq!(home.ok(&["redo"]), "redone: +pg on Ana Ruiz\n");
    assert_eq!(home.no(1, &["redo"]), "inroads: there is nothing to do again\n");
    assert_eq!(home.json(&["log", "-n", "1"])[0]["by"], "redo");
    assert_eq!(home.ok(&["undo"]), "undone: +pg on Ana Ruiz\n");
    home.ok(&["note", "ana", "x"]);
    assert_eq!(home.no(1, &["redo"]), "inroads: there is nothing to do again\n");
    assert_eq!(home.json(&["list"]).len(), 2);
}

#[test]
fn each_command_is_known_by_its_name() {
    let home = Home::with_two();
    let each: [&[&str]; 9] = [
        &["sent", "ana", "--on", "9d"],
        &["received", "jörg"],
        &["sign", "ana", "reacted"],
        &["settle", "ana", "withdrawn", "--on", "5d"],
        &["snooze", "jörg", "3d"],
        &["edit", "ana", "--role", "CTO"],
        &["note", "ana", "x"],
        &["touch", "ana", "call"],
        &["archive", "ana"],
    ];
    for args in each {
        home.ok(args);
        assert_eq!(home.json(&["log", "-n", "1"])[0]["by"], args[0]);
    }
    for _ in each {
        home.ok(&["undo"]);
    }
    assert_eq!(home.json(&["list"]).len(), 2);
    assert!(home.ok(&["doctor"]).contains("the journal leads to what the book holds"));
}
