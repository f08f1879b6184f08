//! The curves of a report: of 100 cases so many are done, sampled at even steps.

use super::document::{CoursePart, SeatCurvePart};
use super::others::Others;
use crate::aar::curve::{self, Steps, mean};
use crate::aar::played::Played;
use crate::sim::Sim;
use crate::vocab::{AdministrationId, ServiceId};

/// Draws the curves of the course and of the others.
pub(super) fn curves(played: &Played, others: Option<&Others>) -> CoursePart {
    let steps = Steps::fine(played.beginning.scenario.start_ex, played.now());
    let sim = played.exercise.sim();
    let region = |sim: &Sim| curve::region(sim, steps);
    let seats = played.seats().into_iter();
    let seats = seats.filter(|seat| sim.services_of(*seat).next().is_some());
    CoursePart {
        from_minute: steps.from,
        step_minutes: steps.every,
        played_of_100: region(sim),
        without_aid_of_100: others.map(|others| region(others.without_aid.sim())),
        bots_of_100: others.map(|others| region(others.bots.sim())),
        seats: seats
            .map(|seat| SeatCurvePart {
                seat: played.key(seat).to_owned(),
                played_of_100: mean(sim, &[seat], steps),
                without_aid_of_100: others
                    .map(|others| mean(others.without_aid.sim(), &[seat], steps)),
            })
            .collect(),
    }
}

/// Returns the services of some seats that most people missed: id, and cases that waited or were lost.
pub(super) fn hardest(played: &Played, most: usize) -> Vec<(AdministrationId, ServiceId, f64)> {
    let sim = played.exercise.sim();
    let mut all: Vec<_> = played
        .seats()
        .into_iter()
        .flat_map(|seat| sim.services_of(seat).map(move |id| (seat, id)))
        .map(|(seat, id)| {
            let of = sim.service_metrics(id);
            (seat, id, of.cases_delayed + of.cases_lost)
        })
        .filter(|(_, id, cases)| *cases >= 1.0 && sim.first_down(*id).is_some())
        .collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
    all.truncate(most);
    all
}
