//! A home folder of its own for each test, and the program in it.

use std::path::{Path, PathBuf};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

/// The day of every test.
pub const TODAY: &str = "2026-11-22";

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_inroads");

/// An export that goes with the program.
pub const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample-export");

/// Runs the program as a job of a shell, says how it ended, and lets it go on when a line is typed. `reset` sets the
/// modes of the line before that, as the shells do that people use.
const SHELL: &str = r#"
set -m
modes=$(stty -g)
sh -c 'echo $$ > "$PID_FILE"; exec "$@"' sh "$@"
echo "ended with $?."
read -r go
[ "$go" != reset ] || stty "$modes"
fg > /dev/null
echo "ended with $?."
read -r go
"#;

/// A home folder.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        for folder in ["data", "config"] {
            std::fs::create_dir(home.path().join(folder)).unwrap();
        }
        home
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that the program makes for its data.
    pub fn data(&self) -> PathBuf {
        if cfg!(target_os = "macos") {
            self.path().join("Library/Application Support/inroads")
        } else {
            self.path().join("data/inroads")
        }
    }

    /// The user's own book, in the place where the program looks for it.
    pub fn book(&self) -> PathBuf {
        self.data().join("inroads.db")
    }

    /// The made-up network.
    pub fn demo(&self) -> PathBuf {
        self.data().join("demo.db")
    }

    /// The program with these arguments, in this home and on the day of every test.
    pub fn program(&self, arguments: &[&str]) -> CommandBuilder {
        self.command(PROGRAM, &[&["--today", TODAY], arguments].concat())
    }

    /// The same as a job of a shell.
    pub fn in_shell(&self, arguments: &[&str]) -> CommandBuilder {
        let program = ["-c", SHELL, "sh", PROGRAM, "--today", TODAY];
        self.command("sh", &[&program, arguments].concat())
    }

    /// Any program in this home.
    pub fn command(&self, program: &str, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(self.path());
        let own = [("HOME", self.path().to_owned()), ("XDG_DATA_HOME", self.path().join("data"))];
        for (name, value) in own {
            command.env(name, value);
        }
        command.env("XDG_CONFIG_HOME", self.path().join("config"));
        command.env("PID_FILE", self.path().join("pid"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for name in [
            "NO_COLOR",
            "RUST_BACKTRACE",
            "LC_ALL",
            "LC_CTYPE",
            "VISUAL",
            "EDITOR",
            "DISPLAY",
            "WAYLAND_DISPLAY",
        ] {
            command.env_remove(name);
        }
        command
    }

    /// The program at the command line of this home, without a terminal.
    pub fn runs(&self, arguments: &[&str]) -> std::process::Output {
        let command = self.program(arguments);
        let [program, arguments @ ..] = &command.get_argv()[..] else { panic!("a program") };
        let mut run = std::process::Command::new(program);
        run.args(arguments).env_clear().envs(command.iter_full_env_as_str()).current_dir(self.path());
        run.output().unwrap()
    }

    /// A script that can be run, in this home.
    pub fn script(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        path
    }

    /// The number of the process that the shell started.
    pub fn pid(&self) -> rustix::process::Pid {
        let number = std::fs::read_to_string(self.path().join("pid")).unwrap();
        rustix::process::Pid::from_raw(number.trim().parse().unwrap()).unwrap()
    }
}
