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
        &[("a/Connections.csv", CONNECTIONS), ("b/Invitations.csv", INVITATIONS)],
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
fn a_folder_with_very_many_files_is_no_export() {
    let home = Home::new();
    for number in 0..=10_000 {
        home.write(&format!("many/{number}.jpg"), "");
    }
    let said = home.no(3, &["import", "many"]);
    assert!(said.ends_with("give the folder of the export itself\n"), "{said}");
}
