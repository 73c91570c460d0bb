//! Whatever the bytes are, the reader answers; it never panics.

use proptest::prelude::*;
use proptest::sample::Index;

use super::desk::{CONNECTIONS, INVITATIONS, read_zip, try_read, zip};

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_read("x.csv", &bytes);
        let _ = read_zip("x.zip", &bytes);
    }

    #[test]
    fn a_changed_table_gets_an_answer_and_no_row_of_it_is_lost_from_count(bytes in table()) {
        if let Ok(arrival) = try_read("x.csv", &bytes) {
            let rows: usize = arrival.tables.iter().map(|table| table.rows).sum();
            let undated = arrival.invitations.iter().filter(|row| row.sent_on.is_none()).count();
            let known = arrival.connections.len() + arrival.invitations.len() + arrival.messages.len()
                + arrival.hidden + arrival.left_out.len() - undated;
            prop_assert!(known <= rows);
            prop_assert!(arrival.connections.iter().all(|row| !row.slug.contains(char::is_control)));
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
