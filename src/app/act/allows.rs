//! Whether a command is possible now, asked in one place: by dispatch, footer, help and palette.

use crate::app::action::{Action, Needs, Screen, Touches};
use crate::app::contacts::Row;
use crate::app::keymap::Place;
use crate::app::overlay::Overlay;
use crate::app::state::{BookKind, State};
use crate::domain::refusal::Refusal;
use crate::domain::request::{Direction, Standing};

/// Whether a command is possible now.
///
/// # Errors
/// The reason why not, in words.
pub fn allows(state: &State, action: Action) -> Result<(), Refusal> {
    if action.touches() == Touches::Book
        && let Some(why) = &state.book.read_only
    {
        return Err(Refusal::new(format!("this book can only be read: {why}")));
    }
    let unless = |fits: bool, reason: &str| if fits { Ok(()) } else { Err(Refusal::new(reason)) };
    let nobody = "nobody is under the cursor";
    match action.needs() {
        Needs::Nothing => Ok(()),
        // A note that is being written has its person; a rule is no person.
        Needs::Cursor if matches!(state.overlays.last(), Some(Overlay::Note(_))) => Ok(()),
        Needs::Cursor if state.screen == Screen::You => Ok(()),
        // The facts have what is edited there.
        Needs::Cursor if state.place() == Place::Facts && action == Action::Edit => Ok(()),
        Needs::Cursor => unless(state.current_contact().is_some(), nobody),
        Needs::Message => unless(
            state.screen == Screen::Compose && state.compose.writing.is_some(),
            "no message is open: c writes one",
        ),
        Needs::People => unless(state.has_contacts(), nobody),
        Needs::Request => {
            unless(state.has_requests(), "there is no request here: n in Pending writes one down")
        }
        Needs::Waiting => withdraw(state),
        Needs::Address => match state.current_contact() {
            None => Err(Refusal::new(nobody)),
            Some(contact) if contact.address().is_none() => {
                Err(Refusal::new(format!("no address is known for {}: e adds one", contact.name())))
            }
            Some(_) => Ok(()),
        },
        Needs::Two => two(state),
        Needs::Deed => unless(state.last_deed.is_some(), "nothing to repeat yet"),
        Needs::OwnBook => unless(state.book.kind == BookKind::Own, "this is the made-up network already"),
        Needs::DemoBook => unless(state.book.kind == BookKind::Demo, "this is your own book already"),
    }
}

fn two(state: &State) -> Result<(), Refusal> {
    let list = &state.contacts.list;
    if list.any_target(|row| matches!(row, Row::Decision(_))) {
        return Err(Refusal::new("two items to decide are not two people: Enter shows their choices"));
    }
    // Counted first: whoever has marked everybody need not wait for the list of them.
    if list.marks() > 2 {
        return Err(Refusal::new("more than two are marked: Esc takes the marks off"));
    }
    if state.contacts().len() != 2 {
        return Err(Refusal::new("mark the two contacts that are one person first: Space marks"));
    }
    Ok(())
}

fn withdraw(state: &State) -> Result<(), Refusal> {
    let requests = state.requests();
    if requests.is_empty() {
        return Err(Refusal::new("there is no request here"));
    }
    for request in requests.iter().filter_map(|id| state.network.requests.get(*id)) {
        let name = || state.network.contact(request.contact).map_or_else(String::new, |c| c.name());
        if request.direction == Direction::Received {
            return Err(Refusal::new(format!(
                "{} asked you, and what was received cannot be withdrawn: o has what can be done with it",
                name()
            )));
        }
        if request.standing == Standing::Withdrawn {
            return Err(Refusal::new(format!("the request to {} is withdrawn already", name())));
        }
        if !request.pending() {
            let standing = request.standing.word();
            return Err(Refusal::new(format!(
                "the request to {} no longer waits, it is {standing}: o corrects it",
                name()
            )));
        }
    }
    Ok(())
}
