//! The right-hand side: what is known of the row, what it means, and the next step; also printed by `inroads show`.

mod card;
mod compose;
mod request;
mod today;
mod you;

pub use card::{card, decision};
pub use compose::{draft, why};
pub use request::{request, sign, stage_line, waits};
pub use today::today;
pub use you::{checked, own, rule, value};

#[cfg(test)]
mod tests;
