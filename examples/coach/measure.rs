//! How well good messages are told from bad ones.

use inroads::insight::quality::{Coach, Recipient};

use crate::messages::{Message, shuffle};

/// The line between thin and good.
pub const LINE: f64 = 60.0;
/// How many shuffles of each good message are tried.
const SHUFFLES: u64 = 3;
/// Messages whose lengths differ by no more are of similar length.
const SIMILAR: usize = 25;
/// The limit of a paid account.
const LIMIT: usize = 300;

/// What the columns hold.
pub const HEAD: &str = "file                            n    auc   hard  length  right  shuffled";

/// A message with its score.
#[derive(Clone)]
pub struct Scored {
    pub score: f64,
    pub good: bool,
    pub hard: bool,
    units: usize,
    lang: String,
}

/// Scores the messages of a file and prints what is reached.
pub fn file(file: &str, messages: &[Message], coach: &Coach, verbose: bool) -> Vec<Scored> {
    let here = scored(coach, messages);
    for (message, Scored { score, good, .. }) in messages.iter().zip(&here) {
        if verbose && (*score >= LINE) != *good {
            let Message { id, text, why, .. } = message;
            println!("  {id} {} {score}: {text} ({why})", if *good { "good" } else { "bad" });
        }
    }
    let name = file.rsplit('/').next().unwrap_or(file);
    report(name, &here, Some(100.0 * shuffled(coach, messages)));
    here
}

/// Scores messages.
pub fn scored(coach: &Coach, messages: &[Message]) -> Vec<Scored> {
    let of = |message: &Message| Scored {
        score: score(coach, &message.text, message.recipient.as_ref()),
        good: message.good,
        hard: message.hard,
        units: message.text.encode_utf16().count(),
        lang: message.lang.clone(),
    };
    messages.iter().map(of).collect()
}

/// The score of a message, for a paid account.
pub fn score(coach: &Coach, text: &str, recipient: Option<&Recipient>) -> f64 {
    f64::from(coach.score(text, recipient, LIMIT).score.unwrap_or(0))
}

/// The share of shuffles of good messages that are taken for good ones.
pub fn shuffled(coach: &Coach, messages: &[Message]) -> f64 {
    let good = messages.iter().filter(|message| message.good);
    let all = good.flat_map(|message| (0..SHUFFLES).map(move |seed| (message, seed)));
    let (mut stay, mut of) = (0_u32, 0_u32);
    for (Message { text, recipient, .. }, seed) in all {
        of += 1;
        stay += u32::from(score(coach, &shuffle(text, seed), recipient.as_ref()) >= LINE);
    }
    f64::from(stay) / f64::from(of.max(1))
}

/// The share that is right at the line.
pub fn right(all: &[Scored]) -> f64 {
    all.iter().filter(|scored| (scored.score >= LINE) == scored.good).count() as f64 / all.len().max(1) as f64
}

/// Prints what is reached over all, and in each language.
pub fn all(all: &[Scored]) {
    report("all", all, None);
    for lang in ["en", "de", "fr", "es", "pt"] {
        let of: Vec<&Scored> = all.iter().filter(|scored| scored.lang == lang).collect();
        println!("{lang:<28} {:>4} {:>6.3}", of.len(), area(&of));
    }
}

fn report(name: &str, all: &[Scored], shuffled: Option<f64>) {
    let every: Vec<&Scored> = all.iter().collect();
    let hard: Vec<&Scored> = all.iter().filter(|scored| scored.hard).collect();
    let right = 100.0 * right(all);
    let shuffled = shuffled.map_or_else(String::new, |share| format!("{share:.1} %"));
    println!(
        "{name:<28} {:>4} {:>6.3} {:>6.3} {:>7.3} {right:>4.1} % {shuffled:>9}",
        all.len(),
        area(&every),
        area(&hard),
        similar(&every)
    );
}

/// The share of pairs of a good and a bad one in which the good one is higher; a tie is half a pair.
pub fn area(all: &[&Scored]) -> f64 {
    pairs(all, |_, _| true)
}

fn similar(all: &[&Scored]) -> f64 {
    pairs(all, |one, other| one.units.abs_diff(other.units) <= SIMILAR)
}

fn pairs(all: &[&Scored], counts: impl Fn(&Scored, &Scored) -> bool) -> f64 {
    let (mut won, mut of) = (0.0, 0.0);
    for good in all.iter().filter(|scored| scored.good) {
        for bad in all.iter().filter(|scored| !scored.good && counts(good, scored)) {
            of += 1.0;
            won += if good.score > bad.score {
                1.0
            } else if good.score < bad.score {
                0.0
            } else {
                0.5
            };
        }
    }
    won / of
}
