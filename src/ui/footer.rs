//! The two lines at the bottom: the last thing done or the prompt, and the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::text;
use super::theme::Theme;
use crate::app::act;
use crate::app::action::{Action, Screen};
use crate::app::editor::Editor;
use crate::app::keymap::Place;
use crate::app::overlay::Overlay;
use crate::app::query::Query;
use crate::app::state::{Notice, State};
use crate::domain::visible;

/// From how many marks on a hint is not weighed against each of them.
const MANY: usize = 100;
const CAVEAT: &str = "silence is not a no";

// Wherever a stage can be seen.
fn caveat(state: &State) -> &'static str {
    let first = matches!(state.overlays.first(), Some(Overlay::FirstRun(_)));
    if first || matches!(state.screen, Screen::Compose | Screen::You) { "" } else { CAVEAT }
}

// How many columns of the status line are for what is said.
fn room(area: Rect, state: &State) -> usize {
    usize::from(area.width).saturating_sub(text::width(caveat(state)) + 3)
}

/// Draws the status line. Its right end is kept for the caveat wherever a stage can be seen.
pub fn status(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    let caveat = caveat(state);
    let kept = text::width(caveat) as u16 + 2;
    let left = Rect { x: area.x + 1, width: room(area, state) as u16, ..area };
    let at = Rect { x: area.right().saturating_sub(kept - 1), width: kept - 1, ..area };
    frame.render_widget(Line::styled(caveat, theme.quiet()), at);
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        prompt(frame, left, ":", &palette.editor, None, theme);
        return;
    }
    if let Some(editor) = state.filter.as_ref().filter(|_| state.overlays.is_empty()) {
        prompt(frame, left, "/", editor, state.query(), theme);
        return;
    }
    let (said, style) = match &state.notice {
        Notice::None => (standing(state), theme.quiet()),
        Notice::Saving(said, ..) => (format!("{said} …"), Style::new()),
        // In a text a letter takes nothing back.
        Notice::Noted(what) if state.place() == Place::Text => {
            (what.split(" · ").next().unwrap_or_default().to_owned(), Style::new())
        }
        Notice::Noted(what) | Notice::Said(what) => (what.clone(), Style::new()),
        Notice::Wrong(what) => (what.clone(), theme.wrong()),
    };
    let columns = usize::from(left.width);
    let said = if has_second_line(state) {
        text::wrap(&said, columns).swap_remove(0)
    } else {
        brief(&said, columns)
    };
    frame.render_widget(Line::styled(said, style), left);
}

// What is said has the line of the keys as well until the next key, but never where a box is open, whose keys these are.
fn has_second_line(state: &State) -> bool {
    state.overlays.is_empty() && state.notice != state.read
}

// What is said, cut where it is too long; what can be done about it goes first.
fn brief(said: &str, columns: usize) -> String {
    let said = said.replace('\n', " ");
    let bare = match said.rsplit_once(" · ") {
        Some((bare, _)) if text::width(&said) > columns => bare,
        _ => &said,
    };
    text::cut(bare, columns)
}

// What the status line has no room for: the rest of a sentence, or all of a mistake in a filter.
fn overflow(state: &State, columns: usize) -> Option<String> {
    if state.filter.is_some() && state.overlays.is_empty() {
        return state.query()?.errors.first().map(|mistake| mistake.why.clone());
    }
    if let Some(Overlay::Palette(palette)) = state.overlays.last() {
        return (!palette.remark.is_empty()).then(|| palette.remark.clone());
    }
    if !has_second_line(state) {
        return None;
    }
    let (Notice::Noted(said) | Notice::Said(said) | Notice::Wrong(said)) = &state.notice else { return None };
    let lines = text::wrap(said, columns);
    (lines.len() > 1).then(|| lines[1..].join(" "))
}

