//! What the environment says: colours, characters, the editor, the kind of terminal.

use super::config::{Characters, Config, Palette};
use crate::ui::theme::{Colour, Glyphs, Theme};

fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// With everything, or in ASCII without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// As configured.
    Full,
    /// ASCII, no colour.
    Plain,
}

/// The look: what was asked for on the command line, then the environment, then the configuration.
pub fn theme(dress: Dress, config: &Config) -> Theme {
    let plain = dress == Dress::Plain;
    let colour = if plain || config.theme == Palette::None || set("NO_COLOR").is_some() {
        Colour::None
    } else {
        Colour::Sixteen
    };
    let ascii = match config.glyphs {
        Characters::Ascii => true,
        Characters::Unicode => plain,
        Characters::Auto => plain || !utf8(),
    };
    Theme { colour, glyphs: if ascii { Glyphs::Ascii } else { Glyphs::Unicode } }
}

// The locale that counts is the first of these that is set; only one that rules out UTF-8 calls for ASCII.
fn utf8() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    locale.is_none_or(|name| {
        let name = name.to_ascii_lowercase();
        name.contains("utf-8") || name.contains("utf8")
    })
}

/// The editor's command line.
pub fn editor(config: &Config) -> String {
    let configured = config.editor.clone().filter(|editor| !editor.trim().is_empty());
    configured.or_else(|| ["VISUAL", "EDITOR"].into_iter().find_map(set)).unwrap_or_else(|| "vi".to_owned())
}

/// The kind of terminal.
pub fn term() -> Option<String> {
    set("TERM")
}
