//! A list of rows: only those in the window are made, the cursor's row has a full-width background.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use super::window::Window;
use super::{View, text};
use crate::app::action::Screen;
use crate::app::state::Focus;

/// The window onto the list of a screen whose pane is `area`.
pub fn window(view: &mut View, screen: Screen, cursor: usize, count: usize, area: Rect) -> Window {
    Window::follow(view.top(screen), cursor, count, area.height.saturating_sub(2))
}

/// Draws the rows in the window; `row` makes the cells of one.
pub fn draw<'a>(
    frame: &mut Frame,
    area: Rect,
    view: &mut View,
    window: Window,
    (cursor, focus): (usize, Focus),
    mut row: impl FnMut(usize) -> Vec<Span<'a>>,
) {
    for (at, y) in window.rows().zip(area.y..area.bottom()) {
        let mut spans = row(at);
        let line_area = Rect { y, height: 1, ..area };
        if at == cursor {
            view.cursor_line = y;
            let focused = focus == Focus::List;
            let style = view.theme.cursor(focused);
            for span in &mut spans {
                // One bar for the whole row: no colour in it and nothing paler than the rest, since both would be seen
                // in its background. What is strong stays so where the whole row is not quiet.
                span.style.fg = None;
                span.style.add_modifier -=
                    if focused { Modifier::DIM } else { Modifier::DIM | Modifier::BOLD };
            }
            frame.buffer_mut().set_style(line_area, style);
        }
        paint(frame.buffer_mut(), line_area, &spans);
    }
}

// The cells of a row. Most are plain, and nearly all time of a picture would go into asking the library for their
// graphemes.
fn paint(picture: &mut Buffer, area: Rect, spans: &[Span]) {
    let mut x = area.x;
    for span in spans {
        let room = area.right().saturating_sub(x);
        if text::plain(&span.content) {
            for (at, x) in (0..span.content.len()).zip(x..x + room) {
                picture[(x, area.y)].set_symbol(&span.content[at..=at]).set_style(span.style);
            }
            x += room.min(u16::try_from(span.content.len()).unwrap_or(room));
        } else {
            x = picture.set_span(x, area.y, span, room).0;
        }
    }
}

/// The cursor's sign and the mark's, each in a column of its own.
pub fn lead(view: &View, is_cursor: bool, marked: bool) -> Span<'static> {
    let pointer = if is_cursor { view.theme.pointer() } else { ' ' };
    let mark = if marked { '*' } else { ' ' };
    let style = if marked || is_cursor { view.theme.accent() } else { Style::new() };
    Span::styled(format!("{pointer}{mark}"), style)
}
