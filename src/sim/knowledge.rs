//! What each seat knows: facts and reports, changed by happenings and by nothing else.

use bevy_ecs::system::{Local, Query, Res};

use super::agenda::{Happening, HappeningKind};
use super::aid;
use super::chance::{Purpose, key_of};
use super::columns::{Condition, Desk};
use super::core_param::Core;
use super::crossings::see_crossings;
use super::decisions;
use super::duties;
use super::entities::{
    AidRequest, Body, CrisisStaff, Decision, Index, Knowledge, LogRecordKind, Person, Post,
    Posture, Recovery,
};
use super::recovery::{ask_to_admit_devices, need_recovery, need_recovery_anew};
use super::seat_log::{note, raise_alarm, tell};
use crate::scenario::{NoticeFact, Recipients};
use crate::vocab::{AdministrationId, Channel, ContainmentOption, HOUR, SystemId, Text, WaitCause};

/// How long the word of a release takes.
const RELEASE_IS_TOLD_AFTER: u32 = HOUR;

/// Tags of [`HappeningKind::NoticeArrives`].
pub(crate) const SCRIPTED: u32 = 0;
/// Tag of [`HappeningKind::Detected`] where the facilitator lets a trace be noticed.
pub(crate) const SCRIPTED_TRACE: u32 = (1 << 24) - 1;
const PROVIDER_IS_HIT: u32 = 1;
const PROVIDER_IS_CLEARED: u32 = 2;
const PROVIDER_LINE_IS_OPEN: u32 = 3;
/// In these tags, and in those of [`HappeningKind::AnnouncementArrives`], the channel stands above the rest.
const CHANNEL_SHIFT: u32 = 20;
const WHO: u32 = (1 << CHANNEL_SHIFT) - 1;

/// Everything a seat's state of knowledge is made of.
pub(crate) type Seats<'w, 's> = Query<
    'w,
    's,
    (
        &'static Body,
        &'static mut Knowledge,
        &'static mut Recovery,
        &'static mut Posture,
        &'static CrisisStaff,
    ),
>;

/// Seats learn what happened.
pub(crate) fn hear(
    mut core: Core,
    index: Res<Index>,
    mut seats: Seats,
    mut open: Query<&mut Decision>,
    requests: Query<&AidRequest>,
    people: Query<(&Person, &Post)>,
    mut happenings: Local<Vec<Happening>>,
) {
    core.take_inbox(Desk::Knowledge, &mut happenings);
    for happening in happenings.drain(..) {
        match happening.kind {
            HappeningKind::Detected if is_overlooked(&core, &index, &people, happening) => {}
            HappeningKind::Detected => {
                notice_attack(
                    &mut core,
                    &index,
                    &mut seats,
                    AdministrationId(happening.id),
                );
            }
            HappeningKind::ContainmentEffective => {
                contain(&mut core, &index, &mut seats, happening);
            }
            HappeningKind::NoticeArrives => arrive(&mut core, &index, &mut seats, happening),
            HappeningKind::AnnouncementArrives => {
                let who = AdministrationId(happening.tag & WHO);
                let channel = Channel::ALL[(happening.tag >> CHANNEL_SHIFT) as usize];
                let hears = AdministrationId(happening.id);
                hear_of_affected(&mut core, &index, &mut seats, hears, who, channel);
            }
            HappeningKind::CustomerCut => {
                cut_one(
                    &mut core,
                    &index,
                    &mut seats,
                    AdministrationId(happening.id),
                );
            }
            HappeningKind::AnswerArrives => {
                if let Ok(request) = requests.get(index.requests[happening.id as usize]) {
                    aid::hear_answer(&mut core, &index, request, &mut seats);
                }
            }
            HappeningKind::NoticeDue => duties::ring(&mut core, &index, &mut seats, happening),
            _ => decisions::lapse(&mut core, &index, &mut seats, &mut open, happening),
        }
    }
    see_encryption(&mut core, &index, &mut seats);
    see_crossings(&mut core, &index, &mut seats);
    report(&mut core, &index, &mut seats, &requests);
    core.kernel().note_containment();
}

