//! The door to the street.

use std::process::ExitCode;

fn main() -> ExitCode {
    inroads::cli::main()
}
