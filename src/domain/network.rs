//! The whole network in memory, and the one way to change it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::batch::Batch;
use super::change::{Change, Edit};
use super::contact::Contact;
use super::decision::Decision;
use super::draft::Draft;
use super::fact::Fact;
use super::id::{ContactId, DraftId, FactId, NoteId, RequestId, SignId, TouchId};
use super::note::Note;
use super::profile::Profile;
use super::record::Record;
use super::refusal::Refusal;
use super::request::Request;
use super::rules::Rules;
use super::run::Run;
use super::sign::Sign;
use super::table::Table;
use super::touch::Touch;

/// Everything the book holds but the journal. Records are shared, so a copy is cheap.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// People.
    pub contacts: Table<Contact>,
    /// Requests, both directions.
    pub requests: Table<Request>,
    /// Signs on requests.
    pub signs: Table<Sign>,
    /// Touches.
    pub touches: Table<Touch>,
    /// Notes.
    pub notes: Table<Note>,
    /// What imports left open.
    pub decisions: Table<Decision>,
    /// Imports, in the order they were done.
    pub runs: Table<Run>,
    /// What messages can use, and what the user has to offer.
    pub facts: Table<Fact>,
    /// Messages that are being written.
    pub drafts: Table<Draft>,
    /// The user's own profile.
    pub profile: Profile,
    /// The ids of the tips that are switched off for good.
    pub muted: BTreeSet<String>,
    /// Rules.
    pub rules: Rules,
    requests_of: BTreeSet<(ContactId, RequestId)>,
    touches_of: BTreeSet<(ContactId, TouchId)>,
    notes_of: BTreeSet<(ContactId, NoteId)>,
    signs_of: BTreeSet<(RequestId, SignId)>,
    facts_of: BTreeSet<(ContactId, FactId)>,
    drafts_of: BTreeSet<(ContactId, DraftId)>,
}

impl PartialEq for Network {
    /// Two networks are equal when they hold the same records; the indexes follow from them.
    fn eq(&self, other: &Self) -> bool {
        self.contacts == other.contacts
            && self.requests == other.requests
            && self.signs == other.signs
            && self.touches == other.touches
            && self.notes == other.notes
            && self.decisions == other.decisions
            && self.runs == other.runs
            && self.facts == other.facts
            && self.drafts == other.drafts
            && self.profile == other.profile
            && self.muted == other.muted
            && self.rules == other.rules
    }
}

/// The records that a book is read into, each in the order of its numbers.
#[derive(Debug, Default)]
pub struct Tables {
    /// People.
    pub contacts: Table<Contact>,
    /// Requests.
    pub requests: Table<Request>,
    /// Signs.
    pub signs: Table<Sign>,
    /// Touches.
    pub touches: Table<Touch>,
    /// Notes.
    pub notes: Table<Note>,
    /// Items to decide.
    pub decisions: Table<Decision>,
    /// Imports.
    pub runs: Table<Run>,
    /// Facts and offers.
    pub facts: Table<Fact>,
    /// Drafts.
    pub drafts: Table<Draft>,
    /// The user's own profile.
    pub profile: Profile,
    /// Tips that are switched off for good.
    pub muted: BTreeSet<String>,
    /// Rules.
    pub rules: Rules,
}

impl From<Tables> for Network {
    fn from(tables: Tables) -> Self {
        let requests_of = tables.requests.iter().map(|r| (r.contact, r.id)).collect();
        let touches_of = tables.touches.iter().filter_map(|t| Some((t.contact?, t.id))).collect();
        let notes_of = tables.notes.iter().map(|n| (n.contact, n.id)).collect();
        let facts_of = tables.facts.iter().filter_map(|f| Some((f.contact?, f.id))).collect();
        let drafts_of = tables.drafts.iter().map(|d| (d.contact, d.id)).collect();
        let signs_of = tables.signs.iter().map(|s| (s.request, s.id)).collect();
        Self {
            contacts: tables.contacts,
            requests: tables.requests,
            signs: tables.signs,
            touches: tables.touches,
            notes: tables.notes,
            decisions: tables.decisions,
            runs: tables.runs,
            facts: tables.facts,
            drafts: tables.drafts,
            profile: tables.profile,
            muted: tables.muted,
            rules: tables.rules,
            requests_of,
            touches_of,
            notes_of,
            signs_of,
            facts_of,
            drafts_of,
        }
    }
}

impl Network {
    /// The part of it that a forecast is made from, as a copy for another thread.
    #[must_use]
    pub fn for_forecast(&self) -> Self {
        Self {
            contacts: self.contacts.clone(),
            requests: self.requests.clone(),
            signs: self.signs.clone(),
            touches: self.touches.clone(),
            runs: self.runs.clone(),
            rules: self.rules.clone(),
            requests_of: self.requests_of.clone(),
            signs_of: self.signs_of.clone(),
            touches_of: self.touches_of.clone(),
            ..Self::default()
        }
    }

