//! That network as a book on the disk.

use std::path::PathBuf;

use inroads::domain::batch::Batch;
use inroads::store::{Book, Care, Opened};
use tempfile::TempDir;

/// A folder with a book in it, gone at the end.
pub struct Shelf {
    folder: TempDir,
}

impl Shelf {
    /// A book with nothing in it.
    pub fn empty() -> Self {
        let shelf = Self { folder: TempDir::new().expect("a folder") };
        shelf.open();
        shelf
    }

    /// A book with so many contacts.
    pub fn with(contacts: u32) -> Self {
        let shelf = Self::empty();
        shelf.import(&super::batch(contacts));
        shelf
    }

    /// Opens it and reads everything.
    pub fn open(&self) -> Opened {
        Book::open(&self.path()).expect("a book")
    }

    /// Saves a batch as an import is saved.
    pub fn import(&self, batch: &Batch) -> Opened {
        let mut opened = self.open();
        opened.book.save(batch, Care::Repeatable).expect("it fits");
        opened
    }

    /// Where it lies.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("book.db")
    }
}
