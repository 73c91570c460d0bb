//! Whether words stand as in a sentence: which part of speech follows which, with what between them.
//!
//! The weights are learned from the messages in `assets/coach/training` and the same words shuffled: the logarithm of
//! how much more often a pair stands in the one than in the other, in tenths. A message is worth the mean of its pairs
//! times the square root of their number; shuffled ones lie below 0, nearly all others above.

use std::collections::HashMap;
use std::fmt;

use super::evidence::Span;
use super::lexicon::{Class, Lang, Lexicon};
use super::text::{After, Text, Word};

const TABLE: &str = include_str!("../../../assets/coach/order.txt");

/// What a pair counts that is not in the table, in tenths: it is rare in both.
const UNKNOWN: i32 = -1;
/// From here on a pair is one that hardly ever stands in a sentence, in tenths.
const ODD: i32 = -20;

/// So many pairs in a row are looked at by themselves: half a message may be shuffled.
const STRETCH: usize = 12;

/// What the order of the words of a message is worth: about 3 where it is one of sentences, below 0 where it is shuffled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ordered {
    /// The whole of it.
    pub whole: f64,
    /// The worst stretch of twelve pairs; infinite where there are fewer.
    pub worst: f64,
    /// The pairs that hardly ever stand in a sentence.
    pub odd: Vec<Span>,
}

/// Declares the parts of speech with their words in the table.
macro_rules! parts {
    ($($(#[$item:meta])* $variant:ident = $token:literal),+ $(,)?) => {
        /// What a word is in its sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Part { $($(#[$item])* $variant),+ }

        impl Part {
            fn token(self) -> &'static str {
                match self { $(Part::$variant => $token),+ }
            }

            fn of_token(token: &str) -> Option<Self> {
                match token { $($token => Some(Part::$variant),)+ _ => None }
            }
        }
    };
}

parts! {
    /// The beginning or the end of the message.
    Edge = "edge",
    /// A greeting.
    Greeting = "greeting",
    /// `your`.
    Your = "your",
    /// An article.
    Article = "article",
    /// An auxiliary verb.
    Auxiliary = "auxiliary",
    /// A conjunction.
    Conjunction = "conjunction",
    /// A pronoun.
    Pronoun = "pronoun",
    /// A preposition.
    Preposition = "preposition",
    /// Another word that names nothing.
    Little = "little",
    /// A number.
    Number = "number",
    /// A capital letter inside a sentence.
    Name = "name",
    /// Any other word.
    Word = "word",
}

/// Two neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    before: Part,
    // ' ', ',' or '.': what stands between them.
    joint: char,
    // Whether a sentence begins with the second one, and with a small letter.
    small: bool,
    after: Part,
}

impl Part {
    fn of(word: &Word, lexicon: &Lexicon) -> Self {
        const CLASSES: [(Class, Part); 8] = [
            (Class::Greeting, Part::Greeting),
            (Class::Your, Part::Your),
            (Class::Article, Part::Article),
            (Class::Auxiliary, Part::Auxiliary),
            (Class::Conjunction, Part::Conjunction),
            (Class::Pronoun, Part::Pronoun),
            (Class::Preposition, Part::Preposition),
            (Class::Little, Part::Little),
        ];
        if let Some((_, part)) = CLASSES.into_iter().find(|(class, _)| lexicon.is(word, *class)) {
            return part;
        }
        if word.fold.chars().all(|c| c.is_ascii_digit()) {
            Part::Number
        } else if word.capital && !word.first {
            Part::Name
        } else {
            Part::Word
        }
    }
}

// Behind a comma, or a comma and a preposition, a German article speaks of what went before: "..., an dem die Uhr hing".
fn relate(parts: &mut [Part], text: &Text) {
    for at in 1..parts.len() {
        let behind = |at: usize| at > 0 && text.words[at - 1].after == After::Breath;
        let related = behind(at) || parts[at - 1] == Part::Preposition && behind(at - 1);
        if parts[at] == Part::Article && related {
            parts[at] = Part::Conjunction;
        }
    }
}

/// The pairs of neighbours in a message, its edges included, each with its place.
pub fn pairs(lexicon: &Lexicon, text: &Text) -> Vec<(Pair, Span)> {
    let mut parts: Vec<Part> = text.words.iter().map(|word| Part::of(word, lexicon)).collect();
    if lexicon.lang == Lang::De {
        relate(&mut parts, text);
    }
    // Who writes everything small begins no sentence with a capital letter; the first word, names, `I` and the German
    // `Sie` have one all the same.
    let tells = |word: &Word, part: &Part| {
        let formal = lexicon.lang == Lang::De && matches!(part, Part::Pronoun | Part::Your);
        !matches!(part, Part::Word | Part::Name | Part::Number) && !formal && word.fold != "i"
    };
    let capitals = !text.caseless
        && text.words.iter().zip(&parts).skip(1).any(|(word, part)| word.capital && tells(word, part));
    let mut pairs = Vec::with_capacity(parts.len() + 1);
    let mut before = (Part::Edge, ' ', 0);
    for (word, part) in text.words.iter().zip(&parts) {
        let letter = word.fold.starts_with(char::is_alphabetic);
        let small = capitals && word.first && !word.capital && letter;
        let (last, joint, from) = before;
        pairs.push((Pair { before: last, joint, small, after: *part }, from..word.span.end));
        let joint = match word.after {
            After::Nothing => ' ',
            After::Breath => ',',
            After::End => '.',
        };
        before = (*part, joint, word.span.start);
    }
    let ended = text.ends.last().is_some_and(Option::is_some);
    let (last, _, from) = before;
    let joint = if ended { '.' } else { ' ' };
    let end = text.words.last().map_or(0, |word| word.span.end);
    pairs.push((Pair { before: last, joint, small: false, after: Part::Edge }, from..end));
    pairs
}

