//! The invitations table: requests in both directions that wait, or were accepted within 180 days.

use super::sheet::{Column, Row, Sheet};
use super::when;
use crate::domain::arrival::{InvitationRow, Owner};
use crate::domain::request::Direction;
use crate::domain::slug;

/// Where the columns are. Those of the years with numbers for profiles are not bound: a number is no address.
pub struct Columns {
    from: Column,
    to: Column,
    sent_at: Column,
    message: Column,
    direction: Column,
    inviter: Column,
    invitee: Column,
}

/// What a row says.
pub struct Invitation {
    /// The request.
    pub row: InvitationRow,
    /// Who stands on the own side of it.
    pub own: Owner,
    /// Why the row is left out, where it only counts as listed.
    pub undated: Option<String>,
}

impl Columns {
    /// Finds them in the header.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        Self {
            from: sheet.column("from"),
            to: sheet.column("to"),
            sent_at: sheet.column("sent at"),
            message: sheet.column("message"),
            direction: sheet.column("direction"),
            inviter: sheet.column("inviterprofileurl"),
            invitee: sheet.column("inviteeprofileurl"),
        }
    }

    /// Reads a row, or says why it is left out.
    pub fn read(&self, row: Row<'_>) -> Result<Invitation, String> {
        let side = |name, url| Owner {
            name: row.name(name),
            slug: slug::from_address(&row.text(url)).unwrap_or_default(),
        };
        let (asking, asked) = (side(self.from, self.inviter), side(self.to, self.invitee));
        let word = row.text(self.direction);
        let (direction, own, other) = if word.eq_ignore_ascii_case("OUTGOING") {
            (Direction::Sent, asking, asked)
        } else if word.eq_ignore_ascii_case("INCOMING") {
            (Direction::Received, asked, asking)
        } else {
            return Err(format!(
                "Direction: neither OUTGOING nor INCOMING but {}",
                row.quoted(self.direction)
            ));
        };
        if other.name.is_empty() && other.slug.is_empty() {
            return Err("From, To: it names nobody".to_owned());
        }
        let (sent, undated) = match row.date(self.sent_at, "Sent At", when::sent) {
            Ok(sent) => (Some(sent), None),
            Err(reason) if other.slug.is_empty() => return Err(reason),
            Err(reason) => (None, Some(reason)),
        };
        let row = InvitationRow {
            line: row.line,
            direction,
            name: other.name,
            slug: other.slug,
            sent_on: sent.as_ref().map(|sent| sent.on),
            sent_at: sent.and_then(|sent| sent.at),
            sent_raw: row.text(self.sent_at).into_owned(),
            message: row.text(self.message).into_owned(),
        };
        Ok(Invitation { row, own, undated })
    }
}
