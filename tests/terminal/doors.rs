//! What it cannot open: one message, the right exit code, and nothing touched.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rusqlite::Connection;

use crate::books;
use crate::home::{Home, PROGRAM, TODAY};
use crate::pty::Terminal;

/// Runs it as a job of a shell until it ends with this code, and gives back what it said.
#[track_caller]
fn ends_with(code: u32, home: &Home, arguments: &[&str]) -> String {
    let mut program = Terminal::sized(250, 24, home.in_shell(arguments));
    program.shows(&format!("ended with {code}.")).is_untouched();
    let said = program.text();
    let messages = said.lines().filter(|line| line.starts_with("inroads: ")).count();
    assert_eq!(messages, 1, "one message:\n{said}");
    said
}

/// The files of a folder, byte for byte.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

#[test]
fn without_a_terminal_there_is_one_message() {
    for script in [r#""$@" < /dev/null"#, r#""$@" > out; cat out"#] {
        let home = Home::new();
        let script = format!("{script}; echo done");
        let mut program =
            Terminal::sized(250, 24, home.command("sh", &["-c", &script, "sh", PROGRAM, "--today", TODAY]));
        program.shows("done").is_untouched();
        let said = program.text();
        assert_eq!(said.matches("the screens need a terminal").count(), 1, "{said}");
        assert!(!home.data().exists(), "nothing is made where nothing can be shown");
    }
    let home = Home::new();
    let ended = std::process::Command::new(PROGRAM)
        .args(["--today", TODAY])
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(ended.stdout.is_empty());
    assert_eq!(String::from_utf8(ended.stderr).unwrap().lines().count(), 1);
}

#[test]
fn a_dumb_terminal_cannot_show_screens() {
    let home = Home::new();
    let mut command = home.in_shell(&[]);
    command.env("TERM", "dumb");
    let mut program = Terminal::start(command);
    program.shows("TERM=dumb cannot show screens").shows("ended with 2.").is_untouched();
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() {
    let home = Home::new();
    fs::remove_dir(home.path().join("data")).unwrap();
    fs::write(home.path().join("data"), "a file").unwrap();
    let said = ends_with(4, &home, &[]);
    assert!(said.contains("could not make the folder") && said.contains("--db"), "{said}");
}

#[test]
fn a_book_that_is_none_is_left_byte_for_byte() {
    type Spoil = fn(&Path);
    let cases: [(&str, Spoil, &str); 4] = [
        ("garbage", |path| fs::write(path, [7; 8192]).unwrap(), "it is damaged and was left as it is"),
        (
            "cut",
            |path| {
                books::make(path, |change| change);
                let whole = fs::read(path).unwrap();
                fs::write(path, &whole[..whole.len() / 2]).unwrap();
            },
            "it is damaged and was left as it is",
        ),
        (
            "foreign",
            |path| Connection::open(path).unwrap().execute_batch("CREATE TABLE song (title TEXT)").unwrap(),
            "it belongs to another program",
        ),
        (
            "newer",
            |path| {
                books::make(path, |change| change);
                let book = Connection::open(path).unwrap();
                book.execute_batch("PRAGMA user_version = 99; UPDATE book SET needs = '7.8.9'").unwrap();
            },
            "version 7.8.9 or later can read it",
        ),
    ];
    for (name, spoil, words) in cases {
        let home = Home::new();
        fs::create_dir(home.data()).unwrap();
        spoil(&home.book());
        let before = fs::read(home.book()).unwrap();
        let said = ends_with(4, &home, &[]);
        assert!(said.contains(words), "{name}: {said}");
        assert!(fs::read(home.book()).unwrap() == before, "{name}: it is left as it is");
    }
}

#[test]
fn a_locked_book_is_waited_for_a_while() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let other = Connection::open(home.book()).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let said = ends_with(4, &home, &[]);
    assert!(said.contains("another inroads is writing to it"), "{said}");
}

#[test]
fn a_read_only_book_can_be_looked_at() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    fs::set_permissions(home.book(), fs::Permissions::from_mode(0o400)).unwrap();
    let before = files(&home.data());
    let mut program = Terminal::start(home.in_shell(&[]));
    program.shows("the book is read only").types("2").shows("[Sent 18]");
    program.types("w").shows("this book can only be read").types("q");
    program.shows("ended with 0.").is_restored();
    assert!(files(&home.data()) == before, "nothing is touched");
}

/// No file may become longer than this, in blocks of 512 bytes: what is shared of the log fits in, a longer log does not.
const LONGEST_FILE: &str = r#"trap '' XFSZ; ulimit -f 64; exec "$@""#;

