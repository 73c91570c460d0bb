//! The guard can fail: each rule, broken on purpose.

use super::*;

fn broken(path: &str, code: &str) -> Vec<String> {
    let crates = vendor_crates("[dependencies]\nchrono = 1\ntui-textarea = 1\nzip = 1\n[lints]\nunsafe = 1");
    let text = format!("//! A room for the guard.\n{code}\n");
    check(&Source { path: path.into(), text }, &crates)
}

fn breaks(path: &str, code: &str, reason: &str) {
    let found = broken(path, code);
    assert!(found.len() == 1 && found[0].contains(reason), "{path}: {code}: {found:?}");
}

fn stands(path: &str, code: &str) {
    assert_eq!(broken(path, code), [""; 0], "{path}: {code}");
}

#[test]
fn arrows_go_only_downward_however_they_are_written() {
    stands("src/app/x.rs", "use crate::{domain::id, insight::stage};\nuse crate::domain::{self, x::{y, z}};");
    breaks("src/domain/x.rs", "use crate::app::state::State;", "domain does not know app");
    breaks("src/store/x.rs", "use crate::{domain::id, exchange::{a}};", "does not know exchange");
    breaks("src/insight/x.rs", "fn f() { super::super::app::act(); }", "insight does not know app");
    breaks("src/ui/a/b.rs", "use super::super::super::runtime::clock;", "ui does not know runtime");
    breaks("src/main.rs", "fn main() { inroads::app::x() }", "main.rs does not know app");
    stands("src/ui/a/b.rs", "use super::super::runtime;");
    stands("src/app/x.rs", "// crate::runtime::x\nconst X: &str = \"crate::runtime::x\";");
}

#[test]
fn crates_stay_on_their_floors() {
    stands("src/domain/x.rs", "use chrono::NaiveDate;");
    breaks("src/app/x.rs", "fn f(d: chrono::NaiveDate) {}", "app does not know the crate chrono");
    breaks("src/app/x.rs", "use tui_textarea::{TextArea};", "the crate tui_textarea");
    stands("src/app/editor/mod.rs", "use tui_textarea::TextArea;");
    stands("src/app/x.rs", "#[cfg(test)]\nmod tests { use zip::Zip; }");
    stands("src/app/x.rs", "fn f() { self.zip::<u8>(); a.zip(b); }");
}

#[test]
fn files_threads_and_prints_have_their_places() {
    breaks("src/exchange/x.rs", "use std::{fs::File, io::Read};", "files are opened by the hands");
    stands("src/store/x.rs", "use std::fs;");
    breaks("src/app/x.rs", "fn f() { std::env::var(\"HOME\"); }", "the surroundings");
    breaks("src/runtime/x.rs", "use std::net::TcpStream;", "no network");
    breaks("src/ui/x.rs", "fn f() { println!(\"x\") }", "only the command line prints");
    stands("src/cli/x.rs", "fn f() { println!(\"x\") }");
}

#[test]
fn only_the_clock_asks_the_time() {
    breaks("src/runtime/x.rs", "fn f() { Instant::now() }", "only the clock");
    breaks("src/domain/x.rs", "use chrono::Local;", "only the clock");
    stands("src/runtime/clock.rs", "fn f() { chrono::Local::now() }");
    stands("src/domain/x.rs", "fn f(state: &State) { state.now; Disk::Local }");
}

#[test]
fn unwrap_stays_in_tests() {
    breaks("src/app/x.rs", "fn f() { a.unwrap() }", "an expect states the invariant");
    stands("src/app/x.rs", "fn f() { a.unwrap_or(1) }\n#[test]\nfn t() { a.unwrap() }");
    stands("src/app/x/tests.rs", "fn f() { a.unwrap() }");
    breaks("src/app/x.rs", "#[cfg(test)]\nmod tests;\nfn f() { a.unwrap() }", "an expect");
}

#[test]
fn an_allow_gives_its_reason() {
    breaks("src/app/x.rs", "#[allow(dead_code)]\nfn f() {}", "say why");
    breaks("src/app/x.rs", "/// What it does.\n#[allow(dead_code)]\nfn f() {}", "say why");
    stands("src/app/x.rs", "// For the next floor.\n#[allow(dead_code)]\nfn f() {}");
    stands("src/app/x.rs", "#[expect(dead_code, reason = \"for the next floor\")]\nfn f() {}");
}

#[test]
fn rooms_have_a_first_line_a_size_and_a_name() {
    let source = Source { path: "tests/x.rs".into(), text: "use std::fs;\n".into() };
    assert!(check(&source, &[])[0].contains("no first line"));
    let long = "\n".repeat(LONGEST);
    breaks("benches/x.rs", &long, "400 lines");
    stands("src/domain/sample/names.rs", &long);
    breaks("src/app/string_utils.rs", "", "a name says");
    breaks("tests/common/mod.rs", "", "a name says");
    breaks("src/attic/x.rs", "", "on a floor");
    stands("src/runtime/helper.rs", "");
}
