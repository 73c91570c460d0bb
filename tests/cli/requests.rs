//! Requests in both directions: sent, received, settle, snooze, sign; and the dates that they take.

use serde_json::json;

use crate::home::{Home, finish_with};

#[test]
fn s01_both_directions_are_written_down_and_survive_a_restart() {
    let home = Home::with_two();
    assert_eq!(
        home.ok(&["sent", "ana", "--message", "Hi Ana", "--source", "Meetup"]),
        "noted: request to Ana Ruiz (r1)\n"
    );
    assert_eq!(
        home.ok(&["received", "c2", "--on", "2w", "--json"]),
        "{\"batch\":4,\"what\":\"request from Jörg Kästner\",\"added\":[\"r2\"]}\n"
    );
    let pending = home.ok(&["show", "pending"]);
    assert!(pending.contains("Sent 1\n") && pending.contains("Received 1\n"), "{pending}");
    assert_eq!(
        home.json(&["show", "ana"])[0]["requests"],
        json!([{
            "id": "r1", "contact": "c1", "direction": "sent", "channel": "linkedin", "source": "meetup",
            "attempt": 1, "sent_on": "2026-11-22", "sent_at": null, "message": "Hi Ana",
            "standing": "pending", "settled_on": null, "settled_at": null, "evidence": "seen",
            "snoozed_until": null, "sent_raw": null, "recorded_on": "2026-11-22", "confirmed_on": null,
            "by_name": false, "against": null, "opened": false, "origin": "hand",
            "template": null, "score": 40, "profile": 0
        }])
    );
    let received = &home.json(&["show", "received"])[0];
    assert_eq!((&received["direction"], &received["sent_on"]), (&json!("received"), &json!("2026-11-08")));
    assert_eq!((&received["age"], &received["stage"]), (&json!(14), &json!("quiet")));
}

#[test]
fn records_look_back_and_take_every_form_of_a_date() {
    let home = Home::with_two();
    for (typed, day) in [
        ("yesterday", "2026-11-21"),
        ("3d", "2026-11-19"),
        ("fri", "2026-11-20"),
        ("24 nov", "2025-11-24"),
        ("2026-01-02", "2026-01-02"),
    ] {
        home.ok(&["sent", "ana", "--on", typed]);
        let requests = home.json(&["show", "ana"]).remove(0);
        let newest = requests["requests"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(newest["sent_on"], day, "{typed}");
        home.ok(&["undo"]);
    }
    let wrong = home.no(2, &["sent", "ana", "--on", "soon"]);
    assert!(wrong.contains("could not read the date \"soon\": use today, 3d"), "{wrong}");
    assert!(home.no(1, &["sent", "ana", "--on", "tomorrow"]).contains("has not come yet"));
    assert!(home.no(2, &["list", "--today", "22.11.2026"]).contains("--today"));
}

#[test]
fn a_message_can_come_from_standard_input() {
    let home = Home::with_two();
    let run = finish_with(home.command(&["sent", "ana", "--message", "-"]), "Hi Ana,\nyour talk ...\n");
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(home.json(&["show", "ana"])[0]["requests"][0]["message"], "Hi Ana,\nyour talk ...");
    assert_eq!(home.ok(&["list", "has:message"]).lines().count(), 1);
}

#[test]
fn a_request_is_settled_corrected_and_pending_again() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    assert_eq!(home.ok(&["settle", "ana", "accepted", "--on", "yesterday"]), "noted: Ana Ruiz accepted\n");
    assert_eq!(home.json(&["list", "is:connected"])[0]["connected_on"], "2026-11-21");
    let gone = "noted: Ana Ruiz no longer listed, was accepted 21 Nov\n";
    assert_eq!(home.ok(&["settle", "ana", "no longer listed"]), gone, "what stood there is said");
    let again = "noted: Ana Ruiz still pending, was no longer listed 22 Nov\n";
    assert_eq!(home.ok(&["settle", "r1", "pending"]), again);
    assert!(home.no(2, &["settle", "ana", "acepted"]).contains("did you mean accepted?"));
    assert!(home.no(1, &["settle", "ana", "ignored"]).contains("a sent request cannot be ignored"));
    assert!(home.no(1, &["settle", "ana", "accepted", "--on", "9d"]).contains("is of 17 Nov"));
}

#[test]
fn s10_what_people_say_for_a_standing_is_understood_and_a_report_never_guessed() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    for (said, standing) in [
        ("rejected", "declined"),
        ("yes", "accepted"),
        ("Refused", "declined"),
        ("accepted", "accepted"),
        ("no", "declined"),
    ] {
        let noted = home.ok(&["settle", "ana", said]);
        let expected = format!("noted: Ana Ruiz {standing}");
        assert!(noted.trim_end() == expected || noted.starts_with(&format!("{expected}, was ")), "{noted}");
    }
    let words = "pending accepted declined withdrawn expired reported ignored no_longer_listed";
    assert!(home.ok(&["settle", "--help"]).contains(words));
    for (typed, meant) in [
        ("rejectd", ", did you mean declined?"),
        ("reported_", ""),
        ("repotred", ""),
        ("draft", ""),
        ("withdrew", ", did you mean withdrawn?"),
    ] {
        let said = home.no(2, &["settle", "ana", typed]);
        assert!(said.contains(&format!("it is one of {words}{meant}\n")), "{typed}: {said}");
    }
}

#[test]
fn what_went_against_a_rule_is_written_down_and_marked() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "9d"]);
    home.ok(&["settle", "ana", "withdrawn", "--on", "5d"]);
    assert_eq!(
        home.ok(&["sent", "ana"]),
        "noted: request to Ana Ruiz, against the rule: 21 days after a withdrawal (possible from 8 Dec) (r2)\n"
    );
}

