//! Outcomes, withdrawals, snoozes and signs, by keys.

use crate::app::effect::{Care, Effect};
use crate::app::fixture::{
    INES, JORG, PRIYA, SOFIA, TOM, day, later, network, now, play, remark, said, state, with,
};
use crate::app::learn::learn;
use crate::app::news::News;
use crate::app::overlay::Overlay;
use crate::app::preview;
use crate::app::state::State;
use crate::app::today::Item;
use crate::domain::request::{Channel, Evidence, Request, Standing};

/// The letters and words of the menu on top.
fn menu(state: &State) -> Vec<(char, &str)> {
    match state.overlays.last() {
        Some(Overlay::Menu(menu)) => menu.items.iter().map(|c| (c.letter, c.label.as_str())).collect(),
        other => panic!("a menu is open, not {other:?}"),
    }
}

fn request(state: &State, with_whom: crate::domain::id::ContactId) -> &Request {
    state.network.requests.get(with(with_whom)).expect("the request")
}

#[test]
fn s06_the_outcome_menu_offers_what_the_sender_or_the_receiver_can_know() {
    let mut state = state();
    play(&mut state, "2o");
    let sent = [
        ('a', "accepted"),
        ('d', "declined"),
        ('w', "withdrawn"),
        ('x', "expired"),
        ('r', "reported"),
        ('n', "no longer listed"),
        ('p', "still pending"),
        ('t', "on another day.."),
    ];
    assert_eq!(menu(&state), sent);
    play(&mut state, "<esc>]o");
    let received = [
        ('a', "accepted"),
        ('i', "ignored"),
        ('r', "reported"),
        ('n', "no longer listed"),
        ('p', "still pending"),
        ('t', "on another day.."),
    ];
    assert_eq!(menu(&state), received);
    let effects = play(&mut state, "a");
    assert!(matches!(&effects[..], [Effect::Save(batch, Care::Full)] if batch.what == "Ines Costa accepted"));
    assert_eq!(request(&state, INES).standing, Standing::Accepted);
    assert_eq!(state.pending.counts, [4, 0, 0]);
}

#[test]
fn s06_o_corrects_a_settled_request_and_both_stay_in_the_history() {
    let mut state = state();
    play(&mut state, "2od");
    assert_eq!(
        (request(&state, PRIYA).standing, request(&state, PRIYA).evidence),
        (Standing::Declined, Evidence::Told)
    );
    play(&mut state, "3/priya<enter>oa");
    assert_eq!(request(&state, PRIYA).standing, Standing::Accepted);
    let done: Vec<&str> = state.history.done.iter().map(|batch| batch.what.as_str()).collect();
    assert_eq!(done, ["Priya N. declined", "Priya N. accepted, was declined 22 Nov"]);
    play(&mut state, "u");
    assert_eq!(request(&state, PRIYA).standing, Standing::Declined);
    play(&mut state, "u");
    assert_eq!(state.network, network());
}

#[test]
fn an_outcome_of_another_day_is_asked_for_and_named() {
    let mut state = state();
    play(&mut state, "2ot3d<enter>");
    assert!(matches!(state.overlays.last(), Some(Overlay::Menu(menu)) if menu.title == "Priya N., 19 Nov"));
    play(&mut state, "w");
    assert_eq!(request(&state, PRIYA).settled_on, Some(day("2026-11-19")));
    play(&mut state, "otsoon<enter>");
    assert!(remark(&state).contains("could not read the date"));
    play(&mut state, "<c-u>2026-11-30<enter>");
    assert!(remark(&state).contains("has not come yet"), "{}", remark(&state));
}

#[test]
fn w_notes_a_withdrawal_moves_on_and_u_brings_it_back() {
    let mut state = state();
    play(&mut state, "2w");
    assert_eq!(said(&state), "Priya N. withdrawn");
    assert_eq!(state.pending.list.current(), Some(with(TOM)));
    play(&mut state, "u");
    assert_eq!(said(&state), "undone: Priya N. withdrawn");
    assert_eq!(state.network, network());
    assert_eq!(state.pending.list.current(), Some(with(PRIYA)), "what came back is under the cursor");
    play(&mut state, "U");
    assert_eq!(request(&state, PRIYA).standing, Standing::Withdrawn);
}

