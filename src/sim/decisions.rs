//! What somebody has to decide, raised by what a seat knows and closed when it is moot.

use bevy_ecs::change_detection::{DetectChanges as _, Mut, Ref};
use bevy_ecs::entity::Entity;
use bevy_ecs::system::{Commands, Local, Query, ResMut};

use super::agenda::{Happening, HappeningKind};
use super::core_param::Core;
use super::duties;
use super::entities::{
    AidRequest, Body, CrisisStaff, Decision, DecisionKind, Index, Knowledge, LogRecordKind,
    Posture, Recovery,
};
use super::knowledge::Seats;
use super::recovery::island;
use super::seat_log::{note, raise_alarm};
use super::way_back::WayBack;
use crate::scenario::SetUp;
use crate::vocab::{
    AdministrationId, AidState, ContainmentOption, DAY, DecisionId, HOUR, NoticeDuty, Text,
};

/// Minutes within which each decision is due (estimates of good practice; exercise objectives 1, 3, 8).
const LINK_ON_SUSPICION: u32 = HOUR;
const LINK_ON_HIT: u32 = 30;
const CUSTOMERS: u32 = 30;
const SHUTDOWN: u32 = 30;
const CRISIS_STAFF: u32 = 2 * HOUR;
const ANSWER: u32 = 4 * HOUR;
const RECONNECT: u32 = 8 * HOUR;
const NOTIFY: u32 = HOUR;
const PAY_FILE: u32 = 8 * HOUR;
const ISLAND: u32 = DAY;
/// A question nobody answered is asked again after so many times as long as it has been open.
const ASKED_AGAIN_AFTER: u32 = 3;

/// Whether a pending order of this kind stands.
pub(crate) fn is_pending(posture: &Posture, option: ContainmentOption) -> bool {
    posture
        .pending
        .iter()
        .any(|(tag, _)| ContainmentOption::ALL[*tag as usize] == option)
}

/// A question: kind, urgency (a higher one asks again) and minutes to decide.
type Question = (DecisionKind, u8, u32);

/// Adds what a seat has to decide now.
fn add_wanted(
    wanted: &mut Vec<Question>,
    core: &Core,
    at: AdministrationId,
    (knowledge, recovery, posture, staff): (&Knowledge, &Recovery, &Posture, &CrisisStaff),
) {
    let planned = &core.plan().administrations[at.index()];
    let has_link = planned.provider_link.is_some();
    let cut_is_coming = is_pending(posture, ContainmentOption::CutProviderLink)
        || is_pending(posture, ContainmentOption::EmergencyShutdown);
    // Once the provider is released nothing speaks for cutting any more.
    let threatened = knowledge.provider_cleared.is_none();
    if has_link && threatened && !posture.link_is_cut() && !cut_is_coming {
        if knowledge.provider_hit.is_some() {
            wanted.push((DecisionKind::ProviderLink, 2, LINK_ON_HIT));
        } else if knowledge.provider_suspected.is_some() {
            wanted.push((DecisionKind::ProviderLink, 1, LINK_ON_SUSPICION));
        }
    }
    let may_cut = threatened
        && !planned.customers.is_empty()
        && posture.customers_cut.is_none()
        && !is_pending(posture, ContainmentOption::CutAllCustomers);
    if may_cut && knowledge.provider_hit.is_some() {
        wanted.push((DecisionKind::Customers, 2, CUSTOMERS));
    } else if may_cut && knowledge.provider_suspected.is_some() {
        wanted.push((DecisionKind::Customers, 1, LINK_ON_SUSPICION));
    }
    let running = posture.shut_down.is_none()
        && recovery.examined.is_none()
        && !is_pending(posture, ContainmentOption::EmergencyShutdown);
    if knowledge.own_hit.is_some() && running {
        wanted.push((DecisionKind::Shutdown, 1, SHUTDOWN));
    }
    // Its services are looked at last: each of them is one more way to memory.
    let was_below = |service| {
        let state = &core.columns.services.state[service as usize];
        state.milestones.first_below.is_some()
    };
    if staff.called.is_none()
        && (knowledge.own_hit.is_some() || planned.services.clone().any(was_below))
    {
        wanted.push((DecisionKind::CrisisStaff, 1, CRISIS_STAFF));
    }
    if has_link && posture.link_is_cut() && may_think_of_way_back(knowledge, recovery, posture) {
        wanted.push((DecisionKind::Reconnect, 1, RECONNECT));
    }
    if !planned.customers.is_empty()
        && knowledge.provider_hit.is_some()
        && knowledge.customers_told.is_none()
    {
        wanted.push((DecisionKind::Notify, 1, NOTIFY));
    }
    let pays = || {
        let mut services = planned.services.clone();
        services.any(|service| core.plan().pays(service))
    };
    let file_is_there = staff.ready_since(SetUp::PayFile).is_some();
    let in_danger = knowledge.provider_suspected.is_some()
        || knowledge.own_hit.is_some()
        || staff.file_missing.is_some();
    if in_danger && !file_is_there && staff.file_ordered.is_none() && pays() {
        let urgency = 1 + u8::from(staff.file_missing.is_some());
        wanted.push((DecisionKind::PayFile, urgency, PAY_FILE));
    }
    if island::is_useful(
        (core.plan(), &core.columns),
        at,
        (knowledge, recovery, staff),
    ) {
        wanted.push((DecisionKind::Island, 1, ISLAND));
    }
    let own_side_is_safe = recovery.needed_since.is_none() || recovery.cleared.is_some();
    let provider_is_safe = !threatened || knowledge.provider_suspected.is_none();
    if !posture.in_force.is_empty() && own_side_is_safe && provider_is_safe {
        wanted.push((DecisionKind::Lift, 1, RECONNECT));
    }
}

