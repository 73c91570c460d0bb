//! The forecast on the screens: what is known of a request, why, in which order, and what the history shows.

use inroads::app::key::parse_script;
use inroads::domain::time::Now;
use inroads::insight::review::Question;

use crate::stage::{SIZES, Session, With, today};

#[test]
fn s04_every_pending_request_answers_what_is_known_of_it() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2");
    let sent = session.stage.state.pending.list.rows().len();
    assert!(sent >= 15);
    for _ in 0..sent {
        let text = session.text();
        let page = text.lines().filter_map(|line| line.split("││").last()).collect::<Vec<_>>().join(" ");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in
            ["Sent ", "What do you know?", "The chance is an estimate", "Half of your yeses come", "Next: "]
        {
            assert!(page.contains(part), "{part:?} is missing:\n{text}");
        }
        assert!(
            page.contains("it still comes:")
                || page.contains("Very unlikely now:")
                || page.contains("As of ")
        );
        assert!(page.contains("No sign is recorded.") || page.contains("Sign: "), "{text}");
        session.stage.press(&parse_script("j").unwrap());
    }
}

#[test]
fn who_said_yes_is_worth_no_decision_and_who_is_closed_is_in_no_pile() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("1").shows("! Priya N.").play("2/priya<enter>Syyes, gladly<enter>");
    session.shows("They told you yes.").play("<esc>1").hides("! Priya N.");
    let pile = |session: &mut Session| {
        session.play("5Gk").text();
        let review = session.stage.state.outlook.review.clone().expect("shown");
        let answer = review.answer(Question::Pile).expect("there");
        answer.rows.iter().map(|row| row.requests.len()).sum::<usize>()
    };
    let before = pile(&mut session);
    session.play("3/<c-u>dana<enter>Fc").shows("closed for good").play("<esc>");
    assert_eq!(pile(&mut session), before - 1);
}

#[test]
fn s13_signs_have_a_total_in_words_and_no_verdict() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2/sofia<enter>").shows("No sign is recorded.");
    session.play("Sp").shows("weak: public posts").shows("In all little to go on.");
    session.play("Sr").shows("In all little to go on.");
    session.play("Syyes, gladly<enter>").shows("In all clear words of theirs.");
    session.hides("rejected");
}

#[test]
fn s17_public_posts_leave_the_chance_where_it_was() {
    let mut session = Session::new(With::Demo);
    session.size((200, 50)).play("2/sofia<enter>");
    let chance = |session: &mut Session| {
        let text = session.text();
        let start = text.find("it still comes:").expect("a chance");
        text[start..].lines().next().unwrap_or_default().to_owned()
    };
    let before = chance(&mut session);
    session.play("Sp");
    assert_eq!(chance(&mut session), before);
    session.play("Sr");
    assert_ne!(chance(&mut session), before, "a reaction does move it");
}

#[test]
fn s87_what_is_fresh_is_no_warning_and_the_usual_wait_is_said() {
    let mut session = Session::new(With::Demo);
    session.play("2G").shows("today").shows("Nothing to do");
    session.size((200, 50)).shows("Half of your yeses come");
    let picture = session.picture();
    let text = session.text();
    let rows = text.lines().enumerate().filter(|(_, row)| row.contains("│   · ") || row.contains("│   + "));
    assert!(rows.clone().count() > 3, "{text}");
    for (y, _) in rows {
        for x in 0..100 {
            let colour = picture[(x, y as u16)].fg;
            assert!(
                !matches!(colour, ratatui::style::Color::Red | ratatui::style::Color::Yellow),
                "{x}, {y}"
            );
        }
    }
}

#[test]
fn why_says_the_parts_and_what_they_rest_on() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("2/hanna<enter>W");
    session.shows("Why this chance? Hanna Virtanen").shows("On the first day: ");
    session.shows("they viewed your profile some time ago: lowers it").shows("these are cautious guesses");
    session.play("<esc>3/jonas berg<enter>W").shows("only of requests that you sent and that wait");
}

