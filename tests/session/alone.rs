//! Arrows, Enter, Esc, Tab, Space and `?` alone can do everything: the help runs every command by name.

use inroads::app::act::help_rows;
use inroads::domain::request::Standing;

use crate::stage::{Session, With};

/// Runs a command through the help, by arrows and Enter.
fn by_help(session: &mut Session, command: &str) {
    session.play("?");
    let rows = help_rows(&session.stage.state);
    let at = rows.iter().position(|(_, binding, _)| binding.command == command).expect("it is in the help");
    session.play(&"<down>".repeat(at)).play("<enter>");
}

fn withdrawn(session: &Session) -> usize {
    session.stage.state.network.requests.iter().filter(|r| r.standing == Standing::Withdrawn).count()
}

#[test]
fn two_requests_are_marked_withdrawn_and_brought_back_without_another_key() {
    let mut session = Session::new(With::Demo);
    let before = withdrawn(&session);
    by_help(&mut session, "pending");
    session.shows("[2 Pending").play("<down><space><space><up><right><down><left>").shows("2 marked");
    by_help(&mut session, "withdraw");
    assert_eq!(withdrawn(&session), before + 2);
    by_help(&mut session, "undo");
    assert_eq!(withdrawn(&session), before);
}

#[test]
fn a_menu_a_filter_and_a_view_are_chosen_and_left_again() {
    let mut session = Session::new(With::Demo);
    by_help(&mut session, "contacts");
    by_help(&mut session, "view");
    session.play("<down><down><enter>").shows("Contacts: waiting");
    session.play("<esc>").shows("Contacts: all");
    by_help(&mut session, "filter");
    session.play("sofia<enter>").shows("filter: sofia").play("<tab>");
    by_help(&mut session, "outcome");
    session.shows("Sofia Marin, today").play("<down><enter>").shows("noted: Sofia Marin declined");
    by_help(&mut session, "undo");
    session.play("<esc><esc>").hides("filter:");
    by_help(&mut session, "quit");
    assert!(session.stage.ended);
}
