//! Situation reports: what administrations tell each other about their own services.
//!
//! From the first meeting of a crisis staff on, all report twice a day to their county and their
//! nearest neighbours. An hour later the counties put together what they have and pass it on.
//! A report is a few counts; who has heard which is one moment per receiver and sender.

use bevy_ecs::system::{Local, Query, ResMut};
use serde::Serialize;
use serde::ser::{SerializeSeq as _, Serializer};

use super::agenda::{Happening, HappeningKind};
use super::columns::{Columns, Desk};
use super::core_param::Core;
use super::entities::{AidRequest, CrisisStaff, Index, Posture, Recovery};
use super::messages::Way;
use super::plan::Plan;
use super::services::{APPLICATION_RUNS, NORMAL};
use crate::scenario::{AdministrationKind, Calendar, SetUp};
use crate::vocab::{AdministrationId, AidState, HOUR, SimTime};

/// Hours of the day at which all report (estimate).
const ROUNDS: [u32; 2] = [8 * HOUR, 20 * HOUR];
/// How long counties need to put a picture together and pass it on (estimate).
const PASSED_ON_AFTER: u32 = HOUR;

/// Tags of [`HappeningKind::ReportRound`].
const ALL_REPORT: u32 = 0;
const COUNTIES_PASS_ON: u32 = 1;
const LATE_ONES_ARRIVE: u32 = 2;

/// The next deadline of an administration, as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReportedDeadline {
    /// When.
    pub at: SimTime,
    /// Of which service: position in the scenario's services.
    pub service: u16,
    /// Whether it is the cut-off of a pay run.
    pub pay_run: bool,
}

/// What one administration says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SituationReport {
    /// When it was written.
    pub at: SimTime,
    /// Services at or near normal, whether open at this hour or not.
    pub running: u16,
    /// Services in emergency operation.
    pub emergency: u16,
    /// Services below that, or standing.
    pub down: u16,
    /// Of all cases, the share that is done, 0 to 1.
    pub served: f32,
    /// The next deadline.
    pub next: Option<ReportedDeadline>,
    /// Whether its link to its provider is open; `None` if it has none.
    pub link_open: Option<bool>,
    /// Requests for aid that help is at work for, that help is promised for, that nobody answered.
    pub help: [u16; 3],
    /// Requests of others that it gives something for.
    pub gives: u16,
}

impl SituationReport {
    /// Whether two reports say the same, whenever written.
    fn says_as(&self, other: &Self) -> bool {
        Self {
            at: other.at,
            ..*self
        } == *other
    }
}

/// A report that is on the way because telephones and mail stand still.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct OnTheWay {
    arrives: SimTime,
    to: AdministrationId,
    /// Position among those who report.
    sender: usize,
    written: SimTime,
}

/// By receiver (id) the senders it has heard of, in their order, each with when the newest report that arrived was
/// written. In a large world most never hear of each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heard {
    of: Vec<Vec<(u32, SimTime)>>,
    senders: usize,
}

impl Heard {
    fn of(&self, receiver: AdministrationId, sender: usize) -> Option<SimTime> {
        let of = &self.of[receiver.index()];
        let found = of.binary_search_by_key(&(sender as u32), |(sender, _)| *sender);
        found.ok().map(|at| of[at].1)
    }

    /// A report written at `at` has arrived; an older one does not take the place of a newer one.
    pub(crate) fn deliver(&mut self, receiver: AdministrationId, sender: usize, at: SimTime) {
        let of = &mut self.of[receiver.index()];
        match of.binary_search_by_key(&(sender as u32), |(sender, _)| *sender) {
            Ok(found) => of[found].1 = of[found].1.max(at),
            Err(place) => of.insert(place, (sender as u32, at)),
        }
    }

    /// Everything of a picture has arrived: newest reports by sender, in the order of senders.
    fn deliver_all(&mut self, receiver: AdministrationId, picture: &[(u32, SimTime)]) {
        let of = &mut self.of[receiver.index()];
        // After the first rounds it has heard of all of them.
        let senders = |(sender, _): &(u32, SimTime)| *sender;
        if of.iter().map(senders).eq(picture.iter().map(senders)) {
            for ((_, newest), (_, at)) in of.iter_mut().zip(picture) {
                *newest = (*newest).max(*at);
            }
            return;
        }
        let mut place = 0;
        for (sender, at) in picture {
            while of.get(place).is_some_and(|(other, _)| other < sender) {
                place += 1;
            }
            match of.get_mut(place) {
                Some((other, newest)) if other == sender => *newest = (*newest).max(*at),
                _ => of.insert(place, (*sender, *at)),
            }
        }
    }
}

