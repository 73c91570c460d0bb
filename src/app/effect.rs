//! Wishes that the runtime fulfils.

use std::sync::Arc;

use crate::domain::batch::Batch;
use crate::domain::foretold::Foretold;
use crate::insight::forecast::outlook::Outlook;

use super::deed::Deed;
use super::state::BookKind;

/// Something for the hands to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save a batch that is applied in memory already.
    Save(Arc<Batch>, Care),
    /// Fetch the newest batch that can be undone, of any instance.
    NewestToUndo,
    /// Fetch the newest undo that can be redone.
    NewestToRedo,
    /// Fetch the history.
    Log,
    /// The screens show the network that was given to them as this one in the row, and nothing older is on its way.
    CaughtUp(u64),
    /// Keep what was learned, and what was foretold with it.
    KeepFit(Arc<Outlook>, Vec<Foretold>),
    /// Fetch what was foretold so far.
    Foretold,
    /// Put text on the clipboard, and say this when it is there.
    Copy(String, String),
    /// Open an address in the browser.
    Open(String),
    /// Edit text in `$EDITOR`; what comes back makes a deed.
    Edit(EditFor, String),
    /// Read an export and plan the import.
    ReadExport(String),
    /// Stop the reading of an export.
    CancelRead,
    /// List the paths that begin like this.
    Paths(String),
    /// Write the user's own copy to a file.
    Export(String),
    /// Write a backup to a file.
    Backup(String),
    /// Open a backup in place of this book.
    Restore(String),
    /// Leave this book for the user's own, or for the made-up network.
    Switch(BookKind),
    /// Clear the screen and draw everything anew.
    Redraw,
    /// Hand the terminal back to the shell.
    Suspend,
    /// End the program.
    Quit,
    /// End the program: the book cannot be read, and why.
    Abandon(String),
}

/// How carefully a batch is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Safe on disk before it is reported.
    Full,
    /// An import, which can be repeated: a copy of the book is made first.
    Import,
    /// A draft as it is typed: no line in the journal.
    Typing,
}

/// What the text from `$EDITOR` is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFor {
    /// A new note.
    NewNote(crate::domain::id::ContactId),
    /// A note.
    Note(crate::domain::id::NoteId),
    /// The message that is being written.
    Message,
}

impl EditFor {
    /// The deed that the text makes; what is typed into a message is none.
    pub fn deed(&self, text: String) -> Option<Deed> {
        match self {
            EditFor::NewNote(contact) => Some(Deed::AddNote(*contact, text)),
            EditFor::Note(note) => Some(Deed::EditNote(*note, text)),
            EditFor::Message => None,
        }
    }
}
