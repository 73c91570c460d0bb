//! Enter: the next step of the row, or "yes" to what is open.

use super::boxes::{choice, menu};
use super::perform::{done, perform};
use crate::app::action::{Action, Screen};
use crate::app::contacts::{Row, View};
use crate::app::deed::{Answer, Deed};
use crate::app::effect::Effect;
use crate::app::keymap::Place;
use crate::app::overlay::{FirstRun, Overlay, Pick, Purpose, Reply, Yes};
use crate::app::state::{Focus, Notice, State};
use crate::app::today::Item;
use crate::domain::decision::DecisionKind;
use crate::domain::id::DecisionId;

/// Does the next step of what has the cursor.
pub(super) fn enter(state: &mut State) -> Vec<Effect> {
    match state.overlays.last() {
        Some(Overlay::Menu(menu)) => super::boxes::pick(state, menu.cursor),
        Some(Overlay::Ask(_)) => super::ask::submit(state),
        Some(Overlay::Confirm(confirm)) => match confirm.reply {
            Reply::Yes => yes(state),
            Reply::No => super::moves::back(state),
        },
        Some(Overlay::Help(_)) => super::palette::run_help(state),
        Some(Overlay::Palette(_)) => super::palette::run(state),
        Some(Overlay::Log(_) | Overlay::Page(_)) => {
            state.overlays.pop();
            Vec::new()
        }
        Some(Overlay::Plan(_)) => import(state),
        Some(Overlay::FirstRun(first)) => first_run(state, first.cursor + 1),
        Some(Overlay::Form(_) | Overlay::Note(_)) => super::form::submit(state),
        Some(Overlay::Working(_)) => Vec::new(),
        // What could not be read is not kept as if it had been.
        None if state.filter.is_some() && mistaken(state) => Vec::new(),
        None if state.filter.is_some() => {
            state.filter = None;
            Vec::new()
        }
        None => row(state),
    }
}

fn mistaken(state: &State) -> bool {
    state.query().is_some_and(|query| !query.errors.is_empty())
}

/// Does what was asked about.
pub(super) fn yes(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Confirm(confirm)) = state.overlays.pop() else { return Vec::new() };
    match confirm.yes {
        Yes::Do(deed) => done(state, deed),
        Yes::Open(address) => vec![Effect::Open(address)],
        Yes::CopyMessage => super::compose::copied(state),
        Yes::Without => super::compose::record(state, String::new()),
    }
}

fn import(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Plan(plan)) = state.overlays.pop() else { return Vec::new() };
    if plan.plan.changes.is_empty() {
        state.notice = Notice::Said("nothing new in this export, nothing was changed".into());
        return Vec::new();
    }
    state.overlays.retain(|overlay| !matches!(overlay, Overlay::FirstRun(_)));
    perform(state, Deed::Import { changes: plan.plan.changes, what: plan.plan.what })
}

/// Takes a choice of the first screen, by its number from 1 on.
pub(super) fn first_run(state: &mut State, number: usize) -> Vec<Effect> {
    let Some((_, action)) = FirstRun::CHOICES.get(number.wrapping_sub(1)) else { return Vec::new() };
    match action {
        Action::Backup => {
            state.overlays.push(Overlay::Ask(super::ask::of(Purpose::Restore, "")));
            Vec::new()
        }
        action => super::act(state, *action),
    }
}

fn row(state: &mut State) -> Vec<Effect> {
    match state.screen {
        Screen::Today => state.today.list.current().map_or_else(Vec::new, |item| today(state, item)),
        Screen::Pending => details(state),
        Screen::Contacts => match state.contacts.list.current() {
            Some(Row::Decision(id)) => decide(state, id),
            Some(Row::Contact(_)) => details(state),
            None => Vec::new(),
        },
        Screen::Compose => match state.place() {
            Place::Tips => super::compose::enter_tip(state),
            Place::Facts => super::compose::enter_chosen_fact(state),
            _ => super::compose::open_listed(state),
        },
        Screen::Insights => insights(state),
        Screen::You => super::own::enter(state),
    }
}

// From the questions to the answer, from a row of the answer to the people behind it.
fn insights(state: &mut State) -> Vec<Effect> {
    if state.focus == Focus::List {
        state.insights.bar = 0;
        return details(state);
    }
    match state.insights.behind(&state.outlook, &state.network) {
        Some(view) => {
            super::moves::go(state, Screen::Contacts);
            state.contacts.filter.clear();
            super::moves::show_view(state, view);
        }
        None => state.notice = Notice::Said("nobody is behind this row".into()),
    }
    Vec::new()
}

fn details(state: &mut State) -> Vec<Effect> {
    state.focus = Focus::Detail;
    Vec::new()
}

fn today(state: &mut State, item: Item) -> Vec<Effect> {
    match item {
        Item::News(request) => {
            let contact = item.contact(&state.network);
            let effects = perform(state, Deed::Opened(request));
            if let Some(contact) = contact {
                super::moves::show_contact(state, contact);
                state.focus = Focus::Detail;
            }
            effects
        }
        Item::Answer(_) | Item::Stale(_) | Item::Back(_) => super::act(state, Action::Outcome),
        Item::Draft(draft) => super::compose::open_this(state, draft),
        Item::Profile(item) => {
            super::moves::go(state, Screen::You);
            state.you.list.go_to(crate::app::you::Row::Profile(item));
            Vec::new()
        }
        Item::AskAgain(_) => super::act(state, Action::Snooze),
        Item::Decide => {
            super::moves::go(state, Screen::Contacts);
            super::moves::show_view(state, View::Decide);
            Vec::new()
        }
    }
}

fn decide(state: &mut State, id: DecisionId) -> Vec<Effect> {
    let Some(decision) = state.network.decisions.get(id) else { return Vec::new() };
    let choice =
        |letter, label, hint, answer| choice(letter, label, hint, Pick::Do(Deed::Decide(id, answer)));
    let items = match decision.kind {
        DecisionKind::SameName | DecisionKind::NewAddress => vec![
            choice('s', "the same person", "they become one", Answer::Yes),
            choice('t', "two people", "both stay", Answer::No),
        ],
        DecisionKind::Contradiction => vec![
            choice('e', "the export is right", "", Answer::Yes),
            choice('m', "my word stays", "", Answer::No),
        ],
    };
    let title = decision.text.clone();
    menu(state, title, items)
}
