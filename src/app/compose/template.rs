//! Templates: messages with placeholders, and gaps that only the writer can fill.
//!
//! A placeholder (`{first_name}`) is filled with what the book knows; where it knows nothing it becomes a gap. A gap
//! (`{?what did you read}`) stays until somebody writes something in its place.

use std::ops::Range;

use crate::domain::contact::Contact;
use crate::domain::fact::{Fact, FactKind};
use crate::domain::network::Network;
use crate::insight::quality::PLACEHOLDERS;

/// A message with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name: `event`, or that of the user's own file.
    pub name: String,
    /// Its language, by ISO 639-1; empty where it is the user's own and in none of the folders of languages.
    pub lang: String,
    /// The message.
    pub text: String,
}

/// The situations there are templates for, each with its letter and its words.
pub const SITUATIONS: [(char, &str, &str); 7] = [
    ('w', "work", "their post, talk or paper"),
    ('e', "event", "the same event"),
    ('m', "mutual", "somebody you both know"),
    ('p', "project", "a project of theirs"),
    ('a', "alumni", "the same school or employer"),
    ('r', "recruiter", "a recruiter"),
    ('t', "meeting", "after a meeting"),
];

macro_rules! shipped {
    ($($lang:literal: $($name:literal),+;)+) => {
        const SHIPPED: &[(&str, &str, &str)] = &[$($((
            $lang,
            $name,
            include_str!(concat!("../../../assets/templates/", $lang, "/", $name, ".md")),
        )),+),+];
    };
}

shipped! {
    "en": "work", "event", "mutual", "project", "alumni", "recruiter", "meeting";
    "de": "work", "event", "mutual", "project", "alumni", "recruiter", "meeting";
    "fr": "work", "event", "mutual", "project", "alumni", "recruiter", "meeting";
    "es": "work", "event", "mutual", "project", "alumni", "recruiter", "meeting";
    "pt": "work", "event", "mutual", "project", "alumni", "recruiter", "meeting";
}

/// The languages of the shipped templates, each with its letter and its name.
pub const LANGUAGES: [(char, &str, &str); 5] = [
    ('e', "en", "English"),
    ('d', "de", "Deutsch"),
    ('f', "fr", "français"),
    ('s', "es", "español"),
    ('p', "pt", "português"),
];

/// The shipped template for a situation in a language.
pub fn shipped(lang: &str, name: &str) -> Option<Template> {
    let found = SHIPPED.iter().find(|(each, known, _)| *each == lang && *known == name);
    found.map(|(lang, name, text)| Template {
        name: (*name).to_owned(),
        lang: (*lang).to_owned(),
        text: text.trim().to_owned(),
    })
}

/// The template of this key, as a request keeps it: `en/work`, or the name of the user's own.
pub fn by_key(own: &[Template], key: &str) -> Option<Template> {
    let mine = own.iter().find(|template| template.key() == key).cloned();
    mine.or_else(|| key.split_once('/').and_then(|(lang, name)| shipped(lang, name)))
}

/// So many characters of a template tell it from any other text.
const TELLING: usize = 10;

/// A template with what is known put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The message so far.
    pub text: String,
    /// The first gap, where there is one.
    pub gap: Option<Range<usize>>,
}

impl Template {
    /// What a request keeps of it.
    pub fn key(&self) -> String {
        if self.lang.is_empty() { self.name.clone() } else { format!("{}/{}", self.lang, self.name) }
    }

    /// Whether something of it is left in a text: somebody may have begun with it and written all anew.
    pub fn is_in(&self, text: &str) -> bool {
        let fixed = self.text.split(['{', '}']).step_by(2).map(str::trim);
        let mut telling = fixed.filter(|part| part.chars().count() >= TELLING).peekable();
        telling.peek().is_none() || telling.any(|part| text.contains(part))
    }

    /// Puts in what the book knows of the reader; the rest is left as gaps.
    pub fn fill(&self, network: &Network, reader: &Contact) -> Filled {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            text.push_str(before);
            let Some(close) = from.find('}') else {
                rest = from;
                break;
            };
            let inside = &from[1..close];
            match value(network, reader, inside) {
                Some(value) => text.push_str(&value),
                None => text.push_str(&from[..=close]),
            }
            rest = &from[close + 1..];
        }
        text.push_str(rest);
        let gap = gap_after(&text, 0);
        Filled { text, gap }
    }
}

/// The first gap or placeholder of a text from a byte on.
pub fn gap_after(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(open) = text.get(at..)?.find('{').map(|open| at + open) {
        let close = text[open..].find('}').map(|close| open + close)?;
        let inside = &text[open + 1..close];
        if inside.starts_with('?') || PLACEHOLDERS.contains(&inside) {
            return Some(open..close + 1);
        }
        at = open + 1;
    }
    None
}

fn value(network: &Network, reader: &Contact, placeholder: &str) -> Option<String> {
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let fact = |kind: FactKind| newest(network.facts_of(reader.id).filter(|fact| fact.kind == kind));
    match placeholder {
        "first_name" => known(&reader.first_name).or_else(|| known(&reader.last_name)),
        "last_name" => known(&reader.last_name),
        "company" => known(&reader.company),
        "role" => known(&reader.role),
        "work" => fact(FactKind::Work),
        "interest" => fact(FactKind::Interest),
        "event" => fact(FactKind::Event),
        "group" => fact(FactKind::Group),
        "mutual" => fact(FactKind::Mutual),
        "offer" => newest(network.offers()),
        _ => None,
    }
}

// The newest that has a day, else the one that was written down last.
fn newest<'a>(facts: impl Iterator<Item = &'a std::sync::Arc<Fact>>) -> Option<String> {
    facts.max_by_key(|fact| (fact.on, fact.id)).map(|fact| fact.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture::{ANA, network};

    #[test]
    fn every_situation_has_a_template_in_every_language_and_none_can_be_sent_as_it_is() {
        for (_, lang, _) in LANGUAGES {
            for (_, name, _) in SITUATIONS {
                let template = shipped(lang, name).unwrap_or_else(|| panic!("{lang}/{name}"));
                assert!(template.text.contains("{?"), "{lang}/{name}");
                let inside = |part: &str| part.split_once('}').map(|(inside, _)| inside.to_owned());
                for inside in template.text.split('{').skip(1).filter_map(inside) {
                    assert!(
                        inside.starts_with('?') || PLACEHOLDERS.contains(&inside.as_str()),
                        "{lang}/{name}: {inside}"
                    );
                }
            }
        }
        assert_eq!(SHIPPED.len(), LANGUAGES.len() * SITUATIONS.len());
    }

    #[test]
    fn what_is_known_is_put_in_and_the_rest_is_a_gap() {
        let network = network();
        let ana = network.contact(ANA).expect("Ana");
        let template = Template {
            name: "x".into(),
            lang: String::new(),
            text: "Hi {first_name} of {company}, your {work} {?what}. {name} stays.".into(),
        };
        let filled = template.fill(&network, ana);
        assert_eq!(filled.text, "Hi Ana of Faro, your {work} {?what}. {name} stays.");
        assert_eq!(filled.gap.clone().map(|gap| &filled.text[gap]), Some("{work}"));
        let next = gap_after(&filled.text, filled.gap.expect("a gap").end);
        assert_eq!(next.map(|gap| &filled.text[gap]), Some("{?what}"));
        assert_eq!(gap_after("no {gap", 0), None);
        assert_eq!(gap_after("{x} {", 0), None);
    }
}
