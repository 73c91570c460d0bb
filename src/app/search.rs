//! Finding by typing: one folded key for each contact, and the fuzzy matcher behind one function.

use std::sync::Arc;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use unicode_normalization::UnicodeNormalization;

use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::network::Network;

/// Text in the form in which it is compared: lower case, without accents, letters such as `ø` and `ß` spelt out.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            '\u{300}'..='\u{36f}' => {}
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ł' => out.push('l'),
            'ı' => out.push('i'),
            'þ' => out.push_str("th"),
            c => out.push(c),
        }
    }
    out
}

/// The folded keys of all contacts, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: ContactId,
    // Name, company, role and tags, folded; the name comes first, so this is also the order by name.
    key: Box<str>,
}

impl Index {
    /// Folds every contact.
    pub fn build(network: &Network) -> Self {
        let mut entries: Vec<Entry> =
            network.contacts.iter().map(|c| Entry { id: c.id, key: key(c) }).collect();
        entries.sort_unstable_by(|a, b| (&a.key, a.id).cmp(&(&b.key, b.id)));
        Self { entries }
    }

    /// Takes over a contact that was added, changed or removed.
    pub fn update(&mut self, before: Option<&Arc<Contact>>, after: Option<&Arc<Contact>>) {
        if let Some(before) = before {
            let old = Entry { id: before.id, key: key(before) };
            if let Ok(at) = self.place(&old) {
                self.entries.remove(at);
            }
        }
        if let Some(after) = after {
            let new = Entry { id: after.id, key: key(after) };
            if let Err(at) = self.place(&new) {
                self.entries.insert(at, new);
            }
        }
    }

    /// All contacts in the order of their names.
    pub fn by_name(&self) -> impl Iterator<Item = ContactId> + '_ {
        self.entries.iter().map(|entry| entry.id)
    }

    /// The contacts among `within` (all where there is none) that match every word, best first. `within` holds
    /// places in this index, as this function returns them.
    pub fn find(&self, words: &[String], within: Option<&[u32]>) -> Vec<u32> {
        let mut finder = Finder::new(words);
        let mut hits: Vec<(u32, u32)> = Vec::new();
        let mut look = |at: u32| {
            if let Some(score) = self.entries.get(at as usize).and_then(|entry| finder.score(&entry.key)) {
                hits.push((score, at));
            }
        };
        match within {
            Some(places) => places.iter().copied().for_each(&mut look),
            None => (0..self.entries.len() as u32).for_each(&mut look),
        }
        hits.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        hits.into_iter().map(|(_, at)| at).collect()
    }

    /// The contact at a place.
    pub fn at(&self, place: u32) -> Option<ContactId> {
        self.entries.get(place as usize).map(|entry| entry.id)
    }

    /// How many contacts there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn place(&self, wanted: &Entry) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| (&entry.key, entry.id).cmp(&(&wanted.key, wanted.id)))
    }
}

/// The text that typing is matched against.
pub fn key(contact: &Contact) -> Box<str> {
    let mut text = String::with_capacity(64);
    let parts = [&contact.first_name, &contact.last_name, &contact.company, &contact.role];
    for part in parts.into_iter().chain(&contact.tags) {
        if !part.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(part);
        }
    }
    fold(&text).into_boxed_str()
}

/// Scores texts against words, each of which has to match.
pub struct Finder {
    matcher: Matcher,
    pattern: Pattern,
    buffer: Vec<char>,
}

impl Finder {
    /// For these words, folded already.
    pub fn new(words: &[String]) -> Self {
        let text = words.join(" ");
        let pattern = Pattern::parse(&escape(&text), CaseMatching::Respect, Normalization::Never);
        Self { matcher: Matcher::new(Config::DEFAULT), pattern, buffer: Vec::new() }
    }

    /// How well a folded text matches; nothing where it does not.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        self.pattern.score(Utf32Str::new(text, &mut self.buffer), &mut self.matcher)
    }
}

// The matcher has signs of its own (`^`, `'`, `!`, `$`); here they are letters like any other.
fn escape(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let lead = if word.starts_with(['^', '\'', '!', '\\']) { "\\" } else { "" };
            match word.strip_suffix('$') {
                Some(stem) => format!("{lead}{stem}\\$"),
                None => format!("{lead}{word}"),
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contact::Origin;

    fn index(names: &[&str]) -> (Network, Index) {
        let rows = names.iter().zip(1..).map(|(name, n)| {
            let (first, last) = crate::domain::contact::split_name(name);
            Contact::named(ContactId(n), &first, &last, Origin::Hand)
        });
        let contacts = crate::domain::table::Table::from_sorted(rows.collect(), 0);
        let network = Network::from(crate::domain::network::Tables { contacts, ..Default::default() });
        let index = Index::build(&network);
        (network, index)
    }

    fn found(names: &[&str], typed: &str) -> Vec<String> {
        let (network, index) = index(names);
        let words: Vec<String> = typed.split(' ').map(fold).collect();
        let hits = index.find(&words, None).into_iter().filter_map(|at| index.at(at));
        hits.filter_map(|id| network.contact(id).map(|c| c.name())).collect()
    }

    #[test]
    fn accents_are_folded_in_what_is_typed_and_in_what_is_found() {
        for (name, typed) in [
            ("Jörg Müller", "muller"),
            ("Søren Ægir", "soren aegir"),
            ("Łukasz Nowak", "lukasz"),
            ("Muller", "müller"),
            ("Ελένη Παπαδοπούλου", "ελενη"),
            ("Олег Петренко", "олег"),
            ("田中 恵子", "田中"),
            ("김민준", "김민"),
            ("अनन्या शर्मा", "शर्मा"),
            ("נועה לוי", "לוי"),
            ("مريم", "مريم"),
            ("ქეთი", "ქეთი"),
            ("สมชาย", "สมชาย"),
        ] {
            assert_eq!(found(&[name, "Zzz Qqq"], typed), [name], "{typed}");
        }
    }

    #[test]
    fn every_word_has_to_match_and_the_best_comes_first() {
        assert_eq!(found(&["Maria Anna Berg", "Anna Berg", "Bertha Long"], "anna berg")[0], "Anna Berg");
        assert!(found(&["Anna Berg"], "anna xylo").is_empty());
        assert!(found(&["Anna Berg"], "!anna").is_empty());
    }

    #[test]
    fn an_update_keeps_the_order_by_name() {
        let (network, mut index) = index(&["Bea", "Ada"]);
        let cid = Arc::new(Contact::named(ContactId(3), "Cid", "", Origin::Hand));
        index.update(None, Some(&cid));
        index.update(network.contact(ContactId(1)), None);
        assert_eq!(index.by_name().collect::<Vec<_>>(), [ContactId(2), ContactId(3)]);
    }
}
