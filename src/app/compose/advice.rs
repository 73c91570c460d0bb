//! What to do about a message: the coach's tips, and what the rules, the flags and the contact's own lines say.
//!
//! Only the coach's tips have to do with points. The rest informs, and never changes the score.

use crate::app::deed::Deed;
use crate::domain::contact::{Contact, Fit, Flag};
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;
use crate::insight::quality::evidence::Span;
use crate::insight::quality::{Band, Rule, Severity, Tip};
use crate::insight::respect;

use super::Writing;

/// How many pieces of advice are shown at once.
pub const SHOWN: usize = 3;

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

    /// The sign before it.
    pub fn sign(&self) -> char {
        match self.severity {
            Severity::Error => 'x',
            Severity::Warning => '!',
            Severity::Info => 'i',
        }
    }
}

/// The advice for a message, the first first: how you know them where they want that, errors, the rules, then what
/// brings most.
pub fn of(network: &Network, writing: &Writing, today: Day) -> Vec<Advice> {
    let Some(contact) = network.contact(writing.contact) else { return Vec::new() };
    let mut all: Vec<Advice> = how_known(contact, writing).into_iter().collect();
    let strong = writing.score.band() == Some(Band::Strong);
    let empty = writing.score.score.is_none();
    let mut tips = coached(writing, strong);
    let errors = tips.iter().take_while(|tip| tip.severity == Severity::Error).count();
    all.extend(tips.drain(..errors));
    all.extend(rules(network, contact, today));
    all.extend(at_limit(contact, today));
    all.extend(low_fit(contact));
    all.extend(tips);
    // What is missing about the person is asked when there is something to send.
    if !empty && !strong && !contact.connected() {
        all.extend(no_purpose(contact));
    }
    all.retain(|advice| !writing.off.contains(advice.id) && !network.muted.contains(advice.id));
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

// The strictest rule in whole sentences, the others by name.
fn rules(network: &Network, contact: &Contact, today: Day) -> Option<Advice> {
    if contact.connected() {
        return None;
    }
    let breaches = respect::breaches(network, contact.id, today);
    let (first, rest) = breaches.split_first()?;
    let rest: Vec<&str> = rest.iter().map(|breach| breach.rule.as_str()).collect();
    let also = if rest.is_empty() { String::new() } else { format!("Also against: {}. ", rest.join(", ")) };
    let next = format!("{also}What has happened can be recorded all the same.");
    Some(Advice::plain("respect", Severity::Warning, first.reason.clone(), next))
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

/// The step that the hint line names: the first piece of advice, where the message is not good yet or something is
/// wrong.
pub fn next_step(writing: &Writing) -> Option<&Advice> {
    let good = writing.score.band().is_some_and(|band| band >= Band::Good);
    writing.advice.iter().find(|advice| !good || advice.severity < Severity::Info || advice.gain > 0)
}
