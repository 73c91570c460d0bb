//! What the environment says: colours, characters, the editor, the kind of terminal; and where each setting comes from.

use std::fmt;

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

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// The configuration.
    File,
    /// This variable of the environment.
    Environment(&'static str),
    /// This option of the command line.
    Option(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::File => f.write_str("file"),
            Origin::Environment(name) => write!(f, "environment {name}"),
            Origin::Option(name) => write!(f, "option {name}"),
        }
    }
}

/// A setting in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// What it is.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Said<T> {
    /// A setting and where it comes from.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// What was asked for on the command line, then the environment, then the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Which colours.
    pub theme: Said<Palette>,
    /// Which characters: no longer by the locale, but what that comes to.
    pub glyphs: Said<Characters>,
    /// The editor's command line.
    pub editor: Said<String>,
}

/// The settings in force here.
pub fn settings(dress: Dress, config: &Config) -> Settings {
    resolve(dress, config, &set)
}

/// Where a folder of the system's own choice comes from: the variable that names the one above it, or nobody.
pub fn folder(variable: &'static str, folder: &std::path::Path) -> Origin {
    let named = set(variable).is_some_and(|above| folder.starts_with(above));
    if named { Origin::Environment(variable) } else { Origin::Default }
}

fn resolve(dress: Dress, config: &Config, set: &dyn Fn(&str) -> Option<String>) -> Settings {
    Settings {
        theme: match (dress, config.theme) {
            (Dress::Plain, _) => Said::new(Palette::None, Origin::Option("--plain")),
            (Dress::Full, _) if set("NO_COLOR").is_some() => {
                Said::new(Palette::None, Origin::Environment("NO_COLOR"))
            }
            (Dress::Full, Some(theme)) => Said::new(theme, Origin::File),
            (Dress::Full, None) => Said::new(Palette::Terminal, Origin::Default),
        },
        glyphs: match (dress, config.glyphs) {
            (Dress::Plain, _) => Said::new(Characters::Ascii, Origin::Option("--plain")),
            (Dress::Full, Some(Characters::Ascii)) => Said::new(Characters::Ascii, Origin::File),
            (Dress::Full, Some(Characters::Unicode)) => Said::new(Characters::Unicode, Origin::File),
            (Dress::Full, Some(Characters::Auto) | None) => by_locale(set),
        },
        editor: editor_in(config, set),
    }
}

// The locale that counts is the first of these that is set; only one that rules out UTF-8 calls for ASCII.
fn by_locale(set: &dyn Fn(&str) -> Option<String>) -> Said<Characters> {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| Some((name, set(name)?)));
    let Some((variable, locale)) = locale else {
        return Said::new(Characters::Unicode, Origin::Default);
    };
    let locale = locale.to_ascii_lowercase();
    let utf8 = locale.contains("utf-8") || locale.contains("utf8");
    let characters = if utf8 { Characters::Unicode } else { Characters::Ascii };
    Said::new(characters, Origin::Environment(variable))
}

fn editor_in(config: &Config, set: &dyn Fn(&str) -> Option<String>) -> Said<String> {
    if let Some(editor) = config.editor.clone().filter(|editor| !editor.trim().is_empty()) {
        return Said::new(editor, Origin::File);
    }
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| Some((name, set(name)?)));
    match named {
        Some((variable, editor)) => Said::new(editor, Origin::Environment(variable)),
        None => Said::new("vi".to_owned(), Origin::Default),
    }
}

/// The look.
pub fn theme(dress: Dress, config: &Config) -> Theme {
    let Settings { theme, glyphs, editor: _ } = settings(dress, config);
    Theme {
        colour: match theme.value {
            Palette::Terminal => Colour::Sixteen,
            Palette::None => Colour::None,
        },
        glyphs: match glyphs.value {
            Characters::Ascii => Glyphs::Ascii,
            Characters::Unicode | Characters::Auto => Glyphs::Unicode,
        },
    }
}

