//! A monkey at the keyboard, always the same one: whatever it types, pastes and resizes, nothing panics, the disk says
//! what the memory says, and the book is whole.

#[path = "terminal/books.rs"]
#[expect(dead_code, reason = "the tests of the terminal ask more of a book")]
mod books;

use std::collections::VecDeque;
use std::path::Path;

use inroads::app::key::{Key, parse_script};
use inroads::app::overlay::{Overlay, Purpose};
use inroads::app::state::{BookInfo, BookKind, State};
use inroads::domain::time::Now;
use inroads::runtime::script::Stage;
use inroads::store::Book;
use inroads::ui::theme::{Colour, Glyphs, Theme};

const STEPS: usize = 4_000;
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample-export");

/// What it types: the first are commands, the others also stand in texts.
const KEYS: &str = "jjkkgGhl12233366[]+<space><space>vVnnimmowsSeEtMdybuuU.L?:/f\
    <enter><enter><enter><enter><esc><esc><esc><esc><tab><tab><s-tab><bs><del><up><down><left><right><home><end>\
    <pgup><pgdn><c-d><c-u><c-a><c-e><c-w><c-k><c-s><c-s><c-y><c-z><c-l><c-r><f1><f2><f4>\
    aceprxz0579-é<lt>世q";

const PASTES: &[&str] = &[
    "tom",
    SAMPLE,
    books::EVIL,
    "is:stale -tag:x \"open",
    "age:>21 before:2026-11-01",
    "2026-12-24",
    "30 feb",
    "99999999999999999999",
    "-rust +evil, more",
    "https://www.linkedin.com/in/ana-ruiz",
    "👩\u{200d}👩\u{200d}👧 ne\u{301} שלום السلام",
    "one\r\ntwo\tthree\n\n",
    "undo",
    "~/",
    "",
];

const SIZES: &[(u16, u16)] = &[
    (80, 24),
    (80, 24),
    (120, 40),
    (60, 15),
    (61, 16),
    (200, 50),
    (160, 20),
    (20, 5),
    (1, 1),
    (0, 0),
    (500, 2),
];

/// The same numbers each time, after Marsaglia.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides
    }

    fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.roll(things.len())]
    }
}

/// What it did last, printed where it broke something.
struct Trail(VecDeque<String>);

impl Trail {
    fn did(&mut self, what: String) {
        if self.0.len() == 60 {
            self.0.pop_front();
        }
        self.0.push_back(what);
    }
}

impl Drop for Trail {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("it did at last: {}", Vec::from(std::mem::take(&mut self.0)).join(" "));
        }
    }
}

fn open(path: &Path, now: Now, run: usize) -> Stage {
    let opened = Book::open(path).unwrap();
    let info = BookInfo { kind: BookKind::Own, path: "~/book.db".into(), read_only: None };
    let state = State::new(opened.network, now, info, &format!("run-{run}"));
    let theme = Theme { colour: Colour::Sixteen, glyphs: Glyphs::Unicode };
    Stage::new(state, opened.book, theme, &path.with_file_name("copies"))
}

/// Whether Enter would write a file somewhere.
fn writes_a_file(state: &State) -> bool {
    match state.overlays.last() {
        Some(Overlay::Ask(ask)) => matches!(ask.purpose, Purpose::Export | Purpose::Backup),
        Some(Overlay::Palette(palette)) => {
            let text = palette.editor.text();
            ["export ", "backup "].iter().any(|command| text.trim_start().starts_with(command))
        }
        _ => false,
    }
}

/// Runs this test once more where `~` is a made-up home: the one of the process may hold anybody's files. True there,
/// false where it has ended well.
fn is_at_home(test: &str) -> bool {
    const THERE: &str = "INROADS_TEST_AT_HOME";
    if std::env::var_os(THERE).is_some() {
        return true;
    }
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("letter.txt"), "Dear Ana").unwrap();
    let run = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env(THERE, "1")
        .env("HOME", home.path())
        .output()
        .unwrap();
    let (said, trail) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && said.contains("1 passed"), "{said}{trail}");
    let files: Vec<_> = std::fs::read_dir(home.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "nothing is written there: {files:?}");
    false
}

fn play(path: &Path, seed: u64) {
    let (keys, mut dice, mut trail) = (parse_script(KEYS).unwrap(), Dice(seed), Trail(VecDeque::new()));
    let [enter, escape] = ["<enter>", "<esc>"].map(|key| parse_script(key).unwrap()[0]);
    let mut now = books::today();
    let mut stage = open(path, now, 0);
    for step in 1..=STEPS {
        match dice.roll(40) {
            0 => {
                let (columns, rows) = dice.one_of(SIZES);
                trail.did(format!("[{columns}x{rows}]"));
                stage.size(columns, rows);
            }
            1 => {
                let text = dice.one_of(PASTES);
                trail.did(format!("{text:?}"));
                stage.paste(text);
            }
            2 if dice.roll(10) == 0 => {
                now.today = now.today.plus(1);
                trail.did(now.today.to_string());
                stage.now(now);
            }
            _ => {
                let mut key: Key = dice.one_of(&keys);
                if key == enter && writes_a_file(&stage.state) {
                    key = escape;
                }
                trail.did(key.to_string());
                stage.press(&[key]);
            }
        }
        assert!(stage.state.history.unsaved.is_empty(), "what was done is saved or was taken back");
        if step % 4 == 0 {
            stage.picture().unwrap();
        }
        if step % 50 == 0 {
            let on_disk = stage.book().load().unwrap();
            stage.book().caught_up();
            assert!(on_disk == stage.state.network, "the disk says what the memory says, step {step}");
        }
        if stage.ended {
            trail.did("(again)".into());
            drop(stage);
            stage = open(path, now, step);
        }
    }
    drop(stage);
    books::read(path);
}

#[test]
fn nothing_that_is_typed_breaks_the_made_up_network() {
    if !is_at_home("nothing_that_is_typed_breaks_the_made_up_network") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    books::make(&path, |change| change);
    play(&path, 20_261_122);
}

#[test]
fn nothing_that_is_typed_breaks_a_hostile_network() {
    if !is_at_home("nothing_that_is_typed_breaks_a_hostile_network") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    books::make(&path, books::evil);
    play(&path, 7);
}

#[test]
fn nothing_that_is_typed_breaks_an_empty_book() {
    if !is_at_home("nothing_that_is_typed_breaks_an_empty_book") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    play(&folder.path().join("book.db"), 42);
}
