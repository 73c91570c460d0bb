//! Finding by typing: one folded key for each contact, and the fuzzy matcher behind one function.

use std::ops::Range;
use std::sync::Arc;

use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};

use crate::domain::contact::Contact;
pub use crate::domain::fold::fold;
use crate::domain::id::ContactId;
use crate::domain::network::Network;

/// The folded keys of all contacts, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct Index {
    // All keys, one after the other in the order of the entries, but for those that changed since: a look at each is
    // one walk through memory.
    text: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: ContactId,
    // Which letters are in the key: most keys are ruled out by a look at this.
    letters: u64,
    archived: bool,
    // Where the key is in the text.
    key: Range<u32>,
}

/// What was found, as places in the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first, then by name.
    pub hits: Vec<u32>,
    /// Those that have every word as it stands, in the order of the places: a longer word is looked for among them.
    pub literal: Vec<u32>,
}

impl Index {
    /// Folds every contact.
    pub fn build(network: &Network) -> Self {
        let mut index = Self::default();
        let mut entries: Vec<Entry> = network.contacts.iter().map(|contact| index.enter(contact)).collect();
        entries.sort_unstable_by(|a, b| (index.key(a), a.id).cmp(&(index.key(b), b.id)));
        let mut text = String::with_capacity(index.text.len());
        for entry in &mut entries {
            let start = text.len() as u32;
            text.push_str(index.key(entry));
            entry.key = start..text.len() as u32;
        }
        Self { text, entries }
    }

    /// Takes over a contact that was added, changed or removed.
    pub fn update(&mut self, before: Option<&Arc<Contact>>, after: Option<&Arc<Contact>>) {
        // Who is archived, noted or touched keeps their key, and the text does not grow.
        if let (Some(before), Some(after)) = (before, after)
            && let same = key(after)
            && same == key(before)
            && let Ok(at) = self.place(&same, after.id)
        {
            self.entries[at].archived = after.archived;
            return;
        }
        if let Some(before) = before
            && let Ok(at) = self.place(&key(before), before.id)
        {
            self.entries.remove(at);
        }
        if let Some(after) = after
            && let Err(at) = self.place(&key(after), after.id)
        {
            let entry = self.enter(after);
            self.entries.insert(at, entry);
        }
    }

    /// All contacts in the order of their names.
    pub fn by_name(&self) -> impl Iterator<Item = ContactId> + '_ {
        self.entries.iter().map(|entry| entry.id)
    }

    /// The contacts that match every word, best first, then by name. `within` may hold the [`Found::literal`] of words
    /// that these begin with: whoever has these as they stand is among them. The answer is the same without it.
    pub fn find(&self, words: &[String], within: Option<&[u32]>) -> Found {
        // Whoever has the words as they stand is meant first; letters that hang together are looked for where these are
        // few, which is rarely and costs more. That look is over all: others have them than have their beginnings.
        let scored = self.look(&mut Finder::strict(words), words, within);
        let literal: Vec<u32> = scored.iter().map(|hit| *hit as u32).collect();
        // Short words have no other look.
        let hits = if literal.len() >= ENOUGH || words.iter().all(|word| is_short(word)) {
            ranked(scored)
        } else {
            ranked(self.look(&mut Finder::new(words), words, None))
        };
        Found { hits, literal }
    }

    // Place and score of each that matches, in the order of the places: a walk through memory in another is slower.
    fn look(&self, finder: &mut Finder, words: &[String], within: Option<&[u32]>) -> Vec<u64> {
        let wanted = words.iter().fold(0, |all, word| all | letters(word));
        // The score turned round in the upper half: the best is the least.
        let mut hits: Vec<u64> = Vec::new();
        let mut look = |at: u32| {
            let Some(entry) = self.entries.get(at as usize) else { return };
            if entry.letters & wanted == wanted
                && let Some(score) = finder.score(self.key(entry))
            {
                hits.push(u64::from(!score) << 32 | u64::from(at));
            }
        };
        match within {
            Some(places) => places.iter().copied().for_each(&mut look),
            None => (0..self.entries.len() as u32).for_each(&mut look),
        }
        hits
    }

    /// The contact at a place.
    pub fn at(&self, place: u32) -> Option<ContactId> {
        self.entries.get(place as usize).map(|entry| entry.id)
    }

    /// Whether the contact at a place is archived; here, so that a search need not look at every contact it finds.
    pub fn archived(&self, place: u32) -> bool {
        self.entries.get(place as usize).is_some_and(|entry| entry.archived)
    }

    /// How many contacts there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    // The entry of a contact, its key at the end of the text.
    fn enter(&mut self, contact: &Contact) -> Entry {
        let key = key(contact);
        let start = self.text.len() as u32;
        self.text.push_str(&key);
        let range = start..self.text.len() as u32;
        Entry { id: contact.id, letters: letters(&key), archived: contact.archived, key: range }
    }

    fn key(&self, entry: &Entry) -> &str {
        &self.text[entry.key.start as usize..entry.key.end as usize]
    }

    fn place(&self, key: &str, id: ContactId) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| (self.key(entry), entry.id).cmp(&(key, id)))
    }
}

// The best first, then in the order of the places, in which they come.
fn ranked(mut hits: Vec<u64>) -> Vec<u32> {
    hits.sort_by_key(|hit| hit >> 32);
    hits.into_iter().map(|hit| hit as u32).collect()
}

