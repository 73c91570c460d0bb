//! How Contacts looks: views, people with their last touch, the card.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::pane::Titles;
use super::window::Window;
use super::{View as Eyes, layout, list, page, pane, text};
use crate::app::contacts::{Row, View};
use crate::app::page::Page;
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::app::timeline;

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, eyes: &mut Eyes) {
    let mut body = body;
    if body.width >= 160 && !state.zoomed {
        let [views, rest] = Layout::horizontal([Constraint::Length(24), Constraint::Min(1)]).areas(body);
        draw_views(frame, views, state, eyes);
        body = rest;
    }
    let (left, right) = layout::panes(body, state);
    let theme = eyes.theme;
    let contacts = &state.contacts;
    let rows = contacts.list.rows();
    if left.width > 0 {
        let bottom = match contacts.filter.as_str() {
            _ if let Some(marks) = contacts.list.marks_in_words() => marks,
            "" => "by name".to_owned(),
            filter => format!("/{filter}"),
        };
        // The number of people is on no screen: meaning before numbers. What a filter shows is counted.
        let right_title =
            if contacts.query.is_empty() { String::new() } else { format!("{} shown", rows.len()) };
        let top = format!("Contacts: {}", contacts.view.title());
        let titles = Titles { top, bottom, right: right_title, ..Titles::default() };
        if rows.is_empty() {
            page::in_pane(frame, left, titles, state.focus == Focus::List, (&empty(state), 0), theme);
        } else {
            let cursor = contacts.list.cursor();
            let window = list::window(eyes, state.screen, cursor, rows.len(), left);
            let (above, below) = window.signs();
            // What is hidden of everybody is said without its number, which would be nearly theirs.
            let counted = !contacts.query.is_empty() || contacts.view == View::Decide;
            let plain = |sign: String, words: &str| {
                if counted || sign.is_empty() { sign } else { words.to_owned() }
            };
            let titles = titles.scrolled((plain(above, "↑ more"), plain(below, "↓ more")));
            let inner = pane::draw(frame, left, &titles, state.focus == Focus::List, theme);
            let width = usize::from(inner.width);
            let looks = eyes.clone();
            list::draw(frame, inner, eyes, window, (cursor, state.focus), |at| {
                let mut spans =
                    vec![list::lead(&looks, at == cursor, contacts.list.marked(at)), Span::raw(" ")];
                spans.extend(cells(state, &looks, rows[at], width.saturating_sub(3)));
                spans
            });
        }
    }
    if right.width > 0 {
        detail(frame, right, state, eyes);
    }
}

fn detail(frame: &mut Frame, area: Rect, state: &State, eyes: &mut Eyes) {
    let network = &state.network;
    let today = state.now.today;
    let (title, page) = match state.contacts.list.current() {
        Some(Row::Contact(id)) => network.contact(id).map_or_else(Default::default, |contact| {
            (contact.name(), preview::card(network, contact, today).without_title())
        }),
        Some(Row::Decision(id)) => network.decisions.get(id).map_or_else(Default::default, |decision| {
            ("To decide".to_owned(), preview::decision(network, decision, today))
        }),
        None => (String::new(), Page::default()),
    };
    let titles = Titles { top: title, ..Titles::default() };
    let focused = state.focus == Focus::Detail;
    eyes.most = page::in_pane(frame, area, titles, focused, (&page, state.detail_top), eyes.theme);
}

fn empty(state: &State) -> Page {
    let mut page = Page::default();
    let contacts = &state.contacts;
    if !contacts.filter.is_empty() {
        page.plain("Nobody fits this filter. Esc clears it.");
    } else if state.network.contacts.is_empty() {
        page.plain("Nobody here yet.");
        page.plain("n adds somebody; :import reads a LinkedIn export; :demo shows an example.");
    } else if contacts.view == View::Decide {
        page.plain("Nothing to decide. Imports put here what only you can know.");
    } else {
        page.plain("Nobody in this view. Esc shows everybody.");
    }
    page
}

fn cells(state: &State, eyes: &Eyes, row: Row, width: usize) -> Vec<Span<'static>> {
    let network = &state.network;
    let today = state.now.today;
    let theme = eyes.theme;
    match row {
        Row::Decision(id) => {
            let decision = network.decisions.get(id);
            let contact = decision.and_then(|decision| network.contact(decision.contact));
            let name = contact.map_or_else(String::new, |contact| contact.name());
            let text = decision.map_or("", |decision| decision.text.as_str());
            let columns = 16.min(width);
            vec![
                Span::styled(text::fit(&name, columns), theme.strong()),
                Span::raw(text::cut(&format!("  {text}"), width.saturating_sub(columns))),
            ]
        }
        Row::Contact(id) => {
            let Some(contact) = network.contact(id) else { return Vec::new() };
            let wide = width + 3 >= layout::WIDE;
            let last = timeline::last_touch(network, id).map_or_else(String::new, |day| {
                let short = day.short(today);
                // In a narrow list a day of another year is its year.
                if wide || short.len() <= 6 { short } else { day.ymd().0.to_string() }
            });
            let last_columns = if wide { 12 } else { 7 };
            let most = width.saturating_sub(last_columns + 1);
            let name_columns = if wide { 24 } else { (most * 17 / 32).max(16).min(most) };
            let rest = width.saturating_sub(name_columns + last_columns + 1);
            let (name_columns, rest) =
                if rest < layout::PLACE { (name_columns + rest, 0) } else { (name_columns, rest) };
            // Where nobody has a tag, their room is the role's.
            let tagged = wide && !state.contacts.tags.is_empty();
            let tag_columns = if tagged { (rest * 2 / 5).min(24) } else { 0 };
            let place_columns = rest - tag_columns;
            let mut spans = vec![
                Span::raw(text::fit(&contact.name(), name_columns)),
                Span::raw(" "),
                Span::raw(text::fit(&contact.place(), place_columns)),
            ];
            if tag_columns > 0 {
                let tags = contact.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
                spans.push(Span::styled(format!(" {}", text::fit(&tags, tag_columns - 1)), theme.quiet()));
            }
            spans.push(Span::styled(text::fit_right(&last, last_columns), theme.quiet()));
            spans
        }
    }
}

// The views as a pane of their own, where there is room: `f` chooses.
fn draw_views(frame: &mut Frame, area: Rect, state: &State, eyes: &mut Eyes) {
    let theme = eyes.theme;
    let titles = Titles { top: "Views".into(), bottom: "f chooses".into(), ..Titles::default() };
    let tags = state.contacts.tags.iter().map(|(tag, _)| View::Tag(tag.clone()));
    let views: Vec<View> = View::ALL.into_iter().chain(tags).collect();
    let shown = views.iter().position(|view| *view == state.contacts.view).unwrap_or(0);
    let height = area.height.saturating_sub(2);
    let window = Window::follow(&mut eyes.views_top, shown, views.len(), height);
    let inner = pane::draw(frame, area, &titles.scrolled(window.signs()), false, theme);
    for (at, y) in window.rows().zip(inner.y..inner.bottom()) {
        let (view, here) = (&views[at], at == shown);
        let sign = if here { theme.pointer() } else { ' ' };
        let text = text::cut(&format!("{sign} {}", view.title()), usize::from(inner.width));
        let style = if here { theme.accent() } else { theme.quiet() };
        frame.render_widget(Line::styled(text, style), Rect { y, height: 1, ..inner });
    }
}
