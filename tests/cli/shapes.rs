//! The documented shapes: an export loses nothing, and what is documented is what is printed.

use std::collections::BTreeMap;

use inroads::domain::contact::Flag;
use inroads::domain::decision::DecisionKind;
use inroads::domain::request::{Channel, Direction, Evidence, Standing};
use inroads::domain::run::TableKind;
use inroads::domain::sign::SignKind;
use inroads::domain::touch::TouchKind;
use serde_json::{Value, json};

use crate::home::{Home, finish};

const SHAPES: &str = include_str!("../../assets/shapes.md");

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

/// A book with something in every corner: words of a sign, a reminder, a former address, a touch, a note, two imports,
/// a connection that is gone, a question left open, and details that the user keeps beside those of the export.
pub fn rich() -> Home {
    let home = Home::new();
    let import = |day: &str, rows: &str| {
        let name = format!("Basic_LinkedInDataExport_{day}/Connections.csv");
        let table = home.write(&name, format!("{HEADER}{rows}"));
        home.ok(&["import".as_ref(), table.parent().unwrap().as_os_str()]);
    };
    let ana = "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Ceiba,CTO,20 Nov 2025\n";
    import("10-20-2026", &format!("{ana}Bo,Lind,https://www.linkedin.com/in/bo-lind,,Faro,PM,1 May 2024\n"));
    home.ok(&["edit", "ana", "--role", "Chief", "--purpose", "storage"]);
    let bo = "Bo,Lind,https://www.linkedin.com/in/bo-lind-2,,Faro,PM,1 May 2024\n";
    import("11-20-2026", &format!("{}{bo}", ana.replace("CTO", "Founder")));
    home.ok(&["add", "Mei Lin", "--url", "https://www.linkedin.com/in/mei-old", "--tag", "rust"]);
    home.ok(&["edit", "mei", "--url", "https://www.linkedin.com/in/mei-lin"]);
    home.ok(&["snooze", "mei", "9m"]);
    home.ok(&["sent", "mei", "--on", "9d", "--message", "Hi Mei", "--source", "meetup"]);
    home.ok(&["sign", "mei", "viewed_profile", "twice in a week"]);
    home.ok(&["touch", "mei", "comment", "her talk"]);
    home.ok(&["note", "mei", "likes *storage*"]);
    home.ok(&["fact", "mei", "work", "testing fsync", "--on", "9d"]);
    home.ok(&["draft", "mei", "Hi Mei, your talk"]);
    home.ok(&["draft", "mei", "Hi Mei, your talk on fsync"]);
    home
}

#[test]
fn an_export_keeps_everything_that_was_written_down() {
    let book = &rich().json(&["export"])[0];
    let [ana, bo, _, mei] = [0, 1, 2, 3].map(|at| &book["contacts"][at]);
    assert_eq!((&ana["role"], &ana["listed"]["role"]), (&json!("Chief"), &json!("Founder")));
    assert_eq!((&ana["origin"], &mei["origin"]), (&json!("export"), &json!("hand")));
    assert_eq!((&bo["gone_on"], &mei["gone_on"]), (&json!("2026-11-20"), &Value::Null));
    assert_eq!(mei["former_slugs"], json!(["mei-old"]));
    assert_eq!(mei["ask_again_on"], "2027-08-22");
    let request = &book["requests"][0];
    assert_eq!((&request["recorded_on"], &request["origin"]), (&json!("2026-11-22"), &json!("hand")));
    assert_eq!((&request["against"], &request["by_name"]), (&Value::Null, &json!(false)));
    assert_eq!(
        book["signs"][0],
        json!({"request": "r1", "sign": "viewed_profile", "on": "2026-11-22", "text": "twice in a week", "id": "s1",
            "channel": null})
    );
    assert_eq!(
        (&book["touches"][0]["direction"], &book["touches"][0]["text"]),
        (&json!("sent"), &json!("her talk"))
    );
    let question = &book["decisions"][0];
    assert_eq!((&question["kind"], &question["settled"]), (&json!("new_address"), &json!(false)));
    assert_eq!((&question["contact"], &question["other"]), (&json!("c3"), &json!("c2")));
    assert_eq!(book["rules"]["account"], "free");
}

#[test]
fn show_has_the_questions_about_a_contact_too() {
    let home = rich();
    for who in ["c2", "c3"] {
        assert_eq!(home.json(&["show", who])[0]["decisions"][0]["kind"], "new_address", "{who}");
    }
    assert_eq!(home.json(&["show", "ana"])[0]["decisions"], json!([]));
    assert_eq!(home.json(&["show", "you"])[0]["value"], "free");
}