/// Whoever would have seen it is away helping others; round-the-clock monitoring does not depend on them.
fn is_overlooked(
    core: &Core,
    index: &Index,
    people: &Query<(&Person, &Post)>,
    happening: Happening,
) -> bool {
    let at = AdministrationId(happening.id);
    let is_certain = happening.tag == SCRIPTED_TRACE;
    if is_certain || core.plan().scenario.administrations[at.index()].monitoring {
        return false;
    }
    let own = index.people_of(at).iter();
    let own = own.filter_map(|entity| people.get(*entity).ok());
    let (all, lent) = own.fold((0_u32, 0_u32), |(all, lent), (_, post)| {
        (all + 1, lent + u32::from(post.at != at))
    });
    let key = key_of(&[at.0, happening.tag]);
    core.luck()
        .draw(Purpose::Overlooked, key, 0)
        .happens(f64::from(lent) / f64::from(all.max(1)))
}

/// An administration notices the actor in its own house, if it is still there. Nobody else learns of it.
fn notice_attack(core: &mut Core, index: &Index, seats: &mut Seats, at: AdministrationId) {
    if !core.kernel().is_held(at) {
        return;
    }
    if core.plan().is_provider(at) {
        provider_learns(core, index, seats, at);
        return;
    }
    let now = core.now();
    let Ok((_, mut knowledge, mut recovery, _, _)) = seats.get_mut(core.body(index, at)) else {
        return;
    };
    if knowledge.own_hit.is_some() && recovery.examined.is_none() {
        return;
    }
    know_of_hit(core, &mut knowledge, at);
    need_recovery_anew(core, at, &mut recovery);
    note(&mut knowledge, now, LogRecordKind::Observation, || {
        Text::new("log-attack-noticed")
    });
    raise_alarm(&mut knowledge);
    core.columns.attack.detected.get_or_insert(now);
}

/// A provider learns that it is hit, and will tell its customers.
fn provider_learns(core: &mut Core, index: &Index, seats: &mut Seats, provider: AdministrationId) {
    let now = core.now();
    let entity = core.body(index, provider);
    let Ok((_, mut knowledge, mut recovery, _, _)) = seats.get_mut(entity) else {
        return;
    };
    if knowledge.provider_hit.is_some() && recovery.examined.is_none() {
        return;
    }
    // What was released before is no longer.
    knowledge.provider_cleared = None;
    knowledge.provider_suspected.get_or_insert(now);
    knowledge.provider_hit.get_or_insert(now);
    know_of_hit(core, &mut knowledge, provider);
    need_recovery_anew(core, provider, &mut recovery);
    note(&mut knowledge, now, LogRecordKind::Observation, || {
        Text::new("log-attack-noticed")
    });
    raise_alarm(&mut knowledge);
    core.columns.attack.detected.get_or_insert(now);
}

/// An administration knows from now on that the actor is in its own house: the forensic team comes to it earlier.
pub(crate) fn know_of_hit(core: &mut Core, knowledge: &mut Knowledge, at: AdministrationId) {
    if knowledge.own_hit.is_none() {
        knowledge.own_hit = Some(core.now());
        core.columns.newly_hit.push(at);
    }
}

/// A provider tells its customers what it found; one after the other is reached.
pub(crate) fn tell_customers(core: &mut Core, provider: AdministrationId) {
    let plan = core.plan_handle();
    for customer in &plan.administrations[provider.index()].customers {
        let key = u64::from(customer.0);
        let mut draw = core.luck().draw(Purpose::OrderDelay, key, 0);
        let after = draw.minutes(plan.scenario.parameters.notify_minutes);
        send_notice(core, (provider, *customer), after, PROVIDER_IS_HIT);
    }
}

/// A provider opens its end of the line to one customer and tells it so.
pub(crate) fn open_to(
    core: &mut Core,
    (provider, customer): (AdministrationId, AdministrationId),
    is_examined: bool,
) {
    let what = if is_examined {
        PROVIDER_IS_CLEARED
    } else {
        PROVIDER_LINE_IS_OPEN
    };
    send_notice(core, (provider, customer), 0, what);
}

