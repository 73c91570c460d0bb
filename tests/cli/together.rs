//! Several at once, and readers that leave early.

use std::thread;

use crate::home::Home;

#[test]
fn two_that_write_at_once_lose_nothing() {
    let home = Home::new();
    thread::scope(|scope| {
        for side in ["Ana", "Bea"] {
            let home = &home;
            scope.spawn(move || {
                for n in 1..=20 {
                    let run = home.run(&["add", &format!("{side} {n}")]);
                    assert_eq!((run.code, run.err.as_str()), (0, ""), "{side} {n}");
                }
            });
        }
    });
    let listed = home.json(&["list"]);
    let names: std::collections::BTreeSet<&str> =
        listed.iter().map(|c| c["name"].as_str().unwrap()).collect();
    let ids: std::collections::BTreeSet<&str> = listed.iter().map(|c| c["id"].as_str().unwrap()).collect();
    assert_eq!((names.len(), ids.len()), (40, 40));
    assert!(home.ok(&["doctor"]).contains("the journal leads to what the book holds"));
}

#[test]
fn three_that_begin_a_new_book_at_once_all_find_it_theirs() {
    for round in 0..8 {
        let home = Home::new();
        thread::scope(|scope| {
            for name in ["Ana", "Bea", "Cid"] {
                let home = &home;
                scope.spawn(move || {
                    let run = home.run(&["add", name]);
                    assert_eq!((run.code, run.err.as_str()), (0, ""), "{name} in round {round}");
                });
            }
        });
        assert_eq!(home.json(&["list"]).len(), 3, "round {round}");
    }
}

#[test]
fn a_reader_that_leaves_early_ends_it_silently() {
    let home = Home::with_two();
    for args in [
        &["list"][..],
        &["export"],
        &["log", "--json"],
        &["completions", "fish"],
        &["--keys", ""],
        &["--help"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = home.command(args).stdout(writer).output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), err.as_ref()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let home = Home::with_two();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = home.command(&["list"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("inroads: could not print: "));
}
