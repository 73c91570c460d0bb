//! What every command stands on: where the book lies, what day it is, how it looks.

use std::path::Path;

use super::args::Global;
use super::problem::Problem;
use crate::runtime::clock::Clock;
use crate::runtime::paths::{self, Paths};
use crate::store::{self, Book, Opened};
use crate::ui::theme::{Colour, Glyphs, Theme};

/// What every command stands on.
pub struct Context {
    /// Where things lie.
    pub paths: Paths,
    /// The clock.
    pub clock: Clock,
    /// The look.
    pub theme: Theme,
    /// The editor's command line.
    pub editor: String,
}

impl Context {
    /// From the options and the environment.
    pub fn of(global: &Global) -> Result<Self, Problem> {
        let clock = match &global.today {
            Some(text) => Clock::fixed(text).map_err(|refusal| Problem::Usage(refusal.to_string()))?,
            None => Clock::Running,
        };
        let paths = match (&global.db, Paths::find()) {
            (Some(book), found) => {
                let folder = book.parent().map(Path::to_owned).unwrap_or_default();
                found.unwrap_or_else(|_| Paths::under(&folder, &folder)).with_book(book)
            }
            (None, found) => found.map_err(Problem::Book)?,
        };
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let colour = if global.plain || set("NO_COLOR").is_some() { Colour::None } else { Colour::Sixteen };
        // The locale that counts is the first of these that is set; only one that rules out UTF-8 calls for ASCII.
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        let utf8 = locale.is_none_or(|name| {
            let name = name.to_ascii_lowercase();
            name.contains("utf-8") || name.contains("utf8")
        });
        let glyphs = if global.plain || !utf8 { Glyphs::Ascii } else { Glyphs::Unicode };
        let editor = ["VISUAL", "EDITOR"].into_iter().find_map(set).unwrap_or_else(|| "vi".to_owned());
        Ok(Self { paths, clock, theme: Theme { colour, glyphs }, editor })
    }

    /// Opens a book, making it and its folder where they are not there yet.
    pub fn open(&self, book: &Path) -> Result<Opened, Problem> {
        if book.starts_with(&self.paths.data) {
            paths::private_folder(&self.paths.data).map_err(|error| {
                let folder = self.paths.data.display();
                Problem::Book(format!(
                    "could not make the folder {folder}: {error}; --db FILE names another place"
                ))
            })?;
        }
        Book::open(book).map_err(|error| error.with_backup(store::newest_backup(&self.paths.copies)).into())
    }
}
