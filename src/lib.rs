//! inroads
pub mod app;
pub mod domain;
pub mod exchange;
pub mod insight;
pub mod runtime;
