//! Whether a command is possible now, asked in one place: by dispatch, footer, help and palette.

use crate::app::action::{Action, Screen};
use crate::app::contacts::Row;
use crate::app::state::{BookKind, State};
use crate::domain::refusal::Refusal;
use crate::domain::request::{Direction, Standing};

/// Whether a command is possible now.
///
/// # Errors
/// The reason why not, in words.
pub fn allows(state: &State, action: Action) -> Result<(), Refusal> {
    let no = |reason: &str| Err(Refusal::new(reason));
    if action.changes()
        && let Some(why) = &state.book.read_only
    {
        return Err(Refusal::new(format!("this book can only be read: {why}")));
    }
    match action {
        Action::Outcome | Action::Sign if state.requests().is_empty() => {
            no("there is no request here: n in Pending writes one down")
        }
        Action::Withdraw => withdraw(state),
        Action::Snooze if state.contacts().is_empty() => no("nobody is under the cursor"),
        Action::Note | Action::Edit | Action::Tag | Action::Archive | Action::Copy
            if state.screen != Screen::You && state.contacts().is_empty() =>
        {
            no("nobody is under the cursor")
        }
        Action::Editor if state.overlays.is_empty() && state.current_contact().is_none() => {
            no("nobody is under the cursor")
        }
        Action::Open => match state.current_contact() {
            None => no("nobody is under the cursor"),
            Some(contact) if contact.address().is_none() => {
                Err(Refusal::new(format!("no address is known for {}: e adds one", contact.name())))
            }
            Some(_) => Ok(()),
        },
        Action::Merge if !state.contacts.list.targets().iter().all(|row| matches!(row, Row::Contact(_))) => {
            no("two items to decide are not two people: Enter shows their choices")
        }
        Action::Merge if state.contacts().len() != 2 => {
            no("mark the two contacts that are one person first: Space marks")
        }
        Action::Repeat if state.last_deed.is_none() => no("nothing to repeat yet"),
        Action::Demo if state.book.kind == BookKind::Demo => no("this is the made-up network already"),
        _ => Ok(()),
    }
}

fn withdraw(state: &State) -> Result<(), Refusal> {
    let requests = state.requests();
    if requests.is_empty() {
        return Err(Refusal::new("there is no request here"));
    }
    for request in requests.iter().filter_map(|id| state.network.requests.get(*id)) {
        if request.direction == Direction::Received {
            return Err(Refusal::new(
                "a received request cannot be withdrawn: o has what can be done with it",
            ));
        }
        if request.standing == Standing::Withdrawn {
            return Err(Refusal::new("it is withdrawn already"));
        }
        if !request.pending() {
            let standing = request.standing.word();
            return Err(Refusal::new(format!("it no longer waits, it is {standing}: o corrects it")));
        }
    }
    Ok(())
}
