//! Writing: from thin to good, facts, templates, drafts and versions, copied, recorded, taken back.

use inroads::app::news::News;
use inroads::domain::draft::Draft;
use inroads::domain::id::ContactId;
use inroads::domain::request::{Request, Standing};
use inroads::domain::time::{Day, Now};

use crate::stage::{Session, With, today};

pub fn person(session: &Session, name: &str) -> ContactId {
    let contacts = &session.stage.state.network.contacts;
    contacts.iter().find(|contact| contact.name() == name).unwrap_or_else(|| panic!("{name}")).id
}

pub fn draft(session: &Session, name: &str) -> Option<Draft> {
    let id = person(session, name);
    session.stage.state.network.drafts_of(id).next_back().map(|draft| Draft::clone(draft))
}

fn newest_request(session: &Session, name: &str) -> Option<Request> {
    let id = person(session, name);
    session.stage.state.network.requests_of(id).next_back().map(|request| Request::clone(request))
}

pub fn score(session: &Session) -> i32 {
    session.stage.state.compose.writing.as_ref().and_then(|writing| writing.score.score).expect("a score")
}

fn later(days: i64) -> Now {
    Now { today: today().today.plus(days), at: today().at }
}

#[test]
fn a_message_goes_from_thin_to_good_is_warned_of_an_echo_copied_recorded_and_taken_back() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c").shows("thin").shows("To Elif Kaya · Founder, Kavak Labs");
    assert!((40..60).contains(&score(&session)), "{}", score(&session));
    let good = "Hi Elif, your post on testing fsync helped me fix a replay bug in our SQLite sync tool. \
                I would like to follow your work and swap notes.";
    session.play(&format!("<c-u>{good}")).shows("strong").shows("136 of 200");
    session.play("<f2>").shows("copied · F2 again when you have sent it");
    session.play("<f2>").shows("noted: request to Elif Kaya").shows("[3 Contacts]");
    let request = newest_request(&session, "Elif Kaya").expect("recorded");
    assert_eq!((request.standing, request.message.as_str()), (Standing::Pending, good));
    assert_eq!((i32::from(request.score.expect("kept")) >= 60, request.profile), (true, Some(9)));
    assert_eq!(draft(&session, "Elif Kaya"), None, "the draft has done its work");
    session.play("2").shows("Elif Kaya");
    // The same words to somebody else are no message of their own.
    session.play(&format!("3/<c-u>jonas berg<enter>c{}", good.replace("Elif", "Jonas")));
    session.shows("100 % like your message to E. Kaya").shows("rewrite");
    let writing = session.stage.state.compose.writing.as_ref().expect("open");
    let (text, mut all) = (writing.editor.text(), writing.advice.iter().map(|advice| &advice.tip));
    let lit = all.find(|tip| tip.id == "repeat").map(|tip| tip.spans.iter().map(|span| &text[span.clone()]));
    assert_eq!(lit.map(Iterator::collect), Some(vec!["Jonas"]), "what is only about him");
    session.play("<esc><esc>uu");
    assert_eq!(newest_request(&session, "Elif Kaya"), None);
    assert!(draft(&session, "Elif Kaya").is_some_and(|draft| draft.text == good), "and the draft is back");
}

#[test]
fn s22_a_new_request_opens_the_message_and_one_key_records_it_without_one() {
    let mut session = Session::new(With::Demo);
    session.play("4cNew Person<tab>to learn about ports<enter>").shows("To New Person").shows("why: set");
    session.play("<f6>").shows("noted: request to New Person");
    let request = newest_request(&session, "New Person").expect("recorded");
    assert_eq!((request.message.as_str(), request.score, request.template.as_str()), ("", None, ""));
    session.play("u");
    assert_eq!(newest_request(&session, "New Person"), None);
    // What was written stays a draft where the request went without it.
    session.play("3/<c-u>elif<enter>c<f6>").shows("Record that you sent no message?").play("<esc>");
    assert_eq!(newest_request(&session, "Elif Kaya"), None);
    session.play("<f6>y");
    assert!(newest_request(&session, "Elif Kaya").is_some_and(|request| request.message.is_empty()));
    assert!(draft(&session, "Elif Kaya").is_some());
}

