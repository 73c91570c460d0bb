//! The hands that open a path: archives, folders, single tables, and what is none of these.

use std::fs;
use std::ops::ControlFlow;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::desk::{CONNECTIONS, INVITATIONS, zip};
use inroads::domain::arrival::Arrival;
use inroads::exchange::linkedin::Unreadable;
use inroads::runtime::letterbox;
use tempfile::{TempDir, tempdir};

fn read(path: &Path) -> Result<Arrival, Unreadable> {
    letterbox::read(path, &mut |_| ControlFlow::Continue(()))
}

fn folder(inside: &str) -> TempDir {
    let folder = tempdir().unwrap();
    fs::create_dir_all(folder.path().join(inside)).unwrap();
    for (name, text) in [("Connections.csv", CONNECTIONS), ("Invitations.csv", INVITATIONS)] {
        fs::write(folder.path().join(inside).join(name), text).unwrap();
    }
    folder
}

#[test]
fn an_archive_is_known_by_its_content() {
    let home = tempdir().unwrap();
    let archive = zip(&[("Connections.csv", CONNECTIONS.as_bytes())], 20);
    for name in [
        "Basic_LinkedInDataExport_11-20-2026.zip",
        "Basic_LinkedInDataExport_11-20-2026.zip.zip",
        "Basic_LinkedInDataExport_11-20-2026 (1).zip",
        "Complete_LinkedInDataExport_11-20-2026.csv",
    ] {
        let path = home.path().join(name);
        fs::write(&path, &archive).unwrap();
        let arrival = read(&path).unwrap();
        assert_eq!((arrival.path.as_str(), arrival.as_of.to_string().as_str()), (name, "2026-11-20"));
        assert_eq!(arrival.connections.len(), 1);
    }
}

#[test]
fn a_folder_and_a_folder_in_a_folder_are_read() {
    for inside in ["", "Basic_LinkedInDataExport_11-20-2026", "export/Basic_LinkedInDataExport_11-20-2026"] {
        let folder = folder(inside);
        fs::write(folder.path().join(".DS_Store"), "x").unwrap();
        let arrival = read(folder.path()).unwrap();
        assert_eq!((arrival.connections.len(), arrival.invitations.len()), (1, 1), "{inside}");
        let day = if inside.is_empty() { "2024-07-24" } else { "2026-11-20" };
        assert_eq!(arrival.as_of.to_string(), day, "{inside}");
        assert_eq!(arrival.path, folder.path().file_name().unwrap().to_string_lossy());
    }
}

#[test]
fn a_single_table_is_read_whatever_its_name() {
    let folder = folder("");
    for name in ["Connections.csv", "connections"] {
        let path = folder.path().join(name);
        fs::write(&path, CONNECTIONS).unwrap();
        assert_eq!(read(&path).unwrap().connections.len(), 1);
    }
}

#[test]
fn links_in_a_folder_are_not_followed_but_the_path_itself_may_be_one() {
    let (outside, folder) = (folder(""), tempdir().unwrap());
    symlink(outside.path().join("Connections.csv"), folder.path().join("Connections.csv")).unwrap();
    symlink(outside.path(), folder.path().join("export")).unwrap();
    assert!(matches!(read(folder.path()), Err(Unreadable::NoTable { .. })));
    assert_eq!(read(&folder.path().join("Connections.csv")).unwrap().connections.len(), 1);
}

#[test]
fn what_cannot_be_opened_is_said_in_words() {
    let home = tempdir().unwrap();
    let says = |path: &Path| read(path).unwrap_err().to_string();
    assert_eq!(
        says(Path::new("-")),
        "could not read standard input: an export is read from a file or a folder, save it as one and give its path"
    );
    assert!(says(Path::new("/dev/null")).starts_with("could not read /dev/null: an export is read from"));
    assert!(says(&home.path().join("gone.zip")).ends_with("gone.zip: check the path"));
    let page = home.path().join("export.zip");
    fs::write(&page, "<html>Please sign in</html>").unwrap();
    assert!(says(&page).starts_with("export.zip is not a zip archive, whatever its name says"));
    fs::write(&page, "").unwrap();
    assert!(says(&page).starts_with("export.zip is not a zip archive"));
    fs::write(home.path().join("letter.txt"), "Dear all").unwrap();
    assert!(says(&home.path().join("letter.txt")).starts_with("letter.txt holds no Connections"));
}
