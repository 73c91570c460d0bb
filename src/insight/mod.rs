//! Judgement: how good a message is and what it is like, what stage a request is in, what the rules say, what is left of
//! the budget, what came of what. Pure, no clock.

pub mod budget;
pub mod figures;
pub mod forecast;
pub mod quality;
pub mod respect;
pub mod review;
pub mod similarity;
pub mod stage;
