//! What is expected of the requests that wait, and whether it has to be learned anew.

use std::sync::Arc;

use crate::domain::batch::Batch;
use crate::domain::change::Change;
use crate::domain::contact::{Contact, Flag};
use crate::domain::foretold::Foretold;
use crate::domain::network::Network;
use crate::domain::request::Request;
use crate::domain::rules::Rules;
use crate::domain::time::Day;
use crate::insight::forecast::fitted::{Fitted, Forecast};
use crate::insight::forecast::outlook::{Lesson, Need, Outlook};
use crate::insight::forecast::verdict::Next;
use crate::insight::review::Review;

/// The state of the forecast.
#[derive(Clone, Debug, Default)]
pub struct Outlooks {
    /// What is expected; nothing before the first fit.
    pub now: Option<Arc<Outlook>>,
    /// What the history shows, for Insights.
    pub review: Option<Arc<Review>>,
    /// What was foretold; nothing before it was read.
    pub foretold: Option<Arc<Vec<Foretold>>>,
    /// What is learned on a day that is only supposed is not kept.
    pub supposed: bool,
    due: bool,
    learning: Learning,
}

/// Whether the helper is at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Learning {
    #[default]
    No,
    Yes,
    /// What it will say of the history is behind by now.
    Overtaken,
}

/// How much a request is worth a decision; the smallest comes first: the clearest of those that are past waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth(u8, u32);

impl Worth {
    /// Of a request without a forecast.
    pub const UNKNOWN: Worth = Worth(9, 0);

    /// By its next step, then by how little can be expected at best.
    pub fn of(said: &Forecast) -> Self {
        let step = match said.next_today {
            Next::Withdraw => 0,
            Next::OtherChannel => 1,
            Next::ConfirmPending => 2,
            Next::WarmUp => 3,
            Next::Wait => 4,
        };
        Worth(step, (said.chance.high * 1e6) as u32)
    }

    /// Whether next to nothing can be expected, whatever its age.
    pub fn is_spent(self) -> bool {
        self.0 <= 1
    }

    /// Whether it asks for a decision.
    pub fn decides(self) -> bool {
        self.0 <= 2
    }
}

/// What there is to learn from.
#[derive(Debug)]
pub struct ToLearn {
    /// The network.
    pub network: Network,
    /// The day.
    pub today: Day,
    /// The fit that is known.
    pub known: Option<Arc<Outlook>>,
    /// What was foretold, where the history is to be shown.
    pub review: Option<Arc<Vec<Foretold>>>,
}

/// What was learned.
#[derive(Debug)]
pub struct Learned {
    /// What is expected.
    pub outlook: Outlook,
    /// Whether it is another fit than the one that was known.
    pub new: bool,
    /// What the history shows, where that was asked for.
    pub review: Option<Review>,
}

impl ToLearn {
    /// Learns it; this takes a while.
    pub fn learn(self) -> Learned {
        let known = self.known.as_ref().map(|known| &known.fitted);
        let need = if self.review.is_some() { Need::Plots } else { Need::Forecasts };
        let Lesson { history, posterior, outlook } = Outlook::learn(&self.network, self.today, known, need);
        let new = known.is_none_or(|known| known.made_from != outlook.fitted.made_from);
        let review = self.review.zip(posterior).map(|(foretold, posterior)| {
            Review::of(&self.network, &history, &outlook.fitted, &posterior, &foretold, self.today)
        });
        Learned { outlook, new, review }
    }
}

impl Outlooks {
    /// Begins with the fit that was kept.
    pub fn begin(&mut self, kept: Option<Fitted>, today: Day) {
        self.now = kept.map(|fitted| Arc::new(Outlook::kept(fitted, today)));
    }

    /// Tells the rules the ages that were learned.
    pub fn teach(&self, rules: &mut Rules) {
        if let Some(now) = &self.now {
            rules.learn(now.fitted.quiet.day, now.fitted.stale.day);
        }
    }

    /// The forecast of a request that waits.
    pub fn of(&self, network: &Network, request: &Request, today: Day) -> Option<Forecast> {
        self.now.as_ref()?.of(network, request, today)
    }

    /// The history changed, or the day.
    pub fn outdate(&mut self) {
        self.due = true;
    }

