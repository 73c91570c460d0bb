//! The reader in the message: their name, their company, and names that are somebody else's.

use super::Recipient;
use super::evidence::Span;
use super::lexicon::{Class, Lexicon};
use super::text::{After, Word, fold, split};

/// What a company is called besides its name.
const FORMS: [&str; 34] = [
    "inc", "ltd", "llc", "gmbh", "ag", "se", "kg", "ug", "sa", "sas", "sarl", "srl", "sl", "bv", "nv", "ab",
    "as", "oy", "plc", "co", "corp", "company", "group", "the", "and", "und", "et", "of", "de", "la", "for",
    "da", "do", "eg",
];

/// Short forms that do not begin as the name does.
const CALLED: [(&str, &[&str]); 24] = [
    ("elizabeth", &["liz", "beth", "betty", "lisa"]),
    ("robert", &["bob", "rob"]),
    ("william", &["bill", "will", "liam"]),
    ("richard", &["dick", "rick"]),
    ("margaret", &["peggy", "meg", "maggie"]),
    ("john", &["jack"]),
    ("anthony", &["tony"]),
    ("antonio", &["tony", "toni", "tonio"]),
    ("anton", &["toni"]),
    ("katherine", &["kate", "kathy"]),
    ("catherine", &["kate", "cathy"]),
    ("jose", &["pepe", "chema"]),
    ("francisco", &["paco", "chico"]),
    ("ignacio", &["nacho"]),
    ("dolores", &["lola"]),
    ("johannes", &["hans", "hannes"]),
    ("josef", &["sepp"]),
    ("alexander", &["sasha", "sascha", "lex"]),
    ("edward", &["ted", "ned"]),
    ("henry", &["harry"]),
    ("mary", &["polly", "molly"]),
    ("theresa", &["resi", "tess"]),
    ("enrique", &["kike", "quique"]),
    ("michael", &["mike", "mick"]),
];

/// The words that are the reader's.
#[derive(Debug, Default)]
pub struct Theirs {
    given: bool,
    names: Vec<String>,
    whole: Vec<String>,
    company: Vec<String>,
    role: Vec<String>,
}

fn words(text: &str) -> Vec<String> {
    split(text).map(|(_, word)| fold(word)).collect()
}

impl Theirs {
    /// Of a recipient, where one is given.
    pub fn of(recipient: Option<&Recipient>) -> Self {
        let Some(recipient) = recipient else { return Self::default() };
        let names = [&recipient.first_name, &recipient.last_name];
        Self {
            given: names.iter().any(|name| !name.is_empty()),
            names: names.iter().flat_map(|name| words(name)).collect(),
            whole: names.iter().filter(|name| !name.is_empty()).map(|name| fold(name)).collect(),
            company: words(&recipient.company)
                .into_iter()
                .filter(|word| !FORMS.contains(&word.as_str()))
                .collect(),
            role: words(&recipient.role),
        }
    }

    /// Whether a word is one of theirs: known of them, and so nothing that the sender had to find out.
    pub fn has(&self, word: &str) -> bool {
        [&self.names, &self.company, &self.role]
            .into_iter()
            .any(|list| list.iter().any(|known| known == word))
    }

    /// The first place of the name, and whether it is among the first words.
    pub fn name_in(&self, source: &str, text: &[Word]) -> Option<(Span, bool)> {
        let hit = text.iter().position(|word| word.fold.len() > 1 && self.is_name(&word.fold));
        if let Some(at) = hit {
            return Some((text[at].span.clone(), at < 5));
        }
        // Scripts without blanks run names and other words together.
        let folded = fold(source);
        let runs = self.whole.iter().filter(|name| !name.is_ascii() && name.chars().count() > 1);
        let mut found = runs.filter_map(|name| folded.find(name.as_str()));
        found.next().map(|_| (0..0, true))
    }

    // Also by its beginning, which is how names are made short.
    fn is_name(&self, word: &str) -> bool {
        let short = |name: &String| {
            name == word
                || word.len() >= 3
                    && (name.starts_with(word) || name.len() >= 3 && word.starts_with(name.as_str()))
        };
        let called =
            |name: &String| CALLED.iter().any(|(long, shorts)| name == long && shorts.contains(&word));
        self.names.iter().any(|name| short(name) || called(name))
    }

    /// The first place of the company.
    pub fn company_in(&self, text: &[Word]) -> Option<Span> {
        let word = text.iter().find(|word| word.fold.len() > 2 && self.company.contains(&word.fold))?;
        Some(word.span.clone())
    }

    /// A name that is greeted and is not theirs.
    pub fn wrong_name(&self, lexicons: &[Lexicon], text: &[Word]) -> Option<Span> {
        // Who is named anywhere is meant: "Oh, Fatou".
        if !self.given || text.iter().any(|word| self.is_name(&word.fold)) {
            return None;
        }
        let is = |word: &Word, class| lexicons.iter().any(|lexicon| lexicon.is(word, class));
        let greeted = text.iter().take_while(|word| is(word, Class::Greeting)).count();
        let title = |word: &&Word| is(word, Class::Title);
        let titles = text[greeted..].iter().take_while(title).count();
        let from = greeted + titles;
        let breath = text[..from].iter().any(|word| word.after == After::End);
        let mut names = Vec::new();
        for word in text[from..].iter().take(3) {
            let known = lexicons.iter().any(|lexicon| lexicon.knows(word));
            if !word.capital || known && !self.is_name(&word.fold) {
                break;
            }
            names.push(word);
            if word.after != After::Nothing {
                break;
            }
        }
        let (first, last) = names.first().zip(names.last())?;
        let theirs = names.iter().any(|word| self.is_name(&word.fold) || self.company.contains(&word.fold));
        // Without a greeting it is one where a breath follows: "Daniel, your article".
        let speaks = if from > 0 { !breath } else { last.after == After::Breath && names.len() == 1 };
        (speaks && !theirs).then_some(first.span.start..last.span.end)
    }

    /// A company that is said to be theirs and is not: `your team at Acme`.
    pub fn wrong_company(&self, lexicon: &Lexicon, text: &[Word]) -> Option<Span> {
        const OF_WORK: [&str; 24] = [
            "team",
            "role",
            "job",
            "position",
            "work",
            "company",
            "colleagues",
            "arbeit",
            "rolle",
            "stelle",
            "firma",
            "kollegen",
            "equipe",
            "poste",
            "travail",
            "entreprise",
            "equipo",
            "puesto",
            "trabajo",
            "empresa",
            "cargo",
            "equipa",
            "trabalho",
            "department",
        ];
        const AT: [&str; 11] = ["at", "bei", "chez", "en", "na", "no", "da", "do", "de", "with", "for"];
        if self.company.is_empty() {
            return None;
        }
        text.windows(4).find_map(|words| {
            let [your, work, at, name] = words else { return None };
            let about = lexicon.is(your, Class::Your) && OF_WORK.contains(&work.fold.as_str());
            let named = name.capital && !lexicon.knows(name) && !self.company.contains(&name.fold);
            (about && AT.contains(&at.fold.as_str()) && named).then(|| name.span.clone())
        })
    }
}
