//! New numbers for what a batch adds, where another instance has taken its own meanwhile.

use std::collections::HashMap;
use std::sync::Arc;

use super::batch::Batch;
use super::change::{Change, Edit};
use super::contact::Contact;
use super::decision::Decision;
use super::draft::Draft;
use super::fact::Fact;
use super::network::Network;
use super::note::Note;
use super::record::Record;
use super::request::Request;
use super::run::Run;
use super::sign::Sign;
use super::table::Table;
use super::touch::Touch;

impl Network {
    /// Gives the records that a batch adds new numbers where another instance has taken theirs meanwhile.
    #[must_use]
    pub fn renumbered(&self, batch: &Batch) -> Batch {
        let mut ids = NewIds::default();
        for change in &batch.changes {
            match change {
                Change::Contact(edit) => ids.contacts.note(&self.contacts, edit),
                Change::Request(edit) => ids.requests.note(&self.requests, edit),
                Change::Sign(edit) => ids.signs.note(&self.signs, edit),
                Change::Touch(edit) => ids.touches.note(&self.touches, edit),
                Change::Note(edit) => ids.notes.note(&self.notes, edit),
                Change::Decision(edit) => ids.decisions.note(&self.decisions, edit),
                Change::Run(edit) => ids.runs.note(&self.runs, edit),
                Change::Fact(edit) => ids.facts.note(&self.facts, edit),
                Change::Draft(edit) => ids.drafts.note(&self.drafts, edit),
                // These have names, not numbers.
                Change::Profile { .. } | Change::Mute { .. } | Change::Rule { .. } => {}
            }
        }
        let changes = batch.changes.iter().map(|change| ids.change(change)).collect();
        Batch { changes, ..batch.clone() }
    }
}

struct Renumber<T: Record> {
    new: HashMap<u32, T::Id>,
    taken: u32,
}

impl<T: Record> Default for Renumber<T> {
    fn default() -> Self {
        Self { new: HashMap::new(), taken: 0 }
    }
}

impl<T: Record> Renumber<T> {
    fn note(&mut self, table: &Table<T>, edit: &Edit<T>) {
        if let (None, Some(after)) = (&edit.before, &edit.after) {
            self.new.insert(after.id().into(), table.fresh(self.taken));
            self.taken += 1;
        }
    }

    fn id(&self, id: T::Id) -> T::Id {
        self.new.get(&id.into()).copied().unwrap_or(id)
    }

    fn edit(&self, edit: &Edit<T>, references: impl Fn(&mut T)) -> Edit<T> {
        let renumber = |record: &Arc<T>| {
            let mut record = T::clone(record);
            record.set_id(self.id(record.id()));
            references(&mut record);
            Arc::new(record)
        };
        Edit { before: edit.before.as_ref().map(renumber), after: edit.after.as_ref().map(renumber) }
    }
}

#[derive(Default)]
struct NewIds {
    contacts: Renumber<Contact>,
    requests: Renumber<Request>,
    signs: Renumber<Sign>,
    touches: Renumber<Touch>,
    notes: Renumber<Note>,
    decisions: Renumber<Decision>,
    runs: Renumber<Run>,
    facts: Renumber<Fact>,
    drafts: Renumber<Draft>,
}

impl NewIds {
    fn change(&self, change: &Change) -> Change {
        match change {
            Change::Contact(edit) => Change::Contact(self.contacts.edit(edit, |_| ())),
            Change::Request(edit) => {
                Change::Request(self.requests.edit(edit, |r| r.contact = self.contacts.id(r.contact)))
            }
            Change::Sign(edit) => {
                Change::Sign(self.signs.edit(edit, |s| s.request = self.requests.id(s.request)))
            }
            Change::Touch(edit) => Change::Touch(
                self.touches.edit(edit, |t| t.contact = t.contact.map(|id| self.contacts.id(id))),
            ),
            Change::Note(edit) => {
                Change::Note(self.notes.edit(edit, |n| n.contact = self.contacts.id(n.contact)))
            }
            Change::Decision(edit) => Change::Decision(self.decisions.edit(edit, |d| {
                d.contact = self.contacts.id(d.contact);
                d.other = d.other.map(|id| self.contacts.id(id));
                d.request = d.request.map(|id| self.requests.id(id));
            })),
            Change::Run(edit) => Change::Run(self.runs.edit(edit, |run| {
                for id in &mut run.listed {
                    *id = self.requests.id(*id);
                }
            })),
            Change::Fact(edit) => {
                Change::Fact(self.facts.edit(edit, |f| f.contact = f.contact.map(|id| self.contacts.id(id))))
            }
            Change::Draft(edit) => {
                Change::Draft(self.drafts.edit(edit, |d| d.contact = self.contacts.id(d.contact)))
            }
            Change::Profile { .. } | Change::Mute { .. } | Change::Rule { .. } => change.clone(),
        }
    }
}
