//! Writes the user's own copy: to a temporary name, synced, then renamed, for the owner alone.

use std::io::{self, Write};
use std::path::Path;

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

/// The same into a file.
///
/// # Errors
/// As [`to_writer`], and where the file is there already and is not to be replaced.
pub fn to_file(network: &Network, now: Now, path: &Path, existing: Existing) -> io::Result<()> {
    let said = |what: &str, error: &io::Error| io::Error::new(error.kind(), format!("{what}: {error}"));
    if existing == Existing::Refuse && path.exists() {
        let text = format!("{} is there already: choose another name, or use --force", path.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, text));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let could_not = format!("could not write {}", path.display());
    // A temporary file is made with 0600.
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| said(&could_not, &error))?;
    to_writer(network, now, io::BufWriter::new(&mut file)).map_err(|error| said(&could_not, &error))?;
    file.as_file().sync_all().map_err(|error| said(&could_not, &error))?;
    let kept = match existing {
        Existing::Overwrite => file.persist(path).map_err(|error| error.error),
        Existing::Refuse => file.persist_noclobber(path).map_err(|error| error.error),
    };
    kept.map(drop).map_err(|error| said(&could_not, &error))
}
