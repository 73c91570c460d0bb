//! The real program in a real pseudo-terminal: what it promises to the terminal, to the disk and to its neighbours.

#![cfg(unix)]

mod asleep;
mod books;
mod closed;
mod compose;
mod doors;
mod editor;
mod home;
mod killed;
mod life;
mod progress;
mod pty;
mod raw;
mod restored;
mod switching;
mod two;
mod typing;
