//! Checks administrations: who they are, in which order, with which figures.

use std::collections::BTreeMap;

use super::check::{Check, Field, Rec, field, origin};
use super::figures;
use super::kits::KitDraft;
use crate::scenario::model::{Administration, AdministrationKind};
use crate::scenario::raw::{Place, RawAdministration, RawStaff, SkillCounts, suggest};

/// Administrations in their final order, with the places of their ids.
pub struct Administrations {
    /// The administrations.
    pub list: Vec<Administration>,
    /// Where each is written.
    pub places: Vec<Place>,
    /// Whether each names a provider, known or not.
    pub names_provider: Vec<bool>,
    /// Position by id.
    pub by_id: BTreeMap<String, usize>,
}

/// What is known of one administration before all of them are.
struct Draft {
    checked: Administration,
    place: Place,
    provider: Option<(String, Place)>,
    staff: Staff,
}

/// IT people as the file gives them.
enum Staff {
    Usual,
    Total(u32),
    BySkill([u32; 6]),
}

/// Checks all administrations and puts them in order: providers first, then by provider and id.
pub fn administrations(
    check: &mut Check,
    records: Vec<Rec<'_, RawAdministration>>,
    kits: &[KitDraft],
) -> Administrations {
    let kit_ids: BTreeMap<&str, usize> = kits
        .iter()
        .enumerate()
        .map(|(position, draft)| (draft.kit.id.as_str(), position))
        .collect();
    let mut drafts: Vec<Draft> = records
        .into_iter()
        .map(|rec| draft(check, rec, &kit_ids))
        .collect();
    sort(&mut drafts);
    let by_id: BTreeMap<String, usize> = drafts
        .iter()
        .enumerate()
        .map(|(position, draft)| (draft.checked.id.clone(), position))
        .collect();
    resolve_providers(check, &mut drafts, &by_id);
    usual_figures(&mut drafts);
    let places = drafts.iter().map(|draft| draft.place).collect();
    let names_provider = drafts.iter().map(|d| d.provider.is_some()).collect();
    Administrations {
        list: drafts.into_iter().map(|draft| draft.checked).collect(),
        places,
        names_provider,
        by_id,
    }
}

fn draft(
    check: &mut Check,
    rec: Rec<'_, RawAdministration>,
    kits: &BTreeMap<&str, usize>,
) -> Draft {
    use AdministrationKind as K;
    origin!(check, rec);
    let id = check.id(field!(rec.id));
    let place = rec.raw.id.as_ref().map_or(rec.place, |id| id.place);
    let name = check
        .text(field!(rec.name))
        .map_or_else(String::new, |(name, _)| name.to_owned());
    let kind = check.need(&field!(rec.kind)).map(|(kind, _)| *kind);
    let serves_people = matches!(kind, Some(K::Municipality | K::City | K::County));
    let inhabitants = if serves_people {
        check.count(field!(rec.inhabitants), 1..=100_000_000, None)
    } else {
        check.count(field!(rec.inhabitants), 0..=100_000_000, Some(0))
    };
    let kind = kind.unwrap_or(K::Municipality);
    let kit = check.maybe(&field!(rec.kit)).and_then(|(kit, place)| {
        let found = kits.get(kit.as_str()).copied();
        if found.is_none() {
            let hint = suggest(kit, kits.keys().copied());
            let message = format!("there is no kit `{kit}`");
            check.problems.error_hint(place, message, hint);
        }
        found
    });
    if kind == K::Provider && rec.raw.kit.is_none() {
        check.problems.error_hint(
            place,
            format!("the provider `{id}` has no kit"),
            "give it `kit: \"..\"`, the systems its customers use",
        );
    }
    let clients = check.count(
        field!(rec.clients),
        0..=1_000_000,
        Some(figures::clients(kind, inhabitants)),
    );
    Draft {
        place,
        provider: check
            .maybe(&field!(rec.provider))
            .map(|(id, place)| (id.clone(), place)),
        staff: staff(check, field!(rec.it_staff)),
        checked: Administration {
            id,
            name,
            kind,
            inhabitants,
            position: position(check, field!(rec.position)),
            provider: None,
            kit,
            clients,
            it_staff: [0; 6],
            maturity: check.share(field!(rec.maturity), Some(0.3)),
            spare_notebooks: check.count(
                field!(rec.spare_notebooks),
                0..=1_000_000,
                Some(figures::spare_notebooks(clients)),
            ),
            monitoring: check.flag(field!(rec.monitoring), false),
            data_protection: check.flag(field!(rec.data_protection), true),
            nis2: check.flag(field!(rec.nis2), false),
            crew: check.count(field!(rec.crew), 0..=1_000_000, Some(0)),
            seat: check
                .maybe(&field!(rec.seat))
                .map(|(text, place)| check.both_languages(text, place)),
            services: Vec::new(),
        },
    }
}

