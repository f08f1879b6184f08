//! The command line of beistand.

fn main() {}
