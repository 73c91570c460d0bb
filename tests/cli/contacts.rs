//! People: add, edit, tag, note, touch, archive, list, show.

use crate::home::{Home, finish_with, keys};

#[test]
fn a_contact_is_added_edited_and_listed() {
    let home = Home::new();
    assert_eq!(
        home.ok(&[
            "add",
            "Ana Ruiz",
            "--company",
            "Ceiba",
            "--role",
            "Engineer",
            "--tag",
            "Rust,PG Barcelona"
        ]),
        "noted: Ana Ruiz added (c1)\n"
    );
    assert_eq!(
        home.ok(&["add", "田中 恵子", "--json"]),
        "{\"batch\":2,\"what\":\"田中 恵子 added\",\"added\":[\"c2\"]}\n"
    );
    assert_eq!(
        home.ok(&["edit", "ana", "--role", "CTO", "--company", "", "--fit", "high"]),
        "noted: Ana Ruiz edited\n"
    );
    assert_eq!(home.ok(&["list"]), "c1  Ana Ruiz   CTO  #pg-barcelona #rust\nc2  田中 恵子\n");
    assert_eq!(
        home.ok(&["list", "ana", "--json"]),
        "{\"id\":\"c1\",\"first_name\":\"Ana\",\"last_name\":\"Ruiz\",\"slug\":null,\"url\":null,\"company\":null,\
         \"role\":\"CTO\",\"email\":null,\"connected_on\":null,\"purpose\":null,\"fit\":\"high\",\
         \"tags\":[\"pg-barcelona\",\"rust\"],\"archived\":false,\"former_slugs\":[],\
         \"former_names\":[],\"listed_on\":null,\"gone_on\":null,\"ask_again_on\":null,\"listed\":null,\"origin\":\"hand\",\"flags\":[],\"name\":\"Ana Ruiz\",\"requests\":[]}\n"
    );
}

#[test]
fn another_of_the_same_name_is_named_and_the_new_one_added() {
    let home = Home::with_two();
    assert_eq!(home.ok(&["add", "ana ruiz"]), "noted: ana ruiz added (c3)\nanother of this name is c1\n");
    assert_eq!(home.ok(&["add", "Ana Ruiz"]), "noted: Ana Ruiz added (c4)\nothers of this name are c1, c3\n");
}

#[test]
fn what_a_contact_cannot_be_is_said() {
    let home = Home::with_two();
    assert!(home.no(1, &["add", " "]).contains("a contact needs a name"));
    assert!(home.no(1, &["add", "X", "--url", "ana.example"]).contains("https://"));
    let second = home.no(1, &["add", "Jörg K.", "--url", "linkedin.com/in/J%c3%96RG-K"]);
    assert!(second.contains("Jörg Kästner (c2) has this address already"), "{second}");
    assert!(home.no(1, &["edit", "ana", "--company", "Ceiba"]).contains("is as it was"));
    assert!(home.no(2, &["edit", "ana"]).contains("--company"));
    assert!(home.no(2, &["add", "X", "--fit", "huge"]).contains("low medium high none"));
}

#[test]
fn tags_are_added_and_taken_away_in_one_step() {
    let home = Home::with_two();
    assert_eq!(home.ok(&["tag", "ana", "+meetup", "pg", "-rust"]), "noted: +meetup +pg -rust on Ana Ruiz\n");
    assert_eq!(home.json(&["list", "tag:pg"])[0]["tags"], serde_json::json!(["meetup", "pg"]));
    assert_eq!(
        home.ok(&["tag", "ana", "-pg", "--plain", "-meetup"]),
        "noted: -pg -meetup on Ana Ruiz\n",
        "an option among them stays one"
    );
    assert!(home.no(1, &["tag", "ana", "-pg"]).contains("like that already"));
    assert!(home.no(2, &["tag", "ana"]).contains("<TAG>"));
}

#[test]
fn a_note_comes_from_the_line_or_from_standard_input() {
    let home = Home::with_two();
    assert_eq!(home.ok(&["note", "ana", "- met at CIDR"]), "noted: note on Ana Ruiz (n1)\n");
    let run = finish_with(home.command(&["note", "ana", "-"]), "two\r\nlines\n");
    assert_eq!((run.code, run.out.as_str()), (0, "noted: note on Ana Ruiz (n2)\n"));
    let whole = &home.json(&["show", "ana"])[0];
    assert_eq!(whole["notes"][1]["text"], "two\nlines");
    assert_eq!(home.json(&["list", "note:cidr"])[0]["id"], "c1");
    let run = finish_with(home.command(&["note", "ana", "-"]), "");
    assert_eq!((run.code, run.err.as_str()), (1, "inroads: the note is empty\n"));
    let long = "x".repeat((1 << 20) + 1);
    assert_eq!(finish_with(home.command(&["note", "ana", "-"]), &long).code, 3);
}

