//! Menus, questions, forms, notes, plans, and the first screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{middle, place};
use crate::app::editor::Editor;
use crate::app::overlay::{
    Ask, Confirm, FirstRun, Form, Menu, NoteBox, PageBox, PlanBox, Reply, WIDEST, Working,
};
use crate::app::page::Page;
use crate::app::preview;
use crate::app::state::{BookKind, State};
use crate::app::wrap;
use crate::domain::rules::RuleKey;
use crate::ui::footer::caret;
use crate::ui::pane::{self, Titles};
use crate::ui::theme::Theme;
use crate::ui::window::Window;
use crate::ui::{View, gauge, page, text};

fn row(area: Rect, n: usize) -> Rect {
    Rect { y: area.y + n as u16, height: 1, ..area }
}

fn line(frame: &mut Frame, area: Rect, n: usize, spans: Vec<Span<'static>>) {
    if n < usize::from(area.height) {
        frame.render_widget(Line::from(spans), row(area, n));
    }
}

/// Choices with their letters.
pub(super) fn menu(frame: &mut Frame, body: Rect, menu: &Menu, view: &mut View) {
    let theme = view.theme;
    let label = menu.items.iter().map(|item| text::width(&item.label)).max().unwrap_or(0);
    let hint = menu.items.iter().map(|item| text::width(&item.hint)).max().unwrap_or(0);
    let width = (label + hint + 10).max(text::width(&menu.title) + 6).max(36);
    let area = place(body, width as u16, menu.items.len() as u16 + 2, 0, view);
    let height = area.height.saturating_sub(2);
    let window = Window::follow(&mut view.box_top, menu.cursor, menu.items.len(), height);
    let titles = Titles { top: menu.title.clone(), ..Titles::default() }.scrolled(window.signs());
    let inner = pane::over(frame, area, &titles, theme);
    let columns = usize::from(inner.width);
    for n in window.rows() {
        let item = &menu.items[n];
        let here = n == menu.cursor;
        let at = row(inner, n - window.top);
        if here {
            frame.buffer_mut().set_style(at, theme.cursor(true));
        }
        let key = if here { theme.strong() } else { theme.letter() };
        let spans = vec![
            Span::styled(format!("{} ", if item.letter == '\0' { ' ' } else { item.letter }), key),
            Span::raw(text::fit(&item.label, (label + 2).min(columns.saturating_sub(2)))),
            Span::styled(
                text::cut(&item.hint, columns.saturating_sub(label + 4)),
                if here { Style::new() } else { theme.quiet() },
            ),
        ];
        frame.render_widget(Line::from(spans), at);
    }
}

fn field(frame: &mut Frame, area: Rect, editor: &Editor, focused: bool, theme: Theme) {
    if focused {
        let spans = caret(frame, area, editor, |_| Style::new());
        frame.render_widget(Line::from(spans), area);
    } else {
        let shown = text::cut(&editor.text(), usize::from(area.width));
        frame.render_widget(Line::styled(shown, theme.quiet()), area);
    }
}

// A remark is what is wrong, but where it offers a name (`Tab: Ana Ruiz`) or names of files, two blanks between them.
fn remark_style(remark: &str, theme: Theme) -> Style {
    if remark.starts_with("Tab: ") || remark.contains("  ") { Style::new() } else { theme.wrong() }
}

/// One line to write.
pub(super) fn ask(frame: &mut Frame, body: Rect, ask: &Ask, view: &View) {
    let theme = view.theme;
    let columns = usize::from(WIDEST.min(body.width.saturating_sub(2)).saturating_sub(4));
    let remark = text::wrap(&ask.remark, columns);
    let extra = if ask.remark.is_empty() { 0 } else { remark.len().min(4) };
    let area = place(body, WIDEST, 4 + extra as u16, 0, view);
    let titles = Titles { top: ask.title.clone(), ..Titles::default() };
    let inner = pane::over(frame, area, &titles, theme);
    field(frame, row(inner, 0), &ask.editor, true, theme);
    line(frame, inner, 1, vec![Span::styled(text::cut(&ask.hint, columns), theme.quiet())]);
    for (n, text) in remark.into_iter().take(extra).enumerate() {
        line(frame, inner, 2 + n, vec![Span::styled(text, remark_style(&ask.remark, theme))]);
    }
}