#[test]
fn s24_s25_a_stored_interest_or_piece_of_work_earns_points_and_its_words_are_known() {
    for (kind, fact, message) in [
        ("b", "property tests", "Hi Vera, I write property tests for a sync tool and would like to compare."),
        (
            "w",
            "Calm on-call in three steps",
            "Hi Vera, I read the piece on calm on-call twice. I run two pagers.",
        ),
    ] {
        let mut session = Session::new(With::Demo);
        session.play(&format!("3/<c-u>vera<enter>c{message}"));
        let before = score(&session);
        session.play(&format!("<f3>n{kind}{fact}<enter>"));
        assert!(score(&session) > before, "{message}: {} then {}", before, score(&session));
        let writing = session.stage.state.compose.writing.as_ref().expect("open");
        let named: Vec<&str> =
            writing.score.known.iter().flatten().map(|span| &message[span.clone()]).collect();
        assert!(
            !named.is_empty()
                && named.iter().all(|words| fact.to_lowercase().contains(&words.to_lowercase())),
            "{named:?}"
        );
        session.shows("used");
    }
}

#[test]
fn s26_an_offer_of_ones_own_earns_a_point_and_a_pitch_loses_it() {
    let mut session = Session::new(With::Demo);
    let lead = "Hi Vera, thank you for the talk on pagers. ";
    session.play(&format!("3/<c-u>vera<enter>c{lead}"));
    let bare = score(&session);
    session.play("Our replay harness for sync tests is yours if it helps.");
    let offered = score(&session);
    session.play("<c-u>").play(&format!("{lead}We help companies like yours."));
    assert!(bare < offered && score(&session) < bare, "{bare} {offered} {}", score(&session));
}

#[test]
fn s52_a_draft_that_was_put_off_is_in_today_the_next_day_and_not_before() {
    let mut session = Session::new(With::Demo);
    session
        .play("3/<c-u>vera<enter>cHi Vera, your rota<esc>s")
        .shows("draft to Vera Holm comes back tomorrow");
    session.size((120, 40)).play("1").hides("Vera Holm: your draft");
    session.stage.now(later(1));
    session.play("1").shows("Vera Holm: your draft, put off until today");
    let at = session
        .stage
        .state
        .today
        .list
        .rows()
        .iter()
        .position(|item| item.token() == "draft")
        .expect("listed");
    session.play(&format!("g{}<enter>", "j".repeat(at))).shows("Hi Vera, your rota");
}

#[test]
fn s53_an_empty_purpose_is_in_the_check_and_in_a_tip_and_costs_no_points() {
    let mut session = Session::new(With::Demo);
    session.play("3n<c-u>Ola Nordmann<enter>");
    session
        .play("cHi Ola, your talk on cranes was interesting and I would love to connect.")
        .shows("why: not set");
    let before = score(&session);
    let tips = |session: &Session| -> Vec<&str> {
        session
            .stage
            .state
            .compose
            .writing
            .iter()
            .flat_map(|writing| &writing.advice)
            .map(|each| each.tip.id)
            .collect()
    };
    assert!(tips(&session).contains(&"no-purpose"));
    let at = tips(&session).iter().position(|id| *id == "no-purpose").expect("there");
    session.play(&format!("<esc>{}<enter>cranes<enter>", "j".repeat(at))).shows("why: set");
    assert_eq!((score(&session), tips(&session).contains(&"no-purpose")), (before, false));
}

#[test]
fn a_template_is_filled_its_gaps_are_selected_and_what_stood_there_comes_back() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<f5>w").shows("Hi Elif, your").shows("testing fsync");
    assert!(session.stage.state.compose.writing.as_ref().is_some_and(|w| w.template == "en/work"));
    session
        .play("post about<c-n>why our replay lies<c-n>I keep a sync tool")
        .shows("your post about testing fsync");
    session.play("<c-n>").shows("there is no gap left");
    session.play("<f2><f2>");
    let request = newest_request(&session, "Elif Kaya").expect("recorded");
    assert_eq!(request.template, "en/work");
    session.play("u3/<c-u>elif<enter>c<f7>").shows("Hi Elif, I build a sync tool").play("1");
    session.shows("I build a sync tool on SQLite");
}

