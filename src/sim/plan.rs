//! The plan: everything about a scenario that never changes while it runs.
//!
//! Made once, shared by all workers. Ids are dense and follow the order of
//! administrations (providers first, then by provider), so that what belongs
//! together lies together.

use std::sync::Arc;

use super::csr::Csr;
use super::shifts::{ShiftMinutes, Shifts};
use crate::scenario::{
    AdministrationKind, Calendar, Dist, LinkTemplate, Scenario, Spread, Supplier, SystemRole,
    SystemTemplate,
};
use crate::vocab::{AdministrationId, DAY, SimTime, SystemId};

mod islands;
mod nearest;
mod offered;
mod parts;
mod reach;
mod switched;
mod walk;

use islands::Islands;
pub(crate) use nearest::Askable;
pub use nearest::Nearest;
pub(crate) use offered::{Kinds, OfferedService};
pub(crate) use parts::Parts;
pub(crate) use reach::Reach;
pub(crate) use walk::Step;

/// What the kernel must know of a system's kind.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    /// Position of the kit and of the system in it.
    pub(crate) kit: u16,
    pub(crate) index: u16,
    pub(crate) role: SystemRole,
    pub(crate) containment: Option<Dist>,
    pub(crate) crew_repair: Option<Dist>,
    pub(crate) ties: Ties,
    /// Systems of the same administration to compute anew after its availability changed, in this order.
    pub(crate) steps: core::ops::Range<u32>,
    /// Position of its one supplier, or [`Step::MANY`].
    pub(crate) supplier: u16,
    /// Plain links to systems of the same administration.
    pub(crate) links: Vec<InsideLink>,
    /// In a switched kit: itself and all that depends on it in its administration, one bit each.
    pub(crate) below: u64,
    /// In a switched kit: of all its systems those whose changes somebody is told of.
    pub(crate) told: u64,
}

impl Template {
    /// Whether nothing of its kit is ever half usable (see [`switched`]).
    #[inline]
    pub(crate) const fn is_switched(&self) -> bool {
        self.below != 0
    }

    /// Its bit among the systems of its administration.
    #[inline]
    pub(crate) const fn bit(&self) -> u64 {
        1_u64.wrapping_shl(self.index as u32)
    }
}

/// A plain link inside an administration; all copies of a kit share it, so that it stays in the cache.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InsideLink {
    /// Position among all inside links of all kits.
    pub(crate) ordinal: u16,
    /// Distance from source to target.
    pub(crate) distance: i32,
    pub(crate) rate_per_minute: f64,
}

/// Whose a system is and of what kind.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) administration: u32,
    pub(crate) template: u16,
}

/// What the kernel asks of every kind of system it touches, in one byte: true if it is so for one of its copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ties(u8);

impl Ties {
    /// The availability of every copy is own share x that of its one supplier.
    pub(crate) const SOLE_SUPPLIER: Self = Self(1);
    /// Services depend on it.
    pub(crate) const SERVES: Self = Self(2);
    /// Gated links lead from it.
    pub(crate) const GATED: Self = Self(4);
    /// Systems of other administrations depend on it.
    pub(crate) const SUPPLIES_OUTSIDE: Self = Self(8);
    /// Plain links lead from it to other administrations.
    pub(crate) const LINKS_OUTSIDE: Self = Self(16);

    /// It is the workplaces of its administration.
    pub(crate) const WORKPLACES: Self = Self(32);

    pub(crate) const fn has(self, tie: Self) -> bool {
        self.0 & tie.0 != 0
    }

    const fn without(self, tie: Self) -> Self {
        Self(self.0 & !tie.0)
    }

    const fn with(self, tie: Self, holds: bool) -> Self {
        if holds { Self(self.0 | tie.0) } else { self }
    }
}

/// A link to another administration with one rate at all times and no gate.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlainLink {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) rate_per_minute: f64,
}

/// A link whose rate changes: by stage of the attack, by cutting, by blocking.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own that a measure acts on"
)]
pub(crate) struct GatedLink {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Rates per minute while the actor has a foothold, moves laterally, jumps, and after the impact.
    pub(crate) rates_per_minute: [f64; 4],
    /// The provider link it passes through.
    pub(crate) via: Option<SystemId>,
    pub(crate) remote_access: bool,
    /// Whether it takes privileged accounts of its target.
    pub(crate) privileged: bool,
    pub(crate) jump: bool,
    /// Whether it leads to the backups.
    pub(crate) to_backups: bool,
    /// Whether both ends are systems of one administration.
    pub(crate) is_inside: bool,
}