/// Several fields.
pub(super) fn form(frame: &mut Frame, body: Rect, form: &Form, view: &mut View) {
    let theme = view.theme;
    let height = form.fields.len() as u16 + 6;
    // Several fields at once are worth more than the row.
    let area = place(body, WIDEST, height, 10, view);
    let columns = usize::from(pane::inside(area).width);
    let remark: Vec<String> = match form.remark.as_str() {
        "" => Vec::new(),
        remark => text::wrap(remark, columns).into_iter().take(2).collect(),
    };
    // In a low terminal the field that is written stays in sight, and the fields have every row but that of the hint, or
    // of the remark in its place.
    let low = area.height < height;
    let kept = if low { 2 + remark.len().max(1) as u16 } else { 6 };
    let window =
        Window::follow(&mut view.box_top, form.at, form.fields.len(), area.height.saturating_sub(kept));
    let titles = Titles { top: form.title.clone(), ..Titles::default() }.scrolled(window.signs());
    let inner = pane::over(frame, area, &titles, theme);
    for n in window.rows() {
        let (each, here) = (&form.fields[n], n == form.at);
        let (label, _) = each.name.words();
        let at = row(inner, n - window.top);
        let style = if here { theme.accent() } else { theme.quiet() };
        frame.render_widget(Line::styled(text::fit(label, 9), style), Rect { width: 9, ..at });
        let value = Rect { x: at.x + 9, width: at.width.saturating_sub(9), ..at };
        if each.editor.is_empty() {
            frame.render_widget(Line::styled(each.name.placeholder(), theme.quiet()), value);
            if here {
                frame.set_cursor_position((value.x, value.y));
            }
        } else {
            field(frame, value, &each.editor, here, theme);
        }
    }
    let (_, hint) = form.fields[form.at].name.words();
    let shown = window.rows().len();
    // What is wrong may be in another field than the one that this hint is for.
    let wrong = !remark.is_empty() && remark_style(&form.remark, theme) == theme.wrong();
    if remark.is_empty() || !(low || wrong) {
        let at = shown + usize::from(!low);
        line(frame, inner, at, vec![Span::styled(text::cut(hint, columns), theme.quiet())]);
    }
    let below = if low { shown } else { shown + 2 };
    for (n, text) in remark.into_iter().enumerate() {
        line(frame, inner, below + n, vec![Span::styled(text, remark_style(&form.remark, theme))]);
    }
}

/// A note being written: soft wrap by word, the caret where it belongs.
pub(super) fn note(frame: &mut Frame, body: Rect, state: &State, note: &NoteBox, view: &mut View) {
    let theme = view.theme;
    let name = state.network.contact(note.contact).map_or_else(String::new, |contact| contact.name());
    let area = middle(body, WIDEST, body.height.min(18));
    let laid = wrap::lay(note.editor.lines(), note.editor.place(), NoteBox::columns(body.width));
    let (row_at, column) = laid.caret;
    let window = Window::follow(&mut view.box_top, row_at, laid.rows.len(), area.height.saturating_sub(2));
    let bottom = "Markdown, private".to_owned();
    let titles = Titles { top: format!("Note on {name}"), bottom, ..Titles::default() };
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    for (n, text) in laid.rows[window.rows()].iter().enumerate() {
        line(frame, inner, n, vec![Span::raw(text.clone())]);
    }
    let x = (inner.x + column as u16).min(inner.right().saturating_sub(1));
    frame.set_cursor_position((x, inner.y + (row_at - window.top) as u16));
}

// What a question is about, in lines, each with how many of it have been named by its end. Many names stand one after the
// other, so that as many as possible are seen.
fn about(names: &[String], columns: usize) -> Vec<(String, usize)> {
    let mut lines: Vec<(String, usize)> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        if names.len() <= 5 {
            let wrapped = text::wrap(name, columns);
            let last = wrapped.len() - 1;
            lines.extend(
                wrapped.into_iter().enumerate().map(|(at, text)| (text, n + usize::from(at == last))),
            );
            continue;
        }
        let comma = if n + 1 < names.len() { "," } else { "" };
        let name = format!("{}{comma}", text::cut(name, columns.saturating_sub(1)));
        match lines.last_mut() {
            Some((line, named)) if text::width(line) + 1 + text::width(&name) <= columns => {
                line.push(' ');
                line.push_str(&name);
                *named = n + 1;
            }
            _ => lines.push((name, n + 1)),
        }
    }
    lines
}