#[test]
fn a_touch_has_a_kind_and_may_be_of_ones_own() {
    let home = Home::with_two();
    let said = home.ok(&["touch", "ana", "help given", "reviewed her talk", "--on", "yesterday"]);
    assert_eq!(said, "noted: Ana Ruiz, help given (t1)\n");
    assert_eq!(home.ok(&["touch", "me", "other", "gave a talk"]), "noted: gave a talk, your own (t2)\n");
    let touch = &home.json(&["show", "c1"])[0]["touches"][0];
    assert_eq!((touch["kind"].as_str(), touch["on"].as_str()), (Some("help_given"), Some("2026-11-21")));
    let wrong = home.no(2, &["touch", "ana", "comented"]);
    assert!(wrong.contains("did you mean comment?"), "{wrong}");
    assert!(home.no(1, &["touch", "ana", "call", "--on", "2027-01-01"]).contains("has not come yet"));
}

#[test]
fn who_is_archived_is_listed_only_when_asked_for() {
    let home = Home::with_two();
    assert_eq!(home.ok(&["archive", "ana"]), "noted: Ana Ruiz archived\n");
    assert_eq!(home.ok(&["list"]), "c2  Jörg Kästner\n");
    assert_eq!(home.ok(&["list", "is:archived"]), "c1  Ana Ruiz  Data Engineer, Ceiba  #rust (archived)\n");
    assert_eq!(home.ok(&["archive", "ana", "--back"]), "noted: Ana Ruiz back from the archive\n");
    assert_eq!(home.ok(&["list"]).lines().count(), 2);
}

#[test]
fn s02_a_purpose_is_kept_shown_and_found() {
    let home = Home::with_two();
    home.ok(&["edit", "ana", "--purpose", "mentor for the storage talk"]);
    assert!(home.ok(&["show", "ana"]).contains("\nWhy: mentor for the storage talk\n"));
    assert_eq!(home.ok(&["list", "purpose:mentor"]).lines().count(), 1);
    assert_eq!(home.json(&["list", "-purpose:mentor"])[0]["id"], "c2");
}

#[test]
fn a_query_that_is_not_understood_is_marked_at_its_spot() {
    let home = Home::with_two();
    let said = home.no(2, &["list", "ána is:waiting"]);
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("inroads: is: does not know waiting"), "{said}");
    assert_eq!(lines[1..], ["  ána is:waiting", "      ^"]);
    assert!(home.no(2, &["list", "tag:"]).contains("tag: needs a word after it"));
    let plain = home.no(2, &["list", "is:waiting", "--plain"]);
    assert!(plain.is_ascii(), "{plain}");
    let run = home.run(&["list", "xylophone"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "nobody fits\n"));
}

#[test]
fn show_prints_the_card_and_everything_as_json() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "3d", "--message", "Hi Ana"]);
    home.ok(&["sign", "ana", "viewed_profile"]);
    let card = home.ok(&["show", "ana"]);
    assert!(card.starts_with("Ana Ruiz\nData Engineer, Ceiba\n#rust\n"), "{card}");
    assert!(card.contains("· fresh: sent request, 3d"), "{card}");
    assert!(card.ends_with("\n\nc1, r1\n\nsilence is not a no\n"), "{card}");
    assert!(home.ok(&["show", "ana", "--plain"]).is_ascii());
    let line = home.ok(&["show", "ana", "--json"]);
    assert_eq!(
        keys(&line)[13..],
        [
            "former_slugs",
            "former_names",
            "listed_on",
            "gone_on",
            "ask_again_on",
            "listed",
            "origin",
            "flags",
            "name",
            "requests",
            "notes",
            "touches",
            "signs",
            "facts",
            "decisions"
        ]
    );
    let whole: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(whole["requests"][0]["message"], "Hi Ana");
    assert_eq!(
        whole["signs"][0],
        serde_json::json!({"request": "r1", "sign": "viewed_profile", "on": "2026-11-22", "text": null, "id": "s1",
            "channel": null})
    );
}
