//! What the file itself refuses, whoever writes to it: every table is strict, and no column takes a word that is none.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::Desk;

/// A row that every table takes, as columns and SQL values; rows that others belong to come first.
const ROWS: &[(&str, &[(&str, &str)])] = &[
    (
        "contact",
        &[
            ("id", "7"),
            ("first_name", "''"),
            ("last_name", "''"),
            ("slug", "''"),
            ("url", "''"),
            ("email", "''"),
            ("company", "''"),
            ("role", "''"),
            ("purpose", "''"),
            ("fit", "NULL"),
            ("connected_on", "NULL"),
            ("gone_on", "NULL"),
            ("listed_on", "NULL"),
            ("ask_again_on", "NULL"),
            ("archived", "0"),
            ("origin", "'hand'"),
            ("listed_first_name", "NULL"),
            ("listed_last_name", "NULL"),
            ("listed_company", "NULL"),
            ("listed_role", "NULL"),
        ],
    ),
    ("former_slug", &[("contact", "7"), ("place", "0"), ("slug", "''")]),
    ("former_name", &[("contact", "7"), ("place", "0"), ("name", "''")]),
    ("contact_tag", &[("contact", "7"), ("place", "0"), ("tag", "'x'")]),
    (
        "request",
        &[
            ("id", "7"),
            ("contact", "7"),
            ("direction", "'sent'"),
            ("channel", "'linkedin'"),
            ("source", "''"),
            ("attempt", "1"),
            ("sent_on", "'2026-02-28'"),
            ("sent_at", "NULL"),
            ("sent_raw", "''"),
            ("message", "''"),
            ("standing", "'pending'"),
            ("settled_on", "NULL"),
            ("settled_at", "NULL"),
            ("evidence", "'seen'"),
            ("snoozed_until", "NULL"),
            ("origin", "'hand'"),
            ("recorded_on", "'2026-02-28'"),
            ("confirmed_on", "NULL"),
            ("by_name", "0"),
            ("against", "''"),
            ("opened", "0"),
            ("template", "''"),
            ("score", "NULL"),
            ("profile", "NULL"),
        ],
    ),
    (
        "sign",
        &[
            ("id", "7"),
            ("request", "7"),
            ("kind", "'reacted'"),
            ("day", "'2026-02-28'"),
            ("text", "''"),
            ("channel", "NULL"),
        ],
    ),
    (
        "touch",
        &[
            ("id", "7"),
            ("contact", "NULL"),
            ("kind", "'like'"),
            ("direction", "'sent'"),
            ("text", "''"),
            ("day", "'2026-02-28'"),
            ("at", "NULL"),
            ("origin", "'hand'"),
        ],
    ),
    ("note", &[("id", "7"), ("contact", "7"), ("text", "''"), ("at", "'2026-02-28T00:00Z'")]),
    (
        "decision",
        &[
            ("id", "7"),
            ("kind", "'same_name'"),
            ("contact", "7"),
            ("other", "NULL"),
            ("request", "NULL"),
            ("standing", "NULL"),
            ("day", "NULL"),
            ("text", "''"),
            ("raised_on", "'2026-02-28'"),
            ("settled", "0"),
        ],
    ),
    ("contact_flag", &[("contact", "7"), ("place", "0"), ("flag", "'closed_for_good'")]),
    ("fact", &[("id", "7"), ("contact", "7"), ("kind", "'work'"), ("text", "'x'"), ("day", "NULL")]),
    (
        "draft",
        &[
            ("id", "7"),
            ("contact", "7"),
            ("text", "''"),
            ("template", "''"),
            ("off", "''"),
            ("later", "NULL"),
            ("at", "'2026-02-28T00:00Z'"),
        ],
    ),
    ("draft_version", &[("draft", "7"), ("place", "0"), ("at", "'2026-02-28T00:00Z'"), ("text", "''")]),
    ("profile_item", &[("item", "'skills'"), ("day", "'2026-02-28'")]),
    ("muted_tip", &[("tip", "'generic'")]),
    ("rule", &[("key", "'attempts'"), ("value", "1")]),
    ("fit", &[("one", "1"), ("day", "'2026-02-28'"), ("quiet", "13"), ("stale", "44"), ("body", "'{}'")]),
    ("foretold", &[("request", "7"), ("age", "7"), ("day", "'2026-02-28'"), ("chance", "0.5")]),
    (
        "import_run",
        &[
            ("id", "7"),
            ("path", "''"),
            ("as_of", "'2026-02-28'"),
            ("at", "'2026-02-28T00:00Z'"),
            ("owner", "''"),
            ("owner_slug", "''"),
        ],
    ),
    ("import_table", &[("run", "7"), ("place", "0"), ("file", "''"), ("kind", "'messages'"), ("rows", "0")]),
    ("listing", &[("run", "7"), ("place", "0"), ("request", "1")]),
    (
        "journal",
        &[
            ("number", "70"),
            ("key", "'x'"),
            ("at", "'2026-02-28T00:00Z'"),
            ("maker", "''"),
            ("what", "''"),
            ("kind", "'do'"),
            ("undoes", "NULL"),
            ("undone", "0"),
            ("changes", "'[]'"),
        ],
    ),
    ("journal_more", &[("number", "70"), ("place", "0"), ("changes", "'[]'")]),
];

