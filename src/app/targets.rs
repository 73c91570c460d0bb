//! What a verb is about: what is marked, else what is under the cursor.

use std::sync::Arc;

use super::action::Screen;
use super::state::{Focus, State};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::Request;

impl State {
    /// The requests that a verb is about: the marked ones, else the one under the cursor.
    pub fn requests(&self) -> Vec<RequestId> {
        match self.screen {
            Screen::Today => self.today.list.targets().iter().filter_map(|item| item.request()).collect(),
            Screen::Pending => self.pending.list.targets(),
            Screen::Contacts | Screen::Compose => {
                self.contacts().iter().filter_map(|id| self.request_of(*id)).map(|r| r.id).collect()
            }
            Screen::Insights | Screen::You => Vec::new(),
        }
    }

    /// The contacts that a verb is about, each once.
    pub fn contacts(&self) -> Vec<ContactId> {
        let mut contacts: Vec<ContactId> = match self.screen {
            Screen::Today => {
                self.today.list.targets().iter().filter_map(|item| item.contact(&self.network)).collect()
            }
            Screen::Pending => {
                let requests = self.pending.list.targets();
                requests.iter().filter_map(|id| self.network.requests.get(*id).map(|r| r.contact)).collect()
            }
            Screen::Contacts => {
                self.contacts.list.targets().iter().filter_map(|row| row.contact(&self.network)).collect()
            }
            Screen::Compose if self.compose.writing.is_some() => self.written_to().into_iter().collect(),
            Screen::Compose => {
                let drafts = self.compose.list.targets();
                drafts
                    .iter()
                    .filter_map(|id| self.network.drafts.get(*id).map(|draft| draft.contact))
                    .collect()
            }
            Screen::Insights | Screen::You => Vec::new(),
        };
        let mut seen = std::collections::BTreeSet::new();
        contacts.retain(|id| seen.insert(*id));
        contacts
    }

    /// Whether a verb on people would be about anybody.
    pub fn has_contacts(&self) -> bool {
        let known = |id: Option<ContactId>| id.is_some();
        match self.screen {
            Screen::Today => self.today.list.any_target(|item| known(item.contact(&self.network))),
            Screen::Pending => self.pending.list.any_target(|id| self.network.requests.get(id).is_some()),
            Screen::Contacts => self.contacts.list.any_target(|row| known(row.contact(&self.network))),
            Screen::Compose => self.written_to().is_some(),
            Screen::Insights | Screen::You => false,
        }
    }

    /// Whether a verb on requests would be about any.
    pub fn has_requests(&self) -> bool {
        match self.screen {
            Screen::Today => self.today.list.any_target(|item| item.request().is_some()),
            Screen::Pending => self.pending.list.any_target(|_| true),
            Screen::Contacts => self
                .contacts
                .list
                .any_target(|row| row.contact(&self.network).is_some_and(|id| self.request_of(id).is_some())),
            Screen::Compose => self.written_to().is_some_and(|id| self.request_of(id).is_some()),
            Screen::Insights | Screen::You => false,
        }
    }

    /// To whom the message is that is open or under the cursor.
    fn written_to(&self) -> Option<ContactId> {
        match &self.compose.writing {
            Some(writing) => Some(writing.contact),
            None => self.network.drafts.get(self.compose.list.current()?).map(|draft| draft.contact),
        }
    }

    /// Those of the requests that wait.
    pub fn pending_of(&self, requests: &[RequestId]) -> Vec<RequestId> {
        let pending = |id: &RequestId| self.network.requests.get(*id).is_some_and(|r| r.pending());
        requests.iter().copied().filter(pending).collect()
    }

    /// The request of a contact that a verb means: the one that waits, else the newest.
    pub fn request_of(&self, contact: ContactId) -> Option<&Arc<Request>> {
        let pending = self.network.requests_of(contact).rev().find(|r| r.pending());
        pending.or_else(|| self.network.requests_of(contact).max_by_key(|r| (r.sent_on, r.id)))
    }

    /// The contact under the cursor.
    pub fn current_contact(&self) -> Option<&Arc<Contact>> {
        let id = match self.screen {
            Screen::Today => self.today.list.current()?.contact(&self.network)?,
            Screen::Pending => self.network.requests.get(self.pending.list.current()?)?.contact,
            Screen::Contacts => self.contacts.list.current()?.contact(&self.network)?,
            Screen::Compose => self.written_to()?,
            Screen::Insights | Screen::You => return None,
        };
        self.network.contact(id)
    }

    /// Whether editing is about notes: the page of a contact that has some has the keys.
    pub fn edits_notes(&self) -> bool {
        self.focus == Focus::Detail
            && self
                .current_contact()
                .is_some_and(|contact| self.network.notes_of(contact.id).next().is_some())
    }

    /// The request under the cursor.
    pub fn current_request(&self) -> Option<&Arc<Request>> {
        match self.screen {
            Screen::Today => self.network.requests.get(self.today.list.current()?.request()?),
            Screen::Pending => self.network.requests.get(self.pending.list.current()?),
            Screen::Contacts | Screen::Compose => self.request_of(self.current_contact()?.id),
            Screen::Insights | Screen::You => None,
        }
    }
}
