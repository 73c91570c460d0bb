//! How good a message is that goes with a request: personal, relevant, respectful.
//!
//! Pure and offline: the same text, reader and limit give the same score, and what it shows adds up to it.
//!
//! ```text
//! text ──► Text (words, sentences) ──► Evidence (what is seen, with its words) ──► parts and faults ──► Score, tips
//!                                          ▲                                          ▲
//!                      Lexicon, and learned: Wording, Order (assets/coach)     points, faults: the numbers
//! ```
//!
//! Score = the sum of the parts, minus the penalties, and no higher than the lowest cap that applies, 0 to 100. The
//! score reads form, not truth: an event that never was cannot be told from one that was.

pub mod evidence;
mod faults;
mod known;
pub mod lexicon;
pub mod order;
mod people;
mod phrase;
mod points;
mod raw;
mod reader;
mod sentence;
pub mod text;
mod tips;
pub mod why;
pub mod wording;

use crate::domain::fact::FactKind;
use evidence::{Evidence, Span};
use lexicon::{Lang, Lexicon, Others};
use order::Order;
pub use raw::PLACEHOLDERS;
pub use reader::{Echo, Known, Recipient, Source};
pub use tips::Tip;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use wording::Wording;

/// Declares the rules with their ids.
macro_rules! rules {
    ($($(#[$item:meta])* $variant:ident = $id:literal),+ $(,)?) => {
        /// What the coach looks at. Its id is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[$item])* $variant),+ }

        impl Rule {
            /// Its id, as JSON and settings have it.
            pub fn id(self) -> &'static str {
                match self { $(Rule::$variant => $id),+ }
            }
        }
    };
}

rules! {
    /// Something about this reader alone.
    Anchor = "anchor",
    /// The reader's name.
    Name = "name",
    /// Words as in messages to one person, rather than to many.
    Wording = "wording",
    /// Why one writes.
    Reason = "reason",
    /// Nothing that the reader has to do.
    Ask = "ask",
    /// Neither too short nor too long.
    Length = "length",
    /// Begins and ends like a message, in a calm voice.
    Form = "form",
    /// A placeholder that nobody filled in.
    Placeholder = "placeholder",
    /// Over the account's limit.
    TooLong = "too-long",
    /// Somebody else is greeted.
    WrongName = "wrong-name",
    /// Somebody else's company.
    WrongCompany = "wrong-company",
    /// The platform's own words.
    DefaultText = "default-text",
    /// Characters that nobody sees, or letters that only look alike.
    Hidden = "hidden",
    /// An address, a mail, a number to call.
    Link = "link",
    /// No sentence can be read.
    Unclear = "unclear",
    /// Something is sold.
    Pitch = "pitch",
    /// More is asked for than to be connected.
    BigAsk = "big-ask",
    /// What could go to anybody.
    Generic = "generic",
    /// Nothing is about this reader.
    NoAnchor = "no-anchor",
    /// Money, or a share of a hundred.
    Money = "money",
    /// Much like a message to somebody else.
    Repeat = "repeat",
    /// Praise at its highest.
    Flattery = "flattery",
    /// Capitals, exclamation marks.
    Shout = "shout",
}

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It has to go before the message is sent.
    Error,
    /// It costs much.
    Warning,
    /// It costs a little.
    Info,
}

impl Severity {
    /// The sign before it.
    pub fn sign(self) -> char {
        match self {
            Severity::Error => 'x',
            Severity::Warning => '!',
            Severity::Info => 'i',
        }
    }

    /// As JSON has it.
    pub fn token(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// Something that a part has points for, or from which some are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What, in words.
    pub what: &'static str,
    /// Its points; fewer than none where it takes away.
    pub points: i32,
    /// The words.
    pub spans: Vec<Span>,
}

/// A part of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub rule: Rule,
    /// Its points, 0 to `max`.
    pub points: i32,
    /// The most that it can have.
    pub max: i32,
    /// Where they come from; their sum, kept between 0 and `max`, is `points`.
    pub found: Vec<Found>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which rule.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The points that it takes away.
    pub penalty: i32,
    /// The score above which the message cannot come with it.
    pub cap: Option<i32>,
    /// The words.
    pub spans: Vec<Span>,
}

