//! How Pending looks: age, sign, name and place; more columns where there is room.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use super::pane::Titles;
use super::{View, layout, list, page, pane, text};
use crate::app::page::Page;
use crate::app::pending::{Order, Tab};
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::domain::id::RequestId;
use crate::insight::forecast::words;
use crate::insight::stage::Stage;

/// How many columns a chance with its range takes: `>95% (95-100)`.
const CHANCE: usize = 13;

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (left, right) = layout::panes(body, state);
    let theme = view.theme;
    let pending = &state.pending;
    let rows = pending.list.rows();
    if left.width > 0 {
        let titles = titles(state);
        if rows.is_empty() {
            let titles = Titles { top: tabs(state, left, ""), ..titles };
            page::in_pane(frame, left, titles, state.focus == Focus::List, (&empty(state), 0), theme);
        } else {
            let cursor = pending.list.cursor();
            let window = list::window(view, state.screen, cursor, rows.len(), left);
            let titles = titles.scrolled(window.signs());
            let titles = Titles { top: tabs(state, left, &titles.above), ..titles };
            let inner = pane::draw(frame, left, &titles, state.focus == Focus::List, theme);
            let width = usize::from(inner.width);
            // Where nobody listed has a tag, their room is the role's.
            // Copied, since the window moves while rows are made.
            let looks = view.clone();
            list::draw(frame, inner, view, window, (cursor, state.focus), |at| {
                let mut spans = vec![list::lead(&looks, at == cursor, pending.list.marked(at))];
                spans.extend(cells(state, &looks, rows[at], width.saturating_sub(2)));
                spans
            });
        }
    }
    if right.width > 0 {
        let request = state.current_request();
        let top = request.and_then(|r| state.network.contact(r.contact)).map(|contact| contact.name());
        let titles = Titles { top: top.unwrap_or_default(), ..Titles::default() };
        let page = request.map_or_else(Page::default, |request| {
            preview::request(&state.network, &state.outlook, request, state.now.today).without_title()
        });
        let focused = state.focus == Focus::Detail;
        view.most = page::in_pane(frame, right, titles, focused, (&page, state.detail_top), theme);
    }
}

// The tabs in their order beside what the border says of the rows above: the one that is open is whole, the others are
// as long as there is room for.
fn tabs(state: &State, area: Rect, above: &str) -> String {
    let beside = if above.is_empty() { 0 } else { text::width(above) + 3 };
    let room = usize::from(area.width.saturating_sub(4)).saturating_sub(beside);
    let pending = &state.pending;
    let shorter = |letters: usize, counted: bool| {
        let tabs = Tab::ALL.iter().zip(["Sent", "Rec", "Snz"]).map(|((tab, title), short)| {
            let count = pending.counts[*tab as usize];
            match letters {
                _ if *tab == pending.tab => format!("[{title} {count}]"),
                1.. if !counted => title[..letters].to_owned(),
                1 => format!("{} {count}", &title[..1]),
                3 => format!("{short} {count}"),
                _ => format!("{title} {count}"),
            }
        });
        tabs.collect::<Vec<_>>().join(" · ")
    };
    let ways =
        [(0, true), (3, true), (1, true), (1, false)].map(|(letters, counted)| shorter(letters, counted));
    let fits = ways.iter().position(|way| text::width(way) <= room).unwrap_or(ways.len() - 1);
    ways[fits].clone()
}

fn titles(state: &State) -> Titles {
    let pending = &state.pending;
    let bottom = match (pending.filter.as_str(), pending.tab) {
        _ if let Some(marks) = pending.list.marks_in_words() => marks,
        ("", Tab::Snoozed) => "the next to come back first".to_owned(),
        ("", Tab::Sent) => {
            let order = match pending.order {
                Order::Age => "oldest first",
                Order::Worth => "most worth a decision first",
            };
            order.to_owned()
        }
        ("", Tab::Received) => "oldest first".to_owned(),
        (filter, _) => format!("/{filter}"),
    };
    // A chance never stands without what it was made from.
    let bottom = match &state.outlook.now {
        Some(now) if pending.tab == Tab::Sent && usize::from(layout::list(state)) >= layout::WIDE + 4 => {
            format!("{bottom}; chances from {}", now.fitted.basis().words())
        }
        _ => bottom,
    };
    let shown = pending.list.rows().len();
    let right = match pending.tab {
        Tab::Sent if pending.filter.is_empty() => format!("{} stale of {shown}", pending.stale),
        Tab::Sent | Tab::Received | Tab::Snoozed => format!("{shown} shown"),
    };
    Titles { bottom, right, ..Titles::default() }
}

