//! The command line as clap reads it; each command's own options stand in its file.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{
    add, archive, backup, completions, config, demo, doctor, draft, due, edit, export, fact, flag, forecast,
    import, list, log, note, profile, received, redo, restore, score, sent, settle, show, sign, snooze,
    stats, status, tag, touch, undo,
};

use crate::app::nearest::nearest;
use crate::runtime::surroundings::Dress;

const EXAMPLES: &str = "\
Examples:
  inroads import Basic_LinkedInDataExport_11-20-2026.zip --dry-run
  inroads list is:stale -tag:vip

WHO is an id (c42), a profile address or its last part, or a unique part of a name.
DATE is today, yesterday, 3d, 2w, 6m, 1y, fri, 22 nov or 2026-11-22. Without a command the screens open.";

/// Over the options that every command has.
const EVERYWHERE: &str = "For every command";

/// The record of your professional outreach: who waits, is it still alive, what next?
///
/// It needs no network, signs in nowhere and sends nothing: it only writes down what you tell it.
#[derive(Debug, Parser)]
#[command(name = "inroads", version, after_help = EXAMPLES, color = clap::ColorChoice::Never)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND", max_term_width = 100)]
pub struct Args {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// Print JSON in its documented shape
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub json: bool,
    /// Use this book instead of your own
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Use this configuration
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Fix the clock, such as 2026-11-22 or 2026-11-22T08:14
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "DAY")]
    pub today: Option<String>,
    /// ASCII, no colour
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub plain: bool,
    /// Play these keys without a terminal, on a copy in memory
    #[arg(long, global = true, value_name = "KEYS", hide = true)]
    pub keys: Option<String>,
    /// The size for --keys, such as 80x24
    #[arg(long, global = true, value_name = "COLSxROWS", hide = true)]
    pub size: Option<String>,
    /// Print the last screen of --keys: text or ansi
    #[arg(long, global = true, value_name = "HOW", hide = true)]
    pub print: Option<String>,
    /// Keep what --keys changed
    #[arg(long, global = true, hide = true)]
    pub write: bool,
    /// Make this thread panic once the screen is up: main, scribe or helper
    #[arg(long, global = true, value_name = "THREAD", hide = true)]
    pub panic: Option<String>,
}

impl Global {
    /// ASCII, or everything.
    pub fn dress(&self) -> Dress {
        if self.plain { Dress::Plain } else { Dress::Full }
    }
}

/// A command; the order is that of the help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look around with made-up people, in a book of its own
    Demo(demo::Args),
    /// Read your LinkedIn export: a zip, a folder or one of its tables
    Import(import::Args),
    /// Print one line for a prompt: what waits, what is due
    Status(status::Args),
    /// Print what is due today, and nothing where nothing is
    Due(due::Args),
    /// Print a contact, or what a screen shows
    Show(show::Args),
    /// List contacts, all or those that a query finds
    List(list::Args),
    /// Write down a request that you sent
    Sent(sent::Args),
    /// Write down a request that you received
    Received(received::Args),
    /// Write down what came of a request, or correct it
    Settle(settle::Args),
    /// Put a request off until a day, or be reminded of a contact
    Snooze(snooze::Args),
    /// Write down a sign that you saw while a request waits
    Sign(sign::Args),
    /// Score a message that goes with a request: personal, relevant, respectful
    Score(score::Args),
    /// Say of each request that waits whether it may still be accepted
    Forecast(forecast::Args),
    /// Print what your requests show: what worked, how long it takes, what came of it
    Stats(stats::Args),
    /// List the messages that you are writing, print one, or write one
    Draft(draft::Args),
    /// Write down something that a message can use
    Fact(fact::Args),
    /// Note what holds for asking a contact
    Flag(flag::Args),
    /// Print the checklist of your own profile, or note that an item is in order
    Profile(profile::Args),
    /// Add a contact
    Add(add::Args),
    /// Change what you know of a contact
    Edit(edit::Args),
    /// Add and take away tags
    Tag(tag::Args),
    /// Write a private note about a contact
    Note(note::Args),
    /// Log something that you did for or with a contact
    Touch(touch::Args),
    /// Put a contact away, or bring it back
    Archive(archive::Args),
    /// Take the newest change back, whoever made it
    Undo(undo::Args),
    /// Do again what was taken back last
    Redo(redo::Args),
    /// Print the history of changes, newest first
    Log(log::Args),
    /// Write your own copy of everything as JSON
    Export(export::Args),
    /// Copy the book to a file
    Backup(backup::Args),
    /// Put a backup in the place of the book, which is kept
    Restore(restore::Args),
    /// Look at the health of the book
    Doctor(doctor::Args),
    /// Print the settings in force and where they come from
    Config(config::Args),
    /// Print completions for a shell
    Completions(completions::Args),
}

