//! Writes the user's own copy: to a temporary name, synced, then renamed, for the owner alone.

use std::io::{self, Write};
use std::path::Path;

use super::target::{self, NotWritten};
use crate::domain::network::Network;
use crate::domain::time::Now;
use crate::exchange::json;
use crate::exchange::shapes::BookShape;
use crate::store::Existing;

/// Writes everything as one JSON object.
///
/// # Errors
/// Where it cannot be written; what was there before is still there then.
pub fn to_writer(network: &Network, now: Now, mut out: impl Write) -> io::Result<()> {
    json::to_writer(&mut out, &BookShape::of(network, now))?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The same into a file, which must not be the book.
///
/// # Errors
/// Where it cannot be written, and where the file is there already and is not to be replaced.
pub fn to_file(
    network: &Network,
    now: Now,
    path: &Path,
    existing: Existing,
    book: &Path,
) -> Result<(), NotWritten> {
    target::check(path, existing, book)?;
    let could_not = |error: io::Error| NotWritten::because(path, &error);
    // A temporary file is made with 0600.
    let mut file = tempfile::NamedTempFile::new_in(target::folder_of(path)).map_err(could_not)?;
    to_writer(network, now, io::BufWriter::new(&mut file)).map_err(could_not)?;
    file.as_file().sync_all().map_err(could_not)?;
    let kept = match existing {
        Existing::Overwrite => file.persist(path).map_err(|error| error.error),
        Existing::Refuse => file.persist_noclobber(path).map_err(|error| error.error),
    };
    kept.map(drop).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotWritten::exists(path),
        _ => could_not(error),
    })
}
