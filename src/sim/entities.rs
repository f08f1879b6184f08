//! The things a person can name, as entities: administrations, people, work orders, requests, decisions.

use std::collections::BTreeSet;

use bevy_ecs::component::Component;
use bevy_ecs::entity::Entity;
use bevy_ecs::resource::Resource;
use bevy_ecs::system::Commands;
use serde::Serialize;

use super::aid::{Gift, kind_rule};
use super::duties::OwedNotice;
use super::seat_log::SeatLog;
use super::work::Examinations;
use crate::scenario::SetUp;
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, Channel, ContainmentOption, Decider, DecisionId,
    RequestId, ServiceId, SimTime, Skill, SystemId, Text, WaitCause,
};

/// Belongs to an administration.
#[derive(Debug, Component)]
#[relationship(relationship_target = Belongings)]
pub(crate) struct BelongsTo(pub(crate) Entity);

/// Everything that belongs to an administration: its people and its work orders.
#[derive(Debug, Component)]
#[relationship_target(relationship = BelongsTo)]
pub(crate) struct Belongings(Vec<Entity>);

/// An administration.
#[derive(Debug, Clone, Copy, Component)]
pub(crate) struct Body(pub(crate) AdministrationId);

/// The crisis staff and the workarounds it sets up.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct CrisisStaff {
    pub(crate) called: Option<SimTime>,
    pub(crate) met: Option<SimTime>,
    /// When each workaround was ready, in the order of [`SET_UPS`].
    pub(crate) ready: [Option<SimTime>; 4],
    /// When no payment file was found outside the network although one was wanted.
    pub(crate) file_missing: Option<SimTime>,
    /// When somebody was told to secure one, and when it lay outside.
    pub(crate) file_ordered: Option<SimTime>,
    pub(crate) file_secured: Option<SimTime>,
    pub(crate) island: Island,
}

impl CrisisStaff {
    /// When a workaround was ready.
    pub(crate) fn ready_since(&self, set_up: SetUp) -> Option<SimTime> {
        let place = SET_UPS.iter().position(|of| *of == set_up)?;
        self.ready[place]
    }
}

/// The emergency island of an administration: what is set up apart from its network.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Island {
    /// When it was ordered, and when it was decided what it consists of.
    pub(crate) ordered: Option<SimTime>,
    pub(crate) decided: Option<SimTime>,
    /// Since when its workplaces stand, and since when it has a line and mail of its own.
    pub(crate) workplaces: Option<SimTime>,
    pub(crate) mail: Option<SimTime>,
    /// The service whose application the vendor runs for it, and since when that is there.
    pub(crate) service: Option<ServiceId>,
    pub(crate) instance: Option<SimTime>,
}

/// The workarounds in the order of their tags.
pub(crate) const SET_UPS: [SetUp; 4] = [
    SetUp::Hotline,
    SetUp::CrisisPage,
    SetUp::PaperDesk,
    SetUp::PayFile,
];

/// How far an administration's recovery is.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Recovery {
    /// Why it must be examined: from when on.
    pub(crate) needed_since: Option<SimTime>,
    /// How often it was struck again after an examination; each time it is examined anew.
    pub(crate) round: u32,
    /// When people were mobilised for it; their working hours count from here.
    pub(crate) mobilised: Option<SimTime>,
    /// Work order of the examination.
    pub(crate) examination: Option<u32>,
    /// Work orders of the check of workplaces that goes on beside it where nobody was known to be in, by class.
    pub(crate) client_checks: Vec<u32>,
    /// When the examination was done, and whether it found the actor.
    pub(crate) examined: Option<(SimTime, bool)>,
    /// Orders after which its side is released, where no line or gateway carries its clearance statement.
    pub(crate) cleared_by: Vec<u32>,
    /// When its side was released for reconnecting.
    pub(crate) cleared: Option<SimTime>,
    /// Orders that are not done yet, but for the examination: in the order in which they get people.
    pub(crate) queue: Vec<u32>,
    /// Of a provider: the order in which its products come back to its customers; empty is that of their ids.
    pub(crate) customer_order: Vec<AdministrationId>,
    /// Applications that were rebuilt.
    pub(crate) applications_rebuilt: u32,
    /// When hours, presence and hired people change next.
    pub(crate) step_at: Option<SimTime>,
    /// Whether it is built anew: the actor was found and the backups are lost.
    pub(crate) new_build: bool,
}

