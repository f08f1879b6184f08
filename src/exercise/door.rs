//! What a client of a running exercise may do.

use std::sync::Arc;

use crate::command::{AidDraft, Command};
use crate::view::{Preview, PublicView, SeatView};
use crate::vocab::{AdministrationId, Refusal};

/// The door: all a screen, a script or a remote seat can reach.
pub trait Door: Send {
    /// Returns what all may know.
    fn public(&self) -> Arc<PublicView>;

    /// Returns the latest view of a seat.
    fn view(&self, seat: AdministrationId) -> Arc<SeatView>;

    /// Says what a draft would do, from what the seat knows.
    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview;

    /// Hands in an act of a seat and waits for the answer.
    ///
    /// # Errors
    /// The refusal, with its reason, if the act is not possible now.
    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal>;
}
