//! Where things stand: tabs, panes, status and hints, for every size from 60x15 on.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::state::{Focus, State};

/// The four strips of the screen.
pub struct Rows {
    /// One line of tabs.
    pub tabs: Rect,
    /// The panes.
    pub body: Rect,
    /// One line: the last thing done, or the prompt.
    pub status: Rect,
    /// One line of keys.
    pub hints: Rect,
}

/// Cuts the screen into its strips.
pub fn rows(area: Rect) -> Rows {
    let [tabs, body, status, hints] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    Rows { tabs, body, status, hints }
}

/// The list and the detail pane; one of them is empty where a pane is zoomed.
pub fn panes(body: Rect, state: &State) -> (Rect, Rect) {
    if state.zoomed {
        return match state.focus {
            Focus::List => (body, Rect::default()),
            Focus::Detail => (Rect::default(), body),
        };
    }
    // 49 of 80, 75 of 120, 112 of 200: the list gets the columns that it can fill.
    let list = match body.width {
        ..120 => body.width * 49 / 80,
        120..160 => body.width * 5 / 8,
        160.. => body.width * 14 / 25,
    };
    let [list, detail] = Layout::horizontal([Constraint::Length(list), Constraint::Min(1)]).areas(body);
    (list, detail)
}
