//! The floor under the benchmarks: the least that a program does which reads all contacts and lists them.
//!
//! `cargo run --release --example floor -- FILE`. It draws after every key, only the rows that are seen, and folds
//! the keys of the search when the first one is wanted.

use std::cmp::Reverse;
use std::ffi::OsStr;

use anyhow::Context;
use crossterm::event::{self, Event, KeyCode, KeyEvent};
use nucleo_matcher::{Config, Matcher, Utf32String, chars};
use ratatui::layout::Constraint::{Fill, Length};
use ratatui::layout::Layout;
use ratatui::style::Style;
use ratatui::widgets::{Block, Row, Table};
use ratatui::{DefaultTerminal, Frame};
use rusqlite::{Connection, OpenFlags};

struct Person {
    name: String,
    company: String,
    role: String,
}

#[derive(PartialEq)]
enum Mode {
    List,
    Filter,
}

struct Floor {
    people: Vec<Person>,
    keys: Vec<Utf32String>,
    matcher: Matcher,
    shown: Vec<u32>,
    cursor: usize,
    top: usize,
    page: usize,
    filter: String,
    mode: Mode,
}

fn main() -> anyhow::Result<()> {
    let path = std::env::args_os().nth(1).context("give the database: floor FILE")?;
    let people = read(&path)?;
    let mut config = Config::DEFAULT;
    (config.ignore_case, config.normalize) = (false, false); // the keys are folded
    let mut floor = Floor {
        shown: (0..people.len() as u32).collect(),
        people,
        keys: Vec::new(),
        matcher: Matcher::new(config),
        cursor: 0,
        top: 0,
        page: 1,
        filter: String::new(),
        mode: Mode::List,
    };
    let outcome = floor.run(&mut ratatui::try_init()?);
    ratatui::restore();
    outcome
}

fn read(path: &OsStr) -> anyhow::Result<Vec<Person>> {
    let book = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = book.prepare("select first_name, last_name, company, role from contact")?;
    let people = statement.query_map([], |row| {
        let (first, last): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(Person { name: format!("{first} {last}"), company: row.get(2)?, role: row.get(3)? })
    })?;
    people.collect::<Result<_, _>>().context("could not read the contacts")
}

fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(chars::normalize).collect()
}

impl Floor {
    fn run(&mut self, terminal: &mut DefaultTerminal) -> anyhow::Result<()> {
        loop {
            terminal.draw(|frame| self.draw(frame))?;
            match event::read()? {
                Event::Key(key) if self.mode == Mode::Filter => self.type_key(key),
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Event::Key(key) => self.list_key(key),
                _ => {}
            }
        }
    }

    fn list_key(&mut self, key: KeyEvent) {
        let last = self.shown.len().saturating_sub(1);
        match key.code {
            KeyCode::Char('j') | KeyCode::Down => self.cursor = (self.cursor + 1).min(last),
            KeyCode::Char('k') | KeyCode::Up => self.cursor = self.cursor.saturating_sub(1),
            KeyCode::Char('g') | KeyCode::Home => self.cursor = 0,
            KeyCode::Char('G') | KeyCode::End => self.cursor = last,
            KeyCode::PageDown => self.cursor = (self.cursor + self.page).min(last),
            KeyCode::PageUp => self.cursor = self.cursor.saturating_sub(self.page),
            KeyCode::Char('/') => self.mode = Mode::Filter,
            _ => {}
        }
    }

    fn type_key(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Enter => return self.mode = Mode::List,
            KeyCode::Esc => (self.mode, self.filter) = (Mode::List, String::new()),
            KeyCode::Backspace => drop(self.filter.pop()),
            KeyCode::Char(c) => self.filter.push(c),
            _ => return,
        }
        self.search();
    }

    fn search(&mut self) {
        self.cursor = 0;
        if self.keys.is_empty() {
            let key = |p: &Person| folded(&format!("{} {} {}", p.name, p.company, p.role)).into();
            self.keys = self.people.iter().map(key).collect();
        }
        let needle = Utf32String::from(folded(&self.filter));
        let mut hits: Vec<(Reverse<u16>, u32)> = (0..)
            .zip(&self.keys)
            .filter_map(|(n, key)| {
                Some((Reverse(self.matcher.fuzzy_match(key.slice(..), needle.slice(..))?), n))
            })
            .collect();
        hits.sort_unstable();
        self.shown = hits.into_iter().map(|(_, n)| n).collect();
    }

    fn draw(&mut self, frame: &mut Frame) {
        let [list, line] = Layout::vertical([Fill(1), Length(1)]).areas(frame.area());
        self.page = usize::from(list.height.saturating_sub(2)).max(1);
        self.top = self.top.clamp((self.cursor + 1).saturating_sub(self.page), self.cursor);
        let end = (self.top + self.page).min(self.shown.len());
        let rows = (self.top..end).map(|n| {
            let person = &self.people[self.shown[n] as usize];
            let style = if n == self.cursor { Style::new().reversed() } else { Style::new() };
            Row::new([person.name.as_str(), &person.company, &person.role]).style(style)
        });
        let count = format!(" {} of {} ", self.shown.len(), self.people.len());
        let block = Block::bordered().title("Contacts").title_bottom(count);
        frame.render_widget(Table::new(rows, [Length(28), Length(28), Fill(1)]).block(block), list);
        let filtering = self.mode == Mode::Filter || !self.filter.is_empty();
        frame.render_widget(if filtering { format!("/{}", self.filter) } else { "j k g G / q".into() }, line);
    }
}