/// A provider's word is on its way to a customer.
fn send_notice(
    core: &mut Core,
    (provider, customer): (AdministrationId, AdministrationId),
    after: u32,
    what: u32,
) {
    let way = core.way(provider, customer);
    let at = core.now().after(after + way.minutes);
    let tag = what | (way.channel as u32) << CHANNEL_SHIFT;
    let kind = HappeningKind::NoticeArrives;
    core.columns.agenda.push(at, kind, customer.0, tag);
}

/// An ordered containment takes effect.
fn contain(core: &mut Core, index: &Index, seats: &mut Seats, happening: Happening) {
    let now = core.now();
    let at = AdministrationId(happening.id);
    let option = ContainmentOption::ALL[happening.tag as usize];
    let plan = core.plan_handle();
    let Ok((_, mut knowledge, mut recovery, mut posture, _)) = seats.get_mut(core.body(index, at))
    else {
        return;
    };
    posture
        .pending
        .retain(|(pending, _)| *pending != happening.tag);
    core.kernel().react_to(at, option);
    let text = || Text::new(format!("log-effective-{}", option.id()));
    note(&mut knowledge, now, LogRecordKind::Observation, text);
    match option {
        ContainmentOption::CutProviderLink => {
            posture.link_cut_here.get_or_insert(now);
            core.kernel().cut_link(at, option);
        }
        ContainmentOption::BlockRemoteAccess
        | ContainmentOption::LockAccounts
        | ContainmentOption::BackupsOffline
        | ContainmentOption::BlockInternet => {
            if posture.since(option).is_none() {
                posture.in_force.push((option, now));
            }
            core.kernel().narrow(at, option);
        }
        ContainmentOption::EmergencyShutdown => {
            posture.shut_down = Some(now);
            if plan.administrations[at.index()].provider_link.is_some() {
                posture.link_cut_here.get_or_insert(now);
            }
            need_recovery_anew(core, at, &mut recovery);
            core.kernel().shut_down(at);
        }
        ContainmentOption::CutAllCustomers => {
            posture.customers_cut = Some(now);
            // The way back needs a clearance of its side, so it must examine itself.
            need_recovery(core, at, &mut recovery);
            for customer in &plan.administrations[at.index()].customers {
                cut_customer(core, index, seats, (at, *customer));
            }
        }
        ContainmentOption::Watch => {}
    }
}

/// The line to a customer is cut at the provider's end.
fn cut_customer(
    core: &mut Core,
    index: &Index,
    seats: &mut Seats,
    (provider, customer): (AdministrationId, AdministrationId),
) {
    let now = core.now();
    let entity = core.body(index, customer);
    let Ok((_, mut knowledge, mut recovery, mut posture, _)) = seats.get_mut(entity) else {
        return;
    };
    // The way back needs a clearance of its side, too.
    need_recovery(core, customer, &mut recovery);
    // Who was let back and has not come yet is cut anew.
    let was_let_back = knowledge.provider_cleared.is_some();
    if posture.link_cut_there.is_none() || was_let_back {
        posture.link_cut_there = Some(now);
        // What was released before is no longer.
        knowledge.provider_cleared = None;
        knowledge.provider_line_open = None;
        let text = || Text::new("log-provider-cut-us");
        tell(&mut knowledge, now, provider, Channel::Phone, text, true);
    }
    core.kernel()
        .cut_link(customer, ContainmentOption::CutAllCustomers);
}

/// The order to cut one customer takes effect.
fn cut_one(core: &mut Core, index: &Index, seats: &mut Seats, customer: AdministrationId) {
    let now = core.now();
    let plan = core.plan_handle();
    let Some(provider) = plan.administrations[customer.index()].provider else {
        return;
    };
    let entity = core.body(index, provider);
    if let Ok((_, mut knowledge, _, mut posture, _)) = seats.get_mut(entity) {
        posture.cutting.retain(|other| *other != customer);
        let name = &plan.scenario.administrations[customer.index()].name;
        let text = || Text::new("log-customer-cut").name("place", name.clone());
        note(&mut knowledge, now, LogRecordKind::Observation, text);
    }
    core.kernel()
        .react_to(customer, ContainmentOption::CutAllCustomers);
    cut_customer(core, index, seats, (provider, customer));
}

