//! WHO: an id, an address, a part of a name; several and none end with 1.

use crate::home::Home;

#[test]
fn a_contact_is_found_by_id_address_and_part_of_the_name() {
    let home = Home::with_two();
    for who in ["c2", "jörg-k", "J%C3%B6rg-K", "https://de.linkedin.com/in/jörg-k?x=1", "kastner", "JÖRG"]
    {
        assert_eq!(home.json(&["show", who])[0]["id"], "c2", "{who}");
    }
    home.ok(&["edit", "c2", "--url", "https://www.linkedin.com/in/joerg-new"]);
    assert_eq!(home.json(&["show", "jörg-k"])[0]["id"], "c2", "a former address still finds");
}

#[test]
fn several_end_with_the_list_and_a_whole_name_wins() {
    let home = Home::with_two();
    home.ok(&["add", "Ana Ruiz Lopez", "--company", "Faro"]);
    let several = home.no(1, &["note", "ana", "x"]);
    assert_eq!(
        several,
        "inroads: 2 people fit \"ana\", give the id of one:\n  c1  Ana Ruiz  Data Engineer, Ceiba\n  \
         c3  Ana Ruiz Lopez  Faro\n"
    );
    assert_eq!(home.ok(&["note", "ána ruiz", "x"]), "noted: note on Ana Ruiz (n1)\n");
    home.ok(&["add", "Ana Ruiz"]);
    assert!(home.no(1, &["show", "Ana Ruiz"]).contains("2 people fit"));
}

#[test]
fn nobody_ends_with_who_may_be_meant() {
    let home = Home::with_two();
    assert_eq!(
        home.no(1, &["show", "kaestnr"]),
        "inroads: nobody fits \"kaestnr\"; did you mean Jörg Kästner (c2)?\n"
    );
    assert_eq!(home.no(1, &["sent", "Zoë"]), "inroads: nobody fits \"Zoë\"; `inroads add` adds somebody\n");
    assert!(home.no(1, &["show", "c99"]).contains("there is no contact c99"));
    home.ok(&["add", "Dana Levi"]);
    assert_eq!(home.json(&["show", "ana"])[0]["id"], "c1", "a part that begins so is meant first");
    assert_eq!(home.json(&["show", "evi"])[0]["id"], "c3");
    assert!(home.no(1, &["show", ""]).contains("nobody is named"));
    for nothing in ["\u{301}", "\x1b", "%00"] {
        assert!(home.no(1, &["show", nothing]).contains("nobody fits"), "{nothing:?}");
    }
    assert!(home.no(1, &["settle", "r9", "accepted"]).contains("there is no request r9"));
}

#[test]
fn several_requests_that_wait_need_the_id_of_one() {
    let home = Home::with_two();
    home.ok(&["sent", "ana", "--on", "5d"]);
    home.ok(&["received", "ana"]);
    let several = home.no(1, &["settle", "ana", "accepted"]);
    assert_eq!(
        several,
        "inroads: 2 requests with Ana Ruiz wait, give the id of one:\n  r1  sent  2026-11-17\n  r2  received  \
         2026-11-22\n"
    );
    assert!(home.no(1, &["snooze", "ana", "3d"]).contains("give the id of one"));
    assert_eq!(home.ok(&["settle", "r2", "ignored"]), "noted: Ana Ruiz ignored\n");
    assert_eq!(home.ok(&["settle", "ana", "accepted"]), "noted: Ana Ruiz accepted\n");
    assert!(home.no(1, &["settle", "jörg", "accepted"]).contains("there is no request with Jörg Kästner"));
}
