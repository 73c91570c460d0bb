//! Deeds: everything that changes the network, as one value with its targets. A key, a menu, the command line and `.`
//! all make deeds; [`Deed::plan`] turns one into changes, or says why not.

mod contact;
mod draft;
mod fact;
mod merge;
mod note;
mod own;
mod request;
mod standing;
#[cfg(test)]
mod tests;

pub use contact::Details;
pub use request::{NewRequest, Person};

use std::sync::Arc;

use crate::app::search::fold;
use crate::domain::change::Change;
use crate::domain::contact::{Contact, Flag};
use crate::domain::fact::FactKind;
use crate::domain::id::{ContactId, DecisionId, DraftId, FactId, NoteId, RequestId};
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Channel, Evidence, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::sign::SignKind;
use crate::domain::time::{Day, Now};
use crate::domain::touch::TouchKind;

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
    /// Writes down a fact about a contact, or an offer of the user's own.
    AddFact {
        /// About whom; nobody for an offer.
        contact: Option<ContactId>,
        /// What kind of thing.
        kind: FactKind,
        /// The thing.
        text: String,
        /// When it was; nothing where that is not known.
        on: Option<Day>,
    },
    /// Rewrites a fact; an empty text removes it.
    EditFact {
        /// Which.
        fact: FactId,
        /// What kind of thing.
        kind: FactKind,
        /// The thing.
        text: String,
        /// When it was.
        on: Option<Day>,
    },
    /// Notes what holds for asking contacts, or that it does no longer.
    SetFlag {
        /// Whom.
        contacts: Vec<ContactId>,
        /// What.
        flag: Flag,
        /// Whether it holds.
        holds: bool,
    },
    /// Writes down a message to somebody who is connected; the draft that it came of has done its work.
    Wrote {
        /// To whom.
        contact: ContactId,
        /// The message.
        text: String,
        /// The draft.
        draft: Option<DraftId>,
    },
    /// Writes a message to a contact as a whole: into their newest draft, or into a new one.
    WriteDraft(ContactId, String),
    /// Puts drafts off until a day; nothing brings them back at once.
    PutOff(Vec<DraftId>, Option<Day>),
    /// Throws drafts away.
    DropDrafts(Vec<DraftId>),
    /// Notes the day on which an item of the profile was found in order, or that it is not.
    CheckProfile(ProfileItem, Option<Day>),
    /// Switches a tip off for good, or on again.
    Mute(String, bool),
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
            Deed::AddNote(contact, text) => note::add_note(network, *contact, text, now),
            Deed::EditNote(note, text) => note::edit_note(network, *note, text),
            Deed::LogTouch { contacts, kind, text, on } => {
                note::log_touch(network, contacts, *kind, text, *on, now)
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
            Deed::AddFact { contact, kind, text, on } => {
                fact::add(network, *contact, *kind, text, *on, now.today)
            }
            Deed::EditFact { fact, kind, text, on } => {
                fact::edit(network, *fact, *kind, text, *on, now.today)
            }
            Deed::SetFlag { contacts, flag, holds } => contact::flag(network, contacts, *flag, *holds),
            Deed::Wrote { contact, text, draft } => draft::sent(network, *contact, text, *draft, now),
            Deed::WriteDraft(contact, text) => draft::write(network, *contact, text, now),
            Deed::PutOff(drafts, until) => draft::put_off(network, drafts, *until, now.today),
            Deed::DropDrafts(drafts) => draft::throw_away(network, drafts),
            Deed::CheckProfile(item, on) => own::check_profile(network, *item, *on, now.today),
            Deed::Mute(tip, off) => own::mute(network, tip, *off),
            Deed::SetRule(key, value) => own::set_rule(network, *key, *value),
            Deed::Import { changes, what } => Ok(Planned { changes: changes.clone(), what: what.clone() }),
        }
    }

    /// What it is aimed at.
    pub fn aim(&mut self) -> Aim<'_> {
        match self {
            Deed::Tag { contacts, .. }
            | Deed::Archive { contacts, .. }
            | Deed::LogTouch { contacts, .. }
            | Deed::SetFlag { contacts, .. }
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
            | Deed::AddFact { .. }
            | Deed::EditFact { .. }
            | Deed::Wrote { .. }
            | Deed::WriteDraft(..)
            | Deed::PutOff(..)
            | Deed::DropDrafts(_)
            | Deed::CheckProfile(..)
            | Deed::Mute(..)
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
