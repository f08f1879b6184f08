//! What a rule does, as commands like those of a person.

use super::condition::missing_permits;
use crate::command::{AidAnswer, Command, check};
use crate::scenario::Act;
use crate::sim::{Cap, Gift, Giver, Known, KnownPermit, KnownRequest, LIFTABLE, kind_rule};
use crate::vocab::{AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, ServiceId};

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
        Act::NotifyCustomers => acts.push(Command::NotifyCustomers),
        Act::SecurePayFile => acts.push(Command::SecurePayFile),
        Act::AnswerRequests => answer(known, acts),
        Act::AskForPermits => acts.extend(missing_permits(known).map(Command::AskForPermit)),
        Act::RequestAid(kind) => acts.extend(request(known, kind)),
    }
    acts.len() > before
}

/// Gives what the caps allow, in the order of the pact; refuses in danger of one's own.
fn answer(known: Known, acts: &mut Vec<Command>) {
    let mut given: Vec<(Gift, u32)> = Vec::new();
    for request in known.to_answer() {
        let rule = kind_rule(request.draft.kind);
        let given_now = given.iter().filter(|(gift, _)| *gift == rule.gift);
        let promised: u32 = given_now.map(|(_, amount)| amount).sum();
        let most = if rule.cap == Cap::WholeTeam && promised > 0 {
            0
        } else {
            known.most_to_give(&request).saturating_sub(promised)
        };
        let amount = most.min(request.draft.amount);
        let answer = match objection(known, &request) {
            Some(reason) => AidAnswer::Refuse {
                reason: reason.to_owned(),
            },
            // Whoever asks the state waits in its queue until somebody is free.
            None if amount == 0 && rule.giver == Giver::State => continue,
            None if amount == 0 => AidAnswer::Refuse {
                reason: "no_capacity".to_owned(),
            },
            None => {
                given.push((rule.gift, amount));
                AidAnswer::Grant { amount }
            }
        };
        acts.push(Command::AnswerAid {
            request: request.id,
            answer,
        });
    }
}

/// Why a helper gives nothing although the caps would allow it.
fn objection(known: Known, request: &KnownRequest) -> Option<&'static str> {
    let rule = kind_rule(request.draft.kind);
    if !rule.costs_the_helper() {
        return None;
    }
    if known.own_hit().is_some() {
        return Some("own_danger");
    }
    if known.provider_hit().is_some() {
        return Some("same_provider");
    }
    let takes_people = matches!(rule.gift, Gift::People | Gift::Desks);
    if takes_people && pays_people_soon(known) {
        return Some("pay_or_election_week");
    }
    let desks_run = request
        .draft
        .service
        .and_then(|service| known.same_service(service))
        .is_some_and(|own| own.it >= 0.5);
    (rule.is_for_a_service() && !desks_run).then_some("no_capacity")
}

/// Whether a file of payments of the own house is due within two days.
fn pays_people_soon(known: Known) -> bool {
    let soon = known.now().after(2 * DAY);
    known
        .services()
        .filter_map(|service| service.template.pay.as_ref())
        .flat_map(|pay| &pay.pay_days)
        .filter_map(|day| known.calendar().pay_run_cut_off(*day))
        .any(|cut_off| (known.now()..=soon).contains(&cut_off))
}

/// Asks the partner best placed, as far as is known, for what is short.
fn request(known: Known, kind: AidKind) -> Option<Command> {
    known.terms(kind)?;
    let rule = kind_rule(kind);
    let service = if rule.is_for_a_service() {
        Some(neediest_service(known)?)
    } else {
        None
    };
    let skill = match rule.cap {
        Cap::OneOfTheSkill => Some(known.skill_short()?),
        _ => None,
    };
    let helper = best_partner(known, kind, service)?;
    let most = known.most_another_gives(helper, kind);
    let wanted = match (rule.gift, rule.cap) {
        (_, Cap::OneDesk | Cap::One) => 1,
        (Gift::Desks, _) => DESKS,
        (_, Cap::WholeTeam | Cap::Examiners) => most,
        (Gift::Notebooks, _) => {
            let clients = f64::from(known.own().clients);
            libm::ceil(clients * NOTEBOOK_SHARE) as u32
        }
        _ => known.hands_short(),
    };
    if wanted == 0 {
        return None;
    }
    Some(Command::RequestAid(AidDraft {
        kind,
        helper,
        amount: wanted.min(most).max(1),
        days: DAYS,
        service,
        skill,
    }))
}

/// The most critical service below its emergency level that can be done at a neighbour's desk; those
/// whose permit is still missing come last, since help that comes before it is in vain.
fn neediest_service(known: Known) -> Option<ServiceId> {
    known
        .services()
        .filter(|service| {
            service.template.at_neighbour && service.level < service.template.emergency_level
        })
        .min_by_key(|service| {
            let permit = known.permit(service.id);
            let too_early = matches!(permit, KnownPermit::NotAsked | KnownPermit::Asked(..));
            (too_early, service.template.criticality, service.id)
        })
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
            let is_fit =
                kind_rule(kind).giver != Giver::Neighbour || !shares_hit_provider && !affected;
            known.may_give(*helper, kind)
                && is_fit
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
