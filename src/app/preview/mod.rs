//! The right-hand side: what is known of the row, what it means, and the next step; also printed by `inroads show`.

mod card;
mod chart;
mod compose;
mod curve;
mod insight;
mod request;
mod today;
mod you;

pub use card::{card, decision};
pub use compose::{draft, why};
pub use insight::{fill as answer, insight};
pub use request::{request, sign, stage_line, waits, why as why_chance};
pub use today::today;
pub use you::{checked, own, rule, value};

#[cfg(test)]
mod tests;
