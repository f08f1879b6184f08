//! Checks a whole scenario: every problem is noted, and only a faultless one comes out.

mod administrations;
mod attack;
mod check;
mod crossings;
mod cycles;
mod evaluation;
mod figures;
mod injects;
mod kits;
mod moments;
mod notices;
mod own;
mod pacts;
mod parameters;
mod plausible;
mod responses;
mod room;
mod services;
mod uncertain;
mod values;

use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::diagnose::Collector;
use super::model::{EndRule, Scenario};
use super::pact::Pact;
use super::raw::{Fault, RawScenario, Sp};
use super::room::RoomRules;
use crate::vocab::{SimTime, Text, parse_minutes};
use check::{Check, Rec, field};
use crossings::Systems;

/// Checks a scenario; with any problem, `None` or not, it is not to be used.
///
/// With `start` every date moves by whole weeks, so that the exercise starts on that date or, to
/// keep its day of the week, within the six days after.
pub fn scenario(
    raw: &RawScenario,
    whole: super::raw::Place,
    hash: String,
    start: Option<Date>,
    problems: &mut Collector,
) -> Option<Scenario> {
    let mut check = Check::default();
    check.problems = std::mem::take(problems);
    check.moved_days = start.map_or(0, |start| days_moved(raw, start));
    let scenario = checked(&mut check, Rec { raw, place: whole }, hash);
    *problems = check.problems;
    scenario
}

fn checked(check: &mut Check, rec: Rec<'_, RawScenario>, hash: String) -> Option<Scenario> {
    check.strays(rec.raw);
    let begins = begins(check, rec);
    // Before every date there may be, so that none seems to lie too early.
    let anchor = begins.unwrap_or_else(|| DateTime::constant(1990, 1, 1, 0, 0, 0, 0));
    let kits: Vec<kits::KitDraft> = check
        .records(&field!(rec.kits))
        .into_iter()
        .map(|kit| kits::kit(check, kit))
        .collect();
    check.some_items(&field!(rec.administrations));
    let records = check.records(&field!(rec.administrations));
    let mut administrations = administrations::administrations(check, records.clone(), &kits);
    let systems = Systems::of(&kits);
    crossings::kits_fit_providers(check, &kits, &systems, &administrations);
    let links = crossings::links(check, &field!(rec.links), &systems, &administrations);
    let services = services::offered(check, &field!(rec.services), &field!(rec.offers));
    let mut services =
        services::services(check, &services, begins, &kits, &systems, &administrations);
    let attack = match rec.raw.attack.as_ref().and_then(|sp| check.open(sp)) {
        Some(attack) if begins.is_some() => {
            attack::attack(check, attack, anchor, &systems, &administrations)
        }
        _ => attack::none(),
    };
    let raw_clauses = check.records(&field!(rec.clauses));
    let clauses = pacts::clauses(check, &raw_clauses);
    let pacts: Vec<_> = check
        .records(&field!(rec.pacts))
        .into_iter()
        .map(|pact| pacts::pact(check, pact, &clauses, &raw_clauses, &administrations.list))
        .collect();
    let mut responses: Vec<_> = check
        .records(&field!(rec.responses))
        .into_iter()
        .map(|plan| responses::response(check, plan))
        .collect();
    if responses.is_empty() {
        responses.push(responses::passive());
    }
    let notices = notices::notices(check, &field!(rec.notices), anchor, &administrations);
    let uncertain = uncertain::uncertain(check, &field!(rec.uncertain));
    let parameters = rec.raw.parameters.as_ref().and_then(|sp| check.open(sp));
    let parameters = parameters.map(|rec| parameters::parameters(check, rec));
    let (default_pact, exercise_pact) = usual_pacts(check, rec, &pacts);
    let (end, end_place) = check
        .maybe(&field!(rec.end))
        .map_or((EndRule::Horizon, rec.place), |(end, place)| (*end, place));
    crossings::repairs_end(check, &kits, &administrations, end, end_place);
    plausible::administrations(check, &records, &administrations, &services);
    let mut kits: Vec<_> = kits.into_iter().map(|draft| draft.kit).collect();
    own::figures(
        check,
        &records,
        &mut administrations,
        &mut kits,
        &mut services,
    );
    let start_read = check.moment(field!(rec.start_ex), anchor);
    let start_ex = start_read.unwrap_or(SimTime::ZERO);
    let horizon_minutes = horizon(check, rec);
    let has_start = start_read.is_some() || rec.raw.start_ex.is_none();
    let exercise = if begins.is_some() && has_start && horizon_minutes > 0 {
        room::Exercise {
            begins: anchor,
            start_ex,
            end_ex: start_ex.after(horizon_minutes),
        }
    } else {
        // It is said what of it cannot be read; that nothing lies within is no fault of the others.
        room::Exercise {
            begins: anchor,
            start_ex: SimTime::ZERO,
            end_ex: SimTime(u32::MAX),
        }
    };
    let stages = room::stages(check, &field!(rec.stages), exercise);
    let objectives = evaluation::objectives(check, &field!(rec.objectives), exercise);
    let injects = injects::injects(
        check,
        &field!(rec.injects),
        injects::Surroundings {
            exercise,
            administrations: &administrations,
            services: &services,
            objectives: &objectives,
        },
    );
    let questionnaire = evaluation::questionnaire(check, &field!(rec.questionnaire));
    let room = rec.raw.room.as_ref().and_then(|sp| check.open(sp));
    let room = room.map_or_else(RoomRules::default, |rec| room::rules(check, rec));
    let guide = rec.raw.guide.as_ref().and_then(|sp| check.open(sp));
    let guide = guide.map(|rec| room::guide(check, rec, &administrations));
    let reach_km = rec
        .raw
        .reach_km
        .is_some()
        .then(|| check.number(field!(rec.reach_km), 1.0..=1_000.0, None));
    plausible::attack_in_time(check, rec.raw, &attack, exercise.end_ex);
    Some(Scenario {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        begins: begins?,
        start_ex,
        horizon_minutes,
        end,
        default_pact,
        exercise_pact,
        has_invented_names: false,
        administrations: administrations.list,
        kits,
        links,
        reach_km,
        services,
        attack,
        clauses,
        pacts,
        responses,
        notices,
        injects,
        stages,
        objectives,
        questionnaire,
        room,
        guide,
        parameters: parameters?,
        uncertain,
        hash,
        inputs: check.inputs,
    })
}

