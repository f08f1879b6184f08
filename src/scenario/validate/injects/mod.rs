//! Checks the script: injects, what they wait for, mention and set off.

mod expression;
mod figures;

use std::collections::BTreeMap;

use super::administrations::Administrations;
use super::check::{Check, Field, Rec, empty_list, field};
use super::crossings::administration;
use super::notices::each_once;
use super::room::Exercise;
use crate::scenario::evaluation::Objective;
use crate::scenario::inject::{Effect, Inject, Receivers, Sender};
use crate::scenario::model::{AdministrationKind, LocalText, ServiceTemplate};
use crate::scenario::raw::{
    Fault, List, Place, RawEffect, RawGroup, RawInject, RawReceivers, RawSender, Sp,
};
use crate::vocab::{Channel, MessageClass, SimTime, Text};

/// Longest aid in working days, as for requests.
const MOST_DAYS: u32 = 10;
/// Most customers a provider could connect on a day.
const MOST_A_DAY: u32 = 500;

/// What a scenario has that injects refer to.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// When the exercise runs.
    pub exercise: Exercise,
    /// Who takes part.
    pub administrations: &'a Administrations,
    /// What they do for people.
    pub services: &'a [ServiceTemplate],
    /// What the exercise is evaluated by.
    pub objectives: &'a [Objective],
}

/// What injects refer to.
struct Cast<'a> {
    exercise: Exercise,
    administrations: &'a Administrations,
    services: &'a [ServiceTemplate],
    objectives: &'a [Objective],
    /// Injects before the one at hand, by id.
    before: BTreeMap<String, usize>,
    /// Before which moment none of them comes, in their order.
    earliest: Vec<SimTime>,
    /// Ids of all injects, to tell what comes later from what there is not.
    all: Vec<String>,
}

impl Cast<'_> {
    /// Finds an inject that stands before the one at hand, so that none waits for itself.
    fn inject(&self, check: &mut Check, id: &Sp<String>) -> Option<usize> {
        let (id, place) = check.value(id)?;
        let found = self.before.get(id).copied();
        if found.is_none() && self.all.contains(id) {
            let message = Text::new("check-later-inject").name("id", id);
            let hint = Text::new("check-later-inject-hint");
            check.problems.error_hint(place, message, hint);
        } else if found.is_none() {
            let known = self.before.keys().map(String::as_str);
            let fault = Fault::none("check-what-inject", id, known);
            check.problems.fault(place, fault);
        }
        found
    }

    fn administration(&self, check: &mut Check, id: &Sp<String>) -> Option<usize> {
        let (id, place) = check.value(id)?;
        administration(check, id, place, self.administrations)
    }

    fn service(&self, check: &mut Check, id: &Sp<String>) -> Option<usize> {
        let (id, place) = check.value(id)?;
        let found = self.services.iter().position(|service| service.id == *id);
        if found.is_none() {
            let known = self.services.iter().map(|service| service.id.as_str());
            let fault = Fault::none("check-what-service", id, known);
            check.problems.fault(place, fault);
        }
        found
    }

    /// Reads a moment that lies within the exercise.
    fn moment(&self, check: &mut Check, text: &Sp<String>) -> Option<SimTime> {
        let (text, place) = check.value(text)?;
        match super::moments::moment(text, self.exercise.begins, check.moved_days) {
            Ok(at) => {
                if at > self.exercise.end_ex {
                    let message = Text::new("check-never-reached").name("text", text);
                    let hint = Text::new("check-never-reached-hint");
                    check.problems.error_hint(place, message, hint);
                }
                Some(at)
            }
            Err(fault) => {
                check.problems.fault(place, fault);
                None
            }
        }
    }
}

