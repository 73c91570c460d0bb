//! Deeds on notes and touches.

use super::{Planned, contact, not_in_the_future, whom};
use crate::domain::change::{Change, Edit};
use crate::domain::id::{ContactId, NoteId};
use crate::domain::network::Network;
use crate::domain::note::Note;
use crate::domain::refusal::Refusal;
use crate::domain::request::Direction;
use crate::domain::time::{Day, Now};
use crate::domain::touch::{Touch, TouchKind};

pub(super) fn add_note(
    network: &Network,
    contact: ContactId,
    text: &str,
    now: Now,
) -> Result<Planned, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new("the note is empty"));
    }
    contact::get(network, contact)?;
    let note = Note { id: network.notes.fresh(0), contact, text: text.to_owned(), at: now.at };
    let what = format!("note on {}", whom(network, &[contact], ""));
    Ok(Planned { changes: vec![Change::Note(Edit::add(note))], what })
}

pub(super) fn edit_note(network: &Network, id: NoteId, text: &str) -> Result<Planned, Refusal> {
    let before = network.notes.get(id).ok_or_else(|| Refusal::new("the note is no longer there"))?;
    let who = whom(network, &[before.contact], "");
    let text = text.trim();
    if text == before.text {
        return Err(Refusal::new("the note is as it was"));
    }
    let (edit, what) = if text.is_empty() {
        (Edit::remove(before), format!("note on {who} removed"))
    } else {
        (
            Edit::turn(before, Note { text: text.to_owned(), ..Note::clone(before) }),
            format!("note on {who} changed"),
        )
    };
    Ok(Planned { changes: vec![Change::Note(edit)], what })
}

pub(super) fn log_touch(
    network: &Network,
    contacts: &[ContactId],
    kind: TouchKind,
    text: &str,
    on: Day,
    now: Now,
) -> Result<Planned, Refusal> {
    not_in_the_future(on, now.today)?;
    for id in contacts {
        contact::get(network, *id)?;
    }
    let with: Vec<Option<ContactId>> =
        if contacts.is_empty() { vec![None] } else { contacts.iter().copied().map(Some).collect() };
    let changes = with.into_iter().zip(0..).map(|(contact, n)| {
        Change::Touch(Edit::add(Touch {
            id: network.touches.fresh(n),
            contact,
            kind,
            direction: Direction::Sent,
            text: text.trim().to_owned(),
            on,
            at: (on == now.today).then_some(now.at),
            origin: crate::domain::contact::Origin::Hand,
        }))
    });
    let what = match contacts {
        [] if text.trim().is_empty() => format!("{}, your own", kind.word()),
        [] => format!("{}, your own", text.trim()),
        _ => format!("{}, {}", whom(network, contacts, "contacts"), kind.word()),
    };
    Ok(Planned { changes: changes.collect(), what })
}
