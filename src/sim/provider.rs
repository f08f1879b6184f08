//! What a provider does for its customers: it tells them, cuts one, opens the line to one again.

use super::Sim;
use super::agenda::HappeningKind;
use super::chance::Purpose;
use super::columns::Due;
use super::core_param::Core;
use super::entities::{Knowledge, Posture, Recovery, WorkOrder};
use super::grips::THERE;
use super::knowledge::{open_to, tell_customers};
use crate::vocab::AdministrationId;

impl Sim {
    /// A provider tells its customers that it is hit.
    pub fn notify_customers(&mut self, provider: AdministrationId) {
        let now = self.now();
        let entity = self.body(provider);
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            knowledge.customers_told = Some(now);
            knowledge.revision += 1;
        }
        self.with_core(move |core| tell_customers(core, provider));
    }

    /// A provider serves one customer earlier or later: what is ready comes back to it at this place from now on.
    pub fn place_customer(
        &mut self,
        provider: AdministrationId,
        customer: AdministrationId,
        place: usize,
    ) {
        let mut order = self.known(provider).customers_in_order();
        order.retain(|other| *other != customer);
        order.insert(place.min(order.len()), customer);
        let own = self.body(provider);
        let index = self.index();
        let ids = &index.orders_of[provider.index()];
        let works: Vec<_> = ids.iter().map(|id| index.orders[*id as usize]).collect();
        for work in works {
            if let Some(mut work) = self.world.get_mut::<WorkOrder>(work)
                && work.done.is_none()
                && !work.tenants.is_empty()
            {
                work.serve_in_order(&order);
            }
        }
        if let Some(mut recovery) = self.world.get_mut::<Recovery>(own) {
            recovery.customer_order = order;
        }
        self.has_acted();
    }

    /// A provider orders one customer to be cut; it takes effect after its time.
    pub fn cut_customer(&mut self, provider: AdministrationId, customer: AdministrationId) {
        let (minutes, _) = self.customer_cut_minutes(provider, customer);
        let entity = self.body(provider);
        if let Some(mut posture) = self.world.get_mut::<Posture>(entity) {
            posture.cutting.push(customer);
        }
        let at = self.now().after(minutes);
        let kind = HappeningKind::CustomerCut;
        self.with_core(move |core| core.columns.agenda.push(at, kind, customer.0, 0));
    }

    /// Minutes until one customer is cut: as drawn, and as people plan it.
    pub(crate) fn customer_cut_minutes(
        &self,
        provider: AdministrationId,
        customer: AdministrationId,
    ) -> (u32, (u32, u32)) {
        let (in_office_hours, _) = self.plan.scenario.parameters.cut_minutes;
        let key = u64::from(customer.0);
        let draw = self.chance.draw(Purpose::CustomerCut, key, 0);
        self.order_minutes(provider, draw, in_office_hours, true)
    }

    /// A provider opens its end of the line to one customer; traffic flows once the other end is
    /// open, too.
    pub fn admit_customer(&mut self, provider: AdministrationId, customer: AdministrationId) {
        let entity = self.body(customer);
        let mut opens = false;
        if let Some(mut posture) = self.world.get_mut::<Posture>(entity) {
            posture.link_cut_there = None;
            opens = posture.link_cut_here.is_none();
        }
        let own = self.body(provider);
        let recovery = self.world.get::<Recovery>(own);
        let is_examined =
            recovery.is_none_or(|own| own.needed_since.is_none() || own.cleared.is_some());
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(own) {
            knowledge.revision += 1;
        }
        self.with_kernel(|kernel| {
            if opens {
                kernel.open_link(customer);
            } else {
                kernel.open_far_end(customer);
            }
        });
        self.note_customers_connected(customer);
        self.with_core(move |core| open_to(core, (provider, customer), is_examined));
    }

    /// The line to a customer was opened: once the provider's end is open for all, it no longer has cut them all.
    pub(super) fn note_customers_connected(&mut self, customer: AdministrationId) {
        let Some(provider) = self.plan.administrations[customer.index()].provider else {
            return;
        };
        let customers = &self.plan.administrations[provider.index()].customers;
        let is_cut = |customer: &AdministrationId| {
            let entity = self.index().administrations[customer.index()];
            let posture = self.world.get::<Posture>(entity);
            posture.is_some_and(|posture| posture.link_cut_there.is_some())
        };
        if customers.iter().any(is_cut) {
            return;
        }
        let own = self.body(provider);
        let posture = self.world.get_mut::<Posture>(own);
        let Some(mut posture) = posture.filter(|own| own.customers_cut.is_some()) else {
            return;
        };
        posture.customers_cut = None;
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(own) {
            knowledge.revision += 1;
        }
    }

    fn with_core(&mut self, act: impl FnOnce(&mut Core)) {
        let mut core = self.grips.core.get_mut(&mut self.world).expect(THERE);
        act(&mut core);
        core.columns.tally.events += 1;
        core.columns.due.set(Due::KNOWLEDGE);
        self.settle();
    }
}
