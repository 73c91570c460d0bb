//! The hands: the loop, threads, files, the clock, the terminal. Knows no rule of the trade.

pub mod clock;
pub mod config;
pub mod crash;
mod event;
pub mod export;
mod guest;
mod hands;
mod helper;
pub mod kept;
mod keyboard;
pub mod letterbox;
pub mod outside;
pub mod paper;
pub mod paths;
pub mod screens;
mod scribe;
pub mod script;
mod session;
mod signals;
pub mod surroundings;
pub mod target;
pub mod templates;
pub mod terminal;
mod thrift;
