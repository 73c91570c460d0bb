//! Everything known of a contact, in one line of time, newest first.

use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::request::{Channel, Direction, Evidence, Request, Standing};
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub on: Day,
    /// What, in a line.
    pub text: String,
    /// The user's own note, or the words of a message; may be several lines, or empty.
    pub words: String,
}

/// All that is known, newest first; what happened on one day keeps the order in which it was written down, reversed.
pub fn of(network: &Network, id: ContactId, today: Day) -> Vec<Event> {
    let mut events = Vec::new();
    let mut add = |on: Day, text: String, words: &str| {
        events.push(Event { on, text, words: words.to_owned() });
    };
    if let Some(contact) = network.contact(id) {
        let by_request = network
            .requests_of(id)
            .any(|r| r.standing == Standing::Accepted && r.settled_on == contact.connected_on);
        if let Some(on) = contact.connected_on.filter(|_| !by_request) {
            add(on, "connected".into(), "");
        }
        if let Some(on) = contact.gone_on {
            add(on, "no longer in your list".into(), "");
        }
    }
    for request in network.requests_of(id) {
        add(request.sent_on, asked(request), &request.message);
        for sign in network.signs_of(request.id) {
            // On LinkedIn goes without saying.
            let by = match sign.channel {
                None | Some(Channel::LinkedIn) => "",
                Some(Channel::Event) => ", at an event",
                Some(Channel::Email) => ", by e-mail",
                Some(Channel::Other) => ", elsewhere",
            };
            add(sign.on, format!("sign: {}{by}", sign.kind.label()), &sign.text);
        }
        if let Some(on) = request.settled_on {
            add(on, settled(request), "");
        } else if let Some(on) = request.snoozed_until {
            let verb = if on > today { "snoozed until" } else { "was snoozed until" };
            add(today.min(on), format!("{verb} {}", on.short(today)), "");
        }
    }
    for touch in network.touches_of(id) {
        let what = match (touch.kind, touch.direction) {
            (TouchKind::Message, Direction::Sent) => "you wrote".to_owned(),
            (TouchKind::Message, Direction::Received) => "they wrote".to_owned(),
            (kind, _) => kind.word(),
        };
        add(touch.on, what, &touch.text);
    }
    for note in network.notes_of(id) {
        add(note.on(today), "note".into(), &note.text);
    }
    // Stable, so that the later line of a day comes first.
    events.reverse();
    events.sort_by_key(|event| std::cmp::Reverse(event.on));
    events
}

/// The last day on which something was done for or with a contact, in either direction.
pub fn last_touch(network: &Network, id: ContactId) -> Option<Day> {
    let touches = network.touches_of(id).map(|touch| touch.on);
    let requests = network.requests_of(id).map(|request| request.sent_on);
    touches.chain(requests).max()
}

fn asked(request: &Request) -> String {
    let mut text = match request.direction {
        Direction::Sent => "you asked".to_owned(),
        Direction::Received => "they asked".to_owned(),
    };
    if request.attempt > 1 {
        text = format!("{text}, attempt {}", request.attempt);
    }
    if !request.source.is_empty() {
        text = format!("{text}, found by {}", request.source);
    }
    if !request.against.is_empty() {
        text = format!("{text}, against the rule: {}", request.against);
    }
    text
}

/// How a request was settled, with how it is known.
pub fn settled(request: &Request) -> String {
    let word = match (request.standing, request.direction) {
        (Standing::Accepted, Direction::Sent) => "they accepted".to_owned(),
        (Standing::Accepted, Direction::Received) => "you accepted".to_owned(),
        (Standing::Declined, _) => "declined: they said so".to_owned(),
        (Standing::Withdrawn, _) => "you withdrew it".to_owned(),
        (Standing::Ignored, _) => "you let it be".to_owned(),
        (Standing::Expired, _) => "expired".to_owned(),
        (Standing::Reported, Direction::Sent) => "reported".to_owned(),
        (Standing::Reported, Direction::Received) => "you reported it".to_owned(),
        (Standing::NoLongerListed, _) => "no longer listed in the export".to_owned(),
        (Standing::Draft | Standing::Pending, _) => request.standing.word(),
    };
    let how = match request.evidence {
        _ if request.by_name => ", matched by name",
        Evidence::Inferred if request.standing == Standing::Accepted => ", by your export",
        Evidence::Seen | Evidence::Told | Evidence::Imported | Evidence::Inferred => "",
    };
    format!("{word}{how}")
}

#[cfg(test)]
mod tests;
