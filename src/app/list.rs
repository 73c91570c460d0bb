//! A list with a cursor and marks. The cursor stays on its row when rows come and go around it.

use std::collections::BTreeSet;

/// Rows, a cursor and marks. The window onto it is the screen's matter.
#[derive(Clone, Debug)]
pub struct List<T> {
    rows: Vec<T>,
    cursor: usize,
    marks: BTreeSet<T>,
    // How many of the marked rows a filter hides.
    hidden: usize,
    // Where `v` was pressed: rows between there and the cursor become marked.
    range_from: Option<usize>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), cursor: 0, marks: BTreeSet::new(), hidden: 0, range_from: None }
    }
}

impl<T: Copy + Ord> List<T> {
    /// New rows. The cursor follows its row; where that is gone it goes to the next that was below it and is still
    /// there, else to the last. Marks go with their rows.
    pub fn set_rows(&mut self, rows: Vec<T>) {
        self.narrow(rows);
        self.forget_hidden(|_| false);
    }

    /// The same while a filter is typed: marks stay, also on rows that it hides.
    pub fn narrow(&mut self, rows: Vec<T>) {
        if self.rows.get(self.cursor) != rows.get(self.cursor) {
            self.cursor = self.place_among(&rows);
        }
        self.rows = rows;
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.range_from = None;
        self.hidden = match self.marks.len() {
            0 => 0,
            marks => marks - self.rows.iter().filter(|row| self.marks.contains(row)).count(),
        };
    }

    /// Takes the marks off the rows that are not shown, but for those that only a filter hides.
    pub fn forget_hidden(&mut self, only_filtered: impl Fn(T) -> bool) {
        if self.hidden > 0 {
            let shown: BTreeSet<T> =
                self.rows.iter().copied().filter(|row| self.marks.contains(row)).collect();
            self.marks.retain(|row| shown.contains(row) || only_filtered(*row));
            self.hidden = self.marks.len() - shown.len();
        }
    }

    fn place_among(&self, rows: &[T]) -> usize {
        let place = |row: T| rows.iter().position(|each| *each == row);
        let Some(current) = self.current() else { return 0 };
        if let Some(at) = place(current) {
            return at;
        }
        let there: BTreeSet<T> = rows.iter().copied().collect();
        let below = self.rows.iter().skip(self.cursor).find(|row| there.contains(row));
        below.copied().and_then(place).unwrap_or(rows.len())
    }

