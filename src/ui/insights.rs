//! How Insights looks: the questions, and the answer with its plot and table.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Span;

use super::pane::Titles;
use super::window::Window;
use super::{View, layout, list, page, pane, text};
use crate::app::page::Tone;
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::insight::review::Question;

// A line of the list: a heading, or a question with its place in the list.
enum Shown {
    Heading(&'static str),
    Row(usize, Question),
}

/// How many columns the questions take at most: an answer needs the rest.
const QUESTIONS: u16 = 42;

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (mut left, mut right) = layout::panes(body, state);
    if left.width > 0 && right.width > 0 {
        let narrow = (body.width * 3 / 8).min(QUESTIONS);
        [left, right] = Layout::horizontal([Constraint::Length(narrow), Constraint::Min(1)]).areas(body);
    }
    if left.width > 0 {
        questions(frame, left, state, view);
    }
    if right.width > 0 {
        answer(frame, right, state, view);
    }
}

fn questions(frame: &mut Frame, area: Rect, state: &State, view: &mut View) {
    let mut lines = Vec::new();
    let mut heading = "";
    for (at, question) in state.insights.list.rows().iter().enumerate() {
        if question.heading() != heading {
            heading = question.heading();
            lines.push(Shown::Heading(heading));
        }
        lines.push(Shown::Row(at, *question));
    }
    let cursor = state.insights.list.cursor();
    let at = lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == cursor)).unwrap_or(0);
    // The heading above the first row comes into sight with it.
    let wanted = if at == 1 { 0 } else { at };
    let window = list::window(view, state.screen, wanted, lines.len(), area);
    let titles = Titles { top: "Insights".into(), ..Titles::default() }.scrolled(window.signs());
    let inner = pane::draw(frame, area, &titles, state.focus == Focus::List, view.theme);
    let width = usize::from(inner.width);
    let looks = view.clone();
    list::draw(frame, inner, view, window, (at, state.focus), |n| match &lines[n] {
        Shown::Heading(heading) => vec![Span::styled(text::cut(heading, width), looks.theme.strong())],
        Shown::Row(row, question) => vec![
            list::lead(&looks, *row == cursor, false),
            Span::raw(text::fit(question.label(), width.saturating_sub(2))),
        ],
    });
}

fn answer(frame: &mut Frame, area: Rect, state: &State, view: &mut View) {
    let Some(question) = state.insights.list.current() else { return };
    let focused = state.focus == Focus::Detail;
    let rows = state.insights.answer(&state.outlook).map_or(0, |answer| answer.rows.len());
    let chosen = (focused && rows > 0).then_some(state.insights.bar.min(rows.saturating_sub(1)));
    let columns = usize::from(pane::inside(area).width);
    let page = preview::insight(&state.outlook, question, columns, chosen);
    let laid = page::lay(&page, area);
    let window = match laid.place_of(Tone::Row(true)) {
        // The row that has the cursor is in sight, and with the last one what stands under the table.
        Some((first, last)) => {
            let mut top = view.answer_top;
            let end = if chosen == Some(rows.saturating_sub(1)) { laid.count() - 1 } else { last };
            let height = usize::from(area.height.saturating_sub(2));
            let end = end.min(first + height.saturating_sub(1));
            Window::follow(&mut top, end, laid.count(), area.height.saturating_sub(2));
            let begin = if chosen == Some(0) && last < height { 0 } else { first };
            let window = Window::follow(&mut top, begin, laid.count(), area.height.saturating_sub(2));
            view.answer_top = top;
            window
        }
        None => laid.window(if focused { state.detail_top } else { 0 }, area),
    };
    if !focused {
        view.answer_top = 0;
    }
    let bottom = if focused && rows > 0 { "Enter shows who they are" } else { "" };
    let titles = Titles { top: question.label().into(), bottom: bottom.into(), ..Titles::default() };
    let inner = pane::draw(frame, area, &titles.scrolled(window.signs()), focused, view.theme);
    laid.draw(frame, inner, window, view.theme);
    view.most = window.most();
}
