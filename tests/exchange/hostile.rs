//! Files that are broken, or built to do harm: one error that says what and where, quickly and in little memory.

use std::io::{self, Cursor, Read, Write};
use std::ops::ControlFlow;

use super::desk::{CONNECTIONS, INVITATIONS, read_zip, try_read, zip};
use inroads::exchange::linkedin::{self, ExportFile, Unreadable};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAME: &str = "Basic_LinkedInDataExport_11-20-2026.zip";

fn patch(archive: &mut [u8], signature: &[u8], offset: usize, bytes: &[u8]) {
    let at: Vec<usize> =
        archive.windows(4).enumerate().filter(|(_, part)| *part == signature).map(|(at, _)| at).collect();
    assert!(!at.is_empty());
    for at in at {
        archive[at + offset..at + offset + bytes.len()].copy_from_slice(bytes);
    }
}

fn hostile(archive: &[u8]) -> String {
    match read_zip(NAME, archive) {
        Err(error @ Unreadable::Hostile { .. }) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_path_that_leads_outside_is_not_read() {
    for path in
        ["../Connections.csv", "/etc/Connections.csv", "a\\..\\..\\Connections.csv", "C:/Connections.csv"]
    {
        let archive = zip(&[(path, CONNECTIONS.as_bytes())], 20);
        assert!(hostile(&archive).contains("a file whose path leads out of it"), "{path}");
    }
}

#[test]
fn sixty_five_thousand_entries_are_not_read() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for number in 0..65_535 {
        zip.start_file(format!("{number}.csv"), options).unwrap();
    }
    let archive = zip.finish().unwrap().into_inner();
    assert!(hostile(&archive).contains("holds more than 10,000 files"));
}

#[test]
fn files_that_share_their_bytes_are_not_read() {
    let mut archive =
        zip(&[("Connections.csv", CONNECTIONS.as_bytes()), ("Invitations.csv", INVITATIONS.as_bytes())], 20);
    patch(&mut archive, b"PK\x01\x02", 42, &[0; 4]); // both local headers are said to lie at 0
    assert!(hostile(&archive).contains("holds files that share their bytes"));
}

#[test]
fn an_encrypted_archive_says_to_unpack_it() {
    let mut archive = zip(&[("Connections.csv", CONNECTIONS.as_bytes())], 20);
    patch(&mut archive, b"PK\x01\x02", 8, &[1, 0]);
    let error = read_zip(NAME, &archive).unwrap_err();
    assert!(matches!(error, Unreadable::Encrypted { .. }));
    assert!(error.to_string().contains("Connections.csv is locked with a password"), "{error}");
}

#[test]
fn an_archive_cut_off_anywhere_is_an_error() {
    let archive =
        zip(&[("Connections.csv", CONNECTIONS.as_bytes()), ("Invitations.csv", INVITATIONS.as_bytes())], 20);
    for length in 0..archive.len() {
        let error = read_zip(NAME, &archive[..length]).unwrap_err();
        assert!(matches!(error, Unreadable::Damaged { .. }), "{length}: {error}");
    }
}

#[test]
fn a_changed_byte_in_a_table_is_noticed() {
    let rows: Vec<String> = (0..2_000).map(|number| format!("Person,{number},,,,,24 Jul 2024")).collect();
    let mut archive = zip(&[("Connections.csv", (CONNECTIONS.to_owned() + &rows.join("\n")).as_bytes())], 20);
    archive[900] ^= 0x55;
    let error = read_zip(NAME, &archive).unwrap_err();
    assert!(matches!(error, Unreadable::Damaged { .. }), "{error}");
    assert!(error.to_string().starts_with("Connections.csv, line "), "{error}");
}

#[test]
fn a_bomb_is_measured_while_it_is_read_whatever_it_says() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("Connections.csv", SimpleFileOptions::default()).unwrap();
    zip.write_all(CONNECTIONS.as_bytes()).unwrap();
    let rows = "Ana,Ruiz,,,,,24 Jul 2024\n".repeat(40_000);
    for _ in 0..40 {
        zip.write_all(rows.as_bytes()).unwrap(); // 1 MB in 3 KB: text shrinks to a tenth, not to a three-hundredth
    }
    let mut archive = zip.finish().unwrap().into_inner();
    let error = read_zip(NAME, &archive).unwrap_err();
    assert!(
        matches!(&error, Unreadable::TooLarge { file, line } if file == "Connections.csv" && *line > 1_000_000)
    );
    patch(&mut archive, b"PK\x01\x02", 24, &100u32.to_le_bytes()); // says that it unpacks to 100 bytes
    assert!(matches!(read_zip(NAME, &archive), Err(Unreadable::Damaged { .. })));
}

