//! What each measure is made of, seat by seat.

use super::{Happening, Term};
use crate::aar::played::Played;
use crate::command::Command;
use crate::scenario::AdministrationKind;
use crate::sim::{AidMetrics, DecisionKind, ServiceMetrics};
use crate::vocab::{AdministrationId, AidKind, Measure, NoticeDuty, SimTime};

/// Services up to this criticality are critical.
const CRITICAL: u8 = 2;

/// Returns the pieces of a measure; none if what it is about did not happen.
pub(super) fn terms(played: &Played, measure: Measure) -> Vec<Term> {
    let seats = played.seats();
    let of_each = |one: fn(&Played, AdministrationId) -> Vec<Term>| {
        let seats = seats.iter();
        seats.flat_map(|seat| one(played, *seat)).collect()
    };
    match measure {
        Measure::Alarm => of_each(alarm),
        Measure::CompleteRequest => of_each(complete_request),
        Measure::ReasonedAnswer => of_each(answers),
        Measure::FirstHelper => of_each(first_helper),
        Measure::CriticalDesk => of_each(critical_desk),
        Measure::PayRun => of_each(pay_runs),
        Measure::CriticalMta => of_each(critical_outages),
        Measure::LinkDecision => of_each(link_decision),
        Measure::TraceableCosts => costs(played, &seats),
        Measure::Notification => of_each(notification),
        Measure::CrossInfection => cross_infections(played, &seats),
    }
}

/// A piece that is measured from one happening to another.
fn span(
    played: &Played,
    seat: AdministrationId,
    from: (Happening, SimTime),
    to: (Happening, Option<SimTime>),
) -> Term {
    Term {
        seat: played.key(seat).to_owned(),
        partner: None,
        service: None,
        from: Some(from.0),
        from_minute: Some(from.1),
        to: to.0,
        to_minute: to.1.map(|at| at.max(from.1)),
        already_minute: to.1.filter(|at| *at < from.1),
        value: None,
        met: None,
        measurable: true,
        stood_in: played
            .stood_in(seat)
            .iter()
            .any(|span| span.contains(&from.1)),
        lines: Vec::new(),
    }
}

/// A piece that is a figure.
fn figure(played: &Played, seat: AdministrationId, to: Happening, value: f64) -> Term {
    Term {
        seat: played.key(seat).to_owned(),
        partner: None,
        service: None,
        from: None,
        from_minute: None,
        to,
        to_minute: None,
        already_minute: None,
        value: Some(value),
        met: None,
        measurable: true,
        stood_in: false,
        lines: Vec::new(),
    }
}

/// From the impact until the seat knows: by the provider's word, by others', or by its own systems.
fn alarm(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let sim = played.exercise.sim();
    let Some(impact) = sim.marks().impact else {
        return Vec::new();
    };
    let known = sim.known(seat);
    // That others stand still is known before an impact too, where lines were cut in time: that is no word of an attack.
    let of_others = known.affected().iter().map(|(_, at)| *at);
    let of_others = of_others.filter(|at| *at >= impact);
    let heard = [known.provider_hit(), known.own_hit()];
    let knows = heard.into_iter().flatten().chain(of_others).min();
    let from = (Happening::Impact, impact);
    vec![span(played, seat, from, (Happening::AttackKnown, knows))]
}

/// The services of a seat as they went.
fn services(played: &Played, seat: AdministrationId) -> Vec<ServiceMetrics> {
    let sim = played.exercise.sim();
    let ids = sim.services_of(seat);
    ids.map(|id| sim.service_metrics(id)).collect()
}

/// The requests that a seat sent.
fn asked(played: &Played, seat: AdministrationId) -> Vec<AidMetrics> {
    let aid = played.exercise.sim().run_metrics().aid.into_iter();
    aid.filter(|aid| aid.asker == seat).collect()
}

/// The line by which a request was sent.
fn request_lines(played: &Played, aid: &AidMetrics) -> Vec<u64> {
    let asked = played.aid_lines.asked(aid.id);
    asked.map(|asked| asked.line).into_iter().collect()
}