/// As a table of all receivers by all senders, whatever was heard of whom.
impl Serialize for Heard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.of.len() * self.senders;
        let mut table = serializer.serialize_seq(Some(cells))?;
        for of in &self.of {
            let mut of = of.iter().peekable();
            for sender in 0..self.senders as u32 {
                let heard = of.next_if(|(other, _)| *other == sender);
                table.serialize_element(&heard.map(|(_, at)| at))?;
            }
        }
        table.end()
    }
}

/// All reports, and who has heard them.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct ReportColumns {
    /// When reporting began.
    pub(crate) begun: Option<SimTime>,
    /// By sender (position among those who report): what it said, oldest first; a report that
    /// says the same as the one before is not kept twice.
    pub(crate) said: Vec<Vec<SituationReport>>,
    /// When the newest report that arrived was written, of whom.
    pub(crate) heard: Heard,
    /// Reports under way, in the order of sending.
    pub(crate) on_the_way: Vec<OnTheWay>,
    /// Whether nobody will read them: then none is written. No rule, no bot and no inject looks at what places tell each
    /// other of their services.
    #[serde(skip)]
    pub(crate) are_unread: bool,
}

impl ReportColumns {
    pub(crate) fn new(administrations: usize, reporting: usize) -> Self {
        Self {
            begun: None,
            said: vec![Vec::new(); reporting],
            heard: Heard {
                of: vec![Vec::new(); administrations],
                senders: reporting,
            },
            on_the_way: Vec::new(),
            are_unread: false,
        }
    }

    /// Forgets everything, keeping the memory and whether somebody will read it.
    pub(crate) fn reset_to(&mut self, initial: &Self) {
        self.begun = None;
        self.said.resize_with(initial.said.len(), Vec::new);
        self.said.iter_mut().for_each(Vec::clear);
        self.heard.senders = initial.heard.senders;
        self.heard.of.resize_with(initial.heard.of.len(), Vec::new);
        self.heard.of.iter_mut().for_each(Vec::clear);
        self.on_the_way.clear();
    }

    /// What a receiver has heard of a sender: all reports up to the newest that arrived, and when
    /// that was written.
    pub(crate) fn heard_by(
        &self,
        receiver: AdministrationId,
        sender: usize,
    ) -> Option<(SimTime, &[SituationReport])> {
        let at = self.heard.of(receiver, sender)?;
        let said = &self.said[sender];
        Some((at, &said[..said.partition_point(|report| report.at <= at)]))
    }
}