#[test]
fn what_the_disk_does_not_take_is_said_and_taken_back_and_the_screens_go_on() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let command = home.command("sh", &["-c", LONGEST_FILE, "sh", PROGRAM, "--today", TODAY]);
    let mut program = Terminal::sized(120, 24, command);
    program.types("2").shows("[Sent 18]");
    let refused = |text: &str| text.contains("could not save \"");
    let mut left = 18;
    while !refused(&program.text()) {
        assert!(left > 0, "everything was saved:\n{}", program.text());
        left -= 1;
        program.types("gw").until("an answer of the disk", |screen| {
            let text = screen.contents();
            let saved = text.contains(&format!("[Sent {left}]")) && text.contains("takes it back");
            saved || refused(&text)
        });
    }
    // The last one is as it was, and those before it are safe.
    program.shows(&format!("[Sent {}]", left + 1)).types("3").shows("[3 Contacts]").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    let network = books::read(&home.book());
    assert_eq!(books::withdrawn(&network), books::withdrawn(&books::demo()) + 17 - left);
}

/// The program under a tracer with these options, where there is one; says loudly where there is none.
fn traced(test: &str, home: &Home, options: &[&str]) -> Option<Terminal> {
    let try_it = std::process::Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    if !try_it.is_ok_and(|tried| tried.status.success()) {
        // Not through a macro, whose words are kept back: a test that did not run is to be heard of.
        let said = format!("\nNOT RUN: {test}: strace is not here, or may not trace\n");
        let _ = std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes());
        return None;
    }
    let arguments = [&["-f", "-o", "calls"], options, &[PROGRAM, "--today", TODAY]].concat();
    Some(Terminal::start(home.command("strace", &arguments)))
}

/// The store's tests have a full book without a tracer; this one has a full disk.
#[test]
fn a_full_disk_is_said_once_and_the_screens_go_on() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let log = home.data().join("inroads.db-wal");
    let full = ["-P", log.to_str().unwrap(), "-e", "inject=pwrite64:error=ENOSPC"];
    let Some(mut program) = traced("a_full_disk_is_said_once_and_the_screens_go_on", &home, &full) else {
        return;
    };
    program.types("2").shows("[Sent 18]").types("w").shows("this book can only be read: the disk is full");
    program.shows("[Sent 18]").types("w").shows("this book can only be read").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    assert_eq!(books::withdrawn(&books::read(&home.book())), books::withdrawn(&books::demo()));
}

/// The sockets of a process that lead to the internet, as the system lists them.
#[cfg(target_os = "linux")]
fn internet_sockets(process: u32) -> Vec<String> {
    let own: Vec<String> = fs::read_dir(format!("/proc/{process}/fd"))
        .unwrap()
        .filter_map(|file| fs::read_link(file.unwrap().path()).ok())
        .filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    let tables = ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6"];
    let mut found = Vec::new();
    for table in tables {
        // A table of what the system does not have is not there.
        let lines = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        let inode = |line: &str| line.split_whitespace().nth(9).unwrap_or_default().to_owned();
        found.extend(lines.lines().skip(1).map(inode).filter(|inode| own.contains(inode)));
    }
    found
}

#[test]
#[cfg(target_os = "linux")]
fn a_socket_that_leads_to_the_internet_is_found_where_there_is_one() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    assert_eq!(internet_sockets(std::process::id()).len(), 1, "{listener:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn it_has_no_internet_socket_at_any_time_that_is_looked_at() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let mut program = Terminal::start(home.program(&[]));
    for (keys, shown) in [
        ("", "[1 Today"),
        ("2w", "· u takes it back"),
        ("3yn", "copied"),
        (":export out.json\r", "your own copy is in"),
        (":backup copy.db\r", "backup written to"),
    ] {
        program.types(keys).shows(shown);
        assert_eq!(internet_sockets(program.pid()), [""; 0], "after {keys:?}");
    }
}

/// Nothing is missed between two looks where every call can be traced.
#[test]
fn it_opens_no_internet_socket() {
    let home = Home::new();
    books::make(&home.book(), |change| change);
    let Some(mut program) = traced("it_opens_no_internet_socket", &home, &["-e", "trace=network"]) else {
        return;
    };
    program.shows("[1 Today").types("2w").shows("· u takes it back").types("3yn").shows("copied").types("q");
    assert_eq!(program.ends().exit_code(), 0);
    let calls = fs::read_to_string(home.path().join("calls")).unwrap();
    assert!(calls.contains("exited with 0"), "it was traced");
    assert!(!calls.contains("AF_INET"), "{calls}");
}

#[test]
fn insights_are_looked_through_while_the_screens_answer() {
    let home = Home::new();
    let mut program = Terminal::start(home.program(&["demo"]));
    program.shows("[1 Today").types("5").shows("[5 Insights]").shows("Ranges are 90 %.");
    program.types("2").shows("[2 Pending").types("w").shows("· u takes it back").types("5");
    program.shows("Ranges are 90 %.").types("q");
    assert_eq!(program.ends().exit_code(), 0);
}
