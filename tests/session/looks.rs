//! How the screens look: text and styles, kept as snapshots.

use inroads::ui::theme::{Colour, Glyphs, Theme};
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

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
fn today_and_pending_at_60_by_15() {
    assert_snapshot!(look(With::Demo, COLOURED, (60, 15), "jjj"));
    assert_snapshot!(look(With::Demo, COLOURED, (60, 15), "2]jj"));
}

#[test]
fn the_first_screen_says_all_it_has_to_say_in_the_smallest_terminal() {
    let mut session = Session::new(With::Nothing);
    session.size((60, 15)).shows("and what").shows("4 open a backup").shows("account: free");
    session.shows("All of it lies in ~/book.db").shows("nothing. ").shows("q quit");
    session.stage.state.book.path = format!("~/{}/book.db", "a-long-name/".repeat(9));
    session.shows("… │").shows("It needs no network").shows("nothing. ");
}

#[test]
fn too_small_a_terminal_asks_for_more_room_and_takes_q() {
    for (columns, rows) in [(1, 1), (2, 9), (20, 5), (59, 15), (60, 14)] {
        let mut session = Session::new(With::Demo);
        let before = session.stage.state.network.clone();
        session.size((columns, rows)).play("2wjo<esc>3/an<enter>?<esc>");
        assert!(session.stage.state.network == before, "nothing is done unseen");
        if columns >= 20 {
            let text = session.text().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains("make me larger") && text.contains("q quits"), "{text}");
        }
        if columns >= 59 {
            let text = session.text();
            let middle = text.lines().nth(usize::from(rows - 1) / 2).unwrap_or_default();
            assert_eq!(
                middle.trim(),
                "Please make me larger: 60 x 15 at least. q quits.",
                "{columns}x{rows}"
            );
            assert!(middle.starts_with("     "), "{columns}x{rows}:\n{text}");
        }
        session.play("q");
        assert!(session.stage.ended, "q quits at {columns}x{rows}");
    }
}

#[test]
fn every_size_shows_tabs_the_row_under_the_cursor_and_a_hint() {
    for size in SIZES {
        let mut session = Session::new(With::Demo);
        session.size(size);
        for keys in ["1", "1jjjj", "2", "2]G", "3", "3G", "6", "6G"] {
            let text = session.play(keys).text();
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines[0].contains(&format!("[{} ", &keys[..1])), "{keys} at {size:?}: {}", lines[0]);
            let here = lines.iter().filter(|line| line.contains("│ ▶")).count();
            assert!(here >= 1, "{keys} at {size:?}:\n{text}");
            assert!(lines[lines.len() - 1].ends_with("? all keys"), "{keys} at {size:?}:\n{text}");
        }
        for keys in ["2o", "2s", "2S", "2i", "2n", "2:", "2?", "2L", "3f", "3m"] {
            let text = session.play(keys).text();
            let last = text.lines().last().unwrap_or_default();
            assert!(last.contains("Esc "), "{keys} at {size:?} says how to leave:\n{text}");
            session.play("<esc>");
        }
    }
}

/// The list's rows of a picture, whose panes end above this line, and the columns between its borders.
fn list_rows(picture: &Buffer, list: u16, end: u16) -> impl Iterator<Item = Vec<String>> {
    let first = if list == 0 { 0 } else { list };
    let last = (first + 1..picture.area.width).find(|x| picture[(*x, 1)].symbol() == "╮").unwrap();
    (2..end)
        .map(move |y| (first + 2..last - 1).map(|x| picture[(x, y)].symbol().to_owned()).collect())
        .filter(|cells: &Vec<String>| cells.iter().any(|cell| cell != " "))
}

#[test]
fn columns_and_borders_stand_where_they_stand_whatever_the_names() {
    for with in [With::Demo, With::Hostile] {
        for size in SIZES {
            for keys in ["1", "2", "2]", "2]]", "3", "3G"] {
                let mut session = Session::new(with);
                let picture = session.size(size).play(keys).picture();
                let last = picture.area.width - 1;
                let end = picture.area.height - 3 - session.stage.state.lately_rows();
                for y in 2..end {
                    assert_eq!(picture[(last, y)].symbol(), "│", "row {y} of {keys} at {size:?}");
                }
                let views = if size.0 >= 160 && keys.starts_with('3') { 24 } else { 0 };
                let mut tags = std::collections::BTreeSet::new();
                for cells in list_rows(&picture, views, end) {
                    let row = cells.concat();
                    tags.extend(cells.iter().position(|cell| cell == "#"));
                    match &keys[..1] {
                        // Pointer and mark, sign, age to the right, two blanks, name.
                        "2" => {
                            assert!(cells[9] != " " && cells[12] != " ", "{row}");
                            assert!([3, 10, 11].iter().all(|x| cells[*x] == " "), "{row}");
                        }
                        // Pointer and mark, name, and the last touch up to the edge, where there was one.
                        "3" => {
                            assert!(cells[2] == " " && cells[3] != " ", "{row}");
                            let touch = cells.len() - 7;
                            assert_eq!(cells[touch], " ", "{row}");
                        }
                        _ => {}
                    }
                }
                let wide = size.0 >= 120 && !keys.starts_with('1');
                assert_eq!(tags.len(), usize::from(wide), "{tags:?} in {keys} at {size:?}");
            }
        }
    }
}

