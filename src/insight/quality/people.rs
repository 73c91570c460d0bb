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
const CALLED: [(&str, &[&str]); 25] = [
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
    ("thomas", &["tom", "tommy"]),
    ("alexander", &["sasha", "sascha", "lex"]),
    ("edward", &["ted", "ned"]),
    ("henry", &["harry"]),
    ("mary", &["polly", "molly"]),
    ("theresa", &["resi", "tess"]),
    ("enrique", &["kike", "quique"]),
    ("michael", &["mike", "mick"]),
];

/// A name before this byte stands early, in scripts whose words cannot be counted.
const EARLY: usize = 30;

/// Who is greeted besides one person.
const MANY: [&str; 18] = [
    "folks", "team", "all", "everyone", "guys", "friends", "there", "again", "both", "zusammen", "leute",
    "nochmal", "tous", "toutes", "todos", "todas", "pessoal", "equipo",
];

/// The words that are the reader's.
#[derive(Debug, Default)]
pub struct Theirs {
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
            names: names.iter().flat_map(|name| words(name)).collect(),
            whole: names.iter().filter(|name| !name.is_empty()).map(|name| (*name).clone()).collect(),
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

    /// Whether a word is one of their names.
    pub fn is_called(&self, word: &str) -> bool {
        self.names.iter().any(|name| name == word)
    }

    /// Whether a word is one of their company's name.
    pub fn is_at(&self, word: &str) -> bool {
        word.len() > 2 && self.company.iter().any(|name| name == word)
    }

    /// The first place of the name, and whether it is among the first words.
    pub fn name_in(&self, source: &str, text: &[Word]) -> Option<(Span, bool)> {
        // Who writes everything small writes names small.
        let small = !text.iter().any(|word| word.capital);
        let named = |word: &Word| {
            (word.capital || small && self.names.contains(&word.fold)) && self.is_name(&word.fold)
        };
        if let Some(at) = text.iter().position(named) {
            return Some((text[at].span.clone(), at < 5));
        }
        // Scripts without blanks run names and other words together.
        let run = |name: &&String| !name.is_ascii() && name.chars().count() > 1;
        self.whole.iter().filter(run).find_map(|name| {
            let at = source.find(name.as_str())?;
            Some((at..at + name.len(), at < EARLY))
        })
    }

    // Also by its beginning, which is how names are made short.
    fn is_name(&self, word: &str) -> bool {
        let short = |name: &String| name == word || word.len() >= 3 && name.starts_with(word);
        let called =
            |name: &String| CALLED.iter().any(|(long, shorts)| name == long && shorts.contains(&word));
        word.chars().count() > 1 && self.names.iter().any(|name| short(name) || called(name))
    }

    /// The first place of the company.
    pub fn company_in(&self, text: &[Word]) -> Option<Span> {
        let word = text.iter().find(|word| self.is_at(&word.fold))?;
        Some(word.span.clone())
    }

    /// A name that is greeted and is not theirs. Whose name may only be written in another way is not judged.
    pub fn wrong_name(&self, lexicons: &[Lexicon], text: &[Word]) -> Option<Span> {
        let latin = |name: &String| name.chars().count() > 1 && name.is_ascii();
        // Who is named anywhere is meant: "Oh, Fatou".
        if !self.names.iter().any(latin) || text.iter().any(|word| word.capital && self.is_name(&word.fold)) {
            return None;
        }
        let is = |word: &Word, class| lexicons.iter().any(|lexicon| lexicon.is(word, class));
        let greeted = text.iter().take_while(|word| is(word, Class::Greeting)).count();
        let titles = text[greeted..].iter().take_while(|word| is(word, Class::Title)).count();
        let from = greeted + titles;
        if greeted == 0 || text[..from].iter().any(|word| word.after == After::End) {
            return None;
        }
        let mut names = Vec::new();
        for word in text[from..].iter().take(3) {
            let known =
                lexicons.iter().any(|lexicon| lexicon.knows(word)) || MANY.contains(&word.fold.as_str());
            // "Dear Ana's former student" greets somebody else.
            if !word.capital || known || word.fold == "s" {
                break;
            }
            names.push(word);
            if word.after != After::Nothing {
                break;
            }
        }
        let (first, last) = names.first().zip(names.last())?;
        let belongs = text.get(from + names.len()).is_some_and(|next| next.fold == "s");
        let begins = |name: &String| name.chars().take(2).eq(first.fold.chars().take(2));
        let theirs = self.names.iter().any(begins) || self.company.contains(&first.fold);
        (!belongs && !theirs).then_some(first.span.start..last.span.end)
    }

    /// A company that is said to be theirs and is not: `your team at Acme`.
    pub fn wrong_company(&self, lexicon: &Lexicon, text: &[Word]) -> Option<Span> {
        const OF_WORK: [&str; 8] = ["team", "role", "job", "position", "rolle", "stelle", "equipe", "poste"];
        const AT: [&str; 3] = ["at", "bei", "chez"];
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
