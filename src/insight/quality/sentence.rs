//! Whether words stand as in a sentence: shuffled words and heaps of key words do not.

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::lexicon::{Class, Lang, Lexicon};
use super::text::{After, Text, Word};

/// How many of the words are said once.
pub fn repeats(seen: &mut Evidence, words: &[Word]) {
    let distinct: BTreeSet<&str> = words.iter().map(|word| word.fold.as_str()).collect();
    seen.distinct = distinct.len() as f64 / words.len().max(1) as f64;
}

/// Pairs of words that do not follow each other in a sentence: `the of`, `my and`. They are rare in messages and
/// frequent in the same words shuffled.
pub fn order(seen: &mut Evidence, lexicon: &Lexicon, text: &Text) {
    let only = |word: &Word| {
        let classes =
            [Class::Article, Class::Preposition, Class::Pronoun, Class::Auxiliary, Class::Conjunction];
        let mut is = classes.into_iter().filter(|class| lexicon.is(word, *class));
        match (is.next(), is.next()) {
            (Some(class), None) => Some(class),
            _ => None,
        }
    };
    // Who writes everything small begins no sentence with a capital letter.
    let capitals = text.words.iter().any(|word| word.first && word.capital);
    for (at, pair) in text.words.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        // "..., die aber": behind a comma a German article speaks of what went before.
        let relates = at > 0 && lexicon.lang == Lang::De && text.words[at - 1].after == After::Breath;
        let (before, after) = (only(one), only(other));
        let joined = one.after == After::Nothing;
        let odd = match before {
            Some(Class::Article) => !relates && (!joined || after.is_some()),
            // English sentences may end with one.
            Some(Class::Preposition) if one.after == After::End => lexicon.lang != Lang::En,
            Some(Class::Preposition) => {
                joined && matches!(after, Some(Class::Preposition | Class::Auxiliary | Class::Conjunction))
            }
            Some(Class::Conjunction) => {
                one.after == After::End || joined && after == Some(Class::Conjunction)
            }
            _ => false,
        };
        let odd = odd || joined && lexicon.lang == Lang::En && english(&one.fold, other, after);
        // A capital letter inside a sentence on a word that has none there, a small one where a sentence begins.
        let known = lexicon.is_function(other) && !lexicon.is(other, Class::Exact);
        let inside =
            other.capital && !other.shouted && !other.first && one.after == After::Nothing && !one.capital;
        let capital = inside && known && other.fold != "i" && lexicon.lang != Lang::De;
        let small = other.first && !other.capital && other.fold.chars().all(char::is_alphabetic);
        if odd && !other.capital || capital || (small && capitals && !text.caseless) {
            seen.broken.push(one.span.start..other.span.end);
        }
    }
    if let Some(last) =
        text.words.last().filter(|last| matches!(only(last), Some(Class::Article | Class::Conjunction)))
    {
        seen.broken.push(last.span.clone());
    }
}

// What only English forbids: `a ended`, `an boat`, `I the`.
fn english(one: &str, other: &Word, after: Option<Class>) -> bool {
    let first = other.fold.as_bytes().first().copied().unwrap_or(b' ');
    match one {
        "a" => {
            matches!(first, b'a' | b'e' | b'i' | b'o')
                && !["eu", "one", "once"].iter().any(|u| other.fold.starts_with(u))
        }
        "an" => first.is_ascii_alphabetic() && !b"aeiouh".contains(&first) && !other.capital,
        "i" => {
            matches!(after, Some(Class::Article | Class::Preposition | Class::Conjunction | Class::Pronoun))
        }
        _ => false,
    }
}

/// In a language that is not known only capital letters and full stops can be out of place.
pub fn marks(seen: &mut Evidence, text: &Text) {
    let capitals = text.words.iter().any(|word| word.first && word.capital);
    for pair in text.words.windows(2).filter(|pair| pair[1].first && !pair[1].capital) {
        if capitals && !text.caseless && pair[1].fold.chars().all(char::is_alphabetic) {
            seen.broken.push(pair[0].span.start..pair[1].span.end);
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
