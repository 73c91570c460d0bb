//! `config`: the settings in force and where they come from; `--init` writes a file to change.

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::args::Global;
use super::context::{Context, Form};
use super::problem::Problem;
use super::shapes;
use crate::runtime::config;
use crate::runtime::surroundings::{self, Origin};

/// Print the settings in force and where they come from.
#[derive(Debug, clap::Args)]
#[command(after_help = shapes::of("config"))]
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
    origins: Origins,
}

#[derive(Serialize)]
struct Folders {
    data: String,
    backups: String,
    templates: String,
}

/// Where each of them comes from; keys come from the file.
#[derive(Serialize)]
struct Origins {
    path: String,
    theme: String,
    glyphs: String,
    editor: String,
    data: String,
    backups: String,
    book: String,
    templates: String,
}

impl Origins {
    fn of(context: &Context, global: &Global, look: &surroundings::Settings) -> Self {
        let (paths, config) = (&context.paths, &context.config);
        let data = match &config.data {
            Some(_) => Origin::File,
            None => surroundings::folder("XDG_DATA_HOME", &paths.data),
        };
        let book = global.db.as_ref().map(|_| Origin::Option("--db"));
        let backups = match &config.backups {
            Some(_) => Origin::File,
            None => data,
        };
        let path = match &global.config {
            Some(_) => Origin::Option("--config"),
            None => surroundings::folder("XDG_CONFIG_HOME", &paths.config),
        };
        Self {
            path: path.to_string(),
            theme: look.theme.origin.to_string(),
            glyphs: look.glyphs.origin.to_string(),
            editor: look.editor.origin.to_string(),
            data: data.to_string(),
            backups: book.unwrap_or(backups).to_string(),
            book: book.unwrap_or(data).to_string(),
            templates: config.templates.as_ref().map_or(data, |_| Origin::File).to_string(),
        }
    }
}

/// Prints the settings, or writes the default.
pub fn run(context: &Context, global: &Global, args: &Args) -> Result<(), Problem> {
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
    let look = surroundings::settings(context.dress, &context.config);
    let settings = Settings {
        path: path.display().to_string(),
        exists: path.exists(),
        theme: look.theme.value.word(),
        glyphs: look.glyphs.value.word(),
        origins: Origins::of(context, global, &look),
        editor: look.editor.value,
        folders: Folders {
            data: paths.data.display().to_string(),
            backups: paths.copies.display().to_string(),
            templates: paths.templates.display().to_string(),
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
    let Settings { path, exists: _, theme, glyphs, editor, folders, book, keys, origins } = settings;
    let row = |name: &str, origin: String, value: String| [name.to_owned(), origin, value];
    let mut rows = vec![
        row("config", origins.path, format!("{path} ({there})")),
        row("theme", origins.theme, theme.to_owned()),
        row("glyphs", origins.glyphs, glyphs.to_owned()),
        row("editor", origins.editor, editor),
        row("folders.data", origins.data, folders.data),
        row("folders.backups", origins.backups, folders.backups),
        row("folders.templates", origins.templates, folders.templates),
        row("book", origins.book, book),
    ];
    rows.extend(
        keys.iter()
            .map(|(command, keys)| row(&format!("keys.{command}"), Origin::File.to_string(), keys.join(" "))),
    );
    rows.extend(context.keymap().1.into_iter().map(|clash| row("note", String::new(), clash)));
    paper.columns(&rows, 27)?;
    Ok(paper.finish()?)
}
