//! A window onto rows, the same for every list and page: which of them are shown, and how many lie above and below.

/// A window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first row that is shown.
    pub top: usize,
    /// How many rows are shown at most.
    pub height: usize,
    /// How many rows there are.
    pub count: usize,
}

impl Window {
    /// Onto a list: from `top` on, which is moved as little as needed to show the cursor.
    pub fn follow(top: &mut usize, cursor: usize, count: usize, height: u16) -> Self {
        let height = usize::from(height).max(1);
        *top = (*top).min(count.saturating_sub(height));
        if cursor < *top {
            *top = cursor;
        } else if cursor >= *top + height {
            *top = cursor + 1 - height;
        }
        Self { top: *top, height, count }
    }

    /// Onto a page: from `top` on, or from where its last row is the last one shown.
    pub fn onto(top: usize, count: usize, height: u16) -> Self {
        let height = usize::from(height);
        Self { top: top.min(count.saturating_sub(height)), height, count }
    }

    /// The rows that are shown.
    pub fn rows(self) -> std::ops::Range<usize> {
        self.top..self.count.min(self.top + self.height)
    }

    /// The highest `top` that makes a difference.
    pub fn most(self) -> usize {
        self.count.saturating_sub(self.height)
    }

    /// How many rows lie above and below it.
    pub fn hidden(self) -> (usize, usize) {
        (self.top, self.count - self.rows().end)
    }

    /// What the border says of the rows above and below: `↑ 3`, `↓ 12 more`.
    pub fn signs(self) -> (String, String) {
        signs(self.hidden())
    }
}

/// What a border says of so many rows above and below.
pub fn signs((above, below): (usize, usize)) -> (String, String) {
    let above = if above == 0 { String::new() } else { format!("↑ {above}") };
    let below = if below == 0 { String::new() } else { format!("↓ {below} more") };
    (above, below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_window_is_moved_as_little_as_needed_and_says_what_it_hides() {
        let mut top = 0;
        assert_eq!(Window::follow(&mut top, 7, 20, 5).rows(), 3..8);
        assert_eq!(Window::follow(&mut top, 4, 20, 5).rows(), 3..8);
        let window = Window::follow(&mut top, 2, 20, 5);
        assert_eq!(window.signs(), ("↑ 2".to_owned(), "↓ 13 more".to_owned()));
        assert_eq!(Window::follow(&mut top, 0, 3, 5).signs(), (String::new(), String::new()));
        assert_eq!(Window::onto(99, 20, 5).hidden(), (15, 0));
    }

    proptest! {
        #[test]
        fn the_cursor_is_in_sight_and_every_row_is_counted(
            moves in prop::collection::vec((0usize..60, 1usize..60, 1u16..20), 1..20)
        ) {
            let mut top = 0;
            for (cursor, count, height) in moves {
                let cursor = cursor.min(count - 1);
                let window = Window::follow(&mut top, cursor, count, height);
                prop_assert!(window.rows().contains(&cursor));
                let (above, below) = window.hidden();
                prop_assert_eq!(above + window.rows().len() + below, count);
            }
        }
    }
}
