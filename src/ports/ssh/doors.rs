//! The door of one of a team: it opens for who acts and tells the others why not.

use std::sync::Arc;

use super::hall::{Hall, PersonId};
use crate::command::{AidDraft, Command};
use crate::exercise::Door;
use crate::exercise::door::Team;
use crate::view::{Preview, PublicView, SeatView, TeamView};
use crate::vocab::{AdministrationId, Refusal};

/// A seat's door for one of those who share it. Who may act is asked at the moment of the act.
pub(super) struct TeamDoor {
    hall: Arc<Hall>,
    id: PersonId,
    inner: Box<dyn Door>,
}

impl TeamDoor {
    pub fn new(hall: Arc<Hall>, id: PersonId, inner: Box<dyn Door>) -> Self {
        Self { hall, id, inner }
    }
}

impl Door for TeamDoor {
    fn public(&self) -> Arc<PublicView> {
        self.inner.public()
    }

    fn view(&self, seat: AdministrationId) -> Arc<SeatView> {
        self.inner.view(seat)
    }

    fn preview(&self, seat: AdministrationId, draft: &AidDraft) -> Preview {
        self.inner.preview(seat, draft)
    }

    fn submit(&self, seat: AdministrationId, command: Command) -> Result<(), Refusal> {
        self.hall.may_act(self.id)?;
        self.inner.submit(seat, command)
    }

    fn ready(&self, seat: AdministrationId, ready: bool) -> Result<(), Refusal> {
        self.hall.may_act(self.id)?;
        self.inner.ready(seat, ready)
    }
}

/// What one of a team sees of it and may do in it.
pub(super) struct Sharer {
    pub hall: Arc<Hall>,
    pub id: PersonId,
}

impl Team for Sharer {
    fn look(&self) -> TeamView {
        self.hall.team(self.id)
    }

    fn pass_on(&self) -> Result<(), Refusal> {
        self.hall.pass_on(self.id)
    }

    fn heard(&self) {
        self.hall.heard(self.id);
    }
}
