//! Whose export it is: who stands on the own side of the requests, or else takes part in every conversation.

use std::collections::{HashMap, HashSet};

use super::messages::Letter;
use crate::domain::arrival::Owner;

/// How many requests have this name and this key on their own side.
pub type OwnSides = HashMap<(String, String), usize>;

/// How many different ones are counted at most. A real table has one, or two after a change of name.
pub const CANDIDATES: usize = 100;

// So many letters show who takes part in every conversation.
const LETTERS: usize = 10_000;

/// The owner, where the tables tell.
pub fn find(own_sides: OwnSides, letters: &[Letter]) -> Option<Owner> {
    let by_requests = own_sides
        .into_iter()
        .filter(|((name, slug), _)| !name.is_empty() || !slug.is_empty())
        .max_by(|(a, more), (b, most)| more.cmp(most).then_with(|| a.cmp(b)))
        .map(|((name, slug), _)| Owner { name, slug });
    match by_requests {
        None => by_conversations(letters),
        Some(owner) if owner.slug.is_empty() => {
            // The requests of some years give a name only; the conversations may know the address.
            by_conversations(letters).filter(|other| other.name == owner.name).or(Some(owner))
        }
        Some(owner) => Some(owner),
    }
}

/// The one who talks with the most people. With one partner only, nobody can tell the two apart.
fn by_conversations(letters: &[Letter]) -> Option<Owner> {
    let mut partners: HashMap<&str, (&Owner, HashSet<&str>)> = HashMap::new();
    let both = letters
        .iter()
        .take(LETTERS)
        .flat_map(|letter| [(&letter.from, &letter.to), (&letter.to, &letter.from)]);
    for (one, other) in both.filter(|(one, other)| !one.slug.is_empty() && !other.slug.is_empty()) {
        partners.entry(&one.slug).or_insert_with(|| (one, HashSet::new())).1.insert(&other.slug);
    }
    let most = partners.values().map(|(_, partners)| partners.len()).max()?;
    let mut best = partners.values().filter(|(_, partners)| partners.len() == most);
    let (owner, _) = best.next()?;
    best.next().is_none().then(|| (*owner).clone())
}
