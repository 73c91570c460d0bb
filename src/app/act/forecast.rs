//! Looking at what waits: why a chance is what it is, in which order, which of them.

use super::boxes::{choice, menu};
use crate::app::effect::Effect;
use crate::app::overlay::{Overlay, PageBox, Pick};
use crate::app::pending::Order;
use crate::app::preview;
use crate::app::state::State;

/// Why the chance of the request is what it is.
pub(super) fn why_chance(state: &mut State) -> Vec<Effect> {
    let Some(request) = state.current_request() else { return Vec::new() };
    let name = state.network.contact(request.contact).map_or_else(String::new, |contact| contact.name());
    let page = preview::why_chance(&state.network, &state.outlook, request, state.now.today);
    state.overlays.push(Overlay::Page(PageBox { title: format!("Why this chance? {name}"), page, top: 0 }));
    Vec::new()
}

/// The other order of the sent requests; the border says which it is.
pub(super) fn sort(state: &mut State) -> Vec<Effect> {
    let pending = &mut state.pending;
    pending.order = match pending.order {
        Order::Age => Order::Worth,
        Order::Worth => Order::Age,
    };
    pending.refresh(&state.network, &state.outlook, state.now.today);
    pending.list.top();
    Vec::new()
}

/// Which of the requests that wait are listed.
pub(super) fn stages(state: &mut State) -> Vec<Effect> {
    let shown =
        |letter, label, hint, filter: &str| choice(letter, label, hint, Pick::Filter(filter.to_owned()));
    let items = vec![
        shown('a', "all", "", ""),
        shown('s', "stale", "past your stale age", "is:stale"),
        shown('q', "quiet", "past your quiet age", "is:quiet"),
        shown('f', "fresh", "nothing to do yet", "is:fresh"),
        shown('m', "with a message", "", "has:message"),
        shown('o', "without", "", "-has:message"),
    ];
    menu(state, "Which ones?".to_owned(), items)
}
