//! The book as its callers see it: files in folders of their own, two instances, damage, backups.

mod any;
mod copies;
mod doctor;
mod first;
mod fit;
mod odd_files;
mod round_trip;
mod schema;
mod two_books;
mod undo;
mod upgrade;

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Book, Care, Opened, Saved};
use crate::domain::batch::{Batch, BatchKey};
use crate::domain::change::{Change, Edit};
use crate::domain::contact::{Contact, Origin};
use crate::domain::id::ContactId;
use crate::domain::network::Network;
use crate::domain::time::Moment;

fn noon() -> Moment {
    Moment::parse("2026-11-22T12:00Z").expect("a moment")
}

fn batch(key: &str, changes: Vec<Change>) -> Batch {
    Batch {
        key: BatchKey(key.into()),
        at: noon(),
        by: "test".into(),
        what: format!("did {key}"),
        undoes: None,
        changes,
    }
}

fn person(id: u32, name: &str) -> Contact {
    Contact::named(ContactId(id), name, "", Origin::Hand)
}

fn add(contact: Contact) -> Change {
    Change::Contact(Edit::add(contact))
}

/// The change that turns a contact of this network into another.
fn turn(network: &Network, id: u32, how: impl FnOnce(&mut Contact)) -> Change {
    let before = network.contact(ContactId(id)).expect("the contact is there");
    let mut after = Contact::clone(before);
    how(&mut after);
    Change::Contact(Edit::turn(before, after))
}

/// Runs this test once more in a process whose umask forbids nothing: the umask belongs to a whole process, and other
/// tests make files in this one. True in that process, false where it has ended well.
#[cfg(unix)]
pub(super) fn is_without_umask(module: &str, test: &str) -> bool {
    const THERE: &str = "INROADS_TEST_WITHOUT_UMASK";
    if std::env::var_os(THERE).is_some() {
        return true;
    }
    let (_, module) = module.split_once("::").expect("a path below the crate");
    let run = std::process::Command::new("sh")
        .args(["-c", "umask 000; exec \"$@\"", "sh"])
        .arg(std::env::current_exe().expect("the tests are a program"))
        .args(["--exact", &format!("{module}::{test}")])
        .env(THERE, "1")
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("1 passed"), "{said}");
    false
}

/// A folder with a book in it, gone at the end.
struct Desk {
    folder: TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        Self { folder, path }
    }

    fn open(&self) -> Instance {
        Instance::from(Book::open(&self.path).expect("the book opens"))
    }

    /// A book with Ana as `c1`, closed again.
    fn with_ana() -> Self {
        let desk = Self::new();
        let mut ana = person(1, "Ana");
        ana.company = "Acme".into();
        let saved = desk.open().does(batch("ana", vec![add(ana)]));
        assert!(saved.rebased.is_none(), "nobody else wrote");
        desk
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.path).expect("the file is there")
    }
}

/// A book and the network of the program that has it open.
struct Instance {
    book: Book,
    network: Network,
}

impl From<Opened> for Instance {
    fn from(opened: Opened) -> Self {
        Self { book: opened.book, network: opened.network }
    }
}

impl Instance {
    /// Applies, saves, and takes over what others did, as the program does.
    fn does(&mut self, batch: Batch) -> Saved {
        let batch = self.network.apply(batch).expect("it fits the network");
        let saved = self.book.save(batch, Care::Full).expect("it is saved");
        if let Some((network, _)) = &saved.rebased {
            self.network = Network::clone(network);
            self.book.caught_up();
        }
        saved
    }

    fn company(&self) -> &str {
        &self.network.contact(ContactId(1)).expect("Ana").company
    }
}
