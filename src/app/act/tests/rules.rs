//! The screen of the rules, and what no main screen says.

use crate::app::fixture::{PRIYA, day, network, now, play, remark, said, state, state_of, with};
use crate::app::overlay::Overlay;
use crate::app::page::Page;
use crate::app::preview;
use crate::app::state::State;
use crate::app::you::Row;
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::network::{Network, Tables};
use crate::domain::rules::RuleKey;
use crate::domain::table::Table;

/// Goes to a rule and opens it.
fn open(state: &mut State, key: RuleKey) {
    let row =
        state.you.list.rows().iter().position(|row| *row == Row::Rule(key)).expect("the rule is listed");
    play(state, &format!("6g{}<enter>", "j".repeat(row)));
}

#[test]
fn a_rule_is_changed_with_enter_and_says_its_range() {
    let mut state = state();
    open(&mut state, RuleKey::WeekAim);
    play(&mut state, "<c-u>2000<enter>");
    assert_eq!(remark(&state), "requests in any 7 days, own aim goes from 0 to 1000");
    play(&mut state, "<c-u>many<enter>");
    assert_eq!(remark(&state), "\"many\" is no number; it is 20 now");
    play(&mut state, "<c-u>12<enter>");
    assert_eq!(said(&state), "requests in any 7 days, own aim: 12");
    play(&mut state, "<enter><c-u>default<enter>");
    assert_eq!(state.network.rules.changed(RuleKey::WeekAim), None);
    open(&mut state, RuleKey::Account);
    assert_eq!(said(&state), "account: premium");
    play(&mut state, "uuu");
    assert_eq!(state.network, network());
}

#[test]
fn s08_with_the_expiry_rule_off_400_days_still_wait_as_400d() {
    let mut state = state();
    let page = |state: &State| {
        let request = state.network.requests.get(with(PRIYA)).expect("the request");
        preview::request(&state.network, &state.outlook, request, state.now.today)
            .texts()
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert!(page(&state).contains("may have expired"));
    open(&mut state, RuleKey::ExpiresAfter);
    play(&mut state, "<c-u>off<enter>2");
    assert_eq!(state.pending.list.rows()[0], with(PRIYA));
    assert!(page(&state).contains("400 days ago"));
    assert!(!page(&state).contains("expired"), "{}", page(&state));
}

#[test]
fn s90_switching_a_respect_rule_off_is_asked_about_and_logged() {
    let mut state = state();
    open(&mut state, RuleKey::WaitAfterWithdrawal);
    play(&mut state, "<c-u>off<enter>");
    assert!(matches!(state.overlays.last(), Some(Overlay::Confirm(_))));
    play(&mut state, "<esc>");
    assert_eq!(state.network, network());
    open(&mut state, RuleKey::WaitAfterWithdrawal);
    play(&mut state, "<c-u>off<enter>y");
    assert_eq!(state.network.rules.get(RuleKey::WaitAfterWithdrawal), 0);
    let logged = state.history.done.last().expect("a batch");
    assert_eq!((logged.what.as_str(), logged.by.as_str()), ("wait after a withdrawal: off", "screen"));
    open(&mut state, RuleKey::Attempts);
    play(&mut state, "<c-u>10<enter>");
    assert!(matches!(state.overlays.last(), Some(Overlay::Confirm(_))), "as many as ten is no rule");
}

#[test]
fn s90_no_main_screen_counts_the_connections() {
    let connected = (1..=137).map(|n| {
        let name = format!("Person{}", "abcdefghij".chars().nth(n as usize % 10).expect("a letter"));
        Contact {
            connected_on: Some(day("2025-01-01")),
            ..Contact::named(ContactId(n), &name, "", Origin::Export)
        }
    });
    let few = network();
    let requests =
        few.requests.iter().map(|request| crate::domain::request::Request::clone(request)).collect();
    let network = Network::from(Tables {
        contacts: Table::from_sorted(connected.collect(), 0),
        requests: Table::from_sorted(requests, 0),
        ..Tables::default()
    });
    let state = state_of(network);
    let (network, today) = (&state.network, now().today);
    let mut pages = vec![preview::today(network, &state.outlook, None, &state.budget, today)];
    pages.extend(
        state
            .today
            .list
            .rows()
            .iter()
            .map(|item| preview::today(network, &state.outlook, Some(*item), &state.budget, today)),
    );
    pages.extend(
        network.requests.iter().map(|request| preview::request(network, &state.outlook, request, today)),
    );
    pages.extend(
        state.you.list.rows().iter().map(|row| preview::own(network, Some(*row), &state.budget, today)),
    );
    assert!([state.pending.stale].into_iter().chain(state.pending.counts).all(|count| count != 137));
    for line in pages.iter().flat_map(Page::texts) {
        assert!(!line.contains("137"), "{line}");
    }
}

#[test]
fn s10_no_page_says_more_than_what_the_user_wrote_down() {
    let state = state();
    for request in &state.network.requests {
        for age in [0, 1, 30, 400] {
            let today = now().today.plus(age);
            let page = preview::request(&state.network, &state.outlook, request, today);
            let text = page.texts().collect::<Vec<_>>().join("\n").to_lowercase();
            for word in ["rejected", "declined", "no interest", "ignored"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}
