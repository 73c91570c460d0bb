//! The two lines at the bottom: what was said, what is wrong, and the keys; and the line of tabs at the top.

use inroads::app::state::BookKind;
use inroads::runtime::script::text;
use ratatui::style::Color;

use crate::stage::{SIZES, Session, With};

fn last_line(session: &mut Session) -> String {
    session.text().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_long_sentence_has_the_line_of_the_keys_until_the_next_key_and_never_in_a_box() {
    let mut session = Session::new(With::Demo);
    session.size((60, 15)).play("3M");
    assert!(last_line(&mut session).contains("Space marks"), "the end of the sentence is there");
    session.play("j").shows("mark the two contacts");
    assert!(last_line(&mut session).contains("/ filter"), "the keys are back");
    session.play("M");
    assert!(last_line(&mut session).contains("Space marks"), "asked again, it is said again");
    session.play("n");
    assert!(last_line(&mut session).contains("Enter save"), "a box has its keys");
}

#[test]
fn what_was_done_is_said_whole_where_only_the_way_back_has_no_room() {
    let mut session = Session::new(With::Demo);
    session.size((60, 15)).play("2jw").shows("noted: Tom Okafor withdrawn");
    session.play("j").shows("noted: Tom Okafor withdrawn").hides("u takes");
}

#[test]
fn what_a_filter_cannot_read_is_red_at_its_spot() {
    let mut session = Session::new(With::Demo);
    let picture = session.play("3/tom is:x ana").picture();
    let y = picture.area.height - 2;
    let red: String = (0..picture.area.width)
        .filter(|x| picture[(*x, y)].fg == Color::Red)
        .map(|x| picture[(x, y)].symbol())
        .collect();
    assert_eq!(red, "is:x");
    assert!(text(&picture).contains("is: does not know x"), "and why");
}

#[test]
fn a_joiner_before_the_caret_stays_what_it_is() {
    let mut session = Session::new(With::Demo);
    session.play("3");
    session.stage.press(&inroads::app::key::parse_script("/").unwrap());
    session.stage.paste("می\u{200c}خواهم");
    session.shows("/می\u{200c}خواهم");
}

#[test]
fn the_made_up_network_is_marked_on_every_screen_at_every_size() {
    for size in SIZES {
        let mut session = Session::new(With::Demo);
        let tabs = |text: String| text.lines().next().unwrap_or_default().to_owned();
        assert!(!tabs(session.size(size).text()).contains("demo"));
        session.stage.state.book.kind = BookKind::Demo;
        for keys in ["1", "2", "3", "6", "2o", "<esc>3n", "<esc>?", "<esc>:", "<esc>L"] {
            let tabs = tabs(session.play(keys).text());
            assert!(tabs.ends_with("demo"), "{keys} at {size:?}: {tabs}");
        }
    }
}

#[test]
fn keys_that_do_nothing_now_are_not_hinted_at() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2");
    assert!(last_line(&mut session).contains("w withdraw"));
    session.play("]");
    assert!(!last_line(&mut session).contains("w withdraw"), "what was received is not withdrawn");
    session.play("3");
    assert!(!last_line(&mut session).contains("M merge"), "nobody is marked");
    session.play("<space>j<space>");
    assert!(last_line(&mut session).contains("M merge"), "two are marked");
    session.play("<esc>t");
    assert!(!last_line(&mut session).contains("Tab"), "no tag is completed");
    session.play("<esc>6<enter>");
    session.play("<esc>:import<enter>");
    assert!(last_line(&mut session).contains("Tab complete"), "a path is");
}

#[test]
fn an_empty_list_hints_at_making_something_first() {
    let mut session = Session::new(With::Nothing);
    session.stage.state.overlays.clear();
    for (keys, first) in [("1", " n add a person"), ("2", " n record one"), ("3", " n add")] {
        session.play(keys);
        let line = last_line(&mut session);
        assert!(line.starts_with(first), "{keys}: {line}");
        for verb in ["mark", "Enter", "withdraw", "outcome", "later", "touch", "note", "tags"] {
            assert!(!line.contains(verb), "{keys}: {line}");
        }
    }
}

#[test]
fn what_a_filter_knows_is_cut_between_two_words() {
    let mut session = Session::new(With::Demo);
    session.size((60, 15)).play("3/zzzzzz:x");
    let line = last_line(&mut session);
    let words = line.trim_end().strip_suffix(" …").unwrap_or_else(|| panic!("{line}"));
    assert!(words.ends_with(':') && words.contains("there is "), "{line}");
}