#[test]
fn a_template_is_forgotten_when_nothing_of_it_is_left() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<f5>w<c-end>").play(&"<c-u><bs>".repeat(9));
    session.play("Hi Elif, all of this is my own, on crash tests.<f2><f2>");
    let request = newest_request(&session, "Elif Kaya").expect("recorded");
    assert_eq!((request.template.as_str(), request.message.contains("my own")), ("", true));
}

#[test]
fn while_somebody_types_a_save_changes_nothing_on_the_screen() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>vera<enter>cHi Vera").shows("draft 1, saved");
    for key in inroads::app::key::parse_script(", your").unwrap() {
        inroads::app::act::press(&mut session.stage.state, key);
    }
    session.shows("draft 1 …");
    let saved = |session: &mut Session, news| {
        for effect in inroads::app::learn::learn(&mut session.stage.state, news) {
            if let inroads::app::effect::Effect::Save(batch, _) = effect {
                inroads::app::learn::learn(&mut session.stage.state, News::Saved(batch.key.clone()));
            }
        }
    };
    saved(&mut session, News::TypedLong);
    assert_eq!(draft(&session, "Vera Holm").expect("kept").text, "Hi Vera, your");
    session.shows("draft 1 …");
    saved(&mut session, News::Paused);
    session.shows("draft 1, saved");
}

#[test]
fn copying_is_asked_once_for_a_placeholder_and_for_a_text_over_the_limit() {
    let mut session = Session::new(With::Demo);
    session
        .play("3/<c-u>vera<enter>cHi [Name], your rota.<f2>")
        .shows("Copy it as it is?")
        .shows("still a placeholder");
    session.play("n<f2>y").shows("copied");
    let long = "word ".repeat(50);
    session.play(&format!("<c-u>{long}")).shows("250 of 200").play("<f2>").shows("Copy it as it is?");
    session.play("<esc>").shows("nothing was done");
}

#[test]
fn what_is_typed_is_kept_after_a_pause_with_what_it_was_before() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, new words").shows("draft 3, saved");
    let kept = draft(&session, "Elif Kaya").expect("kept");
    assert_eq!((kept.text.as_str(), kept.versions.len()), ("Hi Elif, new words", 2));
    assert_eq!(
        kept.versions[1].text,
        "Hi Elif, I build a sync tool on SQLite and would like to follow your work."
    );
    let mut session = session.restart();
    session.play("4").shows("Hi Elif, new words");
    // What is kept leaves no line behind: u takes back deeds, not words.
    let lines = session.stage.book().log(99).expect("read").len();
    session.play("<enter> and more<esc><esc>");
    assert_eq!(session.stage.book().log(99).expect("read").len(), lines);
    session.play("d").shows("draft to Elif Kaya thrown away").play("u").shows("and more");
}

#[test]
fn words_are_marked_errors_at_once_warnings_after_a_pause_and_not_the_word_that_is_typed() {
    let mut session = Session::new(With::Demo);
    session.stage.press(&inroads::app::key::parse_script("3/<c-u>vera<enter>c").unwrap());
    let state = &mut session.stage.state;
    let press = |state: &mut inroads::app::state::State, keys: &str| {
        for key in inroads::app::key::parse_script(keys).unwrap() {
            inroads::app::act::press(state, key);
        }
    };
    let marked = |state: &inroads::app::state::State| {
        let writing = state.compose.writing.as_ref().expect("open");
        let text = writing.editor.text();
        writing.marks(&state.network).into_iter().map(|mark| text[mark.span].to_owned()).collect::<Vec<_>>()
    };
    press(state, "Dear Keiko");
    assert_eq!(marked(state), [""; 0], "the word that is being typed");
    press(state, ", we help companies");
    assert_eq!(marked(state), ["Keiko"], "an error at once, a warning not yet");
    press(state, " that grow");
    assert_eq!(marked(state), ["Keiko"], "nor where the words go on");
    inroads::app::learn::learn(state, News::Paused);
    assert!(marked(state).iter().any(|words| words.contains("help companies")), "{:?}", marked(state));
}

