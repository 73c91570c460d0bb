//! Other programs: the clipboard, the browser, the user's editor. Nothing goes through a shell.

use std::fs;
use std::io::{self, Write, stdout};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use crate::domain::visible;

/// Puts text on the clipboard: through the terminal, and through an installed tool where there is one.
///
/// # Errors
/// Where the terminal cannot be written to.
pub fn copy(text: &str) -> io::Result<()> {
    // The text is the user's own; a control character in it could steer whatever it is pasted into.
    let clean: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    execute!(stdout(), CopyToClipboard::to_clipboard_from(&clean))?;
    // A tool that is installed and has no screen to speak to would take the text and drop it.
    let there = |variable: &str| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    let (wayland, x11) = (there("WAYLAND_DISPLAY"), there("DISPLAY"));
    let tools: [(bool, &str, &[&str]); 4] = [
        (wayland, "wl-copy", &[]),
        (x11, "xclip", &["-selection", "clipboard"]),
        (x11, "xsel", &["--clipboard", "--input"]),
        (cfg!(target_os = "macos"), "pbcopy", &[]),
    ];
    for (_, program, arguments) in tools.into_iter().filter(|(there, ..)| *there) {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // Such a tool may stay to serve the clipboard: Ctrl-Z and the end of the terminal are not meant for it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        if let Ok(mut child) = command.spawn() {
            if let Some(mut input) = child.stdin.take() {
                let _ = input.write_all(clean.as_bytes());
            }
            thread::spawn(move || child.wait());
            break;
        }
    }
    Ok(())
}

/// Opens an address, given as one argument and only where it is one of the web or of mail.
///
/// # Errors
/// Says what is wrong with it, or that no program took it.
pub fn open(address: &str) -> Result<(), String> {
    let lower = address.to_ascii_lowercase();
    if !["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Err(format!("{} is no address of the web or of mail", visible::line(address)));
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err("the address has blanks or control characters in it: e mends it".to_owned());
    }
    opener::open(address)
        .map_err(|_| format!("no program here opens addresses: {}, y u copies it", visible::line(address)))
}

/// A text that the user's editor changes, in a private file that is gone afterwards.
#[derive(Debug)]
pub struct Draft {
    file: tempfile::NamedTempFile,
    before: String,
    program: String,
}

impl Draft {
    /// Writes the text to a private file and starts the editor on it.
    ///
    /// # Errors
    /// Says which editor could not be run.
    pub fn open(editor: &str, text: &str) -> Result<(Self, Child), String> {
        let words = split(editor);
        let Some((program, arguments)) = words.split_first() else {
            return Err("no editor is named: set EDITOR, or editor in the configuration".to_owned());
        };
        let could = |what: &str, error: &io::Error| format!("could not {what}: {error}");
        let mut file = tempfile::Builder::new()
            .prefix("inroads-note-")
            .suffix(".md")
            .tempfile()
            .map_err(|error| could("make a private file for the editor", &error))?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.flush())
            .map_err(|error| could("write for the editor", &error))?;
        let child = Command::new(program)
            .args(arguments)
            .arg(file.path())
            .spawn()
            .map_err(|error| could(&format!("run the editor {program}"), &error))?;
        Ok((Self { file, before: text.to_owned(), program: program.clone() }, child))
    }

    /// What the editor made of it; nothing where it was left as it was.
    ///
    /// # Errors
    /// Where the editor ended badly, or the text cannot be read back.
    pub fn close(self, ended: io::Result<ExitStatus>) -> Result<Option<String>, String> {
        let status = ended.map_err(|error| format!("could not wait for the editor: {error}"))?;
        if !status.success() {
            return Err(format!("the text is as it was: the editor {} ended with {status}", self.program));
        }
        self.take()
    }

    /// What is in the file, however the editor ended: it was asked to end before its user was done.
    ///
    /// # Errors
    /// Where the text cannot be read back.
    pub fn take(self) -> Result<Option<String>, String> {
        let back = fs::read_to_string(self.file.path())
            .map_err(|error| format!("could not read the text back: {error}"))?;
        Ok((back != self.before).then_some(back))
    }
}

/// Splits a command line at its blanks; quotes keep blanks. No variables, no globs: this is no shell.
fn split(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for c in command.chars() {
        match (quote, c) {
            (Some(q), c) if q == c => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                begun = true;
            }
            (None, c) if c.is_whitespace() => {
                if begun {
                    words.push(std::mem::take(&mut word));
                    begun = false;
                }
            }
            (_, c) => {
                word.push(c);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_split_without_a_shell() {
        assert_eq!(split("code --wait"), ["code", "--wait"]);
        assert_eq!(
            split("'/opt/my editor/bin' -c \"set tw=72\" $HOME"),
            ["/opt/my editor/bin", "-c", "set tw=72", "$HOME"]
        );
        assert!(split("  ").is_empty());
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_opened() {
        for address in ["file:///etc/passwd", "javascript:alert(1)", "-h", "https://a b", "http://x\n"] {
            assert!(open(address).is_err(), "{address}");
        }
    }

    fn edit(editor: &str, text: &str) -> Result<Option<String>, String> {
        let (draft, mut child) = Draft::open(editor, text)?;
        draft.close(child.wait())
    }

    #[test]
    fn an_edited_text_comes_back_and_an_untouched_one_does_not() {
        assert_eq!(edit("true", "as it was"), Ok(None));
        assert_eq!(edit("sed -i s/was/is/", "as it was").expect("sed runs").as_deref(), Some("as it is"));
        assert!(edit("false", "x").expect_err("it ended badly").contains("as it was"));
        assert!(edit("", "x").is_err());
    }
}
