//! Beistand: requests, what can be asked for, and the balance of giving and taking.

use super::words::{Look, local, service_name};
use crate::scenario::AdministrationKind;
use crate::sim::{Known, KnownRequest};
use crate::view::{AidChoice, AidRole, AidRow, AidView};
use crate::vocab::{AdministrationId, AidKind, AidState, ServiceId, Text};

/// Returns the aid screen.
pub fn aid(known: Known) -> AidView {
    let requests = known.requests();
    let hours = |asked: bool| -> f64 {
        requests
            .iter()
            .filter(|request| (request.asker == known.seat()) == asked)
            .map(|request| known.person_hours(request))
            .sum()
    };
    AidView {
        rows: rows(known, &requests),
        choices: choices(known),
        partners: partners(known).map(|id| (id, known.place(id))).collect(),
        hours_given: hours(false),
        hours_received: hours(true),
        own_lost_service_hours: known
            .services()
            .map(|service| service.lost_by_giving_hours)
            .sum(),
        rule: local(&known.pact().sentence),
    }
}

/// Open requests first, then the newest first.
fn rows(known: Known, requests: &[KnownRequest]) -> Vec<AidRow> {
    let mut order: Vec<&KnownRequest> = requests.iter().collect();
    order.sort_by_key(|request| (request.ended.is_some(), core::cmp::Reverse(request.id)));
    order.into_iter().map(|one| row(known, one)).collect()
}

fn row(known: Known, request: &KnownRequest) -> AidRow {
    let draft = request.draft;
    let role = if request.asker == known.seat() {
        AidRole::Asker
    } else {
        AidRole::Helper
    };
    // What others run is not the seat's to see; what they asked for is in the request.
    let service = match role {
        AidRole::Asker => draft
            .service
            .and_then(|id| known.services().find(|service| service.id == id))
            .map(|service| service_name(service.template)),
        AidRole::Helper => known.service_asked_for(request).map(service_name),
    };
    AidRow {
        id: request.id,
        role,
        kind: draft.kind,
        from: known.place(request.asker),
        to: known.place(draft.helper),
        asked: draft.amount,
        granted: request.granted.map(|(_, amount)| amount),
        days: draft.days,
        service,
        state: request.state,
        requested: known.stamp(request.requested),
        at_work: known.expected_at_work(request).map(|span| known.span(span)),
        until: known.agreed_end(request).map(|at| known.stamp(at)),
        reason: request.reason.cloned(),
        can_answer: role == AidRole::Helper && request.state == AidState::Examined,
        can_recall: request.granted.is_some() && request.ended.is_none(),
    }
}

/// Returns who can be asked: everybody else who serves citizens.
pub fn partners(known: Known<'_>) -> impl Iterator<Item = AdministrationId> {
    (0_u32..)
        .map(AdministrationId)
        .zip(known.administrations())
        .filter(move |(id, other)| {
            *id != known.seat()
                && other.kind != AdministrationKind::Provider
                && known.offered_by(*id).next().is_some()
        })
        .map(|(id, _)| id)
}

/// Returns the own services that can be done at a neighbour's desk.
fn services_for_desks(known: Known) -> Vec<(ServiceId, Text)> {
    known
        .services()
        .filter(|service| service.template.at_neighbour)
        .map(|service| (service.id, service_name(service.template)))
        .collect()
}

fn choices(known: Known) -> Vec<AidChoice> {
    AidKind::ALL
        .iter()
        .filter(|kind| known.terms(**kind).is_some())
        .filter_map(|kind| {
            let services = match kind {
                AidKind::ItWorkplaces => services_for_desks(known),
                _ => Vec::new(),
            };
            if *kind == AidKind::ItWorkplaces && services.is_empty() {
                return None;
            }
            let most = partners(known)
                .map(|partner| known.most_another_gives(partner, *kind))
                .max()?;
            Some(AidChoice {
                kind: *kind,
                most: most.max(1),
                services,
            })
        })
        .collect()
}
