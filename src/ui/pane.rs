//! A pane: rounded border, title in the top one, counts in the bottom one, one blank column inside.

use ratatui::Frame;
use ratatui::layout::{Alignment, Margin, Rect};
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
    /// Whether what stands bottom right is wrong.
    pub alarm: bool,
    /// What lies above what is shown: top right.
    pub above: String,
    /// What lies below it: bottom right, and where there is little room it stays longest.
    pub below: String,
}

impl Titles {
    /// With what is said of the rows above and below.
    pub fn scrolled(self, (above, below): (String, String)) -> Self {
        Self { above, below, ..self }
    }
}

/// What is inside a pane's border and margin.
pub fn inside(area: Rect) -> Rect {
    area.inner(Margin { horizontal: 2, vertical: 1 })
}

/// Draws the border and gives back what is inside.
pub fn draw(frame: &mut Frame, area: Rect, titles: &Titles, focused: bool, theme: Theme) -> Rect {
    let style = if focused { theme.accent() } else { theme.quiet() };
    let title = |text: &str, room: usize, style: Style| {
        let cut = text::cut(text, room);
        Line::styled(if cut.is_empty() { cut } else { format!(" {cut} ") }, style)
    };
    // Corners, and a blank on each side of a word.
    let room = usize::from(area.width.saturating_sub(4));
    let beside = |text: &str| if text.is_empty() { room } else { room.saturating_sub(text::width(text) + 3) };
    let strong = if focused { theme.accent().patch(theme.strong()) } else { Style::new() };
    let mut block = Block::bordered()
        .border_set(theme.border())
        .border_style(style)
        .title(title(&titles.top, beside(&titles.above), strong))
        .padding(Padding::horizontal(1));
    if !titles.above.is_empty() {
        block = block.title(title(&titles.above, room, theme.caption()).alignment(Alignment::Right));
    }
    // Where the border is short, what cannot be seen otherwise stays: that there is more.
    let mut right = match (titles.below.as_str(), titles.right.as_str()) {
        (below, "") => below.to_owned(),
        ("", right) => right.to_owned(),
        (below, right) => format!("{below} · {right}"),
    };
    if text::width(&right) > room && !titles.below.is_empty() {
        right.clone_from(&titles.below);
    }
    let left = beside(&right);
    if left >= text::width(&titles.bottom).min(12) && !titles.bottom.is_empty() {
        block = block.title_bottom(title(&titles.bottom, left, theme.caption()));
    }
    if !right.is_empty() {
        block = block.title_bottom(
            title(
                &right,
                room,
                if titles.alarm { theme.wrong().patch(theme.strong()) } else { theme.caption() },
            )
            .alignment(Alignment::Right),
        );
    }
    frame.render_widget(block, area);
    inside(area)
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
