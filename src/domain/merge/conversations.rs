//! The messages table: touches, their partners, and the minute in which a request was accepted.

use std::collections::{HashMap, HashSet};

use super::Merge;
use crate::domain::arrival::MessageRow;
use crate::domain::contact::Origin;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::{Direction, Request, Standing};
use crate::domain::time::Moment;
use crate::domain::touch::{Touch, TouchKind};

/// How much of a message a touch keeps, in characters.
const FIRST_WORDS: usize = 80;

type Key<'a> = (ContactId, Direction, Moment, &'a str);

impl<'a> Merge<'a> {
    pub(super) fn read_messages(&mut self) {
        let arrival = self.arrival;
        let mut rows: Vec<&MessageRow> =
            arrival.messages.iter().filter(|row| !row.slug.is_empty() && !self.is_owner(&row.slug)).collect();
        let order = |one: &MessageRow, other: &MessageRow| {
            let key = |row: &MessageRow| (row.at, row.direction);
            key(one).cmp(&key(other)).then_with(|| (&one.slug, &one.text).cmp(&(&other.slug, &other.text)))
        };
        rows.sort_unstable_by(|one, other| order(one, other));
        rows.dedup_by(|one, other| order(one, other).is_eq());
        let known = self.known_messages();
        let mut minutes: HashMap<RequestId, Moment> = HashMap::new();
        for row in rows {
            let contact = self.person(&row.slug, &row.name);
            if let Some(request) = self.accepted_with(contact, row) {
                // Oldest first: the first one counts.
                minutes.entry(request.id).or_insert(row.at.max(request.sent_at.unwrap_or(row.at)));
            }
            let text = first_words(&row.text);
            if !known.contains(&(contact, row.direction, row.at, text.as_str())) {
                self.touches.add(|id| Touch {
                    id,
                    contact: Some(contact),
                    kind: TouchKind::Message,
                    direction: row.direction,
                    text,
                    on: row.at.day(),
                    at: Some(row.at),
                    origin: Origin::Export,
                });
            }
        }
        for (id, at) in minutes {
            self.requests.edit(id).settled_at = Some(at);
        }
    }

    fn known_messages(&self) -> HashSet<Key<'a>> {
        let mut known = HashSet::with_capacity(self.network.touches.len());
        let messages = self.network.touches.iter();
        let messages = messages.filter(|t| t.kind == TouchKind::Message && t.origin == Origin::Export);
        known.extend(messages.filter_map(|t| Some((t.contact?, t.direction, t.at?, t.text.as_str()))));
        known
    }

    /// The accepted request whose message this is: on acceptance it becomes the first message of the conversation.
    fn accepted_with(&self, contact: ContactId, row: &MessageRow) -> Option<&Request> {
        self.with(contact, row.direction).find(|request| {
            request.standing == Standing::Accepted
                && request.settled_at.is_none()
                && request.settled_on.is_some_and(|day| row.at.day().since(day).abs() <= 1)
                && !request.message.trim().is_empty()
                && request.message.split_whitespace().eq(row.text.split_whitespace())
        })
    }
}

/// The first words of a text in one line, cut at a word, with `…` where something is left out.
fn first_words(text: &str) -> String {
    let mut words = String::with_capacity(FIRST_WORDS + 8);
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > FIRST_WORDS {
            if length == 0 {
                words.extend(word.chars().take(FIRST_WORDS));
            }
            words.push('…');
            break;
        }
        if length > 0 {
            words.push(' ');
        }
        words.push_str(word);
        length += more;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn a_touch_keeps_the_first_words_of_a_message() {
        assert_eq!(first_words("  Hi Ana,\n\nthank you "), "Hi Ana, thank you");
        let long = "talk ".repeat(40);
        assert_eq!(first_words(&long), format!("{}…", "talk ".repeat(16).trim()));
        assert_eq!(first_words(&"é".repeat(200)), format!("{}…", "é".repeat(80)));
        assert_eq!(first_words(""), "");
    }
}
