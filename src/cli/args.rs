//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// The record of your professional outreach: who waits, is it still alive, what next?
///
/// Without a command it opens the screens. It needs no network, signs in nowhere and sends nothing.
#[derive(Debug, Parser)]
#[command(name = "inroads", version)]
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
    /// Use this book instead of your own
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Use this configuration
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Fix the clock, such as 2026-11-22 or 2026-11-22T08:14
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    /// ASCII, no colour
    #[arg(long, global = true)]
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

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look around with made-up people, in a book of its own
    Demo {
        /// Remove that book again
        #[arg(long)]
        remove: bool,
    },
}
