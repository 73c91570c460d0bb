//! What does not fit: borders say how much lies above and below, boxes keep off their row, columns grow with the terminal.

use inroads::app::action::Screen;
use inroads::app::key::parse_script;
use inroads::app::you::Row;
use inroads::domain::rules::RuleKey;
use inroads::ui::theme::{Colour, Glyphs, Theme};

use crate::stage::{COLOURED, SIZES, Session, With, today};

const SMALL: (u16, u16) = (60, 15);

#[test]
fn lists_boxes_and_pages_say_in_their_border_what_they_hide() {
    for (keys, sign) in [
        ("1", "↓ 9 more · 16 things"),
        ("2", "↓ 8 more · 3 stale of 18"),
        ("2G", "↑ 8 ╮"),
        ("3", "↓ more ╯"),
        ("3G", "↑ more ╮"),
        ("3/e", "more · "),
        ("6", "more ╯"),
        ("2l", "more ╯"),
        ("2ljj", "↑ 2 ╮"),
        ("2jjjo", "↓ 3 more ╯"),
        ("2jjjo<end>", "↑ 3 ╮"),
        ("?", "more ╯"),
        ("?<pgdn>", "↑ "),
        (":", "more ╯"),
        ("3n", "↓ 1 more ╯"),
        ("3n<up>", "↑ 1 ╮"),
        ("3ma<enter>b<enter>c<enter>d<enter>e<enter>f<enter>g<enter>h<enter>i<enter>j<enter>k", "↑ 1 ╮"),
    ] {
        let mut session = Session::new(With::Demo);
        let text = session.size(SMALL).play(keys).text();
        assert!(text.contains(sign), "{sign:?} after {keys}:\n{text}");
    }
    let ascii = Theme { glyphs: Glyphs::Ascii, colour: Colour::None };
    let mut session = Session::themed(With::Demo, ascii);
    session.size(SMALL).play("2").shows("v 8 more").play("G").shows("^ 8 +");
    let mut session = Session::new(With::Demo);
    session.size((200, 25)).play("3").shows("↓ ").shows("Views");
}

#[test]
fn a_list_in_a_box_moves_no_more_than_it_has_to() {
    let mut session = Session::new(With::Demo);
    session.size(SMALL).play("2jjjo<end>").shows("↑ 3 ╮").play("<up><up>").shows("↑ 3 ╮");
    session.play("<up><up><up>").shows("↑ 2 ╮");
}

#[test]
fn no_menu_covers_the_row_it_is_about() {
    for size in SIZES {
        let mut session = Session::new(With::Demo);
        session.size(size).play("2");
        for row in 0..session.stage.state.pending.list.rows().len() {
            for keys in ["o", "s", "S", "i", "y"] {
                let name = session.stage.state.current_contact().unwrap().name();
                let name: String = name.chars().take(4).collect();
                session.stage.press(&parse_script(keys).unwrap());
                let text = session.text();
                let line = text.lines().find(|line| line.contains("│ ▶"));
                assert!(
                    line.is_some_and(|line| line.contains(&name)),
                    "{keys} on {row} at {size:?}:\n{text}"
                );
                session.stage.press(&parse_script("<esc>").unwrap());
            }
            session.stage.press(&parse_script("j").unwrap());
        }
    }
}

#[test]
fn the_open_tab_is_in_the_border_however_short_it_is() {
    let mut session = Session::new(With::Demo);
    session
        .size(SMALL)
        .play("2")
        .shows("╭ [Sent 18] · Rec 6 · Snz 3 ─")
        .play("G")
        .shows("╭ [Sent 18] · Rec 6 · Snz 3 ─");
    session.play("]").shows("╭ Sent 18 · [Received 6] · Snz 3 ─");
    session.play("]").shows("╭ Sent 18 · Rec 6 · [Snoozed 3] ─");
    session.stage.state.pending.counts = [1800, 600, 300];
    session.shows("╭ S 1800 · R 600 · [Snoozed 300] ─");
    session.size((80, 24)).play("2]").shows("╭ [Sent 18] · Received 6 · Snoozed 3 ─");
}

#[test]
fn tags_are_in_the_lists_from_120_columns_on_and_stay() {
    let mut session = Session::themed(With::Demo, COLOURED);
    for columns in (120..=200).step_by(4) {
        for (keys, name, tag) in [("2", "Priya N.", "#databases"), ("3", "Ana Ruiz", "#pg-barcelona")] {
            let picture = session.size((columns, 40)).play(keys).picture();
            let text = inroads::runtime::script::text(&picture);
            let row = text.lines().skip(2).find(|line| line.contains(name)).unwrap_or_default();
            let list = row.split("││").find(|pane| pane.contains(name)).unwrap_or_default();
            assert!(list.contains(tag), "{keys} at {columns}:\n{text}");
        }
    }
}

