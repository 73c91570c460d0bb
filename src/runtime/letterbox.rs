//! Opens what the user names as an export: an archive, a folder or a single table.
//!
//! What it is shows in its content, not in its name. Only the path itself may be a symlink; those inside a folder
//! are not followed, so a folder from a stranger cannot make the program read anything else.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::domain::arrival::Arrival;
use crate::exchange::linkedin::{self, ExportFile, OnProgress, Unreadable};

// A folder may hold another one and nothing else, as some programs unpack.
const WRAPPERS: usize = 3;

/// Reads the export at this path.
///
/// # Errors
/// Says why it could not be read, and what to do.
pub fn read(path: &Path, progress: &mut OnProgress<'_>) -> Result<Arrival, Unreadable> {
    if path == Path::new("-") {
        return Err(Unreadable::NoFile { path: "standard input".to_owned() });
    }
    let name = own_name(path);
    let about = fs::metadata(path).map_err(|cause| unopened(path, cause))?;
    if about.is_dir() {
        let files = tables_in(path)?;
        return linkedin::read_files(&name, files, progress);
    }
    if !about.is_file() {
        return Err(Unreadable::NoFile { path: path.display().to_string() });
    }
    let mut file = File::open(path).map_err(|cause| unopened(path, cause))?;
    let mut start = Vec::new();
    file.by_ref()
        .take(4)
        .read_to_end(&mut start)
        .and_then(|_| file.rewind())
        .map_err(|cause| unopened(path, cause))?;
    if matches!(start[..], [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] | [b'P', b'K', 7, 8]) {
        return linkedin::read_zip(&name, BufReader::new(file), progress);
    }
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")) {
        return Err(Unreadable::NotAZip { name });
    }
    let table =
        ExportFile { path: name.clone(), size: about.len(), open: Box::new(move || Ok(Box::new(file))) };
    linkedin::read_files(&name, vec![table], progress)
}

/// The files of a folder that may hold tables; of the folder inside it where there is only that.
fn tables_in(folder: &Path) -> Result<Vec<ExportFile<'static>>, Unreadable> {
    let mut folder = folder.to_owned();
    let mut inside = String::new();
    for _ in 0..WRAPPERS {
        let Listing { tables, folders } = list(&folder).map_err(|cause| unopened(&folder, cause))?;
        if let ([], [only]) = (&tables[..], &folders[..]) {
            inside = format!("{inside}{}/", own_name(only));
            folder.clone_from(only);
            continue;
        }
        return Ok(tables
            .into_iter()
            .map(|(path, size)| ExportFile {
                path: format!("{inside}{}", own_name(&path)),
                size,
                open: Box::new(move || Ok(Box::new(File::open(path)?))),
            })
            .collect());
    }
    Ok(Vec::new())
}

struct Listing {
    tables: Vec<(PathBuf, u64)>,
    folders: Vec<PathBuf>,
}

/// Files that may hold a table, with their sizes, and folders; without symlinks and what the system left there.
fn list(folder: &Path) -> io::Result<Listing> {
    let (mut tables, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?); // of the entry itself, not of what it points to
        let name = own_name(&path);
        if kind.is_dir() && !name.starts_with('.') && name != "__MACOSX" {
            folders.push(path);
        } else if kind.is_file() && linkedin::may_hold_a_table(&name) {
            tables.push((path, entry.metadata()?.len()));
        }
    }
    Ok(Listing { tables, folders })
}

fn own_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    // `.` and `..` have a name only on the disk.
    name.or_else(|| Some(path.canonicalize().ok()?.file_name()?.to_string_lossy().into_owned()))
        .unwrap_or_else(|| path.display().to_string())
}

fn unopened(path: &Path, cause: io::Error) -> Unreadable {
    let path = path.display().to_string();
    match cause.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::NotThere { path },
        _ => Unreadable::NotOpened { path, cause },
    }
}
