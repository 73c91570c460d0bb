//! Deeds on requests: write one down, snooze it, open the news of it.

use super::{Planned, contact, not_in_the_future, whom, whose};
use crate::app::compose::reader;
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin, split_name};
use crate::domain::id::{ContactId, DraftId, RequestId};
use crate::domain::network::Network;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Channel, Direction, Request, Standing};
use crate::domain::rules::RuleKey;
use crate::domain::time::{Day, Now};
use crate::insight::quality::Coach;
use crate::insight::respect;

/// Whom a request is with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// Somebody in the network.
    Known(ContactId),
    /// Somebody new, by whole name: added in the same step.
    New(String),
}

/// A request that was sent or received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// With whom.
    pub with: Person,
    /// Who asked whom.
    pub direction: Direction,
    /// When.
    pub on: Day,
    /// The message that went with it; empty is "without one".
    pub message: String,
    /// How one came to ask; may be empty.
    pub source: String,
    /// Where it was asked.
    pub channel: Channel,
    /// The template that the message was begun with; empty where there was none.
    pub template: String,
    /// What the coach gave the message as it was written, beside the messages of before; nothing where it was not written
    /// here, and is scored now.
    pub score: Option<i32>,
    /// The draft that it came of, which has done its work.
    pub draft: Option<DraftId>,
}

pub(super) fn record(network: &Network, new: &NewRequest, now: Now) -> Result<Planned, Refusal> {
    not_in_the_future(new.on, now.today)?;
    let mut changes = Vec::new();
    let (contact, name) = match &new.with {
        Person::Known(id) => (*id, contact::get(network, *id)?.name()),
        Person::New(name) if name.trim().is_empty() => return Err(Refusal::new("a request needs a name")),
        Person::New(name) => {
            let (first, last) = split_name(name);
            let person = Contact::named(network.contacts.fresh(0), &first, &last, Origin::Hand);
            let known = (person.id, person.name());
            changes.push(Change::Contact(Edit::add(person)));
            known
        }
    };
    let mut request = Request::new(network.requests.fresh(0), contact, new.direction, new.on, now.today);
    if network.requests_of(contact).any(|r| {
        r.direction == new.direction && r.sent_on == new.on && r.pending() && r.message == new.message.trim()
    }) {
        return Err(Refusal::new(format!("this request with {name} is written down already")));
    }
    request.attempt =
        1 + network.requests_of(contact).filter(|r| r.direction == new.direction).count() as u32;
    request.channel = new.channel;
    new.message.trim().clone_into(&mut request.message);
    request.source = new.source.trim().to_lowercase();
    let mut what = match new.direction {
        Direction::Sent => format!("request to {name}"),
        Direction::Received => format!("request from {name}"),
    };
    if new.direction == Direction::Sent {
        if network.contact(contact).is_some_and(|contact| contact.connected()) {
            what = format!("{what}, though you are connected");
        }
        let breaches = respect::breaches(network, contact, new.on);
        if !breaches.is_empty() {
            let rules: Vec<&str> = breaches.iter().map(|breach| breach.rule.as_str()).collect();
            request.against = rules.join(", ");
            what = format!("{what}, against the rule: {}", request.against);
            if let Some(day) = breaches.iter().find_map(|breach| breach.possible_on) {
                what = format!("{what} (possible from {})", day.short(now.today));
            }
        }
    }
    if new.direction == Direction::Sent {
        as_it_was_sent(network, new, &mut request, now.today);
    }
    changes.push(Change::Request(Edit::add(request)));
    if let Some(draft) = new.draft {
        let draft = network.drafts.get(draft).ok_or_else(|| Refusal::new("the draft is no longer there"))?;
        changes.push(Change::Draft(Edit::remove(draft)));
    }
    Ok(Planned { changes, what })
}

// What the message was worth and how the profile looked, for the day on which somebody asks what worked. How it looked
// long ago nobody knows.
fn as_it_was_sent(network: &Network, new: &NewRequest, request: &mut Request, today: Day) {
    let age = network.rules.get(RuleKey::ProfileAge);
    request.profile = (new.on == today).then(|| network.profile.score(today, age));
    request.template.clone_from(&new.template);
    if !request.message.is_empty() {
        let scored = || {
            let reader = network.contact(request.contact).map(|contact| reader::recipient(network, contact));
            let limit = usize::try_from(network.rules.message_limit()).unwrap_or(usize::MAX);
            Coach::new().score(&request.message, reader.as_ref(), limit).score
        };
        request.score = new.score.or_else(scored).and_then(|score| u8::try_from(score).ok());
    }
}

pub(super) fn get(network: &Network, id: RequestId) -> Result<&std::sync::Arc<Request>, Refusal> {
    network.requests.get(id).ok_or_else(|| Refusal::new("the request is no longer there"))
}

pub(super) fn snooze(
    network: &Network,
    requests: &[RequestId],
    until: Option<Day>,
    today: Day,
) -> Result<Planned, Refusal> {
    if until.is_some_and(|day| day <= today) {
        return Err(Refusal::new("snoozing looks forward: choose a day after today"));
    }
    let mut changes = Vec::new();
    for id in requests {
        let before = get(network, *id)?;
        if !before.pending() {
            let name = whom(network, &[before.contact], "");
            return Err(Refusal::new(format!("the request with {name} no longer waits")));
        }
        if before.snoozed_until != until {
            let after = Request { snoozed_until: until, ..Request::clone(before) };
            changes.push(Change::Request(Edit::turn(before, after)));
        }
    }
    if changes.is_empty() {
        return Err(Refusal::new("it is like that already"));
    }
    let who = whose(network, requests);
    let what = match until {
        Some(day) => format!("{who} snoozed until {}", day.short(today)),
        None => format!("{who} back on the list"),
    };
    Ok(Planned { changes, what })
}

pub(super) fn opened(network: &Network, id: RequestId) -> Result<Planned, Refusal> {
    let before = get(network, id)?;
    if before.opened || before.standing != Standing::Accepted {
        return Err(Refusal::new("the news is opened already"));
    }
    let after = Request { opened: true, ..Request::clone(before) };
    let what = format!("news of {} opened", whom(network, &[before.contact], ""));
    Ok(Planned { changes: vec![Change::Request(Edit::turn(before, after))], what })
}
