//! What a rule does, as commands like those of a person.

use super::condition::{Findings, missing_permits, provider_is_hit};
use super::partners::{Offer, Partners};
use crate::command::{AidAnswer, Command, check};
use crate::scenario::Act;
use crate::sim::{Cap, Gift, Giver, Known, KnownPermit, KnownRequest, LIFTABLE, kind_rule};
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, ContainmentOption, DAY, RequestId, ServiceId, Skill,
    SystemId,
};

/// A rule that did something comes up again after at least this many minutes.
pub(super) const LEAST_PAUSE: u32 = 30;
/// Share of the own workplaces asked for as notebooks.
const NOTEBOOK_SHARE: f64 = 0.15;
/// Services up to this criticality are essential.
const ESSENTIAL: u8 = 2;
/// Desks asked for at once. Published: a county began with four counters at a neighbour.
const DESKS: u32 = 4;

/// Adds the commands of an act; returns whether there was anything to do.
pub(super) fn carry_out(
    known: Known,
    act: Act,
    findings: &mut Findings,
    partners: &mut Partners,
    acts: &mut Vec<Command>,
) -> bool {
    let before = acts.len();
    // What is ordered already, or needs what is not there, is no order to give.
    let mut contain = |option| {
        acts.extend(Some(Command::Contain(option)).filter(|order| check(known, order).is_ok()));
    };
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
        Act::RequireCleanDevices => acts.push(Command::RequireCleanDevices),
        Act::FileNotices => {
            let owed = known.notices().iter();
            let possible = owed.filter(|owed| known.may_file(owed));
            acts.extend(possible.map(|owed| Command::FileNotice(owed.duty)));
        }
        Act::SecurePayFile => acts.push(Command::SecurePayFile),
        Act::SetUpIsland => acts.push(Command::SetUpIsland),
        Act::AnswerRequests => answer(known, acts),
        Act::AskForPermits => acts.extend(missing_permits(known).map(Command::AskForPermit)),
        Act::ArrangeWork => acts.extend(findings.unless_arranged(known, act, arrange)),
        Act::ShuffleWork => acts.extend(findings.unless_arranged(known, act, shuffle)),
        Act::RequestAid(kind) => acts.extend(request(known, kind, findings, partners, acts)),
    }
    acts.len() > before
}

/// The application that an order is about; `None` for all other work.
fn application(known: Known, order: u32) -> Option<SystemId> {
    let (system, skill) = known.work_of(order)?;
    system.filter(|_| skill == Skill::Application)
}

/// The most urgent applications first, in the places that applications have; nothing once it is so.
fn arrange(known: Known) -> Option<Command> {
    reorder_applications(known, |system| known.criticality_of(system))
}

/// Applications as people call for them, in the places that applications have: those of essential services before
/// the others, and at random within; nothing once it is so.
fn shuffle(known: Known) -> Option<Command> {
    reorder_applications(known, |system| {
        let is_essential = known.criticality_of(system) <= ESSENTIAL;
        // Drawn places are not negative: their bits have the order of the numbers.
        let place = known.drawn_place(system);
        (!is_essential, place.to_bits())
    })
}

/// The order of work with its applications sorted by a key, and all else where it was; nothing if that changes nothing.
fn reorder_applications<K: Ord>(known: Known, key: impl Fn(SystemId) -> K) -> Option<Command> {
    let queue = known.queue();
    let is_about = |order: u32| application(known, order).map(|system| (key(system), order));
    let mut applications: Vec<(K, u32)> = queue.iter().filter_map(|id| is_about(*id)).collect();
    if applications.is_sorted_by(|(one, _), (other, _)| one <= other) {
        return None;
    }
    let places: Vec<usize> = (0..queue.len())
        .filter(|place| application(known, queue[*place]).is_some())
        .collect();
    applications.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut queue = queue.to_vec();
    for (place, (_, application)) in places.into_iter().zip(applications) {
        queue[place] = application;
    }
    Some(Command::ArrangeWork { queue })
}

