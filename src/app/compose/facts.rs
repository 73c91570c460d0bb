//! The facts box: what is known of the reader and a message can use, what was used, and what is missing.

use crate::domain::contact::Contact;
use crate::domain::fact::FactKind;
use crate::domain::id::FactId;
use crate::domain::network::Network;
use crate::domain::request::Direction;
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;

use super::Writing;

/// A row of the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about: `work`, `mutual`, `why`.
    pub label: &'static str,
    /// The thing, or the question.
    pub text: String,
    /// What Enter puts into the message, where that is not the text.
    pub insert: Option<String>,
    /// What Enter does.
    pub does: Does,
    /// Whether the message names it.
    pub used: bool,
}

/// What Enter does on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Puts the text into the message; where it is a fact of the book, `e` edits it.
    Insert(Option<FactId>),
    /// Asks for a fact of this kind.
    Add(FactKind),
    /// Asks why this contact.
    Purpose,
    /// Shows the three things to look at before writing.
    Research,
    /// Asks what was done for or with them.
    Touch,
}

/// What there is to look at before writing: role, recent work, common ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Research {
    /// Their role is known.
    pub role: bool,
    /// A piece of their work is known.
    pub work: bool,
    /// Something that both share is known.
    pub common: bool,
}

impl Research {
    /// What is known of this contact.
    pub fn of(network: &Network, contact: &Contact) -> Self {
        let has = |kinds: &[FactKind]| network.facts_of(contact.id).any(|fact| kinds.contains(&fact.kind));
        let met = network.touches_of(contact.id).any(|touch| touch.kind == TouchKind::Met);
        Self {
            role: !contact.role.is_empty(),
            work: has(&[FactKind::Work]),
            common: met
                || has(&[FactKind::Interest, FactKind::Mutual, FactKind::Event, FactKind::Group])
                || !contact.tags.is_empty(),
        }
    }

    /// How many of the three are known.
    pub fn done(self) -> usize {
        [self.role, self.work, self.common].into_iter().filter(|known| *known).count()
    }
}

/// The kinds in the order of the box: what both share first, then their work.
const ORDER: [FactKind; 6] =
    [FactKind::Interest, FactKind::Mutual, FactKind::Work, FactKind::Event, FactKind::Group, FactKind::Offer];

/// How many people at the same company are named.
const VIA: usize = 2;

/// Everything that the box shows for a message.
pub fn rows(network: &Network, writing: &Writing, today: Day) -> Vec<Row> {
    let Some(contact) = network.contact(writing.contact) else { return Vec::new() };
    let mut rows = known(network, contact, writing);
    rows.extend(writing.colleagues.iter().cloned());
    rows.push(done_together(network, contact, today));
    let purpose = if contact.purpose.is_empty() {
        Row { label: "why", text: "why this contact?".into(), insert: None, does: Does::Purpose, used: false }
    } else {
        Row { label: "why", text: contact.purpose.clone(), insert: None, does: Does::Purpose, used: true }
    };
    rows.push(purpose);
    let research = Research::of(network, contact);
    if research.done() < 3 {
        let text = format!("{} of 3 things looked at", research.done());
        rows.push(Row { label: "look", text, insert: None, does: Does::Research, used: false });
    }
    // What is missing is a question, and Enter answers it.
    let there = |kind: FactKind| rows.iter().any(|row| row.label == kind.token() && row.insert.is_none());
    let missing: Vec<Row> = ORDER
        .iter()
        .filter(|kind| !there(**kind))
        .map(|kind| Row {
            label: kind.token(),
            text: kind.question().to_owned(),
            insert: None,
            does: Does::Add(*kind),
            used: false,
        })
        .collect();
    rows.extend(missing);
    rows
}

fn known(network: &Network, contact: &Contact, writing: &Writing) -> Vec<Row> {
    let named = |text: &str| {
        let known = writing.recipient.known.iter().zip(&writing.score.known);
        known.filter(|(known, _)| known.text == text).any(|(_, spans)| !spans.is_empty())
    };
    let mut facts: Vec<_> = network.facts_of(contact.id).chain(network.offers()).collect();
    let place = |kind: FactKind| ORDER.iter().position(|each| *each == kind);
    facts.sort_by_key(|fact| (place(fact.kind), std::cmp::Reverse((fact.on, fact.id))));
    let mut rows: Vec<Row> = facts
        .into_iter()
        .map(|fact| Row {
            label: fact.kind.token(),
            used: named(&fact.text),
            text: fact.text.clone(),
            insert: None,
            does: Does::Insert(Some(fact.id)),
        })
        .collect();
    rows.extend(contact.tags.iter().map(|tag| {
        let text = tag.replace('-', " ");
        Row { label: "tag", used: named(&text), text, insert: None, does: Does::Insert(None) }
    }));
    rows
}

/// Somebody whom the user knows where they work may be known to both. Everybody is looked at: once for a message, and not
/// for each key.
pub fn colleagues(network: &Network, contact: &Contact) -> Vec<Row> {
    if contact.company.is_empty() {
        return Vec::new();
    }
    let there = network.contacts.iter().filter(|other| {
        // A namesake may well be the same person, written down twice.
        let other_person = other.id != contact.id && other.name() != contact.name();
        other_person && other.company == contact.company && other.connected() && !other.hidden()
    });
    let rows = there.take(VIA).map(|other| Row {
        label: "mutual",
        text: format!("{}, also at {}", other.name(), contact.company),
        insert: Some(other.name()),
        does: Does::Insert(None),
        used: false,
    });
    rows.collect()
}

// `3 touches, the last 3 Nov`.
fn done_together(network: &Network, contact: &Contact, today: Day) -> Row {
    let touches: Vec<_> =
        network.touches_of(contact.id).filter(|touch| touch.direction == Direction::Sent).collect();
    let text = match touches.iter().map(|touch| touch.on).max() {
        None => "no touch yet".to_owned(),
        Some(last) => {
            let s = if touches.len() == 1 { "" } else { "es" };
            format!("{} touch{s}, the last {}", touches.len(), last.short(today))
        }
    };
    Row { label: "did", text, insert: None, does: Does::Touch, used: !touches.is_empty() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture::{BRAM, TOM, TOM_TOO, network, now};
    use crate::domain::batch::{Batch, BatchKey};
    use crate::domain::change::{Change, Edit};

    #[test]
    fn a_connected_colleague_is_offered_as_mutual_and_a_namesake_is_not() {
        let mut network = network();
        let colleague = |id| {
            let before = network.contact(id).expect("there");
            let (company, connected_on) = ("Birchbox".to_owned(), Some(now().today));
            Change::Contact(Edit::turn(before, Contact { company, connected_on, ..Contact::clone(before) }))
        };
        let changes = [BRAM, TOM_TOO].into_iter().map(colleague).collect();
        let (key, by) = (BatchKey("1".into()), "test".to_owned());
        network
            .apply(Batch { key, at: now().at, by, what: String::new(), undoes: None, changes })
            .expect("fits");
        let tom = network.contact(TOM).expect("Tom");
        let texts: Vec<String> = colleagues(&network, tom).into_iter().map(|row| row.text).collect();
        assert_eq!(texts, ["Bram de Vries, also at Birchbox"]);
    }
}
