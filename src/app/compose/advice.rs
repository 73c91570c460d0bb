//! What to do about a message: the coach's tips, and what the rules, the flags and the contact's own lines say.
//!
//! Only the coach's tips have to do with points. The rest informs, and never changes the score.

use crate::app::deed::Deed;
use crate::domain::contact::{Contact, Fit, Flag};
use crate::domain::network::Network;
use crate::domain::time::Day;
use crate::domain::touch::TouchKind;
use crate::insight::quality::{Band, Rule, Severity, Tip};
use crate::insight::respect;

use super::Writing;

/// How many pieces of advice are shown at once.
pub const SHOWN: usize = 3;

/// A piece of advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What is seen, what to do, how much it matters and what it brings; no points where it is not the coach's.
    pub tip: Tip,
    /// What Enter does.
    pub follow: Follow,
}

/// What following a piece of advice is.
#[derive(Clone, Debug, PartialEq)]
pub enum Follow {
    /// Going to the words that it is about.
    Words,
    /// Going to the fact of these words.
    Fact(String),
    /// A deed.
    Do(Deed),
    /// Writing down why this contact.
    Purpose,
    /// Bringing back what was switched off for this message.
    BringBack,
}

impl Advice {
    fn plain(
        id: &'static str,
        severity: Severity,
        message: impl Into<String>,
        next: impl Into<String>,
        follow: Follow,
    ) -> Self {
        let (message, next) = (message.into(), next.into());
        let tip = Tip { id, severity, gain: 0, spans: Vec::new(), message, next, names: None };
        Self { tip, follow }
    }

    /// Whether it is the row that brings tips back, and no tip itself.
    pub fn brings_back(&self) -> bool {
        self.follow == Follow::BringBack
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
    all.retain(|Advice { tip, .. }| !writing.off.contains(tip.id) && !network.muted.contains(tip.id));
    all.extend(switched_off(writing));
    all
}

fn whole(network: &Network, contact: &Contact, writing: &Writing, today: Day) -> Vec<Advice> {
    let mut all: Vec<Advice> = how_known(contact, writing).into_iter().collect();
    let strong = writing.score.band() == Some(Band::Strong);
    let mut tips = coached(writing, strong);
    let errors = tips.iter().take_while(|advice| advice.tip.severity == Severity::Error).count();
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
        let mut tip = tip.clone();
        if let Some(echo) = writing.echo.as_ref().filter(|_| tip.id == Rule::Repeat.id()) {
            tip.spans.clone_from(&echo.only_here);
        }
        let follow = tip.names.clone().map_or(Follow::Words, Follow::Fact);
        Advice { tip, follow }
    })
    .collect()
}

fn switched_off(writing: &Writing) -> Option<Advice> {
    let message = match writing.off.len() {
        0 => return None,
        1 => "One tip is off for this message.".to_owned(),
        more => format!("{more} tips are off for this message."),
    };
    let next = "Enter brings back what is off.";
    Some(Advice::plain("switched-off", Severity::Info, message, next, Follow::BringBack))
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
            Follow::Words,
        )
    })
}

// What speaks against asking them: the first in whole sentences, the others by name.
fn rules(network: &Network, contact: &Contact, writing: &Writing, today: Day) -> Option<Advice> {
    if contact.connected() {
        return None;
    }
    let against = respect::against(network, contact, today);
    let (first, rest) = against.split_first()?;
    let rest: Vec<&str> = rest.iter().map(|breach| breach.rule.as_str()).collect();
    let also = if rest.is_empty() { String::new() } else { format!("Also: {}. ", rest.join(", ")) };
    let key = if writing.editor.text().trim().is_empty() { "F6" } else { "F2 twice" };
    let next = format!("{also}If you have sent it already, {key} records it.");
    Some(Advice::plain("respect", Severity::Warning, first.reason.clone(), next, Follow::Words))
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
        Advice::plain("at-limit", Severity::Warning, message, next, Follow::Do(follow))
    })
}

fn low_fit(contact: &Contact) -> Option<Advice> {
    (contact.fit == Some(Fit::Low) && !contact.connected()).then(|| {
        let next = "Ask those first who are likely to be interested.";
        Advice::plain("low-fit", Severity::Info, "You rated the fit low.", next, Follow::Words)
    })
}

fn no_purpose(contact: &Contact) -> Option<Advice> {
    contact.purpose.is_empty().then(|| {
        let message = format!("Why {}? That is not written down.", contact.first_name);
        Advice::plain("no-purpose", Severity::Info, message, "Enter writes it down.", Follow::Purpose)
    })
}

/// The step that the hint line names: the first piece of advice that brings points or mends an error; where there is none
/// and the message is not good yet, the first that has a step.
pub fn next_step(writing: &Writing) -> Option<&Advice> {
    let good = writing.score.band().is_some_and(|band| band >= Band::Good);
    let points = |advice: &&Advice| advice.tip.gain > 0 || advice.tip.severity == Severity::Error;
    // What has to do with the words comes first here: the send check speaks of the rest.
    let of_words = writing.advice.iter().find(points);
    let says = |advice: &&Advice| !good && !advice.tip.next.is_empty() && !advice.brings_back();
    of_words.or_else(|| writing.advice.iter().find(says))
}
