//! Keeps the house as `src/lib.rs` draws it: reads the sources as text and names every place that breaks a rule.

#[path = "house/guard.rs"]
mod guard;
#[path = "house/plan.rs"]
mod plan;
mod source;

use plan::{ASKS_THE_TIME, CLOCK, FLOORS, LONGEST, NO_NAMES, ONE_ARROW, ONE_FILE, ONLY_IN, TABLES};
use source::{Kind, Source, Token, is_test_file, rust_files, tokens};

#[test]
fn the_house_stands() {
    let crates = vendor_crates(include_str!("../Cargo.toml"));
    let mut broken = Vec::new();
    for source in rust_files(&["src", "tests", "benches", "examples"]) {
        broken.extend(check(&source, &crates));
    }
    assert!(broken.is_empty(), "\n{} broken rules of the house:\n{}\n", broken.len(), broken.join("\n"));
}

/// The crates that the program is built on, as they are written in paths.
fn vendor_crates(manifest: &str) -> Vec<String> {
    let lines = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().replace('-', "_")))
        .collect()
}

/// Every rule that a source breaks, each as `file:line: rule: reason`.
fn check(source: &Source, crates: &[String]) -> Vec<String> {
    let path = source.path.as_str();
    let mut broken = Vec::new();
    let mut no =
        |line: usize, rule: &str, reason: &str| broken.push(format!("{path}:{line}: {rule}: {reason}"));

    if !source.text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 8) {
        no(1, "no first line", "a file begins with a //! line that says what the room is for");
    }
    let lines = source.text.lines().count();
    if lines > LONGEST && !TABLES.iter().any(|table| path.starts_with(table)) {
        no(lines, "too long", "400 lines at most: open another room");
    }
    let words = path.trim_end_matches(".rs").split(['/', '_']);
    if let Some(word) = words.into_iter().find(|word| NO_NAMES.contains(word)) {
        no(1, word, "a name says what is in the room");
    }
    let Some(inside) = path.strip_prefix("src/") else { return broken };

    let all = tokens(&source.text, is_test_file(path));
    for (line, attribute) in bare_allows(&all) {
        no(line, &attribute, "say why, in the attribute or in a comment beside it");
    }
    let code: Vec<Token> = all.into_iter().filter(|token| token.kind != Kind::Comment).collect();
    for pair in code.windows(3).filter(|pair| !pair[0].test) {
        if pair[0].text == "." && pair[1].text == "unwrap" && pair[2].text == "(" {
            no(pair[1].line, "unwrap", "an expect states the invariant");
        }
    }

    let name = inside.split_once('/').map_or(inside, |(floor, _)| floor);
    let floor = FLOORS.iter().find(|floor| floor.name == name);
    if floor.is_none() && inside != "lib.rs" {
        no(1, "no floor", "every room is on a floor of the house");
    }
    for found in mentions(&code, path) {
        let whole = found.parts.join("::");
        if let Some(floor) = floor {
            if let Some(below) = found.floor().filter(|below| *below != floor.name)
                && !floor.below.contains(&below)
                && !ONE_ARROW.iter().any(|(file, to, _)| *file == path && *to == below)
            {
                no(found.line, &whole, &format!("{} does not know {below}", floor.name));
            }
            if let Some(vendor) = found.vendor(crates).filter(|_| !found.test) {
                let here = floor.crates.contains(&vendor) || ONE_FILE.contains(&(path, vendor));
                if !here {
                    no(found.line, &whole, &format!("{} does not know the crate {vendor}", floor.name));
                }
            }
        }
        for (what, places, reason) in ONLY_IN.iter().filter(|_| !found.test) {
            let there = whole == *what || whole.starts_with(&format!("{what}::"));
            if there && !places.iter().any(|place| path.starts_with(place)) {
                no(found.line, &whole, reason);
            }
        }
        let asks = found.parts.windows(2).any(|two| {
            let fits = |part: &str, wanted: &str| wanted.is_empty() || part == wanted;
            ASKS_THE_TIME.iter().any(|(before, after)| fits(&two[0], before) && fits(&two[1], after))
        });
        if asks && !found.test && path != CLOCK {
            no(found.line, &whole, "only the clock asks the time; below it is an argument");
        }
    }
    broken
}