    /// The rows, top to bottom.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// The place of the cursor; 0 where there is no row.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<T> {
        self.rows.get(self.cursor).copied()
    }

    /// Moves the cursor by this many rows; it stops at the ends.
    pub fn step(&mut self, rows: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(rows).min(last);
    }

    /// Moves the cursor to the first row.
    pub fn top(&mut self) {
        self.cursor = 0;
    }

    /// Moves the cursor to the last row.
    pub fn bottom(&mut self) {
        self.cursor = self.rows.len().saturating_sub(1);
    }

    /// Moves the cursor to this row, where it is there.
    pub fn go_to(&mut self, row: T) -> bool {
        let place = self.rows.iter().position(|each| *each == row);
        self.cursor = place.unwrap_or(self.cursor);
        place.is_some()
    }

    /// Moves the cursor to the first row of which this is true, where there is one.
    pub fn go_to_first(&mut self, of: impl Fn(T) -> bool) {
        self.cursor = self.rows.iter().position(|row| of(*row)).unwrap_or(self.cursor);
    }

    /// Marks the row under the cursor, or takes the mark off, and moves down.
    pub fn mark(&mut self) {
        if let Some(row) = self.current() {
            if !self.marks.remove(&row) {
                self.marks.insert(row);
            }
            self.step(1);
        }
    }

    /// Begins a range here; the second time, marks everything from there to here.
    pub fn range(&mut self) -> bool {
        match self.range_from.take() {
            None => {
                self.range_from = Some(self.cursor);
                true
            }
            Some(from) => {
                let (first, last) = (from.min(self.cursor), from.max(self.cursor));
                let between = self.rows.iter().skip(first).take(last - first + 1);
                self.marks.extend(between.copied());
                false
            }
        }
    }

    /// Marks every row; where all are marked already, takes all marks off.
    pub fn mark_all(&mut self) {
        if self.hidden + self.rows.len() == self.marks.len() {
            self.marks.clear();
            self.hidden = 0;
        } else {
            self.marks.extend(self.rows.iter().copied());
        }
    }

    /// Takes all marks off; whether there were any, or a range was begun.
    pub fn clear_marks(&mut self) -> bool {
        let had = !self.marks.is_empty() || self.range_from.is_some();
        self.marks.clear();
        self.hidden = 0;
        self.range_from = None;
        had
    }

    /// Whether the row is marked, or lies in the range that was begun.
    pub fn marked(&self, at: usize) -> bool {
        let in_range = self.range_from.is_some_and(|from| {
            let (first, last) = (from.min(self.cursor), from.max(self.cursor));
            (first..=last).contains(&at)
        });
        in_range || self.rows.get(at).is_some_and(|row| self.marks.contains(row))
    }

    /// How many rows are marked.
    pub fn marks(&self) -> usize {
        self.marks.len()
    }

    /// How many are marked, in words; nothing where none is.
    pub fn marks_in_words(&self) -> Option<String> {
        match (self.marks.len(), self.hidden) {
            (0, _) => None,
            (marks, 0) => Some(format!("{marks} marked")),
            (marks, hidden) => Some(format!("{marks} marked, {hidden} not shown")),
        }
    }

    /// Whether this is true of anything that a verb would be about.
    pub fn any_target(&self, is: impl Fn(T) -> bool) -> bool {
        match self.range_from {
            None if self.marks.is_empty() => self.current().is_some_and(is),
            None => self.marks.iter().any(|row| is(*row)),
            Some(_) => self.targets().into_iter().any(is),
        }
    }

    /// What a verb is about: the marked rows in their order, those that a filter hides last; else the row under the
    /// cursor.
    pub fn targets(&self) -> Vec<T> {
        if self.marks.is_empty() && self.range_from.is_none() {
            return self.current().into_iter().collect();
        }
        let shown = (0..self.rows.len()).filter(|at| self.marked(*at)).map(|at| self.rows[at]);
        let mut targets: Vec<T> = shown.collect();
        if self.hidden > 0 {
            let there: BTreeSet<T> = self.rows.iter().copied().collect();
            targets.extend(self.marks.difference(&there));
        }
        targets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(rows: &[u32]) -> List<u32> {
        let mut list = List::default();
        list.set_rows(rows.to_vec());
        list
    }

    #[test]
    fn the_cursor_follows_its_row_and_goes_to_the_next_where_it_is_gone() {
        let mut list = list(&[1, 2, 3, 4]);
        list.go_to(3);
        list.set_rows(vec![9, 1, 2, 3, 4]);
        assert_eq!(list.current(), Some(3));
        list.set_rows(vec![9, 1, 2, 4]);
        assert_eq!(list.current(), Some(4));
        list.set_rows(vec![9]);
        assert_eq!(list.current(), Some(9));
        list.set_rows(vec![]);
        assert_eq!(list.current(), None);
    }

    #[test]
    fn a_range_marks_both_ways_and_marks_go_with_their_rows() {
        let mut list = list(&[1, 2, 3, 4]);
        list.go_to(3);
        assert!(list.range());
        list.step(-1);
        assert_eq!(list.targets(), [2, 3]);
        assert!(!list.range());
        list.mark_all();
        assert_eq!(list.marks(), 4);
        list.set_rows(vec![2, 5]);
        assert_eq!(list.targets(), [2]);
        assert!(list.clear_marks());
        assert!(!list.clear_marks());
    }

    #[test]
    fn after_a_bulk_the_cursor_is_on_the_next_row_that_is_left() {
        let mut list = list(&[1, 2, 3, 4, 5]);
        list.go_to(3);
        list.set_rows(vec![1, 4, 5]);
        assert_eq!(list.current(), Some(4), "a row above went too");
        list.go_to(5);
        list.set_rows(vec![1, 4]);
        assert_eq!(list.current(), Some(4), "nothing is left below");
    }

    #[test]
    fn a_filter_hides_marked_rows_and_a_verb_is_about_them_all_the_same() {
        let mut list = list(&[1, 2, 3, 4]);
        list.mark();
        list.narrow(vec![4]);
        list.mark();
        assert_eq!((list.targets(), list.hidden), (vec![4, 1], 1));
        list.mark_all();
        assert_eq!(list.targets(), Vec::<u32>::from([4]), "all that is shown was marked: no mark is left");
        list.mark_all();
        list.narrow(vec![1, 2]);
        list.mark_all();
        assert_eq!(list.targets(), [1, 2, 4]);
        list.set_rows(vec![2, 3]);
        assert_eq!(list.targets(), [2]);
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_on_a_row(steps in prop::collection::vec((0u8..6, -9isize..9), 0..40)) {
            let mut list = list(&[1, 2, 3]);
            for (what, by) in steps {
                match what {
                    0 => list.step(by),
                    1 => list.mark(),
                    2 => { list.range(); }
                    3 => list.mark_all(),
                    4 => list.set_rows((0..by.unsigned_abs() as u32).collect()),
                    _ => list.bottom(),
                }
                prop_assert_eq!(list.current().is_none(), list.rows().is_empty());
                prop_assert!(list.targets().len() <= list.rows().len());
            }
        }
    }
}
