//! From usable systems and workplaces to what citizens get: levels, backlog, milestones, pay runs.
//!
//! `level = min(1, it + (1 - it) x paper + hosted)`: the same clerk counts once. Sums move only
//! when a level changes; between changes they are computed, not stored.

use super::agenda::HappeningKind;
use super::aid::carries_guests;
use super::chance::Purpose;
use super::columns::{Columns, Due};
use super::kernel::Kernel;
use super::plan::{OfferedService, Plan};
use crate::scenario::{OpenHoursKind, ServiceTemplate, SetUp};
use crate::vocab::{Positions, ServiceId, SimTime};

mod backlog;
mod milestones;
mod pay;
mod registers;
mod restart;

pub(crate) use milestones::{APPLICATION_RUNS, Milestones, NORMAL};
pub(crate) use registers::Admission;

/// Shares of all workplaces that criticality 1, 2, 3, 4 take, one after another.
pub(crate) const CLASS_BOUNDS: [f32; 5] = [0.0, 0.15, 0.50, 0.85, 1.0];
/// Shares of all workplaces that stand after each batch in which they come back: one batch for each class of
/// criticality, but for the second, whose first site has one of its own.
pub(crate) const BATCH_BOUNDS: [f32; 6] = [0.0, 0.15, 0.25, 0.50, 0.85, 1.0];

/// Below this part carried by its own systems a service counts as lost, for an emergency island to carry.
pub(crate) const LOST: f32 = 0.5;

/// One of so many services marked is more than to be sorted.
const MANY: usize = 32;

/// The state of one service.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ServiceState {
    pub(crate) level: f32,
    /// The part of the level that its own systems and workplaces carry.
    pub(crate) it: f32,
    /// What the level would be had this administration given nothing to others.
    pub(crate) level_if_nothing_given: f32,
    /// Guest desks at work for it, in desks x effect.
    pub(crate) guest_desks: f32,
    /// What an emergency island carries of it.
    pub(crate) island: f32,
    /// Where it stands with the registers it needs, and whether it was built anew.
    pub(crate) admission: Admission,
    pub(crate) after_new_build: bool,
    /// How often a register was asked to admit it.
    asked_registers: u32,
    /// When its paper desk (or other workaround) was opened.
    pub(crate) paper_since: Option<SimTime>,
    /// The part of the level that is served on paper, and what entering a case again takes of a case.
    on_paper: f32,
    reentry: f32,
    /// Since when its application is gone, and until when it finds its way in again.
    gone_since: Option<SimTime>,
    restart_until: Option<SimTime>,
    /// Since when people hired for it work off its backlog.
    hired_since: Option<SimTime>,
    /// The pay day on which money was missed that has not gone out yet.
    pub(crate) missed_pay_day: Option<SimTime>,
    /// Pay runs since the application last ran.
    runs_with_old_file: u32,
    /// Since when the sums below are up to date.
    since: SimTime,
    lost_minutes: f64,
    lost_by_giving_minutes: f64,
    waiting: f64,
    cases_lost: f64,
    cases_delayed: f64,
    hired_minutes: f64,
    pub(crate) people_unpaid: u32,
    pub(crate) lowest: f32,
    pub(crate) milestones: Milestones,
    epoch: u32,
}

/// Why a service is to be looked at, if it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Look {
    #[default]
    None,
    /// Time has passed for its workaround.
    Later,
    /// Something that its level hangs on changed.
    Changed,
}

/// Columns of services.
#[derive(Debug, Clone, Default)]
pub(crate) struct ServiceColumns {
    pub(crate) state: Vec<ServiceState>,
    /// Services to be looked at, each once, and why.
    marked: Vec<u32>,
    looks: Vec<Look>,
    /// Memory of the list that they are taken out in.
    taken: Vec<(u32, Look)>,
    /// Services that crossed their emergency level in this minute, once for each crossing, for
    /// those who notice it.
    pub(crate) crossed: Vec<u32>,
    /// Services that are below their emergency level.
    pub(crate) below: Positions,
    /// Services of which their own systems carry too little to count.
    pub(crate) lost: Positions,
    /// Steps of each level, kept only where somebody will look at the course.
    pub(crate) steps: Vec<Vec<(SimTime, f32)>>,
    pub(crate) keeps_steps: bool,
    /// Demand of all services per day, what of it is served now, and the least ever served.
    demand: f64,
    served: f64,
    least_served: f64,
}

