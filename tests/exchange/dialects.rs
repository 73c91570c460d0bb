//! Encodings, separators and preambles: what spreadsheets make of a table.

use super::desk::{CONNECTIONS, INVITATIONS, read, read_all, try_read};
use inroads::exchange::linkedin::Unreadable;

/// What every dialect of the same table must give: name, key and day, but not the line.
fn people(arrival: &inroads::domain::arrival::Arrival) -> Vec<String> {
    let text = |c: &inroads::domain::arrival::ConnectionRow| {
        let on = c.connected_on.map_or_else(String::new, |day| day.to_string());
        format!("{} {} {} {} {} {on}", c.first_name, c.last_name, c.slug, c.company, c.role)
    };
    arrival.connections.iter().map(text).collect()
}

const EXPECTED: &str = "Jörg Kästner jörg-k Nordwind CTO 2024-07-24";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn every_dialect_gives_the_same_people() {
    let bare = CONNECTIONS.split_once("\n\n").unwrap().1;
    let tables: Vec<(&str, Vec<u8>)> = vec![
        ("as delivered", CONNECTIONS.into()),
        ("no last line break", CONNECTIONS.trim_end().into()),
        ("preamble deleted", bare.into()),
        ("preamble blank", format!("\n\n\n{bare}").into()),
        ("preamble as cells", format!("Notes:,,,,,,\n,,,,,,\n{bare}").into()),
        ("preamble moved", format!("{bare}\nNotes:\n").into()),
        ("byte order mark", format!("\u{feff}{bare}").into()),
        ("CRLF", CONNECTIONS.replace('\n', "\r\n").into()),
        ("semicolons", bare.replace(',', ";").into()),
        (
            "semicolons, all quoted",
            format!("\u{feff}\"{}\"\r\n", bare.trim_end().replace(',', "\";\"").replace('\n', "\"\r\n\""))
                .into(),
        ),
        ("tabs in UTF-16LE", utf_16(&bare.replace(',', "\t"), u16::to_le_bytes)),
        ("UTF-16BE", utf_16(CONNECTIONS, u16::to_be_bytes)),
        ("spreadsheet's date", bare.replace("24 Jul 2024", "24-Jul-24").into()),
        ("header in other case and with blanks", bare.replace("First Name", " FIRST  name ").into()),
    ];
    for (what, bytes) in tables {
        let arrival = try_read("Connections.csv", bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(people(&arrival)[0], EXPECTED, "{what}");
    }
}

#[test]
fn columns_are_bound_by_name_whatever_their_order() {
    let arrival = read(
        "Kontakte 2024 (1).csv",
        "Connected On,Favourite Colour,Position,URL,last name,Company,FIRST NAME\n\
         24 Jul 2024,blue,CTO,https://www.linkedin.com/in/jörg-k,Kästner,Nordwind,Jörg\n",
    );
    assert_eq!(people(&arrival), [EXPECTED]);
}

#[test]
fn windows_text_is_read_with_a_warning_that_names_the_line() {
    let mut table = b"First Name,Last Name,URL,Company,Position,Connected On\n".to_vec();
    table.extend(b"Ana,Ruiz,,,,23 Jul 2024\n");
    table.extend(b"J\xf6rg,K\xe4stner,https://www.linkedin.com/in/j%C3%B6rg-k,Nordwind,CTO,24 Jul 2024\n");
    let arrival = read("Connections.csv", table);
    assert_eq!(people(&arrival)[1], EXPECTED);
    assert!(arrival.warnings[0].starts_with("Connections.csv, from line 3 on:"), "{:?}", arrival.warnings);
}

#[test]
fn nul_bytes_do_not_stop_the_reading() {
    let arrival = read("Connections.csv", "First Name,Last Name,Connected On\nA\0na,Ruiz,24 Jul 2024\n");
    assert_eq!(arrival.connections[0].first_name, "A\0na");
}

#[test]
fn a_table_is_known_by_its_header_not_by_its_name() {
    let arrival = read_all(
        "my export",
        &[
            ("b.csv", CONNECTIONS.as_bytes()),
            ("a.csv", INVITATIONS.as_bytes()),
            ("c.csv", b"Date,Amount\n1,2\n"),
        ],
    )
    .unwrap();
    assert_eq!(
        arrival.tables.iter().map(|table| table.file.as_str()).collect::<Vec<_>>(),
        ["b.csv", "a.csv"]
    );
}

#[test]
fn of_two_tables_of_one_kind_the_one_with_the_plain_name_is_read() {
    let older = CONNECTIONS.replace("Jörg", "Old");
    let arrival = read_all(
        "my export",
        &[("Connections (1).csv", older.as_bytes()), ("Connections.csv", CONNECTIONS.as_bytes())],
    )
    .unwrap();
    assert_eq!(people(&arrival), [EXPECTED]);
    assert!(arrival.warnings[0].starts_with("Connections (1).csv was not read"), "{:?}", arrival.warnings);
}

#[test]
fn a_header_without_rows_is_not_counted_as_read() {
    let empty = INVITATIONS.lines().next().unwrap();
    let arrival =
        read_all("x", &[("Connections.csv", CONNECTIONS.as_bytes()), ("Invitations.csv", empty.as_bytes())])
            .unwrap();
    assert_eq!(arrival.tables.len(), 1);
    assert!(
        arrival.warnings[0].starts_with("Invitations.csv has its header and no row"),
        "{:?}",
        arrival.warnings
    );
}

#[test]
fn no_table_at_all_says_to_wait_for_the_second_mail() {
    for files in [&[][..], &[("Profile.csv", &b"First Name,Last Name,Headline\nMara,Lind,x\n"[..])]] {
        let error = read_all("Basic_LinkedInDataExport_11-20-2026.zip", files).unwrap_err();
        assert!(matches!(error, Unreadable::NoTable { .. }));
        assert!(error.to_string().contains("wait for the second mail"), "{error}");
    }
}
