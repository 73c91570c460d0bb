//! The reader of the LinkedIn export: every era and quirk, and files that were built to do harm.

mod archives;
mod connections;
mod desk;
mod dialects;
mod fuzz;
mod hostile;
mod invitations;
mod letterbox;
mod messages;
mod no_time;