#[test]
fn s28_an_item_of_200_days_is_out_of_date_and_in_today() {
    let mut session = Session::new(With::Demo);
    session.play("6").shows("9 of 10 in order").shows("look again, 21 Apr");
    session
        .size((120, 40))
        .play("1")
        .shows("Your side")
        .shows("A summary in your words: last looked at 21 Apr");
    session.play("G<enter>").shows("[6 You]").play("<enter>t").shows("10 of 10 in order");
    session.play("1").hides("Your side").play("u").shows("Your side");
}

#[test]
fn s27_an_empty_profile_is_said_before_the_first_request_and_blocks_nothing() {
    let mut session = Session::new(With::Nothing);
    session.play("<down><enter>Ana Ruiz<enter>cHi Ana, thank you.").shows("profile 0/10 - look first");
    session.play("<f2><f2>").shows("noted: request to Ana Ruiz");
    assert_eq!(newest_request(&session, "Ana Ruiz").and_then(|request| request.profile), Some(0));
    session.play("6<enter>t").shows("1 of 10 in order").play("3c").hides("look first");
}

#[test]
fn s34_s82_the_send_check_begins_with_message_profile_and_why_and_each_turns_with_its_cause() {
    let mut session = Session::new(With::Demo);
    let good = "Hi Elif, your post on testing fsync helped me fix a replay bug in our SQLite sync tool. \
                I would like to follow your work and swap notes.";
    session.play(&format!("3/<c-u>elif<enter>c<c-u>{good}"));
    let text = session.text();
    let line = text.lines().find(|line| line.contains("Send check")).expect("the check");
    let score = score(&session);
    let word = if score >= 80 { "strong" } else { "good" };
    assert_eq!(
        line,
        format!(" Send check  message {score} {word} | profile 9/10 | why: set | week 6/20 | rules ok")
    );
    assert!(line.chars().count() <= 80, "{line}");
    for (keys, turned) in
        [("<c-u>", "no message"), ("<esc><esc>Fl", "at their limit"), ("c<esc>Flc", "rules ok")]
    {
        session.play(keys).play("");
        if keys.starts_with("<esc>") {
            session.play("c");
        }
        session.shows(turned);
    }
}

#[test]
fn a_message_to_somebody_who_is_connected_is_a_touch_and_has_no_short_limit() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>jonas berg<enter>cThank you, Jonas, see you in spring.").shows("36 of 8000");
    session.shows("you are connected").play("<f2><f2>").shows("noted: Jonas Berg, message");
    assert_eq!(
        newest_request(&session, "Jonas Berg").map(|request| request.sent_on < today().today),
        Some(true)
    );
}

#[test]
fn the_draft_is_written_by_the_editor_of_the_user_and_counts_emoji_as_the_platform_may() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>vera<enter>c").stage.paste("Grüße 👩\u{200d}👩\u{200d}👧 👍🏽");
    session.shows("some signs count double");
    session.play("<bs>").shows("Grüße 👩\u{200d}👩\u{200d}👧");
    session.play("<bs><bs>");
    assert_eq!(draft(&session, "Vera Holm").map(|draft| draft.text), Some("Grüße ".into()));
    let day = Day::parse("2026-11-22");
    assert_eq!(draft(&session, "Vera Holm").map(|draft| draft.at.day()), day);
}

#[test]
fn what_was_recorded_from_the_drafts_is_shown_in_pending() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, a word.<esc><esc>2/<c-u>sofia<enter>4g<enter>");
    session.play("<f2><f2>").shows("[2 Pending");
    let request = newest_request(&session, "Elif Kaya").expect("recorded").id;
    assert_eq!(session.stage.state.pending.list.current(), Some(request));
}
