//! The command line, tried on the real program: what it prints, in which shape, and how it ends.

mod bad_input;
mod configuration;
mod contacts;
mod demo;
mod files;
mod folders;
mod forecast;
mod home;
mod hostile;
mod imports;
mod journal;
mod keys;
mod large;
mod odd_books;
mod requests;
mod score;
mod screens;
mod shapes;
mod together;
mod who;