/// What marks a word that begins with `-` and is no option; no argument can hold it.
const WORD: char = '\0';

/// Marks what `tag WHO -rust` takes away and what `list -tag:vip` leaves out, which clap would take for options; an
/// option after them stays one.
pub fn with_words(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let takes_value = ["--db", "--config", "--today", "--keys", "--size", "--print", "--panic"];
    let (mut command, mut value, mut all_words) = (None, true, false);
    args.map(|arg| {
        // The first is the program's own name.
        if std::mem::take(&mut value) {
            return arg;
        }
        let Some(text) = arg.to_str() else { return arg };
        if all_words {
            return arg;
        }
        if text == "--" {
            all_words = true;
        } else if takes_value.contains(&text) {
            value = true;
        } else if !text.starts_with('-') {
            if command.is_none() {
                command = Some(matches!(text, "tag" | "list" | "forecast"));
            }
        } else if command == Some(true) && !text.starts_with("--") && !matches!(text, "-" | "-h") {
            return format!("{WORD}{text}").into();
        }
        arg
    })
    .collect()
}

/// A word as it was typed.
#[allow(clippy::unnecessary_wraps, reason = "clap takes a function that can say no")]
pub fn word(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(text.trim_start_matches(WORD).to_owned())
}

/// Reads a word of a fixed list; what is none names the list and the nearest.
pub fn one_of<T: Copy>(text: &str, all: &[T], token: impl Fn(T) -> &'static str) -> Result<T, String> {
    let wanted = normal(text);
    all.iter().copied().find(|each| token(*each) == wanted).ok_or_else(|| {
        let meant = nearest(&wanted, all.iter().map(|each| token(*each)));
        none_of(&words(all, &token), meant)
    })
}

/// A word as those of a list are written.
pub fn normal(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

/// That a word is none of these, and which of them may be meant.
pub fn none_of(words: &str, meant: Option<&str>) -> String {
    let meant = meant.map_or_else(String::new, |word| format!(", did you mean {word}?"));
    format!("it is one of {words}{meant}")
}

/// The words of a list, for its help.
pub fn words<T: Copy>(all: &[T], token: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|each| token(*each)).collect::<Vec<_>>().join(" ")
}

/// The help of a WHO that is a contact: what it is to the command, and how to name one.
pub fn contact(lead: &str) -> String {
    format!(
        "{lead}: an id (c42), a profile address or its last part, or a part of the name that nobody else has"
    )
}

/// The help of a WHO that is a request.
pub fn request(lead: &str) -> String {
    let contact = contact("or its contact");
    format!("{lead}: its id (r17), {contact}; of several that wait give the id of one")
}

/// The help of an `--on`.
pub const ON: &str = "When, if not today: yesterday, 3d or 2w (ago), fri (the last one), 22 nov, 2026-11-22";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_whole() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_tag_to_take_away_is_no_option_and_an_option_after_it_is_one() {
        let parse = |line: &str| Args::parse_from(with_words(line.split(' ').map(OsString::from)));
        let args = parse("inroads --db tag tag c1 +new -old --json");
        assert!(args.global.json);
        let Some(Command::Tag(tag)) = args.command else { panic!("a tag") };
        assert_eq!(tag.tags, ["+new", "-old"]);
        let Some(Command::List(list)) = parse("inroads list is:stale -tag:vip --plain").command else {
            panic!("a list")
        };
        assert_eq!(list.query, ["is:stale", "-tag:vip"]);
    }
}
