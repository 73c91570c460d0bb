//! A list of rows: only those in the window are made, the cursor's row has a full-width background.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::View;
use crate::app::action::Screen;
use crate::app::state::{Focus, State};

/// The window onto a list of `count` rows: its first row, moved as little as needed to show the cursor.
pub fn window(view: &mut View, screen: Screen, cursor: usize, count: usize, height: u16) -> usize {
    let height = usize::from(height).max(1);
    let top = view.top(screen);
    *top = (*top).min(count.saturating_sub(height));
    if cursor < *top {
        *top = cursor;
    } else if cursor >= *top + height {
        *top = cursor + 1 - height;
    }
    *top
}

/// Draws the rows in the window; `row` makes the cells of one.
pub fn draw<'a>(
    frame: &mut Frame,
    area: Rect,
    state: &State,
    view: &mut View,
    cursor: usize,
    count: usize,
    mut row: impl FnMut(usize) -> Vec<Span<'a>>,
) {
    let top = window(view, state.screen, cursor, count, area.height);
    for (at, y) in (top..count).zip(area.y..area.bottom()) {
        let mut spans = row(at);
        let line_area = Rect { y, height: 1, ..area };
        if at == cursor {
            view.cursor_line = y;
            let style = view.theme.cursor(state.focus == Focus::List);
            for span in &mut spans {
                // One background for the whole row: on it, a stage keeps its weight and its sign, not its colour.
                span.style.fg = None;
            }
            frame.buffer_mut().set_style(line_area, style);
            frame.render_widget(Line::from(spans), line_area);
        } else {
            frame.render_widget(Line::from(spans), line_area);
        }
    }
}

/// The cursor's sign and the mark's, each in a column of its own.
pub fn lead(view: &View, is_cursor: bool, marked: bool) -> Span<'static> {
    let pointer = if is_cursor { view.theme.pointer() } else { ' ' };
    let mark = if marked { '*' } else { ' ' };
    let style = if marked || is_cursor { view.theme.accent() } else { ratatui::style::Style::new() };
    Span::styled(format!("{pointer}{mark}"), style)
}
