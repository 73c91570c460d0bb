//! What was said of a request, to be checked once its end is known; and the last fit, kept for the next start.

use super::id::RequestId;
use super::time::Day;

/// A chance that was shown of a request at one of the ages at which it is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foretold {
    /// Of which request.
    pub request: RequestId,
    /// The age in days that it stands for, one of [`Foretold::AGES`].
    pub age: i64,
    /// When it was said.
    pub on: Day,
    /// That it is ever accepted, 0 to 1.
    pub chance: f64,
}

impl Foretold {
    /// The ages at which a chance is kept, once each.
    pub const AGES: [i64; 4] = [0, 7, 14, 30];

    /// The age that stands for a request of so many days; nothing where it is too old for any.
    pub fn mark(age: i64) -> Option<i64> {
        if age >= 2 * Self::AGES[3] {
            return None;
        }
        Self::AGES.into_iter().rev().find(|mark| *mark <= age)
    }
}

/// The last fit as a book keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFit {
    /// The day on which it was made.
    pub day: Day,
    /// The quiet age that was learned, in days.
    pub quiet: i64,
    /// The stale age.
    pub stale: i64,
    /// The rest of it, in the words of whoever made it.
    pub body: String,
}