fn complete_request(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let below = services(played, seat)
        .into_iter()
        .filter_map(|of| Some((of.first_down?, of.template)))
        .min();
    let Some((below, template)) = below else {
        return Vec::new();
    };
    let first = asked(played, seat)
        .into_iter()
        .min_by_key(|aid| aid.requested);
    let requested = first.as_ref().map(|aid| aid.requested);
    let from = (Happening::ServiceBelow, below);
    let mut term = span(played, seat, from, (Happening::FirstRequest, requested));
    term.service = Some(service_id(played, template));
    if let Some(aid) = first {
        term.partner = Some(played.key(aid.helper).to_owned());
        term.lines = request_lines(played, &aid);
    }
    vec![term]
}

fn service_id(played: &Played, template: usize) -> String {
    played.beginning.scenario.services[template].id.clone()
}

fn answers(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let sim = played.exercise.sim();
    let known = sim.known(seat);
    let requests = known.requests();
    let raised = known.raised_decisions();
    raised
        .filter_map(|(paper, _)| {
            let DecisionKind::Answer(id) = paper.kind else {
                return None;
            };
            let request = requests.iter().find(|request| request.id == id)?;
            let answered = request.granted.map(|(at, _)| at).or(request.ended);
            let from = (Happening::RequestArrived, paper.raised);
            let mut term = span(played, seat, from, (Happening::RequestAnswered, answered));
            term.partner = Some(played.key(request.asker).to_owned());
            if answered.is_some() {
                term.lines.extend(played.aid_lines.answered(id));
            }
            Some(term)
        })
        .collect()
}

/// Whether aid of a kind brings people.
const fn brings_people(kind: AidKind) -> bool {
    !matches!(
        kind,
        AidKind::ItWorkplaces
            | AidKind::SmallDesk
            | AidKind::LoanNotebooks
            | AidKind::ConnectPermission
    )
}

fn first_helper(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let mut asked = asked(played, seat);
    asked.retain(|aid| brings_people(aid.kind));
    let Some(first) = asked.iter().min_by_key(|aid| aid.requested) else {
        return Vec::new();
    };
    let came = asked.iter().filter(|aid| aid.at_work.is_some());
    let came = came.min_by_key(|aid| aid.at_work);
    let from = (Happening::PeopleRequested, first.requested);
    let to = (Happening::HelperAtWork, came.and_then(|aid| aid.at_work));
    let mut term = span(played, seat, from, to);
    term.partner = Some(played.key(came.unwrap_or(first).helper).to_owned());
    term.lines = request_lines(played, first);
    vec![term]
}

fn critical_desk(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let templates = &played.beginning.scenario.services;
    let could_be_done = |of: &ServiceMetrics| {
        let template = &templates[of.template];
        template.at_neighbour && template.criticality <= CRITICAL
    };
    let below = services(played, seat)
        .into_iter()
        .filter(could_be_done)
        .filter_map(|of| Some((of.first_down?, of.template)))
        .min();
    let Some((below, template)) = below else {
        return Vec::new();
    };
    let is_desk = |kind| matches!(kind, AidKind::ItWorkplaces | AidKind::SmallDesk);
    let mut desks = asked(played, seat);
    desks.retain(|aid| is_desk(aid.kind));
    let came = desks.iter().filter(|aid| aid.at_work.is_some());
    let came = came.min_by_key(|aid| aid.at_work);
    let from = (Happening::ServiceBelow, below);
    let to = (Happening::DeskAtWork, came.and_then(|aid| aid.at_work));
    let mut term = span(played, seat, from, to);
    term.service = Some(service_id(played, template));
    if let Some(aid) = came.or(desks.first()) {
        term.partner = Some(played.key(aid.helper).to_owned());
        term.lines = request_lines(played, aid);
    }
    vec![term]
}

fn pay_runs(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let sim = played.exercise.sim();
    let known = sim.known(seat);
    let secured = known.pay_file().0;
    let paying = known.services().filter(|own| own.template.pay.is_some());
    paying
        .filter_map(|own| {
            let runs = played.pay_runs_due(seat, own.id);
            let due = f64::from(own.recipients) * runs as f64;
            if due <= 0.0 {
                return None;
            }
            let reached = 100.0 * (1.0 - f64::from(own.people_unpaid) / due);
            let mut term = figure(played, seat, Happening::PayRun, reached);
            term.service = Some(own.template.id.clone());
            if let Some(at) = secured {
                term.lines =
                    played.lines_of(seat, at, |deed| matches!(deed, Command::SecurePayFile));
            }
            Some(term)
        })
        .collect()
}