/// The three parts that are shown, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Anchor, name and words.
    pub personal: i32,
    /// Reason.
    pub relevant: i32,
    /// Ask, length and form.
    pub respectful: i32,
}

/// A band of the score, each with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 0 to 39.
    Rewrite,
    /// 40 to 59.
    Thin,
    /// 60 to 79.
    Good,
    /// 80 to 100.
    Strong,
}

impl Band {
    /// The band of a score.
    pub fn of(score: i32) -> Self {
        match score {
            ..40 => Band::Rewrite,
            40..60 => Band::Thin,
            60..80 => Band::Good,
            80.. => Band::Strong,
        }
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Band::Rewrite => "rewrite",
            Band::Thin => "thin",
            Band::Good => "good",
            Band::Strong => "strong",
        }
    }
}

/// What the coach says of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// 0 to 100; nothing for an empty message.
    pub score: Option<i32>,
    /// The language, where it is one that the coach knows.
    pub lang: Option<Lang>,
    /// The length in UTF-16 units after NFC, line ends as one.
    pub units: usize,
    /// The limit of the account.
    pub limit: usize,
    /// The parts, in the order of the rubric.
    pub lines: Vec<Line>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// Where each thing is named that is known of the reader, in the order in which they were given; nothing where it is
    /// not.
    pub known: Vec<Vec<Span>>,
    /// The words that say how the sender knows the reader or their work.
    pub knows: Vec<Span>,
    /// The words that say what is in it for the reader.
    pub gives: Vec<Span>,
    /// What to do about it: by severity, then by what it brings.
    pub tips: Vec<Tip>,
}

impl Score {
    /// The three parts.
    pub fn parts(&self) -> Parts {
        self.sums(|line| line.points)
    }

    /// The most that the three parts can have, 100 together; less in a language that is not known.
    pub fn most(&self) -> Parts {
        self.sums(|line| line.max)
    }

    fn sums(&self, of: impl Fn(&Line) -> i32) -> Parts {
        let sum = |rules: &[Rule]| self.lines.iter().filter(|line| rules.contains(&line.rule)).map(&of).sum();
        Parts {
            personal: sum(&[Rule::Anchor, Rule::Name, Rule::Wording]),
            relevant: sum(&[Rule::Reason]),
            respectful: sum(&[Rule::Ask, Rule::Length, Rule::Form]),
        }
    }

    /// What all faults take away.
    pub fn penalty(&self) -> i32 {
        self.faults.iter().map(|fault| fault.penalty).sum()
    }

    /// The band.
    pub fn band(&self) -> Option<Band> {
        self.score.map(Band::of)
    }
}

/// The coach: what is known of each language, read once.
#[derive(Debug)]
pub struct Coach {
    lexicons: Vec<Lexicon>,
    others: Others,
    wording: Wording,
    order: Order,
}

impl Coach {
    /// Reads what is known of each language, and what was learned from messages.
    pub fn new() -> Self {
        Self::with(Wording::learned(), Order::learned())
    }

    /// The same with other weights.
    pub fn with(wording: Wording, order: Order) -> Self {
        let lexicons = Lang::ALL.into_iter().map(Lexicon::of).collect();
        Self { lexicons, others: Others::read(), wording, order }
    }

    /// Scores a message to a reader, where one is known, for an account with this limit in UTF-16 units.
    pub fn score(&self, source: &str, recipient: Option<&Recipient>, limit: usize) -> Score {
        self.score_beside(source, recipient, None, limit)
    }

