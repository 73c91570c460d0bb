//! What the user is told of an import: the numbers as `import --json` prints them, and the same in plain words.

use serde::Serialize;

use super::people::Differs;
use crate::domain::arrival::{Arrival, LeftOut};
use crate::domain::contact::Contact;
use crate::domain::decision::{Decision, DecisionKind};
use crate::domain::request::Direction;
use crate::domain::run::TableRead;
use crate::domain::time::Day;

/// What an import found. Serialises as the first part of what `import --json` prints; `batch`, `dry_run`, `warnings` and
/// `hidden` follow there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Name of the archive, folder or file.
    pub path: String,
    /// The day the tables were taken.
    pub as_of: Day,
    /// Whose export it is.
    pub owner: Option<String>,
    /// The tables that were read.
    pub tables: Vec<TableRead>,
    /// People in the export.
    pub contacts: ContactCounts,
    /// Requests.
    pub requests: RequestCounts,
    /// Known people of whom the export says something else than the one before.
    pub changed: ChangedCounts,
    /// Connections that are no longer in the list.
    pub connections_gone: usize,
    /// Rows that were left out.
    pub left_out: Vec<LeftOut>,
    /// What only the user can say.
    pub to_decide: Vec<Question>,
    /// What the report in words tells besides.
    #[serde(skip)]
    pub background: Background,
}

/// People in the export, by what the import makes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ContactCounts {
    /// Not known before.
    pub new: usize,
    /// Known, with something new.
    pub updated: usize,
    /// Known as they are.
    pub unchanged: usize,
}

/// Requests in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RequestCounts {
    /// Not known before.
    pub new: usize,
    /// Known before, and accepted since.
    pub accepted_since: usize,
    /// Known as pending before, and no longer listed now.
    pub no_longer_listed: usize,
}

/// Known people with another company, role or name than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangedCounts {
    /// Another company.
    pub company: usize,
    /// Another role.
    pub role: usize,
    /// Another name.
    pub name: usize,
}

/// A question that the import raises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What kind of question.
    pub kind: DecisionKind,
    /// The contact, `c42`.
    pub contact: String,
    /// The question.
    pub text: String,
}

/// What only the report in words tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Background {
    /// The export changes nothing at all.
    pub nothing_new: bool,
    /// People who are connected and were not before.
    pub new_connections: usize,
    /// Who accepted the user's requests since the last export.
    pub accepted: Vec<String>,
    /// How many requests to the user were accepted since.
    pub accepted_by_user: usize,
    /// New requests of the user's.
    pub new_sent: usize,
    /// New requests to the user.
    pub new_received: usize,
    /// Messages of conversations that were not known.
    pub new_messages: usize,
    /// How many of the user's own requests are no longer listed.
    pub no_longer_listed_sent: usize,
    /// Who has another company or role, and which.
    pub moved: Vec<String>,
    /// Whose connection is gone.
    pub gone: Vec<String>,
    /// Connections that show only a date.
    pub hidden: usize,
    /// Sentences about the export as a whole.
    pub warnings: Vec<String>,
    /// Times of which too little is known, since exports lie too far apart.
    pub holes: Vec<(Day, Day)>,
    /// The day of the report.
    pub today: Option<Day>,
}

impl Report {
    pub(super) fn of(arrival: &Arrival, today: Day) -> Self {
        Self {
            path: arrival.path.clone(),
            as_of: arrival.as_of,
            owner: arrival.owner.as_ref().map(|owner| owner.name.clone()),
            tables: arrival.tables.clone(),
            contacts: ContactCounts::default(),
            requests: RequestCounts::default(),
            changed: ChangedCounts::default(),
            connections_gone: 0,
            left_out: arrival.left_out.clone(),
            to_decide: Vec::new(),
            background: Background {
                hidden: arrival.hidden,
                warnings: arrival.warnings.clone(),
                today: Some(today),
                ..Background::default()
            },
        }
    }

    pub(super) fn note_new_request(&mut self, direction: Direction) {
        self.requests.new += 1;
        match direction {
            Direction::Sent => self.background.new_sent += 1,
            Direction::Received => self.background.new_received += 1,
        }
    }

    pub(super) fn note_accepted(&mut self, direction: Direction, contact: &Contact) {
        self.requests.accepted_since += 1;
        match direction {
            Direction::Sent => self.background.accepted.push(contact.name()),
            Direction::Received => self.background.accepted_by_user += 1,
        }
    }

    pub(super) fn note_no_longer_listed(&mut self, direction: Direction) {
        self.requests.no_longer_listed += 1;
        self.background.no_longer_listed_sent += usize::from(direction == Direction::Sent);
    }

    pub(super) fn note_differences(&mut self, contact: &Contact, differs: Differs) {
        self.changed.company += usize::from(differs.company);
        self.changed.role += usize::from(differs.role);
        self.changed.name += usize::from(differs.name);
        if differs.company || differs.role {
            self.background.moved.push(format!("{}, now {}", contact.name(), place(contact)));
        }
    }

    pub(super) fn note_gone(&mut self, contact: &Contact) {
        self.connections_gone += 1;
        self.background.gone.push(contact.name());
    }

    pub(super) fn note_question(&mut self, question: &Decision) {
        self.to_decide.push(Question {
            kind: question.kind,
            contact: question.contact.to_string(),
            text: question.text.clone(),
        });
    }
}

/// Company and role as the export has them, whatever the user keeps.
fn place(contact: &Contact) -> String {
    let (company, role) = match &contact.listed {
        Some(listed) => (listed.company.as_str(), listed.role.as_str()),
        None => (contact.company.as_str(), contact.role.as_str()),
    };
    [role, company].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
