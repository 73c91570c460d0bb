//! The two boxes beside a message: what the coach says, and what is known of the reader.

use inroads::app::compose::Part;
use inroads::app::overlay::Overlay;

use crate::compose::{draft, score};
use crate::stage::{Session, With};

#[test]
fn s51_a_fact_is_put_in_by_enter_and_a_missing_kind_asks_its_question() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<end> We both know<f3>");
    session.shows("mutual   Ana Ruiz").play("<enter>").shows("We both know Ana Ruiz");
    assert_eq!(session.stage.state.compose.writing.as_ref().map(|writing| writing.part), Some(Part::Text));
    session.play("<f3>").shows("used");
    // What both share comes first, then their work; what is missing is a quiet question.
    let rows: Vec<&str> = session
        .stage
        .state
        .compose
        .writing
        .iter()
        .flat_map(|writing| &writing.facts)
        .map(|row| row.label)
        .collect();
    let place =
        |label: &str| rows.iter().position(|each| *each == label).unwrap_or_else(|| panic!("{label}"));
    assert!(
        place("mutual") < place("work") && place("work") < place("event") && place("event") < place("group")
    );
    session.size((80, 40)).play("G").shows("group    + which group").shows("Enter adds it").play("<enter>");
    session
        .shows("Elif Kaya: which group, school or employer do you share?")
        .play("Rust Brasil<enter>")
        .shows("group    Rust Brasil");
}

#[test]
fn s85_a_contact_without_facts_shows_the_key_that_adds_one() {
    let mut session = Session::new(With::Nothing);
    session.play("<down><enter>Ana Ruiz<enter>c").shows("Facts: none yet, n adds one");
    session.play("<f3>n").shows("What do you know?").play("mBo Lind<enter>").shows("mutual   Bo Lind");
}

#[test]
fn s54_three_things_to_look_at_and_a_low_fit_is_one_line() {
    let mut session = Session::new(With::Demo);
    session
        .play("3/<c-u>stephan<enter>c")
        .size((80, 40))
        .play("<f3>G")
        .shows("look     + 1 of 3 things looked at");
    session.play("<tab>Hi Stephan, thank you.<esc>").shows("You rated the fit low.");
    session.play("<f3>");
    let rows = session.stage.state.compose.writing.iter().flat_map(|writing| &writing.facts);
    let at = rows.map(|row| row.label).position(|label| label == "look").expect("there");
    session
        .play(&format!("g{}<enter>", "j".repeat(at)))
        .shows("recent work: what did they write, say or make?");
    session.play("wa list of teams<enter>").shows("look     + 2 of 3");
}

#[test]
fn a_fact_goes_into_the_place_that_a_template_has_for_it_and_never_runs_into_a_word() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, {work} made me think.<f3>");
    to_fact(&mut session, "work").play("<enter>").shows("Hi Elif, testing fsync made me think.");
    session.play("<c-u>Hi Elif,made me think.").play(&"<left>".repeat("made me think.".len())).play("<f3>");
    to_fact(&mut session, "work").play("<enter>").shows("Hi Elif, testing fsync made me think.");
}

#[test]
fn a_tip_that_was_switched_off_can_be_brought_back_and_is_no_next_step() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, I would like to connect.<esc>");
    let tips = |session: &Session| -> Vec<&str> {
        let writing = session.stage.state.compose.writing.iter();
        writing.flat_map(|writing| &writing.advice).map(|each| each.tip.id).collect()
    };
    let before = tips(&session);
    session.play("x");
    assert_eq!(tips(&session)[..before.len() - 1], before[1..]);
    session.play("G").shows("One tip is off for this message.").hides("next: Enter brings").play("<enter>");
    assert_eq!(tips(&session), before);
    assert!(draft(&session, "Elif Kaya").is_some_and(|draft| draft.off.is_empty()), "and it is kept");
    session.play(&"gx".repeat(before.len())).shows("tips are off").hides("next:");
}

#[test]
fn s21_each_tip_says_why_with_its_source_and_the_users_own_record_beside_it() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, I would like to connect.<esc>w");
    session.shows("Why?").shows("Where it comes from").shows("Your own messages").shows("accepted");
    session.play("<esc>").shows("Tips");
}

