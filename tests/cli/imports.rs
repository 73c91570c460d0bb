//! Importing: what is printed, that twice is once, that a dry run and what cannot be read change nothing.

use serde_json::json;

use crate::home::{Home, keys};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample-export");

#[test]
fn an_import_is_one_batch_and_one_undo_takes_it_back() {
    let home = Home::with_two();
    let before = home.ok(&["list", "--json"]);
    let said = home.ok(&["import", SAMPLE]);
    assert!(
        said.starts_with("sample-export, as of 20 Nov, of Robin Vidal\n  24 new connections\n"),
        "{said}"
    );
    assert!(said.contains("\nnoted: export of 20 Nov: 39 new\n"), "{said}");
    assert_eq!(home.json(&["list"]).len(), 41);
    assert_eq!(home.json(&["log"])[0]["by"], "import");
    let copies: Vec<_> = std::fs::read_dir(home.path("book.db-backups")).unwrap().collect();
    assert_eq!(copies.len(), 1, "a safe copy was made first");
    assert_eq!(home.ok(&["undo"]), "undone: export of 20 Nov: 39 new\n");
    assert_eq!(home.ok(&["list", "--json"]), before);
}

#[test]
fn the_shape_is_as_documented_and_twice_is_once() {
    let home = Home::new();
    let first = home.ok(&["import", SAMPLE, "--json"]);
    assert_eq!(
        keys(&first),
        [
            "path",
            "as_of",
            "owner",
            "tables",
            "contacts",
            "requests",
            "changed",
            "connections_gone",
            "left_out",
            "to_decide",
            "batch",
            "dry_run",
            "warnings",
            "hidden"
        ]
    );
    let first: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(first["contacts"], json!({"new": 39, "updated": 0, "unchanged": 0}));
    assert_eq!(first["requests"], json!({"new": 26, "accepted_since": 0, "no_longer_listed": 0}));
    assert_eq!(first["changed"], json!({"company": 0, "role": 0, "name": 0}));
    assert_eq!(first["tables"][0], json!({"file": "Connections.csv", "kind": "connections", "rows": 25}));
    assert_eq!((&first["batch"], &first["dry_run"]), (&json!(1), &json!(false)));
    let book = home.ok(&["export"]);
    let second = &home.json(&["import", SAMPLE])[0];
    assert_eq!((&second["batch"], &second["contacts"]["unchanged"]), (&json!(null), &json!(39)));
    assert!(home.ok(&["import", SAMPLE]).ends_with("nothing was changed\n"));
    assert_eq!(home.ok(&["export"]), book);
    assert_eq!(home.json(&["log"]).len(), 1);
    assert_eq!(std::fs::read_dir(home.path("book.db-backups")).unwrap().count(), 1);
}

#[test]
fn a_dry_run_writes_nothing() {
    let home = Home::new();
    let said = home.ok(&["import", SAMPLE, "--dry-run"]);
    assert!(said.ends_with("nothing was changed: this was a dry run\n"), "{said}");
    let dry = &home.json(&["import", SAMPLE, "--dry-run"])[0];
    assert_eq!((&dry["batch"], &dry["dry_run"]), (&json!(null), &json!(true)));
    assert!(!home.book().exists());
}

#[test]
fn conversations_can_be_left_aside() {
    let home = Home::new();
    home.ok(&["import", SAMPLE, "--no-conversations"]);
    assert!(home.ok(&["export"]).contains("\"touches\":[]"));
}

#[test]
fn rows_that_are_left_out_are_listed_with_file_line_and_reason_and_end_with_0() {
    let home = Home::new();
    let table = home.write(
        "Connections.csv",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
         Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Ceiba,CTO,20 Nov 2026\n\
         Mei,Lin,https://www.linkedin.com/in/mei-lin,,Faro,PM,31 Nov 2026\n",
    );
    let report = &home.json(&["import", table.to_str().unwrap()])[0];
    assert_eq!((&report["left_out"][0]["line"], &report["contacts"]["new"]), (&json!(3), &json!(1)));
    home.ok(&["undo"]);
    let said = home.ok(&["import", table.to_str().unwrap()]);
    assert!(said.contains("  left out: Connections.csv, line 3: "), "{said}");
}

#[test]
fn what_cannot_be_read_at_all_ends_with_3_and_changes_nothing() {
    let home = Home::with_two();
    let before = std::fs::read(home.book()).unwrap();
    let zip = home.write("export.zip", "PK\u{3}\u{4} and then nothing of a zip");
    let text = home.write("letter.csv", "dear diary\n");
    let fake = home.write("fake.zip", "no zip");
    for path in [zip.as_path(), &text, &fake, &home.path("nowhere"), "-".as_ref(), "/dev/null".as_ref()] {
        let said = home.no(3, &["import".as_ref(), path.as_os_str()]);
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    assert_eq!(std::fs::read(home.book()).unwrap(), before);
    assert!(!home.path("book.db-backups").exists());
}

#[test]
fn what_is_only_a_warning_stands_in_the_shape_too() {
    let home = Home::new();
    let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
                       Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Ceiba,CTO,20 Nov 2026\n,,,,,,19 Nov 2026\n";
    let messages = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n\
                    1,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,Robin,https://www.linkedin.com/in/robin,soon,Hi\n";
    home.write("export/Connections.csv", connections);
    home.write("export/messages.csv", messages);
    let dry = &home.json(&["import", "export", "--dry-run"])[0];
    let report = &home.json(&["import", "export"])[0];
    assert_eq!((&report["warnings"], &report["hidden"]), (&dry["warnings"], &json!(1)));
    let warnings: Vec<&str> =
        report["warnings"].as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect();
    assert!(warnings[0].starts_with("messages.csv: none of its 1 rows could be read"), "{warnings:?}");
    home.ok(&["undo"]);
    let said = home.ok(&["import", "export"]);
    assert!(warnings.iter().all(|warning| said.contains(warning)), "{said}");
}

#[test]
fn a_time_of_which_nothing_is_known_is_a_warning() {
    let home = Home::new();
    let rows = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
                Robin,Ana Ruiz,\"11/1/25, 8:00 AM\",,OUTGOING,https://www.linkedin.com/in/robin,\
                https://www.linkedin.com/in/ana-ruiz\n";
    for day in ["11-20-2025", "11-20-2026"] {
        home.write(&format!("Basic_LinkedInDataExport_{day}/Invitations.csv"), rows);
    }
    home.ok(&["import", "Basic_LinkedInDataExport_11-20-2025"]);
    let report = &home.json(&["import", "Basic_LinkedInDataExport_11-20-2026"])[0];
    assert!(
        report["warnings"].to_string().contains("nothing is known: export at least every five months"),
        "{report}"
    );
}