impl Recovery {
    /// Whether customers can be told what to look for: it is examined, or need not be.
    pub(crate) fn tells_what_to_look_for(&self) -> bool {
        self.examined.is_some() || self.needed_since.is_none()
    }
}

/// What the administration has ordered against the attack.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Posture {
    /// The link to the provider, cut by the own side and by the provider's: open only if by neither.
    pub(crate) link_cut_here: Option<SimTime>,
    pub(crate) link_cut_there: Option<SimTime>,
    /// Measures in force that can be lifted by themselves, in the order in which they took effect.
    pub(crate) in_force: Vec<(ContainmentOption, SimTime)>,
    pub(crate) shut_down: Option<SimTime>,
    pub(crate) customers_cut: Option<SimTime>,
    /// Customers whose line is about to be cut, one by one.
    pub(crate) cutting: Vec<AdministrationId>,
    /// Ordered, not yet effective: option (position in `ContainmentOption::ALL`) and moment.
    pub(crate) pending: Vec<(u32, SimTime)>,
}

impl Posture {
    /// Whether the link to the provider is cut, by whichever side.
    pub(crate) fn link_is_cut(&self) -> bool {
        self.link_cut_here.or(self.link_cut_there).is_some()
    }

    /// Since when a measure that can be lifted is in force.
    pub(crate) fn since(&self, option: ContainmentOption) -> Option<SimTime> {
        self.in_force
            .iter()
            .find(|(of, _)| *of == option)
            .map(|(_, at)| *at)
    }
}

/// Who acts for a seat that is away: by the response plan at this position of the scenario, since when.
#[derive(Debug, Clone, Copy, Default, Component, Serialize)]
pub(crate) struct Deputy(pub(crate) Option<(usize, SimTime)>);

/// Devices: notebooks at hand for lending, and the rule for those of helpers.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Stock {
    pub(crate) notebooks: u32,
    /// Since when whoever helps here, or goes from here to help, works on clean devices of the house that is helped.
    pub(crate) clean_devices: Option<SimTime>,
}

/// Permits to do own services at a neighbour: the service, when it was asked for and when it is
/// (or was) there, in the order of asking.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Permits(pub(crate) Vec<(ServiceId, SimTime, SimTime)>);

impl Permits {
    /// When the permit for a service was asked for, and when it is there.
    pub(crate) fn of(&self, service: ServiceId) -> Option<(SimTime, SimTime)> {
        let found = self.0.iter().find(|(of, ..)| *of == service);
        found.map(|(_, asked, there)| (*asked, *there))
    }
}

/// An IT person.
#[derive(Debug, Clone, Copy, Component)]
pub(crate) struct Person {
    pub(crate) home: AdministrationId,
    pub(crate) skill: Skill,
}

/// Where a person works at present and with what effect.
#[derive(Debug, Clone, Copy, PartialEq, Component, Serialize)]
pub(crate) struct Post {
    pub(crate) at: AdministrationId,
    /// Compared with a local of the same skill.
    pub(crate) effect: f64,
    /// The same on workplaces and devices, where it differs from what the skill tells.
    pub(crate) rollout: Option<f64>,
    /// Share of working time.
    pub(crate) share: f64,
    /// The aid under which the person is away; work begins only once that is at work.
    pub(crate) request: Option<RequestId>,
    pub(crate) works: bool,
}

