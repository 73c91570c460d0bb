//! The terminal: taken, and given back on every way out.

use std::io::{self, IsTerminal, Write, stdout};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

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

    /// Takes the terminal again after somebody else had it, or may have set it otherwise, and draws anew.
    ///
    /// # Errors
    /// Where the terminal cannot be taken again.
    pub fn retake(&mut self) -> io::Result<()> {
        // Raw mode counts as set until it is given up, whatever a shell did to the terminal meanwhile.
        let _ = disable_raw_mode();
        enter()?;
        self.clear()
    }

    /// Clears it, so that everything is drawn anew. Asks the terminal nothing, as `Terminal::clear` does: the answer
    /// would come to the reader of keys.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
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

/// Wakes the reader of keys for what it has left unread. It sleeps until something *arrives*, and of that it takes
/// 1,024 bytes, or none where the size changed in the same moment: the rest would lie there until the next key. Setting
/// the modes that are set already counts as an arrival.
pub fn stir() {
    let input = io::stdin();
    let mut watched = [PollFd::new(&input, PollFlags::IN)];
    let waits = poll(&mut watched, Some(&Timespec::default())).is_ok_and(|ready| ready > 0);
    if waits {
        set_modes(modes());
    }
}

/// The modes of the line: raw, or as a shell wants them.
pub fn modes() -> Option<Termios> {
    tcgetattr(io::stdin()).ok()
}

/// Sets the modes of the line.
pub fn set_modes(modes: Option<Termios>) {
    if let Some(modes) = modes {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &modes);
    }
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
