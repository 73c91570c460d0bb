//! The two lines at the bottom: the last thing done or the prompt, and the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::text;
use super::theme::Theme;
use crate::app::action::Screen;
use crate::app::editor::Editor;
use crate::app::overlay::Overlay;
use crate::app::query::Query;
use crate::app::state::{Notice, State};

const CAVEAT: &str = "silence is not a no";

// Wherever a stage can be seen.
fn caveat(state: &State) -> &'static str {
    if state.screen == Screen::You { "" } else { CAVEAT }
}

// How many columns of the status line are for what is said.
fn room(area: Rect, state: &State) -> usize {
    usize::from(area.width).saturating_sub(text::width(caveat(state)) + 3)
}

/// Draws the status line. Its right end is kept for the caveat wherever a stage can be seen.
pub fn status(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    let caveat = caveat(state);
    let kept = text::width(caveat) as u16 + 2;
    let left = Rect { x: area.x + 1, width: room(area, state) as u16, ..area };
    let at = Rect { x: area.right().saturating_sub(kept - 1), width: kept - 1, ..area };
    frame.render_widget(Line::styled(caveat, theme.quiet()), at);
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        prompt(frame, left, ":", &palette.editor, None, theme);
        return;
    }
    if let Some(editor) = state.filter.as_ref().filter(|_| state.overlays.is_empty()) {
        let query = match state.screen {
            Screen::Pending => &state.pending.query,
            Screen::Today | Screen::Contacts | Screen::You => &state.contacts.query,
        };
        prompt(frame, left, "/", editor, Some(query), theme);
        return;
    }
    let (said, style) = match &state.notice {
        Notice::None => (standing(state), theme.quiet()),
        Notice::Saving(said, ..) => (format!("{said} …"), Style::new()),
        Notice::Noted(what) | Notice::Said(what) => (what.clone(), Style::new()),
        Notice::Wrong(what) => (what.clone(), theme.wrong()),
    };
    let said = text::wrap(&said, usize::from(left.width)).swap_remove(0);
    frame.render_widget(Line::styled(said, style), left);
}

// What the status line has no room for: the rest of a sentence, or all of a mistake in a filter.
fn overflow(state: &State, columns: usize) -> Option<String> {
    if state.filter.is_some() && state.overlays.is_empty() {
        let query = match state.screen {
            Screen::Pending => &state.pending.query,
            Screen::Today | Screen::Contacts | Screen::You => &state.contacts.query,
        };
        return query.errors.first().map(|mistake| mistake.why.clone());
    }
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        return (!palette.remark.is_empty()).then(|| palette.remark.clone());
    }
    let (Notice::Noted(said) | Notice::Said(said) | Notice::Wrong(said)) = &state.notice else { return None };
    let lines = text::wrap(said, columns);
    (lines.len() > 1).then(|| lines[1..].join(" "))
}

// What there is to say where nothing was done yet: the filter that is on, marks.
fn standing(state: &State) -> String {
    let (filter, marks) = match state.screen {
        Screen::Pending => (state.pending.filter.as_str(), state.pending.list.marks()),
        Screen::Contacts => (state.contacts.filter.as_str(), state.contacts.list.marks()),
        Screen::Today => ("", state.today.list.marks()),
        Screen::You => ("", 0),
    };
    match (filter, marks) {
        ("", 0) => String::new(),
        ("", marks) => format!("{marks} marked · Esc takes the marks off"),
        (filter, 0) => format!("filter: {filter} · Esc clears it"),
        (filter, marks) => format!("{marks} marked · filter: {filter}"),
    }
}

// A sign, what is typed with the caret in it, and what is wrong with it at the spot.
fn prompt(frame: &mut Frame, area: Rect, sign: &str, editor: &Editor, query: Option<&Query>, theme: Theme) {
    let mistakes = query.map(|query| query.errors.as_slice()).unwrap_or_default();
    let mut spans = vec![Span::styled(sign.to_owned(), theme.accent())];
    spans.extend(caret(
        frame,
        Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area },
        editor,
        |at| {
            let wrong = mistakes.iter().any(|mistake| mistake.span.contains(&at));
            if wrong { theme.wrong() } else { Style::new() }
        },
    ));
    frame.render_widget(Line::from(spans), area);
}

/// The line of an editor as it fits into `area`, scrolled so that the caret is in sight, which is set there.
pub fn caret(
    frame: &mut Frame,
    area: Rect,
    editor: &Editor,
    style: impl Fn(usize) -> Style,
) -> Vec<Span<'static>> {
    let (row, byte) = editor.cursor();
    let line = &editor.lines()[row];
    let room = usize::from(area.width.saturating_sub(1));
    let before = text::width(&text::cut(&line[..byte], usize::MAX));
    let skip = before.saturating_sub(room);
    let (mut spans, mut column) = (Vec::new(), 0);
    for (at, grapheme) in line.grapheme_indices(true) {
        let shown = crate::domain::visible::line(grapheme).into_owned();
        let columns = text::width(&shown);
        if column >= skip && column + columns <= skip + room {
            spans.push(Span::styled(shown, style(at)));
        }
        column += columns;
    }
    let x = area.x + (before - skip) as u16;
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    spans
}

/// Draws the keys for here: whole ones, most useful first, as many as fit.
pub fn hints(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    if let Some(rest) = overflow(state, room(area, state)) {
        let wrong = matches!(state.notice, Notice::Wrong(_)) || state.filter.is_some();
        let style = if wrong { theme.wrong() } else { Style::new() };
        let line = format!(" {}", text::cut(&rest, usize::from(area.width).saturating_sub(2)));
        frame.render_widget(Line::styled(line, style), area);
        return;
    }
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, label) in state.keymap.hints(state.place()) {
        let key = theme.key(&key);
        let columns = text::width(&key) + 1 + text::width(label) + 2;
        if used + columns > usize::from(area.width) + 1 {
            break;
        }
        used += columns;
        spans.push(Span::styled(key, theme.accent()));
        spans.push(Span::styled(format!(" {label}  "), theme.quiet()));
    }
    frame.render_widget(Line::from(spans), area);
}