/// The learned weights, in tenths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    /// The weight of each pair.
    pub weights: HashMap<Pair, i32>,
}

impl Order {
    /// The weights that the program comes with.
    ///
    /// # Panics
    /// Where the table in `assets/coach` cannot be read; a test reads it.
    pub fn learned() -> Self {
        Self::read(TABLE).expect("the table of pairs can be read")
    }

    /// Reads a table: a line has the first part, what stands between, and each second part with its weight.
    ///
    /// # Errors
    /// The line that cannot be read.
    pub fn read(table: &str) -> Result<Self, String> {
        let mut order = Self::default();
        for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            order.row(line).ok_or(line)?;
        }
        Ok(order)
    }

    fn row(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_whitespace();
        let before = Part::of_token(words.next()?)?;
        let joint = match words.next()? {
            "then" => ' ',
            "," => ',',
            "." => '.',
            _ => return None,
        };
        while let Some(after) = words.next() {
            let (small, token) = after.strip_prefix("small-").map_or((false, after), |token| (true, token));
            let after = Part::of_token(token)?;
            self.weights.insert(Pair { before, joint, small, after }, words.next()?.parse().ok()?);
        }
        Some(())
    }

    /// Weighs the order of the words.
    pub fn weigh(&self, pairs: &[(Pair, Span)]) -> Ordered {
        let weights: Vec<i32> =
            pairs.iter().map(|(pair, _)| self.weights.get(pair).copied().unwrap_or(UNKNOWN)).collect();
        let worth = |weights: &[i32]| {
            f64::from(weights.iter().sum::<i32>()) / 10.0 / (weights.len().max(1) as f64).sqrt()
        };
        let odd = pairs.iter().zip(&weights).filter(|(_, weight)| **weight <= ODD);
        Ordered {
            whole: worth(&weights),
            worst: weights.windows(STRETCH).map(worth).fold(f64::INFINITY, f64::min),
            odd: odd.map(|((_, span), _)| span.clone()).collect(),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all: Vec<(&Pair, &i32)> = self.weights.iter().collect();
        all.sort_unstable();
        for row in all.chunk_by(|(one, _), (other, _)| (one.before, one.joint) == (other.before, other.joint))
        {
            let (Pair { before, joint, .. }, _) = row[0];
            let joint = if *joint == ' ' { "then".to_owned() } else { joint.to_string() };
            write!(f, "{} {joint}", before.token())?;
            for (Pair { small, after, .. }, weight) in row {
                write!(f, "  {}{} {weight}", if *small { "small-" } else { "" }, after.token())?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_as_it_was_written() {
        let learned = Order::learned();
        assert!(learned.weights.len() > 200, "{}", learned.weights.len());
        assert_eq!(Order::read(&learned.to_string()), Ok(learned));
        for wrong in ["article then verb 3", "article ; word 3", "article then word", "article then word x"] {
            assert!(Order::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sentence_is_worth_more_than_its_words_shuffled_and_the_odd_places_are_named() {
        let (order, english) = (Order::learned(), Lexicon::of(Lang::En));
        let weigh = |text: &str| order.weigh(&pairs(&english, &Text::of(text)));
        let said = weigh("I read your note on the boat twice, and it was right.");
        let text = "boat. note was the and right twice, your it I the on read";
        let shuffled = weigh(text);
        assert!(said.whole > 0.5 && said.odd.is_empty(), "{said:?}");
        assert!(shuffled.whole < 0.0 && shuffled.worst < -1.0, "{shuffled:?}");
        assert!(shuffled.odd.iter().any(|span| text[span.clone()].contains("the and")), "{shuffled:?}");
        // Who writes everything small writes sentences all the same.
        for small in [
            "i read your note on the boat twice. it was right.",
            "Hey, I read your note. it was right and we use it.",
        ] {
            assert!(weigh(small).whole > 0.5, "{small}: {:?}", weigh(small));
        }
        let german = Lexicon::of(Lang::De);
        let text = "Sehr geehrte Frau Weber, Ihren Aufsatz habe ich zweimal gelesen. Wir planen eines und stehen genau \
                    vor der Frage, die Sie auf Seite 8 beschreiben, am Stand, an dem der Kaffee aus war.";
        let formal = order.weigh(&pairs(&german, &Text::of(text)));
        assert!(formal.whole > 0.5 && formal.worst > -1.6, "{formal:?}");
    }
}