    /// The contact of this number; every record's contact is there.
    pub fn contact(&self, id: ContactId) -> Option<&Arc<Contact>> {
        self.contacts.get(id)
    }

    /// Requests with a contact, in the order of their numbers.
    pub fn requests_of(&self, id: ContactId) -> impl DoubleEndedIterator<Item = &Arc<Request>> {
        self.requests_of
            .range((id, RequestId(0))..=(id, RequestId(u32::MAX)))
            .filter_map(|(_, request)| self.requests.get(*request))
    }

    /// Touches with a contact, in the order of their numbers.
    pub fn touches_of(&self, id: ContactId) -> impl DoubleEndedIterator<Item = &Arc<Touch>> {
        self.touches_of
            .range((id, TouchId(0))..=(id, TouchId(u32::MAX)))
            .filter_map(|(_, touch)| self.touches.get(*touch))
    }

    /// Notes about a contact, in the order of their numbers.
    pub fn notes_of(&self, id: ContactId) -> impl DoubleEndedIterator<Item = &Arc<Note>> {
        self.notes_of
            .range((id, NoteId(0))..=(id, NoteId(u32::MAX)))
            .filter_map(|(_, note)| self.notes.get(*note))
    }

    /// Facts about a contact, in the order of their numbers.
    pub fn facts_of(&self, id: ContactId) -> impl DoubleEndedIterator<Item = &Arc<Fact>> {
        self.facts_of
            .range((id, FactId(0))..=(id, FactId(u32::MAX)))
            .filter_map(|(_, fact)| self.facts.get(*fact))
    }

    /// What the user has to offer, in the order of the numbers.
    pub fn offers(&self) -> impl Iterator<Item = &Arc<Fact>> {
        self.facts.iter().filter(|fact| fact.contact.is_none())
    }

    /// Drafts to a contact, in the order of their numbers.
    pub fn drafts_of(&self, id: ContactId) -> impl DoubleEndedIterator<Item = &Arc<Draft>> {
        self.drafts_of
            .range((id, DraftId(0))..=(id, DraftId(u32::MAX)))
            .filter_map(|(_, draft)| self.drafts.get(*draft))
    }

    /// The draft to a contact that was written last.
    pub fn newest_draft(&self, id: ContactId) -> Option<&Arc<Draft>> {
        self.drafts_of(id).max_by_key(|draft| (draft.at, draft.id))
    }

    /// Signs on a request, in the order of their numbers.
    pub fn signs_of(&self, id: RequestId) -> impl DoubleEndedIterator<Item = &Arc<Sign>> {
        self.signs_of
            .range((id, SignId(0))..=(id, SignId(u32::MAX)))
            .filter_map(|(_, sign)| self.signs.get(*sign))
    }

    /// Applies a batch as a whole, or refuses it and changes nothing. Gives back the batch as it came to pass:
    /// each edit from what was really there to what is there now, which is what has to be saved and undone.
    ///
    /// # Errors
    /// Says what no longer fits: the world moved on between the making of a change and now.
    pub fn apply(&mut self, batch: Batch) -> Result<Batch, Refusal> {
        let mut done = Vec::with_capacity(batch.changes.len());
        for change in batch.changes {
            match self.apply_one(change) {
                Ok(change) => done.push(change),
                Err(refusal) => {
                    for change in done.iter().rev() {
                        let back = self.apply_one(change.inverse());
                        debug_assert!(back.is_ok(), "what was just applied can be taken back");
                    }
                    return Err(refusal);
                }
            }
        }
        Ok(Batch { changes: done, ..batch })
    }