/// Whether a side was released or opened and nothing else holds a seat back. Who cut the line a moment ago for no reason
/// that it knows of is not asked at once whether to take that back.
fn may_think_of_way_back(knowledge: &Knowledge, recovery: &Recovery, posture: &Posture) -> bool {
    let way_back = WayBack::of(knowledge, recovery, posture);
    let was_released = recovery.cleared.or(knowledge.provider_cleared).is_some();
    let was_opened = knowledge.provider_line_open.is_some();
    was_released && way_back.is_free() || was_opened && way_back.is_possible()
}

/// What decisions hang on, and whether it changed since it was last looked at.
type Minds<'w, 's> = Query<
    'w,
    's,
    (
        &'static Body,
        Mut<'static, Knowledge>,
        Ref<'static, Recovery>,
        Ref<'static, Posture>,
        Ref<'static, CrisisStaff>,
    ),
>;

/// Marks those administrations, of those who may have, whose state of mind did change. A debug build adds those that only
/// heard that others are affected: nothing is to be asked of them.
fn mark_changed_minds(
    core: &mut Core,
    index: &Index,
    minds: &Minds,
    marked: &mut Vec<AdministrationId>,
    only_heard: &mut Vec<AdministrationId>,
) {
    let has_changed = |entity: Entity| {
        let mind = minds.get(entity);
        mind.is_ok_and(|(_, knowledge, recovery, posture, staff)| {
            knowledge.is_changed()
                || recovery.is_changed()
                || posture.is_changed()
                || staff.is_changed()
        })
    };
    core.columns.thinking.take(marked);
    if cfg!(debug_assertions) {
        let changed = minds.iter().map(|(body, ..)| body.0);
        let changed = changed.filter(|at| has_changed(index.administrations[at.index()]));
        only_heard.extend(changed.filter(|at| marked.binary_search(at).is_err()));
    }
    for at in marked.drain(..) {
        let is_marked = core.columns.questions.has(at);
        if !is_marked && has_changed(index.administrations[at.index()]) {
            core.columns.questions.mark(at);
        }
    }
    only_heard.retain(|at| !core.columns.questions.has(*at));
    for at in only_heard.iter() {
        core.columns.questions.mark(*at);
    }
}

/// Lists of which nothing is left when questions have been put; they keep their memory.
#[derive(Default)]
pub(crate) struct Papers {
    marked: Vec<AdministrationId>,
    only_heard: Vec<AdministrationId>,
    wanted: Vec<Question>,
    asked: Vec<(DecisionKind, u8)>,
    raised: Vec<(AdministrationId, Question)>,
    clocks: Vec<(AdministrationId, NoticeDuty)>,
}

