//! What is foreseen of the strength of people is what comes, by the same shifts and the same rule.

use super::*;
use crate::sim::FatigueAhead;

/// A town whose people were called to work just now, on shifts of the first two weeks that are so long.
fn called(long: (f64, f64, f64)) -> (Sim, AdministrationId) {
    let mut scenario = quiet_scenario();
    scenario.parameters.shift_hours[0] = long;
    let mut sim = begun(scenario, 1);
    let town = at(&sim, "06431011");
    let (entity, now) = (sim.body(town), sim.now());
    let mut recovery = sim.world.get_mut::<Recovery>(entity).unwrap();
    recovery.mobilised = Some(now);
    (sim, town)
}

/// What is left of strength at the end of a day.
fn left_at_end_of(sim: &mut Sim, town: AdministrationId, day: SimTime) -> f64 {
    sim.advance_to(day.after(DAY));
    sim.known(town).fatigue().unwrap().1
}

#[test]
fn the_usual_shifts_wear_nobody_out() {
    let (sim, town) = called((10.0, 8.0, 5.0));
    assert_eq!(sim.known(town).fatigue_ahead(), None);
    let (sim, other) = (begun(quiet_scenario(), 1), town);
    assert_eq!(sim.known(other).fatigue_ahead(), None, "nobody was called");
}

#[test]
fn what_is_foreseen_of_strength_is_what_comes() {
    let (mut sim, town) = called((11.0, 9.0, 6.0));
    let ahead = sim.known(town).fatigue_ahead().expect("they tire");
    let FatigueAhead {
        sinks: Some(sinks),
        least: Some((worst, least)),
        whole_again: Some(again),
    } = ahead
    else {
        panic!("it sinks and is whole again: {ahead:?}");
    };
    assert!(sinks < worst && worst < again, "{ahead:?}");
    assert!(least < 0.99, "{ahead:?}");
    let mut seen = Vec::new();
    let calendar = sim.known(town).calendar();
    let mut day = calendar.days()[calendar.day_index(sim.now())].start;
    while day <= again {
        let left = left_at_end_of(&mut sim, town, day);
        seen.push((day, left));
        // What is foreseen in between stays what was foreseen at first.
        if let Some(later) = sim.known(town).fatigue_ahead() {
            assert_eq!(later.whole_again, Some(again), "{day:?}");
            let still = (day < worst).then_some((worst, least));
            assert_eq!(later.least, still, "{day:?}");
        }
        day = day.after(DAY);
    }
    let whole = |left: f64| left > 0.98;
    let first = seen.iter().find(|(_, left)| !whole(*left));
    assert_eq!(first.map(|(day, _)| *day), Some(sinks));
    let (at, left) =
        seen.iter().copied().fold(
            (sinks, 1.0),
            |worst, one| {
                if one.1 < worst.1 { one } else { worst }
            },
        );
    assert_eq!((at, left), (worst, least));
    let last = seen.iter().rfind(|(_, left)| !whole(*left)).unwrap().0;
    assert_eq!(again, last.after(DAY), "whole on the day after");
}
