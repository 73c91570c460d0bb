//! What the user wrote before: for the echo, and for what came of it.

use super::template::{self, Template};
use crate::domain::id::{ContactId, RequestId};
use crate::domain::network::Network;
use crate::domain::request::{Direction, Request, Standing};
use crate::domain::time::Day;
use crate::insight::figures::{Difference, Share};
use crate::insight::quality::{Coach, Echo};
use crate::insight::similarity::{Echoes, Sent};

use super::reader;

/// The messages that were sent, ready to be compared with.
#[derive(Clone, Debug, Default)]
pub struct Past {
    echoes: Echoes,
    sent: Vec<(RequestId, ContactId)>,
}

/// Every request that was sent with a message, oldest first.
fn written(network: &Network) -> impl Iterator<Item = &Request> {
    let sent = network.requests.iter().map(AsRef::as_ref);
    sent.filter(|r| r.direction == Direction::Sent && r.standing != Standing::Draft && !r.message.is_empty())
}

// Names and companies are masked: a copy with another name in it is a copy.
fn masked<'a>(
    network: &'a Network,
    contact: ContactId,
    text: &'a str,
    template: Option<&'a str>,
) -> Sent<'a> {
    let names = network.contact(contact).map_or_else(Vec::new, |contact| {
        vec![contact.first_name.as_str(), contact.last_name.as_str(), contact.company.as_str()]
    });
    Sent { text, names, template }
}

impl Past {
    /// Takes all messages apart.
    pub fn of(network: &Network, own: &[Template]) -> Self {
        let sent: Vec<&Request> = written(network).collect();
        let templates: Vec<Option<Template>> =
            sent.iter().map(|request| template::by_key(own, &request.template)).collect();
        let messages = sent.iter().zip(&templates).map(|(request, template)| {
            let fixed = template.as_ref().map(|template| template.text.as_str());
            masked(network, request.contact, &request.message, fixed)
        });
        let echoes = Echoes::of(messages);
        Self { echoes, sent: sent.iter().map(|request| (request.id, request.contact)).collect() }
    }

    /// The message to somebody else that this one is most like.
    pub fn echo(
        &self,
        network: &Network,
        (contact, text): (ContactId, &str),
        template: Option<&str>,
        today: Day,
    ) -> Option<Echo> {
        let others = |at: usize| self.sent[at].1 != contact;
        let nearest = self.echoes.nearest(&masked(network, contact, text, template), others)?;
        let (request, to) = self.sent[nearest.at];
        let to = network.contact(to)?;
        let initial = to.first_name.chars().next().filter(|_| !to.last_name.is_empty());
        let to = initial.map_or_else(|| to.name(), |initial| format!("{initial}. {}", to.last_name));
        let when = network.requests.get(request)?.sent_on.short(today);
        Some(Echo { share: nearest.share, to, when, only_here: nearest.only_here })
    }
}

/// How many of the user's newest settled messages are looked at: more take longer than a key press may.
const LOOKED_AT: usize = 200;

/// What came of the messages about which a tip has nothing to say, and of those about which it has.
pub fn record_of(network: &Network, coach: &Coach, tip: &str) -> (Share, Share) {
    let limit = usize::try_from(network.rules.message_limit()).unwrap_or(usize::MAX);
    let mut settled: Vec<&Request> = written(network).filter(|request| request.standing.settled()).collect();
    settled.sort_by_key(|request| std::cmp::Reverse((request.sent_on, request.id)));
    let (mut without, mut with) = (Share::default(), Share::default());
    for request in settled.into_iter().take(LOOKED_AT) {
        let reader = network.contact(request.contact).map(|contact| reader::recipient(network, contact));
        let score = coach.score(&request.message, reader.as_ref(), limit);
        let about = score.tips.iter().any(|each| each.id == tip);
        let share = if about { &mut with } else { &mut without };
        share.count(request.standing == Standing::Accepted);
    }
    (without, with)
}

/// What came of the messages that were begun with a template: accepted of settled.
pub fn record_of_template(network: &Network, key: &str) -> Share {
    let mut share = Share::default();
    let settled = written(network).filter(|request| request.template == key && request.standing.settled());
    settled.for_each(|request| share.count(request.standing == Standing::Accepted));
    share
}

/// A difference in words.
pub fn in_words(difference: Difference) -> &'static str {
    match difference {
        Difference::TooFew => "too few to tell",
        Difference::NotClear => "not clear yet",
        Difference::More => "clearly more",
        Difference::Less => "clearly fewer",
    }
}