fn position(check: &mut Check, field: Field<'_, (f64, f64)>) -> Option<(f64, f64)> {
    let ((latitude, longitude), place) = check.maybe(&field)?;
    Some((
        check.within("latitude", *latitude, place, &(-90.0..=90.0)),
        check.within("longitude", *longitude, place, &(-180.0..=180.0)),
    ))
}

fn staff(check: &mut Check, field: Field<'_, RawStaff>) -> Staff {
    const MOST: u32 = 100_000;
    match check.maybe(&field) {
        None => Staff::Usual,
        Some((RawStaff::Total(people), place)) => {
            Staff::Total(check.whole("it_staff", *people, place, 0..=MOST))
        }
        Some((RawStaff::BySkill(counts), place)) => {
            check.strays(&**counts);
            let raw: &SkillCounts = counts;
            let rec = Rec { raw, place };
            let mut count = |field| check.count(field, 0..=MOST, Some(0));
            Staff::BySkill([
                count(field!(rec.network)),
                count(field!(rec.identity)),
                count(field!(rec.backup)),
                count(field!(rec.application)),
                count(field!(rec.rollout)),
                count(field!(rec.forensics)),
            ])
        }
    }
}

/// Providers first by id; then the customers of the first provider by id, of the second, and so
/// on; at last those without a provider.
fn sort(drafts: &mut [Draft]) {
    fn key(draft: &Draft) -> (bool, bool, Option<&str>, &str) {
        let is_customer = draft.checked.kind != AdministrationKind::Provider;
        let provider = draft.provider.as_ref().filter(|_| is_customer);
        (
            is_customer,
            is_customer && provider.is_none(),
            provider.map(|(id, _)| id.as_str()),
            &draft.checked.id,
        )
    }
    drafts.sort_by(|a, b| key(a).cmp(&key(b)));
}

fn resolve_providers(check: &mut Check, drafts: &mut [Draft], by_id: &BTreeMap<String, usize>) {
    let kinds: Vec<AdministrationKind> = drafts.iter().map(|d| d.checked.kind).collect();
    let providers = || {
        let ids = by_id.iter();
        ids.filter(|(_, at)| kinds[**at] == AdministrationKind::Provider)
            .map(|(id, _)| id.as_str())
    };
    for draft in drafts.iter_mut() {
        let Some((id, place)) = &draft.provider else {
            continue;
        };
        if draft.checked.kind == AdministrationKind::Provider {
            let message = "a provider cannot have a provider itself";
            check.problems.error(*place, message);
            continue;
        }
        match by_id.get(id) {
            Some(at) if kinds[*at] == AdministrationKind::Provider => {
                draft.checked.provider = Some(*at);
            }
            Some(_) => {
                let hint = suggest(id, providers());
                let message = format!("`{id}` is not a provider");
                check.problems.error_hint(*place, message, hint);
            }
            None => {
                let hint = suggest(id, providers());
                let message = format!("there is no provider `{id}`");
                check.problems.error_hint(*place, message, hint);
            }
        }
    }
}

fn usual_figures(drafts: &mut [Draft]) {
    let mut served = vec![0_u32; drafts.len()];
    for draft in drafts.iter() {
        if let Some(provider) = draft.checked.provider {
            served[provider] = served[provider].saturating_add(draft.checked.clients);
        }
    }
    for (draft, served) in drafts.iter_mut().zip(served) {
        let kind = draft.checked.kind;
        draft.checked.it_staff = match draft.staff {
            Staff::BySkill(split) => split,
            Staff::Total(people) => figures::by_skill(kind, people),
            Staff::Usual => {
                let people = figures::it_people(kind, draft.checked.clients, served);
                figures::by_skill(kind, people)
            }
        };
    }
}
