//! The doors: one command, one file. Every verb goes through `app::act`, as a key does.

mod add;
mod archive;
mod args;
mod backup;
mod completions;
mod config;
mod context;
mod demo;
mod desk;
mod doctor;
mod draft;
mod due;
mod edit;
mod export;
mod fact;
mod flag;
mod forecast;
mod import;
mod input;
mod list;
mod log;
mod meter;
mod note;
mod problem;
mod profile;
mod received;
mod redo;
mod restore;
mod score;
mod screens;
mod sent;
mod settle;
mod shapes;
mod show;
mod sign;
mod snooze;
mod stats;
mod status;
mod tag;
mod touch;
mod undo;
mod who;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue};

use crate::domain::visible;
use crate::runtime::config::Missing;
use crate::runtime::paper;
use args::{Args, Command};
use context::Context;
use problem::Problem;

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    let args = match Args::try_parse_from(args::with_words(std::env::args_os())) {
        Ok(args) => args,
        Err(error) => return not_parsed(&error),
    };
    match run(&args) {
        Ok(code) => code,
        Err(problem) => {
            if let Some(text) = problem.text() {
                let text = paper::own(args.global.dress(), &visible::lines(text));
                // Where nobody reads what is wrong, there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "inroads: {text}");
            }
            problem.exit()
        }
    }
}

fn not_parsed(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        let _ = write!(std::io::stderr(), "{}", visible::lines(&text));
        if let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
            && let Some(instead) = instead_of(word)
        {
            let _ = writeln!(std::io::stderr(), "\n{instead}");
        }
        ExitCode::from(2)
    } else {
        let _ = write!(std::io::stdout(), "{text}");
        ExitCode::SUCCESS
    }
}

/// What does the thing that a word of the screens means, where the command line calls it something else.
fn instead_of(word: &str) -> Option<&'static str> {
    match word {
        "withdraw" | "withdrawn" => Some("`inroads settle WHO withdrawn` notes a withdrawal"),
        "accept" | "accepted" => Some("`inroads settle WHO accepted` notes an acceptance"),
        "decline" | "declined" => Some("`inroads settle WHO declined` notes their no"),
        "outcome" => Some("`inroads settle WHO OUTCOME` notes what came of a request"),
        "remind" | "later" => Some("`inroads snooze WHO DATE` puts it off until a day"),
        "search" | "find" => Some("`inroads list QUERY` finds people"),
        "merge" | "decide" | "rule" | "rules" | "account" => {
            Some("that is done in the screens: `inroads` opens them, ? there finds the key")
        }
        _ => None,
    }
}

fn run(args: &Args) -> Result<ExitCode, Problem> {
    if let Some(Command::Completions(args)) = &args.command {
        return completions::run(args);
    }
    // The one that is to be made is not there yet.
    let named = match &args.command {
        Some(Command::Config(config)) if config.makes_one() => Missing::Fine,
        _ => Missing::Wrong,
    };
    let context = Context::of(&args.global, named)?;
    let done = match &args.command {
        None => return screens::own(&context, &args.global),
        Some(Command::Demo(demo)) => {
            return demo::run(&context.of_the_demo(&args.global), &args.global, demo);
        }
        Some(Command::Doctor(args)) => return doctor::run(&context, args),
        Some(Command::Import(args)) => import::run(&context, args),
        Some(Command::Status(args)) => status::run(&context, args),
        Some(Command::Due(args)) => due::run(&context, args),
        Some(Command::Show(args)) => show::run(&context, args),
        Some(Command::List(args)) => list::run(&context, args),
        Some(Command::Sent(args)) => sent::run(&context, args),
        Some(Command::Received(args)) => received::run(&context, args),
        Some(Command::Settle(args)) => settle::run(&context, args),
        Some(Command::Snooze(args)) => snooze::run(&context, args),
        Some(Command::Sign(args)) => sign::run(&context, args),
        Some(Command::Score(args)) => score::run(&context, args),
        Some(Command::Forecast(args)) => forecast::run(&context, args),
        Some(Command::Stats(args)) => stats::run(&context, args),
        Some(Command::Draft(args)) => draft::run(&context, args),
        Some(Command::Fact(args)) => fact::run(&context, args),
        Some(Command::Flag(args)) => flag::run(&context, args),
        Some(Command::Profile(args)) => profile::run(&context, args),
        Some(Command::Add(args)) => add::run(&context, args),
        Some(Command::Edit(args)) => edit::run(&context, args),
        Some(Command::Tag(args)) => tag::run(&context, args),
        Some(Command::Note(args)) => note::run(&context, args),
        Some(Command::Touch(args)) => touch::run(&context, args),
        Some(Command::Archive(args)) => archive::run(&context, args),
        Some(Command::Undo(args)) => undo::run(&context, args),
        Some(Command::Redo(args)) => redo::run(&context, args),
        Some(Command::Log(args)) => log::run(&context, args),
        Some(Command::Export(args)) => export::run(&context, args),
        Some(Command::Backup(args)) => backup::run(&context, args),
        Some(Command::Restore(args)) => restore::run(&context, args),
        Some(Command::Config(config)) => config::run(&context, &args.global, config),
        Some(Command::Completions(_)) => Ok(()),
    };
    done.map(|()| ExitCode::SUCCESS)
}