fn critical_outages(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let templates = &played.beginning.scenario.services;
    services(played, seat)
        .into_iter()
        .filter(|of| templates[of.template].criticality == 1)
        .map(|of| {
            let broken = of.mta_broken == Some(true);
            let mut term = figure(played, seat, Happening::OutageTolerable, f64::from(broken));
            term.from_minute = of.first_down;
            term.service = Some(service_id(played, of.template));
            term
        })
        .collect()
}

fn link_decision(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let scenario = &played.beginning.scenario;
    let kind = match scenario.administrations[seat.index()].kind {
        AdministrationKind::Provider => DecisionKind::Customers,
        _ => DecisionKind::ProviderLink,
    };
    let known = played.exercise.sim().known(seat);
    let mut raised = known.raised_decisions();
    let Some((paper, _)) = raised.find(|(paper, _)| paper.kind == kind) else {
        return Vec::new();
    };
    // Documented is what was put on paper with a reason: also to watch on.
    let mut acts = played.acts.iter();
    let documented = acts.find(|act| {
        let has_reason = act.reason.as_ref().is_some_and(|(_, why)| !why.is_empty());
        act.line.seat == seat && act.question == Some(kind) && has_reason
    });
    let from = (Happening::LinkQuestion, paper.raised);
    let decided = documented.map(|act| act.line.minute);
    let mut term = span(played, seat, from, (Happening::LinkDecided, decided));
    term.lines = documented.map(|act| act.sequence).into_iter().collect();
    vec![term]
}

/// Aid with hours of people to or from a seat: whether the pact says what an hour costs.
fn costs(played: &Played, seats: &[AdministrationId]) -> Vec<Term> {
    let worked = played.exercise.sim().run_metrics().aid.into_iter();
    worked
        .filter(|aid| aid.person_hours > 0.0)
        .filter_map(|aid| {
            let seat = [aid.asker, aid.helper]
                .into_iter()
                .find(|of| seats.contains(of))?;
            let settled = if played.has_rate(&aid) { 100.0 } else { 0.0 };
            let other = if seat == aid.asker {
                aid.helper
            } else {
                aid.asker
            };
            let mut term = figure(played, seat, Happening::HoursWorked, settled);
            term.from_minute = aid.at_work;
            term.partner = Some(played.key(other).to_owned());
            term.lines = request_lines(played, &aid);
            // The hours and whose they are were settled by the grant.
            term.lines.extend(played.aid_lines.answered(aid.id));
            Some(term)
        })
        .collect()
}

/// From awareness of a breach of personal data to its report.
fn notification(played: &Played, seat: AdministrationId) -> Vec<Term> {
    let known = played.exercise.sim().known(seat);
    let mut owed = known.notices().iter();
    let Some(owed) = owed.find(|owed| owed.duty == NoticeDuty::DataProtection) else {
        return Vec::new();
    };
    let from = (Happening::BreachKnown, owed.since);
    let mut term = span(played, seat, from, (Happening::NoticeFiled, owed.filed));
    if let Some(at) = owed.filed {
        let is_it = |deed: &Command| *deed == Command::FileNotice(NoticeDuty::DataProtection);
        term.lines = played.lines_of(seat, at, is_it);
    }
    vec![term]
}

/// Deployments of people on ground that was in the actor's hands: whether they carried it home. Nobody knows that
/// for sure before the exercise has ended.
fn cross_infections(played: &Played, seats: &[AdministrationId]) -> Vec<Term> {
    let aid = played.exercise.sim().run_metrics().aid.into_iter();
    let on_site = aid.filter(|aid| aid.on_held_ground);
    on_site
        .filter_map(|aid| {
            let own = [aid.helper, aid.asker];
            let seat = own.into_iter().find(|of| seats.contains(of))?;
            let other = if seat == aid.asker {
                aid.helper
            } else {
                aid.asker
            };
            let carried = f64::from(aid.carried_home.is_some());
            let mut term = figure(played, seat, Happening::DevicesOnSite, carried);
            if !played.exercise.has_ended() {
                term.value = None;
            }
            term.from_minute = aid.at_work;
            term.partner = Some(played.key(other).to_owned());
            term.lines = request_lines(played, &aid);
            Some(term)
        })
        .collect()
}
