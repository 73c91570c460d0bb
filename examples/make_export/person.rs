//! Who somebody is: name, address and job, drawn from their number alone, so that nobody has to be kept in memory.

use crate::names::{
    ACCENTS, COMPANY, CREDENTIALS, EMOJI, FIELD, LEVEL, ODD_COMPANY, OTHERS, PLAIN, Pool, TRADE,
};
use crate::rng::{For, Rng};

/// A person of the world, by where they first come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Connected before the first export; 0 is the newest.
    Linked(u64),
    /// Was waiting at the first export.
    Asked(u64),
    /// Was first asked after it.
    Later(u64),
    /// Only ever wrote a message.
    Stranger(u64),
}

impl Who {
    /// A number of their own.
    pub fn number(self) -> u64 {
        let (kind, number) = match self {
            Who::Linked(n) => (0, n),
            Who::Asked(n) => (1, n),
            Who::Later(n) => (2, n),
            Who::Stranger(n) => (3, n),
        };
        number * 4 + kind
    }
}

/// Whether the world has the oddities of real exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Quirks {
    /// As exports are.
    All,
    /// Plain names, nothing hidden, nothing twice.
    None,
}

/// A name as the tables write it, blanks and all.
#[derive(Clone)]
pub struct Name {
    pub first: String,
    pub last: String,
}

impl Name {
    /// The whole name, as invitations and messages write it.
    pub fn whole(&self) -> String {
        format!("{} {}", self.first, self.last).trim().to_owned()
    }
}

fn pool(rng: &mut Rng, quirks: Quirks) -> &'static Pool {
    match (quirks, rng.below(100)) {
        (Quirks::None, _) | (_, 0..70) => &PLAIN,
        (_, 70..84) => &ACCENTS,
        _ => &OTHERS[rng.below(OTHERS.len() as u64) as usize],
    }
}

/// The name, with credentials, stray blanks and emoji where that is asked for.
pub fn name(seed: u64, who: Who, quirks: Quirks) -> Name {
    let rng = &mut Rng::new(seed, For::Name, who.number());
    let pool = pool(rng, quirks);
    let mut first = rng.pick(pool.first).to_owned();
    let mut last = rng.pick(pool.last).to_owned();
    if pool.last.len() > 10 && rng.chance(0.85) {
        last = format!("{last} {}", rng.pick(pool.last));
    }
    if quirks == Quirks::All {
        if rng.chance(0.02) {
            last.push_str(rng.pick(CREDENTIALS));
        }
        if rng.chance(0.004) {
            last.push_str(rng.pick(EMOJI));
        }
        match rng.below(100) {
            0 | 1 => first.push(' '),
            2 => last.insert(0, ' '),
            3 => last.push_str("  "),
            _ => {}
        }
    }
    Name { first, last }
}

/// How often the address of somebody was chosen anew.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Address {
    First,
    Moved,
}

/// The key of the profile: unique, in one spelling (composed, lower case), not always ASCII.
pub fn slug(seed: u64, who: Who, quirks: Quirks, address: Address) -> String {
    let rng = &mut Rng::new(seed, For::Slug, who.number());
    let name = name(seed, who, quirks).whole().to_lowercase();
    let ascii = name.chars().any(|c| c.is_ascii_alphabetic());
    let raw = rng.chance(if ascii { 0.3 } else { 0.2 });
    let kept = |c: char| if raw { c.is_alphanumeric() } else { c.is_ascii_alphanumeric() };
    let words = name.split_whitespace().map(|word| word.chars().filter(|c| kept(*c)).collect::<String>());
    let mut slug = String::new();
    for word in words.filter(|word| !word.is_empty()) {
        slug.push_str(&word);
        slug.push('-');
    }
    // An odd factor modulo a power of two: different people never get the same code.
    let number = who.number() * 2 + u64::from(address == Address::Moved);
    let mut code = (number.wrapping_mul(0x9e37_79b1) ^ seed) & 0xff_ffff_ffff;
    while code > 0 {
        slug.push(char::from_digit((code % 36) as u32, 36).expect("a digit of base 36"));
        code /= 36;
    }
    slug
}

/// Company and role.
pub fn job(seed: u64, who: Who, quirks: Quirks, purpose: For) -> (String, String) {
    let rng = &mut Rng::new(seed, purpose, who.number());
    let company = match rng.below(100) {
        0..3 => String::new(),
        3..6 if quirks == Quirks::All => rng.pick(ODD_COMPANY).to_owned(),
        _ => format!("{}{}", rng.pick(COMPANY), rng.pick(TRADE)),
    };
    let role =
        if company.is_empty() { String::new() } else { format!("{}{}", rng.pick(LEVEL), rng.pick(FIELD)) };
    (company, role)
}
