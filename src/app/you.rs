//! Screen 6: the user's own profile, what they have to offer, account, rules and budget.

use crate::domain::id::FactId;
use crate::domain::network::Network;
use crate::domain::profile::ProfileItem;
use crate::domain::rules::RuleKey;

use super::list::List;

/// A row of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// An item of the profile.
    Profile(ProfileItem),
    /// Something that the user has to offer.
    Offer(FactId),
    /// The way to another offer.
    AddOffer,
    /// A rule.
    Rule(RuleKey),
    /// A tip that is switched off, by its place among these.
    Muted(usize),
}

impl Row {
    /// The heading above it.
    pub fn heading(self) -> &'static str {
        match self {
            Row::Profile(_) => "Your profile",
            Row::Offer(_) | Row::AddOffer => "What you can offer",
            Row::Rule(_) => "Account and rules",
            Row::Muted(_) => "Tips that are switched off",
        }
    }
}

/// The state of the screen.
#[derive(Clone, Debug, Default)]
pub struct You {
    /// The rows.
    pub list: List<Row>,
}

impl You {
    /// Makes the list anew.
    pub fn refresh(&mut self, network: &Network) {
        let profile = ProfileItem::ALL.iter().copied().map(Row::Profile);
        let offers = network.offers().map(|fact| Row::Offer(fact.id));
        let rules = RuleKey::ALL.iter().copied().map(Row::Rule);
        let muted = (0..network.muted.len()).map(Row::Muted);
        self.list.set_rows(profile.chain(offers).chain([Row::AddOffer]).chain(rules).chain(muted).collect());
    }
}