// What there is to say where nothing was done yet: the filter that is on, marks.
fn standing(state: &State) -> String {
    let filter = match state.screen {
        Screen::Pending => state.pending.filter.as_str(),
        Screen::Contacts => state.contacts.filter.as_str(),
        Screen::Today | Screen::Compose | Screen::Insights | Screen::You => "",
    };
    match (filter, marks(state)) {
        ("", 0) => String::new(),
        ("", marks) => format!("{marks} marked · Esc takes the marks off"),
        (filter, 0) => format!("filter: {filter} · Esc clears it"),
        (filter, marks) => format!("{marks} marked · filter: {filter}"),
    }
}

// A sign, what is typed with the caret in it, and what is wrong with it at the spot.
fn prompt(frame: &mut Frame, area: Rect, sign: &str, editor: &Editor, query: Option<&Query>, theme: Theme) {
    let mistakes = query.map(|query| query.errors.as_slice()).unwrap_or_default();
    let mut spans = vec![Span::styled(sign.to_owned(), theme.accent())];
    spans.extend(caret(
        frame,
        Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area },
        editor,
        |at| {
            let wrong = mistakes.iter().any(|mistake| mistake.span.contains(&at));
            if wrong { theme.wrong() } else { Style::new() }
        },
    ));
    frame.render_widget(Line::from(spans), area);
}

/// The line of an editor as it fits into `area`, scrolled so that the caret is in sight, which is set there.
pub fn caret(
    frame: &mut Frame,
    area: Rect,
    editor: &Editor,
    style: impl Fn(usize) -> Style,
) -> Vec<Span<'static>> {
    let (row, byte) = editor.cursor();
    let line = &editor.lines()[row];
    let room = usize::from(area.width.saturating_sub(1));
    // Made safe as a whole, character for character: alone, a joiner would lose its neighbours.
    let shown = visible::line(line);
    let places: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    let caret = places.partition_point(|at| *at < byte);
    let caret = shown.char_indices().nth(caret).map_or(shown.len(), |(at, _)| at);
    let before = text::width(&shown[..caret]);
    let skip = before.saturating_sub(room);
    let (mut spans, mut column, mut n) = (Vec::new(), 0, 0);
    for grapheme in shown.graphemes(true) {
        let columns = text::width(grapheme);
        if column >= skip && column + columns <= skip + room {
            spans.push(Span::styled(grapheme.to_owned(), style(places[n])));
        }
        column += columns;
        n += grapheme.chars().count();
    }
    let x = area.x + (before - skip) as u16;
    frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    spans
}

