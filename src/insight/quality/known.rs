//! What the book knows of the reader, found in a message: a fact, a tag, what was done together, a note.
//!
//! A thing counts where it is named so that it cannot be another: by all of its telling words, by half of them where
//! there are several, or by one that is in no list of common words (`fsync`). Of a note or a touch, which speak of many
//! things, two telling words are needed.

use std::collections::BTreeSet;

use super::evidence::Span;
use super::lexicon::{Class, Lexicon};
use super::text::{Text, Word};
use super::{Known, Recipient, Source};
use crate::domain::fact::FactKind;

/// A word of so many letters that no list knows names a thing alone.
const RARE: usize = 4;
/// Forms of a word may differ behind so many letters, by so many letters.
const STEM: (usize, usize) = (5, 3);

/// Where each thing that is known of the reader is named; nothing where it is not.
pub fn find(lexicons: &[Lexicon], words: &[Word], recipient: Option<&Recipient>) -> Vec<Vec<Span>> {
    let Some(recipient) = recipient else { return Vec::new() };
    recipient.known.iter().map(|known| named(lexicons, words, known, recipient)).collect()
}

fn named(lexicons: &[Lexicon], words: &[Word], known: &Known, recipient: &Recipient) -> Vec<Span> {
    let text = Text::of(&known.text);
    let common = |word: &Word| lexicons.iter().any(|lexicon| lexicon.knows(word));
    let empty = |word: &Word| {
        let bland =
            lexicons.iter().any(|lexicon| lexicon.is_function(word) || lexicon.is(word, Class::Bland));
        bland || word.fold.chars().count() < 3 && !word.fold.chars().any(|c| c.is_ascii_digit())
    };
    // Names of a mutual contact are telling, those of the reader are not.
    let theirs = Text::of(&format!("{} {}", recipient.first_name, recipient.last_name));
    let theirs: BTreeSet<&str> = theirs.words.iter().map(|word| word.fold.as_str()).collect();
    let telling: Vec<&Word> = text.words.iter().filter(|word| !theirs.contains(word.fold.as_str())).collect();
    let narrow: Vec<&Word> = telling.iter().copied().filter(|word| !empty(word)).collect();
    // A thing of common words alone ("open source") has to be named as a whole.
    let (telling, whole) = if narrow.is_empty() { (telling, true) } else { (narrow, false) };
    let mut distinct: Vec<&str> = telling.iter().map(|word| word.fold.as_str()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let mut hit = BTreeSet::new();
    let mut rare = false;
    let mut spans = Vec::new();
    for word in words {
        let same = telling.iter().find(|other| one_word(&word.fold, &other.fold));
        if let Some(same) = same {
            hit.insert(same.fold.as_str());
            rare |= !common(word) && word.fold.chars().count() >= RARE && !formed(&word.fold);
            spans.push(word.span.clone());
        }
    }
    let enough = match known.source {
        _ if hit.is_empty() => false,
        _ if whole => hit.len() == distinct.len(),
        // A first name is also somebody else's, and what one offers is made of the words of one's own trade.
        Source::Fact(FactKind::Mutual) => hit.len() * 2 >= distinct.len(),
        Source::Fact(FactKind::Offer) => hit.len() * 2 > distinct.len(),
        Source::Fact(_) | Source::Tag => rare || hit.len() * 2 >= distinct.len(),
        Source::Told => hit.len() >= 2 && rare,
    };
    if enough { joined(words, spans) } else { Vec::new() }
}

/// Endings of words that are made of everyday ones: `testing` names nothing alone.
const FORMED: [&str; 12] =
    ["ing", "ed", "ers", "tion", "tions", "ment", "ung", "ungen", "cion", "cao", "mente", "ness"];

fn formed(word: &str) -> bool {
    FORMED.iter().any(|end| word.ends_with(end))
}

// `replica` and `replicas`, `testing` and `tests` are one word.
fn one_word(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (stem, most) = STEM;
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(other.chars().count());
    same >= stem && longest - same <= most
}

// Words that follow each other are one place.
fn joined(words: &[Word], spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        let follows = joined.last().is_some_and(|last| {
            !words.iter().any(|word| word.span.start >= last.end && word.span.end <= span.start)
        });
        match joined.last_mut() {
            Some(last) if follows => last.end = span.end,
            _ => joined.push(span),
        }
    }
    joined
}
