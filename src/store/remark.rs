//! What a user should hear about a book that could be opened all the same.

use std::fmt;
use std::path::PathBuf;

use crate::domain::visible;

/// Something about an opened book that its user should know. Its text is one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It lies on a network file system: slower, and two machines at once are not safe.
    NetworkDisk,
    /// It can be read, not written.
    ReadOnly,
    /// Other people on this machine may read it; mended on consent by [`super::mend_permissions`].
    WidePermissions {
        /// The file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It was of an older schema and was brought up to date.
    Upgraded {
        /// The copy of what it was before.
        copy: PathBuf,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Remark::NetworkDisk => f.write_str(
                "the book lies on a network disk: saving is slower, and only one machine should use it at a time",
            ),
            Remark::ReadOnly => f.write_str("the book is read only: you can look, nothing can be saved"),
            Remark::WidePermissions { file, mode } => write!(
                f,
                "others on this machine may open {} (permissions {mode:o}); `inroads doctor` can close it to them",
                visible::line(&file.to_string_lossy())
            ),
            Remark::Upgraded { copy } => write!(
                f,
                "the book was brought up to date; what it was before is in {}",
                visible::line(&copy.to_string_lossy())
            ),
        }
    }
}
