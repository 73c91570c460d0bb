//! When the tables of exports were taken: the imports so far and this one, in the order of their days.

use super::draft::Beside;
use crate::domain::arrival::{Arrival, Owner};
use crate::domain::id::RequestId;
use crate::domain::network::Network;
use crate::domain::run::{Run, TableKind, TableRead};
use crate::domain::time::Day;

/// A longer hole between two exports hides acceptances: the platform lists them for 180 days only.
const LONGEST_HOLE: i64 = 170;

/// The days of the exports that held a table, sorted, this one included.
pub(super) struct History {
    /// The last day that each request was listed on so far.
    listed: Beside<Option<Day>>,
    /// The days of the exports so far with connections, sorted.
    known_connections: Vec<Day>,
    connections: Vec<Day>,
    invitations: Vec<Day>,
}

impl History {
    pub(super) fn new(network: &Network, arrival: &Arrival) -> Self {
        let known =
            |kind| network.runs.iter().filter(move |run| holds(&run.tables, kind)).map(|run| run.as_of);
        let this = |kind| holds(&arrival.tables, kind).then_some(arrival.as_of);
        let sorted = |mut days: Vec<Day>| {
            days.sort_unstable();
            days.dedup();
            days
        };
        let days = |kind| sorted(known(kind).chain(this(kind)).collect());
        let mut listed: Beside<Option<Day>> = Beside::new();
        for run in &network.runs {
            for id in &run.listed {
                let last = listed.at(*id);
                *last = Some(run.as_of).max(*last);
            }
        }
        Self {
            listed,
            known_connections: sorted(known(TableKind::Connections).collect()),
            connections: days(TableKind::Connections),
            invitations: days(TableKind::Invitations),
        }
    }

    /// Whether no export with this table is newer than this day.
    pub(super) fn is_newest(&self, kind: TableKind, day: Day) -> bool {
        self.first_after(kind, day).is_none()
    }

    /// The day of the first export with this table after a day.
    pub(super) fn first_after(&self, kind: TableKind, day: Day) -> Option<Day> {
        let days = self.days(kind);
        days.get(days.partition_point(|known| *known <= day)).copied()
    }

    /// The day of the last export so far that listed a request.
    pub(super) fn listed_last(&self, id: RequestId) -> Option<Day> {
        self.listed.get(id).copied().flatten()
    }

    /// The day of the last export so far with connections, before a day where one is given.
    pub(super) fn last_connections(&self, before: Option<Day>) -> Option<Day> {
        let days = &self.known_connections;
        let end = before.map_or(days.len(), |day| days.partition_point(|known| *known < day));
        days[..end].last().copied()
    }

    /// The holes beside this export in which requests may have come and gone unseen.
    pub(super) fn holes(&self, arrival: &Arrival) -> Vec<(Day, Day)> {
        self.invitations
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .filter(|(from, to)| to.since(*from) > LONGEST_HOLE)
            .filter(|(from, to)| [*from, *to].contains(&arrival.as_of))
            .collect()
    }

    fn days(&self, kind: TableKind) -> &[Day] {
        match kind {
            TableKind::Connections => &self.connections,
            TableKind::Invitations => &self.invitations,
            TableKind::Messages => &[],
        }
    }
}

/// What the user should know of this export as one among others.
pub(super) fn warnings(network: &Network, arrival: &Arrival) -> Vec<String> {
    let mut warnings = Vec::new();
    let owned = |run: &&std::sync::Arc<Run>| !run.owner.is_empty() || !run.owner_slug.is_empty();
    if let (Some(owner), Some(run)) = (&arrival.owner, network.runs.iter().rev().find(owned))
        && is_somebody_else(owner, run)
    {
        warnings.push(format!(
            "This is the export of {}, the one before was of {}: undo the import if that is a mistake",
            owner.name, run.owner
        ));
    }
    if !holds(&arrival.tables, TableKind::Connections)
        && holds(&arrival.tables, TableKind::Invitations)
        && !network.contacts.iter().any(|contact| contact.connected_on.is_some())
    {
        warnings.push(
            "No connections are known and none are in this export: accepted requests count as pending until \
             an export with Connections.csv is read"
                .to_owned(),
        );
    }
    let newest = network.runs.iter().map(|run| run.as_of).max();
    if let Some(newest) = newest.filter(|newest| *newest > arrival.as_of) {
        warnings.push(format!(
            "This export is of {}, an export of {newest} is known: it only adds what was missing",
            arrival.as_of
        ));
    }
    warnings
}

/// Whether a table was present and read. One without a single row was not: the platform leaves an empty table out.
pub(super) fn holds(tables: &[TableRead], kind: TableKind) -> bool {
    tables.iter().any(|table| table.kind == kind && table.rows > 0)
}

// Names change and keys change, hardly ever both at once.
fn is_somebody_else(owner: &Owner, run: &Run) -> bool {
    owner.name != run.owner
        && (owner.slug.is_empty() || run.owner_slug.is_empty() || owner.slug != run.owner_slug)
}
