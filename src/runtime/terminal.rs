//! The terminal: taken, and given back on every way out.

use std::io::{self, IsTerminal, Write, stdout};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;

use super::thrift::Thrift;

/// The terminal while the screens have it; dropping it gives it back.
pub struct Screen {
    /// Where frames are drawn.
    pub terminal: Terminal<Thrift<io::BufWriter<io::Stdout>>>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// Where there is none, or it cannot be set.
    pub fn take() -> io::Result<Self> {
        enter()?;
        let out = io::BufWriter::with_capacity(64 * 1024, stdout());
        match Terminal::new(Thrift::new(out)) {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Lets somebody else have the terminal for a while, then takes it again and draws anew.
    ///
    /// # Errors
    /// Where the terminal cannot be taken again.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = to();
        enter()?;
        self.terminal.clear()?;
        Ok(result)
    }

    /// Sets the terminal again after somebody else had it, and draws anew.
    ///
    /// # Errors
    /// Where the terminal cannot be taken again.
    pub fn retake(&mut self) -> io::Result<()> {
        enter()?;
        self.terminal.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange)
}

/// Gives the terminal back; whatever goes wrong here, there is nothing better to do. Safe to call twice.
pub fn give_back() {
    let _ = execute!(stdout(), DisableFocusChange, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}

/// Whether screens can be shown here; the reason where they cannot.
///
/// # Errors
/// One sentence that says what to do instead.
pub fn usable(term: Option<&str>) -> Result<(), String> {
    let instead = "`inroads show today` prints without one, `inroads --help` lists the commands";
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(format!("the screens need a terminal, and this is none: {instead}"));
    }
    if term == Some("dumb") {
        return Err(format!("TERM=dumb cannot show screens: {instead}"));
    }
    Ok(())
}
