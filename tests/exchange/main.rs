//! The reader of the LinkedIn export: every era and quirk, and files that were built to do harm.

mod archives;
mod connections;
mod desk;
mod dialects;
mod dialects_of_requests;
mod fuzz;
mod headers;
mod hostile;
mod invitations;
mod letterbox;
mod marks;
mod messages;
mod no_time;
mod standings;
mod streamed;
