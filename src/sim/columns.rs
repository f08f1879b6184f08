//! What changes per event, as tables indexed by dense ids.
//!
//! Each value lives here or in a component, never in both. Resetting a run copies
//! the initial columns back.

use bevy_ecs::resource::Resource;
use serde::Serialize;
use std::collections::VecDeque;

use super::agenda::{Agenda, Happening};
use super::attack::AttackState;
use super::containment::Measures;
use super::kernel::Curve;
use super::plan::Plan;
use super::reports::ReportColumns;
use super::services::ServiceColumns;
use crate::vocab::{AdministrationId, Positions, RequestId, ServiceId, SimTime};

/// What a system really is; nobody but the facilitator sees this directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[repr(u8)]
pub(crate) enum Condition {
    /// Works, not in the actor's hands.
    #[default]
    Intact,
    /// In the actor's hands, hidden.
    Compromised,
    /// Encrypted.
    Encrypted,
    /// Isolated after a compromise; waits for repair or is being repaired.
    Contained,
    /// Switched off on purpose, not known to be compromised.
    SwitchedOff,
    /// Rebuilt or examined and released.
    Cleared,
}

impl Condition {
    /// Whether the actor holds it and can go on from it.
    pub(crate) const fn is_infectious(self) -> bool {
        matches!(self, Self::Compromised | Self::Encrypted)
    }
}

/// The state of one system.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SystemState {
    /// Copies of owner and kind in the plan: the kernel asks for them wherever it touches a
    /// system, and a look into another table would be one more way to memory.
    pub(crate) administration: u32,
    pub(crate) template: u16,
    pub(crate) condition: Condition,
    /// How often it was compromised so far.
    pub(crate) occurrence: u8,
}

/// What of a system is usable, where that may be a part.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shares {
    /// By its own condition, 0 to 1.
    pub(crate) own: f32,
    /// With all it depends on.
    pub(crate) available: f32,
}

/// What of an administration works, where systems are only on or off: a bit for each system.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Switches {
    /// Off by its own condition.
    pub(crate) down: u64,
    /// A supplier in another administration does not work.
    pub(crate) cut_off: u64,
    /// Does not work, with all it depends on.
    pub(crate) blocked: u64,
}

/// Columns of gated links: the hazard that is left to the threshold of each exposure.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct GateColumns {
    pub(crate) remaining: Vec<f64>,
    pub(crate) rate_per_minute: Vec<f64>,
    pub(crate) since: Vec<SimTime>,
    pub(crate) epoch: Vec<u32>,
    /// How often the actor passed or tried each link in its present exposure.
    pub(crate) tried: Vec<u32>,
    /// Whether its source is infectious at present.
    pub(crate) exposed: Vec<bool>,
    /// What each administration has in force against the attack.
    pub(crate) measures: Vec<Measures>,
}

impl GateColumns {
    /// Copies the initial values back, keeping the memory that is there.
    fn reset_to(&mut self, initial: &Self) {
        let Self {
            remaining,
            rate_per_minute,
            since,
            epoch,
            tried,
            exposed,
            measures,
        } = self;
        remaining.clone_from(&initial.remaining);
        rate_per_minute.clone_from(&initial.rate_per_minute);
        since.clone_from(&initial.since);
        epoch.clone_from(&initial.epoch);
        tried.clone_from(&initial.tried);
        exposed.clone_from(&initial.exposed);
        measures.clone_from(&initial.measures);
    }
}

/// A system in a crew's queue, with what its repair depends on.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Waiting {
    pub(crate) system: u32,
    pub(crate) template: u16,
    pub(crate) occurrence: u8,
}

/// One repair crew: so many servers, providers first, then first come first served.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Crew {
    pub(crate) busy: u32,
    pub(crate) waiting_providers: VecDeque<Waiting>,
    pub(crate) waiting: VecDeque<Waiting>,
}

impl Crew {
    fn clear(&mut self) {
        self.busy = 0;
        self.waiting_providers.clear();
        self.waiting.clear();
    }
}