/// A message arrives.
fn arrive(core: &mut Core, index: &Index, seats: &mut Seats, happening: Happening) {
    let now = core.now();
    let plan = core.plan_handle();
    if happening.tag != SCRIPTED {
        let at = AdministrationId(happening.id);
        let Some(provider) = plan.administrations[at.index()].provider else {
            return;
        };
        let Ok((_, mut knowledge, mut recovery, _, _)) = seats.get_mut(core.body(index, at)) else {
            return;
        };
        let from = &plan.scenario.administrations[provider.index()].name;
        let channel = Channel::ALL[(happening.tag >> CHANNEL_SHIFT) as usize];
        let what = happening.tag & WHO;
        if what == PROVIDER_IS_HIT {
            knowledge.provider_suspected.get_or_insert(now);
            knowledge.provider_hit.get_or_insert(now);
            need_recovery(core, at, &mut recovery);
            let text = || Text::new("log-provider-hit").name("provider", from.clone());
            tell(&mut knowledge, now, provider, channel, text, true);
        } else if what == PROVIDER_LINE_IS_OPEN {
            knowledge.provider_line_open.get_or_insert(now);
            let text = || Text::new("log-provider-line-open").name("provider", from.clone());
            tell(&mut knowledge, now, provider, channel, text, true);
        } else {
            debug_assert_eq!(what, PROVIDER_IS_CLEARED);
            knowledge.provider_cleared.get_or_insert(now);
            let text = || Text::new("log-provider-cleared").name("provider", from.clone());
            tell(&mut knowledge, now, provider, channel, text, true);
        }
        return;
    }
    let notice = &plan.scenario.notices[happening.id as usize];
    let to: Vec<AdministrationId> = match &notice.to {
        Recipients::Customers => plan.administrations[notice.from].customers.clone(),
        Recipients::These(positions) => positions
            .iter()
            .map(|position| AdministrationId::from_index(*position))
            .collect(),
    };
    let sender = AdministrationId::from_index(notice.from);
    let text = Text::new("local")
        .name("de", notice.text.de.clone())
        .name("en", notice.text.en.clone());
    for seat in to.into_iter().chain([sender]) {
        let Ok((_, mut knowledge, _, _, _)) = seats.get_mut(core.body(index, seat)) else {
            continue;
        };
        if notice.fact == Some(NoticeFact::ProviderSuspected) {
            knowledge.provider_suspected.get_or_insert(now);
        }
        tell(
            &mut knowledge,
            now,
            sender,
            notice.channel,
            || text.clone(),
            true,
        );
    }
}

/// Owners see that their systems are encrypted.
fn see_encryption(core: &mut Core, index: &Index, seats: &mut Seats) {
    let now = core.now();
    let changed = core::mem::take(&mut core.columns.changed_systems);
    for system in changed {
        if core.columns.systems[system as usize].condition != Condition::Encrypted {
            continue;
        }
        let owner = core.plan().owner(SystemId(system));
        let Ok((_, mut knowledge, mut recovery, _, _)) = seats.get_mut(core.body(index, owner))
        else {
            continue;
        };
        let hit = (
            SystemId(system),
            core.columns.systems[system as usize].occurrence,
        );
        if !knowledge.hit_systems.contains(&hit) {
            knowledge.hit_systems.push(hit);
            knowledge.hit_systems.sort_unstable();
        }
        let is_again = recovery.examined.is_some();
        if !core.plan().is_provider(owner) {
            need_recovery_anew(core, owner, &mut recovery);
        }
        let text = || {
            let name = &core.plan().described(SystemId(system)).id;
            Text::new("log-encrypted").text("system", Text::new(format!("system-{name}")))
        };
        note(&mut knowledge, now, LogRecordKind::Observation, text);
        if knowledge.own_hit.is_none() || is_again {
            know_of_hit(core, &mut knowledge, owner);
            raise_alarm(&mut knowledge);
        }
        core.columns.attack.detected.get_or_insert(now);
        if core.plan().is_provider(owner) {
            provider_learns(core, index, seats, owner);
        }
    }
}

