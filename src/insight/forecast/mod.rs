//! Is it still alive? The chance that a pending request is ever accepted, learned from the user's own history, beginning
//! with published averages where there is little of it.
//!
//! ```text
//! requests, exports ─► case ─► tally ─► fit ─► posterior ─► table ─► chance ─► verdict
//!   (history, listing)                   │                             ▲
//!                                        └─► groups, signs ────────────┘
//! ```
//!
//! The model is a mixture cure model (Boag 1949; Farewell 1982): a share of the requests would be accepted sooner or
//! later, the rest never; how long the acceptors take is one of two families, averaged by how well each explains the
//! data. It is fitted on a grid, so nothing can fail to converge, and with no data the same code yields the prior.
//! Time is in days, everything is deterministic, nothing asks the clock.

pub mod age;
pub mod audit;
pub mod case;
pub mod chance;
pub mod compare;
pub mod fit;
pub mod fitted;
pub mod groups;
pub mod hindsight;
pub mod history;
pub mod latency;
pub mod listing;
pub mod outlook;
pub mod posterior;
pub mod request;
pub mod signs;
pub mod survival;
pub mod table;
pub mod tally;
pub mod verdict;
pub mod words;

/// The platform drops a pending request then, so "ever" means "by this day": a claim that can be checked.
pub const HORIZON: f64 = 180.0;
/// A chance looks at least so many days ahead.
pub const LEAST_AHEAD: f64 = 30.0;