const NUMBERS: &[&str] = &["0", "-1", "4294967296"];
const DAYS: &[&str] = &["'2026-02-30'", "'2026-2-3'", "'28.2.2026'", "''", "'2026-02-28T00:00Z'"];
const MOMENTS: &[&str] =
    &["'2026-02-30T00:00Z'", "'2026-02-28 00:00'", "'2026-02-28T24:00Z'", "''", "'2026-02-28'"];
const FLAGS: &[&str] = &["2", "-1"];
const WORDS: &[&str] = &["'rumour'", "''", "'Sent'", "'HAND'"];

/// What a column with a check does not take.
fn refused(table: &str, column: &str) -> &'static [&'static str] {
    match (table, column) {
        (_, "id") => NUMBERS,
        (
            _,
            "connected_on" | "gone_on" | "listed_on" | "ask_again_on" | "sent_on" | "settled_on" | "later"
            | "snoozed_until" | "recorded_on" | "confirmed_on" | "day" | "raised_on" | "as_of",
        ) => DAYS,
        (_, "sent_at" | "settled_at" | "at") => MOMENTS,
        (_, "archived" | "by_name" | "opened" | "settled" | "undone") => FLAGS,
        (_, "fit" | "origin" | "direction" | "channel" | "standing" | "evidence" | "kind")
        | ("rule", "key")
        | ("contact_flag", "flag")
        | ("profile_item", "item") => WORDS,
        ("fit", "one") => &["0", "2"],
        ("fit", "quiet" | "stale") => &["-1", "181"],
        ("foretold", "age") => &["1", "60"],
        ("foretold", "chance") => &["-0.1", "1.1"],
        ("request", "score") => &["-1", "101"],
        ("request", "profile") => &["-1", "11"],
        (_, "attempt" | "rows") => &["-1"],
        (_, "tag") | ("fact", "text") | ("muted_tip", "tip") => &["''"],
        ("book", "one") => &["2"],
        _ => &[],
    }
}

fn book() -> (Desk, Connection) {
    let desk = Desk::with_ana();
    let book = Connection::open(&desk.path).expect("opens");
    book.pragma_update(None, "foreign_keys", true).expect("set");
    (desk, book)
}

/// Puts the row into the table, with some values otherwise.
fn insert(
    book: &Connection,
    table: &str,
    row: &[(&str, &str)],
    other: &[(&str, &str)],
) -> rusqlite::Result<usize> {
    let value = |(column, value): &(&str, &str)| {
        other.iter().find(|(name, _)| name == column).map_or(*value, |(_, other)| *other).to_owned()
    };
    let columns: Vec<&str> = row.iter().map(|(column, _)| *column).collect();
    let values: Vec<String> = row.iter().map(value).collect();
    let text = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), values.join(", "));
    book.execute(&text, [])
}

