//! Judgement: how good a message is, what stage a request is in, what the rules say, what is left of the budget. Pure, no
//! clock.

pub mod budget;
pub mod quality;
pub mod respect;
pub mod stage;
