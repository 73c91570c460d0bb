//! Moving about: rows, panes, tabs, screens, marks, and the way back.

use crate::app::action::Screen;
use crate::app::compose::Part;
use crate::app::contacts::{self, View};
use crate::app::effect::Effect;
use crate::app::keymap::Place;
use crate::app::overlay::{FirstRun, Overlay};
use crate::app::pending::Tab;
use crate::app::state::{Focus, Notice, State};
use crate::domain::contact::Flag;
use crate::domain::id::{ContactId, RequestId};
use crate::domain::request::Direction;

const NOTHING: Vec<Effect> = Vec::new();

/// Runs the same on the list of whichever screen is shown.
macro_rules! on_list {
    ($state:expr, $list:ident => $does:expr) => {
        match $state.screen {
            Screen::Today => {
                let $list = &mut $state.today.list;
                $does
            }
            Screen::Pending => {
                let $list = &mut $state.pending.list;
                $does
            }
            Screen::Contacts => {
                let $list = &mut $state.contacts.list;
                $does
            }
            Screen::Compose => {
                let $list = &mut $state.compose.list;
                $does
            }
            Screen::Insights => {
                let $list = &mut $state.insights.list;
                $does
            }
            Screen::You => {
                let $list = &mut $state.you.list;
                $does
            }
        }
    };
}

/// Moves whatever has the cursor by this many rows; the extremes are the ends.
pub(super) fn step(state: &mut State, by: isize) -> Vec<Effect> {
    let page_rows = super::palette::rows(state);
    let answer_rows = answer_rows(state);
    let moved = |at: usize, rows: usize| match by {
        isize::MIN => 0,
        isize::MAX => rows.saturating_sub(1),
        by => at.saturating_add_signed(by).min(rows.saturating_sub(1)),
    };
    match state.overlays.last_mut() {
        Some(Overlay::Menu(menu)) => menu.cursor = moved(menu.cursor, menu.items.len()),
        Some(Overlay::Help(finder)) => finder.cursor = moved(finder.cursor, page_rows),
        Some(Overlay::Palette(palette)) => palette.cursor = moved(palette.cursor, page_rows),
        Some(Overlay::Log(log)) => log.cursor = moved(log.cursor, log.lines.len()),
        Some(Overlay::Plan(plan)) => plan.top = moved(plan.top, usize::MAX),
        Some(Overlay::Page(page)) => page.top = moved(page.top, usize::MAX),
        Some(Overlay::FirstRun(first)) => first.cursor = moved(first.cursor, FirstRun::CHOICES.len()),
        Some(
            Overlay::Ask(_) | Overlay::Form(_) | Overlay::Note(_) | Overlay::Confirm(_) | Overlay::Working(_),
        ) => {}
        None if state.screen == Screen::Compose && state.compose.writing.is_some() => {
            if let Some(writing) = &mut state.compose.writing {
                match writing.part {
                    Part::Text => {}
                    Part::Tips => {
                        writing.advice_at = moved(writing.advice_at, writing.advice.len());
                    }
                    Part::Facts => writing.fact_at = moved(writing.fact_at, writing.facts.len()),
                }
            }
        }
        None if state.screen == Screen::Insights && state.focus == Focus::Detail && answer_rows > 0 => {
            state.insights.bar = moved(state.insights.bar, answer_rows);
        }
        None if state.focus == Focus::Detail && state.filter.is_none() => {
            // Only the drawing knows how long the page is: it says so, and the place is set right then.
            state.detail_top = moved(state.detail_top, usize::MAX);
        }
        None => {
            on_list!(state, list => match by {
                isize::MIN => list.top(),
                isize::MAX => list.bottom(),
                by => list.step(by),
            });
            state.detail_top = 0;
            if state.screen == Screen::Insights {
                state.insights.bar = 0;
            }
        }
    }
    NOTHING
}

// How many rows the answer has that is shown.
fn answer_rows(state: &State) -> usize {
    state.insights.answer(&state.outlook).map_or(0, |answer| answer.rows.len())
}

/// Gives the keys to a pane, or to the other one.
pub(super) fn pane(state: &mut State, to: Option<Focus>) -> Vec<Effect> {
    state.focus = to.unwrap_or(match state.focus {
        Focus::List => Focus::Detail,
        Focus::Detail => Focus::List,
    });
    NOTHING
}

/// One pane alone, or both again.
pub(super) fn zoom(state: &mut State) -> Vec<Effect> {
    state.zoomed = !state.zoomed;
    NOTHING
}

/// The tab after or before.
pub(super) fn tab(state: &mut State, by: isize) -> Vec<Effect> {
    match state.screen {
        Screen::Pending => {
            state.pending.tab = state.pending.tab.step(by);
            state.pending.list.clear_marks();
            state.pending.refresh(&state.network, &state.outlook, state.now.today);
            state.pending.list.top();
        }
        Screen::Contacts => {
            let at = View::ALL.iter().position(|view| *view == state.contacts.view).unwrap_or(0) as isize;
            let next = (at + by).rem_euclid(View::ALL.len() as isize) as usize;
            show_view(state, View::ALL[next].clone());
        }
        Screen::Today | Screen::Compose | Screen::Insights | Screen::You => {}
    }
    state.detail_top = 0;
    NOTHING
}

