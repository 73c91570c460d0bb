//! The message: soft wrap, the caret, and the words that are marked.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::compose::{self, Marked, Part, Writing};
use crate::app::state::State;
use crate::app::wrap;
use crate::domain::network::Network;
use crate::insight::quality::Severity;
use crate::ui::pane::Titles;
use crate::ui::theme::Theme;
use crate::ui::window::Window;
use crate::ui::{View, pane, text};

/// The message, its words marked, with soft wrap.
pub(super) fn words(frame: &mut Frame, area: Rect, state: &State, writing: &Writing, view: &mut View) {
    let theme = view.theme;
    let focused = writing.part == Part::Text;
    let contact = state.network.contact(writing.contact);
    let place = contact.map_or_else(String::new, |contact| match contact.place() {
        place if place.is_empty() => format!("To {}", contact.name()),
        place => format!("To {} · {place}", contact.name()),
    });
    let over = writing.score.units > writing.limit;
    let saved = match &writing.unkept {
        Some(why) => format!("not saved: {why}"),
        None if writing.editor.is_empty() && writing.draft.is_none() => String::new(),
        // While somebody types it is not said at each save: nothing flickers beside the words.
        None if writing.rested && writing.safe(&state.history) => {
            format!("draft {}, saved", writing.version(&state.network))
        }
        None => format!("draft {} …", writing.version(&state.network)),
    };
    let titles =
        Titles { top: place, bottom: saved, right: count(writing), alarm: over, ..Titles::default() };
    let columns = compose::columns(state.size.0);
    let laid = wrap::lay(writing.editor.lines(), writing.editor.place(), columns);
    let (row_at, column) = laid.caret;
    let height = area.height.saturating_sub(2);
    let window = Window::follow(&mut view.text_top, row_at, laid.rows.len(), height);
    let inner = pane::draw(frame, area, &titles.scrolled(window.signs()), focused, theme);
    if writing.editor.is_empty() {
        let name = contact.map_or("them", |contact| contact.first_name.as_str());
        let asks = format!("Write to {name}: what did you read of theirs, what do you share?");
        let line = Line::styled(text::cut(&asks, usize::from(inner.width)), theme.quiet());
        frame.render_widget(line, Rect { height: 1, ..inner });
    }
    let styles = Styles::of(&state.network, writing, theme);
    for (at, y) in window.rows().zip(inner.y..inner.bottom()) {
        let spans = styles.row(&laid.rows[at], laid.starts[at]);
        frame.render_widget(Line::from(spans), Rect { y, height: 1, ..inner });
    }
    let y = inner.y + (row_at - window.top) as u16;
    view.cursor_line = y;
    if focused && state.overlays.is_empty() {
        let x = (inner.x + column as u16).min(inner.right().saturating_sub(1));
        frame.set_cursor_position((x, y));
    }
}

/// A line, and a character in it.
type Place = (usize, usize);

/// Which characters of which lines are marked, and how: from one place to before another.
struct Styles {
    marked: Vec<(Place, Place, Style)>,
}

impl Styles {
    fn of(network: &Network, writing: &Writing, theme: Theme) -> Self {
        let editor = &writing.editor;
        let place = |at: usize| editor.place_of(at);
        let mut marked: Vec<_> = writing
            .marks(network)
            .into_iter()
            .map(|mark| {
                let style = match mark.of {
                    Marked::Fault(Severity::Error) => theme.wrong().add_modifier(Modifier::UNDERLINED),
                    Marked::Fault(_) => Style::new().add_modifier(Modifier::UNDERLINED),
                    Marked::Chosen => theme.accent().patch(theme.strong()).add_modifier(Modifier::UNDERLINED),
                };
                (place(mark.span.start), place(mark.span.end), style)
            })
            .collect();
        if let Some(selected) = editor.selection() {
            let style = Style::new().add_modifier(Modifier::REVERSED);
            marked.push((place(selected.start), place(selected.end), style));
        }
        Self { marked }
    }

    // A row, in spans of one style each.
    fn row(&self, row: &str, (line, start): (usize, usize)) -> Vec<Span<'static>> {
        let mut spans: Vec<Span> = Vec::new();
        let mut at = start;
        for grapheme in row.graphemes(true) {
            let here = self.marked.iter().filter(|(from, to, _)| *from <= (line, at) && (line, at) < *to);
            let style = here.fold(Style::new(), |style, (.., more)| style.patch(*more));
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(grapheme),
                _ => spans.push(Span::styled(grapheme.to_owned(), style)),
            }
            at += grapheme.chars().count();
        }
        spans
    }
}

// `136 of 200`; what counts for more than one is said.
fn count(writing: &Writing) -> String {
    let units = writing.score.units;
    let letters = writing.editor.text().graphemes(true).count();
    let double = if letters == units { "" } else { ", some signs count double" };
    format!("{units} of {}{double}", writing.limit)
}
