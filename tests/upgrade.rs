//! Every schema there ever was still opens, sound, with all it held, and can be undone back to its beginning.

use std::fs;
use std::path::Path;

use inroads::domain::batch::BatchKey;
use inroads::domain::contact::{Fit, Flag};
use inroads::domain::id::{ContactId, RequestId, RunId};
use inroads::domain::profile::ProfileItem;
use inroads::domain::rules::RuleKey;
use inroads::domain::time::{Day, Moment};
use inroads::store::{Book, Care, Health, check};

/// The newest schema; each one has a saved book in `tests/schema`.
const NEWEST: usize = 3;

fn saved_book(schema: usize, path: &Path) {
    let sql =
        fs::read_to_string(format!("tests/schema/{schema}.sql")).expect("every schema has a saved book");
    rusqlite::Connection::open(path).and_then(|book| book.execute_batch(&sql)).expect("it is sound SQL");
}

#[test]
fn a_book_of_every_past_schema_opens_with_all_it_held() {
    for schema in 1..=NEWEST {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        saved_book(schema, &path);
        let opened = Book::open(&path).expect("it opens");
        let network = &opened.network;

        let joerg = network.contact(ContactId(1)).expect("c1");
        assert_eq!((joerg.name().as_str(), joerg.slug.as_str()), ("Jörg Kahn", "jörg-kahn"));
        assert_eq!((joerg.former_slugs.len(), joerg.tags.len(), joerg.fit), (1, 2, Some(Fit::High)));
        assert_eq!((joerg.former_names.len(), joerg.listed_on), (1, Day::parse("2026-11-20")));
        assert_eq!(joerg.listed.as_ref().map(|listed| listed.company.as_str()), Some("Acme"));
        let request = network.requests.get(RequestId(1)).expect("r1");
        assert_eq!(request.sent_at, Moment::parse("2026-10-20T08:14Z"));
        let run = network.runs.iter().next().expect("an import");
        assert_eq!((run.id, run.tables.len(), run.listed.len()), (RunId(1), 2, 2));
        assert_eq!((network.signs.len(), network.touches.len(), network.notes.len()), (1, 1, 1));
        assert_eq!((network.decisions.len(), network.rules.get(RuleKey::QuietAge)), (1, 9));
        assert_eq!(network.contacts.fresh(0), ContactId(4), "c3 was given once");
        if schema >= 2 {
            let draft = network.drafts_of(ContactId(1)).next().expect("a draft");
            assert_eq!((draft.text.as_str(), draft.versions.len()), ("Hi Jörg, your piece on fsync", 1));
            assert_eq!((network.facts.len(), joerg.flags.as_slice()), (2, &[Flag::OnlyKnown][..]));
            assert!(network.profile.checked(ProfileItem::Skills).is_some());
            let newest = network.requests.iter().last().expect("r3");
            assert_eq!((newest.profile, newest.score.is_some()), (Some(1), true));
        }
        drop(opened);

        for found in check(&path) {
            assert!(
                found.health == Health::Well || found.text.contains("others on this machine"),
                "{found:?}"
            );
        }
    }
}

#[test]
fn the_journal_of_every_past_schema_is_still_understood() {
    for schema in 1..=NEWEST {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.db");
        saved_book(schema, &path);
        let opened = Book::open(&path).expect("it opens");
        let (mut book, mut network) = (opened.book, opened.network);
        assert!(book.newest_to_redo().expect("read").is_some());
        while let Some(newest) = book.newest_to_undo().expect("read") {
            let key = BatchKey(format!("undo {}", newest.key));
            let undo = network.apply(newest.inverse(key, newest.at, "test")).expect("it fits");
            book.save(undo, Care::Full).expect("saved");
        }
        assert!(network.contacts.is_empty() && network.runs.is_empty() && network.requests.is_empty());
    }
}
