//! How the history looks: a line of it, and the newest ones at the bottom of a tall terminal.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::pane::{self, Titles};
use super::text;
use super::theme::Theme;
use crate::app::state::State;
use crate::domain::batch::LogLine;

/// A line of the history: when, by whom, what.
pub fn line(state: &State, line: &LogLine, columns: usize, theme: Theme) -> Vec<Span<'static>> {
    let day = line.at.day().short(state.now.today);
    let time = line.at.to_string();
    let clock = time.get(11..16).unwrap_or_default();
    let undone = match (line.is_undo, line.undone) {
        (true, _) => "took back: ",
        (false, true) => "taken back since: ",
        (false, false) => "",
    };
    // Two at once have numbers; this one needs none.
    let by = if line.by == state.by { "here" } else { &line.by };
    vec![
        Span::styled(format!("{} {clock}Z  ", text::fit_right(&day, 11)), theme.quiet()),
        Span::styled(format!("{} ", text::fit(by, 12)), theme.quiet()),
        Span::raw(text::cut(&format!("{undone}{}", line.what), columns.saturating_sub(33))),
    ]
}

/// What was done lately, newest first.
pub fn lately(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    if area.height == 0 {
        return;
    }
    let titles = Titles { top: "Done lately".into(), bottom: "L has all".into(), ..Titles::default() };
    let inner = pane::draw(frame, area, &titles, false, theme);
    for (each, y) in state.lately.iter().zip(inner.y..inner.bottom()) {
        let spans = line(state, each, usize::from(inner.width), theme);
        frame.render_widget(Line::from(spans), Rect { y, height: 1, ..inner });
    }
}
