//! The configuration: a small TOML file that is there only when the user asked for it. What is not understood is named
//! with its line, never passed over.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::paths;
use crate::app::key::{self, Key};
use crate::app::keymap::TABLE;
use crate::app::nearest::nearest;

/// What a new configuration holds: every key, explained, none of them on.
pub const DEFAULT: &str = include_str!("../../assets/config.toml");

/// What the user configured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Which colours, where it says so.
    pub theme: Option<Palette>,
    /// Which characters, where it says so.
    pub glyphs: Option<Characters>,
    /// The editor's command line.
    pub editor: Option<String>,
    /// The folder of all data.
    pub data: Option<PathBuf>,
    /// The folder of backups.
    pub backups: Option<PathBuf>,
    /// The folder of the user's own templates.
    pub templates: Option<PathBuf>,
    /// Keys by command.
    pub keys: BTreeMap<String, Vec<Key>>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$item])* $variant),+
        }

        impl $name {
            const ALL: &[(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            /// The word in the file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }
    };
}

words! {
    /// Which colours.
    Palette {
        /// The terminal's sixteen.
        Terminal = "terminal",
        /// None.
        None = "none",
    }
}

words! {
    /// Which characters.
    Characters {
        /// By the locale.
        Auto = "auto",
        /// All.
        Unicode = "unicode",
        /// ASCII alone.
        Ascii = "ascii",
    }
}

/// Whether a file that is not there is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It is as if it were empty.
    Fine,
    /// The user named it, so it has to be there.
    Wrong,
}

/// Why a configuration could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// The file could not be read.
    Unread(String),
    /// Something in it is not understood.
    Wrong(String),
}

/// Reads the configuration in this file.
///
/// # Errors
/// Names the file and, where something in it is not understood, the line and what may be meant.
pub fn load(path: &Path, missing: Missing) -> Result<Config, NotTaken> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if missing == Missing::Fine && error.kind() == io::ErrorKind::NotFound => {
            return Ok(Config::default());
        }
        Err(error) => {
            let path = path.display();
            return Err(NotTaken::Unread(format!("could not read the configuration {path}: {error}")));
        }
    };
    read(&text).map_err(|Mistake { span, why }| {
        let line = text[..span.start.min(text.len())].matches('\n').count() + 1;
        NotTaken::Wrong(format!("{}, line {line}: {why}", path.display()))
    })
}

/// Writes the default with everything explained, for the owner alone, where there is no file yet; its folder is made
/// where it is ours to make.
///
/// # Errors
/// Where there is one already, or it cannot be written.
pub fn init(path: &Path, folder: Option<&Path>) -> io::Result<()> {
    if let Some(folder) = folder {
        paths::private_folder(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(DEFAULT.as_bytes())?;
    file.sync_all()
}

/// Something that is not understood, and where.
#[derive(Debug)]
struct Mistake {
    span: Range<usize>,
    why: String,
}

impl Mistake {
    fn new(span: Range<usize>, why: impl Into<String>) -> Self {
        Self { span, why: why.into() }
    }
}

type Value<'i> = Spanned<DeValue<'i>>;

fn read(text: &str) -> Result<Config, Mistake> {
    let table = DeTable::parse(text)
        .map_err(|error| Mistake::new(error.span().unwrap_or(0..0), error.message().to_owned()))?;
    let mut config = Config::default();
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "theme" => config.theme = Some(one_of(value, Palette::ALL)?),
            "glyphs" => config.glyphs = Some(one_of(value, Characters::ALL)?),
            "editor" => config.editor = Some(text_of(value)?.to_owned()),
            "folders" => folders(&mut config, inner(value)?)?,
            "keys" => config.keys = keys(inner(value)?)?,
            other => {
                return Err(unknown(key.span(), other, &["theme", "glyphs", "editor", "folders", "keys"]));
            }
        }
    }
    Ok(config)
}

fn folders(config: &mut Config, table: &DeTable<'_>) -> Result<(), Mistake> {
    for (key, value) in table {
        let folder = match key.get_ref().as_ref() {
            "data" => &mut config.data,
            "backups" => &mut config.backups,
            "templates" => &mut config.templates,
            other => return Err(unknown(key.span(), other, &["data", "backups", "templates"])),
        };
        let path = PathBuf::from(paths::expand(text_of(value)?));
        if !path.is_absolute() {
            return Err(Mistake::new(value.span(), "a folder is a whole path, beginning with / or ~/"));
        }
        *folder = Some(path);
    }
    Ok(())
}

fn keys(table: &DeTable<'_>) -> Result<BTreeMap<String, Vec<Key>>, Mistake> {
    let mut chosen = BTreeMap::new();
    for (command, value) in table {
        let name = command.get_ref().as_ref();
        if !TABLE.iter().any(|binding| binding.command == name) {
            let known: Vec<&str> = TABLE.iter().map(|binding| binding.command).collect();
            let meant = did_you_mean(name, &known);
            let why = format!("there is no command {name:?}{meant}; ? in the program lists them");
            return Err(Mistake::new(command.span(), why));
        }
        let list = value.get_ref().as_array().ok_or_else(|| {
            Mistake::new(value.span(), "keys are a list of texts, such as [\"j\", \"<down>\"]")
        })?;
        let mut keys = Vec::new();
        for item in list {
            let text = text_of(item)?;
            let key = key::parse(text).ok_or_else(|| {
                let why = format!("{text:?} is not one key: use j, <enter>, <c-d>, <f2>, <lt> for <");
                Mistake::new(item.span(), why)
            })?;
            keys.push(key);
        }
        chosen.insert(name.to_owned(), keys);
    }
    Ok(chosen)
}

fn text_of<'a>(value: &'a Value<'_>) -> Result<&'a str, Mistake> {
    value.get_ref().as_str().ok_or_else(|| Mistake::new(value.span(), "this has to be a text in quotes"))
}

fn inner<'a, 'i>(value: &'a Value<'i>) -> Result<&'a DeTable<'i>, Mistake> {
    value.get_ref().as_table().ok_or_else(|| Mistake::new(value.span(), "this has to be a table of its own"))
}

fn one_of<T: Copy>(value: &Value<'_>, words: &[(&'static str, T)]) -> Result<T, Mistake> {
    let text = text_of(value)?;
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let meant = did_you_mean(text, &known);
        Mistake::new(value.span(), format!("{text:?} is none of {}{meant}", known.join(", ")))
    })
}

fn unknown(span: Range<usize>, key: &str, known: &[&str]) -> Mistake {
    let meant = did_you_mean(key, known);
    Mistake::new(span, format!("there is no key {key:?}{meant}; there is {}", known.join(", ")))
}

fn did_you_mean(typed: &str, known: &[&str]) -> String {
    nearest(typed, known.iter().copied()).map_or_else(String::new, |word| format!(", did you mean {word:?}?"))
}

#[cfg(test)]
mod tests;
