//! inroads
pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod insight;
pub mod runtime;
pub mod store;
pub mod ui;
