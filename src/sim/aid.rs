//! Mutual aid as a transaction: requested, examined, granted, under way, briefed, at work, returned.
//!
//! It costs the helper: people who are away keep fewer workplaces running, desks and notebooks
//! are workplaces of its own.

use bevy_ecs::system::{Query, Res, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::columns::{Desk, Due};
use super::core_param::{ANY_EPOCH, Core};
use super::entities::{
    AidRequest, Index, Knowledge, LogRecordKind, OrderKind, Person, Post, Recovery, Stock,
    WorkOrder,
};
use super::knowledge::{note, raise_alarm, tell};
use super::recovery::ask_to_admit_devices;
use crate::scenario::{AidTerms, PactTerms};
use crate::vocab::HOUR;
use crate::vocab::{AdministrationId, AidDraft, AidKind, AidState, Channel, SimTime, Skill, Text};

/// Of the latency after granting: mobilised after this share, arrived after that.
const MOBILISED: f64 = 0.3;
const ARRIVED: f64 = 0.7;
/// Examining and granting are part of the latency; at least this share of it follows the grant.
pub(crate) const AFTER_GRANT: f64 = 0.5;
/// Minutes after which aid at a closed gate looks again.
const LOOK_AGAIN: u32 = 4 * HOUR;
/// A small helper gives one person for two days a week.
pub(crate) const TWO_DAYS_A_WEEK: f64 = 0.4;
/// From this many IT people on, one may go for two days a week although the cap is below one.
pub(crate) const SMALL_HELPER_STAFF: u32 = 2;
/// Effect of a generalist on site on workplaces; see `data` of the pact for all other work.
const DESK_UNIT: f32 = 1.0;

/// Returns what the pact says of a request's kind of aid between its two sides.
fn terms(core: &Core, request: &AidRequest) -> Option<AidTerms> {
    between(core, request).of(request.draft.kind)
}

/// Returns what holds between the two sides of a request.
fn between<'a>(core: &'a Core, request: &AidRequest) -> &'a PactTerms {
    core.pact()
        .between(request.asker.index(), request.draft.helper.index())
}

/// Requests take their next step when its time has come.
pub(crate) fn advance_requests(
    mut core: Core,
    index: Res<Index>,
    mut requests: Query<&mut AidRequest>,
    mut people: Query<(&Person, &mut Post)>,
    mut bodies: Bodies,
    orders: Query<&WorkOrder>,
) {
    for Happening { id, tag, .. } in core.take_inbox(Desk::Aid) {
        let Ok(mut request) = requests.get_mut(index.requests[id as usize]) else {
            continue;
        };
        // Being woken is for those who wait at a gate, however often they are called.
        let is_woken = tag == ANY_EPOCH && request.state == AidState::Briefed;
        if tag != request.epoch && !is_woken {
            continue;
        }
        let before = request.state;
        step(
            &mut core,
            &index,
            &mut request,
            &mut people,
            &mut bodies,
            &orders,
        );
        if request.state != before {
            core.columns.tally.events += 1;
            let state = Text::new(format!("aid-state-{}", request.state.id()));
            for seat in [request.asker, request.draft.helper] {
                let entity = index.administrations[seat.index()];
                if let Ok((mut knowledge, _, _)) = bodies.get_mut(entity) {
                    let text = step_text(&core, &request, state.clone());
                    note(&mut knowledge, core.columns.now, LogRecordKind::Aid, text);
                    // Whoever asked wants to see that help is there.
                    if request.state == AidState::AtWork && seat == request.asker {
                        raise_alarm(&mut knowledge);
                    }
                }
            }
        }
        core.columns.due.set(Due::KNOWLEDGE);
    }
}

fn step_text(core: &Core, request: &AidRequest, state: Text) -> Text {
    let name = |id: AdministrationId| {
        core.plan().scenario.administrations[id.index()]
            .name
            .clone()
    };
    Text::new("log-aid-step")
        .text(
            "kind",
            Text::new(format!("aid-kind-{}", request.draft.kind.id())),
        )
        .name("from", name(request.draft.helper))
        .name("to", name(request.asker))
        .text("state", state)
}

/// What aid touches of an administration.
pub(crate) type Bodies<'w, 's> = Query<
    'w,
    's,
    (
        &'static mut Knowledge,
        &'static mut Stock,
        &'static Recovery,
    ),
>;

