//! Phrases with gaps, as the tables in `assets/coach` have them, and where they are in a message.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::{Kind, Lang};
use super::text::{After, Word, fold, low};

/// The phrases of a language.
#[derive(Debug)]
pub struct Phrases {
    lang: Lang,
    all: Vec<Phrase>,
    // By the words that a phrase can begin with.
    begins: HashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Phrase {
    kind: Kind,
    steps: Vec<Step>,
    // Whether a word of it says no: "no me contestaste" is not denied by its own.
    denies: bool,
}

#[derive(Debug)]
enum Step {
    /// One of these words, or, where it may be missing, none.
    Word(Vec<Form>, bool),
    /// Up to so many words of any kind.
    Gap(usize),
}

/// A word of a phrase.
#[derive(Debug)]
struct Form {
    low: String,
    // Without its accents, where it has some.
    bare: Option<String>,
}

impl Form {
    fn of(word: &str) -> Self {
        let (low, bare) = (low(word), fold(word));
        // Too short a word is another one without its accent: `à` and `a`.
        let bare = (bare != low && bare.len() >= 3).then_some(bare);
        Self { low, bare }
    }

    // `#` is any number.
    fn is(&self, word: &Word) -> bool {
        let lost = || word.low == word.fold && self.bare.as_ref() == Some(&word.fold);
        self.low == word.low || lost() || self.low == "#" && is_number(&word.fold)
    }
}

/// How many words a `*` in a phrase can stand for.
const GAP: usize = 3;

/// A phrase that was found, by the numbers of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it says.
    pub kind: Kind,
    /// Its words.
    pub words: Range<usize>,
    /// Whether a word before it or in its gap turns it into its contrary: "I am not looking for a job".
    pub denied: bool,
}

// Whether a word turns what follows into its contrary, in a language: `no` is "in the" in Portuguese.
fn denies(lang: Lang, word: &str) -> bool {
    let words: &[&str] = match lang {
        Lang::En => &["no", "not", "never", "without", "t"],
        Lang::De => &["nicht", "kein", "keine", "keinen", "ohne", "nie"],
        Lang::Fr => &["pas", "ne", "n", "ni", "sans", "jamais"],
        Lang::Es => &["no", "ni", "sin", "nunca"],
        Lang::Pt => &["nao", "nem", "sem", "nunca"],
    };
    words.contains(&word)
}

// Whether one of the two words before this one says no, in the same
// sentence and before a breath; "why don't we" asks all the same.
fn is_denied(lang: Lang, words: &[Word], at: usize) -> bool {
    let before = || words[..at].iter().rev().take_while(|word| word.after == After::Nothing);
    let asks = before().take(4).any(|word| matches!(word.fold.as_str(), "why" | "pourquoi"));
    !asks && before().take(2).any(|word| denies(lang, &word.fold))
}

impl Phrases {
    /// None yet.
    pub fn of(lang: Lang) -> Self {
        Self { lang, all: Vec::new(), begins: HashMap::new() }
    }

    /// Adds a line of a table: `a|b` is either word, `?` after a word means that it may be missing, `#` is a number,
    /// `*` up to three words.
    pub fn add(&mut self, kind: Kind, line: &str) {
        let mut steps: Vec<Step> = line
            .split(' ')
            .map(|step| {
                if step == "*" {
                    return Step::Gap(GAP);
                }
                let (words, optional) = step.strip_suffix('?').map_or((step, false), |words| (words, true));
                Step::Word(words.split('|').map(Form::of).collect(), optional)
            })
            .collect();
        while matches!(steps.first(), Some(Step::Gap(_))) {
            steps.remove(0);
        }
        if let Some(Step::Word(words, _)) = steps.first() {
            let forms = words.iter().flat_map(|form| [Some(&form.low), form.bare.as_ref()]).flatten();
            for word in forms {
                self.begins.entry(word.clone()).or_default().push(self.all.len());
            }
        }
        let lang = self.lang;
        let says_no = |step: &Step| match step {
            Step::Word(words, _) => {
                words.iter().any(|form| denies(lang, form.bare.as_ref().unwrap_or(&form.low)))
            }
            Step::Gap(_) => false,
        };
        let denies = steps.iter().any(says_no);
        self.all.push(Phrase { kind, steps, denies });
    }

    /// Every phrase in the words, each within a sentence.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let number = is_number(&word.fold).then_some("#");
            let begun = [Some(word.low.as_str()), number].into_iter().flatten();
            for phrase in begun.filter_map(|first| self.begins.get(first)).flatten().map(|n| &self.all[*n]) {
                if let Some(end) = follow(&phrase.steps, words, at) {
                    let inside = words[at..end].iter().any(|word| denies(self.lang, &word.fold));
                    let denied = inside && !phrase.denies || is_denied(self.lang, words, at);
                    hits.push(Hit { kind: phrase.kind, words: at..end, denied });
                }
            }
        }
        hits
    }
}

// Where the steps end that begin at this word.
fn follow(steps: &[Step], words: &[Word], at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    let ended = at > 0 && words[at - 1].after == After::End;
    match step {
        Step::Gap(most) => (0..=*most)
            .take_while(|n| words[at..].iter().take(*n).all(|word| word.after != After::End))
            .find_map(|n| (at + n <= words.len()).then(|| follow(rest, words, at + n)).flatten()),
        Step::Word(known, optional) => {
            let fits = |word: &&Word| known.iter().any(|form| form.is(word));
            let here = words.get(at).filter(fits);
            let taken = here.and_then(|word| {
                if word.after == After::End && !rest.is_empty() {
                    return None;
                }
                follow(rest, words, at + 1)
            });
            taken.or_else(|| (*optional && !ended).then(|| follow(rest, words, at)).flatten())
        }
    }
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}
