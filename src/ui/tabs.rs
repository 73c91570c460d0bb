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
    let mut mark = String::new();
    if state.book.kind == BookKind::Demo {
        mark.push_str("demo ");
    }
    if state.book.read_only.is_some() {
        mark.push_str("read only ");
    }
    let columns = text::width(&mark) as u16;
    let mut line = Line::from(tabs(state, Room::Wide, theme));
    if line.width() + usize::from(columns) > usize::from(area.width) {
        line = Line::from(tabs(state, Room::Narrow, theme));
    }
    if line.width() + usize::from(columns) > usize::from(area.width) {
        line = Line::from(tabs(state, Room::Tight, theme));
    }
    frame.render_widget(line, area);
    if columns > 0 && columns < area.width {
        let at = Rect { x: area.right() - columns, width: columns, ..area };
        frame.render_widget(Line::styled(mark, theme.strong()), at);
    }
}

/// How much room there is for blanks between the tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Wide,
    Narrow,
    /// Only the open one has its whole name.
    Tight,
}

fn tabs(state: &State, room: Room, theme: Theme) -> Vec<Span<'static>> {
    let wide = room == Room::Wide;
    let mut spans = Vec::new();
    if wide {
        spans.push(Span::raw(" "));
    }
    for (screen, key, title) in Screen::ALL {
        let count = match screen {
            Screen::Today => state.today.waiting,
            Screen::Pending => state.pending.stale,
            // The drafts are the first to say less.
            Screen::Compose if wide => state.compose.list.rows().len(),
            Screen::Contacts | Screen::Compose | Screen::Insights | Screen::You => 0,
        };
        let count = match (screen, count) {
            (_, 0) => String::new(),
            (Screen::Pending, stale) => format!(" {stale}!"),
            (_, count) => format!(" {count}"),
        };
        if screen == state.screen {
            spans.push(Span::styled(format!("[{key} {title}{count}]"), theme.accent().patch(theme.strong())));
        } else if wide {
            spans.push(Span::styled(format!(" {key} {title}{count} "), theme.quiet()));
        } else {
            let title = if room == Room::Tight { &title[..title.len().min(4)] } else { title };
            spans.push(Span::styled(format!("{key} {title}{count}"), theme.quiet()));
        }
        spans.push(Span::raw(" "));
    }
    spans
}
