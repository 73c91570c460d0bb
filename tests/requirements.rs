//! Every statement of `assets/requirements.txt` has a test that carries its id, or a mark that says why not.

mod source;

use std::collections::BTreeMap;

use source::{Kind, Source, is_test_file, rust_files, tokens};

/// What the list says of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Required,
    NotYet,
    Later,
}

/// The statements: id, such as `s14`, and mark.
fn statements(list: &str) -> BTreeMap<String, Mark> {
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let mut found = BTreeMap::new();
    for line in lines {
        let (id, title) = line.split_once(' ').unwrap_or_else(|| panic!("an id and a title: {line:?}"));
        let mark = match title.split_once(']').map(|(mark, _)| mark) {
            Some("[not-yet") => Mark::NotYet,
            Some("[later") => Mark::Later,
            None => Mark::Required,
            Some(other) => panic!("{other}] is no mark: {line:?}"),
        };
        assert_eq!(found.insert(id.to_lowercase(), mark), None, "{id} stands there twice");
    }
    found
}

/// The ids in the names of test functions, each with where it stands: `s14_...`, `..._s14_...`.
fn carried(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        let code = tokens(&source.text, is_test_file(&source.path));
        let code: Vec<_> = code.iter().filter(|token| token.kind != Kind::Comment).collect();
        for pair in code.windows(2).filter(|pair| pair[0].text == "fn" && pair[1].test) {
            for id in pair[1].text.split('_').filter(|part| is_id(part)) {
                let place = format!("{}:{} {}", source.path, pair[1].line, pair[1].text);
                found.entry(id.to_owned()).or_default().push(place);
            }
        }
    }
    found
}

fn is_id(part: &str) -> bool {
    part.strip_prefix('s').is_some_and(|n| n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// What does not agree, in words.
fn gaps(statements: &BTreeMap<String, Mark>, carried: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut gaps = Vec::new();
    for (id, mark) in statements {
        match (mark, carried.get(id)) {
            (Mark::Required, None) => gaps.push(format!("{id} has no test whose name begins with {id}_")),
            (Mark::NotYet | Mark::Later, Some(places)) => {
                gaps.push(format!("{id} has a test now, take its mark off the list: {}", places.join(", ")));
            }
            (Mark::Required, Some(_)) | (Mark::NotYet | Mark::Later, None) => {}
        }
    }
    for (id, places) in carried.iter().filter(|(id, _)| !statements.contains_key(*id)) {
        gaps.push(format!("{id} is not in the list: {}", places.join(", ")));
    }
    gaps
}

#[test]
fn every_statement_has_its_test_or_its_mark() {
    let statements = statements(include_str!("../assets/requirements.txt"));
    assert_eq!(statements.len(), 90);
    let gaps = gaps(&statements, &carried(&rust_files(&["src", "tests"])));
    assert!(gaps.is_empty(), "\n{}\n", gaps.join("\n"));
}

#[test]
fn the_guard_sees_a_missing_an_early_and_an_unknown_id() {
    let list = statements("# a list\nS01 both\nS02 [later] purpose\nS03 [not-yet] rate\n");
    let source = |text: &str| {
        carried(&[Source { path: "src/x.rs".into(), text: text.into() }]).into_keys().collect::<Vec<_>>()
    };
    assert_eq!(source("fn s01_no_test() {}"), [""; 0]);
    assert_eq!(
        source("#[test]\nfn s01_a() {}\n#[cfg(test)]\nmod t { fn b_s14_s2_s123() {} }"),
        ["s01", "s14"]
    );
    let places = |ids: &[&str]| ids.iter().map(|id| ((*id).to_owned(), vec!["x".to_owned()])).collect();
    assert_eq!(gaps(&list, &places(&["s01"])), [""; 0]);
    assert!(gaps(&list, &places(&[]))[0].contains("s01 has no test"));
    assert!(gaps(&list, &places(&["s01", "s02"]))[0].contains("s02 has a test now"));
    assert!(gaps(&list, &places(&["s01", "s03"]))[0].contains("s03 has a test now"));
    assert!(gaps(&list, &places(&["s01", "s99"]))[0].contains("s99 is not in the list"));
}