/// What a work order is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) enum OrderKind {
    /// Evidence and clearance.
    Examination,
    /// Rebuild or check of a system.
    Restore(SystemId),
    /// The core of a platform, on which the first applications run.
    Core(SystemId),
    /// All of a platform beyond its core.
    Rest(SystemId),
    /// Workplaces set up anew, this batch of them (1 to 5): those of critical services come first.
    Workplaces(SystemId, u8),
    /// Check of the workplaces of one batch, while they stay in use.
    WorkplaceCheck(SystemId, u8),
    /// Lent notebooks are put into service.
    Notebooks(RequestId),
    /// Stand-alone workplaces of the emergency island.
    Island,
}

/// A piece of work for people.
#[derive(Debug, Clone, Component, Serialize)]
pub(crate) struct WorkOrder {
    pub(crate) id: u32,
    pub(crate) at: AdministrationId,
    pub(crate) kind: OrderKind,
    pub(crate) skill: Skill,
    /// Of rebuilding: how often the place had been struck again when it was entered. It is of no use after the next time.
    pub(crate) round: u32,
    /// What people expect it to take; the truth spreads around it.
    pub(crate) expected_hours: f64,
    pub(crate) effort_hours: f64,
    pub(crate) remaining_hours: f64,
    pub(crate) useful_people: u32,
    /// Orders that must be done before.
    pub(crate) after: Vec<u32>,
    /// Orders that carry it if it is not among the first applications, which run on the core.
    pub(crate) carried_by: Vec<u32>,
    /// Whether it is an application that the platform carries.
    pub(crate) is_application: bool,
    /// Of a product: the customers for which it is made ready, one after another.
    pub(crate) tenants: Vec<AdministrationId>,
    /// Share of its effort before the first customer.
    pub(crate) base_share: f64,
    /// Parts that are done: the base, then one for each customer.
    pub(crate) parts_done: u32,
    /// Not before (arrival, lead time).
    pub(crate) not_before: SimTime,
    /// Person-equivalents on it, and how many heads.
    pub(crate) rate: f64,
    pub(crate) people: u32,
    pub(crate) since: SimTime,
    pub(crate) done: Option<SimTime>,
    pub(crate) epoch: u32,
}

impl WorkOrder {
    /// An order that nobody has worked on, without effort.
    pub(crate) fn new(
        id: u32,
        at: AdministrationId,
        kind: OrderKind,
        skill: Skill,
        now: SimTime,
    ) -> Self {
        Self {
            id,
            at,
            kind,
            skill,
            round: 0,
            expected_hours: 0.0,
            effort_hours: 0.0,
            remaining_hours: 0.0,
            useful_people: 1,
            after: Vec::new(),
            carried_by: Vec::new(),
            is_application: false,
            tenants: Vec::new(),
            base_share: 1.0,
            parts_done: 0,
            not_before: now,
            rate: 0.0,
            people: 0,
            since: now,
            done: None,
            epoch: 0,
        }
    }

    /// The same with so many hours expected, and so many in truth.
    pub(crate) fn of_hours(self, expected: f64, truth: f64) -> Self {
        Self {
            expected_hours: expected,
            effort_hours: truth,
            remaining_hours: truth,
            ..self
        }
    }

    /// Hours that remain when its next part is done; `None` if only its end is left.
    pub(crate) fn remaining_after_part(&self) -> Option<f64> {
        let tenants = self.tenants.len() as u32;
        (self.parts_done < tenants).then(|| {
            let left = f64::from(tenants - self.parts_done) / f64::from(tenants);
            self.effort_hours * (1.0 - self.base_share) * left
        })
    }

    /// Customers not begun with get the product in this order.
    pub(crate) fn serve_in_order(&mut self, customers: &[AdministrationId]) {
        let place = |of: &AdministrationId| customers.iter().position(|other| other == of);
        // The base is the first part; the customer after it is at work already.
        let begun = (self.parts_done as usize).min(self.tenants.len());
        self.tenants[begun..].sort_by_cached_key(|customer| place(customer));
    }

