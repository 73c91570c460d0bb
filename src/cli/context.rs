//! What every command stands on: where the book lies, what day it is, how it looks.

use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

use super::args::Global;
use super::problem::Problem;
use crate::app::keymap::Keymap;
use crate::domain::dates::{self, Toward};
use crate::domain::time::Day;
use crate::runtime::clock::Clock;
use crate::runtime::config::{self, Config, Missing};
use crate::runtime::paper::Paper;
use crate::runtime::paths::{self, Paths};
use crate::runtime::surroundings::{self, Dress};
use crate::store::{self, Book, Opened, Remark, StoreError};

/// What every command stands on.
pub struct Context {
    /// Where things lie.
    pub paths: Paths,
    /// The clock.
    pub clock: Clock,
    /// What the user configured.
    pub config: Config,
    /// ASCII or not.
    pub dress: Dress,
    /// How an answer is printed.
    pub form: Form,
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In words.
    Text,
    /// In its documented shape.
    Json,
}

impl Context {
    /// From the options and the environment; `named` says whether a configuration that was named may be missing.
    pub fn of(global: &Global, named: Missing) -> Result<Self, Problem> {
        let clock = match &global.today {
            Some(text) => Clock::fixed(text).map_err(|refusal| Problem::Usage(refusal.to_string()))?,
            None => Clock::Running,
        };
        let found = Paths::find();
        let config = match (&global.config, &found) {
            (Some(file), _) => config::load(file, named)?,
            (None, Ok(paths)) => config::load(&paths.config, Missing::Fine)?,
            (None, Err(_)) => Config::default(),
        };
        let mut paths = match (&global.db, found) {
            (Some(book), found) => {
                let folder = book.parent().map(Path::to_owned).unwrap_or_default();
                // Without a home nothing is ours to make; the named book is all there is.
                let homeless =
                    || Paths { data: PathBuf::new(), config_folder: None, ..Paths::under(&folder, &folder) };
                found.unwrap_or_else(|_| homeless()).with_folders(&config)
            }
            (None, found) => found.map_err(Problem::Book)?.with_folders(&config),
        };
        if let Some(book) = &global.db {
            paths = paths.with_book(book);
        }
        if let Some(file) = &global.config {
            paths = paths.with_config(file);
        }
        let form = if global.json { Form::Json } else { Form::Text };
        Ok(Self { paths, clock, config, dress: global.dress(), form })
    }

    /// The same for the demo, for which `--db` names the made-up people's book. To every other command it names the
    /// user's own, which is never filled with them.
    #[must_use]
    pub fn of_the_demo(mut self, global: &Global) -> Self {
        if global.db.is_some() {
            self.paths.demo.clone_from(&self.paths.book);
        }
        self
    }

    /// The keys, and what the user should hear of their own.
    pub fn keymap(&self) -> (Keymap, Vec<String>) {
        Keymap::with(self.config.keys.clone())
    }

    /// Something to print on.
    pub fn paper(&self) -> Paper {
        Paper::new(surroundings::theme(self.dress, &self.config))
    }

    /// Opens a book, making it and its folder where they are not there yet.
    pub fn open(&self, book: &Path) -> Result<Opened, Problem> {
        self.prepare_folder(book)?;
        Book::open(book).map_err(|error| self.unopened(error))
    }

    /// The same for the screens: of a large book only what the first one needs.
    pub fn open_first(&self, book: &Path) -> Result<Opened, Problem> {
        self.prepare_folder(book)?;
        Book::open_first(book, self.clock.now().today).map_err(|error| self.unopened(error))
    }

    /// Opens the user's book to read it. Where there is none yet it is an empty one, and stays without a file.
    pub fn read(&self) -> Result<Opened, Problem> {
        let opened = if self.no_book_yet() {
            Book::in_memory().map_err(Problem::from)?
        } else {
            Book::open(&self.paths.book).map_err(|error| self.unopened(error))?
        };
        remark(&opened.remarks);
        Ok(opened)
    }

    /// Whether there is no book where one can be made.
    pub fn no_book_yet(&self) -> bool {
        let book = &self.paths.book;
        let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty());
        !book.exists() && (self.ours(book) || folder.is_none_or(Path::is_dir))
    }

    /// Whether a book lies in our own folder.
    fn ours(&self, book: &Path) -> bool {
        !self.paths.data.as_os_str().is_empty() && book.starts_with(&self.paths.data)
    }

    /// Makes the folder of a book, where it is ours to make.
    pub fn prepare_folder(&self, book: &Path) -> Result<(), Problem> {
        if self.ours(book) {
            paths::private_folder(&self.paths.data).map_err(|error| {
                let folder = self.paths.data.display();
                Problem::Book(format!(
                    "could not make the folder {folder}: {error}; --db FILE names another place"
                ))
            })?;
        }
        Ok(())
    }

    /// Says of an error with the book which backup there is.
    pub fn unopened(&self, error: StoreError) -> Problem {
        error.with_backup(store::newest_backup(&self.paths.copies)).into()
    }

    /// Reads a date that looks back; today where none was given.
    pub fn past(&self, text: Option<&str>) -> Result<Day, Problem> {
        text.map_or_else(|| Ok(self.clock.now().today), |text| self.date(text, Toward::Past))
    }

    /// Reads a date.
    pub fn date(&self, text: &str, toward: Toward) -> Result<Day, Problem> {
        let today = self.clock.now().today;
        dates::parse(text, today, toward).map_err(|refusal| Problem::Usage(refusal.to_string()))
    }
}

/// Tells on standard error what the user should hear of a book; that it is read only, only who writes has to hear.
pub fn remark(remarks: &[Remark]) {
    for remark in remarks.iter().filter(|remark| **remark != Remark::ReadOnly) {
        let _ = writeln!(stderr(), "inroads: {remark}");
    }
}
