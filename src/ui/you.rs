//! How You looks: account and rules, each with its value and where it comes from.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::pane::Titles;
use super::{View, layout, list, page, pane, text};
use crate::app::preview;
use crate::app::state::{Focus, State};

/// How many columns the beginning of a label keeps at least.
const LEAST: usize = 6;

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (left, right) = layout::panes(body, state);
    let theme = view.theme;
    let rows = state.you.list.rows();
    let cursor = state.you.list.cursor();
    if left.width > 0 {
        let titles =
            Titles { top: "Account and rules".into(), bottom: state.book.path.clone(), ..Titles::default() };
        let window = list::window(view, state.screen, cursor, rows.len(), left);
        let titles = titles.scrolled(window.signs());
        let inner = pane::draw(frame, left, &titles, state.focus == Focus::List, theme);
        let width = usize::from(inner.width);
        let looks = view.clone();
        list::draw(frame, inner, view, window, (cursor, state.focus), |at| {
            let key = rows[at];
            let rules = &state.network.rules;
            // A star where the user changed it; the page says so in words.
            let changed = if rules.changed(key).is_some() { "*" } else { " " };
            let label = key.text().label;
            let value = preview::value(rules, key);
            // The label has what the value leaves: cut to one width, two rules could read the same.
            let room = width.saturating_sub(2 + 2);
            vec![
                list::lead(&looks, at == cursor, false),
                Span::raw(fit(label, room.saturating_sub(text::width(&value) + 1))),
                Span::styled(format!(" {value}"), theme.strong()),
                Span::styled(format!(" {changed}"), theme.quiet()),
            ]
        });
    }
    if right.width > 0 {
        let page =
            preview::rule(&state.network.rules, state.you.list.current(), &state.budget, state.now.today);
        let titles = Titles { top: "What it means".into(), ..Titles::default() };
        let focused = state.focus == Focus::Detail;
        view.most = page::in_pane(frame, right, titles, focused, (&page, state.detail_top), theme);
    }
}

// A label in so many columns: where it is longer, what stands behind its comma is kept, since it tells two rules apart.
fn fit(label: &str, columns: usize) -> String {
    match label.rsplit_once(", ") {
        Some((head, tail)) if text::width(label) > columns && columns >= text::width(tail) + 2 + LEAST => {
            let head = text::cut(head, columns - text::width(tail) - 2);
            text::fit(&format!("{head}, {tail}"), columns)
        }
        _ => text::fit(label, columns),
    }
}