    /// Ends it; its people are free.
    pub(crate) fn finish(&mut self, now: SimTime) {
        self.done = Some(now);
        self.remaining_hours = 0.0;
        self.rate = 0.0;
        self.people = 0;
    }

    /// The system it restores, if any.
    pub(crate) fn system(&self) -> Option<SystemId> {
        match self.kind {
            OrderKind::Restore(system)
            | OrderKind::Core(system)
            | OrderKind::Rest(system)
            | OrderKind::Workplaces(system, _)
            | OrderKind::WorkplaceCheck(system, _) => Some(system),
            OrderKind::Examination | OrderKind::Notebooks(_) | OrderKind::Island => None,
        }
    }
}

/// What speaks for a request beside others: how it stood at the asker when it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Plea {
    /// A service on which life and limb depend is below its emergency level.
    pub(crate) life_and_limb: bool,
    /// The next pay run that nothing secures.
    pub(crate) pay_run: Option<SimTime>,
    /// When the next outage becomes intolerable.
    pub(crate) intolerable_at: Option<SimTime>,
}

/// A request for aid and what became of it.
#[derive(Debug, Clone, Component, Serialize)]
pub(crate) struct AidRequest {
    pub(crate) id: RequestId,
    pub(crate) asker: AdministrationId,
    pub(crate) draft: AidDraft,
    pub(crate) state: AidState,
    pub(crate) requested: SimTime,
    /// From alarm to first useful work, drawn when it was sent.
    pub(crate) latency_minutes: u32,
    pub(crate) granted: Option<(SimTime, u32)>,
    pub(crate) at_work: Option<SimTime>,
    pub(crate) ended: Option<SimTime>,
    pub(crate) reason: Option<Text>,
    /// What it waits for at present, since when, and how long it waited for each cause before,
    /// in the order of [`WaitCause::ALL`].
    pub(crate) waits_on: Option<WaitCause>,
    pub(crate) waits_since: SimTime,
    pub(crate) waited: [u32; WaitCause::ALL.len()],
    /// When it could have begun for the first time.
    pub(crate) arrived: Option<SimTime>,
    /// When it ends as agreed, once it works.
    pub(crate) ends: Option<SimTime>,
    /// What speaks for it beside other requests, as the asker put it.
    pub(crate) plea: Plea,
    /// Whether its days are counted from then, since a permit was not there.
    pub(crate) came_too_early: bool,
    /// By what it was sent.
    pub(crate) channel: Channel,
    /// Until then who asked hears nothing: message or answer are on the way.
    pub(crate) silent_until: SimTime,
    /// The order by which lent devices are put into service.
    pub(crate) set_up_order: Option<u32>,
    /// Notebooks out of the common pool, not out of the helper's stock.
    pub(crate) from_pool: u32,
    /// Share of the helper's workplaces that giving takes away.
    pub(crate) cost_share: f32,
    /// The same while it was given, kept for the account.
    pub(crate) charged_share: f32,
    /// How many requests of the kind its asker had sent to its helper before.
    pub(crate) nth: u32,
    /// Whether its people work, or worked, on ground in the actor's hands.
    pub(crate) on_held_ground: bool,
    /// Whether they did so on devices of their own.
    pub(crate) on_own_devices: bool,
    /// When they carried the attack home.
    pub(crate) carried_home: Option<SimTime>,
    pub(crate) epoch: u32,
}

impl AidRequest {
    /// Who asked and who was asked.
    pub(crate) fn parties(&self) -> [AdministrationId; 2] {
        [self.asker, self.draft.helper]
    }

    /// What keeps it from working although it has arrived.
    pub(crate) fn at_gate(&self) -> Option<WaitCause> {
        self.waits_on.filter(|cause| cause.is_gate())
    }