impl ServiceColumns {
    pub(crate) fn new(offered: &[OfferedService]) -> Self {
        let services = offered.len();
        let demand = offered.iter().map(|service| service.demand_per_day).sum();
        let fine = ServiceState {
            level: 1.0,
            it: 1.0,
            level_if_nothing_given: 1.0,
            lowest: 1.0,
            ..ServiceState::default()
        };
        Self {
            state: vec![fine; services],
            marked: Vec::new(),
            looks: vec![Look::None; services],
            taken: Vec::new(),
            crossed: Vec::new(),
            below: Positions::none(services),
            lost: Positions::none(services),
            steps: vec![Vec::new(); services],
            keeps_steps: false,
            demand,
            served: demand,
            least_served: demand,
        }
    }

    /// Copies the initial values back, keeping the memory that is there.
    pub(crate) fn reset_to(&mut self, initial: &Self) {
        let Self {
            state,
            marked,
            looks,
            taken,
            crossed,
            below,
            lost,
            steps,
            keeps_steps,
            demand,
            served,
            least_served,
        } = self;
        state.clone_from(&initial.state);
        marked.clone_from(&initial.marked);
        looks.clone_from(&initial.looks);
        taken.clear();
        crossed.clone_from(&initial.crossed);
        below.clone_from(&initial.below);
        lost.clone_from(&initial.lost);
        steps.clone_from(&initial.steps);
        *keeps_steps = initial.keeps_steps;
        *demand = initial.demand;
        *served = initial.served;
        *least_served = initial.least_served;
    }

    /// Says that something changed that a service's level hangs on.
    pub(crate) fn mark_changed(&mut self, service: u32) {
        self.mark(service, Look::Changed);
    }

    /// Says that the workaround of a service carries less from now on.
    pub(crate) fn mark_weaker(&mut self, service: u32) {
        self.mark(service, Look::Later);
    }

    fn mark(&mut self, service: u32, why: Look) {
        let look = &mut self.looks[service as usize];
        if *look == Look::None {
            self.marked.push(service);
        }
        *look = why.max(*look);
    }

    /// Notes that a service with so much demand changed its level.
    fn serve(&mut self, demand_per_day: f64, from: f32, to: f32) {
        self.served += demand_per_day * (f64::from(to) - f64::from(from));
        self.least_served = self.least_served.min(self.served);
    }

    /// Share of all demand that is served now.
    pub(crate) fn region_level(&self) -> f64 {
        if self.demand > 0.0 {
            (self.served / self.demand).clamp(0.0, 1.0)
        } else {
            1.0
        }
    }

    /// Lowest share of all demand that was ever served.
    pub(crate) fn lowest_region_level(&self) -> f64 {
        if self.demand > 0.0 {
            (self.least_served / self.demand).clamp(0.0, 1.0)
        } else {
            1.0
        }
    }

    /// Takes the services whose level must be computed anew, in id order.
    fn take_marked(&mut self) -> Vec<(u32, Look)> {
        let mut taken = core::mem::take(&mut self.taken);
        let looks = &mut self.looks;
        if self.marked.len() * MANY > looks.len() {
            // At the start of a day many are weaker at once: to walk through all is less than to sort so many.
            self.marked.clear();
            let all = (0_u32..).zip(looks.iter_mut());
            let marked = all.filter(|(_, look)| **look != Look::None);
            taken.extend(marked.map(|(service, look)| (service, core::mem::take(look))));
        } else {
            self.marked.sort_unstable();
            let mut take_look = |service: u32| core::mem::take(&mut looks[service as usize]);
            let marked = self.marked.drain(..);
            taken.extend(marked.map(|service| (service, take_look(service))));
        }
        taken
    }
}

/// What a service's sums come to at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ServiceSums {
    pub(crate) lost_hours: f64,
    pub(crate) lost_by_giving_hours: f64,
    pub(crate) waiting: f64,
    pub(crate) cases_lost: f64,
    /// Cases that had to wait.
    pub(crate) cases_delayed: f64,
    /// Due hours in which hired people worked off its backlog, as far as its level let them.
    pub(crate) hired_hours: f64,
}

/// From when on an outage that is not over counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutageClocks {
    /// Towards the target for emergency operation (WAZ): since its first due minute below the emergency level.
    pub waz_since: Option<SimTime>,
    /// Towards the maximum tolerable outage (MTA): the same, for payments the day on which money was missed.
    pub mta_since: Option<SimTime>,
}

