//! Where things lie: the user's own data and configuration folders, made for the owner alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::config::Config;

/// The folders and files of this user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The user's own book.
    pub book: PathBuf,
    /// The made-up network.
    pub demo: PathBuf,
    /// Copies of the book.
    pub copies: PathBuf,
    /// The user's own templates.
    pub templates: PathBuf,
    /// The configuration.
    pub config: PathBuf,
    /// The folder of the configuration, where it is ours to make.
    pub config_folder: Option<PathBuf>,
    /// The folder of all data, which is ours to make.
    pub data: PathBuf,
}

impl Paths {
    /// By the conventions of the system.
    ///
    /// # Errors
    /// Where there is no home to be found: says which options name the files instead.
    pub fn find() -> Result<Self, String> {
        let dirs = ProjectDirs::from("", "", "inroads").ok_or_else(|| {
            "no home folder is known here: name the files with --db FILE and --config FILE".to_owned()
        })?;
        Ok(Self::under(dirs.data_dir(), dirs.config_dir()))
    }

    /// Under these two folders.
    pub fn under(data: &Path, config: &Path) -> Self {
        Self {
            book: data.join("inroads.db"),
            demo: data.join("demo.db"),
            copies: data.join("backups"),
            templates: data.join("templates"),
            config: config.join("config.toml"),
            config_folder: Some(config.to_owned()),
            data: data.to_owned(),
        }
    }

    /// With the folders that the user configured.
    #[must_use]
    pub fn with_folders(self, config: &Config) -> Self {
        let mut paths = match &config.data {
            Some(data) => {
                let Self { config, config_folder, .. } = self;
                Self { config, config_folder, ..Self::under(data, data) }
            }
            None => self,
        };
        if let Some(backups) = &config.backups {
            paths.copies.clone_from(backups);
        }
        if let Some(templates) = &config.templates {
            paths.templates.clone_from(templates);
        }
        paths
    }

    /// With the configuration in this file instead.
    #[must_use]
    pub fn with_config(self, file: &Path) -> Self {
        Self { config: file.to_owned(), config_folder: None, ..self }
    }

    /// With the book in this file instead, and its copies beside it.
    #[must_use]
    pub fn with_book(self, book: &Path) -> Self {
        // To SQLite `:memory:` is no file, and what was saved would be gone; `file:x.db` is a file of another name.
        let special =
            book == Path::new(":memory:") || book.as_os_str().as_encoded_bytes().starts_with(b"file:");
        let book = &if special { Path::new(".").join(book) } else { book.to_owned() };
        Self { copies: beside(book), book: book.to_owned(), ..self }
    }
}

/// The folder of copies beside a book: `demo.db-backups`.
pub fn beside(book: &Path) -> PathBuf {
    let name = book.file_name().unwrap_or_default().to_string_lossy().into_owned();
    book.with_file_name(format!("{name}-backups"))
}

/// Makes a folder that is the owner's alone; one that is there already stays as it is.
///
/// # Errors
/// Where it cannot be made.
pub fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// What SQLite lays beside a database.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// A database and what may lie beside it.
fn with_companions(path: &Path) -> Vec<PathBuf> {
    let beside = COMPANIONS.iter().map(|suffix| {
        let mut file = path.as_os_str().to_owned();
        file.push(suffix);
        file.into()
    });
    std::iter::once(path.to_owned()).chain(beside).collect()
}

/// Removes a book of ours with everything that lies beside it; where there is none, that is well.
///
/// # Errors
/// Where the system does not let go of it.
pub fn remove_book(path: &Path) -> io::Result<()> {
    for file in with_companions(path) {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Removes a folder of ours with all that is in it; where there is none, that is well.
///
/// # Errors
/// Where the system does not let go of it.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Our folders and files that somebody else on this machine may open, each once, in order. The book's own files are
/// the store's to look at.
pub fn open_to_others(paths: &Paths) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ours(paths).into_iter().filter(|path| wide(path)).collect();
    found.sort();
    found.dedup();
    found
}

/// All that is ours to close. The folder of a book or of a configuration that was named and lies elsewhere is not,
/// and where such a book is looked at, the data folder is not asked about.
fn ours(paths: &Paths) -> Vec<PathBuf> {
    let data = &paths.data;
    let at_home = !data.as_os_str().is_empty() && paths.book.starts_with(data);
    let book = with_companions(&paths.book);
    let inside = |folder: &Path| ours_in(folder, &[&book[..], std::slice::from_ref(&paths.config)].concat());
    let mut ours = inside(&paths.copies);
    ours.push(paths.config.clone());
    if let Some(folder) = &paths.config_folder {
        ours.push(folder.clone());
    }
    if at_home {
        ours.extend(inside(data));
        ours.extend(inside(&beside(&paths.demo)));
    }
    ours.retain(|path| !book.contains(path));
    ours
}

/// What inroads has made in a folder, and the folder itself where nothing else is in it: the user may have named one
/// that holds much more. Links are left aside: what they lead to may be anybody's.
fn ours_in(folder: &Path, known: &[PathBuf]) -> Vec<PathBuf> {
    let inside = fs::read_dir(folder).into_iter().flatten().flatten();
    let (ours, others): (Vec<_>, Vec<_>) = inside
        .partition(|entry| known.contains(&entry.path()) || made_here(&entry.file_name().to_string_lossy()));
    let files = ours.into_iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let folder = others.is_empty().then(|| folder.to_owned());
    folder.into_iter().chain(files.map(|entry| entry.path())).collect()
}
/// Whether it is a name that inroads gives to a file or folder.
fn made_here(name: &str) -> bool {
    let plain = COMPANIONS.iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name);
    let database = plain.strip_suffix(".db").is_some_and(|stem| {
        let by_start = ["inroads", "safe-", "damaged-"].iter().any(|start| stem.starts_with(start));
        by_start || stem == "demo" || stem.contains("-schema-")
    });
    database || ["fault.txt", "backups"].contains(&name) || name.ends_with(".db-backups")
}

#[cfg(unix)]
fn wide(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn wide(_: &Path) -> bool {
    false
}

/// Takes the permissions of a folder or file of ours from everybody but its owner.
///
/// # Errors
/// Where it is not the user's own.
pub fn close_to_others(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path)?.permissions().mode();
        fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
    }
    let _ = path;
    Ok(())
}

/// Paths that begin as typed, folders with a slash at the end; `~/` is the home folder. At most `most`.
pub fn beginning(typed: &str, most: usize) -> Vec<String> {
    let full = expand(typed);
    let (folder, start) = match full.rsplit_once('/') {
        Some((folder, start)) => (format!("{folder}/"), start.to_owned()),
        None => (String::new(), full.clone()),
    };
    let read = fs::read_dir(if folder.is_empty() { "." } else { &folder });
    let mut found: Vec<String> = read
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !start.starts_with('.');
            if hidden || !name.starts_with(&start) {
                return None;
            }
            let slash = if entry.path().is_dir() { "/" } else { "" };
            Some(format!("{folder}{name}{slash}"))
        })
        .collect();
    found.sort();
    found.truncate(most);
    found
}

/// A path with `~/` spelt out.
pub fn expand(path: &str) -> String {
    match (path.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => format!("{}/{rest}", dirs.home_dir().display()),
        _ => path.to_owned(),
    }
}
