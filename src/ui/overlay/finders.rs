//! The help, the command line's candidates, and the history: lists that fill a box.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::middle;
use crate::app::act::{self, Candidate};
use crate::app::keymap;
use crate::app::overlay::{Finder, LogPane, Palette, WIDEST};
use crate::app::state::State;
use crate::ui::footer::caret;
use crate::ui::pane::{self, Titles};
use crate::ui::window::Window;
use crate::ui::{View, history, text};

fn rows(
    frame: &mut Frame,
    area: Rect,
    cursor: usize,
    window: Window,
    view: &View,
    mut cells: impl FnMut(usize, bool) -> Vec<Span<'static>>,
) {
    for (n, y) in window.rows().zip(area.y..area.bottom()) {
        let at = Rect { y, height: 1, ..area };
        let here = n == cursor;
        if here {
            frame.buffer_mut().set_style(at, view.theme.cursor(true));
        }
        let mut spans = cells(n, here);
        if here {
            for span in &mut spans {
                span.style = Style::new();
            }
        }
        frame.render_widget(Line::from(spans), at);
    }
}

/// The keys for here, then all others.
pub(super) fn help(frame: &mut Frame, body: Rect, state: &State, finder: &Finder, view: &mut View) {
    let theme = view.theme;
    let area = middle(body, WIDEST, body.height);
    let found = act::help_rows(state);
    // The line that is typed and the reason under it are above the list.
    let height = area.height.saturating_sub(4);
    let window = Window::follow(&mut view.box_top, finder.cursor, found.len(), height);
    let titles = Titles { top: "Keys: type to filter, Enter runs".into(), ..Titles::default() };
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    let line = Rect { height: 1, ..inner };
    let typed = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
    frame.render_widget(Line::styled("? ", theme.accent()), line);
    let spans = caret(frame, typed, &finder.editor, |_| Style::new());
    frame.render_widget(Line::from(spans), typed);
    let below = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    if found.is_empty() {
        let text = "No key does that. Try another word, or : for commands and names.";
        frame.render_widget(Line::styled(text::cut(text, usize::from(below.width)), theme.quiet()), below);
        return;
    }
    let columns = usize::from(below.width);
    // The whole reason of the row under the cursor, which its own line may cut.
    if let Some((_, _, Err(reason))) = found.get(finder.cursor) {
        let why = Rect { y: inner.y + 1, height: 1, ..inner };
        frame.render_widget(Line::styled(text::cut(reason.as_str(), columns), theme.quiet()), why);
    }
    rows(frame, below, finder.cursor, window, view, |n, _| {
        let (place, binding, possible) = &found[n];
        let keys = state.keymap.all_shown(*place, binding);
        let keys = if keys.is_empty() { "by :".to_owned() } else { theme.key(&keys) };
        let style = if possible.is_ok() { theme.accent() } else { theme.quiet() };
        let why = possible.as_ref().err().map_or_else(String::new, |reason| format!("  ({reason})"));
        let label = keymap::label(*place, binding);
        let room = columns.saturating_sub(33);
        vec![
            Span::styled(format!("{} ", text::fit(&keys, 14)), style),
            Span::styled(text::fit(binding.command, 18), theme.quiet()),
            Span::raw(text::cut(label, room)),
            Span::styled(text::cut(&why, room.saturating_sub(text::width(label))), theme.quiet()),
        ]
    });
}

/// What the command line offers, above its prompt.
pub(super) fn palette(frame: &mut Frame, body: Rect, state: &State, palette: &Palette, view: &mut View) {
    let theme = view.theme;
    let found = &palette.found;
    if found.is_empty() {
        return;
    }
    let height = (found.len() as u16 + 2).min(12).min(body.height);
    let width = body.width.min(WIDEST);
    let area = Rect { x: body.x, y: body.bottom() - height, width, height };
    let window = Window::follow(&mut view.box_top, palette.cursor, found.len(), height.saturating_sub(2));
    let titles = Titles { top: "Commands and people".into(), ..Titles::default() };
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    let columns = usize::from(inner.width);
    rows(frame, inner, palette.cursor, window, view, |n, _| match &found[n] {
        Candidate::Command(binding, possible) => {
            let why = possible.as_ref().err().map_or_else(String::new, |reason| format!("  {reason}"));
            vec![
                Span::styled(text::fit(binding.command, 14), theme.accent()),
                Span::raw(text::cut(binding.label, columns.saturating_sub(14))),
                Span::styled(
                    text::cut(&why, columns.saturating_sub(14 + text::width(binding.label))),
                    theme.quiet(),
                ),
            ]
        }
        Candidate::Person(id) => {
            let contact = state.network.contact(*id);
            let name = contact.map_or_else(String::new, |contact| contact.name());
            let place = contact.map_or_else(String::new, |contact| contact.place());
            vec![
                Span::styled(text::fit(&name, 26.min(columns)), theme.strong()),
                Span::styled(format!(" {}", text::cut(&place, columns.saturating_sub(27))), theme.quiet()),
            ]
        }
        Candidate::Path(path) => vec![Span::raw(text::cut(path, columns))],
    });
}

/// The history, newest first.
pub(super) fn log(frame: &mut Frame, body: Rect, state: &State, log: &LogPane, view: &mut View) {
    let theme = view.theme;
    let area = middle(body, WIDEST, body.height);
    let height = area.height.saturating_sub(2);
    let window = Window::follow(&mut view.box_top, log.cursor, log.lines.len(), height);
    let titles = Titles { top: "History, newest first".into(), ..Titles::default() };
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    if log.lines.is_empty() {
        frame.render_widget(Line::styled("Nothing was done here yet.", theme.quiet()), inner);
        return;
    }
    let columns = usize::from(inner.width);
    rows(frame, inner, log.cursor, window, view, |n, _| history::line(state, &log.lines[n], columns, theme));
}
