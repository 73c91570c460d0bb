//! The rules speak while one writes, and never keep anybody from recording what happened.

use inroads::domain::contact::Flag;

use crate::stage::{Session, With, today};

#[test]
fn s55_a_second_request_is_answered_with_the_reason_and_the_date_and_can_be_recorded() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("2/<c-u>sofia<enter>c").shows("rules: one at a time");
    session.shows("Your request of 31 Oct still waits").shows("ask again from 13 Dec");
    session.play("Hi Sofia, your CIDR talk.<f2>").shows("Your request of 31 Oct still waits");
    session.play("<f2>").shows("against the rule: one at a time");
    // In the pause after a withdrawal the date is the day on which asking is possible again.
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("2/<c-u>sofia<enter>w3/<c-u>sofia<enter>c").shows("rules: from 13 Dec");
    session.shows("You withdrew a request on 22 Nov: after 21").shows("days, from 13 Dec");
}

#[test]
fn s69_a_third_attempt_is_answered_with_the_rule_and_who_is_closed_for_good_is_in_no_list_but_search() {
    let mut session = Session::new(With::Demo);
    let luis =
        session.stage.state.network.contacts.iter().find(|c| c.name() == "Luis Prado").expect("Luis").id;
    session.play("2/<c-u>luis<enter>w<esc>nLuis Prado<enter>w");
    session
        .size((120, 40))
        .play("3/<c-u>luis prado<enter>c")
        .shows("This would be attempt 3, and at most 2 are");
    session.play("<esc><esc>Fc").shows("closed for good");
    assert!(session.stage.state.network.contact(luis).is_some_and(|contact| contact.is(Flag::Closed)));
    session.play("<esc><esc>").hides("Luis Prado  ");
    session.play("2");
    let state = &session.stage.state;
    let waits = |id| state.network.requests.get(id).is_some_and(|request| request.contact == luis);
    assert!(!state.pending.list.rows().iter().any(|id| waits(*id)) && state.pending.list.rows().len() > 9);
    session
        .play("3/<c-u>luis<enter>")
        .shows("Luis Prado")
        .play("<esc>2/<c-u>luis<enter>")
        .shows("Luis Prado");
    session
        .play("3/<c-u>luis<enter>c")
        .shows("You closed this contact for good")
        .play("<esc><esc>Fc")
        .play("<esc>2");
    session.shows("Luis Prado");
}

#[test]
fn s41_who_accepts_only_people_they_know_is_told_first_how_you_know_them_and_the_score_does_not_change() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>c<c-u>Hi Elif, I build a sync tool on SQLite.");
    let score = |session: &Session| session.stage.state.compose.writing.as_ref().and_then(|w| w.score.score);
    let first = |session: &Session| {
        session.stage.state.compose.writing.as_ref().and_then(|w| w.advice.first().map(|each| each.tip.id))
    };
    let before = score(&session);
    session.play("<esc>Fo");
    assert_eq!((first(&session), score(&session)), (Some("how-known"), before));
    session.shows("Say how you know them.");
    session.play("<tab><tab><end> We met at PG Barcelona.");
    assert_ne!(first(&session), Some("how-known"));
}

#[test]
fn s42_who_is_at_their_limit_can_be_followed_instead() {
    let mut session = Session::new(With::Demo);
    session.play("3/<c-u>elif<enter>Flc").shows("at their limit").shows("Elif is at the connection limit");
    session.play("<c-u><esc>").shows("Follow them instead").play("<enter>").shows("noted: Elif Kaya, follow");
    let followed = session.stage.state.network.touches.iter().filter(|touch| touch.on == today().today);
    assert_eq!(followed.count(), 1);
}

#[test]
fn a_no_is_respected_until_the_user_wanted_to_ask_again_and_is_said_when_it_is_copied() {
    let mut session = Session::new(With::Demo);
    session.size((120, 40)).play("2/<c-u>sofia<enter>od<esc>3/<c-u>sofia marin<enter>c");
    session.shows("they said no").shows("Sofia said no on 22 Nov.").shows("If you have sent it already, F6");
    session.play("Hi Sofia, one more word.<f2>").shows("copied. Sofia said no on 22 Nov.");
}
