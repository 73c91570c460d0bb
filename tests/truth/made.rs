//! Exports made by the maker, each with the truth about it, read by the letterbox.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use inroads::domain::arrival::Arrival;
use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::change::Change;
use inroads::domain::time::{Day, Now};
use inroads::runtime::letterbox;
use serde_json::Value;
use tempfile::TempDir;

/// What tables looked like over the years.
pub const ERAS: [&str; 7] = ["2018", "2020", "2022", "2023-06", "2023-08", "2023-11", "2024"];

/// The day of the first export.
const FIRST: &str = "2026-11-20";

/// Who touched the tables last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The platform: an archive.
    AsDelivered,
    /// A spreadsheet: a folder.
    Again,
    /// A spreadsheet, as UTF-16 with tabs and without the preamble: a folder.
    Tabs,
    /// An editor of old, in the Windows code page and with the preamble below the rows: a folder.
    Windows,
}

/// Runs the maker in a folder that is gone at the end.
pub struct Maker {
    folder: TempDir,
}

/// An export that was read, and what it should come to.
pub struct Export {
    pub arrival: Arrival,
    pub truth: Value,
}

impl Maker {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The same world, seen so many days after the first export.
    pub fn export(&self, era: &str, saved: Saved, later: i64) -> Export {
        let beside = Path::new(env!("CARGO_BIN_EXE_inroads")).with_file_name("examples");
        let maker = beside.join(format!("make_export{}", std::env::consts::EXE_SUFFIX));
        let (year, month, day) = Day::parse(FIRST).unwrap().plus(later).ymd();
        let name = format!("Basic_LinkedInDataExport_{month:02}-{day:02}-{year}");
        let (end, by) = match saved {
            Saved::AsDelivered => (".zip", "delivered"),
            Saved::Again => ("", "again"),
            Saved::Tabs => ("", "tabs"),
            Saved::Windows => ("", "windows"),
        };
        let out = self.folder.path().join(format!("{name}{end}"));
        let made = Command::new(&maker)
            .args(["--connections", "500", "--invitations", "400", "--messages", "300", "--seed", "1"])
            .args(["--as-of", FIRST, "--later", &later.to_string(), "--era", era])
            .args(["--saved", by])
            .arg(&out)
            .stdout(Stdio::null())
            .status()
            .unwrap_or_else(|cause| panic!("{cause}: cargo build --example make_export first"));
        assert!(made.success(), "the maker ended with {made}");
        let truth = File::open(out.with_extension("truth.json")).unwrap();
        Export {
            arrival: letterbox::read(&out, &mut |_| ControlFlow::Continue(())).unwrap(),
            truth: serde_json::from_reader(truth).unwrap(),
        }
    }
}

impl Export {
    /// The day on which it is imported: its own.
    pub fn now(&self) -> Now {
        Now { today: self.arrival.as_of, at: self.arrival.as_of.midnight_utc() }
    }

    pub fn batch(&self, changes: Vec<Change>) -> Batch {
        let key = BatchKey(format!("import of {}", self.arrival.as_of));
        Batch { key, at: self.now().at, by: "test".into(), what: "import".into(), undoes: None, changes }
    }
}
