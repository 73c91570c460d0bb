//! The hands: threads, files, clock, terminal.

pub mod letterbox;
