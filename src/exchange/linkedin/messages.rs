//! The messages table: conversations with one other person. Groups, hidden members and advertisements are skipped.

use super::sheet::{Column, Row, Sheet};
use super::when;
use crate::domain::arrival::{MessageRow, Owner};
use crate::domain::request::Direction;
use crate::domain::slug;
use crate::domain::time::Moment;

// Conversations with programs of the platform; their tables bear the header of messages.
const PROGRAMS: [&str; 3] = ["guide_messages", "coach_messages", "role_play_messages"];

/// Where the columns are. The folder is not among them: it never tells the direction.
pub struct Columns {
    title: Column,
    from: Column,
    sender: Column,
    to: Column,
    recipients: Column,
    date: Column,
    content: Column,
    draft: Column,
}

/// A message between two people; which of them is the owner is known when all tables are read.
pub struct Letter {
    line: u64,
    /// Who wrote.
    pub from: Owner,
    /// To whom.
    pub to: Owner,
    /// When.
    pub at: Moment,
    text: String,
}

/// Whether a table by this name holds talk with a program.
pub fn is_with_a_program(file: &str) -> bool {
    let name = file.to_lowercase().replace([' ', '-'], "_");
    PROGRAMS.iter().any(|program| name.contains(program))
}

impl Columns {
    /// Finds them in the header.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        Self {
            title: sheet.column("conversation title"),
            from: sheet.column("from"),
            sender: sheet.column("sender profile url"),
            to: sheet.column("to"),
            recipients: sheet.column("recipient profile urls"),
            date: sheet.column("date"),
            content: sheet.column("content"),
            draft: sheet.column("is message draft"),
        }
    }

    /// Whether the table has an address of anybody. In 2018 it had names only.
    pub fn know_people(&self) -> bool {
        self.sender.is_some() || self.recipients.is_some()
    }

    /// Reads a row, or says why it is left out; nothing where it is not between two people.
    pub fn read(&self, row: Row<'_>) -> Result<Option<Letter>, String> {
        let recipients = row.text(self.recipients);
        let mut addresses = addresses(&recipients);
        let recipient = addresses.next();
        let sender = slug::from_address(&row.text(self.sender)).unwrap_or_default();
        let to = recipient.and_then(slug::from_address).unwrap_or_default();
        let content = row.text(self.content);
        let nobody = sender.is_empty() && to.is_empty();
        if nobody || addresses.next().is_some() || self.is_noise(row, &content) {
            return Ok(None);
        }
        Ok(Some(Letter {
            line: row.line,
            from: Owner { name: row.name(self.from), slug: sender },
            to: Owner { name: row.name(self.to), slug: to },
            at: row.date(self.date, "DATE", when::utc)?,
            text: if content.contains('\r') { content.replace("\r\n", "\n") } else { content.into_owned() },
        }))
    }

    fn is_noise(&self, row: Row<'_>, content: &str) -> bool {
        let tag =
            content.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        let title = row.text(self.title);
        (tag && content.ends_with('>'))
            || (!title.is_empty() && title.to_lowercase().contains("sponsored"))
            || row.text(self.draft).eq_ignore_ascii_case("yes")
    }
}

/// Addresses joined by commas: cut where an address begins, since a comma may be part of one.
fn addresses(joined: &str) -> impl Iterator<Item = &str> {
    let begins = |at: &usize| joined[*at..].trim_start().starts_with("http");
    let behind = joined.match_indices([',', ';']).map(|(at, _)| at + 1);
    let mut begins = std::iter::once(0).chain(behind).filter(begins);
    let mut next = begins.next();
    std::iter::from_fn(move || {
        let begin = next?;
        next = begins.next();
        let address = &joined[begin..next.unwrap_or(joined.len())];
        Some(address.trim_matches(|c: char| c == ',' || c == ';' || c.is_whitespace()))
    })
}

impl Letter {
    /// The message as the owner sees it; nothing where it is not between the owner and somebody with an address.
    pub fn seen_by(self, owner: &Owner) -> Option<MessageRow> {
        let is_owner = |party: &Owner| {
            if owner.slug.is_empty() || party.slug.is_empty() {
                same_name(owner, party)
            } else {
                owner.slug == party.slug
            }
        };
        let sent = match (is_owner(&self.from), is_owner(&self.to)) {
            (true, false) => true,
            (false, true) => false,
            (true, true) => return None,
            // The owner may have had another address then: the name decides.
            (false, false) => match (same_name(owner, &self.from), same_name(owner, &self.to)) {
                (true, false) => true,
                (false, true) => false,
                (true, true) | (false, false) => return None,
            },
        };
        let (direction, other) =
            if sent { (Direction::Sent, self.to) } else { (Direction::Received, self.from) };
        (!other.slug.is_empty()).then_some(MessageRow {
            line: self.line,
            direction,
            name: other.name,
            slug: other.slug,
            at: self.at,
            text: self.text,
        })
    }
}

fn same_name(a: &Owner, b: &Owner) -> bool {
    !a.name.is_empty() && a.name == b.name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_addresses_are_cut_where_an_address_begins() {
        let cut = |text| addresses(text).collect::<Vec<_>>();
        assert_eq!(
            cut("https://x/in/a,b,https://x/in/c , http://x/in/d"),
            ["https://x/in/a,b", "https://x/in/c", "http://x/in/d"]
        );
        assert_eq!(cut("https://x/in/http-fan"), ["https://x/in/http-fan"]);
        assert_eq!(cut(""), [""; 0]);
        assert_eq!(cut("Ana, Ruiz"), [""; 0]);
    }

    #[test]
    fn talk_with_a_program_is_no_conversation() {
        for name in ["guide_messages.csv", "learning_coach_messages.csv", "Learning Role Play Messages.csv"] {
            assert!(is_with_a_program(name), "{name}");
        }
        assert!(!is_with_a_program("messages.csv"));
    }
}
