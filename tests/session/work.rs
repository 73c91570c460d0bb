//! A day's work by keyboard: mark, withdraw, undo, snooze, note, find, repeat.

use inroads::domain::request::Standing;

use crate::stage::{Session, With};

fn withdrawn(session: &Session) -> usize {
    session.stage.state.network.requests.iter().filter(|r| r.standing == Standing::Withdrawn).count()
}

#[test]
fn three_are_withdrawn_as_one_step_and_one_undo_brings_them_back() {
    let mut session = Session::new(With::Demo);
    let before = withdrawn(&session);
    session.play("2<space><space><space>w");
    assert_eq!(withdrawn(&session), before + 3);
    session.shows("noted: Priya N., Tom Okafor and Hanna Virtanen withdrawn").shows("Sent 15");
    session.play("u").shows("Sent 18").shows("undone: Priya N., Tom Okafor");
    assert_eq!(withdrawn(&session), before);
    session.play("U").shows("Sent 15");
}

#[test]
fn an_undo_also_works_after_a_restart_and_so_does_a_redo() {
    let mut session = Session::new(With::Demo);
    let before = withdrawn(&session);
    session.stage.state.by = "screen 7".into();
    session.play("2jw");
    let mut session = session.restart();
    assert_eq!(withdrawn(&session), before + 1);
    session.play("u");
    assert_eq!(withdrawn(&session), before);
    let mut session = session.restart();
    session.play("U");
    assert_eq!(withdrawn(&session), before + 1);
    // Which of two programs did it: this one, or the one with the number.
    session.play("L").shows("History");
    session.shows("here         took back: Tom Okafor").shows("screen 7     Tom Okafor withdrawn");
}

#[test]
fn s01_one_of_each_direction_by_keyboard_alone_survives_a_restart() {
    let mut session = Session::new(With::Nothing);
    session.play("<down><enter>Ana Ruiz<enter>2nAna<tab><tab><enter>");
    session.shows("[Sent 1] · Received 0");
    session.play("]nBram de Vries<enter>");
    let mut session = session.restart();
    session.play("2").shows("[Sent 1] · Received 1").shows("Ana Ruiz");
    session.play("]").shows("Sent 1 · [Received 1]").shows("Bram de Vries");
    assert_eq!(session.stage.state.network.contacts.len(), 2);
}

#[test]
fn a_snoozed_request_leaves_the_list_and_comes_back_on_its_day() {
    let mut session = Session::new(With::Demo);
    session.play("2sw").shows("Sent 17").shows("Snoozed 4").shows("snoozed until 29 Nov");
    let mut later = crate::stage::today();
    later.today = later.today.plus(7);
    session.stage.now(later);
    session.size((120, 40)).play("1").shows("Priya N.: snoozed until today");
}

#[test]
fn a_name_with_an_accent_is_found_without_it() {
    let mut session = Session::new(With::Demo);
    session.play("3/bjorn<enter>").shows("Björn Þórsson");
    session.play("<esc>").hides("filter:");
}

#[test]
fn a_note_is_kept_by_leaving_it_and_can_be_edited() {
    let mut session = Session::new(With::Demo);
    session.play("3/tom okafor<enter>mMet at the ports dinner.<enter>Likes cranes.<esc>");
    session.shows("Met at the ports dinner.").shows("Likes cranes.");
    session.play("le<bs>, and ships.<c-s>").shows("Likes cranes, and ships.");
    session.play("u").shows("Likes cranes.").hides("ships");
}

#[test]
fn s31_a_comment_is_logged_from_any_list() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2icon her talk<enter>").shows("comment: on her talk");
    session.play("3/elif<enter>ic<enter>").shows("comment");
}

#[test]
fn s16_public_posts_only_is_recorded_as_weak_and_undone() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2/hanna<enter>Sp");
    session.shows("public posts only").shows("22 Nov (weak: public");
    session.play("u").hides("public posts only, 22 Nov");
}

#[test]
fn s18_told_me_no_settles_in_the_same_step_and_one_undo_takes_back_both() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2/lena<enter>SnNot now, thank you<enter>").shows("declined: they said so");
    let signs = session.stage.state.network.signs.len();
    session.play("3/lena fischer<enter>").shows("Not now, thank you").shows("declined: they said so");
    session.play("u");
    assert_eq!(session.stage.state.network.signs.len(), signs - 1);
    session.play("2").shows("Lena Fischer");
}

#[test]
fn a_bulk_of_more_than_five_is_shown_and_asked_once() {
    let mut session = Session::new(With::Demo);
    let before = withdrawn(&session);
    session.play("2Vw").shows("Note 18 requests as withdrawn?").shows("Priya N.");
    session.play("<esc>");
    assert_eq!(withdrawn(&session), before);
    session.play("wy");
    assert_eq!(withdrawn(&session), before + 18);
    session.play("u");
    assert_eq!(withdrawn(&session), before);
}

#[test]
fn the_dot_repeats_on_the_next_row() {
    let mut session = Session::new(With::Demo);
    let before = withdrawn(&session);
    session.play("2w..");
    assert_eq!(withdrawn(&session), before + 3);
}

#[test]
fn good_news_is_opened_with_enter_and_gone_then() {
    let mut session = Session::new(With::Demo);
    session.shows("Jonas Berg accepted, yesterday");
    session.play("<enter>").shows("[3 Contacts]").shows("Jonas Berg");
    session.play("1").hides("Jonas Berg accepted");
    session.play("u").shows("Jonas Berg accepted");
}

#[test]
fn to_decide_is_settled_with_enter_and_a_letter() {
    let mut session = Session::new(With::Demo);
    let open = |s: &Session| s.stage.state.network.decisions.iter().filter(|d| !d.settled).count();
    assert_eq!(open(&session), 2);
    session.play("3fd<enter>m");
    assert_eq!(open(&session), 1);
    session.play("<enter>s");
    assert_eq!(open(&session), 0);
    session.shows("Nothing to decide");
    session.play("uu");
    assert_eq!(open(&session), 2);
}

#[test]
fn s72_ask_again_in_nine_months_is_kept_and_surfaces_on_the_day() {
    let mut session = Session::new(With::Demo);
    session.play("3/jonas berg<enter>st9m<enter>").shows("Ask again on 22 Aug 2027");
    let mut later = crate::stage::today();
    later.today = inroads::domain::time::Day::parse("2027-08-22").unwrap();
    session.stage.now(later);
    session.play("1");
    let due = session.stage.state.today.list.rows().to_vec();
    let jonas = session.stage.state.network.contacts.iter().find(|c| c.name() == "Jonas Berg").unwrap().id;
    assert!(due.contains(&inroads::app::today::Item::AskAgain(jonas)));
}

#[test]
fn help_runs_a_command_and_gives_the_reason_where_it_cannot() {
    let mut session = Session::new(With::Demo);
    session.play("2?withdraw").shows("withdraw");
    session.play("<enter>").shows("noted: Priya N. withdrawn");
    session.play("3?merge").shows("mark the two contacts that are one");
    session.play("<enter>").shows("mark the two contacts that are one person first");
}

#[test]
fn the_command_line_completes_commands_and_names() {
    let mut session = Session::new(With::Demo);
    session.play(":pend<enter>").shows("[2 Pending");
    session.play(":sofia<enter>").shows("[3 Contacts]").shows("Professor, UPC");
    session.play(":nosuchthing<enter>").shows("no command and nobody called");
}
