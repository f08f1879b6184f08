//! The kernel: takes happenings in order and calls one plain handler for each.
//!
//! It knows no scenario. When something is due to settle at the end of a minute it
//! stops, so that the schedules can run; a quiet minute costs nothing.

use super::agenda::{Happening, HappeningKind};
use super::chance::Chance;
use super::columns::{Columns, Desk};
use super::plan::Plan;
use crate::scenario::EndRule;
use crate::vocab::SimTime;

mod attack_course;
mod availability;
mod compromise;
mod containment;
mod crews;
mod gates;
mod parts;
mod switches;
mod tenants;

pub(crate) use parts::Curve;

/// More happenings than this in one minute are a bug, not a course of events; in a world of more systems and services
/// than that, more than there are of them.
const MOST_PER_MINUTE: usize = 100_000;

/// Why the kernel stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// Nothing more happens up to the limit.
    AtLimit,
    /// Something is due to settle at the minute reached.
    ToSettle,
    /// The run is over by its end rule.
    Quiet,
}

/// The columns taken out of the world, with what is needed to change them.
pub(crate) struct Kernel<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) columns: &'a mut Columns,
    pub(crate) chance: Chance,
}

impl Kernel<'_> {
    /// Lets everything happen up to and including `limit`, minute by minute, or until something is due to settle.
    pub(crate) fn run_until(&mut self, limit: SimTime) -> Stopped {
        if self.plan.plays_in_parts
            && self.columns.due.is_empty()
            && let Some(stopped) = self.run_parts_until(limit)
        {
            return stopped;
        }
        let ends_when_quiet = self.plan.scenario.end == EndRule::WhenQuiet;
        let stopped = self.play_until(limit, |kernel| {
            if !kernel.columns.due.is_empty() {
                return Some(Stopped::ToSettle);
            }
            (ends_when_quiet && kernel.is_quiet()).then_some(Stopped::Quiet)
        });
        stopped.unwrap_or(if self.columns.due.is_empty() {
            Stopped::AtLimit
        } else {
            Stopped::ToSettle
        })
    }

    /// Lets everything happen up to and including `limit`, or until there is a reason to stop
    /// after a minute.
    #[inline]
    fn play_until(
        &mut self,
        limit: SimTime,
        mut after_minute: impl FnMut(&mut Self) -> Option<Stopped>,
    ) -> Option<Stopped> {
        let things = self.plan.systems() + self.plan.services.len();
        let most = MOST_PER_MINUTE.max(things);
        let mut in_this_minute = 0;
        while let Some((at, mut batch)) = self.columns.agenda.take_minute(limit) {
            self.columns.now = at;
            while let Some(happening) = self.columns.agenda.take_from(&mut batch) {
                self.handle(happening);
                in_this_minute += 1;
            }
            assert!(
                in_this_minute < most,
                "more than {most} happenings in minute {}",
                at.0
            );
            if self.columns.agenda.has_more_now() {
                continue;
            }
            in_this_minute = 0;
            let stopped = after_minute(self);
            if stopped.is_some() {
                return stopped;
            }
        }
        None
    }

    /// Whether nobody is infectious and nothing is in repair, after the attack has begun.
    pub(crate) fn is_quiet(&self) -> bool {
        let tally = &self.columns.tally;
        tally.infectious == 0 && tally.in_repair == 0 && tally.first_compromise.is_some()
    }

    fn handle(&mut self, happening: Happening) {
        let Happening { kind, id, tag } = happening;
        match kind {
            HappeningKind::InsideAttempt => self.inside_attempt(id, tag),
            HappeningKind::OutsideAttempt => self.outside_attempt(id, tag),
            HappeningKind::GatedAttempt => self.gated_attempt(id, tag),
            HappeningKind::Contained => self.contained_by_itself(id, tag),
            HappeningKind::CrewRepaired => self.crew_repaired(id, tag),
            HappeningKind::Entry => self.enter(id, tag),
            HappeningKind::PhaseBegins => self.begin_phase(id),
            HappeningKind::Encrypted => self.encrypt(id, tag),
            HappeningKind::SetUpDone
            | HappeningKind::CrisisStaffMeets
            | HappeningKind::FileSecured
            | HappeningKind::IslandStep
            | HappeningKind::DevicesAdmitted => self.hand_over(happening, Desk::CrisisStaff),
            HappeningKind::OrderDone
            | HappeningKind::OrderDelayOver
            | HappeningKind::OrderPart
            | HappeningKind::PartAccepted
            | HappeningKind::LoadStep => self.hand_over(happening, Desk::Orders),
            HappeningKind::SystemChecked => self.system_checked(id),
            HappeningKind::ClerksHired => self.hire_clerks(crate::vocab::ServiceId(id)),
            HappeningKind::RegisterAdmits => {
                self.register_admits(crate::vocab::ServiceId(id), tag);
            }
            HappeningKind::PermitsBegin | HappeningKind::PermitGranted => {
                self.hand_over(happening, Desk::Permits);
            }
            HappeningKind::AidStep => self.hand_over(happening, Desk::Aid),
            HappeningKind::PaperWeakens
            | HappeningKind::PayRun
            | HappeningKind::BacklogCleared
            | HappeningKind::ServiceOpens => self.hand_over(happening, Desk::Services),
            HappeningKind::Detected
            | HappeningKind::ContainmentEffective
            | HappeningKind::NoticeArrives
            | HappeningKind::AnnouncementArrives
            | HappeningKind::AnswerArrives
            | HappeningKind::CustomerCut
            | HappeningKind::NoticeDue
            | HappeningKind::DecisionDue => self.hand_over(happening, Desk::Knowledge),
            HappeningKind::ReportRound => self.hand_over(happening, Desk::Reports),
            HappeningKind::InjectDue => self.hand_over(happening, Desk::Script),
        }
    }

    /// Leaves a happening for the settle schedule that knows what to do.
    fn hand_over(&mut self, happening: Happening, desk: Desk) {
        self.columns.inbox.push(desk, happening);
        self.columns.due.set(desk.due());
    }
}