/// Sums kept while a run goes on.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Tally {
    pub(crate) infectious: u32,
    pub(crate) in_repair: u32,
    pub(crate) ever_compromised: u32,
    pub(crate) counted: u32,
    pub(crate) not_operational: u32,
    /// Minutes x systems not operational up to `since`.
    pub(crate) system_minutes_lost: u64,
    pub(crate) since: SimTime,
    /// Fewer than 95 % were operational until here.
    pub(crate) at_95_since: SimTime,
    pub(crate) below_95: bool,
    pub(crate) allowed_down_at_95: u32,
    /// Happenings that changed state.
    pub(crate) events: u64,
    pub(crate) first_compromise: Option<SimTime>,
}

impl Tally {
    /// Counts systems more (or fewer, if negative) that are not operational.
    pub(crate) fn operational_changed(&mut self, now: SimTime, more_down: i32) {
        if now != self.since {
            self.system_minutes_lost +=
                u64::from(self.not_operational) * u64::from(now.since(self.since));
            self.since = now;
        }
        self.not_operational = self.not_operational.wrapping_add_signed(more_down);
        let below = self.not_operational > self.allowed_down_at_95;
        if below != self.below_95 {
            self.below_95 = below;
            self.at_95_since = now;
        }
    }
}

/// The workplaces of an administration: what is clean of its own, what is lent in, what is given away.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Workplaces {
    /// Share usable by its own condition.
    pub(crate) own_share: f32,
    /// Lent notebooks in service, as a share.
    pub(crate) lent_in_share: f32,
    /// Stand-alone workplaces of an emergency island that no vendor's application has taken, as a share.
    pub(crate) island_share: f32,
    /// Taken away by giving aid to others, as a share.
    pub(crate) given_share: f32,
    /// Whether the provider lets clean devices connect by a line of their own.
    pub(crate) admitted: bool,
    /// Checked as a share; all, where none need to be.
    pub(crate) checked_share: f32,
    /// Whether the line was dead since the check began: only what is checked goes through it again.
    pub(crate) only_checked: bool,
}

impl Workplaces {
    /// Share that does without the local network.
    pub(crate) fn on_own_line(self) -> f32 {
        (self.lent_in_share + self.island_share).min(1.0)
    }

    /// Share that may use what the provider hosts: all, or those checked and those lent.
    pub(crate) fn may_reach_provider(self) -> f32 {
        if self.only_checked {
            (self.checked_share + self.lent_in_share).min(1.0)
        } else {
            1.0
        }
    }

    /// Share usable altogether.
    pub(crate) fn usable(self) -> f32 {
        (self.own_share * (1.0 - self.given_share) + self.lent_in_share).min(1.0)
    }
}

/// Which schedules have something to settle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Due(pub(crate) u8);

impl Due {
    pub(crate) const SERVICES: Self = Self(1);
    pub(crate) const RECOVERY: Self = Self(2);
    pub(crate) const AID: Self = Self(4);
    pub(crate) const KNOWLEDGE: Self = Self(8);
    /// No schedule: the script looks at it once all others are settled.
    pub(crate) const SCRIPT: Self = Self(16);

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn clear(&mut self, other: Self) {
        self.0 &= !other.0;
    }
}

/// For whom a happening is left that a settle system acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Desk {
    Aid,
    CrisisStaff,
    Orders,
    Services,
    Knowledge,
    Reports,
    Permits,
    Script,
}

impl Desk {
    const COUNT: usize = 8;

    /// The schedule in which its system runs.
    pub(crate) const fn due(self) -> Due {
        match self {
            Self::Aid | Self::Permits => Due::AID,
            Self::CrisisStaff | Self::Orders => Due::RECOVERY,
            Self::Services => Due::SERVICES,
            Self::Knowledge | Self::Reports => Due::KNOWLEDGE,
            Self::Script => Due::SCRIPT,
        }
    }
}

