//! What keys do to a text.

use super::*;

fn after(text: &str, keys: &str) -> String {
    let mut editor = Editor::selecting(text);
    for key in super::super::key::parse_script(keys).expect("keys") {
        editor.press(key);
    }
    editor.text()
}

#[test]
fn backspace_and_arrows_go_by_grapheme() {
    assert_eq!(after("a👩\u{200d}👩\u{200d}👧", "<bs>"), "a");
    assert_eq!(after("ne\u{301}", "<bs>"), "n");
    assert_eq!(after("a👍🏽b", "<left><left>x"), "ax👍🏽b");
    assert_eq!(after("👍🏽b", "<home><del>"), "b");
    assert_eq!(after("one\ntwo", "<home><bs>"), "onetwo");
}

#[test]
fn up_and_down_stop_at_whole_letters_and_go_by_the_rows_that_are_seen() {
    assert_eq!(after("ab\nx\u{301}\u{302}yz", "<up><end><down>!"), "ab\nx\u{301}\u{302}y!z");
    assert_eq!(after("👩\u{200d}👩\u{200d}👧b\nxyz", "<left><left><up>!"), "!👩\u{200d}👩\u{200d}👧b\nxyz");
    for keys in ["<c-left>!", "<c-left><c-left>!", "<home><c-right>!", "<home><c-right><c-right>!"] {
        assert!(after("xa\u{301}b ca\u{301}d", keys).matches("a\u{301}").count() == 2, "{keys}");
    }
    let mut editor = Editor::new(Shape::Lines, "one two three four");
    editor.set_columns(10);
    for key in super::super::key::parse_script("<up>!<up>?<down><down>.").expect("keys") {
        editor.press(key);
    }
    // one two / three four: up behind the shorter row, no further up, then down, and no further down.
    assert_eq!(editor.text(), "one two!? three fou.r");
}

#[test]
fn a_letter_that_was_deleted_comes_back_in_one_step() {
    for (text, keys) in [
        ("a👩\u{200d}👩\u{200d}👧", "<bs><c-z>"),
        ("a👩\u{200d}👩\u{200d}👧", "<home><right><del><c-z>"),
        ("ne\u{301}", "<bs><c-z>"),
    ] {
        assert_eq!(after(text, keys), text);
    }
}

#[test]
fn what_is_selected_is_shown_or_there_is_no_selecting() {
    let mut field = Editor::new(Shape::Line, "one");
    field.press(Key { shift: true, ..Key::of(Code::Left) });
    assert_eq!((field.selection(), field.place()), (None, (0, 2)));
}

#[test]
fn a_field_keeps_to_one_line() {
    let mut field = Editor::new(Shape::Line, "a\r\nb");
    field.insert("c\nd");
    field.press(Key::of(Code::Enter));
    assert_eq!(field.text(), "a bc d");
}

#[test]
fn an_undo_takes_back_a_word_a_pause_or_a_run_of_deletions() {
    assert_eq!(after("", "one two three<c-z>"), "one two ");
    assert_eq!(after("", "one two three<c-z><c-z>"), "one ");
    assert_eq!(after("", "one two<c-z><c-z><c-y>"), "one ");
    assert_eq!(after("one two", "<bs><bs><bs><c-z>"), "one two");
    assert_eq!(after("one", " two<left>x<c-z>"), "one two");
    assert_eq!(after("", "one<c-z><c-z><c-z>"), "", "there is nothing before the beginning");
    assert_eq!(after("", "one<home><bs><c-k><c-v><c-z>"), "", "what changes nothing is no step");
    assert_eq!(
        after("one two", "<c-s-left><c-x><c-z><end><c-v>"),
        "one twotwo",
        "what was cut is still there"
    );
    let mut editor = Editor::new(Shape::Lines, "");
    for c in "onetwo".chars() {
        editor.press(Key::of(Code::Char(c)));
        if c == 'e' {
            editor.pause();
        }
    }
    editor.press(Key { ctrl: true, ..Key::of(Code::Char('z')) });
    assert_eq!(editor.text(), "one");
}

#[test]
fn what_is_selected_is_replaced_cut_and_put_in_elsewhere() {
    assert_eq!(after("one two", "<c-s-left>x"), "one x");
    assert_eq!(after("one two", "<s-left><s-left><bs>"), "one t");
    assert_eq!(after("one two", "<c-s-left><c-x><home><c-v>"), "twoone ");
    assert_eq!(after("one two", "<c-s-left><left>x"), "onex two", "a bare move lets go of it");
    assert_eq!(after("one two", "<c-s-left>x<c-z>"), "one two");
    assert_eq!(after("a\nb", "<s-up><del>"), "a");
    let mut editor = Editor::new(Shape::Lines, "eins\nzw\u{f6}lf Hunde");
    editor.select(&(5..11));
    assert_eq!((editor.selection(), editor.offset()), (Some(5..11), 11));
    editor.insert("zehn");
    assert_eq!(editor.text(), "eins\nzehn Hunde");
}
