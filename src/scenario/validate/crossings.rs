//! Checks what crosses from one administration to another: kits of customers and providers, links.

use std::collections::{BTreeMap, BTreeSet};

use super::administrations::Administrations;
use super::check::{Check, Field, field};
use super::kits::{self, KitDraft};
use crate::scenario::model::{EndRule, EntryPoint, LinkRow, Spread, SystemRole, SystemTemplate};
use crate::scenario::raw::{Fault, List, Place, RawTableLink, suggest};
use crate::vocab::Text;

/// Systems of every kit by id.
pub struct Systems<'a> {
    kits: &'a [KitDraft],
    names: Vec<BTreeMap<&'a str, usize>>,
}

impl<'a> Systems<'a> {
    /// Lists the systems of every kit.
    pub fn of(kits: &'a [KitDraft]) -> Self {
        let names = kits
            .iter()
            .map(|draft| {
                let systems = draft.kit.systems.iter().enumerate();
                systems.map(|(at, s)| (s.id.as_str(), at)).collect()
            })
            .collect();
        Self { kits, names }
    }

    /// Returns the position of a system in a kit.
    pub fn get(&self, kit: usize, id: &str) -> Option<usize> {
        self.names[kit].get(id).copied()
    }

    /// Returns the ids of a kit.
    pub fn ids(&self, kit: usize) -> impl Iterator<Item = &'a str> + '_ {
        self.names[kit].keys().copied()
    }

    /// Returns the id of a kit.
    pub fn kit_id(&self, kit: usize) -> &'a str {
        &self.kits[kit].kit.id
    }
}

/// Every system of a provider that a kit names must be in the kit of every provider concerned.
pub fn kits_fit_providers(
    check: &mut Check,
    kits: &[KitDraft],
    systems: &Systems<'_>,
    administrations: &Administrations,
) {
    let mut seen = BTreeSet::new();
    for (at, administration) in administrations.list.iter().enumerate() {
        let Some(kit) = administration.kit else {
            continue;
        };
        let draft = &kits[kit];
        let provider = administration.provider;
        if provider.is_none() && !administrations.names_provider[at] {
            needs_no_provider(check, draft, administrations, at);
        }
        let provider_kit = provider.and_then(|at| administrations.list[at].kit);
        let (Some(provider), Some(provider_kit)) = (provider, provider_kit) else {
            continue;
        };
        if !seen.insert((kit, provider_kit)) {
            continue;
        }
        for (id, place) in &draft.of_provider {
            if systems.get(provider_kit, id).is_none() {
                let message = Text::new("check-provider-kit-lacks-system")
                    .name("id", administrations.list[provider].id.as_str())
                    .name("kit", systems.kit_id(provider_kit))
                    .name("system", id);
                let hint = suggest(id, systems.ids(provider_kit));
                check.problems.error_hint(*place, message, hint);
            }
        }
    }
}

fn needs_no_provider(
    check: &mut Check,
    draft: &KitDraft,
    administrations: &Administrations,
    at: usize,
) {
    let mut systems = draft.kit.systems.iter();
    let links_out = systems.any(|system| system.role == SystemRole::ProviderLink);
    if links_out || !draft.of_provider.is_empty() {
        let message = Text::new("check-needs-provider")
            .name("id", administrations.list[at].id.as_str())
            .name("kit", draft.kit.id.as_str());
        let hint = Text::new("check-needs-provider-hint");
        check
            .problems
            .error_hint(administrations.places[at], message, hint);
    }
}

/// What is repaired by a crew needs one, and a run that ends when all is quiet must get quiet.
pub fn repairs_end(
    check: &mut Check,
    kits: &[KitDraft],
    administrations: &Administrations,
    end: EndRule,
    end_place: Place,
) {
    let mut loud = BTreeSet::new();
    for (at, administration) in administrations.list.iter().enumerate() {
        let Some(kit) = administration.kit else {
            continue;
        };
        let systems = &kits[kit].kit.systems;
        let in_charge = administration.provider.unwrap_or(at);
        let by_crew = systems.iter().any(|system| system.crew_repair.is_some());
        if by_crew && administrations.list[in_charge].crew == 0 {
            let message = Text::new("check-no-crew")
                .name("id", administration.id.as_str())
                .name("provider", administrations.list[in_charge].id.as_str());
            let hint = Text::new("check-no-crew-hint");
            check
                .problems
                .error_hint(administrations.places[in_charge], message, hint);
        }
        let stays = |s: &&SystemTemplate| s.containment.is_none() || s.crew_repair.is_none();
        if end == EndRule::WhenQuiet
            && let Some(system) = systems.iter().find(stays)
            && loud.insert(kit)
        {
            let message = Text::new("check-never-quiet")
                .name("system", system.id.as_str())
                .name("kit", kits[kit].kit.id.as_str());
            let hint = Text::new("check-never-quiet-hint");
            check.problems.error_hint(end_place, message, hint);
        }
    }
}

/// Checks links between administrations.
pub fn links(
    check: &mut Check,
    field: &Field<'_, List<RawTableLink>>,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Vec<LinkRow> {
    let mut rows = Vec::new();
    for rec in check.records(field) {
        let end = |field: Field<'_, String>, check: &mut Check| {
            let (text, place) = check.need(&field)?;
            system_of(check, text, place, systems, administrations)
        };
        let from = end(field!(rec.from), check);
        let to = end(field!(rec.to), check);
        let spread = match check.need(&field!(rec.spread)) {
            Some((raw, place)) => kits::spread(check, raw, place),
            None => Spread::Constant(0.0),
        };
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if from == to {
            let place = rec.raw.to.as_ref().map_or(rec.place, |to| to.place);
            check
                .problems
                .error(place, Text::new("check-link-to-itself"));
        }
        rows.push(LinkRow {
            from: from.administration,
            from_system: from.system,
            to: to.administration,
            to_system: to.system,
            spread,
        });
    }
    rows
}

/// Finds `administration:system`.
pub fn system_of(
    check: &mut Check,
    text: &str,
    place: Place,
    systems: &Systems<'_>,
    administrations: &Administrations,
) -> Option<EntryPoint> {
    let Some((id, system)) = text.split_once(':') else {
        let hint = Text::new("check-no-system-named-hint");
        let message = Text::new("check-no-system-named").name("text", text);
        check.problems.error_hint(place, message, hint);
        return None;
    };
    let administration = administration(check, id, place, administrations)?;
    let Some(kit) = administrations.list[administration].kit else {
        let message = Text::new("check-no-kit-no-system")
            .name("id", id)
            .name("system", system);
        check.problems.error(place, message);
        return None;
    };
    let Some(position) = systems.get(kit, system) else {
        let message = Text::new("check-kit-lacks-system")
            .name("id", id)
            .name("kit", systems.kit_id(kit))
            .name("system", system);
        check
            .problems
            .error_hint(place, message, suggest(system, systems.ids(kit)));
        return None;
    };
    Some(EntryPoint {
        administration,
        system: position,
    })
}

/// Finds an administration by id.
pub fn administration(
    check: &mut Check,
    id: &str,
    place: Place,
    administrations: &Administrations,
) -> Option<usize> {
    let found = administrations.by_id.get(id).copied();
    if found.is_none() {
        let known = administrations.by_id.keys().map(String::as_str);
        let fault = Fault::none("check-what-administration", id, known);
        check.problems.fault(place, fault);
    }
    found
}
