//! Backups: whole or not at all, at most ten safe copies, and bringing one back.

use std::fs;

use super::{Desk, add, batch, noon, person, turn};
use crate::domain::time::Moment;
use crate::store::backup::safe_copy;
use crate::store::{Book, Care, Cause, Existing, NotSaved, newest_backup, open, restore, schema};

#[test]
fn a_backup_is_one_file_that_opens_as_the_book_does() {
    let desk = Desk::with_ana();
    let here = desk.open();
    let to = desk.folder.path().join("copy.db");
    here.book.back_up(&to, Existing::Refuse).expect("copied");
    let files: Vec<_> =
        fs::read_dir(desk.folder.path()).expect("there").flatten().map(|e| e.file_name()).collect();
    assert!(!files.iter().any(|name| name.to_string_lossy().starts_with("copy.db-")), "{files:?}");
    let copy = Book::open(&to).expect("opens");
    assert_eq!(copy.network, here.network);
    assert_eq!(copy.book.log(9).expect("read"), here.book.log(9).expect("read"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_told_to() {
    let desk = Desk::with_ana();
    let here = desk.open();
    let to = desk.folder.path().join("copy.db");
    fs::write(&to, "dear to somebody").expect("written");
    let error = here.book.back_up(&to, Existing::Refuse).expect_err("it is there");
    assert_eq!(error.cause, Cause::Exists);
    assert_eq!(fs::read(&to).expect("there"), b"dear to somebody");
    here.book.back_up(&to, Existing::Overwrite).expect("replaced");
    assert_eq!(Book::open(&to).expect("opens").network, here.network);
    let error = here.book.back_up(&desk.path, Existing::Overwrite).expect_err("that is the book");
    assert_eq!(error.cause, Cause::SameFile);
}

#[test]
fn the_oldest_safe_copies_go_and_nothing_else() {
    let desk = Desk::with_ana();
    let here = desk.open();
    let folder = desk.folder.path().join("backups");
    let at = |minute| Moment::from_minutes(noon().minutes() + minute);
    let first = here.book.safe_copy(&folder, "import", at(0)).expect("copied");
    fs::write(folder.join("mine.db"), "kept").expect("written");
    let mut last = first.clone();
    for minute in [0, 0, 1, 2, 3, 4, 5, 6, 7, 8] {
        last = here.book.safe_copy(&folder, "import", at(minute)).expect("copied");
    }
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 11, "ten and mine: {names:?}");
    assert!(!first.exists() && names.contains(&"mine.db".to_owned()));
    assert_eq!(names[1], "safe-2026-11-22T1200Z-02-import.db");
    assert!(last.ends_with("safe-2026-11-22T1208Z-01-import.db"));
}

#[test]
fn the_copy_just_made_stays_also_where_the_clock_was_moved_back() {
    let desk = Desk::with_ana();
    let here = desk.open();
    let folder = desk.folder.path().join("backups");
    let later = |minute| Moment::from_minutes(noon().minutes() + minute);
    for minute in 1..=10 {
        here.book.safe_copy(&folder, "import", later(minute)).expect("copied");
    }
    let first = folder.join("safe-2026-11-22T1201Z-01-import.db");
    let made = here.book.safe_copy(&folder, "import", noon()).expect("copied");
    assert!(made.exists() && !first.exists());
}

#[test]
fn what_a_copy_that_was_cut_short_left_is_swept_away() {
    let desk = Desk::with_ana();
    let here = desk.open();
    let folder = desk.folder.path().join("backups");
    fs::create_dir(&folder).expect("made");
    let (old, new) = (folder.join(".safe-a.db.7.partial"), folder.join(".safe-b.db.8.partial"));
    let then = std::time::SystemTime::UNIX_EPOCH;
    fs::File::create(&old).and_then(|file| file.set_modified(then)).expect("made");
    fs::write(&new, "being written").expect("made");
    here.book.safe_copy(&folder, "import", noon()).expect("copied");
    assert_eq!((old.exists(), new.exists()), (false, true));
}

#[test]
fn a_log_that_lies_where_a_copy_comes_is_never_played_over_it() {
    let desk = Desk::with_ana();
    let log = |name: &str| desk.folder.path().join(format!("{name}-wal"));
    let mut here = desk.open();
    let backup = desk.folder.path().join("backup.db");
    here.book.back_up(&backup, Existing::Refuse).expect("copied");
    here.does(batch("bo", vec![add(person(2, "Bo"))]));
    let wal = fs::read(log("book.db")).expect("a log");
    assert!(!wal.is_empty());
    // The book is gone, its log is not.
    let (lost, keep) = (desk.folder.path().join("lost.db"), desk.folder.path().join("kept"));
    fs::write(log("lost.db"), &wal).expect("written");
    let kept = restore::restore(&backup, &lost, &keep, noon()).expect("restored").expect("kept");
    assert_eq!(fs::read(kept).expect("kept"), wal);
    assert_eq!(Book::open(&lost).expect("opens").network.contacts.len(), 1);
    fs::write(log("backup.db"), &wal).expect("written");
    here.book.back_up(&backup, Existing::Overwrite).expect("replaced");
    assert!(!log("backup.db").exists());
    fs::write(log("other.db"), &wal).expect("written");
    let error = here.book.back_up(&desk.folder.path().join("other.db"), Existing::Refuse);
    assert_eq!(error.expect_err("its log is there").cause, Cause::Exists);
}

#[test]
fn the_newest_backup_is_the_one_written_last() {
    let desk = Desk::new();
    let folder = desk.folder.path();
    assert_eq!(newest_backup(&folder.join("nowhere")), None);
    for (name, age) in [("b.db", 3), ("a.db", 1), ("c.db", 2), ("new.txt", 0), ("damaged-d.db", 0)] {
        let file = fs::File::create(folder.join(name)).expect("made");
        let then = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000 - age);
        file.set_modified(then).expect("set");
    }
    assert_eq!(newest_backup(folder), Some(folder.join("a.db")));
}

#[test]
fn a_restored_book_is_seen_by_who_has_it_open_and_what_it_replaced_is_kept() {
    let desk = Desk::with_ana();
    let mut open = desk.open();
    let backup = desk.folder.path().join("backup.db");
    open.book.back_up(&backup, Existing::Refuse).expect("copied");
    open.does(batch("bo", vec![add(person(2, "Bo"))]));
    let keep = desk.folder.path().join("kept");
    let kept = restore::restore(&backup, &desk.path, &keep, noon()).expect("restored").expect("kept");
    let seen = open.book.changed_elsewhere().expect("read").expect("it was restored");
    assert_eq!(seen.contacts.len(), 1);
    assert_eq!(Book::open(&kept).expect("opens").network.contacts.len(), 2);
    // And the one that was open goes on with the restored book.
    open.network = seen;
    open.does(batch("cy", vec![add(person(5, "Cy"))]));
    drop(open);
    assert_eq!(desk.open().network.contacts.len(), 2);
}

#[test]
fn nothing_is_written_between_the_copy_that_is_kept_and_the_book_that_comes() {
    let desk = Desk::with_ana();
    let backup = desk.folder.path().join("backup.db");
    desk.open().book.back_up(&backup, Existing::Refuse).expect("copied");
    let source = restore::whole_book(&backup).expect("a book");
    let connect = || open::connect(&desk.path, schema::MIGRATIONS).map(|(book, _)| book);
    let mut other = desk.open();
    other.does(batch("bo", vec![add(person(2, "Bo"))]));
    let keep = || {
        let kept = safe_copy(&connect()?, &desk.folder.path().join("kept"), "restore", noon())?;
        // What came now would be in neither of them.
        other.book.connection.busy_timeout(std::time::Duration::ZERO)?;
        let late = other.book.save(batch("cy", vec![add(person(3, "Cy"))]), Care::Full);
        assert!(matches!(late, Err(NotSaved::Store(error)) if error.cause == Cause::Locked));
        Ok(kept)
    };
    let kept = restore::over_book(&source, connect().expect("a book"), keep).expect("restored");
    assert_eq!(Book::open(&kept).expect("opens").network.contacts.len(), 2);
    assert_eq!(desk.open().network.contacts.len(), 1);
}

#[test]
fn a_backup_is_restored_over_nothing_and_over_damage() {
    let desk = Desk::with_ana();
    let backup = desk.folder.path().join("backup.db");
    desk.open().book.back_up(&backup, Existing::Refuse).expect("copied");
    let keep = desk.folder.path().join("kept");
    fs::write(&desk.path, "something else entirely, and long enough to be a header".repeat(9))
        .expect("written");
    fs::write(desk.path.with_extension("db-wal"), "an old log").expect("written");
    let kept = restore::restore(&backup, &desk.path, &keep, noon()).expect("restored").expect("kept");
    assert!(fs::read_to_string(&kept).expect("kept").starts_with("something else"));
    assert_eq!(desk.open().network.contacts.len(), 1);
    let fresh = desk.folder.path().join("fresh.db");
    assert_eq!(restore(&backup, &fresh, &keep, noon()).expect("restored"), None);
    assert_eq!(Book::open(&fresh).expect("opens").network.contacts.len(), 1);
}

#[test]
fn what_is_no_whole_book_of_ours_is_not_restored() {
    let desk = Desk::with_ana();
    let keep = desk.folder.path().join("kept");
    let other = desk.folder.path().join("other.db");
    rusqlite::Connection::open(&other).and_then(|c| c.execute_batch("CREATE TABLE a (b)")).expect("made");
    let error = restore::restore(&other, &desk.path, &keep, noon()).expect_err("foreign");
    assert_eq!((error.cause, error.file), (Cause::Foreign, other.clone()));
    let error = restore::restore(&desk.path, &other, &keep, noon()).expect_err("over a foreign one");
    assert_eq!((error.cause, error.file), (Cause::Foreign, other.clone()));
    let mut bytes = desk.bytes();
    bytes[3 * 4096..4 * 4096].fill(7);
    fs::write(&other, bytes).expect("written");
    let error = restore::restore(&other, &desk.path, &keep, noon()).expect_err("damaged");
    assert!(matches!(error.cause, Cause::Damaged(_)), "{error}");
    let error = restore::restore(&desk.path, &desk.path, &keep, noon()).expect_err("itself");
    assert_eq!(error.cause, Cause::SameFile);
    assert_eq!(desk.open().network.contacts.len(), 1);
}

#[test]
fn a_copy_in_memory_has_the_journal_and_leaves_the_book_alone() {
    let desk = Desk::with_ana();
    let mut here = desk.open();
    let mut copy = here.book.copy_in_memory().expect("copied");
    let change = turn(&here.network, 1, |ana| ana.company = "Beta".into());
    copy.save(batch("beta", vec![change]), Care::Full).expect("saved");
    assert_eq!(copy.log(9).expect("read").len(), 2);
    assert_ne!(copy.load().expect("read"), here.network);
    assert!(here.book.changed_elsewhere().expect("read").is_none());
}
