//! The messages table: conversations with one other person. Groups, hidden members and advertisements are skipped.

use std::collections::HashMap;

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
    conversation: Column,
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
    /// Which conversation it is of; empty where the address of the recipient is in the row.
    conversation: String,
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
            conversation: sheet.column("conversation id"),
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
        let conversation = if self.recipients.is_none() { row.text(self.conversation) } else { "".into() };
        Ok(Some(Letter {
            line: row.line,
            conversation: conversation.into_owned(),
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

/// Gives recipients the address under which they write themselves in the same conversation: older tables have
/// the address of the sender only.
pub fn address_recipients(letters: &mut [Letter]) {
    let mut known: HashMap<(&str, &str), &str> = HashMap::new();
    for letter in letters.iter().filter(|letter| !letter.conversation.is_empty()) {
        let slug = known.entry((&letter.conversation, &letter.from.name)).or_insert(&letter.from.slug);
        if *slug != letter.from.slug {
            *slug = ""; // two people of one name
        }
    }
    let address = |letter: &Letter| {
        let slug = known.get(&(letter.conversation.as_str(), letter.to.name.as_str()));
        slug.filter(|slug| letter.to.slug.is_empty() && !slug.is_empty()).map(|slug| (*slug).to_owned())
    };
    let found: Vec<Option<String>> = letters.iter().map(address).collect();
    for (letter, slug) in letters.iter_mut().zip(found) {
        letter.to.slug.push_str(&slug.unwrap_or_default());
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
    /// Whether the owner wrote it and nothing tells to whom, as in older tables.
    pub fn is_to_nobody_known(&self, owner: &Owner) -> bool {
        !self.conversation.is_empty() && self.to.slug.is_empty() && is_owner(owner, &self.from)
    }

    /// The message as the owner sees it; nothing where it is not between the owner and somebody with an address.
    pub fn seen_by(self, owner: &Owner) -> Option<MessageRow> {
        let sent = match (is_owner(owner, &self.from), is_owner(owner, &self.to)) {
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

fn is_owner(owner: &Owner, party: &Owner) -> bool {
    if owner.slug.is_empty() || party.slug.is_empty() {
        same_name(owner, party)
    } else {
        owner.slug == party.slug
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