/// The editor's command line.
pub fn editor(config: &Config) -> String {
    editor_in(config, &set).value
}

/// The kind of terminal.
pub fn term() -> Option<String> {
    set("TERM")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(dress: Dress, config: &Config, variables: &[(&str, &str)]) -> Settings {
        let set = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        resolve(dress, config, &set)
    }

    #[test]
    fn no_color_wins_over_the_file_and_plain_over_both() {
        let none = Config::default();
        let coloured = Config { theme: Some(Palette::Terminal), ..Config::default() };
        let no_color = [("NO_COLOR", "1")];
        let theme = |dress, config, variables| with(dress, config, variables).theme;
        assert_eq!(theme(Dress::Full, &none, &[]), Said::new(Palette::Terminal, Origin::Default));
        assert_eq!(theme(Dress::Full, &coloured, &[]), Said::new(Palette::Terminal, Origin::File));
        let without = Said::new(Palette::None, Origin::Environment("NO_COLOR"));
        assert_eq!(theme(Dress::Full, &coloured, &no_color), without);
        let plain = Said::new(Palette::None, Origin::Option("--plain"));
        assert_eq!(theme(Dress::Plain, &coloured, &no_color), plain);
    }

    #[test]
    fn a_locale_without_utf_8_calls_for_ascii_and_the_first_that_is_set_counts() {
        let auto = Config::default();
        for (variables, characters, from) in [
            (&[][..], Characters::Unicode, Origin::Default),
            (&[("LANG", "de_DE.UTF-8")], Characters::Unicode, Origin::Environment("LANG")),
            (&[("LANG", "C.utf8")], Characters::Unicode, Origin::Environment("LANG")),
            (&[("LANG", "C")], Characters::Ascii, Origin::Environment("LANG")),
            (&[("LANG", "C"), ("LC_ALL", "en_GB.UTF-8")], Characters::Unicode, Origin::Environment("LC_ALL")),
            (
                &[("LANG", "en_GB.UTF-8"), ("LC_CTYPE", "POSIX")],
                Characters::Ascii,
                Origin::Environment("LC_CTYPE"),
            ),
        ] {
            let glyphs = with(Dress::Full, &auto, variables).glyphs;
            assert_eq!(glyphs, Said::new(characters, from), "{variables:?}");
        }
    }

    #[test]
    fn the_file_wins_over_the_locale_unless_it_says_auto() {
        let glyphs = |glyphs, dress| {
            with(dress, &Config { glyphs: Some(glyphs), ..Config::default() }, &[("LANG", "C")]).glyphs
        };
        let (file, lang) = (Origin::File, Origin::Environment("LANG"));
        assert_eq!(glyphs(Characters::Unicode, Dress::Full), Said::new(Characters::Unicode, file));
        assert_eq!(glyphs(Characters::Ascii, Dress::Full), Said::new(Characters::Ascii, file));
        assert_eq!(glyphs(Characters::Auto, Dress::Full), Said::new(Characters::Ascii, lang));
        let plain = Said::new(Characters::Ascii, Origin::Option("--plain"));
        assert_eq!(glyphs(Characters::Unicode, Dress::Plain), plain);
    }

    #[test]
    fn the_editor_is_that_of_the_file_then_visual_then_editor_then_vi() {
        let editor = |own: Option<&str>, variables: &[(&str, &str)]| {
            let config = Config { editor: own.map(str::to_owned), ..Config::default() };
            with(Dress::Full, &config, variables).editor
        };
        let said = |value: &str, origin| Said::new(value.to_owned(), origin);
        let both = [("EDITOR", "ed"), ("VISUAL", "nano")];
        assert_eq!(editor(Some("code --wait"), &both), said("code --wait", Origin::File));
        assert_eq!(editor(Some(" "), &both), said("nano", Origin::Environment("VISUAL")));
        assert_eq!(editor(None, &both[..1]), said("ed", Origin::Environment("EDITOR")));
        assert_eq!(editor(None, &[]), said("vi", Origin::Default));
    }
}
