//! A message taken apart: words, sentences and what ends them, each with its place in the text as it was written.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

pub use crate::domain::fold::fold;

/// A word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands, in bytes of the text as written.
    pub span: Range<usize>,
    /// In lower case, as tables have it.
    pub low: String,
    /// The same without accents and other marks.
    pub fold: String,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether all of its two letters or more are capitals.
    pub shouted: bool,
    /// The number of its sentence.
    pub sentence: usize,
    /// Whether it is the first of its sentence.
    pub first: bool,
    /// What stands between it and the next word.
    pub after: After,
}

/// What stands between a word and the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Nothing but blanks, or an apostrophe or hyphen inside a longer word.
    Nothing,
    /// A comma, a dash, a bracket, a colon: a breath.
    Breath,
    /// The end of a sentence.
    End,
}

/// A message taken apart.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The words in their order.
    pub words: Vec<Word>,
    /// What ends each sentence; `None` for a last one that nothing ends.
    pub ends: Vec<Option<char>>,
    /// Where characters stand that nobody can see, where they have no business.
    pub hidden: Vec<Range<usize>>,
    /// Words of letters from two scripts that look alike.
    pub alike: Vec<Range<usize>>,
    /// Whether most letters are of a script without capitals and blanks.
    pub caseless: bool,
}

/// After these a full stop ends no sentence.
const SHORT: [&str; 30] = [
    "dr", "mr", "mrs", "ms", "prof", "st", "hr", "fr", "sr", "sra", "dra", "ing", "lic", "vs", "nr", "bzw",
    "ca", "z", "b", "d", "h", "mme", "mlle", "eng", "etc", "incl", "approx", "dept", "esp", "e",
];

impl Text {
    /// Takes a text apart.
    pub fn of(source: &str) -> Self {
        let mut text = Self::default();
        let clean = Clean::of(source, &mut text.hidden);
        let mut sentence = 0;
        let mut first = true;
        let mut before = 0;
        let words: Vec<(usize, &str)> = split(&clean.text).collect();
        for (at, word) in words {
            if !text.words.is_empty() {
                let between = &clean.text[before..at];
                let mut after = after(between, &text.words[text.words.len() - 1].fold);
                // "(four chicks!!) keeps": the sentence goes on behind the bracket.
                let goes_on = word.chars().next().is_some_and(char::is_lowercase);
                // So does it behind "6 a.m.".
                let letter = text.words[text.words.len() - 1].fold.len() == 1 && between.starts_with('.');
                if after == After::End && (between.contains(')') || letter) && goes_on {
                    after = After::Breath;
                }
                if let Some(last) = text.words.last_mut() {
                    last.after = after;
                }
                if after == After::End {
                    text.ends.push(end(between));
                    sentence += 1;
                    first = true;
                }
            }
            before = at + word.len();
            let span = clean.place(at)..clean.place(before);
            if is_alike(word) {
                text.alike.push(span.clone());
            }
            let letters = || word.chars().filter(|c| c.is_alphabetic());
            text.words.push(Word {
                span,
                fold: fold(word),
                low: low(word),
                capital: word.chars().next().is_some_and(char::is_uppercase),
                shouted: letters().count() >= 2 && letters().all(char::is_uppercase),
                sentence,
                first,
                after: After::Breath,
            });
            first = false;
        }
        if let Some(last) = text.words.last_mut() {
            let rest = &clean.text[before..];
            let end = end(rest);
            last.after = if end.is_some() { After::End } else { After::Breath };
            text.ends.push(end);
        }
        let (caseless, letters) =
            source.chars().filter(|c| c.is_alphabetic()).fold((0, 0), |(few, all), c| {
                (few + usize::from(!c.is_lowercase() && !c.is_uppercase()), all + 1)
            });
        text.caseless = caseless * 2 > letters;
        text
    }

    /// The words of a sentence.
    pub fn sentence(&self, number: usize) -> &[Word] {
        let from = self.words.partition_point(|word| word.sentence < number);
        let to = self.words.partition_point(|word| word.sentence <= number);
        &self.words[from..to]
    }

    /// Where these words stand.
    pub fn span(&self, words: Range<usize>) -> Range<usize> {
        match self.words.get(words) {
            Some([first, .., last]) => first.span.start..last.span.end,
            Some([one]) => one.span.clone(),
            _ => 0..0,
        }
    }
}

/// In lower case, each letter with its marks one character.
pub fn low(word: &str) -> String {
    if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.nfc().flat_map(char::to_lowercase).collect()
    }
}

/// The words of a clean text with their places; an apostrophe parts words, as a hyphen does.
pub fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices().flat_map(|(at, word)| {
        let mut from = at;
        word.split(['\'', '’', '_', '.', ':']).filter_map(move |part| {
            let place = from;
            from += part.len() + word[from - at + part.len()..].chars().next().map_or(0, char::len_utf8);
            (!part.is_empty()).then_some((place, part))
        })
    })
}

