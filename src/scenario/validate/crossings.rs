//! Checks what crosses from one administration to another: kits of customers and providers, links.

use std::collections::{BTreeMap, BTreeSet};

use super::administrations::Administrations;
use super::check::{Check, Field, field};
use super::kits::{self, KitDraft};
use crate::scenario::model::{EntryPoint, LinkRow, Spread, SystemRole};
use crate::scenario::raw::{List, Place, RawTableLink, suggest};

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
    for (administration, place) in administrations.list.iter().zip(&administrations.places) {
        let Some(kit) = administration.kit else {
            continue;
        };
        let draft = &kits[kit];
        let links_out = draft
            .kit
            .systems
            .iter()
            .any(|s| s.role == SystemRole::ProviderLink);
        let Some(provider) = administration.provider else {
            if (links_out || !draft.of_provider.is_empty()) && seen.insert((kit, None)) {
                let message = format!(
                    "`{}` has no provider, but its kit `{}` needs one",
                    administration.id, draft.kit.id
                );
                check.problems.error_hint(
                    *place,
                    message,
                    "give it `provider: \"..\"` or another kit",
                );
            }
            continue;
        };
        let Some(of_provider) = administrations.list[provider].kit else {
            continue;
        };
        if !seen.insert((kit, Some(of_provider))) {
            continue;
        }
        for (id, place) in &draft.of_provider {
            if systems.get(of_provider, id).is_none() {
                let message = format!(
                    "the provider `{}` (kit `{}`) has no system `{id}`",
                    administrations.list[provider].id,
                    systems.kit_id(of_provider)
                );
                check
                    .problems
                    .error_hint(*place, message, suggest(id, systems.ids(of_provider)));
            }
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
                .error(place, "this link leads to where it comes from");
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
        let hint = "write administration and system, as in \"06431002:identity\"";
        let message = format!("`{text}` does not name a system");
        check.problems.error_hint(place, message, hint);
        return None;
    };
    let administration = administration(check, id, place, administrations)?;
    let Some(kit) = administrations.list[administration].kit else {
        let message = format!("`{id}` has no kit and so no system `{system}`");
        check.problems.error(place, message);
        return None;
    };
    let Some(position) = systems.get(kit, system) else {
        let message = format!(
            "`{id}` (kit `{}`) has no system `{system}`",
            systems.kit_id(kit)
        );
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
        let hint = suggest(id, administrations.by_id.keys().map(String::as_str));
        let message = format!("there is no administration `{id}`");
        check.problems.error_hint(place, message, hint);
    }
    found
}
