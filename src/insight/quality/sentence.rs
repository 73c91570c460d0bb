//! Whether it looks like a message: how it begins and ends, how loud it is, and whether it is a heap of key words.

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::lexicon::{Class, Lexicon};
use super::text::{After, Text, Word, is_picture};

/// How many of the words are said once.
pub fn repeats(seen: &mut Evidence, words: &[Word]) {
    let distinct: BTreeSet<&str> = words.iter().map(|word| word.fold.as_str()).collect();
    seen.distinct = distinct.len() as f64 / words.len().max(1) as f64;
}

/// In a language that is not known only capital letters and full stops can be out of place.
pub fn marks(seen: &mut Evidence, text: &Text) {
    let capitals = text.words.iter().any(|word| word.first && word.capital);
    for pair in text.words.windows(2).filter(|pair| pair[1].first && !pair[1].capital) {
        if capitals && !text.caseless && pair[1].fold.chars().all(char::is_alphabetic) {
            seen.order.odd.push(pair[0].span.start..pair[1].span.end);
        }
    }
}

/// How many words join others, and how often one takes a breath.
pub fn joints(seen: &mut Evidence, lexicon: &Lexicon, text: &Text) {
    let glue = |word: &&Word| lexicon.is_function(word) && !lexicon.is(word, Class::Your);
    let count = text.words.len().max(1) as f64;
    seen.glue = text.words.iter().filter(glue).count() as f64 / count;
    seen.breaths = text.words.iter().filter(|word| word.after != After::Nothing).count() as f64 / count;
}

/// How it begins and ends, and how loud it is.
pub fn form(seen: &mut Evidence, lexicons: &[Lexicon], source: &str, text: &Text) {
    let greeting = |word: &Word| lexicons.iter().any(|lexicon| lexicon.is(word, Class::Greeting));
    let named = seen.name.as_ref().is_some_and(|(_, early)| *early);
    seen.greets = named || text.words.first().is_some_and(greeting);
    let first = source.chars().find(|c| c.is_alphanumeric());
    seen.begins_well = first.is_some_and(|c| !c.is_lowercase());
    let last = source.trim_end().chars().next_back();
    seen.ends_well = last.is_some_and(|c| {
        is_picture(c)
            || matches!(
                c,
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | ')' | '"' | '”' | '»' | '’'
            )
    }) || text.caseless
        || is_signed(text);
    let loud = |pair: &&[Word]| pair.iter().all(|word| word.shouted && word.fold.len() > 3);
    seen.shouts =
        text.words.windows(2).filter(loud).map(|pair| pair[0].span.start..pair[1].span.end).collect();
    if let Some(at) = source.find("!!") {
        seen.shouts.push(at..at + 2);
    }
}

// The name of the sender at the end, which no full stop ends: "Thanks. Priya".
fn is_signed(text: &Text) -> bool {
    let last = text.sentence(text.ends.len().saturating_sub(1));
    let Some((_, inner)) = last.split_last() else { return false };
    let before = text.words.len().checked_sub(last.len() + 1).map(|at| text.words[at].after);
    // Behind a comma too: "All the best, Ana".
    let breath = inner.iter().rposition(|word| word.after == After::Breath);
    let name = breath.map_or(last, |at| &last[at + 1..]);
    let ended = before == Some(After::End) || breath.is_some();
    ended && (1..=3).contains(&name.len()) && name.iter().all(|word| word.capital)
}
