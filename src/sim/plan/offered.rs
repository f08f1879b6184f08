//! Which administration offers which service, on which systems.

use super::PlannedAdministration;
use crate::scenario::{
    Administration, Scenario, ServiceTemplate, Supplier, SystemRole, SystemTemplate,
};
use crate::vocab::{AdministrationId, ServiceId, SystemId};

/// A service of one administration.
#[derive(Debug, Clone)]
pub(crate) struct OfferedService {
    pub(crate) administration: AdministrationId,
    /// Position in the scenario's services.
    pub(crate) template: usize,
    pub(crate) needs: Vec<SystemId>,
    /// Systems of the provider with which a clean device on a line of its own can do without the
    /// local network; `None` if the service also needs what the administration runs itself.
    pub(crate) direct: Option<Vec<SystemId>>,
    /// Whether it runs through the line to the provider.
    pub(crate) through_line: bool,
    /// The workplaces, if its clerks need them.
    pub(crate) workplaces: Option<SystemId>,
    /// Cases per due minute in normal times.
    pub(crate) demand_per_minute: f64,
    /// Cases per due day.
    pub(crate) demand_per_day: f64,
    /// Clerks' workplaces in normal times, at least 1 if it needs workplaces.
    pub(crate) desks: f64,
    /// People paid by it.
    pub(crate) recipients: u32,
}

/// Lists the services of all administrations in order and notes each one's range.
pub(super) fn offered_services(
    scenario: &Scenario,
    administrations: &mut [PlannedAdministration],
) -> Vec<OfferedService> {
    let mut services = Vec::new();
    let firsts: Vec<u32> = administrations.iter().map(|a| a.systems.start).collect();
    let firsts = &firsts;
    for (index, planned) in administrations.iter_mut().enumerate() {
        let first = ServiceId::from_index(services.len()).0;
        let administration = &scenario.administrations[index];
        if let Some(kit) = administration.kit {
            let systems = &scenario.kits[kit].systems;
            for &template_index in &administration.services {
                let template = &scenario.services[template_index];
                let positions: Vec<usize> = template
                    .needs
                    .iter()
                    .filter_map(|id| systems.iter().position(|system| system.id == *id))
                    .collect();
                let needs = positions
                    .iter()
                    .map(|position| SystemId(planned.systems.start + *position as u32))
                    .collect();
                let ways = Ways {
                    needs,
                    direct: direct_suppliers(scenario, firsts, administration, &positions),
                    through_line: needs_line(systems, &positions),
                };
                services.push(offer(
                    AdministrationId::from_index(index),
                    template_index,
                    template,
                    ways,
                    planned
                        .workplaces
                        .filter(|_| template.workplaces_share > 0.0),
                    administration.inhabitants,
                    administration.clients,
                ));
            }
        }
        planned.services = first..ServiceId::from_index(services.len()).0;
    }
    services
}

/// Which service of an administration is of which kind: templates of one id are one kind, their targets may be others.
#[derive(Debug, Clone)]
pub(crate) struct Kinds {
    /// The first template of the same id, by template.
    of_template: Vec<u32>,
    /// By administration and kind: the service, or [`NONE`].
    offered: Vec<u32>,
}

/// Stands where an administration has no service of a kind.
const NONE: u32 = u32::MAX;

impl Kinds {
    pub(super) fn new(scenario: &Scenario, services: &[OfferedService]) -> Self {
        let templates = &scenario.services;
        let first = |of: &ServiceTemplate| templates.iter().position(|other| other.id == of.id);
        let of_template = templates.iter().filter_map(first);
        let mut kinds = Self {
            of_template: of_template.map(|first| first as u32).collect(),
            offered: vec![NONE; scenario.administrations.len() * templates.len()],
        };
        for (service, offered) in (0..).zip(services) {
            let place = kinds.place(offered.administration, offered.template);
            let of_kind = &mut kinds.offered[place];
            *of_kind = (*of_kind).min(service);
        }
        kinds
    }

    fn place(&self, at: AdministrationId, template: usize) -> usize {
        at.index() * self.of_template.len() + self.of_template[template] as usize
    }

    /// Returns the service of an administration that is of the kind of a template; the first, if there are several.
    pub(crate) fn offered(&self, at: AdministrationId, template: usize) -> Option<ServiceId> {
        let service = self.offered[self.place(at, template)];
        (service != NONE).then_some(ServiceId(service))
    }
}

/// What a service runs on.
struct Ways {
    needs: Vec<SystemId>,
    direct: Option<Vec<SystemId>>,
    through_line: bool,
}

/// Whether any of the systems hangs on the line to the provider, through however many others.
fn needs_line(systems: &[SystemTemplate], positions: &[usize]) -> bool {
    let mut to_see = positions.to_vec();
    let mut seen = vec![false; systems.len()];
    while let Some(position) = to_see.pop() {
        if core::mem::replace(&mut seen[position], true) {
            continue;
        }
        if systems[position].role == SystemRole::ProviderLink {
            return true;
        }
        to_see.extend(
            systems[position]
                .needs
                .iter()
                .filter_map(|need| match need {
                    Supplier::Own(other) => Some(*other),
                    Supplier::Provider(_) => None,
                }),
        );
    }
    false
}

/// The provider's systems behind the needed ones, if each of these is hosted there.
fn direct_suppliers(
    scenario: &Scenario,
    firsts: &[u32],
    administration: &Administration,
    positions: &[usize],
) -> Option<Vec<SystemId>> {
    let provider = administration.provider?;
    let own_kit = &scenario.kits[administration.kit?];
    let provider_kit = &scenario.kits[scenario.administrations[provider].kit?];
    let mut direct = Vec::new();
    for position in positions {
        let before = direct.len();
        for supplier in &own_kit.systems[*position].needs {
            if let Supplier::Provider(id) = supplier
                && let Some(at) = provider_kit.systems.iter().position(|s| s.id == *id)
            {
                direct.push(SystemId(firsts[provider] + at as u32));
            }
        }
        if direct.len() == before {
            return None;
        }
    }
    (!direct.is_empty()).then_some(direct)
}

fn offer(
    administration: AdministrationId,
    template_index: usize,
    template: &ServiceTemplate,
    ways: Ways,
    workplaces: Option<SystemId>,
    inhabitants: u32,
    clients: u32,
) -> OfferedService {
    let tens_of_thousands = f64::from(inhabitants) / 10_000.0;
    let demand_per_day = template.demand_per_10k_day * tens_of_thousands;
    let due_minutes_per_day = match template.hours {
        crate::scenario::OpenHoursKind::Office => 480.0,
        crate::scenario::OpenHoursKind::Always => 1440.0,
    };
    let recipients = template
        .pay
        .as_ref()
        .map_or(0.0, |pay| pay.recipients_per_10k * tens_of_thousands);
    OfferedService {
        administration,
        template: template_index,
        needs: ways.needs,
        direct: ways.direct,
        through_line: ways.through_line,
        workplaces,
        demand_per_minute: demand_per_day / due_minutes_per_day,
        demand_per_day,
        desks: (template.workplaces_share * f64::from(clients)).max(1.0),
        recipients: libm::round(recipients) as u32,
    }
}
