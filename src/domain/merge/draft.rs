//! A table under revision: the records that are known, those that an import edits, those that it adds.

use std::collections::BTreeMap;

use crate::domain::change::Edit;
use crate::domain::record::Record;
use crate::domain::table::Table;

/// A table with edits that are not made yet.
pub(super) struct Draft<'a, T: Record> {
    known: &'a Table<T>,
    edited: BTreeMap<T::Id, T>,
    added: Vec<T>,
}

impl<'a, T: Record> Draft<'a, T> {
    pub(super) fn new(known: &'a Table<T>) -> Self {
        Self { known, edited: BTreeMap::new(), added: Vec::new() }
    }

    /// The record as it would be. Numbers come from this draft or its table, so it is there.
    pub(super) fn get(&self, id: T::Id) -> &T {
        if let Some(at) = self.place_of_new(id) {
            return &self.added[at];
        }
        self.edited.get(&id).unwrap_or_else(|| self.known.get(id).expect("the number is of a known record"))
    }

    /// The record, to be edited.
    pub(super) fn edit(&mut self, id: T::Id) -> &mut T {
        if let Some(at) = self.place_of_new(id) {
            return &mut self.added[at];
        }
        self.edited
            .entry(id)
            .or_insert_with(|| T::clone(self.known.get(id).expect("the number is of a known record")))
    }

    pub(super) fn add(&mut self, make: impl FnOnce(T::Id) -> T) -> T::Id {
        let id = self.known.fresh(self.added.len() as u32);
        self.added.push(make(id));
        id
    }

    pub(super) fn is_new(&self, id: T::Id) -> bool {
        self.place_of_new(id).is_some()
    }

    /// Whether a known record would be another than it is.
    pub(super) fn is_changed(&self, id: T::Id) -> bool {
        self.edited.get(&id).is_some_and(|after| self.known.get(id).is_some_and(|before| **before != *after))
    }

    /// All records as they would be, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        let known = self.known.iter().map(|row| self.edited.get(&row.id()).unwrap_or(row));
        known.chain(&self.added)
    }

    /// The records that are added.
    pub(super) fn added(&self) -> &[T] {
        &self.added
    }

    /// What makes the draft true: edits that change something, then additions.
    pub(super) fn into_edits(self) -> impl Iterator<Item = Edit<T>> {
        let known = self.known;
        let edits = self.edited.into_iter().filter_map(move |(id, after)| {
            let before = known.get(id)?;
            (**before != after).then(|| Edit::turn(before, after))
        });
        edits.chain(self.added.into_iter().map(Edit::add))
    }

    fn place_of_new(&self, id: T::Id) -> Option<usize> {
        let (number, first): (u32, u32) = (id.into(), self.known.fresh(0).into());
        number.checked_sub(first).map(|at| at as usize)
    }
}
