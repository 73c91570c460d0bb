//! How Today looks: headings, rows, and why.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::pane::Titles;
use super::{View, layout, list, page, pane, text};
use crate::app::pending::Tab;
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::app::today::{ANSWERS, Item};
use crate::insight::stage::{Stage, may_have_expired};

// A line of the list: a heading, a row with its place in the list, a remark.
enum Shown {
    Heading(&'static str),
    Row(usize, Item),
    Remark(String),
}

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (left, right) = layout::panes(body, state);
    let theme = view.theme;
    let rows = state.today.list.rows();
    if left.width > 0 {
        let count = rows.len();
        let bottom = match count {
            0 => "nothing waits".to_owned(),
            1 => "1 thing, no hurry".to_owned(),
            count => format!("{count} things, no hurry"),
        };
        let titles = Titles { top: state.now.today.long(), right: bottom, ..Titles::default() };
        let inner = pane::draw(frame, left, &titles, state.focus == Focus::List, theme);
        if rows.is_empty() {
            let mut empty = crate::app::page::Page::default();
            empty.plain("Nothing waits for you today.").plain("n adds a person, 2 shows what is pending.");
            page::draw(frame, inner, &empty, 0, theme);
        } else {
            rows_with_headings(frame, inner, state, view);
        }
    }
    if right.width > 0 {
        let item = state.today.list.current();
        let page = preview::today(&state.network, item, &state.budget, state.now.today);
        let titles = Titles { top: "Why, and what next".into(), ..Titles::default() };
        let inner = pane::draw(frame, right, &titles, state.focus == Focus::Detail, theme);
        view.most = page::draw(frame, inner, &page, state.detail_top, theme);
    }
}

fn lines(state: &State) -> Vec<Shown> {
    let mut lines = Vec::new();
    let mut heading = "";
    let rows = state.today.list.rows();
    for (at, item) in rows.iter().enumerate() {
        if item.heading() != heading {
            heading = item.heading();
            lines.push(Shown::Heading(heading));
        }
        lines.push(Shown::Row(at, *item));
        let last = rows.get(at + 1).is_none_or(|next| next.heading() != heading);
        let waiting = state.pending.counts[Tab::Received as usize];
        if last && matches!(item, Item::Answer(_)) && waiting > ANSWERS {
            lines.push(Shown::Remark(format!("{waiting} wait in all, in Pending")));
        }
        if last && matches!(item, Item::Stale(_)) && state.today.stale > 5 {
            lines.push(Shown::Remark(format!("{} stale in all, in Pending", state.today.stale)));
        }
    }
    lines
}

fn rows_with_headings(frame: &mut Frame, area: Rect, state: &State, view: &mut View) {
    let theme = view.theme;
    let lines = lines(state);
    let cursor = state.today.list.cursor();
    let at = lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == cursor)).unwrap_or(0);
    // The heading above the first row comes into sight with it.
    let wanted = if at == 1 { 0 } else { at };
    list::window(view, state.screen, wanted, lines.len(), area.height);
    list::draw(frame, area, state, view, at, lines.len(), |n| match &lines[n] {
        Shown::Heading(heading) => vec![Span::styled(*heading, theme.strong())],
        Shown::Remark(remark) => vec![Span::styled(format!("   {remark}"), theme.quiet())],
        Shown::Row(row, item) => cells(state, theme, *row, *item, usize::from(area.width)),
    });
}

fn cells(
    state: &State,
    theme: super::theme::Theme,
    at: usize,
    item: Item,
    width: usize,
) -> Vec<Span<'static>> {
    let list = &state.today.list;
    let marked = list.marked(at);
    let pointer = if at == list.cursor() { theme.pointer() } else { ' ' };
    let mut spans =
        vec![Span::styled(format!("{pointer}{} ", if marked { '*' } else { ' ' }), theme.accent())];
    let rest = width.saturating_sub(3);
    let today = state.now.today;
    let network = &state.network;
    let name =
        item.contact(network).and_then(|id| network.contact(id)).map_or_else(String::new, |c| c.name());
    let request = item.request().and_then(|id| network.requests.get(id));
    match (item, request) {
        (Item::News(_), Some(request)) => {
            let when = request.settled_on.map_or_else(String::new, |day| match today.since(day) {
                0 => "today".to_owned(),
                1 => "yesterday".to_owned(),
                _ => day.short(today),
            });
            spans.push(Span::styled(text::cut(&format!("{name} accepted, {when}"), rest), theme.good()));
        }
        (Item::Answer(_), Some(request)) => {
            let message = if request.message.is_empty() { "" } else { ", with a message" };
            let age = preview::waits(request.age(today));
            spans.push(Span::raw(text::cut(&format!("{name} asked you, {age}{message}"), rest)));
        }
        (Item::Stale(_), Some(request)) => {
            let age = request.age(today);
            let remark = if may_have_expired(age, &network.rules) { "  may have expired" } else { "" };
            let sign = preview::sign(Stage::Stale);
            let columns = rest.saturating_sub(26).clamp(10, 22);
            spans.push(Span::styled(
                format!("{sign} {} {}", text::fit(&name, columns), text::fit_right(&preview::waits(age), 5)),
                theme.stage(Stage::Stale),
            ));
            spans.push(Span::styled(text::cut(remark, rest.saturating_sub(columns + 8)), theme.quiet()));
        }
        (Item::Back(_), Some(request)) => {
            let until = request.snoozed_until.unwrap_or(today);
            let until = if until == today { "today".to_owned() } else { until.short(today) };
            spans.push(Span::raw(text::cut(&format!("{name}: snoozed until {until}"), rest)));
        }
        (Item::AskAgain(_), _) => {
            spans.push(Span::raw(text::cut(&format!("{name}: you wanted to ask again"), rest)));
        }
        (Item::Decide, _) => {
            let count = state.today.to_decide;
            let things = if count == 1 { "thing" } else { "things" };
            spans.push(Span::raw(text::cut(&format!("{count} {things} to decide from your exports"), rest)));
        }
        (Item::News(_) | Item::Answer(_) | Item::Stale(_) | Item::Back(_), None) => {}
    }
    Line::from(spans).spans
}
