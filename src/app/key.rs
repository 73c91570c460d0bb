//! A key as the program knows it, and the notation for keys: `j`, `<enter>`, `<c-d>`, `<f2>`.

use std::fmt;

use crate::domain::refusal::Refusal;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, upper case where shift made it so.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; shift-tab is [`Code::BackTab`].
    Tab,
    /// Shift-tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift, where the key itself does not say so.
    pub shift: bool,
}

const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("s-tab", Code::BackTab),
    ("bs", Code::Backspace),
    ("del", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

impl Key {
    /// The bare key.
    pub const fn of(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character that the key types into a text, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    fn parse_named(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == lower) {
            return Some(Self::of(*code));
        }
        if let Some(number) =
            lower.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=12).contains(n))
        {
            return Some(Self::of(Code::F(number)));
        }
        let (modifier, rest) = name.split_once('-')?;
        let inner = match rest.chars().count() {
            1 => Self::of(Code::Char(rest.chars().next()?)),
            _ => Self::parse_named(rest)?,
        };
        match modifier.to_lowercase().as_str() {
            "c" => Some(Self { ctrl: true, ..inner }),
            "a" => Some(Self { alt: true, ..inner }),
            "s" => Some(Self { shift: true, ..inner }),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Enter => f.write_str("Enter"),
            Code::Esc => f.write_str("Esc"),
            Code::Tab => f.write_str("Tab"),
            Code::BackTab => f.write_str("Shift-Tab"),
            Code::Backspace => f.write_str("Backspace"),
            Code::Delete => f.write_str("Del"),
            Code::Up => f.write_str("↑"),
            Code::Down => f.write_str("↓"),
            Code::Left => f.write_str("←"),
            Code::Right => f.write_str("→"),
            Code::Home => f.write_str("Home"),
            Code::End => f.write_str("End"),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::F(number) => write!(f, "F{number}"),
        }
    }
}

/// Reads a script such as `jj<tab>s<enter>`.
///
/// # Errors
/// Names the part between `<` and `>` that is no key.
pub fn parse_script(script: &str) -> Result<Vec<Key>, Refusal> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
        if let Some((name, after)) = named {
            let key = Key::parse_named(name).ok_or_else(|| {
                Refusal::new(format!(
                    "<{name}> is no key: use <enter>, <esc>, <tab>, <c-d>, <f2>, <lt> for <"
                ))
            })?;
            keys.push(key);
            rest = after;
        } else {
            keys.push(if c == '\n' { Key::of(Code::Enter) } else { Key::of(Code::Char(c)) });
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(keys)
}

/// Reads one key in the same notation; for tables that are fixed in the program.
pub fn parse(text: &str) -> Option<Key> {
    match parse_script(text).ok()?.as_slice() {
        [key] => Some(*key),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_read_key_by_key() {
        let keys = parse_script("jG<c-d><S-Tab><f2><lt>é<space>").expect("a script");
        let shown: Vec<String> = keys.iter().map(Key::to_string).collect();
        assert_eq!(shown, ["j", "G", "Ctrl-d", "Shift-Tab", "F2", "<", "é", "Space"]);
    }

    #[test]
    fn what_is_no_key_is_named() {
        assert!(parse_script("j<hyper>").expect_err("no key").as_str().contains("<hyper>"));
        assert_eq!(parse_script("a<b").expect("a lone < is typed").len(), 3);
        assert_eq!(parse("jj"), None);
    }
}