/// What a report needs to know of an administration besides its services.
type Bodies<'w, 's> = Query<'w, 's, (&'static CrisisStaff, &'static Recovery, &'static Posture)>;

/// All report; counties pass on.
pub(crate) fn pass_on(
    mut core: Core,
    mut index: ResMut<Index>,
    bodies: Bodies,
    requests: Query<&AidRequest>,
    mut rounds: Local<Vec<Happening>>,
) {
    if core.columns.reports.are_unread {
        return;
    }
    let now = core.now();
    core.take_inbox(Desk::Reports, &mut rounds);
    let mut all_report = rounds.iter().any(|round| round.tag == ALL_REPORT);
    if core.columns.reports.begun.is_none() {
        let with_word = core.columns.word.of(now);
        let met = |at: &AdministrationId| {
            let body = bodies.get(index.administrations[at.index()]);
            body.is_ok_and(|(staff, ..)| staff.met.is_some())
        };
        if !with_word.iter().any(met) {
            return;
        }
        core.columns.reports.begun = Some(now);
        all_report = true;
    }
    if rounds.iter().any(|round| round.tag == LATE_ONES_ARRIVE) {
        late_ones_arrive(&mut core);
    }
    if all_report {
        let aid = aid_of_all(core.plan(), &mut index, &requests, now);
        report(&mut core, &index, &bodies, &aid);
        let next = next_round(&core.plan().calendar, now);
        let agenda = &mut core.columns.agenda;
        agenda.push(next, HappeningKind::ReportRound, 0, ALL_REPORT);
        let passed_on = now.after(PASSED_ON_AFTER);
        agenda.push(passed_on, HappeningKind::ReportRound, 0, COUNTIES_PASS_ON);
    }
    if rounds.iter().any(|round| round.tag == COUNTIES_PASS_ON) {
        pass_pictures_on(&mut core, &index, &bodies);
    }
}

/// The next hour of the day at which all report.
fn next_round(calendar: &Calendar, now: SimTime) -> SimTime {
    let days = calendar.days();
    days[calendar.day_index(now)..]
        .iter()
        .flat_map(|day| ROUNDS.map(|hour| calendar.clock_time(day.start, hour)))
        .find(|at| *at > now)
        .unwrap_or(SimTime::NEVER)
}

/// Whether somebody can send at all: a place in trouble whose crisis staff has not met is silent.
fn can_send(bodies: &Bodies, index: &Index, at: AdministrationId) -> bool {
    bodies
        .get(index.administrations[at.index()])
        .is_ok_and(|(staff, recovery, _)| staff.met.is_some() || recovery.needed_since.is_none())
}

/// Everybody who can writes a report and sends it to the county and the neighbours.
fn report(core: &mut Core, index: &Index, bodies: &Bodies, aid: &[CountedAid]) {
    let plan = core.plan_handle();
    let reach = &plan.reach;
    let now = core.now();
    for (sender, at) in reach.reporting.iter().enumerate() {
        if !can_send(bodies, index, *at) {
            continue;
        }
        let Ok((staff, _, posture)) = bodies.get(index.administrations[at.index()]) else {
            continue;
        };
        let report = write(&plan, &core.columns, *at, staff, posture, aid[at.index()]);
        let said = &mut core.columns.reports.said[sender];
        if !said.last().is_some_and(|last| last.says_as(&report)) {
            said.push(report);
        }
        let county = reach.county[at.index()];
        let near = reach.near[sender].iter().copied();
        // What somebody knows of itself it has heard as well, so that it can pass it on.
        for to in near.chain(county) {
            let way = core.way(*at, to);
            send(core, way, to, sender, now);
        }
        core.columns.reports.heard.deliver(*at, sender, now);
    }
}

/// A report goes to an administration, by the way that is open at this moment.
fn send(core: &mut Core, way: Way, to: AdministrationId, sender: usize, written: SimTime) {
    if way.minutes == 0 {
        core.columns.reports.heard.deliver(to, sender, written);
        return;
    }
    let arrives = core.now().after(way.minutes);
    let columns = &mut *core.columns;
    let under_way = &mut columns.reports.on_the_way;
    if !under_way.iter().any(|other| other.arrives == arrives) {
        let kind = HappeningKind::ReportRound;
        columns.agenda.push(arrives, kind, 0, LATE_ONES_ARRIVE);
    }
    under_way.push(OnTheWay {
        arrives,
        to,
        sender,
        written,
    });
}

/// Reports that took their time arrive; an older one does not take the place of a newer one.
fn late_ones_arrive(core: &mut Core) {
    let now = core.now();
    let reports = &mut core.columns.reports;
    let under_way = core::mem::take(&mut reports.on_the_way);
    let (there, still): (Vec<_>, Vec<_>) = under_way
        .into_iter()
        .partition(|report| report.arrives <= now);
    reports.on_the_way = still;
    for report in there {
        reports
            .heard
            .deliver(report.to, report.sender, report.written);
    }
}

/// Counties that can send put together what they have and pass it on to all.
fn pass_pictures_on(core: &mut Core, index: &Index, bodies: &Bodies) {
    let plan = core.plan_handle();
    let reach = &plan.reach;
    let is_county = |at: &AdministrationId| {
        plan.scenario.administrations[at.index()].kind == AdministrationKind::County
    };
    let reporting = reach.reporting.iter().copied();
    let counties: Vec<AdministrationId> = reporting
        .filter(|at| is_county(at) && can_send(bodies, index, *at))
        .collect();
    let Some(first) = counties.first().copied() else {
        return;
    };
    let mut picture: Vec<(u32, SimTime)> = Vec::new();
    for sender in 0..reach.reporting.len() {
        let heard = |county: &AdministrationId| core.columns.reports.heard.of(*county, sender);
        let newest = counties.iter().filter_map(heard).max();
        picture.extend(newest.map(|at| (sender as u32, at)));
    }
    for receiver in (0..plan.administrations.len()).map(AdministrationId::from_index) {
        // The own county tells it, or whichever can.
        let own = reach.county[receiver.index()].filter(|own| counties.contains(own));
        let way = core.way(own.unwrap_or(first), receiver);
        if way.minutes == 0 {
            let heard = &mut core.columns.reports.heard;
            heard.deliver_all(receiver, &picture);
            continue;
        }
        for (sender, at) in &picture {
            let sender = *sender as usize;
            if core.columns.reports.heard.of(receiver, sender) < Some(*at) {
                send(core, way, receiver, sender, *at);
            }
        }
    }
}

/// Requests of an administration with help at work, promised, unanswered; and requests it gives for.
type CountedAid = ([u16; 3], u16);

/// Counts by administration; who is over and heard of leaves the list of those to be counted.
fn aid_of_all(
    plan: &Plan,
    index: &mut Index,
    requests: &Query<&AidRequest>,
    now: SimTime,
) -> Vec<CountedAid> {
    let mut all = vec![CountedAid::default(); plan.administrations.len()];
    let mut counted = core::mem::take(&mut index.counted);
    counted.retain(|id| {
        let request = requests.get(index.requests[*id as usize]);
        request.is_ok_and(|request| count_aid(&mut all, request, now))
    });
    index.counted = counted;
    debug_assert_eq!(
        all,
        {
            let mut all = vec![CountedAid::default(); plan.administrations.len()];
            for request in requests {
                count_aid(&mut all, request, now);
            }
            all
        },
        "a request counts that was left out"
    );
    all
}

/// Counts one request for the one who asked, as far as it heard of an answer, and the one who gives; returns whether
/// either may still count it.
pub(crate) fn count_aid(all: &mut [CountedAid], request: &AidRequest, now: SimTime) -> bool {
    let step = |state: AidState| match state {
        AidState::AtWork => Some(0),
        AidState::Granted | AidState::UnderWay | AidState::Briefed => Some(1),
        AidState::Requested | AidState::Examined => Some(2),
        AidState::Returned | AidState::Recalled | AidState::Refused => None,
    };
    let (for_asker, for_helper) = (step(request.state_for_asker(now)), step(request.state));
    if let Some(step) = for_asker {
        all[request.asker.index()].0[step] += 1;
    }
    if for_helper.is_some_and(|step| step < 2) {
        all[request.draft.helper.index()].1 += 1;
    }
    for_asker.or(for_helper).is_some()
}

/// Writes the report of an administration as things stand.
pub(crate) fn write(
    plan: &Plan,
    columns: &Columns,
    at: AdministrationId,
    staff: &CrisisStaff,
    posture: &Posture,
    (help, gives): ([u16; 3], u16),
) -> SituationReport {
    let planned = &plan.administrations[at.index()];
    let mut report = SituationReport {
        at: columns.now,
        running: 0,
        emergency: 0,
        down: 0,
        served: 1.0,
        next: None,
        link_open: planned.provider_link.map(|_| !posture.link_is_cut()),
        help,
        gives,
    };
    let has_pay_file = staff.ready_since(SetUp::PayFile).is_some();
    let (mut demand, mut served) = (0.0, 0.0);
    for id in planned.services.clone() {
        let offered = &plan.services[id as usize];
        let template = &plan.scenario.services[offered.template];
        let level = columns.services.state[id as usize].level;
        demand += offered.demand_per_day;
        served += offered.demand_per_day * f64::from(level);
        if level >= NORMAL {
            report.running += 1;
        } else if template.is_below(level) {
            report.down += 1;
        } else {
            report.emergency += 1;
        }
        let deadline = next_deadline(plan, columns, id, has_pay_file);
        report.next = match (report.next, deadline) {
            (Some(a), Some(b)) if b.at < a.at => Some(b),
            (None, b) => b,
            (a, _) => a,
        };
    }
    if demand > 0.0 {
        report.served = (served / demand) as f32;
    }
    report
}

/// The next deadline of one service: emergency operation, the latest moment, a pay run.
fn next_deadline(
    plan: &Plan,
    columns: &Columns,
    id: u32,
    has_pay_file: bool,
) -> Option<ReportedDeadline> {
    let offered = &plan.services[id as usize];
    let template = &plan.scenario.services[offered.template];
    let state = &columns.services.state[id as usize];
    let now = columns.now;
    let service = offered.template as u16;
    let due = state.outage_clocks(template).due(template);
    let of_service = due
        .into_iter()
        .flatten()
        .find(|at| *at >= now)
        .map(|at| ReportedDeadline {
            at,
            service,
            pay_run: false,
        });
    let cut_offs = &plan.pay_cut_offs[offered.template];
    let is_paid = || state.it >= APPLICATION_RUNS || has_pay_file;
    if cut_offs.is_empty() || is_paid() {
        return of_service;
    }
    let of_pay = cut_offs
        .iter()
        .flatten()
        .filter(|at| **at >= now)
        .min()
        .copied()
        .map(|at| ReportedDeadline {
            at,
            service,
            pay_run: true,
        });
    of_service
        .into_iter()
        .chain(of_pay)
        .min_by_key(|deadline| deadline.at)
}

#[cfg(test)]
mod tests;
