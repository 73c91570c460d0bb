//! The one list of words that no screen says, kept over every text in the sources.

mod source;

use source::{Kind, is_test_file, rust_files, tokens};

/// Words that judge, blame or push; searched in lower case.
const NEVER: &[&str] = &["rejected", "refused", "ignored you", "ghosted", "failed", "loser", "streak"];

/// Texts that nobody reads on a screen: the file, and the whole text. These two are only read where a user types them.
const NOT_SHOWN: &[(&str, &str)] = &[("src/cli/settle.rs", "rejected"), ("src/cli/settle.rs", "refused")];

/// Every text of the program outside its tests; in `src/cli` also the `///` lines that clap makes its help of.
fn texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for file in rust_files(&["src"]) {
        let help = file.path.starts_with("src/cli/") && file.text.contains("clap::");
        for token in tokens(&file.text, is_test_file(&file.path)) {
            let shown = token.kind == Kind::Text || (help && token.text.starts_with("///"));
            if shown && !token.test {
                found.push((format!("{}:{}", file.path, token.line), token.text));
            }
        }
    }
    found
}

fn said(texts: &[(String, String)]) -> Vec<String> {
    let allowed = |place: &str, text: &str| {
        NOT_SHOWN.iter().any(|(file, whole)| place.starts_with(&format!("{file}:")) && text == *whole)
    };
    texts
        .iter()
        .filter(|(place, text)| !allowed(place, text))
        .filter_map(|(place, text)| {
            let lower = text.to_lowercase();
            let word = NEVER.iter().find(|word| lower.contains(**word))?;
            Some(format!("{place}: \"{word}\" in {text:?}"))
        })
        .collect()
}

#[test]
fn s10_s12_s88_no_text_of_the_program_judges_blames_or_pushes() {
    let texts = texts();
    assert!(texts.len() > 500, "the sources were read");
    let said = said(&texts);
    assert!(said.is_empty(), "\nwords that no screen says:\n{}\n", said.join("\n"));
}

#[test]
fn the_list_is_heard_in_any_case_and_inside_a_sentence() {
    let text = |text: &str| vec![("src/x.rs:1".to_owned(), text.to_owned())];
    assert_eq!(said(&text("They Rejected you")).len(), 1);
    assert_eq!(said(&text("Failed to read")).len(), 1);
    assert_eq!(said(&text("declined: they said so")).len(), 0);
}
