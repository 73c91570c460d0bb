//! The plan of the house: floors, crates, and what belongs in few places.

/// A floor: where it lies, the floors that it may use, the crates that it may use.
pub struct Floor {
    pub name: &'static str,
    pub below: &'static [&'static str],
    pub crates: &'static [&'static str],
}

/// The floors from the street down; `main.rs` is a floor of its own. Arrows go only downward.
pub const FLOORS: &[Floor] = &[
    Floor { name: "main.rs", below: &["cli", "runtime"], crates: &[] },
    Floor {
        name: "cli",
        below: &["runtime", "store", "exchange", "app", "insight", "domain"],
        crates: &["clap", "clap_complete", "serde", "serde_json"],
    },
    Floor {
        name: "runtime",
        below: &["ui", "app", "store", "exchange", "insight", "domain"],
        crates: &[
            "chrono",
            "crossterm",
            "directories",
            "nix",
            "opener",
            "ratatui",
            "rustix",
            "serde",
            "serde_json",
            "signal_hook",
            "tempfile",
            "toml",
        ],
    },
    Floor {
        name: "ui",
        below: &["app", "insight", "domain"],
        crates: &["ratatui", "unicode_segmentation", "unicode_width"],
    },
    Floor { name: "app", below: &["insight", "domain"], crates: &["unicode_segmentation"] },
    Floor {
        name: "insight",
        below: &["domain"],
        crates: &["chrono", "serde", "unicode_normalization", "unicode_segmentation"],
    },
    Floor {
        name: "exchange",
        below: &["domain"],
        crates: &[
            "chrono",
            "chrono_tz",
            "csv",
            "encoding_rs",
            "serde",
            "serde_json",
            "thiserror",
            "unicode_normalization",
            "zip",
        ],
    },
    Floor {
        name: "store",
        below: &["domain"],
        crates: &["rusqlite", "serde", "serde_json", "tempfile", "thiserror"],
    },
    Floor { name: "domain", below: &[], crates: &["chrono", "serde", "unicode_normalization"] },
];

/// Crates that one file hides from the rest of its floor.
pub const ONE_FILE: &[(&str, &str)] = &[
    ("src/app/editor/mod.rs", "tui_textarea"),
    ("src/app/search.rs", "nucleo_matcher"),
    ("src/app/search.rs", "unicode_normalization"),
    ("src/app/wrap.rs", "unicode_width"),
    ("src/store/ground.rs", "rustix"),
];

/// Arrows that one file alone may draw, and why.
pub const ONE_ARROW: &[(&str, &str, &str)] = &[(
    "src/store/tests/first.rs",
    "app",
    "the first rows of a book are those that Today shows, and that is tried",
)];

/// What belongs in few places: the begin of a path or a macro, where it may stand, and why nowhere else.
pub const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("std::fs", &["src/runtime/", "src/store/"], "files are opened by the hands and the book"),
    (
        "std::env",
        &["src/main.rs", "src/cli/mod.rs", "src/runtime/"],
        "the surroundings are an argument below",
    ),
    ("std::thread", &["src/runtime/", "src/store/open.rs"], "threads belong to the hands"),
    ("std::process::Command", &["src/runtime/"], "other programs are started by the hands"),
    ("std::net", &[], "the program needs no network"),
    ("print!", &["src/main.rs", "src/cli/"], "only the command line prints"),
    ("println!", &["src/main.rs", "src/cli/"], "only the command line prints"),
    ("eprint!", &["src/main.rs", "src/cli/"], "only the command line prints"),
    ("eprintln!", &["src/main.rs", "src/cli/"], "only the command line prints"),
    ("dbg!", &[], "it is for the moment"),
];

/// The one file that asks the time.
pub const CLOCK: &str = "src/runtime/clock.rs";
/// What asks the time: two neighbours in a path; an empty one is anything.
pub const ASKS_THE_TIME: &[(&str, &str)] = &[
    ("chrono", "Local"),
    ("", "now"),
    ("", "Instant"),
    ("", "SystemTime"),
    ("Instant", ""),
    ("SystemTime", ""),
];

pub const LONGEST: usize = 400;
/// Tables of data, which may be longer.
pub const TABLES: &[&str] = &["src/domain/sample/"];
/// Words that name no room.
pub const NO_NAMES: &[&str] = &["util", "utils", "helpers", "common", "misc", "manager", "managers"];
