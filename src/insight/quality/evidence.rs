//! What is seen in a message before anything is judged: each sign with the words it stands in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lexicon::{Class, Kind, Lang, Lexicon, Others};
use super::order::{self, Ordered, Pair};
use super::raw;
use super::sentence;
use super::text::{After, Text, Word};
use super::wording::{self, Sign, Weighed};
use super::{Recipient, Source};
use super::{known, people};

/// Where something stands, in bytes of the message as written.
pub type Span = Range<usize>;

/// What is seen in a message.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is one sign that is there or not")]
pub struct Evidence {
    /// The language, where it is known.
    pub lang: Option<Lang>,
    /// Whether it can be a sentence of any language.
    pub readable: bool,
    /// Whether its script has neither capitals nor blanks.
    pub caseless: bool,
    /// How many words it has.
    pub words: usize,
    /// What the reader made: `your post on fsync`.
    pub made: Vec<Span>,
    /// Of those, which are named by more than what they are: `your pump sketch`.
    pub made_named: usize,
    /// What else is the reader's, but for what everybody has.
    pub theirs: Vec<Span>,
    /// What sender and reader have in common.
    pub shared: Vec<Span>,
    /// The reader's company.
    pub company: Option<Span>,
    /// Names and numbers inside a sentence that are not the reader's.
    pub named: Vec<Span>,
    /// Words that do not fit in any message.
    pub specific: Vec<Span>,
    /// Those of them that stand in a sentence with the reader, or beside what they made or share.
    pub specific_near: usize,
    /// Words that do.
    pub any: Vec<Span>,
    /// The share of those among the words with a meaning, 0 to 1.
    pub bland: f64,
    /// The name of the reader, and whether it stands early.
    pub name: Option<(Span, bool)>,
    /// A name that is greeted and is not the reader's.
    pub wrong_name: Option<Span>,
    /// A company that is said to be the reader's and is not.
    pub wrong_company: Option<Span>,
    /// What the sender does.
    pub does: Vec<Span>,
    /// Why they write.
    pub purpose: Vec<Span>,
    /// A question to the reader.
    pub question: bool,
    /// What is in it for the reader.
    pub gives: Vec<Span>,
    /// Where each thing is named that is known of the reader.
    pub known: Vec<Vec<Span>>,
    /// How each of these is known.
    pub sources: Vec<Source>,
    /// Requests for more than to be connected.
    pub asks: Vec<Span>,
    /// What is sold.
    pub pitch: Vec<Span>,
    /// What could go to anybody.
    pub generic: Vec<Span>,
    /// The platform's own words.
    pub default: Vec<Span>,
    /// Praise at its highest.
    pub praise: Vec<Span>,
    /// What the reader did: `you wrote`.
    pub deeds: Vec<Span>,
    /// Words that tell of something that happened.
    pub past: Vec<Span>,
    /// Words that mean one thing and no other.
    pub exact: Vec<Span>,
    /// Words that mean anything and anybody.
    pub loose: Vec<Span>,
    /// Money, and shares of a hundred.
    pub money: Vec<Span>,
    /// Whether the reader is spoken of, how often.
    pub you: usize,
    /// How often the sender speaks of themself.
    pub me: usize,
    /// Placeholders.
    pub placeholders: Vec<Span>,
    /// Addresses, mail, numbers to call.
    pub links: Vec<Span>,
    /// Words in capitals, and heaps of exclamation marks.
    pub shouts: Vec<Span>,
    /// Exclamation marks.
    pub exclamations: usize,
    /// Characters that nobody can see, and letters of another script that look alike.
    pub hidden: Vec<Span>,
    /// Whether it begins with a greeting or a name.
    pub greets: bool,
    /// Whether it begins with a capital letter, or its script has none.
    pub begins_well: bool,
    /// Whether it ends like a sentence.
    pub ends_well: bool,
    /// What its words are like, sign by sign, and what they weigh together.
    pub signs: Vec<(Sign, Span)>,
    /// The same, weighed.
    pub weighed: Weighed,
    /// Which part of speech follows which.
    pub pairs: Vec<(Pair, Span)>,
    /// What that order is worth, and where words do not follow each other as in a sentence.
    pub order: Ordered,
    /// The share of the words that join others: articles, prepositions, auxiliaries, conjunctions, 0 to 1.
    pub glue: f64,
    /// Sentences in which the sender speaks of something of their own.
    pub own: usize,
    /// How often something is said to be the reader's.
    pub yours: usize,
    /// Breaths and ends for each word, 0 to 1.
    pub breaths: f64,
    /// The share of words that are said once, 0 to 1.
    pub distinct: f64,
}

