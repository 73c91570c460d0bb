//! `config`: the settings in force and where they come from; `--init` writes a file to change.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::context::{Context, Form};
use super::problem::Problem;
use crate::runtime::config;
use crate::runtime::surroundings;

/// Print the settings in force and where they come from.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write a configuration in which everything is explained, where there is none yet
    #[arg(long)]
    init: bool,
}

impl Args {
    /// Whether a configuration is to be written.
    pub fn makes_one(&self) -> bool {
        self.init
    }
}

/// `config --json`.
#[derive(Serialize)]
struct Settings {
    path: String,
    exists: bool,
    theme: &'static str,
    glyphs: &'static str,
    editor: String,
    folders: Folders,
    book: String,
    keys: BTreeMap<String, Vec<String>>,
}

#[derive(Serialize)]
struct Folders {
    data: String,
    backups: String,
}

/// Prints the settings, or writes the default.
pub fn run(context: &Context, args: &Args) -> Result<(), Problem> {
    let path = &context.paths.config;
    if args.init {
        let folder = context.paths.config_folder.as_deref();
        config::init(path, folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                Problem::Refused(format!("{} is there already and stays as it is", path.display()))
            }
            _ => Problem::File(format!("could not write {}: {error}", path.display())),
        })?;
    }
    let paths = &context.paths;
    let keys =
        context.config.keys.iter().map(|(command, keys)| {
            (command.clone(), keys.iter().map(ToString::to_string).collect::<Vec<_>>())
        });
    let settings = Settings {
        path: path.display().to_string(),
        exists: path.exists(),
        theme: context.config.theme.word(),
        glyphs: context.config.glyphs.word(),
        editor: surroundings::editor(&context.config),
        folders: Folders {
            data: paths.data.display().to_string(),
            backups: paths.copies.display().to_string(),
        },
        book: paths.book.display().to_string(),
        keys: keys.collect(),
    };
    let mut paper = context.paper();
    if context.form == Form::Json {
        paper.json(&settings)?;
        return Ok(paper.finish()?);
    }
    let there = match (args.init, settings.exists) {
        (true, _) => "written just now",
        (false, true) => "read",
        (false, false) => "not there, `inroads config --init` writes one",
    };
    let mut rows = vec![
        ["config".to_owned(), format!("{} ({there})", settings.path)],
        ["theme".to_owned(), settings.theme.to_owned()],
        ["glyphs".to_owned(), settings.glyphs.to_owned()],
        ["editor".to_owned(), settings.editor],
        ["folders.data".to_owned(), settings.folders.data],
        ["folders.backups".to_owned(), settings.folders.backups],
        ["book".to_owned(), settings.book],
    ];
    rows.extend(settings.keys.iter().map(|(command, keys)| [format!("keys.{command}"), keys.join(" ")]));
    rows.extend(context.keymap().1.into_iter().map(|clash| ["note".to_owned(), clash]));
    paper.columns(&rows, 24)?;
    Ok(paper.finish()?)
}
