//! Checks phases of the exercise and the guide.

use jiff::civil::DateTime;

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, field};
use super::crossings::administration;
use crate::scenario::raw::{List, Place, RawGuide, RawGuideStep, RawRoom, RawStage};
use crate::scenario::room::{Guide, GuideStep, RoomRules, Stage};
use crate::vocab::{SimTime, Text, format_minutes, parse_minutes};

/// Longest phase in the room, in minutes.
const LONGEST_IN_ROOM: f64 = 600.0;
/// Fastest clock: a day per second.
const FASTEST: u32 = crate::vocab::DAY;

/// When the exercise runs.
#[derive(Debug, Clone, Copy)]
pub struct Exercise {
    /// Minute 0.
    pub begins: DateTime,
    /// Its start.
    pub start_ex: SimTime,
    /// Its end.
    pub end_ex: SimTime,
}

/// Checks all phases: one after the other, within the exercise, and playable in their time.
pub fn stages(
    check: &mut Check,
    field: &Field<'_, List<RawStage>>,
    exercise: Exercise,
) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    let mut ended = None;
    for rec in check.records(field) {
        let (stage, times) = stage(check, rec, exercise, stages.is_empty());
        if let (Some(ended), Some((begins, _))) = (ended, times)
            && begins < ended
        {
            let message = Text::new("check-stages-overlap");
            let hint = Text::new("check-stages-overlap-hint");
            check.problems.error_hint(rec.place, message, hint);
        }
        ended = times.map(|(_, ends)| ends);
        stages.push(stage);
    }
    stages
}

/// Returns when a phase begins and ends; `None` where one of both cannot be read, which is noted.
fn times(
    check: &mut Check,
    rec: Rec<'_, RawStage>,
    exercise: Exercise,
    stands: bool,
    is_first: bool,
) -> Option<(SimTime, SimTime)> {
    let begins = match &rec.raw.begins {
        // A briefing comes first, a hot wash at the end.
        None if stands && is_first => Some(exercise.start_ex),
        None if stands => Some(exercise.end_ex),
        _ => {
            check.need(&field!(rec.begins));
            check.moment(field!(rec.begins), exercise.begins)
        }
    };
    let ends = if stands {
        no_time_passes(check, rec);
        begins
    } else {
        check.need(&field!(rec.ends));
        check.moment(field!(rec.ends), exercise.begins)
    };
    begins.zip(ends)
}

fn stage(
    check: &mut Check,
    rec: Rec<'_, RawStage>,
    exercise: Exercise,
    is_first: bool,
) -> (Stage, Option<(SimTime, SimTime)>) {
    let stands = check
        .maybe(&field!(rec.stands))
        .is_some_and(|(stands, _)| *stands);
    let times = times(check, rec, exercise, stands, is_first);
    let (begins, ends) = times.unwrap_or((SimTime::ZERO, SimTime(u32::MAX)));
    if ends <= begins && !stands {
        let message = Text::new("check-stage-ends-first");
        check.problems.error(rec.place, message);
    }
    if times.is_some() && (begins < exercise.start_ex || ends > exercise.end_ex) {
        let message = Text::new("check-stage-outside");
        let hint = Text::new("check-stage-outside-hint");
        check.problems.error_hint(rec.place, message, hint);
    }
    let room_minutes = room_minutes(check, rec);
    let pace = if stands {
        0
    } else {
        pace(check, &field!(rec.pace))
    };
    let within = (begins, ends);
    let stage = Stage {
        title: check.local_text(field!(rec.title)),
        begins,
        ends,
        room_minutes,
        pace,
        paces: paces(check, rec, exercise, within),
        stops: stops(check, rec, exercise, begins, ends),
        question: check.local_text(field!(rec.question)),
    };
    let seconds = seconds(&stage);
    if times.is_some() && room_minutes > 0 && pace > 0 && seconds > room_minutes * 60 {
        let message = Text::new("check-stage-too-slow")
            .name("takes", format_minutes(seconds.div_ceil(60)))
            .name("planned", format_minutes(room_minutes));
        let hint = Text::new("check-stage-too-slow-hint");
        check.problems.error_hint(rec.place, message, hint);
    }
    (stage, times)
}

/// Where the clock stands, a phase has neither an end nor anything that moves it.
fn no_time_passes(check: &mut Check, rec: Rec<'_, RawStage>) {
    let given = [
        check.maybe(&field!(rec.ends)).map(|(_, place)| place),
        check.maybe(&field!(rec.pace)).map(|(_, place)| place),
        rec.raw.paces.as_ref().map(|paces| paces.place),
        rec.raw.stops.as_ref().map(|stops| stops.place),
    ];
    for place in given.into_iter().flatten() {
        let message = Text::new("check-clock-stands");
        let hint = Text::new("check-clock-stands-hint");
        check.problems.error_hint(place, message, hint);
    }
}

/// How many seconds a phase moves at its own paces.
fn seconds(stage: &Stage) -> u32 {
    let mut from = stage.begins;
    let mut pace = stage.pace;
    let mut seconds = 0;
    let ends = [(stage.ends, 0)];
    for (until, next) in stage.paces.iter().chain(&ends) {
        seconds += until.since(from).div_ceil(u32::from(pace.max(1)));
        (from, pace) = (*until, *next);
    }
    seconds
}