/// Checks all injects.
pub fn injects(
    check: &mut Check,
    field: &Field<'_, List<RawInject>>,
    around: Surroundings<'_>,
) -> Vec<Inject> {
    let records = check.records(field);
    let ids = records.iter().filter_map(|rec| rec.raw.id.as_ref());
    let ids = ids.filter_map(|id| id.value.as_ref().ok().cloned());
    let mut cast = Cast {
        exercise: around.exercise,
        administrations: around.administrations,
        services: around.services,
        objectives: around.objectives,
        before: BTreeMap::new(),
        earliest: Vec::new(),
        all: ids.collect(),
    };
    let mut injects = Vec::new();
    for rec in records {
        let inject = inject(check, rec, &cast);
        cast.before.insert(inject.id.clone(), injects.len());
        cast.earliest.push(inject.when.earliest(&cast.earliest));
        injects.push(inject);
    }
    injects
}

fn inject(check: &mut Check, rec: Rec<'_, RawInject>, cast: &Cast<'_>) -> Inject {
    let raw = rec.raw;
    let when = match check.need(&field!(rec.when)) {
        Some((raw, place)) => expression::read(check, raw, place, cast, false),
        None => expression::never(),
    };
    let earliest = when.earliest(&cast.earliest);
    let until = raw.until.as_ref().and_then(|at| cast.moment(check, at));
    if let (Some(until), Some(comes), Some(sp)) = (until, when.comes_by_itself(), &raw.until)
        && until <= comes
    {
        let message = Text::new("check-given-up-first");
        let hint = Text::new("check-until-hint");
        check.problems.error_hint(sp.place, message, hint);
    }
    let guard = check.maybe(&field!(rec.guard));
    let guard = guard.map(|(raw, place)| expression::read(check, raw, place, cast, false));
    let contingency_of = raw.contingency_of.as_ref();
    let contingency_of = contingency_of.and_then(|id| cast.inject(check, id));
    let from = sender(check, rec, cast);
    let to = receivers(check, rec, cast);
    let whose = check.maybe(&field!(rec.whose));
    let whose = whose.map(|(raw, place)| expression::read(check, raw, place, cast, true));
    let core = check.flag(field!(rec.core), false);
    let text = check.local_text(field!(rec.text));
    let mut texts: Vec<(LocalText, Place)> = Vec::new();
    if let Some(sp) = &raw.text {
        texts.push((text.clone(), sp.place));
    }
    let mut variants = Vec::new();
    for variant in check.records(&field!(rec.variants)) {
        let when = match check.need(&field!(variant.when)) {
            Some((raw, place)) => expression::read(check, raw, place, cast, true),
            None => expression::never(),
        };
        let text = check.local_text(field!(variant.text));
        if let Some(sp) = &variant.raw.text {
            texts.push((text.clone(), sp.place));
        }
        variants.push((when, text));
    }
    let figures = figures::figures(check, &field!(rec.figures), cast);
    figures::are_used(check, &field!(rec.figures), &texts);
    Inject {
        id: check.id(field!(rec.id)),
        title: check.local_text(field!(rec.title)),
        when,
        cue: local(check, &field!(rec.cue)),
        until,
        guard,
        contingency_of,
        from,
        to,
        whose,
        channel: check
            .need(&field!(rec.channel))
            .map_or(Channel::Phone, |(channel, _)| *channel),
        class: check.maybe(&field!(rec.class)).map_or(
            if core {
                MessageClass::Stop
            } else {
                MessageClass::Alert
            },
            |(class, _)| *class,
        ),
        text,
        variants,
        figures,
        fact: check.maybe(&field!(rec.fact)).map(|(fact, _)| *fact),
        effects: effects(check, rec, cast, earliest),
        expects: local(check, &field!(rec.expects)),
        within: raw
            .within
            .as_ref()
            .map(|_| check.minutes(field!(rec.within), None)),
        objectives: objectives(check, rec, cast),
        core,
    }
}

/// Reads the ids of objectives; where the scenario has a list of them, each must be in it.
fn objectives(check: &mut Check, rec: Rec<'_, RawInject>, cast: &Cast<'_>) -> Vec<String> {
    let known = || cast.objectives.iter().map(|one| one.id.as_str());
    let mut read = Vec::new();
    for (id, place) in check.items(&field!(rec.objectives)) {
        if !cast.objectives.is_empty() && !known().any(|other| other == id) {
            let fault = Fault::none("check-what-objective", id, known());
            check.problems.fault(place, fault);
        }
        read.push(id.clone());
    }
    read
}