/// An administration's place in the tables.
#[derive(Debug, Clone)]
pub(crate) struct PlannedAdministration {
    pub(crate) systems: core::ops::Range<u32>,
    pub(crate) services: core::ops::Range<u32>,
    pub(crate) provider: Option<AdministrationId>,
    pub(crate) customers: Vec<AdministrationId>,
    pub(crate) workplaces: Option<SystemId>,
    pub(crate) provider_link: Option<SystemId>,
    pub(crate) backups: Option<SystemId>,
    pub(crate) internet: Option<SystemId>,
    pub(crate) telephony: Option<SystemId>,
    pub(crate) mail: Option<SystemId>,
    /// The crew that repairs its systems: that of its provider, or its own.
    pub(crate) crew: u32,
}

/// The plan of a scenario.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) scenario: Arc<Scenario>,
    pub(crate) calendar: Calendar,
    pub(crate) administrations: Vec<PlannedAdministration>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) templates: Vec<Template>,
    /// What depends on systems inside switched kits.
    pub(crate) below: switched::Below,
    /// Which administrations hang together.
    pub(crate) parts: Parts,
    /// Whether these parts are played one after the other.
    pub(crate) plays_in_parts: bool,
    /// Steps of the walks along dependencies inside administrations, of all kits.
    pub(crate) steps: Vec<Step>,
    pub(crate) suppliers: Csr<u32>,
    /// Groups of which one supplier must work, by system: positions in `group_members`.
    pub(crate) groups: Csr<u32>,
    pub(crate) group_members: Csr<u32>,
    /// Dependents in other administrations.
    pub(crate) dependents_outside: Csr<u32>,
    /// Plain links to other administrations.
    pub(crate) links_outside: Csr<PlainLink>,
    /// Distance from source to target of every inside link, by ordinal.
    pub(crate) inside_distances: Vec<i32>,
    pub(crate) gated: Csr<GatedLink>,
    /// Positions of the gated links that lead into a system.
    pub(crate) gates_into: Csr<u32>,
    /// Systems from here on are those of customers and others; before are the providers'.
    pub(crate) first_counted: u32,
    pub(crate) services: Vec<OfferedService>,
    pub(crate) kinds: Kinds,
    pub(crate) services_of_system: Csr<u32>,
    /// What an emergency island could carry.
    pub(crate) islands: Islands,
    /// By service of the scenario: by when the file of each of its pay days is due; `None` before the scenario begins.
    pub(crate) pay_cut_offs: Vec<Vec<Option<SimTime>>>,
    /// How long people on recovery work.
    shift_minutes: ShiftMinutes,
    /// Who hears situation reports of whom.
    pub(crate) reach: Reach,
    pub(crate) askable: Askable,
    /// By administration: the crew that repairs its systems, and the servers of its own crew.
    pub(crate) crew_of: Vec<u32>,
    pub(crate) servers: Vec<u32>,
    pub(crate) immune_after_rebuild: bool,
    /// Share of a system that is still usable once it is compromised.
    pub(crate) compromised_usable: f32,
}

impl Plan {
    /// Whether an administration is a provider.
    pub(crate) fn is_provider(&self, at: AdministrationId) -> bool {
        self.scenario.administrations[at.index()].kind == AdministrationKind::Provider
    }

    /// Whether a service pays people.
    pub(crate) fn pays(&self, service: u32) -> bool {
        let template = self.services[service as usize].template;
        self.scenario.services[template].pay.is_some()
    }

