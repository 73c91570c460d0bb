//! A table under revision: the records that are known, those that an import edits, those that it adds. And values
//! beside records, found by the number alone.

use std::sync::Arc;

use crate::domain::change::Edit;
use crate::domain::record::Record;
use crate::domain::table::Table;

/// A table with edits that are not made yet. Nobody else holds the records that it makes.
pub(super) struct Draft<'a, T: Record> {
    known: &'a Table<T>,
    edited: Beside<Option<Arc<T>>>,
    added: Vec<Arc<T>>,
}

impl<'a, T: Record> Draft<'a, T> {
    pub(super) fn new(known: &'a Table<T>) -> Self {
        Self { known, edited: Beside::new(), added: Vec::new() }
    }

    /// The record as it would be. Numbers come from this draft or its table, so it is there.
    pub(super) fn get(&self, id: T::Id) -> &T {
        if let Some(at) = self.place_of_new(id) {
            return &self.added[at];
        }
        match self.edited.get(id) {
            Some(Some(edited)) => edited,
            Some(None) | None => self.known.get(id).expect("the number is of a known record"),
        }
    }

    /// The record, to be edited.
    pub(super) fn edit(&mut self, id: T::Id) -> &mut T {
        let known = self.known;
        let record = match self.place_of_new(id) {
            Some(at) => &mut self.added[at],
            None => self.edited.at(id).get_or_insert_with(|| {
                let known = known.get(id).expect("the number is of a known record");
                Arc::new(T::clone(known))
            }),
        };
        Arc::get_mut(record).expect("nobody else holds it")
    }

    pub(super) fn add(&mut self, make: impl FnOnce(T::Id) -> T) -> T::Id {
        let id = self.known.fresh(self.added.len() as u32);
        self.added.push(Arc::new(make(id)));
        id
    }

    pub(super) fn is_new(&self, id: T::Id) -> bool {
        self.place_of_new(id).is_some()
    }

    /// Whether a known record would be another than it is.
    pub(super) fn is_changed(&self, id: T::Id) -> bool {
        match self.edited.get(id) {
            Some(Some(after)) => self.known.get(id).is_some_and(|before| before != after),
            Some(None) | None => false,
        }
    }

    /// All records as they would be, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        let known =
            self.known.iter().map(|row| self.edited.get(row.id()).and_then(Option::as_ref).unwrap_or(row));
        known.chain(&self.added).map(|row| &**row)
    }

    /// What makes the draft true: edits that change something, then additions.
    pub(super) fn into_edits(self) -> impl Iterator<Item = Edit<T>> {
        let known = self.known;
        let edits = self.edited.into_iter().filter_map(move |(id, after)| {
            let (before, after) = (known.get(id)?, after?);
            (*before != after).then(|| Edit { before: Some(Arc::clone(before)), after: Some(after) })
        });
        edits.chain(self.added.into_iter().map(|added| Edit { before: None, after: Some(added) }))
    }

    fn place_of_new(&self, id: T::Id) -> Option<usize> {
        let (number, first): (u32, u32) = (id.into(), self.known.fresh(0).into());
        number.checked_sub(first).map(|at| at as usize)
    }
}

/// A value beside each record of a table. Numbers are small and mostly without gaps, so no hashing is needed.
pub(super) struct Beside<V>(Vec<V>);

impl<V: Default> Beside<V> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn get(&self, id: impl Into<u32>) -> Option<&V> {
        self.0.get(id.into() as usize)
    }

    pub(super) fn at(&mut self, id: impl Into<u32>) -> &mut V {
        let at = id.into() as usize;
        if at >= self.0.len() {
            self.0.resize_with(at + 1, V::default);
        }
        &mut self.0[at]
    }

    /// The numbers, in order.
    pub(super) fn ids<Id: From<u32>>(&self) -> impl Iterator<Item = Id> + use<Id, V> {
        (0..self.0.len() as u32).map(Id::from)
    }

    /// The values with their numbers, in order.
    pub(super) fn into_iter<Id: From<u32>>(self) -> impl Iterator<Item = (Id, V)> {
        (0..).map(Id::from).zip(self.0)
    }

    /// The same, borrowed.
    pub(super) fn iter<Id: From<u32>>(&self) -> impl Iterator<Item = (Id, &V)> {
        (0..).map(Id::from).zip(&self.0)
    }
}
