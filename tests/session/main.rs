//! Whole sessions as key scripts: no terminal, no threads, no clock, no sleeps. After each, the book on disk says what
//! the screens show.

mod alone;
mod asking;
mod beside;
mod compose;
mod footer;
mod forecast;
mod imports;
mod looks;
mod promises;
mod stage;
mod windows;
mod work;
