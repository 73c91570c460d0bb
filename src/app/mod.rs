//! The mind: what the user sees of the network, what a key means, and what follows from it.
//!
//! Two doors: [`act::act`] for the user, [`learn::learn`] for the world. Both are pure: they change the state and
//! return wishes ([`effect::Effect`]) that the runtime fulfils.

pub mod act;
pub mod action;
pub mod compose;
pub mod contacts;
pub mod deed;
pub mod editor;
pub mod effect;
#[cfg(test)]
mod fixture;
pub mod history;
pub mod insights;
pub mod key;
pub mod keymap;
pub mod learn;
pub mod list;
pub mod nearest;
pub mod news;
pub mod outlook;
pub mod overlay;
pub mod page;
pub mod pending;
pub mod preview;
pub mod query;
pub mod search;
pub mod state;
mod targets;
pub mod timeline;
pub mod today;
pub mod wrap;
pub mod you;