fn empty(state: &State) -> Page {
    let mut page = Page::default();
    if !state.pending.filter.is_empty() {
        page.plain("Nothing fits this filter. Esc clears it.");
        return page;
    }
    match state.pending.tab {
        Tab::Sent if state.network.requests.is_empty() => {
            page.plain("No requests yet.");
            page.plain("n records one that you sent, :import reads your LinkedIn export.");
        }
        Tab::Sent => {
            page.plain("Nothing that you sent is waiting. n records a request.");
        }
        Tab::Received => {
            page.plain("Nobody is waiting for your answer. n records a request that you received.");
        }
        Tab::Snoozed => {
            page.plain("Nothing is snoozed. s on a request puts it off until a day.");
        }
    }
    page
}

/// A place has so many columns before the name gets more than its own, and so many more at most.
const PLACE: usize = 22;
const MORE: usize = 9;

fn cells(state: &State, view: &View, id: RequestId, width: usize) -> Vec<Span<'static>> {
    let network = &state.network;
    let today = state.now.today;
    let Some(request) = network.requests.get(id) else { return Vec::new() };
    let Some(contact) = network.contact(request.contact) else { return Vec::new() };
    let stage = Stage::of_age(request.age(today), &network.rules);
    let style = view.theme.stage(stage);
    let age = match state.pending.tab {
        Tab::Snoozed => request.snoozed_until.map_or_else(String::new, |day| day.short(today)),
        Tab::Sent | Tab::Received => preview::waits(request.age(today)),
    };
    let wide = width + 2 >= layout::WIDE;
    // A name gets its 16 columns before the place gets any.
    let name_columns =
        if wide { 17 } else { (width.saturating_sub(9) * 17 / 36).max(16).min(width.saturating_sub(11)) };
    let spare = width.saturating_sub(11 + name_columns);
    let without_place = !wide && !state.pending.placed;
    let name_columns =
        if spare < layout::PLACE || without_place { name_columns + spare } else { name_columns };
    let rest = width.saturating_sub(11 + name_columns);
    let place = if contact.archived { format!("archived; {}", contact.place()) } else { contact.place() };
    // The stage colours its own sign and age; the name of what is stale is strong, the rest stays calm.
    let name_style = if stage == Stage::Stale { view.theme.strong() } else { Style::new() };
    let begin = |name_columns| {
        vec![
            Span::styled(format!("{} {}  ", preview::sign(stage), text::fit_right(&age, 6)), style),
            Span::styled(text::fit(&contact.name(), name_columns), name_style),
            Span::raw(" "),
        ]
    };
    if !wide {
        let mut spans = begin(name_columns);
        spans.push(Span::raw(text::cut(&place, rest)));
        return spans;
    }
    // The chance, message yes or no, the next step, and tags take what the place leaves.
    let said = state.outlook.of(network, request, today).zip(state.outlook.now.as_ref());
    let chances = state.pending.tab == Tab::Sent && state.outlook.now.is_some();
    let fixed = 4 + 10 + if chances { CHANCE + 1 } else { 0 };
    let tag_columns = if state.pending.tagged { (rest.saturating_sub(fixed) * 5 / 9).min(24) } else { 0 };
    let place_columns = rest.saturating_sub(fixed + tag_columns);
    let message = if request.message.is_empty() { "" } else { "msg" };
    let step = match (state.pending.tab, stage) {
        (Tab::Received, _) => "answer",
        (Tab::Snoozed, _) => "",
        (Tab::Sent, _) if let Some((said, now)) = &said => {
            words::advice(&now.fitted, network, request, said).word
        }
        (Tab::Sent, Stage::New | Stage::Fresh) => "wait",
        (Tab::Sent, Stage::Quiet) => "warm up",
        (Tab::Sent, Stage::Stale) => "decide",
    };
    let tags = contact.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
    // A name has what a place does not need.
    let more = if place.is_empty() { place_columns } else { place_columns.saturating_sub(PLACE).min(MORE) };
    let mut spans = begin(name_columns + more);
    spans.push(Span::raw(text::fit(&place, place_columns - more)));
    if chances {
        let chance =
            said.map_or_else(String::new, |(said, now)| words::brief(&said.chance, now.fitted.basis()));
        spans.push(Span::raw(format!(" {}", text::fit_right(&chance, CHANCE))));
    }
    spans.push(Span::styled(format!(" {message:<3}"), view.theme.quiet()));
    spans.push(Span::styled(format!(" {step:<9}"), view.theme.quiet()));
    spans.push(Span::styled(
        format!(" {}", text::cut(&tags, tag_columns.saturating_sub(1))),
        view.theme.quiet(),
    ));
    spans
}
