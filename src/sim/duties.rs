//! Legal clocks: they begin when an administration is aware of what must be reported, and run out.

use serde::Serialize;

use super::Sim;
use super::agenda::{Happening, HappeningKind};
use super::core_param::Core;
use super::entities::{Index, Knowledge, LogRecordKind};
use super::knowledge::Seats;
use super::seat_log::{note, raise_alarm};
use crate::scenario::Administration;
use crate::vocab::{AdministrationId, NoticeDuty, SimTime, Text};

/// In the tag of [`HappeningKind::NoticeDue`] above the position of the duty: the deadline, not its reminder.
const DEADLINE: u32 = 1 << 8;

/// A report that an administration owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct OwedNotice {
    /// Which.
    pub duty: NoticeDuty,
    /// From when on its clock runs.
    pub since: SimTime,
    /// By when it must be handed in.
    pub due: SimTime,
    /// When it was.
    pub filed: Option<SimTime>,
}

impl OwedNotice {
    fn begun(duty: NoticeDuty, since: SimTime) -> Self {
        Self {
            duty,
            since,
            due: since.after(duty.minutes()),
            filed: None,
        }
    }
}

/// Returns the clocks that begin now, by what an administration knows: a breach of personal data once attackers are
/// known in its own house or its processor has said that it is hit (a suspicion is not yet awareness), and under
/// NIS 2 once they are known in the own house.
pub(crate) fn beginning(
    of: &Administration,
    knowledge: &Knowledge,
) -> impl Iterator<Item = NoticeDuty> {
    let breach = knowledge.own_hit.is_some() || knowledge.provider_hit.is_some();
    let incident = knowledge.own_hit.is_some();
    let owed = move |duty| knowledge.notices.iter().any(|owed| owed.duty == duty);
    [
        (NoticeDuty::DataProtection, breach && of.data_protection),
        (NoticeDuty::EarlyWarning, incident && of.nis2),
        (NoticeDuty::Notification, incident && of.nis2),
    ]
    .into_iter()
    .filter(move |(duty, begins)| *begins && !owed(*duty))
    .map(|(duty, _)| duty)
}

/// A clock begins.
pub(crate) fn begin(
    core: &mut Core,
    knowledge: &mut Knowledge,
    at: AdministrationId,
    duty: NoticeDuty,
) {
    let owed = OwedNotice::begun(duty, core.now());
    knowledge.notices.push(owed);
    knowledge.revision += 1;
    for (moment, tag) in moments(owed) {
        let agenda = &mut core.columns.agenda;
        agenda.push(moment, HappeningKind::NoticeDue, at.0, tag);
    }
}

/// The moments at which a clock makes itself heard, each with its tag.
fn moments(owed: OwedNotice) -> [(SimTime, u32); 2] {
    let tag = owed.duty as u32;
    let reminds = SimTime(owed.due.0 - owed.duty.reminder_minutes());
    // The last minute still counts.
    [(reminds, tag), (owed.due.after(1), tag | DEADLINE)]
}

/// A clock reminds, or has run out; nothing happens where the report was handed in.
pub(crate) fn ring(core: &mut Core, index: &Index, seats: &mut Seats, happening: Happening) {
    let duty = NoticeDuty::ALL[(happening.tag & !DEADLINE) as usize];
    let entity = core.body(index, AdministrationId(happening.id));
    let Ok((_, mut knowledge, ..)) = seats.get_mut(entity) else {
        return;
    };
    let is_open = |owed: &OwedNotice| owed.duty == duty && owed.filed.is_none();
    if !knowledge.notices.iter().any(is_open) {
        return;
    }
    let is_over = happening.tag & DEADLINE != 0;
    let key = if is_over {
        "log-notice-missed"
    } else {
        "log-notice-reminder"
    };
    note(
        &mut knowledge,
        core.now(),
        LogRecordKind::Observation,
        || Text::new(key).text("notice", notice(duty)),
    );
    if is_over {
        raise_alarm(&mut knowledge);
    }
}

/// The name of a report, as a text.
#[must_use]
pub fn notice(duty: NoticeDuty) -> Text {
    Text::new(format!("notice-{}", duty.id()))
}

impl Sim {
    /// An administration hands a report in. After the notification the clock of the final report begins.
    pub fn file_notice(&mut self, at: AdministrationId, duty: NoticeDuty) {
        let now = self.now();
        let entity = self.body(at);
        let mut follows = None;
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            for owed in &mut knowledge.notices {
                if owed.duty == duty {
                    owed.filed.get_or_insert(now);
                }
            }
            if duty == NoticeDuty::Notification {
                let owed = OwedNotice::begun(NoticeDuty::FinalReport, now);
                knowledge.notices.push(owed);
                follows = Some(owed);
            }
            knowledge.revision += 1;
        }
        self.finish_act(|columns| {
            for (moment, tag) in follows.map(moments).into_iter().flatten() {
                columns
                    .agenda
                    .push(moment, HappeningKind::NoticeDue, at.0, tag);
            }
        });
    }
}
