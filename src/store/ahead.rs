//! What the book knows and its caller may not know yet.
//!
//! Saving is queued: while the answer "somebody else wrote, here is the network" is on its way, more batches may come
//! that were made on the old one. They are fitted to the truth, which is kept here until the caller says that it caught
//! up.

use std::collections::HashSet;
use std::hash::Hash;

use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId, RunId, SignId, TouchId};
use crate::domain::network::Network;
use crate::domain::record::Record;
use crate::domain::refusal::Refusal;

/// The truth, and the numbers that mean something else to the caller.
#[derive(Debug)]
pub(super) struct Ahead {
    pub(super) network: Network,
    others: Others,
}

/// Numbers that the caller gave, and that are somebody else's or nobody's in the book.
#[derive(Debug, Default)]
struct Others {
    contacts: HashSet<ContactId>,
    requests: HashSet<RequestId>,
    signs: HashSet<SignId>,
    touches: HashSet<TouchId>,
    notes: HashSet<NoteId>,
    decisions: HashSet<DecisionId>,
    runs: HashSet<RunId>,
    facts: HashSet<FactId>,
    drafts: HashSet<DraftId>,
}

impl Ahead {
    /// Reads the truth anew; the caller's numbers still mean what they meant.
    pub(super) fn renew(slot: &mut Option<Self>, network: Network) {
        match slot {
            Some(ahead) => ahead.network = network,
            None => *slot = Some(Self { network, others: Others::default() }),
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
        let others = &mut self.others;
        for pair in old.changes.iter().zip(&new.changes) {
            match pair {
                (Change::Contact(old), Change::Contact(new)) => others.contacts.extend(renamed(old, new)),
                (Change::Request(old), Change::Request(new)) => others.requests.extend(renamed(old, new)),
                (Change::Sign(old), Change::Sign(new)) => others.signs.extend(renamed(old, new)),
                (Change::Touch(old), Change::Touch(new)) => others.touches.extend(renamed(old, new)),
                (Change::Note(old), Change::Note(new)) => others.notes.extend(renamed(old, new)),
                (Change::Decision(old), Change::Decision(new)) => others.decisions.extend(renamed(old, new)),
                (Change::Run(old), Change::Run(new)) => others.runs.extend(renamed(old, new)),
                (Change::Fact(old), Change::Fact(new)) => others.facts.extend(renamed(old, new)),
                (Change::Draft(old), Change::Draft(new)) => others.drafts.extend(renamed(old, new)),
                // A rule has a name, not a number, and renumbering keeps each change of its kind.
                (_, _) => {}
            }
        }
    }

    /// Whether it edits a record whose number means another one here, or adds something to one.
    fn means_another(&self, change: &Change) -> bool {
        let others = &self.others;
        let contact = |id: &ContactId| others.contacts.contains(id);
        let request = |id: &RequestId| others.requests.contains(id);
        match change {
            Change::Profile { .. } | Change::Mute { .. } | Change::Rule { .. } => false,
            Change::Fact(edit) => {
                edits(edit, &others.facts)
                    || added(edit).is_some_and(|f| f.contact.as_ref().is_some_and(contact))
            }
            Change::Draft(edit) => {
                edits(edit, &others.drafts) || added(edit).is_some_and(|d| contact(&d.contact))
            }
            Change::Contact(edit) => edits(edit, &others.contacts),
            Change::Request(edit) => {
                edits(edit, &others.requests) || added(edit).is_some_and(|r| contact(&r.contact))
            }
            Change::Sign(edit) => {
                edits(edit, &others.signs) || added(edit).is_some_and(|s| request(&s.request))
            }
            Change::Touch(edit) => {
                edits(edit, &others.touches)
                    || added(edit).is_some_and(|t| t.contact.as_ref().is_some_and(contact))
            }
            Change::Note(edit) => {
                edits(edit, &others.notes) || added(edit).is_some_and(|n| contact(&n.contact))
            }
            Change::Decision(edit) => {
                edits(edit, &others.decisions)
                    || added(edit).is_some_and(|d| {
                        contact(&d.contact)
                            || d.other.as_ref().is_some_and(contact)
                            || d.request.as_ref().is_some_and(request)
                    })
            }
            Change::Run(edit) => {
                edits(edit, &others.runs) || added(edit).is_some_and(|run| run.listed.iter().any(request))
            }
        }
    }
}

fn edits<T: Record<Id: Hash>>(edit: &Edit<T>, others: &HashSet<T::Id>) -> bool {
    edit.before.as_ref().is_some_and(|before| others.contains(&before.id()))
}

fn added<T>(edit: &Edit<T>) -> Option<&T> {
    if edit.before.is_none() { edit.after.as_deref() } else { None }
}

fn renamed<T: Record>(old: &Edit<T>, new: &Edit<T>) -> Option<T::Id> {
    let (old, new) = (added(old)?.id(), added(new)?.id());
    (old != new).then_some(old)
}
