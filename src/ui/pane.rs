//! A pane: rounded border, title in the top one, counts in the bottom one, one blank column inside.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Padding};

use super::text;
use super::theme::Theme;

/// The words in a pane's border.
#[derive(Default)]
pub struct Titles {
    /// Top left.
    pub top: String,
    /// Bottom left.
    pub bottom: String,
    /// Bottom right.
    pub right: String,
}

/// Draws the border and gives back what is inside.
pub fn draw(frame: &mut Frame, area: Rect, titles: &Titles, focused: bool, theme: Theme) -> Rect {
    let style = if focused { theme.accent() } else { theme.quiet() };
    let room = usize::from(area.width.saturating_sub(4));
    let title = |text: &str, style: Style| {
        let cut = text::cut(text, room);
        Line::styled(if cut.is_empty() { cut } else { format!(" {cut} ") }, style)
    };
    let top = if focused { theme.accent().patch(theme.strong()) } else { Style::new() };
    let mut block = Block::bordered()
        .border_set(theme.border())
        .border_style(style)
        .title(title(&titles.top, top))
        .padding(Padding::horizontal(1));
    if !titles.bottom.is_empty() {
        block = block.title_bottom(title(&titles.bottom, theme.quiet()));
    }
    if !titles.right.is_empty() {
        block = block.title_bottom(title(&titles.right, theme.quiet()).alignment(Alignment::Right));
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// Clears a place for a box, draws its border and gives back what is inside; everything around it becomes quiet.
pub fn over(frame: &mut Frame, area: Rect, titles: &Titles, theme: Theme) -> Rect {
    let whole = frame.area();
    // Tabs above and status and hints below stay as they are: they belong to what is open.
    for y in 1..whole.height.saturating_sub(2) {
        for x in 0..whole.width {
            if !area.contains((x, y).into()) {
                frame.buffer_mut()[(x, y)].set_style(theme.quiet());
            }
        }
    }
    frame.render_widget(Clear, area);
    draw(frame, area, titles, true, theme)
}