    /// Makes the plan of a checked scenario that runs until `until`.
    pub(crate) fn new(scenario: Arc<Scenario>, until: SimTime) -> Self {
        let calendar = Calendar::new(scenario.begins, scenario.start_ex, until.0.min(2000 * DAY));
        let mut kit_templates = Vec::new();
        let mut templates = Vec::new();
        let mut steps = Vec::new();
        for (kit_index, kit) in scenario.kits.iter().enumerate() {
            kit_templates.push(small(templates.len()));
            let walks = walk::lay_out_steps(kit, &mut steps);
            for (index, (system, walk)) in kit.systems.iter().zip(walks).enumerate() {
                templates.push(Template {
                    kit: small(kit_index),
                    index: small(index),
                    role: system.role,
                    containment: system.containment,
                    crew_repair: system.crew_repair,
                    ties: Ties::SOLE_SUPPLIER,
                    steps: walk,
                    supplier: walk::sole_supplier(system),
                    links: Vec::new(),
                    below: 0,
                    told: 0,
                });
            }
        }
        let inside_distances = tie_inside(&scenario, &kit_templates, &mut templates);
        let mut builder = Builder::new(&scenario, &kit_templates);
        builder.lay_out_systems();
        builder.tie_systems();
        builder.tie_links();
        let services = offered::offered_services(&scenario, &mut builder.administrations);
        let systems = builder.nodes.len();
        let needs: Vec<(u32, u32)> = (0_u32..)
            .zip(&services)
            .flat_map(|(service, offered)| {
                offered
                    .needs
                    .iter()
                    .chain(offered.workplaces.iter())
                    .chain(offered.direct.iter().flatten())
                    .map(move |system| (system.0, service))
            })
            .collect();
        let first_counted = scenario
            .administrations
            .iter()
            .zip(&builder.administrations)
            .filter(|(administration, _)| administration.kind == AdministrationKind::Provider)
            .map(|(_, planned)| planned.systems.end)
            .max()
            .unwrap_or(0);
        let suppliers = Csr::from_pairs(systems, &builder.supplies);
        let groups = Csr::from_pairs(systems, &builder.groups);
        let dependents_outside = Csr::from_pairs(systems, &builder.dependents);
        let links_outside = Csr::from_pairs(systems, &builder.links);
        let gated = Csr::from_pairs(systems, &builder.gated);
        let into: Vec<(u32, u32)> = (0_u32..)
            .zip(gated.items())
            .map(|(gate, link)| (link.to, gate))
            .collect();
        let gates_into = Csr::from_pairs(systems, &into);
        let services_of_system = Csr::from_pairs(systems, &needs);
        for (system, node) in (0_u32..).zip(&builder.nodes) {
            let role = templates[node.template as usize].role;
            let ties = &mut templates[node.template as usize].ties;
            let sole = suppliers.row(system).len() == 1 && groups.row(system).is_empty();
            if !sole {
                *ties = ties.without(Ties::SOLE_SUPPLIER);
            }
            *ties = ties
                .with(Ties::SERVES, !services_of_system.row(system).is_empty())
                .with(Ties::GATED, !gated.row(system).is_empty())
                .with(
                    Ties::SUPPLIES_OUTSIDE,
                    !dependents_outside.row(system).is_empty(),
                )
                .with(Ties::WORKPLACES, role == SystemRole::Workplaces)
                .with(Ties::LINKS_OUTSIDE, !links_outside.row(system).is_empty());
        }
        let parts = Parts::of_scenario(&scenario, &builder);
        let below = switched::lay_out_switches(&scenario, &builder, &mut templates);
        let pay_cut_offs = scenario
            .services
            .iter()
            .map(|service| service.pay.iter().flat_map(|pay| &pay.pay_days))
            .map(|days| days.map(|day| calendar.pay_run_cut_off(*day)).collect())
            .collect();
        let mut plan = Self {
            calendar,
            islands: Islands::default(),
            kinds: Kinds::new(&scenario, &services),
            pay_cut_offs,
            shift_minutes: ShiftMinutes::of(&scenario.parameters.shift_hours),
            suppliers,
            groups,
            group_members: Csr::from_pairs(builder.group_count as usize, &builder.group_members),
            dependents_outside,
            links_outside,
            inside_distances,
            gated,
            reach: Reach::new(&scenario, &builder.administrations),
            askable: Askable::new(scenario.administrations.len()),
            gates_into,
            services_of_system,
            crew_of: builder
                .administrations
                .iter()
                .map(|planned| planned.crew)
                .collect(),
            servers: scenario
                .administrations
                .iter()
                .map(|administration| administration.crew)
                .collect(),
            immune_after_rebuild: scenario.attack.immune_after_rebuild,
            compromised_usable: scenario.attack.compromised_usable as f32,
            administrations: builder.administrations,
            nodes: builder.nodes,
            templates,
            below,
            plays_in_parts: parts.count() > 1 && systems >= parts::MANY_SYSTEMS,
            parts,
            steps,
            first_counted,
            services,
            scenario,
        };
        plan.islands = Islands::of(&plan);
        plan
    }

    /// The working hours of people mobilised at a moment.
    pub(crate) fn shifts(&self, mobilised: SimTime) -> Shifts<'_> {
        Shifts::new(&self.calendar, &self.shift_minutes, mobilised)
    }

    pub(crate) fn systems(&self) -> usize {
        self.nodes.len()
    }

    #[inline]
    pub(crate) fn template(&self, system: u32) -> &Template {
        &self.templates[self.nodes[system as usize].template as usize]
    }

    /// Returns the scenario's description of a system.
    pub(crate) fn described(&self, system: SystemId) -> &SystemTemplate {
        let template = self.template(system.0);
        &self.scenario.kits[template.kit as usize].systems[template.index as usize]
    }

    pub(crate) fn owner(&self, system: SystemId) -> AdministrationId {
        AdministrationId(self.nodes[system.index()].administration)
    }
}

