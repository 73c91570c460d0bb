//! Bad input through the real program: how it ends, what it says, and that the book is byte for byte as it was.

use std::fs::{self, OpenOptions};
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::folders::zip;
use crate::home::{Home, finish};

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

fn connections() -> Vec<u8> {
    format!("{HEADER}Mei,Lin,https://www.linkedin.com/in/mei-lin,,Faro,PM,20 Nov 2026\n").into_bytes()
}

/// The files of the book, each with its bytes.
fn book(home: &Home) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(home.path(""))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("book.db"))
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// An import that ends with 3, says this in one line, and changes nothing.
fn is_not_taken(home: &Home, path: &Path, says: &str) {
    let before = book(home);
    for more in [&[][..], &["--dry-run"], &["--json"]] {
        let mut args = vec!["import".as_ref(), path.as_os_str()];
        args.extend(more.iter().map(std::ffi::OsStr::new));
        let said = home.no(3, &args);
        assert!(said.contains(says) && said.lines().count() == 1, "{}: {said}", path.display());
    }
    assert!(book(home) == before, "{}", path.display());
    assert!(!home.path("book.db-backups").exists(), "{}", path.display());
}

/// Changes these bytes of each record of the archive's own list.
fn patch(archive: &mut [u8], offset: usize, bytes: &[u8]) {
    let at: Vec<usize> =
        archive.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x01\x02").map(|(at, _)| at).collect();
    for at in at {
        archive[at + offset..at + offset + bytes.len()].copy_from_slice(bytes);
    }
}

#[test]
fn an_archive_that_is_locked_foreign_or_leads_outside() {
    let home = Home::with_two();
    let table = connections();
    let mut locked = zip(&[("Connections.csv", &table)]);
    patch(&mut locked, 8, &[1, 0]);
    let foreign = zip(&[("photo.jpg", b"x"), ("letter.txt", b"Dear all")]);
    let outside = zip(&[("../Connections.csv", &table)]);
    let cut = zip(&[("Connections.csv", &table)])[..90].to_vec();
    for (name, archive, says) in [
        ("locked.zip", locked, "is locked with a password: unpack the archive and give the folder"),
        ("foreign.zip", foreign, "holds no Connections, Invitations or messages table"),
        (
            "outside.zip",
            outside,
            "holds a file whose path leads out of it: this is not an archive as LinkedIn",
        ),
        ("cut.zip", cut, "it is damaged or cut off, download the export again"),
    ] {
        is_not_taken(&home, &home.write(name, archive), says);
    }
    assert!(!home.path("Connections.csv").exists() && !home.path("../Connections.csv").exists());
}

#[test]
fn an_archive_of_65_535_files() {
    let home = Home::with_two();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for number in 0..65_535 {
        zip.start_file(format!("{number}.csv"), stored).unwrap();
    }
    let path = home.write("many.zip", zip.finish().unwrap().into_inner());
    is_not_taken(&home, &path, "holds more than 10,000 files: this is not an archive as LinkedIn makes them");
}

#[test]
fn an_archive_that_unpacks_to_much_more_than_text_does() {
    let home = Home::with_two();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("Connections.csv", SimpleFileOptions::default()).unwrap();
    zip.write_all(HEADER.as_bytes()).unwrap();
    let row = format!("Mei,Lin,,,,{},20 Nov 2026\n", "x".repeat(500_000));
    for _ in 0..80 {
        zip.write_all(row.as_bytes()).unwrap();
    }
    let path = home.write("bomb.zip", zip.finish().unwrap().into_inner());
    assert!(fs::metadata(&path).unwrap().len() < 1 << 20, "small, as a bomb is");
    is_not_taken(&home, &path, "the table is larger than inroads can hold");
}

#[test]
fn a_field_of_a_hundred_megabytes_and_one_that_never_ends() {
    let home = Home::with_two();
    let path = home.write("Connections.csv", format!("{HEADER}Mei,\""));
    // The rest of it are NUL bytes that take no room on the disk.
    OpenOptions::new().write(true).open(&path).unwrap().set_len(100 << 20).unwrap();
    is_not_taken(&home, &path, "Connections.csv, line 2: this row is longer than 1024 KiB");
    let path = home
        .write("Connections.csv", format!("{HEADER}Mei,\"Lin,,,,,20 Nov 2026\nBo,Lind,,,,,20 Nov 2026\n"));
    is_not_taken(
        &home,
        &path,
        "Connections.csv, line 2: a quotation mark opens in this row and never closes",
    );
}

#[test]
fn a_table_of_other_columns_or_of_nothing() {
    let home = Home::with_two();
    let none = "holds no Connections, Invitations or messages table";
    let named = "none of its first lines is a header with \"First Name\", \"Connected On\"";
    for (name, text, says) in [
        ("money.csv", &b"Date,Amount,Currency\n1,2,EUR\n"[..], none),
        ("Connections.csv", b"Date,Amount,Currency\n1,2,EUR\n", named),
        ("Connections.csv", HEADER.as_bytes(), "has its header and no row below it"),
        ("Connections.csv", b"", named),
        ("Connections.csv", &[0; 4096], named),
    ] {
        is_not_taken(&home, &home.write(name, text), says);
    }
}