    fn apply_one(&mut self, change: Change) -> Result<Change, Refusal> {
        match change {
            Change::Contact(edit) => {
                if let (Some(before), None) = (&edit.before, &edit.after) {
                    let id = before.id;
                    if self.requests_of(id).next().is_some()
                        || self.touches_of(id).next().is_some()
                        || self.notes_of(id).next().is_some()
                        || self.facts_of(id).next().is_some()
                        || self.drafts_of(id).next().is_some()
                    {
                        return Err(Refusal::new(format!(
                            "something was written down for {} since",
                            before.name()
                        )));
                    }
                }
                edit_table(&mut self.contacts, edit, "contact").map(Change::Contact)
            }
            Change::Request(edit) => {
                self.need_contact(edit.after.as_ref().map(|r| r.contact))?;
                if let (Some(before), None) = (&edit.before, &edit.after)
                    && self.signs_of(before.id).next().is_some()
                {
                    return Err(Refusal::new("a sign was written down for the request since"));
                }
                let edit = edit_table(&mut self.requests, edit, "request")?;
                reindex(&mut self.requests_of, &edit, |r| Some((r.contact, r.id)));
                Ok(Change::Request(edit))
            }
            Change::Sign(edit) => {
                if edit.after.as_ref().is_some_and(|sign| self.requests.get(sign.request).is_none()) {
                    return Err(Refusal::new("the request is no longer there"));
                }
                let edit = edit_table(&mut self.signs, edit, "sign")?;
                reindex(&mut self.signs_of, &edit, |s| Some((s.request, s.id)));
                Ok(Change::Sign(edit))
            }
            Change::Touch(edit) => {
                self.need_contact(edit.after.as_ref().and_then(|t| t.contact))?;
                let edit = edit_table(&mut self.touches, edit, "touch")?;
                reindex(&mut self.touches_of, &edit, |t| Some((t.contact?, t.id)));
                Ok(Change::Touch(edit))
            }
            Change::Note(edit) => {
                self.need_contact(edit.after.as_ref().map(|n| n.contact))?;
                let edit = edit_table(&mut self.notes, edit, "note")?;
                reindex(&mut self.notes_of, &edit, |n| Some((n.contact, n.id)));
                Ok(Change::Note(edit))
            }
            Change::Decision(edit) => {
                edit_table(&mut self.decisions, edit, "item to decide").map(Change::Decision)
            }
            Change::Run(edit) => edit_table(&mut self.runs, edit, "import").map(Change::Run),
            Change::Fact(edit) => {
                self.need_contact(edit.after.as_ref().and_then(|f| f.contact))?;
                let edit = edit_table(&mut self.facts, edit, "fact")?;
                reindex(&mut self.facts_of, &edit, |f| Some((f.contact?, f.id)));
                Ok(Change::Fact(edit))
            }
            Change::Draft(edit) => {
                self.need_contact(edit.after.as_ref().map(|d| d.contact))?;
                let edit = edit_table(&mut self.drafts, edit, "draft")?;
                reindex(&mut self.drafts_of, &edit, |d| Some((d.contact, d.id)));
                Ok(Change::Draft(edit))
            }
            Change::Profile { item, before, after } => {
                if self.profile.checked(item) != before {
                    return Err(Refusal::new(format!("\"{}\" has changed since", item.label())));
                }
                self.profile.set(item, after);
                Ok(Change::Profile { item, before, after })
            }
            Change::Mute { tip, before, after } => {
                if self.muted.contains(&tip) != before {
                    return Err(Refusal::new("the tip has been switched since"));
                }
                if after {
                    self.muted.insert(tip.clone());
                } else {
                    self.muted.remove(&tip);
                }
                Ok(Change::Mute { tip, before, after })
            }
            Change::Rule { key, before, after } => {
                if self.rules.changed(key) != before {
                    return Err(Refusal::new(format!("the rule \"{}\" has changed since", key.text().label)));
                }
                self.rules.set(key, after);
                Ok(Change::Rule { key, before, after })
            }
        }
    }

    fn need_contact(&self, contact: Option<ContactId>) -> Result<(), Refusal> {
        match contact {
            Some(id) if self.contacts.get(id).is_none() => {
                Err(Refusal::new("the contact is no longer there"))
            }
            _ => Ok(()),
        }
    }
}

fn edit_table<T: Record>(table: &mut Table<T>, edit: Edit<T>, what: &str) -> Result<Edit<T>, Refusal> {
    let Some(before) = &edit.before else {
        if let Some(after) = &edit.after {
            if table.get(after.id()).is_some() {
                return Err(Refusal::new(format!("another {what} has this number already")));
            }
            table.put(Arc::clone(after));
        }
        return Ok(edit);
    };
    let Some(now) = table.get(before.id()).cloned() else {
        return Err(Refusal::new(format!("the {what} is no longer there")));
    };
    match &edit.after {
        None if now != *before => Err(Refusal::new(format!("the {what} has changed since"))),
        None => {
            table.take(before.id());
            Ok(edit)
        }
        // The usual case: what the change expects is what is there.
        Some(after) if now == *before => {
            table.put(Arc::clone(after));
            Ok(edit)
        }
        Some(after) => {
            let next = Arc::new(now.shifted(before, after)?);
            table.put(Arc::clone(&next));
            Ok(Edit { before: Some(now), after: Some(next) })
        }
    }
}

fn reindex<T, K: Ord>(index: &mut BTreeSet<K>, edit: &Edit<T>, key: impl Fn(&T) -> Option<K>) {
    let key = |record: &Option<Arc<T>>| record.as_deref().and_then(&key);
    let (old, new) = (key(&edit.before), key(&edit.after));
    if old != new {
        if let Some(key) = old {
            index.remove(&key);
        }
        if let Some(key) = new {
            index.insert(key);
        }
    }
}