impl OutageClocks {
    /// Returns when the target is missed and when the outage becomes intolerable, each if it runs.
    #[must_use]
    pub fn due(self, template: &ServiceTemplate) -> [Option<SimTime>; 2] {
        [
            self.waz_since.map(|at| at.after(template.waz_minutes)),
            self.mta_since.map(|at| at.after(template.mta_minutes)),
        ]
    }
}

impl ServiceState {
    /// Returns from when on the present outage counts, the first or a later one.
    pub(crate) fn outage_clocks(&self, template: &ServiceTemplate) -> OutageClocks {
        let since = self.milestones.outage_since;
        OutageClocks {
            waz_since: since,
            // Payments are late from the day on which the money was missed.
            mta_since: match &template.pay {
                Some(_) => self.missed_pay_day,
                None => since,
            },
        }
    }

    /// Computes the sums at `now` without storing them.
    pub(crate) fn sums_at(&self, plan: &Plan, service: ServiceId, now: SimTime) -> ServiceSums {
        let offered = &plan.services[service.index()];
        let template = &plan.scenario.services[offered.template];
        let due = due_minutes(plan, template.hours, self.since, now);
        let level = f64::from(self.level);
        let by_giving = f64::from(self.level_if_nothing_given) - level;
        let rate = self.waiting_rate(offered, template, &plan.scenario.parameters);
        let gone = (1.0 - template.deferrable_share) * (1.0 - level);
        let delayed = template.deferrable_share * (1.0 - level);
        // They can do no more than the service lets them.
        let hired = if self.hired_since.is_some() {
            due * level
        } else {
            0.0
        };
        ServiceSums {
            lost_hours: (self.lost_minutes + (1.0 - level) * due) / 60.0,
            lost_by_giving_hours: (self.lost_by_giving_minutes + by_giving * due) / 60.0,
            waiting: (self.waiting + rate * due).max(0.0),
            cases_lost: self.cases_lost + offered.demand_per_minute * gone * due,
            cases_delayed: self.cases_delayed + offered.demand_per_minute * delayed * due,
            hired_hours: (self.hired_minutes + hired) / 60.0,
        }
    }

    /// Stores the sums at `now`.
    fn bring_up_to(&mut self, plan: &Plan, service: ServiceId, now: SimTime) {
        let sums = self.sums_at(plan, service, now);
        self.lost_minutes = sums.lost_hours * 60.0;
        self.lost_by_giving_minutes = sums.lost_by_giving_hours * 60.0;
        self.waiting = sums.waiting;
        self.cases_lost = sums.cases_lost;
        self.cases_delayed = sums.cases_delayed;
        self.hired_minutes = sums.hired_hours * 60.0;
        self.since = now;
    }

    /// Returns the words of the state for the fingerprint.
    pub(crate) fn words(&self) -> impl Iterator<Item = u64> + use<> {
        let moment = |at: Option<SimTime>| at.map_or(u64::MAX, |at| u64::from(at.0));
        let m = self.milestones;
        [
            u64::from(self.level.to_bits()) << 32 | u64::from(self.it.to_bits()),
            u64::from(self.level_if_nothing_given.to_bits()) << 32
                | u64::from(self.guest_desks.to_bits()),
            u64::from(self.lowest.to_bits()) << 32 | u64::from(self.people_unpaid),
            self.lost_minutes.to_bits(),
            self.lost_by_giving_minutes.to_bits(),
            self.waiting.to_bits(),
            self.cases_lost.to_bits(),
            u64::from(self.since.0) << 32 | u64::from(self.epoch),
            moment(self.paper_since),
            moment(m.first_below),
            moment(m.some_emergency),
            moment(m.emergency_level),
            moment(m.partial),
            moment(m.normal),
            moment(m.backlog_cleared),
            moment(m.outage_since),
            u64::from(m.longest_below) << 32 | u64::from(m.longest_outage),
            u64::from(self.asked_registers) << 32
                | (self.admission as u64) << 1
                | u64::from(self.after_new_build),
            u64::from(self.on_paper.to_bits()) << 32 | u64::from(self.reentry.to_bits()),
            moment(self.gone_since),
            moment(self.restart_until),
            moment(self.hired_since),
            moment(self.missed_pay_day),
            u64::from(self.island.to_bits()) << 32 | u64::from(self.runs_with_old_file),
            self.cases_delayed.to_bits(),
            self.hired_minutes.to_bits(),
        ]
        .into_iter()
    }
}