#[test]
fn a_rule_is_switched_off_for_the_message_or_for_good_and_the_score_stays() {
    let mut session = Session::new(With::Demo);
    session
        .play("3/<c-u>elif<enter>c<c-u>Hi Elif, I would like to connect.<esc>")
        .shows("Nothing here is about Elif");
    let before = score(&session);
    session.play("x").hides("Nothing here is about Elif");
    assert_eq!(score(&session), before);
    session
        .play("<esc>3/<c-u>karin<enter>c<c-u>Hi Karin, I would like to connect.<esc>")
        .shows("Nothing here is about Karin");
    session.play("X").shows("no more tips about no-anchor").hides("Nothing here is about Karin");
    session.play("<esc>6G").shows("no-anchor").play("<enter>").shows("tips about no-anchor again");
}

// Puts the cursor of the facts on the first of this label.
fn to_fact<'a>(session: &'a mut Session, label: &str) -> &'a mut Session {
    let rows = session.stage.state.compose.writing.iter().flat_map(|writing| &writing.facts);
    let at = rows.map(|row| row.label).position(|each| each == label).expect("listed");
    session.play(&format!("g{}", "j".repeat(at)))
}

#[test]
fn a_rule_can_be_switched_off_before_there_is_a_sentence() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("2/<c-u>sofia<enter>cHi<esc>").shows("still waits");
    session.play("x").hides("still waits").shows("One tip is off");
}

#[test]
fn the_message_that_is_open_is_what_y_copies() {
    let mut session = Session::new(With::Demo);
    session.play("4g").shows("Elif Kaya").play("3/<c-u>vera<enter>cHi Vera<esc>y");
    let Some(Overlay::Menu(menu)) = session.stage.state.overlays.last() else { panic!("a menu") };
    let message = menu.items.iter().find(|item| item.letter == 'm').map(|item| item.hint.as_str());
    assert_eq!(message, Some("Hi Vera"));
}

#[test]
fn undo_brings_back_the_tip_that_was_switched_off_last_and_touches_no_other_draft() {
    let mut session = Session::new(With::Demo);
    session
        .play("4g<down>s")
        .shows("is back")
        .play("3/<c-u>elif<enter>c<c-u>Hi Elif, I build a sync tool.<esc>");
    let off = |session: &Session| -> Vec<String> {
        session.stage.state.compose.writing.iter().flat_map(|writing| writing.off.iter().cloned()).collect()
    };
    session.play("x").shows("u takes it back");
    assert_eq!(off(&session).len(), 1);
    session.play("u").shows("undone: the tip is back");
    assert!(off(&session).is_empty());
    session.play("u").shows("undone: draft to Karin");
    // What is done after it is newer.
    session.play("xFo").shows("only people they know").play("u").shows("undone:");
    assert_eq!(off(&session).len(), 1);
}

#[test]
fn d_takes_out_a_fact_in_the_facts_and_the_draft_in_the_tips() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<f3>");
    to_fact(&mut session, "work").play("d").hides("work     testing fsync");
    assert!(draft(&session, "Elif Kaya").is_some(), "the draft is no fact");
    session.play("u").shows("work     testing fsync");
    to_fact(&mut session, "tag").play("d").shows("this is no fact to take out");
    session.play("<esc><esc>d");
    assert_eq!(draft(&session, "Elif Kaya"), None);
}

#[test]
fn a_tip_that_names_a_fact_leads_to_it() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<end><esc>").shows("Bring in “testing fsync”").play("<enter><enter>");
    let text = session.stage.state.compose.writing.as_ref().map(|writing| writing.editor.text());
    assert!(text.is_some_and(|text| text.ends_with("follow your work. testing fsync")));
}

#[test]
fn a_why_that_is_written_for_somebody_who_has_another_one_is_not_dropped() {
    let mut session = Session::new(With::Demo);
    session
        .play("4cElif Kaya<tab>to meet her<enter>")
        .shows("a purpose is noted already")
        .shows("to meet her");
    session.play("<c-u><enter>").shows("To Elif Kaya");
}

#[test]
fn tips_wait_for_the_first_sentence_and_a_script_without_blanks_has_one() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>vera<enter>cHi Vera, your").shows("Tips come with the first sentence.");
    session.play("<c-u>你好，很高兴认识你。").hides("Tips come with the first sentence.");
    session.shows("limited check");
}
