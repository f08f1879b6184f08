//! What a rule does, as commands like those of a person.

use crate::command::{AidAnswer, Command, check};
use crate::scenario::{Act, AdministrationKind};
use crate::sim::{Known, LIFTABLE};
use crate::vocab::{AdministrationId, AidDraft, AidKind, AidState, ContainmentOption, ServiceId};

/// A rule that did something comes up again after at least this many minutes.
pub(super) const LEAST_PAUSE: u32 = 30;
/// Working days asked for.
const DAYS: u32 = 10;
/// Share of the own workplaces asked for as notebooks.
const NOTEBOOK_SHARE: f64 = 0.15;
/// Desks asked for.
const DESKS: u32 = 2;

/// Adds the commands of an act; returns whether there was anything to do.
pub(super) fn carry_out(known: Known, act: Act, acts: &mut Vec<Command>) -> bool {
    let before = acts.len();
    let mut contain = |option| acts.push(Command::Contain(option));
    match act {
        Act::CutProviderLink => contain(ContainmentOption::CutProviderLink),
        Act::BlockRemoteAccess => contain(ContainmentOption::BlockRemoteAccess),
        Act::EmergencyShutdown => contain(ContainmentOption::EmergencyShutdown),
        Act::CutAllCustomers => contain(ContainmentOption::CutAllCustomers),
        Act::LockAccounts => contain(ContainmentOption::LockAccounts),
        Act::BackupsOffline => contain(ContainmentOption::BackupsOffline),
        Act::BlockInternet => contain(ContainmentOption::BlockInternet),
        Act::LiftMeasures => acts.extend(
            LIFTABLE
                .map(Command::Lift)
                .into_iter()
                .filter(|lift| check(known, lift).is_ok()),
        ),
        Act::ReconnectProviderLink => acts.push(Command::ReconnectProviderLink),
        Act::ConveneCrisisStaff => acts.push(Command::ConveneCrisisStaff),
        Act::AnswerRequests => answer(known, acts),
        Act::RequestAid(kind) => acts.extend(request(known, kind)),
    }
    acts.len() > before
}

/// Gives what the caps allow; refuses in danger of one's own.
fn answer(known: Known, acts: &mut Vec<Command>) {
    let in_danger = known.own_hit().is_some() || known.provider_hit().is_some();
    let mut given = 0;
    for request in known.requests() {
        let open = request.state == AidState::Examined && request.draft.helper == known.seat();
        if !open {
            continue;
        }
        let refuse = |reason: &str| AidAnswer::Refuse {
            reason: reason.to_owned(),
        };
        let most = known
            .most_to_give(&request)
            .saturating_sub(given)
            .min(request.draft.amount);
        let own_desks_run = request.draft.kind != AidKind::ItWorkplaces
            || request
                .draft
                .service
                .and_then(|service| known.same_service(service))
                .is_some_and(|own| own.it >= 0.5);
        let answer = if in_danger {
            refuse("own_danger")
        } else if most == 0 || !own_desks_run {
            refuse("no_capacity")
        } else {
            given += most;
            AidAnswer::Grant { amount: most }
        };
        acts.push(Command::AnswerAid {
            request: request.id,
            answer,
        });
    }
}

/// Asks the partner best placed, as far as is known, for what is short.
fn request(known: Known, kind: AidKind) -> Option<Command> {
    known.terms(kind)?;
    let service = match kind {
        AidKind::ItWorkplaces => Some(neediest_service(known)?),
        _ => None,
    };
    let wanted = match kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => known.hands_short(),
        AidKind::ItWorkplaces => DESKS,
        AidKind::LoanNotebooks => {
            let clients = f64::from(known.own().clients);
            libm::ceil(clients * NOTEBOOK_SHARE) as u32
        }
    };
    if wanted == 0 {
        return None;
    }
    let helper = best_partner(known, kind, service)?;
    let most = known.most_another_gives(helper, kind);
    Some(Command::RequestAid(AidDraft {
        kind,
        helper,
        amount: wanted.min(most).max(1),
        days: DAYS,
        service,
    }))
}

/// The most critical service below its emergency level that can be done at a neighbour's desk.
fn neediest_service(known: Known) -> Option<ServiceId> {
    known
        .services()
        .filter(|service| {
            service.template.at_neighbour && service.level < service.template.emergency_level
        })
        .min_by_key(|service| (service.template.criticality, service.id))
        .map(|service| service.id)
}

/// Who is not known to be affected, does not hang on the same hit provider, may give something, was
/// not asked for this before, and is nearest.
fn best_partner(
    known: Known,
    kind: AidKind,
    service: Option<ServiceId>,
) -> Option<AdministrationId> {
    let own = known.own();
    let requests = known.requests();
    let asked = |helper: AdministrationId| {
        requests.iter().any(|request| {
            request.asker == known.seat()
                && request.draft.helper == helper
                && request.draft.kind == kind
                && request.draft.service == service
        })
    };
    let open = requests.iter().any(|request| {
        request.asker == known.seat()
            && request.draft.kind == kind
            && request.granted.is_none()
            && request.ended.is_none()
    });
    if open {
        return None;
    }
    (0..known.administrations().len())
        .map(AdministrationId::from_index)
        .filter(|helper| {
            let other = &known.administrations()[helper.index()];
            let shares_hit_provider = other.provider.is_some()
                && other.provider == own.provider
                && known.provider_hit().is_some();
            let affected = known.affected().iter().any(|(who, _)| who == helper);
            *helper != known.seat()
                && known.acts(*helper)
                && other.kit.is_some()
                && other.kind != AdministrationKind::Provider
                && !shares_hit_provider
                && !affected
                && !asked(*helper)
                && known.most_another_gives(*helper, kind) > 0
        })
        .min_by_key(|helper| (distance(known, *helper), *helper))
}

/// Squared distance in thousandths of a degree, for ordering only.
fn distance(known: Known, other: AdministrationId) -> u64 {
    let position = |of: AdministrationId| known.administrations()[of.index()].position;
    match (position(known.seat()), position(other)) {
        (Some((a, b)), Some((c, d))) => {
            // A degree of longitude is about 0.65 of one of latitude here.
            let (north, east) = ((a - c) * 1000.0, (b - d) * 650.0);
            (north * north + east * east) as u64
        }
        _ => u64::MAX,
    }
}
