//! beistand: a tabletop-exercise and crisis-simulation engine for mutual aid between municipalities.
//!
//! The rooms, from the bottom up; each may use only those below it (see `ARCHITECTURE.md`).

pub mod vocab;

pub mod aar;
pub mod command;
pub mod drill;
pub mod exercise;
pub mod journal;
pub mod response;
pub mod scenario;
pub mod sim;
pub mod validate;
pub mod view;

pub mod cli;
pub mod ports;
pub mod tui;
pub mod words;
