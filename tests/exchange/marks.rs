//! Control characters and marks that turn the direction of text, in every field of a request and of a message: the rows
//! around them are read, what is no date any more is left out, and nothing of it reaches a terminal as it is.

use super::desk::{read, read_all};
use inroads::domain::arrival::Arrival;
use inroads::domain::merge::{Conversations, plan};
use inroads::domain::network::Network;
use inroads::domain::time::Now;

const EVIL: [&str; 9] =
    ["\x1b[2J", "\x1b]0;title\x07", "\u{9b}1m", "\x08", "\x7f", "\u{202e}", "\u{2066}", "\u{2028}", "\0"];

const INVITATION: [&str; 7] = [
    "Mara Lind",
    "Tom Okafor",
    "\"7/22/24, 5:30 PM\"",
    "Hi Tom",
    "OUTGOING",
    "https://www.linkedin.com/in/mara-lind",
    "https://www.linkedin.com/in/tom",
];

const MESSAGE: [&str; 10] = [
    "2-a",
    "Title",
    "Mara Lind",
    "https://www.linkedin.com/in/mara-lind",
    "Tom Okafor",
    "https://www.linkedin.com/in/tom",
    "2024-07-24 09:12:33 UTC",
    "Subject",
    "Hello",
    "INBOX",
];

/// The row with something put before the last letter of a field.
fn spoilt(row: &[&str], field: usize, evil: &str) -> String {
    let mut row: Vec<String> = row.iter().map(|text| (*text).to_owned()).collect();
    let last = row[field].len() - 1;
    row[field].insert_str(last, evil);
    row.join(",")
}

/// Everything that the user may see of it.
fn shown(arrival: &Arrival) -> Vec<String> {
    let now = Now { today: arrival.as_of, at: arrival.as_of.midnight_utc() };
    plan(&Network::default(), arrival, Conversations::Keep, now).report.lines()
}

fn is_safe(lines: &[String]) {
    for line in lines {
        let raw = |c: char| {
            c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}')
        };
        assert!(!line.contains(raw), "{line:?}");
    }
}

#[test]
fn a_request_with_marks_in_any_field() {
    for evil in EVIL {
        for field in 0..INVITATION.len() {
            let rows = [INVITATION.join(",").replace("Tom Okafor", "Ana Ruiz").replace("/tom", "/ana")];
            let table = format!(
                "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n{}\n{}\n{}\n",
                rows[0],
                spoilt(&INVITATION, field, evil),
                rows[0].replace("ana", "ben")
            );
            let arrival = read("Invitations.csv", table);
            let slugs: Vec<&str> = arrival.invitations.iter().map(|row| row.slug.as_str()).collect();
            assert_eq!((slugs[0], slugs[slugs.len() - 1]), ("ana", "ben"), "the rows around it");
            assert!(slugs.iter().all(|slug| !slug.contains(char::is_control)), "{slugs:?}");
            let left_out: Vec<_> = arrival.left_out.iter().map(|row| row.line).collect();
            // A date with a mark in it is no date, a direction with one none; names and texts are what they are.
            // A separator of lines at the end of one is white space.
            let spoils = field == 4 || (field == 2 && evil != "\u{2028}");
            assert_eq!(left_out, if spoils { vec![3] } else { vec![] }, "{field} {evil:?}");
            assert_eq!(slugs.len(), if field == 4 { 2 } else { 3 });
            is_safe(&shown(&arrival));
        }
    }
}

#[test]
fn a_message_with_marks_in_any_field() {
    let invitation = format!(
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n{}\n",
        INVITATION.join(",")
    );
    for evil in EVIL {
        for field in 0..MESSAGE.len() {
            let table = format!(
                "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n{}\n{}\n",
                spoilt(&MESSAGE, field, evil),
                MESSAGE.join(",").replace("Hello", "Bye"),
            );
            let files = [("Invitations.csv", invitation.as_bytes()), ("messages.csv", table.as_bytes())];
            let arrival = read_all("x", &files).unwrap();
            assert_eq!(arrival.messages.last().map(|row| row.text.as_str()), Some("Bye"));
            assert_eq!(arrival.left_out.len(), usize::from(field == 6), "{field} {evil:?}");
            assert_eq!(arrival.messages.len(), 2 - usize::from(field == 6), "{field} {evil:?}");
            assert!(arrival.messages.iter().all(|row| !row.slug.contains(char::is_control)));
            is_safe(&shown(&arrival));
        }
    }
}
