//! `--keys`: the screens without a terminal, on a copy or on the book itself.

use crate::home::{Home, finish};

#[test]
fn keys_are_played_on_a_copy_unless_write_keeps_what_they_did() {
    let home = Home::with_two();
    let keys = "3nBea Holt<enter>";
    let screen = home.ok(&["--keys", keys, "--size", "80x24"]);
    assert!(screen.contains("Bea Holt"), "{screen}");
    assert_eq!(screen.lines().count(), 24);
    assert_eq!(home.json(&["list"]).len(), 2);
    home.ok(&["--keys", keys, "--write"]);
    assert_eq!(home.json(&["list", "bea"])[0]["name"], "Bea Holt");
    assert_eq!(home.json(&["log", "-n", "1"])[0]["by"], "screen");
    assert_eq!(home.ok(&["undo"]), "undone: Bea Holt added\n");
}

#[test]
fn wrong_keys_sizes_and_ways_to_print_end_with_2() {
    let home = Home::with_two();
    for args in [
        &["--keys", "<hyper>"][..],
        &["--keys", "", "--size", "80"],
        &["--keys", "", "--size", "0x9"],
        &["--keys", "", "--print", "html"],
    ] {
        home.no(2, args);
    }
    assert!(home.ok(&["--keys", "", "--print", "ansi"]).contains("\x1b[0m"));
    assert!(home.ok(&["--keys", "", "--plain"]).contains('+'));
}

#[test]
fn without_a_terminal_the_screens_say_what_to_do_instead() {
    let home = Home::with_two();
    assert!(home.no(2, &[] as &[&str]).contains("`inroads show today`"));
    let run = finish(home.bare(&["demo"]));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
}

#[test]
fn wrong_use_ends_with_2_and_help_with_0() {
    let home = Home::new();
    for args in [&["frobnicate"][..], &["list", "--frob"], &["add"], &["sent"], &["help"]] {
        home.no(2, args);
    }
    let help = home.ok(&["--help"]);
    assert!(help.contains("Examples:\n  inroads import"), "{help}");
    for command in ["import", "due", "settle", "restore", "completions"] {
        assert!(help.contains(&format!("  {command} ")), "{command}");
        assert!(home.ok(&[command, "--help"]).contains("Usage: inroads"));
    }
    let settle = home.ok(&["settle", "--help"]);
    let (own, everywhere) = settle.split_once("For every command:\n").unwrap();
    assert!(own.contains("--on <DATE>") && own.contains("3d or 2w (ago)") && own.contains("r17"), "{own}");
    for option in ["--json", "--db <FILE>", "--config <FILE>", "--today <DAY>", "--plain"] {
        assert!(everywhere.contains(option) && !own.contains(option), "{option}: {settle}");
    }
    for command in ["sent", "tag", "note", "edit", "archive", "touch", "snooze", "received", "sign"] {
        let help = home.ok(&[command, "--help"]);
        assert!(help.contains("an id (c42), a profile address"), "{help}");
    }
    assert_eq!(home.ok(&["--version"]), format!("inroads {}\n", env!("CARGO_PKG_VERSION")));
}
