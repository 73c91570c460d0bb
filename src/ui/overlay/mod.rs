//! How boxes look: centred, at most 72 wide, off the row they are about, the rest quiet.

mod boxes;
mod finders;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::View;
use crate::app::overlay::{Overlay, WIDEST};
use crate::app::state::State;

/// Draws the topmost box.
pub fn draw(frame: &mut Frame, body: Rect, state: &State, view: &mut View) {
    match state.overlays.last() {
        None => {}
        Some(Overlay::Menu(menu)) => boxes::menu(frame, body, menu, view),
        Some(Overlay::Ask(ask)) => boxes::ask(frame, body, ask, view),
        Some(Overlay::Form(form)) => boxes::form(frame, body, form, view),
        Some(Overlay::Note(note)) => boxes::note(frame, body, state, note, view),
        Some(Overlay::Confirm(confirm)) => boxes::confirm(frame, body, confirm, view),
        Some(Overlay::Working(working)) => boxes::working(frame, body, working, view),
        Some(Overlay::FirstRun(first)) => boxes::first_run(frame, body, state, *first, view),
        Some(Overlay::Plan(plan)) => view.most = boxes::plan(frame, body, state, plan, view),
        Some(Overlay::Page(page)) => view.most = boxes::page(frame, body, page, view),
        Some(Overlay::Help(finder)) => finders::help(frame, body, state, finder, view),
        Some(Overlay::Palette(palette)) => finders::palette(frame, body, state, palette, view),
        Some(Overlay::Log(log)) => finders::log(frame, body, state, log, view),
    }
}

/// A place for a box of this size: centred, above or below the row under the cursor, and no higher than the larger of
/// the two sides: what does not fit is scrolled to. A box that cannot do with so little, of which it has to say how
/// little, may cover the row.
fn place(body: Rect, width: u16, height: u16, least: u16, view: &View) -> Rect {
    let width = width.min(WIDEST).min(body.width.saturating_sub(2));
    let x = body.x + (body.width - width) / 2;
    let row = view.cursor_line.clamp(body.y, body.bottom().saturating_sub(1));
    let (above, below) = (row - body.y, body.bottom() - row - 1);
    let height = height.min(above.max(below).max(least)).min(body.height);
    let y = if height <= below {
        row + 1 + (below - height).min(1)
    } else if height <= above {
        row - height
    } else if below >= above {
        body.bottom() - height
    } else {
        body.y
    };
    Rect { x, y, width, height }
}

/// A place in the middle, for boxes that are about no row.
fn middle(body: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(body.width.saturating_sub(2));
    let height = height.min(body.height);
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Colour, Glyphs, Theme};

    #[test]
    fn no_box_of_a_row_covers_it_whatever_the_size() {
        for (columns, rows) in [(60, 15), (80, 24), (120, 40), (200, 50)] {
            let body = Rect { x: 0, y: 1, width: columns, height: rows - 3 };
            for line in body.y + 1..body.bottom() - 1 {
                let mut view = View::new(Theme { colour: Colour::None, glyphs: Glyphs::Unicode });
                view.cursor_line = line;
                for height in 3..30 {
                    let area = place(body, 50, height, 0, &view);
                    assert!(line < area.y || line >= area.bottom(), "{area:?} covers {line}");
                    assert_eq!(area.intersection(body), area);
                    assert!(area.height >= 6.min(height), "{area:?} has room for a few rows");
                }
            }
        }
    }
}
