//! A page of text: wrapped, toned, scrolled.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::text;
use super::theme::Theme;
use crate::app::page::{Page, Tone};

/// Draws a page from its line `top` on; the last line stays in sight however far that is. Gives back the highest
/// `top` that makes a difference.
pub fn draw(frame: &mut Frame, area: Rect, page: &Page, top: usize, theme: Theme) -> usize {
    let (rows, columns) = (usize::from(area.height), usize::from(area.width));
    let mut lines: Vec<(Tone, String)> = Vec::new();
    for line in &page.lines {
        if line.tone == Tone::Brief {
            lines.push((line.tone, text::cut(&line.text, columns)));
        } else {
            lines.extend(text::wrap(&line.text, columns).into_iter().map(|text| (line.tone, text)));
        }
    }
    let most = lines.len().saturating_sub(rows);
    let top = top.min(most);
    let more = lines.len() > top + rows;
    for (y, (tone, text)) in (area.y..).zip(lines.into_iter().skip(top).take(rows)) {
        let line = Line::styled(text, theme.tone(tone));
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    if more && rows > 1 && columns > 2 {
        let at = Rect { x: area.right() - 1, y: area.bottom() - 1, width: 1, height: 1 };
        frame.render_widget(Line::styled("…", theme.quiet()), at);
    }
    most
}
