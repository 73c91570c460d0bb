//! The messages table: touches, their partners, and the minute in which a request was accepted.

use std::collections::{BTreeMap, HashSet};

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
        let known = self.known_messages();
        let mut minutes: BTreeMap<RequestId, Moment> = BTreeMap::new();
        // Most rows of most imports are known: only the others are put in order.
        let mut new: Vec<(Moment, &MessageRow, String)> = Vec::new();
        for row in &arrival.messages {
            if row.slug.is_empty() || self.is_owner(&row.slug) {
                continue;
            }
            let text = first_words(&row.text);
            if let Some(contact) = self.by_slug.get(row.slug.as_str()).copied() {
                self.mention(contact);
                if let Some(request) = self.accepted_with(contact, row) {
                    let at = row.at.max(request.sent_at.unwrap_or(row.at));
                    minutes.entry(request.id).and_modify(|first| *first = at.min(*first)).or_insert(at);
                }
                if known.contains(&(contact, row.direction, row.at, text.as_str())) {
                    continue;
                }
            }
            new.push((row.at, row, text));
        }
        for (id, at) in minutes {
            self.requests.edit(id).settled_at = Some(at);
        }
        let rest = |row: &'a MessageRow| (row.direction, &row.slug, &row.text);
        new.sort_unstable_by(|(at, one, _), (other_at, other, _)| {
            at.cmp(other_at).then_with(|| rest(one).cmp(&rest(other)))
        });
        new.dedup_by(|(at, one, _), (other_at, other, _)| at == other_at && rest(one) == rest(other));
        self.report.background.new_messages = new.len();
        for (at, row, text) in new {
            let contact = self.person(&row.slug, &row.name);
            self.touches.add(|id| Touch {
                id,
                contact: Some(contact),
                kind: TouchKind::Message,
                direction: row.direction,
                text,
                on: at.day(),
                at: Some(at),
                origin: Origin::Export,
            });
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
