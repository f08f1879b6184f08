//! The screens of a seat, each a function of the view and the focus.

pub(super) mod aid;
pub(super) mod attendance;
pub(super) mod background;
pub(super) mod causes;
pub(super) mod course;
mod customers;
pub(super) mod desk;
mod ghosts;
pub(super) mod log;
pub(super) mod map;
mod notices;
pub(super) mod observe;
pub(super) mod outcome;
mod outcome_provider;
pub(super) mod place;
pub(super) mod recovery;
pub(super) mod region;
mod region_now;
mod region_rows;
mod region_why;
pub(super) mod script;
pub(super) mod script_table;
pub(super) mod services;
mod side;
mod summary;
pub(super) mod town_hall;
pub(super) mod work;
