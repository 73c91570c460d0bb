//! Opens what the user names as an export: an archive, a folder or a single table.
//!
//! What it is shows in its content, not in its name. Only the path itself may be a symlink; those inside a folder
//! are not followed, so a folder from a stranger cannot make the program read anything else.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use crate::domain::arrival::Arrival;
use crate::exchange::linkedin::{self, ExportFile, OnProgress, Unreadable};

// A folder may hold another one, as some programs unpack, and whatever the user put beside it.
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

/// The files of a folder that may hold tables, and those of the folders in it, a few levels down, as an archive gives
/// them: which one counts is decided as there.
fn tables_in(folder: &Path) -> Result<Vec<ExportFile<'static>>, Unreadable> {
    let mut files = Vec::new();
    let mut level = vec![(folder.to_owned(), String::new())];
    let mut seen = 0;
    for _ in 0..=WRAPPERS {
        let mut below = Vec::new();
        for (folder, inside) in level {
            let Listing { tables, folders, entries } = match list(&folder) {
                Ok(listing) => listing,
                Err(cause) if inside.is_empty() => return Err(unopened(&folder, cause)),
                // What lies beside the tables may be somebody else's, such as lost+found.
                Err(_) => continue,
            };
            seen += entries;
            if seen > linkedin::MOST_FILES {
                return Err(Unreadable::Crowded { path: folder.display().to_string() });
            }
            files.extend(tables.into_iter().map(|(path, size)| ExportFile {
                path: format!("{inside}{}", own_name(&path)),
                size,
                open: Box::new(move || Ok(Box::new(File::open(path)?))),
            }));
            below.extend(folders.into_iter().map(|path| {
                let inside = format!("{inside}{}/", own_name(&path));
                (path, inside)
            }));
        }
        level = below;
    }
    Ok(files)
}

struct Listing {
    tables: Vec<(PathBuf, u64)>,
    folders: Vec<PathBuf>,
    entries: usize,
}

/// Files that may hold a table, with their sizes, and folders; without symlinks and what the system left there.
fn list(folder: &Path) -> io::Result<Listing> {
    let (mut tables, mut folders, mut entries) = (Vec::new(), Vec::new(), 0);
    for entry in fs::read_dir(folder)?.take(linkedin::MOST_FILES + 1) {
        let entry = entry?;
        entries += 1;
        let (path, kind) = (entry.path(), entry.file_type()?); // of the entry itself, not of what it points to
        let name = own_name(&path);
        if kind.is_dir() && !name.starts_with('.') && name != "__MACOSX" {
            folders.push(path);
        } else if kind.is_file() && linkedin::may_hold_a_table(&name) {
            tables.push((path, entry.metadata()?.len()));
        }
    }
    Ok(Listing { tables, folders, entries })
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
