//! Which words a message is made of: those of messages that were written to one person, or those of mailings.
//!
//! The weights are learned, by logistic regression on the labelled messages in `assets/coach/training`; the table says
//! how. A weight is a hundredth of a logit. The value of a message is the sum of the weights of its signs over the square
//! root of how many of them are in the table, and the base.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use super::evidence::Span;
use super::lexicon::Lang;
use super::people::Theirs;
use super::text::Word;

const TABLE: &str = include_str!("../../../assets/coach/wording.txt");

/// Words of more letters than this count with their ending, too: `-ing`.
const LONG: usize = 5;
/// How many letters an ending has.
const ENDING: usize = 3;

/// What is weighed in a message; each counts once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// A word of a language, without accents.
    Word(Lang, String),
    /// How a long word ends, in any language.
    Ending(String),
    /// A mark, or something of the reader's.
    Mark(&'static str),
}

/// The marks: the name of the reader, their company, a number, and two signs; what is asked has a rule of its own.
const MARKS: [&str; 5] = ["name", "company", "number", "!", ":"];

/// The signs of a message with the first place of each.
pub fn signs(lang: Lang, source: &str, words: &[Word], theirs: &Theirs) -> Vec<(Sign, Span)> {
    let mut said = BTreeSet::new();
    let mut signs = Vec::new();
    let mut add = |sign: Sign, span: Span| {
        if said.insert(sign.clone()) {
            signs.push((sign, span));
        }
    };
    // Who writes everything small writes names small.
    let small = !words.iter().any(|word| word.capital);
    for word in words {
        let span = || word.span.clone();
        let letters = word.fold.chars().count();
        if (word.capital || small) && theirs.is_called(&word.fold) {
            add(Sign::Mark("name"), span());
        } else if word.capital && theirs.is_at(&word.fold) {
            add(Sign::Mark("company"), span());
        } else if word.fold.chars().all(|c| c.is_ascii_digit()) {
            add(Sign::Mark("number"), span());
        } else {
            add(Sign::Word(lang, word.fold.clone()), span());
            if letters > LONG {
                add(Sign::Ending(word.fold.chars().skip(letters - ENDING).collect()), span());
            }
        }
    }
    for mark in &MARKS[3..] {
        if let Some(at) = source.find(mark) {
            add(Sign::Mark(mark), at..at + mark.len());
        }
    }
    signs
}

/// The learned weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    /// The value of a message without any sign, in hundredths of a logit.
    pub base: i32,
    /// The weight of each sign, in hundredths of a logit.
    pub weights: HashMap<Sign, i32>,
}

/// What the words of a message say, in logits: above 0 they are more like those of messages to one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weighed {
    /// The base.
    pub base: f64,
    /// What each place adds; the strongest first.
    pub places: Vec<Place>,
}

/// A word or a mark, weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What it adds, in logits.
    pub by: f64,
    /// Where it stands.
    pub span: Span,
    /// Whether the word itself is in the table, and not only its ending, of which nobody would see what it says.
    pub itself: bool,
}

impl Weighed {
    /// What those places add together that pull up, or down.
    pub fn pull(&self, up: bool) -> f64 {
        self.places.iter().map(|place| place.by).filter(|by| (*by > 0.0) == up).sum()
    }

    /// The words and marks that pull up, or down; the strongest first.
    pub fn words(&self, up: bool) -> impl Iterator<Item = &Span> {
        let pulls = move |place: &&Place| place.itself && (place.by > 0.0) == up;
        self.places.iter().filter(pulls).map(|place| &place.span)
    }
}

impl Wording {
    /// The weights that the program comes with.
    ///
    /// # Panics
    /// Where the table in `assets/coach` cannot be read; a test reads it.
    pub fn learned() -> Self {
        Self::read(TABLE).expect("the table of weights can be read")
    }

