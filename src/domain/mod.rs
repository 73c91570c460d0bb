//! The words: contacts, requests, messages, notes, touches, and the changes that move them.
//!
//! Plain values and the rules that hold for them everywhere. No input or output, no clock: what
//! day it is comes in as a [`time::Now`].

pub mod arrival;
pub mod batch;
pub mod change;
pub mod contact;
pub mod dates;
pub mod decision;
pub mod draft;
pub mod fact;
pub mod fold;
pub mod foretold;
pub mod id;
pub mod merge;
pub mod network;
pub mod note;
pub mod profile;
pub mod record;
pub mod refusal;
mod renumber;
pub mod request;
pub mod rules;
pub mod run;
pub mod same_request;
pub mod sample;
pub mod sign;
pub mod slug;
pub mod table;
pub mod time;
pub mod touch;
pub mod visible;