/// The keys of a value, in order, and what is below them; a text, a number and null have none.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Plain,
    Object(Vec<(String, Shape)>),
    List(Box<Shape>),
}

impl Shape {
    /// What two values of one kind show together: one may have null where the other has an object.
    fn and(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Plain, other) => other,
            (one, Shape::Plain) => one,
            (Shape::List(one), Shape::List(other)) => Shape::List(Box::new(one.and(*other))),
            (Shape::Object(one), Shape::Object(other)) => {
                let names =
                    |keys: &[(String, Shape)]| keys.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
                assert_eq!(names(&one), names(&other), "objects of one kind have the same keys");
                let pairs = one.into_iter().zip(other);
                Shape::Object(pairs.map(|((key, one), (_, other))| (key, one.and(other))).collect())
            }
            (one, other) => panic!("{one:?} and {other:?}"),
        }
    }
}

/// Reads a shape from JSON, or from the documents, where keys may go without a value and a word stands for a record.
struct Reader<'a> {
    rest: &'a str,
    records: BTreeMap<&'a str, Shape>,
}

impl<'a> Reader<'a> {
    fn skip(&mut self, sign: char) -> bool {
        self.rest = self.rest.trim_start();
        let found = self.rest.strip_prefix(sign);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn text(&mut self) -> String {
        let escaped = |at: usize| self.rest[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
        let end = self.rest.match_indices('"').map(|(at, _)| at).find(|at| !escaped(*at)).unwrap();
        let text = self.rest[..end].to_owned();
        self.rest = &self.rest[end + 1..];
        text
    }

    fn word(&mut self) -> &'a str {
        let end = self.rest.find([',', '}', ']', ' ', '\n']).unwrap_or(self.rest.len());
        let word = &self.rest[..end];
        self.rest = &self.rest[end..];
        word
    }

    fn value(&mut self) -> Shape {
        if self.skip('{') {
            let mut keys = Vec::new();
            while !self.skip('}') {
                if self.skip('"') {
                    let key = self.text();
                    let below = if self.skip(':') { self.value() } else { Shape::Plain };
                    keys.push((key, below));
                } else {
                    let word = self.word();
                    let Some(Shape::Object(fields)) = self.records.get(word) else { panic!("{word}") };
                    keys.extend(fields.clone());
                }
                self.skip(',');
            }
            return Shape::Object(keys);
        }
        if self.skip('[') {
            let mut each = Shape::Plain;
            while !self.skip(']') {
                let next = self.value();
                each = each.and(next);
                self.skip(',');
            }
            return Shape::List(Box::new(each));
        }
        if self.skip('"') {
            self.text();
            return Shape::Plain;
        }
        let word = self.word();
        self.records.get(word).cloned().unwrap_or(Shape::Plain)
    }
}

/// The shapes that are documented, by the heading they stand under, each in the order of the document.
fn documented() -> BTreeMap<&'static str, Vec<Shape>> {
    let (_, records) = SHAPES.split_once("CONTACT {").unwrap();
    let records = format!("CONTACT {{{}", records.split_once("```").unwrap().0);
    let records: &'static str = Box::leak(records.into_boxed_str());
    let mut reader = Reader { rest: records, records: BTreeMap::new() };
    while !reader.rest.trim().is_empty() {
        reader.rest = reader.rest.trim_start();
        let name = reader.word();
        let shape = reader.value();
        reader.records.insert(name, shape);
    }
    let records = reader.records;
    let sections = SHAPES.split("\n## ").skip(1).filter_map(|section| section.split_once('\n'));
    sections
        .filter(|(heading, _)| *heading != "records")
        .map(|(heading, text)| {
            let blocks = text.split("```text\n").skip(1).map(|block| block.split_once("```").unwrap().0);
            let shapes = blocks.map(|rest| Reader { rest, records: records.clone() }.value());
            (heading, shapes.collect())
        })
        .collect()
}

