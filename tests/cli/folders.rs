//! A folder is imported as the same content zipped is.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::home::Home;

const CONNECTIONS: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
                           Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Ceiba,CTO,20 Nov 2025\n";
const INVITATIONS: &str = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n\
                           Robin,Bo Lind,\"11/1/25, 8:00 AM\",,OUTGOING,https://www.linkedin.com/in/robin,\
                           https://www.linkedin.com/in/bo-lind\n";

/// An archive of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_lies_beside_a_wrapper_changes_nothing() {
    let letter = "Dear all";
    let older = CONNECTIONS.replace("Ceiba", "Elsewhere");
    let each: [&[(&str, &str)]; 4] = [
        &[("export/Connections.csv", CONNECTIONS), ("read me.txt", letter)],
        &[("a/b/Connections.csv", CONNECTIONS), ("a/list.csv", letter), ("note.tsv", letter)],
        &[("a/Connections.csv", CONNECTIONS), ("a/Invitations.csv", INVITATIONS), ("b/list.csv", letter)],
        &[("Connections.csv", CONNECTIONS), ("old/Connections.csv", &older)],
    ];
    for files in each {
        let home = Home::new();
        for (path, text) in files {
            home.write(&format!("folder/{path}"), text);
        }
        let bytes: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        home.write("archive.zip", zip(&bytes));
        let imported = |path: &str| {
            let report = home.json(&["import", path]).remove(0);
            let people = home.json(&["list"]);
            home.ok(&["undo"]);
            // By the name: which numbers were given before does not count.
            let people: Vec<_> =
                people.into_iter().map(|p| (p["name"].clone(), p["company"].clone())).collect();
            (report["tables"].clone(), report["contacts"].clone(), report["requests"].clone(), people)
        };
        assert_eq!(imported("folder"), imported("archive.zip"), "{files:?}");
    }
}

#[test]
fn two_exports_in_one_folder_are_not_mixed() {
    let home = Home::new();
    for other in ["Connections.csv", "Invitations.csv"] {
        let files = [("a/Connections.csv", CONNECTIONS), (&format!("b/{other}"), INVITATIONS)];
        let folder = other.trim_end_matches(".csv");
        for (path, text) in files {
            home.write(&format!("{folder}/{path}"), text);
        }
        home.write("two.zip", zip(&files.map(|(path, text)| (path, text.as_bytes()))));
        for path in [folder, "two.zip"] {
            let said = home.no(3, &["import", path]);
            let rest = "holds several exports: give one of them alone, such as a or b";
            assert_eq!(said, format!("inroads: {path} {rest}\n"));
        }
        home.ok(&["import", &format!("{folder}/a")]);
        home.ok(&["undo"]);
    }
}

#[test]
fn a_table_that_was_not_read_is_named_with_its_folder() {
    let home = Home::new();
    home.write("folder/Connections.csv", CONNECTIONS);
    home.write("folder/old/Connections.csv", CONNECTIONS);
    let said = home.ok(&["import", "folder", "--dry-run"]);
    let line = "old/Connections.csv was not read: Connections.csv holds the same kind of table";
    assert!(said.contains(line), "{said}");
}

#[test]
fn an_edited_table_beside_one_that_was_read_takes_nothing_away() {
    for [good, edited] in
        [["Connections.csv", "Connections-mine.csv"], ["Connections-good.csv", "Connections.csv"]]
    {
        let home = Home::new();
        home.write(&format!("folder/{good}"), CONNECTIONS);
        home.write(&format!("folder/{edited}"), CONNECTIONS.replace("Connected On", "When"));
        let said = home.ok(&["import", "folder"]);
        let line = format!("{edited} was not read: {good} holds the same kind of table");
        assert!(said.contains(&line) && !said.contains("so no connections were read"), "{said}");
    }
}

#[test]
#[cfg(unix)]
fn a_folder_beside_the_tables_that_cannot_be_read_is_left_aside() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.write("folder/Connections.csv", CONNECTIONS);
    let locked = home.write("folder/lost+found/x.csv", "x").parent().unwrap().to_owned();
    std::fs::set_permissions(&locked, PermissionsExt::from_mode(0o000)).unwrap();
    let imported = home.run(&["import", "folder"]);
    let given = home.run(&["import", "folder/lost+found"]);
    let root = std::fs::read_dir(&locked).is_ok();
    std::fs::set_permissions(&locked, PermissionsExt::from_mode(0o700)).unwrap();
    assert_eq!((imported.code, imported.err.as_str()), (0, ""));
    assert!(root || given.err.contains("could not open folder/lost+found"), "{}", given.err);
}

#[test]
fn a_folder_with_very_many_files_is_no_export() {
    let home = Home::new();
    for number in 0..=10_000 {
        home.write(&format!("many/{number}.jpg"), "");
    }
    let said = home.no(3, &["import", "many"]);
    assert!(said.ends_with("give the folder of the export itself\n"), "{said}");
}
