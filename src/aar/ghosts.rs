//! Ghosts: the same luck, other decisions, each in a world of its own.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::exercise::{Asides, Exercise, Start, World};
use crate::journal::{Journal, rerun};
use crate::response::{StandIns, players};
use crate::scenario::Scenario;
use crate::view::{Ghost, GhostKind, LostDecision, course_sum};
use crate::vocab::AdministrationId;

/// From what an exercise began, so that it can be played again.
struct Beginning {
    scenario: Arc<Scenario>,
    start: Start,
    /// Response plan of seats without persons.
    response: String,
    /// Seats of persons.
    persons: Vec<AdministrationId>,
    journal: Journal,
}

/// Returns what plays the ghosts of an exercise that began like this.
#[must_use]
pub fn asides(
    scenario: Arc<Scenario>,
    start: Start,
    response: String,
    persons: Vec<AdministrationId>,
    journal: Journal,
) -> Asides {
    let beginning = Beginning {
        scenario,
        start,
        response,
        persons,
        journal,
    };
    Arc::new(move |seat, kind, cancelled: &AtomicBool| beginning.play(seat, kind, cancelled))
}

impl Beginning {
    /// Plays one ghost to the end; `None` if it was cancelled.
    fn play(
        &self,
        seat: AdministrationId,
        kind: GhostKind,
        cancelled: &AtomicBool,
    ) -> Option<Ghost> {
        let persons: &[AdministrationId] = match kind {
            GhostKind::WithoutAid => &self.persons,
            GhostKind::Bots => &[],
        };
        let bots = players(&self.scenario, &self.response, persons).ok()?;
        let mut world = World::new(Arc::clone(&self.scenario));
        world.keep_courses();
        let deputies = Box::new(StandIns(Arc::clone(&self.scenario)));
        let mut exercise = Exercise::new(world, self.start, bots, None).with_deputies(deputies);
        let lines = self.journal.lines();
        let lost = rerun(
            &mut exercise,
            &lines,
            |line| kind == GhostKind::WithoutAid && !line.command.is_about_aid(),
            cancelled,
        )?;
        let calendar = exercise.sim().calendar();
        let lost = lost
            .into_iter()
            .filter(|lost| lost.line.seat == seat)
            .map(|lost| LostDecision {
                at: calendar.stamp(lost.line.minute),
                reason: lost.refusal.reason,
            })
            .collect();
        Some(Ghost {
            kind,
            sum: course_sum(exercise.sim(), seat),
            lost,
        })
    }
}

#[cfg(test)]
mod tests;
