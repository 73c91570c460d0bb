//! Undo and redo of this instance, and the batches that are on their way to the disk.

use std::collections::VecDeque;
use std::sync::Arc;

use super::overlay::Overlay;
use crate::domain::batch::{Batch, BatchKey};

/// What was done here, newest last.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Batches that can be undone.
    pub done: Vec<Arc<Batch>>,
    /// Undo batches that can be redone; a new deed empties it.
    pub undone: Vec<Arc<Batch>>,
    /// Batches applied in memory and not yet safe on disk, oldest first.
    pub unsaved: VecDeque<Arc<Batch>>,
    /// The boxes in which batches were typed that are not yet safe on disk.
    pub typed: Vec<(BatchKey, Overlay)>,
    /// How many presses of `u` wait for the journal's answer.
    pub undos_asked: usize,
    /// How many presses of `U` wait for the journal's answer.
    pub redos_asked: usize,
}

impl History {
    /// A batch is safe.
    pub fn saved(&mut self, key: &BatchKey) {
        self.unsaved.retain(|batch| batch.key != *key);
        self.typed.retain(|(typed, _)| typed != key);
    }

    /// The box in which a batch was typed that could not be saved.
    pub fn typed_for(&mut self, key: &BatchKey) -> Option<Overlay> {
        let at = self.typed.iter().position(|(typed, _)| typed == key)?;
        Some(self.typed.remove(at).1)
    }

    /// A batch was changed on its way to the disk.
    pub fn replaced(&mut self, by: &Arc<Batch>) {
        for batch in self.done.iter_mut().chain(&mut self.undone) {
            if batch.key == by.key {
                *batch = Arc::clone(by);
            }
        }
    }

    /// A batch never came to pass. Where it took another one back and only the disk was in the way, that one is again
    /// the newest of its kind; what the book itself refused to take back stays out of the way of what was done before.
    pub fn forget(&mut self, batch: &Batch, refused: bool) {
        self.saved(&batch.key);
        let taken = |from: &mut Vec<Arc<Batch>>| {
            let before = from.len();
            from.retain(|each| each.key != batch.key);
            from.len() < before
        };
        let (redo, undo) = (taken(&mut self.done), taken(&mut self.undone));
        if let Some(key) = batch.undoes.as_ref().filter(|_| !refused) {
            let again = batch.inverse(key.clone(), batch.at, &batch.by);
            let again = Arc::new(Batch { undoes: None, ..again });
            if undo {
                self.done.push(again);
            } else if redo {
                self.undone.push(again);
            }
        }
    }
}
