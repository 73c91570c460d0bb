//! Deeds: everything that changes the network, as one value with its targets. A key, a menu, the command line and `.`
//! all make deeds; [`Deed::plan`] turns one into changes, or says why not.

mod contact;
mod merge;
mod request;
mod standing;
#[cfg(test)]
mod tests;

pub use contact::Details;
pub use request::{NewRequest, Person};

use std::sync::Arc;

use crate::app::search::fold;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, DecisionId, NoteId, RequestId};
use crate::domain::network::Network;
use crate::domain::note::Note;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Channel, Direction, Evidence, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::sign::SignKind;
use crate::domain::time::{Day, Now};
use crate::domain::touch::{Touch, TouchKind};

/// Something to do to the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Adds a contact.
    AddContact(Details),
    /// Changes a contact's details; what is not given stays.
    EditContact(ContactId, Details),
    /// Adds and removes tags.
    Tag {
        /// Whom.
        contacts: Vec<ContactId>,
        /// Tags to add.
        add: Vec<String>,
        /// Tags to remove.
        remove: Vec<String>,
    },
    /// Puts contacts away, or brings them back.
    Archive {
        /// Whom.
        contacts: Vec<ContactId>,
        /// Away, or back.
        archived: bool,
    },
    /// Makes two contacts one.
    Merge {
        /// The one that stays.
        keep: ContactId,
        /// The one whose details, requests, touches and notes move over.
        other: ContactId,
    },
    /// Writes a note.
    AddNote(ContactId, String),
    /// Rewrites a note; an empty text removes it.
    EditNote(NoteId, String),
    /// Writes down a touch.
    LogTouch {
        /// With whom; nobody for an own post or talk.
        contacts: Vec<ContactId>,
        /// What.
        kind: TouchKind,
        /// About what; may be empty.
        text: String,
        /// When.
        on: Day,
    },
    /// Writes down a request that was sent or received.
    Record(NewRequest),
    /// Settles requests, corrects a settled one, or makes it pending again.
    Settle {
        /// Which.
        requests: Vec<RequestId>,
        /// To what.
        standing: Standing,
        /// On which day.
        on: Day,
        /// How it is known.
        evidence: Evidence,
    },
    /// Takes pending requests off the list until a day; nothing brings them back at once.
    Snooze {
        /// Which.
        requests: Vec<RequestId>,
        /// Until when.
        until: Option<Day>,
    },
    /// Sets the day on which to be reminded of contacts.
    AskAgain {
        /// Whom.
        contacts: Vec<ContactId>,
        /// When; nothing takes the reminder away.
        on: Option<Day>,
    },
    /// Writes down a sign on requests.
    Sign {
        /// Which.
        requests: Vec<RequestId>,
        /// What was seen.
        kind: SignKind,
        /// When.
        on: Day,
        /// Their words; may be empty.
        text: String,
        /// On which channel they told so; where it is not said, that of the request.
        channel: Option<Channel>,
    },
    /// Changes a rule, or gives it back to its default.
    SetRule(RuleKey, Option<i64>),
    /// Answers an item to decide.
    Decide(DecisionId, Answer),
    /// The good news of a request was opened.
    Opened(RequestId),
    /// Applies an import that was shown as a plan.
    Import {
        /// What changes.
        changes: Vec<Change>,
        /// In words.
        what: String,
    },
}

/// An answer to an item to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are one person; or the export is right.
    Yes,
    /// They are two people; or what the user said stays.
    No,
}

/// What a deed is aimed at, for what acts on many and can be done again elsewhere.
#[derive(Debug)]
pub enum Aim<'a> {
    /// These requests.
    Requests(&'a mut Vec<RequestId>),
    /// These contacts; nobody for the user's own post or talk.
    Contacts(&'a mut Vec<ContactId>),
    /// One thing of its own, or none.
    Itself,
}

/// What a deed comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// In words that can follow "noted: ".
    pub what: String,
}

/// How long the names of those that a deed is about may be together.
const NAMED: usize = 40;

impl Deed {
    /// The changes that the deed makes.
    ///
    /// # Errors
    /// Says why it cannot be done, in words; nothing is done by halves.
    pub fn plan(&self, network: &Network, now: Now) -> Result<Planned, Refusal> {
        match self {
            Deed::AddContact(details) => contact::add(network, details),
            Deed::EditContact(id, details) => contact::edit(network, *id, details),
            Deed::Tag { contacts, add, remove } => contact::tag(network, contacts, add, remove),
            Deed::Archive { contacts, archived } => contact::archive(network, contacts, *archived),
            Deed::AskAgain { contacts, on } => contact::ask_again(network, contacts, *on, now.today),
            Deed::Merge { keep, other } => merge::merge(network, *keep, *other),
            Deed::Decide(id, answer) => merge::decide(network, *id, *answer),
            Deed::AddNote(contact, text) => add_note(network, *contact, text, now),
            Deed::EditNote(note, text) => edit_note(network, *note, text),
            Deed::LogTouch { contacts, kind, text, on } => {
                log_touch(network, contacts, *kind, text, *on, now)
            }
            Deed::Record(new) => request::record(network, new, now),
            Deed::Snooze { requests, until } => request::snooze(network, requests, *until, now.today),
            Deed::Opened(id) => request::opened(network, *id),
            Deed::Settle { requests, standing, on, evidence } => {
                standing::settle(network, requests, *standing, *on, *evidence, now.today)
            }
            Deed::Sign { requests, kind, on, text, channel } => {
                standing::sign(network, requests, (*kind, *on), (text, *channel), now.today)
            }
            Deed::SetRule(key, value) => set_rule(network, *key, *value),
            Deed::Import { changes, what } => Ok(Planned { changes: changes.clone(), what: what.clone() }),
        }
    }

