//! What the book knows of the reader of a message, in the form in which the coach takes it.

use crate::domain::contact::Contact;
use crate::domain::network::Network;
use crate::insight::quality::{Known, Recipient, Source};

/// So many touches, and so many lines of notes, are looked for in a message.
const TOLD: usize = 12;

/// The reader: names, company and role; facts, tags, what was done together and notes; and what the user has to offer.
pub fn recipient(network: &Network, contact: &Contact) -> Recipient {
    let facts = network.facts_of(contact.id).chain(network.offers());
    let facts = facts.map(|fact| Known { source: Source::Fact(fact.kind), text: fact.text.clone() });
    let tags = contact.tags.iter().map(|tag| Known { source: Source::Tag, text: tag.replace('-', " ") });
    let told = |text: &str| Known { source: Source::Told, text: text.to_owned() };
    let touches = network.touches_of(contact.id).rev().filter(|t| !t.text.is_empty()).map(|t| told(&t.text));
    // A note speaks of many things: each of its lines of one.
    let notes = network.notes_of(contact.id).rev().flat_map(|note| note.text.lines());
    let notes = notes.filter(|line| !line.trim().is_empty()).map(told);
    // All of it is looked for at each key: the newest is what a message speaks of.
    let (touches, notes) = (touches.take(TOLD), notes.take(TOLD));
    Recipient {
        first_name: contact.first_name.clone(),
        last_name: contact.last_name.clone(),
        company: contact.company.clone(),
        role: contact.role.clone(),
        known: facts.chain(tags).chain(touches).chain(notes).collect(),
    }
}