/// A question before something large.
pub(super) fn confirm(frame: &mut Frame, body: Rect, confirm: &Confirm, view: &View) {
    let theme = view.theme;
    let columns = usize::from(WIDEST.min(body.width.saturating_sub(2)).saturating_sub(4));
    let question = text::wrap(&confirm.question, columns);
    let lines = about(&confirm.lines, columns);
    let room = usize::from(body.height).saturating_sub(question.len() + 5).max(1);
    let shown = lines.len().min(room);
    let height = (question.len() + shown + 4 + usize::from(lines.len() > shown)) as u16;
    let area = middle(body, WIDEST, height);
    let inner = pane::over(frame, area, &Titles::default(), theme);
    let mut n = 0;
    for text in question {
        line(frame, inner, n, vec![Span::styled(text, theme.strong())]);
        n += 1;
    }
    for (text, _) in lines.iter().take(shown) {
        line(frame, inner, n, vec![Span::raw(text.clone())]);
        n += 1;
    }
    if lines.len() > shown {
        let more = format!("and {} more", confirm.lines.len() - lines[shown - 1].1);
        line(frame, inner, n, vec![Span::styled(more, theme.quiet())]);
        n += 1;
    }
    let answer = |letter: &'static str, word: &'static str, reply| {
        let (key, rest) = if confirm.reply == reply {
            (theme.cursor(true).patch(theme.strong()), theme.cursor(true))
        } else {
            (theme.letter(), theme.quiet())
        };
        [Span::styled(letter, key), Span::styled(word, rest), Span::raw(" ")]
    };
    let keys = answer(" y", " yes ", Reply::Yes).into_iter().chain(answer(" n", " no ", Reply::No)).collect();
    line(frame, inner, n + 1, keys);
}

/// Work that takes a while: a bar with count and share.
pub(super) fn working(frame: &mut Frame, body: Rect, working: &Working, view: &View) {
    let theme = view.theme;
    let area = middle(body, 52, 5);
    let inner = pane::over(frame, area, &Titles { top: working.doing.clone(), ..Titles::default() }, theme);
    let of = working.of.max(1);
    let share = working.done.min(of) * 1000 / of;
    let (bar, _) = gauge::bar(share as u32, 1000, u32::from(inner.width));
    line(frame, inner, 0, vec![Span::styled(bar, theme.accent())]);
    let count = match working.of {
        0 => "Esc stops it; nothing is changed yet".to_owned(),
        of => {
            let share = format!("{} %", working.done * 100 / of);
            // A rate means something after the first second.
            match (working.elapsed, working.done) {
                (1_000.., 1..) => {
                    let rate = working.done * 1_000 / working.elapsed;
                    let left = of.saturating_sub(working.done) / rate.max(1);
                    format!("{share} · {} KiB a second · about {left} s left", rate / 1024)
                }
                _ => share,
            }
        }
    };
    line(frame, inner, 2, vec![Span::styled(count, theme.quiet())]);
}

/// What an import would do.
pub(super) fn plan(frame: &mut Frame, body: Rect, state: &State, plan: &PlanBox, view: &View) -> usize {
    let theme = view.theme;
    let area = middle(body, WIDEST, body.height);
    let changes = plan.plan.changes.len();
    let right =
        if changes == 0 { "nothing new".to_owned() } else { "Enter imports, u takes it back".to_owned() };
    let titles = Titles { top: plan.plan.name.clone(), right, ..Titles::default() };
    let mut page = Page::default();
    if state.book.kind == BookKind::Demo {
        page.strong("This goes into the made-up network, not into your own book.");
    }
    for line in &plan.plan.lines {
        page.plain(line.as_str());
    }
    let laid = page::lay(&page, area);
    let window = laid.window(plan.top, area);
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    laid.draw(frame, inner, window, theme);
    window.most()
}