/// Happenings of this minute that settle systems act on, by desk.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inbox([Vec<Happening>; Desk::COUNT]);

impl Inbox {
    pub(crate) fn push(&mut self, desk: Desk, happening: Happening) {
        self.0[desk as usize].push(happening);
    }

    /// Takes what is left for a desk, in order; the list that it comes in gives its memory for what is left next.
    pub(crate) fn take(&mut self, desk: Desk, taken: &mut Vec<Happening>) {
        taken.clear();
        core::mem::swap(taken, &mut self.0[desk as usize]);
    }

    /// Forgets what is left for a desk.
    pub(crate) fn forget(&mut self, desk: Desk) {
        self.0[desk as usize].clear();
    }

    /// Whether something is left for a desk.
    pub(crate) fn has(&self, desk: Desk) -> bool {
        !self.0[desk as usize].is_empty()
    }

    fn clear(&mut self) {
        self.0.iter_mut().for_each(Vec::clear);
    }
}

/// Administrations that must be looked at again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks {
    administrations: Vec<AdministrationId>,
    is_marked: Vec<bool>,
}

impl Marks {
    pub(crate) fn new(administrations: usize) -> Self {
        Self {
            administrations: Vec::new(),
            is_marked: vec![false; administrations],
        }
    }

    pub(crate) fn mark(&mut self, at: AdministrationId) {
        let marked = &mut self.is_marked[at.index()];
        if !*marked {
            *marked = true;
            self.administrations.push(at);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.administrations.is_empty()
    }

    pub(crate) fn has(&self, at: AdministrationId) -> bool {
        self.is_marked[at.index()]
    }

    /// The marked administrations, in id order; they stay marked.
    pub(crate) fn marked(&mut self) -> &[AdministrationId] {
        self.administrations.sort_unstable();
        &self.administrations
    }

    /// Takes the marked administrations, in id order; the list that they come in gives its memory for the next marks.
    pub(crate) fn take(&mut self, taken: &mut Vec<AdministrationId>) {
        taken.clear();
        core::mem::swap(taken, &mut self.administrations);
        taken.sort_unstable();
        for at in &*taken {
            self.is_marked[at.index()] = false;
        }
    }

    /// Marks for all of so many.
    pub(crate) fn all(administrations: usize) -> Self {
        Self {
            administrations: (0..administrations as u32).map(AdministrationId).collect(),
            is_marked: vec![true; administrations],
        }
    }

    fn reset_to(&mut self, initial: &Self) {
        self.administrations.clone_from(&initial.administrations);
        self.is_marked.clone_from(&initial.is_marked);
    }
}

/// Who has word for others, and since when.
#[derive(Debug, Clone, Default)]
pub(crate) struct Word {
    at: Option<SimTime>,
    of: Vec<AdministrationId>,
}

impl Word {
    /// Somebody has word for others now.
    pub(crate) fn note(&mut self, now: SimTime, of: AdministrationId) {
        if self.at.replace(now) != Some(now) {
            self.of.clear();
        }
        self.of.push(of);
    }

    /// Whether somebody has word in this minute.
    pub(crate) fn is_new(&self, now: SimTime) -> bool {
        self.at == Some(now)
    }