/// The columns that the schema itself gives a check, by table.
fn checked(book: &Connection) -> BTreeMap<String, BTreeSet<String>> {
    let mut statement =
        book.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").expect("asked");
    let tables = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("asked");
    let tables: Vec<(String, String)> = tables.map(|row| row.expect("a table")).collect();
    let columns = |sql: &str| {
        // A column that was added later stands on the line of the one before it.
        let sql = sql.replace(", template ", "\n    template ").replace(", score ", "\n    score ");
        let sql = sql.replace(", profile ", "\n    profile ");
        let lines = sql.lines().filter(|line| line.contains("CHECK (") && line.starts_with("    "));
        lines
            .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
            .filter(|name| name != "CHECK")
            .collect()
    };
    tables.iter().map(|(name, sql)| (name.clone(), columns(sql))).collect()
}

#[test]
fn every_table_of_ours_is_strict() {
    let (_desk, book) = book();
    let asked = "SELECT name, strict FROM pragma_table_list \
                 WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'";
    let mut statement = book.prepare(asked).expect("asked");
    let tables = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("asked");
    let tables: BTreeMap<String, bool> = tables.map(|row| row.expect("a table")).collect();
    let known: BTreeSet<&str> = ROWS.iter().map(|(table, _)| *table).chain(["book"]).collect();
    assert_eq!(tables.keys().map(String::as_str).collect::<BTreeSet<_>>(), known, "each has a row here");
    assert!(tables.values().all(|strict| *strict), "{tables:?}");
}

#[test]
fn every_column_with_a_check_refuses_what_is_none() {
    let (_desk, book) = book();
    let checked = checked(&book);
    let is_check = |refused: rusqlite::Result<usize>, what: &str| {
        let said = refused.expect_err(what).to_string();
        assert!(said.starts_with("CHECK constraint failed"), "{what}: {said}");
    };
    for (table, row) in ROWS {
        for (column, _) in *row {
            let bad = refused(table, column);
            let has = checked[*table].contains(*column);
            assert_eq!(!bad.is_empty(), has, "{table}.{column}: a check and what it refuses belong together");
            for value in bad {
                is_check(
                    insert(&book, table, row, &[(column, value)]),
                    &format!("{table}.{column} = {value}"),
                );
            }
        }
        insert(&book, table, row, &[]).unwrap_or_else(|error| panic!("{table} takes its row: {error}"));
    }
    for (column, value) in [("one", "2"), ("one", "0")] {
        let text = format!("INSERT INTO book ({column}, needs) VALUES ({value}, '1')");
        is_check(book.execute(&text, []), "one line about the book");
    }
    assert_eq!(checked["book"].iter().collect::<Vec<_>>(), ["one"]);
}

#[test]
fn columns_that_go_together_are_there_together() {
    let (_desk, book) = book();
    let row = |name: &str| ROWS.iter().find(|(table, _)| *table == name).expect("a row").1;
    let listed = ["listed_first_name", "listed_last_name", "listed_company", "listed_role"];
    for without in listed {
        let three: Vec<_> =
            listed.iter().filter(|name| **name != without).map(|name| (*name, "''")).collect();
        insert(&book, "contact", row("contact"), &three).expect_err(without);
        insert(&book, "contact", row("contact"), &[(without, "''")]).expect_err(without);
    }
    insert(&book, "contact", row("contact"), &listed.map(|name| (name, "''"))).expect("all four");
    for (kind, undoes) in [("'do'", "'a'"), ("'undo'", "NULL"), ("'redo'", "NULL")] {
        insert(&book, "journal", row("journal"), &[("kind", kind), ("undoes", undoes)]).expect_err(kind);
    }
    insert(&book, "journal", row("journal"), &[("kind", "'undo'"), ("undoes", "'a'")]).expect("an undo");
}
