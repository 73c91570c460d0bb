//! inroads: the record of one person's professional outreach, in a terminal.
//!
//! # The house
//!
//! Eight floors; an arrow points down, never up. `tests/house.rs` keeps it so.
//!
//! ```text
//! main.rs → cli → runtime → ui → app → insight → domain
//!           cli → app            (every verb goes through `app::act`, as a key does)
//!           cli, runtime → store, exchange → domain
//! ```

pub mod domain;
pub mod store;