fn paces(
    check: &mut Check,
    rec: Rec<'_, RawStage>,
    exercise: Exercise,
    (begins, ends): (SimTime, SimTime),
) -> Vec<(SimTime, u16)> {
    let mut paces: Vec<(SimTime, u16)> = Vec::new();
    for later in check.records(&field!(rec.paces)) {
        check.need(&field!(later.from));
        let from = check.moment(field!(later.from), exercise.begins);
        let pace = pace(check, &field!(later.pace));
        let Some(from) = from else { continue };
        let before = paces.last().map_or(begins, |(from, _)| *from);
        if from <= before || from >= ends {
            let message = Text::new("check-pace-outside");
            check.problems.error(later.place, message);
        }
        paces.push((from, pace));
    }
    paces
}

fn room_minutes(check: &mut Check, rec: Rec<'_, RawStage>) -> u32 {
    let Some((minutes, place)) = check.need(&field!(rec.room_minutes)) else {
        return 0;
    };
    if !(1.0..=LONGEST_IN_ROOM).contains(minutes) || minutes.fract() != 0.0 {
        let message = Text::new("check-room-minutes");
        check.problems.error(place, message);
        return 0;
    }
    #[allow(clippy::cast_sign_loss)] // 1 to 600.
    let minutes = *minutes as u32;
    minutes
}

fn pace(check: &mut Check, field: &Field<'_, String>) -> u16 {
    let Some((text, place)) = check.need(field) else {
        return 0;
    };
    match parse_minutes(text) {
        Ok(pace) if (1..=FASTEST).contains(&pace) => u16::try_from(pace).unwrap_or(0),
        _ => {
            let message = Text::new("check-no-pace").name("text", text);
            let hint = Text::new("check-no-pace-hint");
            check.problems.error_hint(place, message, hint);
            0
        }
    }
}

fn stops(
    check: &mut Check,
    rec: Rec<'_, RawStage>,
    exercise: Exercise,
    begins: SimTime,
    ends: SimTime,
) -> Vec<SimTime> {
    let mut stops: Vec<SimTime> = Vec::new();
    for (text, place) in check.items(&field!(rec.stops)) {
        let Some(at) = stop(check, text, place, exercise) else {
            continue;
        };
        if at < begins || at >= ends {
            let message = Text::new("check-stop-outside").name("text", text);
            check.problems.error(place, message);
        }
        stops.push(at);
    }
    stops.sort();
    stops
}

fn stop(check: &mut Check, text: &str, place: Place, exercise: Exercise) -> Option<SimTime> {
    match super::moments::moment(text, exercise.begins, check.moved_days) {
        Ok(at) => Some(at),
        Err(fault) => {
            check.problems.fault(place, fault);
            None
        }
    }
}

/// Checks what the room pays for and watches.
pub fn rules(check: &mut Check, rec: Rec<'_, RawRoom>) -> RoomRules {
    let mut rules = RoomRules::default();
    if let Some((factor, place)) = check.maybe(&field!(rec.deliberation)) {
        if (0.0..=60.0).contains(factor) && factor.fract() == 0.0 {
            #[allow(clippy::cast_sign_loss)] // 0 to 60.
            let whole = *factor as u32;
            rules.deliberation = whole;
        } else {
            let message = Text::new("check-deliberation");
            let hint = Text::new("check-deliberation-hint");
            check.problems.error_hint(place, message, hint);
        }
    }
    if let Some((text, place)) = check.maybe(&field!(rec.quiet_after)) {
        match parse_minutes(text) {
            Ok(minutes) if (1..=120).contains(&minutes) => rules.quiet_after_minutes = minutes,
            _ => {
                let message = Text::new("check-quiet-after").name("text", text);
                let hint = Text::new("check-quiet-after-hint");
                check.problems.error_hint(place, message, hint);
            }
        }
    }
    rules
}

/// Checks the guide: a seat that can be taken, and only the last step without an end.
pub fn guide(
    check: &mut Check,
    rec: Rec<'_, RawGuide>,
    administrations: &Administrations,
) -> Guide {
    let seat = check
        .need(&field!(rec.seat))
        .and_then(|(id, place)| {
            let at = administration(check, id, place, administrations)?;
            if administrations.list[at].seat.is_none() {
                let message = Text::new("check-no-seat").name("id", id);
                check.problems.error(place, message);
            }
            Some(at)
        })
        .unwrap_or(0);
    let records = check.records(&field!(rec.steps));
    if records.is_empty() {
        let message = Text::new("check-no-steps");
        check.problems.error(rec.place, message);
    }
    let last = records.len().saturating_sub(1);
    let steps = records.into_iter().enumerate();
    let steps = steps
        .map(|(at, step)| guide_step(check, step, at == last))
        .collect();
    Guide { seat, steps }
}

fn guide_step(check: &mut Check, rec: Rec<'_, RawGuideStep>, is_last: bool) -> GuideStep {
    let until = if is_last {
        check.maybe(&field!(rec.until))
    } else {
        check.need(&field!(rec.until))
    };
    GuideStep {
        until: until.map(|(until, _)| *until),
        text: check.local_text(field!(rec.text)),
    }
}
