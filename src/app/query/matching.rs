//! Whether a contact or a request is what a filter asks for.

use super::{Compare, Is, Query, Term, What};
use crate::app::search::{self, fold};
use crate::domain::contact::{Contact, Flag};
use crate::domain::network::Network;
use crate::domain::request::{Direction, Request, Standing};
use crate::domain::time::Day;
use crate::insight::stage::Stage;

/// What is looked at: a contact with all its requests, or one request and its contact.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Where it lives.
    pub network: &'a Network,
    /// The person.
    pub contact: &'a Contact,
    /// The one request, or all of the person's where there is none.
    pub request: Option<&'a Request>,
    /// The user's day.
    pub today: Day,
}

impl Query {
    /// Whether every term but the bare words says yes: those are the index's matter. What is asked of requests is
    /// asked of one and the same, so that `is:received is:pending` is somebody who asked and waits.
    pub fn narrows_to(&self, subject: Subject<'_>) -> bool {
        let of_a_request = |term: &Term| !term.negated && term.what.is_of_a_request();
        let asked = || self.terms.iter().filter(|term| of_a_request(term));
        self.terms.iter().all(|term| of_a_request(term) || term.negated != subject.answers(term))
            && (asked().next().is_none()
                || subject.any(|request| {
                    let one = Subject { request: Some(request), ..subject };
                    asked().all(|term| one.answers(term))
                }))
    }
}

impl What {
    fn is_of_a_request(&self) -> bool {
        match self {
            What::Word(_)
            | What::Tag(_)
            | What::Company(_)
            | What::Role(_)
            | What::Purpose(_)
            | What::Note(_)
            | What::Is(Is::Connected | Is::Archived | Is::Closed | Is::Gone) => false,
            What::Is(_)
            | What::Source(_)
            | What::Age(..)
            | What::Before(_)
            | What::After(_)
            | What::HasMessage => true,
        }
    }
}

impl Subject<'_> {
    fn answers(&self, term: &Term) -> bool {
        let has = |text: &str, part: &str| fold(text).contains(part);
        match &term.what {
            What::Word(word) => search::key(self.contact).contains(word.as_str()),
            What::Tag(tag) => self.contact.tags.iter().any(|each| fold(each) == *tag),
            What::Company(text) => has(&self.contact.company, text),
            What::Role(text) => has(&self.contact.role, text),
            What::Purpose(text) => has(&self.contact.purpose, text),
            What::Note(text) => self.network.notes_of(self.contact.id).any(|note| has(&note.text, text)),
            What::Source(text) => self.any(|request| has(&request.source, text)),
            What::HasMessage => self.any(|request| !request.message.is_empty()),
            What::Before(day) => self.any(|request| request.sent_on < *day),
            What::After(day) => self.any(|request| request.sent_on > *day),
            What::Age(compare, days) => self.any(|request| {
                let age = request.age(self.today);
                request.pending()
                    && match compare {
                        Compare::Over => age > *days,
                        Compare::AtLeast => age >= *days,
                        Compare::Under => age < *days,
                        Compare::AtMost => age <= *days,
                        Compare::Exactly => age == *days,
                    }
            }),
            What::Is(is) => self.is(*is),
        }
    }

    fn is(&self, is: Is) -> bool {
        let standing = |standing| self.any(|request| request.standing == standing);
        let stage = |wanted: &[Stage]| {
            self.any(|request| {
                Stage::of(request, &self.network.rules, self.today)
                    .is_some_and(|stage| wanted.contains(&stage))
            })
        };
        match is {
            Is::Pending => standing(Standing::Pending),
            Is::Accepted => standing(Standing::Accepted),
            Is::Declined => standing(Standing::Declined),
            Is::Withdrawn => standing(Standing::Withdrawn),
            Is::Expired => standing(Standing::Expired),
            Is::Reported => standing(Standing::Reported),
            Is::Ignored => standing(Standing::Ignored),
            Is::NoLongerListed => standing(Standing::NoLongerListed),
            Is::Sent => self.any(|request| request.direction == Direction::Sent),
            Is::Received => self.any(|request| request.direction == Direction::Received),
            Is::Fresh => stage(&[Stage::New, Stage::Fresh]),
            Is::Quiet => stage(&[Stage::Quiet]),
            Is::Stale => stage(&[Stage::Stale]),
            Is::Snoozed => self.any(|request| request.snoozed(self.today)),
            Is::Connected => self.contact.connected(),
            Is::Archived => self.contact.archived,
            Is::Closed => self.contact.is(Flag::Closed),
            Is::Gone => self.contact.gone_on.is_some(),
        }
    }

    fn any(&self, wanted: impl Fn(&Request) -> bool) -> bool {
        match self.request {
            Some(request) => wanted(request),
            None => self.network.requests_of(self.contact.id).any(|request| wanted(request)),
        }
    }
}
