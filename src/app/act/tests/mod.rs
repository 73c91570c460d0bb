//! Keys, tried on a small network: what a press leads to, in which words, and what brings it back.

mod boxes;
mod finding;
mod forms;
mod marks;
mod people;
mod rules;
mod standings;
