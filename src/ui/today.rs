//! How Today looks: headings, rows, and why.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::pane::Titles;
use super::theme::Theme;
use super::window::{self, Window};
use super::{View, layout, list, page, pane, text};
use crate::app::page::Page;
use crate::app::pending::Tab;
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::app::today::{ANSWERS, DECISIONS, Item, NEWS, Said};
use crate::insight::forecast::words;
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
        let bottom = match state.today.waiting {
            0 => "nothing waits".to_owned(),
            1 => "1 thing, no hurry".to_owned(),
            count => format!("{count} things, no hurry"),
        };
        let titles = Titles { top: state.now.today.long(), right: bottom, ..Titles::default() };
        if rows.is_empty() {
            let mut empty = Page::default();
            empty.plain("Nothing waits for you today.").plain("n adds a person, 2 shows what is pending.");
            page::in_pane(frame, left, titles, state.focus == Focus::List, (&empty, 0), theme);
        } else {
            rows_with_headings(frame, left, titles, state, view);
        }
    }
    if right.width > 0 {
        let item = state.today.list.current();
        let page = preview::today(&state.network, &state.outlook, item, &state.budget, state.now.today);
        let titles = Titles { top: "Why, and what next".into(), ..Titles::default() };
        let focused = state.focus == Focus::Detail;
        view.most = page::in_pane(frame, right, titles, focused, (&page, state.detail_top), theme);
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
        if last && matches!(item, Item::News(_)) && state.today.news > NEWS {
            lines.push(Shown::Remark(format!("{} in all, in Contacts", state.today.news)));
        }
        let waiting = state.pending.counts[Tab::Received as usize];
        if last && matches!(item, Item::Answer(_)) && waiting > ANSWERS {
            lines.push(Shown::Remark(format!("{waiting} wait in all, in Pending")));
        }
        if last && matches!(item, Item::Stale(_)) && state.pending.stale > DECISIONS {
            lines.push(Shown::Remark(format!("{} stale in all, in Pending", state.pending.stale)));
        }
    }
    lines
}

fn rows_with_headings(frame: &mut Frame, area: Rect, titles: Titles, state: &State, view: &mut View) {
    let theme = view.theme;
    let lines = lines(state);
    let cursor = state.today.list.cursor();
    let at = lines.iter().position(|line| matches!(line, Shown::Row(at, _) if *at == cursor)).unwrap_or(0);
    // The heading above the first row comes into sight with it.
    let wanted = if at == 1 { 0 } else { at };
    let window = list::window(view, state.screen, wanted, lines.len(), area);
    let titles = titles.scrolled(window::signs(hidden(&lines, window)));
    let inner = pane::draw(frame, area, &titles, state.focus == Focus::List, theme);
    let looks = view.clone();
    list::draw(frame, inner, view, window, (at, state.focus), |n| match &lines[n] {
        Shown::Heading(heading) => vec![Span::styled(*heading, theme.strong())],
        Shown::Remark(remark) => vec![Span::styled(format!("   {remark}"), theme.quiet())],
        Shown::Row(row, item) => {
            let marked = state.today.list.marked(*row);
            let mut spans = vec![list::lead(&looks, *row == cursor, marked), Span::raw(" ")];
            spans.extend(cells(state, theme, *item, usize::from(inner.width).saturating_sub(3)));
            spans
        }
    });
}

// How many rows lie above and below the window; headings and remarks are nothing to do.
fn hidden(lines: &[Shown], window: Window) -> (usize, usize) {
    let rows = |lines: &[Shown]| lines.iter().filter(|line| matches!(line, Shown::Row(..))).count();
    (rows(&lines[..window.rows().start]), rows(&lines[window.rows().end..]))
}

// A row is its sentence; requests worth a decision stand in columns, so that their ages can be compared.
fn cells(state: &State, theme: Theme, item: Item, width: usize) -> Vec<Span<'static>> {
    let (network, today) = (&state.network, state.now.today);
    match item {
        Item::News(_) => vec![Span::styled(sentence(&item.said(network, today), width), theme.good())],
        Item::Answer(_)
        | Item::Back(_)
        | Item::AskAgain(_)
        | Item::Draft(_)
        | Item::Decide
        | Item::Profile(_) => {
            vec![Span::styled(sentence(&item.said(network, today), width), Style::new())]
        }
        Item::Stale(id) => {
            let Some(request) = network.requests.get(id) else { return Vec::new() };
            let name = network.contact(request.contact).map_or_else(String::new, |contact| contact.name());
            let age = request.age(today);
            let stage = Stage::of_age(age, &network.rules);
            let sign = preview::sign(stage);
            let columns = width.saturating_sub(26).clamp(16, 22);
            let waits = text::fit_right(&preview::waits(age), 5);
            let mut spans = vec![Span::styled(
                format!("{sign} {} {waits}", text::fit(&name, columns)),
                theme.stage(stage),
            )];
            // The next step, and whether it may be gone, as far as there is room.
            let said = state.outlook.now.as_ref().zip(state.outlook.of(network, request, today));
            let step =
                said.map_or("", |(now, said)| words::advice(&now.fitted, network, request, &said).word);
            let expired = if may_have_expired(age, &network.rules) { "may have expired" } else { "" };
            let mut room = width.saturating_sub(columns + 8);
            for remark in [format!("  {step:<9}"), format!("  {expired}")] {
                if !remark.trim().is_empty() && text::width(&remark) <= room {
                    room -= text::width(&remark);
                    spans.push(Span::styled(remark, theme.quiet()));
                }
            }
            spans
        }
    }
}

// What a row says in so many columns: what else there is goes first, then letters of the name, since what happened and
// when is why the row is there.
fn sentence(said: &Said, columns: usize) -> String {
    let also = if text::width(&said.who) + text::width(&said.what) + said.also.len() <= columns {
        said.also
    } else {
        ""
    };
    let who = text::cut(&said.who, columns.saturating_sub(text::width(&said.what) + also.len()));
    text::cut(&format!("{who}{}{also}", said.what), columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_leaves_what_happened_and_when() {
        let said = Said {
            who: "Maria Fernanda Gonzales".into(),
            what: " asked you, 12d".into(),
            also: ", with a message",
        };
        assert_eq!(sentence(&said, 60), "Maria Fernanda Gonzales asked you, 12d, with a message");
        assert_eq!(sentence(&said, 53), "Maria Fernanda Gonzales asked you, 12d");
        assert_eq!(sentence(&said, 29), "Maria Fernand… asked you, 12d");
        let decide = Said { who: String::new(), what: "3 things to decide".into(), also: "" };
        assert_eq!(sentence(&decide, 60), "3 things to decide");
        assert_eq!(sentence(&decide, 9), "3 things…");
    }
}
