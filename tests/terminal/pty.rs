//! A program in a pseudo-terminal: what it draws is parsed, and waited for.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::{Parser, Screen};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What came from the program.
struct Seen {
    parser: Parser,
    raw: Vec<u8>,
    /// The reader is to stop, so that the terminal can be closed.
    closing: bool,
}

/// A program in a pseudo-terminal. Dropped, it is killed.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    modes: String,
}

fn some(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// Starts a program in a terminal of 80 by 24.
    pub fn start(command: CommandBuilder) -> Self {
        Self::sized(80, 24, command)
    }

    pub fn sized(columns: u16, rows: u16, command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave); // else the reader never sees the end
        let mut from = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let parser = Parser::new(some(rows), some(columns), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), closing: false }), Condvar::new()));
        let shared = Arc::clone(&seen);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read @ 1..) = from.read(&mut buffer) {
                let Ok(mut seen) = shared.0.lock() else { return };
                seen.raw.extend_from_slice(&buffer[..read]);
                seen.parser.process(&buffer[..read]);
                shared.1.notify_all();
                if seen.closing {
                    return;
                }
            }
        });
        Self { child, master: Some(pair.master), writer: Some(writer), reader: Some(reader), seen, modes }
    }

    /// Types, all in one write.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        let writer = self.writer.as_mut().expect("the terminal is open");
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).unwrap();
        self
    }

    /// Waits until the screen is as it should be.
    #[track_caller]
    pub fn until(&mut self, what: &str, mut so: impl FnMut(&Screen) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        let (seen, changed) = &*self.seen;
        let mut now = seen.lock().unwrap();
        while !so(now.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let screen = now.parser.screen().contents();
            assert!(!left.is_zero(), "waited for {what} in vain:\n{screen}");
            now = changed.wait_timeout(now, left).unwrap().0;
        }
        drop(now);
        self
    }

    /// Waits until this can be read on the screen.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text))
    }

    /// Waits until this cannot be read on the screen any more.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.until(&format!("the end of {text}"), |screen| !screen.contents().contains(text))
    }

    /// Types these keys again and again until this can be read on the screen.
    #[track_caller]
    pub fn types_until(&mut self, keys: &str, text: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !self.text().contains(text) {
            assert!(Instant::now() < end, "waited for {text} in vain:\n{}", self.text());
            self.types(keys);
            self.writes_within(Duration::from_millis(100));
        }
        self
    }

    /// Types keys that draw something, and waits until something is drawn.
    #[track_caller]
    pub fn draws(&mut self, keys: &str) -> &mut Self {
        let (before, end) = (self.bytes(), Instant::now() + PATIENCE);
        self.types(keys);
        while self.bytes() == before {
            assert!(Instant::now() < end, "nothing was drawn:\n{}", self.text());
            self.writes_within(Duration::from_millis(100));
        }
        self
    }

    /// What is on the screen now.
    pub fn text(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// What is on the screen now, as if it had lines without end.
    pub fn unwrapped(&self) -> String {
        self.text().replace('\n', "")
    }

    pub fn raw(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().raw.clone()
    }

    /// How many bytes came so far.
    pub fn bytes(&self) -> usize {
        self.seen.0.lock().unwrap().raw.len()
    }

    /// Whether anything comes within this time; how many bytes came when the first has come or the time is over.
    pub fn writes_within(&self, time: Duration) -> bool {
        let (seen, changed) = &*self.seen;
        let now = seen.lock().unwrap();
        let before = now.raw.len();
        let (now, _) = changed.wait_timeout_while(now, time, |seen| seen.raw.len() == before).unwrap();
        now.raw.len() > before
    }

    /// Waits until nothing comes for a while.
    pub fn rests(&mut self) -> &mut Self {
        while self.writes_within(Duration::from_millis(200)) {}
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(some(rows), some(columns));
        self.master.as_ref().expect("the terminal is open").resize(size(columns, rows)).unwrap();
        self
    }

    /// Waits until the program ends; one that does not is ended, and that is a fault.
    #[track_caller]
    pub fn ends(&mut self) -> ExitStatus {
        let process = Pid::from_raw(self.pid() as i32).unwrap();
        let (ended, is_over) = mpsc::channel::<()>();
        let guard = thread::spawn(move || {
            let late = is_over.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout);
            if late {
                let _ = kill_process(process, Signal::KILL);
            }
            late
        });
        let status = self.child.wait().unwrap();
        drop(ended);
        assert!(!guard.join().unwrap(), "it did not end:\n{}", self.text());
        status
    }

    /// Ends it as nothing can prevent; the kill of the crate asks with a signal first.
    pub fn kill(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let process = Pid::from_raw(self.pid() as i32).unwrap();
            kill_process(process, Signal::KILL).unwrap();
            self.child.wait().unwrap();
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Closes the terminal, as a window that is closed: all ends of it that are ours.
    pub fn close(&mut self) {
        self.seen.0.lock().unwrap().closing = true;
        // Something has to come for the reader to notice; this draws everything anew.
        self.types("\x0c");
        self.reader.take().expect("it reads").join().unwrap();
        self.writer = None;
        self.master = None;
    }

    /// Whether the terminal is as it was before the program had it.
    #[track_caller]
    pub fn is_restored(&self) {
        self.is_calm();
        let raw = self.raw();
        let last = |part: &[u8]| raw.windows(part.len()).rposition(|window| window == part);
        assert!(last(b"\x1b[?1004l") > last(b"\x1b[?1004h"), "coming to the front is still told");
    }

    /// Whether the program left the terminal alone.
    #[track_caller]
    pub fn is_untouched(&self) {
        self.is_calm();
        assert!(!self.raw().contains(&0x1b), "no sequence was sent:\n{}", self.text());
    }

    #[track_caller]
    fn is_calm(&self) {
        let modes = format!("{:?}", self.master.as_ref().expect("the terminal is open").get_termios());
        assert_eq!(modes, self.modes, "modes of the line");
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        let text = screen.contents();
        assert!(!screen.alternate_screen(), "it left the alternate screen:\n{text}");
        assert!(!screen.hide_cursor(), "the cursor can be seen:\n{text}");
        assert!(!screen.bracketed_paste(), "pasted text is not marked:\n{text}");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.kill();
    }
}