#[test]
fn s08_a_request_of_400_days_stands_in_its_row_as_400d_with_the_expiry_rule_off() {
    let mut session = Session::new(With::Demo);
    let mut later = today();
    later.today = later.today.plus(400 - 181);
    session.stage.now(later);
    session.play("6");
    let rules = session.stage.state.you.list.rows().to_vec();
    let at = rules.iter().position(|row| *row == Row::Rule(RuleKey::ExpiresAfter)).unwrap();
    session.play(&format!("{}<enter><c-u>off<enter>2", "j".repeat(at)));
    assert_eq!(session.stage.state.screen, Screen::Pending);
    let text = session.text();
    let row = text.lines().skip(2).find(|line| line.contains("Priya N.")).unwrap_or_default();
    assert!(row.contains("!   400d  Priya N."), "{row}");
    let panes: Vec<&str> = text.lines().take(22).collect();
    assert!(panes.iter().all(|line| !line.contains("expired")), "{text}");
}

#[test]
fn what_today_does_not_list_is_counted() {
    let mut session = Session::new(With::Crowd);
    session.size((120, 40)).shows("12 wait in all, in Pending").shows("8 stale in all, in Pending");
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).hides("in all");
}

#[test]
fn what_is_left_of_a_role_is_never_a_few_letters() {
    let mut session = Session::new(With::Demo);
    for columns in 60..=80 {
        session.size((columns, 24));
        for keys in ["2", "3"] {
            let text = session.play(keys).text();
            for row in text.lines().skip(2).take(18) {
                let list = row.split("││").next().unwrap_or_default();
                let letters = list.split_once('…').map_or("", |(before, _)| before);
                let last = letters.rsplit("  ").next().unwrap_or_default();
                assert!(letters.is_empty() || last.chars().count() > 3, "{keys} at {columns}:\n{text}");
            }
        }
    }
    session.size((60, 15)).play("2e<c-u>Priya Natarajan Subramanian<enter>").shows("Priya Natarajan Su…");
}

#[test]
fn where_nobody_has_a_tag_the_role_has_their_room() {
    let mut session = Session::new(With::Crowd);
    let role = "Principal engineer for data planning";
    session.size((120, 40)).play(&format!("3e<tab><tab>{role}<enter>")).shows(&format!("{role}  "));
    session.play("t");
    session.play("db<enter>");
    let text = session.text();
    let list = text.lines().find(|line| line.contains("#db")).unwrap_or_default();
    assert!(!list.split("││").next().unwrap_or_default().contains(role), "{text}");
}

#[test]
fn no_two_rules_read_the_same_in_the_smallest_terminal() {
    let mut session = Session::new(With::Demo);
    session.size(SMALL).play("6");
    let mut labels = std::collections::BTreeSet::new();
    let rules = session.stage.state.you.list.rows().len();
    for _ in 0..rules {
        let text = session.text();
        let row = text.lines().find(|line| line.contains('▶')).unwrap_or_default();
        let row = row.split("││").next().unwrap_or_default();
        // By letters alone: a blank or a number more does not tell two rules apart.
        labels.insert(row.chars().filter(|c| c.is_alphabetic()).collect::<String>());
        session.stage.press(&parse_script("j").unwrap());
    }
    assert_eq!(labels.len(), rules, "{labels:#?}");
    let first =
        session.stage.state.you.list.rows().iter().position(|row| matches!(row, Row::Rule(_))).unwrap();
    session.play("g").text();
    session.play(&"j".repeat(first + 5)).shows("requests in any…, own aim");
}

#[test]
fn a_form_in_a_low_terminal_shows_fields_and_not_blank_rows() {
    let mut session = Session::new(With::Demo);
    let box_rows = |text: &str| {
        let rows = text.lines().skip_while(|line| !line.contains('╭') || !line.contains("Add")).skip(1);
        rows.take_while(|line| !line.contains('╰')).map(str::to_owned).collect::<Vec<_>>()
    };
    let blank = |row: &String| row.split('│').any(|part| part.len() > 40 && part.trim().is_empty());
    let text = session.size(SMALL).play("3n").text();
    assert!(!box_rows(&text).iter().any(blank), "{text}");
    session.shows("whole name").play("<enter>").shows("a contact needs a name").hides("whole name");
}
