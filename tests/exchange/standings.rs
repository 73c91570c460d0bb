//! From the bytes of two exports to where each request stands, an era a test, written by hand from what is known of the
//! real exports. The maker of exports shares no line with these.

mod addressed;
mod named;

use inroads::domain::arrival::Arrival;
use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::merge::{Conversations, Report, plan};
use inroads::domain::network::Network;
use inroads::domain::request::Request;
use inroads::domain::time::Now;

use super::desk::read_all;

/// A book that gets one export after the other, each imported on its own day.
#[derive(Default)]
struct Book(Network);

impl Book {
    /// Imports an export under the name that LinkedIn gave it; the same again changes nothing.
    fn import(&mut self, name: &str, files: &[(&str, &str)]) -> Report {
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        let arrival = read_all(name, &files).unwrap();
        let report = self.apply(&arrival);
        assert!(plan(&self.0, &arrival, Conversations::Keep, now(&arrival)).changes.is_empty());
        report
    }

    fn apply(&mut self, arrival: &Arrival) -> Report {
        let planned = plan(&self.0, arrival, Conversations::Keep, now(arrival));
        let batch = Batch {
            key: BatchKey(arrival.path.clone()),
            at: now(arrival).at,
            by: "test".into(),
            what: "import".into(),
            undoes: None,
            changes: planned.changes,
        };
        self.0.apply(batch).unwrap();
        planned.report
    }

    /// Each request in a line: who, which way, when, where it stands since when, how that is known, and the last day
    /// on which an export listed it as pending.
    fn requests(&self) -> Vec<String> {
        let line = |request: &Request| {
            let who = self.0.contact(request.contact).unwrap().name();
            let sent = request.sent_at.map_or_else(|| "?".into(), |at| at.to_string());
            let mut words =
                vec![who, request.direction.token().into(), sent, request.standing.token().into()];
            words.extend(request.settled_on.map(|day| day.to_string()));
            words.extend(request.settled_at.map(|at| format!("at {at}")));
            words.push(request.evidence.token().into());
            words.extend(request.by_name.then(|| "by name".into()));
            words.extend(request.confirmed_on.map(|day| format!("pending on {day}")));
            words.join(" ")
        };
        let mut lines: Vec<String> = self.0.requests.iter().map(|request| line(request)).collect();
        lines.sort();
        lines
    }

    /// Connections: who, since when, and since which export they are gone.
    fn connections(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for contact in &self.0.contacts {
            if let Some(on) = contact.connected_on {
                let gone = contact.gone_on.map_or_else(String::new, |day| format!(" gone {day}"));
                lines.push(format!("{} {on}{gone}", contact.name()));
            }
        }
        lines.sort();
        lines
    }

    fn touches(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for touch in &self.0.touches {
            let who = self.0.contact(touch.contact.unwrap()).unwrap().name();
            lines.push(format!("{} {who} {} {}", touch.direction.token(), touch.at.unwrap(), touch.text));
        }
        lines.sort();
        lines
    }
}

fn now(arrival: &Arrival) -> Now {
    Now { today: arrival.as_of, at: arrival.as_of.midnight_utc() }
}
