//! What to do about a message: the coach's tips, and what the rules, the flags and the contact's own lines say.
//!
//! Only the coach's tips have to do with points. The rest informs, and never changes the score.

use crate::app::deed::Deed;
use crate::domain::contact::{Contact, Fit, Flag};
use crate::domain::network::Network;
use crate::domain::request::{Direction, Standing};
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;
use crate::insight::quality::evidence::Span;
use crate::insight::quality::{Band, Rule, Severity, Tip};
use crate::insight::respect;

use super::Writing;

/// How many pieces of advice are shown at once.
pub const SHOWN: usize = 3;

/// The row that brings back what was switched off for this message.
pub const SWITCHED_OFF: &str = "switched-off";

/// A piece of advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Its stable id.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The points that it brings; 0 where it has nothing to do with points.
    pub gain: i32,
    /// The words that it is about.
    pub spans: Vec<Span>,
    /// What is seen.
    pub message: String,
    /// What to do.
    pub next: String,
    /// What Enter does instead of going to the words.
    pub does: Option<Deed>,
}

impl Advice {
    fn plain(
        id: &'static str,
        severity: Severity,
        message: impl Into<String>,
        next: impl Into<String>,
    ) -> Self {
        let (message, next) = (message.into(), next.into());
        Self { id, severity, gain: 0, spans: Vec::new(), message, next, does: None }
    }

    fn of(tip: &Tip, lit: Option<&[Span]>) -> Self {
        Self {
            id: tip.id,
            severity: tip.severity,
            gain: tip.gain,
            spans: lit.map_or_else(|| tip.spans.clone(), <[Span]>::to_vec),
            message: tip.message.clone(),
            next: tip.next.clone(),
            does: None,
        }
    }
}

/// The advice for a message, the first first: how you know them where they want that, errors, the rules, then what
/// brings most.
pub fn of(network: &Network, writing: &Writing, today: Day) -> Vec<Advice> {
    let Some(contact) = network.contact(writing.contact) else { return Vec::new() };
    let mut all = if writing.early() {
        rules(network, contact, writing, today).into_iter().chain(at_limit(contact, today)).collect()
    } else {
        whole(network, contact, writing, today)
    };
    all.retain(|advice| !writing.off.contains(advice.id) && !network.muted.contains(advice.id));
    all.extend(switched_off(writing));
    all
}

fn whole(network: &Network, contact: &Contact, writing: &Writing, today: Day) -> Vec<Advice> {
    let mut all: Vec<Advice> = how_known(contact, writing).into_iter().collect();
    let strong = writing.score.band() == Some(Band::Strong);
    let mut tips = coached(writing, strong);
    let errors = tips.iter().take_while(|tip| tip.severity == Severity::Error).count();
    all.extend(tips.drain(..errors));
    all.extend(rules(network, contact, writing, today));
    all.extend(at_limit(contact, today));
    all.extend(low_fit(contact));
    all.extend(tips);
    // What is missing about the person is asked when there is something to send.
    if !strong && !contact.connected() {
        all.extend(no_purpose(contact));
    }
    all
}

// The coach's own; a strong message is left alone but for what is wrong with it.
fn coached(writing: &Writing, strong: bool) -> Vec<Advice> {
    // A message with gaps is not finished: what else there is to say of it comes when they are filled.
    let gaps = writing.score.faults.iter().any(|fault| fault.rule == Rule::Placeholder);
    let errors_alone = strong || gaps;
    let tips = writing.score.tips.iter().filter(|tip| !errors_alone || tip.severity == Severity::Error);
    tips.map(|tip| {
        let lit = writing.echo.as_ref().filter(|_| tip.id == "repeat").map(|echo| &echo.only_here[..]);
        Advice::of(tip, lit)
    })
    .collect()
}

fn switched_off(writing: &Writing) -> Option<Advice> {
    let message = match writing.off.len() {
        0 => return None,
        1 => "One tip is off for this message.".to_owned(),
        more => format!("{more} tips are off for this message."),
    };
    Some(Advice::plain(SWITCHED_OFF, Severity::Info, message, "Enter brings back what is off."))
}

fn how_known(contact: &Contact, writing: &Writing) -> Option<Advice> {
    let wanted = contact.is(Flag::OnlyKnown) && writing.score.knows.is_empty();
    wanted.then(|| {
        let name = &contact.first_name;
        Advice::plain(
            "how-known",
            Severity::Info,
            format!("{name} accepts only people they know."),
            "Say how you know them.",
        )
    })
}

