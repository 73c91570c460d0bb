//! Screen 5: what the history shows, a question at a time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::insight::review::{Answer, Question};

use super::contacts::{Behind, View};
use super::list::List;
use super::outlook::Outlooks;

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct Insights {
    /// The questions.
    pub list: List<Question>,
    /// The row of the answer's table that has the cursor, where the answer has the keys.
    pub bar: usize,
}

impl Default for Insights {
    fn default() -> Self {
        let mut list = List::default();
        list.set_rows(Question::ALL.to_vec());
        Self { list, bar: 0 }
    }
}

impl Insights {
    /// The answer to the question under the cursor, where it is known yet.
    pub fn answer<'a>(&self, outlook: &'a Outlooks) -> Option<&'a Answer> {
        outlook.review.as_ref()?.answer(self.list.current()?)
    }

    /// The people behind the row that has the cursor, as a view of Contacts; nothing where nobody is.
    pub fn behind(&self, outlook: &Outlooks, network: &Network) -> Option<View> {
        let answer = self.answer(outlook)?;
        let row = answer.rows.get(self.bar.min(answer.rows.len().saturating_sub(1)))?;
        let contacts: BTreeSet<ContactId> =
            row.requests.iter().filter_map(|id| network.requests.get(*id).map(|r| r.contact)).collect();
        let title = format!("{} {}", answer.question.label(), row.label);
        (!contacts.is_empty()).then(|| View::Behind(Arc::new(Behind { title, contacts })))
    }
}
