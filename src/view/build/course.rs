//! Verlauf: how services went over time, with what was decided.

use super::words::{Look, WithMoment, amount_of, of_100, service_name, whole};
use super::{deadlines, region};
use crate::sim::{Known, KnownRequest, KnownService};
use crate::view::{
    ClockView, CourseMark, CourseView, DeadlineState, LogKind, LogView, MarkKind, Series,
};
use crate::vocab::{DAY, ServiceId, SimTime, Stamp, Text};

/// Most dates under the axis.
const DAYS_MAX: usize = 120;
/// What people expect of a backlog: earliest and latest, as factors.
const BACKLOG_SPAN: (f64, f64) = (0.7, 1.6);

/// Returns the course screen.
pub fn course(known: Known, clock: &ClockView, log: &LogView) -> CourseView {
    let from = clock.start_ex.at;
    let to = known.now().max(from);
    let services: Vec<KnownService> = known.services().collect();
    let mut series = Vec::with_capacity(services.len() + 1);
    if !services.is_empty() {
        series.push(mean(known, &services, from));
    }
    series.extend(services.iter().map(|service| one(known, service, from)));
    CourseView {
        from: clock.start_ex,
        to: known.stamp(to),
        days: days(known, from, to),
        marks: marks(known, log, &series),
        others: others(known),
        series,
    }
}

/// What other administrations reported to get done, each from its first report on: before that nobody told.
fn others(known: Known) -> Vec<Series> {
    let places = known.reporting().iter().filter(|id| **id != known.seat());
    places
        .filter_map(|id| {
            let (_, said) = known.heard_of(*id)?;
            let steps = said
                .iter()
                .map(|report| (report.at, height(report.served.into())));
            Some(Series {
                service: None,
                name: Text::new("named").name("name", known.place(*id)),
                steps: steps.collect(),
                emergency_of_100: 0,
                waiting: 0,
                notes: Vec::new(),
            })
        })
        .filter(|series| !series.steps.is_empty())
        .collect()
}

/// Of 100 cases that help is for, how many were done when it began, and are done now or were at its end.
fn before_and_since(known: Known, request: &KnownRequest, series: &[Series]) -> Option<(u8, u8)> {
    let service = request.draft.service;
    let of_service = |one: &&Series| one.service.is_some() && one.service == service;
    // Help that is for no single service is for all.
    let one = series.iter().find(of_service).or(series.first())?;
    let level = |at: SimTime| {
        let level = region::level_at(&one.steps, at)?;
        Some(of_100(f64::from(level) / 100.0))
    };
    let until = request.ended.unwrap_or_else(|| known.now());
    Some((level(request.at_work?)?, level(until)?))
}

/// Returns the starts of days between two moments.
pub fn days(known: Known, from: SimTime, to: SimTime) -> Vec<Stamp> {
    known
        .calendar()
        .days()
        .iter()
        .map(|day| day.start)
        .filter(|start| from <= *start && *start <= to)
        .take(DAYS_MAX)
        .map(|start| known.stamp(start))
        .collect()
}

/// The steps of a service from a moment on, the first one at that moment.
fn steps_from(known: Known, service: ServiceId, from: SimTime) -> Vec<(SimTime, f64)> {
    let all = known.steps(service);
    let first = all.partition_point(|(at, _)| *at <= from);
    let before = first
        .checked_sub(1)
        .map_or(1.0, |last| f64::from(all[last].1));
    let later = all[first..]
        .iter()
        .map(|(at, level)| (*at, f64::from(*level)));
    core::iter::once((from, before)).chain(later).collect()
}

/// A level as so many of 100, for a curve.
fn height(level: f64) -> f32 {
    (level.clamp(0.0, 1.0) * 100.0) as f32
}

fn one(known: Known, service: &KnownService, from: SimTime) -> Series {
    Series {
        service: Some(service.id),
        name: service_name(service.template),
        steps: steps_from(known, service.id, from)
            .into_iter()
            .map(|(at, level)| (at, height(level)))
            .collect(),
        emergency_of_100: of_100(service.template.emergency_level),
        waiting: whole(service.waiting),
        notes: notes(known, service),
    }
}

/// Returns the steps of the mean of all services.
pub fn mean_steps(known: Known, from: SimTime) -> Vec<(SimTime, f32)> {
    let services: Vec<KnownService> = known.services().collect();
    mean(known, &services, from).steps
}