fn due_minutes(plan: &Plan, hours: OpenHoursKind, from: SimTime, to: SimTime) -> f64 {
    let open = |at| plan.calendar.open_until(hours, at);
    f64::from(open(to) - open(from))
}

/// Level on paper after so many working days: held, then falling in equal daily steps to a
/// third over as many days again.
pub(super) fn paper_level(level: f64, days: u32, age_in_working_days: u32) -> f64 {
    let over = age_in_working_days.saturating_sub(days).min(days);
    level * (1.0 - 2.0 / 3.0 * f64::from(over) / f64::from(days.max(1)))
}

/// Share of the workplaces of a criticality class that are usable, if `usable` of all are.
pub(crate) fn class_share(usable: f32, criticality: u8) -> f32 {
    let class = usize::from(criticality.clamp(1, 4));
    let (low, high) = (CLASS_BOUNDS[class - 1], CLASS_BOUNDS[class]);
    ((usable - low) / (high - low)).clamp(0.0, 1.0)
}

impl Kernel<'_> {
    /// Computes the level of every service that something changed for.
    pub(crate) fn settle_services(&mut self) {
        let mut taken = self.columns.services.take_marked();
        for (service, why) in taken.drain(..) {
            let owner = self.plan.services[service as usize].administration;
            let service = ServiceId(service);
            if why == Look::Later && self.needs_no_workaround(service) {
                self.note_milestones(service);
                debug_assert!(self.is_settled(service), "paper counted where all runs");
            } else {
                self.columns.questions.mark(owner);
                self.settle_service(service);
            }
        }
        self.columns.services.taken = taken;
    }

    /// Whether the usual way carries all of a service: it does not matter then how much paper would.
    fn needs_no_workaround(&self, service: ServiceId) -> bool {
        self.columns.services.state[service.index()].it * self.pace(service) >= 1.0
    }

    /// Whether a service has nothing to settle: to do so all the same changes nothing.
    fn is_settled(&mut self, service: ServiceId) -> bool {
        let seen = |columns: &Columns| {
            let state: Vec<u64> = columns.services.state[service.index()].words().collect();
            (state, columns.agenda.trace(), columns.tally.events)
        };
        let before = seen(self.columns);
        self.settle_service(service);
        before == seen(self.columns)
    }

    /// Computes a service's level anew and notes what it has reached.
    pub(crate) fn settle_service(&mut self, service: ServiceId) {
        let plan = self.plan;
        let now = self.columns.now;
        let offered = &plan.services[service.index()];
        let template = &plan.scenario.services[offered.template];
        let systems = offered
            .needs
            .iter()
            .map(|system| self.columns.available(plan, system.0))
            .fold(1.0, f32::min);
        let systems = self.admitted(service, systems);
        let workplaces = &self.columns.workplaces[offered.administration.index()];
        let given = workplaces.given_share;
        let state = &self.columns.services.state[service.index()];
        // Lent devices and those of an island, on a line of their own, reach what the provider hosts without the local network.
        let may_connect = workplaces.admitted
            && offered.workplaces.is_some()
            && state.admission == Admission::Open;
        let alone = match &offered.direct {
            Some(direct) if may_connect => direct
                .iter()
                .map(|system| self.columns.available(plan, system.0))
                .fold(
                    class_share(workplaces.on_own_line(), template.criticality),
                    f32::min,
                ),
            _ => 0.0,
        };
        let island = state.island;
        let it_with = |usable_more: f32| match offered.workplaces {
            None => systems.max(island),
            Some(system) => {
                let usable = self.columns.available(plan, system.0) + usable_more;
                let reaches = if offered.through_line {
                    workplaces.may_reach_provider()
                } else {
                    1.0
                };
                class_share(usable.min(reaches), template.criticality)
                    .min(systems)
                    .max(alone)
                    .max(island)
            }
        };
        let paper = match (template.paper, state.paper_since) {
            (Some(paper), Some(since)) => {
                let days = plan.calendar.working_days_between(since, now);
                paper_level(paper.level, paper.days, days) as f32
            }
            _ => 0.0,
        };
        let guests = state.guest_desks / offered.desks as f32;
        let (it, it_if_nothing_given) = (it_with(0.0), it_with(given));
        self.note_restart(service, it);
        let pace = self.pace(service);
        let level_of = |it: f32| {
            let done = it * pace;
            let hosted = guests.min(1.0 - done);
            (done + (1.0 - done) * paper + hosted).min(1.0)
        };
        let level = level_of(it);
        let on_paper = (1.0 - it * pace) * paper;
        let level_if_nothing_given = if given > 0.0 {
            level_of(it_if_nothing_given).max(level)
        } else {
            level
        };
        self.store_level(service, it, level, level_if_nothing_given, on_paper);
    }

    fn store_level(
        &mut self,
        service: ServiceId,
        it: f32,
        level: f32,
        if_nothing_given: f32,
        on_paper: f32,
    ) {
        let plan = self.plan;
        let now = self.columns.now;
        let services = &mut self.columns.services;
        let state = &mut services.state[service.index()];
        let same = state.level.to_bits() == level.to_bits()
            && state.it.to_bits() == it.to_bits()
            && state.level_if_nothing_given.to_bits() == if_nothing_given.to_bits()
            && state.on_paper.to_bits() == on_paper.to_bits();
        if !same {
            state.bring_up_to(plan, service, now);
            if state.level.to_bits() != level.to_bits() {
                self.columns.tally.events += 1;
                if services.keeps_steps {
                    services.steps[service.index()].push((now, level));
                }
            }
            let before = core::mem::replace(&mut state.level, level);
            if carries_guests(state.it) != carries_guests(it) {
                self.columns.guests_marked = true;
                self.columns.changed_applications.push(service);
            }
            services.lost.put(service.index(), it < LOST);
            state.it = it;
            state.level_if_nothing_given = if_nothing_given;
            state.on_paper = on_paper;
            state.epoch = (state.epoch + 1) & 0xFF_FFFF;
            let offered = &plan.services[service.index()];
            services.serve(offered.demand_per_day, before, level);
            let template = &plan.scenario.services[offered.template];
            let is_below = template.is_below(level);
            if template.is_below(before) != is_below {
                services.crossed.push(service.0);
                services.below.put(service.index(), is_below);
            }
            self.columns.due.set(Due::KNOWLEDGE);
        }
        self.note_milestones(service);
        if !same {
            self.watch_backlog(service);
        }
    }

    /// Opens a service's workaround and plans when it weakens.
    pub(crate) fn open_paper(&mut self, service: ServiceId) {
        let plan = self.plan;
        let now = self.columns.now;
        let template = &plan.scenario.services[plan.services[service.index()].template];
        let Some(paper) = template.paper else { return };
        let (low, high) = plan.scenario.parameters.reentry_share;
        let mut draw = self.chance.draw(Purpose::Reentry, u64::from(service.0), 0);
        let state = &mut self.columns.services.state[service.index()];
        state.paper_since = Some(now);
        // What runs on paper without an application is entered nowhere.
        if template.pay.is_none() && paper.set_up == SetUp::PaperDesk {
            state.reentry = (low + (high - low) * draw.uniform()) as f32;
        }
        let days = paper.days as usize;
        let from_now = plan.calendar.starts_of_working_days(now);
        for at in from_now.skip(days).take(days) {
            self.columns
                .agenda
                .push(at, HappeningKind::PaperWeakens, service.0, 0);
        }
        self.columns.services.mark_changed(service.0);
        self.columns.due.set(Due::SERVICES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_holds_then_falls_to_a_third() {
        let levels: Vec<f64> = [0, 4, 5, 6, 8, 10, 30]
            .map(|age| paper_level(0.6, 4, age))
            .to_vec();
        assert_eq!(levels[0], 0.6);
        assert_eq!(levels[1], 0.6);
        assert!((levels[2] - 0.5).abs() < 1e-12);
        assert!((levels[3] - 0.4).abs() < 1e-12);
        assert!((levels[4] - 0.2).abs() < 1e-12);
        assert!((levels[6] - 0.2).abs() < 1e-12);
    }

    #[test]
    fn workplaces_go_to_the_critical_first() {
        assert_eq!(class_share(0.15, 1), 1.0);
        assert_eq!(class_share(0.15, 2), 0.0);
        assert!((class_share(0.325, 2) - 0.5).abs() < 1e-6);
        assert_eq!(class_share(1.0, 4), 1.0);
        assert_eq!(class_share(0.0, 1), 0.0);
    }
}
