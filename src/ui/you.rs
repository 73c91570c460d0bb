//! How You looks: profile, offers, account and rules, each with its value.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::pane::Titles;
use super::window::Window;
use super::{View, layout, list, page, pane, text};
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::app::you::Row;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;

/// How many columns the beginning of a label keeps at least.
const LEAST: usize = 6;

// A line of the list: a heading, or a row with its place in the list.
enum Shown {
    Heading(String),
    Row(usize, Row),
}

fn lines(state: &State) -> Vec<Shown> {
    let mut lines = Vec::new();
    let mut heading = "";
    for (at, row) in state.you.list.rows().iter().enumerate() {
        if row.heading() != heading {
            heading = row.heading();
            let age = state.network.rules.get(RuleKey::ProfileAge);
            let count = match row {
                Row::Profile(_) => {
                    format!(
                        "  {} of {} in order",
                        state.network.profile.score(state.now.today, age),
                        ProfileItem::ALL.len()
                    )
                }
                _ => String::new(),
            };
            lines.push(Shown::Heading(format!("{heading}{count}")));
        }
        lines.push(Shown::Row(at, *row));
    }
    lines
}

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (left, right) = layout::panes(body, state);
    let theme = view.theme;
    if left.width > 0 {
        let titles = Titles { top: "You".into(), bottom: state.book.path.clone(), ..Titles::default() };
        let lines = lines(state);
        let cursor = state.you.list.cursor();
        let at =
            lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == cursor)).unwrap_or(0);
        // The heading above the first row comes into sight with it.
        let wanted = if at == 1 { 0 } else { at };
        let window = list::window(view, state.screen, wanted, lines.len(), left);
        let hidden = hidden(&lines, window);
        let inner = pane::draw(
            frame,
            left,
            &titles.scrolled(super::window::signs(hidden)),
            state.focus == Focus::List,
            theme,
        );
        let width = usize::from(inner.width);
        let looks = view.clone();
        list::draw(frame, inner, view, window, (at, state.focus), |n| match &lines[n] {
            Shown::Heading(heading) => vec![Span::styled(text::cut(heading, width), theme.strong())],
            Shown::Row(row_at, row) => {
                let mut spans = vec![list::lead(&looks, *row_at == cursor, false)];
                spans.extend(cells(state, &looks, *row, width.saturating_sub(2)));
                spans
            }
        });
    }
    if right.width > 0 {
        let page = preview::own(&state.network, state.you.list.current(), &state.budget, state.now.today);
        let titles = Titles { top: "What it means".into(), ..Titles::default() };
        let focused = state.focus == Focus::Detail;
        view.most = page::in_pane(frame, right, titles, focused, (&page, state.detail_top), theme);
    }
}

fn hidden(lines: &[Shown], window: Window) -> (usize, usize) {
    let rows = |lines: &[Shown]| lines.iter().filter(|line| matches!(line, Shown::Row(..))).count();
    (rows(&lines[..window.rows().start]), rows(&lines[window.rows().end..]))
}

fn cells(state: &State, view: &View, row: Row, width: usize) -> Vec<Span<'static>> {
    let theme = view.theme;
    let network = &state.network;
    match row {
        Row::Profile(item) => {
            let said = preview::checked(network, item, state.now.today);
            let age = network.rules.get(RuleKey::ProfileAge);
            let fine = network.profile.in_order(item, state.now.today, age);
            let label = text::fit(item.label(), width.saturating_sub(text::width(&said) + 3));
            vec![
                Span::raw(label),
                Span::styled(format!(" {said}"), if fine { theme.quiet() } else { theme.strong() }),
                Span::raw("  "),
            ]
        }
        Row::Offer(id) => {
            let text = network.facts.get(id).map_or("", |offer| offer.text.as_str());
            vec![Span::raw(text::fit(text, width))]
        }
        Row::AddOffer => {
            vec![Span::styled(text::fit("+ add something that you could give", width), theme.quiet())]
        }
        Row::Rule(key) => {
            let rules = &network.rules;
            // A star where the user changed it; the page says so in words.
            let changed = if rules.changed(key).is_some() { "*" } else { " " };
            let label = key.text().label;
            let value = preview::value(rules, key);
            // The label has what the value leaves: cut to one width, two rules could read the same.
            let room = width.saturating_sub(2);
            vec![
                Span::raw(fit(label, room.saturating_sub(text::width(&value) + 1))),
                Span::styled(format!(" {value}"), theme.strong()),
                Span::styled(format!(" {changed}"), theme.quiet()),
            ]
        }
        Row::Muted(at) => {
            let tip = network.muted.iter().nth(at).map_or("", String::as_str);
            vec![Span::raw(text::fit(tip, width))]
        }
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
