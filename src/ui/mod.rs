//! The eyes: how the state looks. Drawing decides nothing and changes nothing but where its own windows stand.

mod compose;
mod contacts;
mod footer;
mod gauge;
mod history;
mod insights;
mod layout;
mod list;
mod overlay;
mod page;
mod pane;
mod pending;
mod tabs;
pub mod text;
pub mod theme;
mod today;
mod window;
mod you;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

use crate::app::action::Screen;
use crate::app::overlay::Overlay;
use crate::app::state::{SMALLEST, State};
use theme::Theme;

/// What the eyes remember between two pictures: where each window stands.
#[derive(Clone, Debug)]
pub struct View {
    /// Colours and glyphs.
    pub theme: Theme,
    /// The first row of the list of each screen.
    tops: [usize; 6],
    /// The first row of the list in the box on top.
    box_top: usize,
    /// The first view of the contacts that is listed, where these have a pane.
    views_top: usize,
    /// The first line of the answer in Insights that is shown.
    answer_top: usize,
    /// The first row of the message that is shown.
    text_top: usize,
    /// The first of the facts that is shown.
    facts_top: usize,
    /// The line of the terminal on which the row under the cursor stands: boxes keep off it.
    cursor_line: u16,
    /// How far the page that is scrolled can be scrolled: its lines but those that fit.
    pub most: usize,
}

impl View {
    /// With this look.
    pub fn new(theme: Theme) -> Self {
        Self {
            theme,
            tops: [0; 6],
            text_top: 0,
            facts_top: 0,
            box_top: 0,
            views_top: 0,
            answer_top: 0,
            cursor_line: 0,
            most: 0,
        }
    }

    fn top(&mut self, screen: Screen) -> &mut usize {
        let at = Screen::ALL.iter().position(|(each, ..)| *each == screen).unwrap_or(0);
        &mut self.tops[at]
    }
}

/// Draws the whole screen.
pub fn draw(frame: &mut Frame, state: &State, view: &mut View) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(frame, area);
        return;
    }
    let rows = layout::rows(area, state.lately_rows());
    // The first screen stands alone: its choices are numbers too, and there is nothing to see under it.
    if !matches!(state.overlays.first(), Some(Overlay::FirstRun(_))) {
        tabs::draw(frame, rows.tabs, state, view.theme);
        match state.screen {
            Screen::Today => today::draw(frame, rows.body, state, view),
            Screen::Pending => pending::draw(frame, rows.body, state, view),
            Screen::Contacts => contacts::draw(frame, rows.body, state, view),
            Screen::Compose => compose::draw(frame, rows.body, state, view),
            Screen::Insights => insights::draw(frame, rows.body, state, view),
            Screen::You => you::draw(frame, rows.body, state, view),
        }
        history::lately(frame, rows.lately, state, view.theme);
    }
    overlay::draw(frame, rows.body, state, view);
    footer::status(frame, rows.status, state, view.theme);
    footer::hints(frame, rows.hints, state, view.theme);
    if view.theme.glyphs == theme::Glyphs::Ascii {
        // Once for everything, so that no cut text and no gauge can be forgotten.
        for cell in &mut frame.buffer_mut().content {
            let ascii = theme::ascii(cell.symbol());
            if ascii != cell.symbol() {
                cell.set_symbol(&ascii);
            }
        }
    }
    text::settle(frame.buffer_mut());
}

fn too_small(frame: &mut Frame, area: Rect) {
    let (columns, lines) = SMALLEST;
    let text = format!("Please make me larger: {columns} x {lines} at least. q quits.");
    let lines = text::wrap(&text, usize::from(area.width.max(1)));
    let above = area.height.saturating_sub(lines.len() as u16) / 2;
    let middle = Rect { y: area.y + above, height: area.height - above, ..area };
    frame.render_widget(Paragraph::new(lines.join("\n")).centered(), middle);
}
