//! `beistand drill`: many runs, with means and intervals.

use super::args::{Common, DrillArgs};
use super::{Failure, Outcome};

pub(super) fn drill(_args: &DrillArgs, _common: &Common) -> Outcome {
    Err(Failure::Bad("not yet".to_owned()))
}
