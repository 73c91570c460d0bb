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

/// Pairs of words that do not follow each other in a sentence: `the of`, `my and`. They are a tenth as frequent in
/// messages as in the same words shuffled.
pub fn order(seen: &mut Evidence, lexicon: &Lexicon, text: &Text) {
    let only = |word: &Word| {
        let classes =
            [Class::Article, Class::Preposition, Class::Pronoun, Class::Auxiliary, Class::Conjunction];
        let mut is = classes.into_iter().filter(|class| lexicon.is(&word.fold, *class));
        match (is.next(), is.next()) {
            (Some(class), None) => Some(class),
            _ => None,
        }
    };
    for pair in text.words.windows(2) {
        let [one, other] = pair else { continue };
        let (before, after) = (only(one), only(other));
        let joined = one.after == After::Nothing;
        let odd = match before {
            Some(Class::Article) => !joined || after.is_some(),
            Some(Class::Preposition) => {
                joined && matches!(after, Some(Class::Preposition | Class::Auxiliary | Class::Conjunction))
            }
            Some(Class::Conjunction) => !joined || after == Some(Class::Conjunction),
            _ => false,
        };
        // A capital letter inside a sentence on a word that has none there, a small one where a sentence begins.
        let known = lexicon.is_function(&other.fold) && !lexicon.is(&other.fold, Class::Exact);
        let inside =
            other.capital && !other.shouted && !other.first && one.after == After::Nothing && !one.capital;
        let capital = inside && known && other.fold != "i" && lexicon.lang != Lang::De;
        let small = other.first && !other.capital && other.fold.chars().all(char::is_alphabetic);
        if odd && !other.capital || capital || (small && seen.begins_well && !text.caseless) {
            seen.broken.push(one.span.start..other.span.end);
        }
    }
    if let Some(last) =
        text.words.last().filter(|last| matches!(only(last), Some(Class::Article | Class::Conjunction)))
    {
        seen.broken.push(last.span.clone());
    }
}

/// How many words join others, and how often one takes a breath.
pub fn joints(seen: &mut Evidence, lexicon: &Lexicon, text: &Text) {
    let glue = |word: &&Word| {
        let joins = [
            Class::Article,
            Class::Preposition,
            Class::Auxiliary,
            Class::Conjunction,
            Class::Pronoun,
            Class::Little,
        ];
        joins.into_iter().any(|class| lexicon.is(&word.fold, class)) && !lexicon.is(&word.fold, Class::Your)
    };
    let count = text.words.len().max(1) as f64;
    seen.glue = text.words.iter().filter(glue).count() as f64 / count;
    seen.breaths = text.words.iter().filter(|word| word.after != After::Nothing).count() as f64 / count;
}