/// Gives each kit system its plain links inside the administration; returns the
/// distance of every such link by ordinal.
fn tie_inside(scenario: &Scenario, kit_templates: &[u16], templates: &mut [Template]) -> Vec<i32> {
    let mut distances = Vec::new();
    for (kit, first) in scenario.kits.iter().zip(kit_templates) {
        let first = usize::from(*first);
        let distance = |from: usize, to: usize| to as i32 - from as i32;
        for link in &kit.links {
            if let (Some((from, to)), Some(rate)) = (inside_ends(link), constant_rate(link)) {
                templates[first + from].links.push(InsideLink {
                    ordinal: small(distances.len()),
                    distance: distance(from, to),
                    rate_per_minute: rate,
                });
                distances.push(distance(from, to));
            }
        }
    }
    distances
}

/// Returns the kit positions of a link that stays inside its administration.
fn inside_ends(link: &LinkTemplate) -> Option<(usize, usize)> {
    match (&link.from, &link.to) {
        (Supplier::Own(from), Supplier::Own(to)) => Some((*from, *to)),
        _ => None,
    }
}

/// Returns the rate per minute of a link that never changes and has no gate.
fn constant_rate(link: &LinkTemplate) -> Option<f64> {
    let gated = link.via.is_some() || link.remote_access || link.privileged || link.jump;
    match link.spread {
        Spread::Constant(rate) if !gated => Some(rate / f64::from(DAY)),
        _ => None,
    }
}

/// Narrows a position; a scenario has fewer than 65 536 kit systems by its check.
fn small(index: usize) -> u16 {
    u16::try_from(index).expect("the scenario check bounds the number of kit systems")
}

struct Builder<'a> {
    scenario: &'a Scenario,
    kit_templates: &'a [u16],
    administrations: Vec<PlannedAdministration>,
    nodes: Vec<Node>,
    supplies: Vec<(u32, u32)>,
    dependents: Vec<(u32, u32)>,
    groups: Vec<(u32, u32)>,
    group_members: Vec<(u32, u32)>,
    group_count: u32,
    links: Vec<(u32, PlainLink)>,
    gated: Vec<(u32, GatedLink)>,
}

impl<'a> Builder<'a> {
    fn new(scenario: &'a Scenario, kit_templates: &'a [u16]) -> Self {
        Self {
            scenario,
            kit_templates,
            administrations: Vec::with_capacity(scenario.administrations.len()),
            nodes: Vec::new(),
            supplies: Vec::new(),
            dependents: Vec::new(),
            groups: Vec::new(),
            group_members: Vec::new(),
            group_count: 0,
            links: Vec::new(),
            gated: Vec::new(),
        }
    }

    fn lay_out_systems(&mut self) {
        for (index, administration) in self.scenario.administrations.iter().enumerate() {
            let id = AdministrationId::from_index(index);
            let first = SystemId::from_index(self.nodes.len()).0;
            let mut planned = PlannedAdministration {
                systems: first..first,
                services: 0..0,
                provider: administration.provider.map(AdministrationId::from_index),
                customers: Vec::new(),
                workplaces: None,
                provider_link: None,
                backups: None,
                internet: None,
                telephony: None,
                mail: None,
                crew: AdministrationId::from_index(administration.provider.unwrap_or(index)).0,
            };
            if let Some(kit) = administration.kit {
                for (position, system) in self.scenario.kits[kit].systems.iter().enumerate() {
                    let system_id = SystemId::from_index(self.nodes.len());
                    match system.role {
                        SystemRole::Workplaces => planned.workplaces = Some(system_id),
                        SystemRole::ProviderLink => planned.provider_link = Some(system_id),
                        SystemRole::Backup => planned.backups = Some(system_id),
                        SystemRole::Internet => planned.internet = Some(system_id),
                        SystemRole::Telephony => planned.telephony = Some(system_id),
                        SystemRole::Mail => planned.mail = Some(system_id),
                        SystemRole::Plain | SystemRole::Gateway => {}
                    }
                    self.nodes.push(Node {
                        administration: id.0,
                        template: self.kit_templates[kit] + small(position),
                    });
                }
            }
            planned.systems.end = SystemId::from_index(self.nodes.len()).0;
            self.administrations.push(planned);
        }
        for (index, administration) in self.scenario.administrations.iter().enumerate() {
            if let Some(provider) = administration.provider {
                let id = AdministrationId::from_index(index);
                self.administrations[provider].customers.push(id);
            }
        }
    }