/// Something to read.
pub(super) fn page(frame: &mut Frame, body: Rect, page: &PageBox, view: &View) -> usize {
    let theme = view.theme;
    let width = WIDEST.min(body.width.saturating_sub(2));
    let lines = page::lay(&page.page, Rect { width, height: u16::MAX, ..body }).count() as u16;
    let area = place(body, WIDEST, lines + 2, body.height.min(8), view);
    let titles = Titles { top: page.title.clone(), ..Titles::default() };
    let laid = page::lay(&page.page, area);
    let window = laid.window(page.top, area);
    let inner = pane::over(frame, area, &titles.scrolled(window.signs()), theme);
    laid.draw(frame, inner, window, theme);
    window.most()
}

/// The first screen of an empty book. In a low terminal the blank lines go first, never a word.
pub(super) fn first_run(frame: &mut Frame, body: Rect, state: &State, first: FirstRun, view: &View) {
    let theme = view.theme;
    let area = middle(body, WIDEST, 16);
    let titles = Titles { top: "Welcome to inroads".into(), ..Titles::default() };
    let inner = pane::over(frame, area, &titles, theme);
    let columns = usize::from(inner.width);
    let rules = &state.network.rules;
    let account = preview::value(rules, RuleKey::Account);
    let said = |text: &str, style: Style| {
        let lines = text::wrap(text, columns).into_iter();
        lines.map(|text| (None, vec![Span::styled(text, style)])).collect::<Vec<_>>()
    };
    let gap = || (None, Vec::new());
    // The number of its choice, and what stands in it.
    let mut lines: Vec<(Option<usize>, Vec<Span>)> = vec![gap()];
    lines.extend(said("Whom did you ask, what waits, and what next?", Style::new()));
    lines.push(gap());
    for (n, (label, _)) in FirstRun::CHOICES.iter().enumerate() {
        let pointer = if n == first.cursor { theme.pointer() } else { ' ' };
        lines.push((
            Some(n),
            vec![
                Span::raw(format!("{pointer} ")),
                Span::styled(
                    format!("{} ", n + 1),
                    if n == first.cursor { theme.strong() } else { theme.letter() },
                ),
                Span::raw(*label),
            ],
        ));
    }
    let message = format!(" account: {account}, messages of up to {} characters", rules.message_limit());
    let share = preview::value(rules, RuleKey::ShareAccepted);
    let unit = if rules.changed(RuleKey::ShareAccepted).is_some_and(|share| share > 0) { " %" } else { "" };
    let share = format!(" what you send is accepted, roughly: {share}{unit} (s: more)");
    let asked = |letter, text| (None, vec![Span::styled(letter, theme.letter()), Span::raw(text)]);
    lines.extend([gap(), asked("a", message), asked("s", share), gap()]);
    let place = said(&format!("All of it lies in {}", state.book.path), theme.quiet());
    let promise = said("It needs no network, signs in nowhere and sends nothing.", theme.quiet());
    let room = usize::from(inner.height);
    if lines.len() + place.len() + promise.len() > room {
        lines.retain(|(_, spans)| !spans.is_empty());
    }
    // The promise is said whole; of a long path, what there is room for.
    if lines.len() + place.len() + promise.len() > room {
        let cut = text::cut(&format!("All of it lies in {}", state.book.path), columns);
        lines.push((None, vec![Span::styled(cut, theme.quiet())]));
    } else {
        lines.extend(place);
    }
    lines.extend(promise);
    for (n, (choice, spans)) in lines.into_iter().take(usize::from(inner.height)).enumerate() {
        if choice == Some(first.cursor) {
            frame.buffer_mut().set_style(row(inner, n), theme.cursor(true));
        }
        line(frame, inner, n, spans);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_leaves_out_is_counted_in_people() {
        let names = |count: usize| (1..=count).map(|n| format!("Ana Nr{n}")).collect::<Vec<_>>();
        let lines = about(&names(7), 20);
        let expected =
            [("Ana Nr1, Ana Nr2,", 2), ("Ana Nr3, Ana Nr4,", 4), ("Ana Nr5, Ana Nr6,", 6), ("Ana Nr7", 7)];
        assert_eq!(lines, expected.map(|(text, named)| (text.to_owned(), named)));
        let few = about(&["a path with blanks".to_owned(), "end".to_owned()], 12);
        let expected = [("a path with", 0), ("blanks", 1), ("end", 2)];
        assert_eq!(few, expected.map(|(text, named)| (text.to_owned(), named)));
    }
}
