//! A zip archive: what is in it, and whether it is one that can be trusted. Nothing is ever extracted to disk.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::unreadable::Unreadable;
use super::{limits, may_hold_a_table};
use crate::domain::time::Day;

/// A file of the archive that may hold a table.
pub struct Entry {
    /// Its number in the archive.
    pub index: usize,
    /// Its path in the archive.
    pub path: String,
    /// How long it says that it is.
    pub size: u64,
    /// How much of the archive it takes.
    pub packed: u64,
    /// The day on which it was changed, as it says.
    pub changed_on: Option<Day>,
}

/// Opens an archive.
pub fn open<R: Read + Seek>(name: &str, reader: R) -> Result<ZipArchive<R>, Unreadable> {
    ZipArchive::new(reader).map_err(|cause| unreadable(name, &cause))
}

/// The files that may hold tables, those nearest to the root first; or why the archive cannot be trusted.
pub fn tables<R: Read + Seek>(name: &str, archive: &ZipArchive<R>) -> Result<Vec<Entry>, Unreadable> {
    let hostile = |file: &str, what| Unreadable::Hostile { file: file.to_owned(), what };
    if archive.len() > limits::ENTRIES {
        return Err(hostile(name, "holds more than 10,000 files"));
    }
    if archive.has_duplicate_names() {
        return Err(hostile(name, "holds two files of one name"));
    }
    let mut tables = Vec::new();
    let mut places = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|cause| unreadable(name, &cause))?;
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if leads_outside(&path) {
            return Err(hostile(name, "holds a file whose path leads out of it"));
        }
        if entry.encrypted() {
            return Err(Unreadable::Encrypted { file: path });
        }
        // A local header takes 30 bytes and the name; what more it takes is not needed to see an overlap.
        let end = entry.header_start().saturating_add(30 + path.len() as u64);
        places.push((entry.header_start(), end.saturating_add(entry.compressed_size())));
        if entry.is_file() && may_hold_a_table(&path) {
            tables.push(Entry {
                index,
                path,
                size: entry.size(),
                packed: entry.compressed_size(),
                changed_on: entry.last_modified().and_then(|at| {
                    Day::from_ymd(i32::from(at.year()), u32::from(at.month()), u32::from(at.day()))
                }),
            });
        }
    }
    places.sort_unstable();
    if places.windows(2).any(|pair| pair[0].1 > pair[1].0) {
        return Err(hostile(name, "holds files that share their bytes"));
    }
    tables.sort_by(|a, b| order(&a.path).cmp(&order(&b.path)));
    Ok(tables)
}

/// The order in which files are looked at: nearest to the root first, then the shorter name, so that
/// `Connections.csv` comes before `Connections (1).csv`.
pub fn order(path: &str) -> (usize, usize, &str) {
    (path.matches('/').count(), path.len(), path)
}

/// What the archive could not give.
pub fn unreadable(file: &str, cause: &ZipError) -> Unreadable {
    Unreadable::Damaged { file: file.to_owned(), line: None, cause: cause.to_string() }
}

fn leads_outside(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    drive || path.starts_with(['/', '\\']) || path.split(['/', '\\']).any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_outside_is_seen_in_every_spelling() {
        for path in
            ["../a.csv", "a/../../b.csv", "/etc/passwd", "\\a.csv", "..\\a.csv", "C:\\a.csv", "c:a.csv"]
        {
            assert!(leads_outside(path), "{path}");
        }
        for path in ["Connections.csv", "a..b/c.csv", "Jobs/Saved Jobs.csv", ""] {
            assert!(!leads_outside(path), "{path}");
        }
    }
}