    /// Waits for something else from now on, or for nothing.
    pub(crate) fn wait_on(&mut self, now: SimTime, cause: Option<WaitCause>) {
        self.waited = self.waited_at(now);
        self.waits_on = cause;
        self.waits_since = now;
    }

    /// Minutes waited for each cause up to now.
    pub(crate) fn waited_at(&self, now: SimTime) -> [u32; WaitCause::ALL.len()] {
        let mut waited = self.waited;
        if let Some(cause) = self.waits_on {
            waited[cause as usize] += now.since(self.waits_since);
        }
        waited
    }

    /// Why it was refused or ended, or what it waits for.
    pub(crate) fn why(&self) -> Option<Text> {
        let gate = || Some(Text::new(waits_key(self.at_gate()?)));
        self.reason.clone().or_else(gate)
    }

    /// Whether it was refused for a reason.
    pub(crate) fn is_refused_for(&self, key: &str) -> bool {
        let gives = |reason: &Text| reason.key == key;
        self.state == AidState::Refused && self.reason.as_ref().is_some_and(gives)
    }

    /// Whether who asked does not know yet where it stands; help that is there is seen in any case.
    pub(crate) fn is_unheard(&self, now: SimTime) -> bool {
        let is_there = matches!(
            self.state,
            AidState::Briefed | AidState::AtWork | AidState::Returned
        ) || self.at_work.is_some();
        now < self.silent_until && !is_there
    }

    /// Where it stands as far as who asked has heard.
    pub(crate) fn state_for_asker(&self, now: SimTime) -> AidState {
        let was_carried = matches!(self.channel, Channel::Mobile | Channel::InPerson);
        match self.is_unheard(now) {
            true if was_carried => AidState::Requested,
            true => AidState::Examined,
            false => self.state,
        }
    }
}

/// The key of the text that says what is waited for.
fn waits_key(cause: WaitCause) -> String {
    format!("waits-{}", cause.id().replace('_', "-"))
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum DecisionKind {
    /// What to do with the link to the provider.
    ProviderLink,
    /// Whether to cut all customers.
    Customers,
    /// Whether to switch everything off.
    Shutdown,
    /// Whether to call the crisis staff.
    CrisisStaff,
    /// How to answer a request.
    Answer(RequestId),
    /// Whether to reconnect.
    Reconnect,
    /// Whether to lift measures that are in force.
    Lift,
    /// Whether to tell the customers.
    Notify,
    /// Whether to secure a payment file.
    PayFile,
    /// Whether to set up an emergency island.
    Island,
}

/// A decision somebody has to take.
#[derive(Debug, Clone, Component, Serialize)]
pub(crate) struct Decision {
    pub(crate) id: DecisionId,
    pub(crate) seat: AdministrationId,
    pub(crate) kind: DecisionKind,
    /// A higher urgency asks the same question again.
    pub(crate) urgency: u8,
    pub(crate) raised: SimTime,
    /// When it rings next: by then it must be taken, or it is asked again.
    pub(crate) due: SimTime,
    /// The deadline that passed first, until it is put off. It follows from what happened: fingerprints of records
    /// that are older do without.
    #[serde(skip)]
    pub(crate) overdue_since: Option<SimTime>,
    pub(crate) closed: Option<SimTime>,
    pub(crate) epoch: u32,
}

/// What kind of entry stands in a seat's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum LogRecordKind {
    /// From somebody else.
    Message,
    /// An own order or decision.
    Decision,
    /// Something noticed.
    Observation,
    /// A step of aid.
    Aid,
}

/// An entry of a seat's log.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogRecord {
    /// When.
    pub at: SimTime,
    /// What kind.
    pub kind: LogRecordKind,
    /// Who said it.
    pub from: Option<AdministrationId>,
    /// How it came.
    pub channel: Option<Channel>,
    /// What.
    pub text: Text,
    /// The reason typed with a decision, and in which function.
    pub reason: Option<(Decider, String)>,
    /// Whether it should stop a clock.
    pub alarm: bool,
    /// Whether the deputy did it while the seat was away.
    pub by_deputy: bool,
}

