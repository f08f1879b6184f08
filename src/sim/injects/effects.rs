//! What injects set off where people play: by the same verbs as acts of seats.

use super::Arrangements;
use crate::scenario::{Effect, SetUp};
use crate::sim::Sim;
use crate::sim::agenda::HappeningKind;
use crate::sim::chance::whole_minutes;
use crate::sim::entities::CrisisStaff;
use crate::sim::known::KnownPermit;
use crate::sim::recovery::PAY_FILE;
use crate::vocab::{
    AdministrationId, AidDraft, AidKind, AidState, DAY, RequestId, ServiceId, SimTime,
};

/// How long it takes to hand in last month's file while the bank waits for it, minutes (estimate: two
/// signatures and a telephone call).
pub(crate) const OLD_FILE_MINUTES: f64 = 20.0;

impl Sim {
    /// Does what an inject sets off, for those who got it.
    pub(super) fn set_off(&mut self, effect: &Effect, receivers: &[AdministrationId]) {
        match effect {
            Effect::SendStateTeam { from, days } => {
                let state = AdministrationId::from_index(*from);
                let inhabitants =
                    |at: &AdministrationId| self.scenario().administrations[at.index()].inhabitants;
                let largest = receivers
                    .iter()
                    .copied()
                    .filter(|at| *at != state)
                    .max_by_key(|at| (inhabitants(at), core::cmp::Reverse(*at)));
                if let Some(largest) = largest {
                    self.send_state_team(state, largest, *days);
                }
            }
            Effect::AcceptOldPayFile { until } => {
                for at in receivers {
                    self.arrange(*at, |of| of.old_pay_file_until = Some(*until));
                    self.hand_in_ordered_file(*at);
                }
            }
            Effect::AskForPermits => {
                for at in receivers {
                    for service in self.permits_not_asked(*at) {
                        self.ask_for_permit(service);
                    }
                }
            }
            Effect::ReconnectionsADay { provider, count } => {
                let provider = AdministrationId::from_index(*provider);
                self.arrange(provider, |of| of.a_day = Some(*count));
            }
        }
    }

    /// Lets no inject give aid from a moment on, for courses that ask what aid was worth.
    pub fn without_aid_of_script(&mut self, from: SimTime) {
        self.no_aid_from = Some(from);
    }

    fn arrange(&mut self, at: AdministrationId, change: impl FnOnce(&mut Arrangements)) {
        let entity = self.index().administrations[at.index()];
        if let Some(mut arrangements) = self.world.get_mut::<Arrangements>(entity) {
            change(&mut arrangements);
        }
    }

    fn permits_not_asked(&self, at: AdministrationId) -> Vec<ServiceId> {
        let known = self.known(at);
        let services = known.services().map(|service| service.id);
        services
            .filter(|service| known.permit(*service) == KnownPermit::NotAsked)
            .collect()
    }

    /// The team of the state goes to a place, on its own request or without one; nothing happens if the
    /// team is away, or the pact knows no such aid.
    fn send_state_team(&mut self, state: AdministrationId, to: AdministrationId, days: u32) {
        let kind = AidKind::StateTeam;
        let known = self.known(to);
        let knows_it = known.terms_with(state, kind).is_some() && known.may_give(state, kind);
        let is_off = self.no_aid_from.is_some_and(|from| self.now() >= from);
        if is_off || self.team_at(state).is_some() || !knows_it {
            return;
        }
        let open = self.requests().find(|request| {
            let waits = matches!(request.state, AidState::Requested | AidState::Examined);
            waits
                && request.asker == to
                && request.draft.helper == state
                && request.draft.kind == kind
        });
        let open: Option<RequestId> = open.map(|request| request.id);
        let people = self.index().people_of(state).len() as u32;
        let draft = AidDraft {
            kind,
            helper: state,
            amount: people.max(1),
            days,
            service: None,
            skill: None,
        };
        let request = open.unwrap_or_else(|| self.request_aid(to, draft));
        let (most, _) = self.most_to_give(request, &[]);
        if most > 0 {
            self.grant_aid(request, most);
        }
    }

    /// The bank takes what lies ready outside the network, or what somebody was told before to fetch: who ordered early is
    /// no worse off than who orders now.
    fn hand_in_ordered_file(&mut self, at: AdministrationId) {
        let handed_in = self.now().after(whole_minutes(OLD_FILE_MINUTES));
        let now = self.now();
        let entity = self.body(at);
        let Some(mut staff) = self.world.get_mut::<CrisisStaff>(entity) else {
            return;
        };
        if staff.file_ordered.is_none() || staff.ready_since(SetUp::PayFile).is_some() {
            return;
        }
        let (kind, tag) = if staff.file_secured.is_some() {
            (HappeningKind::SetUpDone, PAY_FILE as u32)
        } else {
            staff.file_missing.get_or_insert(now);
            (HappeningKind::FileSecured, 0)
        };
        self.finish_act(|columns| columns.agenda.push(handed_in, kind, at.0, tag));
    }

    fn arrangements(&self, at: AdministrationId) -> Option<&Arrangements> {
        self.world.get(self.index().administrations[at.index()])
    }

    /// Whether the bank takes last month's file of an administration at once.
    pub(crate) fn takes_old_file(&self, at: AdministrationId) -> bool {
        let until = self.arrangements(at).and_then(|of| of.old_pay_file_until);
        until.is_some_and(|until| self.now() < until)
    }

    /// How many customers a provider connects a day, and how many more today; `None` without limit.
    pub(crate) fn connections_left(&self, provider: AdministrationId) -> Option<(u32, u32)> {
        let of = self.arrangements(provider)?;
        let a_day = of.a_day?;
        let (day, count) = of.connected;
        let used = if day == self.day() { count } else { 0 };
        Some((a_day, a_day.saturating_sub(used)))
    }

    /// Counts a customer that its provider connected today, where it connects only so many.
    pub(crate) fn count_connection(&mut self, customer: AdministrationId) {
        let provider = self.scenario().administrations[customer.index()].provider;
        let today = self.day();
        if let Some(provider) = provider {
            self.arrange(AdministrationId::from_index(provider), |of| {
                if of.a_day.is_some() {
                    let (day, count) = of.connected;
                    of.connected = (today, if day == today { count + 1 } else { 1 });
                }
            });
        }
    }

    /// The day of the calendar, counted from the beginning.
    fn day(&self) -> u32 {
        let calendar = &self.plan.calendar;
        let start = calendar.days()[calendar.day_index(self.now())].start;
        start.0 / DAY
    }
}
