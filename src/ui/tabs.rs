//! The line of tabs, with what waits behind each, and which book is open.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::app::action::Screen;
use crate::app::state::{BookKind, State};

/// Draws the tabs.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    let mut spans = vec![Span::raw(" ")];
    for (screen, key, title) in Screen::ALL {
        let count = match screen {
            Screen::Today => state.today.list.rows().len(),
            Screen::Pending => state.pending.stale,
            Screen::Contacts | Screen::You => 0,
        };
        let count = match (screen, count) {
            (_, 0) => String::new(),
            (Screen::Pending, stale) => format!(" {stale}!"),
            (_, count) => format!(" {count}"),
        };
        if screen == state.screen {
            spans.push(Span::styled(format!("[{key} {title}{count}]"), theme.accent().patch(theme.strong())));
        } else {
            spans.push(Span::styled(format!(" {key} {title}{count} "), theme.quiet()));
        }
        spans.push(Span::raw(" "));
    }
    let mut mark = String::new();
    if state.book.kind == BookKind::Demo {
        mark.push_str("demo ");
    }
    if state.book.read_only.is_some() {
        mark.push_str("read only ");
    }
    frame.render_widget(Line::from(spans), area);
    let columns = text::width(&mark) as u16;
    if columns > 0 && columns < area.width {
        let at = Rect { x: area.right() - columns, width: columns, ..area };
        frame.render_widget(Line::styled(mark, theme.strong()), at);
    }
}