    /// Reads a table: sections, and in each lines of a weight and the signs that have it.
    ///
    /// # Errors
    /// The line that cannot be read.
    pub fn read(table: &str) -> Result<Self, String> {
        let mut wording = Self::default();
        let mut section = "";
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
                continue;
            }
            let mut parts = line.split(' ');
            let weight: i32 = parts.next().and_then(|weight| weight.parse().ok()).ok_or(line)?;
            if section == "base" {
                wording.base = weight;
            }
            for part in parts {
                wording.weights.insert(Sign::of(section, part).ok_or(line)?, weight);
            }
        }
        Ok(wording)
    }

    /// Weighs the signs of a message.
    pub fn weigh(&self, signs: &[(Sign, Span)]) -> Weighed {
        let found: Vec<(i32, &Sign, &Span)> =
            signs.iter().filter_map(|(sign, span)| Some((*self.weights.get(sign)?, sign, span))).collect();
        let root = (found.len().max(1) as f64).sqrt();
        let mut places: Vec<Place> = Vec::with_capacity(found.len());
        for (by, sign, span) in found {
            let by = f64::from(by) / 100.0 / root;
            // A word and its ending are one place.
            match places.last_mut() {
                Some(last) if last.span == *span => last.by += by,
                _ => {
                    let itself = !matches!(sign, Sign::Ending(_));
                    places.push(Place { by, span: span.clone(), itself });
                }
            }
        }
        places.sort_by(|one, other| other.by.abs().total_cmp(&one.by.abs()));
        Weighed { base: f64::from(self.base) / 100.0, places }
    }
}

impl Sign {
    fn of(section: &str, part: &str) -> Option<Self> {
        match section {
            "marks" => MARKS.into_iter().find(|mark| *mark == part).map(Sign::Mark),
            "endings" => Some(Sign::Ending(part.to_owned())),
            lang => {
                let lang = Lang::ALL.into_iter().find(|each| each.token() == lang)?;
                Some(Sign::Word(lang, part.to_owned()))
            }
        }
    }

    fn parts(&self) -> (&str, &str) {
        match self {
            Sign::Word(lang, word) => (lang.token(), word),
            Sign::Ending(ending) => ("endings", ending),
            Sign::Mark(mark) => ("marks", mark),
        }
    }
}

impl fmt::Display for Wording {
    /// The table as it is read: each section from what pulls up to what pulls down.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "[base]\n{}", self.base)?;
        let sections = ["marks", "endings"].into_iter().chain(Lang::ALL.map(Lang::token));
        for section in sections {
            let mut rows: Vec<(i32, &str)> = self
                .weights
                .iter()
                .map(|(sign, weight)| (sign.parts(), *weight))
                .filter(|((of, _), _)| *of == section)
                .map(|((_, part), weight)| (-weight, part))
                .collect();
            rows.sort_unstable();
            writeln!(f, "\n[{section}]")?;
            for same in rows.chunk_by(|one, other| one.0 == other.0) {
                let signs: Vec<&str> = same.iter().map(|(_, part)| *part).collect();
                writeln!(f, "{} {}", -same[0].0, signs.join(" "))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quality::text::Text;

    #[test]
    fn the_table_is_read_as_it_was_written() {
        let learned = Wording::learned();
        assert!((500..2_000).contains(&learned.weights.len()), "{}", learned.weights.len());
        assert_eq!(Wording::read(&learned.to_string()), Ok(learned));
        for wrong in ["[en]\nword", "[xx]\n3 word", "[marks]\n3 ;"] {
            assert!(Wording::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sign_counts_once_and_has_its_place() {
        let source = "Still still reading! Yes, reading.";
        let signs = signs(Lang::En, source, &Text::of(source).words, &Theirs::default());
        let wording = Wording::read("[base]\n-20\n[en]\n200 still\n-100 reading\n[marks]\n-60 !").unwrap();
        let weighed = wording.weigh(&signs);
        let root = 3.0_f64.sqrt();
        assert!((weighed.pull(true) - 2.0 / root).abs() < 1e-9);
        assert!((weighed.pull(false) + 1.6 / root).abs() < 1e-9);
        assert_eq!(weighed.words(true).collect::<Vec<_>>(), [&(0..5)]);
        assert_eq!(weighed.words(false).collect::<Vec<_>>(), [&(12..19), &(19..20)]);
        // A word and its ending are one place; what only an ending says is in no list.
        let wording = Wording::read("[en]\n-100 reading\n[endings]\n40 ing\n-30 ill").unwrap();
        let source = "Reading until thrill";
        let signs = super::signs(Lang::En, source, &Text::of(source).words, &Theirs::default());
        let weighed = wording.weigh(&signs);
        let by: Vec<i32> =
            weighed.places.iter().map(|place| (place.by * 100.0 * root).round() as i32).collect();
        assert_eq!((by, weighed.words(false).count()), (vec![-60, -30], 1));
    }
}