/// Administrations whose crisis staff just met tell the others; providers that are released tell their customers.
fn report(core: &mut Core, index: &Index, seats: &mut Seats, requests: &Query<&AidRequest>) {
    let now = core.now();
    let mut affected = Vec::new();
    let mut cleared = Vec::new();
    for at in core.columns.word.of(now) {
        let Ok((_, _, recovery, _, staff)) = seats.get(index.administrations[at.index()]) else {
            continue;
        };
        if staff.met == Some(now) {
            affected.push(at);
        }
        if recovery.cleared == Some(now) {
            cleared.push(at);
        }
    }
    let mut released = Vec::new();
    for provider in cleared {
        let plan = core.plan_handle();
        let customers = &plan.administrations[provider.index()].customers;
        let entity = core.body(index, provider);
        if let Ok((_, mut knowledge, _, mut posture, _)) = seats.get_mut(entity)
            && !customers.is_empty()
            && knowledge.provider_cleared.is_none()
        {
            knowledge.provider_cleared = Some(now);
            knowledge.revision += 1;
            // Its side is open again for every customer that is cleared, too.
            posture.customers_cut = None;
            released.extend(customers.iter().map(|customer| (provider, *customer)));
        }
    }
    for (provider, customer) in released {
        let waiting = index
            .running_of(customer)
            .filter_map(|entity| requests.get(entity).ok())
            .filter(|request| request.at_gate() == Some(WaitCause::Release));
        for request in waiting {
            core.wake_request(request.id);
        }
        ask_to_admit_devices(core, customer);
        let told = (provider, customer);
        send_notice(core, told, RELEASE_IS_TOLD_AFTER, PROVIDER_IS_CLEARED);
    }
    let plan = core.plan_handle();
    for who in affected {
        let heard = &mut core.columns.heard_of[who.index()];
        if heard.is_for_none() {
            heard.empty(plan.reach.places(who));
        }
        for (place, hears) in plan.reach.places_of(who) {
            // What was announced once reaches nobody twice.
            if core.columns.heard_of[who.index()].has(place) {
                continue;
            }
            let way = core.way(who, hears);
            if way.minutes == 0 {
                hear_of_affected(core, index, seats, hears, who, way.channel);
            } else {
                let tag = who.0 | (way.channel as u32) << CHANNEL_SHIFT;
                let kind = HappeningKind::AnnouncementArrives;
                let agenda = &mut core.columns.agenda;
                agenda.push(now.after(way.minutes), kind, hears.0, tag);
            }
        }
    }
}

/// An administration hears that the crisis staff of another has met.
fn hear_of_affected(
    core: &mut Core,
    index: &Index,
    seats: &mut Seats,
    hears: AdministrationId,
    who: AdministrationId,
    channel: Channel,
) {
    let now = core.now();
    let entity = index.administrations[hears.index()];
    let Ok((_, mut knowledge, ..)) = seats.get_mut(entity) else {
        return;
    };
    let Some(place) = core.plan().reach.place(who, hears) else {
        return;
    };
    let heard = &mut core.columns.heard_of[who.index()];
    let has_heard = heard.has(place);
    debug_assert_eq!(
        has_heard,
        knowledge.affected.iter().any(|(other, _)| *other == who)
    );
    // What was announced twice may be on two ways.
    if has_heard {
        return;
    }
    heard.put(place, true);
    core.columns.mark_hearing(hears);
    knowledge.affected.push((who, now));
    let name = &core.plan().scenario.administrations[who.index()].name;
    let text = || Text::new("log-partner-affected").name("place", name.clone());
    tell(&mut knowledge, now, who, channel, text, false);
    knowledge.told_of_others += 1;
}