#[test]
fn nul_bytes_in_a_table_are_shown_as_marks_and_taken_back() {
    let home = Home::with_two();
    let before = home.ok(&["list", "--json"]);
    let rows = "Mei\0,L\0in,https://www.linkedin.com/in/mei-lin,,Fa\0ro,,20 Nov 2026\n";
    let path = home.write("Connections.csv", format!("{HEADER}{rows}"));
    let said = home.ok(&["import".as_ref(), path.as_os_str()]) + &home.ok(&["list"]) + &home.ok(&["export"]);
    assert!(!said.contains('\0') && said.contains("Fa"), "{said}");
    home.ok(&["undo"]);
    assert_eq!(home.ok(&["list", "--json"]), before);
}

#[test]
fn a_place_where_nobody_can_write() {
    let home = Home::with_two();
    home.write("file", "x");
    let before = book(&home);
    for args in [&["add", "Mei Lin"][..], &["sent", "ana"], &["undo"], &["list"]] {
        // Below a file there is no place for anybody, whatever their rights.
        let run = finish(home.bare(&[args, &["--db", "file/book.db"]].concat()));
        assert_eq!(
            (run.code, run.out.as_str(), run.err.lines().count()),
            (4, "", 1),
            "{args:?}: {}",
            run.err
        );
        assert!(run.err.contains("file/book.db"), "{}", run.err);
    }
    assert_eq!(fs::read(home.path("file")).unwrap(), b"x");
    // Nor can the copy be laid aside that an import makes first.
    home.write("book.db-backups", "in the way");
    let path = home.write("Connections.csv", connections());
    let said = home.no(4, &["import".as_ref(), path.as_os_str()]);
    assert!(said.contains("could not lay a safe copy into") && said.lines().count() == 1, "{said}");
    assert!(home.no(3, &["backup"]).contains("could not make the folder"));
    fs::remove_file(home.path("book.db-backups")).unwrap();
    assert!(book(&home) == before);
}

/// A run that may make no file larger than so many KiB: what is more is not taken, as by a disk that is full.
fn on_a_small_disk(home: &Home, kib: u64, args: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_inroads");
    let mut command = Command::new("sh");
    command
        .env_clear()
        .env("HOME", home.path(""))
        .env("TZ", "UTC")
        .env("LANG", "C.UTF-8")
        .current_dir(home.path(""))
        .stdin(Stdio::null())
        .arg("-c")
        // In blocks of 512 bytes; without the signal the write itself says no.
        .arg(format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kib * 2))
        .args(["sh", program, "--today", "2026-11-22", "--db", "book.db"])
        .args(args);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_disk_without_room_leaves_the_book_as_it_was() {
    let home = Home::with_two();
    home.write("Connections.csv", connections());
    let before = book(&home);
    let listed = home.ok(&["list", "--json"]);
    let note = "x".repeat(50_000);
    // Without room for anything, and with some for what two processes share but not for what is written.
    for (kib, args, code) in [
        (0, &["add", "Cid Moe"][..], 4),
        (0, &["import", "Connections.csv"], 4),
        (0, &["backup", "b.db"], 3),
        (0, &["export", "e.json"], 3),
        (33, &["note", "ana", &note], 4),
        (33, &["import", "Connections.csv"], 4),
        (33, &["backup", "b.db"], 3),
    ] {
        let (ended, out, err) = on_a_small_disk(&home, kib, args);
        let what = format!("{} with {kib} KiB: {err}", args[0]);
        assert_eq!((ended, out.as_str(), err.lines().count()), (Some(code), "", 1), "{what}");
        assert!(err.contains("could not ") && err.contains("room"), "{what}");
        assert_eq!(home.ok(&["list", "--json"]), listed, "{what}");
        assert!(!home.path("b.db").exists() && !home.path("e.json").exists(), "{what}");
        assert!(book(&home) == before, "{what}");
    }
    assert!(!home.ok(&["doctor"]).contains("broken"));
    home.ok(&["add", "Cid Moe"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_what_is_printed_is_said() {
    let home = Home::with_two();
    for args in [&["export"][..], &["export", "-"], &["show", "ana"], &["log", "--json"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = home.command(args).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{args:?}");
        assert!(said.starts_with("inroads: could not print: ") && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn an_import_that_is_killed_is_there_as_a_whole_or_not_at_all() {
    use std::fmt::Write;
    let mut rows = HEADER.to_owned();
    for n in 0..3_000 {
        writeln!(rows, "P{n},Q,https://www.linkedin.com/in/p-{n},,Faro,PM,20 Nov 2026").unwrap();
    }
    let size = |path: &Path| fs::metadata(path).map_or(0, |meta| meta.len());
    let (mut none, mut all) = (0, 0);
    // Each time a little later, by what was written; the first at once, the last not at all.
    for round in 0..=12 {
        let home = Home::with_two();
        let table = home.write("Connections.csv", &rows);
        let log = home.path("book.db-wal");
        let mut command = home.command(&["import".as_ref(), table.as_os_str()]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let until = match round {
            0 => 0,
            round => round * 200_000,
        };
        while size(&log) < until && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        if round < 12 {
            let _ = child.kill();
        }
        let ended = child.wait().unwrap();
        match home.json(&["list"]).len() {
            2 if ended.success() => panic!("it was said to be done"),
            2 => none += 1,
            3_002 => all += 1,
            some => panic!("{some} of 3,002"),
        }
        assert!(!home.ok(&["doctor"]).contains("broken"), "round {round}");
    }
    assert!(none > 0 && all > 0, "killed before and after the commit: {none} and {all}");
}
