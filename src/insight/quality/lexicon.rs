//! What the coach knows of a language: classes of words, and phrases, read from the tables in `assets/coach`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::text::{After, Word, fold, low, split};

/// A language that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
}

impl Lang {
    /// Every language that is known.
    pub const ALL: [Lang; 5] = [Lang::En, Lang::De, Lang::Fr, Lang::Es, Lang::Pt];

    /// As it is written in JSON, by ISO 639-1.
    pub fn token(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::De => "de",
            Lang::Fr => "fr",
            Lang::Es => "es",
            Lang::Pt => "pt",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Lang::En => include_str!("../../../assets/coach/en.txt"),
            Lang::De => include_str!("../../../assets/coach/de.txt"),
            Lang::Fr => include_str!("../../../assets/coach/fr.txt"),
            Lang::Es => include_str!("../../../assets/coach/es.txt"),
            Lang::Pt => include_str!("../../../assets/coach/pt.txt"),
        }
    }
}

/// Declares classes of words or kinds of phrases with the names of their sections.
macro_rules! sections {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $section:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item])* $variant),+ }

        impl $name {
            fn of_section(name: &str) -> Option<Self> {
                match name { $($section => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

sections! {
    /// What a word is.
    Class {
        /// `the`, `my`: a noun follows.
        Article = "articles",
        /// `of`, `with`.
        Preposition = "prepositions",
        /// `i`, `you`, `them`.
        Pronoun = "pronouns",
        /// `is`, `have`, `would`.
        Auxiliary = "auxiliaries",
        /// `and`, `because`.
        Conjunction = "conjunctions",
        /// Other words that hold a sentence together and name nothing.
        Little = "little",
        /// Words that a greeting begins with.
        Greeting = "greetings",
        /// `dr`, `frau`.
        Title = "titles",
        /// The reader.
        You = "you",
        /// What is the reader's.
        Your = "your",
        /// The sender.
        Me = "me",
        /// What somebody made: a post, a talk, a garden.
        Made = "made",
        /// Words that fit in any message.
        Bland = "bland",
        /// Praise at its highest.
        Praise = "praise",
        /// What everybody has and nobody made: a profile, a role.
        Plain = "plain-nouns",
        /// Something happened: `wrote`, `lost`, `-ed`.
        Past = "past",
        /// One thing and no other: `still`, `third`, `page`.
        Exact = "exact",
        /// Anything and anybody: `always`, `people`, `would`.
        Loose = "loose",
    }
}

sections! {
    /// What a phrase says.
    Kind {
        /// Something that sender and reader have in common.
        Shared = "shared",
        /// What the sender does.
        Does = "does",
        /// Why they write.
        Purpose = "purpose",
        /// A request for more than to be connected.
        Ask = "ask",
        /// The same, where it is part of a question.
        AskQuestion = "ask-question",
        /// Something is sold.
        Pitch = "pitch",
        /// What could go to anybody.
        Generic = "generic",
        /// The platform's own words.
        Default = "default",
        /// Flattery.
        Flattery = "flattery",
    }
}

/// Small words of languages that are not known: enough to tell a sentence from letters in a row.
#[derive(Debug)]
pub struct Others {
    languages: Vec<HashSet<String>>,
}

impl Others {
    /// Reads the table.
    pub fn read() -> Self {
        let mut languages = Vec::new();
        for line in
            include_str!("../../../assets/coach/other.txt").lines().filter(|line| !line.starts_with('#'))
        {
            if line.starts_with('[') {
                languages.push(HashSet::new());
            } else if let Some(words) = languages.last_mut() {
                words.extend(split(line).map(|(_, word)| fold(word)));
            }
        }
        Self { languages }
    }

    /// How many of the words are small words of the one of them that has most.
    pub fn most(&self, words: &[Word]) -> usize {
        let known = |small: &HashSet<String>| words.iter().filter(|word| small.contains(&word.fold)).count();
        self.languages.iter().map(known).max().unwrap_or(0)
    }
}

/// What is known of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Which.
    pub lang: Lang,
    // A bit for each class.
    words: HashMap<String, u32>,
    // The same of those with accents, without them: many leave them out.
    bare: HashMap<String, u32>,
    // Beginnings and endings of words in the past: `-ed`, `ge-t`.
    past: Vec<(String, String)>,
    phrases: Vec<Phrase>,
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
        let bare = (bare != low).then_some(bare);
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

/// Words that turn what follows into its contrary.
const NEGATIONS: [&str; 18] = [
    "no", "not", "never", "without", "t", "nicht", "kein", "keine", "keinen", "ohne", "nie", "pas", "ne",
    "sans", "sin", "nunca", "nao", "sem",
];

fn denies(word: &str) -> bool {
    NEGATIONS.contains(&word)
}

// Whether one of the two words before this one says no, in its sentence.
fn is_denied(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev().take(2).take_while(|word| word.after != After::End);
    before.into_iter().any(|word| denies(&word.fold))
}

impl Lexicon {
    /// Reads what is known of a language.
    ///
    /// # Panics
    /// Where a table in `assets/coach` has a section that is not known; a test reads them all.
    pub fn of(lang: Lang) -> Self {
        let mut lexicon = Self {
            lang,
            words: HashMap::new(),
            bare: HashMap::new(),
            past: Vec::new(),
            phrases: Vec::new(),
            begins: HashMap::new(),
        };
        let (mut class, mut kind) = (None, None);
        for line in
            lang.table().lines().skip_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty())
        {
            if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                (class, kind) = (Class::of_section(section), Kind::of_section(section));
                assert!(
                    class.is_some() || kind.is_some(),
                    "no section of {} is called {section}",
                    lang.token()
                );
            } else if let Some(class) = class {
                for word in line.split(' ') {
                    if let Some((begins, ends)) = word.split_once('-').filter(|_| class == Class::Past) {
                        let accent = ends.chars().count() == 1;
                        let ends = if accent { ends.to_owned() } else { fold(ends) };
                        lexicon.past.push((fold(begins), ends));
                        continue;
                    }
                    for (_, word) in split(word) {
                        *lexicon.words.entry(low(word)).or_insert(0) |= 1 << class as u32;
                        if low(word) != fold(word) {
                            *lexicon.bare.entry(fold(word)).or_insert(0) |= 1 << class as u32;
                        }
                    }
                }
            } else if let Some(kind) = kind {
                lexicon.add(kind, line);
            }
        }
        lexicon
    }

    fn add(&mut self, kind: Kind, line: &str) {
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
                self.begins.entry(word.clone()).or_default().push(self.phrases.len());
            }
        }
        let says_no = |step: &Step| match step {
            Step::Word(words, _) => words.iter().any(|form| denies(&form.low)),
            Step::Gap(_) => false,
        };
        let denies = steps.iter().any(says_no);
        self.phrases.push(Phrase { kind, steps, denies });
    }

    // The classes of a word: as it is written, else, where it has no accents, as one that has lost them.
    fn classes(&self, word: &Word) -> u32 {
        let lost = || self.bare.get(&word.fold).filter(|_| word.low == word.fold);
        self.words.get(&word.low).or_else(lost).copied().unwrap_or(0)
    }

    /// Whether a word is of a class.
    pub fn is(&self, word: &Word, class: Class) -> bool {
        self.classes(word) & 1 << class as u32 != 0
    }

    /// Whether a word only holds a sentence together.
    pub fn is_function(&self, word: &Word) -> bool {
        const FUNCTION: u32 = (1 << (Class::Little as u32 + 1)) - 1;
        self.classes(word) & FUNCTION != 0
    }

    /// Whether a word is in any list.
    pub fn knows(&self, word: &Word) -> bool {
        self.classes(word) != 0
    }

    /// Whether a word tells of something that happened.
    pub fn is_past(&self, word: &Word) -> bool {
        let fold = &word.fold;
        // Short words end like that by chance.
        let formed = |(begins, ends): &(String, String)| {
            let long = fold.len() > begins.len() + ends.len() + 2;
            let accent = ends.chars().next().filter(|c| !c.is_ascii());
            long && match accent {
                Some(accent) if ends.chars().count() == 1 => word.low.ends_with(accent),
                _ => fold.starts_with(begins.as_str()) && fold.ends_with(ends.as_str()),
            }
        };
        let named = |class| self.is(word, class);
        named(Class::Past) || !named(Class::Bland) && !named(Class::Auxiliary) && self.past.iter().any(formed)
    }

    /// Every phrase in the words, each within a sentence.
    pub fn find(&self, words: &[Word]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for at in 0..words.len() {
            let first = if is_number(&words[at].fold) { "#" } else { words[at].low.as_str() };
            for phrase in self.begins.get(first).into_iter().flatten().map(|n| &self.phrases[*n]) {
                if let Some(end) = follow(&phrase.steps, words, at) {
                    let denied = !phrase.denies && words[at..end].iter().any(|word| denies(&word.fold));
                    hits.push(Hit {
                        kind: phrase.kind,
                        words: at..end,
                        denied: denied || is_denied(words, at),
                    });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quality::text::Text;

    fn kinds(lang: Lang, text: &str) -> Vec<Kind> {
        let lexicon = Lexicon::of(lang);
        let mut kinds: Vec<Kind> =
            lexicon.find(&Text::of(text).words).into_iter().map(|hit| hit.kind).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    #[test]
    fn every_table_is_read_and_phrases_are_found_with_their_gaps() {
        for lang in Lang::ALL {
            assert!(Lexicon::of(lang).words.len() > 300, "{lang:?}");
        }
        assert!(kinds(Lang::En, "Would be glad to follow your posts.").contains(&Kind::Purpose));
        assert!(kinds(Lang::En, "Paul Tveit told me that you know.").contains(&Kind::Shared));
        assert!(kinds(Lang::De, "Ich möchte mein Netzwerk erweitern.").contains(&Kind::Generic));
        assert_eq!(kinds(Lang::En, "We grow tomatoes. My network is down."), [Kind::Does]);
    }
}
