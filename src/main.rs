//! The door to the street.
fn main() {}