/// The mean of all services, weighted by demand: of 100 cases, so many are done.
fn mean(known: Known, services: &[KnownService], from: SimTime) -> Series {
    let all: f64 = services.iter().map(|service| service.demand_per_day).sum();
    let weight = |service: &KnownService| {
        if all > 0.0 {
            service.demand_per_day / all
        } else {
            1.0 / services.len() as f64
        }
    };
    let mut changes: Vec<(SimTime, usize, f64)> = services
        .iter()
        .enumerate()
        .flat_map(|(index, service)| {
            steps_from(known, service.id, from)
                .into_iter()
                .map(move |(at, level)| (at, index, level))
        })
        .collect();
    changes.sort_by_key(|(at, index, _)| (*at, *index));
    let mut levels = vec![1.0; services.len()];
    let mut steps: Vec<(SimTime, f32)> = Vec::new();
    for (at, index, level) in changes {
        levels[index] = level;
        let level = height(
            services
                .iter()
                .zip(&levels)
                .map(|(service, level)| weight(service) * level)
                .sum(),
        );
        match steps.last_mut() {
            Some(last) if last.0 == at => last.1 = level,
            _ => steps.push((at, level)),
        }
    }
    let emergency = services
        .iter()
        .map(|service| weight(service) * service.template.emergency_level)
        .sum();
    let waiting = whole(services.iter().map(|service| service.waiting).sum());
    Series {
        service: None,
        name: Text::new("course-mean"),
        steps,
        emergency_of_100: of_100(emergency),
        waiting,
        notes: (waiting > 0)
            .then(|| Text::new("note-backlog").count("waiting", waiting))
            .into_iter()
            .collect(),
    }
}

/// What became of the deadlines and of what waits, as sentences.
fn notes(known: Known, service: &KnownService) -> Vec<Text> {
    let mut notes = Vec::new();
    let both = deadlines::of_service(known, service);
    for (name, deadline) in [("emergency", both.emergency_by), ("latest", both.latest_by)] {
        let Some(at) = deadline.at else { continue };
        let is_running = service.outage.waz_since.is_some();
        let key = match deadline.state {
            DeadlineState::None => continue,
            DeadlineState::Open => "open",
            DeadlineState::Met => "met",
            DeadlineState::Missed if is_running => "overdue",
            DeadlineState::Missed => "missed",
        };
        let by = match (is_running, name) {
            (true, _) => known.now().since(at.at),
            (false, "latest") => service.was_beyond_mta.unwrap_or(0),
            (false, _) => service
                .emergency_again
                .map_or(0, |again| again.since(at.at)),
        };
        notes.push(
            Text::new(format!("note-{name}-{key}"))
                .moment("at", at)
                .minutes("by", by),
        );
    }
    notes.extend(backlog(known, service));
    if service.people_unpaid > 0 {
        notes.push(Text::new("note-unpaid").count("people", service.people_unpaid));
    }
    notes
}

/// What waits, and how long that takes to clear where it is being cleared.
fn backlog(known: Known, service: &KnownService) -> Option<Text> {
    let waiting = whole(service.waiting);
    if waiting == 0 {
        return None;
    }
    let extra = known.parameters().backlog_extra * service.level;
    let grows = service.template.deferrable_share * (1.0 - service.level);
    let a_day = service.demand_per_day * (extra - grows);
    let text = Text::new("note-backlog").count("waiting", waiting);
    if service.level < 0.5 || a_day <= 0.0 {
        return Some(text);
    }
    // Working days into calendar days.
    let days = service.waiting / a_day * 7.0 / 5.0;
    let minutes = |factor: f64| whole(days * factor * f64::from(DAY)).max(DAY);
    let (from, to) = (minutes(BACKLOG_SPAN.0), minutes(BACKLOG_SPAN.1));
    Some(if from == to {
        text
    } else {
        Text::new("note-backlog-takes")
            .count("waiting", waiting)
            .minutes("from", from)
            .minutes("to", to)
    })
}

fn marks(known: Known, log: &LogView, series: &[Series]) -> Vec<CourseMark> {
    let mut marks = Vec::new();
    let mut add = |at: Stamp, kind, text| {
        marks.push(CourseMark {
            at,
            kind,
            text,
            before_and_since: None,
        });
    };
    let first = [
        known.provider_suspected(),
        known.provider_hit(),
        known.own_hit(),
    ];
    if let Some(at) = first.into_iter().flatten().min() {
        add(
            known.stamp(at),
            MarkKind::Alarm,
            Text::new("mark-attack-known"),
        );
    }
    if let (Some(at), Some(provider)) = (known.provider_hit(), known.provider()) {
        let text = Text::new("mark-provider-hit").name("provider", known.place(provider));
        add(known.stamp(at), MarkKind::Encryption, text);
    }
    let encrypted = log
        .entries
        .iter()
        .find(|entry| entry.text.key == "log-encrypted");
    if let Some(entry) = encrypted {
        let text = Text::new("mark-own-encryption");
        add(entry.at, MarkKind::Encryption, text);
    }
    for entry in &log.entries {
        if entry.kind == LogKind::Decision {
            add(entry.at, MarkKind::Decision, entry.text.clone());
        }
    }
    for request in known.requests() {
        let (Some(at), Some((_, amount))) = (request.at_work, request.granted) else {
            continue;
        };
        let (key, who) = if request.asker == known.seat() {
            ("mark-help", request.draft.helper)
        } else {
            ("mark-help-given", request.asker)
        };
        let text = Text::new(key)
            .name("place", known.place(who))
            .text("what", amount_of(request.draft.kind, amount));
        marks.push(CourseMark {
            at: known.stamp(at),
            kind: MarkKind::Help,
            text,
            before_and_since: before_and_since(known, &request, series),
        });
    }
    marks.sort_by_key(|mark| mark.at.at);
    marks
}