#[test]
fn a_new_deed_leaves_nothing_to_redo_here() {
    let mut state = state();
    play(&mut state, "2wujw");
    assert_eq!(play(&mut state, "U"), [Effect::NewestToRedo], "what the journal says of it");
    assert!(request(&state, PRIYA).pending());
}

#[test]
fn w_is_for_what_waits() {
    let mut state = state();
    play(&mut state, "3/ana ruiz<enter>w");
    assert_eq!(said(&state), "the request to Ana Ruiz no longer waits, it is accepted: o corrects it");
    play(&mut state, "<esc>/jorg<enter>w");
    assert_eq!(said(&state), "the request to Jörg Müller is withdrawn already");
    play(&mut state, "<esc>/ines<enter>w");
    assert!(said(&state).contains("what was received cannot be withdrawn"));
    assert_eq!(state.network, network());
}

#[test]
fn a_snooze_takes_a_request_off_the_list_until_its_day() {
    let mut state = state();
    play(&mut state, "2sw");
    assert_eq!(said(&state), "Priya N. snoozed until 29 Nov");
    assert_eq!((state.pending.counts, state.pending.stale), ([3, 1, 1][..].try_into().expect("three"), 1));
    assert!(!state.today.list.rows().contains(&Item::Stale(with(PRIYA))));
    learn(&mut state, News::Now(later(7)));
    assert_eq!(state.pending.counts, [4, 1, 0]);
    let rows = state.today.list.rows();
    assert!(rows.contains(&Item::Back(with(PRIYA))) && !rows.contains(&Item::Stale(with(PRIYA))));
}

#[test]
fn a_snooze_until_a_day_says_in_the_box_what_is_wrong_with_it() {
    let mut state = state();
    play(&mut state, "2stsoon<enter>");
    assert!(remark(&state).contains("could not read the date \"soon\""));
    play(&mut state, "<c-u>today<enter>");
    assert!(remark(&state).contains("choose a day after today"));
    play(&mut state, "<c-u>22 nov 2027<enter>");
    assert_eq!(said(&state), "Priya N. snoozed until 22 Nov 2027");
}

#[test]
fn s72_asking_again_surfaces_on_the_day_and_never_before_the_rule() {
    let mut state = state();
    play(&mut state, "3/jorg<enter>st3d<enter>");
    assert!(remark(&state).contains("lasts until 8 Dec"), "{}", remark(&state));
    play(&mut state, "<c-u>9m<enter>");
    assert_eq!(said(&state), "a reminder of Jörg Müller on 22 Aug 2027");
    let days = day("2027-08-22").since(now().today);
    learn(&mut state, News::Now(later(days - 1)));
    assert!(!state.today.list.rows().contains(&Item::AskAgain(JORG)));
    learn(&mut state, News::Now(later(days)));
    assert!(state.today.list.rows().contains(&Item::AskAgain(JORG)));
}

#[test]
fn s16_public_posts_only_is_written_down_as_weak_and_undo_removes_it() {
    let mut state = state();
    play(&mut state, "2jjSp");
    let page = |state: &State| {
        let page = preview::request(&state.network, &state.outlook, request(state, SOFIA), state.now.today);
        page.texts().map(str::to_owned).collect::<Vec<_>>()
    };
    let line = "Sign: public posts only, 22 Nov (weak: public posts are visible to anyone)";
    assert!(page(&state).iter().any(|text| text == line), "{:?}", page(&state));
    assert!(request(&state, SOFIA).pending());
    play(&mut state, "u");
    assert!(page(&state).iter().any(|text| text == "No sign is recorded."));
}

#[test]
fn s18_told_me_no_by_key_is_one_step_and_one_undo() {
    let mut state = state();
    play(&mut state, "2jjSnnot this year<enter>");
    let settled = request(&state, SOFIA);
    assert_eq!((settled.standing, settled.evidence), (Standing::Declined, Evidence::Told));
    assert_eq!(state.network.signs_of(with(SOFIA)).count(), 1);
    let page = preview::card(&state.network, state.network.contact(SOFIA).expect("Sofia"), now().today);
    assert!(page.texts().any(|text| text.contains("told me no: not this year")));
    play(&mut state, "u");
    assert_eq!(state.network, network());
    // On the channel of the request, unless another one is said.
    let channel = |state: &State| state.network.signs_of(with(SOFIA)).next().and_then(|sign| sign.channel);
    play(&mut state, "Snno<tab><c-u>pigeon<enter>");
    assert!(
        matches!(state.overlays.last(), Some(Overlay::Form(form)) if form.remark.contains("not \"pigeon\""))
    );
    play(&mut state, "<c-u>email<enter>");
    assert_eq!(channel(&state), Some(Channel::Email));
    let page = preview::card(&state.network, state.network.contact(SOFIA).expect("Sofia"), now().today);
    assert!(page.texts().any(|text| text.contains("told me no, by e-mail: no")));
    play(&mut state, "uSyyes<tab><c-u><enter>");
    assert_eq!(channel(&state), Some(Channel::LinkedIn));
    play(&mut state, "uSv");
    assert_eq!(channel(&state), None, "what was seen was told nowhere");
}