    /// The same where a batch changes what the forecast rests on.
    pub fn outdate_by(&mut self, batch: &Batch) {
        // What people wrote since, and who is closed, is in figures and in no forecast.
        let closed = |contact: &Option<Arc<Contact>>| contact.as_ref().is_some_and(|c| c.is(Flag::Closed));
        if batch.changes.iter().any(|change| match change {
            Change::Touch(_) => true,
            Change::Contact(edit) => closed(&edit.before) != closed(&edit.after),
            _ => false,
        }) {
            self.review = None;
            if self.learning == Learning::Yes {
                self.learning = Learning::Overtaken;
            }
        }
        self.due |= batch.changes.iter().any(|change| match change {
            Change::Request(_) | Change::Sign(_) | Change::Run(_) | Change::Rule { .. } => true,
            Change::Contact(edit) => {
                let told = |contact: &Option<Arc<Contact>>| {
                    contact.as_ref().map(|contact| (contact.tags.clone(), contact.fit))
                };
                edit.before.is_some() && told(&edit.before) != told(&edit.after)
            }
            Change::Touch(_)
            | Change::Note(_)
            | Change::Decision(_)
            | Change::Fact(_)
            | Change::Draft(_)
            | Change::Profile { .. }
            | Change::Mute { .. } => false,
        });
    }

    /// Whether there is something to learn that can wait for a rest.
    pub fn awaits_rest(&self) -> bool {
        self.due && self.learning == Learning::No
    }

    /// Whether the answers of Insights are missing, where they are shown.
    pub fn lacks_review(&self) -> bool {
        self.learning == Learning::No && self.review.is_none() && self.foretold.is_some()
    }

    /// What there is to learn, once: nothing where all is known, or where it is being learned.
    pub fn to_learn(&mut self, network: &Network, today: Day, shows_review: bool) -> Option<ToLearn> {
        let foretold = self.foretold.clone().filter(|_| shows_review);
        if !(self.awaits_rest() || shows_review && self.lacks_review()) {
            return None;
        }
        if self.due {
            self.review = None;
        }
        (self.due, self.learning) = (false, Learning::Yes);
        Some(ToLearn { network: network.for_forecast(), today, known: self.now.clone(), review: foretold })
    }

    /// Whether what was foretold has to be read first.
    pub fn needs_foretold(&self) -> bool {
        self.foretold.is_none()
    }

    /// Takes over what was learned; gives back what is to be kept of it, where it is new.
    pub fn take(&mut self, learned: Learned) -> Option<(Arc<Outlook>, Vec<Foretold>)> {
        let learning = std::mem::take(&mut self.learning);
        let outlook = Arc::new(learned.outlook);
        self.now = Some(Arc::clone(&outlook));
        if learning == Learning::Yes
            && let Some(review) = learned.review
        {
            self.review = Some(Arc::new(review));
        }
        if !learned.new || self.supposed {
            return None;
        }
        let foretold = outlook.foretold();
        if let Some(known) = &mut self.foretold {
            let known = Arc::make_mut(known);
            let there: std::collections::BTreeSet<_> = known.iter().map(|f| (f.request, f.age)).collect();
            known.extend(foretold.iter().filter(|f| !there.contains(&(f.request, f.age))));
        }
        Some((outlook, foretold))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture::{network, now};
    use crate::domain::batch::BatchKey;
    use crate::domain::change::Edit;

    #[test]
    fn what_people_wrote_while_insights_was_worked_out_is_in_it_soon() {
        let (network, today) = (network(), now().today);
        let touch = network.touches.iter().next().expect("there is one").as_ref().clone();
        let noted = Batch {
            key: BatchKey("noted".into()),
            at: now().at,
            by: "screen".into(),
            what: "a like".into(),
            undoes: None,
            changes: vec![Change::Touch(Edit::add(touch))],
        };
        let mut outlook = Outlooks { foretold: Some(Arc::default()), ..Outlooks::default() };
        let first = outlook.to_learn(&network, today, true).expect("nothing is known yet");
        outlook.outdate_by(&noted);
        outlook.take(first.learn());
        assert!(outlook.review.is_none(), "it is of before");
        let second = outlook.to_learn(&network, today, true).expect("once more");
        outlook.take(second.learn());
        assert!(outlook.review.is_some() && outlook.to_learn(&network, today, true).is_none());
    }
}