/// Raises what has to be decided and closes what is moot, where something changed that decisions hang on.
pub(crate) fn put_questions(
    mut core: Core,
    mut index: ResMut<Index>,
    mut spawn: Commands,
    mut minds: Minds,
    mut open: Query<&mut Decision>,
    requests: Query<&AidRequest>,
    mut papers: Local<Papers>,
) {
    let Papers {
        marked,
        only_heard,
        wanted,
        asked,
        raised,
        clocks,
    } = &mut *papers;
    mark_changed_minds(&mut core, &index, &minds, marked, only_heard);
    core.columns.questions.take(marked);
    for at in marked.drain(..) {
        let entity = index.administrations[at.index()];
        let Ok((_, knowledge, recovery, posture, staff)) = minds.get(entity) else {
            continue;
        };
        let before = (raised.len(), clocks.len());
        let mut some_are_moot = false;
        let scenario = &core.plan().scenario;
        let administration = &scenario.administrations[at.index()];
        if scenario.acts(at.index()) {
            let begins = duties::beginning(administration, &knowledge);
            clocks.extend(begins.map(|duty| (at, duty)));
        }
        if administration.seat.is_none() {
            continue;
        }
        let mind = (&*knowledge, &*recovery, &*posture, &*staff);
        add_wanted(wanted, &core, at, mind);
        wanted.extend(
            index
                .running_of(at)
                .filter_map(|entity| requests.get(entity).ok())
                .filter(|request| request.draft.helper == at && request.state == AidState::Examined)
                .map(|request| (DecisionKind::Answer(request.id), 1, ANSWER)),
        );
        let index = &mut *index;
        index.standing_decisions[at.index()].retain(|id| {
            let Ok(mut decision) = open.get_mut(index.decisions[*id as usize]) else {
                return false;
            };
            asked.push((decision.kind, decision.urgency));
            let still = wanted
                .iter()
                .any(|(kind, urgency, _)| *kind == decision.kind && *urgency <= decision.urgency);
            let is_moot = decision.closed.is_none() && !still;
            if is_moot {
                some_are_moot = true;
                decision.closed = Some(core.now());
            }
            // What became moot is asked again when it comes up again; what was decided only if it grows more urgent,
            // and the answer to a request never.
            let is_answer = matches!(decision.kind, DecisionKind::Answer(_));
            !is_moot && (decision.closed.is_none() || !is_answer)
        });
        for (kind, urgency, minutes) in wanted.drain(..) {
            let was_asked = asked
                .iter()
                .any(|(of, before)| *of == kind && *before >= urgency);
            if !was_asked {
                raised.push((at, (kind, urgency, minutes)));
            }
        }
        asked.clear();
        debug_assert!(
            !only_heard.contains(&at) || !some_are_moot && before == (raised.len(), clocks.len()),
            "a decision hangs on what happens to others"
        );
    }
    only_heard.clear();
    for (at, duty) in clocks.drain(..) {
        if let Ok((_, mut knowledge, ..)) = minds.get_mut(core.body(&index, at)) {
            duties::begin(&mut core, &mut knowledge, at, duty);
        }
    }
    for (seat, (kind, urgency, minutes)) in raised.drain(..) {
        let id = DecisionId::from_index(index.decisions.len());
        let due = core.now().after(minutes);
        let decision = Decision {
            id,
            seat,
            kind,
            urgency,
            raised: core.now(),
            due,
            overdue_since: None,
            closed: None,
            epoch: 0,
        };
        core.columns
            .agenda
            .push(due, HappeningKind::DecisionDue, id.0, 0);
        index.decisions.push(spawn.spawn(decision).id());
        index.decisions_of[seat.index()].push(id.0);
        index.standing_decisions[seat.index()].push(id.0);
        if let Ok((_, mut knowledge, ..)) = minds.get_mut(core.body(&index, seat)) {
            knowledge.revision += 1;
        }
    }
}

/// A decision was not taken in time: that is written down, and it stays open and is asked again later.
pub(crate) fn lapse(
    core: &mut Core,
    index: &Index,
    seats: &mut Seats,
    open: &mut Query<&mut Decision>,
    happening: Happening,
) {
    let Ok(mut decision) = open.get_mut(index.decisions[happening.id as usize]) else {
        return;
    };
    if decision.closed.is_some() || decision.epoch != happening.tag {
        return;
    }
    let now = core.now();
    let open_for = now.since(decision.raised).max(HOUR);
    let missed = decision.due;
    decision.overdue_since.get_or_insert(missed);
    decision.due = now.after(open_for * ASKED_AGAIN_AFTER);
    decision.epoch += 1;
    core.columns.agenda.push(
        decision.due,
        HappeningKind::DecisionDue,
        decision.id.0,
        decision.epoch,
    );
    let entity = core.body(index, decision.seat);
    if let Ok((_, mut knowledge, ..)) = seats.get_mut(entity) {
        let question = || question(decision.kind);
        let text = || Text::new("log-decision-lapsed").text("question", question());
        note(&mut knowledge, now, LogRecordKind::Decision, text);
        raise_alarm(&mut knowledge);
    }
}

/// What is said of a decision to change nothing: to watch what the attack does or, where there is nothing to watch, to wait.
#[must_use]
pub fn left_as_it_is(kind: DecisionKind) -> Text {
    let key = match kind {
        DecisionKind::ProviderLink | DecisionKind::Customers | DecisionKind::Shutdown => {
            "act-watch"
        }
        _ => "act-wait",
    };
    Text::new(key).text("question", question(kind))
}

/// The question of a decision, as a text.
#[must_use]
pub fn question(kind: DecisionKind) -> Text {
    Text::new(match kind {
        DecisionKind::ProviderLink => "question-provider-link",
        DecisionKind::Customers => "question-customers",
        DecisionKind::Shutdown => "question-shutdown",
        DecisionKind::CrisisStaff => "question-crisis-staff",
        DecisionKind::Answer(_) => "question-answer",
        DecisionKind::Reconnect => "question-reconnect",
        DecisionKind::Lift => "question-lift",
        DecisionKind::Notify => "question-notify",
        DecisionKind::PayFile => "question-pay-file",
        DecisionKind::Island => "question-island",
    })
}
