//! `completions`: what a shell needs to complete a command line.

use std::io::{Write, stdout};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use super::problem::Problem;

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which shell
    shell: Shell,
}

/// Prints completions.
pub fn run(args: &Args) -> Result<ExitCode, Problem> {
    // The generator ends the program where its writer says no, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::args::Args::command(), "inroads", &mut script);
    stdout().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
