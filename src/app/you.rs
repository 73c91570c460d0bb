//! Screen 6: account, rules and budget.

use crate::domain::rules::RuleKey;

use super::list::List;

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct You {
    /// The rules.
    pub list: List<RuleKey>,
}

impl Default for You {
    fn default() -> Self {
        let mut list = List::default();
        // The age of a profile item belongs to the profile checklist, which is not built yet.
        list.set_rows(RuleKey::ALL.iter().copied().filter(|key| *key != RuleKey::ProfileAge).collect());
        Self { list }
    }
}
