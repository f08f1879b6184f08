/// Version of the program with a checksum of the model it was built from, as in `0.1.0+3fa9c1d2`.
///
/// The same scenario and the same seed give the same course where it is the same.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("BEISTAND_MODEL"));