fn local(check: &mut Check, field: &Field<'_, LocalText>) -> Option<LocalText> {
    let (text, place) = check.maybe(field)?;
    Some(check.both_languages(text, place))
}

fn sender(check: &mut Check, rec: Rec<'_, RawInject>, cast: &Cast<'_>) -> Sender {
    match check.need(&field!(rec.from)) {
        Some((RawSender::Id(id), place)) => {
            let found = administration(check, id, place, cast.administrations);
            Sender::Administration(found.unwrap_or(0))
        }
        Some((RawSender::Named(name), place)) => Sender::Named(check.both_languages(name, place)),
        None => Sender::Administration(0),
    }
}

fn receivers(check: &mut Check, rec: Rec<'_, RawInject>, cast: &Cast<'_>) -> Receivers {
    let Some((raw, place)) = check.need(&field!(rec.to)) else {
        return Receivers::Seats;
    };
    match raw {
        RawReceivers::These(ids) => {
            if ids.is_empty() {
                check.problems.error(place, empty_list("to"));
            }
            Receivers::These(each_once(check, ids, cast.administrations))
        }
        RawReceivers::Group(group) => match group {
            RawGroup::Seats => Receivers::Seats,
            RawGroup::Hit => Receivers::Hit,
            RawGroup::Helpers => Receivers::Helpers,
            RawGroup::ReceiversOf(id) => {
                Receivers::ReceiversOf(cast.inject(check, id).unwrap_or(0))
            }
            RawGroup::CustomersOf(id) => {
                let found = cast.administration(check, id);
                let list = &cast.administrations.list;
                let served = |at| list.iter().any(|other| other.provider == Some(at));
                if found.is_some_and(|at| !served(at)) {
                    check
                        .problems
                        .error(id.place, Text::new("check-no-customers"));
                }
                Receivers::CustomersOf(found.unwrap_or(0))
            }
        },
    }
}

fn effects(
    check: &mut Check,
    rec: Rec<'_, RawInject>,
    cast: &Cast<'_>,
    earliest: SimTime,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (raw, _) in check.items(&field!(rec.effects)) {
        effects.extend(effect(check, raw, cast, earliest));
    }
    effects
}

/// Checks one effect of an inject that does not come before `earliest`.
fn effect(
    check: &mut Check,
    raw: &RawEffect,
    cast: &Cast<'_>,
    earliest: SimTime,
) -> Option<Effect> {
    Some(match raw {
        RawEffect::AskForPermits => Effect::AskForPermits,
        RawEffect::SendStateTeam { from: id, days } => {
            let from = cast.administration(check, id)?;
            if cast.administrations.list[from].kind != AdministrationKind::State {
                let message = Text::new("check-no-team");
                let hint = Text::new("check-no-team-hint");
                check.problems.error_hint(id.place, message, hint);
            }
            let (days, place) = check.value(days)?;
            let days = check.whole("days", *days, place, 1..=MOST_DAYS);
            Effect::SendStateTeam { from, days }
        }
        RawEffect::AcceptOldPayFile { until: sp } => {
            let until = cast.moment(check, sp)?;
            if until <= earliest {
                let message = Text::new("check-offer-over");
                let hint = Text::new("check-until-hint");
                check.problems.error_hint(sp.place, message, hint);
            }
            Effect::AcceptOldPayFile { until }
        }
        RawEffect::ReconnectionsADay { provider, count } => {
            let at = cast.administration(check, provider)?;
            let list = &cast.administrations.list;
            if !list.iter().any(|other| other.provider == Some(at)) {
                let message = Text::new("check-no-customers-to-reconnect");
                check.problems.error(provider.place, message);
            }
            let (count, place) = check.value(count)?;
            let count = check.whole("count", *count, place, 1..=MOST_A_DAY);
            Effect::ReconnectionsADay {
                provider: at,
                count,
            }
        }
    })
}
