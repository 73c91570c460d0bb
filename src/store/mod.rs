//! The book: a SQLite file that holds what the network in memory holds, and the journal of every change to it but for the
//! typing of a message, of which its draft keeps the versions.
//!
//! # What is promised
//!
//! A batch that [`Book::save`] reported as saved survives the end of the process at any moment, and (with
//! [`Care::Full`]) a power cut. A batch is saved whole or not at all, its journal line with it. The store decides
//! nothing: it is told the day and what to write.
//!
//! # Locking: several instances, one file
//!
//! Two screens and the command line may have one book open. Each save is one `BEGIN IMMEDIATE`, so there is one writer
//! at a time; another one asks again every two milliseconds, so that it gets its turn beside a busy neighbour, and after
//! four seconds says that somebody is writing.
//!
//! ```text
//!  save(batch)
//!    BEGIN IMMEDIATE                     nobody else can write from here on
//!    data_version as when last read? ──yes──► write rows and journal line ──► COMMIT
//!                        │ no
//!                        └► read the network anew, apply the batch to it ──fits──► write what came of it ──► COMMIT
//!                           (new numbers where another instance took them)  └─not─► ROLLBACK, refused in words
//! ```
//!
//! `data_version` moves when another connection has committed, and only for the connection that asks: it is asked on the
//! book's own connection and compared inside the transaction. A batch is applied field by field, so that an edit of a
//! company and an edit of a tag by two instances both last. After such a surprise the caller's network is an old one
//! until it says [`Book::caught_up`]; what it sends until then is fitted to the truth as well.
//!
//! Locks belong to the process, and closing *any* descriptor of a file drops all of them: so nothing here opens a book's
//! file except through SQLite, not even to look at its header, and a process opens a book once.
//!
//! # Compatibility
//!
//! The header says whose file it is (`application_id`, `inrd`) and of which schema (`user_version`). Another program's
//! file and a newer schema are refused in words, the latter with the version that reads it. An older schema is copied
//! aside, then brought up to date by numbered migrations, which are never edited. Every word that a column can hold is in
//! a CHECK: a new word needs a migration, so that no version meets a word that it does not know.
//!
//! # A damaged file
//!
//! is never written to. A connection does not even tidy its log when it closes before the whole book was read once. What
//! is read is checked as it is read (words, dates, that every record's contact is there); `doctor` ([`check()`]) looks
//! at every page and plays the journal through. Backups are made by SQLite's backup interface under another name, synced,
//! then renamed; one is restored over a readable book as a database, page by page in one transaction, so that neither its
//! old log nor another instance can spoil it.
//!
//! # Odd file systems
//!
//! The write-ahead log needs memory that all processes share. On a network file system there is none: a rollback journal
//! is used instead, and the user is told. On a read-only disk the book is opened without a log as long as it needs none,
//! else as SQLite can; then it can be read and not saved to. Files are the owner's alone (0600) before SQLite fills them;
//! SQLite gives its log the same permissions. The folder is the caller's matter.

mod ahead;
mod backup;
mod book;
mod check;
mod contact;
mod decision;
mod draft;
mod error;
mod fact;
mod first;
mod fit;
mod glance;
mod ground;
mod journal;
mod load;
mod note;
mod open;
mod profile;
mod remark;
mod replay;
mod request;
mod restore;
mod row;
mod rule;
mod run;
mod save;
mod schema;
mod sign;
mod touch;
mod words;

#[cfg(test)]
mod tests;

pub use backup::{Existing, newest_backup};
pub use book::{Book, Extent, Opened};
pub use check::{Check, Finding, Health, check, mend_permissions};
pub use error::{Cause, StoreError};
pub use glance::glance;
pub use remark::Remark;
pub use restore::{restorable, restore};
pub use save::{Care, NotSaved, Saved};
