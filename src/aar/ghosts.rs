//! Ghosts: the same luck, other decisions, each in a world of its own.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::course;
use crate::command::Command;
use crate::exercise::{Asides, Start, World};
use crate::journal::{Journal, deeds, rerun};
use crate::scenario::Scenario;
use crate::view::{Ghost, GhostKind, LostDecision, course_sum};
use crate::vocab::{AdministrationId, SimTime};

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
        let mut world = World::new(Arc::clone(&self.scenario));
        world.keep_courses();
        let lines = (1..).zip(self.journal.lines());
        let mut deeds = deeds(world.sibling(), self.start, lines);
        deeds.retain(|deed| is_done_again(kind, &deed.line.command));
        let mut exercise = course::begin(world, self.start, &self.response, persons).ok()?;
        if kind == GhostKind::WithoutAid {
            exercise = exercise.without_aid_of_bots(SimTime::ZERO);
        }
        let lost = rerun(&mut exercise, &deeds, cancelled)?;
        let calendar = exercise.sim().calendar();
        let lost = lost
            .into_iter()
            .filter(|lost| lost.deed.line.seat == seat)
            .map(|lost| LostDecision {
                at: calendar.stamp(lost.deed.line.minute),
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

/// Whether what the room did happens in a ghost as well.
fn is_done_again(kind: GhostKind, command: &Command) -> bool {
    match kind {
        GhostKind::WithoutAid => !command.is_about_aid(),
        // Others decide, but what comes from outside is the same: the word of the bank, say.
        GhostKind::Bots => *command == Command::LeadExercise,
    }
}

#[cfg(test)]
mod tests;
