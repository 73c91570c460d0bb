//! The two boxes beside the message: what the coach says, and what is known of the reader.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::compose::advice;
use crate::app::compose::facts::{Does, Row};
use crate::app::compose::{Part, Writing};
use crate::app::page::Page;
use crate::domain::visible;
use crate::insight::quality::{Severity, Tip};
use crate::ui::pane::Titles;
use crate::ui::theme::Theme;
use crate::ui::window::Window;
use crate::ui::{View, page, pane, text};

/// What the coach says: at most three, the chosen one whole.
pub(super) fn tips(frame: &mut Frame, area: Rect, writing: &Writing, view: &mut View) {
    let theme = view.theme;
    let focused = writing.part == Part::Tips;
    let first = (writing.advice_at + 1).saturating_sub(advice::SHOWN);
    let hidden = writing.advice.len().saturating_sub(first + advice::SHOWN);
    let more = if hidden > 0 { format!("↓ {hidden} more") } else { String::new() };
    let above = if first > 0 { format!("↑ {first}") } else { String::new() };
    let rule = writing.advice.get(writing.advice_at).is_some_and(|chosen| !chosen.brings_back());
    let bottom = if focused && rule { "x not this rule" } else { "" };
    let titles =
        Titles { top: "Tips".into(), bottom: bottom.into(), below: more, above, ..Titles::default() };
    let inner = pane::draw(frame, area, &titles, focused, theme);
    let width = usize::from(inner.width);
    let shown: Vec<&Tip> =
        writing.advice.iter().skip(first).take(advice::SHOWN).map(|advice| &advice.tip).collect();
    if shown.is_empty() {
        let mut page = Page::default();
        quiet_page(&mut page, writing);
        let laid = page::lay(&page, area);
        laid.draw(frame, inner, laid.window(0, area), theme);
        return;
    }
    let whole = |tip: &Tip| {
        let mut lines: Vec<(String, bool)> = Vec::new();
        for (n, line) in text::wrap(&tip.message, width.saturating_sub(2)).into_iter().enumerate() {
            let lead = if n == 0 { format!("{} ", tip.severity.sign()) } else { "  ".to_owned() };
            lines.push((format!("{lead}{line}"), true));
        }
        let gain = if tip.gain > 0 { format!(" (+{})", tip.gain) } else { String::new() };
        let next = format!("{}{gain}", tip.next);
        lines.extend(
            text::wrap(&next, width.saturating_sub(2)).into_iter().map(|line| (format!("  {line}"), false)),
        );
        lines
    };
    // Where there is no room for all of them whole, the chosen one is.
    let room = usize::from(inner.height);
    let all: usize = shown.iter().map(|tip| whole(tip).len()).sum();
    let mut y = inner.y;
    for (at, tip) in shown.into_iter().enumerate() {
        let chosen = first + at == writing.advice_at;
        let mut lines = whole(tip);
        if all > room && !chosen {
            let one = format!("{} {}", tip.severity.sign(), tip.message);
            lines = vec![(text::cut(&one, width), true)];
        }
        for (n, (line, said)) in lines.into_iter().enumerate() {
            if y >= inner.bottom() {
                return;
            }
            let at = Rect { y, height: 1, ..inner };
            let mut style = if said { Style::new() } else { theme.quiet() };
            if said && tip.severity == Severity::Error {
                style = theme.wrong();
            }
            if chosen && focused && n == 0 {
                frame.buffer_mut().set_style(at, theme.cursor(true));
                style = Style::new();
            }
            frame.render_widget(Line::styled(visible::line(&line).into_owned(), style), at);
            y += 1;
        }
    }
}

// What there is to say where there is nothing to do.
fn quiet_page(page: &mut Page, writing: &Writing) {
    if writing.score.score.is_none() {
        page.quiet("Tips come as you write.");
        page.quiet("F5 begins with a template, F6 records a request without a message.");
        return;
    }
    if writing.early() {
        page.quiet("Tips come with the first sentence.");
        return;
    }
    page.plain("No tip: the coach reads form, not truth.");
    let source = writing.editor.text();
    // A single word of what was said is no quotation.
    let quoted = |spans: &[std::ops::Range<usize>]| {
        let longest = spans.iter().max_by_key(|span| span.len()).and_then(|span| source.get(span.clone()));
        let whole = longest.filter(|words| words.contains(' '));
        whole.map_or_else(|| ".".to_owned(), |words| format!(": “{words}”."))
    };
    if !writing.score.knows.is_empty() {
        page.quiet(format!("It says how you know them{}", quoted(&writing.score.knows)));
    }
    if !writing.score.gives.is_empty() {
        page.quiet(format!("It says what you can give{}", quoted(&writing.score.gives)));
    }
}

/// What is known, what was used, what is missing.
pub(super) fn facts(frame: &mut Frame, area: Rect, writing: &Writing, view: &mut View) {
    let theme = view.theme;
    let focused = writing.part == Part::Facts;
    let rows = &writing.facts;
    let bottom = match rows.get(writing.fact_at).map(|row| row.does) {
        Some(Does::Insert(_)) if focused => "Enter puts it in",
        Some(Does::Purpose) if focused => "Enter writes it",
        Some(_) if focused => "Enter adds it",
        _ => "",
    };
    let none = !rows.iter().any(|row| matches!(row.does, Does::Insert(_)));
    let top = if none { "Facts: none yet, n adds one" } else { "Facts" };
    let titles = Titles { top: top.into(), bottom: bottom.into(), ..Titles::default() };
    let height = area.height.saturating_sub(2);
    let window = Window::follow(&mut view.facts_top, writing.fact_at, rows.len(), height);
    let inner = pane::draw(frame, area, &titles.scrolled(window.signs()), focused, theme);
    let width = usize::from(inner.width);
    for (at, y) in window.rows().zip(inner.y..inner.bottom()) {
        let line = Rect { y, height: 1, ..inner };
        let here = focused && at == writing.fact_at;
        if here {
            frame.buffer_mut().set_style(line, theme.cursor(true));
        }
        let spans = fact(&rows[at], width, here, theme);
        frame.render_widget(Line::from(spans), line);
    }
}

fn fact(row: &Row, width: usize, here: bool, theme: Theme) -> Vec<Span<'static>> {
    let quiet = if here { Style::new() } else { theme.quiet() };
    let used = if row.used && matches!(row.does, Does::Insert(_)) { " used" } else { "" };
    let room = width.saturating_sub(9 + used.len());
    let missing = !matches!(row.does, Does::Insert(_)) && !row.used;
    let words = if missing { format!("+ {}", row.text) } else { row.text.clone() };
    vec![
        Span::styled(text::fit(row.label, 9), quiet),
        Span::styled(text::fit(&words, room), if missing { quiet } else { Style::new() }),
        Span::styled(used, quiet),
    ]
}