// What is known of the other's wish, else the strictest rule in whole sentences and the others by name.
fn rules(network: &Network, contact: &Contact, writing: &Writing, today: Day) -> Option<Advice> {
    if contact.connected() {
        return None;
    }
    let breaches = respect::breaches(network, contact.id, today);
    let wish = wish(network, contact, today).map(|wish| wish.reason);
    let mut broken = breaches.iter();
    let first = wish.or_else(|| broken.next().map(|breach| breach.reason.clone()))?;
    let rest: Vec<&str> = broken.map(|breach| breach.rule.as_str()).collect();
    let also = if rest.is_empty() { String::new() } else { format!("Also: {}. ", rest.join(", ")) };
    let key = if writing.editor.text().trim().is_empty() { "F6" } else { "F2 twice" };
    let next = format!("{also}If you have sent it already, {key} records it.");
    Some(Advice::plain("respect", Severity::Warning, first, next))
}

/// What the book knows of the other's own wish.
pub struct Wish {
    /// In a few words, for the send check.
    pub brief: &'static str,
    /// In a sentence or two.
    pub reason: String,
}

/// Somebody who asked the user waits for an answer; somebody who said no to the newest request is left in peace until the
/// day on which the user wanted to ask again.
pub fn wish(network: &Network, contact: &Contact, today: Day) -> Option<Wish> {
    let name = &contact.first_name;
    let mut received = network.requests_of(contact.id).filter(|r| r.direction == Direction::Received);
    if let Some(asked) = received.find(|r| r.pending()) {
        let day = asked.sent_on.short(today);
        let reason = format!("{name} asked you on {day} and waits: answer that first, with o in Pending.");
        return Some(Wish { brief: "they asked you", reason });
    }
    let sent = network.requests_of(contact.id).filter(|r| r.direction == Direction::Sent);
    let declined = sent.max_by_key(|request| (request.sent_on, request.id))?;
    let again_by_now = contact.ask_again_on.is_some_and(|day| day <= today);
    if declined.standing != Standing::Declined || contact.is(Flag::Closed) || again_by_now {
        return None;
    }
    let day = declined.settled_on.unwrap_or(declined.sent_on).short(today);
    let again = contact.ask_again_on.filter(|day| *day > today).map(|day| day.short(today));
    let again = again.map_or_else(String::new, |day| format!(" You wanted to ask again on {day}."));
    Some(Wish { brief: "they said no", reason: format!("{name} said no on {day}.{again}") })
}

fn at_limit(contact: &Contact, today: Day) -> Option<Advice> {
    (contact.is(Flag::AtLimit) && !contact.connected()).then(|| {
        let follow = Deed::LogTouch {
            contacts: vec![contact.id],
            kind: TouchKind::Follow,
            text: String::new(),
            on: today,
        };
        let next = "Follow them instead: Enter logs that you do.";
        let message = format!("{} is at the connection limit: no request can arrive.", contact.first_name);
        Advice { does: Some(follow), ..Advice::plain("at-limit", Severity::Warning, message, next) }
    })
}

fn low_fit(contact: &Contact) -> Option<Advice> {
    (contact.fit == Some(Fit::Low) && !contact.connected()).then(|| {
        let next = "Ask those first who are likely to be interested.";
        Advice::plain("low-fit", Severity::Info, "You rated the fit low.", next)
    })
}

fn no_purpose(contact: &Contact) -> Option<Advice> {
    contact.purpose.is_empty().then(|| {
        let message = format!("Why {}? That is not written down.", contact.first_name);
        Advice::plain("no-purpose", Severity::Info, message, "F3 has a line for it.")
    })
}

/// The step that the hint line names: the first piece of advice that brings points or mends an error; where there is none
/// and the message is not good yet, the first that has a step.
pub fn next_step(writing: &Writing) -> Option<&Advice> {
    let good = writing.score.band().is_some_and(|band| band >= Band::Good);
    let points = |advice: &&Advice| advice.gain > 0 || advice.severity == Severity::Error;
    // What has to do with the words comes first here: the send check speaks of the rest.
    let of_words = writing.advice.iter().find(points);
    let says = |advice: &&Advice| !good && !advice.next.is_empty() && advice.id != SWITCHED_OFF;
    of_words.or_else(|| writing.advice.iter().find(says))
}
