//! Records in the order of their numbers, shared: a copy of a table costs a pointer a row.

use std::sync::Arc;

use super::record::Record;

/// Records in the order of their numbers.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<Arc<T>>,
    // The highest number that was ever given here; numbers are never reused.
    last: u32,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), last: 0 }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    /// Compares the records; which numbers were given before does not count.
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<T: Record> Table<T> {
    /// A table from rows in the order of their numbers; `last` is the highest number ever given.
    pub fn from_sorted(rows: Vec<T>, last: u32) -> Self {
        debug_assert!(rows.is_sorted_by_key(Record::id), "rows come in order");
        let last = rows.last().map_or(last, |row| last.max(row.id().into()));
        Self { rows: rows.into_iter().map(Arc::new).collect(), last }
    }

    /// The record of this number.
    pub fn get(&self, id: T::Id) -> Option<&Arc<T>> {
        self.place(id).ok().map(|at| &self.rows[at])
    }

    /// Puts a record in its place; one of the same number is replaced.
    pub fn put(&mut self, row: Arc<T>) {
        self.last = self.last.max(row.id().into());
        match self.place(row.id()) {
            Ok(at) => self.rows[at] = row,
            Err(at) => self.rows.insert(at, row),
        }
    }

    /// Takes a record out.
    pub fn take(&mut self, id: T::Id) -> Option<Arc<T>> {
        self.place(id).ok().map(|at| self.rows.remove(at))
    }

    /// The number for a new record, `ahead` numbers after the next free one.
    pub fn fresh(&self, ahead: u32) -> T::Id {
        T::Id::from(self.last + 1 + ahead)
    }

    /// All records in the order of their numbers.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<T>> {
        self.rows.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn place(&self, id: T::Id) -> Result<usize, usize> {
        // Numbers are mostly without gaps, so the record is usually where its number says.
        let number: u32 = id.into();
        let guess = (number as usize).wrapping_sub(1);
        if self.rows.get(guess).is_some_and(|row| row.id() == id) {
            return Ok(guess);
        }
        if self.rows.last().is_some_and(|row| row.id() < id) {
            return Err(self.rows.len());
        }
        self.rows.binary_search_by_key(&id, |row| row.id())
    }
}

impl<'a, T: Record> IntoIterator for &'a Table<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