#[test]
fn s08_s15_no_age_settles_a_request() {
    let mut state = state();
    let before = state.pending.list.rows().to_vec();
    learn(&mut state, News::Now(later(3650)));
    assert_eq!((state.pending.list.rows(), state.pending.counts), (&before[..], [4, 1, 0]));
    assert_eq!(state.network, network());
    for id in before {
        let request = state.network.requests.get(id).expect("the request");
        let page = preview::request(&state.network, &state.outlook, request, state.now.today);
        let texts: Vec<&str> = page.texts().collect();
        assert!(texts.contains(&"Next: decide: another channel, withdraw it, or leave it"), "{texts:?}");
    }
}

#[test]
fn good_news_is_opened_with_enter_and_leaves_today() {
    let mut state = state();
    assert_eq!(state.today.list.current(), Some(Item::News(with(crate::app::fixture::ANA))));
    play(&mut state, "<enter>");
    assert_eq!(state.current_contact().map(|contact| contact.name()).as_deref(), Some("Ana Ruiz"));
    assert!(!state.today.list.rows().iter().any(|item| matches!(item, Item::News(_))));
    // The other items of Today open their choices.
    play(&mut state, "1<enter>");
    assert_eq!(menu(&state)[1], ('i', "ignored"));
}

#[test]
fn s18_what_one_person_said_is_not_repeated_on_another() {
    let mut state = state();
    play(&mut state, "2Snnot now<enter>");
    assert_eq!(said(&state), "Priya N. declined: they said so");
    play(&mut state, ".");
    assert!(matches!(state.overlays.last(), Some(Overlay::Form(_))), "they are asked for their own words");
    assert!(request(&state, TOM).pending());
    play(&mut state, "too busy<enter>");
    let words = |id| state.network.signs_of(with(id)).last().map(|sign| sign.text.clone());
    assert_eq!((words(PRIYA), words(TOM)), (Some("not now".into()), Some("too busy".into())));
    play(&mut state, "3/ana ruiz<enter>.");
    assert!(state.overlays.is_empty() && said(&state).contains("a hint on a request that waits"));
}

#[test]
fn of_two_requests_that_wait_with_one_person_the_outcome_says_which_it_is_about() {
    let mut state = state();
    play(&mut state, "2nPriya N.<enter>3/priya<enter>o");
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu") };
    assert_eq!(menu.title, "Priya N., today (of 2 that wait, the one of 22 Nov)");
}

#[test]
fn what_is_recorded_is_under_the_cursor() {
    for keys in ["2nZoë Quux<enter>", "2/priya<enter>nZoë Quux<enter>", "2]]nZoë Quux<enter>"] {
        let mut state = state();
        play(&mut state, keys);
        assert_eq!(
            state.current_contact().map(|contact| contact.name()).as_deref(),
            Some("Zoë Quux"),
            "{keys}"
        );
    }
}

#[test]
fn back_on_the_list_is_offered_for_what_is_off_it() {
    let offers = |keys: &str| {
        let mut state = state();
        play(&mut state, keys);
        let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu after {keys}") };
        menu.items.iter().any(|choice| choice.letter == 'b')
    };
    assert!(!offers("2s") && offers("2sd3/priya<enter>s"), "snoozed");
    let mut state = state();
    play(&mut state, "2sd");
    learn(&mut state, News::Now(later(2)));
    play(&mut state, "3/priya<enter>s");
    let Some(Overlay::Menu(menu)) = state.overlays.last() else { panic!("a menu") };
    assert!(menu.items.iter().all(|choice| choice.letter != 'b'), "it is back already");
    assert!(!offers("3/jorg<enter>s") && offers("3/jorg<enter>sms"), "a reminder");
}