// The keys for a place that fit into so many columns: whole ones, most useful first; the way to all others is the last
// and always among them.
fn fitting(
    hints: Vec<(String, &'static str)>,
    help: Option<(String, &'static str)>,
    columns: usize,
    theme: Theme,
) -> Vec<(String, &'static str)> {
    let taken = |(key, label): &(String, &str)| text::width(key) + 1 + text::width(label) + 2;
    let shown = |(key, label): (String, &'static str)| (theme.key(&key), label);
    let (others, help) = (hints.into_iter().map(shown), help.map(shown));
    let others: Vec<_> = others.filter(|hint| Some(hint) != help.as_ref()).collect();
    // A blank in front, none behind the last.
    let mut left = (columns + 1).saturating_sub(help.as_ref().map_or(0, taken));
    let mut fitting: Vec<(String, &str)> = others
        .into_iter()
        .take_while(|hint| {
            let fits = taken(hint) <= left;
            left = left.saturating_sub(taken(hint));
            fits
        })
        .collect();
    fitting.extend(help);
    fitting
}

// The keys that do something now, most useful first; where nothing is listed, making something is.
fn offered(state: &State) -> Vec<(String, &'static str)> {
    let place = state.place();
    let empty = match place {
        Place::Today => state.today.list.rows().is_empty(),
        Place::Pending => state.pending.list.rows().is_empty(),
        Place::Contacts => state.contacts.list.rows().is_empty(),
        Place::Drafts => state.compose.list.rows().is_empty(),
        _ => false,
    };
    let mut hints = state.keymap.hinted(place);
    if state.edits_notes() {
        for (_, _, label) in hints.iter_mut().filter(|(action, ..)| *action == Action::Edit) {
            *label = "change a note";
        }
    }
    hints.retain(|(action, ..)| helps(state, *action, empty));
    if empty {
        hints.sort_by_key(|(action, ..)| *action != Action::New);
    }
    hints.into_iter().map(|(_, key, label)| (key, label)).collect()
}

fn helps(state: &State, action: Action, empty: bool) -> bool {
    match action {
        Action::Enter | Action::Mark | Action::Touch | Action::NotToday | Action::ThrowAway if empty => false,
        Action::Complete => match state.overlays.last() {
            Some(Overlay::Ask(ask)) => ask.purpose.is_a_path(),
            _ => true,
        },
        Action::Enter | Action::TipOff | Action::TipOffForGood | Action::Why
            if state.place() == Place::Tips =>
        {
            state.compose.writing.as_ref().is_some_and(|writing| !writing.advice.is_empty())
        }
        // Each of the marked would be looked at, in every picture: of many it is said when it is asked for.
        Action::Withdraw if marks(state) > MANY => true,
        _ => act::allows(state, action).is_ok(),
    }
}

fn marks(state: &State) -> usize {
    match state.screen {
        Screen::Today => state.today.list.marks(),
        Screen::Pending => state.pending.list.marks(),
        Screen::Contacts => state.contacts.list.marks(),
        Screen::Compose => state.compose.list.marks(),
        Screen::Insights | Screen::You => 0,
    }
}

/// Draws the keys for here: whole ones, most useful first, as many as fit.
pub fn hints(frame: &mut Frame, area: Rect, state: &State, theme: Theme) {
    if let Some(rest) = overflow(state, room(area, state)) {
        let wrong = matches!(state.notice, Notice::Wrong(_)) || state.filter.is_some();
        let style = if wrong { theme.wrong() } else { Style::new() };
        let line = format!(" {}", text::cut_words(&rest, usize::from(area.width).saturating_sub(2)));
        frame.render_widget(Line::styled(line, style), area);
        return;
    }
    let mut spans = vec![Span::raw(" ")];
    let help = state.keymap.help_hint(state.place());
    for (key, label) in fitting(offered(state), help, usize::from(area.width), theme) {
        spans.push(Span::styled(key, theme.accent()));
        spans.push(Span::styled(format!(" {label}  "), theme.quiet()));
    }
    frame.render_widget(Line::from(spans), area);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::{Keymap, TABLE};
    use crate::ui::theme::{Colour, Glyphs};

    #[test]
    fn hints_fit_and_end_with_the_way_to_all_keys() {
        let keymap = Keymap::standard();
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let theme = Theme { colour: Colour::None, glyphs };
            for place in TABLE.iter().flat_map(|binding| binding.places) {
                for columns in 60..=200 {
                    let hints = fitting(keymap.hints(*place), keymap.help_hint(*place), columns, theme);
                    let line: Vec<String> =
                        hints.iter().map(|(key, label)| format!("{key} {label}")).collect();
                    let line = format!(" {}", line.join("  "));
                    assert!(text::width(&line) <= columns, "{place:?} at {columns}: {line}");
                    assert!(hints.len() >= 2 || *place == Place::Working, "{place:?} at {columns}: {line}");
                    assert_eq!(hints.last().cloned(), keymap.help_hint(*place).or(hints.last().cloned()));
                }
            }
        }
        let all = keymap.hints(Place::Pending).len();
        let theme = Theme { colour: Colour::None, glyphs: Glyphs::Unicode };
        assert_eq!(
            fitting(keymap.hints(Place::Pending), keymap.help_hint(Place::Pending), 300, theme).len(),
            all,
            "where there is room all are there"
        );
    }

    #[test]
    fn what_is_said_is_cut_with_what_can_be_done_first() {
        assert_eq!(
            brief("noted: Ana accepted · u takes it back", 40),
            "noted: Ana accepted · u takes it back"
        );
        assert_eq!(brief("noted: Ana accepted · u takes it back", 30), "noted: Ana accepted");
        assert_eq!(brief("noted: Ana accepted · u takes it back", 10), "noted: An…");
    }
}
