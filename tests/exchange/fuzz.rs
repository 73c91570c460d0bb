//! Whatever the bytes are, the reader answers; it never panics.

use proptest::prelude::*;
use proptest::sample::Index;

use super::desk::{CONNECTIONS, INVITATIONS, read_zip, try_read, zip};
use inroads::domain::arrival::Arrival;
use inroads::domain::run::TableKind;

const MESSAGES: &str = "\
CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
2-a,,Mara Lind,https://www.linkedin.com/in/mara-lind,Ana,https://www.linkedin.com/in/ana,2024-07-24 09:12:33 UTC,,\"Hi,
bye\",INBOX
";

/// Bytes that mean something to a reader of tables, dates and addresses.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..6),
        prop::sample::select(vec![
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "%",
            "%C3",
            "é",
            "/",
            "?",
            "http",
            "https://",
            "linkedin.com/in/",
            "\u{202f}",
            "\u{feff}",
            "-",
            ":",
            "T",
            "Z",
            "PM",
            "Jan",
            "2024",
            "99999",
            "/24",
            "3/10/24, 2:30 AM",
            "12/31/9999, 11:59 PM",
            "0001-01-01",
            "First Name,Connected On\n",
            "OUTGOING",
        ])
        .prop_map(|text: &str| text.as_bytes().to_vec()),
    ]
}

fn table() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop::sample::select(vec![CONNECTIONS, INVITATIONS, MESSAGES]);
    let edits = prop::collection::vec((any::<Index>(), 0..8usize, piece()), 1..8);
    (whole, edits).prop_map(|(text, edits)| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, take, put) in edits {
            let at = at.index(bytes.len() + 1);
            let end = (at + take).min(bytes.len());
            bytes.splice(at..end, put);
        }
        bytes
    })
}

/// The same, with edits below the header only.
fn body() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let whole = prop::sample::select(vec![CONNECTIONS, INVITATIONS, MESSAGES]);
    let edits = prop::collection::vec((any::<Index>(), 0..8usize, piece()), 1..12);
    (whole, edits).prop_map(|(text, edits)| {
        let header = text.find(",URL,").or_else(|| text.find(",To,")).or_else(|| text.find(",TO,")).unwrap();
        let below = header + text[header..].find('\n').unwrap() + 1;
        let mut bytes = text.as_bytes()[below..].repeat(3);
        for (at, take, put) in edits {
            let at = at.index(bytes.len() + 1);
            let end = (at + take).min(bytes.len());
            bytes.splice(at..end, put);
        }
        (&text[..below], bytes)
    })
}

/// How many rows with anything in them stand in a table with commas, by the rules of RFC 4180.
fn rows(table: &[u8]) -> usize {
    let (mut rows, mut row, mut quoted, mut begins) = (0, Vec::new(), false, true);
    let mut bytes = table.iter().copied().chain([b'\n']).peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.next_if_eq(&b'"').is_some() => row.push(b'"'),
            b'"' if quoted => quoted = false,
            b'"' if begins => {
                quoted = true;
                begins = false;
            }
            b',' if !quoted => begins = true,
            b'\n' if !quoted => {
                rows += usize::from(!row.trim_ascii().is_empty());
                row.clear();
                begins = true;
            }
            other => {
                row.push(other);
                begins = false;
            }
        }
    }
    rows
}

/// Every row is taken, or left out with its line; of messages some are passed over.
fn accounted(arrival: &Arrival) -> Result<(), TestCaseError> {
    let [table] = &arrival.tables[..] else { return Err(TestCaseError::fail("one table")) };
    let dated = |on: bool| usize::from(on);
    let connections: usize = arrival.connections.iter().map(|row| dated(row.connected_on.is_some())).sum();
    let invitations: usize = arrival.invitations.iter().map(|row| dated(row.utc_day().is_some())).sum();
    let known = connections + invitations + arrival.messages.len() + arrival.hidden + arrival.left_out.len();
    match table.kind {
        TableKind::Connections | TableKind::Invitations => prop_assert_eq!(known, table.rows),
        TableKind::Messages => prop_assert!(known <= table.rows),
    }
    let undated = arrival.connections.iter().filter(|row| row.connected_on.is_none()).map(|row| row.line);
    let undated =
        undated.chain(arrival.invitations.iter().filter(|row| row.utc_day().is_none()).map(|row| row.line));
    let left_out: Vec<u64> = arrival.left_out.iter().map(|row| row.line).collect();
    prop_assert!(
        undated.into_iter().all(|line| left_out.contains(&line)),
        "what only counts as listed is said"
    );
    prop_assert!(left_out.is_sorted(), "{:?}", left_out);
    prop_assert!(arrival.connections.iter().all(|row| !row.slug.contains(char::is_control)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_read("x.csv", &bytes);
        let _ = read_zip("x.zip", &bytes);
    }

    #[test]
    fn a_changed_table_gets_an_answer_and_no_row_of_it_is_lost_from_count(bytes in table()) {
        if let Ok(arrival) = try_read("x.csv", &bytes) {
            accounted(&arrival)?;
        }
    }

    // With the header as it was, the rows can be counted by somebody else.
    #[test]
    fn every_row_of_a_changed_body_is_counted((head, body) in body()) {
        if let Ok(arrival) = try_read("x.csv", [head.as_bytes(), &body].concat()) {
            accounted(&arrival)?;
            prop_assert_eq!(arrival.tables[0].rows, rows(&body));
        }
    }

    #[test]
    fn a_changed_archive_gets_an_answer(at in any::<Index>(), put in any::<u8>(), bytes in table()) {
        let mut archive = zip(&[("Connections.csv", &bytes), ("Invitations.csv", INVITATIONS.as_bytes())], 20);
        let at = at.index(archive.len());
        archive[at] = put;
        let _ = read_zip("x.zip", &archive);
    }
}