    /// The same beside what the sender wrote before: the message to somebody else that it is most like.
    pub fn score_beside(
        &self,
        source: &str,
        recipient: Option<&Recipient>,
        echo: Option<&Echo>,
        limit: usize,
    ) -> Score {
        let (units, over) = length(source, limit);
        let mut score = Score { units, limit, ..Score::default() };
        if source.trim().is_empty() {
            return score;
        }
        let seen = self.see(source, recipient);
        score.lang = seen.lang;
        score.lines = points::parts(&seen, units, limit);
        let of = |rule| score.lines.iter().find(|line| line.rule == rule).map_or(0, |line| line.points);
        let personal = (of(Rule::Anchor), of(Rule::Wording));
        score.faults = faults::faults(source, &seen, personal, over);
        score.faults.extend(echo.and_then(faults::repeat));
        let told = |how: fn(Source) -> bool| {
            let known = recipient.map(|recipient| &recipient.known[..]).unwrap_or_default();
            let named = known.iter().zip(&seen.known).filter(move |(known, _)| how(known.source));
            named.flat_map(|(_, spans)| spans).cloned().collect::<Vec<Span>>()
        };
        score.knows = [told(Source::tells_how), seen.shared, seen.made, seen.deeds].concat();
        score.gives = [told(|source| source == Source::Fact(FactKind::Offer)), seen.gives].concat();
        score.known = seen.known;
        // What is marked is marked as a whole.
        let found =
            score.lines.iter_mut().flat_map(|line| &mut line.found).flat_map(|found| &mut found.spans);
        let wrong = score.faults.iter_mut().flat_map(|fault| &mut fault.spans);
        let known = score.known.iter_mut().flatten().chain(&mut score.knows).chain(&mut score.gives);
        let borders: Vec<usize> =
            source.grapheme_indices(true).map(|(at, _)| at).chain([source.len()]).collect();
        found.chain(wrong).chain(known).for_each(|span| widen(&borders, span));
        score.score = Some(total(&score.lines, &score.faults, seen.lang.is_some()));
        score.tips = tips::tips(&score, source, recipient, echo);
        score
    }

    /// What is seen in a message.
    pub fn see(&self, source: &str, recipient: Option<&Recipient>) -> Evidence {
        let mut seen = evidence::see(&self.lexicons, &self.others, source, recipient);
        if seen.lang.is_some() {
            seen.weighed = self.wording.weigh(&seen.signs);
            seen.order = self.order.weigh(&seen.pairs);
        }
        seen
    }
}

impl Default for Coach {
    fn default() -> Self {
        Self::new()
    }
}

// The score of these parts and faults. A language that is not known is never called bad for what cannot be seen in it.
fn total(lines: &[Line], faults: &[Fault], known: bool) -> i32 {
    let sum: i32 = lines.iter().map(|line| line.points).sum();
    // No words, no reason and no ask can be seen in it: of the rest it has a share.
    let most: i32 = lines.iter().map(|line| line.max).sum();
    let sum = if known { sum } else { (sum * 100 / most.max(1)).max(40) };
    let penalty: i32 = faults.iter().map(|fault| fault.penalty).sum();
    let cap = faults.iter().filter_map(|fault| fault.cap).min().unwrap_or(100);
    (sum - penalty).min(cap).clamp(0, 100)
}

// Widens a span to the borders of the characters that it begins and ends in.
fn widen(borders: &[usize], span: &mut Span) {
    let begins = borders.partition_point(|border| *border <= span.start).saturating_sub(1);
    let ends = borders.partition_point(|border| *border < span.end);
    let last = borders.len() - 1;
    *span = borders[begins]..borders[ends.min(last)];
}

// The length in UTF-16 units after NFC, a line end counted once; and what is over the limit, on the border of a cluster.
fn length(source: &str, limit: usize) -> (usize, Option<Span>) {
    let (mut units, mut over) = (0, None);
    for (at, cluster) in source.grapheme_indices(true) {
        units += if cluster == "\r\n" { 1 } else { cluster.nfc().map(char::len_utf16).sum() };
        if units > limit && over.is_none() {
            over = Some(at..source.len());
        }
    }
    (units, over)
}

#[cfg(test)]
mod tests;