    /// Those who have word in this minute, in id order.
    pub(crate) fn of(&self, now: SimTime) -> Vec<AdministrationId> {
        if self.at != Some(now) {
            return Vec::new();
        }
        let mut of = self.of.clone();
        of.sort_unstable();
        of.dedup();
        of
    }
}

/// All columns of a run; the kernel takes them out once and puts them back.
#[derive(Debug, Clone, Default, Resource)]
pub(crate) struct Columns {
    pub(crate) now: SimTime,
    pub(crate) systems: Vec<SystemState>,
    /// By system; empty if all kits are switched.
    pub(crate) shares: Vec<Shares>,
    /// By administration; empty if no kit is switched.
    pub(crate) switches: Vec<Switches>,
    pub(crate) gates: GateColumns,
    pub(crate) crews: Vec<Crew>,
    pub(crate) attack: AttackState,
    pub(crate) services: ServiceColumns,
    /// By administration: factor that prevention leaves of the rate of remote access into it.
    pub(crate) remote_access_factor: Vec<f64>,
    /// By administration: whether prevention has it monitored round the clock.
    pub(crate) monitored: Vec<bool>,
    /// By administration.
    pub(crate) workplaces: Vec<Workplaces>,
    /// What administrations told each other.
    pub(crate) reports: ReportColumns,
    pub(crate) tally: Tally,
    pub(crate) agenda: Agenda,
    pub(crate) due: Due,
    /// Happenings of this minute that settle systems act on.
    pub(crate) inbox: Inbox,
    /// Whose work must be looked at again.
    pub(crate) work: Marks,
    /// By administration: how often its people were given to work.
    pub(crate) work_given: Vec<u32>,
    /// Whether the forensic team must be given out anew before the minute ends.
    pub(crate) examinations_marked: bool,
    /// Who was found to be hit since it was last given out.
    pub(crate) newly_hit: Vec<AdministrationId>,
    /// Whose services or requests changed: what they have to decide may have changed with them.
    pub(crate) questions: Marks,
    /// Whose knowledge, recovery, measures or crisis staff may have changed since questions were last put.
    pub(crate) thinking: Marks,
    /// Whose knowledge may have changed since news were last asked for.
    pub(crate) hearing: Marks,
    /// Whose crisis staff met or whose side was released: others are told of it in the same minute.
    pub(crate) word: Word,
    /// By administration: which of the others within its reach have heard that its crisis staff met; no places before it
    /// met. It follows from what the others know.
    pub(crate) heard_of: Vec<Positions>,
    /// Systems whose condition changed in this minute, for those who notice it.
    pub(crate) changed_systems: Vec<u32>,
    /// Requests of which notebooks arrived in this minute and are not put into service by anybody yet.
    pub(crate) arrived_notebooks: Vec<RequestId>,
    /// Whether guests are to be looked at: an application with which some may work failed or runs again.
    pub(crate) guests_marked: bool,
    /// Services whose application failed or runs again since guests were last looked at.
    pub(crate) changed_applications: Vec<ServiceId>,
    /// What waits for the tally while a world is played part by part; `None` at all other times.
    pub(crate) curve: Option<Curve>,
    /// Scratch space of the walk along dependencies; empty between events.
    pub(crate) to_visit: Vec<u32>,
}

impl Columns {
    /// Whether the actor holds a system of an administration.
    pub(crate) fn is_held(&self, plan: &Plan, at: AdministrationId) -> bool {
        let systems = &plan.administrations[at.index()].systems;
        self.systems[systems.start as usize..systems.end as usize]
            .iter()
            .any(|state| state.condition.is_infectious())
    }

    /// Says that orders or people of an administration changed: its people are given out anew.
    pub(crate) fn mark_work(&mut self, at: AdministrationId) {
        self.work.mark(at);
        self.due.set(Due::RECOVERY);
    }

    /// Says that knowledge, recovery, measures or crisis staff of an administration are about to change: only who is
    /// marked is asked for changes, since asking all would cost more than all else in a large world.
    pub(crate) fn mark_body(&mut self, at: AdministrationId) {
        self.thinking.mark(at);
        self.hearing.mark(at);
    }

    /// Says that an administration is about to hear that another is affected: no decision hangs on that.
    pub(crate) fn mark_hearing(&mut self, at: AdministrationId) {
        self.hearing.mark(at);
    }

    /// Says that the forensic team must be given out anew.
    pub(crate) fn mark_examinations(&mut self) {
        self.examinations_marked = true;
        self.due.set(Due::RECOVERY);
    }

