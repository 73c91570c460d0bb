//! How Compose looks: the list of drafts, or the message with the hint line, tips, facts and the send check.

mod beside;
mod words;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::Titles;
use super::theme::Theme;
use super::{View, gauge, layout, list, page, pane, text};
use crate::app::compose::{self, Writing, advice, check};
use crate::app::page::Page;
use crate::app::preview;
use crate::app::state::{Focus, State};
use crate::insight::quality::Band;

/// Draws the screen.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    match &state.compose.writing {
        Some(writing) => message(frame, body, state, writing, view),
        None => drafts(frame, body, state, view),
    }
}

fn drafts(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    let (left, right) = layout::panes(body, state);
    let theme = view.theme;
    let rows = state.compose.list.rows();
    let today = state.now.today;
    let draft = |at: usize| rows.get(at).and_then(|id| state.network.drafts.get(*id));
    if left.width > 0 {
        let bottom = state.compose.list.marks_in_words().unwrap_or_else(|| "newest first".to_owned());
        let titles = Titles { top: "Drafts".into(), bottom, ..Titles::default() };
        if rows.is_empty() {
            let mut page = Page::default();
            page.plain("No drafts. Choose somebody with Enter, or press c on a contact.");
            page::in_pane(frame, left, titles, state.focus == Focus::List, (&page, 0), theme);
        } else {
            let cursor = state.compose.list.cursor();
            let window = list::window(view, state.screen, cursor, rows.len(), left);
            let inner =
                pane::draw(frame, left, &titles.scrolled(window.signs()), state.focus == Focus::List, theme);
            let width = usize::from(inner.width);
            let looks = view.clone();
            list::draw(frame, inner, view, window, (cursor, state.focus), |at| {
                let mut spans =
                    vec![list::lead(&looks, at == cursor, state.compose.list.marked(at)), Span::raw(" ")];
                let Some(draft) = draft(at) else { return spans };
                let name = state.network.contact(draft.contact).map_or_else(String::new, |c| c.name());
                let when = match draft.later.filter(|day| *day > today) {
                    Some(day) => format!("until {}", day.short(today)),
                    None => draft.at.day().min(today).short(today),
                };
                let columns = (width / 3).clamp(12, 24);
                let rest = width.saturating_sub(3 + columns + 1 + text::width(&when) + 1);
                spans.push(Span::styled(text::fit(&name, columns), theme.strong()));
                spans.push(Span::raw(format!(" {}", text::fit(&draft.text.replace('\n', " "), rest))));
                spans.push(Span::styled(format!(" {when}"), theme.quiet()));
                spans
            });
        }
    }
    if right.width > 0 {
        let draft = state.compose.list.current().and_then(|id| state.network.drafts.get(id));
        let (title, page) = match draft {
            None => (String::new(), Page::default()),
            Some(draft) => {
                let name = state.network.contact(draft.contact).map_or_else(String::new, |c| c.name());
                (format!("To {name}"), preview::draft(draft, today))
            }
        };
        let titles = Titles { top: title, ..Titles::default() };
        let focused = state.focus == Focus::Detail;
        view.most = page::in_pane(frame, right, titles, focused, (&page, state.detail_top), theme);
    }
}

/// The boxes of a message.
struct Boxes {
    text: Rect,
    hint: Rect,
    tips: Rect,
    facts: Rect,
    check: Rect,
}

fn boxes(body: Rect) -> Boxes {
    let one = Constraint::Length(1);
    let left = compose::text_width(body.width);
    if left < body.width {
        let [main, check] = Layout::vertical([Constraint::Min(1), one]).areas(body);
        let [left, right] = Layout::horizontal([Constraint::Length(left), Constraint::Min(1)]).areas(main);
        let [text, hint] = Layout::vertical([Constraint::Min(1), one]).areas(left);
        let [tips, facts] = Layout::vertical([Constraint::Percentage(45), Constraint::Min(1)]).areas(right);
        return Boxes { text, hint, tips, facts, check };
    }
    let below = match body.height {
        ..14 => 5,
        14..18 => 6,
        _ => (body.height * 2 / 5).clamp(7, 12),
    };
    let [text, hint, beside, check] =
        Layout::vertical([Constraint::Min(1), one, Constraint::Length(below), one]).areas(body);
    let [tips, facts] = Layout::horizontal([Constraint::Percentage(53), Constraint::Min(1)]).areas(beside);
    Boxes { text, hint, tips, facts, check }
}

