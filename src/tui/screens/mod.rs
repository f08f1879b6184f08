//! The screens of a seat, each a function of the view and the focus.

pub(super) mod aid;
pub(super) mod course;
pub(super) mod log;
pub(super) mod outcome;
pub(super) mod recovery;
pub(super) mod services;
pub(super) mod town_hall;
