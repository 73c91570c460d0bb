//! inroads: the record of one person's professional outreach, in a terminal.
//!
//! # The house
//!
//! Eight floors. Inside a floor rooms may talk; between floors an arrow points down, never up (`tests/house.rs`
//! reads the sources and keeps it so).
//!
//! ```text
//! main.rs → cli → runtime → ui → app → insight → domain
//!           cli → app                       every verb goes through the app, as a key does
//!           cli, runtime → store, exchange → domain
//! ```
//!
//! | floor        | what it is                                                              |
//! |--------------|-------------------------------------------------------------------------|
//! | [`domain`]   | the words: contacts, requests, changes, the network in memory           |
//! | [`insight`]  | judgement: quality of a message, stage, respect rules, budget           |
//! | [`exchange`] | the letterbox: the LinkedIn export, the documented JSON shapes          |
//! | [`store`]    | the book: SQLite behind the network, and its journal                    |
//! | [`app`]      | the mind: what is shown and what a key means, without a terminal        |
//! | [`ui`]       | the eyes: how that looks                                                |
//! | [`runtime`]  | the hands: the loop, threads, files, clock, terminal                    |
//! | [`cli`]      | the doors: one command, one file                                        |
//!
//! # How one key press travels
//!
//! ```text
//! keyboard thread        main thread                                     scribe thread (owns the database)
//! read() ── Key(w) ────► recv
//!  (waits for leave)     keymap: in Pending, w is Withdraw
//!                        act(state, Withdraw)
//!                          allows? yes
//!                          Deed::Settle{..}.plan(network) ⇒ a batch of changes, each with its inverse
//!                          network.apply(batch)     refused where the world moved on
//!                          history, cursor, notice "noted: Tom Okafor withdrawn …"
//!                          ⇒ [Effect::Save(batch)]
//!                        hands: Save ──────────────────────────────────► one transaction: rows and journal
//!                        give leave, once a batch of keys
//!                        draw
//!                        recv ◄───────── News::Saved(batch) ──────────── commit    (the notice loses its …)
//! ```
//!
//! Three decisions carry the rest. **The whole network is in memory**, shared record by record, so lists and
//! filters are pure functions and a copy for a helper thread costs a pointer a row. **Every mutation is a
//! [`domain::change::Change`] with an inverse**, one value that is applied, saved, journaled and undone, so these can
//! never tell different stories (the typing of a message is saved, and has no line in the journal). **A [`app::deed::Deed`] is what a key, a menu, the command line and repeat have in
//! common**: a verb with its targets, planned into changes or refused in words.
//!
//! Where this differs from a first sketch of the house: the key table lives in [`app::keymap`], not in the ui, since
//! dispatch, palette and help are decided there and drawing only shows them; it knows keys as text, so no terminal
//! crate is needed. And `domain` derives serde, since the journal and the export speak the domain's own words.
//!
//! # Where to begin reading
//!
//! [`domain::network`], then [`app::deed`], then [`app::act`]; [`runtime::screens`] for the loop, [`ui`] for the looks,
//! [`store`] for what is promised about the disk, [`exchange::linkedin`] for what exports are really like, and
//! [`domain::merge`] for what an import may change.

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod insight;
pub mod runtime;
pub mod store;
pub mod ui;