impl LogRecord {
    /// A record of the seat itself, without more.
    pub(crate) fn new(at: SimTime, kind: LogRecordKind, text: Text) -> Self {
        Self {
            at,
            kind,
            from: None,
            channel: None,
            text,
            reason: None,
            alarm: false,
            by_deputy: false,
        }
    }

    /// Whether somebody else told it to the seat.
    #[must_use]
    pub fn is_report_to(&self, seat: AdministrationId) -> bool {
        self.kind == LogRecordKind::Message && self.from.is_some_and(|from| from != seat)
    }
}

/// What a seat knows beyond its own services, orders and requests.
#[derive(Debug, Clone, Default, Component, Serialize)]
pub(crate) struct Knowledge {
    /// The provider suspects an attack, as reported (for a provider: noticed).
    pub(crate) provider_suspected: Option<SimTime>,
    /// The provider is hit, as reported (for a provider: noticed).
    pub(crate) provider_hit: Option<SimTime>,
    /// Of a provider: when it told its customers.
    pub(crate) customers_told: Option<SimTime>,
    /// The provider has released its side.
    pub(crate) provider_cleared: Option<SimTime>,
    /// When the provider said that its end of the line is open although it is not examined.
    pub(crate) provider_line_open: Option<SimTime>,
    /// Own systems known to be hit.
    pub(crate) own_hit: Option<SimTime>,
    /// Own systems known to be compromised or encrypted, each with the occurrence that was noticed: of one that
    /// was rebuilt and fell again nobody knows before it is noticed again.
    pub(crate) hit_systems: Vec<(SystemId, u8)>,
    /// Administrations that reported to be affected.
    pub(crate) affected: Vec<(AdministrationId, SimTime)>,
    /// Reports owed by law, in the order in which their clocks began.
    pub(crate) notices: Vec<OwedNotice>,
    pub(crate) log: SeatLog,
    /// Grows whenever a fact changes, so that bots wake.
    pub(crate) revision: u32,
    /// How often it grew by what others said of themselves, which leaves all as it is at this place. It follows from
    /// `affected`.
    #[serde(skip)]
    pub(crate) told_of_others: u32,
}

/// Entities by dense id.
#[derive(Debug, Default, Resource)]
pub(crate) struct Index {
    pub(crate) administrations: Vec<Entity>,
    pub(crate) people: Vec<Entity>,
    /// Positions of the people whose home it is, by administration.
    pub(crate) home_of: Vec<core::ops::Range<u32>>,
    /// Positions of the forensic people, wherever their home is.
    pub(crate) forensic: Vec<u32>,
    pub(crate) orders: Vec<Entity>,
    /// Orders of each administration, in the order of entering.
    pub(crate) orders_of: Vec<Vec<u32>>,
    /// Examinations that are not done; one that is done leaves when the team is next given out.
    pub(crate) examinations: Examinations,
    pub(crate) requests: Vec<Entity>,
    /// Requests that each administration sent or received, in the order of asking.
    pub(crate) requests_of: Vec<Vec<u32>>,
    /// Those of them that it sent.
    pub(crate) asked_by: Vec<Vec<u32>>,
    /// Those of these that are not over as far as it has heard, each with when it hears of the end; with some that it has
    /// heard of, until it next asks for something.
    pub(crate) asked_and_open: Vec<Vec<(u32, SimTime)>>,
    /// All that it sent by kind of aid, each with whom it asked.
    pub(crate) asked_for: Vec<[Vec<(RequestId, AdministrationId)>; AidKind::ALL.len()]>,
    /// Those of them that are not over. Most are refused within hours: whoever looks at requests
    /// again and again looks at these.
    pub(crate) running_of: Vec<Vec<u32>>,
    /// Requests that somebody may count in a situation report, in the order of asking: those that are not over, and
    /// those of whose end who asked has not heard. What nobody counts any more leaves at the next report.
    pub(crate) counted: Vec<u32>,
    /// Requests that are granted and not over, of those that bring examiners, and of those that took devices out of the
    /// common pool; in the order of asking.
    pub(crate) with_examiners: BTreeSet<u32>,
    pub(crate) from_pool: BTreeSet<u32>,
    /// What each administration gives for requests that are granted and not over, in the order of granting.
    pub(crate) giving: Vec<Vec<Giving>>,
    /// People, desks and devices that each administration has given in this run, less what it got.
    pub(crate) balance: Vec<i64>,
    pub(crate) decisions: Vec<Entity>,
    /// Decisions of each administration, in the order of coming up.
    pub(crate) decisions_of: Vec<Vec<u32>>,
    /// Of these, all but answers that are given: those that are open or may come up again.
    pub(crate) standing_decisions: Vec<Vec<u32>>,
}

