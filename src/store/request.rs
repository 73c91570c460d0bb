//! The table of requests.

use rusqlite::{Row, Statement, params};

use super::row::{Stored, statements};
use crate::domain::request::Request;

impl Stored for Request {
    statements!(
        "request",
        "contact, direction, channel, source, attempt, sent_on, sent_at, sent_raw, message, standing, settled_on, \
         settled_at, evidence, snoozed_until, origin, recorded_on, confirmed_on, by_name, against, opened, \
         template, score, profile",
        "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24"
    );

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            contact: row.get(1)?,
            direction: row.get(2)?,
            channel: row.get(3)?,
            source: row.get(4)?,
            attempt: row.get(5)?,
            sent_on: row.get(6)?,
            sent_at: row.get(7)?,
            sent_raw: row.get(8)?,
            message: row.get(9)?,
            standing: row.get(10)?,
            settled_on: row.get(11)?,
            settled_at: row.get(12)?,
            evidence: row.get(13)?,
            snoozed_until: row.get(14)?,
            origin: row.get(15)?,
            recorded_on: row.get(16)?,
            confirmed_on: row.get(17)?,
            by_name: row.get(18)?,
            against: row.get(19)?,
            opened: row.get(20)?,
            template: row.get(21)?,
            score: row.get(22)?,
            profile: row.get(23)?,
        })
    }

    fn run(&self, statement: &mut Statement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![
            self.id,
            self.contact,
            self.direction,
            self.channel,
            self.source,
            self.attempt,
            self.sent_on,
            self.sent_at,
            self.sent_raw,
            self.message,
            self.standing,
            self.settled_on,
            self.settled_at,
            self.evidence,
            self.snoozed_until,
            self.origin,
            self.recorded_on,
            self.confirmed_on,
            self.by_name,
            self.against,
            self.opened,
            self.template,
            self.score,
            self.profile,
        ])
    }
}
