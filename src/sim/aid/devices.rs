//! Devices of people who help on site: on ground in the actor's hands they may carry the attack home.

use super::{Bodies, between};
use crate::sim::Sim;
use crate::sim::chance::{Purpose, key_of};
use crate::sim::core_param::Core;
use crate::sim::entities::{AidRequest, Index, Knowledge, Stock};
use crate::vocab::{AdministrationId, AidKind};

/// Whether people of a kind of aid come with their devices to the house that is helped.
const fn comes_on_site(kind: AidKind) -> bool {
    matches!(
        kind,
        AidKind::ItStaffOnSite
            | AidKind::ItSpecialistOnSite
            | AidKind::ProviderToProvider
            | AidKind::StateTeam
    )
}

/// Helpers begin on site: whether the ground is the actor's, and whether a rule keeps their own devices away.
pub(super) fn go_on_site(
    core: &mut Core,
    index: &Index,
    request: &mut AidRequest,
    bodies: &Bodies,
) {
    if !comes_on_site(request.draft.kind) {
        return;
    }
    request.on_held_ground = core.kernel().is_held(request.asker);
    let has_rule = request.parties().iter().any(|side| {
        let body = bodies.get(index.administrations[side.index()]);
        body.is_ok_and(|(_, stock, ..)| stock.clean_devices.is_some())
    });
    request.on_own_devices = !has_rule && !between(core, request).clean_devices;
}

/// Helpers go home, and what is on their devices with them.
pub(super) fn come_home(core: &mut Core, request: &mut AidRequest) {
    if !(request.on_held_ground && request.on_own_devices) {
        return;
    }
    let helper = request.draft.helper;
    let Some(system) = core.plan().administrations[helper.index()].workplaces else {
        return;
    };
    let share = core.plan().scenario.parameters.carry_home_share;
    let key = key_of(&[request.asker.0, helper.0, request.draft.kind as u32]);
    let mut draw = core.luck().draw(Purpose::CarriedHome, key, request.nth);
    if draw.happens(share) {
        request.carried_home = Some(core.now());
        core.kernel().compromise(system.0);
    }
}

impl Sim {
    /// Whoever helps here, or goes from here to help, works on clean devices from now on.
    pub fn require_clean_devices(&mut self, at: AdministrationId) {
        let now = self.now();
        let entity = self.body(at);
        if let Some(mut stock) = self.world.get_mut::<Stock>(entity) {
            stock.clean_devices.get_or_insert(now);
        }
        if let Some(mut knowledge) = self.world.get_mut::<Knowledge>(entity) {
            knowledge.revision += 1;
        }
        self.has_acted();
    }
}