    /// What it is aimed at.
    pub fn aim(&mut self) -> Aim<'_> {
        match self {
            Deed::Tag { contacts, .. }
            | Deed::Archive { contacts, .. }
            | Deed::LogTouch { contacts, .. }
            | Deed::AskAgain { contacts, .. } => Aim::Contacts(contacts),
            Deed::Settle { requests, .. } | Deed::Snooze { requests, .. } | Deed::Sign { requests, .. } => {
                Aim::Requests(requests)
            }
            Deed::AddContact(_)
            | Deed::EditContact(..)
            | Deed::Merge { .. }
            | Deed::AddNote(..)
            | Deed::EditNote(..)
            | Deed::Record(_)
            | Deed::SetRule(..)
            | Deed::Decide(..)
            | Deed::Opened(_)
            | Deed::Import { .. } => Aim::Itself,
        }
    }
}

/// The names, where a line has room for them, else the count: `Ana Ruiz and Tom Okafor`, `4 contacts`.
pub fn whom(network: &Network, contacts: &[ContactId], several: &str) -> String {
    let name = |id: &ContactId| network.contact(*id).map_or_else(|| id.to_string(), |c| c.name());
    let names = match contacts {
        [one] => return name(one),
        [one, two] => format!("{} and {}", name(one), name(two)),
        [one, two, three] => format!("{}, {} and {}", name(one), name(two), name(three)),
        _ => String::new(),
    };
    let fits = !names.is_empty() && names.chars().count() <= NAMED;
    if fits { names } else { format!("{} {several}", contacts.len()) }
}

/// Who has this name already. Two people may have one, or one person is written down twice: only the user knows.
pub fn namesakes<'a>(network: &'a Network, name: &str) -> impl Iterator<Item = &'a Contact> {
    let name = fold(name.trim());
    network.contacts.iter().map(Arc::as_ref).filter(move |contact| fold(&contact.name()) == name)
}

/// Whose requests these are, as [`whom`]: `Tom Okafor`, `4 requests`.
pub fn whose(network: &Network, requests: &[RequestId]) -> String {
    let contacts: Vec<ContactId> =
        requests.iter().filter_map(|id| network.requests.get(*id).map(|r| r.contact)).collect();
    whom(network, &contacts, "requests")
}

/// Records look back.
///
/// # Errors
/// Where the day lies ahead.
pub(super) fn not_in_the_future(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::new(format!("{day} has not come yet: records look back")));
    }
    Ok(())
}

fn add_note(network: &Network, contact: ContactId, text: &str, now: Now) -> Result<Planned, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new("the note is empty"));
    }
    contact::get(network, contact)?;
    let note = Note { id: network.notes.fresh(0), contact, text: text.to_owned(), at: now.at };
    let what = format!("note on {}", whom(network, &[contact], ""));
    Ok(Planned { changes: vec![Change::Note(Edit::add(note))], what })
}

fn edit_note(network: &Network, id: NoteId, text: &str) -> Result<Planned, Refusal> {
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

fn log_touch(
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

fn set_rule(network: &Network, key: RuleKey, value: Option<i64>) -> Result<Planned, Refusal> {
    let text = key.text();
    if let Some(value) = value
        && !(text.least..=text.most).contains(&value)
    {
        return Err(Refusal::new(format!("{} goes from {} to {}", text.label, text.least, text.most)));
    }
    let before = network.rules.changed(key);
    let after = value.filter(|value| *value != text.default);
    if before == after {
        return Err(Refusal::new(format!("{} is that already", text.label)));
    }
    let mut rules = network.rules.clone();
    rules.set(key, after);
    if rules.get(RuleKey::QuietAge) >= rules.get(RuleKey::StaleAge) {
        return Err(Refusal::new(
            "a request is quiet before it is stale: the quiet age has to be the smaller",
        ));
    }
    let value = rules.get(key);
    let shown = key.value_word(value).map_or_else(|| value.to_string(), str::to_owned);
    Ok(Planned {
        changes: vec![Change::Rule { key, before, after }],
        what: format!("{}: {shown}", text.label),
    })
}