/// Returns by how many days the dates of a scenario move for a wished start; 0 if its own start
/// cannot be read, which is noted elsewhere.
fn days_moved(raw: &RawScenario, start: Date) -> i32 {
    fn text(field: &Option<Sp<String>>) -> Option<&str> {
        let value = field.as_ref()?.value.as_ref();
        value.ok().map(String::as_str)
    }
    let own = || {
        let begins = moments::date_time(text(&raw.begins)?).ok()?;
        match parse_minutes(text(&raw.start_ex)?) {
            Ok(minutes) => begins.checked_add(Span::new().minutes(minutes)).ok(),
            Err(_) => moments::date_time(text(&raw.start_ex)?).ok(),
        }
    };
    own().map_or(0, |own| moments::days_to(start, own.date()))
}

fn begins(check: &mut Check, rec: Rec<'_, RawScenario>) -> Option<DateTime> {
    let (text, place) = check.need(&field!(rec.begins))?;
    match moments::date_time(text).and_then(|begins| moments::moved(begins, check.moved_days)) {
        Ok(begins) => Some(begins),
        Err(fault) => {
            check.problems.fault(place, fault);
            None
        }
    }
}

/// Returns the horizon; 90 days if none is given.
fn horizon(check: &mut Check, rec: Rec<'_, RawScenario>) -> u32 {
    const USUAL: u32 = 90 * crate::vocab::DAY;
    let minutes = check.minutes(field!(rec.horizon), Some(USUAL));
    if minutes == 0
        && let Some(sp) = &rec.raw.horizon
        && sp
            .value
            .as_ref()
            .is_ok_and(|text| crate::vocab::parse_minutes(text) == Ok(0))
    {
        check
            .problems
            .error(sp.place, Text::new("check-no-horizon"));
    }
    minutes
}

/// Returns the pact of a run and of an exercise without a choice: the one the scenario names, else
/// `contract` and `loi`, else the first.
fn usual_pacts(check: &mut Check, rec: Rec<'_, RawScenario>, pacts: &[Pact]) -> (String, String) {
    let known = || pacts.iter().map(|pact| pact.id.as_str());
    if let Some((id, place)) = check.maybe(&field!(rec.default_pact)) {
        if !known().any(|pact| pact == id) {
            let fault = Fault::none("check-what-pact", id, known());
            check.problems.fault(place, fault);
        }
        return (id.clone(), id.clone());
    }
    let or_first = |wanted: &str| {
        let found = known().find(|id| *id == wanted);
        found
            .or_else(|| known().next())
            .unwrap_or_default()
            .to_owned()
    };
    (or_first("contract"), or_first("loi"))
}