fn message(frame: &mut Frame, body: Rect, state: &State, writing: &Writing, view: &mut View) {
    let places = boxes(body);
    // From top to bottom: what is typed is drawn last, so that the caret is its own.
    hint(frame, places.hint, writing, view.theme);
    beside::tips(frame, places.tips, writing, view);
    beside::facts(frame, places.facts, writing, view);
    send_check(frame, places.check, state, writing, view.theme);
    words::words(frame, places.text, state, writing, view);
}

// One line of the same height, so that nothing jumps: score, bar, word, the one next step.
fn hint(frame: &mut Frame, area: Rect, writing: &Writing, theme: Theme) {
    let columns = usize::from(area.width).saturating_sub(1);
    let Some((score, band)) = writing.score.score.zip(writing.score.band()) else {
        let said =
            "No message: fine for people you know; a short line about what you share helps with strangers.";
        let said = if text::width(said) > columns { "No message: fine for people you know." } else { said };
        let line = Line::styled(format!(" {}", text::cut(said, columns)), theme.quiet());
        frame.render_widget(line, area);
        return;
    };
    if writing.early() {
        let line = Line::styled(" Tips come with the first sentence.", theme.quiet());
        frame.render_widget(line, area);
        return;
    }
    let good = band >= Band::Good;
    let (step, gain) = advice::next_step(writing).map_or_else(Default::default, |advice| {
        let tip = &advice.tip;
        let gain = if tip.gain > 0 { format!(" (+{})", tip.gain) } else { String::new() };
        (format!("next: {}", tip.next.trim_end_matches('.')), gain)
    });
    let limited = if writing.score.lang.is_none() { "language not recognised, limited check. " } else { "" };
    let (full, empty) = gauge::bar(score.clamp(0, 100) as u32, 100, 10);
    let quiet = if good { theme.quiet() } else { Style::new() };
    let lead = format!(" {score:>3} {} ", band.word());
    let room = columns.saturating_sub(text::width(&lead) + 12);
    let spans = vec![
        Span::styled(lead, theme.strong()),
        Span::raw(full),
        Span::styled(empty, theme.quiet()),
        Span::styled(
            format!(
                "  {}{gain}",
                text::cut(&format!("{limited}{step}"), room.saturating_sub(text::width(&gain)))
            ),
            quiet,
        ),
    ];
    frame.render_widget(Line::from(spans), area);
}

// What is not as it should be stands out by its weight.
fn send_check(frame: &mut Frame, area: Rect, state: &State, writing: &Writing, theme: Theme) {
    let items = check::items(&state.network, writing, &state.budget, state.now.today);
    let columns = usize::from(area.width);
    // Where there is no room for all words, the first items say less.
    let mut words: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
    let taken = |words: &[&str]| words.iter().map(|text| text::width(text) + 3).sum::<usize>() - 2;
    for (at, item) in items.iter().enumerate() {
        if taken(&words) > columns {
            words[at] = &item.brief;
        }
    }
    let lead = if taken(&words) + 12 <= columns { " Send check  " } else { " " };
    let mut spans = vec![Span::styled(lead, theme.quiet())];
    let mut room = columns.saturating_sub(lead.len());
    for (n, (item, words)) in items.iter().zip(words).enumerate() {
        let bar = if n == 0 { "" } else { " | " };
        let words = text::cut(words, room.saturating_sub(bar.len()));
        room = room.saturating_sub(bar.len() + text::width(&words));
        spans.push(Span::styled(bar, theme.quiet()));
        spans.push(Span::styled(words, if item.fine { theme.quiet() } else { theme.strong() }));
    }
    frame.render_widget(Line::from(spans), area);
}
