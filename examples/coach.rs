//! What the coach reaches on labelled messages: the area under the ROC curve, over all, on the hard ones and among those
//! of similar length, the share that is right at the line of 60, and how many good ones stay there when their words are
//! shuffled.
//!
//! ```sh
//! cargo run --release --example coach -- assets/coach/training/*.jsonl
//! ```
//!
//! A line is `{"id", "lang", "label": "good" or "bad", "hard", "text", "recipient"}`. With `-v` each that is on the wrong
//! side of the line is printed.

use std::process::ExitCode;

use inroads::exchange::scores::AskedRecipient;
use inroads::insight::quality::{Coach, Recipient};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    id: String,
    lang: String,
    label: String,
    #[serde(default)]
    hard: bool,
    text: String,
    recipient: Option<AskedRecipient>,
}

struct Scored {
    score: f64,
    good: bool,
    hard: bool,
    units: usize,
    lang: String,
}

/// The line between thin and good.
const LINE: f64 = 60.0;
/// How many shuffles of each good message are tried.
const SHUFFLES: u64 = 3;
/// Messages whose lengths differ by no more are of similar length.
const SIMILAR: usize = 25;
/// The limit of a paid account.
const LIMIT: usize = 300;

fn main() -> ExitCode {
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg == "-v");
    let coach = Coach::new();
    let mut all = Vec::new();
    println!(
        "{:<28} {:>4} {:>6} {:>6} {:>7} {:>6} {:>9}",
        "file", "n", "auc", "hard", "length", "right", "shuffled"
    );
    for file in &files {
        let Ok(text) = std::fs::read_to_string(file) else {
            eprintln!("could not read {file}");
            return ExitCode::from(3);
        };
        let mut here = Vec::new();
        let (mut shuffled, mut stay) = (0, 0);
        for line in text.lines().filter(|line| !line.is_empty()) {
            let Ok(message) = serde_json::from_str::<Labelled>(line) else {
                eprintln!("{file}: not a labelled message: {line}");
                return ExitCode::from(3);
            };
            let recipient = message.recipient.as_ref().map(known);
            let score =
                |text: &str| f64::from(coach.score(text, recipient.as_ref(), LIMIT).score.unwrap_or(0));
            let points = score(&message.text);
            let good = message.label == "good";
            if !flags.is_empty() && (points >= LINE) != good {
                println!("  {} {} {points}: {}", message.id, message.label, message.text);
            }
            if good {
                for seed in 0..SHUFFLES {
                    shuffled += 1;
                    stay += usize::from(score(&shuffle(&message.text, seed)) >= LINE);
                }
            }
            let units = message.text.encode_utf16().count();
            here.push(Scored { score: points, good, hard: message.hard, units, lang: message.lang });
        }
        let name = file.rsplit('/').next().unwrap_or(file);
        report(name, &here, Some(100.0 * f64::from(stay as u32) / f64::from(shuffled.max(1))));
        all.extend(here);
    }
    report("all", &all, None);
    for lang in ["en", "de", "fr", "es", "pt"] {
        let of: Vec<&Scored> = all.iter().filter(|scored| scored.lang == lang).collect();
        println!("{lang:<28} {:>4} {:>6.3}", of.len(), area(&of));
    }
    ExitCode::SUCCESS
}

fn known(asked: &AskedRecipient) -> Recipient {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Recipient {
        first_name: text(&asked.first_name),
        last_name: text(&asked.last_name),
        company: text(&asked.company),
        role: text(&asked.role),
        known: Vec::new(),
    }
}

fn report(name: &str, all: &[Scored], shuffled: Option<f64>) {
    let every: Vec<&Scored> = all.iter().collect();
    let hard: Vec<&Scored> = all.iter().filter(|scored| scored.hard).collect();
    let right = all.iter().filter(|scored| (scored.score >= LINE) == scored.good).count();
    let right = 100.0 * right as f64 / all.len().max(1) as f64;
    let shuffled = shuffled.map_or_else(String::new, |share| format!("{share:.1} %"));
    println!(
        "{name:<28} {:>4} {:>6.3} {:>6.3} {:>7.3} {right:>4.1} % {shuffled:>9}",
        all.len(),
        area(&every),
        area(&hard),
        similar(&every)
    );
}

// The share of pairs of a good and a bad one in which the good one is higher; a tie is half a pair.
fn area(all: &[&Scored]) -> f64 {
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

// The same words in another order, the same for the same seed.
fn shuffle(text: &str, seed: u64) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ text.len() as u64 ^ 0x5851_f42d;
    for at in (1..words.len()).rev() {
        // xorshift64*, enough to put words in another order.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        let drawn = state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        words.swap(at, (drawn % (at as u64 + 1)) as usize);
    }
    words.join(" ")
}