#[test]
fn a_snoozed_request_is_due_on_its_day() {
    let mut home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "50d"]);
    assert_eq!(home.ok(&["snooze", "ana", "3d"]), "noted: Ana Ruiz snoozed until 25 Nov\n");
    assert_eq!(home.ok(&["due"]), "");
    assert_eq!(home.ok(&["due", "--json"]), "");
    assert!(home.no(1, &["snooze", "r1", "today"]).contains("choose a day after today"));
    assert!(home.no(2, &["snooze", "r1", "soon"]).contains("use tomorrow, 3d"));
    home.on("2026-11-25");
    assert_eq!(home.ok(&["due"]), "Ana Ruiz: snoozed until today\n");
    assert_eq!(
        home.ok(&["due", "--json"]),
        "{\"kind\":\"snoozed\",\"contact\":\"c1\",\"request\":\"r1\",\"on\":\"2026-11-25\",\
         \"text\":\"Ana Ruiz: snoozed until today\"}\n"
    );
    assert_eq!(home.ok(&["snooze", "r1", "off"]), "noted: Ana Ruiz back on the list\n");
    assert_eq!(home.ok(&["due"]), "");
}

#[test]
fn s72_a_far_date_to_ask_again_is_kept_and_surfaces_on_its_day() {
    let mut home = Home::with_two();
    assert_eq!(home.ok(&["snooze", "jörg", "9m"]), "noted: a reminder of Jörg Kästner on 22 Aug 2027\n");
    assert!(home.no(1, &["snooze", "jörg", "22", "aug", "2027"]).contains("like that already"));
    home.on("2027-08-21");
    assert_eq!(home.ok(&["due"]), "");
    home.on("2027-08-22");
    assert_eq!(
        home.ok(&["due", "--json"]),
        "{\"kind\":\"ask_again\",\"contact\":\"c2\",\"request\":null,\"on\":\"2027-08-22\",\
         \"text\":\"Jörg Kästner: ask again, today\"}\n"
    );
    assert_eq!(home.ok(&["snooze", "jörg", "off"]), "noted: no reminder of Jörg Kästner\n");
}

#[test]
fn s18_their_no_in_words_settles_in_one_step_and_one_undo_takes_it_back() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    assert_eq!(
        home.ok(&["sign", "ana", "told_no", "not this year", "--channel", "event"]),
        "noted: Ana Ruiz declined: they said so (s1)\n"
    );
    let whole = &home.json(&["show", "ana"])[0];
    assert_eq!(
        (&whole["requests"][0]["standing"], &whole["requests"][0]["evidence"]),
        (&json!("declined"), &json!("told"))
    );
    assert_eq!(
        (&whole["signs"][0]["text"], &whole["signs"][0]["channel"]),
        (&json!("not this year"), &json!("event"))
    );
    home.ok(&["undo"]);
    let whole = &home.json(&["show", "ana"])[0];
    assert_eq!((&whole["requests"][0]["standing"], &whole["signs"]), (&json!("pending"), &json!([])));
}

#[test]
fn s16_a_sign_is_stored_with_its_day_and_undone() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    home.ok(&["sign", "r1", "public-posts-only", "--on", "yesterday"]);
    assert_eq!(home.json(&["show", "ana"])[0]["signs"][0]["on"], "2026-11-21");
    home.ok(&["undo"]);
    assert_eq!(home.json(&["show", "ana"])[0]["signs"], json!([]));
    assert!(home.no(2, &["sign", "r1", "looked"]).contains("viewed_profile"));
    home.ok(&["settle", "ana", "withdrawn"]);
    assert_eq!(
        home.no(1, &["sign", "ana", "told_no"]),
        "inroads: a sign is a hint on a request that waits, and the one with Ana Ruiz is withdrawn: `inroads settle r1 \
         declined` corrects what came of it\n"
    );
    assert!(home.no(1, &["sign", "ana", "reacted"]).contains("`inroads settle r1 STANDING`"));
}

#[test]
fn the_words_of_the_screens_are_understood_or_lead_to_the_command() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    assert_eq!(home.ok(&["settle", "ana", "withdraw"]), "noted: Ana Ruiz withdrawn\n");
    home.ok(&["undo"]);
    assert!(home.ok(&["sign", "ana", "told me no", "not now"]).contains("declined: they said so"));
    assert!(
        home.no(2, &["withdraw", "ana"]).ends_with("`inroads settle WHO withdrawn` notes a withdrawal\n")
    );
    assert!(home.no(2, &["merge", "c1", "c2"]).contains("that is done in the screens"));
    assert!(!home.no(2, &["frobnicate"]).contains("in the screens"));
}

#[test]
fn s52_a_draft_that_was_put_off_is_due_on_its_day() {
    let mut home = Home::with_two();
    home.ok(&["draft", "ana", "Hi Ana, your rota"]);
    assert_eq!(home.ok(&["due"]), "");
    assert_eq!(
        home.ok(&["draft", "ana", "--later", "3d"]),
        "noted: draft to Ana Ruiz comes back on 25 Nov\n"
    );
    home.on("2026-11-24");
    assert_eq!(home.ok(&["due"]), "");
    home.on("2026-11-25");
    assert_eq!(home.ok(&["due"]), "Ana Ruiz: your draft, put off until today\n");
    assert!(home.ok(&["due", "--json"]).starts_with("{\"kind\":\"draft\",\"contact\":\"c1\""));
    home.ok(&["draft", "ana", "--drop"]);
    assert_eq!(home.ok(&["due"]), "");
}
