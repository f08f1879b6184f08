//! What is likely if the persons at the seats do nothing from now on: futures that share the course so far.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::course;
use crate::exercise::{Exercise, Forecast, Start, World};
use crate::journal::{Journal, deeds, rerun_to};
use crate::scenario::{AdministrationKind, Scenario};
use crate::view::{Outlook, seats};
use crate::vocab::{AdministrationId, DAY, HOUR, SimTime};

/// How many futures are played.
pub const FUTURES: u32 = 100;
/// Hours within which further places may be hit.
const WITHIN: [u32; 3] = [HOUR, 6 * HOUR, DAY];
/// Pay runs farther away are not looked at.
const PAY_WITHIN: u32 = 14 * DAY;

/// Returns what plays the futures of an exercise that began like this, so many of them.
#[must_use]
pub fn forecast(
    scenario: Arc<Scenario>,
    start: Start,
    response: String,
    persons: Vec<AdministrationId>,
    journal: Journal,
    futures: u32,
) -> Forecast {
    Arc::new(move |now, cancelled: &AtomicBool| {
        let begun = Begun {
            scenario: &scenario,
            start,
            response: &response,
            persons: &persons,
        };
        begun.outlook(&journal, now, futures, cancelled)
    })
}

/// From what an exercise began.
struct Begun<'a> {
    scenario: &'a Arc<Scenario>,
    start: Start,
    response: &'a str,
    persons: &'a [AdministrationId],
}

/// What came of one future.
struct Future {
    /// Whether a further place was hit within each time.
    further: [bool; 3],
    /// Places hit within a day.
    hit: BTreeSet<AdministrationId>,
    /// Seats whose next pay run failed.
    unpaid: Vec<AdministrationId>,
}

impl Begun<'_> {
    /// Plays futures from `now` on; `None` if it was cancelled.
    fn outlook(
        &self,
        journal: &Journal,
        now: SimTime,
        futures: u32,
        cancelled: &AtomicBool,
    ) -> Option<Outlook> {
        let mut world = World::new(Arc::clone(self.scenario));
        let lines: Vec<_> = (1..)
            .zip(journal.lines())
            .filter(|(_, line)| line.minute <= now)
            .collect();
        let deeds = deeds(world.sibling(), self.start, lines);
        let all = seats(self.scenario);
        let mut outlook = None;
        for run in 1..=u64::from(futures) {
            let begun = course::begin(world, self.start, self.response, self.persons);
            let mut exercise = begun.ok()?;
            let mut lost = Vec::new();
            rerun_to(&mut exercise, &deeds, now, &mut lost, cancelled)?;
            let outlook = outlook.get_or_insert_with(|| {
                let held = held(&exercise);
                let sound = all.iter().filter(|seat| !held.contains(&seat.id));
                let pay_at = next_pay_run(&exercise, now);
                Outlook {
                    from: exercise.sim().calendar().stamp(now),
                    futures: 0,
                    further: [0; 3],
                    seats: sound.map(|seat| (seat.name.clone(), 0)).collect(),
                    pay: Vec::new(),
                    pay_at: pay_at.map(|at| exercise.sim().calendar().stamp(at)),
                }
            });
            exercise.change_luck(run);
            let future = play_on(&mut exercise, now, cancelled)?;
            outlook.futures += 1;
            for (count, hit) in outlook.further.iter_mut().zip(future.further) {
                *count += u32::from(hit);
            }
            for seat in &all {
                if future.hit.contains(&seat.id)
                    && let Some((_, count)) = outlook
                        .seats
                        .iter_mut()
                        .find(|(name, _)| *name == seat.name)
                {
                    *count += 1;
                }
                if future.unpaid.contains(&seat.id) {
                    match outlook.pay.iter_mut().find(|(name, _)| *name == seat.name) {
                        Some((_, count)) => *count += 1,
                        None => outlook.pay.push((seat.name.clone(), 1)),
                    }
                }
            }
            world = exercise.into_sim();
        }
        let mut outlook = outlook?;
        outlook
            .seats
            .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        outlook
            .pay
            .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Some(outlook)
    }
}

/// Places in the actor's hands now, providers left out: that they fall is the beginning of the story.
fn held(exercise: &Exercise) -> BTreeSet<AdministrationId> {
    let scenario = exercise.scenario();
    let is_provider = |at: AdministrationId| {
        scenario.administrations[at.index()].kind == AdministrationKind::Provider
    };
    let footholds = exercise.sim().footholds().into_iter();
    footholds
        .filter(|one| one.held > 0 && !is_provider(one.at))
        .map(|one| one.at)
        .collect()
}

/// The next moment at which a pay run of a seat is due, if it is near.
fn next_pay_run(exercise: &Exercise, now: SimTime) -> Option<SimTime> {
    let runs = seats(exercise.scenario()).into_iter().flat_map(|seat| {
        let known = exercise.known(seat.id);
        known.pay_cut_offs().collect::<Vec<_>>()
    });
    runs.filter(|at| *at > now && *at <= now.after(PAY_WITHIN))
        .min()
}

/// People whom pay runs of a seat did not reach so far.
fn unpaid(exercise: &Exercise, seat: AdministrationId) -> u32 {
    let known = exercise.known(seat);
    known.services().map(|service| service.people_unpaid).sum()
}

fn play_on(exercise: &mut Exercise, now: SimTime, cancelled: &AtomicBool) -> Option<Future> {
    let before = held(exercise);
    let pay_at = next_pay_run(exercise, now);
    let all = seats(exercise.scenario());
    let owed: Vec<u32> = all.iter().map(|seat| unpaid(exercise, seat.id)).collect();
    let mut further = [false; 3];
    let mut hit = BTreeSet::new();
    for (within, further) in WITHIN.into_iter().zip(&mut further) {
        exercise.advance_to(now.after(within));
        hit.extend(held(exercise).difference(&before));
        *further = !hit.is_empty();
        if cancelled.load(Ordering::Relaxed) {
            return None;
        }
    }
    let mut failed = Vec::new();
    if let Some(at) = pay_at {
        let settled = at.after(1).max(exercise.sim().now());
        exercise.advance_to(settled);
        let seats = all.iter().zip(owed);
        let more = seats.filter(|(seat, owed)| unpaid(exercise, seat.id) > *owed);
        failed.extend(more.map(|(seat, _)| seat.id));
    }
    Some(Future {
        further,
        hit,
        unpaid: failed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::players;
    use crate::scenario::load;

    #[test]
    fn who_got_rid_of_the_actor_can_be_hit_once_more() {
        let scenario = Arc::new(load("einstieg", &[]).unwrap());
        let bots = players(&scenario, "by_the_book", &[]).unwrap();
        let world = World::new(Arc::clone(&scenario));
        let start = Start {
            seed: 1,
            run: 0,
            pact: 2,
        };
        let mut exercise = Exercise::new(world, start, bots, None);
        exercise.advance_to(scenario.start_ex.after(3 * DAY));
        assert!(!held(&exercise).is_empty());
        exercise.advance_to(exercise.end());
        assert!(exercise.sim().footholds().len() > 1);
        assert!(held(&exercise).is_empty(), "all were examined");
    }
}