fn step(
    core: &mut Core,
    index: &Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    orders: &Query<&WorkOrder>,
) {
    let now = core.now();
    match request.state {
        AidState::Requested => {
            request.state = AidState::Examined;
            arrive(core, index, request, bodies);
        }
        AidState::Granted => {
            request.state = AidState::UnderWay;
            schedule(core, request, ARRIVED - MOBILISED);
        }
        AidState::UnderWay => {
            request.state = AidState::Briefed;
            schedule(core, request, 1.0 - ARRIVED);
        }
        AidState::Briefed => {
            request.waits_for = gate(core, index, request, bodies, orders);
            if request.waits_for.is_some() {
                // Who waits at a gate looks again, whatever it is that opens it; once, however often woken.
                request.epoch += 1;
                core.columns.agenda.push(
                    now.after(LOOK_AGAIN),
                    HappeningKind::AidStep,
                    request.id.0,
                    request.epoch,
                );
            } else {
                request.state = AidState::AtWork;
                request.at_work = Some(now);
                begin_work(core, index, request, people);
                let days = request.draft.days.min(between(core, request).days_max);
                let ends = core.plan().calendar.after_working_days(now, days);
                request.epoch += 1;
                core.columns
                    .agenda
                    .push(ends, HappeningKind::AidStep, request.id.0, request.epoch);
            }
        }
        AidState::AtWork => {
            end(core, index, request, people, bodies, AidState::Returned);
        }
        AidState::Examined | AidState::Returned | AidState::Recalled | AidState::Refused => {}
    }
}

/// A request reaches the helper: it is told, and the helper can answer.
fn arrive(core: &Core, index: &Index, request: &AidRequest, bodies: &mut Bodies) {
    let helper = index.administrations[request.draft.helper.index()];
    let asker = &core.plan().scenario.administrations[request.asker.index()].name;
    if let Ok((mut knowledge, _, _)) = bodies.get_mut(helper) {
        let text = Text::new("log-aid-asked")
            .name("from", asker.clone())
            .count("amount", request.draft.amount)
            .text(
                "kind",
                Text::new(format!("aid-kind-{}", request.draft.kind.id())),
            );
        tell(
            &mut knowledge,
            core.now(),
            request.asker,
            Channel::Phone,
            text,
            true,
        );
    }
}

/// Minutes from granting to first useful work.
fn minutes_after_grant(request: &AidRequest) -> u32 {
    let granted = request.granted.map_or(request.requested, |(at, _)| at);
    let whole = request
        .requested
        .after(request.latency_minutes)
        .since(granted);
    let least = (AFTER_GRANT * f64::from(request.latency_minutes)) as u32;
    whole.max(least)
}

fn schedule(core: &mut Core, request: &mut AidRequest, share: f64) {
    request.epoch += 1;
    let minutes = (f64::from(minutes_after_grant(request)) * share) as u32;
    let at = core.now().after(minutes);
    core.columns
        .agenda
        .push(at, HappeningKind::AidStep, request.id.0, request.epoch);
}

/// What keeps aid that has arrived from working.
fn gate(
    core: &Core,
    index: &Index,
    request: &AidRequest,
    bodies: &Bodies,
    orders: &Query<&WorkOrder>,
) -> Option<Text> {
    let asker = index.administrations[request.asker.index()];
    match request.draft.kind {
        AidKind::ItStaffOnSite => None,
        AidKind::RemoteWork => {
            // The network on which all else is built comes first; only then can somebody work remotely.
            let examined = bodies
                .get(asker)
                .is_ok_and(|(_, _, recovery)| recovery.examined.is_some());
            let network_open = index.orders_of[request.asker.index()]
                .iter()
                .filter_map(|id| orders.get(index.orders[*id as usize]).ok())
                .filter(|order| is_ground_network(core, order))
                .filter(|order| !matches!(order.kind, OrderKind::Rest(_)))
                .any(|order| order.done.is_none());
            (!examined || network_open).then(|| Text::new("waits-admin-network"))
        }
        AidKind::ItWorkplaces => {
            let service = request.draft.service?;
            let template = core.plan().services[service.index()].template;
            let helps = helper_service(core, request.draft.helper, template)
                .is_some_and(|own| core.columns.services.state[own as usize].it > 0.5);
            (!helps).then(|| Text::new("waits-helper-application"))
        }
        AidKind::LoanNotebooks => request
            .set_up_order
            .and_then(|id| orders.get(index.orders[id as usize]).ok())
            .is_none_or(|order| order.done.is_none())
            .then(|| Text::new("waits-notebook-set-up")),
    }
}

/// Whether an order restores the network itself, not what uses it (telephones, the provider link).
fn is_ground_network(core: &Core, order: &WorkOrder) -> bool {
    order.skill == Skill::Network
        && order.system().is_some_and(|system| {
            let work = &core.plan().described(system).work;
            work.as_ref().is_some_and(|work| work.after.is_empty())
        })
}