    /// Finds the system that a supplier means for an administration; `None` if its provider has none of that name.
    fn resolve(&self, administration: usize, supplier: &Supplier) -> Option<u32> {
        match supplier {
            Supplier::Own(position) => {
                Some(self.administrations[administration].systems.start + *position as u32)
            }
            Supplier::Provider(id) => {
                let provider = self.scenario.administrations[administration].provider?;
                let kit = self.scenario.administrations[provider].kit?;
                let position = self.scenario.kits[kit]
                    .systems
                    .iter()
                    .position(|system| system.id == *id)?;
                Some(self.administrations[provider].systems.start + position as u32)
            }
        }
    }

    fn tie_systems(&mut self) {
        for index in 0..self.administrations.len() {
            let Some(kit) = self.scenario.administrations[index].kit else {
                continue;
            };
            let first = self.administrations[index].systems.start;
            for (system, template) in (first..).zip(&self.scenario.kits[kit].systems) {
                for supplier in &template.needs {
                    if let Some(supplier) = self.resolve(index, supplier) {
                        self.supplies.push((system, supplier));
                        self.note_outside_dependent(supplier, system);
                    }
                }
                for group in &template.any_of {
                    self.groups.push((system, self.group_count));
                    for supplier in group {
                        if let Some(supplier) = self.resolve(index, supplier) {
                            self.group_members.push((self.group_count, supplier));
                            self.note_outside_dependent(supplier, system);
                        }
                    }
                    self.group_count += 1;
                }
            }
        }
    }

    fn note_outside_dependent(&mut self, supplier: u32, system: u32) {
        let owner = |system: u32| self.nodes[system as usize].administration;
        if owner(supplier) != owner(system) {
            self.dependents.push((supplier, system));
        }
    }

    fn tie_links(&mut self) {
        for index in 0..self.administrations.len() {
            let Some(kit) = self.scenario.administrations[index].kit else {
                continue;
            };
            let first = self.administrations[index].systems.start;
            for link in &self.scenario.kits[kit].links {
                if inside_ends(link).is_some() && constant_rate(link).is_some() {
                    continue;
                }
                let (Some(from), Some(to)) = (
                    self.resolve(index, &link.from),
                    self.resolve(index, &link.to),
                ) else {
                    continue;
                };
                let via = link.via.map(|position| SystemId(first + position as u32));
                self.tie(GatedLink {
                    from,
                    to,
                    rates_per_minute: rates_per_minute(link.spread),
                    via,
                    remote_access: link.remote_access,
                    privileged: link.privileged,
                    jump: link.jump,
                    to_backups: self.is_backups(to),
                    is_inside: self.nodes[from as usize].administration
                        == self.nodes[to as usize].administration,
                });
            }
        }
        for row in &self.scenario.links {
            let to = self.administrations[row.to].systems.start + row.to_system as u32;
            self.tie(GatedLink {
                from: self.administrations[row.from].systems.start + row.from_system as u32,
                to,
                rates_per_minute: rates_per_minute(row.spread),
                via: None,
                remote_access: false,
                privileged: false,
                jump: false,
                to_backups: self.is_backups(to),
                is_inside: row.from == row.to,
            });
        }
    }

    fn is_backups(&self, system: u32) -> bool {
        let owner = self.nodes[system as usize].administration as usize;
        self.administrations[owner].backups == Some(SystemId(system))
    }

    fn tie(&mut self, link: GatedLink) {
        let first = link.rates_per_minute[0].to_bits();
        let constant = link
            .rates_per_minute
            .iter()
            .all(|rate| rate.to_bits() == first);
        let gated = link.via.is_some() || link.remote_access || link.privileged || link.jump;
        if constant && !gated {
            let plain = PlainLink {
                from: link.from,
                to: link.to,
                rate_per_minute: link.rates_per_minute[0],
            };
            self.links.push((link.from, plain));
        } else {
            self.gated.push((link.from, link));
        }
    }
}

pub(super) fn rates_per_minute(spread: Spread) -> [f64; 4] {
    let per_minute = f64::from(DAY);
    match spread {
        Spread::Constant(rate) => [rate / per_minute; 4],
        Spread::ByStage {
            lateral,
            jump,
            impact,
        } => [
            0.0,
            lateral / per_minute,
            jump / per_minute,
            impact / per_minute,
        ],
    }
}
