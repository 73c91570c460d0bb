//! The right-hand side: what is known of the row, what it means, and the next step; also printed by `inroads show`.

mod card;
mod request;
mod today;
mod you;

pub use card::{card, decision};
pub use request::{request, sign, stage_line, waits};
pub use today::today;
pub use you::{rule, value};

#[cfg(test)]
mod tests;
