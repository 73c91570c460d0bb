//! A glance at a book: the few rows that a prompt or a cron job asks for, in less time than a prompt may take.

use std::path::Path;

use rusqlite::{TransactionBehavior, named_params};

use super::book::Book;
use super::error::{Cause, StoreError};
use super::schema::Schema;
use super::{draft, first, open, row, rule, schema};
use crate::domain::contact::Contact;
use crate::domain::network::{Network, Tables};
use crate::domain::time::Day;

/// A part of the network, for counting and for what is due: the requests that wait and the newest, whom a day can bring
/// back (without tags), who is closed for good, the drafts, the rules. The contact of a request need not be in it;
/// whoever can be due is.
///
/// # Errors
/// As [`Book::open`]; a file that is not there is not made.
pub fn glance(path: &Path, today: Day) -> Result<Network, StoreError> {
    let look = || -> Result<Option<Network>, Cause> {
        let (mut book, schema) = open::connect(path, schema::MIGRATIONS)?;
        match schema {
            Schema::Empty => return Ok(Some(Network::default())),
            Schema::Ours(schema) if schema < schema::MIGRATIONS.len() => return Ok(None),
            Schema::Ours(_) => {}
        }
        let moment = book.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let since = today.plus(-first::DAYS);
        let contacts = "ask_again_on IS NOT NULL OR id IN \
                        (SELECT contact FROM request WHERE standing = 'pending' AND snoozed_until IS NOT NULL) \
                        OR id IN (SELECT contact FROM draft WHERE later IS NOT NULL) \
                        OR id IN (SELECT contact FROM contact_flag)";
        let mut flags = first::flags(&moment)?;
        let tables = Tables {
            contacts: row::read_where(&moment, contacts, &[], |contact: &mut Contact| {
                contact.flags = flags.remove(&contact.id.0).unwrap_or_default();
                Ok(())
            })?,
            drafts: draft::read_all(&moment)?,
            requests: row::read_where(&moment, first::REQUESTS, named_params! {":since": since}, |_| Ok(()))?,
            rules: rule::read_all(&moment)?,
            ..Tables::default()
        };
        Ok(Some(tables.into()))
    };
    match look().map_err(|cause| StoreError::new("read", path, cause))? {
        Some(network) => Ok(network),
        // An older one is brought up to date first, by whoever meets it first.
        None => Book::open(path).map(|opened| opened.network),
    }
}
