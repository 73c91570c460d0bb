//! Reading the program's own sources as text, for the tests that keep the house, the words and the requirements.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the root of the repository, with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A piece of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// A word, a sign (`::` and `=>` are one), the inside of a string, or the whole comment.
    pub text: String,
    /// Its line, the first being 1.
    pub line: usize,
    /// Whether it stands in an item under `#[cfg(test)]` or `#[test]`.
    pub test: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Sign,
    Text,
    Comment,
}

/// Every Rust source under these folders, in order.
pub fn rust_files(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    paths
        .into_iter()
        .map(|path| Source {
            path: path
                .strip_prefix(root)
                .expect("below the root")
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/"),
            text: fs::read_to_string(&path).expect("a source is text"),
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// Whether the whole file is compiled for tests only.
pub fn is_test_file(path: &str) -> bool {
    path.starts_with("tests/") || path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The tokens of a source; `whole_file_is_test` where the file stands behind `#[cfg(test)] mod tests;`.
pub fn tokens(text: &str, whole_file_is_test: bool) -> Vec<Token> {
    let mut reader = Reader { rest: text, line: 1, found: Vec::new() };
    while reader.step() {}
    let mut tokens = reader.found;
    for token in &mut tokens {
        token.test = whole_file_is_test;
    }
    mark_tests(&mut tokens);
    tokens
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    found: Vec<Token>,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.take(Kind::Comment, 0, end, end);
        } else if self.rest.starts_with("/*") {
            let end = self.rest.find("*/").map_or(self.rest.len(), |at| at + 2);
            self.take(Kind::Comment, 0, end, end);
        } else if let Some((start, end, after)) = string(self.rest) {
            self.take(Kind::Text, start, end, after);
        } else if let Some(length) = letter(self.rest) {
            self.skip(length);
        } else if first.is_alphanumeric() || first == '_' {
            let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest.len());
            self.take(Kind::Word, 0, end, end);
        } else {
            let double = ["::", "=>"].iter().any(|sign| self.rest.starts_with(sign));
            let end = if double { 2 } else { first.len_utf8() };
            self.take(Kind::Sign, 0, end, end);
        }
        true
    }

    fn take(&mut self, kind: Kind, start: usize, end: usize, after: usize) {
        let text = self.rest[start..end].to_owned();
        self.found.push(Token { kind, text, line: self.line, test: false });
        self.skip(after);
    }

    fn skip(&mut self, bytes: usize) {
        self.line += self.rest[..bytes].matches('\n').count();
        self.rest = &self.rest[bytes..];
    }
}

// A string at the front: where its inside begins and ends, and what follows it.
fn string(rest: &str) -> Option<(usize, usize, usize)> {
    let mark = rest.find(|c| c != 'b' && c != 'c' && c != 'r' && c != '#')?;
    let prefix = &rest[..mark];
    if !rest[mark..].starts_with('"')
        || !["", "b", "c", "r", "br", "cr"].contains(&prefix.trim_end_matches('#'))
    {
        return None;
    }
    let inside = &rest[mark + 1..];
    if prefix.contains('r') {
        let close = format!("\"{}", "#".repeat(prefix.matches('#').count()));
        let end = inside.find(&close).unwrap_or(inside.len());
        return Some((mark + 1, mark + 1 + end, (mark + 1 + end + close.len()).min(rest.len())));
    }
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '"' if !escaped => return Some((mark + 1, mark + 1 + at, mark + 2 + at)),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

// The length of a character in quotes at the front; a lifetime is none.
fn letter(rest: &str) -> Option<usize> {
    let prefix = if rest.starts_with("b'") { 2 } else { 1 };
    let inside = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('\'')?;
    let mut chars = inside.char_indices();
    let (_, first) = chars.next()?;
    if first == '\\' {
        let (_, escaped) = chars.next()?;
        let from = 1 + escaped.len_utf8();
        return inside[from..].find('\'').map(|at| prefix + from + at + 1);
    }
    (chars.next()?.1 == '\'').then(|| prefix + first.len_utf8() + 1)
}

// An item under `#[cfg(test)]` or `#[test]` reaches to its `;` or to the end of its braces.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        if !is_test_attribute(&tokens[at..]) {
            at += 1;
            continue;
        }
        let (mut depth, mut end) = (0, at);
        while end < tokens.len() {
            let sign = (tokens[end].kind == Kind::Sign).then_some(tokens[end].text.as_str());
            match sign {
                Some("{" | "(" | "[") => depth += 1,
                Some("}" | ")" | "]") => depth -= 1,
                _ => {}
            }
            let closed = depth == 0 && matches!(sign, Some("}" | ";"));
            tokens[end].test = true;
            end += 1;
            if closed {
                break;
            }
        }
        at = end;
    }
}

fn is_test_attribute(tokens: &[Token]) -> bool {
    let begins = |words: &[&str]| {
        let mut code = tokens.iter().filter(|token| token.kind != Kind::Comment);
        words.iter().all(|word| code.next().is_some_and(|token| token.text == *word))
    };
    begins(&["#", "[", "cfg", "(", "test", ")", "]"]) || begins(&["#", "[", "test", "]"])
}
