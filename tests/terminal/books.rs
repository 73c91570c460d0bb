//! Books for the tests: made beforehand, and read afterwards.

use std::path::Path;
use std::sync::Arc;

use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::change::Change;
use inroads::domain::network::Network;
use inroads::domain::request::Standing;
use inroads::domain::sample;
use inroads::domain::time::{Day, Moment, Now};
use inroads::store::{self, Book, Care, Health};

/// The day of every test.
pub fn today() -> Now {
    Now { today: Day::parse("2026-11-22").unwrap(), at: Moment::parse("2026-11-22T12:00Z").unwrap() }
}

/// Makes a book with the made-up network in it, each change as this makes it.
pub fn make(path: &Path, change: impl Fn(Change) -> Change) -> Network {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut opened = Book::open(path).unwrap();
    let batch = Batch {
        key: BatchKey("start".into()),
        at: today().at,
        by: "test".into(),
        what: "made-up people".into(),
        undoes: None,
        changes: sample::demo(today()).into_iter().map(change).collect(),
    };
    let batch = opened.network.apply(batch).unwrap();
    opened.book.save(batch, Care::Repeatable).unwrap();
    opened.network
}

/// What is in a book, which has to be whole: pages, references, and the journal that leads to the rows.
#[track_caller]
pub fn read(path: &Path) -> Network {
    for finding in store::check(path) {
        assert_ne!(finding.health, Health::Broken, "{}", finding.text);
    }
    Book::open(path).unwrap().network
}

pub fn withdrawn(network: &Network) -> usize {
    network.requests.iter().filter(|request| request.standing == Standing::Withdrawn).count()
}

/// Everything that could steer a terminal.
pub const EVIL: &str = concat!(
    "\x1b[31mred\x1b]0;title\x07\x1b]52;c;aGk=\x07\x1bP1$r\x1b\\\x1b[6n\x1bc",
    "\u{9b}1m\u{9d}0;t\u{9c}\u{202e}right\u{2066}left\u{200b}\u{2028}\u{2029}\x08\x7f\r\n\t\0",
);

/// The same change with that in every text.
pub fn evil(change: Change) -> Change {
    fn spoil<T: Clone>(after: &mut Option<Arc<T>>, spoil: impl FnOnce(&mut T)) {
        if let Some(record) = after {
            spoil(Arc::make_mut(record));
        }
    }
    let before = |text: &mut String| text.insert_str(0, EVIL);
    let mut change = change;
    match &mut change {
        Change::Contact(edit) => spoil(&mut edit.after, |contact| {
            let fields = [
                &mut contact.first_name,
                &mut contact.last_name,
                &mut contact.company,
                &mut contact.role,
                &mut contact.purpose,
                &mut contact.email,
                &mut contact.url,
            ];
            fields.into_iter().for_each(before);
            contact.tags.push(format!("z{EVIL}"));
        }),
        Change::Request(edit) => spoil(&mut edit.after, |request| {
            [&mut request.message, &mut request.source, &mut request.against].into_iter().for_each(before);
        }),
        Change::Sign(edit) => spoil(&mut edit.after, |sign| before(&mut sign.text)),
        Change::Touch(edit) => spoil(&mut edit.after, |touch| before(&mut touch.text)),
        Change::Note(edit) => spoil(&mut edit.after, |note| before(&mut note.text)),
        Change::Decision(edit) => spoil(&mut edit.after, |decision| before(&mut decision.text)),
        Change::Run(edit) => spoil(&mut edit.after, |run| {
            [&mut run.path, &mut run.owner].into_iter().for_each(before);
        }),
        Change::Fact(edit) => spoil(&mut edit.after, |fact| before(&mut fact.text)),
        Change::Draft(edit) => spoil(&mut edit.after, |draft| before(&mut draft.text)),
        Change::Profile { .. } | Change::Mute { .. } | Change::Rule { .. } => {}
    }
    change
}

/// The made-up network as it is at the start.
pub fn demo() -> Network {
    let folder = tempfile::tempdir().unwrap();
    make(&folder.path().join("book.db"), |change| change)
}