    /// What hardly any work of a settle system leaves as it is: systems that change none of it did nothing.
    pub(crate) fn traces(&self) -> (Due, (usize, u32, usize), u64, [usize; 3]) {
        let marked = [&self.work, &self.questions, &self.thinking];
        let marked = marked.map(|marks| marks.administrations.len());
        (self.due, self.agenda.trace(), self.tally.events, marked)
    }

    /// Copies the initial values back, keeping the memory that is there.
    pub(crate) fn reset_to(&mut self, initial: &Self) {
        self.now = initial.now;
        self.systems.clone_from(&initial.systems);
        self.shares.clone_from(&initial.shares);
        self.switches.clone_from(&initial.switches);
        self.gates.reset_to(&initial.gates);
        // No crew has work at first; a queue keeps its memory.
        self.crews.resize_with(initial.crews.len(), Crew::default);
        for crew in &mut self.crews {
            crew.clear();
        }
        self.attack.clone_from(&initial.attack);
        self.remote_access_factor
            .clone_from(&initial.remote_access_factor);
        self.monitored.clone_from(&initial.monitored);
        self.services.reset_to(&initial.services);
        self.workplaces.clone_from(&initial.workplaces);
        self.reports.reset_to(&initial.reports);
        self.tally.clone_from(&initial.tally);
        self.agenda.clear();
        self.due = initial.due;
        self.inbox.clear();
        self.work.reset_to(&initial.work);
        self.work_given.clone_from(&initial.work_given);
        self.examinations_marked = false;
        self.newly_hit.clear();
        self.questions.reset_to(&initial.questions);
        self.thinking.reset_to(&initial.thinking);
        self.hearing.reset_to(&initial.hearing);
        self.word.of.clear();
        self.word.at = None;
        self.heard_of
            .resize_with(initial.heard_of.len(), Positions::default);
        self.heard_of.iter_mut().for_each(|heard| heard.empty(0));
        self.changed_systems.clear();
        self.arrived_notebooks.clear();
        self.guests_marked = false;
        self.changed_applications.clear();
        self.curve = None;
        self.to_visit.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_that_are_down_are_counted_by_the_minute() {
        let mut tally = Tally {
            counted: 40,
            allowed_down_at_95: 2,
            ..Tally::default()
        };
        // Two may be down, a third is too many.
        tally.operational_changed(SimTime(10), 2);
        assert!(!tally.below_95);
        tally.operational_changed(SimTime(30), 1);
        assert!(tally.below_95);
        assert_eq!(tally.at_95_since, SimTime(30));
        // Still too many: the moment stays.
        tally.operational_changed(SimTime(35), 1);
        assert!(tally.below_95);
        assert_eq!(tally.at_95_since, SimTime(30));
        tally.operational_changed(SimTime(50), -2);
        assert!(!tally.below_95);
        assert_eq!(tally.at_95_since, SimTime(50));
        tally.operational_changed(SimTime(60), -2);
        assert_eq!(tally.not_operational, 0);
        let minutes = 2 * 20 + 3 * 5 + 4 * 15 + 2 * 10;
        assert_eq!(tally.system_minutes_lost, minutes);
        // Several changes within one minute.
        tally.operational_changed(SimTime(60), 5);
        tally.operational_changed(SimTime(61), 0);
        assert_eq!(tally.system_minutes_lost, minutes + 5);
    }

    #[test]
    fn a_mark_is_taken_once_and_in_the_order_of_ids() {
        let mut marks = Marks::new(3);
        for at in [2, 0, 2] {
            marks.mark(AdministrationId(at));
        }
        let expected = [AdministrationId(0), AdministrationId(2)];
        assert_eq!(marks.marked(), expected);
        let mut taken = vec![AdministrationId(1)];
        let mut take = |marks: &mut Marks| {
            marks.take(&mut taken);
            taken.clone()
        };
        assert_eq!(take(&mut marks), expected);
        assert_eq!(take(&mut marks), []);
        marks.mark(AdministrationId(2));
        assert_eq!(take(&mut marks), [AdministrationId(2)]);
    }
}