/// What a helper gives for a request, as granted: what caps are reckoned with, again and again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Giving {
    /// The request.
    pub(crate) request: RequestId,
    /// The kind of aid.
    pub(crate) kind: AidKind,
    /// Of people: with which skill.
    pub(crate) skill: Option<Skill>,
    /// How many.
    pub(crate) amount: u32,
}

impl Index {
    /// Enters a request that is sent now under both of its parties.
    pub(crate) fn enter_request(
        &mut self,
        entity: Entity,
        now: SimTime,
        asker: AdministrationId,
        (helper, kind): (AdministrationId, AidKind),
    ) {
        let request = RequestId::from_index(self.requests.len());
        let id = request.0;
        self.asked_by[asker.index()].push(id);
        let open = &mut self.asked_and_open[asker.index()];
        open.retain(|(_, hears_of_end)| *hears_of_end > now);
        open.push((id, SimTime::NEVER));
        self.asked_for[asker.index()][kind as usize].push((request, helper));
        self.counted.push(id);
        for party in [asker, helper] {
            self.requests_of[party.index()].push(id);
            self.running_of[party.index()].push(id);
        }
        self.requests.push(entity);
    }

    /// Notes that a helper granted a request, and how many devices of the common pool it got.
    pub(crate) fn grant_request(
        &mut self,
        helper: AdministrationId,
        given: Giving,
        from_pool: u32,
    ) {
        self.giving[helper.index()].push(given);
        if kind_rule(given.kind).gift == Gift::Examiners {
            self.with_examiners.insert(given.request.0);
        }
        if from_pool > 0 {
            self.from_pool.insert(given.request.0);
        }
    }

    /// Notes that a request is over, by refusal, recall or return, and until when who asked may not have heard of it.
    pub(crate) fn end_request(
        &mut self,
        id: RequestId,
        parties: [AdministrationId; 2],
        silent_until: SimTime,
    ) {
        for list in [&mut self.with_examiners, &mut self.from_pool] {
            list.remove(&id.0);
        }
        for party in parties {
            remove_sorted(&mut self.running_of[party.index()], id.0);
        }
        let [asker, helper] = parties;
        let mut open = self.asked_and_open[asker.index()].iter_mut();
        if let Some((_, hears_of_end)) = open.find(|(open, _)| *open == id.0) {
            *hears_of_end = silent_until;
        }
        self.giving[helper.index()].retain(|other| other.request != id);
    }

    /// Returns what an administration gives at present, in the order of granting.
    pub(crate) fn giving(&self, helper: AdministrationId) -> impl Iterator<Item = Entity> {
        let given = self.giving[helper.index()].iter();
        given.map(|given| self.requests[given.request.index()])
    }