#[test]
fn what_waits_is_sorted_and_seen_by_stage_and_withdrawn_together() {
    let mut session = Session::new(With::Demo);
    session.play("2").shows("oldest first");
    session.play("O").shows("most worth a decision first");
    let first = session.stage.state.pending.list.current();
    session.play("O").shows("oldest first");
    assert_ne!(first, None);
    session.play("fs").shows("/is:stale");
    let stale = session.stage.state.pending.list.rows().len();
    assert_eq!(stale, session.stage.state.pending.stale);
    session.play("Vw").text();
    if stale > 5 {
        session.shows(&format!("Note {stale} requests as withdrawn?")).play("y");
    }
    assert_eq!(session.stage.state.pending.stale, 0);
    session.play("u");
    assert_eq!(session.stage.state.pending.stale, stale, "one undo takes all of them back");
}

#[test]
fn decisions_come_from_the_forecast_the_clearest_first() {
    let mut session = Session::new(With::Crowd);
    session.text();
    let state = &session.stage.state;
    let decisions: Vec<_> = state
        .today
        .list
        .rows()
        .iter()
        .filter(|item| item.heading() == "Worth a decision")
        .filter_map(|item| state.network.requests.get(item.request()?))
        .map(|request| state.outlook.of(&state.network, request, state.now.today).expect("a forecast"))
        .collect();
    assert_eq!(decisions.len(), 5);
    assert!(decisions.windows(2).all(|two| two[0].chance.high <= two[1].chance.high));
}

#[test]
fn insights_answer_every_question_and_lead_to_the_people_behind_a_row() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("5").shows("Do better scores help?").shows("silence is not a no");
    let questions = session.stage.state.insights.list.rows().len();
    for _ in 0..questions {
        session.shows("Ranges are 90 %.").hides("Looking through");
        session.stage.press(&parse_script("j").unwrap());
    }
    session.play("gj<enter>j").shows("Enter shows who they are");
    session.play("<enter>").shows("[3 Contacts]").shows("Does a message help? without");
    session.play("<esc>").shows("[5 Insights]");
    assert_eq!(session.stage.state.insights.bar, 1, "back on the row");
    let mut few = Session::new(With::Crowd);
    few.play("5").shows("No message that you sent has a score yet");
    for size in SIZES {
        session.size(size).play("5gjjjjjjj").shows("When do they say yes?");
    }
}

#[test]
fn a_new_instance_begins_with_the_fit_that_was_kept() {
    let mut session = Session::new(With::Demo);
    session.text();
    let learned = session.stage.state.network.rules.learned();
    assert!(learned.is_some() && learned != Some((13, 44)), "{learned:?}");
    let session = session.restart();
    assert_eq!(session.stage.state.network.rules.learned(), learned, "before anything was learned anew");
    assert!(session.stage.state.outlook.now.is_some());
}

#[test]
fn what_was_shown_is_kept_and_looked_back_on_when_its_time_is_over() {
    let mut session = Session::new(With::Demo);
    session.text();
    let kept = session.stage.book().foretold().unwrap();
    assert!(!kept.is_empty());
    let on = today().today.plus(70);
    session.stage.now(Now { today: on, at: on.midnight_utc() });
    session.size((120, 40)).play("5G").shows("Were forecasts right?");
    session.shows(&format!("Too few to tell: {} kept, {} of them old enough", kept.len(), kept.len()));
}

#[test]
fn the_first_screen_asks_for_the_share_that_gets_accepted_and_you_changes_it() {
    let mut session = Session::new(With::Nothing);
    session.shows("is accepted, roughly: not known").play("ss").shows("roughly: 20 %");
    for size in SIZES {
        session.size(size).shows("roughly: 20 %").shows("nothing.");
    }
    session.play("ssssssss").shows("roughly: not known").play("s<esc>");
    assert_eq!(session.stage.state.network.rules.get(inroads::domain::rules::RuleKey::ShareAccepted), 10);
    session.size((80, 24)).play("6G<up>").text();
    session.play("u");
    assert_eq!(session.stage.state.network.rules.get(inroads::domain::rules::RuleKey::ShareAccepted), 0);
}