/// The helper's own service of the same id; its targets may be others.
pub(crate) fn helper_service(
    core: &Core,
    helper: AdministrationId,
    template: usize,
) -> Option<u32> {
    let plan = core.plan();
    plan.administrations[helper.index()]
        .services
        .clone()
        .find(|service| {
            let own = plan.services[*service as usize].template;
            plan.scenario.services[own].id == plan.scenario.services[template].id
        })
}

fn begin_work(
    core: &mut Core,
    index: &Index,
    request: &AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    match request.draft.kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            for entity in &index.people {
                if let Ok((_, mut post)) = people.get_mut(*entity)
                    && post.request == Some(request.id)
                {
                    post.works = true;
                }
            }
            core.columns.mark_work(request.asker);
        }
        AidKind::ItWorkplaces => set_guest_desks(core, request, amount as f32),
        AidKind::LoanNotebooks => {
            lend_in(core, request.asker, f64::from(amount));
            ask_to_admit_devices(core, request.asker);
        }
    }
}

fn set_guest_desks(core: &mut Core, request: &AidRequest, desks: f32) {
    let Some(service) = request.draft.service else {
        return;
    };
    let effect = terms(core, request).map_or(0.0, |terms| terms.effect) as f32;
    let state = &mut core.columns.services.state[service.index()];
    state.guest_desks = (state.guest_desks + desks * effect * DESK_UNIT).max(0.0);
    core.columns.services.mark_changed(service.0);
    core.columns.due.set(Due::SERVICES);
}

fn lend_in(core: &mut Core, asker: AdministrationId, notebooks: f64) {
    let clients = core.plan().scenario.administrations[asker.index()]
        .clients
        .max(1);
    let workplaces = &mut core.columns.workplaces[asker.index()];
    workplaces.lent_in_share =
        (workplaces.lent_in_share + (notebooks / f64::from(clients)) as f32).max(0.0);
    core.kernel().recount_workplaces(asker);
}

/// Takes back what a helper gives up for a request, or gives it back.
pub(crate) fn charge_helper(core: &mut Core, helper: AdministrationId, share: f32) {
    let workplaces = &mut core.columns.workplaces[helper.index()];
    workplaces.given_share = (workplaces.given_share + share).clamp(0.0, 1.0);
    // Sums of rounded shares leave dust; nothing given is exactly nothing.
    if workplaces.given_share < 1e-6 {
        workplaces.given_share = 0.0;
    }
    core.kernel().recount_workplaces(helper);
}

/// Ends aid: people and devices go home, the helper has them back.
pub(crate) fn end(
    core: &mut Core,
    index: &Index,
    request: &mut AidRequest,
    people: &mut Query<(&Person, &mut Post)>,
    bodies: &mut Bodies,
    how: AidState,
) {
    let amount = request.granted.map_or(0, |(_, amount)| amount);
    if request.state == AidState::AtWork {
        match request.draft.kind {
            AidKind::ItWorkplaces => set_guest_desks(core, request, -(amount as f32)),
            AidKind::LoanNotebooks => lend_in(core, request.asker, -f64::from(amount)),
            AidKind::ItStaffOnSite | AidKind::RemoteWork => {}
        }
    }
    for entity in &index.people {
        if let Ok((person, mut post)) = people.get_mut(*entity)
            && post.request == Some(request.id)
        {
            *post = at_home(person);
        }
    }
    if request.draft.kind == AidKind::LoanNotebooks
        && let Ok((_, mut stock, _)) =
            bodies.get_mut(index.administrations[request.draft.helper.index()])
    {
        stock.notebooks += amount - request.from_pool.min(amount);
    }
    charge_helper(core, request.draft.helper, -request.cost_share);
    request.cost_share = 0.0;
    request.state = how;
    request.ended = Some(core.now());
    request.waits_for = None;
    request.epoch += 1;
    core.columns.mark_work(request.asker);
    core.columns.mark_work(request.draft.helper);
    core.columns.due.set(Due::KNOWLEDGE);
}

/// A person's post at home.
pub(crate) fn at_home(person: &Person) -> Post {
    Post {
        at: person.home,
        effect: 1.0,
        share: 1.0,
        request: None,
        works: true,
    }
}

/// What a request asks of a helper, and the helper's means.
pub(crate) struct Means {
    /// Most it may give by the caps.
    pub(crate) most: u32,
    /// Share of working time each person gives.
    pub(crate) share: f64,
}