/// Looks at a message.
pub fn see(lexicons: &[Lexicon], others: &Others, source: &str, recipient: Option<&Recipient>) -> Evidence {
    let text = Text::of(source);
    let mut seen = Evidence { caseless: text.caseless, words: text.words.len(), ..Evidence::default() };
    seen.placeholders = raw::placeholders(source);
    seen.links = raw::links(source);
    seen.money = raw::money(source);
    seen.hidden = text.hidden.iter().chain(&text.alike).cloned().collect();
    seen.exclamations = source.chars().filter(|c| matches!(c, '!' | '！' | '¡')).count();
    let lexicon = language(lexicons, others, &text.words);
    seen.lang = lexicon.map(|lexicon| lexicon.lang);
    seen.readable = seen.lang.is_some() || is_readable(others, source, &text.words);
    // In Spanish and Portuguese "todo" is a word, also in capitals.
    if !matches!(seen.lang, Some(Lang::Es | Lang::Pt)) {
        let to_do = text.words.iter().filter(|word| word.shouted && word.fold == "todo");
        seen.placeholders.extend(to_do.map(|word| word.span.clone()));
    }
    seen.known = known::find(lexicons, &text.words, recipient);
    seen.sources = recipient.iter().flat_map(|r| &r.known).map(|known| known.source).collect();
    let theirs = people::Theirs::of(recipient);
    seen.name = theirs.name_in(source, &text.words);
    seen.company = theirs.company_in(&text.words);
    seen.wrong_name = theirs.wrong_name(lexicons, &text.words);
    seen.wrong_company = lexicon.and_then(|lexicon| theirs.wrong_company(lexicon, &text.words));
    sentence::form(&mut seen, lexicons, source, &text);
    sentence::repeats(&mut seen, &text.words);
    if let Some(lexicon) = lexicon {
        phrases(&mut seen, lexicon, &text);
        possessions(&mut seen, lexicon, &text.words, &theirs);
        deeds(&mut seen, lexicon, &text.words);
        meanings(&mut seen, lexicon, &text, &theirs);
        seen.signs = wording::signs(lexicon.lang, source, &text.words, &theirs);
        seen.pairs = order::pairs(lexicon, &text);
        sentence::joints(&mut seen, lexicon, &text);
    } else {
        unknown(&mut seen, lexicons, &text.words, &theirs);
        sentence::marks(&mut seen, &text);
    }
    seen
}

/// How many words of a language make a lead over the others.
const LEAD: usize = 2;

// The language with most of the words that hold its sentences together, where there are two at least and a lead.
fn language<'a>(lexicons: &'a [Lexicon], others: &Others, words: &[Word]) -> Option<&'a Lexicon> {
    let mut counts: Vec<(usize, usize, &Lexicon)> = lexicons
        .iter()
        .map(|lexicon| {
            let known = words.iter().filter(|word| lexicon.is_function(word)).count();
            let more = words.iter().filter(|word| lexicon.knows(word)).count();
            (known * 2 + more, known, lexicon)
        })
        .collect();
    counts.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    let (best, small, lexicon) = counts.first().copied()?;
    let second = counts.get(1).map_or(0, |(count, ..)| *count);
    // A word or two are enough where there are no more.
    let enough = best >= words.len().min(4) && best * 2 >= words.len();
    // Italian has many of the small words of Spanish, and more of its own.
    let enough = enough && others.most(words) <= small;
    (enough && best > 0 && best >= second + LEAD.min(words.len() / 4 + 1)).then_some(lexicon)
}

/// One letter in so many with a mark or a form that English has not shows that somebody wrote in a language.
const MARKED: usize = 33;