/// `allow` and `expect` attributes without a reason in them, and without a comment on their line or the one before.
fn bare_allows(all: &[Token]) -> Vec<(usize, String)> {
    let comments: Vec<usize> = all
        .iter()
        .filter(|t| t.kind == Kind::Comment && !t.text.starts_with("///") && !t.text.starts_with("//!"))
        .map(|t| t.line)
        .collect();
    let code: Vec<&Token> = all.iter().filter(|token| token.kind != Kind::Comment).collect();
    let mut bare = Vec::new();
    for (at, token) in code.iter().enumerate() {
        let opens = at > 0 && code[at - 1].text == "[" && code.get(at + 1).is_some_and(|t| t.text == "(");
        if !opens || !(token.text == "allow" || token.text == "expect") {
            continue;
        }
        let inside: Vec<&str> =
            code[at + 2..].iter().take_while(|t| t.text != "]").map(|t| t.text.as_str()).collect();
        let beside = comments.iter().any(|line| *line == token.line || *line + 1 == token.line);
        if !inside.contains(&"reason") && !beside {
            bare.push((token.line, format!("{}({}", token.text, inside.concat())));
        }
    }
    bare
}

/// A path as it is written, `super` already followed as far as it can be told, or the name of a macro with its `!`.
struct Mention {
    parts: Vec<String>,
    line: usize,
    test: bool,
}

impl Mention {
    /// The floor that it leads to.
    fn floor(&self) -> Option<&str> {
        let [root, floor, ..] = self.parts.as_slice() else { return None };
        let ours = root == "crate" || root == "inroads";
        FLOORS.iter().map(|floor| floor.name).find(|name| ours && name == floor)
    }

    /// The crate that it leads to.
    fn vendor<'a>(&self, crates: &'a [String]) -> Option<&'a str> {
        crates.iter().find(|name| self.parts.len() > 1 && **name == self.parts[0]).map(String::as_str)
    }
}

fn mentions(code: &[Token], path: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let before = at.checked_sub(1).map_or("", |before| code[before].text.as_str());
        if code[at].kind != Kind::Word || before == "." {
            at += 1;
        } else if code.get(at + 1).is_some_and(|next| next.text == "!") {
            let parts = vec![format!("{}!", code[at].text)];
            found.push(Mention { parts, line: code[at].line, test: code[at].test });
            at += 1;
        } else {
            at = follow(code, at, &mut Vec::new(), &mut found);
        }
    }
    for mention in &mut found {
        let ups = mention.parts.iter().take_while(|part| *part == "super").count();
        if ups > 0 && ups >= depth(path) {
            mention.parts.splice(..ups, ["crate".to_owned()]);
        }
    }
    found
}

// `src/app/act/form.rs` is `crate::app::act::form`: three steps up are the root.
fn depth(path: &str) -> usize {
    let module = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    module.split('/').count()
}

// Reads the path or the braces of paths at `at`, and gives back the place after it.
fn follow(code: &[Token], mut at: usize, so_far: &mut Vec<String>, found: &mut Vec<Mention>) -> usize {
    let kept = so_far.len();
    while let Some(token) = code.get(at) {
        if token.kind == Kind::Word || token.text == "*" {
            so_far.push(token.text.clone());
            at += 1;
            if code.get(at).is_some_and(|next| next.text == "::") {
                at += 1;
                continue;
            }
            found.push(Mention { parts: so_far.clone(), line: token.line, test: token.test });
        } else if token.text == "{" && kept < so_far.len() {
            at += 1;
            while let Some(inner) = code.get(at) {
                at = match inner.text.as_str() {
                    "}" => {
                        at += 1;
                        break;
                    }
                    "," => at + 1,
                    _ => follow(code, at, so_far, found).max(at + 1),
                };
            }
        }
        break;
    }
    so_far.truncate(kept);
    at
}
