//! What typing does to the message, the advice and the facts.
