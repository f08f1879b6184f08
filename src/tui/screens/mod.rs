//! The screens of a seat, each a function of the view and the focus.

pub(super) mod aid;
pub(super) mod causes;
pub(super) mod course;
mod customers;
mod ghosts;
pub(super) mod log;
pub(super) mod map;
pub(super) mod outcome;
pub(super) mod place;
pub(super) mod recovery;
pub(super) mod region;
pub(super) mod services;
mod side;
mod summary;
pub(super) mod town_hall;
pub(super) mod work;
