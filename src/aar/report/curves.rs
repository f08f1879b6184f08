//! The curves of a report: of 100 cases so many are done, sampled at even steps.

use super::document::{CoursePart, SeatCurvePart};
use super::others::Others;
use crate::aar::played::Played;
use crate::sim::Sim;
use crate::vocab::{AdministrationId, HOUR, ServiceId, SimTime};

/// Most values of a curve.
const MOST_VALUES: u32 = 360;

/// At which moments curves are read.
#[derive(Debug, Clone, Copy)]
struct Steps {
    from: SimTime,
    every: u32,
    count: u32,
}

impl Steps {
    fn of(played: &Played) -> Self {
        let from = played.beginning.scenario.start_ex;
        let minutes = played.now().since(from);
        // Whole hours, so that the same moments are read at every length.
        let every = minutes.div_ceil(MOST_VALUES).div_ceil(HOUR).max(1) * HOUR;
        Self {
            from,
            every,
            count: minutes / every + 1,
        }
    }
}

/// Draws the curves of the course and of the others.
pub(super) fn curves(played: &Played, others: Option<&Others>) -> CoursePart {
    let steps = Steps::of(played);
    let scenario = &played.beginning.scenario;
    let all: Vec<AdministrationId> = (0..scenario.administrations.len())
        .map(AdministrationId::from_index)
        .collect();
    let sim = played.exercise.sim();
    let region = |sim: &Sim| mean(sim, &all, steps);
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

/// Of 100 cases of some administrations, how many are done at each step: services weigh by their demand.
fn mean(sim: &Sim, of: &[AdministrationId], steps: Steps) -> Vec<f64> {
    let mut sums = vec![0.0; steps.count as usize];
    let mut demand = 0.0;
    for at in of {
        let known = sim.known(*at);
        for own in known.services() {
            add(&mut sums, known.steps(own.id), own.demand_per_day, steps);
            demand += own.demand_per_day;
        }
    }
    if demand <= 0.0 {
        return vec![100.0; sums.len()];
    }
    let of_100 = |sum: &f64| (sum / demand * 1000.0).round() / 10.0;
    sums.iter().map(of_100).collect()
}

/// Adds the level of a service at each step, in cases a day.
fn add(sums: &mut [f64], levels: &[(SimTime, f32)], demand: f64, steps: Steps) {
    let mut next = 0;
    let mut level = 1.0;
    for (number, sum) in (0..).zip(sums) {
        let at = steps.from.after(steps.every * number);
        while let Some((_, value)) = levels.get(next).filter(|(moment, _)| *moment <= at) {
            level = f64::from(*value);
            next += 1;
        }
        *sum += level * demand;
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
