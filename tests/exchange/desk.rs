//! What the tests read with: tables from text, archives built in memory.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use inroads::domain::arrival::Arrival;
use inroads::exchange::linkedin::{self, ExportFile, Unreadable};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub const INVITATIONS: &str = "\
From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Mara Lind,Jörg Kästner,\"7/22/24, 5:30 PM\",,OUTGOING,https://www.linkedin.com/in/mara-lind,https://www.linkedin.com/in/jörg-k
";

pub const CONNECTIONS: &str = "\
Notes:
\"When exporting your connection data, you may notice that some of the email addresses are missing.\"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jörg,Kästner,https://www.linkedin.com/in/j%C3%B6rg-k,,Nordwind,CTO,24 Jul 2024
";

/// Reads files of these names and contents, as from a folder.
pub fn read_all(name: &str, files: &[(&str, &[u8])]) -> Result<Arrival, Unreadable> {
    let files = files
        .iter()
        .map(|(path, bytes)| ExportFile {
            path: (*path).to_owned(),
            size: bytes.len() as u64,
            open: Box::new(move || Ok(Box::new(Cursor::new(bytes)))),
        })
        .collect();
    linkedin::read_files(name, files, &mut |_| ControlFlow::Continue(()))
}

/// Reads one table.
pub fn read(file: &str, text: impl AsRef<[u8]>) -> Arrival {
    try_read(file, text).unwrap()
}

/// Reads one table, or says why not.
pub fn try_read(file: &str, text: impl AsRef<[u8]>) -> Result<Arrival, Unreadable> {
    read_all(file, &[(file, text.as_ref())])
}

/// Reads an archive.
pub fn read_zip(name: &str, bytes: &[u8]) -> Result<Arrival, Unreadable> {
    linkedin::read_zip(name, Cursor::new(bytes), &mut |_| ControlFlow::Continue(()))
}

/// An archive as LinkedIn makes them, its tables taken on a day of November 2026.
pub fn zip(files: &[(&str, &[u8])], day: u8) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::from_date_and_time(2026, 11, day, 23, 30, 0).unwrap());
    for (path, bytes) in files {
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
