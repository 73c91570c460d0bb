//! What the book knows and its caller may not know yet.
//!
//! Saving is queued: while the answer "somebody else wrote, here is the network" is on its way, more batches may come
//! that were made on the old one. They are fitted to the truth, which is kept here until the caller says that it caught
//! up.

use std::collections::HashSet;

use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;

/// The truth, and the numbers that mean something else to the caller.
#[derive(Debug)]
pub(super) struct Ahead {
    pub(super) network: Network,
    contacts: HashSet<ContactId>,
    requests: HashSet<RequestId>,
}

impl Ahead {
    /// Reads the truth anew; the caller's numbers still mean what they meant.
    pub(super) fn renew(slot: &mut Option<Self>, network: Network) {
        match slot {
            Some(ahead) => ahead.network = network,
            None => *slot = Some(Self { network, contacts: HashSet::new(), requests: HashSet::new() }),
        }
    }

    /// Applies a batch to the truth, with new numbers for what it adds where its own are taken.
    pub(super) fn fit(&mut self, batch: &Batch, moved: bool) -> Result<Batch, Refusal> {
        if batch.changes.iter().any(|change| self.means_another(change)) {
            return Err(Refusal::new(
                "it was written down under another number meanwhile, please do it again",
            ));
        }
        // An undo puts back what had its number before; nothing may go by that name twice.
        if batch.undoes.is_some() {
            return self.network.apply(batch.clone());
        }
        if !moved && let Ok(done) = self.network.apply(batch.clone()) {
            return Ok(done);
        }
        let renumbered = self.network.renumbered(batch);
        if renumbered == *batch {
            return self.network.apply(batch.clone());
        }
        self.remember(batch, &renumbered);
        self.network.apply(renumbered)
    }

    fn remember(&mut self, old: &Batch, new: &Batch) {
        for pair in old.changes.iter().zip(&new.changes) {
            // Nothing refers to the other records by number.
            if let (Change::Contact(old), Change::Contact(new)) = pair {
                self.contacts.extend(renamed(old, new, |contact| contact.id));
            }
            if let (Change::Request(old), Change::Request(new)) = pair {
                self.requests.extend(renamed(old, new, |request| request.id));
            }
        }
    }

    /// Whether it adds something to a record whose number means another one here.
    fn means_another(&self, change: &Change) -> bool {
        let contact = |id: &ContactId| self.contacts.contains(id);
        let request = |id: &RequestId| self.requests.contains(id);
        match change {
            Change::Contact(_) | Change::Rule { .. } => false,
            Change::Request(edit) => added(edit).is_some_and(|r| contact(&r.contact)),
            Change::Sign(edit) => added(edit).is_some_and(|s| request(&s.request)),
            Change::Touch(edit) => added(edit).is_some_and(|t| t.contact.as_ref().is_some_and(contact)),
            Change::Note(edit) => added(edit).is_some_and(|n| contact(&n.contact)),
            Change::Decision(edit) => added(edit).is_some_and(|d| {
                contact(&d.contact)
                    || d.other.as_ref().is_some_and(contact)
                    || d.request.as_ref().is_some_and(request)
            }),
            Change::Run(edit) => added(edit).is_some_and(|run| run.listed.iter().any(request)),
        }
    }
}

fn added<T>(edit: &Edit<T>) -> Option<&T> {
    if edit.before.is_none() { edit.after.as_deref() } else { None }
}

fn renamed<T, K: PartialEq>(old: &Edit<T>, new: &Edit<T>, id: impl Fn(&T) -> K) -> Option<K> {
    let (old, new) = (id(added(old)?), id(added(new)?));
    (old != new).then_some(old)
}
