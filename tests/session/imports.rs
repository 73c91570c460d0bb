//! Imports from inside the program: the plan is shown before anything is written.

use crate::stage::{Session, With};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample-export");

#[test]
fn an_import_is_shown_then_applied_as_one_step_then_taken_back() {
    let mut session = Session::new(With::Nothing);
    session.size((120, 40)).play("<down><down><enter>");
    session.play(SAMPLE).play("<enter>").shows("new connections").shows("Enter imports");
    assert!(session.stage.state.network.contacts.is_empty(), "nothing is written before it was shown");
    session.play("<enter>").shows("noted: export of");
    let people = session.stage.state.network.contacts.len();
    assert!(people > 20, "{people} people came");
    session.play(&format!("<esc>:import {SAMPLE}<enter>")).shows("Nothing new");
    session.play("<enter>");
    assert_eq!(session.stage.state.network.contacts.len(), people);
    session.play("u");
    assert!(session.stage.state.network.contacts.is_empty());
    session.play("U");
    assert_eq!(session.stage.state.network.contacts.len(), people);
    assert!(session.folder().join("copies").exists(), "a copy is made before an import");
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_changes() {
    let mut session = Session::new(With::Demo);
    let before = session.stage.state.network.clone();
    session.size((120, 40)).play(":import /no/such/export.zip<enter>").shows("/no/such/export.zip");
    assert!(session.stage.state.network == before);
}

#[test]
fn a_path_is_completed() {
    let mut session = Session::new(With::Demo);
    let start = &SAMPLE[..SAMPLE.len() - 3];
    session.size((200, 50)).play(&format!(":import {start}<tab>")).shows(&format!("{SAMPLE}/"));
}