/// What a helper may give at most by the caps of the pact, with nothing given yet to others than `given` units.
pub(crate) fn means(
    kind: AidKind,
    pact: &PactTerms,
    staff: u32,
    clients: u32,
    notebooks: u32,
    given: u32,
) -> Means {
    let floor = |share: f64, of: u32| libm::floor(share * f64::from(of) + 1e-9) as u32;
    let (most, share) = match kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            let by_cap = floor(pact.staff_cap_share, staff);
            if by_cap == 0 && staff >= SMALL_HELPER_STAFF && pact.staff_cap_share > 0.0 {
                (1, TWO_DAYS_A_WEEK)
            } else {
                (by_cap, 1.0)
            }
        }
        AidKind::ItWorkplaces => (floor(pact.desk_cap_share, clients), 1.0),
        AidKind::LoanNotebooks => (notebooks + given, 1.0),
    };
    Means {
        most: most.saturating_sub(given),
        share,
    }
}

/// Grants a request: people are chosen, devices set aside, the helper charged, the way begins.
#[expect(
    clippy::too_many_arguments,
    reason = "a grant touches everything aid is made of"
)]
pub(crate) fn grant(
    core: &mut Core,
    index: &mut ResMut<Index>,
    request: &mut AidRequest,
    amount: u32,
    share: f64,
    people: &mut Query<(&Person, &mut Post)>,
    stock: &mut Stock,
    pool_left: u32,
) {
    let now = core.now();
    let helper = request.draft.helper;
    let plan = core.plan_handle();
    let administration = &plan.scenario.administrations[helper.index()];
    let cost = plan.scenario.parameters.helper_cost;
    let clients = f64::from(administration.clients.max(1));
    request.granted = Some((now, amount));
    request.state = AidState::Granted;
    request.epoch += 1;
    request.cost_share = match request.draft.kind {
        AidKind::ItStaffOnSite | AidKind::RemoteWork => {
            let effect = terms(core, request).map_or(0.0, |terms| terms.effect);
            let wanted = request.draft.kind;
            let sent = send_people(index, request, amount, share, effect, wanted, people);
            let staff: u32 = administration.it_staff.iter().sum();
            cost.clients_down_without_it * f64::from(sent) * share / f64::from(staff.max(1))
        }
        AidKind::ItWorkplaces => cost.clients_per_unit * f64::from(amount) / clients,
        AidKind::LoanNotebooks => {
            let from_pool = amount.min(pool_left);
            let own = amount - from_pool;
            request.from_pool = from_pool;
            stock.notebooks = stock.notebooks.saturating_sub(own);
            cost.clients_per_unit * f64::from(own) / clients
        }
    } as f32;
    request.charged_share = request.cost_share;
    charge_helper(core, helper, request.cost_share);
    let minutes = (f64::from(minutes_after_grant(request)) * MOBILISED) as u32;
    core.columns.agenda.push(
        now.after(minutes),
        HappeningKind::AidStep,
        request.id.0,
        request.epoch,
    );
    core.columns.tally.events += 1;
    core.columns.due.set(Due::AID);
    core.columns.mark_work(helper);
}

/// Puts people on the way: generalists for rollout first, then by id. Returns how many went.
fn send_people(
    index: &Index,
    request: &AidRequest,
    amount: u32,
    share: f64,
    effect: f64,
    kind: AidKind,
    people: &mut Query<(&Person, &mut Post)>,
) -> u32 {
    let mut sent = 0;
    let preferred = match kind {
        AidKind::RemoteWork => [Skill::Identity, Skill::Backup, Skill::Network],
        _ => [Skill::Rollout, Skill::Identity, Skill::Network],
    };
    for pass in 0..=preferred.len() {
        for entity in &index.people {
            let Ok((person, mut post)) = people.get_mut(*entity) else {
                continue;
            };
            let suits = preferred
                .get(pass)
                .is_none_or(|skill| person.skill == *skill);
            if sent < amount
                && person.home == request.draft.helper
                && post.request.is_none()
                && suits
            {
                *post = Post {
                    at: request.asker,
                    effect,
                    share,
                    request: Some(request.id),
                    works: false,
                };
                sent += 1;
            }
        }
    }
    sent
}

/// A fresh request as it is sent.
pub(crate) fn new_request(
    id: crate::vocab::RequestId,
    asker: AdministrationId,
    draft: AidDraft,
    now: SimTime,
    latency_minutes: u32,
) -> AidRequest {
    AidRequest {
        id,
        asker,
        draft,
        state: AidState::Requested,
        requested: now,
        latency_minutes,
        granted: None,
        at_work: None,
        ended: None,
        reason: None,
        waits_for: None,
        set_up_order: None,
        from_pool: 0,
        cost_share: 0.0,
        charged_share: 0.0,
        epoch: 0,
    }
}
