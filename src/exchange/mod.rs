//! The letterbox: what comes from other programs, read into the words of the domain.
//!
//! Takes readers, never opens paths, never asks the clock, decides nothing about the network.

pub mod answers;
pub mod forecasts;
pub mod json;
pub mod linkedin;
pub mod reviews;
pub mod scores;
pub mod shapes;