#[test]
fn half_of_a_wide_letter_never_takes_the_place_of_a_border() {
    for keys in ["2]o", "2]jjo", "2]n", "2]jm", "2]jji"] {
        let mut session = Session::new(With::Demo);
        session.play(keys);
        for columns in 60..90 {
            let picture = session.size((columns, 24)).picture();
            let cells = (2..24).flat_map(|y| (0..columns).map(move |x| (x, y)));
            let corners: Vec<_> = cells.filter(|at| picture[*at].symbol() == "╭").collect();
            let [(x, top)] = corners[..] else { panic!("one box after {keys} at {columns}: {corners:?}") };
            let below = (top + 1..24).map(|y| picture[(x, y)].symbol());
            let border: Vec<&str> = below.take_while(|symbol| *symbol != "╰").collect();
            assert!(border.iter().all(|symbol| *symbol == "│"), "{border:?} after {keys} at {columns}");
        }
    }
}

#[test]
fn the_row_under_the_cursor_is_one_bar_from_border_to_border() {
    let none = Theme { colour: Colour::None, glyphs: Glyphs::Ascii };
    for (theme, size) in [COLOURED, none].into_iter().flat_map(|theme| SIZES.map(|size| (theme, size))) {
        for (keys, focused) in
            [("1", true), ("2jj", true), ("2l", false), ("3jj", true), ("3l", false), ("6j", true)]
        {
            let mut session = Session::themed(With::Demo, theme);
            let picture = session.size(size).play(keys).picture();
            let bar = |x, y| picture[(x, y)].modifier.contains(Modifier::REVERSED);
            let y = (1..size.1).find(|y| (0..size.0).any(|x| bar(x, *y))).expect("a row under the cursor");
            let cells: Vec<_> = (0..size.0).filter(|x| bar(*x, y)).map(|x| &picture[(x, y)]).collect();
            for cell in cells {
                assert_eq!(cell.modifier.contains(Modifier::DIM), !focused, "{keys} at {size:?}: {cell:?}");
                assert_eq!(cell.fg, ratatui::style::Color::Reset, "{keys} at {size:?}: {cell:?}");
            }
        }
    }
}

#[test]
fn without_colour_the_letters_that_choose_are_bold_and_their_labels_are_not() {
    let none = Theme { colour: Colour::None, glyphs: Glyphs::Unicode };
    for (with, keys, label, columns) in [
        (With::Demo, "2o", "declined", 2),
        (With::Nothing, "", "open a backup", 2),
        (With::Nothing, "", "account:", 2),
    ] {
        let mut session = Session::themed(with, none);
        let picture = session.play(keys).picture();
        let row = |y: u16| (0..80).map(|x| picture[(x, y)].symbol()).collect::<Vec<_>>();
        let (y, x) = (0..24)
            .find_map(|y| {
                let row = row(y);
                (0..80).find(|x| row[*x..].concat().starts_with(label)).map(|x| (y, x as u16))
            })
            .unwrap_or_else(|| panic!("{label} is not there:\n{}", session.text()));
        assert!(picture[(x - columns, y)].modifier.contains(Modifier::BOLD), "{label}");
        assert!(!picture[(x, y)].modifier.contains(Modifier::BOLD), "{label}");
    }
}

#[test]
fn what_is_wrong_is_red_in_a_box_too_and_what_is_offered_is_not() {
    for (keys, remark, wrong) in [
        ("3n<enter>", "a contact needs a name", true),
        ("2nPriya", "Tab: Priya", false),
        ("6jjjjjjjjjjjjjj<enter><c-u>x<enter>", "it is 200 now", true),
    ] {
        let mut session = Session::new(With::Demo);
        let picture = session.play(keys).picture();
        let rows = (1..22).map(|y| (0..80).map(|x| &picture[(x, y)]).collect::<Vec<_>>());
        let row = rows
            .into_iter()
            .find(|row| row.iter().map(|cell| cell.symbol()).collect::<String>().contains(remark))
            .unwrap_or_else(|| panic!("{remark} is not there:\n{}", session.text()));
        let red = row.iter().any(|cell| cell.fg == ratatui::style::Color::Red);
        assert_eq!(red, wrong, "{remark}:\n{}", session.text());
    }
}

#[test]
fn the_counts_in_a_border_are_quiet_and_not_in_the_accent() {
    let mut session = Session::new(With::Demo);
    let picture = session.play("2").picture();
    let y = 21;
    let words =
        (0..49).map(|x| &picture[(x, y)]).filter(|cell| cell.symbol().chars().all(char::is_alphabetic));
    let words: Vec<_> = words.collect();
    assert!(
        words.len() > 10 && words.iter().all(|cell| cell.fg == ratatui::style::Color::Reset),
        "{words:?}"
    );
}

#[test]
fn the_bar_of_a_question_is_over_the_whole_answer_with_its_key() {
    let mut session = Session::new(With::Demo);
    for (keys, answer) in [("2Vw", " n no "), ("<tab>", " y yes ")] {
        let picture = session.play(keys).picture();
        let y = (1..22).find(|y| {
            (0..80).map(|x| picture[(x, *y)].symbol()).collect::<String>().contains("y yes   n no")
        });
        let y = y.unwrap_or_else(|| panic!("no answers:\n{}", session.text()));
        let bar = (0..80).map(|x| &picture[(x, y)]).filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        let bar: String = bar.map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(bar, answer);
    }
}
