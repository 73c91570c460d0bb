//! The doors: one command, one file. Every verb goes through `app::act`, as a key does.

mod args;
mod context;
mod problem;
mod screens;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use context::Context;
use problem::Problem;

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match run(&args) {
        Ok(code) => code,
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "inroads: {problem}");
            problem.exit()
        }
    }
}

fn run(args: &Args) -> Result<ExitCode, Problem> {
    let context = Context::of(&args.global)?;
    match &args.command {
        None => screens::own(&context, &args.global),
        Some(Command::Demo { remove }) => screens::demo(&context, &args.global, *remove),
    }
}