/// Shows a view of the contacts.
pub(in crate::app) fn show_view(state: &mut State, view: View) {
    state.contacts.view = view;
    state.contacts.list.clear_marks();
    state.contacts.refresh(&state.network, state.now.today);
    state.contacts.list.top();
}

/// Shows a screen, and keeps what is being written on the one that is left.
pub(super) fn go_to(state: &mut State, screen: Screen) -> Vec<Effect> {
    // Whoever asks for the drafts while a message is open wants the list of them.
    if screen == Screen::Compose && state.screen == Screen::Compose {
        let effects = super::compose::let_go(state);
        go(state, screen);
        return effects;
    }
    let mut effects = super::compose::paused(state);
    go(state, screen);
    if screen == Screen::Insights && state.outlook.needs_foretold() {
        effects.push(Effect::Foretold);
    }
    effects
}

/// Shows a screen.
pub(in crate::app) fn go(state: &mut State, screen: Screen) {
    state.screen = screen;
    state.focus = Focus::List;
    state.detail_top = 0;
    if screen == Screen::Contacts {
        state.contacts.want(&state.network, state.now.today);
    }
}

/// Closes what is open; then the detail pane; then clears marks; then the filter; then nothing.
pub(super) fn back(state: &mut State) -> Vec<Effect> {
    match state.overlays.last() {
        // Nothing typed is lost: leaving a note keeps it.
        Some(Overlay::Note(_)) => return super::form::leave_note(state),
        Some(Overlay::Working(_)) => {
            state.overlays.pop();
            state.asked = None;
            state.notice = Notice::Said("reading stopped, nothing was changed".into());
            return vec![Effect::CancelRead];
        }
        Some(Overlay::Confirm(_)) => {
            state.overlays.pop();
            state.notice = Notice::Said("nothing was done".into());
            return NOTHING;
        }
        Some(_) => {
            state.overlays.pop();
            return NOTHING;
        }
        None => {}
    }
    if state.filter.take().is_some() {
        super::boxes::set_filter(state, "");
        return NOTHING;
    }
    if state.screen == Screen::Compose && state.compose.writing.is_some() {
        return match state.place() {
            Place::Text => super::compose::leave_text(state),
            Place::Facts => super::compose::part(state, Some(Part::Text)),
            _ => super::compose::close(state),
        };
    }
    if state.focus == Focus::Detail || state.zoomed {
        state.focus = Focus::List;
        state.zoomed = false;
        return NOTHING;
    }
    if on_list!(state, list => list.clear_marks()) {
        return NOTHING;
    }
    let filtered = match state.screen {
        Screen::Pending => !state.pending.filter.is_empty(),
        Screen::Contacts => !state.contacts.filter.is_empty(),
        Screen::Today | Screen::Compose | Screen::Insights | Screen::You => false,
    };
    if filtered {
        super::boxes::set_filter(state, "");
        return NOTHING;
    }
    if state.screen == Screen::Contacts && state.contacts.view != View::All {
        let behind = matches!(state.contacts.view, View::Behind(_));
        show_view(state, View::All);
        if behind {
            // Back to the row of the answer.
            go(state, Screen::Insights);
            state.focus = Focus::Detail;
        }
        return NOTHING;
    }
    state.notice = Notice::None;
    NOTHING
}

/// Marks the row and moves down.
pub(super) fn mark(state: &mut State) -> Vec<Effect> {
    on_list!(state, list => list.mark());
    NOTHING
}

/// Begins or ends a range.
pub(super) fn range(state: &mut State) -> Vec<Effect> {
    if on_list!(state, list => list.range()) {
        state.notice = Notice::Said("move to the other end and press v again, or choose a verb".into());
    } else {
        state.notice = Notice::None;
    }
    NOTHING
}

/// Marks every row that is shown.
pub(super) fn mark_all(state: &mut State) -> Vec<Effect> {
    on_list!(state, list => list.mark_all());
    NOTHING
}

/// Goes to a request that waits, whatever hides it.
pub(super) fn show_request(state: &mut State, id: RequestId, direction: Direction) {
    if state.pending.list.go_to(id) {
        return;
    }
    state.pending.filter.clear();
    state.pending.tab = match direction {
        Direction::Sent => Tab::Sent,
        Direction::Received => Tab::Received,
    };
    state.pending.refresh(&state.network, &state.outlook, state.now.today);
    if !state.pending.list.go_to(id)
        && let Some(request) = state.network.requests.get(id)
        && let Some(contact) = state.network.contact(request.contact)
    {
        // Who is closed for good is found by name alone.
        state.pending.filter = contact.name();
        state.pending.refresh(&state.network, &state.outlook, state.now.today);
        state.pending.list.go_to(id);
    }
}

/// Goes to a contact by number, wherever it is listed.
pub(in crate::app) fn show_contact(state: &mut State, id: ContactId) {
    go(state, Screen::Contacts);
    let row = contacts::Row::Contact(id);
    if !state.contacts.list.go_to(row) {
        let contact = state.network.contact(id);
        let archived = contact.is_some_and(|contact| contact.archived);
        let closed = contact.is_some_and(|contact| contact.is(Flag::Closed) && !contact.archived);
        state.contacts.filter = if closed { "is:closed".to_owned() } else { String::new() };
        show_view(state, if archived { View::Archived } else { View::All });
        state.contacts.list.go_to(row);
    }
}
