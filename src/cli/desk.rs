//! Where every verb does its work: the book, the state that `app::act` changes, and saving what came of it.

use std::sync::Arc;

use super::context::{Context, Form};
use super::problem::Problem;
use crate::app::act::{self, Way};
use crate::app::deed::Deed;
use crate::app::state::{BookInfo, BookKind, State};
use crate::domain::batch::Batch;
use crate::domain::change::{Change, Edit};
use crate::domain::network::Network;
use crate::domain::record::Record;
use crate::domain::refusal::Refusal;
use crate::exchange::answers::Noted;
use crate::runtime::clock;
use crate::store::{Book, Care, Opened, Remark};

/// The book, open for writing, and the state in step with it.
pub struct Desk {
    /// What `act` changes.
    pub state: State,
    /// The book behind it.
    pub book: Book,
}

/// A batch that was saved.
pub struct Done {
    /// Its number in the journal.
    pub number: i64,
    /// The batch as it came to pass.
    pub batch: Arc<Batch>,
}

impl Desk {
    /// Opens the user's book; one that cannot be written is of no use here.
    pub fn open(context: &Context) -> Result<Self, Problem> {
        let opened = context.open(&context.paths.book)?;
        super::context::remark(&opened.remarks);
        let Opened { book, network, .. } = opened;
        let path = book.path().display().to_string();
        if book.read_only() {
            let why = format!(
                "could not save to {path}: {}; make its file writable or make room on its disk, or name another with --db",
                Remark::ReadOnly
            );
            return Err(Problem::Book(why));
        }
        Ok(Self { state: state(context, network, path), book })
    }

    /// The same for a deed. Where there is no book yet, none is made for what cannot be done: whom the user means is
    /// not in it, or what they want is not possible.
    pub fn open_for(
        context: &Context,
        by: &str,
        deed: impl Fn(&Network) -> Result<Deed, Problem>,
    ) -> Result<(Self, Deed), Problem> {
        if context.no_book_yet() {
            let mut state = state(context, Network::default(), String::new());
            act::commit(&mut state, &deed(&Network::default())?, by)?;
        }
        let desk = Self::open(context)?;
        let deed = deed(desk.network())?;
        Ok((desk, deed))
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.state.network
    }

    /// Does a deed and saves it.
    pub fn commit(&mut self, deed: &Deed, by: &str, care: Care) -> Result<Done, Problem> {
        let batch = act::commit(&mut self.state, deed, by)?;
        self.save(&batch, care)
    }

    /// Takes a batch back, or does again what an undo took back, and saves that.
    pub fn turn(&mut self, batch: &Batch, way: Way) -> Result<Done, Problem> {
        let (by, could_not) = match way {
            Way::Undo => ("undo", "could not take back"),
            Way::Redo => ("redo", "could not do again"),
        };
        let inverse = act::take_back(&mut self.state, batch, by)
            .map_err(|refusal| Refusal::new(format!("{could_not} \"{}\": {refusal}", batch.what)))?;
        self.save(&inverse, Care::Full)
    }

    fn save(&mut self, batch: &Arc<Batch>, care: Care) -> Result<Done, Problem> {
        let saved = self.book.save(&**batch, care)?;
        // Where somebody else wrote meanwhile, the numbers may be others.
        let batch = saved.rebased.map_or_else(|| Arc::clone(batch), |(_, batch)| Arc::new(batch));
        Ok(Done { number: saved.number, batch })
    }
}

fn state(context: &Context, network: Network, path: String) -> State {
    let now = context.clock.now();
    let info = BookInfo { kind: BookKind::Own, path, read_only: None };
    State::new(network, now, info, &clock::instance(now))
}

/// Opens the book, does what the closure makes of the network, saves it, and prints what was noted.
pub fn perform(
    context: &Context,
    by: &str,
    deed: impl Fn(&Network) -> Result<Deed, Problem>,
) -> Result<(), Problem> {
    let (mut desk, deed) = Desk::open_for(context, by, deed)?;
    let done = desk.commit(&deed, by, Care::Full)?;
    print(context, "noted", &done)
}

/// Prints what was done: `noted: Ana Ruiz added (c42)`.
pub fn print(context: &Context, says: &str, done: &Done) -> Result<(), Problem> {
    let mut paper = context.paper();
    let added = added(&done.batch);
    match context.form {
        Form::Json => paper.json(&Noted { batch: done.number, what: &done.batch.what, added })?,
        Form::Text => {
            let ids = if added.is_empty() || done.batch.undoes.is_some() {
                String::new()
            } else {
                format!(" ({})", added.join(", "))
            };
            paper.line(&format!("{says}: {}{ids}", done.batch.what))?;
        }
    }
    Ok(paper.finish()?)
}

/// The ids of what a batch added.
fn added(batch: &Batch) -> Vec<String> {
    fn id<T: Record<Id: ToString>>(edit: &Edit<T>) -> Option<String> {
        edit.after.as_ref().filter(|_| edit.before.is_none()).map(|record| record.id().to_string())
    }
    let ids = batch.changes.iter().filter_map(|change| match change {
        Change::Contact(edit) => id(edit),
        Change::Request(edit) => id(edit),
        Change::Sign(edit) => id(edit),
        Change::Touch(edit) => id(edit),
        Change::Note(edit) => id(edit),
        Change::Decision(edit) => id(edit),
        Change::Run(edit) => id(edit),
        Change::Fact(edit) => id(edit),
        Change::Draft(edit) => id(edit),
        Change::Profile { .. } | Change::Mute { .. } | Change::Rule { .. } => None,
    });
    ids.collect()
}
