//! A contact that was made to do harm: nothing of it reaches the terminal raw, from any command in any form.

use inroads::domain::visible;

use crate::home::Home;

/// A title for the terminal, a clear screen, a new colour, a line of one's own, bidi, hidden and separating marks.
const EVIL: &str = "E\x1b]0;own\x07v\x1b[2Ji\u{9b}31ml\nc9 \u{202e}txt\u{2066}\u{200b}\u{2028}\u{7f}\r\tx";

fn book() -> Home {
    let home = Home::new();
    let field = |name: &str| format!("{name}{EVIL}");
    home.run(&[
        "add",
        &field("Name"),
        "--company",
        &field("company"),
        "--role",
        &field("role"),
        "--email",
        &field("email"),
        "--purpose",
        &field("purpose"),
        "--url",
        &format!("https://x.example/{EVIL}"),
        "--tag",
        &field("tag"),
    ]);
    let each: [&[&str]; 7] = [
        &["received", "c1", "--on", "5d", "--message", EVIL],
        &["sent", "c1", "--on", "60d", "--message", EVIL, "--source", EVIL],
        &["sign", "r2", "viewed_profile", EVIL],
        &["touch", "c1", "comment", EVIL],
        &["note", "c1", EVIL],
        &["snooze", "r1", "1d"],
        &["add", &format!("Second{EVIL}")],
    ];
    for args in each {
        let run = home.run(args);
        assert_eq!(run.code, 0, "{}", run.err);
        safe(&run.out, args);
    }
    home
}

fn safe(text: &str, what: &[&str]) {
    let raw = text.chars().find(|c| *c != '\n' && visible::hidden(*c));
    assert_eq!(raw, None, "{what:?} printed {text:?}");
}

#[test]
fn no_command_prints_it_raw() {
    let mut home = book();
    home.on("2026-11-23");
    let evil_file = format!("export{EVIL}.zip").replace('/', "");
    let import = ["import", &evil_file];
    let each: Vec<(&[&str], i32)> = vec![
        (&["list"], 0),
        (&["list", "c9"], 0),
        (&["list", EVIL], 0),
        (&["list", "is:\x1b[31m\u{202e}"], 2),
        (&["show", "c1"], 0),
        (&["show", "evil"], 1),
        (&["show", "second"], 0),
        (&["show", EVIL], 1),
        (&["show", "\x1b[2J"], 1),
        (&["show", "today"], 0),
        (&["show", "pending"], 0),
        (&["show", "contacts"], 0),
        (&["show", "you"], 0),
        (&["settle", "c1", "accepted"], 1),
        (&["settle", "c1", EVIL], 2),
        (&["due"], 0),
        (&["status"], 0),
        (&["log"], 0),
        (&["export"], 0),
        (&["doctor"], 0),
        (&import, 3),
        (&["restore", EVIL, "--force"], 3),
        (&["export", "no/\x1b[2J/x"], 3),
        (&["tag", "c1", "+\x1b[31m"], 0),
        (&["edit", "c1", "--role", EVIL, "--company", "\x1b"], 0),
        (&["archive", "second"], 0),
        (&["undo"], 0),
        (&["--config", EVIL, "list"], 3),
        (&["frob\x1b[31m"], 2),
    ];
    for (args, code) in each {
        for form in [&[][..], &["--json"], &["--plain"]] {
            let args: Vec<&str> = args.iter().chain(form).copied().collect();
            let run = home.run(&args);
            safe(&run.out, &args);
            safe(&run.err, &args);
            // What was done by the first form may not be there to be done by the next.
            let writes = matches!(args[0], "tag" | "edit" | "archive" | "undo");
            assert!(
                run.code == code || (writes && form != [""; 0] && run.code == 1),
                "{args:?}: {} {}",
                run.code,
                run.err
            );
        }
    }
}

#[test]
fn a_line_of_its_own_stays_in_its_line() {
    let home = book();
    assert_eq!(home.ok(&["list"]).lines().count(), 2);
    assert_eq!(home.ok(&["log"]).lines().count(), 8);
    assert_eq!(home.no(1, &["snooze", "r1", "1d"]).lines().count(), 1);
    assert_eq!(home.no(1, &["tag", "c1", "-nothing"]).lines().count(), 1);
    assert_eq!(home.no(1, &["edit", "c1", "--email", &format!("email{EVIL}")]).lines().count(), 1);
    assert_eq!(home.ok(&["list", "--json"]).lines().count(), 2);
    let listed = home.json(&["list"]);
    assert_eq!(listed[0]["company"], format!("company{EVIL}"), "JSON keeps what it escapes");
}

#[test]
fn an_export_of_it_is_safe_to_look_at_and_loses_nothing() {
    let home = book();
    home.ok(&["export", "mine.json"]);
    let text = std::fs::read_to_string(home.path("mine.json")).unwrap();
    safe(&text, &["export"]);
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(whole["notes"][0]["text"], EVIL.trim());
}

#[test]
fn an_import_of_it_prints_nothing_raw() {
    let home = Home::new();
    let cell = format!("\"{}\"", EVIL.replace('\n', " "));
    let table = home.write(
        "Connections.csv",
        format!(
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
             {cell},{cell},https://www.linkedin.com/in/evil,{cell},{cell},{cell},20 Nov 2026\n\
             {cell},x,https://www.linkedin.com/in/evil2,,,,{cell}\n"
        ),
    );
    let table = table.to_str().unwrap();
    for args in [
        &["import", table, "--dry-run"][..],
        &["import", table, "--json"],
        &["undo"],
        &["import", table],
        &["list"],
    ] {
        safe(&home.ok(args), args);
    }
    let copy = home.path("evil\x1b[2J\u{202e}.csv");
    std::fs::copy(home.path("Connections.csv"), &copy).unwrap();
    let run = home.run(&["import".as_ref(), copy.as_os_str()]);
    safe(&run.out, &["import"]);
    safe(&run.err, &["import"]);
}