fn after(between: &str, word: &str) -> After {
    // Inside a number or an address: `4.30`.
    let inside = matches!(between, "." | ":");
    if inside {
        After::Nothing
    } else if end(between).is_some_and(|end| end != '.' || !SHORT.contains(&word)) {
        After::End
    } else if between.chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’' | '-' | '"' | '.')) {
        After::Nothing
    } else {
        After::Breath
    }
}

// What ends a sentence in what stands between two words; a full stop inside a word (`dot.com`) ends nothing.
fn end(between: &str) -> Option<char> {
    let mut chars = between.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '。' | '！' | '？' | '؟' | '۔' | '।' | '\n' => {
                return Some(if c == '\n' { '.' } else { c });
            }
            '.' | '!' | '?' | '…' => match chars.peek() {
                Some(next) if !next.is_whitespace() && !is_end(*next) && !is_closing(*next) => {}
                _ => return Some(c),
            },
            _ => {}
        }
    }
    None
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '»' | ')' | '’' | '\'') || is_picture(c)
}

/// Whether it is an emoji or another picture.
pub fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
}

// Latin letters beside Cyrillic or Greek ones in one word.
fn is_alike(word: &str) -> bool {
    let latin = word.chars().filter(|c| c.is_alphabetic() && (*c as u32) < 0x250).count();
    let cyrillic = word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'));
    // `TGFβ` and `μm` are what they seem.
    let greek = word.chars().any(|c| "οναριΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".contains(c));
    latin > 0 && cyrillic || latin >= 3 && greek
}

// The text without what nobody can see, and the way back to the text as written.
struct Clean {
    text: String,
    // Where a piece begins in the clean text, and in the text as written.
    pieces: Vec<(usize, usize)>,
}

impl Clean {
    fn of(source: &str, hidden: &mut Vec<Range<usize>>) -> Self {
        let mut clean = Self { text: String::with_capacity(source.len()), pieces: vec![(0, 0)] };
        let mut before = None;
        for (at, c) in source.char_indices() {
            let next = source[at + c.len_utf8()..].chars().next();
            if is_unseen(c) {
                // A joiner belongs between pictures and in scripts that join; a mark of direction beside such scripts.
                let joins = |c: Option<char>| {
                    c.is_some_and(|c| is_picture(c) || ('\u{590}'..'\u{1e00}').contains(&c))
                };
                // Files of some systems begin with a mark of their byte order.
                let order = c == '\u{feff}' && at == 0;
                if !order && !joins(before) && !joins(next) && (before.is_some() || next.is_some()) {
                    hidden.push(at..at + c.len_utf8());
                }
                if !is_picture(c) || !joins(before) {
                    clean.pieces.push((clean.text.len(), at + c.len_utf8()));
                    continue;
                }
            }
            clean.text.push(c);
            before = Some(c);
        }
        clean
    }

    fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        let (start, source) = self.pieces[piece.saturating_sub(1)];
        source + (at - start)
    }
}

/// Whether nobody can see it.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Text::of(text).words.into_iter().map(|word| word.fold).collect()
    }

    #[test]
    fn words_are_parted_at_apostrophes_and_hyphens_and_found_again() {
        assert_eq!(
            words("I’d l'article write-up Müller ß"),
            ["i", "d", "l", "article", "write", "up", "muller", "ss"]
        );
        let source = "Hi Zo\u{200b}ë, ok";
        let text = Text::of(source);
        assert_eq!(&source[text.words[1].span.clone()], "Zo\u{200b}ë");
        assert_eq!(text.words[1].fold, "zoe");
        assert_eq!(text.hidden, vec![5..8]);
    }

    #[test]
    fn sentences_end_where_they_do() {
        let text = Text::of("Dr. Akande wrote it at 4.30. Did it hold? See dot.com, yes");
        assert_eq!(text.ends, [Some('.'), Some('?'), None]);
        let ends: Vec<After> = text.words.iter().map(|word| word.after).collect();
        assert_eq!(ends[0], After::Nothing);
        assert_eq!(text.sentence(1).len(), 3);
        assert!(text.sentence(1)[0].first && !text.sentence(1)[1].first);
    }

    #[test]
    fn what_belongs_to_a_script_is_not_hidden() {
        assert!(Text::of("می\u{200c}خواهم").hidden.is_empty());
        assert!(Text::of("👩\u{200d}👧 hi").hidden.is_empty());
        assert_eq!(Text::of("frее аudit").alike.len(), 2);
        assert!(Text::of("日本の記事").caseless);
    }
}
