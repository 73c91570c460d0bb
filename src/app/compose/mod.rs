//! Screen 4: messages that are being written.

pub mod reader;
