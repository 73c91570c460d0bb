//! Where things stand: tabs, panes, status and hints, for every size from 60x15 on.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::state::{Focus, State};

/// The strips of the screen.
pub struct Rows {
    /// One line of tabs.
    pub tabs: Rect,
    /// The panes.
    pub body: Rect,
    /// What was done lately, where there is room.
    pub lately: Rect,
    /// One line: the last thing done, or the prompt.
    pub status: Rect,
    /// One line of keys.
    pub hints: Rect,
}

/// Cuts the screen into its strips.
pub fn rows(area: Rect, lately: u16) -> Rows {
    let [tabs, body, lately, status, hints] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(lately),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    Rows { tabs, body, lately, status, hints }
}

/// The list and the detail pane; one of them is empty where a pane is zoomed.
pub fn panes(body: Rect, state: &State) -> (Rect, Rect) {
    if state.zoomed {
        return match state.focus {
            Focus::List => (body, Rect::default()),
            Focus::Detail => (Rect::default(), body),
        };
    }
    let list = list_columns(state.size.0).min(body.width);
    let [list, detail] = Layout::horizontal([Constraint::Length(list), Constraint::Min(1)]).areas(body);
    (list, detail)
}

/// How many columns the list's pane has beside the other, or alone.
pub fn list(state: &State) -> u16 {
    if state.zoomed { state.size.0 } else { list_columns(state.size.0) }
}

/// How many columns a list has in a terminal of so many: 49 of 80, 82 of 120 where tags come in, 112 of 200. More
/// columns of the terminal never take one from the list.
fn list_columns(terminal: u16) -> u16 {
    match terminal {
        ..120 => terminal * 49 / 80,
        120..160 => 82 + (terminal - 120) / 4,
        160.. => 92 + (terminal - 160) / 2,
    }
}

/// From how many columns inside a list's pane on it has all its columns: that of a terminal of 120 has them.
pub const WIDE: usize = 76;

/// How many columns the company and the role need at least: less of them says nothing, and goes to the name.
pub const PLACE: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_never_shrinks_as_the_terminal_grows_and_is_wide_from_120_on() {
        for columns in 60..400 {
            let (before, now) = (list_columns(columns), list_columns(columns + 1));
            assert!(before <= now, "{before} then {now} at {columns}");
            assert_eq!(usize::from(before) >= WIDE + 4, columns >= 120, "{before} at {columns}");
        }
        assert_eq!([80, 120, 200].map(list_columns), [49, 82, 112]);
    }
}
