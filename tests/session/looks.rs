//! How the screens look: text and styles, kept as snapshots.

use inroads::ui::theme::{Colour, Glyphs, Theme};
use insta::assert_snapshot;

use crate::stage::{COLOURED, SIZES, Session, With, styles};

fn look(with: With, theme: Theme, size: (u16, u16), keys: &str) -> String {
    let mut session = Session::themed(with, theme);
    let text = session.size(size).play(keys).text();
    format!("{text}\n{}", styles(&session.picture()))
}

#[test]
fn today_at_80_by_24() {
    assert_snapshot!(look(With::Demo, COLOURED, (80, 24), ""));
}

#[test]
fn pending_at_80_by_24() {
    assert_snapshot!(look(With::Demo, COLOURED, (80, 24), "2jjj<space><space>"));
}

#[test]
fn pending_at_120_by_40() {
    assert_snapshot!(look(With::Demo, COLOURED, (120, 40), "2jjjjjj"));
}

#[test]
fn contacts_at_200_by_50() {
    assert_snapshot!(look(With::Demo, COLOURED, (200, 50), "3jj"));
}

#[test]
fn contacts_without_colour_in_ascii() {
    let plain = Theme { colour: Colour::None, glyphs: Glyphs::Ascii };
    assert_snapshot!(look(With::Demo, plain, (80, 24), "3/virt"));
}

#[test]
fn the_outcome_menu_stands_off_its_row() {
    assert_snapshot!(look(With::Demo, COLOURED, (80, 24), "2jjo"));
}

#[test]
fn the_first_screen() {
    assert_snapshot!(look(With::Nothing, COLOURED, (80, 24), ""));
}

#[test]
fn without_colour_nothing_is_coloured() {
    for keys in ["", "2", "3", "6", "2o", "?", ":an", "n"] {
        let none = Theme { colour: Colour::None, glyphs: Glyphs::Unicode };
        let mut session = Session::themed(With::Demo, none);
        let picture = session.play(keys).picture();
        assert!(picture.content.iter().all(|cell| cell.fg == ratatui::style::Color::Reset), "{keys}");
    }
}

#[test]
fn ascii_glyphs_are_ascii_but_for_other_peoples_letters() {
    let ascii = Theme { colour: Colour::Sixteen, glyphs: Glyphs::Ascii };
    for keys in ["6", "?", "n", "2o", "2s", "2S", "L"] {
        let mut session = Session::themed(With::Nothing, ascii);
        let text = session.play("<down><enter>Ana<enter>").play(keys).text();
        assert!(text.is_ascii(), "{keys}:\n{text}");
    }
}

#[test]
fn every_size_is_drawn_and_the_smallest_ask_for_more_room() {
    for (columns, rows) in [(1, 1), (2, 9), (20, 5), (59, 15), (60, 14)] {
        let mut session = Session::new(With::Demo);
        session.size((columns, rows)).play("2jo<esc>3/an<enter>?<esc>");
        session.text();
        assert!(!session.stage.ended);
        session.play("q");
        assert!(session.stage.ended, "q quits at {columns}x{rows}");
    }
    for size in SIZES {
        let mut session = Session::new(With::Demo);
        for keys in [
            "1", "2", "]", "]", "3", "6", "2o", "<esc>s", "<esc>S", "<esc>i", "<esc>n", "<esc>:", "<esc>?",
            "<esc>L",
        ] {
            let text = session.size(size).play(keys).text();
            assert!(!text.contains("make me larger"), "{keys}");
        }
    }
}

#[test]
fn borders_stand_in_their_columns_whatever_the_names() {
    for with in [With::Demo, With::Hostile] {
        for size in SIZES {
            for keys in ["1", "2", "2]", "3", "3G"] {
                let mut session = Session::new(with);
                let picture = session.size(size).play(keys).picture();
                let last = picture.area.width - 1;
                for y in 2..picture.area.height - 3 {
                    assert_eq!(picture[(last, y)].symbol(), "│", "row {y} of {keys} at {size:?}");
                }
            }
        }
    }
}
