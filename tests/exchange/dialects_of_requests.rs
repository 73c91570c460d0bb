//! What spreadsheets make of the tables of invitations and messages: each as it lies on a disk, and always the same rows.

use super::desk::{read, read_all};
use inroads::domain::arrival::{Arrival, Owner};

const INVITATIONS: &str = "\
From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Mara Lind,Jörg Kästner,\"7/22/24, 5:30 PM\",\"Hi Jörg, we met\",OUTGOING,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/jörg-k
Inès Côté,Mara Lind,\"7/23/24, 9:05 AM\",,INCOMING,https://www.linkedin.com/in/inès,https://www.linkedin.com/in/mara-lind
";

const SEMICOLONS: &str = "\
From;To;Sent At;Message;Direction;inviterProfileUrl;inviteeProfileUrl
Mara Lind;Jörg Kästner;7/22/24, 5:30 PM;Hi Jörg, we met;OUTGOING;https://www.linkedin.com/in/mara-lind;https://www.linkedin.com/in/jörg-k
Inès Côté;Mara Lind;7/23/24, 9:05 AM;;INCOMING;https://www.linkedin.com/in/inès;https://www.linkedin.com/in/mara-lind
";

const MESSAGES: &str = "\
CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
1,,Mara Lind,https://www.linkedin.com/in/mara-lind,Jörg Kästner,https://www.linkedin.com/in/jörg-k,2024-07-24 09:12:33 UTC,,\"Grüße,
\"\"bis bald\"\"\",INBOX
1,,Jörg Kästner,https://www.linkedin.com/in/jörg-k,Mara Lind,https://www.linkedin.com/in/mara-lind,2024-07-24 10:00:00 UTC,,danke; ja,INBOX
";

const MESSAGES_WITH_SEMICOLONS: &str = "\
CONVERSATION ID;CONVERSATION TITLE;FROM;SENDER PROFILE URL;TO;RECIPIENT PROFILE URLS;DATE;SUBJECT;CONTENT;FOLDER
1;;Mara Lind;https://www.linkedin.com/in/mara-lind;Jörg Kästner;https://www.linkedin.com/in/jörg-k;2024-07-24 09:12:33 UTC;;\"Grüße,
\"\"bis bald\"\"\";INBOX
1;;Jörg Kästner;https://www.linkedin.com/in/jörg-k;Mara Lind;https://www.linkedin.com/in/mara-lind;2024-07-24 10:00:00 UTC;;\"danke; ja\";INBOX
";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// The old code page of Windows; in these tables each letter above ASCII is a byte of the same number.
fn windows(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// A table with commas and the same with semicolons, in every dress.
fn dialects(commas: &str, semicolons: &str) -> Vec<(&'static str, Vec<u8>)> {
    let tabs = semicolons.replace("danke; ja", "danke\u{1}ja").replace(';', "\t").replace('\u{1}', "; ");
    vec![
        ("as delivered", commas.into()),
        ("no last line break", commas.trim_end().into()),
        ("byte order mark", format!("\u{feff}{commas}").into()),
        ("CRLF", commas.replace('\n', "\r\n").into()),
        ("semicolons", semicolons.into()),
        (
            "semicolons, byte order mark and CRLF",
            format!("\u{feff}{}", semicolons.replace('\n', "\r\n")).into(),
        ),
        ("blank lines above", format!("\n;;;;;;\n\n{semicolons}").into()),
        ("UTF-16LE", utf_16(commas, u16::to_le_bytes)),
        ("UTF-16BE", utf_16(semicolons, u16::to_be_bytes)),
        ("tabs in UTF-16LE with CRLF", utf_16(&tabs.replace('\n', "\r\n"), u16::to_le_bytes)),
        ("Windows text", windows(commas)),
        ("Windows text with semicolons and CRLF", windows(&semicolons.replace('\n', "\r\n"))),
    ]
}

fn of_windows(what: &str, arrival: &Arrival, file: &str) {
    let said = arrival.warnings.iter().any(|line| line.starts_with(&format!("{file}, from line 2 on:")));
    assert_eq!(said, what.starts_with("Windows"), "{what}: {:?}", arrival.warnings);
}

#[test]
fn every_dialect_gives_the_same_requests() {
    for (what, bytes) in dialects(INVITATIONS, SEMICOLONS) {
        let arrival = read("Invitations.csv", bytes);
        let mut rows = Vec::new();
        for row in &arrival.invitations {
            let sent_at = row.sent_at.map_or_else(String::new, |at| at.to_string());
            let direction = row.direction.token();
            rows.push(format!("{direction} | {} | {} | {sent_at} | {}", row.name, row.slug, row.message));
        }
        assert_eq!(
            rows,
            [
                "sent | Jörg Kästner | jörg-k | 2024-07-23T00:30Z | Hi Jörg, we met",
                "received | Inès Côté | inès | 2024-07-23T16:05Z | ",
            ],
            "{what}"
        );
        assert_eq!(
            arrival.owner,
            Some(Owner { name: "Mara Lind".into(), slug: "mara-lind".into() }),
            "{what}"
        );
        assert_eq!(arrival.left_out, [], "{what}");
        of_windows(what, &arrival, "Invitations.csv");
    }
}

#[test]
fn every_dialect_gives_the_same_messages() {
    for (what, bytes) in dialects(MESSAGES, MESSAGES_WITH_SEMICOLONS) {
        let files = [("Invitations.csv", INVITATIONS.as_bytes()), ("messages.csv", &bytes)];
        let arrival = read_all("x", &files).unwrap();
        let text = |row: &inroads::domain::arrival::MessageRow| {
            format!("{} | {} | {} | {} | {}", row.direction.token(), row.name, row.slug, row.at, row.text)
        };
        assert_eq!(
            arrival.messages.iter().map(text).collect::<Vec<_>>(),
            [
                "sent | Jörg Kästner | jörg-k | 2024-07-24T09:12Z | Grüße,\n\"bis bald\"",
                "received | Jörg Kästner | jörg-k | 2024-07-24T10:00Z | danke; ja",
            ],
            "{what}"
        );
        assert_eq!(arrival.left_out, [], "{what}");
        of_windows(what, &arrival, "messages.csv");
    }
}
