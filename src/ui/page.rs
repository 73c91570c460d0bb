//! A page of text: wrapped, toned, scrolled.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

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
        if line.tone == Tone::Brief {
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

    /// Draws the lines in the window.
    pub fn draw(&self, frame: &mut Frame, inner: Rect, window: Window, theme: Theme) {
        for (y, (tone, text)) in (inner.y..inner.bottom()).zip(&self.lines[window.rows()]) {
            let line = Line::styled(text.as_str(), theme.tone(*tone));
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
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
