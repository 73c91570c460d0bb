//! What every stored thing has in common: a number, and a way to take over what a change changed.

use super::refusal::Refusal;

/// A thing with a number that is kept in a [`super::table::Table`] and moved by [`super::change::Edit`]s.
pub trait Record: Clone + PartialEq {
    /// The type of its number.
    type Id: Copy + Ord + Into<u32> + From<u32>;

    /// Its number.
    fn id(&self) -> Self::Id;

    /// Gives it another number.
    fn set_id(&mut self, id: Self::Id);

    /// This value with every field taken over in which `after` differs from `before`, so that an edit of the
    /// company and an edit of the tags do not get into each other's way.
    ///
    /// # Errors
    /// Names the first field that holds neither what the change expects nor what it wants.
    fn shifted(&self, before: &Self, after: &Self) -> Result<Self, Refusal>;
}

/// Implements [`Record`] field by field; a field that is left out does not compile.
macro_rules! record {
    ($type:ident, $id:ty { $($field:ident: $word:literal),+ $(,)? }) => {
        impl $crate::domain::record::Record for $type {
            type Id = $id;

            fn id(&self) -> $id {
                self.id
            }

            fn set_id(&mut self, id: $id) {
                self.id = id;
            }

            fn shifted(&self, before: &Self, after: &Self) -> Result<Self, $crate::domain::refusal::Refusal> {
                let Self { $($field: _),+ } = self;
                let mut next = self.clone();
                $(
                    if before.$field != after.$field {
                        if self.$field != before.$field && self.$field != after.$field {
                            return Err($crate::domain::refusal::Refusal::new(
                                concat!("the ", $word, " has changed since"),
                            ));
                        }
                        next.$field = after.$field.clone();
                    }
                )+
                Ok(next)
            }
        }
    };
}
pub(crate) use record;
