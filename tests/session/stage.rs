//! The stage for sessions: a book in a folder of its own, a fixed day, keys in and pictures out.

use std::fmt::Write;

use inroads::app::key::parse_script;
use inroads::app::state::{BookInfo, BookKind, State};
use inroads::domain::batch::{Batch, BatchKey};
use inroads::domain::change::{Change, Edit};
use inroads::domain::contact::{Contact, Origin};
use inroads::domain::id::{ContactId, RequestId};
use inroads::domain::request::{Direction, Request};
use inroads::domain::sample;
use inroads::domain::time::{Day, Moment, Now};
use inroads::runtime::script::{Stage, text};
use inroads::store::{Book, Care};
use inroads::ui::theme::{Colour, Glyphs, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use tempfile::TempDir;

/// The day of every session.
pub fn today() -> Now {
    Now { today: Day::parse("2026-11-22").unwrap(), at: Moment::parse("2026-11-22T11:00Z").unwrap() }
}

/// What is in the book at the start.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// The made-up network.
    Demo,
    /// Nothing.
    Nothing,
    /// The made-up network, with control characters in every field.
    Hostile,
    /// More who wait for an answer, and more stale requests, than Today lists.
    Crowd,
}

/// Screens that are played.
pub struct Session {
    pub stage: Stage,
    folder: TempDir,
}

pub const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 50)];
pub const COLOURED: Theme = Theme { colour: Colour::Sixteen, glyphs: Glyphs::Unicode };

impl Session {
    pub fn new(with: With) -> Self {
        Self::themed(with, COLOURED)
    }

    pub fn themed(with: With, theme: Theme) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut opened = Book::open(&folder.path().join("book.db")).unwrap();
        let changes = match with {
            With::Nothing => Vec::new(),
            With::Demo => sample::demo(today()),
            With::Hostile => sample::demo(today()).into_iter().map(hostile).collect(),
            With::Crowd => crowd(),
        };
        if !changes.is_empty() {
            let batch = Batch {
                key: BatchKey("start".into()),
                at: today().at,
                by: "demo".into(),
                what: "made-up people".into(),
                undoes: None,
                changes,
            };
            let batch = opened.network.apply(batch).unwrap();
            opened.book.save(batch, Care::Repeatable).unwrap();
        }
        let mut session = Self { stage: stage(opened.book, opened.network, theme, folder.path()), folder };
        session.stage.size(80, 24);
        session
    }

    /// Presses keys, then checks that the disk says the same as the memory.
    pub fn play(&mut self, keys: &str) -> &mut Self {
        self.stage.press(&parse_script(keys).unwrap());
        let on_disk = self.stage.book().load().unwrap();
        self.stage.book().caught_up();
        assert!(on_disk == self.stage.state.network, "the disk equals the memory after {keys:?}");
        self
    }

    pub fn size(&mut self, (columns, rows): (u16, u16)) -> &mut Self {
        self.stage.size(columns, rows);
        self
    }

    /// The program ends and begins again with the same book.
    pub fn restart(mut self) -> Self {
        let path = self.folder.path().join("book.db");
        drop(self.stage);
        let opened = Book::open(&path).unwrap();
        self.stage = stage(opened.book, opened.network, COLOURED, self.folder.path());
        self.stage.size(80, 24);
        self
    }

    pub fn picture(&mut self) -> Buffer {
        self.stage.picture().unwrap()
    }

    pub fn text(&mut self) -> String {
        text(&self.picture())
    }

    #[track_caller]
    pub fn shows(&mut self, part: &str) -> &mut Self {
        let text = self.text();
        assert!(text.contains(part), "{part:?} is not on the screen:\n{text}");
        self
    }

    #[track_caller]
    pub fn hides(&mut self, part: &str) -> &mut Self {
        let text = self.text();
        assert!(!text.contains(part), "{part:?} is on the screen:\n{text}");
        self
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

fn stage(
    book: Book,
    network: inroads::domain::network::Network,
    theme: Theme,
    folder: &std::path::Path,
) -> Stage {
    let info = BookInfo { kind: BookKind::Own, path: "~/book.db".into(), read_only: None };
    let instance = format!("test-{}", network.contacts.len() + network.requests.len());
    let unique = format!("{instance}-{}", book.log(10_000).unwrap().len());
    let state = State::new(network, today(), info, &unique);
    Stage::new(state, book, theme, &folder.join("copies"))
}

/// Twelve who asked, one a day, and eight who were asked long ago.
fn crowd() -> Vec<Change> {
    let day = |n: u32| today().today.plus(-i64::from(n));
    let asked = (1..=12).map(|n| (n, Direction::Received, day(n)));
    let stale = (13..=20).map(|n| (n, Direction::Sent, day(100 + n)));
    let people = asked.chain(stale).flat_map(|(n, direction, on)| {
        let contact = Contact::named(ContactId(n), "Ana", &format!("Nr{n}"), Origin::Hand);
        let request = Request::new(RequestId(n), contact.id, direction, on, on);
        [Change::Contact(Edit::add(contact)), Change::Request(Edit::add(request))]
    });
    people.collect()
}

/// Everything that could steer a terminal, into every field of a person.
fn hostile(change: Change) -> Change {
    let evil = "\x1b[31m\x07\u{9b}1m\u{202e}evil\u{2066}\u{200b}\r\n\t\x7f\u{2028}";
    match change {
        Change::Contact(mut edit) => {
            let mut contact = Contact::clone(edit.after.as_ref().unwrap());
            for field in
                [&mut contact.first_name, &mut contact.company, &mut contact.role, &mut contact.purpose]
            {
                field.insert_str(0, evil);
            }
            contact.tags.push(format!("z{evil}"));
            edit.after = Some(contact.into());
            Change::Contact(edit)
        }
        Change::Request(mut edit) => {
            let mut request = Request::clone(edit.after.as_ref().unwrap());
            request.message.push_str(evil);
            request.source.push_str(evil);
            edit.after = Some(request.into());
            Change::Request(edit)
        }
        other => other,
    }
}

/// The styles of a picture: a letter a cell, runs counted, a line a row; blank rows left out.
pub fn styles(picture: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..picture.area.height {
        let letters: Vec<String> = (0..picture.area.width)
            .map(|x| {
                let cell = &picture[(x, y)];
                let colour = match cell.fg {
                    Color::Cyan => "c",
                    Color::Green => "g",
                    Color::Yellow => "y",
                    Color::Red => "r",
                    Color::Reset => "",
                    _ => "?",
                };
                let mut letters = colour.to_owned();
                for (weight, letter) in [
                    (Modifier::BOLD, 'B'),
                    (Modifier::DIM, 'D'),
                    (Modifier::REVERSED, 'R'),
                    (Modifier::UNDERLINED, 'U'),
                ] {
                    if cell.modifier.contains(weight) {
                        letters.push(letter);
                    }
                }
                if letters.is_empty() { ".".to_owned() } else { letters }
            })
            .collect();
        let runs: Vec<String> =
            letters.chunk_by(|a, b| a == b).map(|run| format!("{}{}", run.len(), run[0])).collect();
        let _ = writeln!(out, "{y:>2} {}", runs.join(" "));
    }
    out
}
