//! Who practised: what people of the seats decided, and for how long bots stood in for them.

use crate::aar::played::Played;
use crate::vocab::SimTime;

/// Returns when people of the seats decided something, oldest first.
pub(super) fn decisions(played: &Played) -> Vec<SimTime> {
    let seats = played.seats();
    let acts = played.acts.iter();
    acts.filter(|act| act.is_decided_by_people() && seats.contains(&act.line.seat))
        .map(|act| act.line.minute)
        .collect()
}

/// Returns how many people's decisions belong to each phase: to the last one that had begun. What is decided while the
/// clock stands between two phases belongs to the one before.
pub(super) fn decisions_by_stage(played: &Played) -> Vec<u32> {
    let stages = &played.beginning.scenario.stages;
    let mut counts = vec![0; stages.len()];
    for at in decisions(played) {
        if let Some(stage) = stages.iter().rposition(|stage| stage.begins <= at) {
            counts[stage] += 1;
        }
    }
    counts
}

/// Returns for what share of the time bots stood in for people, of 100, over all seats.
pub(super) fn stood_in_of_100(played: &Played) -> f64 {
    let (start, now) = (played.beginning.scenario.start_ex, played.now());
    let seats = played.seats();
    let spans = seats.iter().flat_map(|seat| played.stood_in(*seat));
    let minutes: u64 = spans
        .map(|span| u64::from(span.end.since(span.start.max(start))))
        .sum();
    let all = seats.len() as u64 * u64::from(now.since(start));
    100.0 * minutes as f64 / all.max(1) as f64
}