    fn those<'a, I>(&'a self, ids: I) -> impl Iterator<Item = Entity> + Clone + use<'a, I>
    where
        I: IntoIterator<Item = &'a u32, IntoIter: Clone>,
    {
        ids.into_iter().map(|id| self.requests[*id as usize])
    }

    /// Returns the requests that an administration sent or received, in the order of asking.
    pub(crate) fn requests_of(&self, party: AdministrationId) -> impl Iterator<Item = Entity> {
        self.those(&self.requests_of[party.index()])
    }

    /// Returns the requests that an administration sent, in the order of asking.
    pub(crate) fn asked_by(&self, asker: AdministrationId) -> impl Iterator<Item = Entity> {
        self.those(&self.asked_by[asker.index()])
    }

    /// Returns those of them among which all are that are not over as far as it has heard by now, in the order of asking.
    pub(crate) fn asked_and_open(
        &self,
        asker: AdministrationId,
        now: SimTime,
    ) -> impl Iterator<Item = Entity> {
        let open = self.asked_and_open[asker.index()].iter();
        let open = open.filter(move |(_, hears_of_end)| *hears_of_end > now);
        open.map(|(id, _)| self.requests[*id as usize])
    }

    /// Returns those of one kind that an administration sent, each with whom it asked, in the order of asking.
    pub(crate) fn asked_for(
        &self,
        asker: AdministrationId,
        kind: AidKind,
    ) -> &[(RequestId, AdministrationId)] {
        &self.asked_for[asker.index()][kind as usize]
    }

    /// Returns the requests that are granted and not over and bring examiners, in the order of asking.
    pub(crate) fn with_examiners(&self) -> impl Iterator<Item = Entity> {
        self.those(&self.with_examiners)
    }

    /// Returns those that are granted and not over and took devices out of the common pool, in the order of asking.
    pub(crate) fn pooled(&self) -> impl Iterator<Item = Entity> {
        self.those(&self.from_pool)
    }

    /// Returns those of an administration that are not over, sent or received.
    pub(crate) fn running_of(
        &self,
        party: AdministrationId,
    ) -> impl Iterator<Item = Entity> + Clone {
        self.those(&self.running_of[party.index()])
    }

    /// Returns an administration's own people, wherever they are now.
    pub(crate) fn people_of(&self, home: AdministrationId) -> &[Entity] {
        let range = &self.home_of[home.index()];
        &self.people[range.start as usize..range.end as usize]
    }

    /// Returns the decisions of an administration, in the order of coming up.
    pub(crate) fn decisions_of(&self, seat: AdministrationId) -> impl Iterator<Item = Entity> + '_ {
        let ids = self.decisions_of[seat.index()].iter();
        ids.map(|id| self.decisions[*id as usize])
    }

    /// Returns those of an administration among which all open ones are, in the order of coming up.
    pub(crate) fn standing_decisions(
        &self,
        seat: AdministrationId,
    ) -> impl Iterator<Item = Entity> + '_ {
        let ids = self.standing_decisions[seat.index()].iter();
        ids.map(|id| self.decisions[*id as usize])
    }

    /// Enters a work order and returns its id; it must carry the id [`Index::next_order`] gave.
    pub(crate) fn enter_order(&mut self, spawn: &mut Commands, order: WorkOrder) -> u32 {
        let id = order.id;
        debug_assert_eq!(id, self.next_order());
        if order.kind == OrderKind::Examination {
            self.examinations.enter(order.not_before, id);
        }
        self.orders_of[order.at.index()].push(id);
        let owner = self.administrations[order.at.index()];
        self.orders
            .push(spawn.spawn((order, BelongsTo(owner))).id());
        id
    }

    /// The id of the next order to be entered.
    pub(crate) fn next_order(&self) -> u32 {
        self.orders.len() as u32
    }
}

/// Takes a value out of an ascending list, if it is there.
fn remove_sorted(list: &mut Vec<u32>, value: u32) {
    if let Ok(at) = list.binary_search(&value) {
        list.remove(at);
    }
}