/// A set of the letters in a folded text; letters of other scripts share what Latin ones and digits leave.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, c| match c {
        ' ' | '\n' => set,
        'a'..='z' => set | 1 << (c as u32 - 'a' as u32),
        '0'..='9' => set | 1 << (26 + c as u32 - '0' as u32),
        c => set | 1 << (36 + c as u32 % 28),
    })
}

/// The text that typing is matched against: name, company, role and tags, a line each. The end of a line sorts before
/// every letter and blank, so that the order of the keys is the order of the names.
pub fn key(contact: &Contact) -> String {
    let mut text = contact.name();
    for part in
        [&contact.company, &contact.role].into_iter().chain(&contact.tags).filter(|part| !part.is_empty())
    {
        text.push('\n');
        text.push_str(part);
    }
    fold(&text)
}

/// Scores texts against words, each of which has to match.
///
/// From three letters on a word is matched fuzzily. One letter or two would then fit nearly everybody, so they are
/// found as they stand, or, two, as the initials of neighbouring words.
pub struct Finder {
    matcher: Matcher,
    words: Vec<Word>,
    buffer: Vec<char>,
}

/// From how many hits on nobody is looked for by letters that hang together.
const ENOUGH: usize = 40;

enum Word {
    Whole(String),
    Fuzzy(String, Utf32String),
}

/// The least a letter has to score in the mean. A letter that stands anywhere scores 16, gaps cost, beginnings of words
/// and neighbours add: this lets `jberg` find Jonas Berg, and keeps letters that are merely strewn about from being a hit.
const LEAST: u32 = 18;

impl Finder {
    /// For these words, folded already.
    pub fn new(words: &[String]) -> Self {
        let words = words.iter().map(|word| {
            if is_short(word) {
                Word::Whole(word.clone())
            } else {
                Word::Fuzzy(word.clone(), Utf32String::from(word.as_str()))
            }
        });
        let mut words: Vec<Word> = words.collect();
        // What is quick to look for rules out most.
        words.sort_by_key(|word| matches!(word, Word::Fuzzy(..)));
        Self { matcher: Matcher::new(Config::DEFAULT), words, buffer: Vec::new() }
    }

    /// For these words, folded already, each of which has to stand in the text as it is.
    pub fn strict(words: &[String]) -> Self {
        let words = words.iter().cloned().map(Word::Whole).collect();
        Self { matcher: Matcher::new(Config::DEFAULT), words, buffer: Vec::new() }
    }

    /// How well a folded text matches; nothing where it does not.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        let mut sum = 0;
        for word in &self.words {
            sum += match word {
                Word::Whole(word) => as_it_stands(text, word)?,
                Word::Fuzzy(word, letters) => {
                    // As it stands is better than any way to find its letters.
                    if let Some(place) = as_it_stands(text, word) {
                        1_000 * place
                    } else {
                        // Letters that are strewn over name, company and role do not hang together.
                        let scores = text.split('\n').filter_map(|part| {
                            let part = Utf32Str::new(part, &mut self.buffer);
                            self.matcher.fuzzy_match_greedy(part, letters.slice(..))
                        });
                        let score = scores.max().map(u32::from)?;
                        Some(score).filter(|score| *score >= LEAST * letters.len() as u32)?
                    }
                }
            };
        }
        Some(sum)
    }
}

// Whether a word is too short to be matched fuzzily.
fn is_short(word: &str) -> bool {
    word.chars().nth(2).is_none()
}

// Best where the text begins, then where a word does, then as initials, then anywhere.
fn as_it_stands(text: &str, word: &str) -> Option<u32> {
    match *word.as_bytes() {
        [first] if first.is_ascii() => return of_two(text.as_bytes(), first, None),
        [first, second] if first.is_ascii() => return of_two(text.as_bytes(), first, Some(second)),
        _ => {}
    }
    if text.starts_with(word) {
        return Some(4);
    }
    // By hand: texts are short and many, and a searcher would be made anew for each.
    let (text_bytes, word_bytes) = (text.as_bytes(), word.as_bytes());
    let first = *word_bytes.first()?;
    let mut found = None;
    for (at, _) in text_bytes.iter().enumerate().skip(1).filter(|(_, byte)| **byte == first) {
        if text_bytes[at..].starts_with(word_bytes) {
            if text_bytes[at - 1] <= b' ' {
                return Some(3);
            }
            found = Some(1);
        }
    }
    let mut letters = word.chars();
    if let (Some(first), Some(second), None) = (letters.next(), letters.next(), letters.next()) {
        let initials = || text.split_ascii_whitespace().filter_map(|part| part.chars().next());
        if initials().zip(initials().skip(1)).any(|pair| pair == (first, second)) {
            return Some(2);
        }
    }
    found
}

// The same for one plain letter or two, in one go: these are looked for in everybody, at the first keys of a search.
fn of_two(text: &[u8], first: u8, second: Option<u8>) -> Option<u32> {
    let (mut best, mut before, mut initial) = (0, b' ', b' ');
    for (at, letter) in text.iter().copied().enumerate() {
        let begins = before <= b' ' && letter > b' ';
        before = letter;
        let stands = letter == first && second.is_none_or(|second| text.get(at + 1) == Some(&second));
        if begins {
            if stands {
                return Some(if at == 0 { 4 } else { 3 });
            }
            if initial == first && second == Some(letter) {
                best = 2;
            }
            initial = letter;
        } else if stands && best == 0 {
            best = 1;
        }
    }
    (best > 0).then_some(best)
}

#[cfg(test)]
mod tests;
