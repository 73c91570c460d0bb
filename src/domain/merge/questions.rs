//! What only the user can say. A question is raised once, whether it was answered since or not.

use std::collections::HashSet;

use super::Merge;
use super::names::{self, ByName, MOST_NAMESAKES};
use crate::domain::contact::Contact;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::request::{Direction, Standing};
use crate::domain::time::Day;

/// The export says that a request stands elsewhere than the user said.
#[derive(Clone, Copy)]
pub(super) struct Contradiction {
    pub(super) request: RequestId,
    pub(super) standing: Standing,
    pub(super) on: Day,
}

/// What makes two questions the same.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Asked {
    People(DecisionKind, ContactId, ContactId),
    Standing(RequestId, Standing),
}

impl Asked {
    fn people(kind: DecisionKind, one: ContactId, other: ContactId) -> Self {
        Asked::People(kind, one.min(other), one.max(other))
    }
}

/// The questions that were raised by earlier imports.
pub(super) fn asked(network: &Network) -> HashSet<Asked> {
    let asked = network.decisions.iter().filter_map(|decision| {
        Some(match decision.kind {
            DecisionKind::Contradiction => Asked::Standing(decision.request?, decision.standing?),
            kind @ (DecisionKind::SameName | DecisionKind::NewAddress) => {
                Asked::people(kind, decision.contact, decision.other?)
            }
        })
    });
    asked.collect()
}

impl Merge<'_> {
    pub(super) fn contradict(&mut self, Contradiction { request: id, standing, on }: Contradiction) {
        if !self.asked.insert(Asked::Standing(id, standing)) {
            return;
        }
        let request = self.requests.get(id);
        let contact = request.contact;
        let name = self.contacts.get(contact).name();
        let whose = match request.direction {
            Direction::Sent => format!("your request to {name}"),
            Direction::Received => format!("the request of {name}"),
        };
        let noted = request.standing.word();
        let text = if standing == Standing::Accepted {
            format!("You noted {whose} as {noted}; the export says that you have been connected since {on}")
        } else {
            format!("You noted {whose} as {noted}; the export of {on} still lists it")
        };
        let question = self.question(DecisionKind::Contradiction, contact, text);
        self.raise(Decision { request: Some(id), standing: Some(standing), on: Some(on), ..question });
    }

    /// Raises the questions about people: who may be one, though the export cannot tell.
    pub(super) fn ask(&mut self) {
        let vanished =
            !self.vanished.is_empty() || self.contacts.iter().any(|contact| contact.gone_on.is_some());
        let may_have_moved = !self.network.contacts.is_empty() && vanished;
        let matters =
            |person: &&Contact| person.slug.is_empty() || (may_have_moved && self.contacts.is_new(person.id));
        let mut by_name = ByName::of(self.contacts.iter().filter(matters).flat_map(names::keys_of));
        if by_name.is_empty() {
            return;
        }
        for person in self.contacts.iter() {
            by_name.put(person, &person.id);
        }
        let mut pairs = Vec::new();
        for people in by_name.into_values().filter(|people| people.len() <= MOST_NAMESAKES) {
            for (at, later) in people.iter().enumerate() {
                pairs.extend(people[..at].iter().filter_map(|earlier| {
                    let kind = self.kind_of_question(*earlier, *later)?;
                    Some((*later, *earlier, kind))
                }));
            }
        }
        pairs.sort_unstable();
        for (contact, other, kind) in pairs {
            if self.asked.insert(Asked::people(kind, contact, other)) {
                let text = self.whether_one(kind, contact, other);
                let question = self.question(kind, contact, text);
                self.raise(Decision { other: Some(other), ..question });
            }
        }
    }

    /// Whether there is a question about two people of one name. Two addresses are two people, unless one went
    /// as the other came.
    fn kind_of_question(&self, earlier: ContactId, later: ContactId) -> Option<DecisionKind> {
        let (one, other) = (self.contacts.get(earlier), self.contacts.get(later));
        if one.slug.is_empty() || other.slug.is_empty() {
            let here = |id: ContactId| self.mentioned.get(id).is_some_and(|here| *here);
            let connected = |id: ContactId| self.connected.get(id).is_some_and(Option::is_some);
            // Two rows of one connections table are two people.
            let two_rows = connected(earlier) && connected(later);
            ((here(earlier) || here(later)) && !two_rows).then_some(DecisionKind::SameName)
        } else {
            let came = self.contacts.is_new(later) && !self.contacts.is_new(earlier);
            let went = |person: &Contact| person.gone_on.is_some() || self.vanished.contains(&person.id);
            (came && went(one) != went(other)).then_some(DecisionKind::NewAddress)
        }
    }

    fn whether_one(&self, kind: DecisionKind, contact: ContactId, other: ContactId) -> String {
        let (contact, other) = (self.contacts.get(contact), self.contacts.get(other));
        match kind {
            DecisionKind::NewAddress => format!(
                "{} came with a new address ({}) while {} is gone: the same person?",
                contact.name(),
                contact.slug,
                other.slug
            ),
            DecisionKind::SameName | DecisionKind::Contradiction => {
                format!("{} and {}: the same person?", described(contact), described(other))
            }
        }
    }

    fn question(&self, kind: DecisionKind, contact: ContactId, text: String) -> Decision {
        Decision::about(self.network.decisions.fresh(0), kind, contact, text, self.arrival.as_of)
    }

    fn raise(&mut self, question: Decision) {
        self.report.note_question(&question);
        self.decisions.add(|id| Decision { id, ..question });
    }
}

fn described(contact: &Contact) -> String {
    let place = contact.place();
    match (contact.slug.is_empty(), place.is_empty()) {
        (true, true) => format!("{} (no address known)", contact.name()),
        (true, false) => format!("{} ({place}, no address known)", contact.name()),
        (false, true) => format!("{} ({})", contact.name(), contact.slug),
        (false, false) => format!("{} ({place}, {})", contact.name(), contact.slug),
    }
}