// Whether it can be a sentence of a language that is not known: by its script, its letters, or its small words.
fn is_readable(others: &Others, source: &str, words: &[Word]) -> bool {
    let letters = source.chars().filter(|c| c.is_alphabetic()).count();
    let marked = source.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    let small = others.most(words);
    marked * MARKED >= letters.max(1) || small >= 2 && small * 7 >= words.len()
}

fn phrases(seen: &mut Evidence, lexicon: &Lexicon, text: &Text) {
    let mut taken: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut wares = Vec::new();
    for hit in lexicon.phrases.find(&text.words) {
        // Of phrases of one kind that begin in each other the first counts.
        if taken.get(&hit.kind).is_some_and(|end| hit.words.start < *end) {
            continue;
        }
        taken.insert(hit.kind, hit.words.end);
        let asked = text.words.get(hit.words.start).is_some_and(|word| text.ends[word.sentence] == Some('?'));
        let span = text.span(hit.words.clone());
        match hit.kind {
            Kind::Shared => seen.shared.push(span),
            Kind::Does => seen.does.push(span),
            Kind::Purpose => seen.purpose.push(span),
            Kind::Give => seen.gives.push(span),
            // "I am not looking for a job" asks for none.
            Kind::Ask | Kind::Pitch | Kind::Wares | Kind::Generic | Kind::AskQuestion if hit.denied => {}
            Kind::AskQuestion if !asked => {}
            Kind::Ask | Kind::AskQuestion => seen.asks.push(span),
            Kind::Pitch => seen.pitch.push(span),
            Kind::Wares => wares.push(span),
            Kind::Generic => seen.generic.push(span),
            Kind::Default => seen.default.push(span),
            Kind::Flattery => seen.praise.push(span),
        }
    }
    // "A bug in our sync tool" sells nothing.
    if !seen.pitch.is_empty() || !seen.asks.is_empty() || !seen.money.is_empty() || !seen.links.is_empty() {
        seen.pitch.extend(wares);
    }
}

/// How far what is the reader's may stand from `your`, in words.
const REACH: usize = 4;

/// How far behind what is the reader's that may stand what it is about: `your talk at X on durable queues`.
const NAMING: usize = 5;

fn possessions(seen: &mut Evidence, lexicon: &Lexicon, words: &[Word], theirs: &people::Theirs) {
    for (at, word) in words.iter().enumerate() {
        if !lexicon.is(word, Class::Your) || word.after != After::Nothing {
            continue;
        }
        let within = words[at + 1..].iter().take(REACH).take_while(|other| other.sentence == word.sentence);
        let mut other = None;
        for (n, noun) in within.enumerate() {
            if lexicon.is(noun, Class::Made) {
                seen.made.push(word.span.start..noun.span.end);
                let after =
                    words[at + n + 2..].iter().take(NAMING).take_while(|next| next.sentence == word.sentence);
                let between = &words[at + 1..at + 1 + n];
                let named = between.iter().chain(after).any(|word| {
                    !lexicon.knows(word) && !theirs.has(&word.fold) && word.fold.chars().count() > 2
                });
                seen.made_named += usize::from(named);
                other = None;
                break;
            }
            let plain = lexicon.is(noun, Class::Plain) || lexicon.is(noun, Class::Bland);
            if other.is_none() && !plain && !lexicon.is_function(noun) && !theirs.has(&noun.fold) && n < 2 {
                other = Some(word.span.start..noun.span.end);
            }
            if noun.after != After::Nothing {
                break;
            }
        }
        seen.theirs.extend(other);
    }
}

// The reader: in German also the `Sie` and `Ihr` that only a capital letter tells from others.
fn is_reader(lexicon: &Lexicon, word: &Word) -> bool {
    let formal = lexicon.lang == Lang::De && word.capital && !word.first;
    lexicon.is(word, Class::You) || formal && (word.fold == "sie" || lexicon.is(word, Class::Your))
}

