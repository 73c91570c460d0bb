//! A page of text: wrapped, toned, scrolled.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::pane::{self, Titles};
use super::text;
use super::theme::Theme;
use super::window::Window;
use crate::app::page::{Page, Tone};

/// A page in lines of some width.
pub struct Laid {
    lines: Vec<(Tone, String)>,
}

/// Breaks a page into the lines that a pane of this size can show.
pub fn lay(page: &Page, pane: Rect) -> Laid {
    let columns = usize::from(pane::inside(pane).width);
    let mut lines: Vec<(Tone, String)> = Vec::new();
    for line in &page.lines {
        if matches!(line.tone, Tone::Brief | Tone::Chart | Tone::Caption | Tone::Row(_)) {
            lines.push((line.tone, text::cut(&line.text, columns)));
        } else {
            lines.extend(text::wrap(&line.text, columns).into_iter().map(|text| (line.tone, text)));
        }
    }
    Laid { lines }
}

impl Laid {
    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// The window onto it in a pane of this size, from its line `top` on; the last line stays in sight however far that
    /// is.
    pub fn window(&self, top: usize, pane: Rect) -> Window {
        Window::onto(top, self.lines.len(), pane::inside(pane).height)
    }

    /// The first and the last of the lines of a tone; nothing where there is none.
    pub fn place_of(&self, tone: Tone) -> Option<(usize, usize)> {
        let first = self.lines.iter().position(|(each, _)| *each == tone)?;
        let last = self.lines.iter().rposition(|(each, _)| *each == tone)?;
        Some((first, last))
    }

    /// Draws the lines in the window.
    pub fn draw(&self, frame: &mut Frame, inner: Rect, window: Window, theme: Theme) {
        for (y, (tone, text)) in (inner.y..inner.bottom()).zip(&self.lines[window.rows()]) {
            let area = Rect { y, height: 1, ..inner };
            if *tone == Tone::Chart {
                frame.render_widget(plotted(text, theme), area);
                continue;
            }
            if *tone == Tone::Row(true) {
                frame.buffer_mut().set_style(area, theme.tone(*tone));
            }
            frame.render_widget(Line::styled(text.as_str(), theme.tone(*tone)), area);
        }
    }
}

// What happened is strong, what is only expected calm, its range and the labels quiet.
fn plotted(text: &str, theme: Theme) -> Line<'_> {
    let look = |sign: char| match sign {
        '●' => theme.accent(),
        '\u{2800}'..='\u{28ff}' => Style::new(),
        _ => theme.quiet(),
    };
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let runs = signs.chunk_by(|a, b| look(a.1) == look(b.1));
    let spans = runs.map(|run| {
        let (first, (last, sign)) = (run[0].0, run[run.len() - 1]);
        Span::styled(&text[first..last + sign.len_utf8()], look(sign))
    });
    Line::from(spans.collect::<Vec<_>>())
}

/// Draws a pane with a page in it, from its line `top` on. Gives back the highest `top` that makes a difference.
pub fn in_pane(
    frame: &mut Frame,
    area: Rect,
    titles: Titles,
    focused: bool,
    (page, top): (&Page, usize),
    theme: Theme,
) -> usize {
    let laid = lay(page, area);
    let window = laid.window(top, area);
    let inner = pane::draw(frame, area, &titles.scrolled(window.signs()), focused, theme);
    laid.draw(frame, inner, window, theme);
    window.most()
}
