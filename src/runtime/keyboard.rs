//! The keyboard thread: sends what is there as one batch, then waits for leave, so that an editor that is opened
//! meanwhile loses no keys. The one place that knows crossterm's key types.

use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use crossterm::event::{self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event::{Event, Input};
use crate::app::key::{Code, Key};

/// Reads until the terminal is gone or nobody listens.
pub fn read(to: &Sender<Event>, leave: &Receiver<()>) {
    while let Ok(first) = event::read() {
        let mut batch = Vec::new();
        batch.extend(input(first));
        while event::poll(Duration::ZERO).unwrap_or(false) {
            match event::read() {
                Ok(next) => batch.extend(input(next)),
                Err(_) => break,
            }
        }
        // An empty one as well: with a change of size, keys of the same moment may have been left unread.
        if to.send(Event::Input(batch)).is_err() || leave.recv().is_err() {
            return;
        }
    }
    let _ = to.send(Event::Gone);
}

fn input(raw: Raw) -> Option<Input> {
    match raw {
        Raw::Key(press) => key(press).map(Input::Key),
        Raw::Paste(text) => Some(Input::Paste(text)),
        Raw::FocusGained => Some(Input::Focus),
        // The size is watched with the signals: from before it is first asked for, which is before anybody reads here.
        Raw::Resize(..) | Raw::FocusLost | Raw::Mouse(_) => None,
    }
}

fn key(press: KeyEvent) -> Option<Key> {
    if press.kind == KeyEventKind::Release {
        return None;
    }
    let code = match press.code {
        // Until the terminal is in raw mode it turns Return into a line feed: one that was typed before the screens
        // were up, or while the editor ended, is read as Ctrl-J.
        KeyCode::Char('j') if press.modifiers == KeyModifiers::CONTROL => return Some(Key::of(Code::Enter)),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    // A character and Shift-Tab say in themselves that Shift was held.
    let says_shift = matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        ctrl: press.modifiers.contains(KeyModifiers::CONTROL),
        alt: press.modifiers.contains(KeyModifiers::ALT),
        shift: press.modifiers.contains(KeyModifiers::SHIFT) && !says_shift,
    })
}