// `you wrote`, `hast du gesagt`: the reader, and beside them what happened.
fn deeds(seen: &mut Evidence, lexicon: &Lexicon, words: &[Word]) {
    for (at, word) in words.iter().enumerate() {
        // The ending says who: `contaste`.
        let ending = matches!(lexicon.lang, Lang::Es | Lang::Pt)
            && ["aste", "iste", "este"]
                .iter()
                .any(|end| word.fold.ends_with(end) && word.fold.len() > end.len() + 2)
            && !lexicon.is(word, Class::Little);
        if ending {
            seen.deeds.push(word.span.clone());
            seen.you += 1;
            continue;
        }
        let reader = is_reader(lexicon, word) && !lexicon.is(word, Class::Your);
        // "haben Sie gesagt": in German the verb that tells the time may stand before them.
        let before = at > 0 && lexicon.lang == Lang::De && words[at - 1].after == After::Nothing;
        if reader && before && lexicon.is_past(&words[at - 1]) {
            seen.deeds.push(words[at - 1].span.start..word.span.end);
            continue;
        }
        let next = words[at + 1..].iter().take(2).take_while(|next| next.sentence == word.sentence);
        if let Some(deed) = next.filter(|_| reader).find(|next| lexicon.is_past(next)) {
            seen.deeds.push(word.span.start..deed.span.end);
        }
    }
}

fn meanings(seen: &mut Evidence, lexicon: &Lexicon, text: &Text, theirs: &people::Theirs) {
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let mut meant = 0_usize;
    for word in &text.words {
        let fold = word.fold.as_str();
        seen.you += usize::from(is_reader(lexicon, word));
        seen.me += usize::from(lexicon.is(word, Class::Me));
        seen.yours += usize::from(lexicon.is(word, Class::Your));
        if lexicon.is_past(word) {
            seen.past.push(word.span.clone());
        }
        if lexicon.is(word, Class::Exact) || fold.chars().all(|c| c.is_ascii_digit()) {
            seen.exact.push(word.span.clone());
        }
        if lexicon.is(word, Class::Loose) {
            seen.loose.push(word.span.clone());
        }
        if lexicon.is(word, Class::Praise) {
            seen.praise.push(word.span.clone());
        }
        if lexicon.is_function(word) {
            continue;
        }
        if theirs.has(fold) || lexicon.is(word, Class::Greeting) || lexicon.is(word, Class::Title) {
            continue;
        }
        meant += 1;
        // A talk is what somebody made, and also a word for anything.
        let any = lexicon.is(word, Class::Bland) && !lexicon.is(word, Class::Made);
        if any || lexicon.is(word, Class::Plain) {
            seen.any.push(word.span.clone());
        } else if (fold.chars().count() >= 3 || word.capital) && said.insert(fold) {
            seen.specific.push(word.span.clone());
            let named = word.capital && !word.first && lexicon.lang != Lang::De;
            let number = fold.chars().all(|c| c.is_ascii_digit());
            if named || number {
                seen.named.push(word.span.clone());
            }
        }
    }
    seen.bland = seen.any.len() as f64 / meant.max(1) as f64;
    for (number, end) in text.ends.iter().enumerate() {
        let sentence = text.sentence(number);
        let Some((first, last)) = sentence.first().zip(sentence.last()) else { continue };
        let span = first.span.start..last.span.end;
        let about = sentence.iter().any(|word| is_reader(lexicon, word) || theirs.has(&word.fold))
            || seen.shared.iter().chain(&seen.made).any(|hit| span.contains(&hit.start));
        if about {
            seen.specific_near += seen.specific.iter().filter(|word| span.contains(&word.start)).count();
        }
        let own = sentence.iter().any(|word| lexicon.is(word, Class::Me));
        let concrete =
            seen.specific.iter().chain(&seen.exact).filter(|word| span.contains(&word.start)).count();
        seen.own += usize::from(own && concrete >= 2);
        seen.question |= *end == Some('?') && about;
    }
}

/// How many letters of an unlisted language make a word that means something.
const MEANS: usize = 5;

// What can be said of a language that is not known.
fn unknown(seen: &mut Evidence, lexicons: &[Lexicon], words: &[Word], theirs: &people::Theirs) {
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for word in words {
        let long = word.fold.chars().count() >= if seen.caseless { 1 } else { MEANS };
        let known = lexicons.iter().any(|lexicon| lexicon.knows(word));
        if long && !known && !theirs.has(&word.fold) && said.insert(&word.fold) {
            seen.specific.push(word.span.clone());
        }
    }
}
