//! The forecast against its reference values, its laws, and made-up worlds in which the truth is known.

mod curves;
mod door;
mod exports;
mod fits;
mod given;
mod groups;
mod laws;
mod network;
mod small;
mod worlds;
