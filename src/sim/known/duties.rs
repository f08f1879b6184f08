//! What the seat owes by law and by when, and the rules of its house.

use super::Known;
use crate::sim::duties::OwedNotice;
use crate::sim::entities::Stock;
use crate::vocab::{NoticeDuty, SimTime};

impl<'a> Known<'a> {
    /// Returns the reports that the seat owes or has handed in, in the order in which their clocks began.
    #[must_use]
    pub fn notices(&self) -> &'a [OwedNotice] {
        &self.knowledge.notices
    }

    /// Whether a report can be handed in now: its clock runs, and of the final report, the own side is examined or
    /// the deadline is so near that one of progress will do.
    #[must_use]
    pub fn may_file(&self, owed: &OwedNotice) -> bool {
        let is_near = self.now().after(owed.duty.reminder_minutes()) >= owed.due;
        let has_content =
            owed.duty != NoticeDuty::FinalReport || is_near || self.examined().is_some();
        owed.filed.is_none() && has_content
    }

    /// Since when whoever helps here, or goes from here to help, works on clean devices by a rule of the house.
    #[must_use]
    pub fn clean_devices(&self) -> Option<SimTime> {
        self.component::<Stock>().clean_devices
    }
}
