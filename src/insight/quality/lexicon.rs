//! What the coach knows of a language: classes of words, and phrases, read from the tables in `assets/coach`.

use std::collections::{HashMap, HashSet};

use super::phrase::Phrases;
use super::text::{Word, fold, low, split};

/// A language that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        /// What is in it for the reader.
        Give = "give",
        /// A request for more than to be connected.
        Ask = "ask",
        /// The same, where it is part of a question.
        AskQuestion = "ask-question",
        /// Something is sold.
        Pitch = "pitch",
        /// What the sender makes: sold where something else sells or asks.
        Wares = "wares",
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
    /// Its phrases.
    pub phrases: Phrases,
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
            phrases: Phrases::of(lang),
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
                        if low(word) != fold(word) && fold(word).len() >= 3 {
                            *lexicon.bare.entry(fold(word)).or_insert(0) |= 1 << class as u32;
                        }
                    }
                }
            } else if let Some(kind) = kind {
                lexicon.phrases.add(kind, line);
            }
        }
        lexicon
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::quality::text::Text;

    fn kinds(lang: Lang, text: &str) -> Vec<Kind> {
        let lexicon = Lexicon::of(lang);
        let mut kinds: Vec<Kind> =
            lexicon.phrases.find(&Text::of(text).words).into_iter().map(|hit| hit.kind).collect();
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
