//! The report of an import in plain words.

use super::report::{ContactCounts, Report};
use crate::domain::arrival::LeftOut;
use crate::domain::visible;

/// How many people a line names before it counts.
const NAMED: usize = 3;

impl Report {
    /// The report in plain words, a line each: good news first, then what is new, what was left out, what is to
    /// decide. Safe to print.
    pub fn lines(&self) -> Vec<String> {
        let about = &self.background;
        let mut lines = Vec::new();
        if about.nothing_new {
            lines.push("Nothing new: all of this export is known already".to_owned());
        }
        self.good_news(&mut lines);
        self.the_rest(&mut lines);
        lines.extend(self.warnings());
        for LeftOut { file, line, reason } in &self.left_out {
            lines.push(format!("left out: {file}, line {line}: {reason}"));
        }
        for question in &self.to_decide {
            lines.push(format!("to decide: {}", question.text));
        }
        lines.into_iter().map(|line| visible::line(&line).into_owned()).collect()
    }

    /// Sentences about the export as a whole, and the times of which nothing is known.
    pub fn warnings(&self) -> Vec<String> {
        let about = &self.background;
        let today = about.today.unwrap_or(self.as_of);
        let holes = about.holes.iter().map(|(from, to)| {
            format!(
                "Between {} and {} nothing is known: export at least every five months",
                from.short(today),
                to.short(today)
            )
        });
        about.warnings.iter().cloned().chain(holes).collect()
    }

    fn good_news(&self, lines: &mut Vec<String>) {
        let about = &self.background;
        if !about.accepted.is_empty() {
            let (one, many) = ("of your requests was accepted", "of your requests were accepted");
            let requests = counted(about.accepted.len(), one, many);
            lines.push(format!("{requests}: {}", some_of(&about.accepted, ", ")));
        }
        if about.accepted_by_user > 0 {
            let requests = counted(about.accepted_by_user, "request", "requests");
            lines.push(format!("{requests} to you became a connection"));
        }
        if about.new_connections > 0 {
            lines.push(counted(about.new_connections, "new connection", "new connections"));
        }
        if about.new_received > 0 {
            lines.push(counted(about.new_received, "new request to you", "new requests to you"));
        }
        if about.new_sent > 0 {
            lines.push(counted(about.new_sent, "new request of yours", "new requests of yours"));
        }
    }

    fn the_rest(&self, lines: &mut Vec<String>) {
        let about = &self.background;
        let ContactCounts { new, updated, unchanged } = self.contacts;
        if !about.nothing_new && new + updated + unchanged > 0 {
            lines.push(format!("people: {new} new, {updated} updated, {unchanged} as before"));
        }
        if about.new_messages > 0 {
            let messages = counted(about.new_messages, "new message", "new messages");
            lines.push(format!("{messages}, kept as touches with their first words"));
        }
        if !about.moved.is_empty() {
            let people = counted(about.moved.len(), "person", "people");
            lines.push(format!("{people} changed jobs: {}", some_of(&about.moved, "; ")));
        }
        if self.changed.name > 0 {
            lines.push(format!("{} under a new name", counted(self.changed.name, "person", "people")));
        }
        let received = self.requests.no_longer_listed - about.no_longer_listed_sent;
        for (count, whose) in
            [(about.no_longer_listed_sent, "of your requests"), (received, "requests to you")]
        {
            if count > 0 {
                let are = if count == 1 { "is" } else { "are" };
                lines.push(format!("{count} {whose} {are} no longer listed; nobody can tell why"));
            }
        }
        if self.connections_gone > 0 {
            let people = counted(self.connections_gone, "person is", "people are");
            lines.push(format!("{people} no longer in your list: {}", some_of(&about.gone, ", ")));
        }
        if about.hidden > 0 {
            let connections = counted(about.hidden, "connection shows", "connections show");
            lines.push(format!("{connections} only a date, with the profile hidden or closed"));
        }
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first few, and how many more.
fn some_of(people: &[String], between: &str) -> String {
    let named = people[..people.len().min(NAMED)].join(between);
    match people.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}{between}and {more} more"),
    }
}