#[test]
fn two_files_of_one_name_are_not_read() {
    let mut archive = zip(&[("Connections.csv", CONNECTIONS.as_bytes()), ("Connectionz.csv", b"")], 20);
    let last = archive.len() - 1;
    for at in 0..last {
        if archive[at..].starts_with(b"z.csv") {
            archive[at] = b's';
        }
    }
    assert!(hostile(&archive).contains("two files of one name"));
}

#[test]
fn a_quotation_mark_that_never_closes_is_an_error_with_its_line() {
    let whole = format!("{CONNECTIONS}Ana,\"Ruiz,,,,,24 Jul 2024\nBo,Lin,,,,,25 Jul 2024");
    for table in [whole.clone(), whole + "\n"] {
        let error = try_read("Connections.csv", table).unwrap_err();
        assert!(matches!(error, Unreadable::NeverClosed { line: 6, .. }), "{error}");
    }
    let closed = format!("{CONNECTIONS}Ana,Ruiz,,,,\"x\n\",24 Jul 2024\n\n\"Bo\",Lin,,,,,\"25 Jul 2024\n\"");
    assert_eq!(try_read("Connections.csv", closed).unwrap().connections.last().unwrap().line, 9);
}

#[test]
fn a_row_that_looks_like_the_end_of_the_reading_is_not_the_end() {
    let table = format!(
        "{CONNECTIONS}\x03\nAna,Ruiz,,,,\"x\n\x03\n\",24 Jul 2024\n\x03\nBo,Lin,,,,,\"25 Jul 2024\n\x03\n\"\n\x03"
    );
    let arrival = try_read("Connections.csv", table).unwrap();
    let read: Vec<u64> = arrival.connections.iter().map(|row| row.line).collect();
    let left_out: Vec<u64> = arrival.left_out.iter().map(|row| row.line).collect();
    assert_eq!((read, left_out, arrival.tables[0].rows), (vec![5, 7], vec![6, 10, 11, 14], 6));
}

#[test]
fn a_field_of_a_hundred_megabytes_is_an_error_with_its_line() {
    let rows = CONNECTIONS.to_owned() + "Ana,\"";
    let endless = Cursor::new(rows).chain(io::repeat(b'x').take(100 << 20));
    let file = ExportFile {
        path: "Connections.csv".to_owned(),
        size: 100 << 20,
        open: Box::new(move || Ok(Box::new(endless))),
    };
    let error =
        linkedin::read_files("Connections.csv", vec![file], &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(&error, Unreadable::TooLong { file, line: 6 } if file == "Connections.csv"), "{error}");
}

#[test]
fn a_million_columns_are_an_error() {
    let wide = format!("{CONNECTIONS}Ana,Ruiz{}\n", ",".repeat(1_000_000));
    let error = try_read("Connections.csv", wide).unwrap_err();
    assert!(matches!(error, Unreadable::TooWide { line: 6, columns: 1_000_002, .. }), "{error}");
    let header =
        format!("First Name,Last Name,Connected On{}\nAna,Ruiz,24 Jul 2024\n", ",x".repeat(1_000_000));
    assert!(matches!(try_read("Connections.csv", header), Err(Unreadable::TooLong { line: 1, .. })));
}

#[test]
fn what_is_no_archive_is_named_damaged_not_taken_for_empty() {
    for bytes in [&b""[..], b"PK", b"PK\x03\x04", b"<html>Please sign in</html>", &[0; 4096]] {
        assert!(matches!(read_zip(NAME, bytes), Err(Unreadable::Damaged { .. })));
    }
}

#[test]
fn names_from_the_file_are_safe_to_show_in_an_error() {
    let error = try_read("evil\x1b[2J\u{202e}.csv", "First Name,Connected On\nA,\x1b]0;x\x07\n").unwrap_err();
    assert!(!error.to_string().contains(['\x1b', '\x07', '\u{202e}']), "{error:?}");
}
