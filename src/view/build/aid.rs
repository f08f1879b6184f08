//! Beistand: requests, what can be asked for, and the balance of giving and taking.

use super::options::refusal_of;
use super::words::{Look, local, service_name};
use crate::command::{AidAnswer, Command};
use crate::sim::{Cap, Giver, Known, KnownRequest, kind_rule};
use crate::view::{AidChoice, AidRole, AidRow, AidView, OrderOfRequests};
use crate::vocab::{
    AdministrationId, AidKind, AidState, RequestId, ServiceId, Skill, Text, WaitCause,
};

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
        hours_given: hours(false),
        hours_received: hours(true),
        own_lost_service_hours: known
            .services()
            .map(|service| service.lost_by_giving_hours)
            .sum(),
        rule: local(&known.pact().sentence),
        order: order(known),
    }
}

fn order(known: Known) -> OrderOfRequests {
    let (paragraph, rules) = known.order_of_requests();
    OrderOfRequests {
        paragraph: paragraph.map(str::to_owned),
        rules: rules.to_vec(),
    }
}

/// Why the seat can give nothing to a request, with what would help; `None` where it can give something.
fn nothing_to_give(known: Known, request: &KnownRequest) -> Option<Text> {
    if let Some(limit) = known.why_nothing_to_give(request) {
        return Some(Text::new(format!("give-limit-{}", limit.id())));
    }
    let one = Command::AnswerAid {
        request: request.id,
        answer: AidAnswer::Grant { amount: 1 },
    };
    refusal_of(known, &one).map(|refusal| refusal.reason)
}

/// Open requests first, those to be answered in the order of the pact, then the newest first.
fn rows(known: Known, requests: &[KnownRequest]) -> Vec<AidRow> {
    let turns: Vec<RequestId> = known.to_answer().iter().map(|one| one.id).collect();
    let turn = |id: RequestId| turns.iter().position(|other| *other == id);
    let mut order: Vec<&KnownRequest> = requests.iter().collect();
    order.sort_by_key(|request| {
        let turn = turn(request.id).unwrap_or(usize::MAX);
        (
            request.ended.is_some(),
            turn,
            core::cmp::Reverse(request.id),
        )
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    order
        .into_iter()
        .map(|one| AidRow {
            turn: turn(one.id).map(|at| (count(at + 1), count(turns.len()))),
            ..row(known, one)
        })
        .collect()
}

/// What a request waited for, the longest first.
pub fn waited(minutes: &[u32]) -> Vec<(WaitCause, u32)> {
    let causes = WaitCause::ALL.iter().copied();
    let mut waited: Vec<(WaitCause, u32)> = causes
        .zip(minutes.iter().copied())
        .filter(|(_, minutes)| *minutes > 0)
        .collect();
    waited.sort_by_key(|(cause, minutes)| (core::cmp::Reverse(*minutes), *cause));
    waited
}

fn row(known: Known, request: &KnownRequest) -> AidRow {
    let draft = request.draft;
    let role = if request.asker == known.seat() {
        AidRole::Asker
    } else {
        AidRole::Helper
    };
    let can_answer = role == AidRole::Helper && request.state == AidState::Examined;
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
        asker: request.asker,
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
        reason: request.reason(),
        turn: None,
        waited: waited(&request.waited(known.now())),
        waits_on: request.waits_on(),
        skill: draft.skill,
        most_to_give: if can_answer {
            known.most_to_give(request)
        } else {
            0
        },
        nothing_to_give: can_answer
            .then(|| nothing_to_give(known, request))
            .flatten(),
        can_answer,
        can_recall: request.granted.is_some() && request.ended.is_none(),
    }
}

/// Returns who can be asked for a kind of aid; of administrations only those who serve citizens.
pub fn partners(known: Known<'_>, kind: AidKind) -> impl Iterator<Item = AdministrationId> {
    let serves = move |id: AdministrationId| {
        kind_rule(kind).giver != Giver::Neighbour || known.offered_by(id).next().is_some()
    };
    (0..known.administrations().len())
        .map(AdministrationId::from_index)
        .filter(move |id| known.may_give(*id, kind) && serves(*id))
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
            let rule = kind_rule(*kind);
            let services = if rule.is_for_a_service() {
                services_for_desks(known)
            } else {
                Vec::new()
            };
            if rule.is_for_a_service() && services.is_empty() {
                return None;
            }
            let most = partners(known, *kind)
                .map(|partner| known.most_another_gives(partner, *kind))
                .max()?;
            let most_days = partners(known, *kind)
                .map(|partner| known.longest_help(partner))
                .max()?;
            let skill = (rule.cap == Cap::OneOfTheSkill)
                .then(|| known.skill_short().unwrap_or(Skill::Identity));
            Some(AidChoice {
                kind: *kind,
                most: most.max(1),
                most_days: most_days.max(1),
                partners: partners(known, *kind)
                    .map(|id| (id, known.place(id)))
                    .collect(),
                skill,
                services,
            })
        })
        .collect()
}
