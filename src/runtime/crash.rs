//! A fault of our own: the terminal is given back, a report without personal data is written, the program ends.

use std::fs;
use std::io::Write;
use std::panic;
use std::path::{Path, PathBuf};
use std::process;

use super::{paths, terminal};
use crate::domain::visible;

/// The exit code after a fault of our own.
const FAULT: i32 = 101;

/// From here on, a panic in any thread ends the program in an orderly way.
pub fn prepare(folder: &Path) {
    let folder = folder.to_owned();
    panic::set_hook(Box::new(move |info| {
        // Held until the end, so that no other thread draws on the screen that was given back.
        let _screen = std::io::stdout().lock();
        terminal::give_back();
        // Where, not what: the words of a panic can hold a piece of somebody's text.
        let place = info.location().map_or_else(
            || "an unknown place".to_owned(),
            |at| format!("{}:{}:{}", at.file(), at.line(), at.column()),
        );
        let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
        let report = format!(
            "inroads {} met a fault of its own\nat {place}\nin thread {thread}\non {} {}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
        );
        let written = write(&folder, &report);
        let mut out = std::io::stderr();
        let _ = writeln!(out, "inroads met a fault of its own, at {place}. What was saved is safe.");
        if let Some(path) = written {
            let path = path.to_string_lossy();
            let _ = writeln!(out, "A report without personal data is in {}.", visible::line(&path));
        }
        process::exit(FAULT);
    }));
}

fn write(folder: &Path, report: &str) -> Option<PathBuf> {
    let path = folder.join("fault.txt");
    paths::private_folder(folder).ok()?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path).and_then(|mut file| file.write_all(report.as_bytes())).ok()?;
    Some(path)
}