#[test]
fn what_is_documented_is_what_is_printed() {
    let home = rich();
    home.ok(&["received", "ana", "--on", "3d"]);
    home.ok(&["snooze", "r1", "3d"]);
    let printed = |args: &[&str]| {
        let run = finish(home.command(&[args, &["--json"]].concat()));
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        assert!(!run.out.is_empty(), "{args:?} prints something");
        let lines = run.out.lines().map(|rest| Reader { rest, records: BTreeMap::new() }.value());
        lines.fold(Shape::Plain, Shape::and)
    };
    let bad = format!(
        "{HEADER}Max,Day,https://www.linkedin.com/in/max,,,,soon\n\
         Bo,Lind,https://www.linkedin.com/in/bo-lind-3,,Faro,PM,1 May 2024\n"
    );
    home.write("Basic_LinkedInDataExport_11-21-2026/Connections.csv", bad);
    let mut documented = documented();
    let mut of =
        |heading: &str| documented.remove(heading).unwrap_or_else(|| panic!("{heading} is documented"));
    let [book] = &of("export")[..] else { panic!() };
    assert_eq!(&printed(&["export"]), book);
    let [listed] = &of("list")[..] else { panic!() };
    assert_eq!((&printed(&["list"]), &printed(&["show", "contacts"])), (listed, listed));
    let [who, pending, you] = &of("show")[..] else { panic!() };
    assert_eq!(&printed(&["show", "ana"]).and(printed(&["show", "mei"])).and(printed(&["show", "c3"])), who);
    for tab in ["pending", "received", "snoozed"] {
        assert_eq!(&printed(&["show", tab]), pending, "{tab}");
    }
    assert_eq!(&printed(&["show", "you"]), you);
    let [due] = &of("due")[..] else { panic!() };
    assert_eq!((&printed(&["due", "--today", "2027-08-22"]), &printed(&["show", "today"])), (due, due));
    let [status] = &of("status")[..] else { panic!() };
    assert_eq!(&printed(&["status"]), status);
    let [log] = &of("log")[..] else { panic!() };
    assert_eq!(&printed(&["log"]), log);
    let [doctor] = &of("doctor")[..] else { panic!() };
    assert_eq!(&printed(&["doctor"]), doctor);
    let [config] = &of("config")[..] else { panic!() };
    assert_eq!(&printed(&["config"]), config);
    let [written] = &of("backup restore demo")[..] else { panic!() };
    assert_eq!((&printed(&["backup", "b.db"]), &printed(&["export", "e.json"])), (written, written));
    assert_eq!(&printed(&["restore", "b.db", "--force"]), written);
    let [score] = &of("score")[..] else { panic!() };
    assert_eq!(&printed(&["score", "Hi [Name], I came across your profile."]), score);
    let [forecast] = &of("forecast")[..] else { panic!() };
    assert_eq!(&printed(&["forecast"]), forecast);
    let [stats] = &of("stats")[..] else { panic!() };
    assert_eq!((&printed(&["stats"]), &printed(&["stats", "pile"])), (stats, stats));
    let [import] = &of("import")[..] else { panic!() };
    let new = "Basic_LinkedInDataExport_11-21-2026";
    assert_eq!(&printed(&["import", new, "--dry-run"]), import);
    let [draft] = &of("draft")[..] else { panic!() };
    assert_eq!((&printed(&["draft"]), &printed(&["draft", "mei"])), (draft, draft));
    let [profile] = &of("profile")[..] else { panic!() };
    assert_eq!(&printed(&["profile"]), profile);
    let verbs = "add edit tag note touch archive sent received settle snooze sign fact flag undo redo";
    let [noted] = &of(verbs)[..] else { panic!() };
    for args in [
        &["add", "Kim Roe"][..],
        &["edit", "kim", "--role", "CTO"],
        &["tag", "kim", "+x"],
        &["note", "kim", "x"],
        &["touch", "kim", "call"],
        &["archive", "kim"],
        &["sent", "kim"],
        &["snooze", "kim", "3d"],
        &["sign", "kim", "reacted"],
        &["settle", "kim", "accepted"],
        &["received", "kim"],
        &["fact", "kim", "work", "testing fsync"],
        &["flag", "kim", "at_connection_limit"],
        &["draft", "kim", "Hi Kim"],
        &["profile", "skills"],
        &["undo"],
        &["redo"],
    ] {
        assert_eq!(&printed(args), noted, "{args:?}");
    }
    assert!(documented.is_empty(), "nothing prints {documented:?}");
}

#[test]
fn every_word_of_a_shape_is_documented() {
    fn words<T: Copy>(all: &[T], token: fn(T) -> &'static str) -> String {
        all.iter().map(|each| token(*each)).collect::<Vec<_>>().join(" ")
    }
    let shown = SHAPES.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, words) in [
        ("direction", words(Direction::ALL, Direction::token)),
        ("channel", words(Channel::ALL, Channel::token)),
        ("standing", words(Standing::ALL, Standing::token)),
        ("evidence", words(Evidence::ALL, Evidence::token)),
        ("sign", words(SignKind::ALL, SignKind::token)),
        ("touch", words(TouchKind::ALL, TouchKind::token)),
        ("decision", words(DecisionKind::ALL, DecisionKind::token)),
        ("table", words(TableKind::ALL, TableKind::token)),
        ("flags", words(Flag::ALL, Flag::token)),
    ] {
        assert!(shown.contains(&format!("- {name}: {words} -")), "{name}: {words}");
    }
}