/// Gives what the caps allow, in the order of the pact; refuses in danger of one's own, and what costs
/// more than it brings.
fn answer(known: Known, acts: &mut Vec<Command>) {
    let mut promised: Vec<(RequestId, u32)> = Vec::new();
    for request in known.to_answer_now() {
        let rule = kind_rule(request.draft.kind);
        let most = known.most_to_give_beside(&request, &promised);
        let amount = most.min(request.draft.amount);
        let answer = match objection(known, &request, amount) {
            Some(reason) => AidAnswer::Refuse {
                reason: reason.to_owned(),
            },
            // What others are promised now has taken it: it waits as well.
            None if amount == 0 && rule.giver == Giver::State => continue,
            None if amount == 0 => AidAnswer::Refuse {
                reason: "no_capacity".to_owned(),
            },
            None => {
                promised.push((request.id, amount));
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
fn objection(known: Known, request: &KnownRequest, amount: u32) -> Option<&'static str> {
    let rule = kind_rule(request.draft.kind);
    if !rule.costs_the_helper() {
        return None;
    }
    if known.own_hit().is_some() && known.own_cleared().is_none() {
        return Some("own_danger");
    }
    if provider_is_hit(known) {
        return Some("same_provider");
    }
    let takes_people = matches!(rule.gift, Gift::People | Gift::Desks);
    if takes_people && pays_people_soon(known) {
        return Some("pay_or_election_week");
    }
    let service = request.draft.service;
    let desks_run = service.is_some_and(|service| known.can_seat_guests_for(service));
    if rule.is_for_a_service() && !desks_run {
        return Some("no_capacity");
    }
    let draft = AidDraft {
        amount,
        ..request.draft.clone()
    };
    (amount > 0 && !known.is_worth_giving(request.asker, &draft)).then_some("own_services")
}

/// Whether a file of payments of the own house is due within two days.
fn pays_people_soon(known: Known) -> bool {
    let soon = known.now().after(2 * DAY);
    known
        .pay_cut_offs()
        .any(|cut_off| (known.now()..=soon).contains(&cut_off))
}

/// Asks the partner best placed, as far as is known, for what is short and not asked for yet: not by what is
/// about to be done either.
fn request(
    known: Known,
    kind: AidKind,
    findings: &mut Findings,
    partners: &mut Partners,
    acts: &[Command],
) -> Option<Command> {
    known.terms(kind)?;
    let waits =
        |of: KnownRequest| of.draft.kind == kind && of.granted.is_none() && of.ended.is_none();
    if known.asked_and_running().any(waits) || asking(acts).any(|of| of.kind == kind) {
        // One request of a kind at a time.
        return None;
    }
    let rule = kind_rule(kind);
    let (service, desks) = if rule.is_for_a_service() {
        let (service, desks) = neediest_service(known, acts)?;
        (Some(service), desks)
    } else {
        (None, 0)
    };
    let skill = match rule.cap {
        Cap::OneOfTheSkill => Some(known.skill_short()?),
        _ => None,
    };
    let wanted = match (rule.gift, rule.cap) {
        (Gift::People, Cap::OneOfTheSkill) => people_wanted(known, findings, acts).min(1),
        (_, Cap::OneDesk | Cap::One) => 1,
        // One who advises is enough; the others are more use with their hands.
        _ if kind == AidKind::RemoteAdvice => people_wanted(known, findings, acts).min(1),
        (Gift::Desks, _) => desks,
        // They come as they are.
        (_, Cap::WholeTeam | Cap::Examiners) => u32::MAX,
        (Gift::Notebooks, _) => {
            let clients = f64::from(known.own().clients);
            let useful = libm::ceil(clients * NOTEBOOK_SHARE) as u32;
            let there = known
                .asked_and_running()
                .filter(|of| kind_rule(of.draft.kind).gift == rule.gift);
            useful.saturating_sub(there.map(|of| units(&of)).sum())
        }
        _ => people_wanted(known, findings, acts),
    };
    if wanted == 0 {
        return None;
    }
    let of = |helper, amount| AidDraft {
        kind,
        helper,
        amount,
        // As long as is agreed.
        days: known.longest_help(helper),
        service,
        skill,
    };
    best_partner(known, kind, service, wanted, partners, of).map(Command::RequestAid)
}

/// What is about to be asked for.
fn asking(acts: &[Command]) -> impl Iterator<Item = &AidDraft> {
    acts.iter().filter_map(|act| match act {
        Command::RequestAid(draft) => Some(draft),
        _ => None,
    })
}

fn units(request: &KnownRequest<'_>) -> u32 {
    request
        .granted
        .map_or(request.draft.amount, |(_, amount)| amount)
}

/// People that the work could use beyond those who are here, on the way or about to be asked for, as many as do not
/// stand in each other's way.
fn people_wanted(known: Known, findings: &mut Findings, acts: &[Command]) -> u32 {
    let people = asking(acts).filter(|of| kind_rule(of.kind).gift == Gift::People);
    let asked_now: u32 = people.map(|of| of.amount).sum();
    let wanted = findings.people_wanted(|findings| {
        let open = findings.hands_short(known);
        if open == 0 {
            return 0;
        }
        let coming: u32 = known
            .asked_and_running()
            .filter(|of| kind_rule(of.draft.kind).gift == Gift::People && of.at_work.is_none())
            .map(|of| units(&of))
            .sum();
        let short = open.saturating_sub(coming);
        if short == 0 {
            return 0;
        }
        let here = known.helpers_here();
        let (least, per_own) = known.parameters().helpers_useful;
        let own: u32 = known.own().it_staff.iter().sum();
        let useful = least.max(per_own * f64::from(own)) as u32;
        short.min(useful.saturating_sub(here + coming))
    });
    wanted.saturating_sub(asked_now)
}

/// The most critical service below its emergency level that can be done at a neighbour's desk and is
/// not helped enough by those on the way, with the desks to ask for; those whose permit is still missing
/// come last, since help that comes before it is in vain.
fn neediest_service(known: Known, acts: &[Command]) -> Option<(ServiceId, u32)> {
    let on_the_way: Vec<(ServiceId, u32)> = known
        .asked_and_running()
        .filter(|of| of.at_work.is_none())
        .filter_map(|of| Some((of.draft.service?, units(&of))))
        .chain(asking(acts).filter_map(|of| Some((of.service?, of.amount))))
        .collect();
    let coming = |service: ServiceId| -> u32 {
        let theirs = on_the_way.iter().filter(|(of, _)| *of == service);
        theirs.map(|(_, units)| units).sum()
    };
    known
        .services_below()
        .filter(|(_, template, _)| template.at_neighbour)
        .filter_map(|(service, template, level)| {
            let missing = (template.emergency_level - level) * known.desks(service);
            let desks = libm::ceil(missing) as u32;
            let open = desks.saturating_sub(coming(service)).min(DESKS);
            let permit = known.permit(service);
            let too_early = matches!(permit, KnownPermit::NotAsked | KnownPermit::Asked(..));
            (open > 0).then_some((too_early, template.criticality, service, open))
        })
        .min()
        .map(|(.., id, desks)| (id, desks))
}

/// What to ask of whom: of the nearest of those who may give something that brings more than it costs.
fn best_partner(
    known: Known,
    kind: AidKind,
    service: Option<ServiceId>,
    wanted: u32,
    partners: &mut Partners,
    draft: impl Fn(AdministrationId, u32) -> AidDraft,
) -> Option<AidDraft> {
    let offer_of = |helper: AdministrationId| {
        if !known.may_give(helper, kind) {
            return Offer::Never;
        }
        let offer = draft(helper, wanted.min(known.most_another_gives(helper, kind)));
        // Something is wanted: it is the pact's caps and days that leave nothing.
        if offer.amount == 0 || offer.days == 0 {
            return Offer::Never;
        }
        let is_worth_it = known.is_worth_giving(known.seat(), &offer);
        if is_worth_it {
            Offer::Worth(offer)
        } else {
            Offer::NotNow
        }
    };
    partners.best_offer(known, (kind, service), provider_is_hit(known), offer_of)
}
